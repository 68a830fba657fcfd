"""One box over functions, instruments, people and documents."""

import pytest

from handback.records.documents import actions as documents
from handback.web.office.papers.presenters.search import marked
from tests.support.harrowmere import CLERK, MORNING


def search(client, office, typed):
    return client.get(office("search"), {"q": typed})


def test_results_stand_in_groups_with_the_words_marked(officer, office, licensing, document):
    text = search(officer, office, "licens").text

    assert "Functions</h2>" in text
    assert "Documents</h2>" in text
    assert '<mark class="hb-found">Licensing</mark>' in text


def test_nothing_found_says_so_with_what_was_typed(officer, office):
    assert (
        "Nothing in this record has all of these words: “dragons”" in search(officer, office, "dragons").text
    )


def test_what_was_typed_is_shown_as_text_and_never_as_markup(officer, office):
    text = search(officer, office, "<script>alert(1)</script>").text

    assert "<script>alert" not in text
    assert "&lt;script&gt;" in text


@pytest.mark.parametrize(
    "typed", ['"', "*", "\0", "🏛", "a OR", "NEAR(x", "%", "'", "x" * 5000, "-", "\u202e"]
)
def test_no_typing_breaks_the_page(officer, office, document, typed):
    assert search(officer, office, typed).status_code == 200


def test_a_word_is_marked_only_where_a_word_begins():
    assert marked("Licensing and unlicensed", ["licens"]) == (("Licensing", True), (" and unlicensed", False))


def test_a_search_asks_as_much_of_the_database_for_few_as_for_many(
    officer, office, keep, licensing, django_assert_max_num_queries
):
    for number in range(5):
        keep(f"Nothing {number}", name=f"Licensing {number}.txt")
    search(officer, office, "licensing")

    with django_assert_max_num_queries(16):
        search(officer, office, "licensing")


def test_a_document_is_found_by_its_title_and_told_with_its_file(officer, office, keep):
    page = "<title>Letter on ferries</title><main><p>The crossing is to close.</p></main>"
    documents.read(keep(page, "letter.html").pk, by=CLERK, at=MORNING)

    text = officer.get(f"{office('search')}?q=ferries").text

    assert 'Letter on <mark class="hb-found">ferries' in text
    assert "letter.html" in text

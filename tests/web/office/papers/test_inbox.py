"""The inbox: documents with what waits in them, newest first, narrowed as one asks."""

from datetime import timedelta

import pytest

from handback.records.documents import actions as documents
from tests.support.harrowmere import CLERK, MORNING
from tests.web.office.papers.conftest import MINUTES


def add(harrowmere, content, name, *, later=0):
    at = MORNING + timedelta(minutes=later)
    kept = documents.keep(harrowmere, content.encode(), name=name, by=CLERK, at=at)
    return documents.read(kept.pk, by=CLERK, at=at)


def test_an_empty_inbox_says_what_will_be_there_and_how_to_start(officer, office):
    text = officer.get(office("inbox")).text

    assert "No claim waits for a person to judge" in text
    assert "Nothing waits for you" in text


def test_documents_are_listed_newest_first_with_what_was_read(officer, office, harrowmere):
    add(harrowmere, MINUTES, "older.txt")
    add(harrowmere, "RESOLVED: That the budget be approved.", "newer.txt", later=5)

    text = officer.get(office("inbox")).text

    assert text.index("newer.txt") < text.index("older.txt")
    assert "1 decision</td>" in text


@pytest.mark.parametrize(
    ("query", "there"),
    [
        ("type=transfer", True),
        ("type=money", False),
        ("least=0.6", True),
        ("state=accepted", False),
        ("state=all", True),
        ("amiss=on", False),
        ("type=nonsense&least=9&state=x&source=99&page=-1", True),
        ("page=99999999999", True),
    ],
)
def test_the_inbox_is_narrowed_and_nonsense_narrows_nothing(officer, office, document, query, there):
    assert ("Minutes.txt" in officer.get(f"{office('inbox')}?{query}").text) is there


def test_figures_that_do_not_hold_are_found_with_their_arithmetic(officer, office, harrowmere):
    row = add(harrowmere, "Of 36 actions, 11 (30%) were completed.", "figures.txt")

    assert "figures.txt" in officer.get(f"{office('inbox')}?amiss=on").text
    assert "11 of 36 is 30.6" in officer.get(office("document", row.pk)).text


def test_a_narrowed_document_lists_only_what_was_asked_for(officer, office, document):
    text = officer.get(f"{office('document', document.pk)}?type=transfer").text

    assert text.count('class="hb-claims__item ') == 1
    assert "Show all" in text


@pytest.mark.parametrize("count", [1, 5])
def test_the_inbox_asks_as_much_of_the_database_for_few_as_for_many(
    officer, office, harrowmere, count, django_assert_max_num_queries
):
    for number in range(count):
        add(harrowmere, f"RESOLVED: That plan {number} be approved.", f"{number}.txt")

    with django_assert_max_num_queries(14):
        officer.get(office("inbox"))


def test_documents_of_one_title_are_told_apart_by_their_files(officer, office, harrowmere):
    page = "<title>Improvement board</title><main><p>RESOLVED: That plan {} be approved.</p></main>"
    for name in ("one.html", "two.html"):
        add(harrowmere, page.format(name), name)

    for listed in (office("inbox"), office("documents")):
        text = officer.get(listed).text
        assert text.count(">Improvement board</a>") == 2
        assert "one.html" in text
        assert "two.html" in text


def test_a_document_with_a_figure_that_does_not_hold_says_so_in_the_list(officer, office, harrowmere):
    add(harrowmere, "Of 36 actions, 11 (30%) were completed.", "wrong.txt")
    add(harrowmere, "Of 40 actions, 20 (50%) were completed.", "right.txt")

    assert officer.get(office("inbox")).text.count("1 not right") == 1


def test_a_document_that_is_judged_leads_back_to_the_inbox(officer, office, harrowmere):
    row = add(harrowmere, "RESOLVED: That the plan be approved.", "plan.txt")
    assert "Go on in the inbox" not in officer.get(office("document", row.pk)).text
    documents.accept(row.claims.get().pk, by=CLERK, at=MORNING)

    assert "Go on in the inbox" in officer.get(office("document", row.pk)).text

"""Documents are kept before they are read, listed, shown and given back as they came."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from handback.records.documents import actions as documents
from handback.records.documents import queries
from handback.web.office.papers import reader_process
from handback.web.office.papers.beside import Beside
from tests.support.harrowmere import CLERK, MORNING
from tests.web.office.papers.conftest import MINUTES


def send(client, office, *files, **fields):
    return client.post(office("documents"), {"documents": list(files), **fields})


def test_an_empty_list_says_what_will_appear_and_how_to_start(officer, office):
    text = officer.get(office("documents")).text

    assert "No documents yet" in text
    assert "Add a document" in text


def test_a_file_is_kept_and_not_yet_read(officer, office, harrowmere):
    response = send(officer, office, SimpleUploadedFile("minutes.txt", MINUTES.encode()))

    [row] = queries.documents(harrowmere)
    assert (row.name, row.state) == ("minutes.txt", "kept")
    assert response["Location"] == office("document", row.pk)


def test_what_was_told_of_a_document_is_told_again_once_it_is_read(officer, office, keep):
    kept = keep()
    send(officer, office, SimpleUploadedFile("again.txt", MINUTES.encode()))
    told = "Nothing was kept twice"

    assert told in officer.get(office("document", kept.pk)).text
    documents.read(kept.pk, by=CLERK, at=MORNING)
    assert told in officer.get(office("document", kept.pk)).text
    assert told not in officer.get(office("document", kept.pk)).text


def test_several_files_are_kept_at_once(officer, office, harrowmere):
    response = send(
        officer, office, SimpleUploadedFile("one.txt", b"One"), SimpleUploadedFile("two.txt", b"Two")
    )

    assert response["Location"] == office("documents")
    assert queries.documents(harrowmere).count() == 2


def test_pasted_text_is_kept_under_its_title_with_its_address(officer, office, harrowmere):
    send(officer, office, text=MINUTES, title="Minutes", address="https://harrowmere.example/minutes")

    [row] = queries.documents(harrowmere)
    assert (row.name, row.address) == ("Minutes", "https://harrowmere.example/minutes")


def test_a_kept_document_asks_to_be_read_with_and_without_scripts(officer, office, keep):
    kept = keep()
    text = officer.get(office("document", kept.pk)).text

    assert f'hx-post="{office("document-read", kept.pk)}"' in text
    assert "Read it now" in text


def test_reading_a_document_shows_it_again(officer, office, keep):
    kept = keep()

    response = officer.post(office("document-read", kept.pk))

    assert response["Location"] == office("document", kept.pk)
    kept.refresh_from_db()
    assert kept.state == "read"


def test_reading_from_a_script_renews_the_page(officer, office, keep):
    response = officer.post(office("document-read", keep().pk), headers={"HX-Request": "true"})

    assert response["HX-Refresh"] == "true"


def test_a_document_shows_every_claim_marked_and_then_told(officer, office, document):
    text = officer.get(office("document", document.pk)).text

    for number in range(1, document.claims.count() + 1):
        assert text.index(f'id="mark-{number}" href="#claim-{number}"') < text.index(f'id="claim-{number}"')


def test_a_heading_is_shown_with_its_number(officer, office, keep):
    kept = keep("41. FERRY LANDING\n\nRESOLVED: That the plan be approved.\n")
    row = documents.read(kept.pk, by=CLERK, at=MORNING)

    assert "41. FERRY LANDING" in officer.get(office("document", row.pk)).text


def test_the_original_is_given_back_as_it_came_and_never_shown(officer, office, keep):
    page = b"<html><script>alert(1)</script></html>"

    response = officer.get(office("document-original", keep(page, "page.html").pk))

    assert response.content == page
    assert response["Content-Disposition"] == 'attachment; filename="page.html"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Type"] == "application/octet-stream"


def test_a_commissioner_reads_documents_and_keeps_none(signed_in, maya, office, document):
    commissioner = signed_in(maya)

    assert "Add a document" not in commissioner.get(office("documents")).text
    assert send(commissioner, office, text="A text", title="T").status_code == 403
    assert commissioner.post(office("document-read", document.pk)).status_code == 403


def test_a_document_that_the_record_does_not_have_is_a_page_that_does_not_exist(officer, office, document):
    assert officer.get(office("document", document.pk + 1)).status_code == 404


@pytest.mark.parametrize("count", [1, 6])
def test_the_list_asks_as_much_of_the_database_for_few_as_for_many(
    officer, office, keep, count, django_assert_max_num_queries
):
    for number in range(count):
        keep(f"Document {number}")

    with django_assert_max_num_queries(8):
        officer.get(office("documents"))


def test_a_document_page_asks_as_much_however_many_claims_there_are(
    officer, office, document, django_assert_max_num_queries
):
    with django_assert_max_num_queries(24):  # the first time, the record's ledger is compiled too
        officer.get(office("document", document.pk))
    with django_assert_max_num_queries(14):
        officer.get(office("document", document.pk))


@pytest.mark.parametrize("part", ["", "0", "-1", "x", "99999999", "²"])
def test_a_part_that_does_not_exist_is_the_nearest_that_does(officer, office, document, part):
    assert officer.get(office("document", document.pk), {"part": part}).status_code == 200


def test_a_list_asks_for_itself_while_a_document_of_it_waits_and_no_longer(
    officer, office, keep, settings, monkeypatch
):
    settings.READ_IN_BACKGROUND = True
    monkeypatch.setattr(reader_process, "_reader", Beside(int, name="other work"))
    waiting = keep("RESOLVED: That the budget be approved.", "budget.txt")
    text = officer.get(office("documents")).text
    assert 'hx-trigger="every 3s"' in text
    assert "Without JavaScript the list does not change by itself" in text

    documents.read(waiting.pk, by=CLERK, at=MORNING)

    assert "every 3s" not in officer.get(office("documents")).text

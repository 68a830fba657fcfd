"""Reading proposes claims, decides nothing, and loses nothing whatever the document is."""

import gzip
import io
import zipfile

import pytest

from handback.records.audit import queries as audit
from handback.records.documents import actions, queries
from tests.support.harrowmere import CLERK, MORNING


def _zip_bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", b"0" * 10_000_000)
    return packed.getvalue()


def test_reading_proposes_claims_with_their_exact_words(read):
    document = read()

    claims = list(queries.claims(document))
    assert claims
    assert all(document.text[claim.start : claim.end] == claim.quote for claim in claims)
    assert {claim.state for claim in claims} == {"proposed"}


def test_reading_a_second_time_changes_nothing(read):
    document = read()

    again = actions.read(document.pk, by=CLERK, at=MORNING)

    assert again.read_at == document.read_at
    assert audit.events().of("documents.document.read").count() == 1


@pytest.mark.parametrize(
    "content",
    [bytes(range(256)) * 40, _zip_bomb(), gzip.compress(b"0" * 10_000_000), b"%PDF-1.7 ...", b"\x89PNG\r\n"],
    ids=["binary rubbish", "a zip bomb", "a gzip bomb", "a PDF", "a picture"],
)
def test_what_cannot_be_read_says_why_and_is_kept(read, content):
    document = read(content, name="sent.txt")

    assert document.state == "unreadable"
    assert document.reason.endswith(".")
    assert bytes(document.original.content) == content


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_a_document_is_read_in_whatever_encoding_it_came(read, encoding):
    document = read("The council’s plan costs £5m.\n".encode(encoding))

    assert "The council’s plan costs £5m." in document.text


def test_bytes_that_are_wrong_in_their_encoding_are_read_as_far_as_they_go(read):
    document = read(b"Cabinet \xff\xfe agreed \x81 the plan on 4 March 2016.")

    assert "the plan on 4 March 2016" in document.text


def test_a_zero_character_is_replaced_and_every_other_keeps_its_place(read):
    document = read("The plan is on the table. " * 3000 + "\0 The end.")

    assert "\0" not in document.text
    assert document.text.endswith("\N{REPLACEMENT CHARACTER} The end.")


def test_a_document_that_breaks_the_reader_is_kept_and_says_so(keep):
    def breaks(data, *, name):
        raise RecursionError

    document = actions.read(keep().pk, by=CLERK, at=MORNING, reader=breaks)

    assert document.state == "unreadable"
    assert document.reason == actions.FAILED


def test_days_that_do_not_exist_break_nothing(read):
    document = read("The council will report back by 31 February 2016 and by 99 March 2016.")

    assert document.state == "read"


def test_a_list_of_documents_counts_the_claims_that_wait(read, harrowmere):
    document = read()
    first = queries.claims(document)[0]
    actions.accept(first.pk, by=CLERK, at=MORNING)

    [row] = queries.documents(harrowmere)

    assert row.waiting == row.claimed - 1


def test_a_list_of_documents_is_one_question_however_many_there_are(
    read, harrowmere, django_assert_num_queries
):
    for number in range(4):
        read(f"Cabinet agreed plan {number} on 4 March 2016.")

    with django_assert_num_queries(1):
        assert len([(row.name, row.waiting, row.state) for row in queries.documents(harrowmere)]) == 4

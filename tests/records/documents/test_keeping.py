"""A document is kept whole, by hash, before anything reads it."""

import hashlib

import pytest

from handback import reading
from handback.records.audit import queries as audit
from handback.records.documents import actions, queries


def test_a_document_is_kept_whole_under_the_hash_of_its_bytes(keep):
    kept = keep(b"\x00\xff any bytes at all")

    assert bytes(kept.original.content) == b"\x00\xff any bytes at all"
    assert kept.original_id == hashlib.sha256(b"\x00\xff any bytes at all").hexdigest()


def test_the_same_bytes_sent_again_are_the_document_that_is_there(keep, harrowmere):
    assert keep("Twice", name="one.txt") == keep("Twice", name="two.txt")
    assert queries.documents(harrowmere).count() == 1


def test_keeping_writes_one_event_about_the_document(keep):
    kept = keep()

    [event] = audit.events().of("documents")
    assert (event.action, event.subject) == ("documents.document.kept", f"harrowmere/documents/{kept.pk}")


@pytest.mark.parametrize("nothing", [b"", b" \n\t "])
def test_an_empty_document_is_refused_by_name(keep, nothing):
    with pytest.raises(actions.EmptyDocument, match=r"“empty\.txt” is empty"):
        keep(nothing, name="empty.txt")


def test_a_document_larger_than_the_most_is_refused_with_its_size(keep):
    with pytest.raises(actions.DocumentTooLarge, match=r"is 30\.0 MB"):
        keep(b"x" * 30_000_000, name="pack.txt")


def test_a_document_a_little_too_large_is_not_told_that_it_has_the_size_that_is_kept():
    with pytest.raises(actions.DocumentTooLarge, match=r"is 20\.1 MB"):
        actions.check_size("pack.txt", 20_000_001)


def test_a_size_is_refused_before_there_are_any_bytes():
    with pytest.raises(actions.DocumentTooLarge):
        actions.check_size("pack.txt", reading.MOST_BYTES + 1)


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\minutes\\march.txt", "march.txt"),
        ("a\x00b\n.txt", "ab.txt"),
        ("...", "Untitled document"),
        ("", "Untitled document"),
        ("é" * 500, "é" * 200),
    ],
)
def test_a_name_loses_its_folders_and_whatever_cannot_be_shown(sent, kept):
    assert actions.plain_name(sent) == kept


def test_a_title_with_a_date_in_it_is_kept_whole():
    assert actions.plain_name("Cabinet, 12/5/2024", is_title=True) == "Cabinet, 12/5/2024"

"""Reading a kept document, for the first time or again, outside any transaction."""

import hashlib
import logging
from datetime import datetime
from typing import Any, Protocol

from django.db import transaction

from handback import reading
from handback.reading import claims
from handback.records.audit import actions as audit
from handback.records.audit.facts import By
from handback.records.documents.actions.refusals import NothingToRead
from handback.records.documents.actions.writing import write_reading
from handback.records.documents.claim_rows import storable
from handback.records.documents.models import Again, Document, Pictures, State
from handback.records.documents.sameness import digest

FAILED = (
    "The reader failed on this document. It is kept whole, and its text can be read by a person; "
    "paste the part that matters as a new document."
)
TOO_LONG = (
    "Reading this document took longer than the time allowed for one. It is kept whole; paste the part that "
    "matters as a new document, or split it."
)
BODIES = ("body", "committee", "decision_maker", "maker")  # fields that say whose document it is
LONGEST_BODY = 200

Found = tuple[reading.Document, tuple[claims.Claim, ...]]

log = logging.getLogger(__name__)


class OutOfTime(Exception):
    """The time for one document is over."""


class Reader(Protocol):
    """What reads a document: `read_and_find`, or something else that does."""

    def __call__(self, data: bytes, *, name: str) -> Found: ...


def read_and_find(data: bytes, *, name: str) -> Found:
    """What these bytes say, and the claims in it."""
    found = reading.read(data, name=name)
    return found, claims.find(found)


def read(pk: int, *, by: By, at: datetime, reader: Reader = read_and_find) -> Document:
    """Read a kept document and propose its claims. One that was read already is left as it is.

    The reading itself happens outside the transaction, so that nobody waits for it. One on which the reader
    fails becomes unreadable, and stays kept.
    """
    kept = Document.objects.select_related("original").get(pk=pk)
    if kept.state != State.KEPT:
        return kept
    found, proposed = _read_or_say_why(bytes(kept.original.content), name=kept.name, reader=reader)
    columns = _what_was_read(found)
    if kept.pictures == Pictures.ASKED and found.text:
        columns["pictures"] = Pictures.READ
    return write_reading(kept, columns, proposed, what="read", by=by, at=at)


def read_again(pk: int, *, by: By, at: datetime, reader: Reader = read_and_find) -> Document:
    """Read a document again, with a reader that has become better. What people decided stays decided.

    Claims that are found anew are proposed. Those that nobody had judged and that are read no longer are
    withdrawn. A reader that fails changes nothing, save that it is told to whoever asked for another reading.
    A document that nobody has read yet is read.
    """
    before = Document.objects.select_related("original").get(pk=pk)
    if before.state == State.KEPT:
        return read(pk, by=by, at=at, reader=reader)
    found, proposed = _read_or_say_why(bytes(before.original.content), name=before.name, reader=reader)
    if found.state is reading.State.UNREADABLE and before.state == State.READ:
        return _not_read_again(before, why=found.reason, by=by, at=at)
    return write_reading(before, _what_was_read(found), proposed, what="read_again", by=by, at=at)


@transaction.atomic
def _not_read_again(before: Document, *, why: str, by: By, at: datetime) -> Document:
    """Say of a document that was to be read again that it could not be. It stays as it was read."""
    if before.again != Again.ASKED:
        return before
    document = Document.objects.select_for_update().get(pk=before.pk)
    if document.again == Again.ASKED and document.read_at == before.read_at:
        with audit.action("documents.document.not_read_again", by=by, at=at) as event:
            event.change(document, again=Again.FAILED)
            event.subject = f"{document.authority.slug}/documents/{document.pk}"
            event.values = {"why": why}
    return document


def ask_for_another_reading(pk: int, *, by: By, at: datetime) -> Document:
    """Put a document among those to be read, though it was read before. Until then it stays as it was read.

    One that is to be read in any case is left as it is.
    """
    with transaction.atomic():
        document = Document.objects.select_for_update().get(pk=pk)
        if document.waits:
            return document
        with audit.action("documents.document.reading_again_asked", by=by, at=at) as event:
            event.change(document, again=Again.ASKED)
            event.subject = f"{document.authority.slug}/documents/{document.pk}"
    Document.objects.filter(pk=pk).update(tries=0, held_until=None)
    return document


def ask_for_pictures(pk: int, *, by: By, at: datetime) -> Document:
    """Put a scan back among the documents to be read, this time from the pictures of its pages.

    Raises NothingToRead unless the document is a scan without words.
    """
    with transaction.atomic():
        document = Document.objects.select_for_update().get(pk=pk)
        if document.state != State.UNREADABLE or not document.scanned:
            raise NothingToRead(document.name)
        with audit.action("documents.document.pictures_asked", by=by, at=at) as event:
            event.change(document, state=State.KEPT, pictures=Pictures.ASKED)
            event.subject = f"{document.authority.slug}/documents/{document.pk}"
    Document.objects.filter(pk=pk).update(tries=0, held_until=None)
    return document


def _read_or_say_why(data: bytes, *, name: str, reader: Reader) -> Found:
    """What a document says and the claims in it. One that the reader fails on comes back as unreadable."""
    try:
        return reader(data, name=name)
    except OutOfTime:
        return unreadable(data, name=name, why=TOO_LONG), ()
    except Exception:  # whatever a hostile document does to the reader, the document stays kept and says so
        log.exception("The reader failed on a document")
    return unreadable(data, name=name, why=FAILED), ()


def unreadable(data: bytes, *, name: str, why: str) -> reading.Document:
    """What is known of a document that could not be read."""
    digest_of_bytes = hashlib.sha256(data).hexdigest()
    return reading.Document(name, "", (), reading.State.UNREADABLE, why, "unknown", "", digest_of_bytes)


def _what_was_read(found: reading.Document) -> dict[str, Any]:
    is_unreadable = found.state is reading.State.UNREADABLE
    fields = [[field.name, storable(field.value), field.start, field.end] for field in found.fields]
    said = {name: value for name, value, *_ in reversed(fields)}
    return {
        "state": State.UNREADABLE if is_unreadable else State.READ,
        "completeness": found.state.value,
        "format": found.format,
        "encoding": found.encoding,
        "text": storable(found.text),
        "passages": [
            [p.kind.value, p.start, p.end, storable(p.marker), p.level, storable(p.place), storable(p.item)]
            for p in found.passages
        ],
        "dated_on": found.dated_on,
        "reason": found.reason,
        "unread": [{"what": storable(part.what), "why": storable(part.why)} for part in found.unread],
        "kind": storable(found.kind)[:60],
        "title": storable(found.title),
        "body": next((said[name] for name in BODIES if said.get(name)), "")[:LONGEST_BODY],
        "draft": True if found.draft else None,
        "scanned": True if found.scanned else None,
        "fields": fields,
        "links": [
            [link.role.value, storable(link.address), storable(link.words), storable(link.item)]
            for link in found.links
        ],
        "words": digest(found.text),
        "again": "",
    }

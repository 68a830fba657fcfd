"""Every write to documents and claims.

1. A document is kept whole, by hash, before anything reads it: a crash while reading loses nothing.
2. Reading proposes claims and decides nothing. A person accepts, amends or rejects each one, once.
"""

import hashlib
import logging
import re
from datetime import datetime
from math import ceil
from typing import Any, Protocol

from django.db import transaction

from handback import reading
from handback.reading import claims
from handback.records.audit import actions as audit
from handback.records.audit.facts import By
from handback.records.audit.writing import EventBeingWritten
from handback.records.documents import search
from handback.records.documents.models import Claim, ClaimState, Document, Original, State
from handback.records.people.models import Authority

LONGEST_NAME = 200
FAILED = (
    "The reader failed on this document. It is kept whole, and its text can be read by a person; "
    "paste the part that matters as a new document."
)

Found = tuple[reading.Document, tuple[claims.Claim, ...]]

log = logging.getLogger(__name__)


class Reader(Protocol):
    """What reads a document: `read_and_find`, or something else that does."""

    def __call__(self, data: bytes, *, name: str) -> Found: ...


class DocumentRefused(ValueError):
    """A document that is not kept, with a sentence that says why."""


class EmptyDocument(DocumentRefused):
    """There is nothing in it."""

    def __init__(self, name: str) -> None:
        super().__init__(f"“{name}” is empty, so there was nothing to keep. Choose another file.")


class DocumentTooLarge(DocumentRefused):
    """It is larger than Handback keeps."""

    def __init__(self, name: str, size: int) -> None:
        super().__init__(
            f"“{name}” is {ceil(size / 100_000) / 10} MB. Handback keeps documents of up to "
            f"{reading.MOST_BYTES / 1_000_000:.0f} MB. Split it, or save it without pictures, and try again."
        )


class AlreadyDecided(ValueError):
    """A person has already accepted, amended or rejected this claim."""

    def __init__(self, claim: Claim) -> None:
        super().__init__(f"{claim.decided_by} has already dealt with this claim.")


class NoReason(ValueError):
    """A rejection that does not say why."""

    def __init__(self) -> None:
        super().__init__("Say why the claim is rejected, so that others can follow the record.")


def plain_name(name: str) -> str:
    """A file's name without any folders or control characters, never empty."""
    last = re.split(r"[\\/]", name)[-1]
    printable = "".join(letter for letter in last if letter.isprintable()).strip(" .")
    return printable[-LONGEST_NAME:] or "Untitled document"


def check_size(name: str, size: int) -> None:
    """Refuse a document by its size in bytes, before it is brought into memory.

    Raises EmptyDocument and DocumentTooLarge.
    """
    if not size:
        raise EmptyDocument(plain_name(name))
    if size > reading.MOST_BYTES:
        raise DocumentTooLarge(plain_name(name), size)


@transaction.atomic
def keep(
    authority: Authority, data: bytes, *, name: str, address: str = "", by: By, at: datetime
) -> Document:
    """Keep a document. The same bytes kept before give the document that is already there.

    Raises EmptyDocument and DocumentTooLarge.
    """
    called = plain_name(name)
    check_size(called, len(data.strip()) and len(data))
    sha256 = hashlib.sha256(data).hexdigest()
    already = Document.objects.filter(authority=authority, original_id=sha256).first()
    if already:
        return already
    with audit.action("documents.document.kept", by=by, at=at) as event:
        keep_original(data, event=event)
        row = Document(authority=authority, original_id=sha256, name=called, address=address, kept_at=at)
        event.add(row)
        event.subject = f"{authority.slug}/documents/{row.pk}"
        event.values = {"name": called, "sha256": sha256, "size": len(data)}
    search.index(row)
    return row


def keep_original(data: bytes, *, event: EventBeingWritten) -> str:
    """Keep bytes by hash, once, as a part of the action that is being written. The hash, in hexadecimal."""
    sha256 = hashlib.sha256(data).hexdigest()
    if not Original.objects.filter(pk=sha256).exists():
        event.add(Original(sha256=sha256, content=data, size=len(data)))
    return sha256


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
    with transaction.atomic():
        document = Document.objects.select_for_update().get(pk=pk)
        if document.state != State.KEPT:
            return document
        with audit.action("documents.document.read", by=by, at=at) as event:
            event.change(document, **_what_was_read(found), read_at=at)
            event.add_all([_claim(document, claim) for claim in proposed])
            event.subject = f"{document.authority.slug}/documents/{document.pk}"
            event.values = {"state": document.state, "claims": len(proposed)}
        search.index(document)
    return document


def _read_or_say_why(data: bytes, *, name: str, reader: Reader) -> Found:
    """What a document says and the claims in it. One that the reader fails on comes back as unreadable."""
    try:
        return reader(data, name=name)
    except Exception:  # whatever a hostile document does to the reader, the document stays kept and says so
        log.exception("The reader failed on a document")
    digest = hashlib.sha256(data).hexdigest()
    return reading.Document(name, "", (), reading.State.UNREADABLE, FAILED, "unknown", "", digest), ()


def _what_was_read(found: reading.Document) -> dict[str, Any]:
    unreadable = found.state is reading.State.UNREADABLE
    return {
        "state": State.UNREADABLE if unreadable else State.READ,
        "completeness": found.state.value,
        "format": found.format,
        "encoding": found.encoding,
        "text": _storable(found.text),
        "passages": [[p.kind.value, p.start, p.end, p.marker, p.level] for p in found.passages],
        "dated_on": found.dated_on,
        "reason": found.reason,
        "unread": [{"what": part.what, "why": part.why} for part in found.unread],
    }


def _storable(said: Any) -> Any:
    """A text without zero characters, which PostgreSQL cannot keep; every other character keeps its place."""
    if isinstance(said, str):
        return said.replace("\0", "\N{REPLACEMENT CHARACTER}")
    return [_storable(each) for each in said] if isinstance(said, list | tuple) else said


def _claim(document: Document, claim: claims.Claim) -> Claim:
    return Claim(
        document=document,
        type=claim.type.value,
        start=claim.start,
        end=claim.end,
        quote=_storable(claim.quote),
        attributes={name: _storable(said) for name, said in claim.attributes.items()},
        rule=claim.rule,
        confidence=claim.confidence,
    )


def accept(pk: int, *, by: By, at: datetime) -> Claim:
    """Accept a claim as the document states it. Raises AlreadyDecided."""
    return _decide(pk, ClaimState.ACCEPTED, by=by, at=at)


def amend(pk: int, *, attributes: dict[str, Any], by: By, at: datetime) -> Claim:
    """Accept a claim with its attributes put right; what the reader said is kept beside them."""
    return _decide(pk, ClaimState.AMENDED, by=by, at=at, amended=attributes)


def reject(pk: int, *, reason: str, by: By, at: datetime) -> Claim:
    """Reject a claim. Raises NoReason and AlreadyDecided."""
    if not reason.strip():
        raise NoReason
    return _decide(pk, ClaimState.REJECTED, by=by, at=at, reason=reason.strip())


@transaction.atomic
def _decide(pk: int, state: ClaimState, *, by: By, at: datetime, **said: Any) -> Claim:
    claim = Claim.objects.select_for_update().select_related("document__authority").get(pk=pk)
    if claim.state != ClaimState.PROPOSED:
        raise AlreadyDecided(claim)
    with audit.action(f"documents.claim.{state.value}", by=by, at=at) as event:
        name = audit.actor_of(by).name
        event.change(claim, state=state, decided_by=name, decided_at=at, **said)
        event.subject = f"{claim.document.authority.slug}/documents/{claim.document_id}/claims/{pk}"
        event.values = {"type": claim.type, "quote": claim.quote, **said}
    return claim

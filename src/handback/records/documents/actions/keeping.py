"""Keeping a document whole, by the hash of its bytes, before anything reads it."""

import hashlib
import re
from datetime import datetime

from django.db import transaction

from handback import reading
from handback.records.audit import actions as audit
from handback.records.audit.facts import By
from handback.records.audit.writing import EventBeingWritten
from handback.records.documents import search
from handback.records.documents.actions.refusals import DocumentTooLarge, EmptyDocument
from handback.records.documents.models import Document, Original
from handback.records.people.models import Authority

LONGEST_NAME = 200
LONGEST_ADDRESS = 600


class _ThereAlready(Exception):
    """Somebody else kept the same bytes while this waited for its turn to write."""

    def __init__(self, row: Document) -> None:
        self.row = row


def plain_name(name: str, *, is_title: bool = False) -> str:
    """A file's name without any folders or control characters, never empty. A title has no folders."""
    last = name if is_title else re.split(r"[\\/]", name)[-1]
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


def keep(
    authority: Authority,
    data: bytes,
    *,
    name: str,
    is_title: bool = False,
    address: str = "",
    by: By,
    at: datetime,
) -> Document:
    """Keep a document. The same bytes kept before give the document that is already there.

    `name` is that of a file, or with `is_title` what somebody called the words: "Cabinet, 12/5/2024".

    Raises EmptyDocument and DocumentTooLarge.
    """
    called = plain_name(name, is_title=is_title)
    check_size(called, len(data.strip()) and len(data))
    sha256 = hashlib.sha256(data).hexdigest()
    row = Document(authority=authority, original_id=sha256, name=called, address=address, kept_at=at)
    try:
        _check_new(row)
        with transaction.atomic():
            with audit.action("documents.document.kept", by=by, at=at) as event:
                _check_new(row)  # once more, now that no other writer is between looking and writing
                keep_original(data, event=event)
                event.add(row)
                event.subject = f"{authority.slug}/documents/{row.pk}"
                event.values = {"name": called, "sha256": sha256, "size": len(data)}
            search.index(row)
    except _ThereAlready as kept:
        return kept.row
    return row


def _check_new(row: Document) -> None:
    there = Document.objects.filter(authority=row.authority, original_id=row.original_id).first()
    if there is not None:
        raise _ThereAlready(there)


def keep_original(data: bytes, *, event: EventBeingWritten) -> str:
    """Keep bytes by hash, once, as a part of the action that is being written. The hash, in hexadecimal."""
    sha256 = hashlib.sha256(data).hexdigest()
    if not Original.objects.filter(pk=sha256).exists():
        event.add(Original(sha256=sha256, content=data, size=len(data)))
    return sha256

"""What must hold for any bytes whatever: a document comes back, and nothing else happens."""

import json
import sys
from contextlib import suppress
from typing import Any

import handback
from handback.reading import NotReadable, as_json, read
from handback.reading.claims import find
from handback.reading.claims.checked import check
from handback.reading.trackers import claims as tracked
from handback.reading.trackers import suggest, tables

_FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.fork",
    "ftplib.",
    "urllib.",
    "http.client.",
)
_WRITES = "wax+"
_PROGRAM = (sys.prefix, sys.base_prefix, *handback.__path__)  # modules that are imported when first wanted
_watching = False


class ReachedOutside(AssertionError):
    """Reading a document opened a connection, a program or a file of its naming."""


def watch() -> None:
    """From now on, whatever happens while a document is read is held against the list above."""
    sys.addaudithook(_seen)


def _seen(event: str, details: tuple[Any, ...]) -> None:
    if not _watching:
        return
    if event.startswith(_FORBIDDEN):
        raise ReachedOutside(f"{event} {details!r}")
    if event == "open" and isinstance(details[0], str | bytes):
        place = details[0] if isinstance(details[0], str) else details[0].decode(errors="replace")
        if set(str(details[1] or "r")) & set(_WRITES) or not place.startswith(_PROGRAM):
            raise ReachedOutside(f"open {place!r}")


def read_whole(data: bytes) -> None:
    """Read a document as every part of Handback would, and see that the claims quote it."""
    global _watching
    _watching = True
    try:
        document = read(data)
        claims = find(document)
        for claim in claims:
            assert document.text[claim.start : claim.end] == claim.quote
            assert 0 <= claim.confidence <= 1
        for passage in document.passages:
            assert 0 <= passage.start <= passage.end <= len(document.text)
        json.dumps(as_json(document, claims), ensure_ascii=False).encode("utf-8")
        document.text.encode("utf-8")
        for figure in check(document):
            assert figure.finding.sentence
        with suppress(NotReadable):
            for table in tables(data):
                tracked(document, table, suggest(table.headers))
    finally:
        _watching = False

"""A document of the record as the reading room holds it, for readers that come after the first."""

from collections.abc import Iterator
from typing import Any

from handback import reading
from handback.reading.document import Kind, Passage
from handback.records.documents.models import Document


def as_read(document: Document) -> reading.Document:
    """What was read of a document: its text, its passages and its day. Fields and links are left out."""
    return reading.Document(
        document.name,
        document.text,
        tuple(_passages(document)),
        reading.State(document.completeness or reading.State.UNREADABLE),
        document.reason,
        document.format,
        document.encoding,
        document.original_id,
        dated_on=document.dated_on,
        kind=document.kind,
        title=document.title,
        draft=bool(document.draft),
    )


def _passages(document: Document) -> Iterator[Passage]:
    heading = ""
    for kind, start, end, *rest in document.passages:
        marker, level, place, item = _padded(rest)
        yield Passage(Kind(kind), start, end, marker, level, heading, place, item)
        if kind == Kind.HEADING:
            heading = document.text[start:end]


def _padded(rest: list[Any]) -> tuple[str, int, str, str]:
    """Marker, level, place and item; documents read long ago lack the last two."""
    marker, level, place, item = [*rest, *("", 0, "", "")[len(rest) :]][:4]
    return str(marker), int(level), str(place), str(item)

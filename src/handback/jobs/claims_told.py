"""Claims as `handback read` prints them for people: where each stands, what it says, its words."""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from typing import Any

from handback.reading.bulk import Outcome
from handback.reading.claims import Claim
from handback.reading.claims.checked import place_of
from handback.reading.document import Document

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TERM = re.compile(r"[a-z]+(?:_[a-z]+)+")  # how the grammar names a state: in_force
GRAMMAR = ("grammar",)  # found by our own rules alone, which is not worth telling


def counted(number: int, thing: str) -> str:
    """1 claim, 2 claims."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def as_lines(outcome: Outcome) -> Iterator[str]:
    """What was read: the file, how much of it, and each claim with its place and words."""
    document = outcome.document
    if document is None:
        return
    size, claims = counted(len(document.text), "character"), counted(len(outcome.claims), "claim")
    yield f"{outcome.path}: {document.format}, {document.state}, {size}, {claims}"
    if document.reason:
        yield f"  {document.reason}"
    for claim in outcome.claims:
        yield from _claim(document, claim)
    for part in document.unread:
        said = "" if "not read" in part.why else "Not read: "
        yield f"  {said}{part.what}: {part.why}"
    if document.scanned and not document.text:
        yield "  Its pages are pictures. The office offers to read the words in them by OCR, which errs."


def _claim(document: Document, claim: Claim) -> Iterator[str]:
    found_by = "" if claim.found_by == GRAMMAR else f" (found by {', '.join(claim.found_by)})"
    yield f"  {claim.type}, {place_of(document, claim.start)}: {in_words(claim.attributes)}{found_by}"
    yield f"    “{' '.join(claim.quote.split())}”"


def in_words(said: Mapping[str, Any]) -> str:
    """due to 30 September 2023, owner Head of Audit; what nobody knows is left out."""
    told = ((name.replace("_", " "), _value(value)) for name, value in said.items())
    return ", ".join(f"{name} {value}" for name, value in told if value)


def _value(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return "; ".join(filter(None, map(_value, value)))
    return in_words(value) if isinstance(value, Mapping) else _plain(str(value))


def _plain(value: str) -> str:
    """A day as people write it, and in_force as "in force"; other words as they stand."""
    if _DAY.fullmatch(value):
        with suppress(ValueError):
            day = date.fromisoformat(value)
            return f"{day.day} {day:%B %Y}"
    return value.replace("_", " ") if _TERM.fullmatch(value) else value

"""Claims as `handback read` prints them for people: where each stands, what it says, its words."""

from collections.abc import Iterator, Mapping
from typing import Any

from handback.reading.bulk import Outcome
from handback.reading.claims import Claim
from handback.reading.claims.checked import place_of
from handback.reading.document import Document

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
        yield f"  Not read: {part.what}. {part.why}"


def _claim(document: Document, claim: Claim) -> Iterator[str]:
    found_by = "" if claim.found_by == GRAMMAR else f" (found by {', '.join(claim.found_by)})"
    yield f"  {claim.type}, {place_of(document, claim.start)}: {in_words(claim.attributes)}{found_by}"
    yield f"    “{' '.join(claim.quote.split())}”"


def in_words(said: Mapping[str, Any]) -> str:
    """due to 2023-09-30, owner Head of Audit; what nobody knows is left out."""
    told = ((name.replace("_", " "), _value(value)) for name, value in said.items())
    return ", ".join(f"{name} {value}" for name, value in told if value)


def _value(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return "; ".join(filter(None, map(_value, value)))
    return in_words(value) if isinstance(value, Mapping) else str(value)

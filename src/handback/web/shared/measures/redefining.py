"""How the definition of an indicator was changed: what, when, why, and by whom where that is told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from handback.records.measures.measured.entries import Redefinition

NAMES = {
    "name": "Name",
    "definition": "What it is",
    "numerator_words": "What is counted",
    "denominator_words": "Out of what",
    "unit": "Unit",
    "per": "Out of",
    "decimals": "Decimal places",
    "better": "Which way is better",
    "measured_as": "What a value is",
    "frequency": "How often",
    "owner_post": "Who answers for it",
    "source": "Source",
    "source_address": "Address of the source",
    "lag_days": "Days until a value arrives",
    "quality_note": "About its quality",
    "function": "Function",
    "benchmark_metric": "National series",
    "is_public": "It may be published",
    "least_published": "Counts under this are withheld",
    "is_demonstration": "Demonstration",
    "demonstration_note": "What the demonstration shows",
    "ended_on": "Measured no more from",
    "position": "Place in lists",
}


@dataclass(frozen=True, slots=True)
class Redefined:
    """One change: for each part of the definition what it said before and what since. `by` may be blank."""

    at: datetime
    by: str
    reason: str
    changes: tuple[tuple[str, str, str], ...]


def redefined_of(changes: Iterable[Redefinition]) -> tuple[Redefined, ...]:
    """Changes in words, in the order that they come in; one that no reader would see is left out."""
    found = (Redefined(one.at, one.by, one.reason, tuple(_said(one))) for one in changes)
    return tuple(one for one in found if one.changes)


def _said(one: Redefinition) -> Iterable[tuple[str, str, str]]:
    for part in one.changes:
        if part.name in NAMES:
            yield NAMES[part.name], _words(part.old), _words(part.new)


def _words(text: str) -> str:
    return {"": "Nothing", "yes": "Yes", "no": "No"}.get(text, text)

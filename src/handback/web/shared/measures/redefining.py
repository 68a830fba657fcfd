"""How the definition of an indicator was changed: when, by whom, and what it said before."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime
from itertools import pairwise
from typing import Any

from handback.records.measures.measured.entries import IndicatorEntry

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
    """One change: for each part of the definition what it said before and what since."""

    at: datetime
    by: str
    changes: tuple[tuple[str, str, str], ...]


def redefinitions(rows: Iterable[Any]) -> tuple[Redefined, ...]:
    """The changes between definitions, which come newest first, each with its event. The first is none."""
    found = (
        Redefined(new.recorded_at, new.event.actor_name, tuple(_changes(old, new)))
        for new, old in pairwise(rows)
    )
    return tuple(one for one in found if one.changes)


def _changes(old: Any, new: Any) -> Iterable[tuple[str, str, str]]:
    for field in fields(IndicatorEntry):
        before, after = getattr(old, field.name), getattr(new, field.name)
        if before != after and field.name in NAMES:
            yield NAMES[field.name], _words(before), _words(after)


def _words(value: Any) -> str:
    if value is None or value == "":
        return "Nothing"
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return str(value)

"""Making a fact part of the record, or correcting it: what every app does in the same way.

1. A fact that the record already states, in the same words, is left alone.
2. A fact that differs is a correction: the old row is superseded and the new one inserted.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from django.db.models import Model

from handback.records.audit import actions as audit
from handback.records.audit.actions import Actor, ActsAs
from handback.records.audit.models import Fact

By = Actor | ActsAs

Row = TypeVar("Row", bound=Fact)


class Outcome(StrEnum):
    """What recording a fact did."""

    NEW = "new"
    SAME = "same"
    CORRECTED = "corrected"


@dataclass(slots=True)
class Loaded:
    """What loading a file did: how many facts of each kind were new, the same, or corrected."""

    title: str
    slug: str
    counts: Counter[tuple[str, Outcome]] = field(default_factory=Counter)

    def total(self, outcome: Outcome) -> int:
        """How many facts had this outcome."""
        return sum(n for (_, found), n in self.counts.items() if found is outcome)


def states(row: Fact, wanted: Mapping[str, Any]) -> bool:
    """Whether a row says exactly what is wanted."""
    return all(getattr(row, name) == value for name, value in wanted.items())


def settle(
    old: Row | None,
    new: Row,
    wanted: Mapping[str, Any],
    *,
    what: str,
    subject: str,
    by: By,
    at: datetime,
    beside: Iterable[Any] = (),
) -> Outcome:
    """Make `new` the current row in place of `old`, unless `old` already states what is wanted.

    `beside` are rows to add in the same event. `what` names the kind of fact in the log ("powers.event").
    """
    if old is not None and states(old, wanted):
        return Outcome.SAME
    verb = "recorded" if old is None else "corrected"
    with audit.action(f"{what}.{verb}", by=by, at=at) as event:
        if old is not None:
            event.supersede(old)
        for row in beside:
            event.add(row)
        event.add(new)
        event.subject = subject
        event.values = plain(wanted)
    return Outcome.NEW if old is None else Outcome.CORRECTED


def plain(values: Mapping[str, Any]) -> dict[str, Any]:
    """Columns as the log keeps them: days and decimals as text, rows by their names, nothing empty."""
    return {name: _plain(value) for name, value in values.items() if value not in ("", None, [])}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Model | Decimal) else value

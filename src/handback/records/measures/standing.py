"""How the indicators of an authority stand, from the record: as many queries for a thousand as for one.

A board is worked out once for each state of the record and kept in this process; one short query tells
whether it still holds. A change that was undone leaves nothing behind.
"""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from django.db import connection

from handback.core.frequencies import called, last_day_in_time
from handback.core.periods import Period
from handback.records.audit.models import Event
from handback.records.measures.gathering import whole_record
from handback.records.measures.measured.axes import axis_of
from handback.records.measures.measured.boards import Board, IndicatorStanding, board_of
from handback.records.measures.measured.entries import IndicatorEntry
from handback.records.measures.measured.lateness import lateness
from handback.records.measures.measured.record import NO_FACTS, IndicatorFacts
from handback.records.measures.models import (
    Area,
    AreaValue,
    ChartDecision,
    Commentary,
    CommitmentTie,
    Index,
    Indicator,
    Metric,
    NeighbourList,
    Target,
    Value,
)
from handback.records.people.models import Authority

MOST_KEPT = 12  # boards kept in one process; one of 1,000 indicators by 48 values takes about 30 megabytes
OF_AN_AUTHORITY = (Indicator, Value, Target, ChartDecision, Commentary, CommitmentTie, Index)
OF_ALL = (Area, AreaValue, Metric, NeighbourList)
_kept: OrderedDict[tuple[int, date, datetime | None, str], Board] = OrderedDict()


def board(authority: Authority, *, on: date, known_at: datetime | None = None) -> Board:
    """How every indicator stands on a day, as known at a moment; None: now."""
    key = (authority.pk, on, known_at, _last_change(authority))
    found = _kept.pop(key, None) or gathered_board(authority, on=on, known_at=known_at)
    _kept[key] = found
    while len(_kept) > MOST_KEPT:
        _kept.popitem(last=False)
    return found


def gathered_board(authority: Authority, *, on: date, known_at: datetime | None) -> Board:
    """A board worked out afresh."""
    return board_of(whole_record(authority, known_at=known_at), on=on)


def indicator_standing(
    authority: Authority, code: str, *, on: date, known_at: datetime | None = None
) -> IndicatorStanding | None:
    """How one indicator stands; None where the record knows no such code."""
    found = board_of(whole_record(authority, known_at=known_at, code=code), on=on)
    return found.by_code.get(code)


@dataclass(frozen=True, slots=True)
class Late:
    """A value that should be there and is not: `due_on` was the last day on which it was in time."""

    code: str
    name: str
    period: Period
    label: str
    due_on: date


def late(authority: Authority, *, on: date, known_at: datetime | None = None) -> tuple[Late, ...]:
    """Every value that is late on a day, by indicator and period."""
    record = whole_record(authority, known_at=known_at)
    return tuple(
        Late(definition.code, definition.name, period, called(definition.frequency, period), due_on)
        for definition in record.indicators
        for period in _late(record.facts.get(definition.code, NO_FACTS), definition, on=on)
        if (due_on := last_day_in_time(period, lag_days=definition.lag_days or 0)) is not None
    )


def _late(facts: IndicatorFacts, definition: IndicatorEntry, *, on: date) -> tuple[Period, ...]:
    axis = axis_of(definition.frequency, [(row.first, row.until) for row in facts.values])
    return lateness(definition, facts, axis, on=on).late


def _last_change(authority: Authority) -> str:
    """The hash of the last audit event that touched what a board is made of.

    The hash, since a number whose event was undone is given again to another.
    """
    with connection.cursor() as cursor:
        cursor.execute(_last_change_sql(), [authority.pk] * (len(OF_AN_AUTHORITY) + 1))
        found: tuple[str] = cursor.fetchone()
    return found[0]


@cache
def _last_change_sql() -> str:
    own = f"SELECT event_id AS seq FROM {Authority._meta.db_table} WHERE id = %s"  # noqa: S608 - names come from the models
    facts = [
        f"SELECT max(event_id) AS seq FROM {table._meta.db_table} WHERE authority_id = %s"  # noqa: S608
        for table in OF_AN_AUTHORITY
    ]
    national = [f"SELECT max(event_id) AS seq FROM {table._meta.db_table}" for table in OF_ALL]  # noqa: S608
    latest = " UNION ALL ".join([own, *facts, *national])
    return (
        f"SELECT hash FROM {Event._meta.db_table}"  # noqa: S608
        f" WHERE seq = (SELECT max(seq) FROM ({latest}) AS latest)"
    )

"""What has changed of an authority's measures: the last event that touched them, and what came after one.

1. Every row of a fact names the event that wrote or superseded it, so the rows that name a later one tell
   what has changed.
2. An event's hash is of all before it: while the log holds that event, whatever was recorded up to it stands
   as it did. The number of an event that was undone is given again to another, with another hash.
"""

from dataclasses import dataclass
from functools import cache

from django.db import connection

from handback.records.audit.models import Event
from handback.records.audit.queries import events
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

OF_AN_INDICATOR = (Value, Target, ChartDecision, Commentary, CommitmentTie)
OF_AN_AUTHORITY = (Indicator, *OF_AN_INDICATOR, Index)
OF_ALL = (Area, AreaValue, Metric, NeighbourList)


@dataclass(frozen=True, slots=True)
class Change:
    """An event: its number and its hash."""

    seq: int
    hash: str


@dataclass(frozen=True, slots=True)
class Changed:
    """The codes of the indicators that something was recorded of, and whether any national series changed."""

    codes: frozenset[str]
    national: bool


def last_change(authority: Authority) -> Change:
    """The last event that touched what a board is made of. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_last_change_sql(), [authority.pk] * (len(OF_AN_AUTHORITY) + 1))
        return Change(*cursor.fetchone())


def changed_since(change: Change, authority: Authority) -> Changed | None:
    """What was recorded after an event; None where the log does not hold that event. Three queries."""
    if not events().filter(seq=change.seq, hash=change.hash).exists():
        return None
    after = {"authority": authority, "event__gt": change.seq}
    codes = Indicator.objects.filter(**after).order_by().values_list("code")
    parts = [table.objects.filter(**after).order_by().values_list("indicator") for table in OF_AN_INDICATOR]
    national = [
        table.objects.filter(event__gt=change.seq).order_by().values_list("event") for table in OF_ALL
    ]
    touched = national[0].union(*national[1:], all=True)
    return Changed(frozenset(code for (code,) in codes.union(*parts)), bool(touched[:1]))


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
        f"SELECT seq, hash FROM {Event._meta.db_table}"  # noqa: S608
        f" WHERE seq = (SELECT max(seq) FROM ({latest}) AS latest)"
    )

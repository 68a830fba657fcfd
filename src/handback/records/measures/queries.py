"""Questions about measures. What follows from rows is worked out by `measured`; nothing is stored."""

import json
from collections.abc import Collection, Mapping
from dataclasses import fields
from datetime import datetime
from itertools import pairwise
from typing import Any

from django.db.models import QuerySet

from handback.core.periods import Period
from handback.records.audit.queries import events
from handback.records.measures.measured.entries import Changed, IndicatorEntry, Redefinition, Restatement
from handback.records.measures.models import (
    Area,
    ChartDecision,
    ColumnsSaid,
    Commentary,
    CommitmentTie,
    ComparisonGroup,
    Index,
    Indicator,
    Metric,
    NeighbourList,
    Target,
    Value,
)
from handback.records.people.models import Authority


def indicators(authority: Authority, *, known_at: datetime | None = None) -> QuerySet[Indicator]:
    """The definitions of an authority, in its order."""
    found = Indicator.objects.known_at(known_at).filter(authority=authority)
    return found.order_by("position", "code")


def values(authority: Authority, *, known_at: datetime | None = None) -> QuerySet[Value]:
    """What was measured, by indicator and period."""
    return Value.objects.known_at(known_at).filter(authority=authority).order_by("indicator", "first")


def targets(authority: Authority, *, known_at: datetime | None = None) -> QuerySet[Target]:
    """Targets, trajectories and baselines, by indicator, kind and first day."""
    found = Target.objects.known_at(known_at).filter(authority=authority)
    return found.order_by("indicator", "kind", "first")


def decisions(authority: Authority, *, known_at: datetime | None = None) -> QuerySet[ChartDecision]:
    """What was decided about charts, by indicator, earliest first."""
    found = ChartDecision.objects.known_at(known_at).filter(authority=authority)
    return found.order_by("indicator", "decided_on", "pk")


def commentaries(authority: Authority, *, known_at: datetime | None = None) -> QuerySet[Commentary]:
    """What was said of values, by indicator and period."""
    return Commentary.objects.known_at(known_at).filter(authority=authority).order_by("indicator", "first")


def ties(authority: Authority, *, known_at: datetime | None = None) -> QuerySet[CommitmentTie]:
    """The commitments tied to indicators, with their claims and documents, earliest due first."""
    found = CommitmentTie.objects.known_at(known_at).filter(authority=authority)
    found = found.select_related("claim__document").only(
        "indicator", "bearing", "tied_by", "is_public",
        *(f"claim__{name}" for name in ("quote", "attributes", "amended")),
        *(f"claim__document__{name}" for name in ("name", "title", "dated_on", "address")),
    )  # fmt: skip
    return found.order_by("indicator", "pk")


def indices(authority: Authority, *, known_at: datetime | None = None) -> QuerySet[Index]:
    """The composite indices that an authority declared, by code."""
    return Index.objects.known_at(known_at).filter(authority=authority).order_by("code")


def index_editions(authority: Authority, code: str, *, known_at: datetime | None = None) -> QuerySet[Index]:
    """Every declaration that an index ever had, newest first; each with its event."""
    found = Index.objects.filter(authority=authority, code=code).select_related("event")
    if known_at is not None:
        found = found.filter(recorded_at__lte=known_at)
    return found.order_by("-recorded_at", "-pk")


def restatements(
    authority: Authority, codes: Collection[str] | None = None, *, known_at: datetime | None = None
) -> tuple[Restatement, ...]:
    """Every value that was replaced by another or withdrawn, of these indicators or all, newest first.

    A row that a correction replaced without changing its value is none. At most three queries.
    """
    rows = Value.objects.filter(authority=authority, superseded_at__isnull=False)
    if codes is not None:
        rows = rows.filter(indicator__in=codes)
    if known_at is not None:
        rows = rows.filter(superseded_at__lte=known_at)
    named = rows.select_related("event").defer("event__body")  # which names every row that its event wrote
    old = list(named.order_by("-superseded_at", "indicator", "first"))
    new = Value.objects.filter(authority=authority, recorded_at__in={row.superseded_at for row in old})
    by_place = {(row.indicator, row.first, row.recorded_at): row for row in (new if old else ())}
    pairs = [(row, by_place.get((row.indicator, row.first, row.superseded_at))) for row in old]
    reasons = _reasons({row.event_id for row, by in pairs if by is None})
    return tuple(_restatement(row, by, reasons) for row, by in pairs if by is None or by.value != row.value)


def _reasons(withdrawals: Collection[int]) -> dict[int, str]:
    """Why values were withdrawn, by the number of the event."""
    if not withdrawals:
        return {}
    bodies = events().filter(seq__in=withdrawals).values_list("seq", "body")
    return {seq: json.loads(body)["values"].get("reason", "") for seq, body in bodies}


def _restatement(old: Value, new: Value | None, reasons: Mapping[int, str]) -> Restatement:
    return Restatement(
        indicator=old.indicator,
        period=Period(old.first, old.until),
        old=old.value,
        new=new.value if new else None,
        at=old.superseded_at or old.recorded_at,
        by=old.event.actor_name,
        reason=new.reason if new else reasons[old.event_id],
    )


def redefinitions(authority: Authority, code: str | None = None) -> tuple[Redefinition, ...]:
    """Every change to the definition of an indicator, or of all, by code, newest first. One query."""
    rows = Indicator.objects.filter(authority=authority).select_related("event").defer("event__body")
    if code is not None:
        rows = rows.filter(code=code)
    pairs = pairwise(rows.order_by("code", "-recorded_at", "-pk"))
    found = (_redefinition(old, new) for new, old in pairs if new.code == old.code)
    return tuple(one for one in found if one.changes)


def _redefinition(old: Indicator, new: Indicator) -> Redefinition:
    names = (field.name for field in fields(IndicatorEntry))
    said = ((name, _words(getattr(old, name)), _words(getattr(new, name))) for name in names)
    changes = tuple(Changed(*one) for one in said if one[1] != one[2])
    return Redefinition(new.code, new.recorded_at, new.event.actor_name, new.reason, changes)


def _words(value: Any) -> str:
    """A part of a definition as text: yes and no, days as ISO text, blank for nothing."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def areas(*, known_at: datetime | None = None) -> QuerySet[Area]:
    """The areas known, by name."""
    return Area.objects.known_at(known_at).order_by("name", "gss")


def metrics(*, known_at: datetime | None = None) -> QuerySet[Metric]:
    """The national series known, by name."""
    return Metric.objects.known_at(known_at).order_by("name", "code")


def groups(*, known_at: datetime | None = None) -> QuerySet[ComparisonGroup]:
    """The comparison groups, by name."""
    return ComparisonGroup.objects.known_at(known_at).order_by("name")


def neighbour_lists(gss: str, *, known_at: datetime | None = None) -> QuerySet[NeighbourList]:
    """The lists of an area's neighbours, the newest first: the first is the one that boards use."""
    found = NeighbourList.objects.known_at(known_at).filter(gss=gss)
    return found.order_by("-as_of", "-recorded_at", "name")


def columns_said(authority: Authority, signature: str) -> dict[str, str] | None:
    """What somebody said the columns of such a table are, by role; None where nobody did."""
    found = ColumnsSaid.objects.filter(authority=authority, signature=signature)
    return found.values_list("columns", flat=True).first()

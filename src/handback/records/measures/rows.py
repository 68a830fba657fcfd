"""Rows of measures as values."""

from collections.abc import Hashable
from dataclasses import fields
from datetime import date
from functools import cache
from typing import Any

from handback.core.frequencies import Frequency
from handback.core.periods import Period
from handback.records.measures.measured.entries import (
    CommentaryEntry,
    DecisionEntry,
    IndexEntry,
    IndicatorEntry,
    MetricEntry,
    NeighboursEntry,
    TargetEntry,
    TiedCommitment,
)
from handback.records.measures.measured.words import Better, DecisionKind, MeasuredAs, TargetKind


def definition_of(row: Any) -> IndicatorEntry:
    """A row as a definition."""
    said = _said(row, IndicatorEntry)
    said |= {
        "better": Better(said["better"]),
        "measured_as": MeasuredAs(said["measured_as"]),
        "frequency": Frequency(said["frequency"]),
    }
    return IndicatorEntry(**said)


def target_of(row: Any) -> TargetEntry:
    """A row as a target."""
    said = _said(row, TargetEntry, without=("period", "kind"))
    return TargetEntry(**said, period=Period(row.first, row.until), kind=TargetKind(row.kind))


def decision_of(row: Any) -> DecisionEntry:
    """A row as a decision."""
    return DecisionEntry(**_said(row, DecisionEntry, without=("kind",)), kind=DecisionKind(row.kind))


def commentary_of(row: Any) -> CommentaryEntry:
    """A row as a commentary."""
    return CommentaryEntry(**_said(row, CommentaryEntry))


def commitment_of(row: Any) -> TiedCommitment:
    """A tie as what was promised: the words and times that a person accepted."""
    claim, document = row.claim, row.claim.document
    said = claim.attributes if claim.amended is None else claim.amended
    return TiedCommitment(
        indicator=row.indicator,
        words=claim.quote,
        owner=said.get("owner") or "",
        due_from=_day(said.get("due_from")),
        due_to=_day(said.get("due_to")),
        source=document.title or document.name,
        dated_on=document.dated_on,
        address=document.address,
        bearing=row.bearing,
        tied_by=row.tied_by,
        is_public=row.is_public,
        claim=claim.pk,
        document=document.pk,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def index_of(row: Any) -> IndexEntry:
    """A row as an index."""
    return IndexEntry(**_said(row, IndexEntry, without=("is_public",)), is_public=not row.seen_by)


def metric_of(row: Any) -> MetricEntry:
    """A row as a national series."""
    return MetricEntry(**_said(row, MetricEntry, without=("better",)), better=Better(row.better))


def neighbours_of(row: Any) -> NeighboursEntry:
    """A row as a list of neighbours."""
    said = _said(row, NeighboursEntry, without=("neighbours",))
    return NeighboursEntry(**said, neighbours=tuple(row.neighbours))


def _said(row: Any, entry: type[Any], *, without: tuple[str, ...] = ()) -> dict[str, Any]:
    described: Any = entry
    return {name: getattr(row, name) for name in _names(described, without)}


@cache
def _names(entry: Hashable, without: tuple[str, ...]) -> tuple[str, ...]:
    described: Any = entry
    return tuple(field.name for field in fields(described) if field.name not in without)

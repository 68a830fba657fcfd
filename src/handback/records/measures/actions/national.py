"""What is known of every council: areas, national series, comparison groups, lists of neighbours."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from handback.records.audit import actions as audit
from handback.records.audit.facts import By, Outcome
from handback.records.measures.actions.importing import Taken
from handback.records.measures.actions.recording import columns_of, record
from handback.records.measures.codes import is_gss, is_metric
from handback.records.measures.measured.entries import (
    AreaEntry,
    AreaValueEntry,
    GroupEntry,
    MetricEntry,
    NeighboursEntry,
)
from handback.records.measures.models import (
    Area,
    AreaValue,
    ComparisonGroup,
    Metric,
    NeighbourList,
)
from handback.records.measures.refusals import (
    ImportRefused,
    NotWellFormed,
    RecordChanged,
    RestatedWithoutReason,
)
from handback.records.measures.series_importing import Key, SeriesPreview, kept_values, key_of

NOT_GSS = "A GSS code is a letter and eight digits, such as E08000001."


@transaction.atomic
def record_area(entry: AreaEntry, *, by: By, at: datetime) -> Outcome:
    """Record an area, or correct it. Raises NotWellFormed."""
    _check_gss("gss", [entry.gss])
    return _record(Area, "gss", entry, what="area", by=by, at=at)


@transaction.atomic
def record_metric(entry: MetricEntry, *, by: By, at: datetime) -> Outcome:
    """Record a national series, or correct what is said of it. Raises NotWellFormed."""
    if not is_metric(entry.code):
        raise NotWellFormed("code", "The code of a series has letters, digits and - . _ : /, and 80 at most.")
    if not entry.name.strip():
        raise NotWellFormed("name", "Say what the series is called.")
    return _record(Metric, "code", entry, what="metric", by=by, at=at)


@transaction.atomic
def record_group(entry: GroupEntry, *, by: By, at: datetime) -> Outcome:
    """Record areas that are compared, or correct them. Raises NotWellFormed."""
    if not entry.name.strip():
        raise NotWellFormed("name", "Say what the group is called.")
    _check_gss("members", entry.members)
    return _record(ComparisonGroup, "name", entry, what="group", by=by, at=at)


@transaction.atomic
def record_neighbours(entry: NeighboursEntry, *, by: By, at: datetime) -> Outcome:
    """Record the neighbours of an area, as somebody published them, or correct them. Raises NotWellFormed."""
    _check_gss("gss", [entry.gss])
    _check_gss("neighbours", entry.neighbours)
    if entry.gss in entry.neighbours:
        raise NotWellFormed("neighbours", f"{entry.gss} is not a neighbour of itself.")
    if not entry.source.strip():
        raise NotWellFormed("source", "Say who published this list.")
    wanted = columns_of(entry)
    key = {name: wanted.pop(name) for name in ("gss", "name")}
    subject = f"national/neighbours/{entry.gss}"
    return record(NeighbourList, key, wanted, what="measures.neighbours", subject=subject, by=by, at=at)


@transaction.atomic
def load_series(seen: SeriesPreview, *, reason: str = "", by: By, at: datetime) -> Taken:
    """Record what a preview of national series showed, with one event; all or nothing.

    `reason` says why values are restated. Raises ImportRefused, naming each place, RestatedWithoutReason,
    and RecordChanged where the preview does not hold any more.
    """
    if seen.faults:
        raise ImportRefused([str(fault) for fault in seen.faults])
    if seen.restated and not reason.strip():
        old, entry = seen.restated[0]
        raise RestatedWithoutReason(entry.metric, entry.period, old, entry.value)
    if not seen.new and not seen.restated:
        return Taken(0, 0, seen.same)
    with audit.action("measures.series.loaded", by=by, at=at) as event:
        _check_holds(seen)
        held = _held([entry for _, entry in seen.restated])
        event.supersede_all(held[key_of(entry)] for _, entry in seen.restated)
        entries = (*seen.new, *(entry for _, entry in seen.restated))
        event.add_all([AreaValue(**columns_of(entry)) for entry in entries])
        event.subject = "national/series"
        event.values = {"metrics": list(seen.metrics), "new": len(seen.new)} | (
            {"restated": len(seen.restated), "reason": reason.strip()} if seen.restated else {}
        )
    return Taken(len(seen.new), len(seen.restated), seen.same)


def _held(entries: Sequence[AreaValueEntry]) -> dict[Key, AreaValue]:
    """What the record states of the series and areas of some values, by what each is the value of."""
    metrics, areas = {entry.metric for entry in entries}, {entry.gss for entry in entries}
    rows = AreaValue.objects.filter(metric__in=metrics, gss__in=areas, superseded_at=None)
    return {(row.metric, row.gss, row.first, row.until): row for row in rows}


def _check_holds(seen: SeriesPreview) -> None:
    """Raises RecordChanged where a value was recorded since."""
    kept = kept_values(seen.metrics)
    if any(key_of(entry) in kept for entry in seen.new) or any(
        kept.get(key_of(entry)) != old for old, entry in seen.restated
    ):
        raise RecordChanged


def _record(model: type[Any], key: str, entry: Any, *, what: str, by: By, at: datetime) -> Outcome:
    wanted = columns_of(entry)
    name = wanted.pop(key)
    subject = f"national/{what}s/{name}"
    return record(model, {key: name}, wanted, what=f"measures.{what}", subject=subject, by=by, at=at)


def _check_gss(field: str, codes: Sequence[str]) -> None:
    """Raises NotWellFormed for a code that is none, or stands twice."""
    for code in codes:
        if not is_gss(code):
            raise NotWellFormed(field, f"“{code}” is no GSS code. {NOT_GSS}")
    if len(set(codes)) != len(codes):
        twice = next(code for code in codes if list(codes).count(code) > 1)
        raise NotWellFormed(field, f"{twice} is listed twice.")

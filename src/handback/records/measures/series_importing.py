"""A table of national series beside the record, in LG Inform's shape: metric, area, period, value.

preview = preview_series(table, columns)
actions.load_series(preview, reason=..., by=..., at=...)
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from handback.core.periods import Period
from handback.reading.series import Role, Stated, Table, stated_number, stated_period, stated_rows
from handback.records.measures import queries
from handback.records.measures.codes import is_gss
from handback.records.measures.entering import check_number
from handback.records.measures.importing import Fault
from handback.records.measures.measured.benchmarks import label_of
from handback.records.measures.measured.entries import AreaValueEntry
from handback.records.measures.models import AreaValue

Key = tuple[str, str, date, date | None]


@dataclass(frozen=True, slots=True)
class SeriesPreview:
    """What a table of national series would do. `restated` are (old, new)."""

    new: tuple[AreaValueEntry, ...]
    restated: tuple[tuple[Decimal, AreaValueEntry], ...]
    same: int
    faults: tuple[Fault, ...]
    metrics: tuple[str, ...]
    areas: int
    periods: tuple[Period, ...]


def preview_series(table: Table, columns: Mapping[Role, str], *, metric: str = "") -> SeriesPreview:
    """What a table of national series would do. Raises NoSuchColumns.

    `metric` is the code for tables without a column of metrics. Values that are not given (a dash, “..”,
    “n/a”) are gaps.
    """
    known = frozenset(queries.metrics().values_list("code", flat=True))
    rows = [(stated.place, _entry(stated, metric, known)) for stated in stated_rows(table, columns)]
    read = [(place, found) for place, found in rows if isinstance(found, AreaValueEntry)]
    faults = [found for _, found in rows if isinstance(found, Fault)] + list(_twice(read))
    metrics = tuple(sorted({entry.metric for _, entry in read}))
    kept = kept_values(metrics)
    told = [(entry, kept.get(key_of(entry))) for _, entry in read]
    return SeriesPreview(
        new=tuple(entry for entry, old in told if old is None),
        restated=tuple((old, entry) for entry, old in told if old is not None and old != entry.value),
        same=sum(old == entry.value for entry, old in told),
        faults=tuple(faults),
        metrics=metrics,
        areas=len({entry.gss for _, entry in read}),
        periods=tuple(sorted({entry.period for _, entry in read})),
    )


def _entry(stated: Stated, metric: str, known: frozenset[str]) -> AreaValueEntry | Fault | None:
    """A row as a value; None for a gap; or why it cannot be one."""
    code = stated.said.get(Role.INDICATOR, metric)
    if code not in known:
        return Fault(
            stated.where(Role.INDICATOR), f"no national series has the code “{code}”: record it first"
        )
    gss = stated.said.get(Role.AREA, "")
    if not is_gss(gss):
        return Fault(stated.where(Role.AREA), f"“{gss}” is no GSS code, such as E08000001")
    role = Role.PERIOD
    try:
        period = stated_period(stated.said.get(role, ""))
        role = Role.VALUE
        value = stated_number(stated.said.get(role, ""))
        check_number("value", value)
    except ValueError as refused:
        return Fault(stated.where(role), str(refused))
    return None if value is None else AreaValueEntry(metric=code, gss=gss, period=period, value=value)


def key_of(entry: AreaValueEntry) -> Key:
    """What a value is the value of."""
    return (entry.metric, entry.gss, entry.period.first, entry.period.until)


def kept_values(metrics: Sequence[str]) -> dict[Key, Decimal]:
    """What the record states of these series."""
    rows = AreaValue.objects.filter(metric__in=metrics, superseded_at=None)
    listed = rows.values_list("metric", "gss", "first", "until", "value")
    return {(metric, gss, first, until): value for metric, gss, first, until, value in listed}


def _twice(read: Sequence[tuple[str, AreaValueEntry]]) -> Iterator[Fault]:
    places: dict[Key, str] = {}
    for place, entry in read:
        key = key_of(entry)
        if key in places:
            what = f"{entry.metric} of {entry.gss} for {label_of(entry.period)}"
            yield Fault(place, f"{what} stands at {places[key]} already")
        else:
            places[key] = place

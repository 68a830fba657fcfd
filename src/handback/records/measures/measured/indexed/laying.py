"""The values of which an index is made, laid out: units on the rows, the declaration's indicators across.

1. A value counts for the period of the index in which its own period ends.
2. The index is told for the newest period in which enough of the council's own indicators are known: the
   least share that the declaration asks for, and half where it asks for none. Or `within` names the period.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from handback.core.frequencies import called, period_of
from handback.core.frequencies import periods as periods_between
from handback.core.periods import ONE_DAY, Period
from handback.records.measures.measured.benchmarks import label_of
from handback.records.measures.measured.entries import IndicatorEntry
from handback.records.measures.measured.indexed.declared import Compared, Declared, Finer
from handback.records.measures.measured.record import NO_FACTS, IndicatorFacts, ValueRow
from handback.records.measures.measured.words import MeasuredAs

Floats = NDArray[np.float64]
ByArea = Mapping[str, Decimal]
HALF = 0.5  # of the council's own indicators, where the declaration asks for no share
MOST_PERIODS = 400


@dataclass(frozen=True, eq=False)
class Laid:
    """`values`: float[unit, indicator], each in its indicator's unit, gaps as nan. `own` is the row told.

    `above` and `below`: what a value was counted from, float[unit, indicator], nan where that is not known,
    as it is not of national series.

    `units` are GSS codes or the first days of periods, `names` what people call them; `of` says for each
    indicator which period its values are of, blank where none is known.
    """

    units: tuple[str, ...]
    names: tuple[str, ...]
    own: int
    values: Floats
    above: Floats
    below: Floats
    of: tuple[str, ...]
    period: Period
    label: str

    @property
    def alone(self) -> "Laid":
        """The one of the council's own periods that is told, by itself, as the council's: so that two can be
        set against each other.
        """
        values, above, below = (each[[self.own]] for each in (self.values, self.above, self.below))
        of = tuple("" if np.isnan(value) else self.label for value in values[0])
        return Laid(("own",), (self.label,), 0, values, above, below, of, self.period, self.label)


@dataclass(frozen=True, slots=True)
class Councils:
    """The council and those beside it, by GSS code: `series` by metric, period and area."""

    own: str
    others: tuple[str, ...]
    names: Mapping[str, str]
    series: Mapping[str, Mapping[Period, ByArea]]


def councils_laid(
    declared: Declared,
    definitions: Mapping[str, IndicatorEntry],
    councils: Councils,
    *,
    on: date,
    within: Period | None = None,
) -> Laid | None:
    """The councils in the period that is told; None where nothing is known."""
    metrics = [definitions[name].benchmark_metric for name in declared.declaration.names]
    newest = [_newest_within(councils.series.get(metric, {}), declared.compared, on=on) for metric in metrics]
    known: dict[Period, int] = {}
    for each in newest:
        for period, (_, at) in each.items():
            known[period] = known.get(period, 0) + (councils.own in at)
    told = within or _told(known, len(metrics), declared)
    return None if told is None else _councils(declared, councils, newest, told)


Newest = Mapping[Period, tuple[Period, ByArea]]


def _newest_within(series: Mapping[Period, ByArea], compared: Compared, *, on: date) -> Newest:
    """For each period of the index, the values of the last period of a series that ends in it."""
    found: dict[Period, tuple[Period, ByArea]] = {}
    for period, at in sorted(series.items(), key=lambda item: item[0].until or item[0].first):
        if period.last is not None and period.last <= on:
            found[period_of(compared.every, day=period.last)] = (period, at)
    return found


def _told(known: Mapping[Period, int], indicators: int, declared: Declared) -> Period | None:
    """The newest period in which enough is known, or else that in which most is."""
    least = (declared.declaration.missing.least or HALF) * indicators
    some = {period: count for period, count in known.items() if count}
    if not some:
        return None
    enough = [period for period, count in some.items() if count >= least]
    return max(enough) if enough else max(some, key=lambda period: (some[period], period))


def _councils(declared: Declared, councils: Councils, newest: Sequence[Newest], within: Period) -> Laid:
    units = (councils.own, *(area for area in councils.others if area != councils.own))
    found = [each.get(within) for each in newest]
    values = np.column_stack([_column(one[1] if one else {}, units) for one in found])
    return Laid(
        units=units,
        names=tuple(councils.names.get(unit, unit) for unit in units),
        own=0,
        values=values,
        above=np.full_like(values, np.nan),
        below=np.full_like(values, np.nan),
        of=tuple(label_of(one[0]) if one else "" for one in found),
        period=within,
        label=called(declared.compared.every, within),
    )


def _column(at: ByArea, units: Iterable[str]) -> list[float]:
    return [float(at[unit]) if unit in at else np.nan for unit in units]


def periods_laid(
    declared: Declared,
    definitions: Mapping[str, IndicatorEntry],
    facts: Mapping[str, IndicatorFacts],
    *,
    on: date,
    within: Period | None = None,
) -> Laid | None:
    """The council's own periods up to the one that is told; None where nothing is known."""
    names = declared.declaration.names
    columns = [
        _by_period(definitions[name], facts.get(name, NO_FACTS).values, declared.compared, on=on)
        for name in names
    ]
    known = {
        period: sum(period in column for column in columns) for period in {p for c in columns for p in c}
    }
    told = within or _told(known, len(names), declared)
    if told is None or told.until is None or not any(period <= told for period in known):
        return None
    every = declared.compared.every
    shown = list(periods_between(every, first=min(known).first, until=told.until))[-MOST_PERIODS:]
    laid = np.array([[column.get(period, UNKNOWN) for column in columns] for period in shown])
    return Laid(
        units=tuple(period.first.isoformat() for period in shown),
        names=tuple(called(every, period) for period in shown),
        own=len(shown) - 1,
        values=laid[..., 0],
        above=laid[..., 1],
        below=laid[..., 2],
        of=tuple(called(every, told) if told in column else "" for column in columns),
        period=told,
        label=called(every, told),
    )


Counted = tuple[float, float, float]  #: a value, and what it was counted from, nan where that is not known
UNKNOWN: Counted = (np.nan, np.nan, np.nan)


def _by_period(
    definition: IndicatorEntry, rows: Sequence[ValueRow], compared: Compared, *, on: date
) -> dict[Period, Counted]:
    """An indicator's value in each period of the index that has ended."""
    held: dict[Period, list[ValueRow]] = {}
    for row in rows:
        period = period_of(compared.every, day=row.until - ONE_DAY)
        if period.last is not None and period.last <= on:
            held.setdefault(period, []).append(row)
    take = _mean if compared.finer == Finer.MEAN else _last
    return {period: take(some, definition) for period, some in held.items()}


def _last(rows: Sequence[ValueRow], definition: IndicatorEntry) -> Counted:  # noqa: ARG001 - as _mean
    newest = max(rows, key=lambda row: row.until)
    return float(newest.value), _number(newest.numerator), _number(newest.denominator)


def _mean(rows: Sequence[ValueRow], definition: IndicatorEntry) -> Counted:
    """Worked out anew from all that was counted, where it was; else the mean of the values."""
    above = sum(_number(row.numerator) for row in rows)
    below = sum(_number(row.denominator) for row in rows)
    counted = definition.measured_as in (MeasuredAs.PROPORTION, MeasuredAs.RATE)
    if counted and below and not np.isnan(above + below):
        return definition.per * above / below, above, below
    return sum(float(row.value) for row in rows) / len(rows), np.nan, np.nan


def _number(text: str | None) -> float:
    return np.nan if text is None else float(text)

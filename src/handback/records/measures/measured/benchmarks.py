"""A council beside its neighbours: the median and quartiles of theirs, and its own place among them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil

from handback.core.frequencies import Frequency, called, follows
from handback.core.periods import Period
from handback.records.measures.measured.entries import MetricEntry, NeighboursEntry
from handback.records.measures.measured.findings import Benchmark, Neighbour
from handback.records.measures.measured.words import Better

#: A value of an area for a period of a national series.
AreaPeriods = Mapping[Period, Mapping[str, Decimal]]
STATED_AS = (
    Frequency.FINANCIAL_YEAR,
    Frequency.CALENDAR_YEAR,
    Frequency.QUARTER,
    Frequency.MONTH,
    Frequency.ACADEMIC_YEAR,
    Frequency.WEEK,
)


@dataclass(frozen=True, slots=True)
class Beside:
    """Those whom an area is put beside, by GSS code, with their names, and who says so."""

    areas: tuple[str, ...]
    names: Mapping[str, str]
    list_name: str
    list_source: str

    @classmethod
    def neighbours(cls, entry: NeighboursEntry, names: Mapping[str, str]) -> "Beside":
        """The neighbours of a list."""
        return cls(entry.neighbours, names, entry.name, entry.source)


def benchmark(gss: str, metric: MetricEntry, values: AreaPeriods, beside: Beside) -> Benchmark | None:
    """An area beside others in the newest period for which its own value is known, or any of theirs.

    None where nothing is known. The area itself is never one of those whom it is put beside.
    """
    others = tuple(area for area in beside.areas if area != gss)
    period = _newest(values, (gss,)) or _newest(values, others)
    if period is None:
        return None
    at = values[period]
    own, known = at.get(gss), sorted(at[area] for area in others if area in at)
    neither = metric.better == Better.NEITHER  # then no place is the best
    return Benchmark(
        metric=metric.code,
        metric_name=metric.name,
        unit=metric.unit,
        source=metric.source,
        period=period,
        label=label_of(period),
        own=own,
        median=share_of(known, Decimal("0.5")),
        lower_quartile=share_of(known, Decimal("0.25")),
        upper_quartile=share_of(known, Decimal("0.75")),
        known=len(known),
        of=len(others),
        rank=None if own is None or neither else rank(own, known, metric.better),
        quartile=None if own is None or neither or not known else _quartile(own, known, metric.better),
        neighbours=tuple(Neighbour(area, beside.names.get(area, area), at.get(area)) for area in others),
        list_name=beside.list_name,
        list_source=beside.list_source,
    )


def label_of(period: Period) -> str:
    """What people call a period of which no frequency is known."""
    named = next((one for one in STATED_AS if follows(one, period)), Frequency.IRREGULAR)
    return called(named, period)


def share_of(known: Sequence[Decimal], share: Decimal) -> Decimal | None:
    """The value below which a share of these lies; between two it lies on a line, as spreadsheets have it.

    `known` stands in order; None where there are none.
    """
    if not known:
        return None
    place = share * (len(known) - 1)
    below = int(place)
    above = min(below + 1, len(known) - 1)
    return known[below] + (known[above] - known[below]) * (place - below)


def rank(own: Decimal, known: Sequence[Decimal], better: Better) -> int:
    """The place of a value among others, 1 the best; ties share the better place."""
    if better == Better.LOWER:
        return 1 + sum(other < own for other in known)
    return 1 + sum(other > own for other in known)


def _quartile(own: Decimal, known: Sequence[Decimal], better: Better) -> int:
    everybody = len(known) + 1
    return ceil(4 * rank(own, known, better) / everybody)


def _newest(values: AreaPeriods, areas: Sequence[str]) -> Period | None:
    periods = [period for period, at in values.items() if not at.keys().isdisjoint(areas)]
    return max(periods, key=lambda period: (period.until or period.first, period.first), default=None)

"""Which councils are most like one, by national series that somebody chooses and weighs, in the open.

found = likeness.alike(authority, {"46": 1.0, "47": 2.0})
found.nearest          # Neighbour(council, distance, known), the likest first
found.entry(as_of=day) # to be imported as a list: its source says the series and their weights
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

import numpy as np

from handback.core.periods import Period
from handback.records.measures import queries
from handback.records.measures.fields import Spans, written
from handback.records.measures.measured.benchmarks import label_of
from handback.records.measures.measured.entries import NeighboursEntry
from handback.records.measures.measured.words import CouncilKind
from handback.records.measures.models import AreaValue
from handback.records.people.models import Authority
from handback.statistics.neighbours import CannotBeCompared, Neighbour, Neighbours, neighbours


@dataclass(frozen=True, slots=True, eq=False)
class Alike:
    """The areas most like one. `distances` says what each series adds; `periods` which they are of."""

    gss: str
    nearest: tuple[Neighbour, ...]
    distances: Neighbours
    periods: Mapping[str, Period]
    names: Mapping[str, str]

    @property
    def source(self) -> str:
        """How it was made, in a sentence."""
        shares = zip(self.distances.metrics, self.distances.weights, strict=True)
        parts = [f"{code} in {label_of(self.periods[code])} ({share:.0%})" for code, share in shares]
        return f"Distance in {', '.join(parts)}"

    def entry(self, *, name: str, as_of: date) -> NeighboursEntry:
        """A list of neighbours, to be recorded."""
        likest = tuple(one.council for one in self.nearest)
        return NeighboursEntry(gss=self.gss, name=name, neighbours=likest, source=self.source, as_of=as_of)


def alike(
    authority: Authority,
    weights: Mapping[str, float],
    *,
    count: int = 15,
    kinds: Collection[CouncilKind] = (),
    known_at: datetime | None = None,
) -> Alike:
    """The areas most like an authority, by the series named and their weights, of some `kinds` or all.

    Each series counts in the newest period for which the authority's own value is known. Raises
    CannotBeCompared for a series without one, or that tells no council from another.
    """
    known = queries.areas(known_at=known_at)
    if kinds:
        known = known.filter(kind__in=[str(kind) for kind in kinds])
    names = dict(known.values_list("gss", "name")) | {authority.gss: authority.name}
    values, periods = _values(authority.gss, sorted(weights), known_at=known_at)
    areas = sorted({gss for column in values.values() for gss in column if gss in names})
    table = [[float(values[code].get(gss, np.nan)) for code in periods] for gss in areas]
    found = neighbours(table, councils=areas, metrics=list(periods), weights=weights)
    nearest = tuple(found.nearest(authority.gss, count=count))
    return Alike(authority.gss, nearest, found, periods, names)


def _values(
    gss: str, metrics: list[str], *, known_at: datetime | None
) -> tuple[dict[str, dict[str, Decimal]], dict[str, Period]]:
    """The values of each series in the period that counts, by area, and that period."""
    texts = [written(name) for name in ("first", "until", "value")]
    rows = AreaValue.objects.known_at(known_at).filter(metric__in=metrics)
    spans, by_period = Spans(), dict[str, dict[Period, dict[str, Decimal]]]()
    for metric, area, first, until, value in rows.values_list("metric", "gss", *texts):
        by_period.setdefault(metric, {}).setdefault(spans[first, until], {})[area] = Decimal(value)
    periods: dict[str, Period] = {}
    for metric in metrics:
        own = [period for period, at in by_period.get(metric, {}).items() if gss in at]
        if not own:
            raise CannotBeCompared(metric, f"has no value for {gss}.")
        periods[metric] = max(own, key=lambda period: (period.until or period.first, period.first))
    return {metric: by_period[metric][period] for metric, period in periods.items()}, periods

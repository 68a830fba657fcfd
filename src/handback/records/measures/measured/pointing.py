"""The points of one indicator, each with all that is said of it."""

from bisect import bisect_left
from datetime import date
from math import isnan
from typing import Protocol

import numpy as np

from handback.records.measures.measured.axes import Axis
from handback.records.measures.measured.charting import Charted
from handback.records.measures.measured.entries import IndicatorEntry, ValueEntry
from handback.records.measures.measured.findings import Point, SuggestedRebase, Told
from handback.records.measures.measured.record import IndicatorFacts
from handback.records.measures.measured.series import levels
from handback.records.measures.measured.words import TargetKind
from handback.statistics.process_control import Chart, PointFinding, Signal, Variation
from handback.statistics.process_control.rebasing import suggested_rebase

#: What a point is that is part of a change.
BEYOND = {Variation.IMPROVING, Variation.WORSENING, Variation.NEUTRAL_HIGH, Variation.NEUTRAL_LOW}


class Drawn(Protocol):
    """An indicator with its chart."""

    @property
    def definition(self) -> IndicatorEntry:
        """What is measured."""

    @property
    def facts(self) -> IndicatorFacts:
        """What is recorded of it."""

    @property
    def axis(self) -> Axis:
        """Its periods."""

    @property
    def charted(self) -> Charted | None:
        """Its row in a chart of many."""

    @property
    def chart(self) -> Chart | None:
        """Its chart alone."""


def points_of(of: Drawn) -> tuple[Point, ...]:
    """Every period of the axis, gaps too."""
    if of.charted is None:
        return ()
    numbers = _Numbers(of, of.charted)
    return tuple(map(numbers.point, range(len(of.axis))))


def last_of(of: Drawn) -> Point | None:
    """The last point that has a value and is no ghost; None where there is none."""
    if of.charted is None:
        return None
    place = of.charted.finding.last.period
    found = _Numbers(of, of.charted).point(place)
    return None if found.is_ghost or isnan(found.value) else found


def ended_before_last(of: Drawn) -> tuple[Point, ...]:
    """The change that went on until the value before the last, and of which the last is no part any more.

    Its points are in order, without a gap in what they are; none where the last value is part of a change
    itself, where the one before it was none, or where limits begin anew between them.
    """
    if of.charted is None or of.charted.finding.last.variation != Variation.COMMON:
        return ()
    numbers, stretch = _Numbers(of, of.charted), list[Point]()
    for place in range(of.charted.finding.last.period - 1, -1, -1):
        point = numbers.point(place)
        if isnan(point.value) or point.is_ghost:
            continue
        if not numbers.is_in_segment_of_last(place) or point.variation not in BEYOND:
            break
        if stretch and point.variation != stretch[-1].variation:
            break
        stretch.append(point)
    return tuple(reversed(stretch))


class _Numbers:
    """A chart and what is recorded beside it, by place."""

    def __init__(self, of: Drawn, charted: Charted) -> None:
        self.of, self.charted = of, charted
        self.axis, self.row, self.offset = of.axis, charted.row, charted.offset
        self.planned = levels(of.facts.targets, TargetKind.TRAJECTORY, of.axis)

    def point(self, place: int) -> Point:
        """All that is said of one period."""
        chart, found = self.charted.together, self.charted.point(place)
        at, period = (self.row, place + self.offset), self.axis.periods[place]
        return Point(
            period=period,
            label=self.axis.labels[place],
            entry=self._entry(period.first),
            value=found.value,
            centre=found.centre,
            lower=found.lower,
            upper=found.upper,
            near_lower=float(chart.limits.near_lower[at]),
            near_upper=float(chart.limits.near_upper[at]),
            target=float(chart.targets[at]),
            trajectory=float(self.planned[place]),
            variation=found.variation,
            fired=self._told(found),
            conflict=found.conflict,
            counted=found.counted,
            is_ghost=bool(chart.ghosts[at]),
            begins_anew=bool(place and self._segment(place) != self._segment(place - 1)),
            commentary=next((one for one in self.of.facts.commentaries if one.first == period.first), None),
        )

    def _entry(self, first: date) -> ValueEntry | None:
        rows = self.of.facts.values
        place = bisect_left(rows, first, key=lambda row: row.first)
        found = place < len(rows) and rows[place].first == first
        return rows[place].entry(self.of.definition.code) if found else None

    def is_in_segment_of_last(self, place: int) -> bool:
        """Whether limits are drawn of it and of the last point together."""
        return self._segment(place) == self._segment(self.charted.finding.last.period)

    def _segment(self, place: int) -> int:
        return int(self.charted.together.segments[self.row, place + self.offset])

    def _told(self, found: PointFinding) -> tuple[Told, ...]:
        axis = self.axis
        return tuple(Told(one.signal, axis.periods[one.began], axis.labels[one.began]) for one in found.fired)


def suggested_for(of: Drawn) -> SuggestedRebase | None:
    """Where limits might be drawn anew, if anywhere."""
    chart = of.chart
    if chart is None or not np.isfinite(chart.values).any():
        return None
    found = suggested_rebase(chart, 0)
    if found is None:
        return None
    place = found.period
    return SuggestedRebase(
        of.axis.periods[place], of.axis.labels[place], found.points, found.side == Signal.ABOVE_MEAN
    )

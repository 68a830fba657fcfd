"""The points of one indicator, each with all that is said of it."""

from collections.abc import Mapping
from datetime import date
from typing import Protocol

import numpy as np

from handback.records.measures.measured.axes import Axis
from handback.records.measures.measured.entries import CommentaryEntry, IndicatorEntry, ValueEntry
from handback.records.measures.measured.findings import Point, SuggestedRebase, Told
from handback.records.measures.measured.record import IndicatorFacts
from handback.records.measures.measured.series import levels
from handback.records.measures.measured.words import TargetKind
from handback.statistics.process_control import Chart, PointFinding, Signal, point_finding
from handback.statistics.process_control.limits import moving_ranges
from handback.statistics.process_control.rebasing import suggested_rebase


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
    def chart(self) -> Chart | None:
        """Its chart alone."""


def points_of(of: Drawn) -> tuple[Point, ...]:
    """Every period of the axis, gaps too."""
    chart = of.chart
    if chart is None:
        return ()
    entries = {row.first: row.entry(of.definition.code) for row in of.facts.values}
    said = {one.first: one for one in of.facts.commentaries}
    ranges = moving_ranges(chart.values, segments=chart.segments)[0]
    planned = levels(of.facts.targets, TargetKind.TRAJECTORY, of.axis)
    numbers = _Numbers(of.axis, chart, entries, said)
    return tuple(
        numbers.point(place, float(ranges[place]), float(planned[place])) for place in range(len(of.axis))
    )


class _Numbers:
    """A chart and what is recorded beside it, by place."""

    def __init__(
        self,
        axis: Axis,
        chart: Chart,
        entries: Mapping[date, ValueEntry],
        said: Mapping[date, CommentaryEntry],
    ) -> None:
        self.axis, self.chart, self.entries, self.said = axis, chart, entries, said

    def point(self, place: int, moving_range: float, trajectory: float) -> Point:
        chart, found = self.chart, point_finding(self.chart, 0, place)
        period, limits = self.axis.periods[place], self.chart.limits
        return Point(
            period=period,
            label=self.axis.labels[place],
            entry=self.entries.get(period.first),
            value=found.value,
            centre=found.centre,
            lower=found.lower,
            upper=found.upper,
            near_lower=float(limits.near_lower[0, place]),
            near_upper=float(limits.near_upper[0, place]),
            moving_range=moving_range,
            target=float(chart.targets[0, place]),
            trajectory=trajectory,
            variation=found.variation,
            fired=self._told(found),
            conflict=found.conflict,
            counted=found.counted,
            is_ghost=bool(chart.ghosts[0, place]),
            begins_anew=bool(place and chart.segments[0, place] != chart.segments[0, place - 1]),
            commentary=self.said.get(period.first),
        )

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

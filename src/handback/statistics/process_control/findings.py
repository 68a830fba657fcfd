"""One series, point by point, in terms that can be put into words: which rules fired, and since when."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from handback.statistics.process_control.chart import Chart
from handback.statistics.process_control.refusals import NotUnderstood
from handback.statistics.process_control.signals import HIGH, RULES, Signal
from handback.statistics.process_control.verdicts import (
    Assurance,
    Sufficiency,
    Variation,
    told_by,
)


@dataclass(frozen=True, slots=True)
class Fired:
    """A rule that fired at a point, and the period at which what it tells of began."""

    signal: Signal
    began: int


@dataclass(frozen=True, slots=True)
class PointFinding:
    """A point. `fired` holds every rule, the one that tells it first; numbers are nan where unknown."""

    period: int
    value: float
    centre: float
    lower: float
    upper: float
    variation: Variation
    fired: tuple[Fired, ...]
    conflict: bool
    counted: bool


@dataclass(frozen=True, slots=True)
class SeriesFinding:
    """A series as it stands at its last point.

    `points` drew the limits in force there, which are `worth` as much as those of so many points in a row.
    """

    series: int
    variation: Variation
    assurance: Assurance
    sufficiency: Sufficiency
    points: int
    worth: int
    last: PointFinding
    target: float


def series_finding(chart: Chart, series: int) -> SeriesFinding:
    """The verdicts of one series of a chart, and its last point. Raises NotUnderstood where there is none."""
    check_place(chart, series, 0)
    last = int(chart.last[series])
    return SeriesFinding(
        series=series,
        variation=Variation(int(chart.verdict[series])),
        assurance=Assurance(int(chart.assurance[series])),
        sufficiency=Sufficiency(int(chart.sufficiency[series])),
        points=int(chart.points[series]),
        worth=int(chart.worth[series]),
        last=point_finding(chart, series, last),
        target=float(chart.targets[series, last]),
    )


def check_place(chart: Chart, series: int, period: int) -> None:
    """Raises NotUnderstood where a chart has no such point; they are numbered from 0."""
    for what, number, count in zip(("series", "period"), (series, period), chart.values.shape, strict=True):
        if not 0 <= number < count:
            raise NotUnderstood(what, f"there is no {number}; the chart has {count}.")


def point_finding(chart: Chart, series: int, period: int) -> PointFinding:
    """What is known of one point. Raises NotUnderstood where the chart has no such point."""
    check_place(chart, series, period)
    of = slice(series, series + 1)
    found = Signal(int(chart.signals[series, period]))
    told = Signal(int(told_by(chart.signals[of], values=chart.values[of])[0, period])) if found else found
    others = [side for pair in RULES for side in pair if side in found and side != told]
    return PointFinding(
        period=period,
        value=float(chart.values[series, period]),
        centre=float(chart.limits.centre[series, period]),
        lower=float(chart.limits.lower[series, period]),
        upper=float(chart.limits.upper[series, period]),
        variation=Variation(int(chart.variation[series, period])),
        fired=tuple(
            Fired(side, began(chart, series, period, side)) for side in ([told] if told else []) + others
        ),
        conflict=bool(chart.conflicts[series, period]),
        counted=bool(chart.counted[series, period]),
    )


def began(chart: Chart, series: int, period: int, signal: Signal) -> int:
    """The period with which began what a signal tells of at a point.

    Of a run, a trend and a stretch beyond the limits that is its first point; of two in three, the first near
    the limit in the earliest three that the point belongs to.
    """
    marks = (chart.signals[series] & np.uint8(signal)) != 0
    if signal in (Signal.NEAR_UPPER, Signal.NEAR_LOWER):
        return _first_of_three(chart, marks, series, period)
    first = _start(chart.segments[series], period)
    while period > first and marks[period - 1] and _goes_on(chart, series, period, signal):
        period -= 1
    return period


def _start(segments: NDArray[np.int32], period: int) -> int:
    return int(np.searchsorted(segments, segments[period]))


def _goes_on(chart: Chart, series: int, period: int, signal: Signal) -> bool:
    if signal not in (Signal.RISING, Signal.FALLING):
        return True
    step = chart.values[series, period] - chart.values[series, period - 1]
    return bool(step > 0 if signal in HIGH else step < 0)


def _first_of_three(chart: Chart, marks: NDArray[np.bool_], series: int, period: int) -> int:
    """Two of three: the other of the pair lies at most two before, or the point is itself the first."""
    start = max(_start(chart.segments[series], period), period - 2)
    side = chart.values[series] > chart.limits.centre[series]
    for first in range(start, period):
        same_side = bool((side[first : period + 1] == side[period]).all())
        if marks[first] and same_side:
            return first
    return period

"""A suggestion that limits be drawn anew. Somebody decides it and says why; nothing is rebased by itself.

Suggested is the first point of a lasting shift: a run that still goes on at the last point, long enough to
draw new limits from, of a process that has settled elsewhere. What brought the change about no chart knows.
"""

from dataclasses import dataclass

from handback.statistics.process_control.chart import Chart
from handback.statistics.process_control.findings import began, check_place
from handback.statistics.process_control.signals import Signal
from handback.statistics.process_control.verdicts import FULL_POINTS


@dataclass(frozen=True, slots=True)
class Suggestion:
    """That limits might begin anew at a period, since when `points` lie on the `side` of the old mean."""

    series: int
    period: int
    points: int
    side: Signal


def suggested_rebase(chart: Chart, series: int) -> Suggestion | None:
    """Where one series might be rebased; None where nothing has shifted for long enough.

    Raises NotUnderstood for a series that the chart has not, or one without periods.
    """
    check_place(chart, series, 0)
    last = int(chart.last[series])
    for side in (Signal.ABOVE_MEAN, Signal.BELOW_MEAN):
        if chart.signals[series, last] & side:
            first = began(chart, series, last, side)
            points = int(chart.counted[series, first : last + 1].sum())
            if points >= FULL_POINTS:
                return Suggestion(series, first, points, side)
    return None

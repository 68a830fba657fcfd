"""Which chart each series gets: the one that a person decided on, or the one that suits what it counts."""

from collections.abc import Sequence

import numpy as np

from handback.records.measures.measured.findings import ChartChoice
from handback.records.measures.measured.laid import by_length, laid
from handback.records.measures.measured.series import Series
from handback.records.measures.measured.words import MeasuredAs
from handback.statistics.process_control.choosing import (
    Choice,
    Kind,
    Measured,
    beyond_chance,
    choose,
    of_counts,
)

SHARES, RATES = (Kind.P, Kind.P_PRIME), (Kind.U, Kind.U_PRIME)


def choices_of(series: Sequence[Series]) -> list[ChartChoice]:
    """The chart of each series, and why."""
    counted = _of_counted(series)
    return [_choice(one, counted.get(place)) for place, one in enumerate(series)]


def _of_counted(series: Sequence[Series]) -> dict[int, Choice]:
    """The charts of what was counted, by place: those of about one length in one go."""
    found: dict[int, Choice] = {}
    for measured in (MeasuredAs.PROPORTION, MeasuredAs.RATE):
        shares = measured == MeasuredAs.PROPORTION
        places = [
            place
            for place, one in enumerate(series)
            if one.definition.measured_as == measured
            and one.decided is None
            and _was_counted(one, shares=shares)
        ]
        for some in by_length(places, [len(one.axis) for one in series]):
            above, below = (
                laid([getattr(series[place], name) for place in some]) for name in ("above", "below")
            )
            for place, times in zip(some, beyond_chance(above, below, shares=shares), strict=True):
                found[place] = of_counts(float(times), shares=shares)
    return found


def _choice(one: Series, counted: Choice | None) -> ChartChoice:
    if one.decided is not None:
        wanted = Kind(one.decided.choice)
        if can_be_drawn(one, wanted):
            return ChartChoice(wanted, None, one.decided)
        return ChartChoice(Kind.XMR, None, one.decided, unfit=wanted)
    found = counted or choose(Measured(one.definition.measured_as), one.values)
    if can_be_drawn(one, found.kind):
        return ChartChoice(found.kind, found.because)
    return ChartChoice(Kind.XMR, None, unfit=found.kind)


def can_be_drawn(one: Series, kind: Kind) -> bool:
    """Whether a chart of a kind can be drawn of these values."""
    if kind in SHARES or kind in RATES:
        return _was_counted(one, shares=kind in SHARES)
    if kind not in (Kind.T, Kind.G):
        return True
    known = one.values[np.isfinite(one.values)]
    return bool((known > 0).all() if kind == Kind.T else (known >= 0).all())


def _was_counted(one: Series, *, shares: bool) -> bool:
    if one.above is None or one.below is None:
        return False
    known = np.isfinite(one.above)
    above, below = one.above[known], one.below[known]
    return bool(((above >= 0) & (below > 0) & ((above <= below) | (not shares))).all())

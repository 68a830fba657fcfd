"""Which chart each series gets: the one that a person decided on, or the one that suits what it counts."""

from collections.abc import Sequence

import numpy as np

from handback.records.measures.measured.findings import ChartChoice
from handback.records.measures.measured.series import Series
from handback.statistics.process_control.choosing import Choice, Kind, Measured, choose

SHARES, RATES = (Kind.P, Kind.P_PRIME), (Kind.U, Kind.U_PRIME)


def choices_of(series: Sequence[Series]) -> list[ChartChoice]:
    """The chart of each series, and why."""
    return [_choice(one) for one in series]


def _choice(one: Series) -> ChartChoice:
    if one.decided is not None:
        wanted = Kind(one.decided.choice)
        if can_be_drawn(one, wanted):
            return ChartChoice(wanted, None, one.decided)
        return ChartChoice(Kind.XMR, None, one.decided, unfit=wanted)
    found = _suits(one)
    if can_be_drawn(one, found.kind):
        return ChartChoice(found.kind, found.because)
    return ChartChoice(Kind.XMR, None, unfit=found.kind)


def _suits(one: Series) -> Choice:
    measured = Measured(one.definition.measured_as)
    return choose(measured, one.values, numerators=one.above, denominators=one.below)


def can_be_drawn(one: Series, kind: Kind) -> bool:
    """Whether a chart of a kind can be drawn of these values."""
    if kind in SHARES or kind in RATES:
        return _was_counted(one, shares=kind in SHARES)
    known = one.values[np.isfinite(one.values)]
    if kind == Kind.T:
        return bool((known > 0).all())
    return kind != Kind.G or bool((known >= 0).all())


def _was_counted(one: Series, *, shares: bool) -> bool:
    if one.above is None or one.below is None:
        return False
    known = np.isfinite(one.above)
    above, below = one.above[known], one.below[known]
    return bool(((above >= 0) & (below > 0) & ((above <= below) | (not shares))).all())

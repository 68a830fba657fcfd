"""Charts of counted things: proportions (P) and rates (U), and Laney's charts of both (P', U').

A P chart knows how far chance alone moves a share of so many; with very large denominators that is next to
nothing, and every point is news. Laney's chart multiplies it by how far points in fact move from one to the
next. Sources: D. C. Montgomery, Introduction to Statistical Quality Control; D. B. Laney, "Improved control
charts for attributes", Quality Engineering 14 (2002); worked as in qicharts2 0.8.1.
"""

from typing import Unpack

import numpy as np
from numpy.typing import ArrayLike

from handback.statistics.process_control.chart import Chart, chart_of
from handback.statistics.process_control.given import Asked, Given, check_finite, given, table
from handback.statistics.process_control.kinds import Kind
from handback.statistics.process_control.limits import MEAN_RANGE_OF_TWO, Floats, Limits, moving_ranges
from handback.statistics.process_control.refusals import NotACount, ShapesDiffer
from handback.statistics.process_control.signals import signals
from handback.statistics.process_control.stretches import Stretches


def p(numerators: ArrayLike, denominators: ArrayLike, **asked: Unpack[Asked]) -> Chart:
    """The P charts of shares, each a number of so many: float[series, period] both, gaps as nan.

    Limits differ from point to point with the denominator, and lie between 0 and 1. Where nobody was counted
    there is a gap. Raises NotACount where more are counted than there are, NotANumber and ShapesDiffer.
    """
    return _chart(_Counted(numerators, denominators, asked, shares=True), Kind.P)


def p_prime(numerators: ArrayLike, denominators: ArrayLike, **asked: Unpack[Asked]) -> Chart:
    """Laney's P' charts, asked like `p`."""
    return _chart(_Counted(numerators, denominators, asked, shares=True), Kind.P_PRIME)


def u(counts: ArrayLike, exposures: ArrayLike, **asked: Unpack[Asked]) -> Chart:
    """The U charts of rates: `counts` for so much `exposure` each, float[series, period] both, gaps as nan.

    With the same exposure everywhere it is a chart of counts. Raises NotACount, NotANumber and ShapesDiffer.
    """
    return _chart(_Counted(counts, exposures, asked, shares=False), Kind.U)


def u_prime(counts: ArrayLike, exposures: ArrayLike, **asked: Unpack[Asked]) -> Chart:
    """Laney's U' charts, asked like `u`."""
    return _chart(_Counted(counts, exposures, asked, shares=False), Kind.U_PRIME)


class _Counted:
    """Numerators and denominators, and the series of their quotients."""

    def __init__(self, numerators: ArrayLike, denominators: ArrayLike, asked: Asked, *, shares: bool) -> None:
        above, below = table(numerators, "numerators"), table(denominators, "denominators")
        if above.shape != below.shape:
            raise ShapesDiffer("denominators", below.shape, above.shape)
        check_finite(above)
        check_finite(below)
        _check(above, below, shares=shares)
        self.shares = shares
        self.above, self.below = above, np.where(below > 0, below, np.nan)
        with np.errstate(over="ignore"):
            self.series: Given = given(above / self.below, asked)
        self.centre = Stretches(self.series.segments).ratio(self._drawing(above), self._drawing(self.below))

    def _drawing(self, values: Floats) -> Floats:
        return np.where(self.series.counted, values, np.nan)

    def by_chance(self) -> Floats:
        """The standard deviation that chance alone gives each point."""
        left = 1 - self.centre if self.shares else 1.0
        sigma: Floats = np.sqrt(self.centre * left) / np.sqrt(self.below)
        return sigma

    def beyond_chance(self, sigma: Floats) -> Floats:
        """How many times further than by chance points in fact move from one to the next."""
        with np.errstate(invalid="ignore", divide="ignore"):
            away = (self.series.drawing - self.centre) / sigma
        ranges = moving_ranges(away, segments=self.series.segments)
        times = Stretches(self.series.segments).mean(ranges) / MEAN_RANGE_OF_TWO
        return np.where(sigma == 0, 0.0, times)


def times_beyond_chance(numerators: ArrayLike, denominators: ArrayLike, *, shares: bool) -> Floats:
    """How many times further than chance points move from one to the next, float[series]; nan if unknown."""
    counted = _Counted(numerators, denominators, {}, shares=shares)
    times = counted.beyond_chance(counted.by_chance())
    with np.errstate(invalid="ignore"):
        return np.asarray(np.fmax.reduce(times, axis=1, initial=np.nan))


def _check(above: Floats, below: Floats, *, shares: bool) -> None:
    with np.errstate(invalid="ignore"):
        wrong = (above < 0) | (below < 0) | ((above > below) if shares else (above > 0) & (below == 0))
    faults = np.argwhere(wrong)
    if len(faults):
        series, period = map(int, faults[0])
        raise NotACount(series, period, float(above[series, period]), float(below[series, period]))


def _chart(counted: _Counted, kind: Kind) -> Chart:
    series, centre = counted.series, counted.centre
    sigma = counted.by_chance()
    if kind.rests_on_ranges:
        sigma = sigma * counted.beyond_chance(sigma)
    most = 1.0 if counted.shares else np.inf
    lower, near_lower = (np.clip(centre - times * sigma, 0, None) for times in (3, 2))
    upper, near_upper = (np.clip(centre + times * sigma, None, most) for times in (3, 2))
    limits = Limits(centre, lower, upper, near_lower, near_upper)
    found = signals(series.ruled, limits=limits, segments=series.segments, profile=series.profile)
    return chart_of(series, kind, limits, found)

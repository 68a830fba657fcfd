"""Run charts: is a series random about its median? No limits are drawn, and nothing is assumed of its shape.

A run is a stretch of points on one side of the median; points on it are passed over. A run longer, or fewer
crossings of the median, than chance brings in most series is news. Sources: J. Anhøj and A. V. Olesen, "Run
charts revisited", PLoS ONE 9 (2014); M. F. Schilling (2012) for the longest run; Z. Chen (2010) for
crossings; worked as in qicharts2 0.8.1.
"""

from dataclasses import dataclass
from typing import Unpack

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import bdtrik

from handback.statistics.process_control.given import Asked, given
from handback.statistics.process_control.limits import Floats

FEWEST_CROSSINGS_CHANCE = 0.05
FEWEST_USEFUL = 10  # points off the median; the tables of Anhøj and Olesen begin there


@dataclass(frozen=True, slots=True)
class RunChart:
    """One series about its median, since its last rebase. `useful` points lie off it.

    `side` is 1 where the longest run lies above the median, -1 where below, 0 where there is none; `began` is
    its first period.
    """

    median: float
    useful: int
    longest: int
    longest_by_chance: int
    crossings: int
    fewest_by_chance: int
    side: int
    began: int

    @property
    def shifted(self) -> bool:
        """Whether a run is longer than chance would bring."""
        return self.longest > self.longest_by_chance

    @property
    def crosses_too_seldom(self) -> bool:
        """Whether the median is crossed less often than chance would."""
        return self.crossings < self.fewest_by_chance

    @property
    def is_random(self) -> bool:
        """Whether nothing here is beyond chance."""
        return not (self.shifted or self.crosses_too_seldom)


def run_charts(values: ArrayLike, **asked: Unpack[Asked]) -> list[RunChart]:
    """The run chart of each series of values, float[series, period]; a gap is nan."""
    series = given(values, asked)
    last = series.segments[:, -1:] if series.values.shape[1] else series.segments
    drawing = np.where(series.segments == last, series.drawing, np.nan)
    return [_run_chart(one) for one in drawing]


def _run_chart(values: Floats) -> RunChart:
    known = values[np.isfinite(values)]
    median = float(np.median(known)) if known.size else np.nan
    with np.errstate(invalid="ignore"):
        sides = np.sign(values - median)
    places = np.flatnonzero(np.isfinite(sides) & (sides != 0))
    useful = len(places)
    if useful == 0:
        return RunChart(median, 0, 0, 0, 0, 0, 0, 0)
    begins = np.flatnonzero(np.diff(sides[places], prepend=0))
    lengths = np.diff(begins, append=useful)
    longest = int(lengths.argmax())
    return RunChart(
        median=median,
        useful=useful,
        longest=int(lengths[longest]),
        longest_by_chance=round(np.log2(useful)) + 3,
        crossings=len(begins) - 1,
        fewest_by_chance=fewest_crossings(useful),
        side=int(sides[places[begins[longest]]]),
        began=int(places[begins[longest]]),
    )


def fewest_crossings(useful: int) -> int:
    """The least number of crossings that is not rare, of so many: under 5 % of calm series have fewer."""
    if useful < 2:
        return 0
    return int(max(np.ceil(bdtrik(FEWEST_CROSSINGS_CHANCE, useful - 1, 0.5) - 1e-9), 0))

"""Run charts: is a series random about its median? No limits are drawn, and nothing is assumed of its shape.

A run is a stretch of points on one side of the median; points on it are passed over. A run longer, or fewer
crossings of the median, than chance brings in most series is news. Chance is that of points as likely above
as below. Where most points are equal, the median is one of the ends, and every point off it lies on the same
side: of such a series nothing is said.

Sources: J. Anhøj and A. V. Olesen, "Run charts revisited", PLoS ONE 9 (2014); M. F. Schilling (2012) for the
longest run; Z. Chen (2010) for crossings; worked as in qicharts2 0.8.1, which does not ask for two sides.
"""

from dataclasses import dataclass
from typing import Unpack

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import bdtrik

from handback.statistics.process_control.given import Asked, given
from handback.statistics.process_control.limits import Floats
from handback.statistics.process_control.verdicts import FEWEST_POINTS, Polarity, Variation

FEWEST_CROSSINGS_CHANCE = 0.05
FEWEST_USEFUL = 10  # points off the median; the tables of Anhøj and Olesen begin there
#: The least share of useful points on either side; of lopsided ones long runs and few crossings are chance.
LEAST_SIDE = 1 / 3


@dataclass(frozen=True, slots=True)
class RunChart:
    """One series about its median, since its last rebase.

    Of `points` known `useful` lie off the median, `above` over it.

    `side` is 1 where the longest run (of equally long ones the latest) lies above the median, -1 where below,
    0 where there is none; `began` is its first period, `ended` its last. `last` is the period of the last
    useful point, and `now` the side on which it lies.
    """

    median: float
    points: int
    useful: int
    above: int
    longest: int
    longest_by_chance: int
    crossings: int
    fewest_by_chance: int
    side: int
    began: int
    ended: int
    last: int
    now: int

    @property
    def can_tell(self) -> bool:
        """Whether points enough lie off the median, and on either side, for chance to be known."""
        fewer = min(self.above, self.useful - self.above)
        return self.useful >= FEWEST_USEFUL and fewer >= LEAST_SIDE * self.useful

    @property
    def goes_on(self) -> bool:
        """Whether the longest run has not ended: no useful point comes after it."""
        return self.ended == self.last

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
        """Whether nothing here is beyond chance, as far as that can be told."""
        return not (self.can_tell and (self.shifted or self.crosses_too_seldom))

    def variation(self, polarity: Polarity) -> Variation:
        """What it says: of a series that is not random, on which side of its median it lies now.

        NOT_ENOUGH under 5 points, and where it cannot be told; points that are all equal do not vary.
        """
        if self.points < FEWEST_POINTS or not (self.can_tell or self.useful == 0):
            return Variation.NOT_ENOUGH
        if self.is_random:
            return Variation.COMMON
        if polarity == Polarity.NEUTRAL:
            return Variation.NEUTRAL_HIGH if self.now > 0 else Variation.NEUTRAL_LOW
        return Variation.IMPROVING if self.now == polarity else Variation.WORSENING


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
        return RunChart(median, len(known), *[0] * 11)
    begins = np.flatnonzero(np.diff(sides[places], prepend=0))
    lengths = np.diff(begins, append=useful)
    longest = len(lengths) - 1 - int(lengths[::-1].argmax())
    first = int(begins[longest])
    return RunChart(
        median=median,
        points=len(known),
        useful=useful,
        above=int((sides[places] > 0).sum()),
        longest=int(lengths[longest]),
        longest_by_chance=round(np.log2(useful)) + 3,
        crossings=len(begins) - 1,
        fewest_by_chance=fewest_crossings(useful),
        side=int(sides[places[first]]),
        began=int(places[first]),
        ended=int(places[first + lengths[longest] - 1]),
        last=int(places[-1]),
        now=int(sides[places[-1]]),
    )


def fewest_crossings(useful: int) -> int:
    """The least number of crossings that is not rare, of so many: under 5 % of calm series have fewer."""
    if useful < 2:
        return 0
    return int(max(np.ceil(bdtrik(FEWEST_CROSSINGS_CHANCE, useful - 1, 0.5) - 1e-9), 0))

"""How many flags chance alone would raise, so that nobody takes a board's usual share of them for news."""

from functools import lru_cache

import numpy as np

from handback.statistics.process_control.profiles import PTD, Profile
from handback.statistics.process_control.verdicts import FEWEST_POINTS, Variation
from handback.statistics.process_control.xmr import xmr

#: Series drawn to learn it; the share found is then right to about half of one in a hundred.
DRAWN = 10_000
SEED = 2_026


@lru_cache(maxsize=512)
def share_flagged(points: int, *, profile: Profile = PTD) -> float:
    """The share of calm series of so many points whose last point is flagged all the same.

    Learnt by charting normally distributed series in which nothing changes; the same each time.
    """
    if points < FEWEST_POINTS:
        return 0.0
    calm = np.random.default_rng([SEED, points]).normal(size=(DRAWN, points))
    verdict = xmr(calm, profile=profile).verdict
    return float(np.mean((verdict != Variation.COMMON) & (verdict != Variation.NOT_ENOUGH)))


def flags_by_chance(points: list[int], *, profile: Profile = PTD) -> float:
    """How many of the series with so many points each would be flagged if nothing had changed in any."""
    return sum(share_flagged(one, profile=profile) for one in points)

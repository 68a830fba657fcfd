"""How many flags chance alone would raise, so that nobody takes a board's usual share of them for news.

The shares were learnt by charting 300,000 normally distributed series of each length, in which nothing
changes (`drawn_share`). They hardly move between the lengths kept here; a test draws some of them anew.
"""

from collections.abc import Iterable

import numpy as np

from handback.statistics.process_control.profiles import PTD, Profile
from handback.statistics.process_control.verdicts import FEWEST_POINTS, Variation
from handback.statistics.process_control.xmr import xmr

#: Numbers of points, and for each the share of calm series whose last point is flagged, by profile.
POINTS = (5, 6, 7, 8, 10, 12, 16, 24, 36, 60, 120)
SHARES = {
    "ptd-0.2.2": (0.0045, 0.0114, 0.013, 0.0138, 0.014, 0.0142, 0.0146, 0.0161, 0.0173, 0.0186, 0.0197),
    "mdc-excel": (0.0024, 0.0091, 0.0104, 0.0108, 0.0115, 0.0122, 0.0138, 0.0159, 0.0175, 0.0194, 0.0209),
    "mdc-excel-trend-7": (
        0.0024,
        0.0076,
        0.0086,
        0.009,
        0.0094,
        0.0101,
        0.0115,
        0.0136,
        0.0153,
        0.017,
        0.0186,
    ),
    "mdc-2023": (0.0046, 0.0117, 0.0134, 0.0142, 0.0143, 0.0145, 0.0149, 0.0163, 0.0175, 0.0188, 0.0198),
}


def share_flagged(points: int, *, profile: Profile = PTD) -> float:
    """The share of calm series of so many points whose last point is flagged all the same.

    Between the lengths kept it is interpolated; of a profile that is none of ours it is that of the first.
    """
    if points < FEWEST_POINTS:
        return 0.0
    return float(np.interp(points, POINTS, SHARES.get(profile.name, SHARES[PTD.name])))


def flags_by_chance(points: Iterable[int], *, profile: Profile = PTD) -> float:
    """How many of the series with so many points each would be flagged if nothing had changed in any."""
    return sum(share_flagged(one, profile=profile) for one in points)


def drawn_share(points: int, *, profile: Profile, series: int, seed: int) -> float:
    """The same share, learnt anew from so many calm series; right to about 0.13 over the root of `series`."""
    calm = np.random.default_rng([seed, points]).normal(size=(series, points))
    verdict = xmr(calm, profile=profile).verdict
    return float(np.mean((verdict != Variation.COMMON) & (verdict != Variation.NOT_ENOUGH)))

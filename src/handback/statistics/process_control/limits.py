"""What a process does when nothing has changed: its centre, its limits, and how near is near."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from handback.statistics.process_control.stretches import Stretches

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

#: d2: of two points drawn from a normal distribution, the mean range in standard deviations.
MEAN_RANGE_OF_TWO = 1.128
#: 3 / d2, rounded as everybody rounds it: three standard deviations in mean ranges of two.
MOVING_RANGE_FACTOR = 2.66
#: Two thirds of it: two sigma.
NEAR_FACTOR = 2 * (MOVING_RANGE_FACTOR / 3)


@dataclass(frozen=True, slots=True, eq=False)
class Limits:
    """For every point, float[series, period]: nan where there is nothing to draw them from."""

    centre: Floats
    lower: Floats
    upper: Floats
    near_lower: Floats
    near_upper: Floats


def moving_ranges(values: Floats, *, segments: NDArray[np.int32]) -> Floats:
    """How far each point is from the one before, float[series, period].

    Nan at the first point of a segment, and where either of the two is missing.
    """
    ranges = np.full_like(values, np.nan)
    np.abs(np.diff(values, axis=1), out=ranges[:, 1:])
    ranges[:, 1:][segments[:, 1:] != segments[:, :-1]] = np.nan
    return ranges


def limits_of_individuals(
    values: Floats, *, segments: NDArray[np.int32], counted: Flags, screening: float | None
) -> Limits:
    """The limits of an XmR chart: the mean, and 2.66 mean moving ranges to either side.

    Only `counted` points draw them. Moving ranges of `screening` times their mean or more are left out, once;
    in a series whose points are all equal there is nothing to leave out, and its limits are its mean.
    """
    known = np.where(counted, values, np.nan)
    stretches = Stretches(segments)
    centre = stretches.mean(known)
    ranges = moving_ranges(known, segments=segments)
    spread = stretches.mean(ranges)
    if screening is not None:
        with np.errstate(invalid="ignore"):
            ranges[~((ranges < screening * spread) | (spread == 0))] = np.nan
        spread = stretches.mean(ranges)
    far, near = MOVING_RANGE_FACTOR * spread, NEAR_FACTOR * spread
    return Limits(centre, centre - far, centre + far, centre - near, centre + near)

"""What a process does when nothing has changed: its centre, its limits, and how near is near."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

#: 3 / d2, where d2 = 1.128 turns the mean range of two points into a standard deviation.
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
    stretches = _Stretches(segments)
    centre = stretches.mean(known)
    ranges = moving_ranges(known, segments=segments)
    spread = stretches.mean(ranges)
    if screening is not None:
        with np.errstate(invalid="ignore"):
            ranges[~((ranges < screening * spread) | (spread == 0))] = np.nan
        spread = stretches.mean(ranges)
    far, near = MOVING_RANGE_FACTOR * spread, NEAR_FACTOR * spread
    return Limits(centre, centre - far, centre + far, centre - near, centre + near)


class _Stretches:
    """The segments of all series, end to end, so that each can be added up in one pass."""

    def __init__(self, segments: NDArray[np.int32]) -> None:
        begins = np.ones(segments.shape, np.bool_)
        begins[:, 1:] = segments[:, 1:] != segments[:, :-1]
        self._shape = segments.shape
        self._starts = np.flatnonzero(begins)
        self._lengths = np.diff(self._starts, append=segments.size)

    def mean(self, values: Floats) -> Floats:
        """The mean of what is known in each segment, at each of its points; nan where nothing is."""
        flat = values.ravel()
        known = np.isfinite(flat)
        number = np.add.reduceat(known, self._starts, dtype=np.int64)
        with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
            rough = self._sum(np.where(known, flat, 0.0)) / number
            left = np.where(known, flat - np.repeat(rough, self._lengths), 0.0)
            mean = rough + self._sum(left) / number  # what the first sum lost to rounding
        return np.repeat(mean, self._lengths).reshape(self._shape)

    def _sum(self, flat: Floats) -> Floats:
        return np.add.reduceat(flat, self._starts)

"""Arrays of units, and the few things about them that several steps need: ranks, moments, correlations."""

from collections.abc import Sequence
from math import sqrt

import numpy as np
from numpy.typing import ArrayLike, NDArray

from handback.statistics.composite.refusals import CannotBeComposed, NotANumber, ShapesDiffer
from handback.statistics.numbers import NotNumbers, numbers

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

LARGEST = 1e150  #: a greater number has no square
TIE = 1e-12  #: scores that differ by no larger a share of the largest are one, but for rounding
ROUNDING = 2e-15  #: numbers that differ by no larger a share of themselves differ by rounding alone


def read(values: ArrayLike, place: str) -> Floats:
    """Numbers as floats. Raises CannotBeComposed with the place of what is no number."""
    try:
        return numbers(values)
    except NotNumbers as fault:
        raise CannotBeComposed(place, str(fault)) from None


def all_one(values: Floats) -> bool:
    """Whether known values are all equal, save by rounding; so they are where none is known."""
    known = values[~np.isnan(values)]
    if not known.size:
        return True
    low, high = float(known.min()), float(known.max())
    return high / 2 - low / 2 <= ROUNDING / 2 * max(abs(low), abs(high))


def table(values: ArrayLike, *, units: tuple[str, ...], indicators: tuple[str, ...]) -> Floats:
    """Values as float[unit, indicator]. Raises ShapesDiffer, and NotANumber for what is infinite."""
    array = np.atleast_2d(read(values, "values"))
    wanted = (len(units), len(indicators))
    if array.shape != wanted:
        raise ShapesDiffer("values", array.shape, wanted)
    with np.errstate(invalid="ignore"):
        faults = np.argwhere(np.abs(array) > LARGEST)
    if len(faults):
        unit, indicator = map(int, faults[0])
        raise NotANumber(units[unit], indicators[indicator], float(array[unit, indicator]))
    return array


def slack(scores: Floats, *, axis: int = -1, tie: float = TIE) -> Floats:
    """By how much scores along an axis may differ and still be one, its length kept as 1."""
    with np.errstate(invalid="ignore"):
        size: Floats = np.fmax.reduce(np.abs(scores), axis=axis, keepdims=True, initial=0.0)
    return tie * size


def ranks(scores: Floats, *, tie: float = TIE) -> Floats:
    """Ranks along the last axis, 1 for the highest, ties given the best of their ranks; nan of nan.

    A score ties with the next above it where they differ by no more than `tie` of the largest; 0 for values
    that were measured, and differ where they differ.
    """
    order = np.argsort(-scores, axis=-1, kind="stable")
    ordered = np.take_along_axis(scores, order, axis=-1)
    place = np.arange(1.0, scores.shape[-1] + 1)
    new = np.ones(scores.shape, bool)
    new[..., 1:] = ~(ordered[..., :-1] - ordered[..., 1:] <= slack(scores, tie=tie))
    found = np.empty(scores.shape)
    np.put_along_axis(found, order, np.maximum.accumulate(np.where(new, place, 0.0), axis=-1), axis=-1)
    found[np.isnan(scores)] = np.nan
    return found


def ranks_within(scores: Floats, groups: Sequence[str]) -> Floats:
    """Ranks of float[unit] among the units of the same group, as `ranks`."""
    named, found = np.array(groups), np.empty(scores.shape)
    for group in set(groups):
        found[named == group] = ranks(scores[named == group])
    return found


def rank_change(found: Floats, nominal: Floats) -> Floats:
    """By how many places ranks differ from the nominal, over the units that have both, float[...]."""
    away = np.abs(found - nominal)
    known = ~np.isnan(away)
    with np.errstate(invalid="ignore"):
        mean: Floats = np.where(known, away, 0.0).sum(axis=-1) / known.sum(axis=-1)
    return mean


def moments(values: Floats) -> tuple[float, float]:
    """Skewness G1 and excess kurtosis G2 of the known values, both adjusted for their number.

    nan for fewer than three, or four, and for values that are all equal. Source: Joanes and Gill (1998),
    Comparing measures of sample skewness and kurtosis.
    """
    known = values[~np.isnan(values)]
    n = len(known)
    if n < 3 or float(known.min()) == float(known.max()):
        return np.nan, np.nan
    away = known - known.mean()
    away /= np.abs(away).max()  # so that no power of it overflows or vanishes
    square = away * away
    spread = float(square.sum())
    skew = sqrt(n) * float((square * away).sum()) / spread**1.5 * sqrt(n * (n - 1)) / (n - 2)
    if n < 4:
        return skew, np.nan
    plain = n * float((square * square).sum()) / spread**2
    return skew, ((n + 1) * (plain - 3) + 6) * (n - 1) / ((n - 2) * (n - 3))


def correlations(one: Floats, other: Floats) -> Floats:
    """Pearson's correlation of every column of `one` with every of `other`, over the units known in both.

    float[column of one, column of other]; nan where fewer than two units are known, or all are equal.
    """
    return np.array([[_correlation(left, right) for right in other.T] for left in one.T])


def _correlation(left: Floats, right: Floats) -> float:
    known = ~(np.isnan(left) | np.isnan(right))
    if known.sum() < 2:
        return np.nan
    left, right = left[known], right[known]
    if all_one(left) or all_one(right):
        return np.nan
    left, right = left - left.mean(), right - right.mean()
    left, right = left / np.abs(left).max(), right / np.abs(right).max()  # so that no square is lost
    return float((left * right).sum() / np.sqrt((left**2).sum() * (right**2).sum()))


def covariances(values: Floats) -> Floats:
    """The covariance of every pair of columns over the units known in both, float[column, column]."""
    columns = values.shape[1]
    found = np.full((columns, columns), np.nan)
    for one in range(columns):
        for other in range(one, columns):
            known = ~np.isnan(values[:, [one, other]]).any(axis=1)
            if known.sum() > 1:
                pair = values[known][:, [one, other]]
                away = pair - pair.mean(axis=0)
                found[one, other] = found[other, one] = (away[:, 0] * away[:, 1]).sum() / (known.sum() - 1)
    return found

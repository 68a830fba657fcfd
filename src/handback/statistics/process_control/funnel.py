"""Funnel plots: councils side by side, with the limits within which chance alone scatters them.

A small council scatters more than a large one, so a league table shows mostly size. Limits are exact, from
the binomial or Poisson distribution, interpolated between whole numbers. Where councils differ by more than
chance even in the middle of the pack, limits are widened by as much. Source: D. J. Spiegelhalter, "Funnel
plots for comparing institutional performance", Statistics in Medicine 24 (2005).
"""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import bdtr, bdtrik, ndtri, pdtr, pdtrik

from handback.statistics.process_control.given import read
from handback.statistics.process_control.limits import Floats
from handback.statistics.process_control.refusals import NotACount, ShapesDiffer

#: Two-sided: outside the nearer limits 1 in 20 lies by chance, outside the farther 1 in 500.
NEAR, FAR = 0.05, 0.002
#: So large a share of councils at either end is drawn in before the spread of the rest is judged.
WINSORISED = 0.1
ROUNDING = 1e-9
MOST = 1e15  #: nobody counts further, and whole numbers are told apart up to here


class Place(IntEnum):
    """Where a council lies in the funnel."""

    WITHIN = 0
    ABOVE_NEAR = 1
    ABOVE_FAR = 2
    BELOW_NEAR = -1
    BELOW_FAR = -2
    UNKNOWN = 9


@dataclass(frozen=True, slots=True, eq=False)
class Funnel:
    """Every array has a number for each council; `far` and `near` are its limits, (lower, upper).

    `spread` says how many times further councils lie from the middle than chance would put them: limits are
    widened by it where `widened`.
    """

    values: Floats
    sizes: Floats
    centre: float
    near: tuple[Floats, Floats]
    far: tuple[Floats, Floats]
    places: NDArray[np.int8]
    spread: float
    widened: bool


def funnel(numerators: ArrayLike, denominators: ArrayLike, *, shares: bool = True) -> Funnel:
    """The funnel of so many councils: `numerators` of `denominators`, float[council] both; unknown is nan.

    `shares` of so many lie between 0 and 1; else they are rates. Where nobody was counted a place is unknown.
    Raises NotACount, also for counts too large or infinite, ShapesDiffer and NotUnderstood.
    """
    above, below = read(numerators, "numerators"), read(denominators, "denominators")
    if above.ndim != 1 or above.shape != below.shape:
        raise ShapesDiffer("denominators", below.shape, above.shape)
    _check(above, below, shares=shares)
    known = np.isfinite(above) & (below > 0)
    values = np.divide(above, below, out=np.full_like(above, np.nan), where=known)
    centre = float(above[known].sum() / below[known].sum()) if known.any() else np.nan
    spread, widened = _spread(values, below, centre, known, shares=shares)
    near, far = (
        _limits(below, centre, known, chance, widening=spread if widened else 1.0, shares=shares)
        for chance in (NEAR, FAR)
    )
    return Funnel(values, below, centre, near, far, _places(values, near, far, known), spread, widened)


def _check(above: Floats, below: Floats, *, shares: bool) -> None:
    most = below if shares else np.where(below > 0, MOST, 0.0)
    wrong = (above < 0) | (below < 0) | (above > most) | (np.maximum(above, below) > MOST)
    wrong |= (below > 0) & (below < 1 / MOST)
    for council in map(int, np.flatnonzero(wrong)[:1]):
        raise NotACount(0, council, float(above[council]), float(below[council]), place=f"Council {council}")


def _spread(
    values: Floats, sizes: Floats, centre: float, known: NDArray[np.bool_], *, shares: bool
) -> tuple[float, bool]:
    """How far councils lie apart, in chance's own measure, and whether that is beyond chance itself."""
    number = int(known.sum())
    left = 1 - centre if shares else 1.0
    if number < 3 or not centre * left > 0:
        return 1.0, False
    away = np.sort((values[known] - centre) / np.sqrt(centre * left / sizes[known]))
    ends = int(number * WINSORISED)
    away = np.clip(away, away[ends], away[number - 1 - ends])
    excess = float(np.mean(away**2))
    return float(np.sqrt(excess)), bool(excess > 1 + 2 * np.sqrt(2 / number))


def _limits(
    sizes: Floats, centre: float, known: NDArray[np.bool_], chance: float, *, widening: float, shares: bool
) -> tuple[Floats, Floats]:
    lower, upper = np.full_like(sizes, np.nan), np.full_like(sizes, np.nan)
    some = sizes[known]
    if not 0 < centre < (1 if shares else np.inf):
        lower[known] = upper[known] = centre  # all of them, or none: chance moves nothing
    elif widening == 1.0:
        lower[known] = _exact(some, centre, chance / 2, shares=shares)
        upper[known] = _exact(some, centre, 1 - chance / 2, shares=shares)
    else:
        left = 1 - centre if shares else 1.0
        reach = ndtri(1 - chance / 2) * widening * np.sqrt(centre * left / some)
        lower[known] = np.clip(centre - reach, 0, None)
        upper[known] = np.clip(centre + reach, None, 1 if shares else None)
    return lower, upper


def _exact(sizes: Floats, centre: float, chance: float, *, shares: bool) -> Floats:
    """Where so large a share of a distribution lies below, interpolated between whole numbers."""
    whole_sizes = np.maximum(np.round(sizes), 1).astype(np.int64)
    if shares:
        whole = np.clip(np.ceil(bdtrik(chance, whole_sizes, centre) - ROUNDING), 0, whole_sizes)
        here, before = bdtr(whole, whole_sizes, centre), bdtr(whole - 1, whole_sizes, centre)
    else:
        whole = np.clip(np.ceil(pdtrik(chance, sizes * centre) - ROUNDING), 0, None)
        here, before = pdtr(whole, sizes * centre), pdtr(whole - 1, sizes * centre)
    before = np.where(whole > 0, before, 0.0)
    mass = here - before
    over = np.divide(here - chance, mass, out=np.zeros_like(mass), where=mass > 0)
    limit: Floats = np.clip((whole - over) / sizes, 0, 1 if shares else None)
    return limit


def _places(
    values: Floats, near: tuple[Floats, Floats], far: tuple[Floats, Floats], known: NDArray[np.bool_]
) -> NDArray[np.int8]:
    with np.errstate(invalid="ignore"):
        said = np.select(
            [~known, values > far[1], values < far[0], values > near[1], values < near[0]],
            [Place.UNKNOWN, Place.ABOVE_FAR, Place.BELOW_FAR, Place.ABOVE_NEAR, Place.BELOW_NEAR],
            Place.WITHIN,
        )
    return said.astype(np.int8)

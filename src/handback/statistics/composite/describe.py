"""Indicators looked at one by one, before anything is made of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import nan

import numpy as np
from numpy.typing import ArrayLike

from handback.statistics.composite.arrays import moments, read, table
from handback.statistics.composite.ways import Treatment


@dataclass(frozen=True, slots=True)
class Described:
    """One indicator. Shares are of the units known, `availability` of all units; nan of what nothing tells.

    `commonest` is the share of the units that have the value most often had; `outlying` where skewness and
    kurtosis are both beyond the bounds of treatment.
    """

    name: str
    known: int
    availability: float
    least: float = nan
    most: float = nan
    mean: float = nan
    median: float = nan
    spread: float = nan
    skewness: float = nan
    kurtosis: float = nan
    not_zero: float = nan
    different: float = nan
    commonest: float = nan
    outlying: bool = False


def describe(
    values: ArrayLike, names: Sequence[str], *, bounds: Treatment | None = None
) -> tuple[Described, ...]:
    """Each column of float[unit, indicator], gaps as nan. `bounds` are those of treatment unless said.

    Raises CannotBeComposed for what holds no numbers or an infinite one, or has not a name for each column.
    """
    bounds = bounds if bounds is not None else Treatment()
    array = np.atleast_2d(read(values, "values"))
    units = tuple(f"unit {number + 1}" for number in range(len(array)))
    array = table(array, units=units, indicators=tuple(names))
    return tuple(_described(column, name, bounds) for column, name in zip(array.T, names, strict=True))


def _described(column: np.ndarray, name: str, bounds: Treatment) -> Described:
    known = column[~np.isnan(column)]
    count = len(known)
    skew, kurt = moments(column)
    if not count:
        return Described(name, 0, 0.0)
    _, often = np.unique(known, return_counts=True)
    return Described(
        name=name,
        known=count,
        availability=count / len(column),
        least=float(known.min()),
        most=float(known.max()),
        mean=float(known.mean()),
        median=float(np.median(known)),
        spread=float(known.std(ddof=1)) if count > 1 else nan,
        skewness=skew,
        kurtosis=kurt,
        not_zero=float((known != 0).mean()),
        different=len(often) / count,
        commonest=int(often.max()) / count,
        outlying=abs(skew) > bounds.skewness and kurt > bounds.kurtosis,
    )

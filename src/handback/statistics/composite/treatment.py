"""Outlying values drawn in, indicator by indicator, and what was done said point by point.

Skewness, kurtosis and the order of trying are those of COINr 1.1.14, which follows the JRC's COIN Tool:
values pass where |skewness| < 2 or kurtosis < 3.5; each step is tried on the untreated values.
"""

from dataclasses import dataclass, field

import numpy as np

from handback.statistics.composite.arrays import LARGEST, Flags, Floats, moments
from handback.statistics.composite.refusals import CannotBeComposed
from handback.statistics.composite.ways import Step, Treating, Treatment


@dataclass(frozen=True, eq=False)
class Treated:
    """One indicator as it was treated, or left.

    `by` is None where it passed as it was. `high` and `low` are the points winsorised, bool[unit]; `moments`
    holds skewness and kurtosis before, and after each step tried; `passes` whether it passes in the end.
    """

    values: Floats
    by: Step | None
    high: Flags
    low: Flags
    moments: tuple[tuple[float, float], ...]
    passes: bool


def treat(values: Floats, treatment: Treatment) -> Treated:
    """Treat float[unit], its gaps kept. Raises CannotBeComposed for a step that cannot be taken."""
    nowhere = np.zeros(values.shape, bool)
    found = [moments(values)]
    untouched = not treatment.always and _pass(found[0], treatment)
    best = Treated(values, None, nowhere, nowhere, tuple(found), untouched or not treatment.tried)
    if untouched or not treatment.tried:
        return best
    for step in treatment.tried:
        drawn = _apply(values, step, treatment)
        found.append(moments(drawn.values))
        passes = treatment.always or _pass(found[-1], treatment)
        best = Treated(drawn.values, step, drawn.high, drawn.low, tuple(found), passes)
        if passes:
            break
    return best


def _pass(now: tuple[float, float], treatment: Treatment) -> bool:
    """Also where there are too few values, or too equal ones, to tell."""
    skew, kurt = now
    return not (abs(skew) >= treatment.skewness and kurt >= treatment.kurtosis)


@dataclass(frozen=True, eq=False)
class _Drawn:
    values: Floats
    high: Flags = field(default_factory=lambda: np.zeros(0, bool))
    low: Flags = field(default_factory=lambda: np.zeros(0, bool))


def _apply(values: Floats, step: Step, treatment: Treatment) -> _Drawn:
    if step.method == Treating.WINSORISE:
        return _winsorised(values, step.most, treatment)
    nowhere = np.zeros(values.shape, bool)
    if np.isnan(values).all():
        return _Drawn(values, nowhere, nowhere)
    logged = _logged(values, step)
    if (np.abs(logged) > LARGEST).any():
        raise CannotBeComposed(step.method, f"a power of {step.power:g} is too great for these values.")
    return _Drawn(logged, nowhere, nowhere)


def _winsorised(values: Floats, most: int | None, treatment: Treatment) -> _Drawn:
    """The outermost value is drawn in to the next, on the side of the long tail, until values pass.

    Points that tie are drawn in together, so that a little more than `most` may be.
    """
    values = values.copy()
    high, low = np.zeros(values.shape, bool), np.zeros(values.shape, bool)
    while most is None or high.sum() + low.sum() < most:
        now = moments(values)
        if _pass(now, treatment):
            break
        upper = now[0] >= 0
        outermost = values == (np.nanmax(values) if upper else np.nanmin(values))
        inner = values[~outermost]
        values[outermost] = np.nanmax(inner) if upper else np.nanmin(inner)
        if upper:
            high = outermost
        else:
            low = outermost
    return _Drawn(values, high, low)


def _logged(values: Floats, step: Step) -> Floats:
    low, high = float(np.nanmin(values)), float(np.nanmax(values))
    if step.method == Treating.FIXED_LOG:
        return np.log(np.maximum(values, step.lowest) - step.origin)
    if low == high:
        return values
    hundredth = 0.01 * (high - low)
    match step.method:
        case Treating.LOG:
            return np.log(values - low + hundredth)
        case Treating.LOG_EITHER_WAY if moments(values)[0] <= 0:
            return -np.log(high + hundredth - values)
        case Treating.LOG_EITHER_WAY:
            return np.log(values - low + hundredth)
        case Treating.LOG_OF_RANGE if high > 1:
            return np.log((high - 1) * (values - low) / (high - low) + 1)
        case Treating.BOX_COX if step.power:
            with np.errstate(over="ignore"):
                return ((values - low + 1) ** step.power - 1) / step.power
        case Treating.LOG_OF_RANGE:
            raise CannotBeComposed("log of range", f"of values up to {high:g} it turns the order round.")
        case _:
            return np.log(values - low + 1)

"""Indicators in many units brought to one, with more always better afterwards.

An indicator of which less is better is turned round first, so that its best value is its least. What is said
about it, its goalposts and its target, stays in its own unit. What has no normalised value is nan: an
indicator with one value everywhere tells no unit from another.
"""

import numpy as np

from handback.statistics.composite.arrays import Floats, all_one, ranks
from handback.statistics.composite.declaration import Direction, Indicator
from handback.statistics.composite.refusals import CannotBeComposed
from handback.statistics.composite.ways import Scale, Scaling


def normalise(values: Floats, indicator: Indicator, *, units: tuple[str, ...]) -> Floats:
    """float[unit] brought to the scale that its indicator asks for."""
    known = values[~np.isnan(values)]
    if not len(known):
        return values.copy()
    scale, turned = indicator.scale, _turn(indicator)
    match scale.method:
        case Scaling.FRACTION:
            return _fraction_of_best(values, indicator)
        case Scaling.GOALPOSTS:
            assert indicator.goalposts is not None
            ends = sorted(turned * post for post in indicator.goalposts)
            return scale.low + _between(turned * values, ends[0], ends[1], capped=scale.capped) * (
                scale.high - scale.low
            )
        case Scaling.TARGET:
            return _to_target(turned * values, indicator, turned)
        case Scaling.REFERENCE:
            return _from_reference(turned * values, indicator, units)
        case _:
            return _among(turned * values, scale)


def _turn(indicator: Indicator) -> float:
    return 1.0 if indicator.direction == Direction.HIGHER else -1.0


def _among(values: Floats, scale: Scale) -> Floats:
    """What depends upon the values of all units, and nothing else."""
    known = values[~np.isnan(values)]
    low, high = float(known.min()), float(known.max())
    match scale.method:
        case Scaling.MIN_MAX:
            low = high if all_one(values) else low
            return scale.low + _between(values, low, high) * (scale.high - scale.low)
        case Scaling.BEST:
            return _between(values, high if all_one(values) else low, high)
        case Scaling.Z:
            spread = 0.0 if all_one(known) else float(known.std(ddof=1))
            if not spread:
                return np.full(values.shape, np.nan)
            return (values - float(known.mean())) / spread * scale.high + scale.low
        case Scaling.RANK:
            return ranks(-values, tie=0.0)
        case Scaling.BORDA:
            return ranks(-values, tie=0.0) - 1
        case Scaling.PERCENTILE:
            others = len(known) - 1
            return (ranks(-values, tie=0.0) - 1) / others if others else np.full(values.shape, np.nan)
        case _:
            return values


def _between(values: Floats, low: float, high: float, *, capped: bool = False) -> Floats:
    """0 at `low`, 1 at `high`; nothing where they are one. Capped values stay from 0 to 1."""
    if low == high:
        return np.full(values.shape, np.nan)
    found = (values - low) / (high - low)
    return np.clip(found, 0, 1) if capped else found


def _fraction_of_best(values: Floats, indicator: Indicator) -> Floats:
    """Of the greatest value; where less is better, how often the least goes into each."""
    if np.nanmin(values) < 0 or np.nanmax(values) == 0:
        raise CannotBeComposed(indicator.name, "a fraction of the best needs values of 0 and more.")
    if indicator.direction == Direction.HIGHER:
        return values / np.nanmax(values)
    if np.nanmin(values) == 0:
        raise CannotBeComposed(indicator.name, "the best value is 0, and nothing is a fraction of it.")
    return float(np.nanmin(values)) / values


def _to_target(values: Floats, indicator: Indicator, turned: float) -> Floats:
    assert indicator.target is not None
    low, target = float(np.nanmin(values)), turned * indicator.target
    if target > low:
        return _between(values, low, target, capped=indicator.scale.capped)
    if not indicator.scale.capped:
        raise CannotBeComposed(indicator.name, "every unit has met the target, and no distance is left.")
    return np.where(np.isnan(values), np.nan, 1.0)


def _from_reference(values: Floats, indicator: Indicator, units: tuple[str, ...]) -> Floats:
    if indicator.scale.reference not in units:
        raise CannotBeComposed(indicator.name, f"{indicator.scale.reference!r} is not among the units.")
    reference = float(values[units.index(indicator.scale.reference)])
    low = float(np.nanmin(values))
    if np.isnan(reference):
        raise CannotBeComposed(indicator.name, f"nothing is known of {indicator.scale.reference!r}.")
    if reference == low and not all_one(values):
        raise CannotBeComposed(
            indicator.name, f"{indicator.scale.reference!r} is the worst; nothing is as far."
        )
    found = _between(values, low, reference)
    return np.minimum(found, 1) if indicator.scale.capped else found

"""Goalposts fixed in one year, so that in later years a score moves only when its own council does."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from handback.statistics.composite.arrays import Floats
from handback.statistics.composite.declaration import Declaration, Direction, Indicator, Level, declare
from handback.statistics.composite.index import Index
from handback.statistics.composite.refusals import CannotBeComposed
from handback.statistics.composite.treatment import Treated
from handback.statistics.composite.ways import Mean, Scaling, Treating


def fixed(index: Index, *, edition: str, capped: bool = True) -> Declaration:
    """The declaration of an index with the goalposts that its values gave it, for the years that follow.

    The scores of the same values are the same. What lies beyond a goalpost later is capped there; unless
    `capped` is false, where nothing was winsorised. Raises CannotBeComposed, with the place, for scores that
    depend on the other units and have no goalposts: ranks, Copeland, and logs of another kind than `log`.
    Weights that were found in the values are given from now on. A gap that is filled from the other units
    still moves with them.
    """
    plain = dict(index.declaration.plain)
    plain["levels"] = [
        _level(level, plain["levels"][number], index.weights[number], f"levels[{number}]")
        for number, level in enumerate(index.declaration.levels)
    ]
    plain["edition"] = edition
    plain["indicators"] = {
        indicator.name: dict(plain["indicators"][indicator.name])
        | _posts(indicator, one, column, capped=capped)
        for indicator, one, column in zip(
            index.declaration.indicators, index.treatments, index.imputed.T, strict=True
        )
    }
    return declare(plain)


def _level(level: Level, plain: Mapping[str, Any], weights: Floats, place: str) -> dict[str, Any]:
    if level.combining.method == Mean.COPELAND:
        raise CannotBeComposed(f"{place}.aggregation", "copeland counts the other units.")
    if level.weights is not None:
        return dict(plain)
    return dict(plain) | {"weights": dict(zip(level.members, map(float, weights), strict=True))}


def _posts(indicator: Indicator, treated: Treated, values: Floats, *, capped: bool) -> dict[str, Any]:
    place, scale = f"indicators.{indicator.name}", indicator.scale
    low, high = _ends(treated.values, place)
    posts, ends = [low, high], [scale.low, scale.high]
    match scale.method:
        case Scaling.MIN_MAX:
            pass
        case Scaling.BEST:
            ends = [0.0, 1.0]
        case Scaling.Z:
            mean, spread = float(np.nanmean(treated.values)), float(np.nanstd(treated.values, ddof=1))
            posts, ends = [mean - spread, mean + spread], [scale.low - scale.high, scale.low + scale.high]
            capped = False
        case Scaling.GOALPOSTS if indicator.goalposts is not None:
            posts, capped = list(indicator.goalposts), scale.capped
        case Scaling.TARGET if indicator.target is not None:
            higher = indicator.direction == Direction.HIGHER
            posts = [low, indicator.target] if higher else [indicator.target, high]
            ends, capped = [0.0, 1.0], scale.capped
        case _:
            raise CannotBeComposed(place, f"{scale.method} has no goalposts to be fixed.")
    return {
        "goalposts": posts,
        "treatment": _treatment(treated, values, place, capped=capped),
        "normalisation": {"method": "goalposts", "range": ends, "capped": capped},
    }


def _ends(values: Floats, place: str) -> tuple[float, float]:
    known = values[~np.isnan(values)]
    if not len(known) or known.min() == known.max():
        raise CannotBeComposed(place, "has one value everywhere, or none; no goalposts follow.")
    return float(known.min()), float(known.max())


def _treatment(treated: Treated, values: Floats, place: str, *, capped: bool) -> Any:
    """What stands in for a treatment once its ends are fixed; a cap does what winsorising did."""
    if treated.by is None:
        return "none"
    low, high = _ends(values, place)
    match treated.by.method:
        case Treating.WINSORISE if capped or not (treated.high.any() or treated.low.any()):
            return "none"
        case Treating.WINSORISE:
            raise CannotBeComposed(place, "was winsorised, and only goalposts that cap keep its scores.")
        case Treating.LOG:
            origin = low - 0.01 * (high - low)
        case Treating.LOG_FROM_ONE:
            origin = low - 1
        case Treating.FIXED_LOG:
            origin, low = treated.by.origin, treated.by.lowest
        case method:
            raise CannotBeComposed(place, f"{method} cannot be fixed.")
    return {"tried": [{"method": "fixed log", "origin": origin, "lowest": low}], "always": True}

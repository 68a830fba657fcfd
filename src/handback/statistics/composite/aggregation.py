"""Members of groups combined into scores, for one set of weights or for many at once.

Scores have shape float[..., unit, member] and weights float[..., member]; what stands before are replicates,
and either may have none. Weights are shared out among the members that are known. Sums run member by member,
in order, so that what a unit scores does not depend upon the row it stands in.
"""

import numpy as np

from handback.statistics.composite.arrays import Floats
from handback.statistics.composite.outranking import copeland
from handback.statistics.composite.refusals import NoMean
from handback.statistics.composite.ways import Combining, Mean


def combine(scores: Floats, weights: Floats, *, by: Combining, least: float = 0.0, place: str = "") -> Floats:
    """The mean of each unit's members, float[..., unit].

    nan where fewer than `least` of the members are known, or none that weighs anything. Raises NoMean, with
    `place`, for a geometric mean of what is not over 0 and the like.
    """
    if by.method == Mean.COPELAND:
        return _where_known(copeland(scores, weights), scores, weights, least)
    _check(scores, by, place)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        match by.method:
            case Mean.ARITHMETIC:
                means = _weighed(scores, weights)
            case Mean.GEOMETRIC:
                means = np.exp(_weighed(np.log(scores), weights))
            case Mean.HARMONIC:
                means = _generalised(scores, weights, -1.0)
            case _:
                means = _generalised(scores, weights, by.power)
    return _where_known(means, scores, weights, least)


def _generalised(scores: Floats, weights: Floats, power: float) -> Floats:
    """In shares of each unit's greatest score, or of its least for powers under 0, so that none overflows."""
    ends = np.fmax if power > 0 else np.fmin
    end = ends.reduce(scores, axis=-1, keepdims=True)
    shares = np.where(end > 0, scores / end, scores)
    return np.asarray(end[..., 0] * _weighed(shares**power, weights) ** (1 / power))


def _check(scores: Floats, by: Combining, place: str) -> None:
    """Raises NoMean for scores that have no such mean."""
    if by.method == Mean.ARITHMETIC:
        return
    lowest = float(np.nanmin(scores, initial=np.inf))
    whole = by.method == Mean.GENERALISED and by.power > 0
    if lowest < 0 or (lowest == 0 and not whole):
        raise NoMean(place, f"there is no {by.method} mean of scores such as {lowest:g}.")


def _weighed(scores: Floats, weights: Floats) -> Floats:
    """The weighted arithmetic mean of the known members."""
    gaps = np.isnan(scores).any()
    total: Floats = np.zeros(())
    weight: Floats = np.zeros(())
    for member in range(scores.shape[-1]):
        score, share = scores[..., member], weights[..., member, np.newaxis]
        if gaps:
            known = ~np.isnan(score)
            total = total + np.where(known, share * score, 0.0)
            weight = weight + share * known
        else:
            total = total + share * score
            weight = weight + share
    return np.asarray(total / weight)


def _where_known(means: Floats, scores: Floats, weights: Floats, least: float) -> Floats:
    known = ~np.isnan(scores)
    share = known.mean(axis=-1)
    weighs = (known & (weights[..., np.newaxis, :] > 0)).any(axis=-1)
    return np.where((share >= least) & weighs, means, np.nan)

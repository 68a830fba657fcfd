"""Outranking: in how much of the weight one unit is above another, and Copeland's count of it.

A pair is judged on the members known of both, so that the answer does not depend upon the order of rows. What
rounding alone sets apart is a tie: two scores of a member, and the weight on either side.
"""

import numpy as np

from handback.statistics.composite.arrays import TIE, Floats, slack

AT_ONCE = 1_000_000  #: pairs of units compared at once


def outranking(scores: Floats, weights: Floats) -> Floats:
    """The share of weight in which each unit is above each other, ties counting half, float[..., unit, unit].

    Of the members known of both units; nan of a unit with itself, and where no member is known of both.
    """
    above, known = _compared(scores, weights)
    with np.errstate(divide="ignore", invalid="ignore"):
        share: Floats = (np.where(np.abs(above) <= TIE * known, 0.0, above) / known + 1) / 2
    share[..., np.arange(share.shape[-1]), np.arange(share.shape[-1])] = np.nan
    return share


def copeland(scores: Floats, weights: Floats) -> Floats:
    """How many units each outranks, less how many outrank it, float[..., unit]."""
    replicates = np.broadcast_shapes(scores.shape[:-2], weights.shape[:-1])
    if not replicates:
        return _won(scores, weights)
    scores = np.broadcast_to(scores, (*replicates, *scores.shape[-2:]))
    weights = np.broadcast_to(weights, (*replicates, weights.shape[-1]))
    blocks = -(-scores[..., 0].size * scores.shape[-2] // AT_ONCE)
    pairs = zip(np.array_split(scores, blocks), np.array_split(weights, blocks), strict=True)
    return np.concatenate([_won(*pair) for pair in pairs])


def _won(scores: Floats, weights: Floats) -> Floats:
    above, known = _compared(scores, weights)
    won: Floats = np.where(np.abs(above) <= TIE * known, 0.0, np.sign(above)).sum(axis=-1)
    return won


def _compared(scores: Floats, weights: Floats) -> tuple[Floats, Floats]:
    """Weight above less weight below, and weight known of both, each float[..., unit, unit]."""
    above: Floats = np.zeros(())
    known: Floats = np.zeros(())
    for member in range(scores.shape[-1]):
        score, weight = scores[..., member], weights[..., member, np.newaxis, np.newaxis]
        apart = score[..., :, np.newaxis] - score[..., np.newaxis, :]
        sign = np.where(np.abs(apart) <= slack(score)[..., np.newaxis], 0.0, np.sign(apart))
        above = above + weight * np.nan_to_num(sign)
        known = known + weight * ~np.isnan(sign)
    return np.array(above), np.asarray(known)

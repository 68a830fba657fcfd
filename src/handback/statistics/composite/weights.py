"""Weights that are found in the data: the first principal component, and weights fitted to an influence."""

from dataclasses import dataclass

import numpy as np

from handback.statistics.composite.aggregation import combine
from handback.statistics.composite.arrays import Floats, correlations
from handback.statistics.composite.declaration import Level
from handback.statistics.composite.refusals import NoWeights
from handback.statistics.composite.ways import Weighing

NEAR_NONE = 1e-9  #: loadings and differences of variance so small are rounding


@dataclass(frozen=True, eq=False)
class Components:
    """Principal components: `loadings` float[member, component], and their `shares` of the variance.

    Each component is turned so that its loadings sum to no less than nothing.
    """

    loadings: Floats
    shares: Floats


def principal_components(scores: Floats, *, place: str = "") -> Components:
    """The components of float[unit, member], over the units of which every member is known.

    Raises NoWeights where a member does not vary, or fewer than two units are known.
    """
    known = scores[~np.isnan(scores).any(axis=1)]
    if len(known) < 2 or not (np.ptp(known, axis=0) > 0).all():
        raise NoWeights(place, "components need two units known throughout, and members that vary.")
    away = known - known.mean(axis=0)
    _, sizes, turned = np.linalg.svd(away / away.std(axis=0, ddof=1), full_matrices=False)
    loadings = turned.T * np.where(turned.sum(axis=1) < 0, -1.0, 1.0)
    return Components(loadings, sizes**2 / (sizes**2).sum())


def found(level: Level, scores: Floats, *, above: tuple[Level, ...], place: str) -> Floats:
    """The weights of a level, float[member]: those given, or found from its members' scores."""
    if level.weights is not None:
        return np.array(level.weights)
    if level.weighing == Weighing.PCA:
        return _from_components(level, scores, place)
    return fitted(level, scores, above=above, place=place).weights


def _from_components(level: Level, scores: Floats, place: str) -> Floats:
    """Each group's members weigh as they load upon its first component, in sum 1."""
    weights = np.ones(len(level.members))
    for group in level.groups:
        columns = [level.members.index(member) for member in group.members]
        if len(columns) == 1:
            continue
        where = f"{place}.{group.name}"
        parts = principal_components(scores[:, columns], place=where)
        loading = parts.loadings[:, 0]
        if parts.shares[0] - parts.shares[1] <= NEAR_NONE:
            raise NoWeights(where, "no component comes before the others; no weights follow.")
        loading = np.where(np.abs(loading) <= NEAR_NONE, 0.0, loading)
        if (loading < 0).any():
            against = [group.members[number] for number in np.flatnonzero(loading < 0)]
            fault = f"the first component sets {', '.join(against)} against the others; no weights follow."
            raise NoWeights(where, fault)
        weights[columns] = loading / loading.sum()
    return weights


@dataclass(frozen=True, eq=False)
class Fitted:
    """Weights fitted to an influence: the shares of correlation with the index desired and obtained."""

    weights: Floats
    desired: Floats
    obtained: Floats


def fitted(level: Level, scores: Floats, *, above: tuple[Level, ...], place: str = "") -> Fitted:
    """Weights, none under 0 and in sum 1 in a group, with which members correlate with the index as desired.

    float[member] each. The shares of the correlations come as near to those desired as least squares can
    bring them. `above` are the levels up to the index, which keep the weights they are given.
    """
    if any(one.weights is None for one in above):
        raise NoWeights(place, "the levels above need weights that are given.")
    sizes = np.array(level.influence or (1.0,) * len(level.members))
    desired: Floats = sizes / sizes.sum()

    def obtained(freedom: Floats) -> Floats:
        index = _index(level, scores, _shares(level, freedom), above, place)
        of_index = correlations(scores, index[:, np.newaxis])[:, 0]
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.asarray(of_index / of_index.sum())

    def away(freedom: Floats) -> Floats:
        return obtained(freedom) - desired

    from scipy.optimize import (
        least_squares,
    )  # here: loading it takes a second, which every command would wait

    if not np.isfinite(away(np.zeros(len(desired)))).all():
        raise NoWeights(place, "the members do not vary enough for weights to be fitted.")
    found = least_squares(away, np.zeros(len(desired)), bounds=(-12, 12))
    shares = obtained(found.x)
    if not np.isfinite(shares).all():
        raise NoWeights(place, "the members do not vary enough for weights to be fitted.")
    return Fitted(_shares(level, found.x), desired, shares)


def _shares(level: Level, freedom: Floats) -> Floats:
    sizes: Floats = np.exp(freedom)
    for group in level.groups:
        columns = [level.members.index(member) for member in group.members]
        sizes[columns] /= sizes[columns].sum()
    return sizes


def _index(level: Level, scores: Floats, weights: Floats, above: tuple[Level, ...], place: str) -> Floats:
    scores = aggregate(level, scores, weights, place=place)
    for one in above:
        scores = aggregate(one, scores, np.array(one.weights), place=place)
    return scores[..., 0]


def aggregate(level: Level, scores: Floats, weights: Floats, *, place: str) -> Floats:
    """The scores of a level's groups, float[..., unit, group], from those of its members."""
    groups = []
    for group in level.groups:
        columns = [level.members.index(member) for member in group.members]
        at = f"{place} {group.name}"
        groups.append(
            combine(
                scores[..., columns], weights[..., columns], by=level.combining, least=level.least, place=at
            )
        )
    return np.stack(groups, axis=-1)

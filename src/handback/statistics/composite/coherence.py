"""Whether an index holds together: what its members have to do with each other, and with it."""

from dataclasses import dataclass

import numpy as np

from handback.statistics.composite.arrays import Floats, correlations, covariances, rank_change, ranks
from handback.statistics.composite.given import check_whole
from handback.statistics.composite.index import Index
from handback.statistics.composite.weights import aggregate


@dataclass(frozen=True, eq=False)
class Coherence:
    """One level of an index. Arrays are by member or by group, in the level's order.

    `between`: correlations of the members, float[member, member]; `with_group`, `with_index`: float[member].
    `alpha`: Cronbach's, of each group's members, float[group], nan of a group of one. `nominal`: what each
    member weighs in the index by the weights, float[member], in sum 1; `effective`: its share of the squared
    correlations with the index, float[member], in sum 1.
    """

    members: tuple[str, ...]
    groups: tuple[str, ...]
    between: Floats
    with_group: Floats
    with_index: Floats
    alpha: Floats
    nominal: Floats
    effective: Floats


def coherence(index: Index, level: int) -> Coherence:
    """How the members of one level, numbered from 0 for the indicators, hold together.

    Effective weights: Paruolo, Saisana and Saltelli (2013), Ratings and rankings: voodoo or science?
    """
    scores, of = members_of(index, level), index.declaration.levels[level]
    columns = [[of.members.index(member) for member in group.members] for group in of.groups]
    with_index = correlations(scores, index.levels[-1])[:, 0]
    with_group = np.empty(len(of.members))
    for number, members in enumerate(columns):
        with_group[members] = correlations(scores[:, members], index.levels[level][:, [number]])[:, 0]
    squares = np.nan_to_num(with_index) ** 2
    with np.errstate(invalid="ignore"):
        effective = squares / squares.sum()
    return Coherence(
        members=of.members,
        groups=tuple(group.name for group in of.groups),
        between=correlations(scores, scores),
        with_group=with_group,
        with_index=with_index,
        alpha=np.array([cronbach(scores[:, members]) for members in columns]),
        nominal=nominal_weights(index)[level],
        effective=effective,
    )


def members_of(index: Index, level: int) -> Floats:
    """The scores of the members of a level, float[unit, member]. Raises CannotBeComposed for no level."""
    check_whole("level", level, least=0, most=len(index.levels) - 1)
    return index.normalised if level == 0 else index.levels[level - 1]


def across(index: Index, lower: int, upper: int) -> Floats:
    """Correlations of the members of one level with the groups of another, float[member, group]."""
    return correlations(members_of(index, lower), index.levels[upper])


def cronbach(scores: Floats) -> float:
    """Cronbach's alpha of float[unit, member], each covariance over the units known in both members."""
    members = scores.shape[1]
    if members < 2:
        return np.nan
    covariance = covariances(scores)
    whole = float(np.nansum(covariance))
    apart = float(np.nansum(np.diag(covariance)))
    return members / (members - 1) * (whole - apart) / whole if whole else np.nan


def nominal_weights(index: Index) -> tuple[Floats, ...]:
    """What each member of each level weighs in the index, by the weights on its way up, float[member]."""
    found: list[Floats] = []
    above = np.ones(1)
    for level, weights in zip(index.declaration.levels[::-1], index.weights[::-1], strict=True):
        own = np.empty(len(level.members))
        for number, group in enumerate(level.groups):
            columns = [level.members.index(member) for member in group.members]
            own[columns] = above[number] * weights[columns] / weights[columns].sum()
        found.append(above := own)
    return tuple(found[::-1])


@dataclass(frozen=True, eq=False)
class LeftOut:
    """An index without each member of a level in turn: scores and ranks, float[member, unit].

    `change`: by how many places ranks differ from those of the whole index, on average, float[member].
    """

    members: tuple[str, ...]
    scores: Floats
    ranks: Floats
    change: Floats


def leave_one_out(index: Index, level: int) -> LeftOut:
    """The index without each member of a level, numbered from 0 for the indicators, in turn.

    What is left of its group shares its weight; a group of one is left out with it.
    """
    known, levels = members_of(index, level), index.declaration.levels
    members = levels[level].members
    without = index.weights[level] * (1 - np.eye(len(members)))
    scores = aggregate(levels[level], known, without, place=f"levels[{level}]")
    for number in range(level + 1, len(levels)):
        scores = aggregate(levels[number], scores, index.weights[number], place=f"levels[{number}]")
    found = ranks(scores[..., 0])
    return LeftOut(members, scores[..., 0], found, rank_change(found, index.ranks))

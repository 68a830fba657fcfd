"""What each member adds to an index, and how much one point more of it would.

1. Slopes are those of the means: how the index moves with a member's score, the others standing still.
2. A score times its slope is what it adds. Every mean here grows in proportion with its members, so that by
   Euler's theorem what they add makes up the index exactly.
"""

from dataclasses import dataclass

import numpy as np

from handback.statistics.composite.arrays import Floats
from handback.statistics.composite.coherence import members_of
from handback.statistics.composite.declaration import Level
from handback.statistics.composite.index import Index
from handback.statistics.composite.refusals import CannotBeComposed
from handback.statistics.composite.ways import Combining, Mean


@dataclass(frozen=True, eq=False)
class Contributions:
    """Of one level's members: what each adds to the index, and what a point more would, float[unit, member].

    nan of a member that is not known, and of a unit without a score; the others' `added` make up the score.
    """

    members: tuple[str, ...]
    added: Floats
    slopes: Floats


def contributions(index: Index, level: int) -> Contributions:
    """What the members of a level, numbered from 0 for the indicators, add to every unit's index.

    Raises CannotBeComposed where Copeland's count stands in between, which has no slope.
    """
    levels = index.declaration.levels
    slopes = np.where(np.isnan(index.levels[-1]), np.nan, 1.0)
    for number in range(len(levels) - 1, level - 1, -1):
        if levels[number].combining.method == Mean.COPELAND:
            raise CannotBeComposed(f"levels[{number}].aggregation", "Copeland's count has no slope.")
        scores, weights = members_of(index, number), index.weights[number]
        slopes = _below(levels[number], scores, index.levels[number], weights, slopes)
    return Contributions(levels[level].members, members_of(index, level) * slopes, slopes)


def _below(level: Level, scores: Floats, means: Floats, weights: Floats, above: Floats) -> Floats:
    """The slopes of members, from those of their groups."""
    found = np.full(scores.shape, np.nan)
    for number, group in enumerate(level.groups):
        columns = [level.members.index(member) for member in group.members]
        own = scores[:, columns]
        shares = np.where(np.isnan(own), 0.0, weights[columns])
        with np.errstate(divide="ignore", invalid="ignore"):
            slope = shares / shares.sum(axis=1, keepdims=True)
            slope = slope * (own / means[:, [number]]) ** (power(level.combining) - 1)
        found[:, columns] = np.where(np.isnan(own), np.nan, slope * above[:, [number]])
    return found


def power(combining: Combining) -> float:
    """The power of which a mean is the generalised mean."""
    known = {Mean.ARITHMETIC: 1.0, Mean.GEOMETRIC: 0.0, Mean.HARMONIC: -1.0}
    return known.get(combining.method, combining.power)

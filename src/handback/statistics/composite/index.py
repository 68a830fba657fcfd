"""The index itself: values go in, every step and every level's scores come out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike

from handback.statistics.composite.arrays import Flags, Floats, ranks
from handback.statistics.composite.declaration import Declaration
from handback.statistics.composite.given import Given, given
from handback.statistics.composite.refusals import CannotBeComposed
from handback.statistics.composite.steps import Steps
from handback.statistics.composite.treatment import Treated
from handback.statistics.composite.weights import aggregate, found


@dataclass(frozen=True, eq=False)
class Index:
    """An index, step by step. Units on the rows, the declaration's indicators on the columns, gaps as nan.

    A unit that is not `included` is nan from `imputed` on. `weights` and `levels` hold one array for each
    level: float[member] and float[unit, group].
    """

    declaration: Declaration
    given: Given
    denominated: Floats
    imputed: Floats
    included: Flags
    treatments: tuple[Treated, ...]
    normalised: Floats
    weights: tuple[Floats, ...]
    levels: tuple[Floats, ...]

    @property
    def units(self) -> tuple[str, ...]:
        """The units' names."""
        return self.given.units

    @property
    def treated(self) -> Floats:
        """Values after treatment, float[unit, indicator]."""
        return np.stack([one.values for one in self.treatments], axis=1)

    @property
    def scores(self) -> Floats:
        """The index, float[unit]."""
        return self.levels[-1][:, 0]

    @cached_property
    def ranks(self) -> Floats:
        """Ranks of the index, 1 for the highest, float[unit]; ties have the best of their ranks."""
        return ranks(self.scores)

    @property
    def flat(self) -> tuple[str, ...]:
        """The indicators that tell no unit from another, and so are left out of the scores."""
        known = ~np.isnan(self.treated)
        lost = known.any(axis=0) & np.isnan(self.normalised).all(axis=0)
        return tuple(self.declaration.names[number] for number in np.flatnonzero(lost))

    @cached_property
    def shares(self) -> Floats:
        """The share of each unit's index, by weight, that rests on values given rather than filled in.

        What is left out of the scores, being flat or of a group without a score, is none of it.
        """
        share = (~np.isnan(self.denominated) & ~np.isnan(self.normalised)).astype(float)
        for level, weights, scores in zip(self.declaration.levels, self.weights, self.levels, strict=True):
            columns = [[level.members.index(member) for member in group.members] for group in level.groups]
            share = np.stack([share[:, of] @ weights[of] / weights[of].sum() for of in columns], axis=1)
            share[np.isnan(scores)] = 0
        return np.where(self.included, share[:, 0], np.nan)

    def scores_of(self, name: str) -> Floats:
        """The scores of an indicator, normalised, or of a group at any level, float[unit]."""
        if name in self.declaration.names:
            return self.normalised[:, self.declaration.names.index(name)]
        for level, scores in zip(self.declaration.levels, self.levels, strict=True):
            for number, group in enumerate(level.groups):
                if group.name == name:
                    return scores[:, number]
        raise CannotBeComposed(name, "neither an indicator nor a group of this index.")


def compose(
    values: ArrayLike,
    declaration: Declaration,
    *,
    units: Sequence[str] | None = None,
    groups: Sequence[str] | None = None,
    denominators: Mapping[str, ArrayLike] | None = None,
) -> Index:
    """Make the index that is declared of float[unit, indicator].

    `groups` names the group of each unit, for imputation; `denominators` holds float[unit] by name. Raises
    CannotBeComposed with the place of what is wrong.
    """
    of = given(values, declaration, units=units, groups=groups, denominators=denominators)
    return index_of(of, declaration)


def index_of(given: Given, declaration: Declaration) -> Index:
    """Make the index of values that were checked."""
    steps = Steps(given)
    filled = steps.filled(declaration)
    scores = steps.normalised(declaration)
    weights, levels = climb(declaration, scores)
    treatments = steps.treated(declaration)
    return Index(
        declaration,
        given,
        filled.per,
        filled.full,
        filled.included,
        treatments,
        scores,
        weights,
        levels,
    )


def climb(declaration: Declaration, scores: Floats) -> tuple[tuple[Floats, ...], tuple[Floats, ...]]:
    """The weights and the scores of every level, from the indicators' scores up."""
    weights: list[Floats] = []
    levels: list[Floats] = []
    for number, level in enumerate(declaration.levels):
        place = f"levels[{number}]"
        above = declaration.levels[number + 1 :]
        weights.append(found(level, scores, above=above, place=f"{place}.weights"))
        scores = aggregate(level, scores, weights[-1], place=place)
        levels.append(scores)
    return tuple(weights), tuple(levels)

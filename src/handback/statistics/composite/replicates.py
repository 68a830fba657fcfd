"""Replicates of an index: which alternatives and weights each has."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from handback.statistics.composite.arrays import Floats
from handback.statistics.composite.design import Choice, Design, Noise, Sets

Ints = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Replicates:
    """The parameters of every replicate.

    `chosen`: the alternative or the set that each factor takes, int[replicate, factor]; -1 of noise.
    `noise`: what each weight under noise is multiplied by, float[replicate, weight], in the order of the
    design's factors, their levels and these levels' members.
    """

    design: Design
    chosen: Ints
    noise: Floats

    def __len__(self) -> int:
        return len(self.chosen)

    def parameters(self, replicate: int) -> dict[str, Any]:
        """What one replicate takes, by factor: an alternative, weights by level, or multipliers of them."""
        found: dict[str, Any] = {}
        for number, factor in enumerate(self.design.factors):
            taken = int(self.chosen[replicate, number])
            match factor:
                case Choice():
                    found[factor.name] = factor.alternatives[taken]
                case Sets():
                    found[factor.name] = dict(factor.sets[taken])
                case Noise():
                    found[factor.name] = tuple(map(float, self.noise[replicate, self._columns(factor)]))
        return found

    def _columns(self, noise: Noise) -> slice:
        first = 0
        for factor in self.design.factors:
            if factor is noise:
                break
            first += factor.width if isinstance(factor, Noise) else 0
        return slice(first, first + noise.width)

    def weights(self, level: int, nominal: Floats, of: Ints) -> Floats:
        """The weights of a level in some replicates, float[replicate, member], or float[member] for all.

        `nominal`, float[member] or float[replicate, member], are those that no set and no noise has changed.
        """
        found = nominal
        for number, factor in enumerate(self.design.factors):
            if isinstance(factor, Sets) and any(level in one for one in factor.sets):
                taken = self.chosen[of, number]
                sets = np.array([one.get(level, (np.nan,) * nominal.shape[-1]) for one in factor.sets])
                found = np.where(np.isnan(sets[taken]), found, sets[taken])
        for factor in self.design.factors:
            if isinstance(factor, Noise) and level in factor.levels:
                members = [len(self.design.declaration.levels[each].members) for each in factor.levels]
                place = factor.levels.index(level)
                first = self._columns(factor).start + sum(members[:place])
                found = found * self.noise[of, first : first + members[place]]
        return found


def replicates(design: Design, uniforms: Floats) -> Replicates:
    """The replicates that numbers from 0 to 1 stand for, float[replicate, number], `design.width` of them."""
    chosen = np.full((len(uniforms), len(design.factors)), -1, np.intp)
    noise, first = [np.ones((len(uniforms), 0))], 0
    for number, factor in enumerate(design.factors):
        drawn = uniforms[:, first : first + factor.width]
        first += factor.width
        if isinstance(factor, Noise):
            noise.append(1 + factor.share * (2 * drawn - 1))
        else:
            bounds = np.cumsum(factor.odds)[:-1]
            chosen[:, number] = np.searchsorted(bounds, drawn[:, 0], side="right")
    return Replicates(design, chosen, np.concatenate(noise, axis=1))


def chosen(design: Design, alternatives: Ints) -> Replicates:
    """The replicates of given alternatives, int[replicate, factor]. The design has no noise."""
    return Replicates(design, np.asarray(alternatives, np.intp), np.ones((len(alternatives), 0)))

"""Replicates of an index: which alternatives and weights each has, and what every unit scores in it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from handback.statistics.composite.arrays import Floats
from handback.statistics.composite.declaration import Declaration
from handback.statistics.composite.design import Choice, Design, Noise, Sets
from handback.statistics.composite.given import Given
from handback.statistics.composite.index import climb
from handback.statistics.composite.refusals import CannotBeComposed
from handback.statistics.composite.steps import Steps
from handback.statistics.composite.weights import aggregate

AT_ONCE = 1_000_000  #: scores of units held at once for one group of one level

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
        """The weights of a level in some replicates, float[replicate, member], or float[member] for all."""
        found = nominal
        for number, factor in enumerate(self.design.factors):
            if isinstance(factor, Sets) and any(level in one for one in factor.sets):
                sets = np.array([one.get(level, nominal) for one in factor.sets])
                found = sets[self.chosen[of, number]]
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


def evaluate(given: Given, replicates: Replicates, output: Callable[[Floats], Floats]) -> Floats:
    """An output of the scores of every replicate, float[replicate, ...].

    `output` turns float[some replicates, unit] into an array of one row for each of them.
    """
    found: Floats | None = None
    for of, scores in _scored(given, replicates):
        made = output(scores)
        if found is None:
            found = np.empty((len(replicates), *made.shape[1:]))
        found[of] = made
    return found if found is not None else np.empty((0,))


def _scored(given: Given, replicates: Replicates) -> Iterator[tuple[Ints, Floats]]:
    """Replicates that share their choices, some at a time, with what every unit scores in each."""
    steps, factors = Steps(given), replicates.design.factors
    columns = [number for number, factor in enumerate(factors) if isinstance(factor, Choice)]
    combinations, which = np.unique(replicates.chosen[:, columns], axis=0, return_inverse=True)
    order = np.argsort(which.reshape(-1), kind="stable")
    alike = np.split(order, np.cumsum(np.bincount(which.reshape(-1)))[:-1])
    for combination, of in zip(combinations, alike, strict=True):
        named = {factors[column].name: int(taken) for column, taken in zip(columns, combination, strict=True)}
        declaration = replicates.design.varied(named)
        try:
            normalised = steps.normalised(declaration)
            nominal, _ = climb(declaration, normalised)
            for some in np.array_split(of, -(-len(of) * len(given.units) // AT_ONCE)):
                yield some, _climbed(declaration, normalised, nominal, replicates, some)
        except CannotBeComposed as fault:
            raise CannotBeComposed(f"{fault.place}, with {_said(replicates, of[0])}", fault.fault) from fault


def _said(replicates: Replicates, replicate: int) -> str:
    taken = replicates.parameters(replicate)
    choices = [factor for factor in replicates.design.factors if isinstance(factor, Choice)]
    return ", ".join(f"{factor.name} {taken[factor.name]!r}" for factor in choices) or "the weights drawn"


def _climbed(
    declaration: Declaration,
    normalised: Floats,
    nominal: tuple[Floats, ...],
    replicates: Replicates,
    of: Ints,
) -> Floats:
    scores = normalised
    for number, level in enumerate(declaration.levels):
        weights = replicates.weights(number, nominal[number], of)
        scores = aggregate(level, scores, weights, place=f"levels[{number}]")
    return np.broadcast_to(scores[..., 0], (len(of), scores.shape[-2]))

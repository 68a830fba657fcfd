"""What every unit scores in every replicate, each step taken once for all replicates that are alike so far.

1. A choice belongs to the steps that its places name: those before the levels, or a level.
2. Replicates that are alike up to a step share a state there: one array of scores, taken further once.
3. All states that a level treats alike are aggregated in one go, member by member, as one alone would be.
4. Weights that are found in the data depend upon every choice; where any are, choices all belong to the first
   step.
"""

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from handback.statistics.composite.arrays import Floats
from handback.statistics.composite.declaration import Declaration, Level
from handback.statistics.composite.design import Choice, Design, Noise, steps_of
from handback.statistics.composite.given import Given
from handback.statistics.composite.index import climb
from handback.statistics.composite.refusals import CannotBeComposed
from handback.statistics.composite.replicates import Ints, Replicates
from handback.statistics.composite.steps import Steps
from handback.statistics.composite.weights import aggregate

AT_ONCE = 1_000_000  #: scores of units held at once for one group of one level
STATES_AT_ONCE = 4_000_000  #: scores of members held at once

Combination = tuple[int, ...]


def evaluate(given: Given, replicates: Replicates, output: Callable[[Floats], Floats]) -> Floats:
    """An output of the scores of every replicate, float[replicate, ...].

    `output` turns float[some replicates, unit] into an array of one row for each of them. Raises
    CannotBeComposed, with the place and the choices of a replicate, for choices that do not go together.
    """
    found: Floats | None = None
    for of, scores in _scored(given, replicates):
        made = output(scores)
        if found is None:
            found = np.empty((len(replicates), *made.shape[1:]))
        found[of] = made
    return found if found is not None else np.empty((0,))


def _scored(given: Given, replicates: Replicates) -> Iterator[tuple[Ints, Floats]]:
    """Some replicates at a time, with what every unit scores in each."""
    ways = _Ways(given, replicates)
    combinations, of_each = _alike(replicates.chosen[:, ways.columns[0]])
    order, counts = np.argsort(of_each, kind="stable"), np.bincount(of_each)
    ends = np.cumsum(counts)
    size = len(given.units) * len(replicates.design.declaration.indicators)
    for first in range(0, len(combinations), per := max(STATES_AT_ONCE // max(size, 1), 1)):
        last = min(first + per, len(combinations))
        of = order[ends[first] - counts[first] : ends[last - 1]]
        states = ways.states(combinations[first:last], of[np.searchsorted(of_each[of], range(first, last))])
        for some in np.array_split(of, -(-len(of) * len(given.units) // AT_ONCE) or 1):
            yield some, ways.climbed(states, of_each[some] - first, some)


def _alike(rows: Ints) -> tuple[Ints, Ints]:
    """The different rows, and for each row which of them it is."""
    if not rows.shape[1]:
        return rows[:1], np.zeros(len(rows), np.intp)
    found, which = np.unique(rows, axis=0, return_inverse=True)
    return found, which.reshape(-1)


class _States:
    """Normalised scores float[state, unit, indicator]; the weights found in each, by level, where any are."""

    def __init__(
        self, scores: Floats, declarations: Sequence[Declaration], weights: Sequence[Floats]
    ) -> None:
        self.scores, self.declarations, self.weights = scores, declarations, weights


class _Ways:
    """The replicates of a design, step by step: 0 comes before the levels, 1 is the first of them."""

    def __init__(self, given: Given, replicates: Replicates) -> None:
        self.replicates, self.design = replicates, replicates.design
        self.steps = Steps(given)
        self.finds = _finds_weights(self.design)
        self.columns = [self._columns(step) for step in range(len(self.design.declaration.levels) + 1)]
        self._levels: dict[tuple[int, Combination], Level] = {}

    def _columns(self, step: int) -> list[int]:
        """The choices that belong to a step, by their place in the design."""
        if self.finds:
            choices = [n for n, factor in enumerate(self.design.factors) if isinstance(factor, Choice)]
            return choices if step == 0 else []
        return [
            number
            for number, factor in enumerate(self.design.factors)
            if isinstance(factor, Choice) and any(_touches(place, step) for place in factor.places)
        ]

    def _varied(self, step: int, combination: Combination) -> Declaration:
        names = [self.design.factors[column].name for column in self.columns[step]]
        return self.design.varied(dict(zip(names, combination, strict=True)))

    def _level(self, number: int, combination: Combination) -> Level:
        key = number, combination
        if key not in self._levels:
            self._levels[key] = self._varied(number + 1, combination).levels[number]
        return self._levels[key]

    def states(self, combinations: Ints, examples: Ints) -> _States:
        """The states that choices before the levels lead to; of each an example of a replicate."""
        scores, declarations, weights = [], [], []
        for combination, example in zip(combinations.tolist(), examples, strict=True):
            declarations.append(declaration := self._varied(0, tuple(combination)))
            try:
                scores.append(self.steps.normalised(declaration))
                weights.append(climb(declaration, scores[-1])[0] if self.finds else ())
            except CannotBeComposed as fault:
                raise self._refused(fault, int(example)) from fault
        found = [np.stack(of_level) for of_level in zip(*weights, strict=True)]
        return _States(np.stack(scores), declarations, found)

    def climbed(self, states: _States, at: Ints, of: Ints) -> Floats:
        """What every unit scores in some replicates, float[replicate, unit], from the states they are in."""
        scores, now = states.scores, at
        for number in range(len(self.design.declaration.levels)):
            scores, now = self._up(number, states, scores, at, now, of)
        return scores[now, :, 0]

    def _up(
        self, number: int, states: _States, scores: Floats, at: Ints, now: Ints, of: Ints
    ) -> tuple[Floats, Ints]:
        """The scores of the next level by state, and the state that each replicate is in."""
        made: list[Floats] = []
        then, count = np.empty_like(now), 0
        for level, mine in self._levels_of(number, states, at, of):
            which = _alike(np.stack([now[mine], *self._weighed(number, of[mine])], axis=1))
            first = np.unique(which[1], return_index=True)[1]
            ones = mine[first]
            nominal = states.weights[number][at[ones]] if self.finds else np.array(level.weights)
            weights = self.replicates.weights(number, nominal, of[ones])
            made.append(self._aggregated(number, level, scores, now[ones], weights, of[ones]))
            then[mine] = which[1] + count
            count += len(ones)
        return np.concatenate(made), then

    def _weighed(self, number: int, of: Ints) -> list[Ints]:
        """What beside the state decides the weights of a level: a set, or each replicate's own noise."""
        said = []
        for column, factor in enumerate(self.design.factors):
            if isinstance(factor, Noise) and number in factor.levels:
                return [np.arange(len(of))]
            if not isinstance(factor, Choice | Noise) and any(number in one for one in factor.sets):
                said.append(self.replicates.chosen[of, column])
        return said

    def _levels_of(self, number: int, states: _States, at: Ints, of: Ints) -> Iterator[tuple[Level, Ints]]:
        """Each way that a level is made, with those of the replicates, by place, in which it is."""
        if self.finds:
            levels = [declaration.levels[number] for declaration in states.declarations]
            kinds = list(dict.fromkeys(levels))
            which = np.array([kinds.index(level) for level in levels])[at]
        else:
            rows, which = _alike(self.replicates.chosen[of][:, self.columns[number + 1]])
            kinds = [self._level(number, tuple(row)) for row in rows.tolist()]
        for kind, level in enumerate(kinds):
            mine = np.flatnonzero(which == kind)
            if len(mine):
                yield level, mine

    def _aggregated(
        self, number: int, level: Level, scores: Floats, now: Ints, weights: Floats, of: Ints
    ) -> Floats:
        place = f"levels[{number}]"
        try:
            return _together(level, scores, now, weights, place)
        except CannotBeComposed:
            own = np.broadcast_to(weights, (len(now), weights.shape[-1]))
            for state, weight, replicate in zip(now, own, of, strict=True):
                try:
                    aggregate(level, scores[state], weight, place=place)
                except CannotBeComposed as fault:
                    raise self._refused(fault, int(replicate)) from fault
            raise

    def _refused(self, fault: CannotBeComposed, replicate: int) -> CannotBeComposed:
        taken = self.replicates.parameters(replicate)
        choices = [factor.name for factor in self.design.factors if isinstance(factor, Choice)]
        said = ", ".join(f"{name} {taken[name]!r}" for name in choices) or "the weights drawn"
        return CannotBeComposed(f"{fault.place}, with {said}", fault.fault)


def _touches(place: str, step: int) -> bool:
    """Whether a place belongs to a step: 0 before the levels, 1 the first of them."""
    first, *rest = steps_of(place)
    return step == 0 if first != "levels" else step > 0 and (not rest or rest[0] == step - 1)


def _finds_weights(design: Design) -> bool:
    """Whether the weights of any level are found in the data, as declared or by an alternative."""
    ways = [design.declaration]
    for factor in design.factors:
        if isinstance(factor, Choice):
            ways += [design.varied({factor.name: number}) for number in range(len(factor.alternatives))]
    return any(level.weights is None for way in ways for level in way.levels)


def _together(level: Level, scores: Floats, now: Ints, weights: Floats, place: str) -> Floats:
    """The scores of groups, float[row, unit, group]: of each row's state, with its weights or those of all.

    Where many rows share a state, its scores are not copied for each.
    """
    states, which = np.unique(now, return_inverse=True)
    if weights.ndim == 2 and len(states) * 4 <= len(now):
        found = np.empty((len(now), scores.shape[1], len(level.groups)))
        for number, state in enumerate(states):
            mine = which == number
            found[mine] = aggregate(level, scores[state], weights[mine], place=place)
        return found
    parts = -(-len(now) * scores[0].size // STATES_AT_ONCE) or 1
    rows = np.array_split(np.arange(len(now)), parts)
    shared = weights.ndim == 1
    return np.concatenate(
        [
            aggregate(level, scores[now[some]], weights if shared else weights[some], place=place)
            for some in rows
        ]
    )

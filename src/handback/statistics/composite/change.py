"""The change of an index between two years, split into what brought it about.

1. The parts are data, weights, method (treatment, normalisation, means, missing values) and set (the units,
   the indicators and how they are grouped).
2. Each part is its Shapley value: what it adds when it alone is brought forward to the second year, averaged
   over every order in which they can be. So the parts add up to the change exactly, and none comes first.
3. What one year does not know of a unit or an indicator, that of the other year stands in for, so that
   coming or going counts as set and not as data.
4. Where scores depend upon the other units, as with min-max, their data are part of the data; `change_of`
   tells one unit's own from theirs. With fixed goalposts (see `goalposts.fixed`) theirs do nothing.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import product
from math import factorial
from typing import TypeAlias

import numpy as np

from handback.statistics.composite.arrays import Floats
from handback.statistics.composite.declaration import Declaration, Indicator, Level
from handback.statistics.composite.given import Given
from handback.statistics.composite.index import Index, index_of
from handback.statistics.composite.refusals import CannotBeComposed
from handback.statistics.composite.ways import Weighing


class Cause(StrEnum):
    """What can bring a score to change."""

    DATA = "data"
    OTHERS = "data of the others"
    WEIGHTS = "weights"
    METHOD = "method"
    SET = "set"


OF_ALL = (Cause.DATA, Cause.WEIGHTS, Cause.METHOD, Cause.SET)
OF_ONE = tuple(Cause)


@dataclass(frozen=True, eq=False)
class Change:
    """The change of units there in either year; nan where one lacks a score in one.

    `first` and `second`: scores, float[unit]; `parts`: float[cause, unit], which add up to `second - first`.
    """

    units: tuple[str, ...]
    causes: tuple[Cause, ...]
    first: Floats
    second: Floats
    parts: Floats

    def part(self, cause: Cause) -> Floats:
        """What one cause brought about, float[unit]."""
        return np.asarray(self.parts[self.causes.index(cause)])


def change(first: Index, second: Index) -> Change:
    """Split the change of every unit into data, weights, method and set.

    Raises CannotBeComposed if the indices have not as many levels.
    """
    units = tuple(dict.fromkeys(first.units + second.units))
    return _split((first, second), units, OF_ALL, lambda year: {Cause.OTHERS: year[Cause.DATA]}, units)


def change_of(first: Index, second: Index, unit: str) -> Change:
    """Split the change of one unit, and tell its own data from that of the others.

    Raises CannotBeComposed if the indices have not as many levels, or neither has the unit.
    """
    units = tuple(dict.fromkeys(first.units + second.units))
    if unit not in units:
        raise CannotBeComposed(unit, "is in neither year.")
    return _split((first, second), units, OF_ONE, lambda _: {}, (unit,))


Years: TypeAlias = Mapping[Cause, int]  #: 0 or 1, the year that each cause is taken from


def _split(
    indices: Sequence[Index],
    units: tuple[str, ...],
    causes: tuple[Cause, ...],
    follows: Callable[[Years], Years],
    asked: tuple[str, ...],
) -> Change:
    levels = [len(index.declaration.levels) for index in indices]
    if levels[0] != levels[1]:
        raise CannotBeComposed("levels", f"{levels[0]} in the first and {levels[1]} in the second.")
    rows = [units.index(unit) for unit in asked]
    scores = {}
    for forward in product((0, 1), repeat=len(causes)):
        years = dict(zip(causes, forward, strict=True))
        scores[forward] = _scores(indices, units, years | dict(follows(years)), asked)[rows]
    parts = np.stack([_shapley(scores, number) for number in range(len(causes))])
    none, every = (0,) * len(causes), (1,) * len(causes)
    return Change(asked, causes, scores[none], scores[every], parts)


def _shapley(scores: Mapping[tuple[int, ...], Floats], of: int) -> Floats:
    total: Floats = np.zeros(next(iter(scores.values())).shape)
    causes = len(next(iter(scores)))
    for before, score in scores.items():
        if not before[of]:
            already = sum(before)
            after = tuple(1 if number == of else one for number, one in enumerate(before))
            orders = factorial(already) * factorial(causes - already - 1) / factorial(causes)
            total = total + orders * (scores[after] - score)
    return total


def _scores(indices: Sequence[Index], units: tuple[str, ...], years: Years, asked: tuple[str, ...]) -> Floats:
    """The scores with each cause as in the year that it is taken from, float[unit]."""
    declaration = _declaration(indices, years)
    values = _values(indices, units, declaration.names, years[Cause.OTHERS])
    own = [unit in asked for unit in units]
    values[own] = _values(indices, units, declaration.names, years[Cause.DATA])[own]
    values[[unit not in indices[years[Cause.SET]].units for unit in units]] = np.nan
    groups = _groups(indices, units, years[Cause.DATA])
    return index_of(Given(values, units, groups, {}), declaration).scores


def _values(indices: Sequence[Index], units: Sequence[str], names: Sequence[str], year: int) -> Floats:
    found = np.full((len(units), len(names)), np.nan)
    for index in (indices[1 - year], indices[year]):  # what the year itself knows is written last
        rows = [units.index(unit) for unit in index.units]
        known = [name for name in names if name in index.declaration.names]
        columns = [index.declaration.names.index(name) for name in known]
        found[np.ix_(rows, [names.index(name) for name in known])] = index.denominated[:, columns]
    return found


def _groups(indices: Sequence[Index], units: Sequence[str], year: int) -> tuple[str, ...] | None:
    known: dict[str, str] = {}
    for index in (indices[1 - year], indices[year]):
        known |= dict(zip(index.units, index.given.groups or (), strict=False))
    return tuple(known[unit] for unit in units) if len(known) == len(units) else None


def _declaration(indices: Sequence[Index], years: Years) -> Declaration:
    """The structure of one year's set, with another's method and another's weights."""
    of_set, method = (indices[years[cause]].declaration for cause in (Cause.SET, Cause.METHOD))
    ways: dict[str, Indicator] = {each.name: each for each in (*of_set.indicators, *method.indicators)}
    weights = _weights(indices, years[Cause.WEIGHTS])
    levels = tuple(
        _level(level, replaced, weights[number])
        for number, (level, replaced) in enumerate(zip(of_set.levels, method.levels, strict=True))
    )
    indicators = tuple(replace(ways[name], denominator=None) for name in of_set.names)
    return replace(of_set, indicators=indicators, missing=method.missing, levels=levels)


def _level(of_set: Level, method: Level, weights: Mapping[str, float]) -> Level:
    return replace(
        of_set,
        weighing=Weighing.GIVEN,
        weights=tuple(weights[member] for member in of_set.members),
        combining=method.combining,
        least=method.least,
    )


def _weights(indices: Sequence[Index], year: int) -> list[dict[str, float]]:
    """Each level's weights by member; of a member that the year does not weigh, the other year's."""
    found: list[dict[str, float]] = [{} for _ in indices[0].weights]
    for index in (indices[1 - year], indices[year]):
        for number, (level, weights) in enumerate(zip(index.declaration.levels, index.weights, strict=True)):
            shares = dict(zip(level.members, map(float, weights), strict=True))
            for group in level.groups:  # only within a group do weights compare
                whole = sum(shares[member] for member in group.members)
                found[number] |= {member: shares[member] / whole for member in group.members}
    return found

"""The change of an index between two years, split into what brought it about.

1. The parts are data, weights, method (treatment, normalisation, means, missing values) and set (the units,
   the indicators and how they are grouped).
2. Each part is its Shapley value: what it adds when it alone is brought forward to the second year, averaged
   over every order in which the four can be. So the parts add up to the change exactly, and none comes first.
3. What one year does not know of a unit or an indicator, that of the other year stands in for, so that
   coming or going counts as set and not as data.
4. Where scores depend upon the other units, as with min-max, their data are part of the data; with fixed
   goalposts (see `goalposts.fixed`) only the unit's own are.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import product
from math import factorial

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
    WEIGHTS = "weights"
    METHOD = "method"
    SET = "set"


@dataclass(frozen=True, eq=False)
class Change:
    """The change of every unit there in either year; nan where it lacks a score in one.

    `first` and `second`: scores, float[unit]; `parts`: float[cause, unit], in the order of Cause, which add
    up to `second - first`.
    """

    units: tuple[str, ...]
    first: Floats
    second: Floats
    parts: Floats

    def part(self, cause: Cause) -> Floats:
        """What one cause brought about, float[unit]."""
        return np.asarray(self.parts[list(Cause).index(cause)])


def change(first: Index, second: Index) -> Change:
    """Split the change from one index to another. Raises CannotBeComposed if levels differ in number."""
    levels = len(first.declaration.levels), len(second.declaration.levels)
    if levels[0] != levels[1]:
        raise CannotBeComposed("levels", f"{levels[0]} in the first and {levels[1]} in the second.")
    years = (first, second)
    units = tuple(dict.fromkeys(first.units + second.units))
    scores = {
        forward: _scores(years, units, dict(zip(Cause, forward, strict=True)))
        for forward in product((0, 1), repeat=len(Cause))
    }
    none, every = (0,) * len(Cause), (1,) * len(Cause)
    parts = np.stack([_shapley(scores, number) for number in range(len(Cause))])
    return Change(units, scores[none], scores[every], parts)


def _shapley(scores: Mapping[tuple[int, ...], Floats], of: int) -> Floats:
    total: Floats = np.zeros(next(iter(scores.values())).shape)
    causes = len(Cause)
    for before, score in scores.items():
        if not before[of]:
            already = sum(before)
            after = tuple(1 if number == of else one for number, one in enumerate(before))
            orders = factorial(already) * factorial(causes - already - 1) / factorial(causes)
            total = total + orders * (scores[after] - score)
    return total


def _scores(years: Sequence[Index], units: tuple[str, ...], forward: Mapping[Cause, int]) -> Floats:
    """The scores with each cause as in the year that `forward` says, float[unit]."""
    declaration = _declaration(years, forward)
    values = _values(years, units, declaration.names, forward[Cause.DATA])
    of_set = years[forward[Cause.SET]]
    values[[unit not in of_set.units for unit in units]] = np.nan
    groups = _groups(years, units, forward[Cause.DATA])
    return index_of(Given(values, units, groups, {}), declaration).scores


def _values(years: Sequence[Index], units: Sequence[str], names: Sequence[str], year: int) -> Floats:
    found = np.full((len(units), len(names)), np.nan)
    for index in (years[1 - year], years[year]):  # what the year itself knows is written last
        rows = [units.index(unit) for unit in index.units]
        known = [name for name in names if name in index.declaration.names]
        columns = [index.declaration.names.index(name) for name in known]
        found[np.ix_(rows, [names.index(name) for name in known])] = index.denominated[:, columns]
    return found


def _groups(years: Sequence[Index], units: Sequence[str], year: int) -> tuple[str, ...] | None:
    known: dict[str, str] = {}
    for index in (years[1 - year], years[year]):
        known |= dict(zip(index.units, index.given.groups or (), strict=False))
    return tuple(known[unit] for unit in units) if len(known) == len(units) else None


def _declaration(years: Sequence[Index], forward: Mapping[Cause, int]) -> Declaration:
    """The structure of one year's set, with another's method and another's weights."""
    of_set, method = years[forward[Cause.SET]].declaration, years[forward[Cause.METHOD]].declaration
    ways: dict[str, Indicator] = {each.name: each for each in (*of_set.indicators, *method.indicators)}
    weights = _weights(years, forward[Cause.WEIGHTS])
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


def _weights(years: Sequence[Index], year: int) -> list[dict[str, float]]:
    """Each level's weights by member; of a member that the year does not weigh, the other year's."""
    found: list[dict[str, float]] = [{} for _ in years[0].weights]
    for index in (years[1 - year], years[year]):
        for number, (level, weights) in enumerate(zip(index.declaration.levels, index.weights, strict=True)):
            found[number] |= dict(zip(level.members, map(float, weights), strict=True))
    return found

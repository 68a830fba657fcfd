"""What is uncertain about an index, declared: choices that could have been made otherwise, and weights.

    {"Winsorising": {"places": ["treatment.tried[0].most"], "alternatives": [1, 2, 3, 4, 5]},
     "Mean": {"places": ["levels[0].aggregation", "levels[1].aggregation"],
              "alternatives": ["arithmetic", "geometric"], "odds": [3, 1]},
     "Weights": {"noise": 0.25, "levels": [1, 2]}}

A factor is one of three: `alternatives` put at places of the declaration; `sets` of weights, one of which
holds; or `noise`, by which every weight of some levels is multiplied, evenly from 1 - noise to 1 + noise.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import prod
from typing import Any, TypeAlias

from handback.statistics.composite.declaration import Declaration, Group, declared, given_weights
from handback.statistics.composite.plain import Part, check_size
from handback.statistics.composite.refusals import NotDeclared

STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
PLACE = re.compile(r"[^.\[\]]+(\.[^.\[\]]+|\[\d+\])*")
NOISE = 0.25


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several alternatives, each put at every one of `places`."""

    name: str
    places: tuple[str, ...]
    alternatives: tuple[Any, ...]
    odds: tuple[float, ...]
    width = 1  #: how many numbers from 0 to 1 say which


@dataclass(frozen=True, slots=True)
class Sets:
    """One of several sets of weights; each has weights for some levels, by the level's number."""

    name: str
    sets: tuple[Mapping[int, tuple[float, ...]], ...]
    odds: tuple[float, ...]
    width = 1


@dataclass(frozen=True, slots=True)
class Noise:
    """Every weight of some levels, by number, multiplied by up to `share` more or less."""

    name: str
    levels: tuple[int, ...]
    share: float
    width: int


Factor: TypeAlias = Choice | Sets | Noise


@dataclass(frozen=True, slots=True)
class Design:
    """A declaration and what is uncertain about it."""

    declaration: Declaration
    factors: tuple[Factor, ...]

    @property
    def width(self) -> int:
        """How many numbers from 0 to 1 make one replicate."""
        return sum(factor.width for factor in self.factors)

    @property
    def combinations(self) -> int | None:
        """How many different replicates there are; None where weights may be anything."""
        if any(isinstance(factor, Noise) for factor in self.factors):
            return None
        return prod(len(factor.odds) for factor in self.factors if not isinstance(factor, Noise))

    def varied(self, chosen: Mapping[str, int]) -> Declaration:
        """The declaration with the alternatives chosen, by the names of the choices; of others as it is."""
        plain = self.declaration.plain
        for factor in self.factors:
            if isinstance(factor, Choice) and factor.name in chosen:
                for place in factor.places:
                    plain = put(plain, place, factor.alternatives[chosen[factor.name]])
        return declared(plain, like=self.declaration)


def design(declaration: Declaration, plain: Mapping[str, Any] | None = None) -> Design:
    """What is uncertain about an index; unless said, every weight by a quarter.

    Every alternative is declared once, so that what is wrong is refused before anything runs. Raises
    NotDeclared with its place.
    """
    if plain is None:
        levels = [number for number, level in enumerate(declaration.levels) if len(level.members) > 1]
        plain = {"Weights": {"noise": NOISE, "levels": levels}}
    check_size(plain)
    factors = tuple(_factor(name, part, declaration) for name, part in Part(plain).items())
    if not factors:
        raise NotDeclared("uncertainty", "nothing is uncertain.")
    _check_apart(factors)
    return Design(declaration, factors)


def steps_of(place: str) -> tuple[int | str, ...]:
    """A place such as "levels[0].weights" as ("levels", 0, "weights"). Raises KeyError for what is none."""
    if not PLACE.fullmatch(place):
        raise KeyError(place)
    return tuple(int(found[2]) if found[2] is not None else found[1] for found in STEP.finditer(place))


def _check_apart(factors: Sequence[Factor]) -> None:
    """Raises NotDeclared for two places one of which is, or lies within, the other: neither can win."""
    taken: dict[tuple[int | str, ...], tuple[str, str]] = {}
    for factor in factors:
        for place in _places(factor):
            steps = steps_of(place)
            for other, (name, said) in taken.items():
                if steps[: len(other)] == other[: len(steps)]:
                    by = "twice in it" if name == factor.name else f"taken by {name!r}, as {said}"
                    raise NotDeclared(factor.name, f"{place} is {by}.")
            taken[steps] = factor.name, place


def _places(factor: Factor) -> tuple[str, ...]:
    """What a factor alone decides; noise goes with anything."""
    if isinstance(factor, Choice):
        return factor.places
    numbers = {number for one in factor.sets for number in one} if isinstance(factor, Sets) else set()
    return tuple(f"levels[{number}].weights" for number in sorted(numbers))


def _factor(name: str, part: Part, declaration: Declaration) -> Factor:
    said = dict(part.items())
    if "alternatives" in said:
        return _choice(name, part, declaration)
    if "sets" in said:
        return _sets(name, part, declaration)
    if "noise" in said:
        return _noise(name, part, declaration)
    raise part.refuse("needs one of alternatives, sets, noise.")


def _choice(name: str, part: Part, declaration: Declaration) -> Choice:
    said = part.fields("places", "alternatives", "odds", needed=["places"])
    places = tuple(place.text() for place in said["places"].rows())
    if not places:
        raise said["places"].refuse("there is no place to put anything.")
    alternatives = said["alternatives"].rows()
    for alternative in alternatives:
        plain = declaration.plain
        for place in said["places"].rows():
            try:
                check_size(alternative.value)
                plain = put(plain, place.text(), alternative.value)
            except (KeyError, IndexError, TypeError):
                raise place.refuse(f"{place.value!r} is no place of the declaration.") from None
        try:
            varied = declared(plain, like=declaration)
        except NotDeclared as fault:
            raise alternative.refuse(str(fault)) from None
        if _structure(varied) != _structure(declaration):
            raise alternative.refuse("it would be another index, of other indicators or groups.")
    return Choice(
        name, places, tuple(each.value for each in alternatives), _odds(said, part, len(alternatives))
    )


def _structure(declaration: Declaration) -> tuple[tuple[str, ...], list[tuple[Group, ...]]]:
    return declaration.names, [level.groups for level in declaration.levels]


def _sets(name: str, part: Part, declaration: Declaration) -> Sets:
    said = part.fields("sets", "odds")
    sets = tuple(
        {
            (level := _level(each, declaration)): given_weights(
                each, declaration.levels[level].members, declaration.levels[level].groups
            )
            for _, each in one.items()
        }
        for one in said["sets"].rows()
    )
    return Sets(name, sets, _odds(said, part, len(sets)))


def _level(part: Part, declaration: Declaration) -> int:
    """The level that a name such as "levels[1]" means."""
    for number in range(len(declaration.levels)):
        if part.place.endswith(f".levels[{number}]"):
            return number
    raise part.refuse("no level of the declaration.")


def _noise(name: str, part: Part, declaration: Declaration) -> Noise:
    said = part.fields("noise", "levels", needed=["levels"])
    levels = tuple(row.whole(least=0) for row in said["levels"].rows())
    for row in said["levels"].rows():
        if row.value >= len(declaration.levels):
            raise row.refuse(f"there is no level {row.value:g}.")
    if len(set(levels)) != len(levels):
        raise said["levels"].refuse("a level is there twice.")
    if not levels:
        raise said["levels"].refuse("noise upon no level is none.")
    width = sum(len(declaration.levels[number].members) for number in levels)
    return Noise(name, levels, said["noise"].number(least=0, most=0.999), width)


def _odds(said: Mapping[str, Part], part: Part, count: int) -> tuple[float, ...]:
    if not count:
        raise part.refuse("there is nothing to choose from.")
    if "odds" not in said:
        return (1 / count,) * count
    odds = [row.number(least=0) for row in said["odds"].rows()]
    if len(odds) != count or not sum(odds):
        raise said["odds"].refuse(f"{count} numbers are needed, not all of them 0.")
    return tuple(each / sum(odds) for each in odds)


def put(plain: Any, place: str, value: Any) -> Any:
    """Plain data with a value at a place such as "treatment.tried[0].most"; what was given stays as it is.

    Raises KeyError, IndexError or TypeError where the way to the place does not exist.
    """
    return _put(plain, list(steps_of(place)), value)


def _put(plain: Any, steps: list[int | str], value: Any) -> Any:
    if not steps:
        return value
    first, *rest = steps
    if isinstance(plain, Mapping):
        return {**plain, first: _put(plain[first] if rest else None, rest, value)}
    if not isinstance(first, int):
        raise TypeError(first)
    rows = list(plain)
    rows[first] = _put(rows[first], rest, value)
    return rows

"""An index as it is declared: typed, versioned, and wrong nowhere before anything is computed.

1. A declaration is plain data: what `json.load` and `tomllib.load` give.
2. It is read whole before it runs, and whatever is wrong is refused with its place.
3. Its `version` says how it is to be read; another reading of the same words is another version.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from handback.statistics.composite import ways
from handback.statistics.composite.plain import Part, check_size
from handback.statistics.composite.ways import Combining, Missing, Scale, Scaling, Treatment, Weighing

VERSION = 1
FIELDS = (
    "version",
    "name",
    "edition",
    "indicators",
    "missing",
    "treatment",
    "normalisation",
    "levels",
)


class Direction(StrEnum):
    """Which way is better."""

    HIGHER = "higher"
    LOWER = "lower"


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator, in its own unit: where it begins and ends, what it aims at, what it is divided by."""

    name: str
    direction: Direction
    treatment: Treatment
    scale: Scale
    goalposts: tuple[float, float] | None = None
    target: float | None = None
    denominator: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Members of one level that become one score of the next."""

    name: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Level:
    """One step of aggregation. `weights`: of the members, in their order, where they are given.

    `influence` is what each member is to have upon the index, where weights are optimised.
    """

    name: str
    members: tuple[str, ...]
    groups: tuple[Group, ...]
    weighing: Weighing
    weights: tuple[float, ...] | None
    influence: tuple[float, ...] | None
    combining: Combining
    least: float


@dataclass(frozen=True, slots=True)
class Declaration:
    """An index: its indicators, what is done to them, and the levels that lead to one score.

    `plain` is what was declared, for variations on it.
    """

    name: str
    edition: str
    indicators: tuple[Indicator, ...]
    missing: Missing
    levels: tuple[Level, ...]
    plain: Mapping[str, Any] = field(compare=False, repr=False)

    @property
    def names(self) -> tuple[str, ...]:
        """The indicators' names, in the order of the columns of values."""
        return tuple(indicator.name for indicator in self.indicators)


def declare(plain: Mapping[str, Any]) -> Declaration:
    """The index that a plain mapping declares. Raises NotDeclared with the place of what is wrong."""
    check_size(plain)
    return declared(deepcopy(plain))


def declared(plain: Mapping[str, Any], *, like: Declaration | None = None) -> Declaration:
    """As `declare`, of a mapping that nobody changes afterwards.

    What a variation on another declaration, `like`, holds the very same parts of, is not read again.
    """
    whole = Part(plain)
    said = whole.fields(*FIELDS, needed=["version", "name", "indicators", "levels"])
    if said["version"].whole(least=0) != VERSION:
        raise said["version"].refuse(f"{said['version'].value} cannot be read; {VERSION} can.")
    treated = ways.treatment(said["treatment"]) if "treatment" in said else Treatment()
    scaled = ways.scale(said["normalisation"]) if "normalisation" in said else Scale()
    read = _read_before(plain, like)
    indicators = tuple(
        read.get((name, id(part.value))) or _indicator(name, part, treated, scaled)
        for name, part in said["indicators"].items()
    )
    if not indicators:
        raise said["indicators"].refuse("an index has indicators.")
    return Declaration(
        name=said["name"].text(),
        edition=said["edition"].text() if "edition" in said else "",
        indicators=indicators,
        missing=ways.missing(said["missing"]) if "missing" in said else Missing(),
        levels=like.levels
        if like and like.plain["levels"] is plain["levels"]
        else _levels(said["levels"], [indicator.name for indicator in indicators]),
        plain=whole.value,
    )


def _read_before(plain: Mapping[str, Any], like: Declaration | None) -> dict[tuple[str, int], Indicator]:
    """The indicators of a declaration by their names and parts, where what is said of all is the same."""
    if like is None or any(
        plain.get(of_all) is not like.plain.get(of_all) for of_all in ("treatment", "normalisation")
    ):
        return {}
    parts = like.plain["indicators"]
    return {(one.name, id(parts[one.name])): one for one in like.indicators}


def _indicator(name: str, part: Part, treated: Treatment, scaled: Scale) -> Indicator:
    said = part.fields(
        "direction", "treatment", "normalisation", "goalposts", "target", "denominator", needed=["direction"]
    )
    scale = ways.scale(said["normalisation"]) if "normalisation" in said else scaled
    for needs, word in ((Scaling.GOALPOSTS, "goalposts"), (Scaling.TARGET, "target")):
        if scale.method == needs and word not in said:
            raise Part(None, f"{part.place}.{word}").refuse(f"needed by {needs}, and not said.")
    return Indicator(
        name=name,
        direction=said["direction"].choice(Direction),
        treatment=ways.treatment(said["treatment"]) if "treatment" in said else treated,
        scale=scale,
        goalposts=said["goalposts"].pair() if "goalposts" in said else None,
        target=said["target"].number() if "target" in said else None,
        denominator=said["denominator"].text() if "denominator" in said else None,
    )


def _levels(part: Part, members: Sequence[str]) -> tuple[Level, ...]:
    levels: list[Level] = []
    rows, seen = part.rows(), set(members)
    for row in rows:
        levels.append(level := _level(row, tuple(members)))
        members = [group.name for group in level.groups]
        for name in members:
            if name in seen:
                raise Part(None, f"{row.place}.groups.{name}").refuse("the name is taken.")
        seen |= set(members)
    if len(members) != 1 or not levels:
        raise part.refuse(f"the last level has one group, the index itself; here are {len(members)}.")
    return tuple(levels)


def _level(part: Part, members: tuple[str, ...]) -> Level:
    said = part.fields("name", "groups", "weights", "aggregation", "least", needed=["groups"])
    known = frozenset(members)
    groups = tuple(Group(name, _members(named, known, name)) for name, named in said["groups"].items())
    _check_each_once(said["groups"], groups, members)
    weights = said.get("weights", Part("equal", f"{part.place}.weights"))
    weighing, given, influence = _weights(weights, members, groups)
    return Level(
        name=said["name"].text() if "name" in said else "",
        members=members,
        groups=groups,
        weighing=weighing,
        weights=given,
        influence=influence,
        combining=ways.combining(said["aggregation"]) if "aggregation" in said else Combining(),
        least=said["least"].number(least=0, most=1) if "least" in said else 0.0,
    )


def _members(part: Part, known: frozenset[str], group: str) -> tuple[str, ...]:
    rows = part.rows()
    if not rows:
        raise part.refuse(f"{group} has no members.")
    for row in rows:
        if row.text() not in known:
            raise row.refuse(f"{row.value!r} is not of the level below.")
    return tuple(row.text() for row in rows)


def _check_each_once(part: Part, groups: Sequence[Group], members: Sequence[str]) -> None:
    placed = Counter(member for group in groups for member in group.members)
    for member in members:
        if placed[member] != 1:
            raise part.refuse(f"{member!r} is in {placed[member]} groups, and belongs in one.")


Weighed = tuple[Weighing, tuple[float, ...] | None, tuple[float, ...] | None]


def _weights(part: Part, members: tuple[str, ...], groups: Sequence[Group]) -> Weighed:
    if isinstance(part.value, str):
        part = Part({"method": part.value}, part.place)
    named = dict(part.items())
    if "method" not in named or "method" in members:
        return Weighing.GIVEN, given_weights(part, members, groups), None
    method = named["method"].choice(Weighing)
    if method == Weighing.OPTIMISED:
        said = part.fields("method", "influence")
        influence = said.get("influence", Part(dict.fromkeys(members, 1), f"{part.place}.influence"))
        return method, None, given_weights(influence, members, groups)
    part.fields("method")
    if method == Weighing.GIVEN:
        raise part.refuse("given weights are given: a number for each member.")
    return method, (1.0,) * len(members) if method == Weighing.EQUAL else None, None


def given_weights(part: Part, members: Sequence[str], groups: Sequence[Group]) -> tuple[float, ...]:
    """A weight for each member, in their order. Raises NotDeclared with the place of what is wrong."""
    said = part.fields(*members, needed=members)
    weights = {member: said[member].number(least=0) for member in members}
    for group in groups:
        if not sum(weights[member] for member in group.members):
            raise part.refuse(f"the members of {group.name} weigh nothing.")
    return tuple(weights[member] for member in members)

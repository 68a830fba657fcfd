"""An index as told, as JSON in a published copy, and back: every number as text of twelve digits.

Text, since a database may write a number otherwise than it was given, and a copy has a hash.
"""

from collections.abc import Iterable, Mapping
from math import isnan
from typing import Any

import numpy as np

from handback.core.periods import Period
from handback.records.measures.measured.entries import IndexEntry
from handback.records.measures.measured.indexed.declared import Compared
from handback.records.measures.measured.indexed.laying import Laid
from handback.records.measures.measured.indexed.standings import Matter, Moved
from handback.records.measures.measured.indexed.told import Alpha, Floats, Held, IndexTold, Made, OneScale
from handback.records.measures.measured.plain import NotSuchAValue, plain, value_of
from handback.statistics.composite import Cause
from handback.statistics.composite.ways import Mean, Scaling

Said = dict[str, Any]

#: What is said of each unit: a number by its name here, or a list with one for each indicator.
NUMBERS = ("score", "low", "high", "rank", "best", "worst", "above", "below", "share")
LISTS = ("values", "numerators", "denominators", "scaled", "without_score", "without_rank")


def as_json(told: IndexTold) -> Said:
    """What is told, without the declaration, which stands beside it."""
    laid, moved = told.laid, told.moved
    return {
        "made": _made(told.made),
        "period": plain(laid.period),
        "label": laid.label,
        "own": laid.units[told.own],
        "of": list(laid.of),
        "units": [_unit(told, place) for place in range(len(laid.units))],
        "weighs": _texts(told.held.weighs),
        "carries": _texts(told.held.carries),
        "correlations": [_texts(row) for row in told.held.between],
        "alphas": {one.group: None if one.value is None else text(one.value) for one in told.held.alphas},
        "gives": None if told.gives is None else _texts(told.gives),
        "matters": [{"name": one.name, "total": text(one.total)} for one in told.matters],
        "flat": list(told.flat),
        "moved": None if moved is None else _moved(moved),
    }


def _made(made: Made) -> Said:
    one = made.scale
    return {
        "indicators": list(made.indicators),
        "compared": plain(made.compared),
        "scale": one and {"method": one.method.value, "low": text(one.low), "high": text(one.high)},
        "averages": [mean.value for mean in made.averages],
        "choices": list(made.choices),
        "asked": made.asked,
        "run": made.run,
        "seed": made.seed,
        "weighed": made.weighed,
    }


def _unit(told: IndexTold, place: int) -> Said:
    laid = told.laid
    numbers = (told.scores, told.low, told.high, told.ranks, told.best, told.worst,
               told.above, told.below, told.shares)  # fmt: skip
    lists = (laid.values[place], laid.above[place], laid.below[place], told.scaled[place],
             told.without_scores[:, place], told.without_ranks[:, place])  # fmt: skip
    said: Said = {"unit": laid.units[place], "name": laid.names[place]}
    said |= {name: text(column[place]) for name, column in zip(NUMBERS, numbers, strict=True)}
    return said | {name: _texts(row) for name, row in zip(LISTS, lists, strict=True)}


def _moved(moved: Moved) -> Said:
    return {
        "before": moved.before,
        "first": text(moved.first),
        "second": text(moved.second),
        "parts": {cause.name.lower(): text(part) for cause, part in moved.parts.items()},
        "version_before": moved.version_before,
    }


def text(number: float) -> str | None:
    """A number to twelve digits; None for what is not known."""
    return None if isnan(number) else f"{number:.12g}"


def _texts(numbers: Iterable[float]) -> list[str | None]:
    return [text(number) for number in numbers]


def read(entry: IndexEntry, said: Said) -> IndexTold:
    """What a copy tells of an index. Raises NotSuchAValue."""
    try:
        return _read(entry, said)
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise NotSuchAValue("what is told of an index", fault) from fault


def _read(entry: IndexEntry, said: Said) -> IndexTold:
    units: list[Said] = said["units"]
    column: Mapping[str, Floats] = {name: _numbers(one[name] for one in units) for name in NUMBERS}
    table: Mapping[str, Floats] = {name: _table(one[name] for one in units) for name in LISTS}
    return IndexTold(
        entry=entry,
        made=_read_made(said["made"]),
        laid=_laid(said, table),
        scaled=table["scaled"],
        scores=column["score"],
        low=column["low"],
        high=column["high"],
        ranks=column["rank"],
        best=column["best"],
        worst=column["worst"],
        above=column["above"],
        below=column["below"],
        shares=column["share"],
        without_scores=table["without_score"].T,
        without_ranks=table["without_rank"].T,
        gives=None if said["gives"] is None else _numbers(said["gives"]),
        held=_held(said),
        matters=tuple(Matter(one["name"], float(one["total"])) for one in said["matters"]),
        flat=tuple(said["flat"]),
        moved=None if said["moved"] is None else _read_moved(said["moved"]),
    )


def _laid(said: Said, table: Mapping[str, Floats]) -> Laid:
    units = tuple(one["unit"] for one in said["units"])
    return Laid(
        units=units,
        names=tuple(one["name"] for one in said["units"]),
        own=units.index(said["own"]),
        values=table["values"],
        above=table["numerators"],
        below=table["denominators"],
        of=tuple(said["of"]),
        period=value_of(Period, said["period"]),
        label=said["label"],
    )


def _read_made(said: Said) -> Made:
    one = said["scale"]
    return Made(
        indicators=tuple(said["indicators"]),
        compared=value_of(Compared, said["compared"]),
        scale=one and OneScale(Scaling(one["method"]), float(one["low"]), float(one["high"])),
        averages=tuple(Mean(word) for word in said["averages"]),
        choices=tuple(said["choices"]),
        asked=said["asked"],
        run=said["run"],
        seed=said["seed"],
        weighed=said["weighed"],
    )


def _held(said: Said) -> Held:
    alphas = (Alpha(group, None if one is None else float(one)) for group, one in said["alphas"].items())
    return Held(
        _numbers(said["weighs"]), _numbers(said["carries"]), _table(said["correlations"]), tuple(alphas)
    )


def _read_moved(said: Said) -> Moved:
    parts = {Cause[name.upper()]: float(part) for name, part in said["parts"].items()}
    return Moved(said["before"], float(said["first"]), float(said["second"]), parts, said["version_before"])


def _numbers(said: Iterable[str | None]) -> Floats:
    return np.array([np.nan if one is None else float(one) for one in said], np.float64)


def _table(said: Iterable[Iterable[str | None]]) -> Floats:
    return np.array([_numbers(row) for row in said], np.float64)

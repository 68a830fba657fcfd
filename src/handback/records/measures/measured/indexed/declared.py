"""The declaration of an index, as the record keeps it: what is composed, of whom, and what is uncertain.

    {"version": 1, "indicators": {"M01": {"direction": "lower"}, ...}, ..., "levels": [...],
     "compared": {"units": "councils", "group": "Like councils", "every": "financial year"},
     "uncertainty": {"Weights": {"noise": 0.25, "levels": [0]}},
     "replicates": 1000, "seed": 1, "since": "2026-04-01"}

All but the last five is what `statistics.composite.declare` reads. Indicators go by their codes. The name and
the edition are those of the entry.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from handback.core.frequencies import Frequency
from handback.records.measures.measured.entries import IndexEntry
from handback.records.measures.measured.indexed.bounds import check_bounds
from handback.statistics.composite import Declaration, Design, NotDeclared, declare, design
from handback.statistics.composite.plain import Part
from handback.statistics.composite.ways import Mean, Scaling

OWN_FIELDS = ("compared", "uncertainty", "replicates", "seed", "since")
REPLICATES, FEWEST, MOST = 1_000, 200, 10_000
NOISE = 0.25  # more or less of every weight, where nothing is said of what is uncertain
WEIGHTS, AVERAGING = "Weights", "Averaging"
SOFTER = {"method": "generalised", "power": 0.5}  # between the arithmetic mean and the geometric


class Units(StrEnum):
    """What is put beside each other."""

    COUNCILS = "councils"  #: the council and others, in one period of national series
    PERIODS = "periods"  #: the council's own periods, between fixed goalposts


class Finer(StrEnum):
    """What stands for a period in which an indicator has several values."""

    LAST = "last"
    MEAN = "mean"


@dataclass(frozen=True, slots=True)
class Compared:
    """Who is compared. `group` is the name of a comparison group, or blank for the list of neighbours."""

    units: Units
    group: str
    every: Frequency
    finer: Finer | None


@dataclass(frozen=True, slots=True)
class Declared:
    """An index whose declaration holds. `since`: the first day of the first period for which it counts."""

    entry: IndexEntry
    declaration: Declaration
    design: Design
    compared: Compared
    replicates: int
    seed: int
    since: date | None


def read_declaration(entry: IndexEntry) -> Declared:
    """The index that an entry declares. Raises NotDeclared with the place of what is wrong."""
    check_bounds(entry.declaration)
    whole = Part(entry.declaration)
    said = {name: part for name, part in whole.items() if name in OWN_FIELDS}
    composed = {name: part.value for name, part in whole.items() if name not in OWN_FIELDS}
    declaration = declare({"name": entry.name, "edition": entry.version} | composed)
    for name, wanted in (("name", entry.name), ("edition", entry.version)):
        if (found := getattr(declaration, name)) != wanted:
            raise NotDeclared(name, f"“{found}” here, and “{wanted}” in the record.")
    plain = said["uncertainty"].value if "uncertainty" in said else default_uncertainty(declaration)
    return Declared(
        entry=entry,
        declaration=declaration,
        design=design(declaration, plain),
        compared=_compared(said.get("compared", Part(None, "compared"))),
        replicates=_replicates(said["replicates"]) if "replicates" in said else REPLICATES,
        seed=said["seed"].whole(least=0) if "seed" in said else 0,
        since=_day(said["since"]) if "since" in said else None,
    )


def _compared(part: Part) -> Compared:
    if part.value is None:
        raise part.refuse("needed, and not said: councils, or the council's own periods?")
    said = part.fields("units", "group", "every", "finer", needed=["units"])
    units = said["units"].choice(Units)
    if units == Units.PERIODS and "group" in said:
        raise said["group"].refuse("the council's own periods are not compared with a group.")
    every = said["every"].choice(Frequency) if "every" in said else Frequency.FINANCIAL_YEAR
    if every == Frequency.IRREGULAR:
        raise said["every"].refuse("an index needs periods that follow one another.")
    finer = said["finer"].choice(Finer) if "finer" in said else None
    return Compared(units, said["group"].text() if "group" in said else "", every, finer)


def _replicates(part: Part) -> int:
    count = part.whole(least=FEWEST)
    if count > MOST:
        raise part.refuse(f"{count:,} is over {MOST:,}.")
    return count


def _day(part: Part) -> date:
    try:
        return date.fromisoformat(part.text())
    except ValueError:
        raise part.refuse(f"{part.value!r} is not a day such as 2026-04-01.") from None


def default_uncertainty(declaration: Declaration) -> dict[str, Any]:
    """What is taken as uncertain where nothing is said: every weight by a quarter, and the averaging.

    The averaging is left as declared where the scores can lie under nothing, or members are outranked.
    """
    levels = [number for number, level in enumerate(declaration.levels) if len(level.members) > 1]
    found: dict[str, Any] = {WEIGHTS: {"noise": NOISE, "levels": levels or [0]}}
    means = {level.combining.method for level in declaration.levels}
    if levels and len(means) == 1 and means != {Mean.COPELAND} and _never_negative(declaration):
        declared = declaration.plain["levels"][levels[0]].get("aggregation", "arithmetic")
        other = SOFTER if declared == "arithmetic" else "arithmetic"
        places = [f"levels[{number}].aggregation" for number in levels]
        found[AVERAGING] = {"places": places, "alternatives": [declared, other]}
    return found


def _never_negative(declaration: Declaration) -> bool:
    bounded = (Scaling.MIN_MAX, Scaling.GOALPOSTS)
    return all(
        indicator.scale.method in bounded
        and indicator.scale.low >= 0
        and (indicator.scale.method == Scaling.MIN_MAX or indicator.scale.capped)
        for indicator in declaration.indicators
    )


def plain_of(entry: IndexEntry) -> Mapping[str, Any]:
    """All that an entry declares, with its name and edition: two that are equal mean the same."""
    return {**entry.declaration, "name": entry.name, "edition": entry.version}

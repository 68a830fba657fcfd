"""The page of a composite index: score and interval first, then what carries it, moves it and shakes it."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

import numpy as np

from handback.records.measures.measured.entries import IndexEntry, IndicatorEntry
from handback.records.measures.measured.indexed.declared import plain_of
from handback.records.measures.measured.indexed.told import IndexTold
from handback.web.shared.charts.measures.bars import Pull, PullRow, pulls_chart
from handback.web.shared.charts.measures.intervals import Ranged, RangedRow, intervals_chart
from handback.web.shared.charts.values import Chart
from handback.web.shared.measures import index_words as telling
from handback.web.shared.measures.charting import unit_of
from handback.web.shared.pages import Link
from handback.web.shared.spreadsheets import csv_text
from handback.web.shared.words import percent, plural, sentence

Address = Callable[[str], str]
Bounds = Mapping[str, Sequence[float]]
MOST_PERIODS = 16  # shown in the chart; the table has them all


@dataclass(frozen=True, slots=True)
class Under:
    """An indicator under the index. `gives`: points of the score, blank where it gives none."""

    link: Link
    value: str
    period: str
    scaled: str
    weighs: str
    gives: str
    pulls: str


@dataclass(frozen=True, slots=True)
class IndexPage:
    """All that the page shows, in words."""

    code: str
    name: str
    version: str
    is_of_councils: bool
    score: str
    standing: str
    scale: str
    intervals: str
    notes: tuple[str, ...]
    chart: Chart[RangedRow]
    places: Chart[RangedRow] | None
    neighbours: tuple[tuple[str, str], ...]
    pulls: Chart[PullRow]
    under: tuple[Under, ...]
    moved: str
    parts: tuple[tuple[str, str], ...]
    editions: str
    matters: tuple[str, ...]
    left_out: tuple[str, ...]
    coherence: tuple[str, ...]
    made: tuple[tuple[str, str], ...]
    declaration: str


class Aimed(Protocol):
    """A target of an indicator: a row of the record, or an entry of a copy."""

    @property
    def indicator(self) -> str:
        """The indicator's code."""

    @property
    def value(self) -> Decimal:
        """What is aimed at."""


def bounds_of(targets: Iterable[Aimed]) -> Bounds:
    """What each indicator is to reach, or was, by its code."""
    found: dict[str, list[float]] = {}
    for target in targets:
        found.setdefault(target.indicator, []).append(float(target.value))
    return found


@dataclass(frozen=True, slots=True)
class ListedIndex:
    """An index in a list: its score with its interval and its place with its own, or why there is none."""

    link: Link
    code: str
    version: str
    score: str
    why: str


def listed_index(entry: IndexEntry, told: IndexTold | None, why: str, *, to: Address) -> ListedIndex:
    """An index as lists say it; `to` gives its address by its code."""
    said = f"{telling.score(told)} {telling.standing(told)}" if told else ""
    return ListedIndex(Link(entry.name, to(entry.code)), entry.code, entry.version, said, why)


def index_page(
    found: IndexTold, definitions: Mapping[str, IndicatorEntry], *, bounds: Bounds, to: Address
) -> IndexPage:
    """A standing in words, charts and tables; `to` gives an indicator's address by its code.

    `bounds` are the targets of indicators, by code: no value is rounded to one that it does not meet.
    """
    names = {code: definitions[code].name for code in found.made.indicators}
    entry = found.entry
    return IndexPage(
        code=entry.code,
        name=entry.name,
        version=entry.version,
        is_of_councils=found.is_of_councils,
        score=telling.score(found),
        standing=telling.standing(found),
        scale=telling.scale(found),
        intervals=telling.what_intervals_are(found),
        notes=_notes(found, names),
        chart=_scores(found),
        places=_places(found) if found.is_of_councils and found.compared > 1 else None,
        neighbours=telling.neighbours(found),
        pulls=_pulls(found, names),
        under=tuple(_under(found, definitions, bounds, to)),
        moved=telling.moved(found),
        parts=_parts(found),
        editions=_editions(found),
        matters=telling.matters(found),
        left_out=telling.left_out(found, names),
        coherence=telling.coherence(found, names),
        made=_made(found),
        declaration=json.dumps(plain_of(entry), indent=2, ensure_ascii=False),
    )


def _order(found: IndexTold) -> list[int]:
    """Councils with the highest score first, periods in their order, those alone that have a score."""
    known = [place for place, score in enumerate(found.scores) if not np.isnan(score)]
    if not found.is_of_councils:
        return known[-MOST_PERIODS:]
    return sorted(known, key=lambda place: (-found.scores[place], found.laid.names[place]))


def _scores(found: IndexTold) -> Chart[RangedRow]:
    low, high = found.low, found.high
    units = []
    for place in _order(found):
        ends = float(low[place]), float(high[place])
        value, name = float(found.scores[place]), found.laid.names[place]
        between = f"{telling.points(ends[0])} to {telling.points(ends[1])}"
        said = f"{name}: {telling.points(value)}, made otherwise {between}"
        units.append(Ranged(name, value, *ends, said, is_own=place == found.own))
    entry = found.entry
    text = telling.drawn(found)
    title = f"{entry.name}: scores and how far they depend on choices"
    return intervals_chart(units, title=title, text=text, decimals=1, name="scores")


def _places(found: IndexTold) -> Chart[RangedRow]:
    low, high = found.best, found.worst
    units = []
    for place in _order(found):
        ends = float(low[place]), float(high[place])
        value, name = float(found.ranks[place]), found.laid.names[place]
        between = f"{telling.place(ends[0])} to {telling.place(ends[1])}"
        said = f"{name}: {telling.place(value)}, made otherwise {between}"
        units.append(Ranged(name, value, *ends, said, is_own=place == found.own))
    title = f"{found.entry.name}: places and how far they depend on choices"
    text = f"{telling.standing(found)} The first place is on the right."
    return intervals_chart(units, title=title, text=text, least_is_best=True, name="places")


def _pulls(found: IndexTold, names: Mapping[str, str]) -> Chart[PullRow]:
    known = [
        (names[code], float(pull))
        for code, pull in zip(found.made.indicators, found.pulls, strict=True)
        if not np.isnan(pull)
    ]
    ordered = sorted(known, key=lambda one: (-one[1], one[0]))
    pulls = [Pull(name, points, _pull(points)) for name, points in ordered]
    up = [name for name, points in ordered if telling.signed(points).startswith("+")]
    down = [name for name, points in reversed(ordered) if telling.signed(points).startswith("−")]
    said = [f"“{up[0]}” pulls the score up most"] if up else []
    said += [f"“{down[0]}” pulls it down most"] if down else []
    text = f"{', and '.join(said)}." if said else "No indicator pulls the score up or down."
    return pulls_chart(pulls, title="What pulls the score up and down", text=text)


def _pull(points: float) -> str:
    said = telling.signed(points)
    if said.startswith("+"):
        return f"pulls it up by {said[1:]}"
    return f"pulls it down by {said[1:]}" if said.startswith("−") else "neither up nor down"


def _under(
    found: IndexTold, definitions: Mapping[str, IndicatorEntry], bounds: Bounds, to: Address
) -> list[Under]:
    scaled, weighs, own = found.scaled[found.own], found.held.weighs, found.own
    listed = []
    for number, code in enumerate(found.made.indicators):
        entry, value = definitions[code], float(found.laid.values[own, number])
        pull = float(found.pulls[number])
        listed.append(
            Under(
                link=Link(entry.name, to(code)),
                value=unit_of(entry).beside(value, *bounds.get(code, ())) or "Not known",
                period=found.laid.of[number],
                scaled=_known(float(scaled[number])),
                weighs=percent(float(weighs[number])),
                gives=_known(float(found.gives[number])) if found.gives is not None else "",
                pulls="" if np.isnan(pull) else _pull(pull),
            )
        )
    return listed


def _known(number: float) -> str:
    return "" if np.isnan(number) else telling.points(number)


def _notes(found: IndexTold, names: Mapping[str, str]) -> tuple[str, ...]:
    """What must be known to read this score."""
    notes = []
    share = float(found.shares[found.own])
    if share < 1:
        notes.append(f"The score rests on {percent(share)} of the weight: not every indicator is known.")
    others = int((found.shares < 1).sum()) - (share < 1)
    if others and found.is_of_councils:
        lacking = plural(others, "other council lacks", "other councils lack")
        notes.append(f"{lacking} some indicator; the score then rests on those that are known.")
    without = len(found.laid.units) - found.compared
    if without and found.is_of_councils:
        notes.append(f"{plural(without, 'council has', 'councils have')} too few indicators for a score.")
    notes += [
        f"“{names[code]}” is the same everywhere, so it tells nothing and is left out." for code in found.flat
    ]
    return tuple(notes)


def _parts(found: IndexTold) -> tuple[tuple[str, str], ...]:
    if found.moved is None:
        return ()
    return tuple(
        (telling.cause(cause, of_councils=found.is_of_councils), telling.signed(part))
        for cause, part in found.moved.parts.items()
        if found.is_of_councils or cause.name != "OTHERS"
    )


def _editions(found: IndexTold) -> str:
    moved = found.moved
    if moved is None or moved.version_before == found.entry.version:
        return ""
    return (
        f"In {moved.before} edition {moved.version_before} was in force, and since then edition "
        f"{found.entry.version}."
    )


def _made(found: IndexTold) -> tuple[tuple[str, str], ...]:
    compared = found.made.compared
    beside = compared.group or "The list of neighbours"
    said = (
        ("Edition", found.entry.version),
        (
            "Compared",
            beside if found.is_of_councils else f"Its own periods, by the {compared.every}",
        ),
        ("Average", sentence("; ".join(telling.MEANS[mean] for mean in found.made.averages))),
        ("Finer values", "" if found.is_of_councils else telling.FINER[compared.finer]),
        ("Seen by", "" if found.entry.is_public else "The office alone: no copy for the public holds it"),
        ("Made otherwise", f"{found.made.run:,} times, seed {found.made.seed}"),
    )
    return tuple((name, told) for name, told in said if told)


COLUMNS = ("unit", "name", "score", "score_low", "score_high", "place", "place_low", "place_high",
           "told_scores_more", "share_known")  # fmt: skip

COUNTED = ("numerator", "denominator")


def index_csv_of(found: IndexTold) -> str:
    """A line for each unit: scores, places, and every indicator as it stands and on the index's scale."""
    codes = found.made.indicators
    counted = [f"{code}_{part}" for code in codes for part in COUNTED] if _has_counts(found) else []
    columns = [*COLUMNS, *codes, *(f"{code}_scaled" for code in codes), *counted]
    return csv_text((_line(found, place) for place in range(len(found.laid.units))), columns=columns)


def _has_counts(found: IndexTold) -> bool:
    return not bool(np.isnan(found.laid.above).all())


def _line(found: IndexTold, place: int) -> dict[str, object]:
    above = found.above[place]
    numbers = {
        "score": found.scores[place],
        "score_low": found.low[place],
        "score_high": found.high[place],
        "place": found.ranks[place],
        "place_low": found.best[place],
        "place_high": found.worst[place],
        "told_scores_more": np.nan if place == found.own else above,
        "share_known": found.shares[place],
    }
    for number, code in enumerate(found.made.indicators):
        numbers[code] = found.laid.values[place, number]
        numbers[f"{code}_scaled"] = found.scaled[place, number]
        if _has_counts(found):
            counts = found.laid.above[place, number], found.laid.below[place, number]
            numbers |= {f"{code}_{part}": count for part, count in zip(COUNTED, counts, strict=True)}
    exact = {name: None if np.isnan(value) else f"{value:.12g}" for name, value in numbers.items()}
    return {"unit": found.laid.units[place], "name": found.laid.names[place], **exact}

"""The page of one indicator: its verdict, its charts, what it means, and what was decided about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from handback.core.frequencies import called
from handback.records.measures.measured.boards import IndicatorStanding
from handback.records.measures.measured.entries import DecisionEntry, Restatement, TiedCommitment
from handback.records.measures.measured.words import Better, DecisionKind, TargetKind
from handback.web.shared import words
from handback.web.shared.charts.measures import look
from handback.web.shared.charts.measures.icons import conflict_icon, way_icon
from handback.web.shared.charts.measures.ranges import RangeRow
from handback.web.shared.charts.measures.values import Point as Mark
from handback.web.shared.charts.measures.values import PointRow, Sort, Unit
from handback.web.shared.charts.values import Chart
from handback.web.shared.measures import telling
from handback.web.shared.measures.charting import (
    chart_of,
    drawn,
    ranges_of,
    series_of,
    target_mark,
    unit_of,
    way_mark,
)
from handback.web.shared.measures.telling import WAYS, Said

BETTER = {
    Better.HIGHER: "Higher is better",
    Better.LOWER: "Lower is better",
    Better.NEITHER: "Neither way is better",
}
LEVELS = {
    TargetKind.TARGET: "Target",
    TargetKind.TRAJECTORY: "Planned on the way",
    TargetKind.BASELINE: "Baseline",
}
DECIDED = {
    DecisionKind.REBASE: "Limits drawn anew",
    DecisionKind.GHOST: "Left out of the limits",
    DecisionKind.PROFILE: "Rules chosen",
    DecisionKind.CHART: "Chart chosen",
}
CLOSED_UP = "Its values lie so far apart that the periods between them are not shown."


@dataclass(frozen=True, slots=True)
class Level:
    """A target, a step on the way to it, or a baseline."""

    kind: str
    value: str
    when: str
    reason: str
    agreed_by: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided about the chart, of which period, and why."""

    what: str
    of: str
    reason: str
    decided_by: str
    decided_on: date


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment tied to the indicator: its words, when it is due and by whom, and where it stands."""

    words: str
    due: str
    owner: str
    source: str
    address: str
    bearing: str
    tied_by: str
    document: int


@dataclass(frozen=True, slots=True)
class Comment:
    """What was said of the value of a period."""

    period: str
    parts: tuple[tuple[str, str], ...]
    written_by: str


@dataclass(frozen=True, slots=True)
class Restated:
    """A value that was replaced, by whom and why."""

    period: str
    old: str
    new: str
    by: str
    reason: str
    on: date


@dataclass(frozen=True, slots=True)
class IndicatorPage:
    """All that the page shows. `facts` are names and words of the definition."""

    code: str
    name: str
    way: Said
    way_icon: str
    sure: Said
    sure_icon: str
    verdict: str
    chart: Chart[PointRow]
    ranges: Chart[RangeRow]
    key: tuple[tuple[str, str], ...]
    chosen: str
    rules: str
    suggestion: str
    facts: tuple[tuple[str, str], ...]
    source_address: str
    benchmark: tuple[tuple[str, str], ...]
    neighbours: tuple[tuple[str, str], ...]
    levels: tuple[Level, ...]
    decisions: tuple[Decision, ...]
    comments: tuple[Comment, ...]
    promises: tuple[Promise, ...]
    restatements: tuple[Restated, ...]
    late: tuple[str, ...]
    demonstration: str


def indicator_page(standing: IndicatorStanding) -> IndicatorPage:
    """A standing in words, charts and tables."""
    entry, series = standing.definition, series_of(standing)
    unit = series.unit
    return IndicatorPage(
        code=entry.code,
        name=entry.name,
        way=WAYS[standing.way],
        way_icon=way_mark(standing),
        sure=telling.sure(standing),
        sure_icon=target_mark(standing),
        verdict=words.sentence(series.verdict),
        chart=chart_of(standing, series),
        ranges=ranges_of(standing, series),
        key=_key(series.points),
        chosen=words.sentence(telling.chosen(standing.choice)),
        rules=telling.rules(standing),
        suggestion=suggestion_of(standing),
        facts=tuple(_facts(standing)),
        source_address=entry.source_address,
        benchmark=tuple(_benchmark(standing, unit)),
        neighbours=_neighbours(standing, unit),
        levels=levels_of(standing),
        decisions=decisions_of(standing),
        comments=tuple(_comments(standing)),
        promises=tuple(map(promised, standing.facts.commitments)),
        restatements=tuple(_restated(standing, one, unit) for one in standing.facts.restatements),
        late=telling.stretches(entry.frequency, standing.lateness.late),
        demonstration=entry.demonstration_note if entry.is_demonstration else "",
    )


def _key(points: Sequence[Mark]) -> tuple[tuple[str, str], ...]:
    """The shapes that are on the chart, each with its word."""
    shown = {mark.sort for mark in points if mark.value is not None}
    told = tuple((drawn(way_icon(sort)), look.WORDS[sort]) for sort in Sort if sort in shown)
    ring = ((drawn(conflict_icon()), "Rules pull both ways"),)
    return told + ring if any(mark.conflict for mark in points) else told


def suggestion_of(standing: IndicatorStanding) -> str:
    """That limits might be drawn anew, and from when; nothing where the figures do not suggest it."""
    found = standing.suggested_rebase
    if found is None:
        return ""
    side = "above" if found.is_above else "below"
    middle = telling.MIDDLES.get(standing.choice.kind, "the mean").removeprefix("the ")
    return (
        f"Since {found.label} {found.points} values lie {side} the old {middle}. If it is known what changed "
        "then, limits might be drawn anew from there. That is for a person to decide; nothing is redrawn by "
        "itself."
    )


def _facts(standing: IndicatorStanding) -> list[tuple[str, str]]:
    entry = standing.definition
    said = [
        ("What it is", entry.definition),
        ("Counted", entry.numerator_words),
        ("Out of", entry.denominator_words),
        ("Which way is better", BETTER[entry.better]),
        ("How often", f"Every {entry.frequency}" if entry.frequency != "irregular" else "Now and then"),
        ("Owner", entry.owner_post),
        ("Source", entry.source),
        ("Values arrive", telling.arrival(entry)),
        ("About its quality", entry.quality_note),
        ("Gaps", CLOSED_UP if standing.axis.is_closed_up else ""),
        ("Function", entry.function),
    ]
    return [(name, told) for name, told in said if told]


def _benchmark(standing: IndicatorStanding, unit: Unit) -> list[tuple[str, str]]:
    found = standing.benchmark
    if found is None:
        return []
    numbers = [
        ("This council", found.own),
        ("Median of neighbours", found.median),
        ("Lower quartile", found.lower_quartile),
        ("Upper quartile", found.upper_quartile),
    ]
    said = [(name, unit.said(float(value))) for name, value in numbers if value is not None]
    if found.rank is not None:
        said.append(("Place", f"{found.rank} of {found.known + 1}, 1 the best"))
    said += [("Period", found.label), ("Series", found.metric_name), ("Source", found.source)]
    return [*said, ("Neighbours", f"{found.list_name}: {found.known} of {found.of} known")]


def _neighbours(standing: IndicatorStanding, unit: Unit) -> tuple[tuple[str, str], ...]:
    if standing.benchmark is None:
        return ()
    return tuple(
        (one.name, "Not known" if one.value is None else unit.said(float(one.value)))
        for one in standing.benchmark.neighbours
    )


def levels_of(standing: IndicatorStanding) -> tuple[Level, ...]:
    """Targets, steps on the way and baselines, in the order of the record."""
    unit = unit_of(standing.definition)
    return tuple(
        Level(
            LEVELS[one.kind],
            unit.short(float(one.value)),
            words.sentence(words.period(one.period)).rstrip("."),
            one.reason,
            one.agreed_by,
        )
        for one in standing.facts.targets
    )


def decisions_of(standing: IndicatorStanding) -> tuple[Decision, ...]:
    """What was decided about the chart, in the order of the record."""
    return tuple(_decision(standing, one) for one in standing.facts.decisions)


def _decision(standing: IndicatorStanding, one: DecisionEntry) -> Decision:
    of = _label(standing, one.first) if one.first else "The whole chart"
    what = f"{DECIDED[one.kind]}: {one.choice}" if one.choice else DECIDED[one.kind]
    return Decision(what, of, one.reason, one.decided_by, one.decided_on)


def _comments(standing: IndicatorStanding) -> list[Comment]:
    newest = sorted(standing.facts.commentaries, key=lambda one: one.first, reverse=True)
    return [Comment(_label(standing, one.first), telling.commentary(one), one.written_by) for one in newest]


def promised(one: TiedCommitment) -> Promise:
    """A tied commitment in words."""
    return Promise(
        words=one.words,
        due=words.due(*("" if day is None else words.day(day) for day in (one.due_from, one.due_to))),
        owner=one.owner,
        source=f"{one.source}, {words.day(one.dated_on)}" if one.dated_on else one.source,
        address=one.address,
        bearing=words.sentence(one.bearing),
        tied_by=one.tied_by,
        document=one.document,
    )


def _restated(standing: IndicatorStanding, one: Restatement, unit: Unit) -> Restated:
    new = "Withdrawn" if one.new is None else unit.said(float(one.new))
    period = called(standing.definition.frequency, one.period)
    return Restated(period, unit.said(float(one.old)), new, one.by, one.reason, one.at.date())


def _label(standing: IndicatorStanding, first: date) -> str:
    place = standing.axis.places.get(first)
    return words.day(first) if place is None else standing.axis.labels[place]

"""A board: how every indicator of an authority stands on a day.

    board = board_of(record, on=day)
    board.cells          # the matrix, worst first: Cell(way, sure, codes)
    board.standings      # IndicatorStanding, by position
    standing.points      # every period of the axis, gaps too: Point(period, label, value, limits, fired ...)

All charts of one sort, under one profile, of about one length are worked out in one go.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from handback.records.measures.measured.axes import Axis, axis_of
from handback.records.measures.measured.charting import Charted, charted
from handback.records.measures.measured.entries import CommentaryEntry, IndicatorEntry, TargetEntry
from handback.records.measures.measured.findings import (
    Benchmark,
    Cell,
    ChartChoice,
    Lateness,
    Point,
    SuggestedRebase,
    Sure,
    Told,
    Way,
)
from handback.records.measures.measured.lateness import lateness
from handback.records.measures.measured.matrix import SURE, WAYS, cells_of, expected_flags
from handback.records.measures.measured.pointing import ended_before_last, last_of, points_of, suggested_for
from handback.records.measures.measured.record import NO_FACTS, IndicatorFacts, MeasuresRecord, in_force
from handback.records.measures.measured.series import Series, series_of
from handback.records.measures.measured.words import TargetKind
from handback.statistics.process_control import (
    PTD,
    Assurance,
    Chart,
    SeriesFinding,
    Sufficiency,
    Variation,
)
from handback.statistics.process_control.choosing import Because, Kind
from handback.statistics.process_control.runs import RunChart


@dataclass(frozen=True, eq=False)
class IndicatorStanding:
    """How one indicator stands. What is seldom looked at is worked out when it is asked for.

    `chart` has one series, on `axis`, in the indicator's unit; None without values. `run` is the finding of a
    run chart, where that is drawn. Its limits are `worth` as much as those of so many values in a row;
    `sufficiency` says how much can be told of it. `profile` names the rules asked.
    """

    definition: IndicatorEntry
    facts: IndicatorFacts
    axis: Axis
    choice: ChartChoice
    profile: str
    variation: Variation
    assurance: Assurance
    sufficiency: Sufficiency
    worth: int
    charted: Charted | None
    benchmarks: Mapping[str, Benchmark]
    lateness: Lateness
    on: date

    @property
    def code(self) -> str:
        """The indicator's code."""
        return self.definition.code

    @property
    def way(self) -> Way:
        """Its row of the matrix."""
        return WAYS[self.variation]

    @property
    def sure(self) -> Sure:
        """Its column of the matrix."""
        return SURE[self.assurance]

    @property
    def benchmark(self) -> Benchmark | None:
        """The authority beside its neighbours in the national series that the indicator points to."""
        return self.benchmarks.get(self.code)

    @cached_property
    def chart(self) -> Chart | None:
        """Its chart alone."""
        return self.charted.alone if self.charted else None

    @property
    def run(self) -> RunChart | None:
        """The finding of its run chart; periods count from the first of `axis`."""
        return self.charted.run if self.charted else None

    @property
    def finding(self) -> SeriesFinding | None:
        """What its chart says at the last point; periods count from the first of `axis`."""
        return self.charted.finding if self.charted else None

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """Every period of the axis, gaps too."""
        return points_of(self)

    @cached_property
    def last(self) -> Point | None:
        """The last point that has a value and is no ghost."""
        return last_of(self)

    @cached_property
    def ended(self) -> tuple[Point, ...]:
        """The change that ended with the value before the last, where the last is no more than chance."""
        return () if self.run is not None else ended_before_last(self)

    @property
    def fired(self) -> tuple[Told, ...]:
        """The rules that fired at the last point, the one that tells it first."""
        return self.last.fired if self.last else ()

    @property
    def target(self) -> TargetEntry | None:
        """The target in force on the day of the board."""
        return in_force(self.facts.targets, TargetKind.TARGET, on=self.on)

    @property
    def commentary(self) -> CommentaryEntry | None:
        """The newest commentary."""
        return max(self.facts.commentaries, key=lambda one: one.first, default=None)

    @cached_property
    def suggested_rebase(self) -> SuggestedRebase | None:
        """Where limits might be drawn anew; somebody has to decide it."""
        return suggested_for(self)


@dataclass(frozen=True, eq=False)
class Board:
    """How the indicators of an authority stand on a day, as known at a moment."""

    slug: str
    name: str
    gss: str
    on: date
    known_at: datetime | None
    standings: tuple[IndicatorStanding, ...]

    @cached_property
    def by_code(self) -> Mapping[str, IndicatorStanding]:
        """Every standing by the code of its indicator."""
        return {one.code: one for one in self.standings}

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """The cells that hold indicators, the worst first."""
        return cells_of(self.standings)

    def cell(self, way: Way, sure: Sure) -> Cell:
        """One cell of the matrix, which may be empty."""
        held = (cell for cell in self.cells if (cell.way, cell.sure) == (way, sure))
        return next(held, Cell(way, sure, ()))

    @property
    def late(self) -> tuple[IndicatorStanding, ...]:
        """The indicators of which a value is late."""
        return tuple(one for one in self.standings if one.lateness.is_late)

    @property
    def flagged(self) -> tuple[IndicatorStanding, ...]:
        """The indicators of which more is said than that they vary by chance."""
        return tuple(one for one in self.standings if one.way not in (Way.COMMON, Way.NOT_ENOUGH))

    @cached_property
    def flagged_by_chance(self) -> float:
        """How many would be flagged if nothing had changed in any."""
        return expected_flags(self.standings)


def board_of(record: MeasuresRecord, *, on: date, before: Board | None = None) -> Board:
    """The board of an authority's measures, as it stands on a day.

    What stands on the board `before`, made of the very same definition and facts, is taken from it.
    """
    held = _unchanged(record, before, on=on) if before else {}
    fresh = [definition for definition in record.indicators if definition.code not in held]
    held |= {one.code: one for one in _worked_out(record, fresh, on=on)}
    standings = tuple(held[definition.code] for definition in record.indicators)
    return Board(record.slug, record.name, record.gss, on, record.known_at, standings)


def _unchanged(record: MeasuresRecord, before: Board, *, on: date) -> dict[str, IndicatorStanding]:
    if before.on != on:
        return {}
    defined = {definition.code: definition for definition in record.indicators}
    return {
        one.code: one
        for one in before.standings
        if one.definition is defined.get(one.code)
        and one.facts is record.facts.get(one.code, NO_FACTS)
        and one.benchmarks is record.benchmarks
    }


def _worked_out(
    record: MeasuresRecord, definitions: Sequence[IndicatorEntry], *, on: date
) -> Iterator[IndicatorStanding]:
    laid = [_laid_out(record, definition) for definition in definitions]
    charts = iter(_charts([series for _, series in laid if series is not None]))
    for definition, (axis, series) in zip(definitions, laid, strict=True):
        yield _standing(record, definition, axis, next(charts) if series is not None else None, on=on)


def _charts(series: Sequence[Series]) -> Sequence[Charted | None]:
    """The chart of each; None where none can be drawn of one, which takes no other with it."""
    try:
        return charted(series)
    except ValueError:
        if len(series) == 1:
            return [None]
        return [chart for one in series for chart in _charts([one])]


def _laid_out(record: MeasuresRecord, definition: IndicatorEntry) -> tuple[Axis, Series | None]:
    facts = record.facts.get(definition.code, NO_FACTS)
    spans = [(row.first, row.until) for row in facts.values]
    if facts.withheld:
        spans = sorted([*spans, *((one.first, one.until or one.first) for one in facts.withheld)])
    axis = axis_of(definition.frequency, spans)
    return axis, series_of(definition, facts, axis) if facts.values else None


def _standing(
    record: MeasuresRecord, definition: IndicatorEntry, axis: Axis, found: Charted | None, *, on: date
) -> IndicatorStanding:
    facts = record.facts.get(definition.code, NO_FACTS)
    has_target = in_force(facts.targets, TargetKind.TARGET, on=on) is not None
    unsure = Assurance.NOT_ENOUGH if has_target else Assurance.NO_TARGET
    return IndicatorStanding(
        definition=definition,
        facts=facts,
        axis=axis,
        choice=found.choice if found else ChartChoice(Kind.XMR, Because.USUAL),
        profile=found.together.profile.name if found else PTD.name,
        variation=found.variation if found else Variation.NOT_ENOUGH,
        assurance=found.assurance if found else unsure,
        sufficiency=found.sufficiency if found else Sufficiency.TOO_FEW,
        worth=found.worth if found else 0,
        charted=found,
        benchmarks=record.benchmarks,
        lateness=lateness(definition, facts, axis, on=on),
        on=on,
    )

"""The board page: a matrix that names every indicator, the worst cell first, and a table of them all."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Self
from urllib.parse import quote_plus

from django.core.paginator import Page, Paginator

from handback.records.measures.measured.boards import Board, IndicatorStanding
from handback.records.measures.measured.findings import Cell, Sure, Way
from handback.statistics.process_control import Sufficiency
from handback.statistics.process_control.choosing import Kind
from handback.statistics.process_control.verdicts import FEWEST_POINTS
from handback.web.shared.charts.measures.values import Unit
from handback.web.shared.measures import board_words, telling
from handback.web.shared.measures.charting import small_line, target_mark, unit_of, way_mark
from handback.web.shared.measures.telling import SURES, WAYS, Said
from handback.web.shared.pages import Link
from handback.web.shared.words import plural

#: The worst first, downwards and across; beside them stand those with no target or too few values.
ROWS = (Way.WORSENING, Way.COMMON, Way.NEUTRAL, Way.IMPROVING)
COLUMNS = (Sure.FAILS, Sure.HIT_AND_MISS, Sure.PASSES)
BESIDE = (Sure.NO_TARGET, Sure.NOT_ENOUGH)
NO_DAY = "No day set"
Address = Callable[[str], str]

QUARTERS = {
    1: "This council is in the best quarter",
    2: "This council is in the second-best quarter",
    3: "This council is in the second-worst quarter",
    4: "This council is in the worst quarter",
}
A_PAGE = 50  # rows of the table: a line is drawn for each
MOST_NAMED = 12  # indicators of a cell; the rest is counted, and the table shows them


@dataclass(frozen=True, slots=True)
class Asked:
    """Which part of the table is wanted: a cell of the matrix, or all of it, and which page."""

    way: Way | None = None
    sure: Sure | None = None
    page: str = "1"

    @classmethod
    def of(cls, query: Mapping[str, Any]) -> Self:
        """From an address's query; what cannot be understood asks for everything."""
        way, sure = (str(query.get(name, "")) for name in ("way", "sure"))
        known = way in set(Way), sure in set(Sure)
        return cls(Way(way) if known[0] else None, Sure(sure) if known[1] else None, query.get("page", "1"))

    @property
    def is_all(self) -> bool:
        """Whether every indicator is wanted."""
        return self.way is None and self.sure is None

    def wants(self, one: IndicatorStanding) -> bool:
        """Whether an indicator is in the part that is wanted."""
        return self.way in (None, one.way) and self.sure in (None, one.sure)

    @property
    def words(self) -> str:
        """What is shown, in words."""
        said = [WAYS[self.way].word] if self.way else []
        return ", ".join([*said, SURES[self.sure].word.lower()] if self.sure else said)

    @property
    def query(self) -> str:
        """The address's query, without the page; it ends in "&" where there is any."""
        said = (("way", self.way), ("sure", self.sure))
        return "".join(f"{name}={quote_plus(value)}&" for name, value in said if value)


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """A cell: its row and column in words, whether it is the worst, and the indicators in it.

    `more` are so many that are not named; `all` is the address of the table of them all.
    """

    way: Said
    sure: Said
    worst: bool
    indicators: tuple[Link, ...]
    more: int
    all: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A row of the matrix."""

    way: Said
    cells: tuple[MatrixCell, ...]

    @property
    def is_empty(self) -> bool:
        """Whether no indicator is in it."""
        return not any(cell.indicators for cell in self.cells)


@dataclass(frozen=True, slots=True)
class BoardRow:
    """An indicator in the table: everything said with words and with a mark."""

    link: Link
    code: str
    line: str
    value: str
    period: str
    way: Said
    way_icon: str
    verdict: str
    sure: Said
    sure_icon: str
    limits: str
    target: str
    neighbours: str
    lag: str
    commentary: tuple[tuple[str, str], ...]
    demonstration: str

    @property
    def has_target(self) -> bool:
        """Whether there is a target to say anything about."""
        return bool(self.target) or self.sure != SURES[Sure.NO_TARGET]

    @property
    def has_day(self) -> bool:
        """Whether it is known when its values arrive."""
        return self.lag != NO_DAY


@dataclass(frozen=True, slots=True)
class BoardPage:
    """All that the page shows."""

    on: date
    matrix: tuple[MatrixRow, ...]
    columns: tuple[Said, ...]
    too_few: tuple[Link, ...]
    too_few_more: int
    rows: tuple[BoardRow, ...]
    pages: Page  # type: ignore[type-arg]
    asked: Asked
    count: int
    headline: str
    by_chance: str
    late: str
    newest: str

    @property
    def caption(self) -> str:
        """What the table shows."""
        if self.asked.is_all:
            return "Every indicator, the worst first" if self.has_matrix else "Every indicator"
        return f"{self.asked.words}: {plural(self.pages.paginator.count, 'indicator')}"

    @property
    def has_matrix(self) -> bool:
        """Whether anything can be said of any indicator."""
        return not all(row.is_empty for row in self.matrix)

    @property
    def demonstration(self) -> str:
        """What is said of every row alike, so that it need be said once."""
        said = {row.demonstration for row in self.rows}
        return said.pop() if len(said) == 1 else ""

    @property
    def has_ways(self) -> bool:
        """Whether more can be said of any row than its latest value."""
        return any(row.way != WAYS[Way.NOT_ENOUGH] for row in self.rows)

    @property
    def has_targets(self) -> bool:
        """Whether any row has a target."""
        return any(row.has_target for row in self.rows)

    @property
    def has_neighbours(self) -> bool:
        """Whether any row has neighbours to compare with."""
        return any(row.neighbours for row in self.rows)

    @property
    def has_days(self) -> bool:
        """Whether it is known of any row when its values arrive."""
        return any(row.has_day for row in self.rows)

    @property
    def has_commentary(self) -> bool:
        """Whether anything was written of any row."""
        return any(row.commentary for row in self.rows)


def board_page(board: Board, *, to: Address, asked: Asked | None = None, a_page: int = A_PAGE) -> BoardPage:
    """A board in words; `to` gives an indicator's address by its code.

    The matrix is of the whole board; the table is of what is asked, `a_page` rows at once, so that lines are
    drawn of these alone.
    """
    asked = asked or Asked()
    columns = [*COLUMNS, *(sure for sure in BESIDE if any(one.sure == sure for one in _told(board)))]
    few = [one for one in board.standings if one.way == Way.NOT_ENOUGH]
    ordered = [board.by_code[code] for cell in board.cells for code in cell.codes]
    pages = Paginator([one for one in ordered if asked.wants(one)], a_page).get_page(asked.page)
    return BoardPage(
        on=board.on,
        matrix=_matrix(board, columns, to),
        columns=tuple(SURES[sure] for sure in columns),
        too_few=tuple(_link(one, to) for one in few[:MOST_NAMED]),
        too_few_more=max(len(few) - MOST_NAMED, 0),
        rows=tuple(_row(one, _link(one, to)) for one in pages.object_list),
        pages=pages,
        asked=asked,
        count=len(board.standings),
        headline=board_words.headline(board),
        by_chance=board_words.by_chance(board),
        late=board_words.late(board),
        newest=board_words.newest(board),
    )


def _matrix(board: Board, columns: Sequence[Sure], to: Address) -> tuple[MatrixRow, ...]:
    first = next((cell for cell in board.cells if cell.way in ROWS), None)
    worst = first if first and (first.way == Way.WORSENING or first.sure == Sure.FAILS) else None
    return tuple(
        MatrixRow(WAYS[way], tuple(_cell(board, board.cell(way, sure), worst, to) for sure in columns))
        for way in ROWS
    )


def _cell(board: Board, cell: Cell, worst: Cell | None, to: Address) -> MatrixCell:
    return MatrixCell(
        WAYS[cell.way],
        SURES[cell.sure],
        cell == worst,
        tuple(_link(board.by_code[code], to) for code in cell.codes[:MOST_NAMED]),
        max(len(cell.codes) - MOST_NAMED, 0),
        f"?{Asked(cell.way, cell.sure).query.rstrip('&')}#every",
    )


def _link(one: IndicatorStanding, to: Address) -> Link:
    return Link(one.definition.name, to(one.code))


def _told(board: Board) -> list[IndicatorStanding]:
    return [one for one in board.standings if one.way in ROWS]


def _row(one: IndicatorStanding, link: Link) -> BoardRow:
    unit, last = unit_of(one.definition), one.last
    return BoardRow(
        link=link,
        code=one.code,
        line=small_line(one),
        value=unit.beside(last.value, last.target) if last else "No value yet",
        period=last.label if last else "",
        way=WAYS[one.way],
        way_icon=way_mark(one),
        verdict=telling.verdict(one),
        sure=telling.sure(one),
        sure_icon=target_mark(one),
        limits=_limits(one, unit),
        target=unit.short(float(one.target.value)) if one.target else "",
        neighbours=_neighbours(one, unit),
        lag=_lag(one),
        commentary=telling.commentary(one.commentary) if one.commentary else (),
        demonstration=one.definition.demonstration_note if one.definition.is_demonstration else "",
    )


def _limits(one: IndicatorStanding, unit: Unit) -> str:
    last = one.last
    if one.choice.kind == Kind.RUN:
        return "None: a run chart has no limits"
    if one.sufficiency == Sufficiency.TOO_FEW or last is None:
        return f"From {FEWEST_POINTS} values in a row on"
    if not unit.limit(last.lower):
        return "None"
    early = " (provisional)" if one.sufficiency == Sufficiency.PROVISIONAL else ""
    lower, upper = (unit.bare(limit, decimals=unit.decimals + 1) for limit in (last.lower, last.upper))
    return f"{lower} to {upper}{early}"


def _neighbours(one: IndicatorStanding, unit: Unit) -> str:
    found = one.benchmark
    if found is None or found.median is None:
        return ""
    middle = f"Median {unit.said(float(found.median))} ({found.known} of {found.of} known, {found.label})"
    return middle if found.quartile is None else f"{middle}. {QUARTERS[found.quartile]}"


def _lag(one: IndicatorStanding) -> str:
    late = len(one.lateness.late)
    if late:
        return f"{late} late"
    return telling.arrival(one.definition) or NO_DAY

"""The board page: a matrix that names every indicator, the worst cell first, and a table of them all."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from handback.records.measures.measured.boards import Board, IndicatorStanding
from handback.records.measures.measured.findings import Sure, Way
from handback.web.shared.charts.measures.icons import Assured, target_icon, way_icon
from handback.web.shared.charts.measures.values import Unit
from handback.web.shared.measures import telling
from handback.web.shared.measures.charting import SORTS, small_line, unit_of
from handback.web.shared.measures.telling import SURES, WAYS, Said
from handback.web.shared.pages import Link

#: The worst first, downwards and across; beside them stand those with no target or too few values.
ROWS = (Way.WORSENING, Way.COMMON, Way.NEUTRAL, Way.IMPROVING)
COLUMNS = (Sure.FAILS, Sure.HIT_AND_MISS, Sure.PASSES)
BESIDE = (Sure.NO_TARGET, Sure.NOT_ENOUGH)
ASSURED = {
    Sure.PASSES: Assured.PASSES,
    Sure.HIT_AND_MISS: Assured.HIT_AND_MISS,
    Sure.FAILS: Assured.FAILS,
}

Address = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """A cell: its row and column in words, how bad it is (0 the worst), and the indicators in it."""

    way: Said
    sure: Said
    worst: bool
    indicators: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A row of the matrix."""

    way: Said
    cells: tuple[MatrixCell, ...]


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


@dataclass(frozen=True, slots=True)
class BoardPage:
    """All that the page shows."""

    on: date
    matrix: tuple[MatrixRow, ...]
    columns: tuple[Said, ...]
    too_few: tuple[Link, ...]
    rows: tuple[BoardRow, ...]
    headline: str
    by_chance: str


def board_page(board: Board, *, to: Address) -> BoardPage:
    """A board in words; `to` gives an indicator's address by its code."""
    worst = next(((cell.way, cell.sure) for cell in board.cells if cell.way in ROWS), None)
    links = {one.code: Link(one.definition.name, to(one.code)) for one in board.standings}
    columns = [*COLUMNS, *(sure for sure in BESIDE if any(one.sure == sure for one in _told(board)))]
    matrix = tuple(
        MatrixRow(
            WAYS[way],
            tuple(
                MatrixCell(
                    WAYS[way],
                    SURES[sure],
                    (way, sure) == worst and sure != Sure.PASSES,
                    tuple(links[code] for code in board.cell(way, sure).codes),
                )
                for sure in columns
            ),
        )
        for way in ROWS
    )
    few = tuple(links[one.code] for one in board.standings if one.way == Way.NOT_ENOUGH)
    order = {code: place for place, cell in enumerate(board.cells) for code in cell.codes}
    rows = sorted(board.standings, key=lambda one: order[one.code])
    return BoardPage(
        on=board.on,
        matrix=matrix,
        columns=tuple(SURES[sure] for sure in columns),
        too_few=few,
        rows=tuple(_row(one, links[one.code]) for one in rows),
        headline=_headline(board),
        by_chance=_by_chance(board),
    )


def _told(board: Board) -> list[IndicatorStanding]:
    return [one for one in board.standings if one.way in ROWS]


def _headline(board: Board) -> str:
    """The most important fact first."""
    count = {way: sum(one.way == way for one in board.standings) for way in Way}
    fails = sum(one.sure == Sure.FAILS for one in board.standings)
    parts = [
        f"{count[Way.WORSENING]} getting worse",
        f"{count[Way.IMPROVING]} improving",
        f"{count[Way.COMMON]} unchanged beyond chance",
    ]
    if count[Way.NOT_ENOUGH]:
        parts.append(f"{count[Way.NOT_ENOUGH]} with too few values to say")
    total = len(board.standings)
    said = f"Of {total} indicators: {', '.join(parts)}." if total != 1 else f"One indicator: {parts[0]}."
    return (
        f"{said} {fails} will miss {'its' if fails == 1 else 'their'} target as things stand."
        if fails
        else said
    )


def _by_chance(board: Board) -> str:
    """How many flags chance alone would raise."""
    expected = board.flagged_by_chance
    if expected < 0.05:
        return ""
    about = "fewer than 1" if expected < 0.95 else f"about {expected:.0f}"
    return f"Chance alone would flag {about} of them; {len(board.flagged)} are flagged."


def _row(one: IndicatorStanding, link: Link) -> BoardRow:
    unit, last = unit_of(one.definition), one.last
    return BoardRow(
        link=link,
        code=one.code,
        line=small_line(one),
        value=unit.said(last.value) if last else "No value yet",
        period=last.label if last else "",
        way=WAYS[one.way],
        way_icon=_way_icon(one),
        verdict=telling.verdict(one),
        sure=SURES[one.sure],
        sure_icon=target_icon(ASSURED[one.sure]) if one.sure in ASSURED else "",
        limits=_limits(one, unit),
        target=unit.short(float(one.target.value)) if one.target else "",
        neighbours=_neighbours(one, unit),
        lag=_lag(one),
        commentary=telling.commentary(one.commentary) if one.commentary else (),
        demonstration=one.definition.demonstration_note if one.definition.is_demonstration else "",
    )


def _way_icon(one: IndicatorStanding) -> str:
    return "" if one.way == Way.NOT_ENOUGH else way_icon(SORTS[one.variation])


def _limits(one: IndicatorStanding, unit: Unit) -> str:
    last = one.last
    if last is None or not unit.limit(last.lower):
        return "Not drawn yet"
    return f"{unit.limit(last.lower)} to {unit.limit(last.upper)}"


def _neighbours(one: IndicatorStanding, unit: Unit) -> str:
    found = one.benchmark
    if found is None or found.median is None:
        return "None to compare with"
    middle = f"Median {unit.said(float(found.median))} ({found.known} of {found.of} known, {found.label})"
    return (
        middle
        if found.quartile is None
        else f"{middle}; this council is in quarter {found.quartile} of 4, 1 the best"
    )


def _lag(one: IndicatorStanding) -> str:
    late = len(one.lateness.late)
    if late:
        return f"{late} value{'' if late == 1 else 's'} late"
    return telling.arrival(one.definition) or "No day set"

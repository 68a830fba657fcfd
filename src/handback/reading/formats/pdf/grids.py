"""Tables that are drawn with lines: cells between the lines, rows of cells, merged cells told apart.

A cell that spans columns is one cell; one that spans rows stands in the first of them.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from handback.reading.formats.pdf.lines import rows_of
from handback.reading.formats.pdf.mending import Mending
from handback.reading.formats.pdf.pages import Page, Word
from handback.reading.formats.pdf.ruling import Rule

NEAR = 3.0  # points by which lines that meet may miss each other
_PROSE = 6  # words: a line of more is one of a paragraph
MOST_CELLS = 20_000  # of one table


@dataclass(frozen=True, slots=True)
class Grid:
    """A drawn table: the places of its lines down and across the page, and its rows of cells."""

    x0: float
    top: float
    x1: float
    bottom: float
    rows: tuple[tuple[str, ...], ...]


def grids_of(page: Page, mending: Mending) -> tuple[list[Grid], list[Word]]:
    """The drawn tables of a page, and the words that stand in none."""
    grids: list[Grid] = []
    rest = page.words
    for across, down in _groups(_merged(page.across), _merged(page.down)):
        xs = _places([rule.at for rule in down] + [end for rule in across for end in (rule.first, rule.last)])
        ys = _places([rule.at for rule in across] + [end for rule in down for end in (rule.first, rule.last)])
        if len(xs) < 3 or len(ys) < 2 or len(xs) * len(ys) > MOST_CELLS:
            continue
        inside = [word for word in rest if _within(word, xs, ys)]
        rows = _rows(inside, _Lattice(xs, ys, across, down), mending)
        if max((len(row) for row in rows), default=0) < 2:
            continue
        rest = [word for word in rest if not _within(word, xs, ys)]
        grids.append(Grid(xs[0], ys[0], xs[-1], ys[-1], tuple(rows)))
    return grids, rest


def _within(word: Word, xs: list[float], ys: list[float]) -> bool:
    return xs[0] - NEAR < (word.x0 + word.x1) / 2 < xs[-1] + NEAR and ys[0] < word.middle < ys[-1]


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """Lines over and beside each other as one: a cell's edge is often drawn for each of its neighbours."""
    merged: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (round(rule.at / NEAR), rule.first)):
        last = merged[-1] if merged else None
        if last and abs(last.at - rule.at) <= NEAR and rule.first <= last.last + NEAR:
            merged[-1] = Rule(last.at, min(last.first, rule.first), max(last.last, rule.last))
        else:
            merged.append(rule)
    return merged


def _groups(across: list[Rule], down: list[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Lines that meet, however indirectly, from the top of the page."""
    left = set(range(len(down)))
    waiting = sorted(range(len(across)), key=lambda index: across[index].at)
    taken: set[int] = set()
    for first in waiting:
        if first in taken:
            continue
        taken.add(first)
        rows, columns, new = [first], [], [first]
        while new:
            met = [d for d in left if any(_meet(across[a], down[d]) for a in new)]
            left.difference_update(met)
            columns += met
            new = [a for a in waiting if a not in taken and any(_meet(across[a], down[d]) for d in met)]
            taken.update(new)
            rows += new
        if columns:
            yield [across[a] for a in rows], [down[d] for d in columns]


def _meet(across: Rule, down: Rule) -> bool:
    return (
        across.first - NEAR <= down.at <= across.last + NEAR
        and down.first - NEAR <= across.at <= down.last + NEAR
    )


def _places(values: list[float]) -> list[float]:
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > NEAR:
            places.append(value)
    return places


class _Lattice:
    """The places between the lines of a table, and at which of them cells begin."""

    def __init__(self, xs: list[float], ys: list[float], across: list[Rule], down: list[Rule]) -> None:
        self.xs, self.ys, self._across, self._down = xs, ys, across, down
        self._begun: dict[tuple[int, int], bool] = {}
        self._topped: dict[tuple[int, int], bool] = {}

    def cell_of(self, word: Word) -> tuple[int, int]:
        """The row and column at which the cell begins that a word stands in."""
        row = min(max(bisect_right(self.ys, word.middle) - 1, 0), len(self.ys) - 2)
        column = min(max(bisect_right(self.xs, (word.x0 + word.x1) / 2) - 1, 0), len(self.xs) - 2)
        while not self.begins(row, column):
            column -= 1
        while not self._is_topped(row, column):
            row -= 1
        return row, column

    def begins(self, row: int, column: int) -> bool:
        """Whether a line stands on the left of this place, so that a cell begins there."""
        if (row, column) not in self._begun:
            middle = (self.ys[row] + self.ys[row + 1]) / 2
            self._begun[row, column] = column == 0 or _drawn(self._down, self.xs[column], middle)
        return self._begun[row, column]

    def _is_topped(self, row: int, column: int) -> bool:
        if (row, column) not in self._topped:
            middle = (self.xs[column] + self.xs[column + 1]) / 2
            self._topped[row, column] = row == 0 or _drawn(self._across, self.ys[row], middle)
        return self._topped[row, column]


def _drawn(rules: list[Rule], at: float, through: float) -> bool:
    return any(abs(rule.at - at) <= NEAR and rule.first <= through <= rule.last for rule in rules)


def _rows(words: list[Word], lattice: _Lattice, mending: Mending) -> list[tuple[str, ...]]:
    cells: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        cells.setdefault(lattice.cell_of(word), []).append(word)
    filled = {row for row, _column in cells}
    rows = []
    for row in sorted(filled):
        columns = [column for column in range(len(lattice.xs) - 1) if lattice.begins(row, column)]
        rows += _in_steps([cells.get((row, column), []) for column in columns], mending)
    return rows


def _in_steps(cells: list[list[Word]], mending: Mending) -> list[tuple[str, ...]]:
    """The rows that stand between two lines: one, save where columns are drawn and rows are not.

    Rows are not drawn where three or more lines of every column stand at the same heights, and none
    of them goes on with the words of the one above.
    """
    filled = [rows_of(cell) for cell in cells if cell]
    lines = {len(rows) for rows in filled}
    parted = any(row[0].text[:1].islower() or len(row) > _PROSE for rows in filled for row in rows)
    if len(filled) < 2 or len(lines) > 1 or max(lines) < 3 or parted or not _level(filled):
        return [tuple(mending.lines(_texts(cell)) for cell in cells)]
    steps = [rows_of(cell) for cell in cells]
    return [
        tuple(" ".join(word.text for word in rows[at]) if rows else "" for rows in steps)
        for at in range(max(lines))
    ]


def _level(filled: list[list[list[Word]]]) -> bool:
    first = [row[0].middle for row in filled[0]]
    return all(
        abs(row[0].middle - middle) < NEAR
        for rows in filled[1:]
        for row, middle in zip(rows, first, strict=True)
    )


def _texts(cell: list[Word]) -> list[str]:
    return [" ".join(word.text for word in row) for row in rows_of(cell)]

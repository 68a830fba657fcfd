"""Rows of tables that a copy left as plain lines: "January 150 141 94%", or each cell on a line of its own.

Nothing marks them as rows, so arithmetic does: two columns of counts make a share of a third column in as
many rows as there are, or in the only one. A row beside such rows belongs to them though its share is wrong.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from handback.core.figures import Stated, Unit, holds
from handback.reading.claims.outline import Outline
from handback.reading.claims.rows import FARTHEST_OFF, Row
from handback.reading.document import written_lines
from handback.reading.words.sentences import Sentence, sentence
from handback.reading.words.watch import watch

#: Two of what every such table has: a cheap look before its lines are read.
_SHARE = re.compile(r"%|\bper ?cent", re.I)
_HAS_SHARE = watch(_SHARE)
_CELL = re.compile(r"(?P<open>[(\[])?£?(?P<number>\d[\d,]*(?:\.\d+)?)(?P<share>%)?[)\]]?")
_SIGN_APART = re.compile(r"(?<=\d) ?(?:%| per ?cent\b)", re.I)
#: What was counted in an election is no share of anything done.
_OF_VOTES = re.compile(r"\b(?:votes?|candidates?|part(?:y|ies)|elected)\b", re.I)
FEWEST_CELLS = 2  # a count and its share
WITH_TOTAL = 3  # a total, a part, a share
FEWEST_PARTS = 2
MOST_CELLS = 14
HEADS = 200  # characters before a table that are looked at for the heads of its columns
_ALL = Decimal(100)
LONGEST_ROW = 160  # characters
LONGEST_LABEL = 60


@dataclass(frozen=True, slots=True)
class _Cell:
    value: Decimal
    share: bool
    inside: bool  # stands in brackets: the share of the count before it


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    cells: tuple[_Cell, ...]

    @property
    def shape(self) -> tuple[bool, ...]:
        """Which of the cells are shares."""
        return tuple(cell.share for cell in self.cells)


def loose_rows(found: Outline) -> Iterator[tuple[Sentence, Row]]:
    """The ratios of such rows, with the words of the row."""
    if not found.sights.anywhere & _HAS_SHARE:
        return
    for table in _tables(found.plain, found.document.text[: len(found.plain)]):
        read = _shares_of_all if len(table[0].cells) < WITH_TOTAL else _parts_of_totals
        if read is _shares_of_all and _OF_VOTES.search(
            found.plain[: table[-1].end], max(0, table[0].start - HEADS)
        ):
            continue
        for line, row in read(table):
            yield sentence(found.plain, line.start, line.end, found.sights), row


def _parts_of_totals(table: list[_Line]) -> Iterator[tuple[_Line, Row]]:
    """ "January 150 141 94%": a total, a part and a share in columns of their own."""
    for line in table:
        for part, total, share in _columns(table):
            row = _row(line.cells[part], line.cells[total], line.cells[share])
            if row is not None:
                yield line, row


def _shares_of_all(table: list[_Line]) -> Iterator[tuple[_Line, Row]]:
    """ "Agree 120 40%": counts whose shares are those of all the counts together."""
    parts = [(line, line.cells[0], line.cells[-1]) for line in table if line.cells[-1].value != _ALL]
    if len(parts) < FEWEST_PARTS or table[0].shape != (False, True):
        return
    total = sum(part.value for _, part, _ in parts)
    if all(total and holds(numerator=p.value, denominator=total, percent=s.value) for _, p, s in parts):
        for line, part, share in parts:
            yield line, Row(Stated(part.value, Unit.COUNT), None, share.value)


def _tables(plain: str, raw: str) -> Iterator[list[_Line]]:
    """Rows of one shape that follow one another."""
    table: list[_Line] = []
    for line in [*_in_lines(plain, raw), *_in_stacks(plain, raw)]:
        if table and (line.shape != table[-1].shape or raw[table[-1].end : line.start].strip(" \t\n|")):
            yield table
            table = []
        table.append(line)
    if table:
        yield table


def _in_lines(plain: str, raw: str) -> Iterator[_Line]:
    """Lines that end in two numbers or more, one of them a share."""
    for start, end in written_lines(raw):
        if end - start > LONGEST_ROW or not _SHARE.search(plain, start, end):
            continue
        words = _SIGN_APART.sub("%", plain[start:end].replace("|", " ")).split()
        cells: list[_Cell] = []
        while words and (cell := _cell(words[-1])) is not None:
            cells.insert(0, cell)
            words.pop()
        if not words and cells:
            cells.pop(0)  # a year, or a number that names the row
        if len(" ".join(words)) <= LONGEST_LABEL and _may_be_row(cells):
            yield _Line(start, end, tuple(cells))


def _in_stacks(plain: str, raw: str) -> Iterator[_Line]:
    """A line that is no number, and two numbers or more below it, each alone on its line."""
    label, cells, end = -1, list[_Cell](), 0
    for start, stop in written_lines(raw):
        words = plain[start:stop].strip(" |")
        if not words:
            continue
        cell = _cell(_SIGN_APART.sub("%", words)) if len(words) <= LONGEST_LABEL else None
        if cell is not None and label >= 0:
            cells.append(cell)
            end = stop
            continue
        if _may_be_row(cells):
            yield _Line(label, end, tuple(cells))
        label, cells = (start, []) if len(words) <= LONGEST_LABEL else (-1, [])
    if _may_be_row(cells):
        yield _Line(label, end, tuple(cells))


def _may_be_row(cells: list[_Cell]) -> bool:
    return FEWEST_CELLS <= len(cells) <= MOST_CELLS and any(cell.share for cell in cells)


def _cell(word: str) -> _Cell | None:
    found = _CELL.fullmatch(word)
    if found is None:
        return None
    value = Decimal(found["number"].replace(",", ""))
    return _Cell(value, bool(found["share"]), bool(found["open"]))


def _columns(table: list[_Line]) -> list[tuple[int, int, int]]:
    """Which columns hold parts, totals and shares of them: right in two rows at least, or in the only one."""
    shape = table[0].shape
    counts = [at for at, share in enumerate(shape) if not share]
    out: list[tuple[int, int, int]] = []
    for share in (at for at, is_share in enumerate(shape) if is_share):
        pairs = [(part, total) for a, b in combinations(counts, 2) for part, total in ((a, b), (b, a))]
        if table[0].cells[share].inside:
            pairs = [pair for pair in pairs if pair[0] == share - 1]
        right = {pair: sum(_is_right(line, *pair, share) for line in table) for pair in pairs}
        best = max(right, key=lambda pair: right[pair], default=None)
        if best is not None and _enough(right[best], table):
            out.append((*best, share))
    return out


def _enough(right: int, table: list[_Line]) -> bool:
    alone = len(table) == 1 and len(table[0].cells) == WITH_TOTAL
    return right * 2 > len(table) and (right > 1 or alone)


def _is_right(line: _Line, part: int, total: int, share: int) -> bool:
    of, whole, percent = (line.cells[at].value for at in (part, total, share))
    return bool(whole and of <= whole and holds(numerator=of, denominator=whole, percent=percent))


def _row(part: _Cell, total: _Cell, share: _Cell) -> Row | None:
    if not total.value or part.value > total.value:
        return None
    if abs(part.value * 100 / total.value - share.value) > FARTHEST_OFF:
        return None
    return Row(Stated(part.value, Unit.COUNT), Stated(total.value, Unit.COUNT), share.value)


def without(rows: list[tuple[Sentence, Row]]) -> Callable[[int, int], bool]:
    """Whether a stretch of the document holds none of such rows."""
    places = [(one.start, one.place(len(one.words) - 1)) for one, _ in rows]
    return lambda start, end: not any(first < end and start <= last for first, last in places)

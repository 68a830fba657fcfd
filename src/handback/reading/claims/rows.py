"""Rows of tables: the cells that hold a total, a part of it and its share.

They are told by the heads of their columns, or by arithmetic.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from handback.core.figures import Stated, Unit, holds
from handback.reading.claims.outline import Outline, Part, parts_to_read
from handback.reading.document import Kind

_CELL = re.compile(
    r"\(?(?P<money>£)? ?(?P<number>\d{1,3}(?:,\d{3})+|\d+)(?P<places>\.\d+)? ?(?P<share>%)?\)?$"
)
_BOTH = re.compile(r"(?P<number>\d[\d,]*) ?[(\[](?P<share>\d+(?:\.\d+)?) ?%[)\]]$")
_TOTAL_HEAD = re.compile(
    r"\b(?:total|all|out of|base|received|due|number in scope|cases"
    r"|population)\b",
    re.I,
)
_SHARE_HEAD = re.compile(r"%|\bper ?cent|\bpercentage|\bshare\b|\brate\b|\bproportion", re.I)
_AIM_HEAD = re.compile(r"\b(?:target|aim|goal|benchmark|previous|last year)\b", re.I)
MOST_OF_A_RATIO = 2  # counts: a part and its total
MOST_CELLS = 12
FARTHEST_OFF = 12  # points between a row's share and that of its numbers: beyond, it is of something else


@dataclass(frozen=True, slots=True)
class Row:
    """The numbers of a row that make a ratio."""

    part: Stated | None
    total: Stated | None
    percent: Decimal | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is nothing but a number."""

    column: int
    number: Stated
    share: bool

    @property
    def value(self) -> Decimal:
        """The number alone."""
        return self.number.value


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table that holds numbers, with the heads of the table's columns."""

    part: Part
    label: str
    numbers: tuple[Cell, ...]
    heads: tuple[str, ...]

    def head(self, cell: Cell) -> str:
        """What the column of a cell is called; empty where it has no head."""
        return self.heads[cell.column] if cell.column < len(self.heads) else ""


def tables(found: Outline) -> Iterator[list[Line]]:
    """The tables of a document, each as its rows of numbers."""
    lines: list[Line] = []
    heads: list[str] = []
    for part in parts_to_read(found):
        if part.passage.kind is not Kind.ROW:
            if lines:
                yield lines
            lines, heads = [], []
            continue
        cells = _cells(part)
        numbers = _numbers(cells, heads)
        if not part.whole.words.strip("-| :"):
            continue  # the line of dashes under the heads
        if numbers:
            lines.append(Line(part, cells[0], tuple(numbers), tuple(heads)))
        else:
            heads = cells
    if lines:
        yield lines


def rows(found: Outline) -> dict[int, Row]:
    """The ratios of a document's table rows, by the place where the row begins."""
    every = (line for table in tables(found) for line in table)
    ratios = ((line.part.passage.start, _ratio(list(line.numbers), list(line.heads))) for line in every)
    return {place: row for place, row in ratios if row is not None}


def _cells(part: Part) -> list[str]:
    words = part.whole.words
    if "|" in words:
        return [cell.strip() for cell in words.split("|")]
    label = re.match(r"[^\d£]{2,60}? (?=[£\d(])", words)
    return [label[0].strip(), *words[label.end() :].split()] if label else words.split("  ")


def _numbers(cells: Iterable[str], heads: list[str]) -> list[Cell]:
    """The cells that are nothing but a number; a share by its sign or by its column's head."""
    out: list[Cell] = []
    for column, words in enumerate(list(cells)[:MOST_CELLS]):
        if both := _BOTH.match(words):
            out.append(Cell(column, Stated(Decimal(both["number"].replace(",", ""))), share=False))
            out.append(Cell(column, Stated(Decimal(both["share"]), Unit.PERCENT), share=True))
        elif found := _CELL.match(words):
            head = heads[column] if column < len(heads) else ""
            share = bool(found["share"]) or (not found["money"] and bool(_SHARE_HEAD.search(head)))
            unit = Unit.POUNDS if found["money"] or "£" in head else Unit.COUNT
            value = Decimal(found["number"].replace(",", "") + (found["places"] or ""))
            step = Decimal(1).scaleb(-len(found["places"]) + 1) if found["places"] else Decimal(0)
            out.append(Cell(column, Stated(value, Unit.PERCENT if share else unit, step), share))
    return out


def _ratio(numbers: list[Cell], heads: list[str]) -> Row | None:
    """Part, total and share of a row: those that agree, else those that can be no others; None if unsure."""
    counts = [n for n in numbers if not n.share and not _AIM_HEAD.search(_head(heads, n))]
    shares = [n for n in numbers if n.share]
    if len(counts) + len(shares) < len(numbers) and len(counts) < MOST_OF_A_RATIO:
        return None
    for share in shares:
        for a, b in combinations(counts, 2):
            part, total = sorted((a.number, b.number), key=_value)
            if holds(numerator=part.value, denominator=total.value, percent=share.value):
                return Row(part, total, share.value)
    if len(shares) == 1 and len(counts) == 2:  # the arithmetic is wrong, or it is another's share
        part, total = sorted((n.number for n in counts), key=_value)
        near = total.value and abs(part.value * 100 / total.value - shares[0].value) <= FARTHEST_OFF
        return Row(part, total, shares[0].value) if near else None
    if len(shares) == 1 and len(counts) == 1:
        return Row(counts[0].number, None, shares[0].value)
    if not shares and len(counts) == 2 and heads:
        return _of_total(counts, heads)
    return None


def _head(heads: list[str], cell: Cell) -> str:
    return heads[cell.column] if cell.column < len(heads) else ""


def _value(number: Stated) -> Decimal:
    return number.value


def _of_total(counts: list[Cell], heads: list[str]) -> Row | None:
    """A part and its total, where the head of one column of the two says that it holds totals."""
    of = [bool(_TOTAL_HEAD.search(heads[n.column] if n.column < len(heads) else "")) for n in counts]
    small, great = sorted((n.number for n in counts), key=_value)
    if sum(of) == 1 and counts[of.index(True)].number is great:
        return Row(small, great, None)
    return None

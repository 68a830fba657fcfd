"""Rows of tables: the cells that hold a total, a part of it and its share.

They are told by the heads of their columns, or by arithmetic.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from handback.core.figures import holds
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
MOST_CELLS = 12


@dataclass(frozen=True, slots=True)
class Row:
    """The numbers of a row that make a ratio."""

    part: Decimal | None
    total: Decimal | None
    percent: Decimal | None


@dataclass(frozen=True, slots=True)
class _Cell:
    column: int
    value: Decimal
    share: bool


def rows(found: Outline) -> dict[int, Row]:
    """The ratios of a document's table rows, by the place where the row begins."""
    out: dict[int, Row] = {}
    heads: list[str] = []
    for part in parts_to_read(found):
        if part.passage.kind is not Kind.ROW:
            heads = []
            continue
        cells = _cells(part)
        numbers = _numbers(cells, heads)
        if not numbers:
            heads = cells
        elif (row := _ratio(numbers, heads)) is not None:
            out[part.passage.start] = row
    return out


def _cells(part: Part) -> list[str]:
    words = part.whole.words
    if "|" in words:
        return [cell.strip() for cell in words.split("|")]
    label = re.match(r"[^\d£]{2,60}? (?=[£\d(])", words)
    return [label[0].strip(), *words[label.end() :].split()] if label else words.split("  ")


def _numbers(cells: Iterable[str], heads: list[str]) -> list[_Cell]:
    """The cells that are nothing but a number; a share by its sign or by its column's head."""
    out: list[_Cell] = []
    for column, words in enumerate(list(cells)[:MOST_CELLS]):
        if both := _BOTH.match(words):
            out.append(_Cell(column, Decimal(both["number"].replace(",", "")), share=False))
            out.append(_Cell(column, Decimal(both["share"]), share=True))
        elif found := _CELL.match(words):
            value = Decimal(found["number"].replace(",", "") + (found["places"] or ""))
            head = heads[column] if column < len(heads) else ""
            share = bool(found["share"]) or (not found["money"] and bool(_SHARE_HEAD.search(head)))
            out.append(_Cell(column, value, share))
    return out


def _ratio(numbers: list[_Cell], heads: list[str]) -> Row | None:
    counts = [n for n in numbers if not n.share]
    shares = [n for n in numbers if n.share]
    for share in shares:
        for a, b in combinations(counts, 2):
            part, total = sorted((a.value, b.value))
            if holds(numerator=part, denominator=total, percent=share.value):
                return Row(part, total, share.value)
    if len(shares) == 1 and len(counts) == 2:  # the arithmetic is wrong, or it is another's share
        part, total = sorted(n.value for n in counts)
        return Row(part, total, shares[0].value) if total else None
    if len(shares) == 1 and len(counts) == 1:
        return Row(counts[0].value, None, shares[0].value)
    if not shares and len(counts) == 2 and heads:
        head = [heads[n.column] if n.column < len(heads) else "" for n in counts]
        of = [bool(_TOTAL_HEAD.search(h)) for h in head]
        small, great = sorted(n.value for n in counts)
        if sum(of) == 1 and counts[of.index(True)].value == great:
            return Row(small, great, None)
    return None

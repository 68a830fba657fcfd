"""Figures checked: every stated share of a document worked out again, and every stated total added up.

A figure that its own words call inexact ("about 30%") is listed but not judged. Sums are judged only
where it is plain that the parts are all of them: a row of totals, or shares that come to a hundred.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from handback.core.figures import ShareFinding, Stated, SumFinding, Unit, check_sum, check_whole
from handback.reading.claims.figures import Told, told
from handback.reading.claims.outline import Outline, outline
from handback.reading.claims.rows import Cell, Line, tables
from handback.reading.document import Document


@dataclass(frozen=True, slots=True)
class Checked:
    """A figure with its place, words and arithmetic.

    `holds` is None where the document itself says that a number is not exact: there is nothing to judge.
    """

    start: int
    end: int
    quote: str
    place: str
    finding: ShareFinding | SumFinding
    holds: bool | None


_TOTAL_ROW = re.compile(r"^(?:grand |overall |sub-?)?(?:total|all|overall|sum)s?\b", re.I)
_NO_PART = re.compile(r"\b(?:total|of which|average|mean|median|net|less|target|including|balance)\b", re.I)
_NO_SUM = re.compile(
    r"%|\b(?:average|mean|median|rate|ratio|score|target|rank|year|days?|age|per|index|no\.|ref)\b", re.I
)
FARTHEST_OFF = Decimal("0.25")  # of a total: parts that miss it by more were hardly meant to make it


def check(document: Document) -> tuple[Checked, ...]:
    """Every figure of a document that can be checked, in the order of its words."""
    if not document.text:
        return ()
    found = outline(document)
    figures = list(told(found))
    every = [*_shares(found, figures), *_wholes(found, figures), *_columns(found)]
    return tuple(sorted(every, key=lambda one: (one.start, one.end)))


def _shares(found: Outline, figures: list[Told]) -> Iterator[Checked]:
    for one in figures:
        finding = one.worked_out
        if finding is not None:
            start, end = one.where.place(one.start), one.where.place(max(one.end - 1, one.start)) + 1
            yield _checked(found, start, end, finding, holds=one.holds)


def _wholes(found: Outline, figures: list[Told]) -> Iterator[Checked]:
    """Parts of one total, told together: where the counts make all of it the shares do, and the other way."""
    groups: dict[tuple[int, Decimal], list[Told]] = defaultdict(list)
    for one in figures:
        if one.whole >= 0 and one.part is not None and one.total is not None and one.percent is not None:
            groups[one.whole, one.total.value].append(one)
    for group in groups.values():
        finding = _whole(group)
        if len(group) > 1 and finding is not None:
            start = min(one.where.place(one.start) for one in group)
            end = max(one.where.place(max(one.end - 1, one.start)) + 1 for one in group)
            yield _checked(found, start, end, finding, holds=finding.holds)


def _whole(group: list[Told]) -> SumFinding | None:
    """The sum of parts, or of their shares, where the other one shows that nothing is left out."""
    total = group[0].total
    parts = [one.part for one in group if one.part is not None]
    if total is None or any(one.about for one in group):
        return None
    counted = check_sum(parts, total)
    shared = check_whole([one.percent for one in group if one.percent is not None])
    if counted.holds == shared.holds:
        return counted if counted.holds else None
    return shared if counted.holds else counted


def _columns(found: Outline) -> Iterator[Checked]:
    """Columns of a table with a row of totals."""
    for table in tables(found):
        last = table[-1]
        above = table[:-1]
        if (
            len(above) < 2
            or not _TOTAL_ROW.match(last.label)
            or any(_NO_PART.search(row.label) for row in above)
        ):
            continue
        sums = [s for cell in last.numbers if (s := _column(above, last, cell)) is not None]
        sure = any(s.holds and len(set(s.parts)) > 1 for s in sums)
        for finding in sums:
            off = abs(finding.comes_to - finding.total.value)
            if finding.holds or sure or off <= finding.total.value * FARTHEST_OFF:
                where = last.part.whole
                end = where.place(len(where.words) - 1) + 1
                yield _checked(found, where.start, end, finding, holds=finding.holds)


def _column(above: list[Line], last: Line, cell: Cell) -> SumFinding | None:
    if cell.share or _NO_SUM.search(last.head(cell)) or not cell.value:
        return None
    parts: list[Stated] = []
    for row in above:
        own = [n for n in row.numbers if n.column == cell.column and not n.share]
        if len(own) != 1:
            return None
        parts.append(own[0].number)
    unit = Unit.POUNDS if any(part.unit is Unit.POUNDS for part in parts) else cell.number.unit
    total = Stated(cell.value, unit, cell.number.step)
    return check_sum(parts, total)


def _checked(
    found: Outline, start: int, end: int, finding: ShareFinding | SumFinding, *, holds: bool | None
) -> Checked:
    document = found.document
    return Checked(start, end, document.text[start:end], place_of(document, start), finding, holds)


def place_of(document: Document, start: int) -> str:
    """Where a person finds these words: the page, the item, the heading; else the character."""
    passage = next((p for p in document.passages if p.start <= start < p.end), None)
    if passage is None:
        return f"character {start:,}"
    item = f"item {passage.item}" if passage.item else ""
    heading = f"under “{passage.heading}”" if passage.heading else ""
    return ", ".join(filter(None, (passage.place, item, heading))) or f"character {start:,}"

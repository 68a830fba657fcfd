"""Lines to blocks: paragraphs put together over lines, columns and pages, headings and lists told.

A line goes on with the one before where that one was full, or stopped in mid-sentence, and neither the
space between them nor the letters speak against it.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from handback.reading.document import Kind
from handback.reading.formats.laid_out import Block, row_block
from handback.reading.formats.markers import MARKER, is_bullet
from handback.reading.formats.pdf.columns import Row
from handback.reading.formats.pdf.lines import Line
from handback.reading.formats.pdf.mending import Mending
from handback.reading.formats.pdf.notes import blocks_of_notes, parted
from handback.reading.formats.shapes import is_heading, label_of, shaped

_ENDED = re.compile(r"[.:;!?][\"'”’)\]]*$")
_PARTED = re.compile(r"[^\W\d_][-‐\x02\ufffe\xad]$")  # a word is parted at the end of a line
_LOOSE = 1.32  # times the usual step from line to line, beyond which a paragraph ends
_INDENT = 7.0  # points by which a first line stands in, or an item's lines stand out
_LARGER = 1.08  # times the usual size from which letters are a heading's
_LONGEST = 10_000  # characters of a paragraph: real ones run to some 3,000
_LONGEST_HEADING = 220  # characters, over its lines
_LEVELS = 6


@dataclass(slots=True)
class _Paragraph:
    lines: list[Line] = field(default_factory=list)
    text: str = ""

    @property
    def bold(self) -> bool:
        return all(line.bold for line in self.lines)


class Style:
    """What is usual in a document: the size of its letters and the step from line to line at each size."""

    def __init__(self, lines: list[Line]) -> None:
        """Counts the letters of all lines: the size of most is usual, larger ones are levels of headings."""
        sizes: Counter[float] = Counter()
        steps: dict[float, Counter[float]] = {}
        bold = plain = 0
        for before, line in zip([None, *lines], lines, strict=False):
            sizes[line.size] += len(line.text)
            bold, plain = bold + len(line.text) * line.bold, plain + len(line.text) * (not line.bold)
            if before and before.page == line.page and before.size == line.size:
                step = round((line.bottom - before.bottom) * 2) / 2
                if 0 < step < 3 * max(line.size, 1):
                    steps.setdefault(line.size, Counter())[step] += 1
        self.size = sizes.most_common(1)[0][0] if sizes else 0.0
        self.all_bold = bold > plain
        self._steps = {size: _usual(counted) for size, counted in steps.items()}
        larger = {size for size in sizes if size >= _LARGER * self.size}
        self._levels = {size: n for n, size in enumerate(sorted(larger, reverse=True), 1)}

    def step(self, size: float) -> float:
        """The usual distance from one line to the next at a size."""
        return self._steps.get(size) or 1.3 * size

    def is_set_off(self, paragraph: _Paragraph) -> bool:
        """Whether the letters are those of a heading."""
        if paragraph.lines[0].size >= _LARGER * self.size:
            return True
        return paragraph.bold and not self.all_bold

    def level(self, size: float) -> int:
        """How deep a heading of a size stands: 1 for the largest letters; bold ones come last."""
        return min(self._levels.get(size, len(self._levels) + 1), _LEVELS)


def _usual(counted: Counter[float]) -> float:
    """The commonest step, or the smallest of those that are nearly as common."""
    most = counted.most_common(1)[0][1]
    return min(step for step, count in counted.items() if count >= 0.5 * most)


def blocks_of(things: list[Line | Row], mending: Mending) -> Iterator[Block]:
    """The blocks of a document's lines and rows, each with the page on which it begins; footnotes last."""
    style = Style([thing for thing in things if isinstance(thing, Line)])
    things, notes = parted(things, style.size)
    made = list(_put_together(list(_whole_rows(things, mending)), style, mending))
    headed = any(isinstance(thing, _Paragraph) and style.is_set_off(thing) for thing in made)
    depths: list[float] = []
    for thing in made:
        if isinstance(thing, Row):
            depths.clear()
            yield row_block(thing.cells, f"page {thing.page}")
        else:
            yield _block(thing, style, depths, headed=headed)
    yield from blocks_of_notes(notes, mending)


def _parted(before: Row, row: Row) -> bool:
    """Whether a row is the rest of the one before, which the end of a page parted.

    Its first cell is empty, or one of its cells goes on in mid-sentence.
    """
    if not (before.drawn and row.drawn and row.page == before.page + 1) or len(before.cells) != len(
        row.cells
    ):
        return False
    if before.cells[0] and not row.cells[0]:
        return True
    return any(
        cell[:1].islower() and said and not _ENDED.search(said)
        for said, cell in zip(before.cells, row.cells, strict=True)
    )


def _whole_rows(things: list[Line | Row], mending: Mending) -> Iterator[Line | Row]:
    """Lines and rows, with rows that the end of a page parted put together, and no header twice."""
    held: Row | None = None
    headers: set[tuple[str, ...]] = set()
    page = 0
    for thing in things:
        tops = isinstance(thing, Row) and thing.drawn and (not headers or thing.page != page)
        page = thing.page
        if isinstance(thing, Row) and thing.drawn and thing.cells in headers:
            continue
        if held and isinstance(thing, Row) and _parted(held, thing):
            pairs = zip(held.cells, thing.cells, strict=True)
            cells = tuple(mending.join(one, other) if one and other else one or other for one, other in pairs)
            held = replace(held, cells=cells)
            continue
        if held:
            yield held
        held = thing if isinstance(thing, Row) else None
        if held is None:
            headers.clear()
            yield thing
        elif tops:
            headers.add(held.cells)
    if held:
        yield held


def _put_together(things: list[Line | Row], style: Style, mending: Mending) -> Iterator[_Paragraph | Row]:
    """Lines and rows of a page as paragraphs and rows, in order; empty rows are left out."""
    open_: _Paragraph | None = None
    for thing in things:
        if isinstance(thing, Row):
            if open_:
                yield open_
            open_ = None
            if any(thing.cells):
                yield thing
        elif open_ and _goes_on(open_, thing, style):
            open_.lines.append(thing)
            open_.text = mending.join(open_.text, thing.text)
        else:
            if open_:
                yield open_
            open_ = _Paragraph([thing], thing.text)
    if open_:
        yield open_


def _goes_on(paragraph: _Paragraph, line: Line, style: Style) -> bool:
    """Whether a line goes on with the paragraph that is open."""
    before = paragraph.lines[-1]
    if len(paragraph.text) > _LONGEST:
        return False
    if _begins_item(line.text) or label_of(line.text) or abs(before.size - line.size) > 0.6:
        return False
    lower = line.text[:1].islower() or (line.text[:1].isalpha() and bool(_PARTED.search(before.text)))
    ended = bool(_ENDED.search(before.text.rstrip()))
    full = _is_full(before, line)
    if paragraph.bold != line.bold and not (full and (lower or not ended) and len(paragraph.text) > 40):
        return False
    turned = before.page != line.page or line.top < before.top
    if turned:
        return not ended and (lower or full) and not style.is_set_off(paragraph)
    step = line.bottom - before.bottom
    if step > _LOOSE * style.step(line.size):
        return lower and not ended and step < 2 * style.step(line.size)
    if style.is_set_off(paragraph) and paragraph.lines[0].size >= _LARGER * style.size:
        return True
    if _stands_out(paragraph, line):
        return False
    return full or (lower and not ended)


def _begins_item(words: str) -> bool:
    found = MARKER.match(words)
    return bool(found and found.end() < len(words))


def _is_full(before: Line, line: Line) -> bool:
    """Whether the first word of a line would have had no room on the line before."""
    first = line.text.split(" ", 1)[0]
    letter = (line.x1 - line.x0) / max(len(line.text), 1)
    return before.x1 + (len(first) + 1) * letter > before.right - 2


def _stands_out(paragraph: _Paragraph, line: Line) -> bool:
    """Whether a line begins farther in or farther out than those of its paragraph would."""
    first, before = paragraph.lines[0], paragraph.lines[-1]
    if len(paragraph.lines) == 1:
        hanging = _begins_item(first.text)
        return line.x0 > before.x0 + _INDENT and not hanging and _ended_short(before)
    return abs(line.x0 - before.x0) > _INDENT and bool(_ENDED.search(before.text))


def _ended_short(line: Line) -> bool:
    return bool(_ENDED.search(line.text))


def _block(paragraph: _Paragraph, style: Style, depths: list[float], *, headed: bool) -> Block:
    """A paragraph as the block that its letters, its marker and its shape tell."""
    first = paragraph.lines[0]
    place = f"page {first.page}"
    text = " ".join(paragraph.text.replace("\x02", "-").replace("\ufffe", "-").replace("\xad", "").split())
    shape = shaped(text, 0, len(text), alone=True, heading="")
    words, kind = text[shape.start : shape.end], shape.kind
    if kind is Kind.FIELD:
        depths.clear()
        return Block(words, Kind.FIELD, place=place)
    bare = words.rstrip(":").rstrip()
    if style.is_set_off(paragraph) and not is_bullet(shape.marker) and len(bare) <= _LONGEST_HEADING:
        larger = first.size >= _LARGER * style.size
        if is_heading(bare, alone=True) or (larger and len(bare) > 1 and not bare.endswith((".", ";", ","))):
            depths.clear()
            return Block(words, Kind.HEADING, shape.marker, style.level(first.size), place)
    if kind is Kind.HEADING and headed and not bare.isupper():
        kind = Kind.ITEM if shape.marker else Kind.PARAGRAPH
    if kind is Kind.ITEM:
        return Block(words, kind, shape.marker, _depth(first.x0, depths), place)
    depths.clear()
    level = style.level(first.size) if kind is Kind.HEADING else 0
    return Block(words, kind, shape.marker, level, place)


def _depth(x0: float, depths: list[float]) -> int:
    """How deep an item of a list stands, by how far in it begins."""
    while depths and depths[-1] > x0 + _INDENT:
        depths.pop()
    if not depths or x0 > depths[-1] + _INDENT:
        depths.append(x0)
    return len(depths)

"""What a format's module hands over: the text of a page and, exactly, every passage's place in that text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from handback.reading.document import Kind, Passage, State, Told, Unread
from handback.reading.formats.bounds import MOST_CHARACTERS, MOST_PASSAGES, rest_from
from handback.reading.formats.shapes import label_of, shaped


@dataclass(frozen=True, slots=True)
class LaidOut(Told):
    """A text, its passages in order, what could not be read, and what the format itself tells.

    `state` is None where the format does not tell whether the text is whole; `reason` then is empty.
    """

    text: str
    passages: tuple[Passage, ...]
    unread: tuple[Unread, ...] = ()
    state: State | None = None
    reason: str = ""


@dataclass(slots=True)  # never changed, and not frozen: that makes each take four times as long to make
class Block:
    """One block of a document before it has a place in the text; without a `kind`, its shape tells.

    `words` are without their marker, save where the shape is to tell it. `under` is the heading that it
    stands under, where that is not the last one before it.
    """

    words: str
    kind: Kind | None = None
    marker: str = ""
    level: int = 0
    place: str = ""
    item: str = ""
    under: str | None = None


def again(page: LaidOut, place: str) -> Iterator[Block]:
    """The blocks of a page that is part of another document, found there at a place.

    Page 3 of what is attached stands at "attached report.pdf, page 3".
    """
    for passage in page.passages:
        where = f"{place}, {passage.place}" if place and passage.place else place or passage.place
        words = page.text[passage.start : passage.end]
        yield Block(words, passage.kind, passage.marker, passage.level, where, passage.item, passage.heading)


def by_shape(blocks: Sequence[Block]) -> Iterator[Block]:
    """Blocks whose kind is told by their shape, where they have none.

    In a document that sets its headings off, a short line that is not set off heads nothing.
    """
    headed = any(block.kind is Kind.HEADING for block in blocks)
    for at, block in enumerate(blocks):
        if block.kind is not None or at >= MOST_PASSAGES:
            yield block
            continue
        shape = shaped(block.words, 0, len(block.words), alone=True, heading="")
        words, kind = block.words[shape.start : shape.end], shape.kind
        if kind is Kind.HEADING and headed and not words.isupper():
            kind = Kind.ITEM if shape.marker else Kind.PARAGRAPH
        level = shape.level if kind in (Kind.HEADING, Kind.ITEM) else 0
        yield Block(words, kind, shape.marker, level, block.place, block.item, block.under)


BAR = " | "  # between the cells of a row


def row_of(cells: Iterable[str]) -> str:
    """The cells of a table's row as one line, bars between them; empty cells keep their place.

    "Replace the crane | | March 2027": what is missing at the end of a row is left out.
    """
    return BAR.join(cells).rstrip(" |")


def row_block(cells: Sequence[str], place: str = "") -> Block:
    """A table's row as a block: as what it is where the table only sets a label or a number apart.

    "Report to: | Cabinet" is a field, "3.2 | The pier is open." a numbered paragraph.
    """
    filled = [cell for cell in cells if cell]
    if len(filled) == 1:
        return Block(filled[0], place=place)
    if len(cells) == 2:
        first, second = cells
        if first.endswith(":") and label_of(f"{first} {second}"):
            return Block(f"{first} {second}", Kind.FIELD, place=place)
        if _NUMBER.fullmatch(first):
            return Block(second, Kind.ITEM, first, 1, place)
    return Block(row_of(cells), Kind.ROW, place=place)


_NUMBER = re.compile(
    r"\((?:\d{1,3}|[a-z]|[ivx]{1,5})\)|(?:\d{1,3}|[a-z])[.)]|\d{1,3}(?:\.\d{1,3}){1,3}\.?", re.I
)


def write_out(blocks: Iterable[Block]) -> tuple[str, tuple[Passage, ...], tuple[Unread, ...]]:
    """The text of the blocks, a line to each, their passages, and what lies beyond the bounds.

    Each passage knows the heading that it stands under. A heading at the end names nothing, and stays.
    """
    pieces: list[str] = []
    passages: list[Passage] = []
    at, heading, stop = 0, "", -1
    for block in blocks:
        words = f"{block.marker} {block.words}" if block.marker else block.words
        if stop < 0 and (len(passages) == MOST_PASSAGES or at + len(words) > MOST_CHARACTERS):
            stop = at
        if stop < 0:
            heading = heading if block.under is None else block.under
            passage = _passage(block, words, at, heading)
            passages.append(passage)
            heading = words[passage.start - at :][:200] if passage.kind is Kind.HEADING else heading
        gap = "\n" if block.marker or block.kind in (Kind.ITEM, Kind.ROW) else "\n\n"
        pieces += (words, gap)
        at += len(words) + len(gap)
    text = "".join(pieces)
    return text, tuple(passages), () if stop < 0 else rest_from(text, stop)


def _passage(block: Block, words: str, at: int, heading: str) -> Passage:
    """The passage of a block that is written at a place, its kind told by its shape where it has none."""
    if block.kind is None:
        shape = shaped(words, 0, len(words), alone=True, heading=heading)
        return Passage(
            shape.kind,
            shape.start + at,
            shape.end + at,
            shape.marker,
            shape.level,
            heading,
            block.place,
            block.item,
        )
    start = at + (len(block.marker) + 1 if block.marker else 0)
    return Passage(
        block.kind, start, at + len(words), block.marker, block.level, heading, block.place, block.item
    )

"""Footnotes: small print at the foot of a page that begins with a number.

They stand at the end of the document, so that no paragraph that runs over the page is parted by them.
"""

import re
from collections.abc import Iterator

from handback.reading.document import Kind
from handback.reading.formats.laid_out import Block
from handback.reading.formats.pdf.columns import Row
from handback.reading.formats.pdf.lines import Line
from handback.reading.formats.pdf.mending import Mending

_SMALL = 0.93  # share of the usual size of letters that those of footnotes have at most
_BEGINS = re.compile(r"(?P<number>\d{1,3}|[*†‡])[ .)]{0,3}(?=[A-Z“\"'‘(hw\[])")


def parted(things: list[Line | Row], size: float) -> tuple[list[Line | Row], list[Line]]:
    """What stands in the text, and the lines of footnotes, where letters are usually of a size."""
    text: list[Line | Row] = []
    notes: list[Line] = []
    at = 0
    while at < len(things):
        end = at + 1
        while end < len(things) and things[end].page == things[at].page:
            end += 1
        first = _first_note(things, at, end, size)
        text += things[at:first]
        notes += (line for line in things[first:end] if isinstance(line, Line))
        at = end
    return text, notes


def _first_note(things: list[Line | Row], start: int, end: int, size: float) -> int:
    """Where the footnotes of a page begin; its end where it has none, or nothing above them."""
    first = at = end
    while at > start:
        line = things[at - 1]
        if not isinstance(line, Line) or line.size > _SMALL * size:
            break
        at -= 1
        if _BEGINS.match(line.text):
            first = at
    return first if first > start else end


def blocks_of_notes(lines: list[Line], mending: Mending) -> Iterator[Block]:
    """The footnotes under a heading of their own, each with its number and page."""
    notes: list[list[Line]] = []
    for line in lines:
        if not notes or _BEGINS.match(line.text):
            notes.append([])
        notes[-1].append(line)
    if notes:
        yield Block("Footnotes", Kind.HEADING, level=1)
    for note in notes:
        words = mending.lines(line.text for line in note)
        found = _BEGINS.match(words)
        place = f"page {note[0].page}"
        if found:
            yield Block(words[found.end() :], Kind.ITEM, f"({found['number']})", 1, place)
        else:
            yield Block(words, Kind.PARAGRAPH, place=place)

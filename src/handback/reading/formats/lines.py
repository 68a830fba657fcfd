"""The blocks of a page as lines: a row of a table is one, and so is a term with what is said of it.

A table whose cells hold whole sections only lays out the page, and its blocks stay apart. A row of two
cells whose first is a list marker is a numbered paragraph: "1.2 | The ferry stops." has no columns.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from handback.reading.formats.laid_out import row_of
from handback.reading.formats.walk import Anchor, Frame, Piece, Row, tidy

MOST_IN_CELL = 3  # blocks: a cell with more is a section of the page
LONGEST_TERM, LONGEST_SAID = 60, 300  # characters of "Made on", and of what stands beside it
_MARKER = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-z]|[ivx]{1,5})[.)]{0,2}", re.I)


class Sort(StrEnum):
    """What a line is, as far as the elements tell."""

    WORDS = "words"
    ROW = "row"
    HEADER = "header"  # the row that names the columns


@dataclass(slots=True, eq=False)
class Line:
    """A line of the page: its words, its label among them, and the frame of its first words."""

    words: str
    frame: Frame
    sort: Sort = Sort.WORDS
    marker: str = ""
    label: str = ""
    anchors: tuple[Anchor, ...] = ()


def lines_of(pieces: list[Piece]) -> Iterator[Line]:
    """The blocks of a page as lines, in order; blocks without words are left out."""
    at = 0
    headed: set[int] = set()
    while at < len(pieces):
        piece = pieces[at]
        row = piece.frame.row
        if row is not None and _is_flat(row):
            end = at + 1
            while end < len(pieces) and pieces[end].frame.row is row:
                end += 1
            line = _row(row, pieces[at:end], headed)
        else:
            end, line = _plain(pieces, at)
        if line.words:
            yield line
        at = end


def _is_flat(row: Row) -> bool:
    return not row.layout and len(row.cells) > 1 and max(row.cells) <= MOST_IN_CELL


def _row(row: Row, pieces: list[Piece], headed: set[int]) -> Line:
    """A table's row as one line: names of columns, a numbered paragraph, one cell, or several."""
    cells = [""] * len(row.cells)
    label = ""
    anchors: tuple[Anchor, ...] = ()
    for piece in pieces:
        cell = piece.frame.cell
        cells[cell] = f"{cells[cell]} {piece.text()}".strip()
        label += piece.label
        anchors += piece.anchors
    frame = pieces[0].frame
    if row.headers == len(row.cells):
        headed.add(row.table)
        return Line(row_of(cells), frame, Sort.HEADER, "", "", anchors)
    if len(cells) == 2 and row.table not in headed and _MARKER.fullmatch(cells[0]) and len(cells[1]) > 20:
        return Line(f"{cells[0]} {cells[1]}", frame, Sort.WORDS, "", "", anchors)
    if sum(bool(cell) for cell in cells) == 1:
        return Line(next(filter(None, cells)), frame, Sort.WORDS, "", tidy(label), anchors)
    return Line(row_of(cells), frame, Sort.ROW, "", "", anchors)


def _plain(pieces: list[Piece], at: int) -> tuple[int, Line]:
    piece = pieces[at]
    words = piece.text()
    label = tidy(piece.label) if piece.labels else ""
    if piece.frame.tag == "dt" and len(words) <= LONGEST_TERM and _says_one_thing(pieces, at + 1):
        said = pieces[at + 1]
        term = words.rstrip(": ")
        return at + 2, Line(
            f"{term}: {said.text()}", piece.frame, label=f"{term}:", anchors=piece.anchors + said.anchors
        )
    return at + 1, Line(words, piece.frame, Sort.WORDS, piece.marker, label, piece.anchors)


def _says_one_thing(pieces: list[Piece], at: int) -> bool:
    """Whether a term is followed by one short description of one block."""
    if at >= len(pieces) or pieces[at].frame.tag != "dd" or len(pieces[at].text()) > LONGEST_SAID:
        return False
    return at + 1 >= len(pieces) or pieces[at + 1].frame.tag != "dd"

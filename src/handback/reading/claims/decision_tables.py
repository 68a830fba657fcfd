"""Tables with a column of decisions, or of who may act: "Item | Decision", "Function | Delegated to"."""

import re
from collections.abc import Iterator

from handback.reading.claims.outline import Part
from handback.reading.words.watch import Watched, watched

_DELEGATES = watched(
    r"(?:delegated (?:to|officer|decision[- ]maker)|authorised officer|delegation to|delegate"
    r"|who may (?:act|decide))$",
    re.I,
)
_HEADER = watched(r"(?:the )?(?:decisions?|resolutions?|outcomes?)(?: (?:taken|made|agreed))?$", re.I)


def decided_cells(parts: tuple[Part, ...]) -> Iterator[tuple[Part, int, int]]:
    """Each cell under a header that says Decision: its row, and where its words begin and end there."""
    yield from _cells_under(parts, _HEADER)


def delegate_cells(parts: tuple[Part, ...]) -> Iterator[tuple[Part, int, int]]:
    """Each cell under a header that says to whom something is delegated, in the same way."""
    yield from _cells_under(parts, _DELEGATES)


def _cells_under(parts: tuple[Part, ...], head: Watched) -> Iterator[tuple[Part, int, int]]:
    column, width = -1, 0
    for part in parts:
        words, may = part.whole.words, part.whole.may
        if column < 0 and not may & head.gate:
            continue
        if "|" not in words:
            column = column if _is_rule(words) else -1
            continue
        cells = _cells(words)
        header = next((i for i, (a, b) in enumerate(cells) if head.match(words[a:b], may)), -1)
        if header >= 0:
            column, width = header, len(cells)
        elif column >= 0 and len(cells) == width and cells[column][0] < cells[column][1]:
            yield (part, *cells[column])


def _is_rule(words: str) -> bool:
    """A line of dashes and bars under a header."""
    return bool(words) and not words.strip("-| :")


def _cells(words: str) -> list[tuple[int, int]]:
    cells, at = [], 0
    for cell in words.split("|"):
        start = at + len(cell) - len(cell.lstrip())
        cells.append((start, max(start, at + len(cell.rstrip()))))
        at += len(cell) + 1
    return cells

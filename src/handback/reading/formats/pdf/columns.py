"""The order in which a page is read: columns one after another, tables without lines row by row.

A page is cut where a gap runs down between lines on both sides. Prose on both sides makes columns;
short words at the same heights on both sides make a table.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from statistics import median

from handback.reading.formats.pdf.grids import Grid
from handback.reading.formats.pdf.lines import Line


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, with where it stands on its page."""

    cells: tuple[str, ...]
    page: int
    drawn: bool = False


@dataclass(frozen=True, slots=True)
class _Band:
    """What stands on both sides of a gap, and whether the sides are columns of prose."""

    left: list[Line]
    right: list[Line]
    top: float
    bottom: float
    prose: bool


_EDGE = 1.0  # points before the left edge of a column where its gap is looked for
_GAP = 0.7  # sizes of the letters that a gap between columns is wide at least
_MOST_EDGES = 24  # left edges that are tried on a page
_DEEPEST = 8  # columns within columns
_LINES = range(4, 1_500)  # of a page on which columns are looked for: small print has some 300
_PROSE_LINES = 4  # on each side
_PROSE_WORDS = 4  # in the middle one of the lines on each side
_FILLED = 0.6  # share of the longest line that the middle one fills: cells of a table are uneven


def in_order(lines: list[Line], grids: list[Grid], page: int) -> list[Line | Row]:
    """Lines and rows of a page in the order in which they are read."""
    ordered: list[Line | Row] = []
    waiting = sorted(lines, key=lambda line: line.top)
    for grid in sorted(grids, key=lambda grid: grid.top):
        before = [line for line in waiting if line.middle < grid.top]
        waiting = [line for line in waiting if line.middle >= grid.top]
        ordered += _read(before, page, 0)
        ordered += (Row(cells, page, drawn=True) for cells in grid.rows)
    return ordered + list(_read(waiting, page, 0))


def _read(lines: list[Line], page: int, depth: int) -> Iterator[Line | Row]:
    band = _best_band(lines) if depth < _DEEPEST and len(lines) in _LINES else None
    if band is None:
        yield from _one_column(lines)
        return
    inside = {id(line) for line in (*band.left, *band.right)}
    rest = [line for line in lines if id(line) not in inside]
    yield from _read([line for line in rest if line.middle < band.top], page, depth + 1)
    if band.prose:
        yield from _read(band.left, page, depth + 1)
        yield from _read(band.right, page, depth + 1)
    else:
        yield from _table(band.left + band.right, page)
    yield from _read([line for line in rest if line.middle >= band.top], page, depth + 1)


def _one_column(lines: list[Line]) -> Iterator[Line]:
    """Lines from the top; parts of one line that stand beside each other are put together."""
    if not lines:
        return
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    row: list[Line] = []
    for line in sorted(lines, key=lambda line: (line.middle, line.x0)):
        if row and line.middle - row[0].middle > 0.5 * (row[0].bottom - row[0].top):
            yield _put_together(row, left, right)
            row = []
        row.append(line)
    if row:
        yield _put_together(row, left, right)


def _put_together(row: list[Line], left: float, right: float) -> Line:
    row.sort(key=lambda line: line.x0)
    longest = max(row, key=lambda line: len(line.text))
    return replace(
        longest,
        text="  ".join(line.text for line in row),
        x0=row[0].x0,
        x1=max(line.x1 for line in row),
        left=left,
        right=right,
    )


def _best_band(lines: list[Line]) -> _Band | None:
    edges = Counter(round(line.x0) for line in lines)
    outermost = min(edges)
    best = None
    lines = sorted(lines, key=lambda line: line.middle)
    for edge, count in edges.most_common(_MOST_EDGES):
        if edge <= outermost + 20 or count < 2:
            continue
        for band in _bands(lines, edge - _EDGE):
            if best is None or len(band.left) + len(band.right) > len(best.left) + len(best.right):
                best = band
    return best


def _bands(lines: list[Line], edge: float) -> Iterator[_Band]:
    """What stands on both sides of an edge, between one line that crosses it and the next.

    The lines are given from the top of the page.
    """
    inside: list[Line] = []
    for line in [*lines, None]:
        if line is not None and (line.x1 <= edge + _EDGE or line.x0 >= edge - _EDGE):
            inside.append(line)
            continue
        band = _band(inside, edge)
        if band is not None:
            yield band
        inside = []


def _band(inside: list[Line], edge: float) -> _Band | None:
    """The lines on both sides of an edge as two columns; None where they are none, or too few to tell."""
    left = [line for line in inside if line.x0 < edge - _EDGE]
    right = [line for line in inside if line.x0 >= edge - _EDGE]
    if min(len(left), len(right)) < 2:
        return None
    if edge - max(line.x1 for line in left) < _GAP * median(line.size for line in inside) - _EDGE:
        return None
    top = max(min(line.top for line in side) for side in (left, right))
    end = min(max(line.bottom for line in side) for side in (left, right))
    left, right = _from(left, top), _from(right, top)
    if _is_prose(left) and _is_prose(right):
        return _of_sides(left, right, prose=True)
    left, right = _until(left, end), _until(right, end)
    if min(len(left), len(right)) < 2:
        return None
    if _is_level(left, right):
        return _of_sides(left, right, prose=False)
    if min(len(left), len(right)) < _PROSE_LINES:
        return None
    return _of_sides(left, right, prose=True)


def _of_sides(left: list[Line], right: list[Line], *, prose: bool) -> _Band:
    both = (*left, *right)
    return _Band(left, right, min(line.top for line in both), max(line.bottom for line in both), prose)


def _from(side: list[Line], top: float) -> list[Line]:
    """A side without what stands above the lines that have something beside them.

    Lines that those go on from are kept: one column may begin higher than the other.
    """
    kept = [line for line in side if line.bottom > top]
    first = min(kept, key=lambda line: line.top, default=None)
    for line in sorted((line for line in side if line.bottom <= top), key=lambda line: -line.bottom):
        if first is None or not _goes_on(line, first):
            break
        kept.append(line)
        first = min(first, line, key=lambda line: line.top)
    return kept


def _until(side: list[Line], end: float) -> list[Line]:
    """A side without what stands below the lines that have something beside them, as `_from` does above."""
    kept = [line for line in side if line.top < end]
    last = max(kept, key=lambda line: line.bottom, default=None)
    for line in sorted((line for line in side if line.top >= end), key=lambda line: line.top):
        if last is None or not _goes_on(last, line):
            break
        kept.append(line)
        last = max(last, line, key=lambda line: line.bottom)
    return kept


def _goes_on(before: Line, line: Line) -> bool:
    return line.top - before.bottom < 0.7 * line.size and abs(before.size - line.size) < 1


def _is_prose(side: list[Line]) -> bool:
    if len(side) < _PROSE_LINES:
        return False
    wide = [line.x1 - line.x0 for line in side]
    words = median(line.text.count(" ") + 1 for line in side)
    return words >= _PROSE_WORDS and median(wide) >= _FILLED * max(wide)


def _is_level(left: list[Line], right: list[Line]) -> bool:
    """Whether the lines of the side with fewer stand at the heights of lines of the other."""
    few, many = sorted((left, right), key=len)
    heights = sorted(line.middle for line in many)
    level = sum(_nearest(heights, line.middle) < 0.3 * line.size for line in few)
    return level >= 2 and level >= 0.6 * len(few)


def _nearest(heights: list[float], height: float) -> float:
    """How far the nearest of some sorted heights is."""
    at = bisect_left(heights, height)
    return min(abs(near - height) for near in heights[max(at - 1, 0) : at + 1])


def _table(lines: list[Line], page: int) -> Iterator[Line | Row]:
    """The rows of a table without lines; a line with nothing in the first column goes on with its row."""
    columns: list[tuple[float, float]] = []
    for line in sorted(lines, key=lambda line: line.x0):
        if columns and line.x0 <= columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], line.x1))
        else:
            columns.append((line.x0, line.x1))
    rows: list[tuple[float, list[str]]] = []
    for line in sorted(lines, key=lambda line: line.middle):
        at = next(n for n, (first, last) in enumerate(columns) if first <= line.x0 <= last)
        if not rows or line.middle - rows[-1][0] > 0.5 * line.size:
            rows.append((line.middle, [""] * len(columns)))
        cells = rows[-1][1]
        cells[at] = f"{cells[at]} {line.text}".strip()
    size = median(line.size for line in lines)
    yield from (_as_row(cells, page) for cells in _gone_on(rows, size))


def _gone_on(rows: list[tuple[float, list[str]]], size: float) -> Iterator[list[str]]:
    held: list[str] | None = None
    last = 0.0
    for middle, cells in rows:
        if held is not None and not cells[0] and middle - last < 1.7 * size:
            held = [f"{one} {other}".strip() for one, other in zip(held, cells, strict=True)]
        else:
            if held is not None:
                yield held
            held = cells
        last = middle
    if held is not None:
        yield held


def _as_row(cells: list[str], page: int) -> Row:
    """A row; a label with a colon and its value are one cell: "Report to: Cabinet"."""
    if len(cells) == 2 and cells[0].endswith(":") and cells[1]:
        return Row((f"{cells[0]} {cells[1]}",), page)
    return Row(tuple(cells), page)

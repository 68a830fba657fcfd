"""Stacking labels that hang from lines, so that no label is crossed by another's line."""

from collections.abc import Sequence


def rows_above(extents: Sequence[tuple[float, float]], *, gap: float = 5) -> list[int]:
    """The row of each label, 0 nearest the chart. `extents` are (line, right end of label), in order of line.

    A label stands above every later one whose line it would reach, since that line starts beneath it.
    """
    rows: list[int] = []
    later: list[tuple[float, int]] = []
    for line, right in reversed(extents):
        row = max((row + 1 for other, row in later if other < right + gap), default=0)
        rows.append(row)
        later.append((line, row))
    return rows[::-1]


def rows_apart(lines: Sequence[float], *, width: float, most: int) -> list[int | None]:
    """The row of each label, `width` wide from its line, so that none covers another; None without room."""
    ends = [float("-inf")] * most
    rows: list[int | None] = []
    for line in lines:
        row = next((index for index, end in enumerate(ends) if end <= line), None)
        if row is not None:
            ends[row] = line + width
        rows.append(row)
    return rows

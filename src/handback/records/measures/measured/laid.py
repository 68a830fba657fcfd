"""Series of several lengths laid in one table, right-aligned: what a shorter one lacks is a gap."""

from collections.abc import Iterable, Sequence

import numpy as np

from handback.records.measures.measured.series import Flags, Floats


def about(length: int) -> int:
    """A number that lengths laid in one table share: those up to the same power of two."""
    return max(length - 1, 1).bit_length()


def by_length(places: Iterable[int], lengths: Sequence[int]) -> Iterable[list[int]]:
    """Places of series whose lengths are about the same, together."""
    groups: dict[int, list[int]] = {}
    for place in places:
        groups.setdefault(about(lengths[place]), []).append(place)
    return groups.values()


def laid(rows: Sequence[Floats]) -> Floats:
    """Rows as float[row, place]."""
    width = max(map(len, rows))
    table = np.full((len(rows), width), np.nan)
    for place, row in enumerate(rows):
        table[place, width - len(row) :] = row
    return table


def marked(rows: Sequence[Flags | None], width: int) -> Flags | bool:
    """Marks as bool[row, place]; False where there are none at all."""
    if all(row is None for row in rows):
        return False
    table = np.zeros((len(rows), width), np.bool_)
    for place, row in enumerate(rows):
        if row is not None:
            table[place, width - len(row) :] = row
    return table

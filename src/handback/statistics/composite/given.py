"""What an index is made of, checked: values, the units they are of, and what else is known of those."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from handback.statistics.composite.arrays import Floats, read, table
from handback.statistics.composite.declaration import Declaration
from handback.statistics.composite.refusals import CannotBeComposed, ShapesDiffer


@dataclass(frozen=True, eq=False)
class Given:
    """Values float[unit, indicator], gaps as nan; the units' names, groups, and denominators float[unit]."""

    values: Floats
    units: tuple[str, ...]
    groups: tuple[str, ...] | None
    denominators: Mapping[str, Floats]


def given(
    values: ArrayLike,
    declaration: Declaration,
    *,
    units: Sequence[str] | None = None,
    groups: Sequence[str] | None = None,
    denominators: Mapping[str, ArrayLike] | None = None,
) -> Given:
    """What an index is to be made of. Raises CannotBeComposed with the place of what is wrong."""
    array = np.atleast_2d(read(values, "values"))
    rows = array.shape[0]
    names = tuple(units) if units is not None else tuple(f"unit {number + 1}" for number in range(rows))
    _check_texts("units", names)
    _check_texts("groups", groups or ())
    twice, times = next(iter(Counter(names).most_common(1)), ("", 0))
    if times > 1:
        raise CannotBeComposed("units", f"{twice!r} is there {'twice' if times == 2 else f'{times} times'}.")
    if groups is not None and len(groups) != len(names):
        raise ShapesDiffer("groups", (len(groups),), (len(names),))
    by = {name: read(each, f"denominators.{name}") for name, each in (denominators or {}).items()}
    for name, each in by.items():
        if each.shape != (len(names),):
            raise ShapesDiffer(f"denominators.{name}", each.shape, (len(names),))
    checked = table(array, units=names, indicators=declaration.names)
    return Given(checked, names, tuple(groups) if groups is not None else None, by)


def _check_texts(place: str, names: Sequence[str]) -> None:
    for number, name in enumerate(names):
        if not isinstance(name, str) or not name.strip():
            raise CannotBeComposed(f"{place}[{number}]", f"{str(name)[:40]!r} is no name.")


def check_whole(place: str, number: object, *, least: int, most: int = 10_000_000) -> None:
    """Raises CannotBeComposed for what is no whole number from `least` to `most`."""
    whole = isinstance(number, int | np.integer) and not isinstance(number, bool)
    if not whole or not least <= int(str(number)) <= most:
        raise CannotBeComposed(place, f"{str(number)[:40]} is no whole number from {least:,} to {most:,}.")

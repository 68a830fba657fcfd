"""What an index is made of, checked: values, the units they are of, and what else is known of those."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from handback.statistics.composite.arrays import Floats, table
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
    rows = np.array(values, ndmin=2).shape[0]
    names = tuple(units) if units is not None else tuple(f"unit {number + 1}" for number in range(rows))
    if len(set(names)) != len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise CannotBeComposed("units", f"{twice!r} is there twice.")
    if groups is not None and len(groups) != len(names):
        raise ShapesDiffer("groups", (len(groups),), (len(names),))
    by = {name: np.array(each, np.float64) for name, each in (denominators or {}).items()}
    for name, each in by.items():
        if each.shape != (len(names),):
            raise ShapesDiffer(f"denominators.{name}", each.shape, (len(names),))
    array = table(values, units=names, indicators=declaration.names)
    return Given(array, names, tuple(groups) if groups is not None else None, by)

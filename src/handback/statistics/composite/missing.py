"""What is missing: values put in their place, units with too few, and the share that is known."""

from collections.abc import Sequence

import numpy as np

from handback.statistics.composite.arrays import Flags, Floats
from handback.statistics.composite.refusals import CannotBeComposed
from handback.statistics.composite.ways import Counted, Imputation, Missing


def imputed(values: Floats, *, by: Imputation, groups: Sequence[str] | None = None) -> Floats:
    """float[unit, indicator] with gaps filled, where there is anything to fill them from.

    `groups` names each unit's; a gap stays where no unit of its group is known.
    """
    if by == Imputation.NONE:
        return values.copy()
    if by != Imputation.GROUP_MEAN:
        return _filled(values, median=by == Imputation.MEDIAN)
    if groups is None:
        raise CannotBeComposed("missing.imputation", "the mean of a group needs the units' groups.")
    found, named = values.copy(), np.array(groups)
    for group in dict.fromkeys(groups):
        found[named == group] = _filled(values[named == group], median=False)
    return found


def _filled(values: Floats, *, median: bool) -> Floats:
    found = values.copy()
    for column in found.T:
        known = column[~np.isnan(column)]
        if len(known):
            column[np.isnan(column)] = np.median(known) if median else known.mean()
    return found


def included(given: Floats, filled: Floats, *, missing: Missing) -> Flags:
    """The units with a sufficient share of indicators, and with any at all, bool[unit]."""
    counted = given if missing.counted == Counted.GIVEN else filled
    known: Flags = ~np.isnan(counted)
    enough: Flags = (known.mean(axis=1) >= missing.least) & ~np.isnan(filled).all(axis=1)
    return enough

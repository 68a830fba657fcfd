"""The steps from values to normalised scores, each taken once for all the declarations that share it."""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from handback.statistics.composite import missing
from handback.statistics.composite.arrays import LARGEST, Flags, Floats
from handback.statistics.composite.declaration import Declaration, Indicator
from handback.statistics.composite.given import Given
from handback.statistics.composite.normalisation import normalise
from handback.statistics.composite.refusals import CannotBeComposed
from handback.statistics.composite.treatment import Treated, treat
from handback.statistics.composite.ways import Missing, Scaling, Treating, Treatment

Filling: TypeAlias = tuple[Missing, tuple[str | None, ...]]


class Steps:
    """What was made of some values so far."""

    def __init__(self, given: Given) -> None:
        self.given = given
        self._filled: dict[Filling, _Filled] = {}
        self._treated: dict[tuple[int, int, Treatment], Treated] = {}
        self._normalised: dict[tuple[int, int, Indicator], Floats] = {}

    def filled(self, declaration: Declaration) -> "_Filled":
        """Values divided by their denominators, then with gaps filled, and the units that are included."""
        key = _filling(declaration)
        if key not in self._filled:
            per = denominated(self.given, declaration)
            full = missing.imputed(per, by=declaration.missing.imputation, groups=self.given.groups)
            included = missing.included(per, full, missing=declaration.missing)
            full[~included] = np.nan
            self._filled[key] = _Filled(len(self._filled), per, full, included)
        return self._filled[key]

    def treated(self, declaration: Declaration) -> tuple[Treated, ...]:
        """Every indicator after treatment."""
        filled = self.filled(declaration)
        return tuple(
            self._treat(filled, column, indicator) for column, indicator in enumerate(declaration.indicators)
        )

    def normalised(self, declaration: Declaration) -> Floats:
        """Every indicator on its scale, float[unit, indicator]."""
        filled = self.filled(declaration)
        columns = []
        for column, indicator in enumerate(declaration.indicators):
            key = filled.number, column, indicator
            if key not in self._normalised:
                values = _checked(self._treat(filled, column, indicator), indicator)
                self._normalised[key] = normalise(values, indicator, units=self.given.units)
            columns.append(self._normalised[key])
        return np.stack(columns, axis=1)

    def _treat(self, filled: "_Filled", column: int, indicator: Indicator) -> Treated:
        key = filled.number, column, indicator.treatment
        if key not in self._treated:
            values = filled.full[:, column]
            self._treated[key] = _treated(values, indicator.treatment, indicator.name)
        return self._treated[key]


@dataclass(frozen=True, slots=True, eq=False)
class _Filled:
    """One way of filling gaps, by number: values before, values after, and the units that are included."""

    number: int
    per: Floats
    full: Floats
    included: Flags


def _checked(treated: Treated, indicator: Indicator) -> Floats:
    """The values of an indicator. Raises CannotBeComposed where they are logs, and its goalposts are not."""
    logged = treated.by is not None and treated.by.method != Treating.WINSORISE
    if (
        logged
        and not indicator.treatment.always
        and indicator.scale.method in (Scaling.GOALPOSTS, Scaling.TARGET)
    ):
        fault = (
            "its values had to be logged, and what is said of its scale is not; log it `always`, or never."
        )
        raise CannotBeComposed(f"indicators.{indicator.name}", fault)
    return treated.values


def _treated(values: Floats, treatment: Treatment, name: str) -> Treated:
    try:
        return treat(values, treatment)
    except CannotBeComposed as fault:
        raise CannotBeComposed(f"indicators.{name}.treatment, {fault.place}", fault.fault) from None


def _filling(declaration: Declaration) -> Filling:
    return declaration.missing, tuple(indicator.denominator for indicator in declaration.indicators)


def denominated(given: Given, declaration: Declaration) -> Floats:
    """Each indicator divided by what it is to be divided by, float[unit, indicator]."""
    found = given.values.copy()
    for number, indicator in enumerate(declaration.indicators):
        if indicator.denominator is None:
            continue
        if indicator.denominator not in given.denominators:
            place = f"indicators.{indicator.name}.denominator"
            raise CannotBeComposed(place, f"there is no denominator {indicator.denominator!r}.")
        by = given.denominators[indicator.denominator]
        for unit in np.flatnonzero((by <= 0) | np.isinf(by)):
            place = f"denominators.{indicator.denominator} of {given.units[unit]}"
            raise CannotBeComposed(place, f"nothing can be divided by {by[unit]:g}.")
        with np.errstate(over="ignore"):
            found[:, number] /= by
        for unit in np.flatnonzero(np.abs(found[:, number]) > LARGEST):
            place = f"denominators.{indicator.denominator} of {given.units[unit]}"
            raise CannotBeComposed(place, f"{by[unit]:g} is too small to divide {indicator.name}.")
    return found

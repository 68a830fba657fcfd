"""One indicator's numbers, laid out on its axis for charting."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from handback.records.measures.measured.axes import Axis
from handback.records.measures.measured.entries import DecisionEntry, IndicatorEntry, TargetEntry
from handback.records.measures.measured.record import IndicatorFacts, ValueRow
from handback.records.measures.measured.words import Better, DecisionKind, MeasuredAs, TargetKind
from handback.statistics.process_control import PTD, Polarity

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

POLARITY = {
    Better.HIGHER: Polarity.HIGHER,
    Better.LOWER: Polarity.LOWER,
    Better.NEITHER: Polarity.NEUTRAL,
}
COUNTED_OF = (MeasuredAs.PROPORTION, MeasuredAs.RATE)


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """Every array is float or bool[period of the axis], in the indicator's unit; a gap is nan.

    `above` and `below` are the counts, where every value has them.
    """

    definition: IndicatorEntry
    axis: Axis
    values: Floats
    above: Floats | None
    below: Floats | None
    targets: Floats
    rebased: Flags | None
    ghosts: Flags | None
    profile: str
    decided: DecisionEntry | None

    @property
    def polarity(self) -> Polarity:
        """Which way is better."""
        return POLARITY[self.definition.better]


def series_of(definition: IndicatorEntry, facts: IndicatorFacts, axis: Axis) -> Series:
    """The numbers of an indicator on its axis."""
    rows, places = facts.values, _places(facts.values, axis)
    above, below = _counts(definition, rows, places, len(axis))
    decided = {one.kind: one for one in facts.decisions if one.first is None}
    return Series(
        definition=definition,
        axis=axis,
        values=_laid([float(row.value) for row in rows], places, len(axis)),
        above=above,
        below=below,
        targets=levels(facts.targets, TargetKind.TARGET, axis),
        rebased=_marks(facts.decisions, DecisionKind.REBASE, axis),
        ghosts=_marks(facts.decisions, DecisionKind.GHOST, axis),
        profile=decided[DecisionKind.PROFILE].choice if DecisionKind.PROFILE in decided else PTD.name,
        decided=decided.get(DecisionKind.CHART),
    )


def levels(targets: Sequence[TargetEntry], kind: TargetKind, axis: Axis) -> Floats:
    """The level in force on the last day of each period, nan where none is."""
    found = np.full(len(axis), np.nan)
    for one in targets:
        if one.kind == kind:
            within = axis.last_days >= one.period.first.toordinal()
            if one.period.until is not None:
                within &= axis.last_days < one.period.until.toordinal()
            found[within] = float(one.value)
    return found


def _places(rows: Sequence[ValueRow], axis: Axis) -> slice | list[int]:
    if len(rows) == len(axis):
        return slice(None)
    return [axis.places[row.first] for row in rows]


def _laid(numbers: list[float], places: slice | list[int], length: int) -> Floats:
    if isinstance(places, slice):
        return np.array(numbers, np.float64)
    laid = np.full(length, np.nan)
    laid[places] = numbers
    return laid


def _counts(
    definition: IndicatorEntry, rows: Sequence[ValueRow], places: slice | list[int], length: int
) -> tuple[Floats | None, Floats | None]:
    if definition.measured_as not in COUNTED_OF:
        return None, None
    if any(row.numerator is None or row.denominator is None for row in rows):
        return None, None
    above = [float(row.numerator or 0) for row in rows]
    below = [float(row.denominator or 0) for row in rows]
    return _laid(above, places, length), _laid(below, places, length)


def _marks(decisions: Sequence[DecisionEntry], kind: DecisionKind, axis: Axis) -> Flags | None:
    """Where decisions of a kind apply; None where none does."""
    firsts = [one.first for one in decisions if one.kind == kind and one.first in axis.places]
    if not firsts:
        return None
    marks = np.zeros(len(axis), np.bool_)
    marks[[axis.places[first] for first in firsts if first]] = True
    return marks

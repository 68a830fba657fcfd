"""How an index stands: its score and how far it depends on choices, what carries it, and what moved it.

1. No score without its interval, and no rank without its own.
2. The intervals tell what the choices of the index do; chance in the values is told by the charts of the
   indicators.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from handback.records.measures.measured.indexed.declared import Declared, Units
from handback.records.measures.measured.indexed.laying import Laid
from handback.records.measures.measured.indexed.work import Work, work_of
from handback.statistics.composite import (
    CannotBeComposed,
    Change,
    Coherence,
    Index,
    LeftOut,
    Output,
    Uncertainty,
    change,
    coherence,
    compose,
    leave_one_out,
    sampled,
    uncertainty,
)
from handback.statistics.composite.ways import Mean

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Matter:
    """A choice, and the share of the score's variance that it explains together with the others (0 to 1)."""

    name: str
    total: float


@dataclass(frozen=True, slots=True)
class Moved:
    """The change from the period before: scores, and what brought it about, in the order of Cause."""

    before: str
    first: float
    second: float
    parts: tuple[float, ...]
    version_before: str


@dataclass(frozen=True, slots=True)
class Other:
    """A unit beside the one that is told; `above` is how often the one told scores more (0 to 1)."""

    unit: str
    name: str
    score: float
    above: float
    place: int


@dataclass(frozen=True, eq=False)
class IndexStanding:
    """An index of the units that are laid out; `own` is the row that is told.

    `left_out` is of the indicators. `matters` comes with what matters most first, and is empty where it was
    left out for the work it takes, or nothing moves the score. `moved` is None without a period before.
    """

    declared: Declared
    laid: Laid
    index: Index
    uncertainty: Uncertainty
    work: Work
    matters: tuple[Matter, ...]
    held: tuple[Coherence, ...]
    left_out: LeftOut
    moved: Moved | None

    @property
    def own(self) -> int:
        """The row that is told."""
        return self.laid.own

    @property
    def is_of_councils(self) -> bool:
        """Whether councils are compared, and not the council's own periods."""
        return self.declared.compared.units == Units.COUNCILS

    @property
    def score(self) -> float:
        """The score told."""
        return float(self.index.scores[self.own])

    @cached_property
    def score_intervals(self) -> Floats:
        """The 5th and 95th centile of every unit's score, float[2, unit]; the score itself lies within."""
        low, high = self.uncertainty.score_intervals
        return np.array([np.fmin(low, self.index.scores), np.fmax(high, self.index.scores)])

    @cached_property
    def rank_intervals(self) -> Floats:
        """The same of ranks, 1 the highest score, float[2, unit]."""
        low, high = self.uncertainty.rank_intervals
        return np.array([np.fmin(low, self.index.ranks), np.fmax(high, self.index.ranks)])

    @property
    def compared(self) -> int:
        """How many units have a score."""
        return int((~np.isnan(self.index.scores)).sum())

    @cached_property
    def others(self) -> tuple[Other, ...]:
        """Every other unit that has a score, in their order."""
        above = self.uncertainty.probabilities_above[self.own]
        return tuple(
            Other(unit, self.laid.names[place], float(self.index.scores[place]), float(above[place]), place)
            for place, unit in enumerate(self.laid.units)
            if place != self.own and not np.isnan(self.index.scores[place])
        )

    @property
    def pulls(self) -> Floats:
        """By how much each indicator pulls the score told up, over the score without it, float[indicator]."""
        return np.asarray(self.score - self.left_out.scores[:, self.own])

    @cached_property
    def gives(self) -> Floats | None:
        """The points that each indicator gives the score told, in sum the score; None of other means."""
        if any(level.combining.method != Mean.ARITHMETIC for level in self.declared.declaration.levels):
            return None
        gives, weights = self.index.normalised[self.own], self._shared_weights
        return np.where(np.isnan(gives), 0.0, gives * weights)

    @cached_property
    def _shared_weights(self) -> Floats:
        """What each indicator weighs in the score told: of what is not known the others have the weight."""
        above, scores = np.ones(1), [self.index.normalised, *self.index.levels]
        levels = self.declared.declaration.levels
        for number in reversed(range(len(levels))):
            level, known = levels[number], ~np.isnan(scores[number][self.own])
            weights, found = self.index.weights[number] * known, np.zeros(len(level.members))
            for group, of in enumerate(level.groups):
                columns = [level.members.index(member) for member in of.members]
                total = weights[columns].sum()
                found[columns] = above[group] * weights[columns] / total if total else 0.0
            above = found
        return above


def index_standing_of(
    declared: Declared, laid: Laid, before: tuple[Declared, Laid] | None = None
) -> IndexStanding:
    """Work an index out. Raises CannotBeComposed with the place of what is wrong."""
    work = work_of(declared, units=len(laid.units))
    index = compose(laid.values, declared.declaration, units=laid.units)
    if np.isnan(index.scores[laid.own]):
        raise CannotBeComposed(laid.names[laid.own], "too few of its indicators are known for a score.")
    return IndexStanding(
        declared=declared,
        laid=laid,
        index=index,
        uncertainty=uncertainty(index, declared.design, count=work.replicates, seed=declared.seed),
        work=work,
        matters=_matters(index, declared, laid.own, work),
        held=tuple(coherence(index, number) for number in range(len(declared.declaration.levels))),
        left_out=leave_one_out(index, 0),
        moved=_moved(declared, laid, before) if before else None,
    )


def _matters(index: Index, declared: Declared, own: int, work: Work) -> tuple[Matter, ...]:
    if not work.rows:
        return ()
    found = sampled(
        index, declared.design, output=Output.SCORES, rows=work.rows, seed=declared.seed, bootstraps=0
    )
    totals = [
        Matter(name, float(total))
        for name, total in zip(found.factors, found.sobol.total[:, own], strict=True)
    ]
    return tuple(
        sorted((one for one in totals if np.isfinite(one.total)), key=lambda one: (-one.total, one.name))
    )


def _moved(declared: Declared, laid: Laid, before: tuple[Declared, Laid]) -> Moved | None:
    """None where there was no score before, or the two cannot be set against each other."""
    declared_before, laid_before = before
    if declared.compared.units == Units.PERIODS:
        laid = laid.alone(laid.own, every=declared.compared.every)
    try:
        found = change(
            compose(laid_before.values, declared_before.declaration, units=laid_before.units),
            compose(laid.values, declared.declaration, units=laid.units),
        )
    except CannotBeComposed:
        return None
    return _moved_of(found, laid.units[laid.own], laid_before.label, declared_before.entry.version)


def _moved_of(found: Change, unit: str, before: str, version: str) -> Moved | None:
    place = found.units.index(unit)
    parts = tuple(float(part) for part in found.parts[:, place])
    if not all(np.isfinite([found.first[place], found.second[place], *parts])):
        return None
    return Moved(before, float(found.first[place]), float(found.second[place]), parts, version)

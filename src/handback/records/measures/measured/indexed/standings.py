"""How an index stands: its score and how far it depends on choices, what carries it, and what moved it.

1. No score without its interval, and no rank without its own.
2. The intervals tell what the choices of the index do; chance in the values is told by the charts of the
   indicators.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from handback.records.measures.measured.indexed.declared import Declared, Units
from handback.records.measures.measured.indexed.laying import Laid
from handback.records.measures.measured.indexed.work import Work, work_of
from handback.statistics.composite import (
    CannotBeComposed,
    Cause,
    Coherence,
    Index,
    LeftOut,
    Output,
    Uncertainty,
    change_of,
    coherence,
    compose,
    contributions,
    enumerated,
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
    """The change from the period before: scores, and the points that each cause brought about."""

    before: str
    first: float
    second: float
    parts: Mapping[Cause, float]
    version_before: str


@dataclass(frozen=True, slots=True)
class Other:
    """A unit beside the one that is told; `above` and `below` are how often the one told scores more
    and less (0 to 1).
    """

    unit: str
    name: str
    score: float
    above: float
    below: float
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
    def gives(self) -> Floats | None:
        """The points that each indicator gives the score told, in sum the score, float[indicator].

        nan of what is not known. None where members are outranked, which gives no points.
        """
        if any(level.combining.method == Mean.COPELAND for level in self.declared.declaration.levels):
            return None
        return np.asarray(contributions(self.index, 0).added[self.own])


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
    design, combinations = declared.design, declared.design.combinations
    if combinations is not None and combinations <= work.rows * (len(design.factors) + 2):
        found = enumerated(index, design, output=Output.SCORES)
    else:
        found = sampled(index, design, output=Output.SCORES, rows=work.rows, seed=declared.seed, bootstraps=0)
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
        laid, laid_before = laid.alone, laid_before.alone
    try:
        found = change_of(
            compose(laid_before.values, declared_before.declaration, units=laid_before.units),
            compose(laid.values, declared.declaration, units=laid.units),
            laid.units[laid.own],
        )
    except CannotBeComposed:
        return None
    parts = {cause: float(found.part(cause)[0]) for cause in found.causes}
    first, second = float(found.first[0]), float(found.second[0])
    if not np.isfinite([first, second, *parts.values()]).all():
        return None
    return Moved(laid_before.label, first, second, parts, declared_before.entry.version)

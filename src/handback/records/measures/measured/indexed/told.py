"""An index as it is told: plain numbers and words, from the record or frozen in a published copy.

1. Pages, files and copies are made of this alone, so the public sees what the office saw.
2. No score stands here without its interval, and no place without its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from handback.records.measures.measured.entries import IndexEntry
from handback.records.measures.measured.indexed.declared import Compared, Units
from handback.records.measures.measured.indexed.laying import Laid
from handback.records.measures.measured.indexed.standings import IndexStanding, Matter, Moved, Other
from handback.statistics.composite.ways import Mean, Scaling

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class OneScale:
    """The scale of every indicator, where they have the same: what its ends are, and how it is made."""

    method: Scaling
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Made:
    """How an index is made: of whom, by which averages, which choices were made otherwise, and how often.

    `asked`: so many times it was to be made otherwise; `run`: so many times it was. `weighed`: whether it was
    worked out which choice matters.
    """

    indicators: tuple[str, ...]
    compared: Compared
    scale: OneScale | None
    averages: tuple[Mean, ...]
    choices: tuple[str, ...]
    asked: int
    run: int
    seed: int
    weighed: bool


@dataclass(frozen=True, slots=True)
class Alpha:
    """Cronbach's alpha of a group; None of a group of one."""

    group: str
    value: float | None


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """How the indicators hold together, in their order: what each weighs and carries, float[indicator], in
    sum 1; their correlations, float[indicator, indicator]; the alpha of every group at every level.
    """

    weighs: Floats
    carries: Floats
    between: Floats
    alphas: tuple[Alpha, ...]


@dataclass(frozen=True, eq=False)
class IndexTold:
    """Arrays are float[unit], or float[unit, indicator] of `scaled`, gaps as nan; `own` is the unit told.

    `low`, `high`, `best` and `worst` are the 5th and 95th centile of scores and of ranks, 1 the highest.
    `above` and `below`: how often the unit told scores more and less than each. `without`: scores and ranks
    where one indicator is left out, float[indicator, unit]. `gives`: the points that each indicator gives.
    `shares`: how much of each score's weight is known. `flat`: what is the same everywhere.
    """

    entry: IndexEntry
    made: Made
    laid: Laid
    scaled: Floats
    scores: Floats
    low: Floats
    high: Floats
    ranks: Floats
    best: Floats
    worst: Floats
    above: Floats
    below: Floats
    shares: Floats
    without_scores: Floats
    without_ranks: Floats
    gives: Floats | None
    held: Held
    matters: tuple[Matter, ...]
    flat: tuple[str, ...]
    moved: Moved | None

    @property
    def own(self) -> int:
        """The row that is told."""
        return self.laid.own

    @property
    def score(self) -> float:
        """The score told."""
        return float(self.scores[self.own])

    @property
    def is_of_councils(self) -> bool:
        """Whether councils are compared, and not the council's own periods."""
        return self.made.compared.units == Units.COUNCILS

    @property
    def compared(self) -> int:
        """How many units have a score."""
        return int((~np.isnan(self.scores)).sum())

    @property
    def pulls(self) -> Floats:
        """By how much each indicator pulls the score told up, over the score without it, float[indicator]."""
        return np.asarray(self.score - self.without_scores[:, self.own])

    @cached_property
    def others(self) -> tuple[Other, ...]:
        """Every other unit that has a score, in their order."""
        return tuple(
            Other(
                unit=unit,
                name=self.laid.names[place],
                score=float(self.scores[place]),
                above=float(self.above[place]),
                below=float(self.below[place]),
                place=place,
            )
            for place, unit in enumerate(self.laid.units)
            if place != self.own and not np.isnan(self.scores[place])
        )


def told_of(found: IndexStanding) -> IndexTold:
    """What is told of a standing."""
    (low, high), (best, worst) = found.score_intervals, found.rank_intervals
    above, own = found.uncertainty.probabilities_above, found.own
    return IndexTold(
        entry=found.declared.entry,
        made=_made(found),
        laid=found.laid,
        scaled=found.index.normalised,
        scores=found.index.scores,
        low=low,
        high=high,
        ranks=found.index.ranks,
        best=best,
        worst=worst,
        above=above[own],
        below=above[:, own],
        shares=found.index.shares,
        without_scores=found.left_out.scores,
        without_ranks=found.left_out.ranks,
        gives=found.gives,
        held=_held(found),
        matters=found.matters,
        flat=tuple(found.index.flat),
        moved=found.moved,
    )


def _made(found: IndexStanding) -> Made:
    declared, levels = found.declared, found.declared.declaration.levels
    scales = {one.scale for one in declared.declaration.indicators}
    one = next(iter(scales))
    means = (level.combining.method for level in levels if len(level.members) > 1)
    return Made(
        indicators=tuple(declared.declaration.names),
        compared=declared.compared,
        scale=OneScale(one.method, float(one.low), float(one.high)) if len(scales) == 1 else None,
        averages=tuple(dict.fromkeys(means)),
        choices=tuple(factor.name for factor in declared.design.factors),
        asked=declared.replicates,
        run=len(found.uncertainty.replicates),
        seed=declared.seed,
        weighed=bool(found.work.rows),
    )


def _held(found: IndexStanding) -> Held:
    first = found.held[0]
    alphas: Mapping[str, float] = {
        group: float(alpha)
        for held in found.held
        for group, alpha in zip(held.groups, held.alpha, strict=True)
    }
    return Held(
        weighs=first.nominal,
        carries=first.effective,
        between=first.between,
        alphas=tuple(Alpha(group, None if np.isnan(alpha) else alpha) for group, alpha in alphas.items()),
    )

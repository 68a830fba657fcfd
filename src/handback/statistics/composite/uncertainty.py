"""How far the ranks depend upon choices that could have been made otherwise.

Every replicate's parameters and scores are kept, so that each can be made again by itself.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from handback.statistics.composite.arrays import Floats, ranks, slack
from handback.statistics.composite.design import Design, design
from handback.statistics.composite.evaluation import evaluate
from handback.statistics.composite.given import check_whole
from handback.statistics.composite.index import Index
from handback.statistics.composite.refusals import CannotBeComposed
from handback.statistics.composite.replicates import Replicates, replicates

QUANTILES = (0.05, 0.95)
FEWEST = 20  #: replicates of which 5 and 95 % can be told apart from the ends


@dataclass(frozen=True, eq=False)
class Uncertainty:
    """An index in many replicates: `scores` float[replicate, unit], nan where a unit has none."""

    index: Index
    replicates: Replicates
    scores: Floats

    @cached_property
    def ranks(self) -> Floats:
        """The ranks in every replicate, 1 for the highest, float[replicate, unit]."""
        return ranks(self.scores)

    @property
    def mean_ranks(self) -> Floats:
        """float[unit]."""
        known = ~np.isnan(self.ranks)
        with np.errstate(invalid="ignore"):
            mean: Floats = np.where(known, self.ranks, 0.0).sum(axis=0) / known.sum(axis=0)
        return mean

    @property
    def median_ranks(self) -> Floats:
        """float[unit]."""
        return np.asarray(quantiles(self.ranks, (0.5,))[0])

    @property
    def rank_intervals(self) -> Floats:
        """The 5th and 95th centile of each unit's ranks, float[2, unit]."""
        return quantiles(self.ranks, QUANTILES)

    @property
    def score_intervals(self) -> Floats:
        """The 5th and 95th centile of each unit's scores, float[2, unit]."""
        return quantiles(self.scores, QUANTILES)

    def probability_above(self, one: str, other: str) -> float:
        """The share of replicates in which one unit scores more than another, of those in which both do.

        A tie, as in ranks, is above neither way. nan where no replicate has both.
        """
        left, right = (self.scores[:, self._unit(name)] for name in (one, other))
        both = ~(np.isnan(left) | np.isnan(right))
        above = left - right > self._slack[:, 0]
        return float(above[both].mean()) if both.any() else np.nan

    @cached_property
    def probabilities_above(self) -> Floats:
        """`probability_above` of every pair, float[unit, unit]."""
        known = ~np.isnan(self.scores)
        both = known.T.astype(float) @ known
        with np.errstate(invalid="ignore"):
            above = np.stack(
                [
                    (self.scores[:, [unit]] - self.scores > self._slack).sum(axis=0)
                    for unit in range(known.shape[1])
                ]
            )
            found: Floats = np.where(both > 0, above / both, np.nan)
        return found

    @cached_property
    def _slack(self) -> Floats:
        return slack(self.scores)

    def _unit(self, name: str) -> int:
        if name not in self.index.units:
            raise CannotBeComposed(name, "is not among the units.")
        return self.index.units.index(name)


def uncertainty(index: Index, of: Design | None = None, *, count: int = 1000, seed: int = 0) -> Uncertainty:
    """An index in `count` replicates drawn at random, the same for the same seed.

    Unless said what is uncertain, every weight is, by a quarter (see `design`). Raises CannotBeComposed for
    under 20 replicates: of fewer the 5th and 95th centile are but the least and the most.
    """
    check_whole("count", count, least=FEWEST)
    check_whole("seed", seed, least=0)
    of = of if of is not None else design(index.declaration)
    drawn = np.random.default_rng(seed).random((count, of.width))
    return replicated(index, replicates(of, drawn))


def replicated(index: Index, of: Replicates) -> Uncertainty:
    """An index in replicates whose parameters are given."""
    return Uncertainty(index, of, evaluate(index.given, of, lambda scores: scores))


def quantiles(values: Floats, at: tuple[float, ...]) -> Floats:
    """Quantiles down the first axis, between neighbours by straight line, gaps aside."""
    if not np.isnan(values).any():
        return np.asarray(np.quantile(values, at, axis=0))
    found = np.full((len(at), *values.shape[1:]), np.nan)
    known = ~np.isnan(values).all(axis=0)
    found[:, known] = np.nanquantile(values[:, known], at, axis=0)
    return found

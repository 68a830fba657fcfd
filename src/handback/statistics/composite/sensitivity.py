"""Which of the uncertain choices matter: Sobol indices of an index, exact where they can be."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from math import ceil, log2

import numpy as np

from handback.statistics.composite.arrays import Floats, rank_change, ranks
from handback.statistics.composite.design import Design, Noise
from handback.statistics.composite.evaluation import evaluate
from handback.statistics.composite.given import check_whole
from handback.statistics.composite.index import Index
from handback.statistics.composite.refusals import CannotBeComposed, TooManyCombinations
from handback.statistics.composite.replicates import Replicates, chosen, replicates
from handback.statistics.composite.sobol import Sobol, arranged, estimated, exact
from handback.statistics.composite.uncertainty import FEWEST

FEWEST_ROWS = 16
WIDEST = 21_201  #: numbers in a row of scipy's Sobol' sequences
WHOLE = 100_000  #: a design of fewer combinations is gone through whole


class Output(StrEnum):
    """What of an index is to be explained."""

    RANK_CHANGE = "mean absolute change of rank"
    SCORES = "score of each unit"
    RANKS = "rank of each unit"


@dataclass(frozen=True, eq=False)
class Sensitivity:
    """The indices of every factor, by name and in order, for one output or for each unit's.

    `outputs` is what was found for each of `replicates`, float[replicate, ...unit].
    """

    factors: tuple[str, ...]
    sobol: Sobol
    output: Output
    exact: bool
    replicates: Replicates
    outputs: Floats


def sensitivity(
    index: Index,
    of: Design,
    *,
    output: Output = Output.RANK_CHANGE,
    rows: int = 1024,
    seed: int = 0,
    bootstraps: int = 200,
) -> Sensitivity:
    """What each factor explains: exactly for a design of under 100,000 combinations, else estimated.

    An estimate runs `rows`, taken up to a power of two, times two more than there are factors.
    """
    combinations = of.combinations
    if combinations is not None and combinations < WHOLE:
        return enumerated(index, of, output=output)
    return sampled(index, of, output=output, rows=rows, seed=seed, bootstraps=bootstraps)


def enumerated(index: Index, of: Design, *, output: Output = Output.RANK_CHANGE) -> Sensitivity:
    """Exact indices. Raises TooManyCombinations where there are not under 100,000."""
    if of.combinations is None or of.combinations >= WHOLE:
        count = "countless" if of.combinations is None else f"{of.combinations:,}"
        raise TooManyCombinations("design", f"it has {count} combinations, and {WHOLE:,} are too many.")
    odds = tuple(factor.odds for factor in of.factors if not isinstance(factor, Noise))
    sizes = tuple(map(len, odds))
    every = chosen(of, np.indices(sizes).reshape(len(sizes), -1).T)
    outputs = _outputs(index, every, output)
    found = exact(outputs.reshape(*sizes, *outputs.shape[1:]), odds)
    return Sensitivity(_names(of), found, output, exact=True, replicates=every, outputs=outputs)


def sampled(
    index: Index,
    of: Design,
    *,
    output: Output = Output.RANK_CHANGE,
    rows: int = 1024,
    seed: int = 0,
    bootstraps: int = 200,
) -> Sensitivity:
    """Estimated indices, the same for the same seed, with intervals by joint bootstrap.

    Raises CannotBeComposed for under 16 rows, or under 20 bootstraps save none: they tell nothing.
    """
    check_whole("rows", rows, least=FEWEST_ROWS, most=2**20)
    check_whole("seed", seed, least=0)
    check_whole("bootstraps", bootstraps, least=FEWEST if bootstraps else 0, most=100_000)
    rows = 2 ** ceil(log2(rows))
    widths = tuple(factor.width for factor in of.factors)
    if 2 * of.width > WIDEST:
        raise CannotBeComposed("design", f"{of.width:,} uncertain numbers are too many for a sequence.")
    uniforms = arranged(rows, widths, seed=seed)
    drawn = replicates(of, uniforms.reshape(-1, uniforms.shape[-1]))
    outputs = _outputs(index, drawn, output)
    parts = outputs.reshape(len(uniforms), rows, *outputs.shape[1:])
    found = estimated(parts[0], parts[1], parts[2:], bootstraps=bootstraps, seed=seed)
    return Sensitivity(_names(of), found, output, exact=False, replicates=drawn, outputs=outputs)


def _names(of: Design) -> tuple[str, ...]:
    return tuple(factor.name for factor in of.factors)


def _outputs(index: Index, of: Replicates, output: Output) -> Floats:
    found = evaluate(index.given, of, _made(index, output))
    if output == Output.RANK_CHANGE and np.isnan(found).any():
        raise CannotBeComposed("design", "in some replicates no unit has a rank.")
    return found


def _made(index: Index, output: Output) -> Callable[[Floats], Floats]:
    match output:
        case Output.SCORES:
            return lambda scores: scores
        case Output.RANKS:
            return ranks
        case _:
            return lambda scores: rank_change(ranks(scores), index.ranks)

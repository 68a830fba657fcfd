"""How much work an index is, told before it is begun: what would take too long is made of fewer replicates,
and what would take too long even so is refused.
"""

from dataclasses import dataclass
from math import prod

from handback.records.measures.measured.indexed.declared import FEWEST, Declared
from handback.statistics.composite import CannotBeComposed
from handback.statistics.composite.design import Choice
from handback.statistics.composite.ways import Mean, Weighing

#: Scores of one unit in one member of one replicate. Ten million take about 0.05 s on one core of 2020.
MOST_SCORES = 120_000_000
#: Ways to choose that are gone through anew; each takes some 2 ms, with fitted weights some 100.
MOST_COMBINATIONS, FITTED = 400, 50
ROWS, FEWEST_ROWS = 512, 64  # of the estimate of what matters, each run once for every choice and twice more


class TooMuchWork(CannotBeComposed):
    """An index that would take more than some seconds."""


@dataclass(frozen=True, slots=True)
class Work:
    """What is run: `replicates` for the intervals, `rows` for what matters, 0 where it is left out."""

    replicates: int
    rows: int


def check_work(declared: Declared) -> None:
    """Raises TooMuchWork for choices of which there are too many whatever the values."""
    choices = [factor for factor in declared.design.factors if isinstance(factor, Choice)]
    fitted = any(level.weighing == Weighing.OPTIMISED for level in declared.declaration.levels)
    combinations = prod(len(choice.odds) for choice in choices)
    most = MOST_COMBINATIONS // (FITTED if fitted else 1)
    if combinations > most:
        raise TooMuchWork("uncertainty", f"it has {combinations:,} ways to choose; {most:,} are the most.")


def work_of(declared: Declared, *, units: int) -> Work:
    """What can be run of an index of so many units. Raises TooMuchWork."""
    check_work(declared)
    one = sum(
        len(level.members) * units * (units if level.combining.method == Mean.COPELAND else 1)
        for level in declared.declaration.levels
    )
    runs = MOST_SCORES // max(one, 1)
    if runs < FEWEST:
        fault = f"{one:,} scores for each replicate leave {runs} replicates, and {FEWEST} are the fewest."
        raise TooMuchWork("uncertainty", fault)
    rows = ROWS
    while rows * (len(declared.design.factors) + 2) > runs:
        rows //= 2
    return Work(min(declared.replicates, runs), rows if rows >= FEWEST_ROWS else 0)

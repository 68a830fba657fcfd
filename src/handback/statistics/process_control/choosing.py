"""Which chart suits an indicator, and why: from what it counts, and how much of it."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike

from handback.statistics.process_control.attributes import p, u
from handback.statistics.process_control.limits import MEAN_RANGE_OF_TWO, Floats

#: Where points move so many times further than chance alone would move them, a P or U chart cries wolf.
PRIME_FROM = 1.5


class Measured(StrEnum):
    """What an indicator's values are."""

    MEASUREMENT = "measurement"  #: an amount, a time, a score, an index
    COUNT = "count"  #: how many, where it is not known of how many
    PROPORTION = "proportion"  #: so many of so many
    RATE = "rate"  #: so many for so much: people, hours, vehicles
    TIME_BETWEEN = "time between"
    CASES_BETWEEN = "cases between"


class Kind(StrEnum):
    """The charts there are for one series."""

    XMR = "XmR"
    RUN = "run"
    P = "P"
    P_PRIME = "P'"
    U = "U"
    U_PRIME = "U'"
    T = "T"
    G = "G"


class Because(StrEnum):
    """Why a chart was chosen."""

    USUAL = "usual"  #: XmR suits nearly everything
    NO_COUNTS = "no counts"  #: a proportion or rate that came without its counts
    SHARES = "shares"
    RATES = "rates"
    MORE_THAN_CHANCE = "more than chance"  #: points move further than chance alone moves shares of so many
    TIMES = "times"
    CASES = "cases"
    FEW_VALUES = "few values"  #: so few different values that moving ranges say little


@dataclass(frozen=True, slots=True)
class Choice:
    """The chart for a series, and why."""

    kind: Kind
    because: Because


def choose(
    measured: Measured,
    values: Floats,
    *,
    numerators: Floats | None = None,
    denominators: Floats | None = None,
) -> Choice:
    """The chart for one series, float[period], with its counts, float[period], where they are known."""
    if measured == Measured.TIME_BETWEEN:
        return Choice(Kind.T, Because.TIMES)
    if measured == Measured.CASES_BETWEEN:
        return Choice(Kind.G, Because.CASES)
    if measured in (Measured.PROPORTION, Measured.RATE):
        return _of_counts(measured, numerators, denominators)
    if _few_values(values):
        return Choice(Kind.RUN, Because.FEW_VALUES)
    return Choice(Kind.XMR, Because.USUAL)


def _of_counts(measured: Measured, above: Floats | None, below: Floats | None) -> Choice:
    if above is None or below is None or not np.isfinite(above / below).any():
        return Choice(Kind.XMR, Because.NO_COUNTS)
    shares = measured == Measured.PROPORTION
    return of_counts(float(beyond_chance(above, below, shares=shares)[0]), shares=shares)


def of_counts(times: float, *, shares: bool) -> Choice:
    """The chart of counted things that move so many times further than chance alone would move them."""
    if times >= PRIME_FROM:
        return Choice(Kind.P_PRIME if shares else Kind.U_PRIME, Because.MORE_THAN_CHANCE)
    return Choice(Kind.P, Because.SHARES) if shares else Choice(Kind.U, Because.RATES)


def beyond_chance(numerators: ArrayLike, denominators: ArrayLike, *, shares: bool) -> Floats:
    """How many times further points move, from one to the next, than chance alone would move them.

    Of float[series, period], float[series]; 0 where nothing moves.
    """
    chart = (p if shares else u)(numerators, denominators)
    sigma = (chart.limits.upper - chart.limits.centre) / 3
    with np.errstate(invalid="ignore", divide="ignore"):
        steps = np.abs(np.diff((chart.values - chart.limits.centre) / sigma, axis=1))
    known = np.isfinite(steps)
    number = known.sum(axis=1)
    total = np.where(known, steps, 0.0).sum(axis=1)
    times: Floats = np.divide(total, number * MEAN_RANGE_OF_TWO, out=np.zeros(len(steps)), where=number > 0)
    return times


def _few_values(values: Floats) -> bool:
    known = values[np.isfinite(values)]
    return known.size >= 5 and 1 < np.unique(known).size <= 3

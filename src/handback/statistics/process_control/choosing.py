"""Which chart suits an indicator, and why: from what it counts, and how much of it."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike

from handback.statistics.process_control.attributes import times_beyond_chance
from handback.statistics.process_control.given import read
from handback.statistics.process_control.kinds import Kind as Kind
from handback.statistics.process_control.limits import Floats
from handback.statistics.process_control.refusals import NotUnderstood

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
    values: ArrayLike,
    *,
    numerators: ArrayLike | None = None,
    denominators: ArrayLike | None = None,
) -> Choice:
    """The chart for one series, float[period], with its counts, float[period], where they are known.

    Raises CannotBeCharted for counts that cannot have been counted, and for what is no Measured.
    """
    if measured not in list(Measured):
        raise NotUnderstood("indicator", f"{measured!r} is no Measured.")
    if measured == Measured.TIME_BETWEEN:
        return Choice(Kind.T, Because.TIMES)
    if measured == Measured.CASES_BETWEEN:
        return Choice(Kind.G, Because.CASES)
    if measured in (Measured.PROPORTION, Measured.RATE):
        return _of_counts(measured, numerators, denominators)
    if _few_values(read(values, "values")):
        return Choice(Kind.RUN, Because.FEW_VALUES)
    return Choice(Kind.XMR, Because.USUAL)


def _of_counts(measured: Measured, numerators: ArrayLike | None, denominators: ArrayLike | None) -> Choice:
    if numerators is None or denominators is None:
        return Choice(Kind.XMR, Because.NO_COUNTS)
    above, below = read(numerators, "numerators"), read(denominators, "denominators")
    shares = measured == Measured.PROPORTION
    times = float(beyond_chance(above, below, shares=shares)[0])
    if not (np.isfinite(above) & (below > 0)).any():
        return Choice(Kind.XMR, Because.NO_COUNTS)
    return of_counts(times, shares=shares)


def of_counts(times: float, *, shares: bool) -> Choice:
    """The chart of counted things that move so many times further than chance alone would move them."""
    if times >= PRIME_FROM:
        return Choice(Kind.P_PRIME if shares else Kind.U_PRIME, Because.MORE_THAN_CHANCE)
    return Choice(Kind.P, Because.SHARES) if shares else Choice(Kind.U, Because.RATES)


def beyond_chance(numerators: ArrayLike, denominators: ArrayLike, *, shares: bool) -> Floats:
    """How many times further points move, from one to the next, than chance alone would move them.

    Of float[series, period], float[series]; 0 where nothing moves.
    """
    return np.nan_to_num(times_beyond_chance(numerators, denominators, shares=shares))


def _few_values(values: Floats) -> bool:
    known = values[np.isfinite(values)]
    return known.size >= 5 and 1 < np.unique(known).size <= 3

"""What a chart says in the end: has it changed, and will the target be met?

1. Variation is told by the last known point: what its weightiest signal says, and whether that is better.
2. Assurance asks whether the limits, which hold what chance alone does, lie on the good side of the target in
   force at the last point. A target that the process cannot miss is passed consistently; one that it cannot
   reach is failed consistently; one within the limits is hit and missed by chance.
3. Under 5 points since the last rebase nothing is said; from 5 to 12 limits are provisional and nothing is
   assured; from 13 both are said. Of limits that rest on moving ranges these are points in a row: they are
   worth one more than there are ranges.
"""

from enum import IntEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray

from handback.statistics.process_control.limits import Floats
from handback.statistics.process_control.signals import HIGH, LOW, Signal

FEWEST_POINTS = 5
FULL_POINTS = 13

Codes = NDArray[np.int8]
_BOTH_TRENDS = Signal.RISING | Signal.FALLING


class Polarity(IntEnum):
    """Which way is better."""

    LOWER = -1
    NEUTRAL = 0
    HIGHER = 1


class Variation(IntEnum):
    """What sort of variation a point belongs to."""

    COMMON = 0
    IMPROVING = 1
    WORSENING = -1
    NEUTRAL_HIGH = 2  #: special cause, upwards, where neither way is better
    NEUTRAL_LOW = -2
    NOT_ENOUGH = 9


class Assurance(IntEnum):
    """Whether the target will be met, if nothing changes."""

    HIT_AND_MISS = 0
    PASSES = 1
    FAILS = -1
    NO_TARGET = 8
    NOT_ENOUGH = 9


class Sufficiency(IntEnum):
    """How much can be said of so many points."""

    TOO_FEW = 0
    PROVISIONAL = 1
    FULL = 2


def sufficiency(worth: ArrayLike) -> Codes:
    """What limits let say that are worth so many points in a row: a Sufficiency each, int8[series]."""
    points = np.asarray(worth)
    return np.asarray((points >= FEWEST_POINTS).astype(np.int8) + (points >= FULL_POINTS), np.int8)


def told_by(signals: NDArray[np.uint8], *, values: Floats) -> NDArray[np.uint8]:
    """Of each point's signals the one that tells it: the weightiest.

    Where one trend ends and another begins, the point is told by the one that begins. Where else a rule fires
    on both sides, which none of these can, the upper would come first.
    """
    told = signals.copy()
    turns = (told & np.uint8(_BOTH_TRENDS)) == np.uint8(_BOTH_TRENDS)
    if turns.any():
        rises = np.diff(values, axis=1, append=np.nan) > 0
        told[turns & rises] &= np.uint8(~Signal.FALLING & 0xFF)
        told[turns & ~rises] &= np.uint8(~Signal.RISING & 0xFF)
    lowest: NDArray[np.uint8] = told & (~told + np.uint8(1))  # signals stand in the order of their weight
    return lowest


def variation(signals: NDArray[np.uint8], *, values: Floats, polarity: NDArray[np.int8]) -> Codes:
    """The Variation of every point, int8[series, period], for int8[series] of Polarity."""
    told = told_by(signals, values=values)
    high: Codes = ((told & np.uint8(HIGH)) != 0).astype(np.int8)
    way: Codes = high - ((told & np.uint8(LOW)) != 0)
    better = polarity[:, np.newaxis]
    said: Codes = np.where(better == 0, 2 * way, better * way).astype(np.int8, copy=False)
    return said


def assurance(
    lower: Floats, upper: Floats, *, target: Floats, polarity: NDArray[np.int8], sufficiency: Codes
) -> Codes:
    """The Assurance of every series, int8[series], from its limits and its target at its last point.

    Without limits, as on run charts, nothing is assured.
    """
    unsure = (sufficiency < Sufficiency.FULL) | np.isnan(lower) | np.isnan(upper)
    with np.errstate(invalid="ignore"):
        above = np.where(polarity > 0, lower >= target, upper <= target)
        beyond = np.where(polarity > 0, upper < target, lower > target)
    said: NDArray[np.int64] = np.select(
        [np.isnan(target) | (polarity == 0), unsure, above, beyond],
        [Assurance.NO_TARGET, Assurance.NOT_ENOUGH, Assurance.PASSES, Assurance.FAILS],
        Assurance.HIT_AND_MISS,
    )
    return said.astype(np.int8)

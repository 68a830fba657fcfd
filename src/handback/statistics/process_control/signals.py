"""What each rule says of each point: signals as bits, so that every rule that fires is kept.

A gap (nan) ends a run, a trend and a group of three: nothing is known of it. No rule looks across a rebase.
"""

from enum import IntFlag

import numpy as np
from numpy.typing import NDArray

from handback.statistics.process_control.limits import Floats, Limits
from handback.statistics.process_control.profiles import Profile
from handback.statistics.process_control.windows import Unbroken


class Signal(IntFlag):
    """The rules, each with its side. A point may have several; with both sides, they conflict."""

    ABOVE_LIMIT = 1
    BELOW_LIMIT = 2
    RISING = 4  #: a trend upwards
    FALLING = 8
    NEAR_UPPER = 16  #: one of two in three close to the upper limit
    NEAR_LOWER = 32
    ABOVE_MEAN = 64  #: a run above the mean
    BELOW_MEAN = 128


HIGH = Signal.ABOVE_LIMIT | Signal.RISING | Signal.NEAR_UPPER | Signal.ABOVE_MEAN
LOW = Signal.BELOW_LIMIT | Signal.FALLING | Signal.NEAR_LOWER | Signal.BELOW_MEAN
#: Both sides of each rule, the weightiest first: where several fire, a point is told by the first.
RULES = (
    (Signal.ABOVE_LIMIT, Signal.BELOW_LIMIT),
    (Signal.RISING, Signal.FALLING),
    (Signal.NEAR_UPPER, Signal.NEAR_LOWER),
    (Signal.ABOVE_MEAN, Signal.BELOW_MEAN),
)


def signals(
    values: Floats, *, limits: Limits, segments: NDArray[np.int32], profile: Profile
) -> NDArray[np.uint8]:
    """The signals of every point, uint8[series, period], of `values` float[series, period].

    `segments`, int[series, period], numbers the stretches between rebases.
    """
    with np.errstate(invalid="ignore"):
        above, below = values > limits.upper, values < limits.lower
        high, low = values > limits.centre, values < limits.centre
        near_high, near_low = values > limits.near_upper, values < limits.near_lower
        steps = values[:, 1:] - values[:, :-1]
    if not profile.beyond_counts_as_near:
        near_high &= ~above
        near_low &= ~below
    unbroken = Unbroken(segments)
    found = above * np.uint8(Signal.ABOVE_LIMIT)
    for signal, marks in (
        (Signal.BELOW_LIMIT, below),
        (Signal.RISING, unbroken.trends(steps > 0, length=profile.trend)),
        (Signal.FALLING, unbroken.trends(steps < 0, length=profile.trend)),
        (Signal.NEAR_UPPER, near_high & unbroken.two_of_three(near_high, side=high)),
        (Signal.NEAR_LOWER, near_low & unbroken.two_of_three(near_low, side=low)),
        (Signal.ABOVE_MEAN, unbroken.runs(high, length=profile.run)),
        (Signal.BELOW_MEAN, unbroken.runs(low, length=profile.run)),
    ):
        found |= marks * np.uint8(signal)
    return found

"""Moving ranges: how far each value is from the one before, and how far chance alone moves it.

Source: D. J. Wheeler, Understanding Variation (1993); D4 for ranges of two, 3.267, as NHSRplotthedots 0.2.2
has it: a range of so many mean ranges, or more, is a surprise itself.
"""

from dataclasses import dataclass

import numpy as np

from handback.statistics.process_control.given import Given
from handback.statistics.process_control.limits import Flags, Floats, moving_ranges
from handback.statistics.process_control.profiles import MOVING_RANGE_LIMIT
from handback.statistics.process_control.stretches import Stretches


@dataclass(frozen=True, slots=True, eq=False)
class Ranges:
    """The moving ranges of many series, in the unit of their values; each array is [series, period].

    `values` are nan at the first point of a stretch, and beside a gap or a ghost. `centre` is the mean of
    those that draw the limits of a stretch, before any is screened out; `upper` is 3.267 times it, and `far`
    says which values reach it. Where nothing moves, nothing is far.
    """

    values: Floats
    centre: Floats
    upper: Floats
    far: Flags


def ranges_of(given: Given) -> Ranges:
    """The moving ranges of each series, stretch by stretch. On XmR charts alone do their limits mean much."""
    segments = given.segments
    values = moving_ranges(given.ruled, segments=segments)
    centre = Stretches(segments).mean(moving_ranges(given.drawing, segments=segments))
    upper = MOVING_RANGE_LIMIT * centre
    with np.errstate(invalid="ignore"):
        far = (values >= upper) & (centre > 0)
    return Ranges(values, centre, upper, far)

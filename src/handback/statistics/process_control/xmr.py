"""XmR charts: individual values and their moving ranges, for thousands of series at once.

Source: W. A. Shewhart's chart of individuals, as D. J. Wheeler sets it out in Understanding Variation (1993).
"""

from collections.abc import Iterator
from typing import Unpack

import numpy as np
from numpy.typing import ArrayLike, NDArray

from handback.statistics.process_control.chart import Chart, chart_of
from handback.statistics.process_control.given import Asked, Given, given
from handback.statistics.process_control.kinds import Kind
from handback.statistics.process_control.limits import Limits, limits_of_individuals
from handback.statistics.process_control.signals import signals

#: So many points at a time, so that what is worked on stays in the processor's own memory.
AT_ONCE = 60_000


def xmr(values: ArrayLike, **asked: Unpack[Asked]) -> Chart:
    """The XmR charts of values, float[series, period] or float[period]; a gap is nan.

    Raises NotANumber for an infinite value and ShapesDiffer.
    """
    series = given(values, asked)
    return chart_of(series, Kind.XMR, *_drawn(series))


def _drawn(series: Given) -> tuple[Limits, NDArray[np.uint8]]:
    values, profile = series.ruled, series.profile
    drawn = Limits(*(np.empty_like(values) for _ in Limits.__slots__))
    found = np.empty(values.shape, np.uint8)
    for part in _parts(values.shape):
        segments = series.segments[part]
        some = limits_of_individuals(
            values[part], segments=segments, counted=series.counted[part], screening=profile.screening
        )
        for name in Limits.__slots__:
            getattr(drawn, name)[part] = getattr(some, name)
        found[part] = signals(values[part], limits=some, segments=segments, profile=profile)
    return drawn, found


def _parts(shape: tuple[int, ...]) -> Iterator[slice]:
    rows = max(1, AT_ONCE // max(shape[1], 1))
    return (slice(first, first + rows) for first in range(0, shape[0], rows))

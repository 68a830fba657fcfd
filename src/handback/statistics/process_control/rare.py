"""Charts of rare events: the time between them (T) and the number of cases between them (G).

A count of something rare is nearly always 0 and says little; how long it stays away says more. Such numbers
are lopsided, so limits are too. Sources: L. S. Nelson, "A control chart for parts-per-million nonconforming
items", Journal of Quality Technology 26 (1994), for T; J. C. Benneyan (2001) and L. P. Provost and S. K.
Murray, The Health Care Data Guide (2011), for G; worked as in qicharts2 0.8.1.
"""

from typing import Unpack

import numpy as np
from numpy.typing import ArrayLike

from handback.statistics.process_control.chart import Chart, chart_of
from handback.statistics.process_control.given import Asked, given
from handback.statistics.process_control.kinds import Kind
from handback.statistics.process_control.limits import Floats, Limits, limits_of_individuals
from handback.statistics.process_control.refusals import NotATime
from handback.statistics.process_control.signals import signals
from handback.statistics.process_control.stretches import Stretches

#: Times between events, each raised to one over this, spread as a normal distribution does (Nelson 1994).
EVENNESS = 3.6


def t(times: ArrayLike, **asked: Unpack[Asked]) -> Chart:
    """The T charts of times between events, float[series, event], in any unit; gaps as nan.

    Raises NotATime for a time of nothing or less, NotANumber and ShapesDiffer.
    """
    series = given(times, asked)
    _check(series.values, least_is_allowed=False)
    even, segments = series.ruled ** (1 / EVENNESS), series.segments
    flat = limits_of_individuals(
        even, segments=segments, counted=series.counted, screening=series.profile.screening
    )
    found = signals(even, limits=flat, segments=segments, profile=series.profile)
    limits = Limits(*(_uneven(getattr(flat, name)) for name in Limits.__slots__))
    return chart_of(series, Kind.T, limits, found)


def g(cases: ArrayLike, **asked: Unpack[Asked]) -> Chart:
    """The G charts of the numbers of cases between events, float[series, event]; gaps as nan.

    The centre is the median, since most numbers lie below their mean; limits follow from the mean as in a
    geometric distribution. Raises NotATime for a number below nothing, NotANumber and ShapesDiffer.
    """
    series = given(cases, asked)
    _check(series.values, least_is_allowed=True)
    stretches = Stretches(series.segments)
    mean, median = stretches.mean(series.drawing), stretches.median(series.drawing)
    sigma = np.sqrt(mean) * np.sqrt(mean + 1)  # whose square may be too large to be written
    lower, near_lower = (np.clip(mean - times * sigma, 0, None) for times in (3, 2))
    limits = Limits(median, lower, mean + 3 * sigma, near_lower, mean + 2 * sigma)
    found = signals(series.ruled, limits=limits, segments=series.segments, profile=series.profile)
    return chart_of(series, Kind.G, limits, found)


def _uneven(limit: Floats) -> Floats:
    """A limit of even numbers as a limit of times: below nothing is nothing."""
    back: Floats = np.clip(limit, 0, None) ** EVENNESS
    return back


def _check(values: Floats, *, least_is_allowed: bool) -> None:
    with np.errstate(invalid="ignore"):
        faults = np.argwhere((values < 0) if least_is_allowed else (values <= 0))
    if len(faults):
        series, period = map(int, faults[0])
        raise NotATime(series, period, float(values[series, period]))

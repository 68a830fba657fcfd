"""XmR charts: individual values and their moving ranges, for thousands of series at once.

Source: W. A. Shewhart's chart of individuals, as D. J. Wheeler sets it out in Understanding Variation (1993).
"""

from collections.abc import Iterator
from typing import TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from handback.statistics.process_control.chart import Chart
from handback.statistics.process_control.limits import Flags, Floats, Limits, limits_of_individuals
from handback.statistics.process_control.profiles import PTD, Profile
from handback.statistics.process_control.refusals import NotANumber, ShapesDiffer
from handback.statistics.process_control.signals import signals
from handback.statistics.process_control.verdicts import Polarity

Sort = TypeVar("Sort", bound=np.generic)

LARGEST = 1e300
#: So many points at a time, so that what is worked on stays in the processor's own memory.
AT_ONCE = 60_000


def xmr(
    values: ArrayLike,
    *,
    polarity: ArrayLike = Polarity.HIGHER,
    targets: ArrayLike = np.nan,
    rebased: ArrayLike = False,
    ghosts: ArrayLike = False,
    fixed_after: int | None = None,
    profile: Profile = PTD,
) -> Chart:
    """The XmR charts of values, float[series, period] or float[period]; a gap is nan.

    `polarity` is one Polarity or int[series]. `targets`, in the unit of the values, is one number or
    float[series, period], nan where none is in force. `rebased`, bool[series, period], marks the points with
    which limits begin anew; `ghosts` those that are shown, draw no limits and fire no rule. With
    `fixed_after`, limits are drawn from so many points of each stretch.
    Raises NotANumber for an infinite value and ShapesDiffer.
    """
    given = np.array(values, np.float64, ndmin=2)
    _check(given)
    segments = np.cumsum(_like(given, rebased, np.bool_, "rebases"), axis=1, dtype=np.int32)
    aside = _like(given, ghosts, np.bool_, "ghosts")
    counted = np.isfinite(given) & ~aside
    ruled = np.where(counted, given, np.nan)
    if fixed_after is not None:
        counted &= _place_in_segment(segments) < fixed_after
    limits, found = _drawn(ruled, segments=segments, counted=counted, profile=profile)
    return Chart(
        values=given,
        limits=limits,
        signals=found,
        segments=segments,
        counted=counted,
        ghosts=aside,
        targets=_like(given, targets, np.float64, "targets"),
        polarity=np.ascontiguousarray(_of_series(given, polarity)),
        profile=profile,
    )


def _drawn(
    values: Floats, *, segments: NDArray[np.int32], counted: Flags, profile: Profile
) -> tuple[Limits, NDArray[np.uint8]]:
    drawn = Limits(*(np.empty_like(values) for _ in range(5)))
    found = np.empty(values.shape, np.uint8)
    for part in _parts(values.shape):
        some = limits_of_individuals(
            values[part], segments=segments[part], counted=counted[part], screening=profile.screening
        )
        for name in Limits.__slots__:
            getattr(drawn, name)[part] = getattr(some, name)
        found[part] = signals(values[part], limits=some, segments=segments[part], profile=profile)
    return drawn, found


def _parts(shape: tuple[int, ...]) -> Iterator[slice]:
    rows = max(1, AT_ONCE // max(shape[1], 1))
    return (slice(first, first + rows) for first in range(0, shape[0], rows))


def _check(values: Floats) -> None:
    if values.ndim != 2:
        raise ShapesDiffer("values", values.shape, (-1, -1))
    with np.errstate(invalid="ignore"):
        faults = np.argwhere(np.abs(values) > LARGEST)
    if len(faults):
        series, period = map(int, faults[0])
        raise NotANumber(series, period, float(values[series, period]))


def _like(values: Floats, given: ArrayLike, sort: type[Sort], what: str) -> NDArray[Sort]:
    array = np.asarray(given, sort)
    try:
        return np.broadcast_to(array, values.shape)
    except ValueError:
        raise ShapesDiffer(what, array.shape, values.shape) from None


def _of_series(values: Floats, polarity: ArrayLike) -> NDArray[np.int8]:
    array = np.asarray(polarity, np.int8)
    try:
        return np.broadcast_to(array, values.shape[:1])
    except ValueError:
        raise ShapesDiffer("polarities", array.shape, values.shape[:1]) from None


def _place_in_segment(segments: NDArray[np.int32]) -> NDArray[np.intp]:
    """How many points of its segment come before each."""
    place = np.arange(segments.shape[1])
    begins = np.zeros(segments.shape, np.intp)
    begins[:, 1:] = np.where(segments[:, 1:] != segments[:, :-1], place[1:], 0)
    return place - np.maximum.accumulate(begins, axis=1)

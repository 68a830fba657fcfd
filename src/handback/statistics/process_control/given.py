"""What a chart is asked for: values with their gaps, which of them count, targets, which way is better."""

from dataclasses import dataclass
from typing import TypedDict, TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from handback.statistics.process_control.chart import Chart
from handback.statistics.process_control.limits import Flags, Floats, Limits
from handback.statistics.process_control.profiles import PTD, Profile
from handback.statistics.process_control.refusals import NotANumber, ShapesDiffer
from handback.statistics.process_control.verdicts import Polarity

LARGEST = 1e300

Sort = TypeVar("Sort", bound=np.generic)


class Asked(TypedDict, total=False):
    """What every chart can be asked, beside its values, float[series, period]."""

    polarity: ArrayLike  #: one Polarity, or int[series]; higher is better unless said
    targets: ArrayLike  #: in the unit of the values: one number or float[series, period], nan where none is
    rebased: ArrayLike  #: bool[series, period]: the points with which limits begin anew
    ghosts: ArrayLike  #: bool[series, period]: points that are shown, draw no limits and fire no rule
    fixed_after: int | None  #: limits are drawn from so many points of each stretch
    profile: Profile  #: which rules; those of NHSRplotthedots unless said


@dataclass(frozen=True, eq=False)
class Given:
    """Values and what was asked of them, each laid out as float, bool or int[series, period]."""

    values: Floats
    segments: NDArray[np.int32]
    counted: Flags
    ghosts: Flags
    targets: Floats
    polarity: NDArray[np.int8]
    profile: Profile

    @property
    def ruled(self) -> Floats:
        """The values that rules look at; a ghost is a gap to them."""
        return np.where(self.ghosts, np.nan, self.values)

    @property
    def drawing(self) -> Floats:
        """The values that limits are drawn from."""
        return np.where(self.counted, self.values, np.nan)

    def chart(self, limits: Limits, signals: NDArray[np.uint8]) -> Chart:
        """The chart, once its limits are drawn and its signals found."""
        return Chart(
            values=self.values,
            limits=limits,
            signals=signals,
            segments=self.segments,
            counted=self.counted,
            ghosts=self.ghosts,
            targets=self.targets,
            polarity=self.polarity,
            profile=self.profile,
        )


def given(values: ArrayLike, asked: Asked) -> Given:
    """Values, float[series, period] or float[period], and what is asked of them.

    Raises NotANumber for an infinite value, and ShapesDiffer.
    """
    array = table(values, "values")
    check_finite(array)
    segments = np.cumsum(
        _like(array, asked.get("rebased", False), np.bool_, "rebases"), axis=1, dtype=np.int32
    )
    ghosts = _like(array, asked.get("ghosts", False), np.bool_, "ghosts")
    counted = np.isfinite(array) & ~ghosts
    fixed_after = asked.get("fixed_after")
    if fixed_after is not None:
        counted &= _place_in_segment(segments) < fixed_after
    return Given(
        values=array,
        segments=segments,
        counted=counted,
        ghosts=ghosts,
        targets=_like(array, asked.get("targets", np.nan), np.float64, "targets"),
        polarity=_of_series(array, asked.get("polarity", Polarity.HIGHER)),
        profile=asked.get("profile", PTD),
    )


def table(values: ArrayLike, what: str) -> Floats:
    """Numbers as float[series, period]. Raises ShapesDiffer for more dimensions."""
    array = np.array(values, np.float64, ndmin=2)
    if array.ndim != 2:
        raise ShapesDiffer(what, array.shape, "series by periods")
    return array


def check_finite(values: Floats) -> None:
    """Raises NotANumber for a value whose differences or squares could not be written."""
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

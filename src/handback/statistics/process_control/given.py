"""What a chart is asked for: values with their gaps, which of them count, targets, which way is better."""

from dataclasses import dataclass
from typing import Any, TypedDict

import numpy as np
from numpy.typing import ArrayLike, NDArray

from handback.statistics.numbers import NotNumbers, numbers
from handback.statistics.process_control.limits import Flags, Floats
from handback.statistics.process_control.profiles import PTD, Profile
from handback.statistics.process_control.refusals import NotANumber, NotUnderstood, ShapesDiffer
from handback.statistics.process_control.verdicts import Polarity

LARGEST = 1e300


class Asked(TypedDict, total=False):
    """What every chart can be asked, beside its values, float[series, period]."""

    polarity: ArrayLike  #: one Polarity, or int[series]; higher is better unless said
    #: In the unit of the values, nan where there is none: one number, float[series], float[period] or
    #: float[series, period].
    targets: ArrayLike
    rebased: ArrayLike  #: bool[series, period]: the points with which limits begin anew
    ghosts: ArrayLike  #: bool[series, period]: points that are shown, draw no limits and fire no rule
    fixed_after: int | None  #: limits are drawn from so many periods of each stretch, gaps among them
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


def given(values: ArrayLike, asked: Asked) -> Given:
    """Values, float[series, period] or float[period], and what is asked of them.

    Raises NotANumber for an infinite value, ShapesDiffer, and NotUnderstood for what cannot be asked.
    """
    for name in asked.keys() - Asked.__annotations__.keys():
        raise NotUnderstood(name, f"a chart can be asked {', '.join(Asked.__annotations__)}.")
    array = table(values, "values")
    check_finite(array)
    segments = np.cumsum(_flags(array, asked.get("rebased", False), "rebases"), axis=1, dtype=np.int32)
    ghosts = _flags(array, asked.get("ghosts", False), "ghosts")
    counted = np.isfinite(array) & ~ghosts
    fixed_after = _fixed_after(asked.get("fixed_after"))
    if fixed_after is not None:
        counted &= _place_in_segment(segments) < fixed_after
    return Given(
        values=array,
        segments=segments,
        counted=counted,
        ghosts=ghosts,
        targets=_targets(array, asked.get("targets", np.nan)),
        polarity=_of_series(array, asked.get("polarity", Polarity.HIGHER)),
        profile=_profile(asked.get("profile", PTD)),
    )


def table(values: ArrayLike, what: str) -> Floats:
    """Numbers as float[series, period]. Raises ShapesDiffer for more dimensions, and NotUnderstood."""
    array = np.atleast_2d(read(values, what))
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


def read(values: ArrayLike, what: str) -> Floats:
    """Numbers as floats. Raises NotUnderstood."""
    try:
        return numbers(values)
    except NotNumbers as fault:
        raise NotUnderstood(what, str(fault)) from None


def _like(shape: tuple[int, ...], array: Floats, what: str) -> Floats:
    try:
        return np.broadcast_to(array, shape)
    except ValueError:
        raise ShapesDiffer(what, array.shape, shape) from None


def _flags(values: Floats, given: ArrayLike, what: str) -> Flags:
    array = read(given, what)
    if not ((array == 0) | (array == 1)).all():
        raise NotUnderstood(what, "each is true or false.")
    return np.asarray(_like(values.shape, array, what) == 1)


def _targets(values: Floats, given: ArrayLike) -> Floats:
    array = read(given, "targets")
    if (np.abs(array) > LARGEST).any():
        raise NotUnderstood("targets", "one is infinite. Where there is none it is nan.")
    series, periods = values.shape
    if array.shape == (series,) and series > 1:
        if series == periods:
            fault = "so many are one for each series or for each period; give float[series, period]."
            raise NotUnderstood("targets", fault)
        array = array[:, np.newaxis]
    return _like(values.shape, array, "targets")


def _of_series(values: Floats, polarity: ArrayLike) -> NDArray[np.int8]:
    array = read(polarity, "polarities")
    if not np.isin(array, list(Polarity)).all():
        raise NotUnderstood("polarities", "each is a Polarity: -1, 0 or 1.")
    return _like(values.shape[:1], array, "polarities").astype(np.int8)


def _fixed_after(periods: Any) -> int | None:
    if periods is None:
        return None
    if isinstance(periods, bool) or not isinstance(periods, int | np.integer) or periods < 1:
        raise NotUnderstood("fixed_after", f"{periods!r} is no number of periods.")
    return int(min(periods, np.iinfo(np.int64).max))


def _profile(asked: Any) -> Profile:
    if not isinstance(asked, Profile):
        raise NotUnderstood("profile", f"{asked!r} is none; ask for one by `profile(name)`.")
    return asked


def _place_in_segment(segments: NDArray[np.int32]) -> NDArray[np.intp]:
    """How many points of its segment come before each."""
    place = np.arange(segments.shape[1])
    begins = np.zeros(segments.shape, np.intp)
    begins[:, 1:] = np.where(segments[:, 1:] != segments[:, :-1], place[1:], 0)
    return place - np.maximum.accumulate(begins, axis=1)

"""A chart of many series: their values, limits and signals, and the verdicts that follow."""

from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from handback.statistics.process_control import verdicts
from handback.statistics.process_control.limits import Flags, Floats, Limits
from handback.statistics.process_control.profiles import Profile
from handback.statistics.process_control.signals import HIGH, LOW
from handback.statistics.process_control.verdicts import Codes, Variation

Number = TypeVar("Number", np.float64, np.int32, np.int8)


@dataclass(frozen=True, eq=False)
class Chart:
    """Series on the rows, periods on the columns; a gap is nan and keeps its place.

    `signals` holds every rule that fired at each point (see Signal); `counted` which points drew the limits,
    and `ghosts` which are shown and say nothing.
    """

    values: Floats
    limits: Limits
    signals: NDArray[np.uint8]
    segments: NDArray[np.int32]
    counted: Flags
    ghosts: Flags
    targets: Floats
    polarity: NDArray[np.int8]
    profile: Profile

    @cached_property
    def variation(self) -> Codes:
        """The Variation of every point, int8[series, period]."""
        return verdicts.variation(self.signals, values=self.values, polarity=self.polarity)

    @cached_property
    def conflicts(self) -> Flags:
        """The points at which one rule says high and another low, bool[series, period]."""
        both: Flags = ((self.signals & np.uint8(HIGH)) != 0) & ((self.signals & np.uint8(LOW)) != 0)
        return both

    @cached_property
    def last(self) -> NDArray[np.intp]:
        """Where the last known point of each series is, ghosts aside, int[series]; 0 where there is none."""
        known = np.isfinite(self.values) & ~self.ghosts
        return np.where(known.any(axis=1), known.shape[1] - 1 - known[:, ::-1].argmax(axis=1), 0)

    @cached_property
    def points(self) -> NDArray[np.int64]:
        """How many points drew the limits in force at the last, int[series]."""
        since = self.segments == self._at_last(self.segments)[:, np.newaxis]
        points: NDArray[np.int64] = (since & self.counted).sum(axis=1)
        return points

    @cached_property
    def drawn(self) -> Flags:
        """Whether limits could be drawn at the last point of each series, bool[series].

        No number of points draws them where no two are next to each other.
        """
        return np.isfinite(self._at_last(self.limits.lower) + self._at_last(self.limits.upper))

    @cached_property
    def verdict(self) -> Codes:
        """The Variation of each series as it stands at its last point, int8[series]."""
        said = self._at_last(self.variation).copy()
        said[~self.drawn | (self.points < verdicts.FEWEST_POINTS)] = Variation.NOT_ENOUGH
        return said

    @cached_property
    def assurance(self) -> Codes:
        """The Assurance of each series, int8[series]."""
        return verdicts.assurance(
            self._at_last(self.limits.lower),
            self._at_last(self.limits.upper),
            target=self._at_last(self.targets),
            polarity=self.polarity,
            points=np.where(self.drawn, self.points, 0),
        )

    def _at_last(self, of: NDArray[Number]) -> NDArray[Number]:
        if of.shape[1] == 0:
            return np.full(of.shape[0], np.nan if of.dtype.kind == "f" else 0, of.dtype)
        return np.take_along_axis(of, self.last[:, np.newaxis], axis=1)[:, 0]

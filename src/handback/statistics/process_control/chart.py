"""A chart of many series: their values, limits and signals, and the verdicts that follow."""

from dataclasses import dataclass, fields
from functools import cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from handback.statistics.process_control import verdicts
from handback.statistics.process_control.given import Given
from handback.statistics.process_control.kinds import Kind
from handback.statistics.process_control.limits import Flags, Limits
from handback.statistics.process_control.ranges import Ranges, ranges_of
from handback.statistics.process_control.signals import HIGH, LOW
from handback.statistics.process_control.verdicts import Codes, Sufficiency, Variation

Number = TypeVar("Number", np.float64, np.int32, np.int8)


@dataclass(frozen=True, eq=False)
class Chart(Given):
    """What was given (see Given), the limits drawn of it, and the rules that fired.

    `signals`, uint8[series, period], holds every rule that fired at each point (see Signal).
    """

    kind: Kind
    limits: Limits
    signals: NDArray[np.uint8]

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
    def worth(self) -> NDArray[np.int64]:
        """Of how many points in a row the limits in force at the last are worth, int[series].

        Limits that rest on moving ranges are worth one point more than there are of these: every gap costs
        one, and of points no two of which are next to each other, however many, no limits can be drawn.
        """
        if not self.kind.rests_on_ranges:
            return self.points
        since = self.segments == self._at_last(self.segments)[:, np.newaxis]
        drawing = since & self.counted
        ranges = (drawing[:, 1:] & drawing[:, :-1]).sum(axis=1)
        worth: NDArray[np.int64] = np.minimum(self.points, ranges + 1)
        return worth

    @cached_property
    def sufficiency(self) -> Codes:
        """How much can be said of each series at its last point: a Sufficiency, int8[series]."""
        return verdicts.sufficiency(self.worth)

    @cached_property
    def ranges(self) -> Ranges:
        """The moving ranges of every series, with their limits by stretch."""
        return ranges_of(self)

    @cached_property
    def verdict(self) -> Codes:
        """The Variation of each series as it stands at its last point, int8[series]."""
        said = self._at_last(self.variation).copy()
        said[self.sufficiency == Sufficiency.TOO_FEW] = Variation.NOT_ENOUGH
        return said

    @cached_property
    def assurance(self) -> Codes:
        """The Assurance of each series, int8[series]."""
        return verdicts.assurance(
            self._at_last(self.limits.lower),
            self._at_last(self.limits.upper),
            target=self._at_last(self.targets),
            polarity=self.polarity,
            sufficiency=self.sufficiency,
        )

    def _at_last(self, of: NDArray[Number]) -> NDArray[Number]:
        if of.shape[1] == 0:
            return np.full(of.shape[0], np.nan if of.dtype.kind == "f" else 0, of.dtype)
        return np.take_along_axis(of, self.last[:, np.newaxis], axis=1)[:, 0]


def chart_of(given: Given, kind: Kind, limits: Limits, signals: NDArray[np.uint8]) -> Chart:
    """What was given, once its limits are drawn and its signals found."""
    said = {one.name: getattr(given, one.name) for one in fields(Given)}
    return Chart(**said, kind=kind, limits=limits, signals=signals)

"""The periods of an indicator, one after the other; a period without a value keeps its place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from handback.core.frequencies import Frequency, called, periods
from handback.core.periods import Period

LONGEST = 5_000  # periods of one axis: a week and nearly a hundred years
KEPT = 4_096  # axes of one process


@dataclass(frozen=True, eq=False)
class Axis:
    """Periods in their order. `places` finds the place of a period by its first day."""

    frequency: Frequency
    periods: tuple[Period, ...]
    is_closed_up: bool = False  #: only periods with a value have a place, since these lie too far apart

    def __len__(self) -> int:
        return len(self.periods)

    @cached_property
    def places(self) -> Mapping[date, int]:
        """The place of each period, by its first day."""
        return {period.first: place for place, period in enumerate(self.periods)}

    @cached_property
    def last_days(self) -> NDArray[np.int64]:
        """The last day of each period as a number, int[period]; later days have larger ones."""
        return np.array([period.last.toordinal() for period in self.periods if period.last], np.int64)

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """What people call each period."""
        return tuple(called(self.frequency, period) for period in self.periods)


NOTHING = Axis(Frequency.IRREGULAR, ())


def is_too_long(first: date, until: date) -> bool:
    """Whether so many periods may lie between two days that no axis can show them."""
    return (until - first).days > LONGEST * 7


def axis_of(frequency: Frequency, spans: Sequence[tuple[date, date]]) -> Axis:
    """The axis on which values with these first and until days stand, earliest first.

    Values further apart than any chart can show are refused on entry; where they are recorded all the same,
    the periods between have no place.
    """
    if not spans:
        return NOTHING
    if frequency == Frequency.IRREGULAR or is_too_long(spans[0][0], spans[-1][1]):
        known = tuple(Period(first, until) for first, until in spans)
        return Axis(frequency, known, is_closed_up=frequency != Frequency.IRREGULAR)
    return _regular(frequency, spans[0][0], spans[-1][1])


@lru_cache(maxsize=KEPT)
def _regular(frequency: Frequency, first: date, until: date) -> Axis:
    return Axis(frequency, tuple(periods(frequency, first=first, until=until)))

"""A stretch of days laid along a line, with ticks where a reader looks for them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

# Nearer than this and two labels run into each other, in pixels.
ROOM_FOR_A_LABEL = 44
ROOM_FOR_A_TICK = 7


@dataclass(frozen=True, slots=True)
class Tick:
    """A day on the axis. `label` is "" where there is no room for words; `major` begins a year."""

    on: date
    label: str
    major: bool


@dataclass(frozen=True, slots=True)
class Axis:
    """Days from `first` up to `until`, drawn from `left` over `width` units.

    Days outside are drawn at the nearer end. `width` decides how many ticks fit.
    """

    first: date
    until: date
    left: float
    width: float

    def x(self, day: date) -> float:
        """Where the beginning of `day` stands."""
        days = (self.until - self.first).days or 1
        share = (day - self.first).days / days
        return self.left + min(max(share, 0.0), 1.0) * self.width

    def holds(self, day: date) -> bool:
        """Whether `day` is on the axis; its end counts."""
        return self.first <= day <= self.until

    def ticks(self) -> tuple[Tick, ...]:
        """Years, and quarters or months between them where there is room; labels never crowd."""
        years = (self.until - self.first).days / 365.25 or 1
        a_year = self.width / years
        step = 1 if a_year / 12 >= ROOM_FOR_A_LABEL else 3 if a_year / 4 >= ROOM_FOR_A_TICK else 12
        every = _years_between_labels(a_year)
        return tuple(
            self._tick(day, a_year, every) for day in _month_starts(self.first, self.until, step=step)
        )

    def _tick(self, day: date, a_year: float, every: int) -> Tick:
        if day.month == 1:
            return Tick(day, str(day.year) if day.year % every == 0 else "", major=True)
        crowded = a_year / 12 < ROOM_FOR_A_LABEL
        return Tick(day, "" if crowded else f"{day:%b}", major=False)


def _years_between_labels(a_year: float) -> int:
    return next((years for years in (1, 2, 5) if a_year * years >= ROOM_FOR_A_LABEL), 10)


def _month_starts(first: date, until: date, *, step: int) -> Iterator[date]:
    year, month = first.year, 1
    while (day := date(year, month, 1)) < until:
        if day >= first:
            yield day
        month += step
        if month > 12:
            year, month = year + 1, 1

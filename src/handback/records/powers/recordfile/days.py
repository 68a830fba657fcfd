"""The days, moments and stated dates of a record file.

A day is written YYYY-MM-DD and must exist. A register may say less: YYYY-MM or YYYY.
"""

import re
from calendar import monthrange
from datetime import date, time

from handback.core.periods import ONE_DAY, Window

FIRST_YEAR, LAST_YEAR = 1800, 2199  # outside these a year is a slip of the keyboard

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_STATED = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_CLOCK = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")


class NotADay(ValueError):
    """A text that names no day, with a sentence fit to show."""


def day(written: str) -> date:
    """The day that `written` (YYYY-MM-DD) names. Raises NotADay."""
    found = _DAY.fullmatch(written)
    if found is None:
        raise NotADay(f"“{written[:30]}” is not a day written as year-month-day, such as 2015-02-26.")
    year, month, number = (int(part) for part in found.groups())
    _check_month(written, year, month)
    length = monthrange(year, month)[1]
    if not 1 <= number <= length:
        name = date(year, month, 1).strftime("%B %Y")
        raise NotADay(f"{written} does not exist: {name} has {length} days.")
    return date(year, month, number)


def day_or_moment(written: str) -> tuple[date, time | None]:
    """A day, and the time of day after a “T” if there is one (2016-11-03T09:30). Raises NotADay."""
    begins, separator, clock = written.partition("T")
    if not separator:
        return day(written), None
    found = _CLOCK.fullmatch(clock)
    if found is None:
        raise NotADay(f"“{clock[:30]}” is not a time of day in hours and minutes, such as 09:30.")
    return day(begins), time(int(found[1]), int(found[2]))


def stated(written: str) -> Window:
    """The days that a date may mean: one day, a month (YYYY-MM) or a year (YYYY). Raises NotADay."""
    found = _STATED.fullmatch(written)
    if found is None:
        raise NotADay(f"“{written[:30]}” is not a date such as 2015-02-26, 2015-02 or 2015.")
    year, month, number = found.groups()
    if number is not None:
        exact = day(written)
        return Window(exact, exact + ONE_DAY, written)
    _check_month(written, int(year), int(month or 1))
    first = date(int(year), int(month or 1), 1)
    last = date(int(year), 12, 31) if month is None else first.replace(day=monthrange(*_year_month(first))[1])
    return Window(first, last + ONE_DAY, written)


def _year_month(day: date) -> tuple[int, int]:
    return day.year, day.month


def _check_month(written: str, year: int, month: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise NotADay(f"{written} is in the year {year}: is that the year you mean?")
    if not 1 <= month <= 12:
        raise NotADay(f"{written} does not exist: there is no month {month}.")

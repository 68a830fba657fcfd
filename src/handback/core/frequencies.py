"""How often something is measured, and the periods that follow from it.

1. A period of a frequency begins and ends where the calendar says: a quarter is one of the financial year,
   a week begins on Monday, an academic year on 1 September.
2. Between two periods of a frequency lie a known number of others: a gap can be counted, and keeps its place.
3. What is measured now and then (`IRREGULAR`) has any period, and none is missing.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum

from handback.core.periods import ONE_DAY, Period

WEEK = timedelta(days=7)


class Frequency(StrEnum):
    """How often a measure has a value."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"  #: of the financial year, and so of the calendar year
    FINANCIAL_YEAR = "financial year"
    CALENDAR_YEAR = "calendar year"
    ACADEMIC_YEAR = "academic year"  #: 1 September to 31 August
    IRREGULAR = "irregular"


#: For those that are made of months: how many, and the month with which the first of a year begins.
_MONTHS = {
    Frequency.MONTH: (1, 1),
    Frequency.QUARTER: (3, 1),
    Frequency.FINANCIAL_YEAR: (12, 4),
    Frequency.CALENDAR_YEAR: (12, 1),
    Frequency.ACADEMIC_YEAR: (12, 9),
}
_LONGEST = 10_000  # periods between two: a week and more than a lifetime


def period_of(frequency: Frequency, *, day: date) -> Period:
    """The period of a frequency in which a day lies. Raises ValueError for IRREGULAR, which has none."""
    if frequency == Frequency.WEEK:
        monday = day - timedelta(days=day.weekday())
        return Period(monday, monday + WEEK)
    if frequency == Frequency.IRREGULAR:
        raise ValueError("What is measured now and then has no period of its own on a day.")
    length, begins = _MONTHS[frequency]
    months = day.year * 12 + day.month - begins
    first = months - months % length + begins - 1
    return Period(_month(first), _month(first + length))


def follows(frequency: Frequency, period: Period) -> bool:
    """Whether a period is one of a frequency."""
    if period.until is None or period.until == period.first:
        return False
    return frequency == Frequency.IRREGULAR or period_of(frequency, day=period.first) == period


def next_period(frequency: Frequency, period: Period) -> Period | None:
    """The period after this one; None where nobody can say, since it is measured now and then."""
    if frequency == Frequency.IRREGULAR or period.until is None:
        return None
    return period_of(frequency, day=period.until)


def periods(frequency: Frequency, *, first: date, until: date) -> Iterator[Period]:
    """The periods of a frequency from the one in which `first` lies, all that begin before `until`."""
    if first >= until:
        return
    period = period_of(frequency, day=first)
    for _ in range(_LONGEST):
        if period.first >= until or period.until is None:
            return
        yield period
        period = period_of(frequency, day=period.until)


def called(frequency: Frequency, period: Period) -> str:
    """What people call a period: "2022/23", "2022/23 Q1", "January 2023", "2022", "week of 3 March 2025"."""
    first, last = period.first, period.last
    if not follows(frequency, period) or last is None:
        frequency = Frequency.IRREGULAR
    if frequency == Frequency.WEEK:
        return f"week of {first:%-d %B %Y}"
    if frequency == Frequency.MONTH:
        return f"{first:%B %Y}"
    if frequency == Frequency.QUARTER:
        year, quarter = first.year - (first.month < 4), (first.month - 4) % 12 // 3 + 1
        return f"{_years(year)} Q{quarter}"
    if frequency == Frequency.CALENDAR_YEAR:
        return str(first.year)
    if frequency == Frequency.FINANCIAL_YEAR:
        return _years(first.year)
    if frequency == Frequency.ACADEMIC_YEAR:
        return f"academic year {_years(first.year)}"
    return _from_to(first, last)


def _from_to(first: date, last: date | None) -> str:
    if last is None:
        return f"from {first:%-d %B %Y}"
    if last == first:
        return f"{first:%-d %B %Y}"
    return f"{first:%-d %B %Y} to {last:%-d %B %Y}"


def _years(starting: int) -> str:
    return f"{starting}/{(starting + 1) % 100:02}"


def _month(number: int) -> date:
    return date(number // 12, number % 12 + 1, 1)


def last_day_in_time(period: Period, *, lag_days: int) -> date | None:
    """The last day on which the value of a period is in time, so many days after the period's last."""
    return None if period.until is None else period.until - ONE_DAY + timedelta(days=lag_days)

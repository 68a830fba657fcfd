"""Days, periods and stated times.

1. A period begins with its first day, and `until` is the first day after it.
2. People are shown the last *included* day; the conversion happens in templates, nowhere else.
3. A day is a `date`; nothing here reads the clock.
"""

from dataclasses import dataclass
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


class PeriodEndsBeforeItBegins(ValueError):
    """A period whose last day comes before its first."""

    def __init__(self, first: date, until: date) -> None:
        self.first, self.until = first, until
        super().__init__(f"A period cannot begin on {first:%-d %B %Y} and end before {until:%-d %B %Y}.")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A run of days: `first` is in it, `until` no longer is. Without `until` it is still running.

    Raises PeriodEndsBeforeItBegins if `until` is earlier than `first`. A period in which both are
    the same day is empty.
    """

    first: date
    until: date | None = None

    def __post_init__(self) -> None:
        if self.until is not None and self.until < self.first:
            raise PeriodEndsBeforeItBegins(self.first, self.until)

    def __contains__(self, day: date) -> bool:
        return self.first <= day and (self.until is None or day < self.until)

    def overlaps(self, other: "Period") -> bool:
        """Whether any day lies in both. An empty period shares no day with any."""
        if self.first == self.until or other.first == other.until:
            return False
        begins_in_time = other.until is None or self.first < other.until
        ends_late_enough = self.until is None or other.first < self.until
        return begins_in_time and ends_late_enough

    def days(self, *, up_to: date) -> int:
        """How many days of the period come before `up_to`."""
        end = up_to if self.until is None else min(self.until, up_to)
        return max((end - self.first).days, 0)

    @property
    def last(self) -> date | None:
        """The last day included, for showing to people; None while the period runs."""
        return None if self.until is None else self.until - ONE_DAY


@dataclass(frozen=True, slots=True)
class Window:
    """A time as a document states it ("in quarter 3 2022/23"), with the days it stands for.

    Either end may be open: "by the end of March 2016" has no `first`, "from April 2017" no `until`.
    `words` are the document's own.
    """

    first: date | None
    until: date | None
    words: str = ""

    @property
    def last(self) -> date | None:
        """The last day included, or None where the window is open."""
        return None if self.until is None else self.until - ONE_DAY


def financial_year(starting: int) -> Period:
    """The local government financial year: 1 April to 31 March."""
    return Period(date(starting, 4, 1), date(starting + 1, 4, 1))


def quarter_of_financial_year(starting: int, quarter: int) -> Period:
    """Quarter 1 to 4 of the financial year that starts in April of `starting`."""
    if not 1 <= quarter <= 4:
        raise ValueError(f"A financial year has quarters 1 to 4, not {quarter}.")
    first_month = (4, 7, 10, 1)[quarter - 1]
    year = starting + (quarter == 4)
    end_month, end_year = (first_month + 3, year) if first_month < 10 else (1, year + 1)
    return Period(date(year, first_month, 1), date(end_year, end_month, 1))

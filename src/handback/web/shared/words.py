"""Days, periods and counts as people read them."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from functools import cache

from handback.core.periods import ONE_DAY, Period, Window


@cache
def day(value: date) -> str:
    """26 February 2015."""
    return f"{value.day} {value:%B %Y}"


def moment(value: datetime) -> str:
    """26 February 2015 at 9:30am, as the clock of `value` shows it."""
    hour = value.hour % 12 or 12
    return f"{day(value)} at {hour}:{value:%M}{'am' if value.hour < 12 else 'pm'}"


def period(value: Period) -> str:
    """26 February 2015 to 10 February 2016 (the last included day), or "from" while it runs."""
    return f"from {day(value.first)}" if value.last is None else f"{day(value.first)} to {day(value.last)}"


def plural(count: int, one: str, many: str = "") -> str:
    """1 function, 11 functions, 1,200 functions."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def percent(share: float) -> str:
    """A share of one as a whole percentage; never 100% or 0% for what is not quite all or none."""
    whole = round(share * 100)
    if whole == 100 and share < 1:
        return "more than 99%"
    return "less than 1%" if whole == 0 and share > 0 else f"{whole}%"


def sentence_list(items: Sequence[str]) -> str:
    """a, b and c."""
    return " and ".join(filter(None, (", ".join(items[:-1]), *items[-1:])))


def sentence(text: str) -> str:
    """`text` beginning with a capital and ending with one full stop."""
    return text[:1].upper() + text[1:].rstrip(". ") + "." if text else ""


_STATED = re.compile(r"\d{4}(-\d\d){0,2}")


class NotATime(ValueError):
    """A text that states no day, month or year."""

    def __init__(self, text: str) -> None:
        self.text = text
        super().__init__(f"“{text}” is not a day, a month or a year such as 2018-09-24, 2018-09 or 2018.")


def stated_time(text: str) -> Window:
    """What "2018-09-24", "2018-09" or "2018" stands for: the days it may mean, and how people say it.

    Raises NotATime for anything else.
    """
    if not _STATED.fullmatch(text):
        raise NotATime(text)
    parts = [int(part) for part in text.split("-")]
    year, month, number = [*parts, 1, 1][:3]
    try:
        first = date(year, month, number)
    except ValueError:
        raise NotATime(text) from None
    if len(parts) == 3:
        return Window(first, first + ONE_DAY, day(first))
    if len(parts) == 2:
        return Window(first, date(first.year + first.month // 12, first.month % 12 + 1, 1), f"{first:%B %Y}")
    return Window(first, date(first.year + 1, 1, 1), str(first.year))

"""A period and a number, as tables state them. Nothing is guessed: what can be read two ways is refused."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from decimal import Decimal

from handback.core.frequencies import Frequency, follows, period_of
from handback.core.periods import ONE_DAY, Period, financial_year, quarter_of_financial_year

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
_EARLIEST, _LATEST = 1800, 2200  # years
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEARS = r"(?P<year>(?:19|20)\d\d) ?[/-] ?(?P<next>(?:(?:19|20)?\d\d))"
_QUARTER = r"(?:q|qtr ?|quarter ?)(?P<quarter>[1-4])"
_DAY = (
    r"(?P<{0}>\d{{4}}-\d\d-\d\d|\d{{1,2}}(?:st|nd|rd|th)? (?:" + _MONTH + r"),? \d{{4}}|\d\d?/\d\d?/\d{{4}})"
)
_ISO_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_SLASHED = re.compile(r"(\d\d?)/(\d\d?)/(\d{4})")  # day first, as these islands write
_WORDED = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)? ({_MONTH}),? (\d{{4}})")
_NUMBER = re.compile(r"[-−–]?£?(?:\d{1,3}(?:([, ])\d{3})(?:\1\d{3})*|\d+)?(?:\.\d+)? ?%?", re.A)
_NOT_SAID = re.compile(r"|-+|[–—]|n/?a|not available|no data|none|null|\.\.|:|x|c|\*", re.I)


class NotAPeriod(ValueError):
    """Words that state no period, or more than one."""

    def __init__(self, words: str) -> None:
        self.words = words
        super().__init__(
            f"“{words}” is not a period. Write 2022/23, 2022/23 Q1, January 2023, 2022 or 2023-01-31."
        )


class NotANumber(ValueError):
    """Words that state no number, or leave open which."""

    def __init__(self, words: str) -> None:
        self.words = words
        super().__init__(f"“{words}” is not a number. Write 1234.5 or 1,234.5.")


def stated_period(words: str, *, frequency: Frequency | None = None) -> Period:
    """The period that words state: "2022/23", "2022/23 Q1", "2022", "January 2023", ISO days.

    With a `frequency`, a day stands for the period of it that holds the day, two years for an academic one,
    and a single year is refused where years begin in another month. Raises NotAPeriod, also for words that
    can be read two ways and of which none or both follow the frequency: "2011-12".
    """
    plain = " ".join(words.lower().replace("–", "-").replace("—", "-").split())
    found = {_as(frequency, period) for period in _readings(plain, frequency)}
    if len(found) > 1 and frequency is not None:
        found = {period for period in found if follows(frequency, period)}
    if len(found) != 1:
        raise NotAPeriod(words)
    return found.pop()


def _readings(plain: str, frequency: Frequency | None) -> Iterator[Period]:
    for form, read in _FORMS:
        found = form.fullmatch(plain)
        if found:
            with suppress(ValueError):
                yield read(found, frequency)


def _as(frequency: Frequency | None, period: Period) -> Period:
    """The period of a frequency that a day stands for; any other stays what it is."""
    is_one_day = period.until == period.first + ONE_DAY
    if frequency in (None, Frequency.IRREGULAR) or not is_one_day:
        return period
    return period_of(frequency, day=period.first)


def _years(found: re.Match[str], frequency: Frequency | None) -> Period:
    starting = _starting(found)
    if frequency == Frequency.ACADEMIC_YEAR:
        return Period(date(starting, 9, 1), date(starting + 1, 9, 1))
    return financial_year(starting)


def _academic(found: re.Match[str], _frequency: Frequency | None) -> Period:
    starting = _starting(found)
    return Period(date(starting, 9, 1), date(starting + 1, 9, 1))


def _starting(found: re.Match[str]) -> int:
    """The first of two years. Raises ValueError unless the second is the next."""
    starting = int(found["year"])
    if (starting + 1) % 100 != int(found["next"]) % 100:
        raise ValueError
    if len(found["next"]) == 4 and int(found["next"]) != starting + 1:
        raise ValueError
    return starting


def _quarter(found: re.Match[str], _frequency: Frequency | None) -> Period:
    return quarter_of_financial_year(_starting(found), int(found["quarter"]))


def _year(found: re.Match[str], frequency: Frequency | None) -> Period:
    if frequency in (Frequency.FINANCIAL_YEAR, Frequency.ACADEMIC_YEAR):
        raise ValueError  # the year that begins in it, or the one that ends?
    year = int(found["year"])
    return Period(date(year, 1, 1), date(year + 1, 1, 1))


def _month(found: re.Match[str], _frequency: Frequency | None) -> Period:
    year = int(found["year"])
    number = _MONTHS.get(found["month"]) or int(found["month"])
    return period_of(Frequency.MONTH, day=date(year if year > 99 else 2000 + year, number, 1))


def _one_day(found: re.Match[str], _frequency: Frequency | None) -> Period:
    day = _day(found["day"])
    return Period(day, day + ONE_DAY)


def _from_to(found: re.Match[str], _frequency: Frequency | None) -> Period:
    return Period(_day(found["first"]), _day(found["last"]) + ONE_DAY)


def _week(found: re.Match[str], _frequency: Frequency | None) -> Period:
    return period_of(Frequency.WEEK, day=_day(found["day"]))


def _iso_week(found: re.Match[str], _frequency: Frequency | None) -> Period:
    return period_of(Frequency.WEEK, day=date.fromisocalendar(int(found["year"]), int(found["week"]), 1))


def _day(words: str) -> date:
    """Raises ValueError unless it is a day that exists, in years for which anybody has values."""
    if found := _ISO_DAY.fullmatch(words):
        day = date(int(found[1]), int(found[2]), int(found[3]))
    elif found := _SLASHED.fullmatch(words):
        day = date(int(found[3]), int(found[2]), int(found[1]))
    elif found := _WORDED.fullmatch(words):
        day = date(int(found[3]), _MONTHS[found[2]], int(found[1]))
    else:
        raise ValueError
    if not _EARLIEST <= day.year <= _LATEST:
        raise ValueError
    return day


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Frequency | None], Period]], ...] = tuple(
    (re.compile(form, re.A), read)
    for form, read in (
        (rf"(?:fy ?|financial year )?{_YEARS}", _years),
        (rf"(?:academic year|ay|school year) ?{_YEARS}", _academic),
        (rf"{_YEARS}(?: ?\(academic\)| academic(?: year)?)", _academic),
        (rf"{_YEARS},? ?{_QUARTER}", _quarter),
        (rf"{_QUARTER},? (?:of )?{_YEARS}", _quarter),
        (r"(?:calendar year )?(?P<year>(?:19|20)\d\d)", _year),
        (rf"(?P<month>{_MONTH})[ -](?P<year>(?:19|20)?\d\d)", _month),
        (r"(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])", _month),
        (r"(?P<year>(?:19|20)\d\d)-?w(?P<week>[0-5]\d)", _iso_week),
        (
            rf"(?:w/?c|week(?: (?:of|beginning|commencing|starting|ending))?|w/?e) {_DAY.format('day')}",
            _week,
        ),
        (_DAY.format("day"), _one_day),
        (rf"{_DAY.format('first')} ?(?:to|-|/) ?{_DAY.format('last')}", _from_to),
    )
)


def stated_number(words: str) -> Decimal | None:
    """The number that words state; None for nothing said. "1,234.5", "68%", "£1,200" and "(12)" are numbers.

    Raises NotANumber, for "12,3" too.
    """
    plain = " ".join(words.split())
    if _NOT_SAID.fullmatch(plain):
        return None
    is_negative = plain.startswith("(") and plain.endswith(")")
    number = plain[1:-1] if is_negative else plain
    if not _NUMBER.fullmatch(number) or not any(letter.isdigit() for letter in number):
        raise NotANumber(words)
    text = number.translate(_BARE)
    return Decimal(f"-{text}" if is_negative else text)


_BARE = str.maketrans({"£": None, ",": None, " ": None, "%": None, "−": "-", "–": "-"})

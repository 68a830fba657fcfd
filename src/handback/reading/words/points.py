"""Points of time: the ways in which English names a day, a month, a season, a quarter, a half or a year."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from handback.reading.words.point_words import (
    DAYS_IN_WORDS,
    NEAR_A_POINT,
    ORDINALS,
    POINT,
    SEASONS,
    SHORT,
    WEEKDAYS,
)


class Grain(StrEnum):
    """How long the named time is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    FINANCIAL_YEAR = "financial year"
    YEAR = "year"


#: The grains of a whole year.
YEARS = (Grain.YEAR, Grain.FINANCIAL_YEAR)


@dataclass(frozen=True, slots=True)
class Point:
    """A named time: months `month` to `month_to` of `year`, or one day; the year may not be said.

    `start` and `end` are places in the words searched. A `month_to` before `month` runs into the
    next year. `day` 0 means no day; `month` 0 a day whose month is not said ("Friday 15th");
    `from_day` the first of several days ("9 and 10 March"); `years_on` the years from the document's own,
    where its words count them ("March next year").
    """

    start: int
    end: int
    grain: Grain
    year: int | None
    month: int
    month_to: int
    day: int = 0
    weekday: int | None = None
    from_day: int = 0
    years_on: int | None = None

    def days(self, year: int) -> tuple[date, date]:
        """The first and last day of the point in a year; a day that does not exist is the month's last."""
        if self.day:
            day = _day(year, self.month, self.day)
            first = _day(year, self.month, self.from_day) if self.from_day else day
            return first, day + timedelta(days=6 if self.grain is Grain.WEEK else 0)
        last_year = year + (self.month_to < self.month)
        return date(year, self.month, 1), _day(last_year, self.month_to, 31)


def _day(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))


def points(words: str) -> tuple[Point, ...]:
    """The points of time named in these words, in order; those of one sentence are worked out once.

    The full grammar is tried only near a digit, the name of a month, a season or the like.
    """
    return _of_sentence(words) if len(words) <= LONGEST_KEPT else tuple(_found(words))


LONGEST_KEPT = 2_000  # characters of words whose points are kept: several rules ask for those of one sentence


@lru_cache(maxsize=256)
def _of_sentence(words: str) -> tuple[Point, ...]:
    return tuple(_found(words))


def _found(words: str) -> Iterator[Point]:
    for start, end in _windows(words):
        while (found := POINT.search(words, start, end)) is not None:
            if found["day"] and _PART_OF.search(words, max(0, found.start() - AROUND), found.start()):
                start = found.start("month")
                continue
            start = max(found.end(), start + 1)
            point = _point(found)
            if point is not None:
                yield _counted_from_the_document(point, words)


#: "Stage 2 March 2027", "Local Plan Part 2 October": the number is that of a part, and no day.
_PART_OF = re.compile(
    r"\b(?:part|stage|phase|lot|section|regulation|tier|option|version|priority|reg) $", re.I
)
_YEARS_ON = re.compile(
    r",? (?:of |in )?(?:(?P<this>this|the (?:current|present))|(?:the )?(?:next|following|coming)) year\b"
)


def _counted_from_the_document(point: Point, words: str) -> Point:
    """ "March next year", "1 June this year": a point with the year that its words count, if they do."""
    if point.year is not None or point.grain not in (Grain.DAY, Grain.MONTH, Grain.SEASON):
        return point
    said = _YEARS_ON.match(words, point.end)
    return replace(point, end=said.end(), years_on=0 if said["this"] else 1) if said else point


AROUND = 48  # characters: the longest name of a time reaches no farther from its telling word


def _windows(words: str) -> Iterator[tuple[int, int]]:
    start = end = -1
    for found in NEAR_A_POINT.finditer(words):
        if found.start() - AROUND > end:
            if end >= 0:
                yield start, end
            start = max(found.start() - AROUND, 0)
        end = min(found.end() + AROUND, len(words))
    if end >= 0:
        yield start, end


def _point(found: re.Match[str]) -> Point | None:
    for name, build in _BUILDERS:
        if found[name]:
            point = build(found)
            return replace(point, grain=Grain.WEEK) if point is not None and found["week"] else point
    return None


def _month(name: str) -> int:
    lower = name.lower().rstrip(".")
    return SHORT.get(lower) or SHORT[lower[:3]]


def _year(words: str | None) -> int | None:
    if not words:
        return None
    return int(words) if len(words) == 4 else 2000 + int(words)


def _single(
    found: re.Match[str],
    day: str,
    month: int,
    year: int | None,
    *,
    weekday: str = "",
) -> Point | None:
    number = int(day)
    if not 1 <= number <= 31 or not 0 <= month <= 12:
        return None
    which = WEEKDAYS.index(weekday[:3].lower()) if weekday else None
    return Point(*found.span(), Grain.DAY, year, month, month, number, which)


def _named_day(found: re.Match[str]) -> Point | None:
    point = _single(
        found, found["day"], _month(found["month"]), _year(found["year"]), weekday=found["weekday"] or ""
    )
    first = int(found["fromday"] or 0)
    return replace(point, from_day=first) if point is not None and 0 < first < point.day else point


def _day_in_words(found: re.Match[str]) -> Point | None:
    """ "The thirtieth of June 2027"."""
    day = str(DAYS_IN_WORDS[found["wordday"]])
    return _single(found, day, _month(found["wordmonth"]), _year(found["wordyear"]))


def _american_day(found: re.Match[str]) -> Point | None:
    return _single(found, found["aday"], _month(found["amonth"]), _year(found["ayear"]))


def _american_day_alone(found: re.Match[str]) -> Point | None:
    """ "From March 31", the year not said."""
    return _single(found, found["uday"], _month(found["umonth"]), None, weekday=found["weekday"] or "")


def _iso_day(found: re.Match[str]) -> Point | None:
    return (
        _single(found, found["iday"], int(found["imonth"]), int(found["iyear"]))
        if int(found["imonth"])
        else None
    )


_DAY_FOLLOWS = re.compile(r"\b(?:by|before|until|from|dated|due) $")


def _numeric_day(found: re.Match[str]) -> Point | None:
    numbered = (
        found["sep"] == "."
        and len(found["nyear"]) == 2
        and not _DAY_FOLLOWS.search(found.string[: found.start()])
    )
    if numbered or not int(found["nmonth"]):
        return None
    return _single(found, found["nday"], int(found["nmonth"]), _year(found["nyear"]))


def _lone_day(found: re.Match[str]) -> Point | None:
    return _single(found, found["lday"], 0, None, weekday=found["lweekday"])


def _months(found: re.Match[str]) -> Point:
    last = _month(found["month2"])
    first = _month(found["frommonth"]) if found["frommonth"] else last
    year = int(found["year2"])
    return Point(*found.span(), Grain.MONTH, year - (first > last), first, last)


def _short_month(found: re.Match[str]) -> Point:
    """ "Sep-26", "March '27"."""
    month = _month(found["smonth"])
    return Point(*found.span(), Grain.MONTH, 2000 + int(found["shortyear"]), month, month)


def _bare_month(found: re.Match[str]) -> Point:
    month = _month(found["bmonth"])
    return Point(*found.span(), Grain.MONTH, None, month, month)


def _christmas(found: re.Match[str]) -> Point:
    return Point(*found.span(), Grain.DAY, int(found["xyear"]), 12, 12, 24 if found["eve"] else 25)


def _season(found: re.Match[str]) -> Point:
    """ "Summer 2027", "summer/autumn 2027"; winter runs into the next year."""
    first, last = SEASONS[found["season"].lower()]
    year = _year(found["syear"])
    if found["fromseason"]:
        start = SEASONS[found["fromseason"].lower()][0]
        year = None if year is None else year - (start > first)
        first = start
    return Point(*found.span(), Grain.SEASON, year, first, last)


def _financial_start(words: str) -> int | None:
    """The year in which "2022/23" or "22/23" starts; None where the years do not follow each other."""
    first, _, last = re.sub(r" ", "", words).replace("-", "/").partition("/")
    start = int(first) if len(first) == 4 else 2000 + int(first)
    return start if last and int(last[-2:]) == (start + 1) % 100 else None


def _quarter(found: re.Match[str]) -> Point | None:
    number = ORDINALS[(found["quarter"] or found["quarter2"] or found["quarter3"]).lower()]
    said = found["qyear"]
    if said and len(said) == 4 and "financial" not in found[0]:
        return Point(*found.span(), Grain.QUARTER, int(said), 3 * number - 2, 3 * number)
    start = (int(said) if len(said) == 4 else _financial_start(said)) if said else None
    month = (4, 7, 10, 1)[number - 1]
    year = None if start is None else start + (number == 4)
    return Point(*found.span(), Grain.QUARTER, year, month, month + 2)


def _half(found: re.Match[str]) -> Point | None:
    second, said = ORDINALS[(found["half"] or found["half2"]).lower()] == 2, found["hyear"]
    if len(said) == 4 and "financial" not in found[0]:
        return Point(*found.span(), Grain.HALF, int(said), 7 if second else 1, 12 if second else 6)
    start = int(said) if len(said) == 4 else _financial_start(said)
    if start is None:
        return None
    return Point(*found.span(), Grain.HALF, start, 10 if second else 4, 3 if second else 9)


#: The month in which a part of a year begins, which lasts three: "early 2027", "the closing months of 2027".
_PART_OF_YEAR = {
    **dict.fromkeys(("early", "opening", "first"), 1),
    **dict.fromkeys(("mid", "middle", "midpoint", "halfway"), 5),
    **dict.fromkeys(("late", "closing", "final"), 10),
}


def _early(found: re.Match[str]) -> Point:
    first = _PART_OF_YEAR[found["early"].lower().split()[0]]
    return Point(*found.span(), Grain.QUARTER, int(found["eyear"]), first, first + 2)


def _financial_year(found: re.Match[str]) -> Point | None:
    start = _financial_start(found["financial"])
    return None if start is None else Point(*found.span(), Grain.FINANCIAL_YEAR, start, 4, 3)


def _fiscal_year(found: re.Match[str]) -> Point | None:
    """ "FY27/28"; "FY28" is the year that ends in 2028."""
    said = found["fyear"]
    start = _year(said) if said else _financial_start(found["fyears"])
    if start is None:
        return None
    return Point(*found.span(), Grain.FINANCIAL_YEAR, start - bool(said), 4, 3)


def _short_years(found: re.Match[str]) -> Point | None:
    """ "In 27/28": two years that follow each other, and cannot be a day and a month."""
    start = _financial_start(found["shortyears"])
    return Point(*found.span(), Grain.FINANCIAL_YEAR, start, 4, 3) if start and start > 2012 else None


def _bare_year(found: re.Match[str]) -> Point:
    return Point(*found.span(), Grain.YEAR, int(found["bare"]), 1, 12)


_BUILDERS = (
    ("day", _named_day),
    ("wordday", _day_in_words),
    ("aday", _american_day),
    ("uday", _american_day_alone),
    ("iday", _iso_day),
    ("nday", _numeric_day),
    ("lday", _lone_day),
    ("smonth", _short_month),
    ("month2", _months),
    ("season", _season),
    ("quarter", _quarter),
    ("quarter2", _quarter),
    ("quarter3", _quarter),
    ("half", _half),
    ("half2", _half),
    ("early", _early),
    ("financial", _financial_year),
    ("fyears", _fiscal_year),
    ("shortyears", _short_years),
    ("bare", _bare_year),
    ("xyear", _christmas),
    ("bmonth", _bare_month),
)

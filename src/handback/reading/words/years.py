"""Which year a document means where it does not say: "in April", "the November meeting", "by Friday 15th"."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any

from handback.core.periods import ONE_DAY
from handback.reading.words.points import Grain, Point, points

_DATED = (Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.SEASON, Grain.QUARTER, Grain.HALF)
FARTHEST = 3  # years between two occurrences of one weekday and day that a document can leave unsaid


class Calendar:
    """The dates that a document gives in full, and its own date: what its other dates lean on.

    In order: a full date in the same sentence; the document's own date, after which comes the next
    such day; the last full date before these words, or failing that the first after them; where only
    a financial year is plain, the month that lies in it.
    """

    def __init__(self, plain: str, dated_on: date | None) -> None:
        self.dated_on = dated_on
        self._plain = plain
        #: The times stated in each sentence, by its place and length: several rules ask for them.
        self.stated: dict[tuple[int, int], tuple[Any, ...]] = {}

    @cached_property
    def _full(self) -> tuple[list[int], list[tuple[date, date, Grain]]]:
        """Places and days of the dates given in full: looked for once a date leans on them, which few do."""
        places: list[int] = []
        spans: list[tuple[date, date, Grain]] = []
        for point in points(self._plain):
            if point.year is not None and 1900 < point.year < 2200 and (point.month or not point.day):
                places.append(point.start)
                spans.append((*point.days(point.year), point.grain))
        return places, spans

    @cached_property
    def _counts_in_financial_years(self) -> bool:
        """Whether the document counts in financial years, so that its quarters are theirs."""
        return "inancial year" in self._plain or any(
            grain is Grain.FINANCIAL_YEAR for _first, _last, grain in self._full[1]
        )

    def days_of(self, point: Point, *, place: int, beside: list[Point]) -> tuple[date, date] | None:
        """First and last day of a point found at a place in the document, with the other points of its
        sentence beside it; None where no year is plain."""
        if point.year is not None:
            return point.days(point.year)
        if not point.month:
            return self._lone_day(point)
        if point.years_on is not None:
            return None if self.dated_on is None else point.days(self.dated_on.year + point.years_on)
        if (
            point.grain is Grain.QUARTER
            and not self._counts_in_financial_years
            and point.month_to - point.month == 2
        ):
            number = (4, 7, 10, 1).index(point.month)
            point = replace(point, month=3 * number + 1, month_to=3 * number + 3)
        near = self._beside(point, beside)
        if near is not None and self.dated_on is not None and near[1] < self.dated_on:
            near = None
        return near or self._after_document(point) or self._near(point, place)

    def days_before(self, point: Point, day: date) -> tuple[date, date] | None:
        """First and last day of a point that opens a span ending on a day ("2 March to 24 April 2026")."""
        return point.days(point.year) if point.year is not None else _latest(point, day)

    def next_after(self, point: Point, span: tuple[date, date]) -> tuple[date, date]:
        """The days of a month or season that is called the next one: not one that has begun."""
        if point.year is not None or self.dated_on is None or not span[0] <= self.dated_on <= span[1]:
            return span
        return _next(point, span[1] + ONE_DAY) or span

    def _beside(self, point: Point, beside: list[Point]) -> tuple[date, date] | None:
        full = [p for p in beside if p.year is not None and p.grain in _DATED and p.month]
        if not full:
            return None
        nearest = min(full, key=lambda p: abs(p.start - point.start))
        assert nearest.year is not None
        first, last = nearest.days(nearest.year)
        if self.dated_on is not None and last < self.dated_on:
            return None
        return _next(point, first) if nearest.start < point.start else _latest(point, last)

    def _after_document(self, point: Point) -> tuple[date, date] | None:
        if self.dated_on is None:
            return None
        following = _next(point, self.dated_on)
        if point.weekday is None or following is None or following[0].weekday() == point.weekday:
            return following
        near = _nearest(point, self.dated_on)
        return near if near is not None and near[0].weekday() == point.weekday else following

    def _near(self, point: Point, place: int) -> tuple[date, date] | None:
        """The days of a point without a year, by the dates that stand nearest; None where none tells."""
        places, spans = self._full
        index = bisect_right(places, place)
        before = [s for s in reversed(spans[max(0, index - 12) : index]) if s[2] in _DATED]
        after = [s for s in spans[index : index + 12] if s[2] in _DATED]
        if (before and before[0][2] in (Grain.QUARTER, Grain.HALF)) or (
            not before and after and after[0][2] is Grain.QUARTER
        ):
            quarter = (before or after)[0]
            return _next(point, date(quarter[0].year - (quarter[0].month < 4), 4, 1))
        latest = max((s[1].year for s in spans if s[2] in _DATED), default=0)
        if (before or after) and (before or after)[0][1].year <= latest - FARTHEST:
            return None  # long past beside the rest of the page: it says nothing of what is to come
        if before and point.weekday is not None:
            return _nearest(point, before[0][0])
        if before:
            return _next(point, before[0][0])
        if after:
            return _latest(point, after[0][1])
        return None

    def _lone_day(self, point: Point) -> tuple[date, date] | None:
        """ "Friday 15th": the next month from the document's date in which the 15th is a Friday."""
        if self.dated_on is None:
            return None
        year, month = self.dated_on.year, self.dated_on.month
        for _ in range(14):
            day, _last = Point(0, 0, Grain.DAY, year, month, month, point.day).days(year)
            if day >= self.dated_on and day.day == point.day and point.weekday in (None, day.weekday()):
                return day, day
            year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        return None


def _next(point: Point, day: date) -> tuple[date, date] | None:
    """The first occurrence of a point that does not end before a day; a weekday, if said, must agree."""
    return _first_fit(point, range(day.year - 1, day.year + FARTHEST), lambda span: span[1] >= day)


def _nearest(point: Point, day: date) -> tuple[date, date] | None:
    """The occurrence of a day of the week nearest to a day, before or after it."""
    years = sorted(range(day.year - FARTHEST, day.year + FARTHEST), key=lambda year: abs(year - day.year))
    return _first_fit(point, years, lambda _span: True)


def _latest(point: Point, day: date) -> tuple[date, date] | None:
    """The last occurrence of a point that does not begin after a day."""
    return _first_fit(point, range(day.year, day.year - FARTHEST, -1), lambda span: span[0] <= day)


def _first_fit(point: Point, years: Iterable[int], fits) -> tuple[date, date] | None:  # type: ignore[no-untyped-def]
    fallback = None
    for year in years:
        span = point.days(year)
        if fits(span):
            fallback = fallback or span
            if point.weekday is None or span[0].weekday() == point.weekday:
                return span
    return fallback

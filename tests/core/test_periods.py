"""Days and periods: the first day counts, the day named by `until` does not."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handback.core.periods import (
    Period,
    PeriodEndsBeforeItBegins,
    Window,
    financial_year,
    quarter_of_financial_year,
)

MARCH, APRIL = date(2016, 3, 1), date(2016, 4, 1)
DAYS = st.dates(date(2010, 1, 1), date(2012, 1, 1))


@st.composite
def periods(draw):
    first = draw(DAYS)
    return Period(first, draw(st.one_of(st.none(), DAYS.filter(lambda day: day >= first))))


def test_a_period_holds_its_first_day_and_not_the_day_of_its_end():
    assert MARCH in Period(MARCH, APRIL)
    assert APRIL not in Period(MARCH, APRIL)


def test_people_are_shown_the_last_day_included():
    assert (Period(MARCH, APRIL).last, Period(MARCH).last) == (date(2016, 3, 31), None)


def test_a_period_cannot_end_before_it_begins():
    with pytest.raises(
        PeriodEndsBeforeItBegins, match="cannot begin on 1 April 2016 and end before 1 March 2016"
    ):
        Period(APRIL, MARCH)


def test_a_window_open_at_its_end_has_no_last_day():
    assert (Window(MARCH, None).last, Window(None, APRIL).last) == (None, date(2016, 3, 31))


def test_the_last_quarter_of_a_financial_year_is_in_the_next_calendar_year():
    assert quarter_of_financial_year(2022, 4) == Period(date(2023, 1, 1), date(2023, 4, 1))


def test_the_third_quarter_ends_with_the_calendar_year():
    assert quarter_of_financial_year(2022, 3) == Period(date(2022, 10, 1), date(2023, 1, 1))


def test_a_financial_year_has_no_fifth_quarter():
    with pytest.raises(ValueError, match="quarters 1 to 4, not 5"):
        quarter_of_financial_year(2022, 5)


@given(st.integers(1990, 2100))
def test_four_quarters_make_a_financial_year(starting):
    quarters = [quarter_of_financial_year(starting, number) for number in (1, 2, 3, 4)]

    assert Period(quarters[0].first, quarters[-1].until) == financial_year(starting)
    assert all(one.until == other.first for one, other in pairwise(quarters))


@given(periods(), DAYS)
def test_days_counts_the_days_that_a_period_holds(period, end):
    held = [period.first + timedelta(number) for number in range((end - period.first).days)]

    assert period.days(up_to=end) == sum(day in period for day in held)


@given(periods(), periods())
def test_overlap_is_the_same_from_both_sides(one, other):
    assert one.overlaps(other) == other.overlaps(one)


@given(periods(), periods(), DAYS)
def test_periods_that_share_a_day_overlap(one, other, day):
    if day in one and day in other:
        assert one.overlaps(other)


def test_an_empty_period_overlaps_nothing():
    empty = Period(date(2016, 2, 11), date(2016, 2, 11))

    assert not empty.overlaps(Period(date(2016, 1, 1), date(2017, 1, 1)))

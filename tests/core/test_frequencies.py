"""How often something is measured, and the periods that follow: each begins and ends by the calendar."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handback.core.frequencies import (
    Frequency,
    called,
    follows,
    last_day_in_time,
    next_period,
    period_of,
    periods,
)
from handback.core.periods import Period

REGULAR = [one for one in Frequency if one != Frequency.IRREGULAR]
days = st.dates(date(1990, 1, 1), date(2090, 1, 1))


@given(st.sampled_from(REGULAR), days)
def test_a_day_lies_in_its_period(frequency, day):
    assert day in period_of(frequency, day=day)


@given(st.sampled_from(REGULAR), days)
def test_the_next_period_begins_where_one_ends(frequency, day):
    period = period_of(frequency, day=day)

    assert next_period(frequency, period).first == period.until


@given(st.sampled_from(REGULAR), days)
def test_every_day_of_a_period_has_that_period(frequency, day):
    period = period_of(frequency, day=day)

    assert period_of(frequency, day=period.last) == period_of(frequency, day=period.first) == period


@pytest.mark.parametrize(
    ("frequency", "day", "first", "until", "name"),
    [
        (Frequency.WEEK, date(2025, 3, 9), date(2025, 3, 3), date(2025, 3, 10), "week of 3 March 2025"),
        (Frequency.MONTH, date(2024, 2, 29), date(2024, 2, 1), date(2024, 3, 1), "February 2024"),
        (Frequency.QUARTER, date(2023, 3, 31), date(2023, 1, 1), date(2023, 4, 1), "2022/23 Q4"),
        (Frequency.QUARTER, date(2023, 4, 1), date(2023, 4, 1), date(2023, 7, 1), "2023/24 Q1"),
        (Frequency.FINANCIAL_YEAR, date(2000, 3, 31), date(1999, 4, 1), date(2000, 4, 1), "1999/00"),
        (Frequency.CALENDAR_YEAR, date(2023, 5, 5), date(2023, 1, 1), date(2024, 1, 1), "2023"),
        (
            Frequency.ACADEMIC_YEAR,
            date(2023, 8, 31),
            date(2022, 9, 1),
            date(2023, 9, 1),
            "academic year 2022/23",
        ),
    ],
)
def test_periods_begin_and_end_by_the_calendar_and_have_names(frequency, day, first, until, name):
    period = period_of(frequency, day=day)

    assert (period, called(frequency, period)) == (Period(first, until), name)


def test_a_quarter_is_no_month():
    assert not follows(Frequency.MONTH, Period(date(2023, 4, 1), date(2023, 7, 1)))


@pytest.mark.parametrize("period", [Period(date(2023, 4, 1)), Period(date(2023, 4, 1), date(2023, 4, 1))])
def test_what_has_no_end_or_no_day_follows_no_frequency(period):
    assert not any(follows(frequency, period) for frequency in Frequency)


def test_any_days_are_a_period_of_what_is_measured_now_and_then():
    assert follows(Frequency.IRREGULAR, Period(date(2023, 4, 3), date(2023, 4, 9)))


def test_periods_run_from_one_day_to_another():
    found = periods(Frequency.MONTH, first=date(2023, 1, 15), until=date(2023, 4, 1))

    assert [period.first.month for period in found] == [1, 2, 3]


def test_nobody_knows_what_comes_after_a_thing_measured_now_and_then():
    assert next_period(Frequency.IRREGULAR, Period(date(2023, 4, 3), date(2023, 4, 9))) is None


def test_a_value_is_in_time_so_many_days_after_its_period():
    assert last_day_in_time(period_of(Frequency.MONTH, day=date(2023, 1, 5)), lag_days=20) == date(
        2023, 2, 20
    )

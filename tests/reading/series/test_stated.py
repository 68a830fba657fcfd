"""Periods and numbers as tables state them; what can be read two ways is refused."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handback.core.frequencies import Frequency, called, period_of
from handback.core.periods import Period
from handback.reading.series import NotANumber, NotAPeriod, stated_number, stated_period

YEAR = Period(date(2022, 4, 1), date(2023, 4, 1))
JANUARY = Period(date(2023, 1, 1), date(2023, 2, 1))


@pytest.mark.parametrize("words", ["2022/23", "2022-23", "2022–23", "2022/2023", "FY 2022/23"])
def test_two_years_are_a_financial_year(words):
    assert stated_period(words) == YEAR


@pytest.mark.parametrize("words", ["2022/23 Q1", "Q1 2022/23", "Quarter 1 2022/23", "2022-23 q1"])
def test_a_quarter_is_one_of_the_financial_year(words):
    assert stated_period(words) == Period(date(2022, 4, 1), date(2022, 7, 1))


@pytest.mark.parametrize("words", ["January 2023", "Jan 2023", "Jan-23", "2023-01"])
def test_a_month_is_read_as_people_write_it(words):
    assert stated_period(words) == JANUARY


@pytest.mark.parametrize("words", ["2023-01-31", "31/01/2023", "31 January 2023", "1 Jan 2023"])
def test_a_day_stands_for_the_month_that_is_measured(words):
    assert stated_period(words, frequency=Frequency.MONTH) == JANUARY


def test_a_day_alone_is_a_day():
    assert stated_period("2023-01-31") == Period(date(2023, 1, 31), date(2023, 2, 1))


def test_two_days_are_a_period():
    assert stated_period("1 April 2022 to 31 March 2023") == YEAR


@pytest.mark.parametrize("words", ["week ending 5 March 2023", "w/c 27/02/2023", "2023-W09"])
def test_a_week_runs_from_monday(words):
    assert stated_period(words) == Period(date(2023, 2, 27), date(2023, 3, 6))


def test_a_year_alone_is_a_calendar_year():
    assert stated_period("2022") == Period(date(2022, 1, 1), date(2023, 1, 1))


def test_a_year_alone_is_no_financial_year():
    with pytest.raises(NotAPeriod):
        stated_period("2022", frequency=Frequency.FINANCIAL_YEAR)


def test_two_years_are_academic_where_that_is_measured():
    assert stated_period("2022/23", frequency=Frequency.ACADEMIC_YEAR).first == date(2022, 9, 1)


def test_what_is_a_year_and_a_month_is_refused():
    with pytest.raises(NotAPeriod):
        stated_period("2011-12")


def test_what_is_a_year_and_a_month_is_what_is_measured():
    assert stated_period("2011-12", frequency=Frequency.MONTH).first == date(2011, 12, 1)


@pytest.mark.parametrize("words", ["", "Q1", "2022/24", "2023-02-30", "2022-13", "soon", "31/13/2023"])
def test_what_states_no_period_is_refused_in_its_own_words(words):
    with pytest.raises(NotAPeriod, match="is not a period"):
        stated_period(words)


@given(
    st.sampled_from([one for one in Frequency if one != Frequency.IRREGULAR]),
    st.dates(date(2013, 1, 1), date(2098, 1, 1)),
)
def test_what_a_period_is_called_states_it(frequency, day):
    period = period_of(frequency, day=day)

    assert stated_period(called(frequency, period)) == period


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("12.30", "12.30"),
        ("1,234.5", "1234.5"),
        ("12 345", "12345"),
        ("68%", "68"),
        ("£1,200", "1200"),
        ("-3.2", "-3.2"),
        ("−4", "-4"),
        ("(12)", "-12"),
    ],
)
def test_a_number_is_read_as_it_was_written(words, number):
    assert str(stated_number(words)) == number


@pytest.mark.parametrize("words", ["", "-", "n/a", "..", "–"])
def test_nothing_said_is_no_number(words):
    assert stated_number(words) is None


@pytest.mark.parametrize("words", ["12,3", "1,23,456", "12 34", "1e5", "many", "1.2.3", "£", "NaN", "٣"])
def test_what_is_no_number_or_could_be_two_is_refused(words):
    with pytest.raises(NotANumber):
        stated_number(words)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9))
def test_any_number_with_its_thousands_parted_is_read_back(number):
    assert stated_number(f"{number:,f}") == Decimal(number)

"""Stated times: the grammar of the README's cases, one row each."""

from datetime import date

import pytest

from handback.reading.words.dates import stated_times
from handback.reading.words.sentences import PLAIN, sentence
from handback.reading.words.years import Calendar

DAY = date(2026, 10, 12)


def times_in(words: str, day: date | None = DAY) -> list[tuple[str | None, str | None]]:
    plain = words.translate(PLAIN)
    found = stated_times(sentence(plain, 0, len(plain)), Calendar(plain, day))
    return [
        (t.window.first and t.window.first.isoformat(), t.window.last and t.window.last.isoformat())
        for t in found
        if t.due
    ]


STATED = [
    ("due by the end of March 2016", None, "2016-03-31"),
    ("due by May 2017", None, "2017-05-31"),
    ("due before 31 March 2019", None, "2019-03-30"),
    ("due before the end of October 2027", None, "2027-10-31"),
    ("due no later than 1 June 2027", None, "2027-06-01"),
    ("due in quarter 3 2022/23", "2022-10-01", "2022-12-31"),
    ("due in Q2 of 2027-28", "2027-07-01", "2027-09-30"),
    ("due in the first quarter of 2028", "2028-01-01", "2028-03-31"),
    ("due by the fourth quarter of 2026/27", None, "2027-03-31"),
    ("due by the end of quarter 4 of 2026/27", None, "2027-03-31"),
    ("due in October 2024", "2024-10-01", "2024-10-31"),
    ("due in February or March 2026", "2026-02-01", "2026-03-31"),
    ("due from April 2017", "2017-04-01", None),
    ("due with effect from 31 August 2027", "2027-08-31", None),
    ("due not before 5 May 2027", "2027-05-05", None),
    ("due in the second half of 2017", "2017-07-01", "2017-12-31"),
    ("due in the second half of 2026/27", "2026-10-01", "2027-03-31"),
    ("due in Spring, 2017", "2017-03-01", "2017-05-31"),
    ("due in winter 2027", "2027-12-01", "2028-02-29"),
    ("due early in 2028", "2028-01-01", "2028-03-31"),
    ("due in early 2028", "2028-01-01", "2028-03-31"),
    ("due in the week commencing 6 July 2026", "2026-07-06", "2026-07-12"),
    ("due during 2028/29", "2028-04-01", "2029-03-31"),
    ("due by 31/03/2030", None, "2030-03-31"),
    ("due by 5pm on 24 May 2026", None, "2026-05-24"),
    ("due by 31 April 2027", None, "2027-04-30"),
    ("due on the 1st of June, 2027", "2027-06-01", "2027-06-01"),
    ("runs from Monday 2 March to Friday 24 April 2026", "2026-03-02", "2026-04-24"),
    ("opens on 1 December 2025 and closes on 9 January 2026", "2025-12-01", "2026-01-09"),
    ("due in April", "2027-04-01", "2027-04-30"),
    ("due to the November meeting", "2026-11-01", "2026-11-30"),
    ("due by Friday 16th", None, "2026-10-16"),
    ("due by the end of the summer", None, "2027-08-31"),
    ("not expected until the second half of 2017", "2017-07-01", "2017-12-31"),
    ("due by the end of FY 2027/28", None, "2028-03-31"),
    ("due by FY29", None, "2029-03-31"),
    ("due in 27/28", "2027-04-01", "2028-03-31"),
    ("due by year end 2027/28", None, "2028-03-31"),
    ("due by month-end March 2028", None, "2028-03-31"),
    ("due in H2 2027", "2027-07-01", "2027-12-31"),
    ("due in Qtr 3 2027/28", "2027-10-01", "2027-12-31"),
    ("due in quarter 3 (2027/28)", "2027-10-01", "2027-12-31"),
    ("due in the opening months of 2028", "2028-01-01", "2028-03-31"),
    ("due by the closing weeks of 2028", None, "2028-12-31"),
    ("due in the middle of 2028", "2028-05-01", "2028-07-31"),
    ("due in early-to-mid 2028", "2028-05-01", "2028-07-31"),
    ("due by the thirty-first of March 2028", None, "2028-03-31"),
    ("due by Sept. 30, 2028", None, "2028-09-30"),
    ("due in the week commencing 06/07/2026", "2026-07-06", "2026-07-12"),
    ("due w/c Monday July 6, 2026", "2026-07-06", "2026-07-12"),
    ("due on Friday, 24.04.2026", "2026-04-24", "2026-04-24"),
    ("due between 3 and the 28th of February 2027", "2027-02-03", "2027-02-28"),
    ("to run from Monday 2 March to Friday 24/04/2026", "2026-03-02", "2026-04-24"),
    ("due on 14, 21 and 28 March 2028", "2028-03-14", "2028-03-28"),
    ("due in May, June and July 2028", "2028-05-01", "2028-07-31"),
    ("due in May & June 2028", "2028-05-01", "2028-06-30"),
    ("due in March next year", "2027-03-01", "2027-03-31"),
    ("due by 1 December this year", None, "2026-12-01"),
    ("due between now and 30 June 2028", None, "2028-06-30"),
    ("to be open all through the summer of 2028", "2028-06-01", "2028-08-31"),
    ("to run commencing 1 April 2028", "2028-04-01", None),
    ("to be law, effective 1 April 2028", "2028-04-01", None),
]


@pytest.mark.parametrize(("words", "first", "last"), STATED)
def test_a_stated_time_stands_for_these_days(words, first, last):
    assert times_in(f"The plan is {words}.") == [(first, last)]


@pytest.mark.parametrize(
    "words",
    [
        "within six weeks",
        "in twelve months",
        "tomorrow",
        "by the end of the week",
        "in the new year",
        "next year",
        "by the turn of the year",
        "by the 14th of next month",
        "by the end of that month",
        "by the financial year end",
        "between now and Christmas",
    ],
)
def test_a_time_counted_from_something_else_has_no_days(words):
    assert times_in(f"A reply is due {words}.") == [(None, None)]


def test_a_month_takes_its_year_from_the_full_date_beside_it():
    words = "The market will reopen before the end of May 2019, and the new stalls come in June."

    assert times_in(words, None)[-1] == ("2019-06-01", "2019-06-30")


def test_a_month_in_a_document_of_no_date_has_no_days():
    assert times_in("The report is due in April.", None) == [(None, None)]


def test_next_year_has_no_days_in_a_document_of_no_date():
    assert times_in("The report is due in March next year.", None) == [(None, None)]


@pytest.mark.parametrize(
    "words", ["That may be so.", "They march on the town hall.", "The meeting of 5 May 2026 was long."]
)
def test_words_that_only_look_like_a_time_are_none(words):
    assert times_in(words) == []


def test_a_day_in_brackets_has_the_plain_preposition_before_it():
    words = "The bridge is shut till Monday (7 September 2026)."
    told = stated_times(sentence(words, 0, len(words)), Calendar(words, None))

    assert [time.preposition for time in told] == ["until"]

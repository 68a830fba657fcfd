"""Days, periods and counts as people read them."""

from datetime import UTC, date, datetime

import pytest

from handback.core.periods import Period
from handback.web.shared import words
from handback.web.shared.templatetags import handback


def test_a_day_is_written_without_a_leading_nought():
    assert words.day(date(2016, 2, 1)) == "1 February 2016"


def test_a_period_shows_its_last_included_day():
    assert (
        words.period(Period(date(2015, 2, 26), date(2016, 2, 11))) == "26 February 2015 to 10 February 2016"
    )


def test_a_period_that_runs_says_only_when_it_began():
    assert words.period(Period(date(2015, 2, 26))) == "from 26 February 2015"


def test_a_moment_is_shown_in_the_time_of_the_country():
    assert handback.moment(datetime(2016, 7, 1, 8, 30, tzinfo=UTC)) == "1 July 2016 at 9:30am"


def test_midday_is_twelve_in_the_afternoon():
    assert words.moment(datetime(2016, 1, 1, 12, 5, tzinfo=UTC)) == "1 January 2016 at 12:05pm"


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 functions"), (1, "1 function"), (1200, "1,200 functions")]
)
def test_nouns_agree_with_their_number(count, said):
    assert handback.plural(count, "function") == said


@pytest.mark.parametrize(
    ("unit", "one"),
    [
        (" requests", " request"),
        (" working days", " working day"),
        ("days late", "day late"),
        (" families helped", " family helped"),
        (" people", " person"),
        (" a day", " a day"),
        (" per 1,000 people", " per 1,000 people"),
        (" losses", " loss"),
        (" loss", " loss"),
        ("%", "%"),
        ("", ""),
    ],
)
def test_a_unit_of_several_is_told_of_one(unit, one):
    assert words.of_one(unit) == one


def test_an_irregular_plural_is_given():
    assert handback.plural(2, "authority,authorities") == "2 authorities"


@pytest.mark.parametrize(
    ("share", "said"),
    [(0, "0%"), (0.004, "less than 1%"), (0.68, "68%"), (0.996, "more than 99%"), (1, "100%")],
)
def test_a_percentage_never_rounds_to_all_or_none(share, said):
    assert words.percent(share) == said


@pytest.mark.parametrize(
    ("items", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_a_list_reads_as_a_sentence(items, said):
    assert words.sentence_list(items) == said


def test_only_pages_on_the_web_are_linked_as_sources():
    assert [handback.web_address(text) for text in ("https://gov.uk/a", "javascript:alert(1)")] == [
        "https://gov.uk/a",
        "",
    ]


def test_a_site_is_named_without_www():
    assert handback.host("https://www.gov.uk/government") == "gov.uk"

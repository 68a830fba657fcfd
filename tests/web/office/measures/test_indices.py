"""Indices: a score never without its interval, in plain words."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import numpy as np
import pytest

from handback.core.periods import Period
from handback.records.measures import actions, indexing
from handback.records.measures.measured.entries import TargetEntry, ValueEntry
from handback.records.measures.measured.indexed.told import told_of
from handback.web.shared.measures import index_words
from tests.support.harrowmere import CLERK, MORNING
from tests.support.indices import BESIDE, record_beside, record_councils, record_over_time
from tests.web.office.measures.conftest import told


@pytest.fixture
def beside(harrowmere):
    """Harrowmere and its neighbours, with an index."""
    record_councils(by=CLERK, at=MORNING)
    return record_beside(harrowmere, by=CLERK, at=MORNING)


@pytest.fixture
def over_time(harrowmere):
    """Eight quarters of Harrowmere, with an index."""
    return record_over_time(harrowmere, by=CLERK, at=MORNING)


def test_without_an_index_the_page_says_what_one_is_and_how_to_begin(officer, office, harrowmere):
    response = officer.get(office("indices"))

    assert "No indices yet" in told(response)
    assert office("index-add") in response.text


def test_the_score_stands_with_its_interval_and_its_place_with_its_own(member, office, beside):
    said = told(member.get(office("index", "X01")))

    assert "Harrowmere Borough Council scores 65.3 in 2024/25. Made in other sensible ways" in said
    assert "That is between 4th and 5th of 8 councils." in said


def test_the_list_says_the_same_as_the_page(member, office, beside):
    assert "Made in other sensible ways, the score would mostly be between" in told(
        member.get(office("indices"))
    )


def test_it_is_said_with_whom_it_is_too_close_to_call(member, office, beside):
    said = told(member.get(office("index", "X01")))

    assert "Below these in nearly every way Elderbeck and Thornby." in said
    assert "Too close to say Ostley (this council is above it in" in said


def test_every_indicator_under_it_is_named_with_a_link(member, office, beside):
    response = member.get(office("index", "X01"))

    assert all(office("indicator", code) in response.text for code in BESIDE["indicators"])


def test_what_changed_is_told_by_its_causes(member, office, beside):
    said = told(member.get(office("index", "X01")))

    assert "Since 2023/24 the score rose by" in said
    assert "Its own figures +" in said.replace("&#x27;", "'")


def test_what_matters_most_is_told_in_words(member, office, beside):
    assert "What each indicator weighs matters most: it explains" in told(member.get(office("index", "X01")))


def test_own_progress_says_whether_it_is_sure(member, office, over_time):
    said = told(member.get(office("index", "X02")))

    assert "The score is 52.5 in 2025/26 Q3. Made in other sensible ways" in said
    assert "It is lower than in 2025/26 Q2, in 94% of the ways it can be made." in said
    assert "The goalposts are fixed" in said


def test_an_index_that_cannot_be_made_says_why(member, office, harrowmere):
    record_beside(harrowmere, by=CLERK, at=MORNING)
    said = told(member.get(office("index", "X01")))

    assert "It cannot be worked out yet: no list of neighbours was imported" in said


def test_the_csv_has_a_line_for_each_council(member, office, beside):
    lines = member.get(office("index-csv", "X01")).text.splitlines()

    assert len(lines) == 9
    assert lines[1].startswith("E08000999,Harrowmere Borough Council,65.2575")


def test_there_is_no_csv_of_what_cannot_be_made(member, office, harrowmere):
    record_beside(harrowmere, by=CLERK, at=MORNING)

    assert member.get(office("index-csv", "X01")).status_code == 404


@pytest.mark.parametrize("name", ["index", "index-csv"])
def test_an_unknown_index_is_a_page_that_does_not_exist(member, office, harrowmere, name):
    assert member.get(office(name, "X99")).status_code == 404


def test_the_page_asks_few_questions(member, office, beside, django_assert_max_num_queries):
    with django_assert_max_num_queries(20):
        member.get(office("index", "X01"))


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (112, "112th"), (21, "21st")],
)
def test_places_are_read_aloud(number, said):
    assert index_words.place(number) == said


@pytest.mark.parametrize(("number", "said"), [(1.76, "+1.8"), (-0.2, "−0.2"), (-0.01, "0.0"), (0, "0.0")])
def test_differences_have_their_sign(number, said):
    assert index_words.signed(number) == said


def test_a_value_under_an_index_is_not_rounded_to_a_target_that_it_misses(
    member, office, harrowmere, over_time
):
    december = Period(date(2025, 12, 1), date(2026, 1, 1))
    restated = ValueEntry(indicator="M07", period=december, value=Decimal("78.91"))
    actions.record_value(harrowmere, restated, reason="Counted again", by=CLERK, at=MORNING)
    aimed = TargetEntry(indicator="M07", period=Period(date(2025, 4, 1), None), value=Decimal(78))
    assert " 78.0% " in told(member.get(office("index", "X02")))

    actions.set_target(harrowmere, aimed, by=CLERK, at=MORNING)

    assert " 77.97% " in told(member.get(office("index", "X02")))


def test_what_is_short_of_nearly_every_way_is_not_rounded_to_it(harrowmere, beside):
    found = told_of(indexing.index_standing(harrowmere, "X01", on=date(2026, 4, 1)))
    above = np.where(np.isnan(found.above), np.nan, 0.9497)

    (close,) = index_words.neighbours(replace(found, above=above, below=1 - above))

    assert "Ostley (this council is above it in just under 95% of the ways)" in close[1]


def test_names_of_indicators_are_not_run(member, office, harrowmere, beside):
    held = indexing.definitions(harrowmere)["M01"]
    renamed = replace(held, name="<script>alert(1)</script>")
    actions.record_indicator(harrowmere, renamed, by=CLERK, at=MORNING)

    assert "<script>alert(1)" not in member.get(office("index", "X01")).text

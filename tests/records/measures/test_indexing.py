"""How an index stands: its score and interval, what carries it, what moved it, and what cannot be said."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import numpy as np
import pytest

from handback.core.frequencies import Frequency, period_of
from handback.records.measures import actions, indexing
from handback.records.measures.measured.entries import ValueEntry
from handback.records.measures.measured.words import Better, MeasuredAs
from handback.statistics.composite import Cause
from tests.records.measures.conftest import MONDAY, ON, TUESDAY
from tests.support.indices import (
    BESIDE,
    OVER_TIME,
    OWN,
    THEMES,
    load,
    record_beside,
    record_councils,
    record_over_time,
)


@pytest.fixture
def beside(harrowmere, ada):
    """Harrowmere and its neighbours, with an index."""
    record_councils(by=ada, at=MONDAY)
    return record_beside(harrowmere, by=ada, at=MONDAY)


@pytest.fixture
def over_time(harrowmere, ada):
    """Eight quarters of Harrowmere, with an index."""
    return record_over_time(harrowmere, by=ada, at=MONDAY)


def standing(harrowmere, code="X01", *, on=ON, **more):
    return indexing.index_standing(harrowmere, code, on=on, **more)


def test_the_council_stands_among_its_neighbours(harrowmere, beside):
    found = standing(harrowmere)

    assert (found.laid.label, found.laid.names[found.own], found.compared) == (
        "2024/25",
        "Harrowmere Borough Council",
        8,
    )


def test_no_score_is_outside_its_interval(harrowmere, beside):
    found = standing(harrowmere)
    low, high = found.score_intervals

    assert ((low <= found.index.scores) & (found.index.scores <= high)).all()


def test_a_rank_has_its_interval(harrowmere, beside):
    found = standing(harrowmere)
    low, high = found.rank_intervals[:, found.own]

    assert low < high
    assert low <= found.index.ranks[found.own] <= high


def test_the_points_that_indicators_give_add_up_to_the_score(harrowmere, beside):
    found = standing(harrowmere)

    assert found.gives.sum() == pytest.approx(found.score)


def test_what_the_others_did_is_told_apart_from_what_the_council_did(harrowmere, ada, beside):
    load("46,E08000993,2023/24,60", reason="Restated by Thornby.", by=ada, at=TUESDAY)
    parts = standing(harrowmere).moved.parts

    assert parts[Cause.OTHERS] > 0
    assert parts[Cause.DATA] > 0


def test_where_members_outrank_each_other_no_points_are_told(harrowmere, ada, beside):
    levels = [level | {"aggregation": "copeland"} for level in BESIDE["levels"]]
    newer = replace(beside, declaration=BESIDE | {"levels": levels})
    actions.declare_index(harrowmere, newer, by=ada, at=TUESDAY)

    assert standing(harrowmere).gives is None


def test_a_change_is_split_into_parts_that_add_up(harrowmere, beside):
    moved = standing(harrowmere).moved

    assert moved.before == "2023/24"
    assert sum(moved.parts.values()) == pytest.approx(moved.second - moved.first)


def test_under_one_edition_only_the_data_move_a_score(harrowmere, beside):
    parts = standing(harrowmere).moved.parts

    assert parts[Cause.WEIGHTS] == parts[Cause.METHOD] == parts[Cause.SET] == 0


def test_a_later_edition_counts_from_its_day_and_its_weights_are_told_apart(harrowmere, ada, beside):
    levels = [BESIDE["levels"][0], BESIDE["levels"][1] | {"weights": "equal"}]
    newer = replace(beside, version="2027", declaration=BESIDE | {"levels": levels, "since": "2024-04-01"})
    actions.declare_index(harrowmere, newer, by=ada, at=TUESDAY)
    moved = standing(harrowmere).moved

    assert moved.version_before == "2026"
    assert moved.parts[Cause.WEIGHTS] != 0


def test_an_earlier_edition_is_laid_out_with_its_own_indicators(harrowmere, ada, beside):
    before = standing(harrowmere).moved.first
    without = {"M01", "M04"}
    kept = {code: one for code, one in BESIDE["indicators"].items() if code not in without}
    groups = {theme: [code for code in codes if code not in without] for theme, codes in THEMES.items()}
    levels = [BESIDE["levels"][0] | {"groups": groups}, BESIDE["levels"][1]]
    said = BESIDE | {"indicators": kept, "levels": levels, "since": "2024-04-01"}
    actions.declare_index(harrowmere, replace(beside, version="2027", declaration=said), by=ada, at=TUESDAY)
    moved = standing(harrowmere).moved

    assert (moved.version_before, moved.first) == ("2026", pytest.approx(before))
    assert moved.parts[Cause.SET] != 0


def test_the_counts_behind_own_figures_are_laid_out_with_them(harrowmere, ada, over_time):
    period = period_of(Frequency.MONTH, day=date(2025, 12, 1))
    counted = ValueEntry(indicator="M07", period=period, numerator=Decimal(28), denominator=Decimal(41))
    said = replace(
        over_time, declaration=OVER_TIME | {"compared": {**OVER_TIME["compared"], "finer": "last"}}
    )
    actions.record_indicator(
        harrowmere,
        replace(indexing.definitions(harrowmere)["M07"], measured_as=MeasuredAs.PROPORTION, per=100),
        by=ada,
        at=TUESDAY,
    )
    actions.record_value(harrowmere, counted, reason="Counted.", by=ada, at=TUESDAY)
    actions.declare_index(harrowmere, said, by=ada, at=TUESDAY)
    laid = standing(harrowmere, "X02").laid

    assert (laid.above[laid.own, 0], laid.below[laid.own, 0]) == (28, 41)
    assert np.isnan(laid.above[laid.own, 1])


def test_a_gap_stays_a_gap_and_the_share_that_is_known_is_told(harrowmere, beside):
    found = standing(harrowmere)
    ostley = found.laid.names.index("Ostley")

    assert np.isnan(found.laid.values[ostley, 5])
    assert found.index.shares[ostley] < found.index.shares[found.own] == 1


def test_a_period_of_which_too_little_is_known_is_not_told(harrowmere, ada, beside):
    load(f"46,{OWN},2025/26,50", by=ada, at=TUESDAY)

    assert standing(harrowmere, on=date(2026, 6, 1)).laid.label == "2024/25"


def test_a_named_group_may_stand_in_for_the_neighbours(harrowmere, ada, beside):
    compared = {"units": "councils", "group": "Moorland councils"}
    newer = replace(beside, declaration=BESIDE | {"compared": compared})
    actions.declare_index(harrowmere, newer, by=ada, at=TUESDAY)

    assert len(standing(harrowmere).laid.units) == 5


def test_the_order_of_the_neighbours_changes_no_score(harrowmere, beside):
    laid = standing(harrowmere).laid

    assert laid.units[0] == OWN
    assert len(set(laid.units)) == len(laid.units)


def test_own_progress_is_told_for_the_last_period_that_has_ended(harrowmere, over_time):
    assert standing(harrowmere, "X02").laid.label == "2025/26 Q3"
    assert standing(harrowmere, "X02", on=date(2025, 12, 30)).laid.label == "2025/26 Q2"


def test_what_comes_later_moves_no_score_of_an_earlier_period(harrowmere, over_time):
    whole, earlier = (standing(harrowmere, "X02", on=on) for on in (ON, date(2025, 6, 30)))
    count = len(earlier.laid.units)

    assert np.array_equal(whole.index.scores[:count], earlier.index.scores)


def test_a_finer_value_counts_as_it_is_declared(harrowmere, ada, over_time):
    compared = OVER_TIME["compared"] | {"finer": "last"}
    newer = replace(over_time, declaration=OVER_TIME | {"compared": compared})
    mean = standing(harrowmere, "X02").laid.values[-1, 0]
    actions.declare_index(harrowmere, newer, by=ada, at=TUESDAY)

    assert (mean, standing(harrowmere, "X02").laid.values[-1, 0]) == (78, 79)


def test_the_same_is_worked_out_once(harrowmere, beside):
    assert standing(harrowmere) is standing(harrowmere)


def test_a_restated_value_is_another_result(harrowmere, ada, beside):
    before = standing(harrowmere)
    load(f"46,{OWN},2024/25,30", reason="Restated by the council.", by=ada, at=TUESDAY)

    assert standing(harrowmere).score < before.score
    assert standing(harrowmere, known_at=MONDAY) is before


def test_without_a_list_of_neighbours_it_is_said(harrowmere, ada):
    record_beside(harrowmere, by=ada, at=MONDAY)

    with pytest.raises(actions.IndexNotMade, match="no list of neighbours"):
        standing(harrowmere)


def test_without_values_it_is_said(harrowmere, ada, beside):
    with pytest.raises(actions.IndexNotMade, match="no value of this council"):
        standing(harrowmere, on=date(2020, 1, 1))


def test_an_indicator_that_was_turned_round_since_is_said(harrowmere, ada, beside):
    definition = indexing.queries.indicators(harrowmere).get(code="M01")
    turned = replace(indexing.definition_of(definition), better=Better.LOWER)
    actions.record_indicator(harrowmere, turned, by=ada, at=TUESDAY)

    with pytest.raises(actions.IndexNotMade, match="lower is better"):
        standing(harrowmere)


def test_an_unknown_code_is_no_index(harrowmere):
    assert standing(harrowmere, "X99") is None


def test_a_page_asks_few_questions(harrowmere, beside, django_assert_max_num_queries):
    with django_assert_max_num_queries(7):
        standing(harrowmere)


def test_themes_hold_every_indicator_once(harrowmere, beside):
    held = standing(harrowmere).held[0]

    assert sorted(held.members) == sorted(code for codes in THEMES.values() for code in codes)
    assert held.nominal.sum() == pytest.approx(1)

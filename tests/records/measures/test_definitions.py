"""What is measured is defined once, and every definition it ever had is kept."""

from dataclasses import replace

import pytest

from handback.core.frequencies import Frequency
from handback.records.measures import actions, queries
from tests.records.measures.conftest import BINS, LATER, MONDAY, TUESDAY, month, value


def test_a_definition_is_recorded_with_its_event(harrowmere, bins):
    row = queries.indicators(harrowmere).get()

    assert (row.code, row.name, row.event.action) == (bins.code, bins.name, "measures.indicator.recorded")


def test_the_same_definition_twice_changes_nothing(harrowmere, bins, ada):
    outcome = actions.record_indicator(harrowmere, bins, by=ada, at=TUESDAY)

    assert outcome == actions.Outcome.SAME


def test_a_corrected_definition_leaves_the_old_one_in_its_history(harrowmere, bins, ada):
    actions.record_indicator(harrowmere, replace(bins, definition="Another."), by=ada, at=TUESDAY)

    (change,) = queries.redefinitions(harrowmere, "M01")
    assert [(one.name, one.old, one.new) for one in change.changes] == [
        ("definition", bins.definition, "Another.")
    ]


def test_a_change_says_when_by_whom_and_why(harrowmere, bins, ada):
    newer = replace(bins, definition="Another.")
    actions.record_indicator(harrowmere, newer, reason=" The round was split. ", by=ada, at=TUESDAY)

    (change,) = queries.redefinitions(harrowmere)
    assert (change.at, change.by, change.reason) == (TUESDAY, str(ada), "The round was split.")


def test_the_same_definition_with_a_reason_changes_nothing(harrowmere, bins, ada):
    outcome = actions.record_indicator(harrowmere, bins, reason="None.", by=ada, at=TUESDAY)

    assert outcome == actions.Outcome.SAME
    assert not queries.redefinitions(harrowmere)


def test_the_definition_known_at_an_earlier_moment_can_be_asked_for(harrowmere, bins, ada):
    actions.record_indicator(harrowmere, replace(bins, name="Missed bins"), by=ada, at=LATER)

    assert queries.indicators(harrowmere, known_at=TUESDAY).get().name == bins.name


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("code", "M 01"),
        ("code", ""),
        ("name", " "),
        ("per", 0),
        ("decimals", 11),
        ("lag_days", -1),
        ("unit", "x" * 61),
    ],
)
def test_a_definition_that_cannot_be_is_refused_with_its_field(harrowmere, ada, field, wrong):
    with pytest.raises(actions.NotWellFormed) as refused:
        actions.record_indicator(harrowmere, replace(BINS, **{field: wrong}), by=ada, at=MONDAY)

    assert refused.value.field == field


def test_a_demonstration_says_what_it_shows(harrowmere, ada):
    with pytest.raises(actions.NotWellFormed, match="whose figures"):
        actions.record_indicator(harrowmere, replace(BINS, is_demonstration=True), by=ada, at=MONDAY)


def test_a_frequency_that_values_do_not_follow_is_refused(harrowmere, bins, ada):
    actions.record_value(harrowmere, value(12, month(2026, 1)), by=ada, at=MONDAY)

    with pytest.raises(actions.FrequencyInUse, match="1 January 2026 to 31 January 2026"):
        actions.record_indicator(harrowmere, replace(bins, frequency=Frequency.QUARTER), by=ada, at=TUESDAY)

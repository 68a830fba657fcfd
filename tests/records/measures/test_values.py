"""A value is an exact number for a period of its indicator, and a restatement keeps what it replaced."""

from datetime import date
from decimal import Decimal

import pytest

from handback.core.periods import Period
from handback.records.audit.queries import events
from handback.records.measures import actions, queries
from handback.records.measures.measured.words import Quality
from tests.records.measures.conftest import LATER, MONDAY, TUESDAY, month, value

JANUARY = month(2026, 1)


def test_a_value_is_kept_to_the_places_it_was_written_with(harrowmere, bins, ada):
    actions.record_value(harrowmere, value("12.30", JANUARY), by=ada, at=MONDAY)

    assert str(queries.values(harrowmere).get().value) == "12.30"


def test_a_value_of_an_indicator_that_is_not_defined_is_refused(harrowmere, ada):
    with pytest.raises(actions.UnknownIndicator, match="M01"):
        actions.record_value(harrowmere, value(1, JANUARY), by=ada, at=MONDAY)


def test_a_period_that_does_not_follow_the_frequency_is_refused(harrowmere, bins, ada):
    quarter = Period(date(2026, 1, 1), date(2026, 4, 1))

    with pytest.raises(actions.NotAPeriodOfIt, match="measured by the month"):
        actions.record_value(harrowmere, value(1, quarter), by=ada, at=MONDAY)


def test_a_value_is_worked_out_from_its_counts(harrowmere, appeals, ada):
    counts = {"numerator": Decimal(28), "denominator": Decimal(41)}
    actions.record_value(harrowmere, value(None, JANUARY, indicator="M02", **counts), by=ada, at=MONDAY)

    assert str(queries.values(harrowmere).get().value) == "68.2926829"


def test_neither_value_nor_counts_is_refused(harrowmere, bins, ada):
    with pytest.raises(actions.NoValue, match="the counts that it follows from"):
        actions.record_value(harrowmere, value(None, JANUARY), by=ada, at=MONDAY)


def test_more_counted_than_there_are_is_refused(harrowmere, appeals, ada):
    counts = {"numerator": Decimal(42), "denominator": Decimal(41)}

    with pytest.raises(actions.CannotHaveBeenCounted, match="42 of 41"):
        actions.record_value(harrowmere, value(100, JANUARY, indicator="M02", **counts), by=ada, at=MONDAY)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1" * 41])
def test_what_is_no_number_of_a_bearable_length_is_refused(harrowmere, bins, ada, number):
    with pytest.raises(actions.NotWellFormed):
        actions.record_value(harrowmere, value(number, JANUARY), by=ada, at=MONDAY)


def test_a_restatement_without_a_reason_is_refused_with_both_values(harrowmere, bins, ada):
    actions.record_value(harrowmere, value(12, JANUARY), by=ada, at=MONDAY)

    with pytest.raises(actions.RestatedWithoutReason, match="12 would become 15"):
        actions.record_value(harrowmere, value(15, JANUARY), by=ada, at=TUESDAY)


def test_a_restatement_is_listed_with_both_values_when_who_and_why(harrowmere, bins, ada, tom):
    actions.record_value(harrowmere, value(12, JANUARY), by=ada, at=MONDAY)
    actions.record_value(harrowmere, value(15, JANUARY), reason="A round was left out.", by=tom, at=TUESDAY)

    (told,) = queries.restatements(harrowmere, ["M01"])
    assert (told.old, told.new, told.at) == (Decimal(12), Decimal(15), TUESDAY)
    assert (told.by, told.reason) == ("Tom Bexley", "A round was left out.")


def test_what_was_known_before_a_restatement_can_be_asked_for(harrowmere, bins, ada):
    actions.record_value(harrowmere, value(12, JANUARY), by=ada, at=MONDAY)
    actions.record_value(harrowmere, value(15, JANUARY), reason="Left out.", by=ada, at=LATER)

    assert queries.values(harrowmere, known_at=TUESDAY).get().value == Decimal(12)


def test_a_provisional_value_that_is_made_final_is_no_restatement(harrowmere, bins, ada):
    actions.record_value(harrowmere, value(12, JANUARY, quality=Quality.PROVISIONAL), by=ada, at=MONDAY)
    outcome = actions.record_value(harrowmere, value(12, JANUARY), by=ada, at=TUESDAY)

    assert outcome == actions.Outcome.CORRECTED
    assert queries.restatements(harrowmere) == ()


def test_a_withdrawn_value_is_gone_and_its_history_says_why(harrowmere, bins, ada):
    actions.record_value(harrowmere, value(12, JANUARY), by=ada, at=MONDAY)
    actions.withdraw_value(
        harrowmere, "M01", first=JANUARY.first, reason="Counted twice.", by=ada, at=TUESDAY
    )

    (told,) = queries.restatements(harrowmere)
    assert not queries.values(harrowmere).exists()
    assert (told.old, told.new, told.reason) == (Decimal(12), None, "Counted twice.")


def test_a_value_is_withdrawn_for_a_reason(harrowmere, bins, ada):
    with pytest.raises(actions.NoReason):
        actions.withdraw_value(harrowmere, "M01", first=JANUARY.first, reason=" ", by=ada, at=TUESDAY)


def test_the_log_says_what_was_recorded(harrowmere, bins, ada):
    actions.record_value(harrowmere, value("12.5", JANUARY), by=ada, at=MONDAY)

    event = events().newest_first()[0]
    assert event.subject == "harrowmere/measures/M01/values/2026-01-01"
    assert '"value":"12.5"' in event.body

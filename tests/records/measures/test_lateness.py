"""Which values are due, by an indicator's lag, and which are late on a day."""

from dataclasses import replace
from datetime import date

import pytest

from handback.core.frequencies import Frequency, called
from handback.records.measures import actions, standing
from tests.records.measures.conftest import BINS, MONDAY


def late(authority, on):
    standings = standing.board(authority, on=on).standings
    return [called(BINS.frequency, period) for one in standings for period in one.lateness.late]


def test_a_value_is_in_time_until_its_lag_is_over(harrowmere, bins, recorded):
    recorded([12, 14])

    assert late(harrowmere, date(2023, 4, 20)) == []
    assert late(harrowmere, date(2023, 4, 21)) == ["March 2023"]


def test_every_period_since_the_last_value_is_late(harrowmere, bins, recorded):
    recorded([12, 14])

    assert late(harrowmere, date(2023, 6, 21)) == ["March 2023", "April 2023", "May 2023"]


def test_a_gap_is_late_too(harrowmere, bins, recorded):
    recorded([12, None, 14])

    assert late(harrowmere, date(2023, 4, 1)) == ["February 2023"]


def test_nothing_is_late_of_what_has_ended(harrowmere, bins, recorded, ada):
    recorded([12, 14])
    actions.record_indicator(harrowmere, replace(bins, ended_on=date(2023, 3, 1)), by=ada, at=MONDAY)

    assert late(harrowmere, date(2024, 1, 1)) == []


@pytest.mark.parametrize("changed", [{"lag_days": None}, {"frequency": Frequency.IRREGULAR}])
def test_nothing_is_late_where_nobody_said_when_it_is_due(harrowmere, recorded, ada, changed):
    actions.record_indicator(harrowmere, replace(BINS, **changed), by=ada, at=MONDAY)
    recorded([12, 14])

    assert late(harrowmere, date(2024, 1, 1)) == []


def test_a_board_says_what_is_due_next(harrowmere, bins, recorded):
    recorded([12, 14])
    (one,) = standing.board(harrowmere, on=date(2023, 3, 5)).standings

    assert (one.lateness.next_period.first, one.lateness.due_on) == (date(2023, 3, 1), date(2023, 4, 20))
    assert not one.lateness.is_late

"""Targets change over time, and of one kind never two are in force on a day."""

from datetime import date
from decimal import Decimal

import pytest

from handback.core.periods import Period
from handback.records.measures import actions, queries
from handback.records.measures.measured.entries import TargetEntry
from handback.records.measures.measured.words import TargetKind
from tests.records.measures.conftest import MONDAY, TUESDAY

APRIL_2025, APRIL_2026 = date(2025, 4, 1), date(2026, 4, 1)


def target(number: int, first: date, until: date | None = None, **more: object) -> TargetEntry:
    return TargetEntry(indicator="M01", period=Period(first, until), value=Decimal(number), **more)


def in_force(authority):
    return [(row.first, row.until, int(row.value)) for row in queries.targets(authority)]


def test_a_target_ends_where_the_next_begins(harrowmere, bins, ada):
    actions.set_target(harrowmere, target(80, APRIL_2025), by=ada, at=MONDAY)
    actions.set_target(harrowmere, target(60, APRIL_2026), by=ada, at=TUESDAY)

    assert in_force(harrowmere) == [(APRIL_2025, APRIL_2026, 80), (APRIL_2026, None, 60)]


def test_a_target_with_an_end_is_not_cut_short(harrowmere, bins, ada):
    actions.set_target(harrowmere, target(80, APRIL_2025, date(2027, 4, 1)), by=ada, at=MONDAY)

    with pytest.raises(actions.TargetsOverlap, match="another target in force 1 April 2025 to 31 March 2027"):
        actions.set_target(harrowmere, target(60, APRIL_2026), by=ada, at=TUESDAY)


def test_a_target_may_not_run_into_a_later_one(harrowmere, bins, ada):
    actions.set_target(harrowmere, target(60, APRIL_2026), by=ada, at=MONDAY)

    with pytest.raises(actions.TargetsOverlap):
        actions.set_target(harrowmere, target(80, APRIL_2025), by=ada, at=TUESDAY)


def test_a_target_that_begins_on_the_same_day_corrects(harrowmere, bins, ada):
    actions.set_target(harrowmere, target(80, APRIL_2025), by=ada, at=MONDAY)
    outcome = actions.set_target(harrowmere, target(75, APRIL_2025), by=ada, at=TUESDAY)

    assert outcome == actions.Outcome.CORRECTED
    assert in_force(harrowmere) == [(APRIL_2025, None, 75)]


def test_the_same_target_twice_changes_nothing(harrowmere, bins, ada):
    actions.set_target(harrowmere, target(80, APRIL_2025), by=ada, at=MONDAY)

    assert actions.set_target(harrowmere, target(80, APRIL_2025), by=ada, at=TUESDAY) == actions.Outcome.SAME


def test_a_trajectory_stands_beside_the_target(harrowmere, bins, ada):
    actions.set_target(harrowmere, target(80, APRIL_2025), by=ada, at=MONDAY)
    actions.set_target(harrowmere, target(90, APRIL_2025, kind=TargetKind.TRAJECTORY), by=ada, at=MONDAY)

    assert [row.kind for row in queries.targets(harrowmere)] == ["target", "trajectory"]


def test_a_target_is_in_force_for_a_day_at_least(harrowmere, bins, ada):
    with pytest.raises(actions.NotWellFormed):
        actions.set_target(harrowmere, target(80, APRIL_2025, APRIL_2025), by=ada, at=MONDAY)


def test_a_withdrawn_target_is_in_force_no_more(harrowmere, bins, ada):
    actions.set_target(harrowmere, target(80, APRIL_2025), by=ada, at=MONDAY)
    actions.withdraw_target(
        harrowmere,
        "M01",
        kind=TargetKind.TARGET,
        first=APRIL_2025,
        reason="Never agreed.",
        by=ada,
        at=TUESDAY,
    )

    assert in_force(harrowmere) == []

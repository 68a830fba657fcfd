"""Run charts on pages: nothing is said of a series that hardly ever leaves its middle value."""

from decimal import Decimal

from tests.web.office.measures.conftest import told

LOW_AND_HIGH = [Decimal(n) for n in [95] * 12 + [99] * 12]


def test_a_measure_that_is_mostly_at_its_best_is_not_called_worse(officer, office, appeals):
    appeals([Decimal(n) for n in (100, 100, 99, 100, 99, 99, 100, 100, 99, 100, 100, 99, 99, 100, 100, 100)])
    said = told(officer.get(office("measures")))

    assert "There are too few values above and below the middle one to say" in said


def test_a_run_that_is_too_long_is_told_by_the_side_it_is_on_now_with_its_beginning(officer, office, appeals):
    appeals([*LOW_AND_HIGH[:11], Decimal(97), *LOW_AND_HIGH[13:]])
    said = told(officer.get(office("indicator", "M01")))

    assert "by more than chance, since April 2025 (11 in a row above the middle value)" in said

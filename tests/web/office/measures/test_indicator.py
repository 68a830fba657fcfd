"""One indicator: what is said of few values, of a run chart, and of its history."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from handback.core.frequencies import Frequency, period_of
from handback.records.measures import actions
from handback.records.measures.measured.entries import ValueEntry
from handback.records.measures.measured.words import Better, MeasuredAs
from handback.web.shared.measures.telling import stretches
from tests.support.harrowmere import CLERK, MORNING
from tests.web.office.measures.conftest import STEADY, told


def test_without_values_the_page_says_so_and_how_to_enter_one(officer, office, appeals):
    appeals()
    response = officer.get(office("indicator", "M01"))

    assert "No values have been entered" in told(response)
    assert office("indicator-values", "M01") in response.text


def test_of_few_values_there_are_a_table_and_a_direction_alone(officer, office, appeals):
    appeals([Decimal(80), Decimal(82), Decimal(81)], target=90)
    response = officer.get(office("indicator", "M01"))

    assert "the last value is lower than the one before" in told(response)
    assert 'class="hb-chart"' not in response.text
    assert "April 2024 80%" in told(response)


def test_of_few_more_the_limits_are_called_provisional(officer, office, appeals):
    appeals(STEADY[:6])

    assert "provisional limits" in told(officer.get(office("indicator", "M01")))


def test_a_run_chart_has_a_middle_and_no_limits(officer, office, appeals):
    appeals([Decimal(n) for n in (99, 100) * 8], target=95)
    said = told(officer.get(office("indicator", "M01")))

    assert "Run chart, because there are only two or three different values" in said
    assert "A run chart does not say whether it will meet its target" in said


def test_times_between_events_are_drawn(officer, office, appeals):
    appeals([Decimal(n) for n in (10, 40, 25, 31, 7, 60)], measured_as=MeasuredAs.TIME_BETWEEN, unit="days")

    assert "T chart, because the values are times between events" in told(
        officer.get(office("indicator", "M01"))
    )


def test_what_is_written_by_people_is_not_run(officer, office, appeals):
    appeals(STEADY, name="<script>alert(1)</script>")

    assert "<script>alert(1)" not in officer.get(office("indicator", "M01")).text


def test_the_values_are_given_as_csv_with_their_periods(officer, office, appeals):
    appeals(STEADY[:2])

    lines = officer.get(office("indicator-csv", "M01")).text.splitlines()

    assert len(lines) == 3
    assert lines[1].startswith("M01,Appeals decided in time,April 2024,2024-04-01,2024-04-30,80")


def noted(harrowmere, entry, **said):
    """Says something of a value that there is."""
    actions.record_value(harrowmere, replace(entry, **said), by=CLERK, at=MORNING)


def test_a_note_and_a_source_of_one_value_stand_beside_it(officer, office, appeals, harrowmere):
    appeals(STEADY, source="Planning register")
    period = period_of(Frequency.MONTH, day=date(2024, 6, 1))
    entry = ValueEntry(indicator="M01", period=period, value=STEADY[2])
    noted(harrowmere, entry, note="Two days were lost to snow", source="Paper files")

    assert "Two days were lost to snow. Source: Paper files." in told(officer.get(office("indicator", "M01")))


def test_without_notes_there_is_no_column_for_them(officer, office, appeals):
    appeals(STEADY)

    assert ">Note<" not in officer.get(office("indicator", "M01")).text


def test_the_usual_source_is_not_said_of_each_value(officer, office, appeals, harrowmere):
    appeals(STEADY, source="Planning register")
    period = period_of(Frequency.MONTH, day=date(2024, 6, 1))
    entry = ValueEntry(indicator="M01", period=period, value=STEADY[2])
    noted(harrowmere, entry, source="Planning register")

    assert ">Note<" not in officer.get(office("indicator", "M01")).text


def test_no_change_after_a_value_beyond_chance_says_that_the_value_before_was_worse(officer, office, appeals):
    appeals([*STEADY, Decimal(50), Decimal(80)])
    said = told(officer.get(office("indicator", "M01")))

    assert "no more than chance, but the value before, for June 2025, was worse by more than chance." in said


def test_two_values_before_that_were_beyond_chance_are_told_together(officer, office, appeals):
    appeals([*STEADY, *STEADY, Decimal(50), Decimal(50), Decimal(80)])
    said = told(officer.get(office("indicator", "M01")))

    assert (
        "but the 2 values before, from August 2026 to September 2026, were worse by more than chance" in said
    )


def test_a_last_value_that_alone_meets_its_target_is_said_to(officer, office, appeals):
    appeals([*STEADY, Decimal(96)], target=95)
    said = told(officer.get(office("indicator", "M01")))

    assert "it will not meet its target, though its last value meets it." in said


def test_without_a_chart_the_table_is_not_called_the_same_as_one(officer, office, appeals):
    appeals(STEADY[:3])

    assert "The same as a table" not in officer.get(office("indicator", "M01")).text


def test_periods_that_follow_one_another_are_named_by_the_first_and_the_last():
    months = [period_of(Frequency.MONTH, day=date(2025, month, 1)) for month in (1, 3, 4, 5, 7, 8)]

    assert stretches(Frequency.MONTH, months) == (
        "January 2025",
        "March 2025 to May 2025 (3)",
        "July 2025",
        "August 2025",
    )


def test_where_neither_way_is_better_that_is_said_after_since_when(officer, office, appeals):
    appeals([*STEADY, *(Decimal(95) for _ in range(2))], better=Better.NEITHER)
    said = told(officer.get(office("indicator", "M01")))

    assert "by more than chance, since June 2025 (above the upper limit); neither way is better." in said

"""A table of values is taken whole or not at all; what would change is shown first, faults with places."""

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from handback.reading import series
from handback.records.audit.queries import events
from handback.records.measures import actions, importing, queries
from tests.records.measures.conftest import APPEALS, BINS, MONDAY, TUESDAY, month, value

HEAD = "Indicator,Month,Value,Numerator,Denominator,Note\n"


def table(words: str) -> series.Table:
    (found,) = series.pasted(words)
    return found


def sheet_of(rows: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    book.active.title = "Figures"
    for row in rows:
        book.active.append(row)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def preview(authority, words: str, **more) -> importing.Preview:
    read = table(words)
    return importing.preview(authority, read, series.suggest(read.headers), **more)


def take(authority, words: str, by, *, at=TUESDAY, reason="") -> actions.Taken:
    read = table(words)
    seen = importing.preview(authority, read, series.suggest(read.headers))
    return actions.take_values(authority, read, seen, reason=reason, by=by, at=at)


def faults(authority, rows: str) -> list[str]:
    return [str(fault) for fault in preview(authority, HEAD + rows).faults]


def test_new_values_are_shown_with_their_places_and_nothing_is_written(harrowmere, bins):
    found = preview(harrowmere, HEAD + "M01,January 2026,12.5\nM01,February 2026,14\n")

    assert [(place, str(entry.value)) for place, entry in found.new] == [("row 2", "12.5"), ("row 3", "14")]
    assert not queries.values(harrowmere).exists()


def test_a_table_is_taken_with_one_event(harrowmere, bins, ada):
    taken = take(harrowmere, HEAD + "M01,January 2026,12.5\nM01,February 2026,14\n", ada)

    assert taken == actions.Taken(new=2, restated=0, same=0)
    assert events().of("measures.values").count() == 1


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ('M01,January 2026,"12,3"', "row 2, column Value: “12,3” is not a number"),
        ("M09,January 2026,12", "row 2, column Indicator: no indicator is called “M09”"),
        (",January 2026,12", "row 2, column Indicator: no indicator is named"),
        ("M01,Quarter,12", "row 2, column Month: “Quarter” is not a period"),
        ("M01,2025/26 Q1,12", "row 2, column Month: M01 is measured by the month"),
        ("M01,January 2026,", "row 2, column Value: M01, 1 January 2026 to 31 January 2026: give a value"),
        ("M02,January 2026,,42,41", "row 2, column Value: M02: 42 of 41 cannot have been counted"),
    ],
)
def test_a_row_that_cannot_be_taken_is_named_with_its_place(harrowmere, bins, appeals, row, fault):
    (told,) = faults(harrowmere, row + "\n")

    assert told.startswith(fault)


@pytest.mark.parametrize("second", ["12", "13"])
def test_a_period_that_stands_twice_is_refused_whatever_it_says(harrowmere, bins, second):
    told = faults(harrowmere, f"M01,January 2026,12\nM01,Jan 2026,{second}\n")

    assert told == ["row 3: M01 for 1 January 2026 to 31 January 2026 stands at row 2 already"]


def test_one_bad_row_keeps_all_others_out(harrowmere, bins, ada):
    with pytest.raises(actions.ImportRefused, match="row 3"):
        take(harrowmere, HEAD + "M01,January 2026,12\nM01,February 2026,many\n", ada)

    assert not queries.values(harrowmere).exists()


def test_a_restatement_is_shown_as_old_and_new(harrowmere, bins, ada):
    actions.record_value(harrowmere, value(12, month(2026, 1)), by=ada, at=MONDAY)
    (change,) = preview(harrowmere, HEAD + "M01,January 2026,15\n").restated

    assert (change.place, change.old.value, change.entry.value) == ("row 2", Decimal(12), Decimal(15))


def test_restatements_are_taken_for_a_reason_only(harrowmere, bins, ada):
    actions.record_value(harrowmere, value(12, month(2026, 1)), by=ada, at=MONDAY)

    with pytest.raises(actions.RestatedWithoutReason):
        take(harrowmere, HEAD + "M01,January 2026,15\n", ada)


def test_a_restatement_by_table_is_listed_with_its_reason(harrowmere, bins, ada):
    actions.record_value(harrowmere, value(12, month(2026, 1)), by=ada, at=MONDAY)
    take(harrowmere, HEAD + "M01,January 2026,15\n", ada, reason="Audited.")

    (told,) = queries.restatements(harrowmere)
    assert (told.old, told.new, told.reason) == (Decimal(12), Decimal(15), "Audited.")


def _reads(authority, words, by, reason) -> int:
    with CaptureQueriesContext(connection) as asked:
        take(authority, HEAD + words, by, reason=reason)
    return sum(one["sql"].startswith("SELECT") for one in asked)


def test_many_restatements_ask_as_often_as_one(harrowmere, bins, ada):
    days = [f"{name} 2026" for name in ("January", "February", "March", "April")]
    take(harrowmere, HEAD + "".join(f"M01,{day},12\n" for day in days), ada)
    once = _reads(harrowmere, "M01,January 2026,15\n", ada, "Audited.")

    assert _reads(harrowmere, "".join(f"M01,{day},16\n" for day in days), ada, "Audited again.") == once


def test_values_already_recorded_are_only_counted(harrowmere, bins, ada):
    take(harrowmere, HEAD + "M01,January 2026,12\n", ada)

    assert preview(harrowmere, HEAD + "M01,January 2026,12.0\n").same == 1


def test_a_preview_that_does_not_hold_any_more_is_refused(harrowmere, bins, ada):
    read = table(HEAD + "M01,January 2026,15\n")
    seen = importing.preview(harrowmere, read, series.suggest(read.headers))
    actions.record_value(harrowmere, value(12, month(2026, 1)), by=ada, at=MONDAY)

    with pytest.raises(actions.RecordChanged):
        actions.take_values(harrowmere, read, seen, reason="Audited.", by=ada, at=TUESDAY)


def test_a_share_that_its_counts_do_not_make_is_doubted_and_taken(harrowmere, appeals, ada):
    found = preview(harrowmere, HEAD + "M02,January 2026,86,28,41\n")

    assert [str(doubt) for doubt in found.doubts] == ["row 2, column Value: 28 of 41 is 68.2926829, not 86"]
    assert found.can_be_taken


def test_a_share_rounded_as_it_is_stated_is_not_doubted(harrowmere, appeals):
    assert preview(harrowmere, HEAD + "M02,January 2026,68.3,28,41\n").doubts == ()


def test_an_indicator_may_be_called_by_its_name(harrowmere, bins):
    found = preview(harrowmere, f'{HEAD}"{BINS.name.upper()}",January 2026,12\n')

    assert [entry.indicator for _, entry in found.new] == ["M01"]


def test_a_table_without_a_column_of_indicators_is_about_the_one_given(harrowmere, bins):
    found = preview(harrowmere, "Month\tValue\nJanuary 2026\t1,200\n", indicator="M01")

    assert [str(entry.value) for _, entry in found.new] == ["1200"]


def test_periods_along_the_top_are_read_across(harrowmere, bins):
    found = preview(harrowmere, "Indicator\tJanuary 2026\tFebruary 2026\nM01\t12\t-\n")

    assert [(entry.period, str(entry.value)) for _, entry in found.new] == [(month(2026, 1), "12")]


def test_a_spreadsheet_is_taken_like_a_pasted_table(harrowmere, bins):
    rows = [["Monthly figures"], ["Indicator", "Month", "Value"], ["M01", date(2026, 1, 31), 12.5]]
    (read,) = series.tables(sheet_of(rows))
    found = importing.preview(harrowmere, read, series.suggest(read.headers))

    assert [(place, str(entry.value)) for place, entry in found.new] == [("sheet Figures, row 3", "12.5")]


def test_what_the_columns_are_is_remembered(harrowmere, bins, ada):
    words = HEAD + "M01,January 2026,12\n"
    take(harrowmere, words, ada)

    said = queries.columns_said(harrowmere, series.signature(table(words).headers))
    assert said["value"] == "Value"


def test_periods_that_share_days_are_refused(harrowmere, ada):
    entry = replace(APPEALS, frequency="irregular", measured_as="measurement")
    actions.record_indicator(harrowmere, entry, by=ada, at=MONDAY)

    told = faults(harrowmere, "M02,2026-01-01 to 2026-01-31,1\nM02,2026-01-15 to 2026-02-14,2\n")
    assert told == [
        "row 3: M02 for 15 January 2026 to 14 February 2026 shares days with "
        "1 January 2026 to 31 January 2026"
    ]

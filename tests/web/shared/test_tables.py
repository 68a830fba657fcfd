"""Rows for people, and rows for spreadsheets."""

import csv
import io

import pytest

from handback.web.shared.charts.powers import powers_chart
from handback.web.shared.charts.tables import table, without_empty
from handback.web.shared.spreadsheets import FORMULA_SIGNS, csv_text
from tests.web.shared.examples import HARROWMERE, SPAN


def cells(rows, columns):
    return list(csv.reader(io.StringIO(csv_text(rows, columns=columns), newline="")))


def test_a_table_writes_days_in_words():
    assert table(powers_chart(HARROWMERE, span=SPAN).rows)[0][4:6] == ["1 January 2019", "30 June 2020"]


def test_csv_has_a_head_and_the_columns_in_its_order():
    assert cells([{"name": "Licensing", "code": "F01"}], ["code", "name"]) == [
        ["code", "name"],
        ["F01", "Licensing"],
    ]


def test_csv_leaves_the_cell_of_what_is_not_known_empty():
    assert cells([{"code": "F01", "since": None}], ["code", "since"])[1] == ["F01", ""]


@pytest.mark.parametrize("sign", FORMULA_SIGNS, ids=ascii)
def test_csv_holds_no_cell_that_a_spreadsheet_would_run(sign):
    assert cells([{"name": f"{sign}HYPERLINK(1)"}], ["name"])[1] == [f"'{sign}HYPERLINK(1)"]


def test_a_column_in_which_no_row_says_anything_is_left_out():
    assert without_empty(("A", "B", "C"), [["1", "", "3"], ["4", "", ""]]) == (
        ["A", "C"],
        [["1", "3"], ["4", ""]],
    )

"""A chart's rows for people and for machines."""

import csv
import io
from dataclasses import replace

from handback.web.shared.charts.powers import Row, powers_chart
from handback.web.shared.charts.tables import csv_text, table
from tests.web.shared.examples import HARROWMERE, SPAN


def cells(lanes):
    text = csv_text(powers_chart(lanes, span=SPAN).rows, head=Row.HEAD)
    return list(csv.reader(io.StringIO(text)))


def test_a_table_writes_days_in_words():
    assert table(powers_chart(HARROWMERE, span=SPAN).rows)[0][4:6] == ["1 January 2019", "30 June 2020"]


def test_csv_writes_days_as_machines_read_them():
    assert cells(HARROWMERE)[1][4:] == ["2019-01-01", "2020-06-30", "", "no"]


def test_csv_has_a_head_for_every_cell():
    assert {len(line) for line in cells(HARROWMERE)} == {len(Row.HEAD)}


def test_csv_holds_no_cell_that_a_spreadsheet_would_run():
    assert cells((replace(HARROWMERE[0], name="=HYPERLINK(1)"),))[1][1] == "'=HYPERLINK(1)"

"""Tables of values: where their header is, what their columns mean, and the rows with their places."""

import pytest

from handback.reading import series
from handback.reading.refusals import NotReadable
from handback.reading.series import NoSuchColumns, Role

TALL = "Missed bins\n\nIndicator,Month,Value\nM01,January 2026,12\n,,\nM01,February 2026,\n"


def table(words: str) -> series.Table:
    (found,) = series.pasted(words)
    return found


def test_the_header_is_found_below_a_title():
    found = table(TALL)

    assert (found.header_row, found.headers) == (3, ("Indicator", "Month", "Value"))


@pytest.mark.parametrize("parted", [",", ";", "\t"])
def test_cells_may_be_parted_by_commas_semicolons_or_tabs(parted):
    assert table(TALL.replace(",", parted)).headers == ("Indicator", "Month", "Value")


def test_a_comma_in_a_cell_between_tabs_is_part_of_it():
    found = table("Month\tValue\nJanuary 2026\t1,200\n")

    assert found.rows[0].cells == ("January 2026", "1,200")


def test_what_columns_mean_is_suggested_by_their_names():
    headers = [
        "Metric type",
        "Area code",
        "Period",
        "Actual",
        "Numerator",
        "Date published",
        "Notes",
        "Colour",
    ]

    assert series.suggest(headers) == {
        Role.INDICATOR: "Metric type",
        Role.AREA: "Area code",
        Role.PERIOD: "Period",
        Role.VALUE: "Actual",
        Role.NUMERATOR: "Numerator",
        Role.PUBLISHED: "Date published",
        Role.NOTE: "Notes",
    }


def test_rows_have_their_places_and_empty_ones_are_passed_over():
    found = table(TALL)
    rows = series.stated_rows(found, series.suggest(found.headers))

    assert [row.place for row in rows] == ["row 4", "row 6"]
    assert rows[0].where(Role.VALUE) == "row 4, column Value"


def test_periods_along_the_top_make_a_value_of_each_cell():
    found = table("Indicator,2021/22,2022/23\nM01,1,2\nM02,,3\n")
    rows = series.stated_rows(found, series.suggest(found.headers))

    told = [(row.said[Role.INDICATOR], row.said[Role.PERIOD], row.said[Role.VALUE]) for row in rows]
    assert told == [("M01", "2021/22", "1"), ("M01", "2022/23", "2"), ("M02", "2022/23", "3")]


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        ({Role.PERIOD: "Month"}, "which column holds the values"),
        ({Role.VALUE: "Value"}, "which column holds the periods"),
        ({Role.PERIOD: "Week", Role.VALUE: "Value"}, "no column “Week”"),
    ],
)
def test_columns_that_make_no_value_are_refused(columns, sentence):
    with pytest.raises(NoSuchColumns, match=sentence):
        series.stated_rows(table(TALL), columns)


def test_two_columns_of_one_name_are_refused():
    with pytest.raises(NoSuchColumns, match="Two columns"):
        series.stated_rows(
            table("Month,Value,Value\nJanuary 2026,1,2\n"), {Role.PERIOD: "Month", Role.VALUE: "Value"}
        )


@pytest.mark.parametrize("data", [b"Nothing here.\nNor here.\n", b"%PDF-1.7\n", b""])
def test_what_holds_no_table_is_refused(data):
    with pytest.raises(NotReadable):
        series.tables(data)


def test_the_order_of_columns_does_not_change_their_signature():
    assert series.signature(["Month", "Value"]) == series.signature(["value", "MONTH"])

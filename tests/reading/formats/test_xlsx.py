"""Spreadsheets and files of values: rows with their places, and nothing opened that could not be held."""

import datetime
import io

import openpyxl
import pytest

from handback.reading import Kind, State, read
from handback.reading.formats import tables, xlsx


def saved(book: openpyxl.Workbook) -> bytes:
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def sheet_of(*rows: list[object], name: str = "Actions") -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    book.active.title = name
    for row in rows:
        book.active.append(row)
    return book


def rows_of(book: openpyxl.Workbook) -> list[str]:
    document = read(saved(book))
    return [document.words(p) for p in document.passages if p.kind is Kind.ROW]


def test_rows_are_joined_by_bars_and_empty_cells_keep_their_place():
    assert rows_of(sheet_of(["Action", "Owner", "Due"], ["Mend the crane", None, "May"])) == [
        "Action | Owner | Due",
        "Mend the crane |  | May",
    ]


def test_a_row_says_where_it_stands_as_the_sheet_shows_it():
    book = sheet_of(["Action", "Owner"])
    book.active["A12"] = "Mend the crane"

    assert read(saved(book)).passages[-1].place == "sheet Actions, row 12"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (datetime.date(2027, 3, 31), "2027-03-31"),
        (datetime.datetime(2027, 3, 31, 14, 30), "2027-03-31 14:30"),  # noqa: DTZ001 - as sheets have it
        (12.0, "12"),
        (12.5, "12.5"),
        (True, "yes"),
        ("two\nlines", "two lines"),
    ],
)
def test_a_cell_is_written_as_people_would(value, words):
    assert rows_of(sheet_of(["Mend the crane", value])) == [f"Mend the crane | {words}"]


def test_a_sheet_is_a_heading_and_its_rows_stand_under_it():
    document = read(saved(sheet_of(["Mend the crane"])))

    assert (document.words(document.passages[0]), document.passages[1].heading) == ("Actions", "Actions")


def test_a_hidden_sheet_is_named_and_not_read():
    book = sheet_of(["Mend the crane"])
    hidden = book.create_sheet("Costs")
    hidden["A1"], hidden.sheet_state = "secret", "hidden"
    document = read(saved(book))

    assert "secret" not in document.text
    assert [part.what for part in document.unread] == ["Sheet Costs"]


def test_a_merged_cell_says_its_words_once():
    book = sheet_of(["Actions of the harbour board"], ["Mend the crane", "Ada"])
    book.active.merge_cells("A1:B1")

    assert rows_of(book)[0] == "Actions of the harbour board"


def test_cells_too_far_apart_are_not_opened():
    book = sheet_of(["Mend the crane"])
    book.active["XFD1048576"] = "far"
    document = read(saved(book))

    assert document.state is State.UNREADABLE
    assert "far apart" in document.reason


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_file_of_values_is_told_by_its_content(delimiter):
    lines = [["Action", "Owner", "Due"], ['"Mend it', '"Ada"', "May"], ["Open it", "Tom", "June"]]
    lines[1][0] = '"Mend it' + delimiter + ' soon"'
    document = read("\n".join(delimiter.join(line) for line in lines).encode())

    assert document.format == "csv"
    assert document.passages[1].place == "row 2"
    assert document.words(document.passages[1]).endswith("| Ada | May")


def test_rows_of_values_beyond_those_that_are_held_are_said_not_to_be_read(monkeypatch):
    monkeypatch.setattr(tables, "MOST_ROWS", 4)
    document = read(("Ref,Action,Due\n" + "1,Mend the crane,May\n" * 9).encode())

    assert document.text.count("Mend the crane") == 3
    assert [left.what for left in document.unread] == ["The rows from 5 on"]


def test_columns_beyond_those_that_are_held_are_said_not_to_be_read():
    wide = [f"c{n}" for n in range(tables.MOST_COLUMNS + 2)]
    values = read("\n".join([",".join(wide)] * 4).encode())
    spreadsheet = read(saved(sheet_of(wide, ["1", "Mend the crane"])))

    assert [left.what for left in values.unread] == ["The table beyond its first 400 columns"]
    assert [left.what for left in spreadsheet.unread] == ["Sheet Actions, beyond its first 400 columns"]


def test_sheets_beyond_those_that_are_read_are_counted(monkeypatch):
    monkeypatch.setattr(xlsx, "MOST_SHEETS", 2)
    book = sheet_of(["Ref", "Action", "Due"])
    for name in ("B", "C", "D"):
        book.create_sheet(name)

    assert [left.what for left in read(saved(book)).unread] == ["Further sheets (2)"]


def test_a_cell_of_a_file_of_values_may_hold_any_sort_of_space():
    document = read("Ref,Action,Due\n1,Mend\u2028the\x0bcrane,May\n2,Open it,May\n".encode())

    assert [document.words(p) for p in document.passages][1] == "1 | Mend the crane | May"


def test_prose_with_commas_is_no_file_of_values():
    words = "The pier, the quay, and the ferry.\nThe crane, the dock, and the harbour.\nAll, I say, are open."

    assert read(words.encode()).format == "text"


def test_the_days_in_a_table_are_not_the_date_of_the_spreadsheet():
    document = read(saved(sheet_of(["Action", "Due"], ["Let the stalls", "30 September 2027"])))

    assert document.dated_on is None

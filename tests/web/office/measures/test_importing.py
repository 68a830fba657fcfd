"""A table of values: pasted or sent, shown before anything is taken, then taken whole or not at all."""

import io
import re

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from handback.records.measures import queries
from tests.web.office.measures.conftest import STEADY, told

PASTED = "Period\tValue\nMay 2026\t80\nJune 2026\t81\n"
COLUMNS = {"column-period": "Period", "column-value": "Value"}
ROWS = '"rows": [[2, ["2025-01", "%s"]]]'
KEPT = '{"name": "x", "tables": [{"sheet": "", "header": [%s, ["Period", "Value"]], ' + ROWS + "}]}"


@pytest.fixture
def take(officer, office):
    """Sends the page; `seen` is what it showed last."""

    def sent(**said):
        return officer.post(office("measures-import"), {"indicator": "M01", **said})

    return sent


def seen_in(response) -> dict[str, str]:
    found = re.search(r'name="seen" value="([^"]*)"', response.text)
    return {"seen": found.group(1) if found else ""}


def test_a_pasted_table_is_shown_before_anything_is_taken(take, appeals, harrowmere):
    appeals()

    assert "2 new values, 0 that would change" in told(take(words=PASTED, do="read"))
    assert not queries.values(harrowmere).exists()


def test_what_was_shown_is_taken(take, appeals, harrowmere):
    appeals()
    shown = take(words=PASTED, do="read")

    take(words=PASTED, do="take", **COLUMNS, **seen_in(shown))

    assert [str(row.value) for row in queries.values(harrowmere)] == ["80", "81"]


def test_every_bad_row_is_named_with_its_place(take, appeals, harrowmere):
    appeals()
    bad = PASTED.replace("80", "8o").replace("June", "Juin")
    said = told(take(words=bad, do="read"))

    assert "2 things to put right first" in said
    assert "Row 2, column Value “8o” is not a number" in said
    assert "Row 3, column Period “Juin 2026” is not a period" in said


def test_what_is_wrong_leads_the_page_and_leads_to_the_rows(take, appeals):
    appeals()

    text = take(words=PASTED.replace("80", "8o"), do="read").text

    assert "<title>Error: " in text
    assert '<li><a href="#to-put-right-1">Row 2, column Value: “8o” is not a number' in text
    assert text.index("There is a problem") < text.index("<h1")
    assert text.count('id="to-put-right-1"') == 1
    assert "May 2026 | 8o" in text


def test_of_very_many_wrong_rows_the_first_lead_the_page_and_the_rest_are_counted(take, appeals):
    appeals()
    rows = "".join(f"May {year}\tmany\n" for year in range(1980, 2010))

    text = take(words=f"Period\tValue\n{rows}", do="read").text

    assert text.count('<li><a href="#to-put-right-') == 20
    assert '<li><a href="#to-put-right">10 more</a></li>' in text


def test_a_table_with_a_bad_row_is_not_taken_at_all(take, appeals, harrowmere):
    appeals()
    bad = PASTED.replace("81", "x1")

    said = told(take(words=bad, do="take", **COLUMNS, **seen_in(take(words=bad, do="read"))))

    assert "Nothing was taken" in said
    assert not queries.values(harrowmere).exists()


def test_a_restated_value_is_shown_as_old_and_new_and_needs_a_reason(take, appeals, harrowmere):
    appeals(STEADY)
    words = "Period\tValue\nMay 2025\t70\n"
    shown = take(words=words, do="read")
    assert "Appeals decided in time May 2025 81 70" in told(shown)

    refused = take(words=words, do="take", **COLUMNS, **seen_in(shown))
    assert 'id="id_column-reason_error"' in refused.text
    why = {"column-reason": "Two cases were found"}
    take(words=words, do="take", **COLUMNS, **seen_in(shown), **why)
    assert str(queries.values(harrowmere).last().value) == "70"


def test_what_changed_since_it_was_shown_is_not_taken(take, appeals, harrowmere):
    appeals()

    said = told(take(words=PASTED, do="take", **COLUMNS, seen="what was shown before"))

    assert "The record was changed since this was shown" in said
    assert not queries.values(harrowmere).exists()


def test_of_several_sheets_it_is_said_which_is_read_and_another_can_be_chosen(take, appeals):
    appeals()
    book, file = openpyxl.Workbook(), io.BytesIO()
    book.active.title = "Appeals"
    other = book.create_sheet("Complaints")
    for sheet, number in ((book.active, 80), (other, 3)):
        for row in (("Period", "Value"), ("May 2026", number)):
            sheet.append(row)
    book.save(file)
    shown = take(file=SimpleUploadedFile("values.xlsx", file.getvalue()), do="read")
    kept = re.search(r'name="kept" value="([^"]*)"', shown.text).group(1).replace("&quot;", '"')
    second = told(take(kept=kept, do="read", table="1", **COLUMNS))

    assert "“values.xlsx”, sheet “Appeals”, one of 2 with a table: 1 row" in told(shown)
    assert "sheet “Complaints”, one of 2" in second
    assert "sheet Complaints, row 2" in second


def test_a_spreadsheet_is_carried_from_step_to_step(take, appeals, harrowmere):
    appeals()
    book, file = openpyxl.Workbook(), io.BytesIO()
    for row in (("Period", "Value"), ("May 2026", 80), ("June 2026", 81)):
        book.active.append(row)
    book.save(file)
    shown = take(file=SimpleUploadedFile("values.xlsx", file.getvalue()), do="read")
    assert "“values.xlsx”: 2 rows" in told(shown)
    kept = re.search(r'name="kept" value="([^"]*)"', shown.text).group(1).replace("&quot;", '"')

    take(kept=kept, do="take", **COLUMNS, **seen_in(shown))

    assert queries.values(harrowmere).count() == 2


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"words": ""}, "Paste a table, or send a file"),
        ({"words": "nothing like a table"}, "No row names the columns"),
        ({"kept": '{"name": 1, "tables": [3]}'}, "No row names the columns"),
        ({"kept": KEPT % ("1e400", "")}, "No row names the columns"),
        ({"kept": KEPT % ("1", "\\ud800")}, "No row names the columns"),
        ({"kept": KEPT % ("1", "\\u0000")}, "No row names the columns"),
        ({"file": SimpleUploadedFile("empty.csv", b"")}, "is empty"),
        ({"file": SimpleUploadedFile("letter.bin", b"\x00\x01\x02")}, "was not read"),
    ],
)
def test_what_is_no_table_says_so(take, appeals, said, sentence):
    appeals()

    assert sentence in told(take(**said, do="read"))


def test_the_columns_that_somebody_said_are_remembered(take, appeals):
    appeals()
    shown = take(words=PASTED, do="read")
    take(words=PASTED, do="take", **COLUMNS, **seen_in(shown))

    assert "Somebody said which column is what" in told(take(words=PASTED, do="read"))


def test_one_column_is_not_two_things(take, appeals):
    appeals()
    said = {**COLUMNS, "column-note": "Value"}

    assert "is already “Value”" in told(take(words=PASTED, do="look", **said))


def test_new_values_alone_can_be_taken_without_passing_the_columns(take, appeals):
    appeals()
    said = told(take(words=PASTED, do="read"))

    assert said.index("Take 2 values") < said.index("The columns")
    assert said.count("Take 2 values") == 1


def test_values_that_change_are_taken_below_the_box_for_the_reason(take, appeals):
    appeals(STEADY)
    said = told(take(words="Period\tValue\nMay 2025\t70\n", do="read"))

    assert said.index("Why values change") < said.index("Take 1 value")


def test_a_table_with_a_bad_row_is_headed_by_that(take, appeals):
    appeals()

    assert "Nothing can be taken yet" in told(take(words=PASTED.replace("81", "x1"), do="read"))

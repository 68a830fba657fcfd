"""Action trackers: any names of columns, a meaning that is remembered, commitments that quote their cells."""

import datetime
import io

import openpyxl
import pytest

from handback.reading import NotReadable, read
from handback.reading.trackers import NoActionColumn, Role, claims, read_rows, signature, suggest, tables

HEADERS = ["Ref", "Agreed action", "Lead officer", "Target date", "RAG"]


def tracker(*rows: list[object], above: int = 0) -> bytes:
    book = openpyxl.Workbook()
    book.active.title = "Actions"
    for n in range(above):
        book.active.append([f"Improvement plan of Harrowmere, note {n}"])
    for row in (HEADERS, *rows):
        book.active.append(row)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def due_of(cell: object) -> tuple[str | None, str | None]:
    data = tracker(["1", "Mend the crane", "Ada", cell, "Green"])
    (table,) = tables(data)
    (claim,) = claims(read(data), table, suggest(table.headers))
    return claim.attributes["due_from"], claim.attributes["due_to"]


@pytest.mark.parametrize(
    ("headers", "meant"),
    [
        (HEADERS, {Role.ACTION: "Agreed action", Role.OWNER: "Lead officer", Role.DUE: "Target date"}),
        (
            ["ID", "What will we do?", "Who", "By when"],
            {Role.ACTION: "What will we do?", Role.DUE: "By when"},
        ),
        (
            ["Action", "Original due date", "Revised due date"],
            {Role.FIRST_DUE: "Original due date", Role.DUE: "Revised due date"},
        ),
        (["Recommendation", "Action", "Owner"], {Role.ACTION: "Action"}),
        (["Milestone", "Progress Status", "Latest commentary"], {Role.STATUS: "Progress Status"}),
        (["Action", "Evidence of completion", "Priority"], {Role.EVIDENCE: "Evidence of completion"}),
        (["Action", "Due date", "Revised date"], {Role.FIRST_DUE: "Due date", Role.DUE: "Revised date"}),
        (["Action", "Date raised", "Revised date"], {Role.DUE: "Revised date"}),
        (["Action", "Original target date"], {Role.DUE: "Original target date"}),
    ],
)
def test_what_columns_mean_is_guessed_from_their_names(headers, meant):
    assert {role: header for role, header in suggest(headers).items() if role in meant} == meant


def test_a_meaning_is_remembered_for_the_same_columns_in_any_order_and_case():
    assert signature(["Ref", "Agreed action"]) == signature(["AGREED  ACTION", "ref "])


def test_other_columns_have_another_signature():
    assert signature(["Ref", "Agreed action"]) != signature(["Ref", "Agreed action", "Owner"])


def test_the_header_row_is_found_below_titles_and_notes():
    (table,) = tables(tracker(["1", "Mend the crane", "Ada"], above=4))

    assert (table.header_row, table.headers, len(table.rows)) == (5, tuple(HEADERS), 1)


def test_a_commitment_quotes_its_cell_where_it_stands():
    data = tracker(["1", "Mend the crane", "Ada", datetime.date(2027, 3, 31), "Green"], above=2)
    document, (table,) = read(data), tables(data)
    (claim,) = claims(document, table, suggest(table.headers))

    assert document.text[claim.start : claim.end] == claim.quote == "Mend the crane"
    assert claim.attributes["owner"] == "Ada"
    assert (claim.attributes["reference"], claim.attributes["status"]) == ("1", "Green")


@pytest.mark.parametrize(
    ("cell", "days"),
    [
        (datetime.date(2027, 3, 31), (None, "2027-03-31")),
        ("31/03/2027", (None, "2027-03-31")),
        ("end of March 2027", (None, "2027-03-31")),
        ("March 2027", ("2027-03-01", "2027-03-31")),
        ("Q3 2026/27", ("2026-10-01", "2026-12-31")),
        ("Spring 2027", ("2027-03-01", "2027-05-31")),
        ("from April 2027", ("2027-04-01", None)),
        ("Ongoing", (None, None)),
        (None, (None, None)),
    ],
)
def test_dates_of_trackers_are_read_as_those_of_minutes(cell, days):
    assert due_of(cell) == days


def test_rows_and_dates_that_cannot_be_read_are_listed_with_the_reason():
    data = tracker(["1", "Mend the crane", "Ada", "when it is dry"], ["2", None, "Tom", "May 2027"])
    document, (table,) = read(data), tables(data)
    found = read_rows(document, table, suggest(table.headers))

    assert [claim.quote for claim in found.claims] == ["Mend the crane"]
    assert [(unread.row, unread.why) for unread in found.unread] == [
        (2, "“when it is dry” was not understood as a date."),
        (3, "The row has no words in the column of actions."),
    ]


def test_a_file_of_values_is_a_tracker_too():
    data = b"Ref,Agreed action,Owner,Due\n1,Mend the crane,Ada,31/03/2027\n2,Open the pier,Tom,May 2027\n"
    (table,) = tables(data)

    assert [c.quote for c in claims(read(data), table, suggest(table.headers))] == [
        "Mend the crane",
        "Open the pier",
    ]


def test_a_mapping_without_actions_is_refused():
    data = tracker(["1", "Mend the crane", "Ada"])
    (table,) = tables(data)

    with pytest.raises(NoActionColumn):
        claims(read(data), table, {Role.OWNER: "Lead officer"})


def test_what_holds_no_tables_is_refused():
    with pytest.raises(NotReadable, match="neither a spreadsheet"):
        tables(b"The pier is open.")


@pytest.mark.parametrize(
    ("revised", "holds"), [("", "2026-05-04"), ("9 June 2026", "2026-06-09"), ("TBC", None)]
)
def test_a_date_that_was_never_revised_holds(revised, holds):
    data = (
        f"Action,Due date,Revised date\nMend the crane,4 May 2026,{revised}\nPaint it,5 May 2026,\n".encode()
    )
    (table,) = tables(data)
    first, _ = claims(read(data), table, suggest(table.headers))

    assert first.attributes["due_to"] == holds
    assert first.attributes["first_due_to"] == "2026-05-04"

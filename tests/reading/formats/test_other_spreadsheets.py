"""Spreadsheets that are no .xlsx: told by their content, read as the others, and opened only where safe."""

import struct

import pytest

from handback.reading import Kind, State, read
from handback.reading.bulk.limits import time_limit
from handback.reading.trackers import tables
from tests.support.sheets import cells_of, compound, ods, ods_cell, ods_rows, workbook, xls, xlsb

ROWS = ["Action", "Owner", "Due"], ["Mend the crane", "Ada", "31 May 2027"]
PAPERS = {"xls": xls(cells_of(*ROWS)), "ods": ods(ods_rows(*ROWS)), "xlsb": xlsb(cells_of(*ROWS))}
FAR = 'table:number-columns-repeated="16000"'


@pytest.mark.parametrize("form", PAPERS)
def test_rows_are_read_with_their_places(form):
    document = read(PAPERS[form], name="actions.dat")

    assert (document.format, document.state, document.reason) == (form, State.WHOLE, "")
    assert [document.words(p) for p in document.passages if p.kind is Kind.ROW] == [
        " | ".join(row) for row in ROWS
    ]
    assert document.passages[-1].place == "sheet Actions, row 2"


@pytest.mark.parametrize("form", PAPERS)
def test_their_tables_can_be_read_as_trackers(form):
    (table,) = tables(PAPERS[form])

    assert table.headers == ("Action", "Owner", "Due")


BLANK = "<table:table-cell/>"
HOSTILE = {
    "a far corner (.xls)": xls([(0, 0, "a"), (65_000, 250, "b")]),
    "corners that are said (.xls)": xls([(0, 0, "a")], corners=(0x7FFFFFFF, 0xFFFF)),
    "a far corner (.xlsb)": xlsb([(0, 0, "a"), (1_000_000, 16_000, "b")]),
    "a cell there very often": ods(f"<table:table-row>{ods_cell('a', FAR)}</table:table-row>" * 200),
    "a row there very often": ods(
        f'<table:table-row table:number-rows-repeated="900000">{ods_cell("a") * 9}</table:table-row>'
    ),
    "a far row": ods(
        f'<table:table-row table:number-rows-repeated="1000000">{BLANK}</table:table-row>'
        + ods_rows(["a"] * 9)
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_cells_that_stand_too_far_apart_are_not_opened(name):
    with time_limit(10, kill=False):
        document = read(HOSTILE[name])

    assert document.state is State.UNREADABLE
    assert "so far apart" in document.reason


def test_blank_rows_to_the_end_of_the_sheet_are_no_cells():
    blank = (
        f'<table:table-row table:number-rows-repeated="1048000"><table:table-cell {FAR}/></table:table-row>'
    )

    assert read(ods(ods_rows(*ROWS) + blank)).state is State.WHOLE


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (xls(cells_of(*ROWS), extra=struct.pack("<HHHH", 0x2F, 4, 1, 1)), "locked with a password"),
        (ods(ods_rows(*ROWS), manifest="<m:encryption-data/>"), "locked with a password"),
        (compound(workbook(cells_of(*ROWS), name="A", corners=None, extra=b""), circle=True), "damaged"),
        (PAPERS["xls"][:1_600], "damaged"),
        (xls(cells_of(*ROWS), extra=struct.pack("<HHII", 0xFC, 8, 0, 0x7FFFFFFF)), "damaged"),
        (xls(cells_of(*ROWS), extra=struct.pack("<HHIIHHH", 0x200, 14, 9, 2, 0, 3, 0)), "damaged"),
        (PAPERS["xls"][:44] + b"\xff\xff\xff\x7f" + PAPERS["xls"][48:], "damaged"),
        (PAPERS["xls"][:1_272] + b"\xff\xff\xff\x7f" + PAPERS["xls"][1_276:], "damaged"),
        (compound(b"nothing"), "damaged"),
        (compound(b"", name="WordDocument"), "older Word document"),
        (compound(b"", name="Else"), "older Office document"),
        (ods("<table:table-row"), "damaged"),
        (ods('<table:table-row table:number-rows-repeated="-1"/>'), "damaged"),
    ],
)
def test_what_is_locked_damaged_or_another_file_says_so(data, why):
    with time_limit(10, kill=False):
        document = read(data)

    assert document.state is State.UNREADABLE
    assert why in document.reason

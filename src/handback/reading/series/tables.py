"""Tables of values: pasted, comma-separated or a spreadsheet. Where the header is, and the rows below it."""

import csv
import io
from collections.abc import Iterator
from itertools import islice

from handback.reading.formats import sniffing
from handback.reading.formats.encodings import decode
from handback.reading.formats.tables import MOST_ROWS, Row, Sheet, rows_of
from handback.reading.refusals import NotReadable
from handback.reading.series.roles import is_period, suggest
from handback.reading.series.stated import NotANumber, stated_number
from handback.reading.trackers.tables import Table, sheets_of, table_below

_LONGEST_NAME = 200  # characters of a column's name


def tables(data: bytes) -> tuple[Table, ...]:
    """The tables that a file holds, one for each sheet that has a row of headers. Raises NotReadable."""
    if sniffing.form_of_bytes(data):
        return tuple(
            table for sheet in sheets_of(data) if (table := table_below(sheet, _likeness)) is not None
        )
    found = pasted(decode(data)[0])
    if not found:
        raise NotReadable("No table with a row of headers was found: names of columns first, values below.")
    return found


def pasted(words: str) -> tuple[Table, ...]:
    """The table of pasted words, between tabs, semicolons or commas; none where no row is one of headers."""
    parted = csv.reader(io.StringIO(words), delimiter=_delimiter(words))
    sheet = Sheet("", tuple(islice(rows_of(_until_broken(parted)), MOST_ROWS + 1)))
    table = table_below(sheet, _likeness)
    if table is not None and len(table.rows) > MOST_ROWS:
        raise NotReadable(f"The table has more than {MOST_ROWS:,} rows: give it in parts.")
    return () if table is None else (table,)


def _delimiter(words: str) -> str:
    """What parts most cells of the first lines: a tab before anything, as spreadsheets copy."""
    head = words[:20_000]
    return max("\t;,", key=lambda letter: (letter == "\t" and letter in head, head.count(letter)))


def _until_broken(parted: Iterator[list[str]]) -> Iterator[list[str]]:
    try:
        yield from parted
    except csv.Error:
        raise NotReadable("A row of the table is too long to be read. Nothing was read.") from None


def _likeness(row: Row, _above: int) -> float:
    """How much a row is like names of columns; 0 where it cannot be."""
    names = [cell for cell in row.cells if cell]
    if len(names) < 2 or any(len(name) > _LONGEST_NAME for name in names):
        return 0.0
    periods = sum(map(is_period, names))
    if any(_is_number(name) and not is_period(name) for name in names):
        return 0.0
    meant = suggest(row.cells)
    return len(meant) + (periods if len(names) > periods else 0)


def _is_number(name: str) -> bool:
    try:
        return stated_number(name) is not None
    except NotANumber:
        return False

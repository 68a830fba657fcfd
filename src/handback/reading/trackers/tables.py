"""The tables in a spreadsheet or file of values: where the header row is, and the rows below it."""

from dataclasses import dataclass
from importlib import import_module

from handback.reading import formats
from handback.reading.formats import sniffing
from handback.reading.formats import tables as sheets
from handback.reading.formats.encodings import decode
from handback.reading.formats.tables import Row, Sheet
from handback.reading.refusals import NotReadable
from handback.reading.trackers.roles import Role, suggest

_HEAD = 30  # rows from the top in which the header row stands, below titles and notes
_FEWEST = 2  # columns of a table
_LONGEST_NAME = 80  # characters of a column's name
_NO_TABLE = "This is neither a spreadsheet nor a file of comma-separated values."


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a sheet: the row number of its header as the sheet shows it, the names, the rows below."""

    sheet: Sheet
    header_row: int
    headers: tuple[str, ...]
    rows: tuple[Row, ...]


def tables(data: bytes) -> tuple[Table, ...]:
    """The tables that these bytes hold, one for each sheet that has a row of headers.

    Raises NotReadable for what holds no sheets, or cannot be opened.
    """
    return tuple(table for sheet in sheets_of(data) if (table := _table(sheet)) is not None)


def sheets_of(data: bytes) -> tuple[Sheet, ...]:
    """The sheets that these bytes hold. Raises NotReadable for what holds none, or cannot be opened."""
    form = sniffing.form_of_bytes(data)
    if form in sniffing.SPREADSHEETS:
        found: tuple[Sheet, ...] = import_module(f"{formats.__name__}.{form}").read_sheets(data)[0]
        return found
    if form:
        raise NotReadable(_NO_TABLE)
    words, _encoding = decode(data)
    if sniffing.form_of(words) != "csv":
        raise NotReadable(_NO_TABLE)
    return (sheets.of_words(words)[0],)


def _table(sheet: Sheet) -> Table | None:
    """The table below the row that reads most like names of columns; None for a sheet without one."""
    best, most = None, 0.0
    for index, row in enumerate(sheet.rows[:_HEAD]):
        names = [cell for cell in row.cells if cell]
        if len(names) < _FEWEST or any(len(name) > _LONGEST_NAME for name in names):
            continue
        if any(_is_number(name) for name in names) or index + 1 == len(sheet.rows):
            continue
        meant = suggest(row.cells)
        score = len(meant) + 2 * (Role.ACTION in meant) + 0.1 * len(names) - 0.01 * index
        if score > most:
            best, most = index, score
    if best is None:
        return None
    header = sheet.rows[best]
    return Table(sheet, header.number, header.cells, sheet.rows[best + 1 :])


def _is_number(name: str) -> bool:
    return name.replace("-", "").replace(".", "").replace("/", "").isdigit()

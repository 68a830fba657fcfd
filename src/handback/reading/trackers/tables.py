"""The tables in a spreadsheet or file of values: where the header row is, and the rows below it."""

from collections.abc import Callable
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
    return tuple(table for sheet in sheets_of(data) if (table := table_below(sheet, _likeness)) is not None)


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


def table_below(sheet: Sheet, likeness: Callable[[Row, int], float]) -> Table | None:
    """The table below the row that is most like names of columns; None for a sheet without one.

    `likeness` is told a row near the top and how many stand above it; 0 or less is no row of names.
    """
    most, best = 0.0, None
    for index, row in enumerate(sheet.rows[:_HEAD]):
        if index + 1 < len(sheet.rows) and (likely := likeness(row, index)) > most:
            most, best = likely, index
    if best is None:
        return None
    header = sheet.rows[best]
    return Table(sheet, header.number, header.cells, sheet.rows[best + 1 :])


def _likeness(row: Row, above: int) -> float:
    """How much a row is like names of an action list's columns: those higher up a little more."""
    names = [cell for cell in row.cells if cell]
    if len(names) < _FEWEST or any(len(name) > _LONGEST_NAME or _is_number(name) for name in names):
        return 0.0
    meant = suggest(row.cells)
    return len(meant) + 2 * (Role.ACTION in meant) + 0.1 * len(names) - 0.01 * above


def _is_number(name: str) -> bool:
    return name.replace("-", "").replace(".", "").replace("/", "").isdigit()

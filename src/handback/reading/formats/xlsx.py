"""Spreadsheets: the rows of each sheet, cells joined by bars, formulas by the values they had.

calamine holds a sheet as a full rectangle, so a sheet whose far corner is filled could ask for more memory
than any machine has. The corners are therefore looked at before a sheet is opened.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import datetime
from itertools import islice

import python_calamine as calamine

from handback.reading.document import Field, Unread
from handback.reading.formats import packages
from handback.reading.formats.laid_out import LaidOut, write_out
from handback.reading.formats.properties import fields_of
from handback.reading.formats.tables import (
    BEYOND,
    MOST_COLUMNS,
    MOST_ROWS,
    TOO_MANY,
    Row,
    Sheet,
    blocks_of,
    rows_of,
)
from handback.reading.refusals import NotReadable

MOST_CELLS = 2_000_000  # of the rectangle that holds a sheet's cells
MOST_SHEETS = 200
_CELL = re.compile(rb"<(?:\w+:)?c\s[^<>]{0,200}?\br=\"([A-Z]{1,3})(\d{1,7})\"")
_ROW = re.compile(rb"<(?:\w+:)?row\s[^<>]{0,200}?\br=\"(\d{1,7})\"")
_UNPLACED = re.compile(rb"<(?:\w+:)?c(?=[\s>/])(?![^<>]{0,200}?\br=)")
_FIRST_YEAR = 1901  # spreadsheets count days from the end of 1899
_CHUNK = 1_000_000  # bytes of a sheet looked at together
_OVERLAP = 400  # bytes: longer than the start of any cell
DAMAGED = "This spreadsheet is damaged: it cannot be opened."
_TOO_WIDE = (
    "This spreadsheet has cells so far apart that it would fill the memory of the machine, so it was not"
    " opened. Delete the cells far from the others and save it again."
)


def lay_out(data: bytes) -> LaidOut:
    """The rows of all sheets that are shown. Raises NotReadable for a file that is damaged or unsafe."""
    return laid_out(read_sheets(data), fields_of(packages.opened(data)))


def laid_out(read: tuple[tuple[Sheet, ...], tuple[Unread, ...]], fields: tuple[Field, ...] = ()) -> LaidOut:
    """The rows of sheets as a text."""
    sheets, unread = read
    words, passages, rest = write_out(block for sheet in sheets for block in blocks_of(sheet))
    return LaidOut(words, passages, (*unread, *rest), fields=fields)


def check_rectangle(*, high: int, wide: int) -> None:
    """Raises NotReadable where the rectangle that holds a sheet's cells is too large to be held."""
    if high * wide > MOST_CELLS:
        raise NotReadable(_TOO_WIDE)


def read_sheets(data: bytes) -> tuple[tuple[Sheet, ...], tuple[Unread, ...]]:
    """The sheets that are shown, with their rows that hold words, and what was not read.

    Raises NotReadable for a file that is damaged, locked or unsafe to open.
    """
    _check_corners(packages.opened(data))
    return sheets_of(data)


def sheets_of(data: bytes) -> tuple[tuple[Sheet, ...], tuple[Unread, ...]]:
    """The sheets of a spreadsheet of any kind, once it is known that they can be held. Raises NotReadable."""
    try:
        return _read(calamine.load_workbook(io.BytesIO(data)))
    except MemoryError:
        raise
    except BaseException as error:  # calamine's own faults come as panics, which are no Exception
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            raise NotReadable(DAMAGED) from error
        raise


def _read(book: calamine.CalamineWorkbook) -> tuple[tuple[Sheet, ...], tuple[Unread, ...]]:
    """The sheets that people see, as far as they are read, and what of the book is not."""
    sheets: list[Sheet] = []
    unread: list[Unread] = []
    left = MOST_ROWS
    for about in book.sheets_metadata[:MOST_SHEETS]:
        if about.typ != calamine.SheetTypeEnum.WorkSheet:
            unread.append(Unread(f"Sheet {about.name}", "it is a chart, or holds macros, and has no rows."))
        elif about.visible != calamine.SheetVisibleEnum.Visible:
            unread.append(Unread(f"Sheet {about.name}", "it is hidden, and was not read."))
        else:
            sheet = book.get_sheet_by_name(about.name)
            rows, cut = _rows(sheet, left)
            left -= len(rows)
            sheets.append(Sheet(about.name, rows))
            if cut:
                why = f"it was not read, because the document has more than {MOST_ROWS:,} rows."
                unread.append(Unread(f"Sheet {about.name}, from row {cut}", why))
            if sheet.width > MOST_COLUMNS:
                unread.append(Unread(f"Sheet {about.name}, {BEYOND}", TOO_MANY))
    if (more := len(book.sheets_metadata) - MOST_SHEETS) > 0:
        unread.append(Unread(f"Further sheets ({more:,})", f"only {MOST_SHEETS} are read."))
    return tuple(sheets), tuple(unread)


def _rows(sheet: calamine.CalamineSheet, most: int) -> tuple[tuple[Row, ...], int]:
    """At most some rows of a sheet, and the number of the first that was left out, or 0."""
    rows = rows_of(_values(sheet), first=1)
    kept = tuple(islice(rows, most))
    rest = next(rows, None)
    return kept, rest.number if rest else 0


def _values(sheet: calamine.CalamineSheet) -> Iterator[list[object]]:
    """Rows of cells from the first row, and the first column that is used. A merged cell speaks once."""
    for row in sheet.iter_rows():
        yield [_whole(cell) for cell in row]


def _whole(value: object) -> object:
    """A time of day counted from the first day of the calendar of spreadsheets is a time alone."""
    if isinstance(value, datetime) and value.year < _FIRST_YEAR:
        return value.time().isoformat("minutes")
    return value


def check_corners(top: int, bottom: int, left: int, right: int) -> None:
    """Raises NotReadable where the corners that a sheet says it has cannot be, or stand too far apart."""
    if bottom < top or right < left:
        raise NotReadable(DAMAGED)
    check_rectangle(high=bottom - top + 1, wide=right - left + 1)


def _check_corners(package: zipfile.ZipFile) -> None:
    """Raises NotReadable where the cells of a sheet stand too far apart."""
    for name in package.namelist():
        if re.match(r"/?xl/worksheets/[^/]*\.xml$", name, re.I):
            if package.getinfo(name).file_size > packages.MOST_OF_PART * 3:
                raise NotReadable(_TOO_WIDE)
            check_rectangle(high=1, wide=_rectangle(package, name))


def _rectangle(package: zipfile.ZipFile, name: str) -> int:
    """How many cells the rectangle has that holds all cells of a sheet."""
    widest = highest = unplaced = 0
    lowest = 10**7
    held = b""
    try:
        with package.open(name) as part:
            while chunk := part.read(_CHUNK):
                text = held + chunk
                for letters, row in _CELL.findall(text):
                    widest = max(widest, _column(letters))
                    highest, lowest = max(highest, int(row)), min(lowest, int(row))
                for row in _ROW.findall(text):
                    highest = max(highest, int(row))
                unplaced += len(_UNPLACED.findall(text))
                held = text[-_OVERLAP:]
    except Exception as error:  # each packing method has its own exception for damage
        raise NotReadable(DAMAGED) from error
    return max(widest, min(unplaced, 16_384)) * max(highest - min(lowest, highest) + 1, 1)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number

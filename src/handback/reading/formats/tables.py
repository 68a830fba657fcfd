"""Tables as spreadsheets and files of values hold them: sheets of rows, each row one passage.

What a cell says is the same wherever a sheet is read: days as ISO dates, whole numbers without a point,
line breaks as spaces. So a row's cells can be found again in the document's text.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice

from handback.reading.document import Kind, Unread
from handback.reading.formats.laid_out import Block, LaidOut, row_of, write_out
from handback.reading.formats.sniffing import delimiter_of

MOST_ROWS = 200_000  # of a document: the rest is said not to have been read
MOST_COLUMNS = 400
BEYOND = f"beyond its first {MOST_COLUMNS} columns"
TOO_MANY = "the cells there were not read."
csv.field_size_limit(1_000_000)


@dataclass(frozen=True, slots=True)
class Row:
    """One row that holds words; `number` counts from 1 as the sheet shows it."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one sheet; a file of values has one sheet without a name."""

    name: str
    rows: tuple[Row, ...]

    def place(self, row: Row) -> str:
        """Where a person finds the row: "sheet Actions, row 12"."""
        return f"sheet {self.name}, row {row.number}" if self.name else f"row {row.number}"


def words_of(value: object) -> str:
    """What a cell says, as words: "2027-03-31", "12", "12.5", "yes"."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.12g}"
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, timedelta):
        return str(value)
    return " ".join(str(value).split())


def rows_of(values: Iterable[Iterable[object]], *, first: int = 1) -> Iterator[Row]:
    """The rows that hold words, each with its number, counting from `first`."""
    for number, cells in enumerate(values, first):
        words = [words_of(cell) for cell in islice(cells, MOST_COLUMNS)]
        while words and not words[-1]:
            words.pop()
        if words:
            yield Row(number, tuple(words))


def blocks_of(sheet: Sheet) -> Iterator[Block]:
    """The sheet's name as a heading, then its rows, cells joined by bars."""
    if sheet.name and sheet.rows:
        yield Block(sheet.name, Kind.HEADING, level=1, place=f"sheet {sheet.name}")
    for row in sheet.rows:
        yield Block(row_of(row.cells), Kind.ROW, place=sheet.place(row))


def of_words(words: str) -> tuple[Sheet, tuple[Unread, ...]]:
    """The one sheet of a file of values between commas, semicolons or tabs, and what was not read of it."""
    delimiter = delimiter_of(words[:20_000]) or ","
    values = csv.reader(io.StringIO(words), delimiter=delimiter)
    wide: list[int] = []
    rows = rows_of(_noting_wide(_until_broken(values), wide))
    sheet = Sheet("", tuple(islice(rows, MOST_ROWS)))
    unread = [Unread(f"The table {BEYOND}", TOO_MANY)] if wide else []
    if (rest := next(rows, None)) is not None:
        why = f"they were not read, because the document has more than {MOST_ROWS:,} rows."
        unread.append(Unread(f"The rows from {rest.number:,} on", why))
    return sheet, tuple(unread)


def _noting_wide(values: Iterable[list[str]], wide: list[int]) -> Iterator[list[str]]:
    for row in values:
        if len(row) > MOST_COLUMNS and not wide:
            wide.append(len(row))
        yield row


def _until_broken(values: Iterator[list[str]]) -> Iterator[list[str]]:
    while True:
        try:
            yield next(values)
        except StopIteration:
            return
        except csv.Error:
            yield ["(a row that is too long to be read)"]


def lay_out(words: str) -> LaidOut:
    """The rows of a file of values, the header line first."""
    sheet, unread = of_words(words)
    text, passages, rest = write_out(blocks_of(sheet))
    return LaidOut(text, passages, (*rest, *unread))

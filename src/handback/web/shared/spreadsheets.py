"""Rows as CSV that is safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

# A spreadsheet takes a cell that begins with one of these for a formula.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def csv_text(rows: Iterable[Mapping[str, object]], *, columns: Sequence[str]) -> str:
    """The `columns` of each row under a heading line. None is an empty cell; no cell is ever run."""
    written = io.StringIO()
    sheet = csv.writer(written)
    sheet.writerow(columns)
    sheet.writerows([_cell(row[name]) for name in columns] for row in rows)
    return written.getvalue()


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text

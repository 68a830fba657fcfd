"""A chart's rows as a table for people and as CSV for machines."""

import csv
import io
from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from .. import words

# A spreadsheet would run a cell that begins like this.
_RUNS = ("=", "+", "-", "@", "\t", "\r")


def table(rows: Sequence[Any]) -> list[list[str]]:
    """The cells of each row in words: days as 26 February 2015, nothing for no day."""
    return [[_told(getattr(row, field.name)) for field in fields(row)] for row in rows]


def csv_text(rows: Sequence[Any], *, head: Sequence[str]) -> str:
    """The rows as CSV under `head`: days as 2015-02-26, yes or no, and no cell a spreadsheet would run."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(head)
    writer.writerows([_plain(getattr(row, field.name)) for field in fields(row)] for row in rows)
    return out.getvalue()


def _told(value: object) -> str:
    if isinstance(value, bool):
        return "Inferred" if value else ""
    return words.day(value) if isinstance(value, date) else "" if value is None else str(value)


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = value.isoformat() if isinstance(value, date) else "" if value is None else str(value)
    return f"'{text}" if text.startswith(_RUNS) else text

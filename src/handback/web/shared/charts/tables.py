"""A chart's rows as a table for people."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from .. import words


def table(rows: Sequence[Any]) -> list[list[str]]:
    """The cells of each row in words: days as 26 February 2015, nothing for no day."""
    return [[_told(getattr(row, field.name)) for field in fields(row)] for row in rows]


def without_empty(head: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[list[str], list[list[str]]]:
    """A table without the columns in which no row says anything."""
    kept = [place for place in range(len(head)) if any(row[place] for row in rows)]
    return [head[place] for place in kept], [[row[place] for place in kept] for row in rows]


def _told(value: object) -> str:
    if isinstance(value, bool):
        return "Inferred" if value else ""
    return words.day(value) if isinstance(value, date) else "" if value is None else str(value)

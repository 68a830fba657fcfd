"""Tables of a file that was sent, carried from one step of a page to the next as text in the page itself."""

import json
from collections.abc import Sequence
from typing import Any

from handback.reading.formats.tables import Row, Sheet
from handback.reading.series import Table


def carried(tables: Sequence[Table], *, name: str) -> str:
    """The tables as text, with the name of their file."""
    told = [
        {
            "sheet": table.sheet.name,
            "header": [table.header_row, table.headers],
            "rows": [[row.number, row.cells] for row in table.rows],
        }
        for table in tables
    ]
    return json.dumps({"name": name, "tables": told}, separators=(",", ":"))


def brought(text: Any) -> tuple[str, tuple[Table, ...]]:
    """The name of the file and its tables; nothing where this page never wrote such a text."""
    try:
        kept = json.loads(text)
        return _text(kept["name"]), tuple(_table(one) for one in kept["tables"])
    except (AttributeError, KeyError, TypeError, ValueError, OverflowError, RecursionError):
        return "", ()


def _table(one: Any) -> Table:
    number, headers = one["header"]
    rows = tuple(Row(int(place), _cells(cells)) for place, cells in one["rows"])
    return Table(Sheet(_text(one["sheet"]), rows), int(number), _cells(headers), rows)


def _cells(cells: Any) -> tuple[str, ...]:
    return tuple(_text(cell) for cell in cells)


def _text(said: Any) -> str:
    """Words that can be kept. Raises ValueError for half of a character, and for none."""
    text = str(said)
    text.encode()
    if "\0" in text:
        raise ValueError(text)
    return text

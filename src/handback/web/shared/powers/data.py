"""The table of the powers page as data: the same rows as CSV and as JSON."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from handback.web.shared.powers.holders import PowersPage

COLUMNS = (
    "code",
    "function",
    "group",
    "holder",
    "since",
    "instrument",
    "oversight",
    "oversight_instrument",
    "inferred",
)

# A spreadsheet takes a cell that begins with one of these for a formula.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def rows(page: PowersPage) -> Iterator[dict[str, str | None]]:
    """A row for each function of the page. `since` is None where the holder held from before the record."""
    for held in page.rows:
        yield {
            "code": held.code,
            "function": held.name,
            "group": held.group,
            "holder": held.holder_code,
            "since": held.since.isoformat() if held.since else None,
            "instrument": held.under_code or None,
            "oversight": held.oversight,
            "oversight_instrument": held.watched_under.code if held.watched_under else None,
            "inferred": held.inferred or None,
        }


def as_csv(page: PowersPage) -> str:
    """The rows with a heading line, for a spreadsheet."""
    written = io.StringIO()
    sheet = csv.writer(written, lineterminator="\r\n")
    sheet.writerow(COLUMNS)
    for row in rows(page):
        sheet.writerow([_cell(row[name]) for name in COLUMNS])
    return written.getvalue()


def _cell(text: str | None) -> str:
    text = text or ""
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text


def as_json(page: PowersPage, *, authority: str) -> str:
    """The rows with the day and the moment that they answer for."""
    answer: dict[str, Any] = {
        "authority": authority,
        "as_at": page.on.isoformat(),
        "as_known_at": page.known_at.isoformat() if page.known_at else None,
        "powers": list(rows(page)),
    }
    return json.dumps(answer, ensure_ascii=False, indent=1)

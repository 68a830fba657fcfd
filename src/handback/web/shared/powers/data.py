"""The table of the powers page as data: the same rows as CSV and as JSON."""

import json
from collections.abc import Iterator
from typing import Any

from handback.web.shared.powers.holders import PowersPage
from handback.web.shared.spreadsheets import csv_text

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
    return csv_text(rows(page), columns=COLUMNS)


def as_json(page: PowersPage, *, authority: str) -> str:
    """The rows with the day and the moment that they answer for."""
    answer: dict[str, Any] = {
        "authority": authority,
        "as_at": page.on.isoformat(),
        "as_known_at": page.known_at.isoformat() if page.known_at else None,
        "powers": list(rows(page)),
    }
    return json.dumps(answer, ensure_ascii=False, indent=1)

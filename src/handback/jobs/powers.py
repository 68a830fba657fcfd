"""Say who held each function of a council on a day.

AUTHORITY is the council's GSS code or its name. The day is today unless --on gives another; --known-at asks
what the record stated at an earlier moment. “Since” is the first day of the unbroken run for which the holder
has held. With --json each row has the function's name and code, and the codes of holder and instrument.
"""

import argparse
import json
from datetime import UTC, date, datetime, time
from typing import Any

from django.utils import timezone

EXAMPLE = "handback powers E08000018 --on 2016-12-01"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The council, the day, and the moment to know from."""
    parser.add_argument("authority", metavar="AUTHORITY", help="GSS code or name")
    parser.add_argument(
        "--on", type=_day, metavar="DATE", help="a day, such as 2016-12-01; today if not given"
    )
    parser.add_argument(
        "--known-at", type=_moment, metavar="MOMENT", help="such as 2016-12-05 or 2016-12-05T09:30"
    )
    parser.add_argument("--json", action="store_true", help="a list of rows in JSON")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a day. Write it like 2016-12-01.") from None


def _moment(text: str) -> datetime:
    """A moment as given; a day alone means its end, since the record may have learned things on it."""
    try:
        if len(text) == len("2016-12-05"):
            return timezone.make_aware(datetime.combine(date.fromisoformat(text), time.max))
        moment = datetime.fromisoformat(text)
    except ValueError:
        wanted = "Write it like 2016-12-05 or 2016-12-05T09:30."
        raise argparse.ArgumentTypeError(f"“{text}” is not a moment. {wanted}") from None
    try:
        return (moment if moment.tzinfo else timezone.make_aware(moment)).astimezone(UTC)
    except OverflowError:
        raise argparse.ArgumentTypeError(f"“{text}” is beyond the years that can be counted.") from None


def run(asked: argparse.Namespace) -> int:
    """Print the rows as a table, or as JSON."""
    day = asked.on or timezone.localdate()
    rows = holders(asked.authority, on=day, known_at=asked.known_at)
    print(json.dumps(rows, ensure_ascii=False, indent=1) if asked.json else as_table(rows))
    return 0


class NoSuchAuthority(ValueError):
    """Nobody by that name or code has a record here."""

    def __init__(self, words: str, known: list[str]) -> None:
        there = f"There are records of: {', '.join(known)}." if known else "No record has been loaded yet."
        super().__init__(f"There is no record of “{words}”. {there}")


def holders(authority: str, *, on: date, known_at: datetime | None) -> list[dict[str, Any]]:
    """The rows: function, holder, since, instrument, oversight. Raises NoSuchAuthority."""
    from handback.records.people import queries as people
    from handback.records.powers.standing import standing_of

    found = people.authority_called(authority)
    if found is None:
        raise NoSuchAuthority(
            authority, [f"{a.name} ({a.gss})" for a in people.authorities().order_by("name")]
        )
    ledger = standing_of(found, known_at=known_at).ledger
    return [
        {
            "function": ledger.tree.function(holding.function).name,
            "code": holding.function,
            "holder": holding.holder.code,
            "since": holding.since.isoformat() if holding.since else None,
            "instrument": holding.instrument,
            "oversight": holding.oversight.value,
        }
        for holding in ledger.on(on)
    ]


def as_table(rows: list[dict[str, Any]]) -> str:
    """The rows in columns for reading in a terminal."""
    if not rows:
        return "The record knew of no functions at that moment."
    heads = ("code", "function", "holder", "since", "instrument", "oversight")
    cells = [[str(row[head] or "-") for head in heads] for row in rows]
    widths = [min(max(map(len, column)), 60) for column in zip(heads, *cells, strict=True)]
    lines = [list(heads), *cells]
    return "\n".join(
        "  ".join(
            _within(cell, width).ljust(width) for cell, width in zip(line, widths, strict=True)
        ).rstrip()
        for line in lines
    )


def _within(cell: str, width: int) -> str:
    """As much of a cell as its column holds; what is cut says so."""
    return cell if len(cell) <= width else f"{cell[: width - 1].rstrip()}…"

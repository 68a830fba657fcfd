"""Events of the log in readable form."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from handback.records.audit.models import Event
    from handback.records.audit.queries import Verification

MOST_ROWS = 200


@dataclass(frozen=True, slots=True)
class RowWritten:
    """A row that an event wrote: its table, its key, and the hash of what it then held."""

    table: str
    key: str
    hash: str = ""


@dataclass(frozen=True)
class EventShown:
    """An event with its body taken apart."""

    row: "Event"

    @property
    def what(self) -> str:
        """Instrument recorded, from "powers.instrument.recorded"."""
        return action_words(self.row.action)

    @property
    def actor(self) -> str:
        """Who did it."""
        return (
            self.row.actor_name if self.row.actor_kind == "person" else f"{self.row.actor_name} (this system)"
        )

    def body(self) -> dict[str, Any]:
        """The body as values."""
        found: dict[str, Any] = json.loads(self.row.body)
        return found

    def values(self) -> list[dict[str, str]]:
        """What changed, as rows of a summary list."""
        return [{"key": key, "value": value} for key, value in _told(self.body().get("values", {}))]

    def written(self) -> list[RowWritten]:
        """The rows that were written, at most MOST_ROWS: reading one long document writes many thousands."""
        return [
            RowWritten(**{name: str(row[name]) for name in ("table", "key", "hash")})
            for row in self.body()["rows"][:MOST_ROWS]
        ]

    def beyond(self) -> int:
        """How many more rows were written than are shown."""
        written: int = len(self.body()["rows"])
        return max(0, written - MOST_ROWS)

    def deleted(self) -> list[RowWritten]:
        """The rows that were deleted."""
        return [RowWritten(str(row["table"]), str(row["key"])) for row in self.body().get("deleted", ())]


def counts_of(found: "Verification") -> list[tuple[str, str]]:
    """What verifying looked at."""
    return [
        ("Events", f"{found.events:,}"),
        ("Rows", f"{found.rows:,} in {found.tables} tables"),
        ("Rows deleted, with a trace", f"{found.deletions:,}"),
        ("Checkpoints", f"{found.checkpoints:,}"),
        ("Merkle root", found.root),
    ]


def action_words(action: str) -> str:
    """ "powers.instrument.recorded" as "Instrument recorded"."""
    _, _, told = action.partition(".")
    return (told or action).replace(".", " ").replace("_", " ").capitalize()


def _told(values: Any, before: str = "") -> Iterator[tuple[str, str]]:
    """Values one to a line, with the way to each."""
    if isinstance(values, dict) and not {"sealed", "salt"} <= set(values):
        for name, value in values.items():
            yield from _told(value, f"{before}, {_words(name)}" if before else _words(name).capitalize())
    elif isinstance(values, list) and any(isinstance(value, dict | list) for value in values):
        for number, value in enumerate(values, start=1):
            yield from _told(value, f"{before} {number}")
    else:
        yield before, _plain(values)


def _words(name: str) -> str:
    return str(name).replace("_", " ")


def _plain(value: Any) -> str:
    if isinstance(value, dict):
        return "kept sealed: the log holds only a salted hash" if value else "none"
    if isinstance(value, list):
        return ", ".join(str(each) for each in value) or "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "nothing" if value is None else str(value)

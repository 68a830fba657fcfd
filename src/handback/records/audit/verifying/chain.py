"""Each event has the next number, the hash of its own content, and the hash of the event before it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from handback.core.audit.chain import BEGINNING, Entry, event_hash
from handback.records.audit.findings import Findings
from handback.records.audit.models import Event
from handback.records.audit.verifying.damage import UNREADABLE

AT_A_TIME = 1_000  # events in one batch
COLUMNS = (
    "seq",
    "at",
    "actor_kind",
    "actor_name",
    "actor_account",
    "action",
    "subject",
    "body",
    "previous",
    "hash",
)


@dataclass(frozen=True, slots=True)
class Named:
    """A row that an event names: what it wrote, or that it deleted it (no hash)."""

    event: int
    table: str
    key: str
    hash: str | None


@dataclass(frozen=True, slots=True)
class Checked:
    """An event after its own check: its hash as stored, and the rows it names."""

    seq: int
    hash: str
    names: list[Named]


def checked_events(findings: Findings) -> Iterator[list[Checked]]:
    """Every event in order, in batches, each checked on the way."""
    for seq in Event.objects.filter(seq__lt=1).order_by("seq").values_list("seq", flat=True):
        findings.say(f"Event {seq} has no place in the log: events are numbered from 1.", event=seq)
    last, previous = 0, BEGINNING
    while batch := _following(last):
        checked = []
        for *content, stored in batch:
            entry = Entry(*content)
            _check(entry, stored, last, previous, findings)
            checked.append(Checked(entry.seq, str(stored), names(entry.seq, entry.body)))
            last, previous = entry.seq, stored
        yield checked


def names(seq: int, body: str) -> list[Named]:
    """The rows that an event's body names. A body that is not one names none; its hash is wrong anyway."""
    try:
        content: dict[str, Any] = json.loads(body)
        written = [
            Named(seq, str(row["table"]), str(row["key"]), str(row["hash"])) for row in content["rows"]
        ]
        deleted = [Named(seq, str(row["table"]), str(row["key"]), None) for row in content["deleted"]]
    except (*UNREADABLE, KeyError):
        return []
    return list(dict.fromkeys(written + deleted))


def _following(last: int) -> list[tuple[Any, ...]]:
    """The batch of events after `last`; of one that cannot be read, nothing but its number."""
    following = Event.objects.filter(seq__gt=last).order_by("seq")
    try:
        return list(following.values_list(*COLUMNS)[:AT_A_TIME])
    except UNREADABLE:
        return [_event(seq) for seq in following.values_list("seq", flat=True)[:AT_A_TIME]]


def _event(seq: int) -> tuple[Any, ...]:
    try:
        return tuple(Event.objects.values_list(*COLUMNS).get(seq=seq))
    except UNREADABLE:
        return (seq, *[None] * (len(COLUMNS) - 1))


def _check(entry: Entry, stored: str, last: int, previous: str, findings: Findings) -> None:
    seq = entry.seq
    if seq != last + 1:
        gone = f"Event {last + 1} is" if seq == last + 2 else f"Events {last + 1} to {seq - 1} are"
        findings.say(f"{gone} missing from the log.", event=last + 1)
    elif entry.previous != previous:
        findings.say(
            f"Event {seq} does not follow event {last}: it was written after one with another hash.",
            event=seq,
        )
    if _hash(entry) != stored:
        findings.say(f"Event {seq} was altered: its content does not give its hash.", event=seq)


def _hash(entry: Entry) -> str:
    """The hash of an event's content; empty for content that no event can have."""
    try:
        return event_hash(entry)
    except UNREADABLE:
        return ""

"""The chain of events: each event's hash covers its content and the hash of the event before it.

1. Sequence numbers run from 1 without a gap.
2. The event before the first has the hash BEGINNING.
3. The body is hashed as the text that was stored, so checking a hash never depends on writing JSON again.
4. What is hashed opens with a tag that nothing else in Handback uses.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from handback.core.audit.canonical import canonical

BEGINNING = "0" * 64
TAG = b"handback audit event v1\n"


@dataclass(frozen=True, slots=True)
class Entry:
    """What an event's hash covers: `at` is an aware datetime, `body` canonical JSON."""

    seq: int
    at: datetime
    actor_kind: str
    actor_name: str
    actor_account: int | None
    action: str
    subject: str
    body: str
    previous: str


def moment(at: datetime) -> str:
    """An aware datetime as text: UTC, always with microseconds. Raises ValueError if it has no time zone."""
    if at.tzinfo is None:
        raise ValueError(f"{at} has no time zone, so it is not a moment.")
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def event_hash(entry: Entry) -> str:
    """The hash of an event, in hexadecimal."""
    text = canonical(
        {
            "seq": entry.seq,
            "at": moment(entry.at),
            "actor": [entry.actor_kind, entry.actor_name, entry.actor_account],
            "action": entry.action,
            "subject": entry.subject,
            "body": entry.body,
            "previous": entry.previous,
        }
    )
    return sha256(TAG + text.encode()).hexdigest()

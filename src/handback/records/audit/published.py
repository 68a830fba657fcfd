"""What the public may see of the log: its latest checkpoint, and the key to check it with."""

from dataclasses import dataclass
from datetime import datetime

from handback.records.audit.queries import latest_checkpoint


@dataclass(frozen=True, slots=True)
class PublishedCheckpoint:
    """A signed statement of how long the log was and what it held.

    `root` is hexadecimal, `note` the signed text in C2SP form, `key` the C2SP verifier key.
    """

    size: int
    root: str
    note: str
    signed_at: datetime
    key: str


def checkpoint() -> PublishedCheckpoint | None:
    """The latest checkpoint; None before the first is signed."""
    latest = latest_checkpoint()
    if latest is None:
        return None
    return PublishedCheckpoint(latest.size, latest.root, latest.note, latest.signed_at, latest.key)

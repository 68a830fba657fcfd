"""What each format hands on: a text and its passages, every passage's place in that text."""

from dataclasses import dataclass
from datetime import date

from handback.reading.document import Field, Link, Passage, State, Unread


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A text, its passages in order, what could not be read, and what the format itself tells.

    `state` is None where the format does not tell whether the text is whole; `reason` then is empty.
    The other fields are those of `Document`.
    """

    text: str
    passages: tuple[Passage, ...]
    unread: tuple[Unread, ...] = ()
    state: State | None = None
    reason: str = ""
    dated_on: date | None = None
    kind: str = ""
    title: str = ""
    draft: bool = False
    scanned: bool = False
    fields: tuple[Field, ...] = ()
    links: tuple[Link, ...] = ()

"""What each format hands on: a text and its passages, every passage's place in that text."""

from dataclasses import dataclass

from handback.reading.document import Passage, Unread


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A text, its passages in order, and what could not be read."""

    text: str
    passages: tuple[Passage, ...]
    unread: tuple[Unread, ...] = ()

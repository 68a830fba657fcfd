"""A document as the reading room holds it: its text, and the passages that the text is made of."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class State(StrEnum):
    """How much of a document could be read."""

    WHOLE = "whole"
    CUT = "cut"  # the page itself says that there is more elsewhere
    WITHHELD = "withheld"  # the page says that its text is not for publication
    UNREADABLE = "unreadable"


class Kind(StrEnum):
    """What part a passage plays on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # of a list; `marker` holds what stands before it
    ROW = "row"  # of a table
    FIELD = "field"  # a label and its value: "Decision maker: Cabinet"


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of a document: characters `start` up to, but not including, `end` of its text.

    The marker of a list item ("(a)") lies before `start`. `level` counts from 1 for headings and
    nested items, 0 elsewhere; `heading` is the text of the heading under which the passage stands.
    """

    kind: Kind
    start: int
    end: int
    marker: str = ""
    level: int = 0
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Unread:
    """A part of a document that could not be read, and why, in a sentence fit to show."""

    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document as read; `sha256` is of the bytes it came from.

    `reason` says why the state is not `whole`; `dated_on` is the document's own date where it
    plainly bears one. Places are counted in characters of `text`.
    """

    name: str
    text: str
    passages: tuple[Passage, ...]
    state: State
    reason: str
    format: str
    encoding: str
    sha256: str
    unread: tuple[Unread, ...] = ()
    dated_on: date | None = None

    def words(self, passage: Passage) -> str:
        """The words of a passage."""
        return self.text[passage.start : passage.end]

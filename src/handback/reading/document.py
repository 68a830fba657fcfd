"""A document as the reading room holds it: its text, and the passages that the text is made of."""

import re
from collections.abc import Iterator
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

    The marker of a list item ("(a)") lies before `start`. `level` counts from 1 for headings and nested
    items, and a table's header row has level 1; it is 0 elsewhere. `heading` is the text of the heading under
    which the passage stands. `place` says where a person finds it in the original, where that has places of
    its own: "page 3", "sheet Actions, row 12", "attached report.docx". `item` is the number of the agenda
    item, as printed.
    """

    kind: Kind
    start: int
    end: int
    marker: str = ""
    level: int = 0
    heading: str = ""
    place: str = ""
    item: str = ""


class Role(StrEnum):
    """What a link of a page leads to."""

    BODY = "body"
    MEETING = "meeting"
    ITEM = "item"
    DECISION = "decision"
    ISSUE = "issue"  # the history of a matter
    PLAN = "plan"  # a forward plan
    VOTES = "votes"
    FULL_TEXT = "full text"  # what a cut text goes on in
    MINUTES = "minutes"
    ATTACHMENT = "attachment"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a page: its address as written there, its words, and what it leads to.

    `item` is the number of the agenda item it stands under, as printed; empty for the page as a whole.
    """

    role: Role
    address: str
    words: str = ""
    item: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """What a document says of itself under a label: "Decision maker", "Cabinet".

    `name` is the field's standard name (`decision_maker`), `value` its words. `start` and `end` are its
    place in the text, or None where it stands outside it, as a page's own metadata do.
    """

    name: str
    value: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A part of a document that could not be read, and why, in a sentence fit to show."""

    what: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a document tells of itself besides its words.

    `dated_on` is its own date where it plainly bears one. `kind` is what sort of document it says it is
    ("meeting", "decision", "written statement"), empty where it does not say. A draft is one that calls
    itself so. A `scanned` one has pictures and no text layer: its words can be had by OCR.
    """

    dated_on: date | None = None
    kind: str = ""
    title: str = ""
    draft: bool = False
    scanned: bool = False
    fields: tuple[Field, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Document(Told):
    """A document as read; `sha256` is of the bytes it came from.

    `reason` says why the state is not `whole`. Places are counted in characters of `text`, which is empty
    where the document is scanned.
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

    def words(self, passage: Passage) -> str:
        """The words of a passage."""
        return self.text[passage.start : passage.end]


_LINE = re.compile(r"[^\n]+")


def written_lines(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Start and end of each line between two places that holds more than spaces."""
    for line in _LINE.finditer(text, start, len(text) if end is None else end):
        if line[0].strip():
            yield line.span()

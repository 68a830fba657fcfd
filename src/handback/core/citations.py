"""Where a statement comes from: a source that can be opened, or exact words in a kept document."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """An instrument, page or publication that states a fact.

    `address` is where it was read; `section` the part of it that says so.
    """

    address: str
    title: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Exact words at a place in a kept document: characters `start` up to `end` of its text."""

    document: str
    start: int
    end: int
    words: str

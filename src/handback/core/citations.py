"""Where a statement comes from: a source that can be opened."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """An instrument, page or publication that states a fact.

    `address` is where it was read; `section` the part of it that says so.
    """

    address: str
    title: str = ""
    section: str = ""

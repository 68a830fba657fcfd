"""The small values that every page's frame is given."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere. `current` marks the section the reader is in."""

    text: str
    href: str
    current: bool = False

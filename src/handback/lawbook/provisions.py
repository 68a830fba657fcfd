"""The provisions that instruments cite as their legal basis.

1. Nothing from memory is stated as certain: every provision carries its mark, and its doubt in words.
2. What a provision does is told in our words; its own words are at its address.
3. The entries are in `provisions.toml`; a fault in them stops the program, since it is ours.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType


class Mark(StrEnum):
    """How a provision's entry is known."""

    SOURCED = "sourced"
    FROM_MEMORY = "from memory"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class Provision:
    """A power or duty that an instrument may cite.

    `key` is how instruments' legal bases name it ("LGA 1999 s.15(5)"). `address` is where the entry was
    checked, empty if nowhere. `doubt` says which part of the entry has not been read.
    """

    key: str
    instrument: str
    section: str
    does: str
    mark: Mark
    address: str = ""
    doubt: str = ""


class ProvisionTwice(ValueError):
    """Two entries of the lawbook with one key."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(f"The lawbook has two entries for {key}.")


def read_provisions(text: str) -> Mapping[str, Provision]:
    """The provisions in a lawbook's text, by key. Raises ProvisionTwice if a key is used again."""
    found: dict[str, Provision] = {}
    for entry in tomllib.loads(text)["provision"]:
        item = Provision(**{**entry, "mark": Mark(entry["mark"])})
        if item.key in found:
            raise ProvisionTwice(item.key)
        found[item.key] = item
    return MappingProxyType(found)


@cache
def provisions() -> Mapping[str, Provision]:
    """Every provision in the lawbook, by key, in the order of the file."""
    return read_provisions(files(__package__).joinpath("provisions.toml").read_text("utf-8"))


def provision(key: str) -> Provision | None:
    """The provision that `key` names ("LGA 1999 s.15(5)"), or None if the lawbook has no such entry."""
    return provisions().get(key)

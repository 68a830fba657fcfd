"""What the world outside gave for a page, as values: the record is told, and asks nobody itself."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class How(StrEnum):
    """How an asking ended."""

    ARRIVED = "arrived"
    UNCHANGED = "unchanged"  # the site says that the page is as it was
    UNAVAILABLE = "unavailable"
    WITHHELD = "withheld"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page to ask for, and the marks that the site gave it when it was last kept."""

    address: str
    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came; `reason` says in a sentence why nothing did.

    `final` is the address that the answer came from, `status` its HTTP status, where there were any. `stops`:
    leave the whole site alone for now. `silent`: the site said nothing at all.
    """

    how: How
    data: bytes = b""
    status: int | None = None
    final: str = ""
    etag: str = ""
    last_modified: str = ""
    reason: str = ""
    stops: bool = False
    silent: bool = False


Ask = Callable[[Wanted], Answer]

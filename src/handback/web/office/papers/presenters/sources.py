"""Sources and the pages known there, by how far each has come."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from handback.records.sources.queries import Completeness, State

if TYPE_CHECKING:
    from handback.records.sources.models import Page, Source
    from handback.records.sources.queries import Counts

# What each count means and what to do, in the order in which they are told.
MEANINGS: dict[str, tuple[str, str]] = {
    "waiting": ("Not asked for yet", "The next “handback fetch” asks for them, one a second."),
    "arrived": ("Kept, waiting to be read", "They are read by themselves."),
    "whole": ("Read", "If a part of one could not be read, its document says which."),
    "cut": ("Cut", "The page says there is more elsewhere, and that was not read yet. Fetch again."),
    "withheld": (
        "Withheld",
        "The site does not give them out, or they say that they are not for publication.",
    ),
    "unreadable": ("Could not be read", "They are kept; open them to see why."),
    "unavailable": ("Not there", "The site says that there is no such page. Look whether it was moved."),
    "failed": ("Could not be brought", "Asked for again in the next round. The visits say what went wrong."),
}
TAGS = {
    State.WAITING: "quiet",
    State.ARRIVED: "waiting",
    State.KEPT: "good",
    State.WITHHELD: "bad",
    State.UNAVAILABLE: "bad",
    State.FAILED: "bad",
}


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source with its counts: the key of each, what it means, what to do, and how many."""

    source: "Source"
    known: int
    counts: tuple[tuple[str, str, str, int], ...]


def rows_of(sources: Iterable["Source"], counts: Mapping[int, "Counts"]) -> list[SourceRow]:
    """Sources with their counts."""
    rows = []
    for source in sources:
        said = asdict(counts[source.pk])
        told = tuple((key, word, do, said.get(key, 0)) for key, (word, do) in MEANINGS.items())
        rows.append(SourceRow(source, said["known"], told))
    return rows


def conditions(how: str) -> dict[str, str | list[str]]:
    """What the pages must be that a count counts; empty for all of them."""
    if how in (Completeness.CUT, Completeness.UNREADABLE):
        return {"state": State.KEPT, "completeness": how}
    if how == "whole":
        return {"state": State.KEPT, "completeness__in": ["", Completeness.WHOLE, Completeness.CONTINUED]}
    return {"state": how} if how in State.values and how != State.KEPT else {}


def tag_of(page: "Page") -> str:
    """The kind of tag that a page's state stands in."""
    return TAGS.get(State(page.state), "")

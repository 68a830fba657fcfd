"""How complete what was read is: states in plain words with what to do, and counts that lead to lists."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

if TYPE_CHECKING:
    from handback.records.documents.queries import HowFar

MOST_ROWS = 200  # bodies and years told on one page
NO_BODY = "-"  # asks for the documents that name no body


@dataclass(frozen=True, slots=True)
class How:
    """One way in which a document stands: in words, what it means, and what to do."""

    word: str
    means: str
    do: str
    tag: str = ""


# By the keys of queries.STANDINGS, in the order in which they are told.
HOWS: dict[str, How] = {
    "whole": How("Read whole", "All its words were read.", "", "good"),
    "part": How(
        "Read in part",
        "Its words were read save for a part: a hidden sheet, a page that is a picture, an attachment.",
        "Open it: it says which part, and why.",
        "waiting",
    ),
    "cut": How(
        "Cut",
        "The page itself says that there is more elsewhere.",
        "Add the full text. A council’s site that is a source is followed there by itself.",
        "waiting",
    ),
    "withheld": How(
        "Withheld",
        "The page says that its text is not for publication.",
        "Ask the council for it, if your role lets you have it.",
        "bad",
    ),
    "unreadable": How(
        "Could not be read",
        "It is kept whole, but its words could not be told: a scan, a lock, or a form that is not known.",
        "Open it. A scan can be tried with a program that reads pictures; or paste its words as a text.",
        "bad",
    ),
    "waiting": How(
        "Waiting to be read",
        "It is kept whole and nobody has read it yet.",
        "It is read by itself. Open it to see how far it is.",
        "waiting",
    ),
}


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Which documents a list shows, as its address says; what nobody knows narrows nothing."""

    how: str = ""
    body: str = ""
    year: str = ""

    @classmethod
    def of(cls, asked: Mapping[str, Any]) -> "Narrowed":
        """From the query of an address."""
        how, body, year = (str(asked.get(name, "")) for name in ("how", "body", "year"))
        known = year == "none" or (
            year.isascii() and year.isdecimal() and len(year) == len("2026") and year > "0000"
        )
        return cls(how if how in HOWS else "", body.replace("\0", "")[:200], year if known else "")

    @property
    def conditions(self) -> dict[str, Any]:
        """What the rows must be, besides standing as `how` says."""
        found: dict[str, Any] = {}
        if self.body:
            found["body"] = "" if self.body == NO_BODY else self.body
        if self.year:
            found |= {"dated_on": None} if self.year == "none" else {"dated_on__year": int(self.year)}
        return found

    @property
    def query(self) -> str:
        """The same as the beginning of an address's query."""
        said = {"how": self.how, "body": self.body, "year": self.year}
        given = urlencode({name: value for name, value in said.items() if value})
        return f"{given}&" if given else ""

    @property
    def words(self) -> str:
        """waiting to be read, Cabinet, 2016."""
        year = "without a day" if self.year == "none" else self.year
        how = HOWS[self.how].word.lower() if self.how else ""
        body = "of no named body" if self.body == NO_BODY else self.body
        return ", ".join(filter(None, [how, body, year]))


@dataclass(frozen=True, slots=True)
class Cell:
    """A count, its column, and the query of the list that it counts."""

    head: str
    count: int
    query: str


@dataclass(frozen=True, slots=True)
class BodyYear:
    """The documents of one body and year, by how they stand."""

    body: str
    year: str
    cells: tuple[Cell, ...]


class CompletenessPage:
    """The documents of an authority, by how they stand, and by body and year."""

    def __init__(self, rows: Iterable["HowFar"]) -> None:
        self._by_how: Counter[str] = Counter()
        self._by_place: dict[tuple[str, str], Counter[str]] = {}
        for row in rows:
            self._by_how[row.how] += row.count
            place = (row.body, str(row.year) if row.year else "none")
            self._by_place.setdefault(place, Counter())[row.how] += row.count

    @property
    def total(self) -> int:
        """How many documents there are."""
        return self._by_how.total()

    @property
    def states(self) -> list[tuple[str, How, int]]:
        """Every way in which documents stand, with how many do."""
        return [(key, how, self._by_how[key]) for key, how in HOWS.items()]

    @property
    def heads(self) -> list[str]:
        """The heads of the columns of `places`."""
        return [how.word for how in HOWS.values()]

    @property
    def places(self) -> list[BodyYear]:
        """Bodies and years, newest first within each body; documents that name no body come last."""
        ordered = sorted(self._by_place, key=lambda place: (not place[0], place[0], place[1] == "none"))
        newest = sorted(ordered, key=lambda place: place[1] if place[1] != "none" else "", reverse=True)
        newest.sort(key=lambda place: (not place[0], place[0]))
        return [self._row(*place) for place in newest[:MOST_ROWS]]

    @property
    def are_more_places(self) -> bool:
        """Whether there are more bodies and years than are told."""
        return len(self._by_place) > MOST_ROWS

    def _row(self, body: str, year: str) -> BodyYear:
        counted = self._by_place[(body, year)]
        cells = (
            Cell(HOWS[how].word, counted[how], Narrowed(how, body or NO_BODY, year).query) for how in HOWS
        )
        return BodyYear(body or "No body named", "No day" if year == "none" else year, tuple(cells))

"""A document as its page shows it: passages, with every claim marked where it stands.

1. A text is cut wherever a claim begins or ends, so claims may overlap, nest or share their words.
2. Each claim has one label, where it is first shown. A claim whose place is in no passage is still listed.
3. A long document is shown in parts of whole passages, so that a page stays light.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from handback.reading.formats import sniffing
from handback.web.office.papers.presenters.claims import ClaimShown

if TYPE_CHECKING:
    from handback.records.documents.models import Claim, Document
    from handback.records.documents.queries import Wanted

MOST_FIELDS = 20
A_PART = 150_000  # characters: about fifty printed pages
COMPLETENESS = {
    "whole": ("The whole text was read.", ""),
    "cut": ("Only part of the text is here.", "waiting"),
    "withheld": ("The text is withheld.", "bad"),
    "unreadable": ("The document could not be read.", "bad"),
}
FORMATS = {
    "html": "a web page",
    "text": "plain text",
    "pdf": "a PDF",
    "docx": "a Word document",
    "xlsx": "a spreadsheet",
    "xlsb": "a spreadsheet (.xlsb)",
    "ods": "a spreadsheet (OpenDocument)",
    "xls": "a spreadsheet of before 2007",
    "csv": "a file of comma-separated values",
    "mail": "an e-mail",
    "moderngov": "a page of a ModernGov site",
    "moderngov service": "an answer of ModernGov’s web service",
    "govuk": "a page of GOV.UK",
    "statement": "a written statement",
}
FULL_TEXT = "full text"  # the role of a link in which a cut text goes on
SPREADSHEETS = frozenset({*sniffing.SPREADSHEETS, "csv"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same claims; `begin` here are those whose label stands before it."""

    text: str
    claims: tuple[ClaimShown, ...]
    begin: tuple[ClaimShown, ...]

    @property
    def first(self) -> ClaimShown:
        """The claim whose colour the stretch wears."""
        return next((claim for claim in self.claims if claim.waits), self.claims[0])


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of the text. `level` is the heading's on the page, from 3 to 6.

    `place` is where it stands in the original ("page 3", "item 5"), told where that changes.
    """

    kind: str
    marker: str
    level: int
    pieces: tuple[Piece, ...]
    place: str = ""

    @property
    def begin(self) -> list[ClaimShown]:
        """The claims that are first shown in it."""
        return [claim for piece in self.pieces for claim in piece.begin]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Passages that stand side by side with the claims that begin in the first of them."""

    passages: tuple[Passage, ...]
    claims: tuple[ClaimShown, ...]


class DocumentPage:
    """One part of a document with its claims. `part` is its number as the address has it, right or wrong."""

    def __init__(
        self,
        document: "Document",
        claims: Sequence["Claim"],
        *,
        part: str = "",
        wanted: "Wanted | None" = None,
    ) -> None:
        self.document = document
        self.wanted = wanted
        numbered = sorted(
            claims, key=lambda row: row.state == "withdrawn"
        )  # these come last, and leave no gap
        self.claims = [ClaimShown(row, number) for number, row in enumerate(numbered, start=1)]
        self._standing = [claim for claim in self.claims if _stands(document, claim)]
        self._claimed = [claim.row.start for claim in self._standing]
        self._longest = max((claim.row.end - claim.row.start for claim in self._standing), default=0)
        self._blocks = list(_blocks(document))
        self._starts = _starts_of_parts(self._blocks)
        self._places = [self._blocks[start].start for start in self._starts] if self._blocks else [0]
        asked = int(part) if part.isascii() and part.isdecimal() and len(part) < 6 else self._first_part()
        self.part = min(max(asked, 1), len(self._starts))

    @property
    def parts(self) -> int:
        """How many parts the document is shown in."""
        return len(self._starts)

    @property
    def completeness(self) -> tuple[str, str]:
        """How much could be read: a sentence, and the kind of tag."""
        if self.document.is_read_in_part:
            return ("Some of it was not read: see what could not be read, below.", "waiting")
        return COMPLETENESS.get(self.document.completeness, ("", ""))

    @property
    def is_spreadsheet(self) -> bool:
        """Whether its columns can be said to be what they are."""
        return self.document.format in SPREADSHEETS

    @property
    def goes_on_in(self) -> list[tuple[str, str]]:
        """Where the rest of a cut text is: words and an address, which the page it stands on completes."""
        if self.document.completeness != "cut":
            return []
        told = [
            (str(words) or str(address), _joined(self.document.address, str(address)))
            for role, address, words, *_ in self.document.links
            if role == FULL_TEXT
        ]
        return list(dict.fromkeys(told))[:MOST_FIELDS]

    @property
    def fields(self) -> list[tuple[str, str]]:
        """What the document says of itself, at most MOST_FIELDS, each label once."""
        told: dict[str, str] = {}
        for name, value, *_ in self.document.fields:
            told.setdefault(str(name).replace("_", " ").capitalize(), str(value))
        return list(told.items())[:MOST_FIELDS]

    @property
    def format(self) -> str:
        """What sort of file it was."""
        return FORMATS.get(self.document.format, self.document.format)

    @property
    def count(self) -> int:
        """How many claims it has; those that the reader withdrew are left out."""
        return sum(claim.row.state != "withdrawn" for claim in self.claims)

    @property
    def waiting(self) -> int:
        """How many claims nobody has judged."""
        return sum(claim.waits for claim in self.claims)

    @property
    def shown(self) -> list[ClaimShown]:
        """The claims that are wanted, of all parts; those that the reader withdrew are left out."""
        return [claim for claim in self.claims if self._is_wanted(claim)]

    def next_waiting(self, after: int) -> ClaimShown | None:
        """The next wanted claim after a number that nobody has judged, or else the first."""
        waiting = [claim for claim in self.shown if claim.waits]
        return next((claim for claim in waiting if claim.number > after), waiting[0] if waiting else None)

    def beside(self, number: int) -> tuple[ClaimShown | None, ClaimShown | None]:
        """The wanted claims before and after a number."""
        before = [claim for claim in self.shown if claim.number < number]
        after = [claim for claim in self.shown if claim.number > number]
        return (before[-1] if before else None), (after[0] if after else None)

    def _is_wanted(self, claim: ClaimShown) -> bool:
        wanted, row = self.wanted, claim.row
        if row.state == "withdrawn" or wanted is None:
            return row.state != "withdrawn"
        return bool(
            (not wanted.states or row.state in wanted.states)
            and (not wanted.type or row.type == wanted.type)
            and row.confidence >= wanted.least
            and (not wanted.amiss or row.amiss)
        )

    def _first_part(self) -> int:
        """The part in which the first wanted claim stands, where not all are wanted."""
        first = next(iter(self.shown), None) if self.wanted else None
        return self.part_of(first.row.start) if first else 1

    def part_of(self, place: int) -> int:
        """The part in which a place of the text stands."""
        return max(1, bisect_right(self._places, place))

    def around(self, place: int, *, before: int = 3, after: int = 3) -> list[Passage]:
        """The passage in which a place of the text stands, with some before and after it."""
        number = next((n for n, block in enumerate(self._blocks) if block.start <= place < block.end), None)
        if number is None:
            return []
        labelled: set[int] = set()
        shown = self._blocks[max(number - before, 0) : number + after + 1]
        return [self._passage(block, labelled) for block in shown]

    def place_of(self, place: int) -> str:
        """Where in the original a place of the text stands: "page 3, item 5"; empty where nothing says."""
        block = next((block for block in self._blocks if block.start <= place < block.end), None)
        return block.told if block else ""

    @cached_property
    def passages(self) -> list[Passage]:
        """The passages of this part."""
        ends = [*self._starts[1:], len(self._blocks)]
        labelled: set[int] = set()
        shown = self._blocks[self._starts[self.part - 1] : ends[self.part - 1]]
        told = [""] + [block.told for block in shown]
        return [
            self._passage(block, labelled, place=block.told if block.told != before else "")
            for block, before in zip(shown, told, strict=False)
        ]

    @cached_property
    def listed(self) -> list[tuple[ClaimShown, bool]]:
        """The claims of this part in order, and whether each is marked in the text."""
        marked = {claim.number for passage in self.passages for claim in passage.begin}
        return [
            (claim, claim.number in marked)
            for claim in self.shown
            if claim.number in marked or self.part_of(claim.row.start) == self.part
        ]

    @cached_property
    def stretches(self) -> list[Stretch]:
        """The passages of this part, each that begins wanted claims at the head of a stretch of its own."""
        wanted = {claim.number for claim in self.shown}
        told: list[tuple[list[Passage], list[ClaimShown]]] = []
        for passage in self.passages:
            begun = [claim for claim in passage.begin if claim.number in wanted]
            if begun or not told:
                told.append(([], begun))
            told[-1][0].append(passage)
        return [Stretch(tuple(passages), tuple(claims)) for passages, claims in told]

    @cached_property
    def unmarked(self) -> list[ClaimShown]:
        """The claims of this part whose words are not where they were."""
        return [claim for claim, marked in self.listed if not marked]

    @cached_property
    def quoted(self) -> frozenset[int]:
        """Numbers of the claims whose words must be told again: the text cannot show where they end."""
        beside = frozenset(claim.number for claim in self.unmarked)
        pieces = (piece for passage in self.passages for piece in passage.pieces)
        crossing = (piece.claims for piece in pieces if len({_extent(each) for each in piece.claims}) > 1)
        return beside.union(claim.number for claims in crossing for claim in claims)

    def _claims_within(self, start: int, end: int) -> list[ClaimShown]:
        """The claims that share a character with these places; claims stand in the order of their starts."""
        near = self._standing[
            bisect_left(self._claimed, start - self._longest) : bisect_left(self._claimed, end)
        ]
        return [claim for claim in near if claim.row.end > start]

    def _passage(self, block: "Block", labelled: set[int], *, place: str = "") -> Passage:
        start, end = block.start, block.end
        within = self._claims_within(start, end)
        cuts = {start, end}
        for claim in within:
            cuts |= {place for place in (claim.row.start, claim.row.end) if start < place < end}
        places = sorted(cuts)
        pieces = []
        for first, last in pairwise(places):
            over = tuple(claim for claim in within if claim.row.start < last and claim.row.end > first)
            begin = tuple(claim for claim in over if claim.number not in labelled)
            labelled |= {claim.number for claim in begin}
            pieces.append(Piece(self.document.text[first:last], over, begin))
        return Passage(block.kind, block.marker, min(max(block.level, 1) + 2, 6), tuple(pieces), place)


@dataclass(frozen=True, slots=True)
class Block:
    """A passage as kept: see the table of documents."""

    kind: str
    start: int
    end: int
    marker: str = ""
    level: int = 0
    place: str = ""
    item: str = ""

    @property
    def told(self) -> str:
        """page 3, item 5."""
        return ", ".join(filter(None, [self.place, f"item {self.item}" if self.item else ""]))


def _extent(claim: ClaimShown) -> tuple[int, int]:
    return claim.row.start, claim.row.end


def _joined(base: str, address: str) -> str:
    """Where a link of a page leads; an address that is none stays as the page has it."""
    try:
        return urljoin(base, address)
    except ValueError:
        return address


def _stands(document: "Document", claim: ClaimShown) -> bool:
    """Whether a claim is to be marked: its words are where it says. A later reading may have moved them."""
    row = claim.row
    return row.state != "withdrawn" and document.text[row.start : row.end] == row.quote


def _blocks(document: "Document") -> Iterator[Block]:
    """The passages as kept, and any stretch of text between them that holds words."""
    reached = 0
    for block in (Block(*passage) for passage in document.passages):
        between = document.text[reached : block.start]
        if block.marker:
            between = between.replace(block.marker, "", 1)
        spoken_for = not any(letter.isalnum() for letter in between)
        if not spoken_for:
            yield Block("paragraph", reached, block.start)
        yield block if spoken_for else replace(block, marker="")
        reached = max(reached, block.end)
    if document.text[reached:].strip():
        yield Block("paragraph", reached, len(document.text))


def _starts_of_parts(blocks: Sequence[Block]) -> list[int]:
    starts, size = [0], 0
    for number, block in enumerate(blocks):
        length = block.end - block.start
        if size and size + length > A_PART:
            starts.append(number)
            size = 0
        size += length
    return starts

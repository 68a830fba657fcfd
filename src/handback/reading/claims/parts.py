"""The parts of a document, as its outline hands them to the rules: plain values."""

from collections.abc import Iterator
from dataclasses import dataclass

from handback.reading.claims.labels import Zone
from handback.reading.claims.leads import Lead
from handback.reading.document import Document, Passage
from handback.reading.words.sentences import Sentence
from handback.reading.words.watch import Sights, waits
from handback.reading.words.years import Calendar

NO_LEAD = Lead()


@dataclass(slots=True)  # never changed, and not frozen: that makes each take four times as long to make
class Part:
    """A passage, or what is left of it after its label, with how it is to be read.

    `stem` holds the lead-in words of the list that it is an item of, in lower case ("cabinet agreed to"),
    and `lead` what they make of it. `hangs`: a sub-item of the clause before it. `section` counts the agenda
    items and headings before it. `labelled`: it comes straight after the label "Decision".
    """

    passage: Passage
    zone: Zone
    stem: str
    sentences: tuple[Sentence, ...]
    whole: Sentence
    item: bool
    lead: Lead = NO_LEAD
    hangs: bool = False
    section: int = 0
    labelled: bool = False


@dataclass(slots=True)
class Outline:
    """A document made ready for the rules: parts, plain words, calendar."""

    document: Document
    plain: str
    parts: tuple[Part, ...]
    calendar: Calendar
    sights: Sights


def parts_to_read(found: Outline) -> Iterator[Part]:
    """The parts that state something for the first time: no furniture, nothing restated."""
    return (part for part in found.parts if part.zone not in (Zone.ASIDE, Zone.RESTATED))


LONGEST_LEAD = 70  # characters of a lead-in that decides nothing itself


def leads_in(part: Part, after: Part) -> bool:
    """Whether a passage is no more than the word that the next one hangs on: "AGREED", "1. That ..."."""
    if not after.item or after.hangs:
        return False
    words = part.whole.words.lower().strip()
    short = len(words) < LONGEST_LEAD or _HEREBY.search(words) is not None
    return words != "" and short and words == after.stem.strip()


#: "I Ada Holt, Mayor, in exercise of the powers given to me, do hereby approve:".
_HEREBY = waits(r"\bhereby (?:approve|agree|authorise|decide|determine|note)(?: to| that)?[ :-]*$")

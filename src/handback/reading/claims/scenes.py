"""Scenes: a sentence with its verb groups, times to come and past, and the stretch that a time stands in."""

import re
from dataclasses import dataclass
from datetime import date

from handback.reading.claims.verb_groups import groups, tokens
from handback.reading.claims.verb_phrases import Group
from handback.reading.words.dates import Stated
from handback.reading.words.points import YEARS

#: Prepositions that give a last or a first day, and so look to something done, not to when a thing was.
DEADLINE_WORDS = frozenset(("by", "until", "before", "from", "after", "up to", "not before"))


@dataclass(frozen=True, slots=True)
class Reading:
    """What governs a time in its sentence: the group that decides, and the rule by which it commits.

    `apart`: the thing is only named along with what the sentence tells, whose doer is not its owner.
    """

    rule: str
    group: Group | None
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with its verb groups, the document's day, and how it stands on the page.

    `outside`: it speaks for inspectors or the like, whose recommendations bind. `ordered`: it is a clause
    of a resolution. `listed`: an item of a list or a line of a plan, where a thing named with a time is to
    be done by it.
    """

    words: str
    groups: tuple[Group, ...]
    on: date | None
    ordered: bool = False
    listed: bool = False
    outside: bool = False


_ASKING = (
    "ask", "request", "recommend", "requir", "direct", "instruct", "agree", "resolv", "propos", "insist",
    "suggest", "determin",
)  # fmt: skip
_THAT_ORDER = re.compile(rf"\b(?:{'|'.join(_ASKING)})\w* that\b", re.I)


def reads_orders(words: str, *, ordered: bool, listed: bool) -> bool:
    """Whether a bare verb of a sentence is an order: "(the Council agreed) that the Clerk report"."""
    if ordered:
        return True
    low = words.lower()
    if listed and low.startswith(("that ", "and that ")):
        return True
    return " that" in low and any(stem in low for stem in _ASKING) and bool(_THAT_ORDER.search(words))


def scene(
    words: str, *, on: date | None, ordered: bool = False, listed: bool = False, outside: bool = False
) -> Scene:
    """The sentence made ready."""
    found = groups(tokens(words), ordered=reads_orders(words, ordered=ordered, listed=listed))
    return Scene(words, tuple(found), on, ordered, listed, outside)


_GOES_ON = re.compile(r"(?:will|is|are|was|were|has|have|had|would|should|must|may|can|could|did|does)\b")
_NAMED_WITH = re.compile(r"\([^()]{2,40}[,;]$")  # "(Ada, 4 May)"


def stands_alone(seen: Scene, time: Stated) -> bool:
    """A time set off by marks: "Phase 2 (Q4 2026/27): move the services", "Fees set: 3 March 2027"."""
    if time.preposition or not time.known or time.grain in YEARS:
        return False
    before, after = seen.words[: time.start].rstrip(), seen.words[time.end :].lstrip(" .")
    if not before and _GOES_ON.match(after):
        return False  # "Quarter 4 will be reported"
    if before[-1:] == "," and not after:
        return is_to_come(time, seen.on)
    return (not before or before[-1] in "(:|-[;" or bool(_NAMED_WITH.search(before))) and (
        not after or after[0] in "):|-]," or not before
    )


def is_past(time: Stated, on: date | None) -> bool:
    """Whether a time lies wholly before the document's day."""
    last = time.window.last
    return on is not None and last is not None and last < on


def is_to_come(time: Stated, on: date | None) -> bool:
    """Whether a time lies after the document's own day, for a document that has one."""
    last = time.window.last or time.window.first
    return on is not None and last is not None and last > on


def is_wholly_to_come(time: Stated, on: date | None) -> bool:
    """Whether nothing can have been done yet in a time: it begins after the document's day."""
    first = time.window.first
    return on is not None and first is not None and first > on


def says_year(seen: Scene, time: Stated) -> bool:
    """Whether the words of a time say its year."""
    return bool(re.search(r"\d{4}|\d/\d\d\b", seen.words[time.start : time.end]))


_DATING = (
    "by ",
    "bef",
    "no ",
    "not",
    "fro",
    "unt",
    "wit",
    "in ",
)  # what a time set off by a dash begins with
_PARTED = re.compile(r";|: | - |\. |\|| \(|\) ")


def segment(words: str, start: int, end: int) -> tuple[int, int]:
    """The stretch between strong marks that holds a place; brackets around the time alone do not part it."""
    first, last = 0, len(words)
    for mark in _PARTED.finditer(words):
        if mark.end() <= start:
            if mark[0] in (" (", ") ") and _bracketed(words, start, end):
                continue
            if mark[0] == " (" and ")" in words[mark.end() : start]:
                continue
            if mark[0] == " - " and mark.end() == start and words[start : start + 3].lower() in _DATING:
                continue
            if mark[0] == ") ":
                continue
            first = mark.end()
        elif mark.start() >= end:
            if mark[0] == " (" or (mark[0] == ") " and words[first - 1 : first] != "("):
                continue
            last = mark.start()
            break
    return first, last


def _bracketed(words: str, start: int, end: int) -> bool:
    return "(" in words[max(0, start - 12) : start] and ")" in words[end : end + 12]

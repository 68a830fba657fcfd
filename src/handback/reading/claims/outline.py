"""The outline of a document: which of its passages decide, restate, discuss, recommend or only furnish.

Pages of councils are laid out by a few labels (Decision, Minutes, Resolved, Reasons, Recommendations,
Options). What stands under each is read differently: a recommendation decides nothing, and what is
resolved again after a Decision has been given is one decision, listed once.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from handback.reading.claims.sentences import PLAIN, Sentence, sentence, sentences
from handback.reading.claims.verbs import BASE, PAST_DECIDING
from handback.reading.claims.years import Calendar
from handback.reading.document import Document, Kind, Passage
from handback.reading.formats.markers import is_paragraph_number


class Zone(StrEnum):
    """How a passage is to be read."""

    BODY = "body"
    DECIDED = "decided"  # stands under "Decision" or "Resolved": each item is decided
    RESTATED = "restated"  # resolved again, after the decision has been listed
    DISCUSSION = "discussion"  # the account of an item whose decision is listed
    RECOMMENDED = "recommended"
    OPTIONS = "options"
    LISTED = "listed"  # items under a lead-in that decides nothing
    ASIDE = "aside"  # titles, fields, links, summaries by machine


@dataclass(frozen=True, slots=True)
class Part:
    """A passage, or what is left of it after its label, with how it is to be read.

    `stem` holds the lead-in words of the list that it is an item of, in lower case ("cabinet agreed to").
    """

    passage: Passage
    zone: Zone
    stem: str
    sentences: tuple[Sentence, ...]
    whole: Sentence
    item: bool


@dataclass(slots=True)
class Outline:
    """A document made ready for the rules: parts, plain words, calendar."""

    document: Document
    plain: str
    parts: tuple[Part, ...]
    calendar: Calendar


VERY_LONG = 500  # characters: sentences of minutes end long before
LONGEST_WHOLE = (
    6_000  # characters of a passage looked at as one stretch, for enumerations that run over sentences
)

_LABELS: tuple[tuple[Zone | None, str], ...] = (
    (Zone.DECIDED, r"(?:cabinet member |officer |executive |delegated )?decisions?(?: taken| made)?"
    r"|(?:the )?decision of (?:the )?(?:cabinet|committee"
        r"|council|board)"),
    (Zone.RECOMMENDED, r"(?:officer |officers' )?recommend(?:ations?(?: to \w+)?|ed)|recommended decision"),
    (Zone.OPTIONS, r"(?:alternative |other )?options?(?: considered| available)?(?:(?: and|,)"
        r" rejected)?|(?:other )?alternatives considered(?: and rejected)?|alternative options?.{0,30}"),
    (Zone.OPTIONS, r"reasons?(?: for (?:the )?(?:decisions?|recommendations?|urgency))?"
        r"|purposes?(?: of (?:the )?(?:decision|report))?"),
    (Zone.ASIDE, r"(?:supporting|additional|background|related) (?:documents?|papers|questions"
        r"|content|links|items|stories|articles)|more (?:news|stories|from .{1,30})"
                 r"|most (?:read|popular)|read (?:more|next)|see also|summary"
                     r" \(.{0,20}machine.{0,40}\)|have your say.{0,60}|share this.{0,20}|comments|sign"
                     r" up.{0,40}|latest news|you may also like"),
    (None, r"minutes|background(?: information)?|discussion|summary(?: of .{1,30})?|details"
        r"|introduction|update|notes|next steps|what (?:next|was done|is left)|timetable|history"
        r"|risks?|legal|cost|finance|in discussion"),
)  # fmt: skip
_LABEL = tuple(
    (zone, re.compile(rf"(?:\d+(?:\.\d+)*\.? )?(?P<label>{words})\s*(?P<mark>:? ?-+|:|$)", re.I))
    for zone, words in _LABELS
)
_DECIDING_STEM = re.compile(
    r"\b(?:resolved|agreed|decided|determined|decision (?:is|was) (?:to|that)|approved|noted"
    r"|recommended|endorsed|authorised|delegated|ordered)\b[^.;]{0,160}$",
    re.I,
)
_RECOMMENDING_STEM = re.compile(
    r"\b(?:(?:is|are|be) (?:therefore |asked to|recommended|requested"
    r" to|invited to)|recommendations? (?:is|are|that)|recommends? that|proposals?|options?|could"
    r"|asked to)\b",
    re.I,
)
_RESOLVED_LABEL = re.compile(
    r"(?:it was |the \w+(?: \w+)? |accordingly |therefore )?(?:unanimously |further )?(?:resolved"
    r"|agreed|determined|ordered)(?: unanimously| as follows)?(?: \([^)]{0,40}\))?\s*(?:[:.]? ?-+"
    r"|[:.]|$)",
    re.I,
)
_RESOLVED_OPENS = re.compile(
    r"(?:it was )?(?:unanimously )?(?:resolved|agreed|determined)(?:"
    r" unanimously)?\s*[:.]?\s*-*\s*(?=\(?\w{1,3}[).] |that\b)|(?:it was )?resolved\b",
    re.I,
)
_THAT_STEM = re.compile(rf"^(?:that )?(?:the )?(?:[a-z]+ ){{0,4}}(?:{BASE})(?: that)?:?$", re.I)
_BODY_STEM = re.compile(
    r"^(?:that )?(?:the )?(?:\w+[ ,-]+){0,4}(?:cabinet|council|committee"
    r"|sub-committee|board|panel|executive|members|forum|cabinet member)(?: \([^)]*\))?:?-?$",
    re.I,
)
_ITEM_WORDS = re.compile(
    rf"(?:and )?(?:that|to|not to)\b|(?:and )?(?:{PAST_DECIDING}|requested"
    rf"|asked|instructed|determined)\b",
    re.I,
)
_NEW_ITEM = re.compile(r"^(?:meeting:|agenda item\b|item \d|issue - |\d+\.?\s{2,}[A-Z])", re.I)


@dataclass(slots=True)
class _Walk:
    """Where the walk down the page has got to."""

    zone: Zone = Zone.BODY
    list_zone: Zone | None = None
    stem: str = ""
    decided_here: int = 0
    items_in_list: int = 0
    parts: list[Part] = field(default_factory=list)
    only_clauses: bool = False  # a list already begun in the lead-in's own passage goes on in clauses alone
    long_seen: set[str] = field(default_factory=set)


def outline(document: Document) -> Outline:
    """The outline of a document; costs one pass over its passages, and none over text beyond them."""
    last = document.passages[-1].end if document.passages else 0
    plain = document.text[:last].translate(PLAIN)
    walk = _Walk()
    for passage in document.passages:
        _step(walk, passage, plain)
    return Outline(document, plain, tuple(walk.parts), Calendar(plain, document.dated_on))


def _step(walk: _Walk, passage: Passage, plain: str) -> None:
    words = sentence(plain, passage.start, min(passage.end, passage.start + 240)).words
    label = _label(words) if passage.kind is not Kind.ITEM or is_paragraph_number(passage.marker) else None
    if label is not None:
        zone, skip = label
        _enter(walk, zone, words)
        if skip >= len(words):
            return
        passage = Passage(Kind.PARAGRAPH, _after(plain, passage, skip), passage.end, "", 0, passage.heading)
    elif passage.kind is Kind.HEADING and not _in_list(walk, passage, words):
        _new_heading(walk, words)
        _add(walk, passage, plain, Zone.ASIDE)
        return
    elif passage.kind is Kind.FIELD:
        if _NEW_ITEM.match(words):
            walk.decided_here, walk.zone, walk.list_zone = 0, Zone.BODY, None
        elif walk.zone is Zone.DECIDED:
            walk.zone = Zone.BODY
        walk.list_zone = None
        _add(walk, passage, plain, Zone.ASIDE)
        return
    _place(walk, passage, plain)


def _after(plain: str, passage: Passage, skip: int) -> int:
    """The place in the document after `skip` plain characters of a passage."""
    return sentence(plain, passage.start, min(passage.end, passage.start + 240)).place(skip)


def _label(words: str) -> tuple[Zone | None, int] | None:
    for zone, pattern in _LABEL:
        found = pattern.match(words)
        if found and (found["mark"] or found.end() == len(words)):
            return zone, found.end()
    return None


def _enter(walk: _Walk, zone: Zone | None, words: str) -> None:
    walk.list_zone, walk.stem, walk.items_in_list = None, "", 0
    if zone is None:
        walk.zone = (
            Zone.DISCUSSION
            if walk.decided_here and words.lower().startswith(("minutes", "discussion"))
            else Zone.BODY
        )
        return
    walk.zone = zone
    if zone is Zone.DECIDED:
        walk.stem = "decision"


def _new_heading(walk: _Walk, words: str) -> None:
    walk.list_zone, walk.stem = None, ""
    if walk.zone in (Zone.ASIDE,) and not _NEW_ITEM.match(words):
        return
    walk.zone, walk.decided_here = Zone.BODY, 0


def _in_list(walk: _Walk, passage: Passage, words: str) -> bool:
    """A short line under a deciding lead-in is an item and no title."""
    deciding = walk.list_zone in (Zone.DECIDED, Zone.RESTATED) or walk.zone is Zone.DECIDED
    return deciding and bool(passage.marker or _ITEM_WORDS.match(words))


def _place(walk: _Walk, passage: Passage, plain: str) -> None:
    whole = sentence(plain, passage.start, min(passage.end, passage.start + LONGEST_WHOLE))
    words = whole.words
    marked = bool(passage.marker) and not is_paragraph_number(passage.marker)
    if walk.list_zone and walk.only_clauses and not _ITEM_WORDS.match(words):
        walk.list_zone, marked = None, False
    second_stem = bool(_THAT_STEM.match(words)) and words.rstrip().endswith(":")
    item = (
        bool(walk.list_zone)
        and not second_stem
        and (
            marked
            or bool(_ITEM_WORDS.match(words))
            or words.rstrip().endswith((";", "; and"))
            or _note_like(walk, words)
        )
    )
    if walk.list_zone and not item and not _goes_on(words):
        walk.list_zone, walk.stem = None, "decision" if walk.zone is Zone.DECIDED else ""
    if walk.zone is Zone.ASIDE and len(words) > 90 and words.rstrip().endswith((".", ".'", '."')):
        walk.zone = Zone.BODY
    zone = walk.list_zone or walk.zone
    if zone is Zone.DISCUSSION and _RESOLVED_OPENS.match(words):
        zone = Zone.RESTATED
    if item or (zone is Zone.DECIDED and marked):
        walk.items_in_list += 1
    _add(walk, passage, plain, zone, item=item or marked, whole=whole)
    if zone is Zone.DECIDED and walk.zone is Zone.DECIDED:
        walk.decided_here += 1
    _open_list(walk, words, zone)


def _note_like(walk: _Walk, words: str) -> bool:
    """A line under a lead-in that ends no sentence ("after six months (by 30 June) - a full report")."""
    return walk.list_zone is Zone.LISTED and len(words) < 140 and not words.rstrip().endswith((".", "?", ":"))


def _goes_on(words: str) -> bool:
    """Whether an unmarked passage belongs to the list: a second lead-in such as "The Cabinet:"."""
    return bool(_BODY_STEM.match(words)) or bool(_THAT_STEM.match(words))


def _open_list(walk: _Walk, words: str, zone: Zone) -> None:
    """Whether the passage ends in words that introduce a list, and what kind of list."""
    tail = words[-220:].strip()
    again = Zone.RESTATED if walk.zone is Zone.DISCUSSION else Zone.DECIDED
    if zone in (Zone.RECOMMENDED, Zone.OPTIONS, Zone.ASIDE):
        return
    if (label := _RESOLVED_OPENS.match(words)) and not _RESOLVED_LABEL.fullmatch(words):
        walk.list_zone, walk.stem, walk.items_in_list = again, label[0].lower().strip(" :-("), 0
        walk.only_clauses = not tail.endswith((":", "-"))
        return
    opens = (
        tail.endswith((":", "-", ":-"))
        or bool(re.search(r"\b(?:to|that|as follows[.:]?)$", tail))
        or bool(_RESOLVED_LABEL.fullmatch(words))
    )
    if not opens and not _caps_lead(tail):
        return
    last = re.split(r"(?<=[.;]) (?=[A-Z])", tail)[-1] if not _RESOLVED_LABEL.fullmatch(words) else tail
    if _BODY_STEM.match(last) and (zone in (Zone.DECIDED, Zone.RESTATED)):
        walk.items_in_list = 0
        return
    if _BODY_STEM.match(last) and zone is Zone.BODY:
        walk.list_zone, walk.stem, walk.items_in_list = again, "decision", 0
        return
    if _RECOMMENDING_STEM.search(last) and not re.search(r"resolved|agreed", last, re.I):
        walk.list_zone = Zone.RECOMMENDED if "recommend" in last.lower() else Zone.LISTED
    elif (
        _DECIDING_STEM.search(last)
        or _RESOLVED_LABEL.fullmatch(words)
        or (_THAT_STEM.match(last) and words.lower().startswith("that "))
        or _caps_lead(tail)
    ) or zone is Zone.DECIDED:
        walk.list_zone = again
    else:
        walk.list_zone = Zone.LISTED
    walk.stem, walk.items_in_list, walk.only_clauses = last.lower(), 0, False


def _caps_lead(tail: str) -> bool:
    """ "Cabinet, having weighed these points," leads in to clauses that open with the verb in capitals."""
    return tail.endswith(",") and len(tail) < 160


def _add(
    walk: _Walk,
    passage: Passage,
    plain: str,
    zone: Zone,
    *,
    item: bool = False,
    whole: Sentence | None = None,
) -> None:
    pieces = tuple(s for s in sentences(plain, passage.start, passage.end) if _is_new(walk, s))
    whole = whole or (pieces[0] if pieces else sentence(plain, passage.start, passage.start))
    walk.parts.append(
        Part(passage, zone, walk.stem if walk.list_zone or zone is Zone.DECIDED else "", pieces, whole, item)
    )


def _is_new(walk: _Walk, piece: Sentence) -> bool:
    """Whether a very long stretch is met for the first time: one repeated says its thing once."""
    if len(piece.words) < VERY_LONG:
        return True
    if piece.words in walk.long_seen:
        return False
    walk.long_seen.add(piece.words)
    return True


def parts_to_read(found: Outline) -> Iterator[Part]:
    """The parts that state something for the first time: no furniture, nothing restated."""
    return (part for part in found.parts if part.zone not in (Zone.ASIDE, Zone.RESTATED))

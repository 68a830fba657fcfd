"""The outline of a document: which of its passages decide, restate, discuss, recommend or only furnish.

Pages of councils are laid out by a few labels (see `labels`) and by lead-ins that end in a colon. What stands
under each is read differently: a recommendation decides nothing, and what is resolved again after a
Decision has been given is one decision, listed once.
"""

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from handback.reading.claims.labels import (
    Zone,
    decides_without_label,
    inline,
    label,
    of_decision_page,
    tells_of_decisions,
)
from handback.reading.claims.leads import Lead, lead_in
from handback.reading.claims.line_signs import (
    DECISION_IN_FIELD,
    NAMES_PERSON,
    NEW_ITEM,
    OF_VOTING,
    may_decide,
    resolves_again,
)
from handback.reading.claims.listing import (
    ITEM_WORDS,
    Listing,
    gone_on,
    is_doing,
    is_title,
    names_matter,
    opened,
    zone_recommended,
)
from handback.reading.claims.lists import mark_kind
from handback.reading.claims.openings import gives_reason, opens_item, says_purpose, states_first
from handback.reading.claims.parts import NO_LEAD, Outline, Part, parts_to_read
from handback.reading.claims.stems import (
    ONLY_THAT,
    RECOMMENDS,
    StemKind,
    ends_open,
    is_body_stem,
    is_resolved_label,
    owes_a_name,
    resolved_opening,
    stem_kind,
)
from handback.reading.claims.verbs import Group
from handback.reading.document import Document, Kind, Passage
from handback.reading.formats.markers import MARKER, is_bullet, is_paragraph_number
from handback.reading.words.sentences import Sentence, cut, plain_words, sentence
from handback.reading.words.watch import Sights, waits
from handback.reading.words.years import Calendar

__all__ = [
    "LONGEST_WHOLE",
    "VERY_LONG",
    "Outline",
    "Part",
    "Zone",
    "outline",
    "parts_to_read",
]

VERY_LONG = 500  # characters: sentences of minutes end long before
LONGEST_WHOLE = 6_000  # characters looked at as one stretch, for enumerations over sentences
HEAD = 240  # characters of a passage that are looked at for labels

_ACCOUNTS = (Zone.DISCUSSION, Zone.RESTATED)
_RESOLVES_IN_CAPITALS = waits(r"\b(?:RESOLVED|AGREED)\b")
_OTHER_LABEL = re.compile(r"[A-Z][a-z]+(?: [A-Za-z]+){0,4}: [A-Z]")


@dataclass(slots=True)
class _Walk:
    """Where the walk down the page has got to."""

    plain: str
    sights: Sights
    general: bool = False  # the page tells how decisions are made, and of none
    zone: Zone = Zone.BODY
    listing: Listing | None = None
    decided_here: int = 0
    section: int = 0
    item: str = ""
    unlabelled: bool = False  # a page about a decision that never says where the decision stands
    presumed: bool = False
    fresh: bool = True  # nothing of the section has been met yet
    listed_first: bool = False  # the section began with what was decided, unlabelled
    counted: int = 0  # the number of the last headed part of a decision: "1. Limits", "2. Reporting"
    of_minutes: bool = False  # minutes have been met anywhere
    minuted: bool = False  # the section's minutes have begun
    within_line: bool = False  # the decision stands in its label's own line
    parts: list[Part] = field(default_factory=list)
    long_seen: set[str] = field(default_factory=set)

    def new_section(self) -> None:
        """Begin an agenda item or a headed part: nothing said before it still holds."""
        self.zone, self.listing, self.decided_here, self.counted = Zone.BODY, None, 0, 0
        self.fresh, self.listed_first, self.minuted = True, False, False
        self.section += 1


def outline(document: Document, *, gated: bool = True) -> Outline:
    """The outline of a document; costs one pass over its passages, and none over text beyond them.

    Not `gated`, every rule looks at every sentence; it finds the same, and takes longer.
    """
    last = document.passages[-1].end if document.passages else 0
    plain = plain_words(document.text[:last])
    sights = Sights(plain, gated=gated)
    general = tells_of_decisions(plain)
    walk = _Walk(plain, sights, general, unlabelled=decides_without_label(document, plain, sights))
    for passage in document.passages:
        if passage.item and passage.item != walk.item:
            walk.item = passage.item
            walk.new_section()
        _cut_at_labels(walk, passage, document.text)
    return Outline(document, plain, tuple(walk.parts), Calendar(plain, document.dated_on), sights)


def _cut_at_labels(walk: _Walk, passage: Passage, raw: str) -> None:
    """One step for each stretch of a passage between labels that stand inside it."""
    plain = walk.plain
    short = passage.kind is Kind.FIELD and not DECISION_IN_FIELD.search(plain, passage.start, passage.end)
    if short or passage.end - passage.start < 12:
        _step(walk, passage)
        return
    stop = min(passage.end, passage.start + LONGEST_WHOLE)
    whole = sentence(plain, passage.start, stop, walk.sights)
    found = inline(plain[passage.start : stop], raw[passage.start : stop], whole.may)
    if not found:
        _step(walk, passage, whole)
        return
    cuts = [passage.start, *(passage.start + at for at, _ in found), passage.end]
    unnamed = label(plain[passage.start : passage.start + HEAD].strip()) is None
    owed = bool(walk.parts) and owes_a_name(walk.parts[-1].whole.words)
    owed = owed or _goes_on_to_minutes(walk, plain, cuts[1])
    if unnamed and not owed and any(is_item for _, is_item in found):
        walk.new_section()
    state = (walk.zone, walk.listing)
    for first, last in pairwise(cuts):
        kind = passage.kind if first == passage.start and passage.kind is Kind.ITEM else Kind.PARAGRAPH
        _step(walk, replace(passage, kind=kind, start=first, end=_trimmed_end(plain, first, last)))
    if passage.kind is Kind.ITEM and not is_resolved_label(walk.plain[cuts[-2] : passage.end].strip()):
        walk.zone, walk.listing = state


def _goes_on_to_minutes(walk: _Walk, plain: str, at: int) -> bool:
    """Whether a label in mid-passage opens the minutes of the matter whose decision has just been given."""
    return walk.decided_here > 0 and not walk.minuted and plain[at : at + 7].lower() == "minutes"


def _trimmed_end(plain: str, first: int, last: int) -> int:
    while last > first + 1 and plain[last - 1] in " |":
        last -= 1
    return last


def _step(walk: _Walk, passage: Passage, whole: Sentence | None = None) -> None:
    """Read a passage by the label that it opens with, or by its kind; `whole` has all its words."""
    head = whole
    if head is None or passage.end - passage.start > HEAD:
        head = sentence(walk.plain, passage.start, min(passage.end, passage.start + HEAD), walk.sights)
    words = head.words
    found = label(words, head.may)
    if found and passage.kind is Kind.ITEM and not is_paragraph_number(passage.marker):
        found = found if found[1] >= len(words) and walk.listing is None else None
    if walk.within_line and (_is_numbered(passage) or _OTHER_LABEL.match(words)):
        walk.zone, walk.within_line = Zone.BODY, False
    if found is not None:
        _enter(walk, None if walk.general and found[0] is Zone.DECIDED else found[0], words)
        walk.within_line = found[0] is Zone.DECIDED and not names_matter(words[found[1] :].strip())
        if found[1] < len(words) and not ONLY_THAT.fullmatch(words, found[1]):
            _place(walk, _after_label(passage, walk.plain, head.place(found[1])))
    elif walk.listing and walk.listing.begun and (recommends := RECOMMENDS.match(words)):
        _enter(walk, Zone.DECIDED, recommends[0])
        _place(walk, _after_label(passage, walk.plain, head.place(recommends.end())))
    elif passage.kind is Kind.HEADING and walk.parts and owes_a_name(walk.parts[-1].whole.words):
        _add(walk, passage, Zone.ASIDE, head=head)
    elif passage.kind is Kind.HEADING and not _in_list(walk, passage, words):
        _head(walk, head)
        _add(walk, passage, Zone.ASIDE, head=head)
    elif passage.kind is Kind.FIELD:
        _pass_field(walk, words)
        _add(walk, passage, Zone.ASIDE, head=head)
    else:
        _place(walk, passage, head, whole)


def _is_numbered(passage: Passage) -> bool:
    return bool(passage.marker) and is_paragraph_number(passage.marker)


def _is_named(walk: _Walk, passage: Passage) -> bool:
    """Whether a lead-in names the number of a paragraph: "noted recommendations 5.1.1 and 5.1.2:"."""
    return walk.listing is not None and passage.marker.strip("(). ") in walk.listing.stem


def _after_label(passage: Passage, plain: str, start: int) -> Passage:
    """What is left of a passage after its label, its own mark left out: "Decision: (a) That ..."."""
    mark = MARKER.match(plain, start, passage.end)
    if mark:
        return replace(passage, kind=Kind.ITEM, start=mark.end(), marker=mark["marker"], level=1)
    return replace(passage, kind=Kind.PARAGRAPH, start=start, marker="", level=0)


def _head(walk: _Walk, head: Sentence) -> None:
    """A heading begins a section, save among links to other pages."""
    words, may = head.words, head.may
    if words.lower().endswith("in the chair"):
        return
    if walk.zone is Zone.ASIDE and not NEW_ITEM.match(words):
        walk.listing = None
    else:
        walk.new_section()
    said_by = walk.of_minutes and NAMES_PERSON.match(words)
    if is_body_stem(words, may) and not said_by and not (words.isupper() and words[-1:] not in ":-"):
        walk.listing = Listing(Zone.DECIDED, "decision", Lead(), only_clauses=True)
    elif ends_open(words) and stem_kind(words) is StemKind.RECOMMENDING:
        walk.listing = Listing(zone_recommended(words), words.lower(), Lead())
    elif is_resolved_label(words, may) and not words.lower().startswith("decid"):
        walk.listing = Listing(Zone.DECIDED, words.lower(), lead_in(words))
    if walk.unlabelled:
        walk.presumed = walk.presumed or of_decision_page(words)
        walk.zone = Zone.DECIDED if walk.presumed else walk.zone


def _pass_field(walk: _Walk, words: str) -> None:
    """A field ends what stands before it; after those of a page without labels the decision is presumed."""
    if OF_VOTING.match(words):
        return
    if NEW_ITEM.match(words):
        walk.new_section()
    elif walk.zone is Zone.DECIDED:
        walk.zone = Zone.BODY
    walk.listing = None
    if walk.unlabelled:
        walk.presumed = of_decision_page(words)
        walk.zone = Zone.DECIDED if walk.presumed else Zone.BODY


def _enter(walk: _Walk, zone: Zone | None, words: str) -> None:
    walk.listing = None
    if zone is not None:
        again = walk.zone is Zone.DISCUSSION and walk.decided_here and zone is Zone.DECIDED
        walk.zone = Zone.RESTATED if again else zone
        if zone is Zone.DECIDED and words.lower().startswith("recommended"):
            walk.listing = Listing(Zone.DECIDED, words.lower(), Lead(group=Group.RECOMMEND, always=True))
        return
    walk.minuted = walk.minuted or words.lower().startswith("minutes")
    walk.of_minutes = walk.of_minutes or walk.minuted
    discussed = walk.decided_here and words.lower().startswith(("minutes", "discussion", "summary of"))
    walk.zone = Zone.DISCUSSION if discussed else Zone.BODY


def _in_list(walk: _Walk, passage: Passage, words: str) -> bool:
    """A short line under a deciding lead-in is an item and no title."""
    listing = walk.listing
    deciding = (listing.zone if listing else walk.zone) in (Zone.DECIDED, Zone.RESTATED)
    marked = bool(passage.marker) and not words.isupper()
    if marked and listing is not None and listing.marks is not None:
        marked = mark_kind(passage.marker, listing.marks) is listing.marks
    if walk.zone is Zone.DECIDED and walk.counted and _number(passage) == walk.counted + 1:
        return True
    return deciding and (marked or bool(ITEM_WORDS.match(words)) or is_doing(words))


def _number(passage: Passage) -> int:
    """The number that a passage is marked with; 0 where it has none."""
    mark = passage.marker.strip("(). ")
    return int(mark) if mark.isdigit() else 0


def _place(
    walk: _Walk, passage: Passage, head: Sentence | None = None, whole: Sentence | None = None
) -> None:
    """Read a passage where it stands; its head will do for the whole of a short one."""
    if whole is None and passage.end - passage.start <= HEAD:
        whole = head
    if whole is None:
        stop = min(passage.end, passage.start + LONGEST_WHOLE)
        whole = sentence(walk.plain, passage.start, stop, walk.sights)
    words = whole.words
    marked = bool(passage.marker) and not (_is_numbered(passage) and not _is_named(walk, passage))
    walk.listing, item = gone_on(walk.listing, passage.marker if marked else "", words)
    if passage.marker and walk.listing is None and not item and is_title(words):
        walk.new_section()
    if walk.zone in (Zone.RECOMMENDED, Zone.OPTIONS) and walk.listing is None and resolves_again(words):
        walk.zone = Zone.DISCUSSION if walk.decided_here else Zone.BODY
    linked = bool(passage.marker) and is_bullet(passage.marker)
    if (
        walk.zone is Zone.ASIDE
        and not linked
        and len(words) > 90
        and words.rstrip().endswith((".", ".'", '."'))
    ):
        walk.zone = Zone.BODY
    _meet_first(walk, words, item=item or marked)
    zone = walk.listing.zone if walk.listing else walk.zone
    zone = _presumed(walk, passage, words, zone)
    if zone is Zone.DISCUSSION and (
        resolved_opening(words, whole.may) or _RESOLVES_IN_CAPITALS.search(words)
    ):
        zone = Zone.RESTATED
    first = zone is Zone.DECIDED and walk.zone is Zone.DECIDED and not walk.decided_here and not walk.presumed
    _add(
        walk,
        passage,
        zone,
        item=item or (marked and walk.listing is None),
        labelled=first,
        whole=whole,
        head=head,
    )
    if zone is Zone.DECIDED and passage.kind is Kind.HEADING:
        walk.counted = _number(passage)
    if zone is Zone.DECIDED and walk.zone is Zone.DECIDED and (item or marked or may_decide(words)):
        walk.decided_here += 1
    again = Zone.RESTATED if walk.zone in _ACCOUNTS else Zone.LISTED if walk.general else Zone.DECIDED
    walk.listing = opened(walk.listing, whole, zone, again=again, item=item, marker=passage.marker)


def _presumed(walk: _Walk, passage: Passage, words: str, zone: Zone) -> Zone:
    """On a page without labels what comes first may say what it was for, and what comes last why."""
    bare = zone is Zone.DECIDED and not (passage.marker or walk.listing)
    if not (walk.unlabelled and walk.presumed and bare):
        return zone
    return Zone.OPTIONS if (gives_reason if walk.decided_here else says_purpose)(words) else zone


def _meet_first(walk: _Walk, words: str, *, item: bool) -> None:
    """After a section that begins with resolutions and no label comes the account of their discussion."""
    if walk.zone is not Zone.BODY:
        return
    stated = states_first(words, item=item)
    if walk.fresh and stated:
        walk.listed_first = True
        walk.decided_here += 1
    elif walk.listed_first and not (stated or item or walk.listing or is_doing(words)):
        walk.zone, walk.listed_first = Zone.DISCUSSION, False
    walk.fresh = walk.fresh and (stated or opens_item(words))


def _add(
    walk: _Walk,
    passage: Passage,
    zone: Zone,
    *,
    item: bool = False,
    labelled: bool = False,
    whole: Sentence | None = None,
    head: Sentence | None = None,
) -> None:
    """Add a part to the outline; `head` has all the words of a short passage, which is often one sentence."""
    places = list(cut(walk.plain, passage.start, passage.end))
    if head is not None and len(places) == 1 and passage.end - passage.start <= HEAD:
        pieces: tuple[Sentence, ...] = (head,)
    else:
        made = (sentence(walk.plain, first, last, walk.sights) for first, last in places)
        pieces = tuple(one for one in made if _is_new(walk, one))
    whole = whole or (pieces[0] if pieces else sentence(walk.plain, passage.start, passage.start))
    listing = walk.listing
    stem = listing.stem if listing else "decision" if zone is Zone.DECIDED else ""
    lead = listing.lead if listing else NO_LEAD
    hangs = bool(listing and listing.hangs and item)
    walk.parts.append(
        Part(
            passage,
            zone,
            stem,
            pieces,
            whole,
            item,
            lead,
            hangs,
            walk.section,
            labelled,
        )
    )


def _is_new(walk: _Walk, piece: Sentence) -> bool:
    """Whether a very long stretch is met for the first time: one repeated says its thing once."""
    if len(piece.words) < VERY_LONG:
        return True
    if piece.words in walk.long_seen:
        return False
    walk.long_seen.add(piece.words)
    return True

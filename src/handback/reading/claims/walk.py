"""The walk down a page: where it has got to, and what labels, headings and fields make of what follows.

A section is an agenda item or a headed part; nothing said before it still holds in it.
"""

import re
from dataclasses import dataclass, field

from handback.reading.claims.labels import Zone, of_decision_page
from handback.reading.claims.leads import Lead, lead_in
from handback.reading.claims.line_signs import NAMES_PERSON, NEW_ITEM, OF_VOTING
from handback.reading.claims.listing import Listing, zone_recommended
from handback.reading.claims.parts import NO_LEAD, Part
from handback.reading.claims.stems import StemKind, ends_open, is_body_stem, is_resolved_label, stem_kind
from handback.reading.claims.verbs import Group
from handback.reading.document import Passage
from handback.reading.words.sentences import Sentence, cut, sentence
from handback.reading.words.watch import Sights

VERY_LONG = 500  # characters: sentences of minutes end long before
HEAD = 240  # characters of a passage that are looked at for labels


@dataclass(slots=True)
class Walk:
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
    numbered: int = 0  # the bare number of the last thing decided: "1", "2"
    counted: int = 0  # the number of the last headed part of a decision: "1. Limits", "2. Reporting"
    of_minutes: bool = False  # minutes have been met anywhere
    minuted: bool = False  # the section's minutes have begun
    within_line: bool = False  # the decision stands in its label's own line
    parts: list[Part] = field(default_factory=list)
    long_seen: set[str] = field(default_factory=set)

    def new_section(self) -> None:
        """Begin an agenda item or a headed part: nothing said before it still holds."""
        self.zone, self.listing, self.decided_here, self.counted = Zone.BODY, None, 0, 0
        self.numbered = 0
        self.fresh, self.listed_first, self.minuted = True, False, False
        self.section += 1


#: Titles over how a vote went, inside the item that was voted on.
_OF_A_VOTE = re.compile(r"(?:recorded votes?|voting(?: record)?|votes?(?: cast)?)\W*$", re.I)


def pass_heading(walk: Walk, head: Sentence) -> None:
    """A heading begins a section, save among links to other pages."""
    words, may = head.words, head.may
    if words.lower().endswith("in the chair") or _OF_A_VOTE.match(words):
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


def pass_field(walk: Walk, words: str) -> None:
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


def pass_label(walk: Walk, zone: Zone | None, words: str) -> None:
    """A label begins what it names: a decision, a recommendation, a discussion; None ends these."""
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


def add_part(
    walk: Walk,
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


def _is_new(walk: Walk, piece: Sentence) -> bool:
    """Whether a very long stretch is met for the first time: one repeated says its thing once."""
    if len(piece.words) < VERY_LONG:
        return True
    if piece.words in walk.long_seen:
        return False
    walk.long_seen.add(piece.words)
    return True

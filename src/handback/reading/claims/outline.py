"""The outline of a document: which of its passages decide, restate, discuss, recommend or only furnish.

Pages of councils are laid out by a few labels (see `labels`) and by lead-ins that end in a colon. What stands
under each is read differently: a recommendation decides nothing, and what is resolved again after a
Decision has been given is one decision, listed once.
"""

import re
from dataclasses import replace
from itertools import pairwise

from handback.reading.claims.labels import Zone, decides_without_label, inline, label, tells_of_decisions
from handback.reading.claims.line_signs import DECISION_IN_FIELD, RESOLVES_IN_LINE, may_decide, resolves_again
from handback.reading.claims.listing import ITEM_WORDS, gone_on, is_doing, is_title, names_matter, opened
from handback.reading.claims.lists import mark_kind
from handback.reading.claims.openings import gives_reason, opens_item, says_purpose, states_first
from handback.reading.claims.parts import Outline, Part, parts_to_read
from handback.reading.claims.stems import (
    ONLY_THAT,
    RECOMMENDS,
    is_resolved_label,
    owes_a_name,
    resolved_opening,
)
from handback.reading.claims.walk import HEAD, Walk, add_part, pass_field, pass_heading, pass_label
from handback.reading.document import Document, Kind, Passage
from handback.reading.formats.markers import MARKER, is_bullet, is_paragraph_number
from handback.reading.words.sentences import Sentence, plain_words, sentence
from handback.reading.words.watch import Sights, waits
from handback.reading.words.years import Calendar

__all__ = [
    "LONGEST_WHOLE",
    "Outline",
    "Part",
    "Zone",
    "outline",
    "parts_to_read",
]

LONGEST_WHOLE = 6_000  # characters looked at as one stretch, for enumerations over sentences

SHORTEST_PROSE = 90  # characters of a sentence that no link or title has

_ACCOUNTS = (Zone.DISCUSSION, Zone.RESTATED)
_RESOLVES_IN_CAPITALS = waits(r"\b(?:RESOLVED|AGREED)\b")
_OTHER_LABEL = re.compile(r"[A-Z][a-z]+(?: [A-Za-z]+){0,4}: [A-Z]")


def outline(document: Document, *, gated: bool = True) -> Outline:
    """The outline of a document; costs one pass over its passages, and none over text beyond them.

    Not `gated`, every rule looks at every sentence; it finds the same, and takes longer.
    """
    last = document.passages[-1].end if document.passages else 0
    plain = plain_words(document.text[:last])
    sights = Sights(plain, gated=gated)
    general = tells_of_decisions(plain)
    walk = Walk(plain, sights, general, unlabelled=decides_without_label(document, plain, sights))
    for passage in document.passages:
        if passage.item and passage.item != walk.item:
            walk.item = passage.item
            walk.new_section()
        _cut_at_labels(walk, passage, document.text)
    return Outline(document, plain, tuple(walk.parts), Calendar(plain, document.dated_on), sights)


def _cut_at_labels(walk: Walk, passage: Passage, raw: str) -> None:
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
    if unnamed and found[0][1] and _SAYS_PURPOSE.search(plain, passage.start, cuts[1]):
        add_part(walk, replace(passage, end=_trimmed_end(plain, cuts[0], cuts[1])), Zone.ASIDE)
        cuts = cuts[1:]
    for first, last in pairwise(cuts):
        kind = passage.kind if first == passage.start and passage.kind is Kind.ITEM else Kind.PARAGRAPH
        _step(walk, replace(passage, kind=kind, start=first, end=_trimmed_end(plain, first, last)))
    if passage.kind is Kind.ITEM and not is_resolved_label(walk.plain[cuts[-2] : passage.end].strip()):
        walk.zone, walk.listing = state


#: What an item is for, in one line with its title, before its minutes: "FEES To approve the new fees".
_SAYS_PURPOSE = re.compile(
    r"(?:(?<=[\w)]) |^)To (?:approve|consider|receive|note|agree|confirm|determine|review|adopt|appoint|elect"
    r"|sign|authorise|discuss|scrutinise|seek|endorse|provide|inform|update|present|ask|report|advise)\b"
)


def _goes_on_to_minutes(walk: Walk, plain: str, at: int) -> bool:
    """Whether a label in mid-passage opens the minutes of the matter whose decision has just been given."""
    return walk.decided_here > 0 and not walk.minuted and plain[at : at + 7].lower() == "minutes"


def _trimmed_end(plain: str, first: int, last: int) -> int:
    while last > first + 1 and plain[last - 1] in " |":
        last -= 1
    return last


def _step(walk: Walk, passage: Passage, whole: Sentence | None = None) -> None:
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
        pass_label(walk, None if walk.general and found[0] is Zone.DECIDED else found[0], words)
        walk.within_line = found[0] is Zone.DECIDED and not names_matter(words[found[1] :].strip())
        if found[1] < len(words) and not ONLY_THAT.fullmatch(words, found[1]):
            _place(walk, _after_label(passage, walk.plain, head.place(found[1])))
    elif walk.listing and walk.listing.begun and (recommends := RECOMMENDS.match(words)):
        pass_label(walk, Zone.DECIDED, recommends[0])
        _place(walk, _after_label(passage, walk.plain, head.place(recommends.end())))
    elif passage.kind is Kind.HEADING and walk.parts and owes_a_name(walk.parts[-1].whole.words):
        add_part(walk, passage, Zone.ASIDE, head=head)
    elif passage.kind is Kind.HEADING and not (
        RESOLVES_IN_LINE.match(words) or _in_list(walk, passage, words)
    ):
        pass_heading(walk, head)
        add_part(walk, passage, Zone.ASIDE, head=head)
    elif passage.kind is Kind.FIELD:
        pass_field(walk, words)
        add_part(walk, passage, Zone.ASIDE, head=head)
    else:
        _place(walk, passage, head, whole)


def _is_numbered(passage: Passage) -> bool:
    return bool(passage.marker) and is_paragraph_number(passage.marker)


def _is_named(walk: Walk, passage: Passage) -> bool:
    """Whether a lead-in names the number of a paragraph: "noted recommendations 5.1.1 and 5.1.2:"."""
    return walk.listing is not None and passage.marker.strip("(). ") in walk.listing.stem


def _counts_decided(walk: Walk, passage: Passage) -> bool:
    """Whether a bare number counts what stands under "Decision", from the first on: "1", "2"."""
    number = _number(passage)
    if walk.zone is not Zone.DECIDED or number != walk.numbered + 1:
        return False
    walk.numbered = number
    return True


def _after_label(passage: Passage, plain: str, start: int) -> Passage:
    """What is left of a passage after its label, its own mark left out: "Decision: (a) That ..."."""
    mark = MARKER.match(plain, start, passage.end)
    if mark:
        return replace(passage, kind=Kind.ITEM, start=mark.end(), marker=mark["marker"], level=1)
    return replace(passage, kind=Kind.PARAGRAPH, start=start, marker="", level=0)


def _in_list(walk: Walk, passage: Passage, words: str) -> bool:
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


def _place(walk: Walk, passage: Passage, head: Sentence | None = None, whole: Sentence | None = None) -> None:
    """Read a passage where it stands; its head will do for the whole of a short one."""
    whole = _whole_of(walk, passage, head) if whole is None else whole
    words = whole.words
    marked, item = _go_on_listing(walk, passage, words)
    _end_zone(walk, passage, words)
    _meet_first(walk, words, item=item or marked)
    zone = _zone_of(walk, passage, whole)
    add_part(
        walk,
        passage,
        zone,
        item=item or (marked and walk.listing is None),
        labelled=_is_first_decided(walk, zone),
        whole=whole,
        head=head,
    )
    _count_decision(walk, passage, zone, words, item=item or marked)
    again = Zone.RESTATED if walk.zone in _ACCOUNTS else Zone.LISTED if walk.general else Zone.DECIDED
    walk.listing = opened(walk.listing, whole, zone, again=again, item=item, marker=passage.marker)


def _whole_of(walk: Walk, passage: Passage, head: Sentence | None) -> Sentence:
    """All the words of a passage, as far as one stretch is looked at."""
    if head is not None and passage.end - passage.start <= HEAD:
        return head
    stop = min(passage.end, passage.start + LONGEST_WHOLE)
    return sentence(walk.plain, passage.start, stop, walk.sights)


def _go_on_listing(walk: Walk, passage: Passage, words: str) -> tuple[bool, bool]:
    """Take the list that is open one passage on: whether the passage has a mark of it, and is its item."""
    counted = _is_numbered(passage) and _counts_decided(walk, passage)
    if counted:
        walk.listing = None
    marked = bool(passage.marker) and (counted or not _is_numbered(passage) or _is_named(walk, passage))
    walk.listing, item = gone_on(walk.listing, passage.marker if marked else "", words)
    if passage.marker and walk.listing is None and not item and is_title(words):
        walk.new_section()
    return marked, item


def _end_zone(walk: Walk, passage: Passage, words: str) -> None:
    """Recommendations end where a page resolves again, links and titles where whole sentences follow."""
    if walk.zone in (Zone.RECOMMENDED, Zone.OPTIONS) and walk.listing is None and resolves_again(words):
        walk.zone = Zone.DISCUSSION if walk.decided_here else Zone.BODY
    linked = bool(passage.marker) and is_bullet(passage.marker)
    in_prose = len(words) > SHORTEST_PROSE and words.rstrip().endswith((".", ".'", '."'))
    if walk.zone is Zone.ASIDE and not linked and in_prose:
        walk.zone = Zone.BODY


def _zone_of(walk: Walk, passage: Passage, whole: Sentence) -> Zone:
    """How a passage is to be read: as its list or its label says, if its own words say nothing else."""
    zone = _presumed(walk, passage, whole.words, walk.listing.zone if walk.listing else walk.zone)
    if zone is not Zone.DISCUSSION:
        return zone
    resolves = resolved_opening(whole.words, whole.may) or _RESOLVES_IN_CAPITALS.search(whole.words)
    return Zone.RESTATED if resolves else zone


def _is_first_decided(walk: Walk, zone: Zone) -> bool:
    """Whether a passage is the first under a label that says what was decided."""
    labelled = zone is Zone.DECIDED and walk.zone is Zone.DECIDED
    return labelled and not walk.decided_here and not walk.presumed


def _count_decision(walk: Walk, passage: Passage, zone: Zone, words: str, *, item: bool) -> None:
    """Note what a label's decision has so far: the number of a heading in it, and whether any is told."""
    if zone is Zone.DECIDED and passage.kind is Kind.HEADING:
        walk.counted = _number(passage)
    if zone is Zone.DECIDED and walk.zone is Zone.DECIDED and (item or may_decide(words)):
        walk.decided_here += 1


def _presumed(walk: Walk, passage: Passage, words: str, zone: Zone) -> Zone:
    """On a page without labels what comes first may say what it was for, and what comes last why."""
    bare = zone is Zone.DECIDED and not (passage.marker or walk.listing)
    if not (walk.unlabelled and walk.presumed and bare):
        return zone
    return Zone.OPTIONS if (gives_reason if walk.decided_here else says_purpose)(words) else zone


def _meet_first(walk: Walk, words: str, *, item: bool) -> None:
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

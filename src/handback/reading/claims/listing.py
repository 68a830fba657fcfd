"""Lists: which lead-in opens one, what it makes of its items, and which passages go on with it."""

import re
from dataclasses import dataclass, replace

from handback.reading.claims.labels import Zone
from handback.reading.claims.leads import Lead, lead_in
from handback.reading.claims.lists import MarkKind, mark_kind
from handback.reading.claims.predicates import opens_with_verb, own_group
from handback.reading.claims.stems import (
    TAKES_TASKS,
    StemKind,
    amended_below,
    ends_in_verb,
    ends_open,
    gives_grounds,
    is_body_stem,
    is_resolved_label,
    last_sentence,
    resolved_opening,
    stem_decides,
    stem_kind,
)
from handback.reading.claims.verbs import FORMS, Group
from handback.reading.words.sentences import Sentence

#: A lead-in to the words of a motion, which decide nothing until they are carried.
MOVED = re.compile(r"\b(?:moved|proposed|seconded|motion|amendment)\b", re.I)
ITEM_WORDS = re.compile(r"[\"']?(?:and )?(?:that|to|not to)\b", re.I)
_FURTHER_ITEM = re.compile(r"(?:and )?that\b|(?:AND|and)\b|[a-z]", re.S)
_ONLY_LEADS = re.compile(r"\b(?:agree[sd]?|resolve[sd]?|decide[sd]?|that)(?: to| that)?[ :.-]*$", re.I)
WHOLE_STEM = re.compile(r"(?:[Tt]hat|[Tt]he|[Aa]n?)\b.* be [a-z]+ed\b[^.]*:[ -]*$")
#: A lead-in that breaks off in the middle of a sentence, which small letters go on with.
_BROKEN_OFF = re.compile(r"\b(?:that|to)[ :.–-]*$")
_RESOLVED = (Zone.DECIDED, Zone.RESTATED)
LONGEST_NOTE = 140  # characters of a line under a lead-in that ends no sentence


@dataclass(frozen=True, slots=True)
class Listing:
    """A list that is being walked through: how it is read, under which words, and the marks it counts by.

    `only_clauses`: begun in the lead-in's own passage, it goes on in clauses alone. `hangs`: its items only
    say what the clause before them means. `begun`: a passage has followed the lead-in. `outer`: the list of
    which its lead-in is an item.
    """

    zone: Zone
    stem: str
    lead: Lead
    only_clauses: bool = False
    marks: MarkKind | None = None
    hangs: bool = False
    outer: "Listing | None" = None
    begun: bool = False


_RESOLVES = frozenset({"resolved", "decided", "determined", "ordered"})


def is_doing(words: str) -> bool:
    """Whether a line opens with a verb of resolution in a form that no title has ("noted the plan")."""
    first = words.split(" ", 1)[0].strip(",.").lower()
    resolves = first in _RESOLVES and not words.startswith(
        first.upper()
    )  # "RESOLVED" opens a list of its own
    return ((first in FORMS or resolves) and first.endswith("ed")) or (
        words[:1].islower() and opens_with_verb(words)
    )


def gone_on(listing: Listing | None, marker: str, words: str) -> tuple[Listing | None, bool]:
    """The list after a passage, and whether the passage is an item of it; no list where it ends there."""
    if listing is None:
        return None, False
    if marker:
        kind = mark_kind(marker, listing.marks)
        if is_title(words) or (_is_of_another_list(listing, kind) and _begins_new(listing, words)):
            return None, False
        while listing.outer is not None and kind is listing.outer.marks and kind is not listing.marks:
            listing = listing.outer
        listing = _begun(listing, kind)
        if not listing.only_clauses or ITEM_WORDS.match(words) or is_doing(words) or opens_with_verb(words):
            return listing, True
        if words[:1].islower():
            return listing, True
    elif listing.outer is not None and ITEM_WORDS.match(words):
        while listing.outer is not None:
            listing = listing.outer
    if _sets_scene(listing, words) or (not listing.only_clauses and _is_second_stem(words)):
        return listing, False
    return _led_on(listing, words, marker)


def _led_on(listing: Listing, words: str, marker: str) -> tuple[Listing | None, bool]:
    """The list after a passage that none of its marks makes an item, and whether it is one all the same."""
    if not marker and listing.only_clauses and listing.zone in _RESOLVED and _PURPOSE.match(words):
        return None, False
    led_in = listing.zone in _RESOLVED and not listing.begun and not listing.only_clauses
    goes_on = bool(_BROKEN_OFF.search(listing.stem)) and (words[:1].islower() or bool(_IS_TO_BE.match(words)))
    wanted = led_in and (goes_on or _wants_things(listing.stem) or bool(_AS_FOLLOWS.search(listing.stem)))
    item = wanted or _goes_on(listing, words)
    return (replace(listing, begun=True) if item else None), item


#: What the next item of an agenda is for: "To consider the report of the Clerk".
_PURPOSE = re.compile(r"To (?:consider|receive|hear|discuss|scrutinise)\b")
#: What stands between "RESOLVED" and what was: "For the reasons set out in the report:".
_SCENE = re.compile(
    r"(?:for|in|having|after|following|on|under|subject|with|by|pursuant|further|upon|as|given|noting)\b"
    r"[^.;]{5,200}(?:,|:[ -]*|-)$",
    re.I,
)


def _sets_scene(listing: Listing, words: str) -> bool:
    """Whether a passage under a word of resolving only says why, how or when, and leads on."""
    first = listing.zone in _RESOLVED and not listing.begun and listing.outer is None
    return first and bool(_SCENE.match(words.rstrip())) and own_group(words) is None


def _is_motion(listing: Listing, words: str) -> bool:
    """Whether a passage quotes the words of a motion, which decide nothing: "It was moved by"."""
    return listing.zone is Zone.LISTED and words[:1] in "\"'" and bool(MOVED.search(listing.stem))


#: What "RESOLVED that:" leads in to on a line of its own: "The fee be raised".
_IS_TO_BE = re.compile(r"(?:The|An?|This|These|[A-Z][a-z]+) [^.;]{3,200}?(?<!to) be [a-z]+(?:ed|n)\b")


def _begins_new(listing: Listing, words: str) -> bool:
    """Whether words with a mark of another kind name a matter, or decide after a list that did not."""
    return names_matter(words) or (listing.zone is Zone.LISTED and bool(_TO_BE_DONE.match(words)))


#: "subject to the changes, the programme be approved".
_TO_BE_DONE = re.compile(r"(?:subject to [^,]{3,120}, )?(?:the|that) [^.;]{3,160}? be [a-z]+(?:ed|n)\b")


def _begun(listing: Listing, kind: MarkKind) -> Listing:
    """A list of which a passage has been met, with the marks that it counts by."""
    if listing.begun and listing.marks is not None:
        return listing
    return replace(listing, marks=listing.marks or kind, begun=True)


def _is_of_another_list(listing: Listing, kind: MarkKind) -> bool:
    """Whether a mark goes on with none of the lists that are open."""
    if listing.marks in (None, kind):
        return False
    return listing.outer is None or _is_of_another_list(listing.outer, kind)


_HAS_VERB = re.compile(r"\b(?:be|is|are|was|were|has|have|to (?!the\b|an?\b|[A-Z])|that|will|not)\b")
_CAPITALS = re.compile(r"(?:[A-Z][A-Z0-9'&/,()-]+[ .-]+){2,}|[A-Z][A-Z'&,-]{4,}(?: -|[.:-]*$)")
_LETTERS = re.compile(r"[A-Za-z]+")
LONGEST_TITLE = 120


def is_title(words: str) -> bool:
    """Whether a numbered line is the title of a matter, in capitals or before a dash: "APPEALS", "Fees -"."""
    end = words.rstrip()
    if len(end) > LONGEST_TITLE and not _CAPITALS.match(end):
        return False
    first = _LETTERS.match(words)
    if first is None or first[0].lower() in FORMS or first[0].lower() in (*_RESOLVES, "that", "to"):
        return False
    return bool(_CAPITALS.match(end)) or (end.endswith("-") and not _HAS_VERB.search(end))


def names_matter(words: str) -> bool:
    """Whether a line only names something: no verb, no stop at its end."""
    if not words:
        return True
    if words.rstrip().endswith((".", ";", ":")) or len(words) > LONGEST_TITLE or not words[:1].isupper():
        return False
    return not (_HAS_VERB.search(words) or opens_with_verb(words) or own_group(words))


def _is_second_stem(words: str) -> bool:
    """A lead-in inside a list: "That Cabinet approve:" after what Cabinet notes."""
    return is_body_stem(words) or (words.lower().startswith("that ") and ends_open(words))


_TELLS = re.compile(r"\b(?:was|were|is|are|has|have|had|will|would|said|asked|thanked)\b|[:?]\W*$")
_AS_FOLLOWS = re.compile(r"\b(?:resolved|decided|determined|agreed|decision)\b[^.;]* (?:is )?as follows\W*$")


#: A lead-in that says itself what is done with what it names: "That the following interests be noted:".
_IS_DONE = re.compile(r"\bthat\b[^.;]* be (?:[a-z]+ed (?:and|or) )?[a-z]+ed:$")


def _wants_things(stem: str) -> bool:
    """Whether a lead-in ends in a verb that wants its object: "RESOLVED to approve:"."""
    last = stem.rstrip(":- ").rsplit(" ", 1)[-1]
    return stem.endswith((":", ": -", ":-")) and last in FORMS and not _IS_DONE.search(stem)


def _goes_on(listing: Listing, words: str) -> bool:
    """Whether a passage without a mark is an item of a list."""
    if listing.zone is Zone.OPTIONS and listing.outer is None and words.startswith("That "):
        return True  # what minutes were amended by, under the number of each
    counted = listing.marks not in (None, MarkKind.BULLET)
    if counted and not _FURTHER_ITEM.match(words):
        return False
    if ITEM_WORDS.match(words) or is_doing(words):
        return True
    if words[:1].islower() and listing.begun and _BROKEN_OFF.search(listing.stem) and own_group(words):
        return True
    if listing.only_clauses:
        return False
    end = words.rstrip()
    if _wants_things(listing.stem) and len(words) < LONGEST_NOTE and not _TELLS.search(words):
        return True
    note = listing.zone is Zone.LISTED and len(words) < LONGEST_NOTE and not end.endswith((".", "?", ":"))
    return note or end.endswith((";", "; and"))


def opened(
    listing: Listing | None, whole: Sentence, zone: Zone, *, again: Zone, item: bool, marker: str
) -> Listing | None:
    """The list that is open after a passage: the one it leads in to, else the one that was open.

    `zone` is how the passage itself is read, `again` how what is resolved here is: decided, or restated.
    """
    if zone in (Zone.RECOMMENDED, Zone.OPTIONS, Zone.ASIDE):
        return listing
    words = whole.words
    if listing is None and not marker and amended_below(words):
        return Listing(Zone.OPTIONS, "", Lead())
    label = is_resolved_label(words, whole.may)
    resolving = resolved_opening(words, whole.may)
    if resolving and not label and not (item and listing):
        open_end = words.rstrip().lower().endswith((":", "-", " to", " that")) or ends_in_verb(words)
        if open_end and gives_grounds(words):
            return Listing(Zone.OPTIONS, "", Lead(), outer=listing)
        stem = f"{resolving} that" if re.search(r"\bthat\W*$", words) else resolving
        if open_end and _GIVEN_AS_FOLLOWS.search(words):
            return Listing(again, words.lower(), Lead(), hangs=True, outer=listing)
        if open_end and TAKES_TASKS.search(words) and not _TO_WHOM.search(words):
            return Listing(again, words.lower(), Lead(), hangs=True, outer=listing)
        return Listing(again, stem, lead_in(words if open_end else resolving), only_clauses=not open_end)
    if not ends_open(words) and not label:
        return listing
    if listing is not None and (_is_motion(listing, words) or (not item and _sets_scene(listing, words))):
        return listing
    if item and listing is not None and listing.zone in _RESOLVED:
        return _sublist(listing, words, marker)
    return _led_in(listing, words, zone, again)


#: A lead-in to those who are given authority, and not to what they may do: "to delegate authority to:".
_TO_WHOM = re.compile(r"\bdelegates? (?:\w+ ){0,2}to\W*$", re.I)


#: What follows is decided, each by its own verb: "That the following actions be taken on the plan:".
_ACTIONS_FOLLOW = re.compile(
    r"\bthat the following (?:[a-z]+ )?(?:actions?|steps|decisions?|resolutions?|measures) be [a-z]+\b", re.I
)


#: Authority given in a lead-in whose list says for what: "authority be given to the Clerk as follows:".
_GIVEN_AS_FOLLOWS = re.compile(
    r"\b(?:authority|powers?|authori[sz]ation)\b[^.;]{0,40} be (?:hereby )?(?:given|granted|delegated)"
    r" to\b[^.;]{0,400}\bas follows\b"
)


def _led_in(listing: Listing | None, words: str, zone: Zone, again: Zone) -> Listing | None:
    """The list that a lead-in opens, read as its words and its zone say; None where it opens none."""
    kind = stem_kind(words)
    last = last_sentence(words)
    if kind is StemKind.BODY:
        return listing or (Listing(again, "decision", Lead()) if zone in (Zone.BODY, *_RESOLVED) else listing)
    if kind is StemKind.GROUNDS and (zone in _RESOLVED or stem_decides(words)):
        return Listing(Zone.OPTIONS, "", Lead(), outer=listing)
    if kind is not StemKind.RECOMMENDING and TAKES_TASKS.search(words) and own_group(last) is not None:
        return Listing(again, words.lower(), Lead(), hangs=True, outer=listing)
    if _ACTIONS_FOLLOW.search(last):
        return Listing(again, words.lower(), Lead())
    if listing is None and zone in _RESOLVED and WHOLE_STEM.match(last) and own_group(last) is None:
        return Listing(again, words.lower(), Lead(), hangs=True)
    if kind is StemKind.RECOMMENDING and not (zone in _RESOLVED and _IS_RECOMMENDED.match(last)):
        listed = zone_recommended(last)
    else:
        told = listing is not None and listing.zone is Zone.LISTED and not stem_decides(last)
        deciding = kind is StemKind.DECIDING and not told
        listed = again if deciding or zone in _RESOLVED else Zone.LISTED
    lead = lead_in(last) if listed in _RESOLVED else Lead()
    if listing is not None and lead == Lead():
        lead = listing.lead
    return Listing(listed, last.lower(), lead)


#: What is recommended by what is resolved: "That Council be recommended that:".
_IS_RECOMMENDED = re.compile(
    r"(?:and )?that\b[^.;]* be (?:\w+ly )?(?:recommended|(?:requested|asked|invited)\b[^.;]* to recommend)\b"
    r"|(?:to )?recommends?\b",
    re.I,
)
_OUTSIDER = re.compile(r"\b(?:I|[Ww]e|[Ii]nspectors?|[Cc]ommissioners?|[Pp]eer)\b[^.;:]*\brecommend")


def zone_recommended(lead_in: str) -> Zone:
    """How a list of recommendations is read: those of an outsider decide nothing either, but bind."""
    return Zone.LISTED if _OUTSIDER.search(lead_in) else Zone.RECOMMENDED


def _sublist(outer: Listing, words: str, marker: str) -> Listing:
    """Items under an item: each decides where the item only leads in ("that Council be recommended to:")."""
    body = is_body_stem(words)
    lead = lead_in(words)
    leads_in = body or lead.group is Group.RECOMMEND or bool(_ONLY_LEADS.search(words))
    return Listing(
        outer.zone,
        words.lower(),
        lead if leads_in and not body else outer.lead,
        hangs=not leads_in,
        outer=replace(outer, marks=outer.marks or mark_kind(marker, None)),
    )

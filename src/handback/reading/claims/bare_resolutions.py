"""Resolutions that no word of resolving leads in to: "That the fee be raised", "Sale of the depot"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from handback.reading.claims.deciders import DECIDING_BODY
from handback.reading.claims.deed_nouns import names_deed
from handback.reading.claims.leads import Lead
from handback.reading.claims.openings import NOTE_FORM
from handback.reading.claims.outline import Part, Zone
from handback.reading.claims.predicates import opens_with_verb, own_group
from handback.reading.claims.resolving import NARRATES
from handback.reading.claims.stems import TAKES_TASKS, StemKind, is_body_stem, lists_duties, stem_kind
from handback.reading.claims.verbs import FORMS, PAST, STATED
from handback.reading.words.watch import waits

_WHAT = r"(?:(?!\b(?:will|would|should|may|must|can|could|to|is|are|was|were|that)\b)[^.;,]){3,140}?"
BE_DONE = waits(rf"^(?:The|An?|This|[A-Z][a-z]+) {_WHAT} (?:be|BE) (?P<verb>[A-Za-z-]+)\b")
_ITEM_BE_DONE = re.compile(
    rf"(?:subject to [^,]{{3,120}}, )?"
    rf"the {_WHAT.replace('.;,', '.;').replace('140', '240').replace('|to|', '|')}"
    r"(?<! to) be (?P<verb>[a-z-]+)\b"
    r"|it be (?P<said>[a-z]+ed)(?= that\b)"
)
BARE_END = re.compile(r"(?:\b(?:[Tt]hat|to|as follows)\b|[\W_])*+")
_IS_TO_BE = re.compile(r"(?<!to )\bbe\b")
_SUBJUNCTIVE = re.compile(
    r"(?<!to )(?<!would )(?<!will )(?<!could )(?<!should )\b(?:be|meets?|give"
    r"|(?<!the )(?<!this )(?<!a )(?<!of )report|bring|take|have|begin|write|make|attend|provide)\b"
)


#: A heading over the words of a motion, which decide nothing until it is carried.
_OF_MOTION = re.compile(r"\b(?:motions?|amendments?)\b", re.I)

#: What an agenda says an item is for: "(a) To receive the minutes (b) To consider what they recommend".
FOR_PURPOSE = re.compile(r"\W*[ai1][).] To (?:receive|consider|note|approve|confirm|agree|review|discuss)\b")


def is_bare(part: Part, words: str) -> bool:
    """A resolution that stands by itself: "That the fee be raised", an item "The report be noted"."""
    if _OF_MOTION.search(part.passage.heading):
        return False
    if part.zone is not Zone.BODY or (words.rstrip().endswith(":") and not TAKES_TASKS.search(words)):
        return False
    done = BE_DONE.match(words) or (_ITEM_BE_DONE.match(words) if part.item else None)
    if done and (part.item or done["verb"].lower() in PAST):
        return True
    if _is_deed_line(words) or (NOTE_FORM.match(words) and not words.rstrip().endswith(":")):
        return True
    if not (part.item or words.startswith(("That ", "That, "))) or not STATED.match(words):
        return False
    first = words[: sentence_end(part)]
    return own_group(first) is not None or bool(
        _SUBJUNCTIVE.search(first) if part.item else _IS_TO_BE.search(first)
    )


#: A list whose lines ran together: "Endorsed the plan; agreed to wind it up; and requested a report".
_FURTHER_DEED = re.compile(r"; (?:and )?(?=(?P<verb>[a-z]+ed) (?:the|that|to|an?|its|all|this)\b)")


_DEED_LINE = re.compile(r"(?P<verb>[a-z]+ed) (?:the|that|to|an?|its|all|this)\b")


def _is_deed_line(words: str) -> bool:
    """Whether a line is one of several deeds told without who did them: "agreed that it be sold; and"."""
    found = _DEED_LINE.match(words)
    return found is not None and found["verb"] in FORMS and words.rstrip().endswith((";", "; and"))


def deeds_in(words: str, end: int) -> Iterator[tuple[int, int]]:
    """Where each deed of a bare resolution stands, of which the first ends at a place."""
    cuts = [m for m in _FURTHER_DEED.finditer(words) if m["verb"] in FORMS]
    if not cuts or not re.match(r"[A-Z][a-z]+ed ", words):
        yield 0, end
        return
    yield from pairwise([0, *(m.end() for m in cuts), len(words)])


def sentence_end(part: Part) -> int:
    """Where the first sentence of a part ends, in its whole words."""
    first = part.sentences[0].words if part.sentences else ""
    return min(len(first), len(part.whole.words))


def states_deed(words: str) -> bool:
    """Whether words say what is done with no body as their subject: "That ...", "to sell", "Sale of ..."."""
    return bool(STATED.match(words)) or opens_with_verb(words) or names_deed(words)


#: What somebody is to do, told without "shall": "The Clerk to supply a list".
_IS_TO_DO = waits(
    r"^(?:The |[A-Z])(?:(?!\b(?:is|are|was|were|has|have|had|will|would|be|that|which|who|agreed"
    r"|asked)\b)[^.;:,]){2,80}"
    r" to (?!the\b|an?\b|its\b|all\b|[A-Z\d])[a-z]+ "
)
#: What a body did by a verb of its own: "The Portfolio Holder raised the limit".
_BODY_DID = re.compile(
    r"^(?:[Tt]he |[Tt]his )?"
    rf"(?:[A-Z][\w'-]* (?:of |for |and )*)*{DECIDING_BODY}(?: \([^()]{{1,40}}\))?(?: [A-Z][\w'-]+){{0,3}}"
    r" (?:has |have |also |then |therefore |duly )*"
    r"(?P<verb>[a-z]+ed|gave|put|set|made|took|chose|let|cut|left)\b(?! by\b)"
)


def tells_deed(words: str) -> bool:
    """Whether a sentence under "Decision" says what a body did, or what somebody is to do."""
    did = _BODY_DID.match(words)
    if did is not None:
        return not NARRATES.search(did["verb"])
    return bool(_IS_TO_DO.match(words)) and not NARRATES.search(words)


#: "Adopting the budget", "approving or amending plans": what is done, by nobody and at no time.
_DEEDS_NAMED = re.compile(r"[A-Za-z]+ing(?:,| (?:and/or|and|or|the|its|an?|any|all)\b)")


def resolves_in_list(stem: str, words: str) -> bool:
    """Whether an item resolves though its lead-in does not say so: "For these reasons: 1. Approve it"."""
    if stem_kind(stem) is not StemKind.PLAIN or lists_duties(stem) or _DEEDS_NAMED.match(words):
        return False
    return (bool(STATED.match(words)) or opens_with_verb(words)) and own_group(words) is not None


def decides_no_more(words: str) -> bool:
    """Whether words name who decides, or break off, before anything is decided: "That Cabinet"."""
    return bool(BARE_END.fullmatch(words)) or is_body_stem(words)


#: "That the following interests be noted:".
_IS_DONE = re.compile(r"(?:That|that) [^.;]* be (?:[a-z]+ed (?:and|or) )?(?P<verb>[a-z]+ed):\W*$")


def names_what_follows(part: Part, after: Part | None) -> bool:
    """Whether a clause says what is done with what it only leads in to, and no list of clauses follows."""
    found = _IS_DONE.match(part.whole.words) if part.zone is Zone.DECIDED else None
    return found is not None and found["verb"] in FORMS and (after is None or not after.item)


LONGEST_TITLE = 60  # characters of an item that only names something
_HAS_VERB = re.compile(
    r"\b(?:not|is|are|was|were|will|shall|has|have|had|be|to (?!the\b|a\b|an\b|(?-i:[A-Z]))|that)\b", re.I
)


def only_names(words: str, lead: Lead, stem: str) -> bool:
    """Whether an item names something, under words that do not say what is done with it: "5. Reports"."""
    if lead.group is not None or lead.agreed or len(words) > LONGEST_TITLE:
        return False
    if re.search(r"\bthat\W*$", stem):
        return False
    return not (_HAS_VERB.search(words) or opens_with_verb(words) or own_group(words))


#: What only says more of what was decided before: "This was needed to keep the landing open".
EXPLAINS = re.compile(
    r"(?:Furthermore|However|Moreover|In addition|This|These|It|They|Such|As such|There)\b"
    r"(?! (?:be|is hereby)\b)"
    r"(?![^.;]*\b(?:resolved|agreed|decided|RESOLVED|AGREED)\b)"
)

"""What a clause says is done, "to be" left out or not: "the fee be raised", "Report noted".

The passive of the main clause, and not one that "which", "as" or "will" opens; with it what it is done to,
since "authority be given" delegates and "consent be given" approves.
"""

import re

from handback.reading.claims.deed_nouns import NOUNS
from handback.reading.claims.verbs import FORMS, HEADS, PAST, WORD, Group, group_at, word_set

_BE = re.compile(
    r"\b(?P<be>be|is|are|was|were|stand|stands)(?P<adverbs>(?:,? (?:hereby|also|now|then"
    r"|again|first"
    r"|therefore|not|fully|further|duly|in principle|jointly|and (?:is|are) hereby|all|both|each|no longer"
    r"|[a-z]+ly),?)*)"
    r" (?P<verb>[A-Za-z-]+)\b",
    re.I,
)
SUBORDINATE = re.compile(
    r"\b(?:which|who|whom|whose|as|where|when|if|unless|once|until|because|while|whilst|since|after|before"
    r"|than|whether|should|(?-i:may)|might|could|would|can|needs? to|need|used to)\b[^,;]*$",
    re.I,
)
#: Words that place what they follow, and open no clause: "the plan as set out in the report is approved".
_AS_SET_OUT = re.compile(r"\bas (?:[a-z]+ly )?(?:set out|[a-z]+(?:ed|wn)|above|below)\b")
#: A condition that opens a clause: "should no objection be received, the order be made".
_CONDITION = re.compile(r"(?:should|if|unless|provided|failing|in the event)\b[^,]*$", re.I)
_MODAL_BE = re.compile(
    r"\b(?:to|will|would|(?-i:may)|might|can|could|must|cannot|shall) (?:not |also |then )?$",
    re.I,
)
_AUTHORITY_SUBJECT = re.compile(
    r"\b(?:authority|authori[sz]ation|powers?|responsibility|delegation|leave|discretion|decision-making)\b",
    re.I,
)
_BLESSING_SUBJECT = re.compile(
    r"\b(?:approval|consent|permission|support|agreement|backing|endorsement|assent)\b",
    re.I,
)


def done_group(words: str, passive: re.Match[str]) -> Group | None:
    """The group of a passive and of what it is done to: "authority be given", "appointments be made"."""
    verb = passive["verb"].lower()
    subject = words[: passive.start()]
    if group_at(words, passive.start("verb"), passive.end("verb")) is Group.DELEGATE:
        return Group.DELEGATE
    if verb in ("given", "granted", "sought", "obtained", "delegated", "conferred"):
        if _AUTHORITY_SUBJECT.search(subject):
            return Group.DELEGATE
        if verb == "given" and _BLESSING_SUBJECT.search(subject.rsplit(", ", 1)[-1]):
            return Group.APPROVE
    if verb == "made" and (made := _NOUN_MADE.search(subject)):
        return NOUNS.get(made[1].lower()) or NOUNS.get(made[1].lower().removesuffix("s"))
    group = group_at(words, passive.start("verb"), passive.end("verb"))
    second = _AND_PAST.match(words, passive.end())
    if second and second["verb"].lower() in PAST and (group is not None or verb.endswith("ed")):
        return group_at(words, second.start("verb"), second.end("verb")) or group
    return group


#: What is made says what is done: "That the following appointments be made".
_NOUN_MADE = re.compile(r"^(?:that |the |an? |these |those |all |following |further |new )*([a-z]+) $", re.I)
_AND_PAST = re.compile(
    r"(?:, [a-z-]+ed)*,? (?:and|or) (?:be |is |are |hereby )?(?P<verb>[a-z-]+ed)\b(?! (?:budget|plan)\b)",
    re.I,
)


def main_passive(words: str) -> re.Match[str] | None:
    """The first "be done" of the main clause: not after "which", "as", "to", "will"."""
    for found in _BE.finditer(words):
        before = _AS_SET_OUT.sub("", words[: found.start()])
        verb, is_subjunctive = found["verb"].lower(), found["be"].lower() == "be"
        if (
            _MODAL_BE.search(before[-16:])
            or _CONDITION.match(before)
            or (not is_subjunctive and SUBORDINATE.search(before[-120:]))
        ):
            continue
        if verb in PAST or verb in HEADS or verb.endswith(("ed", "en")) or is_subjunctive:
            return found
    return None


_DETERMINERS = word_set("the a an this its their any newly previously already as recently by be of to and")


def is_note(words: str) -> bool:
    """Whether words are a decision that leaves "to be" out: "Report noted."."""
    return main_passive(words) is None and left_out(words) is not None


#: What was spoken of before: "the matters referred to and".
_REFERRED_TO = re.compile(r" to(?: (?:and|or|in|above|below|therein|earlier)\b|[.,;)]|$)")


def left_out(words: str) -> Group | None:
    """The group of a note that leaves "to be" out: "Report noted", "Permission REFUSED for these reasons"."""
    previous = ""
    for found in WORD.finditer(words[:200]):
        verb = found[0].lower()
        if verb in HEADS and verb not in FORMS and previous and previous not in _DETERMINERS:
            group = group_at(words, found.start(), found.end())
            if group not in (None, Group.APPOINT):
                return group
        if verb == "referred" and _REFERRED_TO.match(words, found.end()):
            continue
        if verb in PAST and previous and previous not in _DETERMINERS and not found[0].istitle():
            rest = words[found.end() :].lstrip()
            if not rest or re.match(
                r"[.,;:(]|(?:as|subject|for|by|with|without|unanimously|and|at|until|to|from|in|on|under"
                r"|per|nem)\b",
                rest,
            ):
                return group_at(words, found.start(), found.end())
        previous = verb
    return None

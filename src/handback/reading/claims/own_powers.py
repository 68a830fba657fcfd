"""What is said of somebody's powers: "our functions are", "their powers over audit end".

The subject says whose powers they are, and of what; or what they are is named behind the verb. What becomes
of them is the verb's: they are or cover something, extend or are limited to it, go on, or end.
"""

import re

from handback.reading.claims.frame_words import BE, OF_POWERS, Verb
from handback.reading.claims.holders import COMMISSIONERS, COUNCIL, HOLDER, opposite
from handback.reading.claims.modality import RETAINED, Mood
from handback.reading.claims.persons import person
from handback.reading.claims.phrases import Phrase
from handback.reading.claims.slots import object_end
from handback.reading.claims.statement import Frame, said_of
from handback.reading.claims.subjects import Head, subject_span
from handback.reading.words.later import later

_POWERS = r"(?:powers?|functions?|responsibilit(?:y|ies)|role|remit|control|authority|hold|grip)"
_AREAS = r"(?:areas|functions|powers|services|responsibilities)"
_COUNTED = r"(?:(?:own|new|remaining|other|only|sole|last|two|three|four|five|six|\d+) )*"
#: "The Commissioners' powers", "our remaining functions over audit".
_WHOSE = later(
    rf"(?:(?:.*\b)?(?P<our>[Oo]ur|[Tt]heir)|.*?(?P<who>{HOLDER})(?:'s|')?)"
    rf" {_COUNTED}(?P<powers>{_POWERS}|areas)"
    r"(?: (?:over|for|of|in respect of|in relation to|in|on|relating to|to) (?P<what>.{3,80}?))? ?$"
)
#: "The only areas still under commissioner control".
_STILL_UNDER = later(
    rf".*\b(?:only|last|sole|other|remaining|two|three|four|five|six) (?:remaining |other )?{_AREAS}"
    r"(?: (?:that|which) (?:are|will be|remain))? (?:(?:still|now|left|currently|to (?:remain|stay)|remaining"
    r"|held|run|exercised|controlled|retained) )*(?:under|with|by|in the hands of)"
    rf" (?P<who>{HOLDER}) ?$"
)
#: "The returned functions do not include licensing".
_RETURNED = later(
    rf".*\b(?:(?:[Rr]eturned|[Rr]eturning|[Rr]estored) {_AREAS}|[Tt]he (?:return|transfer|handover)) ?$"
)
_NAMES = later(
    r"(?: now| then| today| currently| these| as follows| only(?: (?:for|over|in))?)*:?"
    r" (?!to\b|being\b|not\b|set\b|only\b|[a-z]+ed\b)"
    rf"(?:{_AREAS}(?: (?:such as|like|relating to|over|for))? )?(?=[a-zA-Z])"
)
_EXTENDS_TO = later(r"(?: back)?(?: only)? (?:over|to) (?:(?:the )?control of )?(?=\w)")
_GOES_ON = later(r"(?=$|[.,;]| (?:until|in|for)\b)")
_AWAY = later(r" (?:away|to an end)\b")
_LISTING = ("includ", "compris", "cover")
_EXTENDING = ("extend", "stretch", "reach", "limit", "confin", "restrict", "reduc", "narrow", "cut")
_GOING_ON = ("continu", "remain", "stay")


def of_powers(phrase: Phrase, head: Head, mood: Mood, speaker: str) -> Frame | None:
    """ "Our functions are: parks and piers", "the Commissioners' powers over audit will end in May"."""
    words = phrase.words
    first, last = subject_span(phrase, head)
    after = phrase.tokens[head.at].end
    if head.low.startswith(_LISTING) or head.low in BE:
        return _named_behind(phrase, first, last, _NAMES.match(words, after), mood, speaker)
    if head.low.startswith(_EXTENDING):
        return _named_behind(phrase, first, last, _EXTENDS_TO.match(words, after), mood, speaker)
    whose = _WHOSE.match(words, first, last)
    if whose is None or whose["what"] is None:
        return None
    who = _holder(whose, speaker)
    mood = Mood.DONE if mood is Mood.COMING else mood  # on a day that is known already
    away = _AWAY.match(words, after)
    if head.low.startswith(_GOING_ON):
        verb = Verb.KEEP if head.low.startswith("continu") or _GOES_ON.match(words, after) else None
    else:
        ends = head.low in OF_POWERS or head.low.startswith("ceas") or away
        verb, who = (Verb.LOSE if ends else None), who and opposite(who)
    said = said_of(verb, mood, who) if verb and who else None
    if said is None or verb is None:
        return None
    end = away.end() if away else after
    return Frame(first, end, *whose.span("what"), *said, verb, subject=True, plain=True)


def _may_name(powers: str, lead: str) -> bool:
    """Whether functions may be named as what powers are: a role "includes" duties, powers "are" functions."""
    return powers.endswith("s") or " only" in lead or " to" in lead


def _holder(whose: re.Match[str], speaker: str) -> str | None:
    if whose["our"]:
        return person("we" if whose["our"].lower() == "our" else "they", speaker)
    return person(whose["who"], speaker)


def _named_behind(
    phrase: Phrase, start: int, until: int, lead: re.Match[str] | None, mood: Mood, speaker: str
) -> Frame | None:
    """What the powers are, or extend to, is named behind the verb and the words that lead in to it."""
    words, subject = phrase.words, phrase.words[start:until]
    if lead is None:
        return None
    said: tuple[str, str] | None = None
    if still := _STILL_UNDER.match(subject):
        who = person(still["who"], speaker)
        said = (who, RETAINED) if who and mood is not Mood.DENIED else None
    elif _RETURNED.match(subject):
        said = said_of(Verb.BACK, mood, COUNCIL) if mood is Mood.DENIED else None
    elif (whose := _WHOSE.match(subject)) and whose["what"] is None and _may_name(whose["powers"], lead[0]):
        who = _holder(whose, speaker)
        said = said_of(Verb.HOLD, mood, who) if who else None
        start += max(whose.start("our"), whose.start("who"))
    if said is None:
        return None
    first = lead.end()
    last = object_end(words, first, len(words))
    if said == (COMMISSIONERS, RETAINED) and ";" in words[first:]:
        last = len(words.rstrip(" ."))
    return Frame(start, last, first, last, *said, Verb.HOLD, subject=False, plain=True)

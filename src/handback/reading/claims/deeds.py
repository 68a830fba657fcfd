"""Deeds that are powers: "continue to appoint", "can again award grants", "decide who gets grants".

A verb of what councils do tells of a power where the words before it say who keeps it, has it again, or may
now use it as well. The deed itself is then what is held, by the words that tell it.
"""

from handback.reading.claims.frame_words import FORMS, Verb
from handback.reading.claims.holders import COMMISSIONERS, HOLDER, holder_of
from handback.reading.claims.modality import IN_FORCE, RETAINED
from handback.reading.claims.patterns import pattern
from handback.reading.claims.phrases import Phrase
from handback.reading.claims.regions import status_of
from handback.reading.claims.slots import object_end
from handback.reading.claims.statement import Frame
from handback.reading.claims.subjects import Head, holder_before
from handback.reading.words.later import later

_IS_FOR = later(
    r".*?\b[Ii]t (?P<chain>(?:(?:is|was|will|would|shall|be|now|still|again|also|therefore|remains) )+)"
    rf"(?:for|up to) (?P<who>{HOLDER})(?: alone)?(?:, and (?:no longer|not) (?:for )?[^,;.]{{3,40}},)?"
)
_WHO_GETS = later(
    r"(?:decid|determin)e[sd]? (?:who (?:gets|receives|is given)|which|how much goes to) (?=\w)"
)


def of_deed(phrase: Phrase, head: Head, speaker: str) -> Frame | None:
    """What a deed says of who may do it; None where nobody is said to keep it or to have it again."""
    given = _WHO_GETS.match(phrase.words, phrase.tokens[head.at].start)
    if given:
        held = _decides(phrase, head, speaker)
    else:
        held = _is_for(phrase, head) or (None if head.low in FORMS else _has(phrase, head, speaker))
    if held is None:
        return None
    first = given.end() if given else phrase.tokens[head.at].start
    last = object_end(phrase.words, first, len(phrase.words))
    start = phrase.tokens[head.first].start
    return Frame(start, last, first, last, *held, Verb.HOLD, subject=False, plain=True)


def _decides(phrase: Phrase, head: Head, speaker: str) -> tuple[str, str] | None:
    """ "Commissioners decide who gets grants": they have a say in what is given out."""
    who = holder_before(phrase, head, speaker)
    return (who, status_of(phrase.text(head.chain, head.at).lower())) if who else None


def _is_for(phrase: Phrase, head: Head) -> tuple[str, str] | None:
    """ "It is for the Commissioners to appoint the chief executive"."""
    told = _IS_FOR.fullmatch(phrase.text(head.first, head.chain))
    who = holder_of(told["who"]) if told else None
    if told is None or who is None or phrase.tokens[head.chain].low != "to":
        return None
    still = pattern(r"\b(?:still|remains)\b").search(told["chain"])
    return who, RETAINED if still else status_of(told["chain"])


def _has(phrase: Phrase, head: Head, speaker: str) -> tuple[str, str] | None:
    """Whoever goes on doing a deed, may do it again, or was sent in and may do it as well."""
    chain = f" {phrase.text(head.chain, head.at).lower()} "
    goes_on = pattern(r" (?:continues? to|still) ").search(chain)
    again = pattern(r" (?:again|once more) ").search(chain)
    as_well = pattern(r" (?:can also|may also|also be able to|can now) ").search(chain)
    who = holder_before(phrase, head, speaker) if goes_on or again or as_well else None
    if who is None or (as_well and not (goes_on or again) and who != COMMISSIONERS):
        return None
    if goes_on:
        return who, RETAINED
    return who, status_of(chain.replace(" to ", " ")) if again else IN_FORCE

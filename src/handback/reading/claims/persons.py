"""Whom a pronoun stands for: by the mouth that says it, or by whom the words before it speak of."""

import re

from handback.reading.claims.holders import (
    COMMISSIONERS,
    COUNCIL,
    HOLDER,
    OTHER,
    TO_COMMISSIONERS,
    holder_of,
)
from handback.reading.claims.phrases import Phrase
from handback.reading.claims.slots import opened
from handback.reading.words.later import later


def person(who: str, speaker: str) -> str | None:
    """The holder that a pronoun or a name stands for, in the mouth of this speaker."""
    low = who.lower()
    if low in ("we", "us", "i", "me", "ours", "mine"):
        return None if speaker == TO_COMMISSIONERS else speaker or COMMISSIONERS
    if low == "you":
        return COMMISSIONERS if speaker in (TO_COMMISSIONERS, COUNCIL) else COUNCIL
    if low == "it" or _ITS_OWN.fullmatch(low):
        return COUNCIL
    if low in ("they", "them", "theirs", "she", "he", "her", "him", "hers", "his"):
        return COMMISSIONERS
    return holder_of(who)


_ITS_OWN = re.compile(r"its (?:own )?(?:direct )?(?:control|hands|grip|remit)")


_OPENS = later(
    rf"(?!(?:The |A )?[^,.;]{{0,20}}(?:[Mm]inister|Secretary|Government|[Oo]fficials))(?P<who>{HOLDER})"
    r"(?=,| (?:is|are|was|were|has|have|had|will|would|said|says|told|\w{3,}ed)\b)"
)
#: Whom each pronoun may stand for: commissioners are several, and what it is said of is one body.
_STANDS_FOR = {"it": (COUNCIL, OTHER), "they": (COMMISSIONERS, COUNCIL, OTHER)}


def spoken_of(phrase: Phrase, pronoun: str, at: int) -> str | None:
    """The holder that "it" or "they" at a place stands for: the one that its sentence begins with, else the
    one that the sentence before began with. None where neither begins with a holder; ministers, who send
    others, are none."""
    may = _STANDS_FOR.get(pronoun.lower())
    if may is None:
        return None
    for words in (phrase.words[:at], phrase.prior):
        found = _OPENS.match(words, opened(words, 0, len(words)))
        who = holder_of(found["who"]) if found else None
        if who is not None:
            return who if who in may else None
    return None

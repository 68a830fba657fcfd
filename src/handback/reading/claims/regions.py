"""The stretch of a sentence that governs a place in it, and how a move told there is meant."""

import re

from handback.reading.claims.frame_words import Verb, one_of
from handback.reading.claims.holders import opposite
from handback.reading.claims.modality import IN_FORCE, PROPOSED, Mood, Setting, mood_of
from handback.reading.claims.patterns import pattern
from handback.reading.claims.phrases import Phrase
from handback.reading.claims.slots import object_end
from handback.reading.claims.statement import Frame

#: Verbs of being and seeming, which follow what a readiness or a place among directions is said of.
STATES = one_of(
    "is are was were be being been remain remains now has have had seem seems not will would should"
)


def region(phrase: Phrase, at: int) -> int:
    """Where the clause begins that governs a place: after the last strong stop."""
    region = 0
    for joint in phrase.joints:
        if (
            joint.at < len(phrase.tokens)
            and phrase.tokens[joint.at].start <= at
            and joint.word
            in (";", "but", "while", "whereas", "although", "though", "whilst", "because", "and", ",")
        ):
            region = phrase.tokens[joint.at].start
    return region


def built(
    first: int, last: int, holder: str, mood: Mood, *, start: int, end: int, subject: bool
) -> Frame | None:
    """The statement of a move told as a thing; None where it is only weighed."""
    if mood is Mood.WEIGHED or last - first < 2:
        return None
    if mood is Mood.DENIED:
        holder, mood = opposite(holder), Mood.KEPT
    if mood is Mood.COMING:
        mood = Mood.DONE
    return Frame(
        start, max(end, last), first, last, holder, mood.value, Verb.BACK, subject=subject, plain=True
    )


def mood_at(phrase: Phrase, at: int, form: str) -> tuple[int, Mood]:
    """Where the clause begins that governs the verb at a place, and how that verb is meant."""
    start = region(phrase, at)
    before = phrase.words[start:at]
    chain = pattern(
        r"(?:\b(?:will|would|shall|should|could|to|is|are|was|were|be|been|being|has|have|had|not|now|also"
        r"|today|therefore) )*$"
    ).search(before)
    at_chain = chain.start() if chain else len(before)
    return start, mood_of(
        Setting(before[:at_chain], before[at_chain:].strip().lower(), form, "", passive=False)
    )


def told_after(phrase: Phrase, match: re.Match[str], holder: str, status: str) -> Frame:
    """The statement of a turn whose functions begin where its group "what" does."""
    first = match.start("what")
    last = object_end(phrase.words, first, len(phrase.words))
    return Frame(match.start(), last, first, last, holder, status, Verb.HOLD, subject=False, plain=True)


def status_of(chain: str) -> str:
    """The status that auxiliaries alone give a turn: what will or should be is proposed."""
    return PROPOSED if pattern(r"\b(?:will|would|should|to)\b").search(chain) else IN_FORCE

"""The mood of a verb of holding or moving, once what stands behind it, and mere reasons, are looked at too.

"Powers will still be transferred" keeps nothing; "there is more to do and so they retain planning" denies
nothing; "returning parks would help" is weighed.
"""

import re

from handback.reading.claims.frame_words import Verb
from handback.reading.claims.modality import Mood, mood_of
from handback.reading.claims.phrases import Phrase
from handback.reading.claims.subjects import Head
from handback.reading.claims.verb_settings import setting_of


def mood_here(phrase: Phrase, head: Head) -> Mood:
    """The mood of a verb in its phrase, in the light of the sentence before."""
    words, tokens = phrase.words, phrase.tokens
    mood = _meant(mood_of(setting_of(phrase, head)), head, words[: tokens[head.at].start])
    if mood is not Mood.KEPT and _ON_CONDITION.match(words, tokens[head.last - 1].end):
        return Mood.WEIGHED
    if head.form == "ing" and head.chain == head.at and _WOULD.match(words, tokens[head.at].end):
        return Mood.WEIGHED
    return mood


def _meant(mood: Mood, head: Head, before: str) -> Mood:
    """The mood of a verb, where words before it that seem to deny or to do only give a reason or time."""
    if mood is Mood.KEPT and head.passive and head.verb in (Verb.BACK, Verb.MOVE):
        return Mood.PROPOSED if head.form == "base" or _TO_COME.search(before) else Mood.DONE
    if head.verb is Verb.KEEP and mood is Mood.DENIED and _MORE_TO_DO.search(before):
        return Mood.KEPT
    if mood is Mood.DONE and head.form == "base" and _GIVEN_TIME.search(before):
        return Mood.PROPOSED
    return mood


#: "Will still be transferred": nothing stays.
_TO_COME = re.compile(r"\b(?:will|would|shall|should|to|must)(?: (?:still|also|then|now|be))* $")
#: "Decisions are taken away if they are late": said of no council. "If necessary" is no condition.
_ON_CONDITION = re.compile(r" if (?:they|it|he|she|you|we|an?|the|its|their) \w")
#: Why something is kept, and no denial of it: "there is more to do and so commissioners will retain powers".
_MORE_TO_DO = re.compile(
    r"\b(?:more|further) (?:[\w']+ ){0,3}?(?:needed|required|necessary|to (?:be )?do(?:ne)?)\b[^.;]*?"
    r"(?:,| and| so| therefore)[^.;]*$"
)
#: "Have been given until March to improve and hand back all functions": told to, and not done.
_GIVEN_TIME = re.compile(
    r"\bgiven (?:until|till|up to|(?:an? |another )?[\w-]+ (?:months?|years?|weeks?))\b[^.;,]* to"
    r" (?:[\w' ]+ and )?$"
)
#: What a move would do is weighed: "transferring parks would help".
_WOULD = re.compile(r"[^.;:]{3,90}?,? (?:would|could|might|may) (?!be (?:made|done|completed))")

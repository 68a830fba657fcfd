"""What a verb stands in: the words that may govern it, its auxiliaries, and who asks for what it tells."""

import re

from handback.reading.claims.frame_words import Verb
from handback.reading.claims.modality import Setting
from handback.reading.claims.patterns import pattern
from handback.reading.claims.phrases import Phrase
from handback.reading.claims.subjects import Head


def goes_on(words: str) -> bool:
    """Whether a sentence goes on what the one before began: "Second, that ..."."""
    return bool(_GOES_ON.match(words))


def setting_of(phrase: Phrase, head: Head) -> Setting:
    """What the verb stands in. What may govern it begins at the last strong stop."""
    words, prior, start = phrase.words, phrase.prior, phrase.tokens[head.chain].start
    chain = phrase.text(head.chain, head.at).lower()
    clause = phrase.tokens[head.first].start
    region = 0
    for joint in phrase.joints:
        if joint.at <= head.first and joint.word in (
            ";",
            "but",
            "while",
            "whereas",
            "although",
            "though",
            "whilst",
            "because",
        ):
            region = phrase.tokens[min(joint.at, len(phrase.tokens) - 1)].start
    own = head.word in ("and", ",", "or", "so", "yet") and not pattern(
        r"\bto\b|^be\b|^$|being|would|should"
    ).search(chain)
    past = head.form == "ed" and head.word in ("when", "since", "after") and not head.passive
    told = (past or head.word in ("which", "who", "whom")) and not pattern(
        r"\bto\b|^be\b|^$|being|would|should|could"
    ).search(chain)
    before = words[clause if own or told else region : start]
    if region == 0 and (_GOES_ON.match(words) or prior.endswith(":")):
        before = f"{prior} {before}"
    had = _IS_TO_HAVE.search(words[clause:start]) if head.form in ("ed", "en") and not chain else None
    chain = had["chain"] if had else chain
    asked = head.passive and _ASKING.search(words[clause:start])
    return Setting(
        before,
        chain,
        head.form,
        "that" if asked else head.word,
        head.passive,
        holds=head.verb is Verb.HOLD,
        prior=prior,
        exercised=head.low.startswith(("exercis", "discharg", "perform"))
        or (head.low == "run" and "Directions" in words),
    )


#: "Is to have several powers handed back": the auxiliaries of having tell when.
_IS_TO_HAVE = re.compile(
    r"\b(?P<chain>(?:is|are|was|were) to|will|would|should|shall|could)(?: now| also| soon)? have (?!been\b)"
    r"[^.;,]{2,60}$"
)
#: "While recommending powers over parks are handed back": what is asked for stands behind the asking.
_ASKING = re.compile(r"\b(?:recommend|propos|suggest|request)ing (?!to\b|for\b)[^.;,]{3,80}$")
_GOES_ON = re.compile(
    r"(?:(?:First|Second|Third|Fourth|Next|Finally|Last)(?:ly)?,? )?(?:that |It (?:is|was) that |to )"
    r"|Under (?:this|that|these|the) proposals?"
)

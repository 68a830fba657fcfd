"""Moves told by what becomes of directions and of commissioners' powers: widened, limited, lifted, ended."""

import re

from handback.reading.claims.holders import COMMISSIONERS, COUNCIL, HOLDER, holder_of
from handback.reading.claims.modality import Mood, is_refused
from handback.reading.claims.patterns import pattern
from handback.reading.claims.phrases import Phrase
from handback.reading.claims.regions import STATES, built, mood_at, status_of, told_after
from handback.reading.claims.slots import object_end, opened
from handback.reading.claims.statement import Frame
from handback.reading.words.watch import waits

_WIDENED = waits(
    r"\b(?P<verb>widen|extend|expand|broaden|amend|var(?:y|ie)|enlarg|strengthen|add|chang)\w*,?"
    r" (?:the |these |those |your |our |their |its |to |current |existing |present |original |statutory )*"
    r"(?:[Dd]irections?|intervention|remit"
    r"|[Cc]ommissioners' (?:remit|powers?|responsibilities|role|functions)"
    r"|powers"
    r"|scope(?: of the (?:[Dd]irections?|intervention))?)"
    r"(?: of the [Cc]ommissioners| given to [Cc]ommissioners)?,?"
    r" (?:so (?:that|as to)? ?(?:they |it )?(?:also |now )?)?(?:to |and to )?(?:also |now )?"
    r"(?P<to>take in|cover|include|includes|bring in|embrace|add|reach|extend to|encompass|apply to"
    r"|take out|exclude|remove|leave out|drop|release|over|across|into)\b (?P<what>.)"
)
#: "The intervention was widened to include powers over finance": whoever is sent in has them.
_WAS_WIDENED = waits(
    r"(?:\b[Ii]ntervention|\b[Dd]irections|\b[Rr]emit|\b[Ii]t)(?: package)? (?P<chain>(?:(?:will|would|should"
    r"|is|are|was|were|has|have|been|be|to|then|now|also|later) )+)(?:expanded|widened|extended|broadened)"
    r" to (?:include|cover) (?:the |full |further |additional )*(?:powers?|control|functions|responsibility)"
    r" (?:over|for|in relation to|relating to|in) (?P<what>.)"
)
_WITHIN = waits(
    r"(?P<verb>\b(?:added to|brought (?:within|into|under)|included in|covered by|made subject to|within"
    r"|taken (?:out of|from)|removed from|dropped from|released from|lifted from|struck (?:out of|from)"
    r"|come (?:out of|within|under)|comes (?:out of|within|under)"
    r"|came (?:out of|within|under)|outside|free of|no longer (?:subject to|covered by|within|in|under)"
    r"|fall outside|falls outside) (?:the |these |those |your |our |my |new |revised )*(?:[Dd]irections?"
    r"|(?:statutory |government )?intervention|scope of (?:the )?(?:[Dd]irections?|intervention)"
    r"|[Cc]ommissioners' (?:remit|powers|functions)))"
)
_ENDED = waits(
    r"\b(?P<verb>remov|end|withdr[ae]w|terminat|revok|lift|cancel|discontinu)\w* (?:the |all |our |those )*"
    r"(?:[Cc]ommissioner(?:s'|s|'s|) (?:executive |direct |formal )?"
    r"(?:powers?|functions?|role|responsibilit\w+|control|involvement|decision-making)"
    r"|powers? (?:of|held by|exercised by) (?:the )?[Cc]ommissioners?"
    r"|[Cc]ommissioners)(?: powers?| control)?"
    r" (?:over|in(?: respect of| relation to)?|for|on|relating to|of|from) (?P<what>.)"
)


def _of_object(phrase: Phrase, first: int, holder: str, mood: Mood, *, start: int) -> Frame | None:
    """A statement about what is named from a place to the end of its object."""
    end = object_end(phrase.words, first, len(phrase.words))
    return built(first, end, holder, mood, start=start, end=first, subject=False)


def _widened(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "We ask you to widen the Directions to take in parks"."""
    start, mood = mood_at(phrase, match.start(), "ed" if match[0].split()[0].endswith("ed") else "base")
    first = match.start("what")
    if match["to"] == "over" and match["verb"] != "extend":
        return None
    out = pattern(r"take out|exclude|remove|leave out|drop|release").match(match["to"])
    return _of_object(phrase, first, COUNCIL if out else COMMISSIONERS, mood, start=start)


def _was_widened(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "The intervention was widened to include powers over finance"."""
    if is_refused(phrase.words[: match.start()]):
        return None
    return told_after(phrase, match, COMMISSIONERS, status_of(match["chain"]))


def _within(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "Parks should be added to the Directions"; "housing was taken out of the intervention"."""
    start, mood = mood_at(phrase, match.start(), "ed")
    words = phrase.words
    verb = next(
        (
            t.start
            for t in phrase.tokens
            if start <= t.start < match.start() and t.low in STATES | {"to", "should", "shall", "could"}
        ),
        match.start(),
    )
    out = pattern(r"out|remov|drop|releas|lift|struck|free|no longer|from").search(match["verb"])
    if verb - start < 3 and pattern(r"\b(?:remov|add|tak|bring|releas|lift)\w*\b").search(
        words[start : match.start()]
    ):
        return None
    return built(
        opened(words, start, verb),
        verb,
        COUNCIL if out else COMMISSIONERS,
        mood,
        start=start,
        end=match.end(),
        subject=True,
    )


def _ended(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "The order removes the Commissioners' powers over parks"."""
    start, mood = mood_at(
        phrase,
        match.start(),
        "ed"
        if pattern(r"\w+(?:ed|ew)\b").match(match[0])
        else "base"
        if not pattern(r"\w+s\b").match(match[0])
        else "s",
    )
    first = match.start("what")
    return _of_object(phrase, first, COUNCIL, mood, start=start)


_SO_FAR = waits(
    r"\b(?P<verb>revok|lift|end|withdraw|terminat|remov|discharg)\w*"
    r" (?:the |those |these |my )?[Dd]irections?,? (?:so far as|insofar as|in so far as|to the extent that)"
    r" (?:they |it )?(?:relat|appl|concern)\w*(?: to)? (?P<what>.)"
)


def _so_far(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "I have decided to revoke the Directions so far as they relate to parks"."""
    start, mood = mood_at(phrase, match.start(), "base")
    first = match.start("what")
    return _of_object(phrase, first, COUNCIL, mood, start=start)


_PROVIDED = waits(
    rf"\b(?P<verb>provid|invest|vest|arm|equip)\w* (?P<who>{HOLDER})(?:, [^,;.]{{3,60}},)? with"
    r" (?:[\w-]+ ){0,3}?(?:powers?|control|responsibility|functions?|authority)"
    r" (?:over|of|for|in relation to|in respect of|relating to|associated with|to exercise) (?P<what>.)"
)


def _provided(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "The Directions provide the Commissioners with powers over grants"."""
    who, verb = holder_of(match["who"]), match[0].split()[0]
    if who is None:
        return None
    start, mood = mood_at(phrase, match.start(), "ed" if verb.endswith("ed") else "base")
    return _of_object(phrase, match.start("what"), who, mood, start=start)


#: Each way of telling it, and how it is read.
DIRECTED = (
    (_SO_FAR, _so_far),
    (_PROVIDED, _provided),
    (_WIDENED, _widened),
    (_WAS_WIDENED, _was_widened),
    (_WITHIN, _within),
    (_ENDED, _ended),
)

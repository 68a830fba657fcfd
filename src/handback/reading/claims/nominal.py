"""Moves told without a verb of moving: "the return of parks", "ready for return".

The noun says what moves and to whom; the words around it, whether that is done, proposed or denied.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from handback.reading.claims.frame_words import Verb, one_of
from handback.reading.claims.holders import COMMISSIONERS, COUNCIL, HOLDER, holder_of, opposite
from handback.reading.claims.modality import (
    Mood,
    Setting,
    is_done,
    is_proposed,
    is_refused,
    last_done,
    mood_of,
)
from handback.reading.claims.patterns import pattern
from handback.reading.claims.phrases import Phrase
from handback.reading.claims.slots import object_end, opened
from handback.reading.claims.statement import Frame

_NOUN = (
    r"(?:return|restoration|handing[- ]back|handover|hand-?back|transfer|reinstatement|devolution|passing"
    r"|resumption|restoring)"
)
_OF = re.compile(
    rf"\b(?P<noun>{_NOUN})(?: back)?(?: to (?P<first>{HOLDER}))?(?: from {HOLDER})?,? of (?!the (?:meeting"
    rf"|form|letter|report)\b)(?P<what>.)"
)
_TO = re.compile(rf" (?:back |over )?(?:to|into the hands of) (?P<to>{HOLDER})")
_FIT = re.compile(
    rf"(?P<not>\bnot (?:\w+ ){{0,3}}?)?\b(?:ready|fit|suitable|recommended|proposed|earmarked|identified"
    rf"|put forward|due|slated|ripe|suggested|considered"
    rf"|scheduled|next|candidates?|lined up|listed|nominated|approved|agreed) (?:now )?for (?:early "
    rf"|immediate |an early |a |the )?(?P<noun>{_NOUN}|going back|release)\b"
)
_RECOMMEND = re.compile(
    rf"(?P<not>\b(?:not|n't|never) (?:\w+ ){{0,3}}?)?\b(?:recommend(?:s|ed|ing)?|propos(?:e|es|ed|ing)"
    rf"|put(?:s|ting)? forward|suggest(?:s|ed|ing)?|nominat(?:e|es|ed)|identif(?:y|ies|ied)"
    rf"|approve[sd]?) (?P<what>[^.;:]{{3,160}}?) for (?:early |immediate )?{_NOUN}\b"
)
_WIDENED = re.compile(
    r"\b(?P<verb>widen|extend|expand|broaden|amend|var(?:y|ie)|enlarg|strengthen|add|chang)\w*,? (?:the "
    r"|these |those |your |our |their |its |to )*"
    r"(?:[Dd]irections?|intervention|remit|[Cc]ommissioners' (?:remit|powers?|responsibilities|role"
    r"|functions)|powers|scope(?: of the (?:[Dd]irections?|intervention))?)"
    r"(?: of the [Cc]ommissioners| given to [Cc]ommissioners)?,? (?:so (?:that|as to)? ?(?:they "
    r"|it )?(?:also |now )?)?(?:to |and to )?(?:also |now )?"
    r"(?P<to>take in|cover|include|includes|bring in|embrace|add|reach|extend to|encompass|apply to"
    r"|take out|exclude|remove|leave out|drop|release|over|across|into)\b (?P<what>.)"
)
_WITHIN = re.compile(
    r"(?P<verb>\b(?:added to|brought (?:within|into|under)|included in|covered by|made subject to|within"
    r"|taken (?:out of|from)|removed from|dropped from|released from|lifted from|struck (?:out of|from)"
    r"|come (?:out of|within|under)|comes (?:out of|within|under)"
    r"|came (?:out of|within|under)|outside|free of|no longer (?:subject to|covered by|within|in|under)"
    r"|fall outside|falls outside) (?:the |these |those |your |our |my |new |revised )*(?:[Dd]irections?"
    r"|(?:statutory |government )?intervention|scope of (?:the )?(?:[Dd]irections?|intervention)"
    r"|[Cc]ommissioners' (?:remit|powers|functions)))"
)
_ENDED = re.compile(
    r"\b(?P<verb>remov|end|withdr[ae]w|terminat|revok|lift|cancel|discontinu)\w* (?:the |all |our |those )*"
    r"(?:[Cc]ommissioner(?:s'|s|'s|) (?:executive |direct |formal )?(?:powers?|functions?|role"
    r"|responsibilit\w+|control|involvement|decision-making)|powers? (?:of|held by"
    r"|exercised by) (?:the )?[Cc]ommissioners?|[Cc]ommissioners)"
    r"(?: powers?| control)? (?:over|in(?: respect of| relation to)?|for|on|relating to|of|from) (?P<what>.)"
)
_CAME_TO_END = re.compile(
    r"\b[Cc]ommissioner(?:s'|s|'s)? (?:executive |direct |formal )?(?:control|powers?|functions?|role"
    r"|responsibilit\w+|decision-making) (?:over|of|in(?: respect of| relation to)?|for|on|relating to) "
    r"(?P<what>[^.;]{3,120}?) (?P<chain>(?:(?:has|have|will|is|are|to|would|shall|should|now|were|was|be"
    r"|been|also) )*)(?:come|comes|came|brought) to an end|\b[Cc]ommissioner(?:s'|s|'s)? (?:control"
    r"|powers?|functions?|role"
    r"|responsibilit\w+) (?:over|of|in(?: respect of| relation to)?|for"
    r"|on) (?P<what2>[^.;]{3,120}?) (?P<chain2>(?:(?:has|have|will|is|are|to|would|shall|should|now|were"
    r"|was|be|been|also) )*)(?:end(?:s|ed)?|cease[sd]?|lapse[sd]?|expire[sd]?|withdrawn|revoked|terminated"
    r"|lifted)\b"
)


def told_as_things(phrase: Phrase) -> Iterator[Frame]:
    """The moves that a phrase tells of by a noun, by readiness, or by what becomes of directions."""
    for shape, rule in _RULES:
        for match in shape.finditer(phrase.words):
            frame = rule(phrase, match)
            if frame is not None:
                yield frame


def _region(phrase: Phrase, at: int) -> int:
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


def _frame(
    first: int, last: int, holder: str, mood: Mood, *, start: int, end: int, subject: bool
) -> Frame | None:
    if mood is Mood.WEIGHED or last - first < 2:
        return None
    if mood is Mood.DENIED:
        holder, mood = opposite(holder), Mood.KEPT
    if mood is Mood.COMING:
        mood = Mood.DONE
    return Frame(
        start, max(end, last), first, last, holder, mood.value, Verb.BACK, subject=subject, plain=True
    )


def _of_noun(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "The return of parks to the Council is recommended"; "the order led to the return of parks"."""
    words, first = phrase.words, match.start("what")
    to = _TO.search(words, first)
    last = object_end(words, first, len(words))
    after = _VERB_AFTER.search(words, first)
    last = min(last, after.start() if after else last)
    if to and (to.start() <= last + 1 or pattern(r" at [\w' ]{3,30}").fullmatch(words[last : to.start()])):
        last = min(last, to.start())
    else:
        to = None
    holder = holder_of(match["first"] or (to["to"] if to else "")) or (
        COUNCIL if match["noun"] not in ("transfer", "passing", "devolution") else None
    )
    if holder is None:
        return None
    start = _region(phrase, match.start())
    before, behind = words[start : match.start()], words[max(last, to.end() if to else last) :]
    mood = _mood_of_thing(before, behind)
    frame = _frame(first, last, holder, mood, start=start, end=last, subject=False) if mood else None
    return replace(frame, noun=True) if frame else None


_VERB_AFTER = re.compile(
    r",? (?:is|are|was|were|will|would|has|have|had|should|could|took|takes|came|comes|means|meant"
    r"|follow\w*|happen\w*|remains?|depends?|must|may|might|cannot|can|now)\b"
)


def _mood_of_thing(before: str, behind: str) -> Mood | None:
    behind = pattern(r"[;.]| (?:and|but|while) (?:the|we|I|it|they|she|he)\b").split(behind)[0]
    if pattern(
        r"\b(?:whether|options?|criteria|conditions? (?:for|of)|tests? for|asked (?:about|whether|when|how"
        r"|why)|question|if|timetable|progress towards|prepar\w+|work towards)\b"
    ).search(before) and not is_proposed(behind):
        return None
    if is_refused(before) or is_refused(behind) or pattern(r"\bnot\b|n't\b").search(behind[:30]):
        return Mood.DENIED
    if is_done(behind) or last_done(before):
        return Mood.DONE
    if (
        is_proposed(before)
        or is_proposed(behind)
        or pattern(r"\b(?:proposed|planned|possible|recommended) $").search(before)
    ):
        return Mood.PROPOSED
    return None


def _fit(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "Licensing is ready for return"; "areas not recommended for restoration were ..."."""
    words = phrase.words
    start = _region(phrase, match.start())
    tokens = [n for n, t in enumerate(phrase.tokens) if start <= t.start < match.start()]
    verb = next((phrase.tokens[n].start for n in tokens if phrase.tokens[n].low in _STATES), match.start())
    refused = match["not"] or pattern(r"\b(?:not|n't|never|neither|nor|cannot|far from|hardly|too)\b").search(
        words[start : match.start()]
    )
    said = pattern(
        r"\b(?:said|says|recommend\w*|believe|think|consider|view|satisfied|conclu\w+|that) (?:that )?"
    ).search(words[start:verb])
    first = start + said.end() if said else opened(words, start, verb)
    return _frame(
        first,
        verb,
        COUNCIL,
        Mood.DENIED if refused else Mood.PROPOSED,
        start=start,
        end=match.end(),
        subject=True,
    )


_STATES = one_of(
    "is are was were be being been remain remains now has have had seem seems not will would should"
)


def _recommended(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "We recommend parks and libraries for return"."""
    if _FIT.search(match[0]):
        return None
    return _frame(
        *match.span("what"),
        COUNCIL,
        Mood.DENIED if match["not"] else Mood.PROPOSED,
        start=_region(phrase, match.start()),
        end=match.end("what"),
        subject=False,
    )


def _setting(phrase: Phrase, at: int, form: str) -> tuple[int, Mood]:
    start = _region(phrase, at)
    before = phrase.words[start:at]
    chain = pattern(
        r"(?:\b(?:will|would|shall|should|could|to|is|are|was|were|be|been|being|has|have|had|not|now|also"
        r"|today|therefore) )*$"
    ).search(before)
    at_chain = chain.start() if chain else len(before)
    return start, mood_of(
        Setting(before[:at_chain], before[at_chain:].strip().lower(), form, "", passive=False)
    )


def _widened(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "We ask you to widen the Directions to take in parks"."""
    start, mood = _setting(phrase, match.start(), "ed" if match[0].split()[0].endswith("ed") else "base")
    first = match.start("what")
    if match["to"] == "over" and match["verb"] != "extend":
        return None
    out = pattern(r"take out|exclude|remove|leave out|drop|release").match(match["to"])
    return _frame(
        first,
        object_end(phrase.words, first, len(phrase.words)),
        COUNCIL if out else COMMISSIONERS,
        mood,
        start=start,
        end=first,
        subject=False,
    )


def _within(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "Parks should be added to the Directions"; "housing was taken out of the intervention"."""
    start, mood = _setting(phrase, match.start(), "ed")
    words = phrase.words
    verb = next(
        (
            t.start
            for t in phrase.tokens
            if start <= t.start < match.start() and t.low in _STATES | {"to", "should", "shall", "could"}
        ),
        match.start(),
    )
    out = pattern(r"out|remov|drop|releas|lift|struck|free|no longer|from").search(match["verb"])
    if verb - start < 3 and pattern(r"\b(?:remov|add|tak|bring|releas|lift)\w*\b").search(
        words[start : match.start()]
    ):
        return None
    return _frame(
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
    start, mood = _setting(
        phrase,
        match.start(),
        "ed"
        if pattern(r"\w+(?:ed|ew)\b").match(match[0])
        else "base"
        if not pattern(r"\w+s\b").match(match[0])
        else "s",
    )
    first = match.start("what")
    return _frame(
        first,
        object_end(phrase.words, first, len(phrase.words)),
        COUNCIL,
        mood,
        start=start,
        end=first,
        subject=False,
    )


def _came_to_end(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "Commissioners' control of parks came to an end"."""
    name = "what" if match["what"] else "what2"
    start = _region(phrase, match.start())
    mood = mood_of(
        Setting(
            phrase.words[start : match.start()],
            (match["chain"] or match["chain2"] or "").strip(),
            "ed",
            "",
            passive=False,
        )
    )
    return _frame(*match.span(name), COUNCIL, mood, start=start, end=match.end(), subject=True)


_SO_FAR = re.compile(
    r"\b(?P<verb>revok|lift|end|withdraw|terminat|remov|discharg)\w* (?:the |those |these "
    r"|my )?[Dd]irections?,? (?:so far as|insofar as|in so far as|to the extent that) (?:they "
    r"|it )?(?:relat|appl|concern)\w*(?: to)? (?P<what>.)"
)


def _so_far(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "I have decided to revoke the Directions so far as they relate to parks"."""
    start, mood = _setting(phrase, match.start(), "base")
    first = match.start("what")
    return _frame(
        first,
        object_end(phrase.words, first, len(phrase.words)),
        COUNCIL,
        mood,
        start=start,
        end=first,
        subject=False,
    )


_LIMITED = re.compile(
    r"\b[Cc]ommissioners?(?:'s?)? (?:own |remaining |executive )?(?:powers?|functions?|role|remit"
    r"|responsibilit\w+) (?P<chain>(?:(?:are|is|was|were|be|been|will|would|should|shall|has|have|now|to"
    r"|also) )+)(?:limited|confined|restricted|reduced|narrowed|cut(?: back)?) to (?P<what>.)"
)


def _limited(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "The Commissioners' functions are limited to audit"."""
    start = _region(phrase, match.start())
    mood = mood_of(
        Setting(phrase.words[start : match.start()], match["chain"].strip(), "ed", "", passive=False)
    )
    first = match.start("what")
    return _frame(
        first,
        object_end(phrase.words, first, len(phrase.words)),
        COMMISSIONERS,
        mood,
        start=start,
        end=first,
        subject=False,
    )


_LET_GO = re.compile(r"\blet (?P<what>[^.;,]{2,60}?) go\b")


def _let_go(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "We would not let planning go yet"."""
    start, mood = _setting(phrase, match.start(), "base")
    return _frame(*match.span("what"), COUNCIL, mood, start=start, end=match.end(), subject=False)


_RULES = (
    (_LET_GO, _let_go), (_SO_FAR, _so_far),
    (_LIMITED, _limited),
    (_OF, _of_noun), (_FIT, _fit), (_RECOMMEND, _recommended), (_WIDENED, _widened), (_WITHIN, _within),
    (_ENDED, _ended),
    (_CAME_TO_END, _came_to_end),
)  # fmt: skip

"""Moves told without a verb of moving: "the return of parks", "ready for return".

The noun says what moves and to whom; the words around it, whether that is done, proposed or denied.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from handback.reading.claims.directed import DIRECTED
from handback.reading.claims.holders import COUNCIL, HOLDER, holder_of
from handback.reading.claims.modality import (
    Mood,
    is_done,
    is_proposed,
    is_refused,
    last_done,
)
from handback.reading.claims.patterns import pattern
from handback.reading.claims.phrases import Phrase
from handback.reading.claims.regions import STATES, built, mood_at, region
from handback.reading.claims.slots import TOWN, object_end, opened
from handback.reading.claims.statement import Frame
from handback.reading.claims.vague import is_vague
from handback.reading.words.later import later
from handback.reading.words.watch import waits

_NOUN = (
    r"(?:return|restoration|handing[- ]back|handover|hand-?back|transfer|reinstatement|devolution|passing"
    r"|resumption|restoring)"
)
_OF = waits(
    rf"\b(?P<noun>{_NOUN})['\"\u2019\u201d]?(?: back)?(?: to (?P<first>{HOLDER}))?(?: from {HOLDER})?,?"
    r"(?: of "
    r"|(?:(?<=the return)|(?<=the transfer)|(?<=the restoration))"
    r" (?=(?:some|certain|further|more|several|\d+) (?:\w+ )?(?:functions|powers|services)\b))"
    r"(?!the (?:meeting|form|letter|report)\b|empty |vacant |derelict )(?P<what>.)"
)
_TO = later(rf" (?:back |over )?(?:to|into the hands of) (?P<to>{HOLDER})")
_FIT = waits(
    r"(?P<not>\bnot (?:\w+ ){0,3}?)?\b(?:ready|fit|suitable|recommended|proposed|earmarked|identified"
    r"|put forward|due|slated|ripe|suggested|considered|scheduled|next|candidates?|lined up|listed"
    r"|nominated|approved|agreed) (?:now )?for (?:early |immediate |an early |a |the )?"
    rf"(?P<noun>{_NOUN}|going back|release)\b"
)
_AMONG = waits(
    r"(?P<not>\bnot (?:yet )?)?\b(?:among(?:st)?|one of|part of|included in|on the list of)"
    r" (?:the |those |these )?(?:\w+ ){0,2}?"
    r"(?:functions|powers|services|areas|responsibilities|those|ones)"
    r" (?:(?:that (?:are|were|is)|which (?:are|were)|to be|being|now|we recommend|recommended|proposed"
    r"|ready|due|identified|for|put forward) )*"
    rf"(?P<noun>returned|restored|handed back|{_NOUN}|going back)\b"
)
_RECOMMEND = waits(
    rf"(?P<not>\b(?:not|n't|never) (?:\w+ ){{0,3}}?)?\b(?:recommend(?:s|ed|ing)?|propos(?:e|es|ed|ing)"
    rf"|put(?:s|ting)? forward|suggest(?:s|ed|ing)?|nominat(?:e|es|ed)|identif(?:y|ies|ied)"
    rf"|approve[sd]?) (?P<what>[^.;:]{{3,160}}?) for (?:early |immediate )?{_NOUN}\b"
)


def told_by_nouns(phrase: Phrase) -> Iterator[Frame]:
    """The moves that a phrase tells of by a noun, by readiness, or by what becomes of directions."""
    for shape, rule in _RULES:
        for match in shape.finditer(phrase.words):
            frame = rule(phrase, match)
            if frame is not None:
                yield frame


def _of_noun(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "The return of parks to the Council is recommended"; "the order led to the return of parks"."""
    words, first = phrase.words, match.start("what")
    to = _TO.search(words, first)
    town = None if to or match["first"] else TOWN.search(words, first)
    last = object_end(words, first, len(words))
    after = _VERB_AFTER.search(words, first)
    last = min(last, after.start() if after else last)
    if to and (to.start() <= last + 1 or pattern(r" at [\w' ]{3,30}").fullmatch(words[last : to.start()])):
        last = min(last, to.start())
    else:
        to = None
    last = min(last, town.start()) if town else last
    first, last = _named_behind(words, first, last, to or town)
    holder = holder_of(match["first"] or (to["to"] if to else "")) or (
        COUNCIL if match["noun"] not in ("transfer", "passing", "devolution") else None
    )
    if holder is None:
        return None
    start = region(phrase, match.start())
    before, behind = words[start : match.start()], words[max(last, to.end() if to else last) :]
    mood = _mood_of_thing(before, behind)
    frame = built(first, last, holder, mood, start=start, end=last, subject=False) if mood else None
    return replace(frame, noun=True) if frame else None


def _named_behind(words: str, first: int, last: int, to: re.Match[str] | None) -> tuple[int, int]:
    """Where the functions stand: behind whoever gets them, where only "powers" stands before."""
    named = _NAMED_AFTER.match(words, to.end()) if to and is_vague(words[first:last]) else None
    return (named.end(), object_end(words, named.end(), len(words))) if named else (first, last)


#: "The return of powers to members, among them parks": what the powers are, behind to whom.
_NAMED_AFTER = later(r",? (?:including|such as|among them|namely) (?:those (?:over|for) )?")
_VERB_AFTER = later(
    r",? (?:is|are|was|were|will|would|has|have|had|should|could|took|takes|came|comes|means|meant"
    r"|follow\w*|happen\w*|remains?|depends?|must|may|might|cannot|can|now)\b"
)


def _mood_of_thing(before: str, behind: str) -> Mood | None:
    """How a move told as a thing is meant, by what stands around it; None where it is only asked about."""
    behind = pattern(r"[;.]| (?:and|but|while) (?:the|we|I|it|they|she|he)\b").split(behind)[0]
    if pattern(
        r"\b(?:whether|options?|criteria|conditions? (?:for|of)|tests? for"
        r"|asked (?:about|whether|when|how|why)"
        r"|question|if|timetable|progress towards|prepar\w+|work towards)\b"
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
    start = region(phrase, match.start())
    tokens = [n for n, t in enumerate(phrase.tokens) if start <= t.start < match.start()]
    verb = next((phrase.tokens[n].start for n in tokens if phrase.tokens[n].low in STATES), match.start())
    refused = match["not"] or pattern(r"\b(?:not|n't|never|neither|nor|cannot|far from|hardly|too)\b").search(
        words[start : match.start()]
    )
    said = pattern(
        r"\b(?:said|says|recommend\w*|believe|think|consider|view|satisfied|conclu\w+|that) (?:that )?"
    ).search(words[start:verb])
    first = start + said.end() if said else opened(words, start, verb)
    return built(
        first,
        verb,
        COUNCIL,
        Mood.DENIED if refused else Mood.PROPOSED,
        start=start,
        end=match.end(),
        subject=True,
    )


def _recommended(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "We recommend parks and libraries for return"."""
    if _FIT.search(match[0]):
        return None
    return built(
        *match.span("what"),
        COUNCIL,
        Mood.DENIED if match["not"] else Mood.PROPOSED,
        start=region(phrase, match.start()),
        end=match.end("what"),
        subject=False,
    )


_THEIR_RETURN = later(
    rf"\b(?:recommend\w*|propos\w+|support\w*|advis\w+|ask\w* for|request\w*|agree\w* to|announc\w+"
    rf"|confirm\w*|direct\w*|expect\w*"
    rf"|seek\w*) (?P<what>(?:its|their) (?:early |immediate |full )?{_NOUN})\b"
)


def _their_return(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "Housing is well run and we recommend its return"."""
    start = region(phrase, match.start())
    before = phrase.words[start : match.start("what")]
    mood = Mood.DENIED if is_refused(before) else Mood.PROPOSED if is_proposed(before) else Mood.DONE
    first = match.start("what")
    return built(first, match.end("what"), COUNCIL, mood, start=start, end=match.end(), subject=False)


_LET_GO = waits(r"\blet (?P<what>[^.;,]{2,60}?) go\b")


def _let_go(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "We would not let planning go yet"."""
    start, mood = mood_at(phrase, match.start(), "base")
    return built(*match.span("what"), COUNCIL, mood, start=start, end=match.end(), subject=False)


#: "Markets will be the next service to be given back".
_NEXT_TO_GO = waits(
    r"(?P<what>[^.;:,]{3,120}?) (?:(?:will|would|is|are|was|were|has|have|been|be|become|becomes|became|to"
    r"|now) )+"
    r"(?:the )?(?:latest|next|first|last|final|only|second|third|fourth) (?:\w+ ){0,2}?(?:areas?|functions?"
    r"|services?|powers?|responsibilit\w+|departments?|ones?)(?: of (?:responsib\w+|work|the council))?"
    r" to (?:be )?"
    r"(?:(?:formally |fully )?(?:returned|handed back|restored|given back)|return|come back|go back)\b"
)


def _next_to_go(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    words = phrase.words
    first = opened(words, *match.span("what"))
    told = words[first : match.end("what")]
    said = pattern(r".*\b(?:confirm\w*|announc\w+|said|says|that)(?: that)? ").match(told)
    first += said.end() if said else 0
    done = pattern(r"\b(?:was|were|became|has|have)\b").search(words[match.end("what") : match.end()])
    mood = Mood.DONE if done else Mood.PROPOSED
    return built(first, match.end("what"), COUNCIL, mood, start=first, end=match.end(), subject=True)


_RULES = (
    (_NEXT_TO_GO, _next_to_go),
    (_THEIR_RETURN, _their_return),
    (_LET_GO, _let_go),
    (_OF, _of_noun),
    (_AMONG, _fit),
    (_FIT, _fit),
    (_RECOMMEND, _recommended),
    *DIRECTED,
)

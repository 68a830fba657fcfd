"""What a page tells twice: in its first line and below, above its resolution, as "the plans were approved".

One measure for all of it, on what each telling says was decided: its words cut to their stems, without those
that say who decided, when, and by how many votes. Two tellings by one verb are one decision where the later
one says nothing new, or where they have most of their words in common; never where each has a name, a figure
or a day that the other lacks.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from handback.reading.claims.claim import Claim, Place, Type
from handback.reading.claims.deciders import DECIDING_BODY
from handback.reading.claims.verbs import FORMS, HEADS, PAST, group_at, word_set
from handback.reading.document import Document

#: Words that say who decides, when or how, or name no more than a matter.
_OF_ANY = word_set(
    "the a an of to and be been was were that it by in on for with as at is are this its his her their from"
    " into has have had will would which who s now then also last night yesterday today meeting held full"
    " council councillors councils cabinet committee board panel members executive authority government"
    " unanimously finally formally first after following city borough county district town not these those"
    " both all down out off through narrowly overwhelmingly eventually later"
    " proposal proposals plan plans scheme schemes measure measures changes package idea ideas move policy"
    " strategy recommendation recommendations decision application applications bid bids motion matter"
    " increase rise hike reduction cut cuts closure closures"
)
_WORD = re.compile(r"£?[a-z0-9][a-z0-9,.]*[a-z0-9]|[a-z0-9]")
_ENDING = re.compile(r"(?:ments?|ures?|ings?|ions?|als?|ers?|ed|es|e|s)$")
SHORTEST_STEM = 3  # letters left of a word whose ending is taken off
_NAME = re.compile(r"(?<!^)(?<![.!?:\"] )(?<!\w)[A-Z][a-z][\w'-]+|[A-Z]{2,}\b")
_FIGURE = re.compile(r"£?\d[\d,.]*\d|£?\d")
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?"
)
_DAY = re.compile(
    rf"\b(?:[Oo]n|[Ii]n|[Aa]t|of|held)(?: the)? (?P<day>(?:\d{{1,2}} )?{_MONTH}|(?:19|20)\d\d"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
#: How a vote went, who asked, and why, when or where it was decided: nothing of what was.
_ASIDE = re.compile(
    r"\b(?:by|with) (?:a )?(?:[\w-]+ )?(?:votes? to|majority|votes?\b|[\w-]+ (?:votes )?to [\w-]+)\b.*"
    r"|,? (?:despite|in spite of|amid|because)\b.*|,? (?:after|following) .*"
    r"|\b(?:submitted |made |put )?(?:from|by) (?:the )?[A-Z][\w'&-]*(?: [A-Z][\w'&-]*)*"
    r"|\b(?:at|during) (?:its|their|the|a) (?:[A-Za-z]+ )*meetings?\b"
    r"(?: of (?:the )?[A-Z][\w']*(?: [A-Z][\w']*)*)?"
    rf"|{_DAY.pattern}(?: (?:night|evening|morning|afternoon))?"
)
#: What is spoken of for the first time: "a further grant", "another two".
_IS_NEW = re.compile(r"\W*(?:to [a-z]+ )?(?:an?|another|further|new|more|two|three|four|five|six)\b", re.I)
_SUM = re.compile(r"£\d")
_BODY = re.compile(rf"\b{DECIDING_BODY}\b|\b(?:I|[Ww]e|[Tt]hey|[Ii]t|[Hh]e|[Ss]he)\b")
FEWEST_IN_ALL = 2  # words of a telling that says nothing new
LEAST_ALIKE = 3  # words shared by two tellings of one decision
ALIKE = 0.6  # share of the words of the shorter
WITH_SUM = 0.35  # the same, where both name one sum of money
#: Notes in the lines of a list, of which each is of its own matter, as like as they are.
_IN_LINES = "decision in note form"
_TOLD = ("a body resolved", "it was resolved", _IN_LINES)


class Telling(NamedTuple):
    """What a claim says was decided: the verb's group, stems, names, figures, and the days on which.

    `around` are the stems of the `sentence` in which it is told; `is_new` where it is "a" thing, not "the".
    """

    verb: str
    things: frozenset[str]
    names: frozenset[str]
    figures: frozenset[str]
    days: frozenset[str]
    around: frozenset[str]
    sentence: str
    is_new: bool


def telling(claim: Claim, document: Document) -> Telling:
    """What a claim of a decision says was decided."""
    said = " ".join(claim.quote.replace("\u2019", "'").split())
    sentence = _sentence(document.text, claim)
    object_ = _ASIDE.sub(" ", _object(said) if "body" in claim.rule else said)
    return Telling(
        str(claim.attributes["verb"]),
        _stems(object_),
        frozenset(name for name in _NAME.findall(f"- {object_}") if name.lower() not in _OF_ANY),
        frozenset(_FIGURE.findall(object_)),
        frozenset(found["day"] for found in _DAY.finditer(sentence)),
        _stems(sentence),
        sentence,
        _IS_NEW.match(object_) is not None,
    )


def same_decision(first: Telling, later: Telling) -> bool:
    """Whether the later of two tellings is of the decision that the first tells."""
    if _apart(first, later):
        return False
    if not later.things and later.verb in ("approve", "refuse") and not later.is_new:
        return first.verb in ("other", later.verb)
    if first.verb != later.verb or first.sentence == later.sentence:
        return False
    if len(later.things) >= FEWEST_IN_ALL and later.things <= first.around and not later.is_new:
        return True
    shared = len(first.things & later.things)
    sums = any(_SUM.match(figure) for figure in first.figures & later.figures)
    least = (WITH_SUM if sums else ALIKE) * min(len(first.things), len(later.things))
    return shared >= max(LEAST_ALIKE, least)


def _apart(first: Telling, later: Telling) -> bool:
    """Whether each telling has a name, a figure or a day that the other lacks."""
    pairs = ((first.names, later.names), (first.figures, later.figures))
    differ = any(one - two and two - one for one, two in pairs)
    return differ or bool(first.days and later.days and not first.days & later.days)


def told_once(claims: list[Claim], document: Document) -> Iterator[Claim]:
    """The claims, each decision that a story tells again counted as a further place of the first telling.

    Only of pages that tell their decisions in sentences: where resolutions are listed, two alike are two.
    """
    decided = [one for one in claims if one.type is Type.DECISION]
    if len(decided) < 2 or not all(_is_told(one) for one in decided):
        yield from claims
        return
    first: dict[int, Telling] = {}
    again: dict[int, list[Place]] = {}
    for one in decided:
        what = telling(one, document)
        others = () if one.rule == _IN_LINES else first.items()
        earlier = next((place for place, other in others if same_decision(other, what)), None)
        if earlier is None:
            first[one.start] = what
        else:
            again.setdefault(earlier, []).append(Place(one.start, one.end))
    for one in claims:
        if one.type is not Type.DECISION:
            yield one
        elif one.start in first:
            yield replace(one, also=(*one.also, *again.get(one.start, ())))


def _is_told(claim: Claim) -> bool:
    return " told " in claim.rule or claim.rule in _TOLD


def _object(said: str) -> str:
    """What was decided on: the words behind the verb of a body, else all of them."""
    for found in re.finditer(r"[A-Za-z-]+", said):
        decides = found[0] in _RESOLVING or (
            (found[0].lower() in PAST or found[0] in HEADS) and group_at(said, *found.span()) is not None
        )
        if decides and _BODY.search(said, 0, found.start()):
            return said[found.end() :]
    return said


_RESOLVING = word_set("voted decided resolved chose opted")


def _sentence(text: str, claim: Claim) -> str:
    """The sentence in which a claim is told."""
    first, last = max(0, claim.start - LONGEST_BESIDE), claim.end + LONGEST_BESIDE
    for stop in _STOP.finditer(text, first, last):
        if stop.end() <= claim.start:
            first = stop.end()
        elif stop.start() >= claim.end:
            last = stop.start()
            break
    return " ".join(text[first:last].split())


_STOP = re.compile(r"(?<=[.!?])[\"'\u201d\u2019)]*\s+(?=[A-Z\"\u201c])|\n\s*\n")
LONGEST_BESIDE = 300  # characters of a sentence looked at on each side of a claim


def _stems(words: str) -> frozenset[str]:
    return frozenset(
        _stem(word) for word in _WORD.findall(words.lower()) if word not in _OF_ANY and word not in FORMS
    )


def _stem(word: str) -> str:
    """A word without its ending: "closure", "closing" and "close" are one."""
    short = _ENDING.sub("", word)
    return short if len(short) >= SHORTEST_STEM else word

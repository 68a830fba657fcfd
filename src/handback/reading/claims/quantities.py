"""The numbers and shares that stand in a sentence, dates and references left out."""

import re
from dataclasses import dataclass
from decimal import Decimal

from handback.reading.claims.numbers import NUMBER, PERCENT, percent_of, value_of
from handback.reading.claims.points import Grain, points
from handback.reading.claims.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number (or a share, in per cent) at places `start` to `end` of a sentence's words."""

    start: int
    end: int
    value: Decimal
    share: bool
    exact: bool = True


_TOKEN = re.compile(rf"(?P<share>{PERCENT})|(?P<number>{NUMBER})", re.I)
_REFERENCE = re.compile(
    r"(?:\b(?:page|pages|paragraph|paragraphs|para|item|items|section|appendix|annex|room|minute"
    r"|part|table|line|phase|stage|(?<!this )(?<!last )(?<!the )(?<!each )quarter|band|version"
    r"|report|ref|no\.?|number|"
    r"UIN|level|grade|note|rule|article|schedule|clause|chapter|figure|grade|under|over|aged"
    r"|category|action|actions|type|tier|mark) |[#/.:-]|\d|[A-Za-z]-?)$",
    re.I,
)
_UNIT = re.compile(
    r"^(?:[-/:]\w|\.\d| ?(?:st|nd|rd|th)\b|(?:am|pm)\b|[- ](?:year|month|week|day"
    r"|page|point)s?(?:[- ]old)?\b(?! of)| ?(?:am|pm|o'clock)\b|[A-Za-z]\w)"
)
_INEXACT = re.compile(
    r"(?:less than|more than|fewer than|under|over|nearly|almost|up to|at least"
    r"|above|below|around half)(?: the)? $",
    re.I,
)
_ONE_AS_PRONOUN = re.compile(r"\b(?:no|any|every|each|which|this|that|the|another|this|some|only) $", re.I)


def quantities(sentence: Sentence) -> list[Quantity]:
    """The numbers and shares of a sentence, in order."""
    words = sentence.words
    if not _WORTHWHILE.search(words):
        return []
    dated = [(p.start, p.end) for p in points(words) if p.grain is not Grain.YEAR or words[p.start].isdigit()]
    out: list[Quantity] = []
    at = 0
    for found in _TOKEN.finditer(words):
        while at < len(dated) and dated[at][1] <= found.start():
            at += 1
        if at < len(dated) and dated[at][0] <= found.start() < dated[at][1]:
            continue
        quantity = _quantity(words, found)
        if quantity is not None:
            out.append(quantity)
    return out[:MOST_NUMBERS]


MOST_NUMBERS = 40  # in one sentence: more make a table without rows, in which no part is told from a total


_WORTHWHILE = re.compile(r"\bof\b|\bin\b|\bfrom\b|%|per ?cent|\band\b", re.I)


def _quantity(words: str, found: re.Match[str]) -> Quantity | None:
    before = words[max(0, found.start() - 14) : found.start()]
    exact = not _INEXACT.search(before)
    if found["share"]:
        share = percent_of(found["share"])
        return None if share is None else Quantity(*found.span(), share, share=True, exact=exact)
    if _UNIT.match(words[found.end() :]) or _REFERENCE.search(before):
        return None
    value = value_of(found[0])
    if value is None or (found[0].lower() == "one" and _ONE_AS_PRONOUN.search(before)):
        return None
    return Quantity(*found.span(), value, share=False, exact=exact)

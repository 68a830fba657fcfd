"""What a story tells twice: in its first line and again below, or as "the plans were approved".

Only of pages that tell their decisions in sentences: where resolutions are listed, two alike are two.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from handback.reading.claims.claim import Claim, Place, Type
from handback.reading.claims.verbs import FORMS, PAST, Group, word_set

_WORD = re.compile(r"£?[a-z0-9][a-z0-9,.]*[a-z0-9]|[a-z0-9]")
#: Words that say who decides, when or how, and not what.
_OF_ANY = word_set(
    "the a an of to and be been was were that it by in on for with as at is are this its his her their from"
    " into has have had will would which who s now then also last night yesterday today meeting held full"
    " council councillors councils cabinet committee board panel members executive authority government"
    " unanimously finally formally first after following city borough county district town"
)
LEAST_ALIKE = 4  # words shared by two tellings of one decision
ALIKE = 0.6  # share of the words of the shorter
WITH_SUM = 0.35  # the same, where both name one sum of money
_SUM = re.compile(r"£[\d,.]*\d")
_FIGURE = re.compile(r"\d")
_TOLD = ("a body resolved", "it was resolved", "decision in note form")
_MATTER = (
    r"(?:proposals?|plans?|schemes?|measures?|changes|package|ideas?|move|policy|strategy|recommendations?"
    r"|decision|closures?|cuts|(?:[\d.]+ ?(?:%|per ?cent) )?"
    r"(?:increase|rise|hike|reduction))"
)
_ENDING = (
    r"(?: (?:unanimously|narrowly|overwhelmingly|today|yesterday|last night|on \w+day|by \d[^,.;]*"
    r"|by (?:a )?(?:majority|votes?)[^,.;]*))*"
    r"(?:,? (?:despite|in spite of|following|after|at|with|amid)\b.*)?\W*$"
)
_DECIDED = "|".join(sorted(verb for verb, group in PAST.items() if group in (Group.APPROVE, Group.REFUSE)))
#: The matter just spoken of, and no more: "Members backed the plans overwhelmingly".
_ONLY_THE_MATTER = re.compile(
    rf"(?:.{{0,90}}\b)?(?:{_DECIDED})"
    rf" (?:the|these|those|this|both|all the) {_MATTER}{_ENDING}"
    r"|.{0,120}\bvoted (?:unanimously )?(?:not to|to|against|in favour of)(?: (?:back|support|approve"
    rf"|reject)(?:ing)?)? (?:the|these|those|this) {_MATTER}(?: at this time)?{_ENDING}"
    rf"|(?:[^.;]{{0,90}}, )?(?:[Tt]he|[Tt]hese|[Tt]hose|[Bb]oth|[Tt]his) {_MATTER} (?:was|were|has been"
    r"|have been)"
    rf" (?:then |later |finally |eventually |narrowly |unanimously )?"
    rf"(?:{_DECIDED})"
    rf"{_ENDING}"
)


def told_once(claims: list[Claim]) -> Iterator[Claim]:
    """The claims, each decision that a story tells again counted as a further place of the first telling."""
    decided = [one for one in claims if one.type is Type.DECISION]
    if len(decided) < 2 or not all(_is_told(one) for one in decided):
        yield from claims
        return
    first: dict[int, Claim] = {}
    again: dict[int, list[Place]] = {}
    for one in decided:
        earlier = next((place for place, other in first.items() if _same(other, one)), None)
        if earlier is None:
            first[one.start] = one
        else:
            again.setdefault(earlier, []).append(Place(one.start, one.end))
    for one in claims:
        if one.type is not Type.DECISION:
            yield one
        elif one.start in first:
            yield replace(one, also=(*one.also, *again.get(one.start, ())))


def _is_told(claim: Claim) -> bool:
    return " told " in claim.rule or claim.rule in _TOLD


def _same(first: Claim, later: Claim) -> bool:
    if _ONLY_THE_MATTER.fullmatch(later.quote):
        return first.attributes["verb"] in ("other", later.attributes["verb"])
    if first.attributes != later.attributes:
        return False
    one, two = _things(first.quote), _things(later.quote)
    shared = one & two
    if {w for w in one ^ two if _FIGURE.search(w)} and not _one_within(one, two):
        return False
    sums = set(_SUM.findall(first.quote)) & set(_SUM.findall(later.quote))
    least = max(LEAST_ALIKE, (WITH_SUM if sums else ALIKE) * min(len(one), len(two)))
    return len(shared) >= least


def _one_within(one: set[str], two: set[str]) -> bool:
    """Whether the figures of one telling are all in the other."""
    first, second = ({w for w in words if _FIGURE.search(w)} for words in (one, two))
    return first <= second or second <= first


def _things(quote: str) -> set[str]:
    words = _WORD.findall(quote.lower().replace("\u2019", "'"))
    return {word for word in words if word not in _OF_ANY and word not in FORMS}

"""Totals of those who answered: "40 replied, most (34) of them drivers", "312 responses. 58% agreed"."""

import re

from handback.reading.claims import referring
from handback.reading.claims.figure_stretches import Stretch
from handback.reading.claims.quantities import Quantity, noun_at
from handback.reading.claims.shares import Figure

_ANSWERED = re.compile(
    r" (?:strongly |fully |partly )?(?:(?:dis)?agreed|preferred|supported|opposed|objected|felt|said|thought"
    r"|wanted|favoured|answered|chose|rated|indicated|believed|backed|did not|expressed"
    r"|were (?:in favour|against|satisfied|dissatisfied|supportive|opposed|happy))\b"
)


def by_survey(stretch: Stretch, _index: int, figure: Figure) -> Quantity | None:
    """The number of answers or things counted that a share or count of some of them is of."""
    some = referring.some_of(stretch.words, figure.start)
    if some is not None:
        return _of_some(stretch, figure, some)
    for total in stretch.could_be_of(figure):
        if figure.part is None and _ASKED.search(stretch.words, max(0, total.start - 40), total.start):
            figure.rule, figure.lead = "share of those asked", total.start
            return total
        if figure.part and _in_bracket_of(stretch, total, figure):
            figure.rule, figure.lead = "count in a bracket, of those told", total.start
            return total
    opens = figure.start == stretch.base or stretch.words.endswith((". ", "that "), 0, figure.start)
    if figure.part is not None or not opens or not _ANSWERED.match(stretch.words, figure.end):
        return None
    for total in stretch.could_be_of(figure):
        if total.noun in referring.RESPONDING and total.start not in stretch.taken:
            figure.rule, figure.lead = "share of those asked", total.start
            return total
    return None


#: Who was asked: "in a poll of some 624 boat owners".
_ASKED = re.compile(
    r"\b(?:survey|poll|sample|panel|consultation|questionnaire|study) (?:of|among|amongst|with)"
    r"(?: (?:some|about|around|over|more than|nearly|the|our))* $"
)
_OF_THE = re.compile(
    r"\b(?:most|majority|half|thirds?|quarters?|fifths?|minority) of (?:the |our |all |its |these )?$"
)
_THEIR_NUMBER = re.compile(r" [a-z]+(?: [a-z]+){0,3} [(\[]")


def _in_bracket_of(stretch: Stretch, total: Quantity, figure: Figure) -> bool:
    """Whether a count stands in a bracket behind its total: "a third of the 624 forms (212)"."""
    quantified = _OF_THE.search(stretch.words, max(0, total.start - 40), total.start) is not None
    return quantified and _THEIR_NUMBER.fullmatch(stretch.words, total.end, figure.start) is not None


def _of_some(stretch: Stretch, figure: Figure, some: re.Match[str]) -> Quantity | None:
    noun = noun_at(stretch.words, some.start("thing")) if some["thing"] else ""
    for total in stretch.could_be_of(figure):
        akin = noun == total.noun or {noun, total.noun} <= referring.RESPONDING
        if total.noun and total.start not in stretch.taken and (akin or not noun):
            figure.rule, figure.lead = "count in a bracket, of those told", total.start
            return total
    return None

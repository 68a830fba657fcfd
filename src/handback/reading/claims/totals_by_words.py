"""Totals that words lead back to: "of which", "of them", "Of the 47 ...", the same noun, one row, "(n=210)".

Each function gives the total that a figure refers to, and notes in the figure by which rule, or gives None.
"""

import re
from decimal import Decimal

from handback.reading.claims import referring
from handback.reading.claims.figure_stretches import Stretch
from handback.reading.claims.quantities import Measure, Quantity, noun_at
from handback.reading.claims.shares import Figure
from handback.reading.claims.verb_words import IRREGULAR


def by_words(stretch: Stretch, _index: int, figure: Figure) -> Quantity | None:
    """ "41 appeals, of which 28", "60 boats and 45 of them", "Of these, 12"."""
    after = stretch.words[figure.first.end :]
    refers = referring.SELF.match(after) or referring.SELF.match(stretch.words[figure.end :])
    for total in stretch.could_be_of(figure):
        between = stretch.words[total.end : figure.start]
        clear = not referring.NEW_SENTENCE.search(between) or stretch.crosses(total)
        if not clear or len(between) > referring.NEAR:
            return None
        if stretch.named(total) and (refers or _leads_in(stretch, total, figure)):
            total = _part_meant(stretch, total, figure) if refers else total
            figure.rule, figure.lead = "total referred back to", total.start
            return total
        if stretch.crosses(total) and figure.start - stretch.base < 40 and _goes_back(stretch, figure, total):
            figure.rule, figure.lead = "total referred back to", total.start
            return total
    return None


NEAR_THOSE = 12  # characters: "of those, 77%"


def of_a_share(stretch: Stretch, figure: Figure, total: Quantity) -> bool:
    """Whether "of those" are a part whose number is not told: "Of 42, 31% failed, and of those, 77%"."""
    near = max(0, figure.start - NEAR_THOSE)
    return bool(referring.OF_WHICH.search(stretch.words, near, figure.start)) and any(
        f.part is None and f.percent and f.total is total and total.end <= f.start and f.end <= figure.start
        for f in stretch.figures
    )


def _part_meant(stretch: Stretch, total: Quantity, figure: Figure) -> Quantity:
    """The part where "of them" follows one: "71 of the 604 children were away, 49 of them abroad"."""
    if figure.percent is not None and not stretch.right(figure, total):
        right = [n for n in stretch.could_be_of(figure) if stretch.right(figure, n)]
        if right:
            return right[0]
    told = [f for f in stretch.figures if f.total is total and f.part and f.end <= figure.start]
    if len(told) != 1 or figure.part is None or not stretch.words[: figure.start].endswith(", "):
        return total
    part = told[0].part
    return part if part and figure.part.value <= part.value and total.start > part.start else total


def _goes_back(stretch: Stretch, figure: Figure, total: Quantity) -> bool:
    """Whether the sentence opens by referring to the one before, and not to tell what share that was.

    "Two items were late. These were two requests of members" tells what they were.
    """
    if figure.part is not None and figure.part.value == total.value:
        return False
    opening = referring.BACK.match(stretch.words, stretch.base)
    return bool(opening) and (
        figure.part is not None or not referring.THIS_IS.match(stretch.words, stretch.base)
    )


def _leads_in(stretch: Stretch, total: Quantity, figure: Figure) -> bool:
    """Whether "of which" stands between a total and its parts, and does not hang on a part before."""
    all_found = list(referring.OF_WHICH.finditer(stretch.words, total.end, figure.start))
    found = all_found[-1] if all_found else None
    if found is None or figure.start - found.end() > referring.NEAR_WHICH:
        return False
    if (
        any(n.end + 1 == found.start() for n in stretch.numbers if n is not total)
        or found.start() == total.end + 1
    ):
        return False
    first = not any(found.end() <= n.start < figure.start for n in stretch.numbers)
    return first or stretch.alone(figure) or stretch.same(figure, total)


def by_lead(stretch: Stretch, _index: int, figure: Figure) -> Quantity | None:
    """ "Of the 47 measures, 33 met target": a total that opens its clause."""
    for total in stretch.could_be_of(figure):
        between = stretch.words[total.end : figure.start]
        if referring.NEW_SENTENCE.search(between) or len(between) > referring.NEAR:
            return None
        lead = stretch.leads(total)
        if lead and (
            stretch.alone(figure)
            or figure.percent
            or not stretch.has_part(total)
            or stretch.same(figure, total)
        ):
            figure.rule, figure.lead = "total that opens its clause", lead.start("of")
            return total
    return None


def by_row(stretch: Stretch, index: int, figure: Figure) -> Quantity | None:
    """A further part of the total that is running: "118 (58%) backed it; 66 (33%) were opposed"."""
    total = stretch.running
    if total is None or not index or total is figure.part:
        return None
    if figure.part is not None and figure.part.value > total.value:
        return None
    if figure.part is not None and (figure.part.measure is Measure.MONEY) != (total.measure is Measure.MONEY):
        return None
    if any(n.start > total.start and stretch.leads(n) for n in stretch.could_be_of(figure)):
        return None
    between = stretch.words[stretch.figures[index - 1].end : figure.start]
    crosses = bool(re.search(r"[a-z)]\. (?:[A-Z\d]|$)", between))
    goes_on = crosses and _goes_on(stretch, figure, total)
    if crosses and not (
        goes_on or (figure.part and (stretch.same(figure, total) or stretch.right(figure, total)))
    ):
        return None
    if figure.percent is None and (_is_left_over(stretch, figure) or total.measure is Measure.MONEY):
        return None
    if figure.part is None and stretch.figures[index - 1].total is not total:
        return None
    joined = bool(referring.JOINED.search(stretch.words[max(0, figure.start - 24) : figure.start]))
    if figure.part is None:
        fits = (joined or goes_on) and not _own_base(stretch, figure)
    else:
        alone = stretch.alone(figure) or stretch.same(figure, total)
        fits = (alone or stretch.right(figure, total)) and (joined or figure.percent is not None)
    if not fits or len(between) > referring.NEAR:
        return None
    figure.rule = "further part of a total" if figure.part else _FURTHER_SHARE
    figure.lead = stretch.running_from
    return total


_NEXT_WORD = re.compile(r" (?P<word>[a-z]+)\b")
_FURTHER_SHARE = "further share of a total"
_WHOLE = Decimal("100.5")  # per cent: shares that were rounded


def _goes_on(stretch: Stretch, figure: Figure, total: Quantity) -> bool:
    """Whether a sentence opens with a further share of what the one before shared out: "20% were not"."""
    if figure.part is not None or figure.percent is None or not stretch.words.endswith(". ", 0, figure.start):
        return False
    told = [f for f in stretch.figures if f.total is total and f.percent and f.start < figure.start]
    first = max((at for at, f in enumerate(told) if f.rule != _FURTHER_SHARE), default=0)
    shares = [f.percent.value for f in told[first:] if f.percent]
    told_of = _NEXT_WORD.match(stretch.words, figure.end)
    verb = told_of is not None and (told_of["word"] in IRREGULAR or told_of["word"].endswith("ed"))
    passive = referring.PASSIVE.match(stretch.words[figure.end :]) is not None
    return sum(shares, figure.percent.value) <= _WHOLE and (verb or passive)


def _is_left_over(stretch: Stretch, figure: Figure) -> bool:
    """ "another 13 outstanding": more of something, of which nothing is told."""
    further = referring.FURTHER.search(stretch.words, max(0, figure.start - 10), figure.start)
    return bool(further) and not referring.TELLS.match(stretch.words, figure.end)


def _own_base(stretch: Stretch, figure: Figure) -> bool:
    """Whether a share says what it is of, and that is not what the total counts."""
    found = referring.OF_NOUN.match(stretch.words[figure.end :])
    return bool(found) and noun_at(stretch.words, figure.end + (found.end() - 1 if found else 0)) != (
        stretch.running.noun if stretch.running else ""
    )


OF_ALL = 90  # characters between "Of the total number of" and the part


def by_noun(stretch: Stretch, _index: int, figure: Figure) -> Quantity | None:
    """ "412 responses. 64% of respondents", "40 actions. 32 of the actions": the noun tells the total."""
    place = figure.first.end
    found = referring.OF_NOUN.match(stretch.words[place:])
    of_all = (
        None
        if found
        else referring.OF_ALL.search(stretch.words[: figure.start], max(0, figure.start - OF_ALL))
    )
    at = place + found.end() if found else of_all.start("noun") if of_all else 0
    if not at or not figure.first.exact:
        return _understood(stretch, figure)
    noun = noun_at(stretch.words, at - 1)
    for total in stretch.could_be_of(figure):
        akin = noun == total.noun or (noun in referring.RESPONDING and total.noun in referring.RESPONDING)
        if (
            noun
            and akin
            and total.start not in stretch.taken
            and (figure.part is None or figure.part.value < total.value)
        ):
            figure.rule, figure.lead = "total with the same noun", total.start
            return total
    return None


def _understood(stretch: Stretch, figure: Figure) -> Quantity | None:
    """The noun left out: "five bids were made and three were successful"; "Three were upheld"."""
    if figure.part is None or figure.part.measure is Measure.MONEY or not stretch.alone(figure):
        return None
    found_in = referring.FOUND_IN.search(stretch.words, max(0, figure.start - 80), figure.start)
    if referring.ALL.search(stretch.words, max(0, figure.start - 12), figure.start) or not (
        found_in or referring.PASSIVE.match(stretch.words[figure.end :])
    ):
        return None
    for total in stretch.could_be_of(figure):
        between = stretch.words[total.end : figure.start]
        opens = stretch.base and figure.start - stretch.base < 12 and stretch.crosses(total)
        if referring.ALL.search(stretch.words, max(0, total.start - 12), total.start):
            return None
        if not opens and referring.IN_A_STATE.match(between):
            return None
        if not total.noun or figure.part.value >= total.value or len(between) > referring.NEAR / 2:
            return None
        if opens and referring.THE_REST.search(stretch.words, max(0, figure.start - 15), figure.start):
            return None
        if opens or ((referring.UNDERSTOOD.search(between) or found_in) and "." not in between):
            figure.rule, figure.lead = "noun left out", total.start
            return total
        return None
    return None


def by_base(stretch: Stretch, _index: int, figure: Figure) -> Quantity | None:
    """ "(n=210), 45% were over 65": how many were asked, as tables and surveys say it."""
    for total in stretch.could_be_of(figure):
        if figure.part is None and referring.BASE.search(
            stretch.words, max(0, total.start - 12), total.start
        ):
            figure.rule, figure.lead = "share of those asked", total.start
            return total
    return None

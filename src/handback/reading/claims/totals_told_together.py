"""Totals that stand beside more than one part: behind the last of them, or before a share of what was done.

"closed 5 and opened 2 of our 9 centres", "handled 640 calls and answered 91% within a minute".
"""

import re
from itertools import pairwise

from handback.reading.claims.figure_stretches import Stretch
from handback.reading.claims.quantities import Measure, Quantity, in_a_state
from handback.reading.claims.shares import Figure
from handback.reading.claims.verb_words import IRREGULAR
from handback.reading.words.later import later

#: Between two parts of one total: "5 and opened 2 of the 9", "three good and 5 poor out of 8".
_AND_ANOTHER = re.compile(
    r"(?: (?:is|are|was|were)(?: [a-z]+)?| (?!and\b|or\b)[a-z]+)?,? (?:and|but|while)"
    r" (?P<deed>[a-z]+ )?(?:only |just )?"
)
_BETWEEN = re.compile(r"\b(?:between|from|to|by|at) $", re.I)
#: Between a total and the share of it: "640 calls and answered 91%", "300 vans in the fleet, and 88% have".
_AND_A_SHARE = re.compile(
    r"[^,;:.()\d]{0,50}?(?:,| and|, and|, but| but) (?:(?P<deed>[a-z]+) )?(?:only |just |some |about )?"
)
#: What tells how something moved or was scored, and not what was done with each of those told before.
_NO_DEED = later(
    r"(?:achieved|scored|reached|recorded|raised|gained|attained|saved|spent|rose|fell|grew|increased|decreased"
    r"|reduced|cut|improved|dropped|gave|made|got|took|came|went|stood|hit|won|had|put|set|kept|paid)$"
)
_ANOTHER_BASE = re.compile(
    r"[)\]]? (?:of (?!them\b|these\b|those\b|which\b|whom\b)"
    r"|(?:more|less|fewer|higher|lower|up|down|over|under)\b)"
)
_DOES = re.compile(
    r" (?:have|has|had|are|were|is|was|do|did|met|will|can|could|came|paid|passed|failed|now|[a-z]+ed)\b"
)


def share_back(figures: list[Figure], words: str) -> None:
    """Give a count without a noun the total of the one told next: "upheld 6 and dismissed 14 of the 20"."""
    for one, following in pairwise(figures):
        part, total, other = one.part, following.total, following.part
        if part is None or total is None or other is None or one.total is not None or one.percent is not None:
            continue
        if (
            not total.start > other.start
            or part.noun
            or part.measure is not Measure.COUNT is not total.measure
        ):
            continue
        between = _AND_ANOTHER.fullmatch(words, part.end, other.start)
        told = between and (
            between["deed"] or in_a_state(words, part.end) or between.end() - between.start() > BARE_AND
        )
        if told and part.value + other.value <= total.value and not _BETWEEN.search(words[: part.start]):
            one.total, one.rule, one.end = total, "total told with the part beside it", part.end


BARE_AND = 5  # characters of " and ": two numbers with nothing told of the first are no two parts


def by_deed(stretch: Stretch, _index: int, figure: Figure) -> Quantity | None:
    """ "handled 640 calls and answered 91% within a minute": a share of what was just counted."""
    if figure.part is not None or _ANOTHER_BASE.match(stretch.words, figure.end):
        return None
    total = next(stretch.could_be_of(figure), None)
    if total is None or not total.noun or total.measure is not Measure.COUNT or stretch.crosses(total):
        return None
    between = _AND_A_SHARE.fullmatch(stretch.words, total.end, figure.start)
    if between is None:
        return None
    deed = between["deed"]
    fits = (
        not _NO_DEED.match(deed) and (deed in IRREGULAR or deed.endswith(("ed", "ing")))
        if deed
        else _DOES.match(stretch.words, figure.end)
    )
    if not fits:
        return None
    figure.rule, figure.lead = "share of what was just counted", total.start
    return total

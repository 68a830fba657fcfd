"""How sure a claim is: how often its rule was right on marked documents.

`calibration` holds, for each type and rule, how many claims were right of how many found. A rule that was
seldom met leans on its type, and a type that was seldom met on all types: a rate is drawn towards the wider
one as if that had been seen a few times more (the mean of a beta-binomial). Nothing is ever surer than MOST.
Types that nobody has marked keep the guess of their rules' authors, but no guess is surer than GUESSED: what
nobody measured must not be accepted in a row with what somebody did.

The marked documents are real public pages, each as it was first read, by a reader whose rules had not been
mended on it: what the rules do on documents that were studied says little of others.
"""

from collections.abc import Iterable
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from handback.reading.claims.calibration import MEASURED
from handback.reading.claims.claim import Claim, Type

MOST, LEAST = 0.95, 0.05
STEP = Decimal("0.05")  # finer than this nothing was measured
GUESSED = 0.5  # the most that a rule of a type nobody has marked may say of itself
LEANS_ON_TYPE = 8  # claims that a type's rate counts for beside a rule's own
LEANS_ON_ALL = 20  # claims that the rate of all types counts for beside a type's own

#: Rules that no page held on which rules were counted: each has the rate of its type.
NEVER_MET = {
    "commitment": {"promise by a time", "step of a timetable"},
    "decision": {"verb in capitals"},
    "delegation": set[str](),
    "ratio": {
        "count in a bracket, of those told",
        "further share of a total",
        "row of a table",
        "share of those asked",
        "share of what was just counted",
        "share, part and total",
        "total told with the part beside it",
    },
    "transfer": {"annex amended", "row of a table"},
}

Counts = dict[str, tuple[int, int]]  # by rule: how many were right, of how many found


def confidence(kind: Type, rule: str, guess: float, *, measured: dict[str, Counts] = MEASURED) -> float:
    """How sure a claim of a rule is: 0.05 to 0.95 by 0.05, or, where nothing was measured, the guess."""
    rules = measured.get(kind.value)
    if not rules:
        return min(guess, GUESSED)
    everywhere = _sum(counts for by_rule in measured.values() for counts in by_rule.values())
    of_type = _drawn(_sum(rules.values()), _rate(everywhere), LEANS_ON_ALL)
    own = _drawn(rules.get(rule, (0, 0)), of_type, LEANS_ON_TYPE)
    return min(MOST, max(LEAST, float((Decimal(own) / STEP).quantize(Decimal(1), ROUND_HALF_UP) * STEP)))


def _sum(counts: Iterable[tuple[int, int]]) -> tuple[int, int]:
    right = found = 0
    for one_right, one_found in counts:
        right, found = right + one_right, found + one_found
    return right, found


def _rate(counts: tuple[int, int]) -> float:
    right, found = counts
    return right / found if found else 0.5


def _drawn(counts: tuple[int, int], towards: float, weight: int) -> float:
    """A rate drawn towards a wider one, which counts as `weight` more claims."""
    right, found = counts
    return (right + weight * towards) / (found + weight)


_of_rule = cache(confidence)  # there are as many rules as the grammar has


def calibrated(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims with how sure they are measured to be."""
    return tuple(replace(c, confidence=_of_rule(c.type, c.rule, c.confidence)) for c in claims)

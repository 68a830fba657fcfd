"""Decisions of resolutions: one for each clause that a page resolves; `told` has the others."""

import re
from collections.abc import Iterator
from dataclasses import replace

from handback.reading.claims.claim import Claim, Type
from handback.reading.claims.finding import claim
from handback.reading.claims.outline import Outline
from handback.reading.claims.resolved import Clause
from handback.reading.words.watch import waits

_MINUTES = waits(r"\bminutes\b[^.;]{0,120}\b(?:confirmed|signed|received|be signed)\b", re.I)
_SAYS_SO = re.compile(r"\b(?:resolved|agreed|ordered|approved|accepted)\b", re.I)
_CONFIDENCE = 0.85


def find(found: Outline, clauses: tuple[Clause, ...]) -> Iterator[Claim]:
    """One decision for each clause of a resolution.

    "RESOLVED: (1) That the Harrowmere scheme be adopted; and (2) that it be reviewed." decides twice.
    """
    for clause in clauses:
        if _MINUTES.search(clause.words) and not _SAYS_SO.search(f"{clause.lead} {clause.words}"):
            continue
        yield replace(
            claim(
                found.document,
                Type.DECISION,
                clause.sentence,
                clause.start,
                clause.end,
                rule=clause.rule,
                confidence=_CONFIDENCE,
                verb=clause.group.value,
            ),
            also=clause.also,
        )

"""Short invented passages in the shapes that real documents have, each with the claims that are in it.

The tables stand in `passages/`: words, then a line "= ..." for each claim with its key attributes, cases
parted by "---". A passage without such a line holds no claim of the type. "on 2026-01-12" dates it.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from handback.reading.claims import Claim
from tests.reading.reading_room import claims_in

PASSAGES = Path(__file__).parent / "passages"
KINDS = ("transfer", "commitment", "decision", "delegation", "ratio")


@dataclass(frozen=True)
class Case:
    """A passage and the keys of the claims expected of it."""

    kind: str
    words: str
    dated_on: date | None
    expected: tuple[str, ...]


def cases(kind: str) -> list[Case]:
    """The passages of one type, in the order of their table."""
    return [case_of(kind, block) for block in (PASSAGES / f"{kind}s.txt").read_text().split("\n---\n")]


def case_of(kind: str, block: str) -> Case:
    lines = block.strip("\n").split("\n")
    dated_on = date.fromisoformat(lines.pop(0)[3:]) if lines[0].startswith("on 2") else None
    expected = tuple(line[2:] for line in lines if line.startswith("= "))
    return Case(kind, "\n".join(line for line in lines if not line.startswith("= ")), dated_on, expected)


def keys_found(case: Case) -> list[str]:
    """The keys of the claims that the reader finds, in alphabetical order."""
    return sorted(key_of(c) for c in claims_in(case.words, case.kind, day=case.dated_on))


def key_of(claim: Claim) -> str:
    a = claim.attributes
    if claim.type == "transfer":
        return f"{a['function']} | {a['holder']} | {a['status']}"
    if claim.type == "commitment":
        return f"{a['due_from'] or '-'} {a['due_to'] or '-'}"
    if claim.type == "ratio":
        numbers = (a[name] for name in ("numerator", "denominator", "percent"))
        return " ".join(
            "-" if number is None else f"{Decimal(str(number)).normalize():f}" for number in numbers
        )
    return str(a["verb"] if claim.type == "decision" else a["delegate"])


@pytest.mark.parametrize("case", [c for kind in KINDS for c in cases(kind)], ids=lambda c: c.words[:50])
def test_a_passage_holds_these_claims_and_no_others(case):
    assert keys_found(case) == sorted(case.expected)

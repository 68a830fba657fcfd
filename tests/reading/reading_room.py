"""Short ways to read invented words of the borough of Harrowmere in tests."""

from datetime import date
from pathlib import Path

from handback.reading import read
from handback.reading.claims import Claim, find

FIXTURES = Path(__file__).parent / "fixtures"


def claims_in(words: str, kind: str, *, day: date | None = None) -> tuple[Claim, ...]:
    """The claims of one type in some words."""
    return tuple(c for c in find(read(words.encode(), day=day)) if c.type == kind)


def only_claim(words: str, kind: str, *, day: date | None = None) -> Claim:
    """The one claim of a type in some words."""
    found = claims_in(words, kind, day=day)
    assert len(found) == 1, [c.quote for c in found]
    return found[0]


def claims_of(fixture: str) -> tuple[Claim, ...]:
    """All claims of a fixture."""
    return find(read((FIXTURES / fixture).read_bytes(), name=fixture))

"""Once only: what rules found twice, or a page says twice, is listed from the first place."""

import re
from collections.abc import Iterable
from typing import Any

from handback.reading.claims.claim import Claim, Type

_WORDS = re.compile(r"[a-z0-9£%]+")
_ONE_EACH = (Type.DECISION, Type.DELEGATION)
_SAID_AGAIN = (Type.TRANSFER, Type.RATIO)  # stated again elsewhere, these are evidence again
NEIGHBOURS = 6  # claims of one type that can share words: rules look at one sentence, which holds few things


def once(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims in order of place, without those that say again what another says."""
    kept: list[Claim] = []
    by_type: dict[Type, list[Claim]] = {}
    said: set[tuple[Any, ...]] = set()
    for claim in sorted(claims, key=lambda c: (c.start, -c.confidence, c.end)):
        earlier = by_type.setdefault(claim.type, [])
        if any(_same_place(claim, other) for other in earlier[-NEIGHBOURS:]):
            continue
        key = _said(claim)
        if claim.type not in _SAID_AGAIN and key in said:
            continue
        said.add(key)
        earlier.append(claim)
        kept.append(claim)
    return tuple(kept)


def _same_place(claim: Claim, other: Claim) -> bool:
    if not (claim.start < other.end and other.start < claim.end):
        return False
    if claim.type in _ONE_EACH:
        return True
    return claim.attributes == other.attributes


def _said(claim: Claim) -> tuple[Any, ...]:
    """What makes two claims the same wherever they stand: type, words and attributes."""
    words = " ".join(_WORDS.findall(claim.quote.lower()))
    return (claim.type, words, tuple(str(v) for v in claim.attributes.values()))

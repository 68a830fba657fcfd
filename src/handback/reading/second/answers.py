"""What a model answered, as proposals: types and words, and nothing believed."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from handback.reading.claims.claim import Type
from handback.reading.claims.finding import LONGEST_QUOTE

ASKED_FOR = (Type.DECISION, Type.DELEGATION, Type.COMMITMENT, Type.TRANSFER, Type.RATIO)
LONGEST_ANSWER = 400_000  # characters: a model that does not stop
MOST_PROPOSALS = 400  # for one piece: more than any page of claims holds
_FENCE = re.compile(r"^\s*```[a-z]*\s*|\s*```\s*$")


class NoAnswer(ValueError):
    """What came back is not what was asked for."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing that a model says it found."""

    type: Type
    quote: str
    said: dict[str, Any] = field(default_factory=dict)


def proposals(words: str) -> Iterator[Proposal | None]:
    """Each proposal of an answer, or None for one that is no claim at all. Raises NoAnswer."""
    listed = _listed(words)
    for entry in listed[:MOST_PROPOSALS]:
        yield _proposal(entry)
    yield from [None] * (len(listed) - MOST_PROPOSALS)


def _listed(words: str) -> list[Any]:
    if len(words) > LONGEST_ANSWER:
        raise NoAnswer("The answer is longer than any answer should be.")
    bare = _FENCE.sub("", words)
    start, end = bare.find("{"), bare.rfind("}")
    try:
        answer = json.loads(bare[start : end + 1]) if 0 <= start < end else None
    except (ValueError, RecursionError) as error:
        raise NoAnswer("The answer is not JSON.") from error
    listed = answer.get("claims") if isinstance(answer, dict) else None
    if not isinstance(listed, list):
        raise NoAnswer("The answer has no list of claims.")
    return listed


def _proposal(entry: Any) -> Proposal | None:
    if not isinstance(entry, dict) or not isinstance(entry.get("quote"), str):
        return None
    kind, quote = entry.get("type"), entry["quote"].strip()
    if kind not in [t.value for t in ASKED_FOR] or not 0 < len(quote) <= LONGEST_QUOTE:
        return None
    return Proposal(Type(kind), quote, {k: v for k, v in entry.items() if k not in ("type", "quote")})

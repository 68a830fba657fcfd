"""A claim: what a document is found to say, with its exact words and their place."""

from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any


class Type(StrEnum):
    """The five types of claim."""

    DECISION = "decision"
    DELEGATION = "delegation"
    COMMITMENT = "commitment"
    TRANSFER = "transfer"
    RATIO = "ratio"


@dataclass(frozen=True, slots=True)
class Claim:
    """Words of a document that state something: `document.text[start:end] == quote`, always.

    `rule` names the rule that found it and `confidence` (0 to 1) is how often that rule is right
    as judged by its authors: a person decides.
    """

    type: Type
    quote: str
    start: int
    end: int
    attributes: MappingProxyType[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    rule: str = ""
    confidence: float = 0.5

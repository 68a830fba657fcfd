"""A claim: what a document is found to say, with its exact words and their place."""

from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any


class Type(StrEnum):
    """The types of claim: five that move the record, and what is read beside them."""

    DECISION = "decision"
    DELEGATION = "delegation"
    COMMITMENT = "commitment"
    TRANSFER = "transfer"
    RATIO = "ratio"
    MEETING = "meeting"  # body, held_on, attendance
    POST = "post"  # a person named with a role
    REFERENCE = "reference"  # a document referred to
    MONEY = "money"  # a sum approved
    FIELD = "field"  # a labelled field of a decision's page
    CONFLICT = "conflict"  # a field that contradicts the text, or another field


@dataclass(frozen=True, slots=True)
class Place:
    """Characters `start` up to, but not including, `end` of a document's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Claim:
    """Words of a document that state something: `document.text[start:end] == quote`, always.

    `also` are further places where the document says the same. `rule` names the rule that found it;
    `confidence` (0 to 1) is how often claims of that rule were right where that was measured, and its
    authors' guess where it was not (see `confidence`): a person decides. `found_by` names the readers that
    found it.
    """

    type: Type
    quote: str
    start: int
    end: int
    attributes: MappingProxyType[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    rule: str = ""
    confidence: float = 0.5
    also: tuple[Place, ...] = ()
    found_by: tuple[str, ...] = ("grammar",)

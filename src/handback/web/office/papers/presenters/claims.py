"""Claims in plain words: what each says, how it was found, and what a person made of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from handback.web.shared import words

if TYPE_CHECKING:
    from handback.records.documents.models import Claim

TYPES = {
    "decision": "Decision",
    "delegation": "Delegation",
    "commitment": "Commitment",
    "transfer": "Transfer",
    "ratio": "Ratio",
}
VERBS = {
    "approve": "approves",
    "note": "notes",
    "recommend": "recommends to another body",
    "delegate": "gives authority",
    "defer": "puts off",
    "refuse": "refuses",
    "appoint": "appoints",
    "other": "decides something else",
}
HOLDERS = {"council": "the council", "commissioners": "the commissioners", "other": "somebody else"}
STATUSES = {"in_force": "in force", "proposed": "proposed", "retained": "stays where it is"}
STATES = {
    "proposed": ("Waiting for a person", "waiting"),
    "accepted": ("Accepted", "good"),
    "amended": ("Accepted with changes", "good"),
    "rejected": ("Rejected", "quiet"),
}
SURE = ((0.9, "very sure"), (0.75, "fairly sure"), (0.6, "less sure"), (0.0, "unsure"))

Said = dict[str, Any]


@dataclass(frozen=True)
class ClaimShown:
    """A claim with its number in its document, counted from 1 in the order of places."""

    row: "Claim"
    number: int

    @property
    def type(self) -> str:
        """The type's word."""
        return TYPES.get(self.row.type, self.row.type.capitalize())

    @property
    def label(self) -> str:
        """Decision 3."""
        return f"{self.type} {self.number}"

    @property
    def state(self) -> str:
        """What a person made of it, in words."""
        return STATES[self.row.state][0]

    @property
    def tag(self) -> str:
        """The kind of tag that the state's words stand in."""
        return STATES[self.row.state][1]

    @property
    def waits(self) -> bool:
        """Whether nobody has judged it yet."""
        return self.row.state == "proposed"

    @cached_property
    def says(self) -> list[str]:
        """Its attributes as a person put them right, or else as they were read."""
        return plain_words(
            self.row.type, self.row.attributes if self.row.amended is None else self.row.amended
        )

    @cached_property
    def said_first(self) -> list[str]:
        """Its attributes as they were read, where a person changed them."""
        return [] if self.row.amended is None else plain_words(self.row.type, self.row.attributes)

    @property
    def how_sure(self) -> str:
        """How often the rule that found it is right."""
        sure = next(word for least, word in SURE if self.row.confidence >= least)
        return f"{sure} ({words.percent(self.row.confidence)})"


def plain_words(kind: str, said: Said) -> list[str]:
    """A claim's attributes as short phrases."""
    tell = _TELLERS.get(kind)
    return [phrase for phrase in tell(said) if phrase] if tell else []


def _day(text: Any) -> str:
    try:
        return words.day(date.fromisoformat(str(text)))
    except ValueError:
        return str(text)


def _decision(said: Said) -> list[str]:
    return [VERBS.get(str(said.get("verb")), str(said.get("verb") or ""))]


def _delegation(said: Said) -> list[str]:
    heard = [str(name) for name in said.get("consultees") or ()]
    return [
        f"who may act: {said.get('delegate') or 'not said'}",
        f"after hearing: {words.sentence_list(heard)}" if heard else "",
    ]


def _commitment(said: Said) -> list[str]:
    return [
        _due(said.get("due_from"), said.get("due_to")),
        f"owner: {said.get('owner') or 'nobody is named'}",
    ]


def _due(first: Any, last: Any) -> str:
    if first and last:
        return f"due on {_day(last)}" if first == last else f"due between {_day(first)} and {_day(last)}"
    if last:
        return f"due by {_day(last)}"
    return f"due from {_day(first)}" if first else "no time is stated"


def _transfer(said: Said) -> list[str]:
    effective = said.get("effective")
    return [
        f"function: {said.get('function') or 'not said'}",
        f"holder: {HOLDERS.get(str(said.get('holder')), 'not said')}",
        STATUSES.get(str(said.get("status")), ""),
        f"from {_day(effective)}" if effective else "no day is stated",
    ]


def _ratio(said: Said) -> list[str]:
    part, whole, share = said.get("numerator"), said.get("denominator"), said.get("percent")
    holds = said.get("holds")
    agrees = "" if holds is None else "the figures agree" if holds else "the figures do not agree"
    return [
        f"{_number(part)} of {_number(whole)}" if part is not None and whole is not None else "",
        f"{_number(part)} of a total that is not given" if part is not None and whole is None else "",
        f"out of {_number(whole)}" if part is None and whole is not None else "",
        f"{_number(share)}%" if share is not None else "",
        agrees or "only two of the three numbers are given, so they cannot be compared",
    ]


def _number(value: Any) -> str:
    return f"{value:,}" if isinstance(value, int | float) else str(value)


_TELLERS: dict[str, Callable[[Said], list[str]]] = {
    "decision": _decision,
    "delegation": _delegation,
    "commitment": _commitment,
    "transfer": _transfer,
    "ratio": _ratio,
}

"""Claims in plain words: what each says, how it was found, and what a person made of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any

from handback.core.figures import places_of, share
from handback.web.shared import words

if TYPE_CHECKING:
    from handback.records.documents.models import Claim

TYPES = {
    "decision": "Decision",
    "delegation": "Delegation",
    "commitment": "Commitment",
    "transfer": "Transfer",
    "ratio": "Figure",
    "meeting": "Meeting",
    "post": "Person in a post",
    "reference": "Document referred to",
    "money": "Sum of money",
    "field": "Labelled field",
    "conflict": "Conflict",
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
    "withdrawn": ("No longer read in the document", "quiet"),
}
READERS = {"grammar": "grammar"}  # Handback's own rules
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
    def seal(self) -> str:
        """Its key, and the event that last wrote it: who judges it judges it as it is shown."""
        return f"{self.row.pk}-{self.row.event_id}"

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
    def amiss(self) -> bool:
        """Whether it is a figure that does not hold, or a conflict."""
        return bool(self.row.amiss)

    @property
    def readers(self) -> str:
        """Who found it, where that is more than Handback's own rules."""
        found_by = [str(name) for name in self.row.found_by or ()]
        if not set(found_by) - set(READERS):
            return ""
        return words.sentence_list([READERS.get(name, name) for name in found_by])

    @property
    def how_sure(self) -> str:
        """How often the rule that found it is right."""
        sure = next(word for least, word in SURE if self.row.confidence >= least)
        return f"{sure} ({words.percent(self.row.confidence)})"


def plain_words(kind: str, said: Said) -> list[str]:
    """A claim's attributes as short phrases; those that nobody has words for, by their names."""
    tell, known = _TELLERS.get(kind, (_nothing, frozenset()))
    rest = {name: value for name, value in said.items() if name not in known}
    return [phrase for phrase in [*tell(said), *_by_name(rest)] if phrase]


def _nothing(_said: Said) -> list[str]:
    return []


def _by_name(said: Said) -> list[str]:
    """status: closed; for whatever a reader has to say."""
    told = {name.replace("_", " "): _plainly(value) for name, value in said.items()}
    return [f"{name}: {value}" for name, value in told.items() if value]


def _plainly(value: Any) -> str:
    if value is None or value == "" or value == [] or value == {}:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return words.sentence_list([_plainly(each) for each in value])
    if isinstance(value, dict):
        return ", ".join(_by_name(value))
    if isinstance(value, str) and len(value) == len("2026-01-01"):
        return _day(value)
    return _number(value)


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
    now = said.get("due_from"), said.get("due_to")
    first = said.get("first_due_from"), said.get("first_due_to")
    return [
        _due(*now),
        f"first {_due(*first)}" if any(first) and first != now else "",
        f"owner: {said.get('owner') or 'nobody is named'}",
    ]


def _due(first: Any, last: Any) -> str:
    return words.due(*("" if day is None else _day(day) for day in (first or None, last or None)))


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
    return [
        f"{_number(part)} of {_number(whole)}" if part is not None and whole is not None else "",
        f"{_number(part)} of a total that is not given" if part is not None and whole is None else "",
        f"out of {_number(whole)}" if part is None and whole is not None else "",
        f"{_number(share)}%" if share is not None else "",
        _agrees(said),
    ]


def _agrees(said: Said) -> str:
    """Whether the figures agree, with the arithmetic where they do not."""
    holds = said.get("holds")
    if holds is None:
        return "only two of the three numbers are given, so they cannot be compared"
    if holds:
        return "the figures agree"
    return "; ".join(filter(None, ["the figures do not agree", arithmetic(said)]))


def arithmetic(said: Said) -> str:
    """11 of 36 is 30.6%, stated 30%: as the reader worked it out, or else worked out here."""
    if said.get("arithmetic"):
        return str(said["arithmetic"])
    part, whole, stated = (said.get(name) for name in ("numerator", "denominator", "percent"))
    try:
        places = max(places_of(Decimal(str(stated))), 1)
        exact = share(Decimal(str(part)), of=Decimal(str(whole)), places=places)
    except (ArithmeticError, ValueError):
        return ""
    return f"{_number(part)} of {_number(whole)} is {exact}%, stated {_number(stated)}%"


def _meeting(said: Said) -> list[str]:
    held = said.get("held_on")
    return [
        str(said.get("body") or ""),
        f"held on {_day(held)}" if held else "no day is stated",
        "cancelled" if said.get("cancelled") else "",
        *_attendance(said),
    ]


def _attendance(said: Said) -> list[str]:
    """apologies: Councillor Marsh; present: Councillor Lamb (in the chair) and Councillor Quay."""
    by_presence: dict[str, list[str]] = {}
    named = said.get("attendance")
    for who in named if isinstance(named, list) else ():
        if not isinstance(who, dict):
            continue
        told = f"{who.get('name')} ({who['role']})" if who.get("role") else str(who.get("name"))
        by_presence.setdefault(str(who.get("presence") or "named"), []).append(told)
    return [f"{presence}: {words.sentence_list(names)}" for presence, names in by_presence.items()]


def _post(said: Said) -> list[str]:
    holds = ": ".join(filter(None, [str(said.get("name") or ""), str(said.get("role") or "")]))
    return [holds, str(said.get("body") or ""), str(said.get("standing") or "")]


def _money(said: Said) -> list[str]:
    amount, purpose = said.get("amount"), said.get("purpose")
    return [f"£{_number(amount)}" if amount is not None else "", f"for: {purpose}" if purpose else ""]


def _reference(said: Said) -> list[str]:
    return [str(said.get("title") or "")]


def _field(said: Said) -> list[str]:
    return [f"{str(said.get('name') or 'label').replace('_', ' ')}: {_plainly(said.get('value'))}"]


def _conflict(_said: Said) -> list[str]:
    return ["two parts of the document do not agree: neither is chosen"]


def _number(value: Any) -> str:
    return f"{value:,}" if isinstance(value, int | float) else str(value)


_COMMITMENT = frozenset({"due_from", "due_to", "first_due_from", "first_due_to", "owner"})
_TELLERS: dict[str, tuple[Callable[[Said], list[str]], frozenset[str]]] = {
    "decision": (_decision, frozenset({"verb"})),
    "delegation": (_delegation, frozenset({"delegate", "consultees"})),
    "commitment": (_commitment, _COMMITMENT),
    "transfer": (_transfer, frozenset({"function", "holder", "status", "effective"})),
    "ratio": (_ratio, frozenset({"numerator", "denominator", "percent", "holds", "arithmetic"})),
    "meeting": (_meeting, frozenset({"body", "held_on", "cancelled", "attendance"})),
    "post": (_post, frozenset({"name", "role", "body", "standing"})),
    "money": (_money, frozenset({"amount", "purpose"})),
    "reference": (_reference, frozenset({"title"})),
    "field": (_field, frozenset({"name", "value"})),
    "conflict": (_conflict, frozenset()),
}

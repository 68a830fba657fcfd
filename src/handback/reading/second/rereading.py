"""What a quotation says, read again by our own grammar. Of what the model said, only the words count.

Where the grammar itself makes a claim of the same type over the same words, that claim stands. Else the words
are read in the light of the type proposed: a decision as a clause under "RESOLVED", a commitment by the times
that its sentence states, a ratio by its quantities, a delegation and a transfer by names that stand there.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from types import MappingProxyType
from typing import Any

from handback.core.figures import holds
from handback.core.periods import ONE_DAY
from handback.reading.claims import find
from handback.reading.claims.claim import Claim, Type
from handback.reading.claims.offices import name_at
from handback.reading.claims.quantities import Quantity, quantities
from handback.reading.document import Document
from handback.reading.formats import read
from handback.reading.second.answers import Proposal
from handback.reading.words.dates import stated_times
from handback.reading.words.sentences import PLAIN, sentence
from handback.reading.words.years import Calendar

CONFIDENCE = 0.5  # of what only a model found: nothing is known of models in general
HOLDERS = {
    "council": ("council", "authority", "member", "cabinet", "borough", "local", "mayor", "executive"),
    "commissioners": ("commissioner",),
    "other": ("trust", "council", "authority", "company", "partner", "board"),
}
STATUSES = ("in_force", "proposed", "retained")
Attributes = dict[str, Any]


@dataclass(frozen=True)
class Plain:
    """A document with its text in plain letters and the days it speaks of, each worked out once for all."""

    document: Document

    @cached_property
    def text(self) -> str:
        """The whole text, every letter in its place."""
        return self.document.text.translate(PLAIN)

    @cached_property
    def calendar(self) -> Calendar:
        """What dates without a year lean on."""
        return Calendar(self.text, self.document.dated_on)


def reread(
    plain: Plain, proposal: Proposal, place: tuple[int, int], *, grammar: Iterable[Claim], model: str
) -> Claim | None:
    """The claim that the quoted words bear, as our grammar reads them; None where it reads none."""
    for claim in grammar:
        if claim.type is proposal.type and claim.start < place[1] and place[0] < claim.end:
            return _with(claim, model)
    attributes = _READ[proposal.type](plain, place, proposal.said)
    if attributes is None:
        return None
    start, end = place
    return Claim(
        proposal.type,
        plain.document.text[start:end],
        start,
        end,
        MappingProxyType(attributes),
        "second reader",
        CONFIDENCE,
        found_by=(model,),
    )


def _with(claim: Claim, model: str) -> Claim:
    return replace(claim, found_by=tuple(dict.fromkeys((*claim.found_by, model))))


def _decision(plain: Plain, place: tuple[int, int], _said: Attributes) -> Attributes | None:
    """The verb of the words as a clause under "RESOLVED"."""
    clause = " ".join(plain.document.text[place[0] : place[1]].split())
    found = [c for c in find(read(f"RESOLVED:\n\n(1) {clause}.".encode())) if c.type is Type.DECISION]
    return {"verb": found[0].attributes["verb"]} if found else None


def _commitment(plain: Plain, place: tuple[int, int], said: Attributes) -> Attributes | None:
    """The time that the sentence states; an owner only where the words name it."""
    times = [time for time in stated_times(sentence(plain.text, *place), plain.calendar) if time.known]
    window = times[0].window if times else None
    owner = said.get("owner")
    return {
        "due_from": _iso(window.first if window else None),
        "due_to": _iso(window.until - ONE_DAY if window and window.until else None),
        "owner": owner if isinstance(owner, str) and _stands(owner, plain, place) else None,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _delegation(plain: Plain, place: tuple[int, int], said: Attributes) -> Attributes | None:
    """The office that stands where the model saw one; consultees that stand there too."""
    words = plain.text[place[0] : place[1]]
    asked = said.get("delegate")
    at = words.find(asked) if isinstance(asked, str) and asked.strip() else -1
    name = name_at(words, at) if at >= 0 else ""
    if not name:
        return None
    heard = said.get("consultees")
    listed = heard if isinstance(heard, list) else []
    return {
        "delegate": name,
        "consultees": [c for c in listed if isinstance(c, str) and _stands(c, plain, place)],
    }


def _transfer(plain: Plain, place: tuple[int, int], said: Attributes) -> Attributes | None:
    """The function that stands there, with a holder of whom the words speak."""
    function, holder, status = said.get("function"), said.get("holder"), said.get("status")
    if not isinstance(function, str) or not _stands(function, plain, place):
        return None
    words = plain.document.text[place[0] : place[1]].lower()
    if holder not in HOLDERS or status not in STATUSES or not any(w in words for w in HOLDERS[holder]):
        return None
    return {"function": function, "holder": holder, "status": status, "effective": None}


def _ratio(plain: Plain, place: tuple[int, int], said: Attributes) -> Attributes | None:
    """Numbers that our grammar reads in the words; whether they agree is computed."""
    counts, shares = _numbers(quantities(sentence(plain.text, *place)))
    numerator, denominator = (_among(counts, said.get(name)) for name in ("numerator", "denominator"))
    percent = _among(shares, said.get("percent"))
    if sum(number is not None for number in (numerator, denominator, percent)) < 2:
        return None
    agrees = holds(numerator=numerator, denominator=denominator, percent=percent)
    return {
        "numerator": _number(numerator),
        "denominator": _number(denominator),
        "percent": _number(percent),
        "holds": agrees,
    }


def _numbers(found: Iterable[Quantity]) -> tuple[list[Decimal], list[Decimal]]:
    return [q.value for q in found if not q.share], [q.value for q in found if q.share]


def _among(there: list[Decimal], said: Any) -> Decimal | None:
    """The number as the words have it, where the model named one of them."""
    if not isinstance(said, int | float) or isinstance(said, bool):
        return None
    return next((number for number in there if float(number) == said), None)


def _number(number: Decimal | None) -> int | float | None:
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)


def _stands(words: str, plain: Plain, place: tuple[int, int]) -> bool:
    there = " ".join(plain.document.text[place[0] : place[1]].split()).lower()
    return bool(words.strip()) and " ".join(words.split()).lower() in there


_READ: dict[Type, Callable[[Plain, tuple[int, int], Attributes], Attributes | None]] = {
    Type.DECISION: _decision,
    Type.COMMITMENT: _commitment,
    Type.DELEGATION: _delegation,
    Type.TRANSFER: _transfer,
    Type.RATIO: _ratio,
}

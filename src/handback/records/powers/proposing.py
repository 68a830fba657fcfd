"""What a claim suggests for a draft: a start that a person completes, never more than the words say."""

from typing import Any

from handback.records.documents.models import Claim
from handback.records.people.models import Authority
from handback.records.powers import queries
from handback.records.powers.models import DraftKind, Function

EVENT_KIND = {"transfer": "minded to", "commitment": "other", "decision": "other"}
LEAST_SHARED = 0.6  # of the words of a claim's function that must stand in a function's name


def proposed_values(claim: Claim, *, kind: DraftKind) -> dict[str, Any]:
    """The entry of a record file that a claim suggests, with what it does not say left out."""
    said = claim.amended if claim.amended is not None else claim.attributes
    sources = [source_of(claim)]
    if kind is DraftKind.INSTRUMENT:
        return _instrument(claim, said) | {"sources": sources}
    if kind is DraftKind.APPOINTMENT:
        return {
            "note": claim.quote,
            "capacity": "commissioner",
            "first": None,
            "last": None,
            "sources": sources,
        }
    due = said.get("due_to") or said.get("due_from") or said.get("effective")
    dated = {"on": due} if due else {}
    return {"kind": EVENT_KIND.get(claim.type, "other"), "text": claim.quote, "sources": sources} | dated


def source_of(claim: Claim) -> str:
    """Where a claim's document can be found: its address, or the hash under which it is kept."""
    return claim.document.address or f"urn:sha256:{claim.document.original_id}"


def _instrument(claim: Claim, said: dict[str, Any]) -> dict[str, Any]:
    authority = claim.document.authority
    effective = said.get("effective")
    day = {"in_force_on": effective} if effective else {}
    found = matching_function(authority, str(said.get("function", "")))
    holder = said.get("holder")
    move = {
        "scope": {"functions": [found.code]} if found else {},
        **({"holder": holder} if holder in ("council", "commissioners") else {}),
    }
    return {"code": next_code(authority), "kind": "directions", "moves": [move], **day}


def matching_function(authority: Authority, words: str) -> Function | None:
    """The one function whose name shares the most words with `words`, if it shares enough and is alone."""
    wanted = _words(words)
    scored = [(len(wanted & _words(row.name)), row) for row in queries.functions(authority)]
    best = max((score for score, _ in scored), default=0)
    first = [row for score, row in scored if score == best]
    enough = bool(wanted) and best / len(wanted) >= LEAST_SHARED
    return first[0] if enough and len(first) == 1 else None


def _words(text: str) -> set[str]:
    letters = "".join(letter.lower() if letter.isalnum() else " " for letter in text)
    return {
        word for word in letters.split() if len(word) > 2 and word not in {"and", "the", "for", "services"}
    }


def next_code(authority: Authority) -> str:
    """A code for the next instrument that nothing uses yet: I08 after I07."""
    used = set(queries.instruments(authority).values_list("code", flat=True))
    return next(code for n in range(1, len(used) + 2) if (code := f"I{n:02}") not in used)

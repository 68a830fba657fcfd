"""What a claim suggests for a draft: a start that a person completes, never more than the words say."""

from collections.abc import Iterable
from typing import Any

from handback.records.documents.models import Claim
from handback.records.people.models import Authority
from handback.records.powers import queries
from handback.records.powers.models import DraftKind, Function
from handback.records.powers.naming import best_named

EVENT_KIND = {"transfer": "minded to", "commitment": "other", "decision": "other"}
EVERYTHING = {"all functions", "all executive functions", "all other functions", "everything", "all"}

Values = dict[str, Any]


def proposed_values(claim: Claim, *, kind: DraftKind) -> Values:
    """The entry of a record file that a claim suggests, with what it does not say left out."""
    said = claim.amended if claim.amended is not None else claim.attributes
    sources = [source_of(claim)]
    if kind is DraftKind.INSTRUMENT:
        return _instrument(claim, said) | {"sources": sources}
    if kind is DraftKind.APPOINTMENT:
        return {"note": claim.quote, "capacity": "commissioner", "sources": sources}
    due = said.get("due_to") or said.get("due_from") or said.get("effective")
    dated = {"on": due} if due else {}
    return {"kind": EVENT_KIND.get(claim.type, "other"), "text": claim.quote, "sources": sources} | dated


def supported_values(claim: Claim, *, kind: DraftKind, values: Values) -> Values:
    """The values of a draft that a further claim supports: its source, and for an instrument what it moves.

    Two claims that give functions to one holder make one move of both.
    """
    offered = proposed_values(claim, kind=kind)
    sources = list(dict.fromkeys([*values.get("sources", []), *offered["sources"]]))
    if kind is not DraftKind.INSTRUMENT:
        return {**values, "sources": sources}
    moves = _joined([*values.get("moves", []), *offered.get("moves", [])])
    return {**offered, **values, "moves": moves, "sources": sources}


def _joined(moves: Iterable[Values]) -> list[Values]:
    found: list[Values] = []
    for move in moves:
        same = next((other for other in found if _differ_by_functions(other, move)), None)
        if same is None:
            found.append(dict(move))
        else:
            named = [*same["scope"]["functions"], *move["scope"]["functions"]]
            same["scope"] = {**same["scope"], "functions": list(dict.fromkeys(named))}
    return found


def _differ_by_functions(one: Values, other: Values) -> bool:
    """Whether two moves say the same of different functions, by name and without exceptions."""
    rest = [{name: said for name, said in move.items() if name != "scope"} for move in (one, other)]
    return rest[0] == rest[1] and all(set(move.get("scope", {})) == {"functions"} for move in (one, other))


def source_of(claim: Claim) -> str:
    """Where a claim's document can be found: its address, or the hash under which it is kept."""
    return claim.document.address or f"urn:sha256:{claim.document.original_id}"


def _instrument(claim: Claim, said: Values) -> Values:
    authority = claim.document.authority
    effective = said.get("effective")
    day = {"in_force_on": effective} if effective else {}
    words = str(said.get("function") or "")
    holder = said.get("holder")
    move = {
        "scope": _scope(authority, words),
        **({"holder": holder} if holder in ("council", "commissioners") else {}),
    }
    return {"code": next_code(authority), "kind": "directions", "moves": [move], **day}


def _scope(authority: Authority, words: str) -> Values:
    if words.lower().strip() in EVERYTHING:
        return {"all_executive": True}
    found = matching_function(authority, words)
    return {"functions": [found.code]} if found else {}


def matching_function(authority: Authority, words: str) -> Function | None:
    """The one function whose name shares the most words with `words`, if it shares enough and is alone."""
    rows = {row.code: row for row in queries.functions(authority)}
    code = best_named(words, {code: row.name for code, row in rows.items()})
    return rows[code] if code else None


def next_code(authority: Authority) -> str:
    """A code for the next instrument that nothing uses yet: I08 after I07."""
    used = set(queries.instruments(authority).values_list("code", flat=True))
    used |= {draft.values.get("code", "") for draft in queries.waiting_drafts(authority)}
    return next(code for n in range(1, len(used) + 2) if (code := f"I{n:02}") not in used)

"""What a record file states, as the columns of the record's tables."""

from typing import Any

from handback.core.citations import Source
from handback.core.periods import ONE_DAY
from handback.core.powers.instruments import Move, Revocation, Scope
from handback.records.powers.recordfile import values

Columns = dict[str, Any]


def sources(entries: tuple[Source, ...]) -> list[dict[str, str]]:
    """Sources as they are kept: address, and title and section where given."""
    return [
        {
            key: text
            for key, text in (("address", s.address), ("title", s.title), ("section", s.section))
            if text
        }
        for s in entries
    ]


def of_function(entry: values.FunctionEntry, labels: dict[str, str], position: int) -> Columns:
    """The columns of a function."""
    function = entry.function
    return {
        "name": function.name,
        "kind": function.kind.value,
        "group": function.group,
        "group_label": labels.get(function.group, function.group),
        "parent": function.parent or "",
        "split_on": function.split_on,
        "position": position,
        "note": entry.note,
        "sources": sources(entry.sources),
    }


def scope(value: Scope) -> Columns:
    """A scope as it is kept in JSON."""
    return {"reach": value.reach.value, "named": list(value.named), "exceptions": sorted(value.exceptions)}


def _revocation(value: Revocation) -> Columns:
    return {
        "instrument": value.instrument,
        "scope": scope(value.scope) if value.scope else None,
        "on": value.on.isoformat() if value.on else None,
    }


def of_instrument(entry: values.InstrumentEntry) -> Columns:
    """The columns of an instrument."""
    instrument = entry.instrument
    return {
        "title": instrument.title,
        "kind": instrument.kind.value,
        "made_on": instrument.made_on,
        "in_force_on": instrument.in_force_on,
        "expires_on": instrument.expires_on,
        "makers": list(entry.makers),
        "legal_bases": [{"words": b.words, "provision": b.provision} for b in entry.legal_bases],
        "amends": list(instrument.amends),
        "revokes": [_revocation(value) for value in instrument.revokes],
        "extends": [
            {
                "instrument": value.instrument,
                "expires_on": value.expires_on.isoformat() if value.expires_on else None,
            }
            for value in instrument.extends
        ],
        "conditions": [
            {"text": c.text, "due_on": c.due_on.isoformat() if c.due_on else None} for c in entry.conditions
        ],
        "also": list(entry.also),
        "note": entry.note,
        "sources": sources(entry.sources),
    }


def of_move(move: Move, position: int) -> Columns:
    """The columns of a move; its parties are given by code, under `holder` and `overseer`."""
    return {
        "position": position,
        **scope(move.scope),
        "holder": move.holder.code if move.holder else None,
        "oversight": move.oversight.value if move.oversight else "",
        "overseer": move.overseer.code if move.overseer else None,
        "terms": move.terms,
        "on": move.on,
        "inferred": move.inferred,
    }


def of_proposal(entry: values.ProposalEntry) -> Columns:
    """The columns of a proposal."""
    closes = entry.closes_on.isoformat() if entry.closes_on else ""
    if closes and entry.closes_time:
        closes += f"T{entry.closes_time:%H:%M}"
    sets = {name: getattr(entry, name) for name in ("recommended", "proposed", "directed")}
    return {
        "recommended_on": [{"on": d.on.isoformat(), "inferred": d.inferred} for d in entry.recommended_on],
        "minded_to_on": entry.minded_to_on,
        "window": entry.window_words,
        "opens_on": entry.opens_on,
        "closes_at": closes,
        "closes_inferred": entry.closes_inferred,
        "decided_on": entry.decided_on,
        "instrument": entry.instrument or "",
        **{name: None if codes is None else sorted(codes) for name, codes in sets.items()},
        "note": entry.note,
        "sources": sources(entry.sources),
    }


def of_event(entry: values.EventEntry) -> Columns:
    """The columns of an event."""
    return {
        "on": entry.on,
        "last": entry.last,
        "kind": entry.kind.value,
        "text": entry.text,
        "inferred": entry.inferred,
        "instrument": entry.instrument or "",
        "proposal": entry.proposal or "",
        "sources": sources(entry.sources),
    }


def of_delegation(entry: values.DelegationEntry) -> Columns:
    """The columns of a delegation; who gives it is a party's code, under `given_by`."""
    return {
        "given_by": entry.given_by,
        "delegate": entry.delegate,
        "capacity": entry.capacity.value,
        "functions": list(entry.functions),
        "first": entry.period.first,
        "until": entry.period.until,
        "consultees": list(entry.consultees),
        "terms": entry.terms,
        "inferred": entry.inferred,
        "sources": sources(entry.sources),
    }


def of_appointment(entry: values.AppointmentEntry) -> Columns:
    """The columns of an appointment."""
    until = entry.last + ONE_DAY if entry.last else None
    return {
        "name": entry.person,
        "role": entry.role,
        "capacity": entry.capacity.value,
        "first": entry.first,
        "until": until,
        "first_inferred": entry.first_inferred,
        "until_inferred": entry.last_inferred,
        "portfolio": sorted(entry.portfolio),
        "portfolio_words": entry.portfolio_words,
        "note": entry.note,
        "sources": sources(entry.sources),
    }

"""A record as a record file: the form in which it is published, and in which another council can load it."""

from datetime import date
from typing import Any

from handback.core.powers import Move, Reach, Revocation, Scope
from handback.records.powers.recordfile import values

FORMAT = "handback-record/1"
Entry = dict[str, Any]


def as_json(record: values.RecordFile) -> Entry:
    """The record in the form of `docs/reference/record-file.md`; reading it again gives the same record."""
    return {
        "format": FORMAT,
        "compiled_on": record.compiled_on.isoformat(),
        "authority": _authority(record.authority),
        "groups": {group.code: group.label for group in record.groups},
        "parties": [_party(entry) for entry in record.parties],
        "functions": [_function(entry) for entry in record.functions],
        "appointments": [_appointment(entry) for entry in record.appointments],
        "instruments": [_instrument(entry) for entry in record.instruments],
        "proposals": [_proposal(entry) for entry in record.proposals],
        "events": [_event(entry) for entry in record.events],
        "delegations": [_delegation(entry) for entry in record.delegations],
    }


def said(**fields: Any) -> Entry:
    """Fields that say something: empty texts, lists and None are left out, days become ISO text."""
    kept = {name: value for name, value in fields.items() if value not in ("", None, [])}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in kept.items()}


def _addresses(sources: values.Sources) -> list[str]:
    return [source.address for source in sources]


def _authority(entry: values.AuthorityEntry) -> Entry:
    stated = said(slug=entry.slug, name=entry.name, gss=entry.gss, gss_as_of=entry.gss_as_of, note=entry.note)
    return stated | {"demonstration": entry.demonstration}


def _party(entry: values.PartyEntry) -> Entry:
    party = entry.party
    return said(code=party.code, kind=party.kind.value, name=party.name, person=entry.person, note=entry.note)


def _function(entry: values.FunctionEntry) -> Entry:
    function = entry.function
    return said(
        code=function.code,
        name=function.name,
        group=function.group,
        kind=function.kind.value,
        parent=function.parent,
        split_on=function.split_on,
        note=entry.note,
        sources=_addresses(entry.sources),
    )


def _appointment(entry: values.AppointmentEntry) -> Entry:
    stated = said(
        person=entry.person,
        role=entry.role,
        capacity=entry.capacity.value,
        first_inferred=entry.first_inferred,
        last_inferred=entry.last_inferred,
        portfolio=sorted(entry.portfolio),
        portfolio_words=entry.portfolio_words,
        note=entry.note,
        sources=_addresses(entry.sources),
    )
    return stated | {
        "first": entry.first.isoformat() if entry.first else None,
        "last": entry.last.isoformat() if entry.last else None,
    }


def _instrument(entry: values.InstrumentEntry) -> Entry:
    instrument = entry.instrument
    return said(
        code=instrument.code,
        title=instrument.title,
        kind=instrument.kind.value,
        made_on=instrument.made_on,
        in_force_on=instrument.in_force_on,
        expires_on=instrument.expires_on,
        makers=list(entry.makers),
        legal_bases=[said(words=basis.words, provision=basis.provision) for basis in entry.legal_bases],
        amends=list(instrument.amends),
        revokes=[_revocation(revocation) for revocation in instrument.revokes],
        extends=[
            {
                "instrument": extension.instrument,
                "expires_on": extension.expires_on.isoformat() if extension.expires_on else None,
            }
            for extension in instrument.extends
        ],
        conditions=[said(text=condition.text, due_on=condition.due_on) for condition in entry.conditions],
        moves=[_move(move) for move in entry.moves],
        also=list(entry.also),
        note=entry.note,
        sources=_addresses(entry.sources),
    )


def _revocation(revocation: Revocation) -> Entry:
    stated = said(instrument=revocation.instrument, on=revocation.on)
    return stated | ({"scope": _scope(revocation.scope)} if revocation.scope else {})


def _scope(scope: Scope) -> Entry:
    reached: dict[Reach, Entry] = {
        Reach.FUNCTIONS: {"functions": list(scope.named)},
        Reach.GROUP: {"group": "".join(scope.named[:1])},
        Reach.ALL_EXECUTIVE: {"all_executive": True},
        Reach.ALL: {"all": True},
    }
    return reached[scope.reach] | said(**{"except": sorted(scope.exceptions)})


def _move(move: Move) -> Entry:
    return {"scope": _scope(move.scope)} | said(
        holder=move.holder.code if move.holder else None,
        oversight=move.oversight.value if move.oversight else None,
        overseer=move.overseer.code if move.overseer else None,
        terms=move.terms,
        on=move.on,
        inferred=move.inferred,
    )


def _proposal(entry: values.ProposalEntry) -> Entry:
    closes = entry.closes_on.isoformat() if entry.closes_on else ""
    if closes and entry.closes_time:
        closes += f"T{entry.closes_time:%H:%M}"
    stated = said(
        code=entry.code,
        recommended_on=[said(on=day.on, inferred=day.inferred) for day in entry.recommended_on],
        minded_to_on=entry.minded_to_on,
        window=entry.window_words,
        opens_on=entry.opens_on,
        closes_at=closes,
        closes_inferred=entry.closes_inferred,
        decided_on=entry.decided_on,
        instrument=entry.instrument,
        note=entry.note,
        sources=_addresses(entry.sources),
    )
    sets = {name: getattr(entry, name) for name in ("recommended", "proposed", "directed")}
    return stated | {name: None if codes is None else sorted(codes) for name, codes in sets.items()}


def _event(entry: values.EventEntry) -> Entry:
    return said(
        on=entry.on,
        last=entry.last,
        kind=entry.kind.value,
        text=entry.text,
        inferred=entry.inferred,
        instrument=entry.instrument,
        proposal=entry.proposal,
        sources=_addresses(entry.sources),
    )


def _delegation(entry: values.DelegationEntry) -> Entry:
    return said(
        given_by=entry.given_by,
        delegate=entry.delegate,
        capacity=entry.capacity.value,
        functions=list(entry.functions),
        first=entry.first,
        last=entry.last,
        inferred=entry.inferred,
        consultees=list(entry.consultees),
        terms=entry.terms,
        sources=_addresses(entry.sources),
    )

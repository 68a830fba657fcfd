"""From the fields of a checked record file to plain values."""

from typing import Any

from handback.core.citations import Source
from handback.core.powers.appointments import Capacity
from handback.core.powers.functions import Function, Kind, Oversight, Party, PartyKind
from handback.core.powers.instruments import (
    Extension,
    Instrument,
    InstrumentKind,
    Move,
    Reach,
    Revocation,
    Scope,
)
from handback.records.powers.recordfile import values
from handback.records.powers.recordfile.days import day, day_or_moment
from handback.records.powers.recordfile.meaning import DEFAULT_PARTIES, Fields


def record_of(fields: Fields, *, name: str) -> values.RecordFile:
    """The values that a record file states. The fields must have passed the checks of shape and meaning."""
    parties = _parties(fields)
    by_code = {entry.party.code: entry.party for entry in parties}
    authority = fields["authority"]
    return values.RecordFile(
        name=name,
        compiled_on=day(fields["compiled_on"]),
        authority=values.AuthorityEntry(**{**authority, "gss_as_of": _day(authority, "gss_as_of")}),
        groups=tuple(values.GroupEntry(code, label) for code, label in fields["groups"].items()),
        parties=parties,
        functions=tuple(_function(entry) for entry in fields["functions"]),
        appointments=tuple(_appointment(entry) for entry in fields.get("appointments", ())),
        instruments=tuple(_instrument(entry, by_code) for entry in fields["instruments"]),
        proposals=tuple(_proposal(entry) for entry in fields.get("proposals", ())),
        events=tuple(_event(entry) for entry in fields.get("events", ())),
        delegations=tuple(_delegation(entry) for entry in fields.get("delegations", ())),
    )


def _day(fields: Fields, name: str) -> Any:
    """A day that may be left out or null."""
    return day(fields[name]) if fields.get(name) else None


def _sources(fields: Fields) -> values.Sources:
    return tuple(Source(address) for address in fields["sources"])


def _parties(fields: Fields) -> tuple[values.PartyEntry, ...]:
    """The parties every record has, under the names that the file gives them, then the file's own."""
    entries = {code: values.PartyEntry(party) for code, party in DEFAULT_PARTIES.items()}
    for given in fields.get("parties", ()):
        party = Party(given["code"], PartyKind(given["kind"]), given["name"])
        entries[party.code] = values.PartyEntry(party, given.get("person", ""), given.get("note", ""))
    return tuple(entries.values())


def _function(fields: Fields) -> values.FunctionEntry:
    function = Function(
        fields["code"],
        fields["name"],
        Kind(fields["kind"]),
        fields["group"],
        fields.get("parent"),
        _day(fields, "split_on"),
    )
    return values.FunctionEntry(function, fields.get("note", ""), _sources(fields))


def _appointment(fields: Fields) -> values.AppointmentEntry:
    return values.AppointmentEntry(
        person=fields["person"],
        role=fields["role"],
        capacity=Capacity(fields["capacity"]),
        first=_day(fields, "first"),
        last=_day(fields, "last"),
        first_inferred=fields.get("first_inferred", ""),
        last_inferred=fields.get("last_inferred", ""),
        portfolio=frozenset(fields.get("portfolio", ())),
        portfolio_words=fields.get("portfolio_words", ""),
        note=fields.get("note", ""),
        sources=_sources(fields),
    )


def _instrument(fields: Fields, parties: dict[str, Party]) -> values.InstrumentEntry:
    instrument = Instrument(
        code=fields["code"],
        title=fields["title"],
        kind=InstrumentKind(fields["kind"]),
        made_on=day(fields["made_on"]),
        in_force_on=day(fields["in_force_on"]),
        expires_on=_day(fields, "expires_on"),
        amends=tuple(fields.get("amends", ())),
        revokes=tuple(_revocation(entry) for entry in fields.get("revokes", ())),
        extends=tuple(
            Extension(entry["instrument"], _day(entry, "expires_on")) for entry in fields.get("extends", ())
        ),
    )
    return values.InstrumentEntry(
        instrument=instrument,
        moves=tuple(_move(entry, instrument.code, parties) for entry in fields.get("moves", ())),
        makers=tuple(fields.get("makers", ())),
        legal_bases=legal_bases(fields),
        conditions=tuple(
            values.Condition(entry["text"], _day(entry, "due_on")) for entry in fields.get("conditions", ())
        ),
        also=tuple(fields.get("also", ())),
        note=fields.get("note", ""),
        sources=_sources(fields),
    )


def legal_bases(fields: Fields) -> tuple[values.LegalBasis, ...]:
    """The powers that an instrument cites."""
    return tuple(values.LegalBasis(**entry) for entry in fields.get("legal_bases", ()))


def _revocation(fields: Fields) -> Revocation:
    scope = _scope(fields["scope"]) if "scope" in fields else None
    return Revocation(fields["instrument"], scope, _day(fields, "on"))


def _scope(fields: Fields) -> Scope:
    exceptions = frozenset(fields.get("except", ()))
    if "functions" in fields:
        return Scope(Reach.FUNCTIONS, tuple(fields["functions"]), exceptions)
    if "group" in fields:
        return Scope(Reach.GROUP, (fields["group"],), exceptions)
    return Scope(Reach.ALL_EXECUTIVE if "all_executive" in fields else Reach.ALL, (), exceptions)


def _move(fields: Fields, instrument: str, parties: dict[str, Party]) -> Move:
    return Move(
        instrument=instrument,
        scope=_scope(fields["scope"]),
        holder=parties[fields["holder"]] if "holder" in fields else None,
        oversight=Oversight(fields["oversight"]) if "oversight" in fields else None,
        overseer=parties[fields["overseer"]] if "overseer" in fields else None,
        terms=fields.get("terms", ""),
        on=_day(fields, "on"),
        inferred=fields.get("inferred", ""),
    )


def _codes(fields: Fields, name: str) -> frozenset[str] | None:
    """A set of functions; None where no source gives it."""
    return None if fields[name] is None else frozenset(fields[name])


def _proposal(fields: Fields) -> values.ProposalEntry:
    closes_on, closes_time = day_or_moment(fields["closes_at"]) if "closes_at" in fields else (None, None)
    return values.ProposalEntry(
        code=fields["code"],
        recommended_on=tuple(
            values.StatedDay(day(entry["on"]), entry.get("inferred", ""))
            for entry in fields.get("recommended_on", ())
        ),
        minded_to_on=_day(fields, "minded_to_on"),
        window_words=fields.get("window", ""),
        opens_on=_day(fields, "opens_on"),
        closes_on=closes_on,
        closes_time=closes_time,
        closes_inferred=fields.get("closes_inferred", ""),
        decided_on=_day(fields, "decided_on"),
        instrument=fields.get("instrument"),
        recommended=_codes(fields, "recommended"),
        proposed=_codes(fields, "proposed"),
        directed=_codes(fields, "directed"),
        note=fields.get("note", ""),
        sources=_sources(fields),
    )


def _event(fields: Fields) -> values.EventEntry:
    return values.EventEntry(
        on=day(fields["on"]),
        last=_day(fields, "last"),
        kind=values.EventKind(fields["kind"]),
        text=fields["text"],
        inferred=fields.get("inferred", ""),
        instrument=fields.get("instrument"),
        proposal=fields.get("proposal"),
        sources=_sources(fields),
    )


def _delegation(fields: Fields) -> values.DelegationEntry:
    return values.DelegationEntry(
        given_by=fields["given_by"],
        delegate=fields["delegate"],
        capacity=Capacity(fields["capacity"]),
        functions=tuple(fields["functions"]),
        first=day(fields["first"]),
        last=_day(fields, "last"),
        consultees=tuple(fields.get("consultees", ())),
        terms=fields.get("terms", ""),
        inferred=fields.get("inferred", ""),
        sources=_sources(fields),
    )

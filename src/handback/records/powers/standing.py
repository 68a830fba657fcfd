"""The record of an authority as plain values, and the ledger compiled from it: what every page is drawn from.

The office, the published copy and the record file are all made from these values, so that there is one way
from a row to a page.
"""

from collections import OrderedDict
from collections.abc import Iterable
from datetime import date, datetime, time
from functools import cache
from typing import Any

from django.db import connection
from django.db.models.functions import Length

from handback.core import powers as core
from handback.core.citations import Source
from handback.core.periods import Period
from handback.records.audit.models import Event as AuditEvent
from handback.records.audit.models import Fact
from handback.records.people.models import Appointment, Authority, Party
from handback.records.people.queries import (
    appointments,
    parties,
    party_value,
    party_values,
)
from handback.records.powers import queries
from handback.records.powers.models import Delegation, Event, Function, Instrument, Move, Proposal
from handback.records.powers.recordfile import values
from handback.records.powers.recordfile.meaning import DEFAULT_PARTIES
from handback.records.powers.recordfile.standing import Standing, compiled

MOST_KEPT = 400  # compiled records kept in one process: all of England; see docs/reference/performance.md
STATED_IN = (Function, Instrument, Proposal, Event, Delegation, Appointment, Party)
_kept: OrderedDict[tuple[int, datetime | None, str], Standing] = OrderedDict()


def standing_of(authority: Authority, *, known_at: datetime | None = None) -> Standing:
    """An authority's record with its ledger, as known at a moment.

    Compiled once for each state of the record and kept in this process; those not asked for longest go first.
    """
    key = (authority.pk, known_at, last_change(authority))
    found = _kept.pop(key, None) or compile_record(authority, known_at=known_at)
    _kept[key] = found
    while len(_kept) > MOST_KEPT:
        _kept.popitem(last=False)
    return found


def compile_record(authority: Authority, *, known_at: datetime | None = None) -> Standing:
    """Compile an authority's record afresh. Raises the refusals of core.powers."""
    return compiled(whole_record(authority, known_at=known_at), known_at=known_at)


def last_change(authority: Authority) -> str:
    """The hash of the last audit event that touched what a standing is made of.

    One query, and one seek in an index for each table. In SQL, since Django takes longer to write it than a
    database to answer it. The hash, since a number whose event was undone is given again to another.
    """
    with connection.cursor() as cursor:
        cursor.execute(_last_change_sql(), [authority.pk] * (len(STATED_IN) + 1))
        found: tuple[str] = cursor.fetchone()
    return found[0]


@cache
def _last_change_sql() -> str:
    facts = [
        f"SELECT max(event_id) AS seq FROM {table._meta.db_table} WHERE authority_id = %s"  # noqa: S608 - names come from the models
        for table in STATED_IN
    ]
    own = f"SELECT event_id AS seq FROM {Authority._meta.db_table} WHERE id = %s"  # noqa: S608
    latest = " UNION ALL ".join([own, *facts])
    return (
        f"SELECT hash FROM {AuditEvent._meta.db_table}"  # noqa: S608
        f" WHERE seq = (SELECT max(seq) FROM ({latest}) AS latest)"
    )


def whole_record(authority: Authority, *, known_at: datetime | None = None) -> values.RecordFile:
    """Everything that the record states about an authority's powers, as known at a moment."""
    functions = list(queries.functions(authority, known_at=known_at))
    offices = list(appointments(authority, known_at=known_at))
    proposals = list(queries.proposals(authority, known_at=known_at))
    happenings = list(queries.events(authority, known_at=known_at))
    instruments = list(queries.instruments(authority, known_at=known_at).order_by("code"))
    holders = sorted(parties(authority, known_at=known_at), key=_place)
    delegations = queries.delegations(authority, known_at=known_at).order_by(Length("code"), "code")
    facts: list[Fact] = [*functions, *offices, *proposals, *happenings, *instruments, *holders, *delegations]
    return values.RecordFile(
        name=authority.slug,
        compiled_on=max((row.recorded_at.date() for row in facts), default=authority.event.at.date()),
        authority=_authority(authority),
        groups=_groups(functions),
        parties=tuple(values.PartyEntry(party_value(row), row.person, row.note) for row in holders),
        functions=tuple(_function(row) for row in functions),
        appointments=tuple(_appointment(row) for row in offices),
        instruments=_instruments(authority, instruments, known_at),
        proposals=tuple(_proposal(row) for row in proposals),
        events=tuple(_event(row) for row in happenings),
        delegations=tuple(_delegation(row) for row in delegations),
    )


def _place(party: Party) -> tuple[int, str]:
    """Where a party stands in a record file: those that every record has first, the others by code."""
    usual = list(DEFAULT_PARTIES)
    return (usual.index(party.code) if party.code in usual else len(usual), party.code)


def _authority(row: Authority) -> values.AuthorityEntry:
    return values.AuthorityEntry(
        row.slug, row.name, row.gss, row.gss_as_of, demonstration=row.is_demonstration, note=row.note
    )


def _groups(functions: list[Function]) -> tuple[values.GroupEntry, ...]:
    labels = {row.group: row.group_label for row in functions if row.group}
    return tuple(values.GroupEntry(code, label) for code, label in labels.items())


def _sources(kept: list[dict[str, str]]) -> values.Sources:
    return tuple(Source(s["address"], s.get("title", ""), s.get("section", "")) for s in kept)


def _function(row: Function) -> values.FunctionEntry:
    return values.FunctionEntry(function_value(row), row.note, _sources(row.sources))


def _last(until: date | None) -> date | None:
    return Period(date.min, until).last if until else None


def _appointment(row: Appointment) -> values.AppointmentEntry:
    return values.AppointmentEntry(
        person=row.name,
        role=row.role,
        capacity=core.Capacity(row.capacity),
        first=row.first,
        last=_last(row.until),
        first_inferred=row.first_inferred,
        last_inferred=row.until_inferred,
        portfolio=frozenset(row.portfolio),
        portfolio_words=row.portfolio_words,
        note=row.note,
        sources=_sources(row.sources),
    )


def _instruments(
    authority: Authority, rows: list[Instrument], known_at: datetime | None
) -> tuple[values.InstrumentEntry, ...]:
    holders = party_values(authority, known_at=known_at)
    codes = {row.pk: row.code for row in rows}
    moves: dict[int, list[core.Move]] = {}
    for move in queries.moves(authority, known_at=known_at):
        value = move_value(move, codes[move.instrument_id], holders)
        moves.setdefault(move.instrument_id, []).append(value)
    return tuple(_instrument(row, tuple(moves.get(row.pk, ()))) for row in rows)


def _instrument(row: Instrument, moves: tuple[core.Move, ...]) -> values.InstrumentEntry:
    return values.InstrumentEntry(
        instrument=instrument_value(row),
        moves=moves,
        makers=tuple(row.makers),
        legal_bases=tuple(values.LegalBasis(b["words"], b.get("provision", "")) for b in row.legal_bases),
        conditions=tuple(values.Condition(c["text"], _day(c.get("due_on"))) for c in row.conditions),
        also=tuple(row.also),
        note=row.note,
        sources=_sources(row.sources),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _codes(kept: list[str] | None) -> frozenset[str] | None:
    return None if kept is None else frozenset(kept)


def _proposal(row: Proposal) -> values.ProposalEntry:
    day, _, hour = row.closes_at.partition("T")
    return values.ProposalEntry(
        code=row.code,
        recommended_on=tuple(_stated(entry) for entry in row.recommended_on),
        minded_to_on=row.minded_to_on,
        window_words=row.window,
        opens_on=row.opens_on,
        closes_on=_day(day),
        closes_time=time.fromisoformat(hour) if hour else None,
        closes_inferred=row.closes_inferred,
        decided_on=row.decided_on,
        instrument=row.instrument or None,
        recommended=_codes(row.recommended),
        proposed=_codes(row.proposed),
        directed=_codes(row.directed),
        note=row.note,
        sources=_sources(row.sources),
    )


def _stated(entry: dict[str, Any]) -> values.StatedDay:
    return values.StatedDay(date.fromisoformat(entry["on"]), entry.get("inferred", ""))


def _event(row: Event) -> values.EventEntry:
    return values.EventEntry(
        on=row.on,
        last=row.last,
        kind=values.EventKind(row.kind),
        text=row.text,
        inferred=row.inferred,
        instrument=row.instrument or None,
        proposal=row.proposal or None,
        sources=_sources(row.sources),
    )


def _delegation(row: Delegation) -> values.DelegationEntry:
    return values.DelegationEntry(
        given_by=row.given_by.code,
        delegate=row.delegate,
        capacity=core.Capacity(row.capacity),
        functions=tuple(row.functions),
        first=row.first,
        last=_last(row.until),
        consultees=tuple(row.consultees),
        terms=row.terms,
        inferred=row.inferred,
        sources=_sources(row.sources),
    )


def function_value(row: Function) -> core.Function:
    """A function's row as a value."""
    return core.Function(
        code=row.code,
        name=row.name,
        kind=core.Kind(row.kind),
        group=row.group,
        parent=row.parent or None,
        split_on=row.split_on,
        recorded=row.recorded,
    )


def scope_value(reach: str, named: Iterable[str], exceptions: Iterable[str]) -> core.Scope:
    """A scope from its stored parts."""
    return core.Scope(core.Reach(reach), tuple(named), frozenset(exceptions))


def instrument_value(row: Instrument) -> core.Instrument:
    """An instrument's row as a value."""
    return core.Instrument(
        code=row.code,
        title=row.title,
        kind=core.InstrumentKind(row.kind),
        made_on=row.made_on,
        in_force_on=row.in_force_on,
        expires_on=row.expires_on,
        amends=tuple(row.amends),
        revokes=tuple(_revocation(entry) for entry in row.revokes),
        extends=tuple(
            core.Extension(entry["instrument"], _day(entry.get("expires_on"))) for entry in row.extends
        ),
        recorded=row.recorded,
    )


def _revocation(entry: dict[str, Any]) -> core.Revocation:
    scope = entry.get("scope")
    return core.Revocation(
        entry["instrument"],
        scope_value(scope["reach"], scope["named"], scope["exceptions"]) if scope else None,
        _day(entry.get("on")),
    )


def move_value(row: Move, instrument: str, parties: dict[int, core.Party]) -> core.Move:
    """A move's row as a value."""
    return core.Move(
        instrument=instrument,
        scope=scope_value(row.reach, row.named, row.exceptions),
        holder=parties[row.holder_id] if row.holder_id else None,
        oversight=core.Oversight(row.oversight) if row.oversight else None,
        overseer=parties[row.overseer_id] if row.overseer_id else None,
        terms=row.terms,
        on=row.on,
        inferred=row.inferred,
        recorded=row.recorded,
    )

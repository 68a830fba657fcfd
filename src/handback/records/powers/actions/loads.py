"""Loading files: all or nothing, through the same actions as everything else."""

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

from django.db import transaction

from handback.core.powers import PowersRefusal
from handback.records.audit.facts import By, Loaded, Outcome, settle
from handback.records.people import actions as people
from handback.records.people.actions import AlreadyKept, NameTaken
from handback.records.people.models import Appointment, Authority
from handback.records.people.queries import appointments, authorities
from handback.records.powers import queries, recordfile
from handback.records.powers.actions import columns, facts, publications
from handback.records.powers.actions.matching import new_codes, stood_for
from handback.records.powers.models import Delegation, Event, Register
from handback.records.powers.recordfile import Problem, RecordFileError, values
from handback.records.powers.recordfile.compiling import path_to
from handback.records.powers.recordfile.places import Path, field_path, read_json
from handback.records.powers.recordfile.register_values import RegisterFile
from handback.records.powers.standing import compile_record

Settled = tuple[str, Outcome]
Entry = TypeVar("Entry")


@transaction.atomic
def load_record(file: values.RecordFile, *, by: By, at: datetime) -> Loaded:
    """Make everything that a record file states part of the record.

    Facts that the record holds and the file does not mention stay. Raises the refusals of core.powers if
    the ledger would not compile with both, and those of people.keep_authority; nothing is written then.
    """
    authority, kept = people.keep_authority(**_authority(file.authority), by=by, at=at)
    loaded = Loaded(authority.name, authority.slug)
    loaded.counts["authority", kept] += 1
    for what, outcome in _facts(authority, file, by=by, at=at):
        loaded.counts[what, outcome] += 1
    compile_record(authority)
    return loaded


def _authority(entry: values.AuthorityEntry) -> dict[str, Any]:
    return {
        "slug": entry.slug,
        "name": entry.name,
        "gss": entry.gss,
        "gss_as_of": entry.gss_as_of,
        "is_demonstration": entry.demonstration,
        "note": entry.note,
    }


def _facts(authority: Authority, file: values.RecordFile, *, by: By, at: datetime) -> Iterator[Settled]:
    yield from _parties(authority, file, by=by, at=at)
    labels = {group.code: group.label for group in file.groups}
    for n, function in enumerate(file.functions):
        yield (
            "function",
            facts.record_function(authority, function, labels=labels, position=n, by=by, at=at, check=False),
        )
    for instrument in file.instruments:
        yield "instrument", facts.record_instrument(authority, instrument, by=by, at=at, check=False)
    for proposal in file.proposals:
        yield "proposal", facts.record_proposal(authority, proposal, by=by, at=at)
    yield from _appointments(authority, file, by=by, at=at)
    yield from _events(authority, file, by=by, at=at)
    yield from _delegations(authority, file, by=by, at=at)


def _parties(authority: Authority, file: values.RecordFile, *, by: By, at: datetime) -> Iterator[Settled]:
    for entry in file.parties:
        party = entry.party
        yield (
            "party",
            people.name_party(
                authority,
                code=party.code,
                kind=party.kind.value,
                name=party.name or party.code,
                person=entry.person,
                note=entry.note,
                by=by,
                at=at,
            ),
        )


def _appointments(
    authority: Authority, file: values.RecordFile, *, by: By, at: datetime
) -> Iterator[Settled]:
    spells: dict[tuple[str, str], list[columns.Columns]] = {}
    for entry in file.appointments:
        spells.setdefault((entry.person, entry.role), []).append(columns.of_appointment(entry))
    kept: dict[tuple[str, str], list[Appointment]] = {}
    for row in appointments(authority):
        kept.setdefault((row.name, row.role), []).append(row)
    for office, entries in spells.items():
        stands = stood_for(entries, kept.get(office, []))
        for entry_columns, old in zip(entries, stands, strict=True):
            outcome = people.settle_appointment(authority, entry_columns, in_place_of=old, by=by, at=at)
            yield "appointment", outcome


def _events(authority: Authority, file: values.RecordFile, *, by: By, at: datetime) -> Iterator[Settled]:
    days: dict[date, list[values.EventEntry]] = {}
    for entry in file.events:
        days.setdefault(entry.on, []).append(entry)
    kept: dict[date, list[Event]] = {}
    for row in queries.events(authority):
        kept.setdefault(row.on, []).append(row)
    for day, entries in days.items():
        rows = kept.get(day, [])
        for entry, code in _coded(entries, columns.of_event, rows, f"{day.isoformat()}-{{}}"):
            yield "event", facts.record_event(authority, entry, code=code, by=by, at=at)


def _delegations(authority: Authority, file: values.RecordFile, *, by: By, at: datetime) -> Iterator[Settled]:
    rows = list(queries.delegations(authority))
    for entry, code in _coded(file.delegations, columns.of_delegation, rows, "D{:02}"):
        yield "delegation", facts.record_delegation(authority, entry, code=code, by=by, at=at)


def _coded(
    entries: Sequence[Entry],
    columns_of: Callable[[Entry], columns.Columns],
    rows: Sequence[Event] | Sequence[Delegation],
    form: str,
) -> Iterator[tuple[Entry, str]]:
    """Each entry with the code of the fact that it stands for, or a new one."""
    fresh = new_codes(form, {row.code: row for row in rows})
    found = stood_for([columns_of(entry) for entry in entries], list(rows))
    for entry, row in zip(entries, found, strict=True):
        yield entry, next(fresh) if row is None else row.code


@transaction.atomic
def load_register(data: bytes, file: RegisterFile, *, by: By, at: datetime) -> Loaded:
    """Make an edition of the register of interventions part of the record. `data` is the file itself."""
    wanted = {"as_of": file.as_of, "content": json.loads(data)}
    outcome = settle(
        queries.register(),
        Register(**wanted),
        wanted,
        what="powers.register",
        subject="register",
        by=by,
        at=at,
    )
    loaded = Loaded("Register of interventions", "register")
    loaded.counts["edition of the register", outcome] += 1
    return loaded


def load(data: bytes, *, name: str, publish: bool = False, by: By, at: datetime) -> Loaded:
    """Load a record file or a register file, and publish a copy if asked to.

    `name` is what errors call the file. Nothing is written unless all of it is.
    Raises RecordFileError, naming file, line and field.
    """
    file = recordfile.read(data, name=name)
    if isinstance(file, RegisterFile):
        return _load_register(data, file, publish=publish, by=by, at=at)
    try:
        return _load_record(file, publish=publish, by=by, at=at)
    except PowersRefusal as refusal:
        path, sentence = _place(refusal, file), f"This cannot stand beside what is recorded. {refusal}"
    except AlreadyKept as refusal:
        path, sentence = ("authority",), str(refusal)
    except NameTaken as refusal:
        path, sentence = ("authority", "slug"), str(refusal)
    line = read_json(data, name=name).line(path)
    raise RecordFileError(name, [Problem(line, field_path(path), sentence)])


@transaction.atomic
def _load_register(data: bytes, file: RegisterFile, *, publish: bool, by: By, at: datetime) -> Loaded:
    loaded = load_register(data, file, by=by, at=at)
    if publish:
        publications.publish_register(by=by, at=at)
    return loaded


@transaction.atomic
def _load_record(file: values.RecordFile, *, publish: bool, by: By, at: datetime) -> Loaded:
    loaded = load_record(file, by=by, at=at)
    if publish:
        publications.publish(authorities().get(slug=loaded.slug), by=by, at=at)
    return loaded


def _place(refusal: PowersRefusal, file: values.RecordFile) -> Path:
    """Where the file says what cannot stand beside the record: its last instrument that the refusal names."""
    named = {move.instrument for move in getattr(refusal, "moves", ())}
    numbers = [n for n, entry in enumerate(file.instruments) if entry.instrument.code in named]
    return ("instruments", numbers[-1]) if numbers else path_to(refusal, file)

"""Loading files: all or nothing, through the same actions as everything else."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction

from handback.records.audit.facts import By, Outcome, settle
from handback.records.people import actions as people
from handback.records.people.models import Authority
from handback.records.people.queries import authorities
from handback.records.powers import queries, recordfile
from handback.records.powers.actions import columns, facts
from handback.records.powers.models import Register
from handback.records.powers.recordfile import values
from handback.records.powers.recordfile.register_values import RegisterFile
from handback.records.powers.standing import compile_record


@dataclass(slots=True)
class Loaded:
    """What loading a file did: how many facts of each kind were new, the same, or corrected."""

    title: str
    slug: str
    counts: Counter[tuple[str, Outcome]] = field(default_factory=Counter)

    def total(self, outcome: Outcome) -> int:
        """How many facts had this outcome."""
        return sum(n for (_, found), n in self.counts.items() if found is outcome)


@transaction.atomic
def load_record(file: values.RecordFile, *, by: By, at: datetime) -> Loaded:
    """Make everything that a record file states part of the record.

    Facts that the record holds and the file does not mention stay. Raises the refusals of core.powers if
    the ledger would not compile with both; nothing is written then.
    """
    authority = _authority(file.authority, by=by, at=at)
    loaded = Loaded(authority.name, authority.slug)
    for what, outcome in _facts(authority, file, by=by, at=at):
        loaded.counts[what, outcome] += 1
    compile_record(authority)
    return loaded


def _authority(entry: values.AuthorityEntry, *, by: By, at: datetime) -> Authority:
    found = authorities().filter(gss=entry.gss).first()
    return found or people.open_record(
        slug=entry.slug,
        name=entry.name,
        gss=entry.gss,
        gss_as_of=entry.gss_as_of,
        is_demonstration=entry.demonstration,
        note=entry.note,
        by=by,
        at=at,
    )


def _facts(
    authority: Authority, file: values.RecordFile, *, by: By, at: datetime
) -> Iterator[tuple[str, Outcome]]:
    labels = {group.code: group.label for group in file.groups}
    spells: Counter[tuple[str, str]] = Counter()
    days: Counter[str] = Counter()
    for entry in file.parties:
        party = entry.party
        name = party.name or party.code
        yield (
            "party",
            people.name_party(authority, code=party.code, kind=party.kind.value, name=name, by=by, at=at),
        )
    for n, function in enumerate(file.functions):
        yield (
            "function",
            facts.record_function(authority, function, labels=labels, position=n, by=by, at=at, check=False),
        )
    for instrument in file.instruments:
        yield "instrument", facts.record_instrument(authority, instrument, by=by, at=at, check=False)
    for proposal in file.proposals:
        yield "proposal", facts.record_proposal(authority, proposal, by=by, at=at)
    for appointment in sorted(file.appointments, key=lambda entry: entry.first or date.min):
        key = (appointment.person, appointment.role)
        office = columns.of_appointment(appointment)
        yield "appointment", people.record_appointment(authority, office, nth=spells[key], by=by, at=at)
        spells[key] += 1
    for happening in file.events:
        day = happening.on.isoformat()
        days[day] += 1
        code = f"{day}-{days[day]}"
        yield "event", facts.record_event(authority, happening, code=code, by=by, at=at)
    for n, delegation in enumerate(file.delegations, start=1):
        yield (
            "delegation",
            facts.record_delegation(authority, delegation, code=f"D{n:02}", by=by, at=at),
        )


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


def load(data: bytes, *, name: str, by: By, at: datetime) -> Loaded:
    """Load a record file or a register file. Raises RecordFileError, naming file, line and field.

    `name` is what errors call the file. Nothing is written unless all of it is.
    """
    file = recordfile.read(data, name=name)
    if isinstance(file, RegisterFile):
        return load_register(data, file, by=by, at=at)
    return load_record(file, by=by, at=at)

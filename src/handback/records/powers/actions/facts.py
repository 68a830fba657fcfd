"""Recording facts about powers.

After a change to functions, instruments or moves the whole ledger must still compile, or the change is
undone and the refusal raised: a record that cannot say who held a power is not allowed to exist.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, TypeVar

from django.db import transaction

from handback.records.audit import actions as audit
from handback.records.audit.facts import By, Outcome, plain, settle, states
from handback.records.people import queries as people
from handback.records.people.models import Authority, Party
from handback.records.powers.actions import columns
from handback.records.powers.actions.matching import says
from handback.records.powers.models import (
    Coded,
    Delegation,
    Event,
    Function,
    Instrument,
    Move,
    Proposal,
)
from handback.records.powers.recordfile import values
from handback.records.powers.standing import compile_record

Code = TypeVar("Code", bound=Coded)


class UnknownParty(ValueError):
    """A move or delegation names a party that the record does not know."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(f"No body or person called “{code}” is in this record: name it first.")


def _record_coded(
    model: type[Code],
    what: str,
    authority: Authority,
    code: str,
    wanted: dict[str, Any],
    by: By,
    at: datetime,
) -> Outcome:
    current = model.objects.filter(authority=authority, code=code, superseded_at__isnull=True)
    subject = f"{authority.slug}/{what.split('.')[1]}s/{code}"
    new = model(authority=authority, code=code, **wanted)
    return settle(current.first(), new, wanted, what=what, subject=subject, by=by, at=at)


def _party(known: dict[str, Party], code: str | None) -> Party | None:
    if code is None:
        return None
    if code not in known:
        raise UnknownParty(code)
    return known[code]


@transaction.atomic
def record_function(
    authority: Authority,
    entry: values.FunctionEntry,
    *,
    labels: dict[str, str],
    position: int,
    by: By,
    at: datetime,
    check: bool = True,
) -> Outcome:
    """Record a function. `check` False leaves compiling the ledger to the caller."""
    wanted = columns.of_function(entry, labels, position)
    outcome = _record_coded(Function, "powers.function", authority, entry.function.code, wanted, by, at)
    return _checked(authority, outcome, check)


@transaction.atomic
def record_instrument(
    authority: Authority, entry: values.InstrumentEntry, *, by: By, at: datetime, check: bool = True
) -> Outcome:
    """Record an instrument and the moves it makes, as one change with one audit event.

    Raises the refusals of core.powers where the ledger would no longer compile, and UnknownParty.
    """
    code = entry.instrument.code
    wanted = columns.of_instrument(entry)
    moves = [columns.of_move(move, n) for n, move in enumerate(entry.moves)]
    current = Instrument.objects.filter(authority=authority, code=code, superseded_at=None)
    old = current.prefetch_related("moves__holder", "moves__overseer").first()
    if old is not None and states(old, wanted) and _same_moves(old, moves):
        return Outcome.SAME
    known = people.parties_by_code(authority)
    new = [_with_parties(move, known) for move in moves]
    verb = "recorded" if old is None else "corrected"
    with audit.action(f"powers.instrument.{verb}", by=by, at=at) as event:
        if old is not None:
            event.supersede_all(old.moves.filter(superseded_at=None))
            event.supersede(old)
        row = event.add(Instrument(authority=authority, code=code, **wanted))
        event.add_all([Move(instrument=row, **move) for move in new])
        event.subject = f"{authority.slug}/instruments/{code}"
        event.values = plain(wanted)
    return _checked(authority, Outcome.NEW if old is None else Outcome.CORRECTED, check)


def _with_parties(move: columns.Columns, known: dict[str, Party]) -> columns.Columns:
    return {**move, "holder": _party(known, move["holder"]), "overseer": _party(known, move["overseer"])}


def _same_moves(old: Instrument, wanted: Iterable[columns.Columns]) -> bool:
    rows = sorted((m for m in old.moves.all() if m.superseded_at is None), key=lambda move: move.position)
    expected = list(wanted)
    return len(rows) == len(expected) and all(says(r, w) for r, w in zip(rows, expected, strict=True))


def _checked(authority: Authority, outcome: Outcome, check: bool) -> Outcome:  # noqa: FBT001
    if check and outcome is not Outcome.SAME:
        compile_record(authority)
    return outcome


@transaction.atomic
def record_proposal(authority: Authority, entry: values.ProposalEntry, *, by: By, at: datetime) -> Outcome:
    """Record what was recommended, proposed and directed: three sets, none derived from another."""
    wanted = columns.of_proposal(entry)
    return _record_coded(Proposal, "powers.proposal", authority, entry.code, wanted, by, at)


@transaction.atomic
def record_event(
    authority: Authority, entry: values.EventEntry, *, code: str, by: By, at: datetime
) -> Outcome:
    """Record a dated happening of the intervention."""
    return _record_coded(Event, "powers.event", authority, code, columns.of_event(entry), by, at)


@transaction.atomic
def record_delegation(
    authority: Authority, entry: values.DelegationEntry, *, code: str, by: By, at: datetime
) -> Outcome:
    """Record that a holder let somebody else act for it. Raises UnknownParty."""
    wanted = columns.of_delegation(entry)
    current = Delegation.objects.filter(authority=authority, code=code, superseded_at=None)
    old = current.select_related("given_by").first()
    if old is not None and says(old, wanted):
        return Outcome.SAME
    wanted["given_by"] = _party(people.parties_by_code(authority), wanted["given_by"])
    return _record_coded(Delegation, "powers.delegation", authority, code, wanted, by, at)

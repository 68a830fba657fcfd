"""Setting targets, trajectories and baselines, and ending them."""

from datetime import date, datetime

from django.db import transaction

from handback.core.periods import Period
from handback.records.audit import actions as audit
from handback.records.audit.facts import By, Outcome, plain, states
from handback.records.measures.actions.recording import (
    check_lengths,
    columns_of,
    locked,
    subject_of,
    withdraw,
)
from handback.records.measures.entering import check_number
from handback.records.measures.measured.entries import TargetEntry
from handback.records.measures.measured.words import TargetKind
from handback.records.measures.models import Target
from handback.records.measures.refusals import NotWellFormed, TargetsOverlap
from handback.records.people.models import Authority


@transaction.atomic
def set_target(authority: Authority, entry: TargetEntry, *, by: By, at: datetime) -> Outcome:
    """Set a level for a period, or correct the one that begins on the same day.

    One of the kind that began earlier and is still running ends where this one begins; the record keeps
    both. Raises UnknownIndicator, NotWellFormed and TargetsOverlap.
    """
    locked(authority, entry.indicator)
    if entry.period.until == entry.period.first:
        raise NotWellFormed("period", "A target is in force for a day at least.")
    check_number("value", entry.value)
    rows = list(
        Target.objects.filter(
            authority=authority, indicator=entry.indicator, kind=entry.kind.value, superseded_at=None
        )
    )
    old = next((row for row in rows if row.first == entry.period.first), None)
    wanted = columns_of(entry)
    if old is not None and states(old, wanted):
        return Outcome.SAME
    running = _ends_for(entry, [row for row in rows if row is not old])
    new = Target(authority=authority, **wanted)
    check_lengths(new)
    with audit.action(f"measures.target.{'corrected' if old else 'set'}", by=by, at=at) as event:
        for row in (old, running):
            if row is not None:
                event.supersede(row)
        if running is not None:
            event.add(_ended(running, entry.period.first))
        event.add(new)
        event.subject = subject_of(authority, entry.indicator, "targets")
        event.values = plain(wanted)
    return Outcome.CORRECTED if old else Outcome.NEW


def _ends_for(entry: TargetEntry, others: list[Target]) -> Target | None:
    """The one that runs on until this begins. Raises TargetsOverlap for any other that shares a day."""
    found = None
    for row in others:
        if not Period(row.first, row.until).overlaps(entry.period):
            continue
        if row.until is not None or row.first > entry.period.first:
            raise TargetsOverlap(
                entry.indicator, entry.kind.value, entry.period, Period(row.first, row.until)
            )
        found = row
    return found


def _ended(row: Target, until: date) -> Target:
    kept = ("authority", "indicator", "kind", "first", "value", "reason", "agreed_by")
    return Target(until=until, **{name: getattr(row, name) for name in kept})


@transaction.atomic
def withdraw_target(
    authority: Authority,
    indicator: str,
    *,
    kind: TargetKind,
    first: date,
    reason: str,
    by: By,
    at: datetime,
) -> None:
    """Say that a level was never in force. Raises UnknownIndicator, NoReason and NothingToWithdraw."""
    locked(authority, indicator)
    key = {"authority": authority, "indicator": indicator, "kind": kind.value, "first": first}
    subject = subject_of(authority, indicator, "targets")
    withdraw(Target, key, what="measures.target", subject=subject, reason=reason, by=by, at=at)

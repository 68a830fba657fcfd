"""Decisions about charts: a person's, with a reason. Nothing is rebased or left out by itself."""

from datetime import date, datetime

from django.db import transaction

from handback.records.audit.facts import By, Outcome
from handback.records.measures.actions.recording import columns_of, locked, record, subject_of, withdraw
from handback.records.measures.measured.entries import DecisionEntry
from handback.records.measures.measured.words import DecisionKind
from handback.records.measures.models import ChartDecision, Value
from handback.records.measures.refusals import (
    CannotBeDrawn,
    NoReason,
    NotAPeriodBegin,
    NotWellFormed,
)
from handback.records.people.models import Authority
from handback.statistics.process_control import PROFILES
from handback.statistics.process_control.choosing import Kind

OF_A_PERIOD = (DecisionKind.REBASE, DecisionKind.GHOST)
CHOICES = {DecisionKind.PROFILE: frozenset(PROFILES), DecisionKind.CHART: frozenset(map(str, Kind))}


@transaction.atomic
def decide(authority: Authority, entry: DecisionEntry, *, by: By, at: datetime) -> Outcome:
    """Record what was decided about a chart, or correct it.

    Raises UnknownIndicator, NoReason, NotAPeriodBegin where no value begins on `first`, NotWellFormed, and
    CannotBeDrawn for a profile or kind of chart that there is not.
    """
    locked(authority, entry.indicator)
    _check(authority, entry)
    wanted = columns_of(entry)
    key = {"authority": authority, **{name: wanted.pop(name) for name in ("indicator", "kind", "first")}}
    subject = subject_of(authority, entry.indicator, "decisions")
    return record(ChartDecision, key, wanted, what="measures.decision", subject=subject, by=by, at=at)


def _check(authority: Authority, entry: DecisionEntry) -> None:
    if not entry.reason.strip() or not entry.decided_by.strip():
        raise NoReason("a decision about a chart")
    if entry.kind in OF_A_PERIOD:
        if entry.first is None or entry.choice:
            raise NotWellFormed("first", "Say with which period, and nothing else.")
        values = Value.objects.filter(authority=authority, indicator=entry.indicator, superseded_at=None)
        if not values.filter(first=entry.first).exists():
            raise NotAPeriodBegin(entry.indicator, entry.first)
    elif entry.first is not None:
        raise NotWellFormed("first", "This is decided for the whole chart, not from a period on.")
    elif entry.choice not in CHOICES[entry.kind]:
        raise CannotBeDrawn(entry.indicator, entry.choice)


@transaction.atomic
def withdraw_decision(
    authority: Authority,
    indicator: str,
    *,
    kind: DecisionKind,
    first: date | None = None,
    reason: str,
    by: By,
    at: datetime,
) -> None:
    """Say that a decision holds no more. Raises UnknownIndicator, NoReason and NothingToWithdraw."""
    locked(authority, indicator)
    key = {"authority": authority, "indicator": indicator, "kind": kind.value, "first": first}
    subject = subject_of(authority, indicator, "decisions")
    withdraw(ChartDecision, key, what="measures.decision", subject=subject, reason=reason, by=by, at=at)

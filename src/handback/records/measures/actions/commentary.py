"""Saying what a value means: what, why, what is done about it and by when."""

from datetime import datetime

from django.db import transaction

from handback.records.audit.facts import By, Outcome
from handback.records.measures.actions.recording import columns_of, locked, record, subject_of
from handback.records.measures.measured.entries import CommentaryEntry
from handback.records.measures.models import Commentary, Value
from handback.records.measures.refusals import NotAPeriodBegin, NotWellFormed
from handback.records.people.models import Authority


@transaction.atomic
def comment(authority: Authority, entry: CommentaryEntry, *, by: By, at: datetime) -> Outcome:
    """Record what somebody says of a period's value; what was said of it before stays in its history.

    Raises UnknownIndicator, NotAPeriodBegin and NotWellFormed.
    """
    locked(authority, entry.indicator)
    if not entry.what.strip():
        raise NotWellFormed("what", "Say what happened.")
    if not entry.written_by.strip():
        raise NotWellFormed("written_by", "Say who writes this.")
    values = Value.objects.filter(authority=authority, indicator=entry.indicator, superseded_at=None)
    if not values.filter(first=entry.first).exists():
        raise NotAPeriodBegin(entry.indicator, entry.first)
    wanted = columns_of(entry)
    key = {"authority": authority, **{name: wanted.pop(name) for name in ("indicator", "first")}}
    subject = subject_of(authority, entry.indicator, "commentary")
    return record(Commentary, key, wanted, what="measures.commentary", subject=subject, by=by, at=at)

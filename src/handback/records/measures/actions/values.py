"""Recording values, restating and withdrawing them."""

from datetime import date, datetime

from django.db import transaction

from handback.core.frequencies import Frequency
from handback.core.periods import Period
from handback.records.audit.facts import By, Outcome
from handback.records.measures.actions.recording import columns_of, locked, record, subject_of, withdraw
from handback.records.measures.entering import check_span, completed, of_row, overlapping
from handback.records.measures.measured.entries import ValueEntry
from handback.records.measures.models import Value
from handback.records.measures.refusals import PeriodsOverlap, RestatedWithoutReason
from handback.records.people.models import Authority


@transaction.atomic
def record_value(
    authority: Authority, entry: ValueEntry, *, reason: str = "", by: By, at: datetime
) -> Outcome:
    """Record what was measured in a period, or restate it: then `reason` says why.

    Raises UnknownIndicator, NotAPeriodOfIt, PeriodsOverlap, TooFarApart, NoValue, CannotHaveBeenCounted and
    RestatedWithoutReason.
    """
    indicator = locked(authority, entry.indicator)
    full = completed(entry, indicator)
    rows = list(Value.objects.filter(authority=authority, indicator=entry.indicator, superseded_at=None))
    if (other := overlapping(full.period, rows)) is not None:
        raise PeriodsOverlap(entry.indicator, full.period, other)
    spans = [full.period, *(Period(row.first, row.until) for row in rows)]
    check_span(entry.indicator, Frequency(indicator.frequency), spans)
    old = next((row for row in rows if row.first == full.period.first), None)
    wanted = columns_of(full)
    if old is not None and _says_otherwise(old, full):
        if not reason.strip() and old.value != full.value:
            raise RestatedWithoutReason(entry.indicator, full.period, old.value, wanted["value"])
        wanted["reason"] = reason.strip()
    key = {"authority": authority, "indicator": wanted.pop("indicator"), "first": wanted.pop("first")}
    subject = subject_of(authority, entry.indicator, f"values/{full.period.first:%Y-%m-%d}")
    return record(Value, key, wanted, what="measures.value", subject=subject, by=by, at=at)


def _says_otherwise(old: Value, entry: ValueEntry) -> bool:
    return of_row(old) != entry


@transaction.atomic
def withdraw_value(
    authority: Authority, indicator: str, *, first: date, reason: str, by: By, at: datetime
) -> None:
    """Say that the value of the period that begins on `first` does not hold, and that there is none.

    Raises UnknownIndicator, NoReason and NothingToWithdraw.
    """
    locked(authority, indicator)
    key = {"authority": authority, "indicator": indicator, "first": first}
    subject = subject_of(authority, indicator, f"values/{first:%Y-%m-%d}")
    withdraw(Value, key, what="measures.value", subject=subject, reason=reason, by=by, at=at)

"""Taking the values of a whole table, or of whatever else states many: all or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from handback.reading.series import Role, Stated, Table
from handback.records.audit import actions as audit
from handback.records.audit.facts import By
from handback.records.audit.writing import EventBeingWritten
from handback.records.measures.actions.recording import check_lengths, columns_of, locked, subject_of
from handback.records.measures.entering import completed
from handback.records.measures.importing import Change, Preview, compared, preview, preview_of
from handback.records.measures.measured.entries import ValueEntry
from handback.records.measures.models import ColumnsSaid, Indicator, Value
from handback.records.measures.refusals import ImportRefused, RecordChanged, RestatedWithoutReason
from handback.records.measures.sendings import Answered, keep_answer
from handback.records.people.models import Authority


@dataclass(frozen=True, slots=True)
class Taken:
    """How many values were new, restated, and already so."""

    new: int
    restated: int
    same: int


@transaction.atomic
def take_values(
    authority: Authority,
    table: Table,
    seen: Preview,
    *,
    reason: str = "",
    by: By,
    at: datetime,
) -> Taken:
    """Record what a preview showed, with one event, and remember what its columns are.

    `reason` says why values are restated. Raises ImportRefused where a row cannot be taken,
    RestatedWithoutReason, and RecordChanged where the preview does not hold any more.
    """
    columns = {Role(role): header for role, header in seen.columns.items()}
    _lock(authority, seen)
    found = preview(authority, table, columns, indicator=seen.indicator)
    return _take(authority, found, seen, what="imported", reason=reason.strip(), by=by, at=at)


@transaction.atomic
def enter_values(
    authority: Authority,
    rows: Sequence[Stated],
    seen: Preview,
    *,
    reason: str = "",
    under: Answered | None = None,
    by: By,
    at: datetime,
) -> Taken:
    """Record what a preview of stated values showed, all of it or nothing, with one event.

    `under` is the key that they were sent under, which this uses up even where nothing is new, and what the
    sender is told. Raises as `take_values` does.
    """
    _lock(authority, seen)
    found = preview_of(authority, rows, indicator=seen.indicator)
    return _take(authority, found, seen, what="entered", reason=reason.strip(), under=under, by=by, at=at)


def _lock(authority: Authority, seen: Preview) -> None:
    held = Indicator.objects.select_for_update().filter(authority=authority, code__in=sorted(seen.names))
    list(held.filter(superseded_at=None).order_by("code"))


def _take(
    authority: Authority,
    found: Preview,
    seen: Preview,
    *,
    what: str,
    reason: str,
    under: Answered | None = None,
    by: By,
    at: datetime,
) -> Taken:
    if found.faults:
        raise ImportRefused([str(fault) for fault in found.faults])
    if (found.new, found.restated) != (seen.new, seen.restated):
        raise RecordChanged
    _check_reason(found.restated, reason)
    if found.new or found.restated or under:
        with audit.action(f"measures.values.{what}", by=by, at=at) as event:
            if under:
                keep_answer(event, under)
            _write(event, authority, found, reason=reason)
    return Taken(len(found.new), len(found.restated), found.same)


def _check_reason(restated: Sequence[Change], reason: str) -> None:
    """Raises RestatedWithoutReason where a number changes and nobody says why."""
    for change in restated:
        old, new = change.old.value or Decimal(0), change.entry.value or Decimal(0)
        if old != new and not reason:
            raise RestatedWithoutReason(change.entry.indicator, change.entry.period, old, new)


def _write(event: EventBeingWritten, authority: Authority, found: Preview, *, reason: str) -> None:
    _put(event, authority, [entry for _, entry in found.new], found.restated, reason=reason)
    if found.signature:
        _remember(event, authority, found)
    event.subject = f"{authority.slug}/measures"
    event.values = {"indicators": sorted(found.names), "new": len(found.new)} | (
        {"restated": len(found.restated), "reason": reason} if found.restated else {}
    )


def _put(
    event: EventBeingWritten,
    authority: Authority,
    new: Sequence[ValueEntry],
    restated: Sequence[Change],
    *,
    reason: str,
) -> None:
    held = _held(authority, {change.entry.indicator for change in restated})
    event.supersede_all(held[change.entry.indicator, change.entry.period.first] for change in restated)
    again = [_row(authority, change.entry, reason=reason) for change in restated]
    event.add_all([*(_row(authority, entry) for entry in new), *again])


def _held(authority: Authority, codes: set[str]) -> dict[tuple[str, date], Value]:
    """What the record states of some indicators, by code and the first day of the period."""
    rows = Value.objects.filter(authority=authority, indicator__in=codes, superseded_at=None)
    return {(row.indicator, row.first): row for row in rows}


@transaction.atomic
def record_values(
    authority: Authority,
    indicator: str,
    entries: Sequence[tuple[str, ValueEntry]],
    *,
    reason: str = "",
    by: By,
    at: datetime,
) -> Taken:
    """Record many values of one indicator, each with its place in what they come from, with one event.

    `reason` says why values are restated. Raises UnknownIndicator, what a value is refused for by
    `entering.completed`, ImportRefused where periods share days, and RestatedWithoutReason.
    """
    definition = locked(authority, indicator)
    found = compared(authority, [(place, completed(entry, definition)) for place, entry in entries])
    if found.faults:
        raise ImportRefused([str(fault) for fault in found.faults])
    _check_reason(found.restated, reason.strip())
    if found.new or found.restated:
        with audit.action("measures.values.recorded", by=by, at=at) as event:
            _put(event, authority, [one for _, one in found.new], found.restated, reason=reason.strip())
            event.subject = subject_of(authority, indicator, "values")
            event.values = {"new": len(found.new)} | (
                {"restated": len(found.restated), "reason": reason.strip()} if found.restated else {}
            )
    return Taken(len(found.new), len(found.restated), found.same)


def _row(authority: Authority, entry: object, *, reason: str = "") -> Value:
    row = Value(authority=authority, **columns_of(entry), reason=reason)
    check_lengths(row)
    return row


def _remember(event: EventBeingWritten, authority: Authority, found: Preview) -> None:
    kept = ColumnsSaid.objects.select_for_update().filter(authority=authority, signature=found.signature)
    row = kept.first()
    columns = dict(found.columns)
    if row is None:
        event.add(ColumnsSaid(authority=authority, signature=found.signature, columns=columns))
    elif row.columns != columns:
        event.change(row, columns=columns)

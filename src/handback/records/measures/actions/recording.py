"""What all actions on measures share: the indicator under lock, rows of an entry, withdrawal."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar

from django.db import IntegrityError, models, transaction

from handback.records.audit import actions as audit
from handback.records.audit.facts import By, Outcome, plain, settle
from handback.records.audit.models import Fact
from handback.records.measures.models import Indicator
from handback.records.measures.refusals import NoReason, NothingToWithdraw, NotWellFormed, UnknownIndicator
from handback.records.people.models import Authority

Row = TypeVar("Row", bound=Fact)


def locked(authority: Authority, code: str) -> Indicator:
    """The definition of an indicator, held until the transaction ends, so that its facts are changed by one
    at a time. Raises UnknownIndicator.
    """
    held = Indicator.objects.select_for_update(of=("self",)).filter(authority=authority, code=code)
    row: Indicator | None = held.filter(superseded_at=None).first()
    if row is None:
        raise UnknownIndicator(code)
    return row


def columns_of(entry: Any) -> dict[str, Any]:
    """The columns of an entry: a period as its two days, words of an enumeration as text."""
    found: dict[str, Any] = {}
    for field in fields(entry):
        value = getattr(entry, field.name)
        if field.name == "period":
            found |= {"first": value.first, "until": value.until}
        else:
            found[field.name] = _plain(value)
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return list(value)
    return dict(value) if isinstance(value, Mapping) else value


def record(
    model: type[Row],
    key: Mapping[str, Any],
    wanted: Mapping[str, Any],
    *,
    what: str,
    subject: str,
    by: By,
    at: datetime,
) -> Outcome:
    """Make `wanted` what the record states under `key`. Raises NotWellFormed for what no column can hold.

    Where somebody else recorded the first fact under this key at the same moment, ours comes after theirs.
    """
    check_lengths(model(**key, **wanted))
    held = model._base_manager.filter(**key, superseded_at=None)
    said: dict[str, Any] = {"what": what, "subject": subject, "by": by, "at": at}
    old = held.first()
    try:
        with transaction.atomic():
            return settle(old, model(**key, **wanted), wanted, **said)
    except IntegrityError:
        if old is not None or (theirs := held.first()) is None:
            raise
        return settle(theirs, model(**key, **wanted), wanted, **said)


def check_lengths(row: models.Model) -> None:
    """Raises NotWellFormed for text that is longer than its column: SQLite would take it all the same."""
    for field in row._meta.concrete_fields:
        value = getattr(row, field.attname)
        if field.max_length and isinstance(value, str) and len(value) > field.max_length:
            name = str(field.verbose_name)
            sentence = f"The {name} has {len(value):,} characters: {field.max_length:,} is the most."
            raise NotWellFormed(field.name, sentence)


def withdraw(
    model: type[Row], key: Mapping[str, Any], *, what: str, subject: str, reason: str, by: By, at: datetime
) -> None:
    """Say that what stands under `key` holds no more. Raises NoReason and NothingToWithdraw."""
    noun = what.rsplit(".", maxsplit=1)[-1]
    if not reason.strip():
        raise NoReason(f"withdrawing a {noun}")
    old = model._base_manager.filter(**key, superseded_at=None).first()
    if old is None:
        raise NothingToWithdraw(noun)
    with audit.action(f"{what}.withdrawn", by=by, at=at) as event:
        event.supersede(old)
        event.subject = subject
        event.values = plain({**{name: value for name, value in key.items() if name != "authority"}}) | {
            "reason": reason.strip()
        }


def subject_of(authority: Authority, code: str, what: str = "") -> str:
    """How the log names an indicator, or something of it."""
    return "/".join(part for part in (authority.slug, "measures", code, what) if part)

"""Drafts: facts being prepared from claims. A draft counts for nothing until a person records it.

The values of a draft are an entry of a record file (docs/reference/record-file.md), perhaps incomplete; it is
recorded by the same checks as a file would be.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import transaction

from handback.records.audit import actions as audit
from handback.records.audit.facts import By
from handback.records.documents import actions as documents
from handback.records.documents.models import Claim
from handback.records.people import actions as people
from handback.records.people.models import Authority
from handback.records.powers import queries, recordfile
from handback.records.powers.actions import columns, facts
from handback.records.powers.actions.entries import checked_with, name_usual_parties
from handback.records.powers.actions.matching import new_codes
from handback.records.powers.models import Draft, DraftClaim, DraftKind, DraftState
from handback.records.powers.proposing import proposed_values, supported_values

SECTION = {
    DraftKind.INSTRUMENT: "instruments",
    DraftKind.APPOINTMENT: "appointments",
    DraftKind.EVENT: "events",
}


class DraftNotWaiting(ValueError):
    """A draft that was recorded or put aside before."""

    def __init__(self, draft: Draft) -> None:
        super().__init__(f"This draft was already dealt with: {draft.get_state_display().lower()}.")


class DraftChanged(ValueError):
    """A draft that was changed after it was shown to who changes or records it."""

    def __init__(self) -> None:
        super().__init__("This draft was changed after you opened it, by somebody else or in another window.")


class AnotherAuthority(ValueError):
    """A claim and a draft that belong to different authorities."""

    def __init__(self) -> None:
        super().__init__("This claim and this draft belong to different authorities.")


@transaction.atomic
def draft_from_claim(
    claim_pk: int,
    *,
    kind: str,
    attributes: dict[str, Any] | None = None,
    repeats: Collection[str] = (),
    seen: int | None = None,
    by: By,
    at: datetime,
) -> Draft:
    """Accept a claim (with `attributes` put right, if given) and begin a draft that rests on it.

    Raises documents.AlreadyDecided and documents.ClaimChanged.
    """
    claim = _accepted(claim_pk, attributes, repeats, seen=seen, by=by, at=at)
    authority = claim.document.authority
    with audit.action("powers.draft.begun", by=by, at=at) as event:
        values = proposed_values(claim, kind=DraftKind(kind))
        draft = event.add(Draft(authority=authority, kind=kind, values=values, made_at=at))
        event.add(DraftClaim(draft=draft, claim=claim))
        event.subject = f"{authority.slug}/drafts/{draft.pk}"
        event.values = {"kind": kind, "claim": claim.pk}
    return draft


@transaction.atomic
def add_claim_to_draft(
    claim_pk: int,
    draft_pk: int,
    *,
    attributes: dict[str, Any] | None = None,
    repeats: Collection[str] = (),
    seen: int | None = None,
    by: By,
    at: datetime,
) -> Draft:
    """Accept a claim as further evidence for a draft that is waiting: an instrument has many moves.

    Raises documents.AlreadyDecided, documents.ClaimChanged, DraftNotWaiting, and AnotherAuthority.
    """
    draft = _waiting(draft_pk)
    claim = _accepted(claim_pk, attributes, repeats, seen=seen, by=by, at=at)
    with audit.action("powers.draft.supported", by=by, at=at) as event:
        if draft.authority_id != claim.document.authority_id:
            raise AnotherAuthority
        event.add(DraftClaim(draft=draft, claim=claim))
        event.change(draft, values=supported_values(claim, kind=DraftKind(draft.kind), values=draft.values))
        event.subject = f"{draft.authority.slug}/drafts/{draft.pk}"
        event.values = {"claim": claim.pk}
    return draft


def _accepted(
    pk: int,
    attributes: dict[str, Any] | None,
    repeats: Collection[str],
    *,
    seen: int | None,
    by: By,
    at: datetime,
) -> Claim:
    if attributes is None:
        return documents.accept(pk, repeats=repeats, seen=seen, by=by, at=at)
    return documents.amend(pk, attributes=attributes, repeats=repeats, seen=seen, by=by, at=at)


def revise_draft(pk: int, *, values: dict[str, Any], seen: int | None = None, by: By, at: datetime) -> Draft:
    """Keep what a person has filled in so far; it need not be complete.

    `seen` is the event that had last written the draft when it was shown. Raises DraftNotWaiting and
    DraftChanged.
    """
    with transaction.atomic():
        draft = _waiting(pk, seen=seen)
        if draft.values == values:
            return draft
        return _revised(draft, values, by=by, at=at)


def _revised(draft: Draft, values: dict[str, Any], *, by: By, at: datetime) -> Draft:
    with audit.action("powers.draft.revised", by=by, at=at) as event:
        event.change(draft, values=values)
        event.subject = f"{draft.authority.slug}/drafts/{draft.pk}"
        event.values = {"values": values}
    return draft


def discard_draft(pk: int, *, by: By, at: datetime) -> Draft:
    """Put a draft aside. The claims that it rests on stay as they were judged."""
    with transaction.atomic():
        draft = _waiting(pk)
        with audit.action("powers.draft.discarded", by=by, at=at) as event:
            event.change(draft, state=DraftState.DISCARDED)
            event.subject = f"{draft.authority.slug}/drafts/{pk}"
    return draft


@transaction.atomic
def record_draft(pk: int, *, seen: int | None = None, by: By, at: datetime) -> Draft:
    """Make a draft part of the record.

    It is checked as if it stood in a record file beside everything recorded. Nothing is written unless all
    of it can be: raises NoFunctions, and EntryRefused, whose problems name the fields of the draft. Raises
    DraftChanged if another event than `seen` has last written it.
    """
    draft = _waiting(pk, seen=seen)
    file = checked_with(draft.authority, SECTION[DraftKind(draft.kind)], draft.values)
    name_usual_parties(draft.authority, by=by, at=at)
    became = _record(draft, file, by=by, at=at)
    with audit.action("powers.draft.recorded", by=by, at=at) as event:
        event.change(draft, state=DraftState.RECORDED, became=became)
        event.subject = f"{draft.authority.slug}/drafts/{pk}"
        event.values = {"became": became}
    return draft


def _waiting(pk: int, *, seen: int | None = None) -> Draft:
    draft = Draft.objects.select_for_update(of=("self",)).select_related("authority").get(pk=pk)
    if draft.state != DraftState.WAITING:
        raise DraftNotWaiting(draft)
    if seen not in (None, draft.event_id):
        raise DraftChanged
    return draft


def _record(draft: Draft, file: recordfile.RecordFile, *, by: By, at: datetime) -> str:
    authority: Authority = draft.authority
    if draft.kind == DraftKind.INSTRUMENT:
        instrument = file.instruments[-1]
        facts.record_instrument(authority, instrument, by=by, at=at)
        return instrument.instrument.code
    if draft.kind == DraftKind.APPOINTMENT:
        appointment = file.appointments[-1]
        office = columns.of_appointment(appointment)
        people.settle_appointment(authority, office, in_place_of=None, by=by, at=at)
        return appointment.person
    happening = file.events[-1]
    known = {row.code: row for row in queries.events(authority).filter(on=happening.on)}
    code = next(new_codes(f"{happening.on.isoformat()}-{{}}", known))
    facts.record_event(authority, happening, code=code, by=by, at=at)
    return code

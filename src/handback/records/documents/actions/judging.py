"""What people make of claims: each is accepted, amended or rejected, once.

1. `seen` is the event that had last written a claim when it was shown. A person judges what they saw: a claim
   that has been read anew since is refused.
2. The log tells which claim it was by its key, rule and place. Words of the document stay out of it, since
   nothing can be taken out of the log: it has a sealed hash of the quote.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from handback.records.audit import actions as audit
from handback.records.audit.facts import By
from handback.records.documents.actions.refusals import (
    AlreadyDecided,
    ClaimChanged,
    ClaimsChanged,
    NoReason,
)
from handback.records.documents.models import Claim, ClaimState, Document

AT_A_TIME = 400  # keys in one query


def accept(pk: int, *, repeats: Collection[str] = (), seen: int | None = None, by: By, at: datetime) -> Claim:
    """Accept a claim as the document states it. `repeats` says what the record already holds like it.

    Raises AlreadyDecided and ClaimChanged.
    """
    return _decide(pk, ClaimState.ACCEPTED, repeats=repeats, seen=seen, by=by, at=at)


def amend(
    pk: int,
    *,
    attributes: dict[str, Any],
    repeats: Collection[str] = (),
    seen: int | None = None,
    by: By,
    at: datetime,
) -> Claim:
    """Accept a claim with its attributes put right; what the reader said is kept beside them.

    Raises AlreadyDecided and ClaimChanged.
    """
    return _decide(pk, ClaimState.AMENDED, repeats=repeats, seen=seen, by=by, at=at, amended=attributes)


def reject(pk: int, *, reason: str, seen: int | None = None, by: By, at: datetime) -> Claim:
    """Reject a claim. Raises NoReason, AlreadyDecided and ClaimChanged."""
    if not reason.strip():
        raise NoReason
    return _decide(pk, ClaimState.REJECTED, seen=seen, by=by, at=at, reason=reason.strip())


@transaction.atomic
def accept_all(document: int, shown: Mapping[int, int], *, by: By, at: datetime) -> int:
    """Accept these claims of a document as it states them: all of them, in one event, or none.

    `shown` has, for the key of each, the event that had last written it. Raises ClaimsChanged if any of them
    has been written since, or is no claim of this document that waits for a person.
    """
    wanted = sorted(shown)
    found: list[Claim] = []
    Document.objects.select_for_update().only("pk").get(pk=document)
    for first in range(0, len(wanted), AT_A_TIME):
        some = Claim.objects.select_for_update().filter(document_id=document, state=ClaimState.PROPOSED)
        found += some.filter(pk__in=wanted[first : first + AT_A_TIME]).order_by("start", "pk")
    found = [claim for claim in found if claim.event_id == shown[claim.pk]]
    if len(found) < len(wanted):
        raise ClaimsChanged(len(wanted) - len(found), len(wanted))
    if not found:
        return 0
    with audit.action("documents.claims.accepted", by=by, at=at) as event:
        name = audit.actor_of(by).name
        for claim in found:
            event.change(claim, state=ClaimState.ACCEPTED, decided_by=name, decided_at=at)
        event.subject = f"{found[0].document.authority.slug}/documents/{document}"
        event.values = {
            "count": len(found),
            "claims": [{"id": claim.pk} | told for claim, told in zip(found, _told(found), strict=True)],
        }
    return len(found)


@transaction.atomic
def _decide(
    pk: int,
    state: ClaimState,
    *,
    repeats: Collection[str] = (),
    seen: int | None,
    by: By,
    at: datetime,
    **said: Any,
) -> Claim:
    Document.objects.select_for_update().only("pk").get(claims=pk)
    locked = Claim.objects.select_for_update(of=("self",))
    claim = locked.select_related("document__authority").get(pk=pk)
    if claim.state != ClaimState.PROPOSED:
        raise AlreadyDecided(claim)
    if seen not in (None, claim.event_id):
        raise ClaimChanged
    with audit.action(f"documents.claim.{state.value}", by=by, at=at) as event:
        name = audit.actor_of(by).name
        event.change(claim, state=state, decided_by=name, decided_at=at, **said)
        event.subject = f"{claim.document.authority.slug}/documents/{claim.document_id}/claims/{pk}"
        again = {"repeats": list(repeats)} if repeats else {}
        event.values = _told([claim])[0] | _of_judgement(claim, said) | again
    return claim


def _told(some: Sequence[Claim]) -> list[dict[str, Any]]:
    """What tells claims in the log for ever: all but their words, which may be of a person."""
    quotes = audit.sealed_together(claim.quote for claim in some)
    return [
        {"type": claim.type, "rule": claim.rule, "start": claim.start, "end": claim.end, "quote": quote}
        for claim, quote in zip(some, quotes, strict=True)
    ]


def _of_judgement(claim: Claim, said: Mapping[str, Any]) -> dict[str, Any]:
    """What a person said of a claim: the reason, and what was put right, by name. The row has its words."""
    if "amended" not in said:
        return dict(said)
    before, after = claim.attributes, said["amended"]
    differ = sorted(name for name in {*before, *after} if before.get(name) != after.get(name))
    return {"put_right": differ}

"""Tying what was promised to the indicator that would show it, and saying that a tie holds no more."""

from datetime import datetime

from django.db import transaction

from handback.records.audit.facts import By, Outcome
from handback.records.documents.queries import accepted_claims
from handback.records.measures.actions.recording import locked, record, subject_of, withdraw
from handback.records.measures.models import CommitmentTie
from handback.records.measures.refusals import NoReason, NoSuchCommitment
from handback.records.people.models import Authority

COMMITMENT = "commitment"  # the type of claim that is one


@transaction.atomic
def tie(
    authority: Authority,
    indicator: str,
    *,
    claim: int,
    bearing: str,
    tied_by: str,
    is_public: bool = False,
    by: By,
    at: datetime,
) -> Outcome:
    """Record that an accepted commitment bears on an indicator, and how; or correct what was said of it.

    Raises UnknownIndicator, NoSuchCommitment for a claim that is none or was not accepted, and NoReason.
    """
    locked(authority, indicator)
    if not accepted_claims(authority).filter(pk=claim, type=COMMITMENT).exists():
        raise NoSuchCommitment
    if not bearing.strip() or not tied_by.strip():
        raise NoReason("tying a commitment to an indicator")
    key = {"authority": authority, "indicator": indicator, "claim_id": claim}
    wanted = {"bearing": bearing.strip(), "tied_by": tied_by.strip(), "is_public": is_public}
    subject = subject_of(authority, indicator, "commitments")
    return record(CommitmentTie, key, wanted, what="measures.tie", subject=subject, by=by, at=at)


@transaction.atomic
def untie(authority: Authority, indicator: str, *, claim: int, reason: str, by: By, at: datetime) -> None:
    """Say that a tie holds no more. Raises UnknownIndicator, NoReason and NothingToWithdraw."""
    locked(authority, indicator)
    key = {"authority": authority, "indicator": indicator, "claim_id": claim}
    subject = subject_of(authority, indicator, "commitments")
    withdraw(CommitmentTie, key, what="measures.tie", subject=subject, reason=reason, by=by, at=at)

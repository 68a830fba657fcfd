"""Questions about powers. The ledger is compiled from the rows by core.powers; nothing is stored."""

from datetime import datetime

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Length

from handback.records.documents.models import Claim
from handback.records.people.models import Authority
from handback.records.powers.models import (
    Delegation,
    Draft,
    DraftClaim,
    DraftKind,
    DraftState,
    Event,
    Function,
    Instrument,
    Move,
    Proposal,
    Register,
)


def functions(authority: Authority, *, known_at: datetime | None = None) -> QuerySet[Function]:
    """The functions of an authority, in the order in which they were listed."""
    found = Function.objects.known_at(known_at).filter(authority=authority)
    return found.order_by("position", "code")


def instruments(authority: Authority, *, known_at: datetime | None = None) -> QuerySet[Instrument]:
    """The instruments of an authority, earliest first."""
    found = Instrument.objects.known_at(known_at).filter(authority=authority)
    return found.order_by("in_force_on", "made_on", "code")


def moves(authority: Authority, *, known_at: datetime | None = None) -> QuerySet[Move]:
    """The moves that an authority's instruments make."""
    found = Move.objects.known_at(known_at).filter(instrument__authority=authority)
    return found.order_by("instrument__in_force_on", "instrument__code", "position")


def proposals(authority: Authority, *, known_at: datetime | None = None) -> QuerySet[Proposal]:
    """The transfers and returns that were proposed, earliest first; those without a day come last."""
    found = Proposal.objects.known_at(known_at).filter(authority=authority)
    return found.order_by(F("minded_to_on").asc(nulls_last=True), "code")


def events(authority: Authority, *, known_at: datetime | None = None) -> QuerySet[Event]:
    """What happened in the intervention, earliest first."""
    found = Event.objects.known_at(known_at).filter(authority=authority)
    return found.order_by("on", Length("code"), "code")


def delegations(authority: Authority, *, known_at: datetime | None = None) -> QuerySet[Delegation]:
    """Who was let to act for a holder, earliest first."""
    found = Delegation.objects.known_at(known_at).filter(authority=authority)
    return found.select_related("given_by").order_by("first", Length("code"), "code")


def drafts(authority: Authority) -> QuerySet[Draft]:
    """Facts being prepared, newest first."""
    return Draft.objects.filter(authority=authority).order_by("-made_at", "-pk")


def waiting_drafts(authority: Authority) -> QuerySet[Draft]:
    """Drafts that a person has yet to record or put aside."""
    return drafts(authority).filter(state=DraftState.WAITING)


def evidence_of(draft: Draft) -> QuerySet[DraftClaim]:
    """What a draft rests on, in the order in which it was added: claims, their documents without text."""
    return _evidence().filter(draft=draft).order_by("pk")


def claims_that_became(authority: Authority, instrument: str) -> QuerySet[DraftClaim]:
    """What the drafts that became an instrument rested on: claims, their documents without text."""
    became = Q(draft__kind=DraftKind.INSTRUMENT, draft__state=DraftState.RECORDED, draft__became=instrument)
    return _evidence().filter(became, draft__authority=authority).order_by("-draft__made_at", "pk")


def _evidence() -> QuerySet[DraftClaim]:
    whole = ("claim__document__text", "claim__document__passages")
    return DraftClaim.objects.select_related("claim__document").defer(*whole)


def drafts_on(claim: Claim) -> QuerySet[Draft]:
    """The drafts that rest on a claim."""
    return Draft.objects.filter(evidence__claim=claim).order_by("pk")


def register() -> Register | None:
    """The current edition of the register of interventions."""
    return Register.objects.known_at(None).first()

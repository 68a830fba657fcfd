"""Questions about powers. The ledger is compiled from the rows by core.powers; nothing is stored."""

from datetime import datetime

from django.db.models import QuerySet

from handback.records.people.models import Authority
from handback.records.powers.models import (
    Delegation,
    Draft,
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
    """The transfers and returns that were recommended or proposed, earliest first."""
    found = Proposal.objects.known_at(known_at).filter(authority=authority)
    return found.order_by("minded_to_on", "code")


def events(authority: Authority, *, known_at: datetime | None = None) -> QuerySet[Event]:
    """What happened in the intervention, earliest first."""
    found = Event.objects.known_at(known_at).filter(authority=authority)
    return found.order_by("on", "code")


def delegations(authority: Authority, *, known_at: datetime | None = None) -> QuerySet[Delegation]:
    """Who was let to act for a holder, earliest first."""
    found = Delegation.objects.known_at(known_at).filter(authority=authority)
    return found.select_related("given_by").order_by("first", "code")


def drafts(authority: Authority) -> QuerySet[Draft]:
    """Facts being prepared, newest first."""
    return Draft.objects.filter(authority=authority).order_by("-made_at", "-pk")


def waiting_drafts(authority: Authority) -> QuerySet[Draft]:
    """Drafts that a person has yet to record or put aside."""
    return drafts(authority).filter(state=DraftState.WAITING)


def register() -> Register | None:
    """The current edition of the register of interventions."""
    return Register.objects.known_at(None).first()

"""Questions about authorities, accounts, people and appointments."""

from datetime import date, datetime

from django.contrib.auth.models import AnonymousUser
from django.db.models import F, Q, QuerySet

from handback.core.powers import functions as core
from handback.records.people.models import Appointment, Authority, Grant, Party, Role, Token, User

__all__ = ["Role", "User"]


def authorities() -> QuerySet[Authority]:
    """Every authority with a record here."""
    return Authority.objects.all()


def authority_called(words: str) -> Authority | None:
    """The authority with this GSS code, short name or name, or the only one whose name begins so."""
    wanted = words.strip()
    named = Q(gss__iexact=wanted) | Q(slug__iexact=wanted) | Q(name__iexact=wanted)
    exact = Authority.objects.filter(named).first()
    if exact is not None or not wanted:
        return exact
    begun = list(Authority.objects.filter(name__istartswith=wanted)[:2])
    return begun[0] if len(begun) == 1 else None


def account(username: str) -> User | None:
    """The account with this name, if there is one."""
    return User.objects.filter(username=username).first()


def grants(user: User | AnonymousUser, *, on: date) -> QuerySet[Grant]:
    """The roles that an account has on a day."""
    if user.pk is None:
        return Grant.objects.none()
    running = Q(until__isnull=True) | Q(until__gt=on)
    return Grant.objects.filter(running, user_id=user.pk, first__lte=on)


def roles_at(user: User | AnonymousUser, slug: str | None, *, on: date) -> frozenset[str]:
    """The roles of an account on a day, at one authority or (no slug) at any."""
    held = grants(user, on=on)
    if slug is not None:
        held = held.filter(authority__slug=slug)
    return frozenset(held.values_list("role", flat=True))


def authorities_of(user: User | AnonymousUser, *, on: date) -> QuerySet[Authority]:
    """The authorities at which an account has a role on a day, by name."""
    return Authority.objects.filter(pk__in=grants(user, on=on).values("authority")).order_by("name")


def tokens(user: User, authority: Authority, *, on: date) -> QuerySet[Token]:
    """The tokens with which an account's programs may speak at an authority on a day, the newest first."""
    running = Token.objects.filter(user=user, authority=authority, ended_at=None, until__gt=on)
    return running.order_by("-made_at", "-pk")


def parties(authority: Authority, *, known_at: datetime | None = None) -> QuerySet[Party]:
    """The bodies and persons that can hold functions of an authority."""
    return Party.objects.known_at(known_at).filter(authority=authority)


def parties_by_code(authority: Authority) -> dict[str, Party]:
    """The authority's parties, by code."""
    return {party.code: party for party in parties(authority)}


def party_values(authority: Authority, *, known_at: datetime | None = None) -> dict[int, core.Party]:
    """For the key of every row that ever named a party, the party as known at a moment.

    A fact points to the row that was current when it was recorded; a party corrected since has one name.
    """
    rows = list(Party.objects.filter(authority=authority))
    known = {row.code: party_value(row) for row in rows if row.recorded.known_at(known_at)}
    return {row.pk: known.get(row.code) or party_value(row) for row in rows}


def party_value(row: Party) -> core.Party:
    """A party as a value for the ledger."""
    return core.Party(row.code, core.PartyKind(row.kind), row.name)


def appointments(authority: Authority, *, known_at: datetime | None = None) -> QuerySet[Appointment]:
    """Who held which office, earliest first; before them, those of which no source says when they began."""
    found = Appointment.objects.known_at(known_at).filter(authority=authority)
    return found.order_by(F("first").asc(nulls_first=True), "name", "role", "pk")

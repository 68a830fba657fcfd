"""Every write to accounts, authorities, people, parties and appointments."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from handback.records.audit import actions as audit
from handback.records.audit.facts import By, Outcome, plain, settle
from handback.records.people.models import Appointment, Authority, Grant, Party, Person, User
from handback.records.people.queries import grants, parties

TAKEN = frozenset({"about", "api", "changes", "checkpoint", "office", "register", "static"})


class NameTaken(ValueError):
    """An authority's short name that stands for a page of the site."""

    def __init__(self, slug: str) -> None:
        super().__init__(f"“{slug}” is the address of another page. Choose another short name.")


class AlreadyKept(ValueError):
    """The record already has this; nothing was changed."""


class AnotherShortName(AlreadyKept):
    """An authority's record that is kept under another short name than the one given."""

    def __init__(self, kept: Authority, slug: str) -> None:
        super().__init__(
            f"The record of {kept.name} ({kept.gss}) has the short name “{kept.slug}”, and short names never "
            f"change; “{slug}” is given here."
        )


class ShortNameInUse(AlreadyKept):
    """A short name under which another authority's record is kept."""

    def __init__(self, kept: Authority, *, name: str, gss: str) -> None:
        super().__init__(
            f"“{kept.slug}” is the short name of {kept.name} ({kept.gss}). Choose another for {name} ({gss})."
        )


@transaction.atomic
def keep_authority(
    *,
    slug: str,
    name: str,
    gss: str,
    gss_as_of: date | None,
    is_demonstration: bool,
    note: str,
    by: By,
    at: datetime,
) -> tuple[Authority, Outcome]:
    """Open the record of an authority, or bring what it says of the authority into agreement.

    Raises AnotherShortName, ShortNameInUse and NameTaken.
    """
    wanted = {"name": name, "gss_as_of": gss_as_of, "is_demonstration": is_demonstration, "note": note}
    kept = _kept_under(slug, gss=gss, name=name)
    if kept is None:
        opened = open_record(
            slug=slug,
            name=name,
            gss=gss,
            gss_as_of=gss_as_of,
            is_demonstration=is_demonstration,
            note=note,
            by=by,
            at=at,
        )
        return opened, Outcome.NEW
    changed = {column: value for column, value in wanted.items() if getattr(kept, column) != value}
    if not changed:
        return kept, Outcome.SAME
    with audit.action("people.authority.corrected", by=by, at=at) as event:
        event.change(kept, **changed)
        event.subject = slug
        event.values = plain(changed)
    return kept, Outcome.CORRECTED


def _kept_under(slug: str, *, gss: str, name: str) -> Authority | None:
    """The authority with this code, if it has a record. Raises AnotherShortName and ShortNameInUse."""
    kept = Authority.objects.select_for_update().filter(gss=gss).first()
    if kept is not None and kept.slug != slug:
        raise AnotherShortName(kept, slug)
    other = Authority.objects.filter(slug=slug).exclude(gss=gss).first()
    if other is not None:
        raise ShortNameInUse(other, name=name, gss=gss)
    return kept


@transaction.atomic
def open_record(
    *,
    slug: str,
    name: str,
    gss: str,
    gss_as_of: date | None,
    is_demonstration: bool,
    note: str,
    by: By,
    at: datetime,
) -> Authority:
    """Open the record of an authority. Raises AlreadyKept, AnotherShortName, ShortNameInUse and NameTaken."""
    if slug.lower() in TAKEN:
        raise NameTaken(slug)
    if _kept_under(slug, gss=gss, name=name) is not None:
        raise AlreadyKept(f"{name} ({gss}) already has a record here.")
    with audit.action("people.authority.opened", by=by, at=at) as event:
        row = Authority(
            slug=slug, name=name, gss=gss, gss_as_of=gss_as_of, is_demonstration=is_demonstration, note=note
        )
        event.add(row)
        event.subject = slug
        event.values = {"name": name, "gss": gss}
    return row


@transaction.atomic
def name_party(
    authority: Authority,
    *,
    code: str,
    kind: str,
    name: str,
    person: str = "",
    note: str = "",
    by: By,
    at: datetime,
) -> Outcome:
    """Record a body or person that can hold functions; `person` is the name of a single commissioner."""
    wanted = {"kind": kind, "name": name, "person": person, "note": note}
    old = parties(authority).filter(code=code).first()
    new = Party(authority=authority, code=code, **wanted)
    subject = f"{authority.slug}/parties/{code}"
    return settle(old, new, wanted, what="people.party", subject=subject, by=by, at=at)


@transaction.atomic
def settle_appointment(
    authority: Authority, office: dict[str, Any], *, in_place_of: Appointment | None, by: By, at: datetime
) -> Outcome:
    """Record that a person held an office, in place of what was recorded before if that is given.

    `office` are the columns of Appointment. The person is found by exact name, or made.
    """
    name = office["name"]
    known = Person.objects.filter(name=name).first()
    person = known or Person(name=name)
    return settle(
        in_place_of,
        Appointment(authority=authority, person=person, **office),
        office,
        what="people.appointment",
        subject=f"{authority.slug}/appointments/{name}",
        by=by,
        at=at,
        beside=[] if known else [person],
    )


@transaction.atomic
def open_account(*, username: str, name: str, job_title: str, password: str, by: By, at: datetime) -> User:
    """Open an account. The row's names are personal, so the log keeps them sealed. Raises AlreadyKept."""
    if User.objects.filter(username=username).exists():
        raise AlreadyKept(f"There is already an account called {username}.")
    user = User(username=username, name=name, job_title=job_title)
    user.set_password(password)
    with audit.action("people.account.opened", by=by, at=at) as event:
        event.add(user)
        event.subject = f"accounts/{user.pk}"
        event.values = plain({"job_title": job_title})
    return user


def change_password(pk: int, *, password: str, by: By, at: datetime) -> User:
    """Give an account another password. The log says that it was changed, and nothing of either."""
    with audit.action("people.account.password_changed", by=by, at=at) as event:
        user = User.objects.select_for_update().get(pk=pk)
        user.set_password(password)
        event.change(user, password=user.password)
        event.subject = f"accounts/{pk}"
    return user


def grant(
    user: User, authority: Authority, *, role: str, first: date, until: date | None, by: By, at: datetime
) -> Grant:
    """Give an account a role at an authority, for a period."""
    with audit.action("people.role.granted", by=by, at=at) as event:
        row = Grant(user=user, authority=authority, role=role, first=first, until=until)
        event.add(row)
        event.subject = f"{authority.slug}/accounts/{user.pk}"
        event.values = plain({"role": role, "first": first, "until": until})
    return row


@transaction.atomic
def end_role(user: User, authority: Authority, *, role: str, on: date, by: By, at: datetime) -> list[Grant]:
    """Let an account no longer have a role at an authority: `on` is the first day without it.

    Returns what was ended: nothing where the account did not have the role that day. A grant that begins
    later is left as it is.
    """
    held = grants(user, on=on).select_for_update().filter(authority=authority, role=role)
    ended = list(held.order_by("pk"))
    for row in ended:
        with audit.action("people.role.ended", by=by, at=at) as event:
            event.change(row, until=on)
            event.subject = f"{authority.slug}/accounts/{user.pk}"
            event.values = plain({"role": role, "until": on})
    return ended

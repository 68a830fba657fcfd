"""Every write to accounts, authorities, people, parties and appointments."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from handback.records.audit import actions as audit
from handback.records.audit.facts import By, Outcome, plain, settle
from handback.records.people.models import Appointment, Authority, Grant, Party, Person, User
from handback.records.people.queries import appointments, parties

TAKEN = frozenset({"about", "changes", "checkpoint", "office", "register", "static"})


class NameTaken(ValueError):
    """An authority's short name that stands for a page of the site."""

    def __init__(self, slug: str) -> None:
        super().__init__(f"“{slug}” is the address of another page. Choose another short name.")


class AlreadyKept(ValueError):
    """The record already has this; nothing was changed."""


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
    """Open the record of an authority. Raises AlreadyKept if it has one, and NameTaken."""
    if slug in TAKEN:
        raise NameTaken(slug)
    if Authority.objects.filter(slug=slug).exists() or Authority.objects.filter(gss=gss).exists():
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
def name_party(authority: Authority, *, code: str, kind: str, name: str, by: By, at: datetime) -> Outcome:
    """Record a body or person that can hold functions."""
    wanted = {"kind": kind, "name": name}
    old = parties(authority).filter(code=code).first()
    new = Party(authority=authority, code=code, **wanted)
    subject = f"{authority.slug}/parties/{code}"
    return settle(old, new, wanted, what="people.party", subject=subject, by=by, at=at)


@transaction.atomic
def record_appointment(
    authority: Authority, office: dict[str, Any], *, nth: int = 0, by: By, at: datetime
) -> Outcome:
    """Record that a person held an office; `office` are the columns of Appointment.

    The person is found by exact name, or made. `nth` tells spells of one person in one role apart.
    """
    name, role = office["name"], office["role"]
    spells = appointments(authority).filter(name=name, role=role)
    old = next(iter(spells[nth : nth + 1]), None)
    known = Person.objects.filter(name=name).first()
    person = known or Person(name=name)
    return settle(
        old,
        Appointment(authority=authority, person=person, **office),
        office,
        what="people.appointment",
        subject=f"{authority.slug}/appointments/{name}",
        by=by,
        at=at,
        beside=[] if known else [person],
    )


def delete_person(pk: int, *, by: By, at: datetime) -> None:
    """Delete a person. Every appointment keeps the name as it was recorded."""
    with audit.action("people.person.deleted", by=by, at=at) as event:
        person = Person.objects.select_for_update().get(pk=pk)
        event.delete(person)
        event.subject = f"people/{pk}"


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

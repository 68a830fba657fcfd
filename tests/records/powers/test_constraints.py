"""What the database itself refuses about people and powers, whatever the code above it does.

Each named constraint stands once in BROKEN, with rows of which the last breaks it.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction

from handback.records.audit import actions as audit
from handback.records.audit.models import Audited
from handback.records.documents import actions as documents
from handback.records.people.models import (
    Appointment,
    Authority,
    Grant,
    Party,
    Person,
    Token,
    User,
)
from handback.records.powers.models import (
    Claim,
    Delegation,
    Draft,
    DraftClaim,
    Event,
    Function,
    Instrument,
    Move,
    Proposal,
    Register,
)
from tests.support.harrowmere import CLERK, MORNING
from tests.support.sources import listed

DAY, BEFORE = date(2021, 6, 1), date(2021, 5, 31)
Rows = list[Audited]


def party(authority: Authority, **given: Any) -> Party:
    return Party(**{"authority": authority, "code": "trust", "kind": "trust", "name": "A trust"} | given)


def function(authority: Authority, **given: Any) -> Function:
    return Function(**{"authority": authority, "code": "F01", "name": "Leisure", "kind": "executive"} | given)


def instrument(authority: Authority, **given: Any) -> Instrument:
    usual = {"title": "Directions", "kind": "directions", "made_on": DAY, "in_force_on": DAY}
    return Instrument(**{"authority": authority, "code": "I01"} | usual | given)


def event(authority: Authority) -> Event:
    return Event(authority=authority, code="2021-06-01-1", on=DAY, kind="other", text="Something happened.")


def delegation(giver: Party, **given: Any) -> Delegation:
    usual = {"delegate": "Chief Executive", "capacity": "officer", "first": DAY}
    return Delegation(**{"authority": giver.authority, "code": "D01", "given_by": giver} | usual | given)


def office(authority: Authority, **given: Any) -> Appointment:
    usual = {"name": "Maya", "role": "Commissioner", "capacity": "commissioner"}
    return Appointment(**{"authority": authority} | usual | given)


def a_move_of_nothing(authority: Authority) -> Rows:
    made = instrument(authority)
    return [made, Move(instrument=made, reach="all functions")]


def a_backward_grant(authority: Authority) -> Rows:
    user = User(username="maya", name="Maya", password="!")
    return [user, Grant(user=user, authority=authority, role="member", first=DAY, until=BEFORE)]


def one_delegation_code_twice(authority: Authority) -> Rows:
    giver = party(authority)
    return [giver, delegation(giver), delegation(giver)]


def a_backward_delegation(authority: Authority) -> Rows:
    giver = party(authority)
    return [giver, delegation(giver, until=BEFORE)]


def one_claim_twice_in_a_draft(authority: Authority) -> Rows:
    minutes = documents.keep(authority, b"It was decided.", name="minutes.txt", by=CLERK, at=MORNING)
    place = {"start": 0, "end": 15, "quote": "It was decided."}
    claim = Claim(document=minutes, type="decision", rule="tests", confidence=1, **place)
    draft = Draft(authority=authority, kind="event", made_at=MORNING)
    return [claim, draft, DraftClaim(draft=draft, claim=claim), DraftClaim(draft=draft, claim=claim)]


def tokens(here: Authority, *handles: str, **given: Any) -> Rows:
    """Somebody, and tokens of theirs with these handles."""
    sam = User(username="sam", name="Sam", password="!")
    usual = {"authority": here, "name": "payroll", "sha256": "0" * 64, "made_at": MORNING, "until": DAY}
    return [sam, *(Token(user=sam, handle=handle, **usual | given) for handle in handles)]


BROKEN: dict[str, Callable[[Authority], Rows]] = {
    "account_has_a_name": lambda _: [User(username="sam", name="", password="!")],
    "authority_has_a_name": lambda _: [Authority(slug="nameless", name="", gss="E08000998")],
    "gss_code_is_well_formed": lambda _: [Authority(slug="odd", name="Odd", gss="X0800099")],
    "grant_ends_after_it_begins": a_backward_grant,
    "token_has_a_name": lambda here: tokens(here, "a", name=""),
    "token_is_kept_as_a_hash": lambda here: tokens(here, "a", sha256="secret"),
    "token_name_is_used_once": lambda here: tokens(here, "a", "b"),
    "person_has_a_name": lambda _: [Person(name="")],
    "party_code_is_used_once": lambda here: [party(here), party(here)],
    "appointment_keeps_a_name": lambda here: [office(here, name="")],
    "appointment_ends_after_it_begins": lambda here: [office(here, first=DAY, until=BEFORE)],
    "function_code_is_used_once": lambda here: [function(here), function(here)],
    "instrument_code_is_used_once": lambda here: [instrument(here), instrument(here)],
    "instrument_is_made_before_it_is_in_force": lambda here: [instrument(here, in_force_on=BEFORE)],
    "instrument_expires_after_it_is_in_force": lambda here: [instrument(here, expires_on=BEFORE)],
    "move_changes_something": a_move_of_nothing,
    "proposal_code_is_used_once": lambda here: [Proposal(authority=here, code="P1") for _ in range(2)],
    "proposal_is_decided_after_it_is_made": lambda here: [
        Proposal(authority=here, code="P1", minded_to_on=DAY, decided_on=BEFORE)
    ],
    "event_code_is_used_once": lambda here: [event(here), event(here)],
    "delegation_code_is_used_once": one_delegation_code_twice,
    "delegation_ends_after_it_begins": a_backward_delegation,
    "draft_rests_on_a_claim_once": one_claim_twice_in_a_draft,
    "register_has_one_current_edition": lambda _: [Register(as_of=DAY, content={}) for _ in range(2)],
}


def named_constraints() -> dict[str, type[models.Model]]:
    return {
        constraint.name: model
        for model in apps.get_models()
        if model._meta.app_label in {"people", "powers"}
        for constraint in model._meta.constraints
    }


def test_every_constraint_of_people_and_powers_is_tested():
    untested = sorted(set(named_constraints()) - set(BROKEN))

    assert not untested, listed(untested)


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(BROKEN))
def test_the_database_sees_to_it_that(name: str, harrowmere: Authority):
    *sound, broken = BROKEN[name](harrowmere)

    with transaction.atomic():
        for row in sound:
            _add(row)
    with pytest.raises(IntegrityError, match=_told(name)), transaction.atomic():
        _add(broken)


def _add(row: Audited) -> None:
    for field in row._meta.concrete_fields:
        if field.is_relation and field.is_cached(row):
            setattr(row, field.name, getattr(row, field.name))
    with audit.action("tests.row.added", by=CLERK, at=MORNING) as written:
        written.add(row)


def _told(name: str) -> str:
    """SQLite names the columns of a unique index, and not the index."""
    is_unique = isinstance(_constraint(name), models.UniqueConstraint)
    return "UNIQUE" if is_unique and connection.vendor == "sqlite" else name


def _constraint(name: str) -> models.BaseConstraint:
    return next(c for c in named_constraints()[name]._meta.constraints if c.name == name)

"""The compiled record: compiled once for each state of the record, and afresh after any change."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import transaction

from handback.records.people import actions as people
from handback.records.people.queries import authorities
from handback.records.powers import actions
from handback.records.powers.standing import standing_of, whole_record
from tests.support.harrowmere import CLERK, MORNING

pytestmark = pytest.mark.django_db

LATER = {"by": CLERK, "at": MORNING + timedelta(days=1)}


def change_function(authority, entry):
    actions.record_function(authority, replace(entry.functions[0], note="n"), labels={}, position=0, **LATER)


def change_instrument(authority, entry):
    actions.record_instrument(authority, replace(entry.instruments[0], note="n"), **LATER)


def change_proposal(authority, entry):
    actions.record_proposal(authority, replace(entry.proposals[0], note="n"), **LATER)


def change_event(authority, entry):
    actions.record_event(authority, replace(entry.events[0], text="n"), code="2022-11-07-1", **LATER)


def change_delegation(authority, entry):
    actions.record_delegation(authority, replace(entry.delegations[0], terms="n"), code="D01", **LATER)


def change_party(authority, _entry):
    people.name_party(authority, code="trust", kind="trust", name="n", **LATER)


def change_appointment(authority, _entry):
    office = {"name": "Sam", "role": "Adviser", "capacity": "officer"}
    people.settle_appointment(authority, office, in_place_of=None, **LATER)


def change_authority(authority, entry):
    who = {"slug": authority.slug, "gss": authority.gss, "gss_as_of": authority.gss_as_of}
    people.keep_authority(**who, name="n", is_demonstration=True, note="", **LATER)


CHANGES = [
    change_function,
    change_instrument,
    change_proposal,
    change_event,
    change_delegation,
    change_party,
    change_appointment,
    change_authority,
]


def test_a_record_that_did_not_change_is_compiled_once(recorded):
    assert standing_of(recorded) is standing_of(recorded)


@pytest.mark.parametrize("change", CHANGES)
def test_a_record_is_compiled_afresh_after(change, recorded):
    before = standing_of(recorded)

    change(recorded, before.record)

    after = standing_of(authorities().get())
    assert after is not before
    assert after.record != before.record


def test_a_change_elsewhere_leaves_the_compiled_record_as_it_is(recorded, load, example):
    before = standing_of(recorded)
    load(example | {"authority": {"slug": "marlow", "name": "Marlow", "gss": "E08000998"}})

    assert standing_of(recorded) is before


def test_a_change_that_was_undone_leaves_nothing_compiled_behind(recorded):
    before = standing_of(recorded)
    with transaction.atomic():
        change_party(recorded, before.record)
        within = standing_of(recorded)
        transaction.set_rollback(True)

    people.name_party(recorded, code="trust", kind="trust", name="another", **LATER)

    assert standing_of(recorded) not in (before, within)


def test_asking_for_a_compiled_record_takes_one_query(recorded, django_assert_num_queries):
    standing_of(recorded)

    with django_assert_num_queries(1):
        standing_of(recorded)


def test_the_record_before_anything_was_recorded_is_empty(recorded):
    nothing = whole_record(recorded, known_at=MORNING - timedelta(days=1))

    assert (nothing.functions, nothing.instruments, nothing.parties, nothing.events) == ((), (), (), ())

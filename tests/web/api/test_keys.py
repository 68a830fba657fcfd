"""Values sent under an Idempotency-Key: taken once, and answered the second time as the first."""

from datetime import date

import pytest
from django.db import IntegrityError
from django.db.transaction import atomic
from django.utils.timezone import now

from handback.records.audit import actions as audit
from handback.records.audit.queries import events, verify
from handback.records.measures import actions as measures
from handback.records.measures import queries
from handback.records.measures.models import Sending
from tests.support.harrowmere import CLERK
from tests.web.api.conftest import bin_value

pytestmark = pytest.mark.django_db


def recorded(authority):
    return [f"{row.value:f}" for row in queries.values(authority)]


def test_what_is_sent_again_under_its_key_is_answered_as_the_first_time(program, harrowmere, bins):
    first = program.enter(bin_value(1, 12.5), key="nightly-1")
    before = events().count()

    again = program.enter(bin_value(1, 12.5), key="nightly-1")

    assert (again.status_code, again.json()) == (200, first.json())
    assert (again.json()["new"], events().count()) == (1, before)


def test_a_restatement_sent_again_under_its_key_does_not_undo_what_came_after(program, harrowmere, bins):
    program.enter(bin_value(1, 10))
    late = {"restate": True, "reason": "Late returns"}
    first = program.enter(bin_value(1, 12), key="a", **late)
    program.enter(bin_value(1, 14), restate=True, reason="Counted again")

    again = program.enter(bin_value(1, 12), key="a", **late)

    assert (again.json(), recorded(harrowmere)) == (first.json(), ["14"])
    assert again.json()["restatements"][0]["old"]["value"] == "10"


def test_a_value_withdrawn_since_is_not_entered_again(program, harrowmere, bins):
    program.enter(bin_value(1, 10), key="a")
    january = date(2025, 1, 1)
    measures.withdraw_value(harrowmere, "M01", first=january, reason="Not ours", by=CLERK, at=now())

    program.enter(bin_value(1, 10), key="a")

    assert recorded(harrowmere) == []


def test_what_wrote_nothing_new_uses_up_its_key_too(program, harrowmere, bins):
    program.enter(bin_value(1, 10))
    program.enter(bin_value(1, 10), key="a")
    program.enter(bin_value(1, 11), restate=True, reason="Late returns")

    again = program.enter(bin_value(1, 10), key="a")

    assert (again.status_code, again.json()["same"], recorded(harrowmere)) == (200, 1, ["11"])


def test_a_key_of_spaces_alone_is_refused_before_anything_is_written(program, harrowmere, bins):
    assert program.enter(bin_value(1, 10), key="  ").status_code == 422
    assert recorded(harrowmere) == []


def test_a_key_is_refused_for_something_else(program, harrowmere, bins):
    program.enter(bin_value(1, 10), key="a")

    answer = program.enter(bin_value(2, 10), key="a")

    assert (answer.status_code, answer.json()["code"]) == (422, "key-used-otherwise")
    assert "“a” was used for something else" in answer.json()["detail"]
    assert recorded(harrowmere) == ["10"]


def test_the_order_of_fields_makes_nothing_else_of_a_request(program, bins):
    there, back = (sorted(bin_value(1, 10).items(), reverse=turned) for turned in (False, True))

    program.enter(dict(there), key="a")

    assert program.enter(dict(back), key="a").json()["new"] == 1


def test_what_was_refused_leaves_its_key_unused(program, harrowmere, bins):
    assert program.enter(bin_value(1, "ten"), key="a").status_code == 422

    assert program.enter(bin_value(1, 10), key="a").json()["new"] == 1


def test_a_trial_uses_up_no_key(program, harrowmere, bins):
    program.enter(bin_value(1, 10), dry_run=True, key="a")

    program.enter(bin_value(1, 10), key="a")

    assert recorded(harrowmere) == ["10"]


def test_keys_of_one_token_are_nothing_to_another(program, program_of, ada, bins):
    program.enter(bin_value(1, 10), key="a")

    assert program_of(ada, name="waste").enter(bin_value(2, 10), key="a").json()["new"] == 1


@pytest.mark.parametrize("key", ["k" * 256, "schlüssel"])
def test_a_key_that_cannot_be_kept_is_refused_with_its_place(program, harrowmere, bins, key):
    answer = program.enter(bin_value(1, 10), key=key)

    assert (answer.status_code, answer.json()["errors"][0]["place"]) == (422, "Idempotency-Key")
    assert recorded(harrowmere) == []


def test_a_key_is_kept_with_the_event_that_took_the_values(program, bins):
    program.enter(bin_value(1, 10), key="a")

    (event,) = events().of("measures.values.entered")
    assert Sending.objects.get(key="a").event_id == event.pk
    assert verify().is_good


def test_the_database_holds_a_key_of_a_token_once(program, bins):
    program.enter(bin_value(1, 10), key="a")
    kept = Sending.objects.get()

    with pytest.raises(IntegrityError), atomic(), audit.action("test", by=CLERK, at=now()) as event:
        event.add(Sending(token_id=kept.token_id, key="a", sha256="0" * 64, answer={}))

"""Personal values are in the log as salted hashes, and go with their salt."""

import json

import pytest

from handback.records.audit import actions as audit
from handback.records.audit.models import Deletion, Salt
from handback.records.audit.queries import verify
from handback.records.audit.refusals import NoActionOpen, SealForgotten
from handback.records.audit.rows import rows, salt_name, seal
from tests.support.audit import ADA, AT, LATER, last_event, visitor
from tests.support.rehearsal.models import Visitor

pytestmark = pytest.mark.django_db


@pytest.fixture
def seal_of():
    with audit.action("rehearsal.visitor.met", by=ADA, at=AT) as event:
        sealed = audit.sealed("Sam Whitlow")
        event.values = {"name": sealed}
    return sealed


def test_a_sealed_value_does_not_stand_in_the_log(seal_of):
    assert "Sam" not in last_event().body


def test_a_seal_opens_for_what_was_sealed(seal_of):
    assert audit.opens(seal_of, "Sam Whitlow")


def test_a_seal_does_not_open_for_anything_else(seal_of):
    assert not audit.opens(seal_of, "Sam Whitlow ")


def test_the_same_value_is_sealed_differently_each_time():
    with audit.action("rehearsal.visitor.met", by=ADA, at=AT):
        first, second = audit.sealed("Sam"), audit.sealed("Sam")

    assert first["sealed"] != second["sealed"]


def test_a_forgotten_seal_never_opens_again(seal_of):
    audit.forget(seal_of, by=ADA, at=LATER)

    with pytest.raises(SealForgotten):
        audit.opens(seal_of, "Sam Whitlow")


def test_forgetting_a_seal_is_in_the_log_and_harms_nothing(seal_of):
    audit.forget(seal_of, by=ADA, at=LATER)

    assert last_event().action == "audit.seal.forgotten"
    assert verify().problems == ()


def test_a_seal_is_forgotten_once(seal_of):
    audit.forget(seal_of, by=ADA, at=LATER)

    with pytest.raises(SealForgotten):
        audit.forget(seal_of, by=ADA, at=LATER)


def test_a_value_is_sealed_in_an_action():
    with pytest.raises(NoActionOpen):
        audit.sealed("Sam")


def test_a_personal_column_is_hashed_with_a_salt_of_its_row():
    met = visitor("Sam")

    salt = Salt.objects.get(id=salt_name("rehearsal_visitor", met.pk))

    assert len(salt.salt) == 64
    assert {"table": "audit_salt", "key": salt.id} in [
        {"table": row["table"], "key": row["key"]} for row in json.loads(last_event().body)["rows"]
    ]


def test_a_salt_stays_when_its_row_changes():
    met = visitor("Sam")
    before = Salt.objects.get()
    with audit.action("rehearsal.visitor.renamed", by=ADA, at=LATER) as event:
        event.change(Visitor.objects.get(pk=met.pk), name="Samira")

    assert Salt.objects.get().salt == before.salt
    assert verify().problems == ()


def test_the_salt_of_a_row_is_deleted_with_the_row():
    met = visitor("Sam")
    with audit.action("rehearsal.visitor.forgotten", by=ADA, at=LATER) as event:
        event.delete(met)

    assert not Salt.objects.exists()
    assert set(Deletion.objects.values_list("table", flat=True)) == {"audit_salt", "rehearsal_visitor"}
    assert verify().problems == ()


def test_without_its_salt_the_hash_of_a_row_cannot_be_found_again():
    met = visitor("Sam")
    written = json.loads(last_event().body)["rows"][1]["hash"]
    salt = Salt.objects.get()

    found = rows(Visitor, [met.pk])[str(met.pk)].hash

    assert found == written
    assert seal(salt.salt, "Sam") != seal("00" * 32, "Sam")


def test_a_personal_row_that_came_and_went_in_one_action_leaves_no_salt():
    with audit.action("rehearsal.visitor.passed", by=ADA, at=AT) as event:
        event.delete(event.add(Visitor(name="Sam")))

    assert not Salt.objects.exists()
    assert verify().problems == ()

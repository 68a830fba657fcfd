"""An action writes its change and one event, or nothing."""

import json

import pytest
from django.db import IntegrityError, transaction

from handback.core.audit.chain import BEGINNING
from handback.records.audit import actions as audit
from handback.records.audit.models import Event
from handback.records.audit.queries import events, verify
from handback.records.audit.refusals import (
    ActionWithinAction,
    AlreadySuperseded,
    FactNeverEdited,
    NotDeletable,
)
from tests.support.audit import ADA, AT, LATER, desk, last_event, nothing_written, ruling, visitor
from tests.support.rehearsal.models import Desk, Ruling, Visitor

pytestmark = pytest.mark.django_db


class Officer:
    """Somebody who can say who they are in the log."""

    def as_actor(self):
        return ADA


def listed():
    return [(row["table"], row["key"]) for row in json.loads(last_event().body)["rows"]]


def test_the_first_event_is_number_one_and_follows_the_beginning():
    nothing_written()

    assert (last_event().seq, last_event().previous) == (1, BEGINNING)


def test_each_event_holds_the_hash_of_the_one_before():
    nothing_written(2)

    first, second = Event.objects.order_by("seq")
    assert (second.seq, second.previous) == (2, first.hash)


def test_an_event_says_who_did_what_to_what_and_when():
    ruling("R7")

    event = last_event()
    assert (event.actor_kind, event.actor_name, event.actor_account) == ("person", "Ada", 3)
    assert (event.action, event.subject, event.at) == (
        "rehearsal.ruling.recorded",
        "harrowmere/rulings/R7",
        AT,
    )


def test_whoever_can_say_who_they_are_can_act():
    with audit.action("rehearsal.nothing.done", by=Officer(), at=AT):
        pass

    assert last_event().actor_name == "Ada"


def test_the_system_acts_by_the_name_that_people_know():
    with audit.action("rehearsal.nothing.done", by=audit.system("handback load"), at=AT):
        pass

    assert (last_event().actor_kind, last_event().actor_name) == ("system", "handback load")


def test_an_event_keeps_what_people_should_read():
    with audit.action("rehearsal.nothing.done", by=ADA, at=AT) as event:
        event.subject = "harrowmere"
        event.values = {"made_on": "2015-02-26"}

    assert json.loads(last_event().body)["values"] == {"made_on": "2015-02-26"}


def test_an_event_lists_every_row_that_it_wrote():
    with audit.action("rehearsal.day.opened", by=ADA, at=AT) as event:
        one = event.add(Desk(label="North"))
        two, three = event.add_all([Ruling(code="R1"), Ruling(code="R2")])

    assert listed() == [
        ("rehearsal_desk", str(one.pk)),
        ("rehearsal_ruling", str(two.pk)),
        ("rehearsal_ruling", str(three.pk)),
    ]


def test_a_row_written_twice_in_an_action_is_listed_once():
    with audit.action("rehearsal.desk.placed", by=ADA, at=AT) as event:
        placed = event.add(Desk(label="North"))
        event.change(placed, label="South")

    assert listed() == [("rehearsal_desk", str(placed.pk))]


def test_a_fact_is_recorded_at_the_moment_of_the_action():
    assert ruling().recorded.at == AT


def test_a_change_writes_the_named_fields_only():
    placed = desk("North")
    with audit.action("rehearsal.desk.moved", by=ADA, at=LATER) as event:
        event.change(Desk.objects.select_for_update().get(pk=placed.pk), label="South")

    placed.refresh_from_db()
    assert (placed.label, placed.event_id) == ("South", last_event().seq)


def test_a_fact_is_superseded_and_its_correction_stands_beside_it():
    wrong = ruling("R1", share=1)
    with audit.action("rehearsal.ruling.corrected", by=ADA, at=LATER) as event:
        event.supersede(wrong)
        event.add(Ruling(code="R1", share=2))

    assert [int(row.share) for row in Ruling.objects.known_at(None)] == [2]
    assert [int(row.share) for row in Ruling.objects.known_at(AT)] == [1]
    assert wrong.recorded.superseded_at == LATER


def test_a_fact_is_superseded_once():
    wrong = ruling()
    with audit.action("rehearsal.ruling.corrected", by=ADA, at=LATER) as event:
        event.supersede(wrong)

    with (
        pytest.raises(AlreadySuperseded),
        audit.action("rehearsal.ruling.corrected", by=ADA, at=LATER) as event,
    ):
        event.supersede(wrong)


def test_many_facts_are_superseded_with_one_statement(django_assert_num_queries):
    wrong = [ruling(f"R{n}", share=n) for n in range(1, 8)]
    with (
        audit.action("rehearsal.ruling.corrected", by=ADA, at=LATER) as event,
        django_assert_num_queries(1),
    ):
        event.supersede_all(wrong)

    assert not Ruling.objects.known_at(None).exists()
    assert {row.recorded.superseded_at for row in wrong} == {LATER}
    assert verify().is_good


def test_of_many_facts_one_that_was_superseded_before_undoes_all():
    first, second = ruling("R1"), ruling("R2")
    with audit.action("rehearsal.ruling.corrected", by=ADA, at=LATER) as event:
        event.supersede(second)

    with (
        pytest.raises(AlreadySuperseded, match=f" {second.pk} was superseded before"),
        audit.action("rehearsal.ruling.corrected", by=ADA, at=LATER) as event,
    ):
        event.supersede_all([first, second])

    assert Ruling.objects.known_at(None).get() == first


def test_a_fact_is_not_changed():
    recorded = ruling()

    with (
        pytest.raises(FactNeverEdited, match="supersede it"),
        audit.action("rehearsal.ruling.edited", by=ADA, at=AT) as event,
    ):
        event.change(recorded, code="R2")


def test_a_deleted_row_is_named_by_the_event():
    met = visitor()
    key = str(met.pk)
    with audit.action("rehearsal.visitor.forgotten", by=ADA, at=LATER) as event:
        event.delete(met)

    deleted = json.loads(last_event().body)["deleted"]
    assert {"table": "rehearsal_visitor", "key": key} in deleted
    assert not Visitor.objects.exists()


def test_a_row_of_a_table_that_keeps_all_its_rows_is_not_deleted():
    placed = desk()

    with (
        pytest.raises(NotDeletable, match="rehearsal_desk"),
        audit.action("rehearsal.desk.removed", by=ADA, at=AT) as event,
    ):
        event.delete(placed)


def test_an_action_that_fails_leaves_nothing():
    def fail_after_writing():
        with audit.action("rehearsal.desk.placed", by=ADA, at=AT) as event:
            event.add(Desk(label="North"))
            raise RuntimeError("a fault after writing")

    with pytest.raises(RuntimeError):
        fail_after_writing()

    assert (Desk.objects.count(), Event.objects.count()) == (0, 0)


def test_what_json_cannot_hold_undoes_the_action():
    def log_a_date():
        with audit.action("rehearsal.desk.placed", by=ADA, at=AT) as event:
            event.add(Desk(label="North"))
            event.values = {"on": AT.date()}

    with pytest.raises(ValueError, match="date cannot be written"):
        log_a_date()

    assert not Desk.objects.exists()


def test_an_action_inside_an_action_is_refused_by_name():
    with (
        pytest.raises(ActionWithinAction, match=r"rehearsal\.inner\.done cannot start inside"),
        audit.action("rehearsal.outer.done", by=ADA, at=AT),
        audit.action("rehearsal.inner.done", by=ADA, at=AT),
    ):
        pass


def test_an_action_may_follow_one_that_failed():
    with pytest.raises(RuntimeError), audit.action("rehearsal.outer.done", by=ADA, at=AT):
        raise RuntimeError

    nothing_written()

    assert last_event().seq == 1


def test_actions_follow_one_another_in_a_transaction():
    with transaction.atomic():
        nothing_written(3)

    assert list(Event.objects.order_by("seq").values_list("seq", flat=True)) == [1, 2, 3]


def test_a_time_without_a_zone_is_refused():
    with (
        pytest.raises(ValueError, match="no time zone"),
        audit.action("rehearsal.nothing.done", by=ADA, at=AT.replace(tzinfo=None)),
    ):
        pass


def test_a_constraint_that_refuses_a_row_undoes_the_action():
    recorded = ruling()

    with pytest.raises(IntegrityError), audit.action("rehearsal.twice.done", by=ADA, at=AT) as event:
        event.add(Ruling(pk=recorded.pk, code="R2"))

    assert Event.objects.count() == 1


def test_events_are_found_by_subject_and_by_what_is_under_it():
    ruling("R1")
    ruling("R10")

    assert events().about("harrowmere").count() == 2
    assert events().about("harrowmere/rulings/R1").count() == 1


def test_events_are_found_by_who_by_what_and_by_when():
    ruling()
    nothing_written()

    found = events().by(account=3).of("rehearsal.ruling").between(AT, LATER).newest_first()
    assert [event.action for event in found] == ["rehearsal.ruling.recorded"]

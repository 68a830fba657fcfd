"""What the database refuses, whoever asks: each trigger, on whichever database the tests run."""

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from handback.core.audit.chain import BEGINNING
from handback.records.audit import actions as audit
from handback.records.audit.guards.standing import fallen, guarded_models, put_up, take_down
from handback.records.audit.models import Deletion, Event
from tests.support.audit import (
    ADA,
    AT,
    LATER,
    desk,
    last_event,
    next_event,
    nothing_written,
    ruling,
    settle,
    visitor,
)
from tests.support.rehearsal.models import Desk, Ruling, Scan, Visitor

pytestmark = pytest.mark.django_db

ON_SQLITE = pytest.mark.skipif(connection.vendor != "sqlite", reason="INSERT OR REPLACE is SQLite's")
ON_POSTGRESQL = pytest.mark.skipif(connection.vendor != "postgresql", reason="TRUNCATE is PostgreSQL's")


def refused(match):
    return pytest.raises(IntegrityError, match=match)


def run(sql, *values):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


def superseded():
    recorded = ruling()
    with audit.action("rehearsal.ruling.corrected", by=ADA, at=LATER) as event:
        event.supersede(recorded)
    return recorded


def test_a_row_that_names_an_event_of_the_past_is_not_inserted():
    nothing_written()

    with refused("rehearsal_desk: a change must name the audit event"):
        run("INSERT INTO rehearsal_desk (label, event_id) VALUES ('North', 1)")


def test_a_row_that_names_an_event_of_the_far_future_is_not_inserted():
    with refused("rehearsal_desk: a change must name the audit event"):
        run("INSERT INTO rehearsal_desk (label, event_id) VALUES ('North', 7)")


def test_rows_that_are_created_without_an_action_are_refused():
    with refused("must name the audit event|NOT NULL|null value"), transaction.atomic():
        Desk.objects.create(label="North")


def test_a_row_is_not_updated_without_an_event():
    placed = desk()

    with refused("rehearsal_desk: a change must name the audit event"):
        run("UPDATE rehearsal_desk SET label = 'South' WHERE id = %s", placed.pk)


def test_a_queryset_cannot_update_past_the_log():
    desk()

    with refused("rehearsal_desk: a change must name the audit event"), transaction.atomic():
        Desk.objects.update(label="South")


@pytest.mark.django_db(transaction=True)
def test_a_change_whose_event_never_comes_cannot_be_committed():
    with pytest.raises(IntegrityError):
        run("INSERT INTO rehearsal_desk (label, event_id) VALUES ('North', %s)", next_event())

    assert not Desk.objects.exists()


def test_what_needs_no_event_may_change_without_one():
    placed = desk()

    Desk.objects.filter(pk=placed.pk).update(last_used_at=AT)

    placed.refresh_from_db()
    assert placed.last_used_at == AT


def test_what_needs_no_event_is_no_way_round_for_what_does():
    desk()

    with refused("rehearsal_desk: a change must name the audit event"), transaction.atomic():
        Desk.objects.update(last_used_at=AT, label="South")


@pytest.mark.parametrize(
    "column", ["code = 'R2'", "share = 1", "detail = '[]'", "recorded_at = NULL", "id = 99"]
)
def test_no_column_of_a_fact_is_edited_even_with_an_event(column):
    recorded = ruling()
    sql = f"UPDATE rehearsal_ruling SET {column}, superseded_at = %s, event_id = %s WHERE id = %s"

    with refused("rehearsal_ruling: a recorded fact is never edited; supersede it"):
        run(sql, LATER, next_event(), recorded.pk)


def test_a_fact_is_not_superseded_twice():
    recorded = superseded()
    sql = "UPDATE rehearsal_ruling SET superseded_at = %s, event_id = %s WHERE id = %s"

    with refused("rehearsal_ruling: a recorded fact is never edited"):
        run(sql, LATER, next_event(), recorded.pk)


def test_a_superseded_fact_is_not_brought_back():
    recorded = superseded()
    sql = "UPDATE rehearsal_ruling SET superseded_at = NULL, event_id = %s WHERE id = %s"

    with refused("rehearsal_ruling: a recorded fact is never edited"):
        run(sql, next_event(), recorded.pk)


def test_a_fact_is_not_superseded_without_an_event():
    ruling()

    with refused("rehearsal_ruling: a change must name the audit event"), transaction.atomic():
        Ruling.objects.update(superseded_at=LATER)


def test_a_fact_is_not_deleted():
    ruling()

    with refused("rehearsal_ruling: rows are never deleted"):
        run("DELETE FROM rehearsal_ruling")


def test_a_row_is_not_deleted_unless_its_table_allows_it():
    desk()

    with refused("rehearsal_desk: rows are never deleted"):
        run("DELETE FROM rehearsal_desk")


def test_a_frozen_row_is_not_edited_even_with_an_event():
    with audit.action("rehearsal.scan.kept", by=ADA, at=AT) as event:
        event.add(Scan(sha256="a" * 64, content=b"page"))

    with refused("rehearsal_scan: a row of this table is never edited"):
        run("UPDATE rehearsal_scan SET event_id = %s", next_event())


def test_a_deletion_is_written_by_the_database_itself():
    met = visitor()
    key = str(met.pk)

    with audit.action("rehearsal.visitor.forgotten", by=ADA, at=AT):
        run("DELETE FROM rehearsal_visitor")

    deletion = Deletion.objects.get(table="rehearsal_visitor")
    assert (deletion.key, deletion.event_id) == (key, last_event().seq)


@pytest.mark.django_db(transaction=True)
def test_a_deletion_whose_event_never_comes_cannot_be_committed():
    visitor()

    with pytest.raises(IntegrityError):
        run("DELETE FROM rehearsal_visitor")

    assert Visitor.objects.count() == 1


@pytest.mark.parametrize(
    ("sql", "match"),
    [
        ("UPDATE audit_event SET actor_name = 'Tom'", "audit_event: the log is never edited"),
        ("UPDATE audit_event SET hash = hash", "audit_event: the log is never edited"),
        ("DELETE FROM audit_event", "audit_event: the log is never cut"),
        ("UPDATE audit_deletion SET key = '7'", "audit_deletion: a row of this table is never edited"),
        ("DELETE FROM audit_deletion", "audit_deletion: rows are never deleted"),
        ("UPDATE audit_checkpoint SET size = 1", "audit_checkpoint: a row of this table is never edited"),
        ("DELETE FROM audit_checkpoint", "audit_checkpoint: rows are never deleted"),
    ],
)
def test_the_log_is_never_edited_or_cut(sql, match):
    with audit.action("rehearsal.visitor.forgotten", by=ADA, at=AT) as event:
        event.delete(event.add(Visitor(name="Sam")))
    audit.checkpoint(by=ADA, at=AT)

    with refused(match):
        run(sql)


def write_event(**values):
    content = {
        "seq": next_event(),
        "at": AT,
        "actor_kind": "person",
        "actor_name": "Tom",
        "action": "rehearsal.forged",
        "subject": "",
        "body": "{}",
        "previous": last_event().hash if Event.objects.exists() else BEGINNING,
        "hash": "f" * 64,
    }
    with transaction.atomic():
        Event.objects.create(**{**content, **values})


def test_an_event_has_the_number_after_the_last():
    nothing_written()

    with refused("audit_event: an event has the number after the last"):
        write_event(seq=3)


def test_an_event_does_not_take_the_place_of_another():
    nothing_written(2)

    with refused("audit_event: an event has the number after the last"):
        write_event(seq=2)


def test_an_event_holds_the_hash_of_the_last():
    nothing_written()

    with refused("audit_event: an event holds the hash of the last"):
        write_event(previous="e" * 64)


@ON_SQLITE
@pytest.mark.parametrize("table", ["audit_event", "rehearsal_ruling", "rehearsal_desk"])
def test_a_row_is_not_replaced_by_an_insert(table):
    ruling()
    desk()

    with pytest.raises(IntegrityError, match=table):
        run(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")


@ON_SQLITE
def test_a_fact_is_not_replaced_by_one_that_names_the_next_event():
    recorded = ruling()
    columns = "id, recorded_at, code, detail, event_id"

    with refused("rehearsal_ruling: rows are never deleted"):
        run(
            f"INSERT OR REPLACE INTO rehearsal_ruling ({columns}) VALUES (%s, %s, 'R2', '{{}}', %s)",
            recorded.pk,
            AT,
            next_event(),
        )


@ON_POSTGRESQL
@pytest.mark.parametrize("table", ["audit_event", "audit_deletion", "audit_checkpoint", "rehearsal_visitor"])
def test_a_table_is_not_emptied_at_a_stroke(table):
    settle()

    with refused("rows are never deleted"):
        run(f"TRUNCATE {table} CASCADE")


@ON_POSTGRESQL
def test_a_session_that_calls_itself_a_replica_is_guarded_too():
    desk()
    settle()

    with refused("rehearsal_desk: a change must name the audit event"), transaction.atomic():
        run("SET LOCAL session_replication_role = replica")
        run("UPDATE rehearsal_desk SET label = 'South'")


def test_every_table_of_the_record_is_guarded():
    assert fallen(connection) == []


def test_a_guard_that_was_taken_down_is_missed():
    settle()
    take_down(connection)

    missing = fallen(connection)
    put_up(connection)

    assert {"audit_event", "rehearsal_ruling"} <= set(missing)


def test_putting_guards_up_twice_changes_nothing():
    put_up(connection)
    put_up(connection)

    assert fallen(connection) == []


def test_a_guard_that_was_weakened_is_replaced():
    weakened = {
        "sqlite": [
            "DROP TRIGGER audit_guard_rehearsal_desk_delete",
            "CREATE TRIGGER audit_guard_rehearsal_desk_delete BEFORE DELETE ON rehearsal_desk"
            " BEGIN SELECT 1; END",
        ],
        "postgresql": [
            "CREATE OR REPLACE FUNCTION audit_guard_rehearsal_desk_delete() RETURNS trigger"
            " LANGUAGE plpgsql AS 'BEGIN RETURN OLD; END'"
        ],
    }
    for sql in weakened[connection.vendor]:
        run(sql)
    assert fallen(connection) == ["rehearsal_desk"]

    put_up(connection)

    assert fallen(connection) == []


def test_the_log_and_everything_it_speaks_of_is_guarded():
    assert {Event, Deletion, Desk, Ruling, Scan, Visitor} <= set(guarded_models())


@pytest.mark.django_db(transaction=True)
def test_a_migration_finds_the_guards_down_and_leaves_them_up():
    call_command("migrate", "rehearsal", "zero", verbosity=0)
    call_command("migrate", verbosity=0)

    assert fallen(connection) == []


@pytest.mark.django_db(transaction=True)
def test_a_test_database_can_be_emptied_and_is_guarded_again():
    nothing_written()

    call_command("flush", interactive=False, verbosity=0)

    assert not Event.objects.exists()
    assert fallen(connection) == []

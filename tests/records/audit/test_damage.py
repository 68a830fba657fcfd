"""A record in any state of damage is verified to the end: what is wrong is told, and nothing breaks off."""

from decimal import Decimal
from hashlib import sha256

import pytest
from django.db import connection

from handback.records.audit import actions as audit
from handback.records.audit.models import Salt
from handback.records.audit.queries import verify
from tests.support.audit import ADA, AT, nothing_written, ruling, settle, tamper, unguarded, visitor
from tests.support.rehearsal.models import Scan

pytestmark = pytest.mark.django_db

keeps_any_value = pytest.mark.skipif(
    connection.vendor != "sqlite", reason="only SQLite keeps values that are not of their column's type"
)


def sentences():
    return [problem.sentence for problem in verify().problems]


def scanned(content=b"Directions"):
    with audit.action("rehearsal.scan.kept", by=ADA, at=AT) as event:
        return event.add(Scan(sha256=sha256(content).hexdigest(), content=content))


def test_a_kept_document_that_was_exchanged_is_named():
    kept = scanned()

    tamper("UPDATE rehearsal_scan SET content = %s", b"Other Directions")

    assert sentences() == [
        f"rehearsal_scan {kept.sha256} was altered after event 1 wrote it: its content is another."
    ]


def test_a_kept_document_that_was_left_alone_is_good():
    scanned()

    assert verify().is_good


def test_a_salt_that_was_exchanged_is_named():
    with audit.action("rehearsal.nothing.done", by=ADA, at=AT) as event:
        event.values = {"reason": audit.sealed("Sam")}

    tamper("UPDATE audit_salt SET salt = %s", "00" * 32)

    assert sentences() == [f"audit_salt {Salt.objects.get().pk} was altered after event 1 wrote it."]


@keeps_any_value
def test_an_event_put_in_where_none_is_counted_is_named():
    nothing_written(1)

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA ignore_check_constraints = ON")
        tamper(
            "INSERT INTO audit_event SELECT 0, at, actor_kind, actor_name, actor_account, action, subject,"
            " body, previous, 'another' FROM audit_event"
        )
        cursor.execute("PRAGMA ignore_check_constraints = OFF")

    assert sentences() == ["Event 0 has no place in the log: events are numbered from 1."]


@keeps_any_value
@pytest.mark.parametrize("value", ["'never'", "x'ff'", "7"])
@pytest.mark.parametrize("column", ["at", "body", "subject", "actor_account", "previous", "hash"])
def test_an_event_that_cannot_be_read_is_named(column, value):
    nothing_written(3)

    tamper(f"UPDATE audit_event SET {column} = {value} WHERE seq = 2")

    assert "Event 2 was altered: its content does not give its hash." in sentences()


@keeps_any_value
def test_a_body_too_deep_to_read_is_a_finding_and_not_a_fault():
    nothing_written(1)

    tamper("UPDATE audit_event SET body = %s", "[" * 100_000)

    assert sentences() == ["Event 1 was altered: its content does not give its hash."]


@keeps_any_value
@pytest.mark.parametrize("column", ["made_on", "heard_at", "share", "weight", "recorded_at", "code"])
@pytest.mark.parametrize("value", ["'never'", "x'ff'", "CAST(x'ff' AS text)"])
def test_a_row_that_cannot_be_read_is_named(column, value):
    placed = ruling(made_on=AT.date(), heard_at=AT, share=Decimal("0.5"), weight=0.5)

    tamper(f"UPDATE rehearsal_ruling SET {column} = {value}")

    assert sentences() == [f"rehearsal_ruling {placed.pk} was altered after event 1 wrote it."]


@keeps_any_value
def test_a_row_that_names_no_event_is_named():
    placed = ruling()

    tamper("UPDATE rehearsal_ruling SET event_id = 'none'")

    assert sentences()[0] == (
        f"rehearsal_ruling {placed.pk} was altered after event 1 wrote it: it names no event."
    )
    tamper("UPDATE rehearsal_ruling SET event_id = 1")  # foreign keys are checked when the test ends


@keeps_any_value
def test_a_salt_that_is_no_number_is_a_finding_and_not_a_fault():
    met = visitor()

    tamper("UPDATE audit_salt SET salt = 'zz'")

    assert f"rehearsal_visitor {met.pk} was altered after event 1 wrote it." in sentences()


def test_a_column_that_was_removed_is_named():
    ruling()

    with unguarded(), connection.cursor() as cursor:
        settle()
        cursor.execute("ALTER TABLE rehearsal_ruling DROP COLUMN weight")

    assert sentences() == ["rehearsal_ruling: the column weight is missing from the database."]


@pytest.mark.parametrize("table", ["rehearsal_ruling", "audit_checkpoint", "audit_deletion"])
def test_a_table_that_was_removed_is_named(table):
    ruling()

    with unguarded(), connection.cursor() as cursor:
        settle()
        cursor.execute(f"ALTER TABLE {table} RENAME TO elsewhere")

    assert f"{table}: the table is missing from the database." in sentences()

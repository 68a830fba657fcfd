"""Writing to the record and tampering with it, for the tests of the audit log.

`tamper` does what somebody with the database's password could do: take the guards down, change what they
like, and put the guards up again so that nothing shows.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from django.db import connection

from handback.records.audit import actions as audit
from handback.records.audit.actions import Actor
from handback.records.audit.guards.standing import put_up, take_down
from handback.records.audit.models import Event
from tests.support.rehearsal.models import Desk, Ruling, Visitor

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
LATER = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
ADA = Actor("person", "Ada", 3)


def ruling(code: str = "R1", **values: Any) -> Ruling:
    """A recorded fact."""
    with audit.action(
        "rehearsal.ruling.recorded", by=ADA, at=AT, subject=f"harrowmere/rulings/{code}"
    ) as event:
        return event.add(Ruling(code=code, **values))


def desk(label: str = "North") -> Desk:
    """A row that may be edited."""
    with audit.action("rehearsal.desk.placed", by=ADA, at=AT) as event:
        return event.add(Desk(label=label))


def visitor(name: str = "Sam") -> Visitor:
    """A personal row that may be deleted."""
    with audit.action("rehearsal.visitor.met", by=ADA, at=AT) as event:
        return event.add(Visitor(name=name))


def nothing_written(times: int = 1) -> None:
    """Events that write no row."""
    for _ in range(times):
        with audit.action("rehearsal.nothing.done", by=ADA, at=AT):
            pass


def last_event() -> Event:
    """The newest event of the log."""
    return Event.objects.order_by("-seq")[0]


def tamper(sql: str, *values: Any) -> None:
    """Change the database behind the guards' backs."""
    with unguarded(), connection.cursor() as cursor:
        cursor.execute(sql, values)


@contextmanager
def unguarded() -> Iterator[None]:
    """A while without guards."""
    settle()
    take_down(connection)
    yield
    settle()
    put_up(connection)


def settle() -> None:
    """Check foreign keys now: PostgreSQL alters no table while checks wait for the end of a transaction."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def next_event() -> int:
    """The number of the event that has not been written yet."""
    newest = Event.objects.order_by("-seq").first()
    return newest.seq + 1 if newest else 1

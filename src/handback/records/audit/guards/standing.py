"""Put the guards up, take them down, and say which do not stand as they should."""

from collections.abc import Iterable
from types import ModuleType
from typing import Any

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model

from handback.records.audit.guards import postgresql, sqlite
from handback.records.audit.guards.rules import ALWAYS, Guard, Refusal, guards
from handback.records.audit.models import Deletion, Event
from handback.records.audit.rows import audited_models


def guarded_models() -> list[type[Model]]:
    """Every table of the record that has guards: the log itself, and all that it speaks of."""
    return [Event, Deletion, *audited_models()]


def columns(connection: BaseDatabaseWrapper) -> dict[str, list[str]]:
    """The columns of every table, as the database has them."""
    with connection.cursor() as cursor:
        found: dict[str, list[str]] = _dialect(connection).columns(cursor)
    return found


def put_up(connection: BaseDatabaseWrapper, models: Iterable[type[Model]] | None = None) -> None:
    """Make every guard stand as its model says now; those that already do are left alone."""
    dialect = _dialect(connection)
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        standing = dialect.standing(cursor)
        for guard in _wanted(connection, cursor, models):
            if standing.get((guard.table, guard.operation)) != dialect.wanted(guard):
                dialect.put_up(cursor, guard)


def take_down(connection: BaseDatabaseWrapper) -> None:
    """Remove every guard, for a migration or to empty a test database."""
    dialect = _dialect(connection)
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for table, operation in dialect.standing(cursor):
            dialect.take_down(cursor, table, operation)


def fallen(connection: BaseDatabaseWrapper, models: Iterable[type[Model]] | None = None) -> list[str]:
    """The tables whose guards are missing, disabled or altered."""
    dialect = _dialect(connection)
    with connection.cursor() as cursor:
        standing = dialect.standing(cursor)
        return sorted(
            {
                guard.table
                for guard in _wanted(connection, cursor, models)
                if standing.get((guard.table, guard.operation)) != dialect.wanted(guard)
            }
        )


def _wanted(
    connection: BaseDatabaseWrapper, cursor: Any, models: Iterable[type[Model]] | None
) -> Iterable[Guard]:
    found = list(guards(guarded_models() if models is None else models, _dialect(connection).columns(cursor)))
    if connection.vendor == "postgresql":
        tables = dict.fromkeys(guard.table for guard in found)
        found += [
            Guard(table, "TRUNCATE", [Refusal(ALWAYS, f"{table}: rows are never deleted")])
            for table in tables
        ]
    return found


def _dialect(connection: BaseDatabaseWrapper) -> ModuleType:
    return {"sqlite": sqlite, "postgresql": postgresql}[connection.vendor]

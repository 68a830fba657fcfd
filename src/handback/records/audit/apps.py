"""Django's name for this room, and what it does whenever the database is opened or migrated."""

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate, pre_migrate


class AuditConfig(AppConfig):
    """The audit log."""

    name = "handback.records.audit"
    label = "audit"

    def ready(self) -> None:
        """Check each connection; keep the guards standing, except while tables are rebuilt."""
        connection_created.connect(_check_connection, dispatch_uid="audit-connection")
        pre_migrate.connect(_take_guards_down, sender=self, dispatch_uid="audit-guards-down")
        post_migrate.connect(_put_guards_up, sender=self, dispatch_uid="audit-guards-up")


def _check_connection(connection: Any, **_: Any) -> None:
    from handback.records.audit.guards.connection import check_safe

    if connection.vendor == "sqlite":
        check_safe(connection)


def _take_guards_down(using: str, plan: Any = None, **_: Any) -> None:
    from handback.records.audit.guards.standing import take_down

    if plan:
        take_down(connections[using])


def _put_guards_up(using: str, **_: Any) -> None:
    from handback.records.audit.guards.standing import put_up

    put_up(connections[using])

"""Django empties a test database with this command; the guards of the record would refuse."""

from typing import Any

from django.core.management.commands import flush
from django.db import connections

from handback.records.audit.guards.standing import put_up, take_down


class Command(flush.Command):
    """Take the guards down, empty every table, put them up again."""

    def handle(self, **options: Any) -> None:
        connection = connections[options["database"]]
        take_down(connection)
        super().handle(**options)
        put_up(connection)

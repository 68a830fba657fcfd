"""What a damaged database cannot give: whole tables, columns, or values of the kind that a column holds."""

from collections.abc import Set

from django.db import OperationalError, connection
from django.db.models import Model

from handback.records.audit.findings import Findings
from handback.records.audit.guards.standing import columns
from handback.records.audit.models import Audited, Checkpoint, Deletion, Event
from handback.records.audit.rows import Row, audited_models, rows

LOG = frozenset(model._meta.db_table for model in (Event, Deletion, Checkpoint))

# What reading a value raises that is not of its column's kind. SQLite keeps any value in any column.
UNREADABLE = (ArithmeticError, AttributeError, OperationalError, RecursionError, TypeError, ValueError)


def damaged_tables(findings: Findings) -> Set[str]:
    """The tables that are missing or lack a column. Each is told."""
    damaged = set()
    there = columns(connection)
    models: list[type[Model]] = [Event, Deletion, *audited_models()]
    for model in models:
        table = model._meta.db_table
        lost = [str(field.column) for field in model._meta.concrete_fields]
        lost = [column for column in lost if column not in there.get(table, ())]
        if lost:
            what = f"the column {' and the column '.join(lost)}" if table in there else "the table"
            findings.say(f"{table}: {what} is missing from the database.", table=table)
            damaged.add(table)
    return damaged


def readable_rows(model: type[Audited], keys: set[object]) -> dict[str, Row]:
    """The rows with these keys as they stand; one that cannot be read has no hash."""
    try:
        return rows(model, keys)
    except UNREADABLE:
        return {key: row for one in keys for key, row in _row(model, one).items()}


def _row(model: type[Audited], key: object) -> dict[str, Row]:
    try:
        return rows(model, [key])
    except UNREADABLE:
        named = model._base_manager.filter(pk=key).values_list("event_id", flat=True)
        return {str(key): Row(event, "") for event in named}

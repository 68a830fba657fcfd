"""Every table of the record names the audit event that wrote each row, and the database sees to it."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import connection, models
from django.db.migrations import AddField
from django.db.migrations.loader import MigrationLoader

from handback.records.audit.models import Audited
from handback.records.audit.rows import NOTHING
from tests.support.sources import listed

# Tables that name no event, each with its reason. This list only shrinks.
WITHOUT_AN_EVENT = {
    "audit.Event": "is the log itself",
    "audit.Deletion": "is written by the database when it deletes a row, and names the event",
}


def _tables() -> dict[str, type[models.Model]]:
    return {
        model._meta.label: model
        for model in apps.get_models(include_auto_created=True)
        if model.__module__.startswith("handback.") and model._meta.managed and not model._meta.proxy
    }


AUDITED = [model for model in _tables().values() if issubclass(model, Audited)]


def test_every_table_is_audited_or_says_why_not():
    faults = [
        label
        for label, model in _tables().items()
        if not issubclass(model, Audited) and label not in WITHOUT_AN_EVENT
    ]

    assert not faults, listed(faults)


def test_every_exception_is_still_needed():
    without = {label for label, model in _tables().items() if not issubclass(model, Audited)}

    assert set(WITHOUT_AN_EVENT) <= without


def _added() -> Iterator[tuple[type[Audited], str, object]]:
    """Every column that a migration added to an audited table, and what rows that were there hold in it."""
    by_name = {(model._meta.app_label, model._meta.model_name): model for model in AUDITED}
    for (app, _), migration in sorted(MigrationLoader(None).disk_migrations.items()):
        for operation in migration.operations:
            if isinstance(operation, AddField) and (model := by_name.get((app, operation.model_name_lower))):
                yield model, operation.name, _filled_with(operation.field)


def _filled_with(field: models.Field) -> object:
    if field.is_relation:
        return field.default if field.has_default() else None
    return field.get_default()


def test_a_column_added_to_a_table_leaves_the_hashes_of_its_rows_as_they_were():
    faults = [
        f"{model._meta.label}.{name}: rows that were there hold {value!r}; see audit_filled"
        for model, name, value in _added()
        if name not in model.audit_unwatched and value not in NOTHING
        if name not in model.audit_filled or model.audit_filled[name] != value
    ]

    assert not faults, listed(faults)


def _triggers(table: str) -> str:
    """What the database does by itself at every change of a table, as one text in capitals."""
    if connection.vendor == "sqlite":
        query = "SELECT coalesce(sql, '') FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s"
    else:
        query = (
            "SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE tgrelid = %s::regclass AND NOT tgisinternal"
        )
    with connection.cursor() as cursor:
        cursor.execute(query, [table])
        return "\n".join(row[0] for row in cursor.fetchall()).upper()


@pytest.mark.django_db
@pytest.mark.parametrize("change", ["INSERT", "UPDATE", "DELETE"])
@pytest.mark.parametrize("model", AUDITED, ids=lambda model: model._meta.label)
def test_the_database_watches_every_change_to(model: type[models.Model], change: str):
    watching = _triggers(model._meta.db_table)

    assert f"BEFORE {change}" in watching or f"OR {change}" in watching, watching or "no trigger at all"

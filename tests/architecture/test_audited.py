"""Every table of the record names the audit event that wrote each row, and the database sees to it."""

import pytest
from django.apps import apps
from django.db import connection, models

from handback.records.audit.models import Audited
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

"""Every table of the record is audited, and its key is one that the log can name."""

import pytest
from django.apps import apps
from django.db import models

from handback.records.audit.models import Audited, Deletion, Event

# The log itself, which needs no event to explain it.
THE_LOG = {Event, Deletion}

EVERY_TABLE = [
    model
    for app in apps.get_app_configs()
    if app.name.startswith("handback.")
    for model in app.get_models(include_auto_created=True)
    if model not in THE_LOG
]


@pytest.mark.parametrize("model", EVERY_TABLE, ids=lambda model: model._meta.label)
def test_a_table_of_the_record_names_the_event_that_wrote_each_row(model):
    assert issubclass(model, Audited)


@pytest.mark.parametrize("model", EVERY_TABLE, ids=lambda model: model._meta.label)
def test_a_row_is_known_by_a_number_or_by_text(model):
    assert isinstance(model._meta.pk, models.IntegerField | models.CharField)


@pytest.mark.parametrize("model", EVERY_TABLE, ids=lambda model: model._meta.label)
def test_what_is_said_about_a_tables_columns_is_about_columns_that_it_has(model):
    columns = {field.name for field in model._meta.concrete_fields}

    assert {*model.audit_omits, *model.audit_seals, *model.audit_unwatched, *model.audit_filled} <= columns

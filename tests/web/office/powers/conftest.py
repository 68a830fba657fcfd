"""The shipped Rotherham record, loaded once for each module through the same action as a user's own file."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from importlib.resources import files
from typing import Any

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from handback.records.audit.actions import system
from handback.records.people import actions as people
from handback.records.people.queries import Role, authority_called
from handback.records.powers import actions as powers

LOADED_AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
CLERK = system("tests")
Get = Callable[..., HttpResponse]


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: Any) -> Iterator[Any]:
    """Rotherham's record, and Ada with the role of an improvement officer there."""
    data = files("handback.records.powers").joinpath("data", "rotherham.json").read_bytes()
    with django_db_blocker.unblock(), transaction.atomic():
        powers.load(data, name="rotherham.json", by=CLERK, at=LOADED_AT)
        ada = people.open_account(
            username="ada-at-rotherham",
            name="Ada Lindqvist",
            job_title="Improvement officer",
            password="rotherham-tests-only",
            by=CLERK,
            at=LOADED_AT,
        )
        people.grant(
            ada,
            authority_called("rotherham"),
            role=Role.IMPROVEMENT_OFFICER,
            first=date(2015, 1, 1),
            until=None,
            by=CLERK,
            at=LOADED_AT,
        )
        yield ada
        transaction.set_rollback(True)


@pytest.fixture
def ada_there(loaded: Any, db: None) -> Client:
    """Ada, signed in."""
    client = Client()
    client.force_login(loaded, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def get(ada_there: Client) -> Get:
    """Asks for a page of Rotherham's record: `get("powers/", **{"as-at": "2016-12-01"})`."""

    def asked(place: str = "", **query: str) -> HttpResponse:
        return ada_there.get(f"/office/rotherham/{place}", query)

    return asked

"""The fictional borough of Harrowmere and its cast: one authority, five people, everywhere the same.

Maya is a commissioner, Tom the chief executive, Ada an officer of the improvement team, Idris the monitoring
officer. Sam is a resident: an account without a role.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client

from handback.records.audit.actions import system
from handback.records.people import actions as people
from handback.records.people.queries import Role

MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
LONG_AGO = date(2015, 1, 1)
PASSWORD = "harrowmere-tests-only"
CLERK = system("tests")

CAST = {
    "maya": ("Maya Okafor", "Lead commissioner", Role.COMMISSIONER),
    "tom": ("Tom Bexley", "Chief executive", Role.MEMBER),
    "ada": ("Ada Lindqvist", "Improvement officer", Role.IMPROVEMENT_OFFICER),
    "idris": ("Idris Cole", "Monitoring officer", Role.MONITORING_OFFICER),
    "sam": ("Sam Whitlow", "", None),
}


@pytest.fixture
def harrowmere(db: None) -> Any:
    """The authority, with an empty record."""
    return people.open_record(
        slug="harrowmere",
        name="Harrowmere Borough Council",
        gss="E08000999",
        gss_as_of=None,
        is_demonstration=True,
        note="",
        by=CLERK,
        at=MORNING,
    )


@pytest.fixture
def account(harrowmere: Any) -> Callable[[str], Any]:
    """Opens the account of somebody in the cast, with their role at Harrowmere: `account("ada")`."""

    def opened(username: str) -> Any:
        name, job_title, role = CAST[username]
        user = people.open_account(
            username=username,
            name=name,
            job_title=job_title,
            password=PASSWORD,
            by=CLERK,
            at=MORNING,
        )
        if role is not None:
            people.grant(user, harrowmere, role=role, first=LONG_AGO, until=None, by=CLERK, at=MORNING)
        return user

    return opened


@pytest.fixture
def maya(account: Callable[[str], Any]) -> Any:
    """The commissioner."""
    return account("maya")


@pytest.fixture
def tom(account: Callable[[str], Any]) -> Any:
    """The chief executive."""
    return account("tom")


@pytest.fixture
def ada(account: Callable[[str], Any]) -> Any:
    """The officer of the improvement team."""
    return account("ada")


@pytest.fixture
def idris(account: Callable[[str], Any]) -> Any:
    """The monitoring officer."""
    return account("idris")


@pytest.fixture
def sam(account: Callable[[str], Any]) -> Any:
    """The resident, whose account has no role."""
    return account("sam")


@pytest.fixture
def signed_in() -> Callable[[Any], Client]:
    """Signs an account in: `signed_in(ada).get(...)`."""

    def client_of(user: Any) -> Client:
        client = Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return client_of

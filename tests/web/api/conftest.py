"""Programs that ask the API of Harrowmere's record, each with a token of somebody in the cast."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils.timezone import localdate, now

from handback.core.frequencies import Frequency
from handback.records.measures import actions as measures
from handback.records.measures.measured.entries import IndicatorEntry
from handback.records.measures.measured.words import Better, MeasuredAs
from handback.records.people import actions as people
from tests.support.harrowmere import CLERK, MORNING

BINS = IndicatorEntry(
    code="M01",
    name="Bins missed for each 100,000 collections",
    definition="Collections reported as missed, for each 100,000 that were due.",
    unit="for each 100,000",
    better=Better.LOWER,
    frequency=Frequency.MONTH,
    owner_post="Head of street services",
    lag_days=20,
)
APPEALS = IndicatorEntry(
    code="M02",
    name="Appeals answered in time",
    numerator_words="Appeals answered within ten working days",
    denominator_words="All appeals",
    unit="percent",
    per=100,
    decimals=1,
    measured_as=MeasuredAs.PROPORTION,
    frequency=Frequency.MONTH,
)
VALUES = "/api/v1/harrowmere/values"


@pytest.fixture(autouse=True)
def _no_guesses() -> None:
    """Nobody has guessed at a token yet."""
    cache.clear()


@pytest.fixture
def token(harrowmere: Any) -> Callable[..., str]:
    """Makes a token: `token(ada)`, for a month, that may write."""

    def made(user: Any, *, name: str = "payroll", may_write: bool = True, until: date | None = None) -> str:
        today = localdate()
        return people.make_token(
            user,
            harrowmere,
            name=name,
            may_write=may_write,
            until=until or today + timedelta(days=30),
            on=today,
            at=now(),
        )[1]

    return made


@dataclass
class Program:
    """A program with a token. Answers are Django's; `said` is their JSON."""

    token: str
    client: Client

    def get(self, address: str, **more: Any) -> Any:
        """Ask."""
        return self.client.get(address, headers={"Authorization": f"Bearer {self.token}"}, **more)

    def send(self, body: Any, *, address: str = VALUES, kind: str = "application/json", key: str = "") -> Any:
        """Send an object, or bytes as they are; under a key, if one is given."""
        data = body if isinstance(body, bytes) else json.dumps(body)
        headers = {"Authorization": f"Bearer {self.token}"} | ({"Idempotency-Key": key} if key else {})
        return self.client.post(address, data, content_type=kind, headers=headers)

    def enter(self, *values: dict[str, Any], key: str = "", **more: Any) -> Any:
        """Send values; under a key, if one is given."""
        return self.send({"values": list(values)} | more, key=key)


@pytest.fixture
def bins(harrowmere: Any) -> IndicatorEntry:
    """Bins missed, defined."""
    measures.record_indicator(harrowmere, BINS, by=CLERK, at=MORNING)
    return BINS


@pytest.fixture
def appeals(harrowmere: Any) -> IndicatorEntry:
    """Appeals in time, defined."""
    measures.record_indicator(harrowmere, APPEALS, by=CLERK, at=MORNING)
    return APPEALS


@pytest.fixture
def program(ada: Any, token: Callable[..., str], client: Client) -> Program:
    """Ada's program."""
    return Program(token(ada), client)


@pytest.fixture
def program_of(token: Callable[..., str]) -> Callable[..., Program]:
    """Somebody's program: `program_of(tom, may_write=False)`."""
    return lambda user, **terms: Program(token(user, **terms), Client())


def bin_value(month: int, value: Any, **more: Any) -> dict[str, Any]:
    """A value of M01 for a month of 2025, as a program sends it."""
    return {"indicator": "M01", "period": f"2025-{month:02}", "value": value} | more

"""Harrowmere with indicators, and its people signed in."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from handback.core.frequencies import Frequency, period_of
from handback.core.periods import Period
from handback.records.measures import actions
from handback.records.measures.measured.entries import IndicatorEntry, TargetEntry, ValueEntry
from handback.records.measures.measured.words import MeasuredAs
from tests.support.harrowmere import CLERK, MORNING

STEADY = [Decimal(n) for n in (80, 83, 79, 82, 81, 84, 78, 83, 80, 82, 79, 84, 80, 81)]
APPEALS = {
    "code": "M01",
    "name": "Appeals decided in time",
    "measured_as": "measurement",
    "better": "higher",
    "frequency": "month",
    "unit": "%",
    "decimals": "0",
}


@pytest.fixture
def officer(signed_in: Callable[[Any], Client], ada: Any) -> Client:
    """Ada, signed in."""
    return signed_in(ada)


@pytest.fixture
def member(signed_in: Callable[[Any], Client], tom: Any) -> Client:
    """Tom, who may read and not record."""
    return signed_in(tom)


@pytest.fixture
def office() -> Callable[..., str]:
    """An address of Harrowmere's measures: `office("indicator", "M01")`."""
    return lambda name, *values: reverse(f"office-{name}", args=["harrowmere", *values])


@pytest.fixture
def appeals(harrowmere: Any) -> Callable[..., str]:
    """Defines an indicator, by month from April 2024, with these values; gives its code."""

    def defined(values: Sequence[Decimal] = (), *, code: str = "M01", target: int = 0, **said: Any) -> str:
        said = {"name": "Appeals decided in time", "unit": "%", "frequency": Frequency.MONTH, **said}
        actions.record_indicator(harrowmere, IndicatorEntry(code=code, **said), by=CLERK, at=MORNING)
        if target:
            level = TargetEntry(indicator=code, period=Period(date(2024, 4, 1)), value=Decimal(target))
            actions.set_target(harrowmere, level, by=CLERK, at=MORNING)
        for number, value in enumerate(values):
            month = date(2024 + (3 + number) // 12, (3 + number) % 12 + 1, 1)
            entry = ValueEntry(indicator=code, period=period_of(Frequency.MONTH, day=month), value=value)
            actions.record_value(harrowmere, entry, by=CLERK, at=MORNING)
        return code

    return defined


@pytest.fixture
def in_time(appeals: Callable[..., str]) -> str:
    """An indicator with counts."""
    return appeals(measured_as=MeasuredAs.PROPORTION, per=100)


def told(response: Any) -> str:
    """What a page says, without its marks."""
    body = response.content.decode().split("<main", 1)[-1]
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())

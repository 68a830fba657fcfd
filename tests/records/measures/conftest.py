"""Harrowmere's indicators, all of them invented, and how their facts are recorded."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from handback.core.frequencies import Frequency, period_of, periods
from handback.core.periods import Period
from handback.records.measures import actions
from handback.records.measures.measured.entries import IndicatorEntry, ValueEntry
from handback.records.measures.measured.words import Better, MeasuredAs

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
TUESDAY = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
LATER = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
ON = date(2026, 3, 2)

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


def month(year: int, number: int) -> Period:
    """A month."""
    return period_of(Frequency.MONTH, day=date(year, number, 1))


def months(count: int, *, since: date = date(2023, 1, 1)) -> list[Period]:
    """So many months, one after the other."""
    return list(periods(Frequency.MONTH, first=since, until=date(2040, 1, 1)))[:count]


def value(number: object, period: Period, *, indicator: str = "M01", **more: Any) -> ValueEntry:
    """A value of Harrowmere's."""
    exact = None if number is None else Decimal(str(number))
    return ValueEntry(indicator=indicator, period=period, value=exact, **more)


@pytest.fixture
def bins(harrowmere: Any, ada: Any) -> IndicatorEntry:
    """Bins missed, defined."""
    actions.record_indicator(harrowmere, BINS, by=ada, at=MONDAY)
    return BINS


@pytest.fixture
def appeals(harrowmere: Any, ada: Any) -> IndicatorEntry:
    """Appeals in time, defined."""
    actions.record_indicator(harrowmere, APPEALS, by=ada, at=MONDAY)
    return APPEALS


@pytest.fixture
def recorded(harrowmere: Any, ada: Any) -> Callable[..., None]:
    """Records a series of numbers, one a month: `recorded([12, 14], indicator="M01")`."""

    def record(numbers: Iterable[object], *, indicator: str = "M01", since: date = date(2023, 1, 1)) -> None:
        series = list(numbers)
        for number, period in zip(series, months(len(series), since=since), strict=True):
            if number is not None:
                entry = value(number, period, indicator=indicator)
                actions.record_value(harrowmere, entry, by=ada, at=MONDAY)

    return record

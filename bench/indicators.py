"""Invented indicators of a council in a real record, 48 to 60 values each, written as one audited event."""

from datetime import UTC, date, datetime
from decimal import Decimal
from random import Random
from typing import Any

from handback.core.frequencies import Frequency, periods
from handback.records.audit import actions as audit
from handback.records.audit.models import Fact
from handback.records.measures import models
from handback.records.measures.actions.recording import columns_of
from handback.records.measures.measured.entries import IndicatorEntry
from handback.records.measures.measured.words import Better, MeasuredAs
from handback.records.people.models import Authority

LOADED_AT = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
BENCH = audit.system("bench")
FEWEST, LENGTHS = 48, 13
HOW_OFTEN = (Frequency.MONTH, Frequency.MONTH, Frequency.MONTH, Frequency.WEEK, Frequency.QUARTER)
FIRST_DAY, LAST_DAY = date(2008, 1, 7), date(2026, 1, 1)


def code_of(number: int) -> str:
    """The code of an invented indicator."""
    return f"M{number:04}"


def add_indicators(authority: Authority, count: int) -> None:
    """So many indicators: shares with their counts and measurements, half with a target, some with words."""
    lots = Random(count)
    rows = [row for number in range(count) for row in _rows(authority, number, lots)]
    with audit.action("bench.measures.recorded", by=BENCH, at=LOADED_AT, subject=authority.slug) as event:
        event.add_all(rows)


def _rows(authority: Authority, number: int, lots: Random) -> list[Fact]:
    entry = _definition(number)
    spans = list(periods(entry.frequency, first=FIRST_DAY, until=LAST_DAY))[-(FEWEST + number % LENGTHS) :]
    rows: list[Fact] = [models.Indicator(authority=authority, **columns_of(entry))]
    of: dict[str, Any] = {"authority": authority, "indicator": entry.code}
    for span in spans:
        days: dict[str, Any] = {"first": span.first, "until": span.until}
        rows.append(models.Value(**of, **days, **_numbers(entry, lots)))
    if number % 2:
        rows.append(models.Target(**of, kind="target", first=FIRST_DAY, value="55"))
    if number % 10 == 0:
        rows.append(models.Commentary(**of, first=spans[-1].first, what="It rose.", written_by="Bench"))
    return rows


def _definition(number: int) -> IndicatorEntry:
    is_share = number % 3 == 0
    return IndicatorEntry(
        code=code_of(number),
        name=f"Invented indicator {number} of a council",
        unit="%" if is_share else "days",
        per=100 if is_share else 1,
        decimals=1,
        better=list(Better)[number % 3],
        measured_as=MeasuredAs.PROPORTION if is_share else MeasuredAs.MEASUREMENT,
        frequency=HOW_OFTEN[number % len(HOW_OFTEN)],
        lag_days=30,
        position=number,
    )


def _numbers(entry: IndicatorEntry, lots: Random) -> dict[str, Decimal]:
    if entry.measured_as != MeasuredAs.PROPORTION:
        return {"value": Decimal(f"{lots.gauss(50, 5):.1f}")}
    of = lots.randint(80, 120)
    met = min(of, max(0, round(of * 0.7 + lots.gauss(0, 6))))
    value = Decimal(f"{100 * met / of:.4f}")
    return {"value": value, "numerator": Decimal(met), "denominator": Decimal(of)}

"""The hash of a row is the same on both databases, and covers every column that it should."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from hashlib import sha256

import pytest

from handback.records.audit import actions as audit
from handback.records.audit.rows import rows
from tests.support.audit import ADA, AT, desk, last_event, ruling, tamper
from tests.support.rehearsal.models import Desk, Ruling, Scan

ON_BOTH = "66601883cc64189aab9114372321698af5c16e27f20e3acf3069ee56614f5e8d"

pytestmark = pytest.mark.django_db

VALUES = {
    "pk": 7,
    "code": "Café",
    "made_on": date(2015, 2, 26),
    "heard_at": datetime(2015, 2, 26, 10, 30, 0, 5, tzinfo=UTC),
    "share": Decimal("12.5"),
    "weight": 0.1,
    "detail": {"b": [1.0, 0.25, None], "a": "x"},
}


def test_a_row_has_the_same_hash_on_every_database():
    written = ruling(**VALUES)

    assert rows(Ruling, [7])["7"].hash == ON_BOTH
    assert written.event_id == 1


def test_the_hash_in_the_event_is_that_of_the_row():
    ruling(**VALUES)

    assert json.loads(last_event().body)["rows"] == [
        {"table": "rehearsal_ruling", "key": "7", "hash": rows(Ruling, [7])["7"].hash}
    ]


def test_the_same_moment_in_another_time_zone_is_the_same_row():
    summer = timezone(timedelta(hours=1))

    written = ruling(**{**VALUES, "heard_at": VALUES["heard_at"].astimezone(summer)})

    assert rows(Ruling, [written.pk])["7"].hash == ON_BOTH


@pytest.mark.parametrize(
    "change",
    [
        "code = 'R2'",
        "made_on = NULL",
        "heard_at = NULL",
        "share = 12.501",
        "weight = 0.2",
        "detail = '{}'",
        "superseded_at = recorded_at",
    ],
)
def test_changing_any_column_changes_the_hash(change):
    ruling(**VALUES)
    before = rows(Ruling, [7])["7"].hash

    tamper(f"UPDATE rehearsal_ruling SET {change}")

    assert rows(Ruling, [7])["7"].hash != before


def test_what_needs_no_event_is_in_no_hash():
    placed = desk()
    before = rows(Desk, [placed.pk])

    Desk.objects.update(last_used_at=AT)

    assert rows(Desk, [placed.pk]) == before


def test_bytes_beside_their_hash_are_not_read_again():
    with audit.action("rehearsal.scan.kept", by=ADA, at=AT) as event:
        scan = event.add(Scan(sha256=sha256(b"page").hexdigest(), content=b"page"))
    before = rows(Scan, [scan.pk])

    tamper("UPDATE rehearsal_scan SET content = %s", b"other")

    assert rows(Scan, [scan.pk]) == before


def test_a_column_that_holds_nothing_is_left_out_so_that_tables_may_gain_columns():
    ruling("R1", pk=7)

    text = (
        '{"columns":{"code":"R1","event_id":1,"id":7,"recorded_at":"2026-03-02T09:00:00.000000Z"},'
        '"table":"rehearsal_ruling"}'
    )
    assert rows(Ruling, [7])["7"].hash == sha256(f"handback audit row v1\n{text}".encode()).hexdigest()


def test_a_row_may_have_been_hashed_before_a_migration_filled_a_column_in(monkeypatch):
    monkeypatch.setattr(Ruling, "audit_filled", {"weight": 0.0})
    ruling("R1", pk=7)
    written = rows(Ruling, [7])["7"].hash

    tamper("UPDATE rehearsal_ruling SET weight = 0.0")

    assert rows(Ruling, [7])["7"].hash != written
    assert rows(Ruling, [7])["7"].is_as(written)


def test_no_and_nought_are_not_nothing():
    recorded = ruling(detail=0, weight=0.0)

    without = rows(Ruling, [recorded.pk])
    tamper("UPDATE rehearsal_ruling SET weight = NULL")

    assert rows(Ruling, [recorded.pk]) != without


def test_a_row_that_is_not_there_has_no_hash():
    assert rows(Desk, [99]) == {}

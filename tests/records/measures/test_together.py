"""Two who enter at once, a process killed in an import, no room left: nothing half, and everybody is told."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from threading import Barrier
from time import sleep
from typing import Any

import pytest
from django.db import OperationalError, connection

from handback.core.frequencies import Frequency
from handback.core.periods import Period
from handback.reading.series import pasted, suggest
from handback.records.audit.queries import events, verify
from handback.records.measures import actions, importing, queries
from handback.records.measures.measured.entries import CommentaryEntry, TargetEntry
from tests.records.measures.conftest import BINS, MONDAY, TUESDAY, months, value
from tests.support.harrowmere import CLERK

pytestmark = pytest.mark.django_db(transaction=True)
JANUARY = months(1)[0]
IRREGULAR = replace(BINS, frequency=Frequency.IRREGULAR)
NEW, SAME = actions.Outcome.NEW, actions.Outcome.SAME


@pytest.fixture
def here(harrowmere: Any) -> Any:
    """Harrowmere with an indicator."""
    actions.record_indicator(harrowmere, IRREGULAR, by=CLERK, at=MONDAY)
    return harrowmere


@pytest.fixture
def at_once():
    """What comes of acts that threads begin at one moment, in their order: what each gave, or raised."""

    def together(*acts):
        ready = Barrier(len(acts))

        def one(act):
            ready.wait(10)
            try:
                return act()
            except Exception as problem:
                return problem
            finally:
                connection.close()

        with ThreadPoolExecutor(len(acts)) as pool:
            return list(pool.map(one, acts))

    return together


def enters(here, number):
    return lambda: actions.record_value(here, value(number, JANUARY), by=CLERK, at=TUESDAY)


def test_of_two_values_entered_at_once_one_is_first_and_the_other_is_told(here, at_once):
    found = at_once(enters(here, 10), enters(here, 20))

    assert [one for one in found if one == NEW] == [NEW]
    assert [type(one) for one in found if one != NEW] == [actions.RestatedWithoutReason]
    assert verify().problems == ()


def test_the_same_value_entered_twice_at_once_is_there_once(here, at_once):
    found = at_once(enters(here, 10), enters(here, 10))

    assert (sorted(found), queries.values(here).count()) == ([NEW, SAME], 1)


SAME_TWICE = {
    "an indicator": lambda here: actions.record_indicator(
        here, replace(BINS, code="M02"), by=CLERK, at=TUESDAY
    ),
    "a target": lambda here: actions.set_target(
        here,
        TargetEntry(indicator="M01", period=Period(date(2026, 1, 1)), value=Decimal(3)),
        by=CLERK,
        at=TUESDAY,
    ),
    "commentary": lambda here: actions.comment(
        here,
        CommentaryEntry(indicator="M01", first=JANUARY.first, what="Snow.", written_by="Ada"),
        by=CLERK,
        at=TUESDAY,
    ),
}


@pytest.mark.parametrize("what", SAME_TWICE)
def test_two_who_record_the_same_at_once_record_it_once(here, at_once, what):
    enters(here, 10)()
    found = at_once(*[lambda: SAME_TWICE[what](here)] * 2)

    assert sorted(found) == [NEW, SAME]


def many(count: int) -> str:
    days = (date(2000, 1, 1) + timedelta(days=number) for number in range(count))
    rows = (f"M01,{day},{number}" for number, day in enumerate(days))
    return "\n".join(["Indicator,Period,Value", *rows])


def takes(here, words):
    (table,) = pasted(words)
    seen = importing.preview(here, table, suggest(table.headers))
    return lambda: actions.take_values(here, table, seen, by=CLERK, at=TUESDAY)


def test_of_two_tables_taken_at_once_the_second_is_shown_anew(here, at_once):
    found = at_once(takes(here, many(200)), takes(here, many(200)))

    assert {type(one) for one in found} == {actions.Taken, actions.RecordChanged}
    assert (queries.values(here).count(), events().of("measures.values").count()) == (200, 1)


def test_a_table_and_a_value_entered_at_once_leave_one_value(here, at_once):
    at_once(
        takes(here, many(200)),
        lambda: actions.record_value(
            here, value(7, Period(date(2000, 1, 1), date(2000, 1, 2))), by=CLERK, at=TUESDAY
        ),
    )

    assert queries.values(here).filter(first=date(2000, 1, 1)).count() == 1
    assert verify().problems == ()


@pytest.fixture
def no_room():
    """The file of the record may grow by next to nothing."""
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL's room is not ours to limit")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        pages = cursor.fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages}")
        yield
        cursor.execute("PRAGMA max_page_count = 1073741823")


def test_a_table_for_which_there_is_no_room_is_not_taken_in_part(here, no_room):
    before = events().count()
    taken = takes(here, many(600))

    with pytest.raises(OperationalError, match="full"):
        taken()
    assert (queries.values(here).count(), events().count()) == (0, before)


TAKER = """
import sys
import django
from handback.config import settings
settings.DATABASES["default"]["NAME"] = sys.argv[1]
django.setup()
from handback.records.people.queries import authorities
from tests.records.measures.test_together import many, takes

taken = takes(authorities().get(), many(MANY))
print("begun", flush=True)
taken()
"""
MANY = 3_000


@pytest.mark.parametrize("seconds", [0.0, 0.4])
def test_a_table_whose_taking_was_killed_is_not_taken_in_part(here, tmp_path, seconds):
    ours = {"DJANGO_SETTINGS_MODULE": "handback.config.settings", "HANDBACK_DATA": str(tmp_path)}
    command = [sys.executable, "-c", TAKER.replace("MANY", str(MANY)), str(connection.settings_dict["NAME"])]
    process = subprocess.Popen(command, env={**os.environ, **ours}, stdout=subprocess.PIPE)
    assert process.stdout.readline() == b"begun\n"
    sleep(seconds)
    process.kill()
    process.communicate()

    kept = queries.values(here).count()
    assert (kept, events().of("measures.values").count()) in ((0, 0), (MANY, 1))
    assert verify().problems == ()

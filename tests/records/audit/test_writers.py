"""Several writers, a process that is killed, a disk that is full: the log has no gap and loses nothing."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import OperationalError, connection

from handback.records.audit import actions as audit
from handback.records.audit.models import Event, Salt
from handback.records.audit.queries import verify
from tests.support.audit import ADA, AT, desk, nothing_written
from tests.support.rehearsal.models import Desk

pytestmark = pytest.mark.django_db(transaction=True)

WRITER = """
import sys
from datetime import UTC, datetime
import django
from handback.config import settings
settings.DATABASES["default"]["NAME"] = sys.argv[1]
django.setup()
from handback.records.audit import actions as audit
with audit.action("rehearsal.secret.kept", by=audit.system("tests"), at=datetime(2026, 3, 2, tzinfo=UTC)):
    audit.sealed("Sam")
    print("written", flush=True)
    sys.stdin.read()
"""


def place_desks(writer):
    try:
        for number in range(8):
            with audit.action("rehearsal.desk.placed", by=ADA, at=AT) as event:
                event.add(Desk(label=f"{writer}-{number}"))
    finally:
        connection.close()


def test_writers_at_the_same_time_take_turns():
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(place_desks, range(4)))

    assert list(Event.objects.order_by("seq").values_list("seq", flat=True)) == list(range(1, 33))
    assert verify().problems == ()


@pytest.fixture
def writer(tmp_path):
    """Another process, stopped between its rows and its event."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "handback.config.settings",
        "HANDBACK_DATA": str(tmp_path),
    }
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(connection.settings_dict["NAME"])],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
    )
    assert process.stdout.readline() == b"written\n"
    yield process
    process.kill()
    process.communicate()


def test_a_process_killed_in_the_middle_of_an_action_leaves_nothing(writer):
    writer.kill()
    writer.wait(10)

    nothing_written()

    assert (Event.objects.count(), Salt.objects.count()) == (1, 0)
    assert verify().problems == ()


def test_readers_see_nothing_of_an_action_until_it_is_whole(writer):
    assert not Salt.objects.exists()

    writer.communicate(b"", timeout=10)

    assert (Event.objects.count(), Salt.objects.count()) == (1, 1)


def test_verifying_does_not_wait_for_a_writer(writer):
    assert verify().problems == ()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite can be told that its disk is small")
def test_a_full_disk_undoes_the_action_and_the_next_one_succeeds():
    desk("North")
    with connection.cursor() as cursor:
        pages = cursor.execute("PRAGMA page_count").fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages}")

    with (
        pytest.raises(OperationalError, match="full"),
        audit.action("rehearsal.desk.placed", by=ADA, at=AT) as event,
    ):
        event.add_all([Desk(label="x" * 20) for _ in range(2_000)])

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA max_page_count = 1073741823")
    assert (Desk.objects.count(), Event.objects.count()) == (1, 1)
    desk("South")
    assert verify().problems == ()

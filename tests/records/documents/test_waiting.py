"""What waits is read once, whoever tries and whatever is killed."""

from datetime import timedelta

import pytest
from django.db import connection

from handback.records.audit import actions as audit
from handback.records.audit.verification import verify
from handback.records.documents import actions, queries
from handback.records.documents.actions import waiting
from handback.records.documents.models import TO_BE_READ, Document
from tests.support.harrowmere import CLERK, MORNING


def read_waiting(at=MORNING, **more):
    return actions.read_waiting(by=CLERK, clock=lambda: at, **more)


def test_every_document_that_waits_is_read(keep, harrowmere):
    keep("One plan.", name="one.txt")
    keep("Two plans.", name="two.txt")

    assert read_waiting() == 2
    assert {row.state for row in queries.documents(harrowmere)} == {"read"}


def test_what_another_reader_holds_is_left_to_it(keep):
    held = keep()
    Document.objects.filter(pk=held.pk).update(held_until=MORNING + timedelta(seconds=5))

    assert read_waiting() == 0


def test_what_a_reader_held_when_it_was_killed_is_read_by_the_next(keep):
    held = keep()
    Document.objects.filter(pk=held.pk).update(held_until=MORNING, tries=1)

    assert read_waiting(at=MORNING + waiting.HELD) == 1


def test_a_reader_that_can_wait_reads_what_a_killed_one_still_holds(keep):
    Document.objects.filter(pk=keep().pk).update(held_until=MORNING + waiting.HELD, tries=1)
    now = [MORNING]

    def wait(time_until):
        now[0] += time_until

    read = actions.read_waiting(by=CLERK, clock=lambda: now[0], wait=wait)

    assert (read, now[0] - MORNING) == (1, waiting.HELD + waiting.MOMENT)


def test_a_document_that_ends_its_reader_each_time_is_not_tried_for_ever(keep):
    kept = keep()
    Document.objects.filter(pk=kept.pk).update(tries=waiting.MOST_TRIES)

    read_waiting()

    kept.refresh_from_db()
    assert (kept.state, kept.reason) == ("unreadable", waiting.ENDED_ITS_READER)


def test_a_document_that_takes_too_long_is_kept_and_says_so(keep):
    def limited(reader):
        def out_of_time(data, *, name):
            raise actions.OutOfTime

        return out_of_time

    kept = keep()
    read_waiting(limited=limited)

    kept.refresh_from_db()
    assert (kept.state, kept.reason) == ("unreadable", actions.TOO_LONG)


def test_a_document_is_held_only_while_it_is_read(keep):
    kept = keep()
    read_waiting()

    kept.refresh_from_db()
    assert (kept.held_until, kept.stage) == (None, "")


def test_a_scan_is_read_from_its_pictures_when_somebody_asks(keep):
    kept = keep(b"%PDF-1.7 ...", name="scan.pdf")
    read_waiting()
    with pytest.raises(actions.NothingToRead):
        actions.ask_for_pictures(kept.pk, by=CLERK, at=MORNING)
    with_pictures(kept)
    actions.ask_for_pictures(kept.pk, by=CLERK, at=MORNING)

    stages = []

    def pictures(data, *, name, tell):
        tell(3, 40)
        stages.append(Document.objects.get(pk=kept.pk).stage)
        return actions.read_and_find(b"Cabinet met.", name=name)

    read_waiting(pictures=pictures)

    kept.refresh_from_db()
    assert (kept.state, kept.pictures, kept.text) == ("read", "read", "Cabinet met.")
    assert stages == ["3/40"]


def with_pictures(kept):
    """Keep that the document is a scan, as its reader would have."""
    with audit.action("documents.document.read", by=CLERK, at=MORNING) as event:
        event.change(Document.objects.get(pk=kept.pk), scanned=True)


@pytest.fixture
def wanted_again(keep):
    """A document that was read, and that somebody wants read again."""
    document = actions.read(keep().pk, by=CLERK, at=MORNING)
    return actions.ask_for_another_reading(document.pk, by=CLERK, at=MORNING)


def test_what_is_to_be_read_again_is_read_once(wanted_again):
    assert read_waiting(at=MORNING + waiting.HELD) == 1
    assert read_waiting(at=MORNING + waiting.HELD) == 0

    wanted_again.refresh_from_db()
    assert (wanted_again.read_at, wanted_again.again) == (MORNING + waiting.HELD, "")
    assert verify().is_good


def test_a_second_reading_that_ends_its_reader_each_time_changes_nothing(wanted_again):
    Document.objects.filter(pk=wanted_again.pk).update(tries=waiting.MOST_TRIES)

    read_waiting()

    wanted_again.refresh_from_db()
    assert (wanted_again.state, wanted_again.again) == ("read", "failed")
    assert verify().is_good


@pytest.mark.skipif(connection.vendor != "sqlite", reason="plans of SQLite")
@pytest.mark.usefixtures("harrowmere")
def test_what_waits_is_found_without_looking_at_every_document():
    free = Document.objects.filter(TO_BE_READ, held_until=None)

    assert "USING INDEX document_waiting_to_be_read" in free.order_by("kept_at", "pk").only("pk").explain()
    assert "USING INDEX document_waiting_to_be_read" in free.order_by().values("pk")[:1].explain()


def test_to_want_it_twice_is_to_want_it_once(wanted_again):
    before = wanted_again.event_id

    assert actions.ask_for_another_reading(wanted_again.pk, by=CLERK, at=MORNING).event_id == before


def test_a_scan_that_was_read_from_its_pictures_is_read_from_them_again(wanted_again):
    with audit.action("documents.document.read", by=CLERK, at=MORNING) as event:
        event.change(Document.objects.get(pk=wanted_again.pk), pictures="read")

    read_waiting(pictures=lambda data, *, name, tell: actions.read_and_find(b"Cabinet met.", name=name))

    wanted_again.refresh_from_db()
    assert (wanted_again.text, wanted_again.pictures) == ("Cabinet met.", "read")

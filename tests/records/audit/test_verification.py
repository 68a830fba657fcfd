"""Tampering behind the guards' backs is found, and its place is named."""

import json
from dataclasses import astuple

import pytest
from django.conf import settings
from django.db import connection

from handback.core.audit.chain import Entry, event_hash
from handback.records.audit import actions as audit
from handback.records.audit.findings import MOST_LISTED
from handback.records.audit.guards.standing import put_up, take_down
from handback.records.audit.models import Event
from handback.records.audit.queries import verify
from handback.records.audit.signing import key_file, signer
from handback.records.audit.verifying.chain import COLUMNS
from tests.support.audit import (
    ADA,
    AT,
    LATER,
    desk,
    next_event,
    nothing_written,
    ruling,
    settle,
    tamper,
    unguarded,
    visitor,
)
from tests.support.rehearsal.models import Desk, Ruling

pytestmark = pytest.mark.django_db

IMPOSSIBLE_KEYS = json.dumps(
    {"rows": [{"table": "rehearsal_desk", "key": key, "hash": ""} for key in ("x", "9" * 20)], "deleted": []}
)


@pytest.fixture(autouse=True)
def key_folder(tmp_path):
    """A signing key of the test's own."""
    usual, settings.DATA = settings.DATA, tmp_path
    yield tmp_path
    settings.DATA = usual


def sentences(against=None):
    return [problem.sentence for problem in verify(against).problems]


def places():
    return [(problem.event, problem.table, problem.key) for problem in verify().problems]


@pytest.mark.parametrize(("weight", "wrong"), [(0.0, []), (0.5, [(1, "rehearsal_ruling", "7")])])
def test_a_column_that_a_migration_filled_in_holds_that_and_nothing_else(monkeypatch, weight, wrong):
    monkeypatch.setattr(Ruling, "audit_filled", {"weight": 0.0})
    ruling("R1", pk=7)

    tamper("UPDATE rehearsal_ruling SET weight = %s", weight)

    assert places() == wrong


def test_what_a_row_was_written_with_cannot_be_put_back_to_what_a_migration_fills_in(monkeypatch):
    monkeypatch.setattr(Ruling, "audit_filled", {"weight": 0.0})
    ruling("R1", pk=7, weight=0.5)

    tamper("UPDATE rehearsal_ruling SET weight = 0.0")

    assert places() == [(1, "rehearsal_ruling", "7")]


def moved(placed, label):
    with audit.action("rehearsal.desk.moved", by=ADA, at=LATER) as event:
        event.change(Desk.objects.get(pk=placed.pk), label=label)


def forgotten(met):
    with audit.action("rehearsal.visitor.forgotten", by=ADA, at=LATER) as event:
        event.delete(met)


def chain_again():
    """Give every event a good hash, as a forger with the database's password would."""
    previous = "0" * 64
    for seq in Event.objects.order_by("seq").values_list("seq", flat=True):
        tamper("UPDATE audit_event SET previous = %s WHERE seq = %s", previous, seq)
        *content, _ = Event.objects.values_list(*COLUMNS).get(seq=seq)
        previous = event_hash(Entry(*content))
        tamper("UPDATE audit_event SET hash = %s WHERE seq = %s", previous, seq)


def test_an_empty_record_is_good():
    assert verify().is_good


def test_a_record_that_was_left_alone_is_good_and_its_parts_are_counted():
    ruling()
    moved(desk(), "South")
    forgotten(visitor())
    audit.checkpoint(by=ADA, at=LATER)

    found = verify()

    assert astuple(found)[:4] == (6, 3, 2, 1)
    assert (found.is_good, found.problems) == (True, ())


def test_a_fact_that_was_edited_is_named_with_the_event_that_wrote_it():
    recorded = ruling()

    tamper("UPDATE rehearsal_ruling SET code = 'R2'")

    assert sentences() == [f"rehearsal_ruling {recorded.pk} was altered after event 1 wrote it."]
    assert places() == [(1, "rehearsal_ruling", str(recorded.pk))]


def test_a_row_that_vanished_is_named():
    recorded = ruling()

    tamper("DELETE FROM rehearsal_ruling")

    assert sentences() == [
        f"rehearsal_ruling {recorded.pk}, written by event 1, is gone, and no deletion was recorded."
    ]


def test_a_row_that_was_put_in_is_named():
    nothing_written()

    tamper("INSERT INTO rehearsal_desk (id, label, event_id) VALUES (77, 'South', 1)")

    assert sentences() == ["rehearsal_desk 77 names event 1, which does not list it."]


def test_a_row_that_was_put_back_to_what_it_was_is_named():
    placed = desk("North")
    moved(placed, "South")

    tamper("UPDATE rehearsal_desk SET label = 'North', event_id = 1")

    assert (
        f"rehearsal_desk {placed.pk} was put back to what event 1 wrote; event 2 wrote it last."
        in sentences()
    )


def test_a_row_moved_to_another_event_is_named():
    placed = desk()
    nothing_written()

    tamper("UPDATE rehearsal_desk SET event_id = 2")

    assert sentences() == [f"rehearsal_desk {placed.pk} names event 2, which does not list it."]


def test_a_deleted_row_that_came_back_is_named():
    met = visitor()
    key = met.pk
    forgotten(met)

    tamper("INSERT INTO rehearsal_visitor (id, name, event_id) VALUES (%s, 'Sam', 1)", key)

    assert f"rehearsal_visitor {key} was deleted by event 2, and is there again." in sentences()


def test_the_record_of_a_deletion_cannot_vanish():
    met = visitor()
    key = met.pk
    forgotten(met)

    tamper("DELETE FROM audit_deletion WHERE \"table\" = 'rehearsal_visitor'")

    assert sentences() == [
        f"rehearsal_visitor {key}, written by event 1, is gone, and no deletion was recorded.",
        f"rehearsal_visitor {key} was deleted by event 2, and the record of the deletion is gone.",
    ]


def test_a_deletion_that_was_put_in_to_hide_one_is_named():
    recorded = ruling()
    key = str(recorded.pk)
    nothing_written()

    tamper("DELETE FROM rehearsal_ruling")
    tamper("INSERT INTO audit_deletion (\"table\", key, event_id) VALUES ('rehearsal_ruling', %s, 2)", key)

    assert sentences() == [
        f"rehearsal_ruling {key} is recorded as deleted and names event 2, which does not list it."
    ]


@pytest.mark.parametrize(
    "change",
    [
        "actor_name = 'Tom'",
        "actor_account = NULL",
        "action = 'x'",
        "subject = 'x'",
        "body = '{}'",
        "at = '2020-01-01'",
    ],
)
def test_an_event_that_was_edited_is_named(change):
    nothing_written(3)

    tamper(f"UPDATE audit_event SET {change} WHERE seq = 2")

    assert sentences() == ["Event 2 was altered: its content does not give its hash."]


def test_an_event_that_was_edited_and_hashed_again_breaks_the_chain_after_it():
    nothing_written(3)
    *content, _ = Event.objects.values_list(*COLUMNS).get(seq=2)
    forged = Entry(*content[:3], "Tom", *content[4:])

    tamper("UPDATE audit_event SET actor_name = 'Tom', hash = %s WHERE seq = 2", event_hash(forged))

    assert sentences() == ["Event 3 does not follow event 2: it was written after one with another hash."]


def test_a_missing_event_is_named():
    nothing_written(3)

    tamper("DELETE FROM audit_event WHERE seq = 2")

    assert sentences() == ["Event 2 is missing from the log."]


def test_missing_events_are_named_together():
    nothing_written(5)

    tamper("DELETE FROM audit_event WHERE seq IN (2, 3)")

    assert sentences() == ["Events 2 to 3 are missing from the log."]


def test_a_log_that_was_cut_is_told_from_its_own_checkpoint():
    nothing_written(3)
    note = audit.checkpoint(by=ADA, at=AT).note

    tamper("DELETE FROM audit_checkpoint")
    tamper("DELETE FROM audit_event WHERE seq > 2")

    assert sentences(note) == [
        "The log was cut: the checkpoint that was given was signed for 3 events; 2 are left."
    ]


def test_a_forged_history_with_good_hashes_is_told_from_a_checkpoint_that_was_given_out():
    nothing_written(2)
    note = audit.checkpoint(by=ADA, at=AT).note
    tamper("DELETE FROM audit_checkpoint")
    tamper("DELETE FROM audit_event WHERE seq = 3")

    tamper("UPDATE audit_event SET actor_name = 'Tom' WHERE seq = 1")
    chain_again()

    assert sentences() == []
    assert sentences(note) == [
        "The log is not the one that the checkpoint that was given was signed for:"
        " something in events 1 to 2 was changed."
    ]


def test_checkpoints_say_between_which_events_history_was_changed():
    for _ in range(3):
        nothing_written(2)
        audit.checkpoint(by=ADA, at=AT)

    tamper("UPDATE audit_event SET actor_name = 'Tom' WHERE seq = 4")
    chain_again()

    assert sentences()[0].endswith("something in events 3 to 5 was changed.")


def test_a_checkpoint_of_this_log_agrees_however_long_the_log_has_become():
    nothing_written(2)
    note = audit.checkpoint(by=ADA, at=AT).note
    nothing_written(5)

    assert sentences(note) == []


def test_a_checkpoint_that_was_edited_is_not_good():
    nothing_written(2)
    note = audit.checkpoint(by=ADA, at=AT).note.replace("\n2\n", "\n1\n")

    assert sentences(note) == [
        "The checkpoint that was given is not good. The signature of "
        f"{note.splitlines()[0]} does not belong to the text of this checkpoint."
    ]


def test_text_that_is_no_checkpoint_is_said_to_be_none():
    signer()

    assert "This is not a checkpoint" in sentences("hello")[0]


def test_a_stored_checkpoint_that_was_edited_is_named():
    nothing_written(2)
    stored = audit.checkpoint(by=ADA, at=AT)

    tamper("UPDATE audit_checkpoint SET size = 1")

    assert (
        f"The checkpoint {stored.pk} of this record says something else than its signed note." in sentences()
    )


def test_checkpoints_of_a_key_that_was_lost_are_still_good():
    nothing_written()
    note = audit.checkpoint(by=ADA, at=AT).note
    key_file().unlink()
    nothing_written()
    audit.checkpoint(by=ADA, at=LATER)

    assert sentences(note) == []


def test_without_any_key_a_checkpoint_cannot_be_checked():
    note = audit.checkpoint(by=ADA, at=AT).note
    tamper("DELETE FROM audit_checkpoint")
    key_file().unlink()

    assert "The checkpoint that was given is not good. This record has no key to check it with." in sentences(
        note
    )


def test_a_checkpoint_signed_by_a_stranger_is_not_good(key_folder):
    nothing_written()
    theirs = audit.checkpoint(by=ADA, at=AT).note
    tamper("DELETE FROM audit_checkpoint")
    key_file().unlink()
    audit.checkpoint(by=ADA, at=LATER)

    assert any(
        "The checkpoint that was given is not good. The checkpoint is signed by" in s
        for s in sentences(theirs)
    )


def test_a_table_that_the_record_does_not_have_is_named():
    nothing_written()
    body = {"values": {}, "rows": [{"table": "rehearsal_gone", "key": "1", "hash": "0"}], "deleted": []}

    tamper("UPDATE audit_event SET body = %s", json.dumps(body))
    chain_again()

    assert sentences() == ["Event 1 names the table rehearsal_gone, which this record does not have."]


@pytest.mark.parametrize("body", ["", "[]", '{"rows": 3, "deleted": []}', IMPOSSIBLE_KEYS])
def test_a_body_that_makes_no_sense_is_a_finding_and_not_a_fault(body):
    nothing_written()

    tamper("UPDATE audit_event SET body = %s", body)

    assert not verify().is_good


def test_a_guard_that_is_missing_is_named():
    settle()
    take_down(connection)

    found = sentences()
    put_up(connection)

    assert "rehearsal_ruling: the triggers that guard this table are missing or altered" in " ".join(found)


def test_a_record_that_is_wrong_everywhere_is_counted_to_the_end_and_listed_to_a_limit():
    with audit.action("rehearsal.rulings.recorded", by=ADA, at=AT) as event:
        event.add_all([Ruling(code="R") for _ in range(MOST_LISTED + 50)])

    tamper("UPDATE rehearsal_ruling SET code = 'X'")

    found = verify()
    assert (len(found.problems), found.wrong) == (MOST_LISTED, MOST_LISTED + 50)


def test_a_row_of_an_event_that_was_never_written_is_named():
    with unguarded():
        Desk.objects.create(pk=88, label="South", event_id=next_event())
        assert sentences_without_guards() == ["rehearsal_desk 88 names event 1, which the log does not hold."]
        Desk.objects.all().delete()


def sentences_without_guards():
    return [text for text in sentences() if "triggers" not in text]

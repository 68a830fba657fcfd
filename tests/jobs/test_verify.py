"""`handback verify`: what it prints, what it writes, and its exit status."""

import argparse
import json

import pytest
from django.conf import settings

from handback.core.audit.checkpoint import NotACheckpoint
from handback.jobs import verify
from handback.records.audit import actions as audit
from handback.records.audit.queries import checkpoint_key, latest_checkpoint
from tests.support.audit import ADA, AT, nothing_written, ruling, tamper

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def key_folder(tmp_path):
    """A signing key of the test's own."""
    usual, settings.DATA = settings.DATA, tmp_path
    yield tmp_path
    settings.DATA = usual


def handback_verify(*words):
    parser = argparse.ArgumentParser()
    verify.add_arguments(parser)
    return verify.run(parser.parse_args([str(word) for word in words]))


def test_a_good_record_is_said_to_be_good_with_what_was_checked(capsys):
    ruling()

    status = handback_verify()

    printed = capsys.readouterr().out
    assert status == 0
    assert "Events checked:       1" in printed
    assert printed.endswith("Nothing is wrong.\n")


def test_a_record_that_was_tampered_with_has_status_one_and_says_where(capsys):
    recorded = ruling()
    tamper("UPDATE rehearsal_ruling SET code = 'R2'")

    assert handback_verify() == 1
    assert f"rehearsal_ruling {recorded.pk} was altered after event 1 wrote it." in capsys.readouterr().out


def test_what_was_found_can_be_had_as_json(capsys):
    ruling()
    tamper("UPDATE rehearsal_ruling SET code = 'R2'")

    handback_verify("--json")

    found = json.loads(capsys.readouterr().out)
    assert (found["good"], found["events"], found["problems"][0]["event"]) == (False, 1, 1)


def test_a_checkpoint_is_written_to_a_file_and_agrees_with_the_record(tmp_path):
    nothing_written(2)

    handback_verify("--write", tmp_path / "today.checkpoint")
    nothing_written()

    assert (tmp_path / "today.checkpoint").read_text() == latest_checkpoint().note
    assert handback_verify("--against", tmp_path / "today.checkpoint") == 0


def test_no_checkpoint_of_a_record_that_is_wrong_is_signed(tmp_path):
    ruling()
    tamper("UPDATE rehearsal_ruling SET code = 'R2'")

    handback_verify("--write", tmp_path / "today.checkpoint")

    assert latest_checkpoint() is None
    assert not (tmp_path / "today.checkpoint").exists()


def test_a_log_that_was_cut_is_told_by_a_checkpoint_that_was_given_out(tmp_path, capsys):
    nothing_written(3)
    (tmp_path / "given").write_text(audit.checkpoint(by=ADA, at=AT).note)
    tamper("DELETE FROM audit_checkpoint")
    tamper("DELETE FROM audit_event WHERE seq > 2")

    assert handback_verify("--against", tmp_path / "given") == 1
    assert "The log was cut" in capsys.readouterr().out


def test_a_key_held_from_elsewhere_is_the_one_that_counts(tmp_path, capsys):
    nothing_written()
    (tmp_path / "given").write_text(audit.checkpoint(by=ADA, at=AT).note)
    held = str(checkpoint_key())
    other = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8"

    assert handback_verify("--against", tmp_path / "given", "--key", held) == 0
    assert handback_verify("--against", tmp_path / "given", "--key", other) == 1
    assert "not with the key of sum.golang.org" in capsys.readouterr().out


@pytest.mark.parametrize("content", [b"\xff\xfe", b"x" * 500_000])
def test_a_file_that_is_no_checkpoint_is_refused(tmp_path, content):
    (tmp_path / "given").write_bytes(content)

    with pytest.raises(NotACheckpoint):
        handback_verify("--against", tmp_path / "given")


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(FileNotFoundError):
        handback_verify("--against", tmp_path / "nowhere")

"""`handback load`: all of a file or nothing of it, whatever happens to the process on the way."""

import json
import resource
import sqlite3
import subprocess
import sys

import pytest

from handback.records.audit.queries import verify
from handback.records.people.queries import authorities
from handback.records.powers import published
from tests.jobs.conftest import PYTHON, environment
from tests.support.sources import PROJECT

MANUAL = PROJECT / "docs" / "reference" / "harrowmere.json"

# A load that is killed while it writes its tenth event.
KILLED = """
import os, signal, sys
number = getattr(signal, sys.argv.pop())
from handback.jobs import command
command.set_up()
from django.db.models.signals import post_save
from handback.records.audit.models import Event
def kill(instance, **_):
    if instance.seq == 10:
        os.kill(os.getpid(), number)
post_save.connect(kill, sender=Event)
sys.exit(command.main())
"""


@pytest.fixture
def faulty(tmp_path):
    """A file with two faults, on lines that can be told."""
    fields = json.loads(MANUAL.read_text(encoding="utf-8"))
    fields["functions"][0]["kind"] = "magical"
    fields["instruments"][0]["made_on"] = "2021-02-30"
    path = tmp_path / "faulty.json"
    path.write_text(json.dumps(fields, indent=1), encoding="utf-8")
    return path


def test_a_file_is_loaded_and_what_became_of_each_fact_is_counted(run):
    status, printed, _ = run("load", MANUAL)

    assert status == 0
    assert printed.startswith("Harrowmere Borough Council: 19 facts recorded, 0 corrected.\n")
    assert "  delegation: 1 new\n" in printed


def test_a_file_loaded_twice_has_nothing_to_change(run):
    run("load", MANUAL)

    assert run("load", MANUAL)[1].startswith("Harrowmere Borough Council: nothing to change.\n")


def test_every_fault_of_a_file_is_told_with_its_line(run, faulty):
    status, printed, errors = run("load", faulty)

    assert (status, printed) == (1, "")
    assert f"handback load: {faulty}, line " in errors
    assert [line.split(", ")[2].split(":")[0] for line in errors.splitlines()] == [
        "functions[0].kind",
        "instruments[0].made_on",
    ]


def test_a_faulty_file_leaves_the_record_as_it_was(run, faulty):
    run("load", MANUAL)
    before = verify()

    run("load", faulty)

    assert (verify().root, verify().is_good) == (before.root, True)


def test_a_file_of_ones_own_is_not_published_unless_asked(run):
    run("load", MANUAL)
    assert published.authorities() == ()

    run("load", MANUAL, "--publish")
    assert [copy.slug for copy in published.authorities()] == ["harrowmere"]


def test_a_folder_called_like_a_file_that_comes_with_handback_does_not_hide_it(run, tmp_path, monkeypatch):
    (tmp_path / "interventions").mkdir()
    monkeypatch.chdir(tmp_path)

    assert run("load", "interventions")[0] == 0
    assert published.register() is not None


def test_a_file_called_like_one_that_comes_with_handback_comes_first(run, tmp_path, monkeypatch):
    (tmp_path / "rotherham").write_bytes(MANUAL.read_bytes())
    monkeypatch.chdir(tmp_path)

    run("load", "rotherham")

    assert [authority.slug for authority in authorities()] == ["harrowmere"]


@pytest.mark.parametrize(("signal", "status"), [("SIGKILL", -9), ("SIGTERM", 143), ("SIGINT", 130)])
def test_a_load_that_is_stopped_half_way_leaves_nothing(handback, folder, signal, status):
    arguments = [sys.executable, "-c", KILLED, "load", str(MANUAL), signal]
    stopped = subprocess.run(arguments, env=environment(folder), capture_output=True, text=True, check=False)

    assert (stopped.returncode, stopped.stdout, stopped.stderr) == (status, "", "")
    assert "No record has been loaded yet." in handback("powers", "harrowmere").stderr
    assert "Nothing is wrong." in handback("verify").stdout


def test_two_loads_at_once_on_a_new_record_take_turns(new_folder):
    loads = [
        subprocess.Popen(
            [*PYTHON, "load", MANUAL], env=environment(new_folder), stdout=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]

    told = sorted(load.communicate(timeout=120)[0].splitlines()[0] for load in loads)

    assert told == [
        "Harrowmere Borough Council: 19 facts recorded, 0 corrected.",
        "Harrowmere Borough Council: nothing to change.",
    ]


def with_little_room():
    """No file may grow beyond what the database needs to be opened."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))


def test_a_disk_without_room_is_told_and_leaves_nothing(handback):
    full = handback("load", MANUAL, preexec_fn=with_little_room)

    assert full.returncode == 1
    assert full.stderr.startswith("handback load: The record could not be read or written: ")
    assert "Traceback" not in full.stderr
    assert "No record has been loaded yet." in handback("powers", "harrowmere").stderr


def test_a_record_that_another_process_is_writing_to_can_still_be_asked(handback, folder):
    handback("load", MANUAL)
    other = sqlite3.connect(folder / "record.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    assert handback("powers", "harrowmere").returncode == 0

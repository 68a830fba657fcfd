"""The command as somebody meets it: help, wrong usage, and errors that say what to do."""

import subprocess
from importlib import import_module

import pytest

from handback.jobs import command
from tests.jobs.conftest import PYTHON, environment, ran
from tests.support.sources import PROJECT

MANUAL = PROJECT / "docs" / "reference" / "harrowmere.json"


@pytest.mark.parametrize("job", command.JOBS)
def test_every_job_explains_itself_with_an_example(run, job):
    status, printed, _ = run(job, "--help")

    assert status == 0
    assert f"examples:\n  handback {job}" in printed


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("nonsense",),
        ("load",),
        ("load", "rotherham", "--quickly"),
        ("powers",),
        ("powers", "harrowmere", "--on", "2016-02-30"),
        ("powers", "harrowmere", "--on", "yesterday"),
        ("powers", "harrowmere", "--known-at", "soon"),
        ("powers", "harrowmere", "--known-at", "0001-01-01T00:00+14:00"),
        ("serve", "--port", "99999"),
        ("serve", "--workers", "0"),
        ("demo", "--port", "http"),
        ("publish",),
        ("publish", "site", "--address", "powers.example.gov.uk"),
        ("publish", "site", "--address", "https://example.gov.uk/powers"),
        ("read",),
        ("verify", "everything"),
    ],
    ids=" ".join,
)
def test_wrong_usage_has_status_two_and_says_how_it_is_used(run, words):
    status, printed, errors = run(*words)

    assert (status, printed) == (2, "")
    assert "usage: handback" in errors


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("powers", "nowhere"), "There is no record of “nowhere”. No record has been loaded yet."),
        (("load", "/nowhere/file.json"), "/nowhere/file.json: No such file or directory."),
        (("load", "/"), "/: Is a directory."),
        (("load", "/dev/null"), "/dev/null: The file is empty."),
        (("load", "/dev/zero"), "/dev/zero: The file is 100.0 MB and a record file can be 20 MB at most."),
        (("verify", "--against", "/nowhere"), "/nowhere: No such file or directory."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_cannot_be_done_has_status_one_and_is_told_on_standard_error(run, words, said):
    assert run(*words) == (1, "", f"handback {words[0]}: {said}\n")


def test_the_command_works_from_any_folder(handback):
    told = handback("powers", "nowhere")

    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr == "handback powers: There is no record of “nowhere”. No record has been loaded yet.\n"


def test_a_record_folder_that_is_a_file_is_told_without_a_traceback(handback, tmp_path):
    (tmp_path / "file").write_text("")

    refused = handback("powers", "harrowmere", env=environment(tmp_path / "file"))

    assert refused.returncode == 1
    assert refused.stderr == f"handback powers: {tmp_path / 'file'}: File exists.\n"


def test_a_database_server_that_does_not_answer_is_told_without_a_traceback(handback, folder):
    nobody = "postgres://nobody@127.0.0.1:1/nothing"

    refused = handback("powers", "harrowmere", env=environment(folder, HANDBACK_DATABASE=nobody))

    assert refused.returncode == 1
    assert refused.stderr.startswith("handback powers: The record could not be read or written: ")
    assert "Traceback" not in refused.stderr


def test_the_database_can_be_read_by_its_owner_only(new_folder):
    new_folder.mkdir(mode=0o755)

    ran("powers", "nowhere", env=environment(new_folder))

    assert (new_folder / "record.sqlite3").stat().st_mode & 0o077 == 0


def test_a_reader_that_leaves_early_is_no_error(handback, folder):
    handback("load", MANUAL)
    script = f"({' '.join(PYTHON)} powers harrowmere; echo $? >&2) | true"

    left = subprocess.run(["sh", "-c", script], env=environment(folder), capture_output=True, text=True)

    assert left.stderr.split() == ["0"]


def test_a_terminal_that_cannot_show_a_character_gets_its_number(handback, folder):
    helped = handback("load", "--help", env=environment(folder, PYTHONIOENCODING="ascii"))

    assert helped.returncode == 0
    assert "\\u201crotherham\\u201d" in helped.stdout


def test_a_library_that_is_not_installed_is_named_with_what_to_do(run, monkeypatch):
    monkeypatch.setattr(command, "import_module", lambda _: import_module("ninja_of_tomorrow"))

    status, _, errors = run("serve")

    assert status == 1
    assert errors == (
        "handback serve: “ninja_of_tomorrow”, which this version needs, is not installed. Run “make setup”.\n"
    )


def test_the_bare_command_lists_the_jobs_with_a_line_each(run):
    _, _, errors = run()

    assert "say who held each function of a council on a day" in errors

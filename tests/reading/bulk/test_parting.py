"""Nothing of a reading that was killed stays behind: neither who worked for it nor who waited for work."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.reading.bulk.test_beside import LONG

PROCESSES = Path("/proc")
WITH_A_WORKER = 4  # the command, what keeps account of its pipes, what begins workers, and a worker
PATIENCE = 10.0  # seconds

pytestmark = pytest.mark.skipif(not PROCESSES.exists(), reason="processes are looked for in /proc")


def running(session: int) -> list[int]:
    """The processes that were begun by one command, and are still there."""
    found = []
    for told in PROCESSES.glob("[0-9]*/stat"):
        try:
            number, _, facts = told.read_text().partition(" ")
        except OSError:  # it ended while it was looked at
            continue
        state, _parent, _group, its_session = facts.rpartition(")")[2].split()[:4]
        if its_session == str(session) and state != "Z":
            found.append(int(number))
    return found


def within(seconds: float, *, every: float = 0.05) -> Iterator[None]:
    """Look again and again, for so long."""
    over = time.monotonic() + seconds
    while time.monotonic() < over:
        yield
        time.sleep(every)


def left_when_killed(*asked: str | Path) -> list[int]:
    """What is left, a while after it was killed, of a command that had begun a worker."""
    command = [sys.executable, "-m", "handback.jobs.command", "read", *map(str, asked)]
    program = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    begun = any(len(running(program.pid)) >= WITH_A_WORKER for _ in within(60))
    program.kill()
    program.wait()
    assert begun
    any(not running(program.pid) for _ in within(PATIENCE))
    left = running(program.pid)
    with suppress(ProcessLookupError):
        os.killpg(program.pid, signal.SIGKILL)  # a failure is no reason to leave them here
    return left


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of pages that take long to read."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(4):
        (folder / f"{number}.html").write_text(LONG)
    return folder


@pytest.mark.parametrize("workers", ["1", "6"])  # more than there are pages: some wait for work
def test_a_killed_job_leaves_no_worker_behind(tmp_path, pages, workers):
    asked = ["--engine", "processes", "--workers", workers, "--to", tmp_path / "out.jsonl"]

    assert left_when_killed(pages, *asked) == []


def test_a_killed_reading_of_one_file_leaves_no_reader_behind(pages):
    assert left_when_killed(pages / "0.html") == []

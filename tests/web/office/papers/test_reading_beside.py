"""Documents are read beside the server, and what a killed server left waiting is read by the next."""

import os
import signal
import socket
import subprocess
import time
from urllib.request import urlopen

import pytest

from tests.jobs.conftest import PYTHON, environment

KEPT = """
from django.utils.timezone import now
from handback.records.audit.actions import system
from handback.records.documents import actions
from handback.records.people import actions as people
by = system("tests")
h = people.open_record(slug="harrowmere", name="Harrowmere", gss="E08000999", gss_as_of=None,
                       is_demonstration=True, note="", by=by, at=now())
for n in range(3):
    actions.keep(h, f"RESOLVED: That plan {n} be approved.".encode(), name=f"{n}.txt", by=by, at=now())
"""
COUNT = """
from handback.records.documents.models import Document
print(Document.objects.filter(state="read").count())
"""


def record(folder, program):
    """Run a few lines over the record in a folder, in a process of their own."""
    lines = f"import django; django.setup()\nfrom django.core.management import call_command\n{program}"
    with_settings = environment(folder) | {"DJANGO_SETTINGS_MODULE": "handback.config.settings"}
    done = subprocess.run(
        [PYTHON[0], "-c", lines], env=with_settings, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


@pytest.fixture
def folder(tmp_path):
    record(tmp_path, "call_command('migrate', verbosity=0)\n" + KEPT)
    return tmp_path


def serve(folder):
    with socket.create_server(("127.0.0.1", 0)) as trial:
        port = trial.getsockname()[1]
    process = subprocess.Popen(
        [*PYTHON, "serve", "--port", str(port), "--workers", "1"],
        env=environment(folder),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    for _ in range(200):
        try:
            urlopen(f"http://127.0.0.1:{port}/office/sign-in/", timeout=5).read()
            return process
        except OSError:
            time.sleep(0.2)
    raise AssertionError("The server did not answer.")


def test_what_waits_is_read_by_the_server_that_starts_next_though_the_last_was_killed(folder):
    first = serve(folder)
    os.killpg(first.pid, signal.SIGKILL)
    first.wait()
    second = serve(folder)

    try:
        for _ in range(80):
            if (read := record(folder, COUNT)) == "3":
                break
            time.sleep(1)
    finally:
        second.terminate()
        second.wait(timeout=30)

    assert read == "3"

"""`handback serve` and `handback demo`: to this machine only, and the same accounts each time."""

import json
import os
import socket
import subprocess
import time
from urllib.request import urlopen

import pytest
from django.conf import settings
from django.utils import timezone

from handback.jobs import demo
from handback.jobs.serve import LOOPBACK, PortTaken, check_free
from handback.records.people import actions as people
from handback.records.people import queries
from tests.jobs.conftest import PYTHON, environment
from tests.support.harrowmere import CLERK, MORNING


@pytest.fixture
def taken():
    """A port on which something listens."""
    with socket.create_server((LOOPBACK, 0)) as server:
        yield server.getsockname()[1]


def test_a_port_in_use_is_said_plainly(taken):
    with pytest.raises(
        PortTaken, match=f"Nothing can be served at 127.0.0.1:{taken}: address already in use"
    ):
        check_free(taken)


@pytest.mark.parametrize("job", ["serve", "demo"])
def test_a_port_in_use_has_status_one_before_anything_is_done(run, taken, job):
    status, printed, errors = run(job, "--port", taken)

    assert (status, printed) == (1, "")
    assert errors.startswith(f"handback {job}: Nothing can be served at")
    assert not queries.authorities().exists()


@pytest.fixture
def served(folder):
    """A server of its own process; gives its port."""
    with socket.create_server((LOOPBACK, 0)) as trial:
        port = trial.getsockname()[1]
    process = subprocess.Popen(
        [*PYTHON, "serve", "--port", str(port), "--workers", "1"],
        env=environment(folder),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    yield port
    process.terminate()
    process.wait(timeout=30)


def opened(port):
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            return urlopen(f"http://{LOOPBACK}:{port}/")
        except OSError:  # not listening yet, or its first worker is not up
            time.sleep(0.2)
    raise TimeoutError


def test_the_site_answers_on_this_machine_and_at_no_other_address_of_it(served):
    assert opened(served).status == 200

    for address in {"127.0.0.2", *_addresses()}:
        with pytest.raises(OSError, match=r"refused|unreachable|timed out"):
            socket.create_connection((address, served), timeout=3)


def _addresses():
    found = socket.getaddrinfo(socket.gethostname(), None, family=socket.AF_INET)
    return {str(entry[4][0]) for entry in found} - {LOOPBACK}


@pytest.fixture
def kept(tmp_path):
    """A folder of the test's own for the passwords."""
    usual, settings.DATA = settings.DATA, tmp_path
    yield tmp_path / "demonstration-accounts.json"
    settings.DATA = usual


@pytest.fixture
def accounts(harrowmere, kept):
    """Opens the demonstration accounts, or finds them."""
    return lambda: demo.accounts(at=timezone.now())


def test_the_demonstration_accounts_have_the_same_passwords_each_time(accounts):
    assert accounts() == accounts()


def test_the_passwords_that_are_printed_open_the_accounts(accounts):
    passwords = accounts()

    assert all(queries.account(name).check_password(word) for name, word in passwords.items())


def test_when_the_passwords_are_lost_new_ones_are_set(accounts, kept):
    before = accounts()
    kept.unlink()

    after = accounts()

    assert after != before
    assert queries.account("officer").check_password(after["officer"])


def test_the_passwords_can_be_read_by_their_owner_only(accounts, kept):
    accounts()

    assert kept.stat().st_mode & 0o077 == 0
    assert os.listdir(kept.parent) == [kept.name]
    assert sorted(json.loads(kept.read_text())) == sorted(demo.ACCOUNTS)


def test_an_account_of_somebody_elses_with_such_a_name_is_left_alone(accounts):
    people.open_account(
        username="officer", name="Ada", job_title="", password="Ada's own", by=CLERK, at=MORNING
    )

    assert "officer" not in accounts()
    assert queries.account("officer").check_password("Ada's own")
    assert not queries.grants(queries.account("officer"), on=timezone.localdate()).exists()


def test_the_accounts_have_roles_at_demonstration_records_only(accounts):
    real = {"slug": "marlow", "name": "Marlow", "gss": "E08000998", "is_demonstration": False}
    people.open_record(**real, gss_as_of=None, note="", by=CLERK, at=MORNING)

    accounts()

    held = queries.grants(queries.account("officer"), on=timezone.localdate())
    assert [grant.authority.slug for grant in held] == ["harrowmere"]


def test_a_demonstration_record_that_came_later_is_given_to_the_accounts_too(accounts):
    accounts()
    later = {"slug": "marlow", "name": "Marlow", "gss": "E08000998", "is_demonstration": True}
    people.open_record(**later, gss_as_of=None, note="", by=CLERK, at=MORNING)

    accounts()

    assert queries.grants(queries.account("officer"), on=timezone.localdate()).count() == 2

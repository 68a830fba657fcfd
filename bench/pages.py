"""The office's home and powers pages, signed in, through gunicorn with two workers, at 1 and 317 councils.

Pages are asked for one at a time, each time for another council in turn, after a first round in which every
council was asked for.
"""

import http.client
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from http.cookies import SimpleCookie

from bench.measured import Measured, measured

COUNCILS = (1, 317)
ASKED = 100
WARM_UP = 10
ROUNDS = 2  # so that each of the two processes has most likely met every council
FIRST_DAY = date(2020, 1, 1)
PAGES = {"home page": "/office/{slug}/", "powers page": "/office/{slug}/powers/?as-at=2018-06-01"}
STARTS_WITHIN = 60.0  # seconds


def measure() -> list[Measured]:
    """Response times of each page at each size, in milliseconds."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, skip_checks=True)

    from bench.councils import BENCH, LOADED_AT, add_council, grant_to_all, slug_of
    from handback.records.people import actions as people

    password = secrets.token_urlsafe(16)
    user = people.open_account(
        username="bench", name="Bench", job_title="", password=password, by=BENCH, at=LOADED_AT
    )
    rows: list[Measured] = []
    there = 0
    for councils in COUNCILS:
        grant_to_all(user, [add_council(number) for number in range(there, councils)], on=FIRST_DAY)
        there = councils
        slugs = [slug_of(number) for number in range(councils)]
        with served() as (port, _):
            rows.extend(_times(port, password, slugs))
    return rows


@contextmanager
def served(*, workers: int = 2) -> Iterator[tuple[int, "subprocess.Popen[bytes]"]]:
    """The site on a free port of the loopback address, and its first process; stopped afterwards."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "handback.jobs.command",
        "serve",
        "--port",
        str(port),
        "--workers",
        str(workers),
    ]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=os.environ)
    try:
        _wait_for(port)
        yield port, server
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=30)


def _wait_for(port: int) -> None:
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(f"Nothing listens on port {port}.")


def _times(port: int, password: str, slugs: list[str]) -> Iterator[Measured]:
    cookie = sign_in(port, password)
    for name, address in PAGES.items():
        first_round = max(WARM_UP, ROUNDS * len(slugs))
        asked = [address.format(slug=slugs[n % len(slugs)]) for n in range(first_round + ASKED)]
        taken = [ask(port, page, cookie) for page in asked]
        size = f"{len(slugs)} council{'s' if len(slugs) > 1 else ''}"
        yield measured(f"{name}, first asked for", size, taken[: len(slugs) + 1])
        yield measured(name, size, taken[first_round:])


def sign_in(port: int, password: str) -> str:
    """The cookie of the account of the bench."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", "/office/sign-in/")
    answer = connection.getresponse()
    answer.read()
    token = SimpleCookie(answer.getheader("Set-Cookie"))["csrftoken"].value
    form = f"username=bench&password={password}&csrfmiddlewaretoken={token}"
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": f"csrftoken={token}"}
    connection.request("POST", "/office/sign-in/", body=form, headers=headers)
    answer = connection.getresponse()
    answer.read()
    cookies = SimpleCookie()
    for value in answer.headers.get_all("Set-Cookie", []):
        cookies.load(value)
    connection.close()
    if "sessionid" not in cookies:
        raise PermissionError(f"Signing in answered {answer.status}.")
    return f"sessionid={cookies['sessionid'].value}"


def ask(port: int, address: str, cookie: str) -> float:
    """Seconds for one page, connection included: gunicorn's plain workers keep none open."""
    begun = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", address, headers={"Cookie": cookie})
    answer = connection.getresponse()
    answer.read()
    taken = time.perf_counter() - begun
    connection.close()
    if answer.status != 200:
        raise RuntimeError(f"{address} answered {answer.status}.")
    return taken

"""The board of 1,000 indicators of 48 to 60 values: first of a process, right after a write, and calm.

Through gunicorn with one worker, signed in, one page at a time; every fifth request comes right after a value
was restated by another process.
"""

import secrets
import subprocess
from datetime import UTC, date, datetime
from decimal import Decimal

from bench.measured import Measured, measured
from bench.pages import ask, served, sign_in

INDICATORS = 1_000
SLUG = "council-000"  # as bench.councils calls the first
PAGE = f"/office/{SLUG}/measures/"
SERVERS, ASKED, EVERY = 5, 200, 5


def measure() -> list[Measured]:
    """Response times in milliseconds, and the memory of the process that answers."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, skip_checks=True)
    from django.db import connection

    engine = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}[connection.vendor]
    size = f"{INDICATORS:,} indicators of 48 to 60, {engine}"
    password = _record()
    with served() as (port, _):
        cookie = sign_in(port, password)
    first = []
    for _ in range(SERVERS):
        with served(workers=1) as (port, _):
            first.append(ask(port, PAGE, cookie))
    with served(workers=1) as (port, server):
        calm, written = _mixed(port, cookie)
        memory = _largest(server.pid)
    return [
        measured("board of measures, the first page of a process", size, first),
        measured("board of measures, nothing written before", size, calm),
        measured("board of measures, right after a write", size, written),
        measured("board of measures, one page in five after a write", size, [*calm, *written]),
        Measured("memory of a process that shows the board", size, memory, "MB"),
    ]


def _record() -> str:
    """A council with its indicators, and an account that may read them; the account's password."""
    from bench.councils import add_council, grant_to_all
    from bench.indicators import BENCH, LOADED_AT, add_indicators
    from handback.records.people import actions as people

    password = secrets.token_urlsafe(16)
    user = people.open_account(
        username="bench", name="Bench", job_title="", password=password, by=BENCH, at=LOADED_AT
    )
    authority = add_council(0)
    grant_to_all(user, [authority], on=date(2020, 1, 1))
    add_indicators(authority, INDICATORS)
    return password


def _mixed(port: int, cookie: str) -> tuple[list[float], list[float]]:
    """Seconds for a page where nothing was written before, and for one right after a write."""
    ask(port, PAGE, cookie)
    calm, written = [], []
    for number in range(ASKED):
        if number % EVERY:
            calm.append(ask(port, PAGE, cookie))
        else:
            _restate(number)
            written.append(ask(port, PAGE, cookie))
    return calm, written


def _restate(number: int) -> None:
    """Another value of an indicator that stands on the page, or of one that does not."""
    from bench.indicators import BENCH, code_of
    from handback.core.periods import Period
    from handback.records.measures import actions, queries
    from handback.records.measures.measured.entries import ValueEntry
    from handback.records.people.queries import authorities

    authority = authorities().get(slug=SLUG)
    row = queries.values(authority).filter(indicator=code_of(number)).order_by("-first")[0]
    period, value = Period(row.first, row.until), row.value + Decimal("0.1")
    entry = ValueEntry(indicator=row.indicator, period=period, value=value)
    actions.record_value(authority, entry, reason="Counted again.", by=BENCH, at=datetime.now(UTC))


def _largest(server: int) -> float:
    """The highest memory of a server's processes so far, in MB."""
    listed = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(server)], capture_output=True, text=True, check=True
    )
    return max(map(_highest, [server, *map(int, listed.stdout.split())]))


def _highest(process: int) -> float:
    with open(f"/proc/{process}/status", encoding="utf-8") as status:
        kilobytes = next(line.split()[1] for line in status if line.startswith("VmHWM"))
    return int(kilobytes) / 1024

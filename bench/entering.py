"""Values sent to the API by a program: a request from its bytes to its answer, durable before the next."""

import json
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from bench.measured import Measured, measured

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
SIZES = (1, 100, 1_000)
TIMES = 7


def measure() -> list[Measured]:
    """How long a request of so many values takes, new to the record, and sent once more."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, skip_checks=True)
    send = _program()
    rows = []
    for values in SIZES:
        bodies = [_body(values, run=run) for run in range(TIMES)]
        new = [_seconds(send, body, values) for body in bodies]
        rows.append(measured("values sent to the API", f"{values:,} values", new, note="one event each time"))
    again = [_seconds(send, body, 0) for body in bodies]
    most = f"{SIZES[-1]:,} values"
    rows.append(measured("values sent to the API once more", most, again, note="none written"))
    return rows


def _program() -> Callable[[bytes], int]:
    """What sends a body with a token, and gives back how many values were new."""
    from django.test import Client
    from django.utils.timezone import localdate, now

    from bench.councils import BENCH, LOADED_AT, add_council
    from handback.records.measures import actions as measures
    from handback.records.measures.measured.entries import IndicatorEntry
    from handback.records.people import actions as people

    authority, today = add_council(0), localdate()
    user = people.open_account(
        username="bench", name="Bench", job_title="", password="-" * 16, by=BENCH, at=LOADED_AT
    )
    role = "improvement officer"
    people.grant(user, authority, role=role, first=date(2020, 1, 1), until=None, by=BENCH, at=LOADED_AT)
    for number in range(10 * len(SIZES)):
        entry = IndicatorEntry(code=f"M{number:02}", name=f"Measure {number}")
        measures.record_indicator(authority, entry, by=BENCH, at=AT)
    until = today + timedelta(days=1)
    _, text = people.make_token(
        user, authority, name="bench", may_write=True, until=until, on=today, at=now()
    )
    client, address = Client(), f"/api/v1/{authority.slug}/values"

    def send(body: bytes) -> int:
        headers = {"Authorization": f"Bearer {text}"}
        answer = client.post(address, body, content_type="application/json", headers=headers)
        if answer.status_code != 200:
            raise RuntimeError(answer.content[:300].decode())
        return int(answer.json()["new"])

    return send


def _seconds(send: Callable[[bytes], int], body: bytes, expected: int) -> float:
    before = time.perf_counter()
    new = send(body)
    taken = time.perf_counter() - before
    if new != expected:
        raise AssertionError(f"{new} values were new, not {expected}")
    return taken


def _body(values: int, *, run: int) -> bytes:
    """So many values, of ten indicators by months; no two runs and sizes share any."""
    first, code = 1920 + 12 * run, 10 * SIZES.index(values)
    listed = [
        {
            "indicator": f"M{code + n % 10:02}",
            "period": f"{first + n // 120}-{n // 10 % 12 + 1:02}",
            "value": n,
        }
        for n in range(values)
    ]
    return json.dumps({"values": listed}).encode()

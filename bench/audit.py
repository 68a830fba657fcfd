"""The audit log: actions written a second, and how long verifying a long log takes.

Appends are timed as they come from people: each in a transaction of its own, durable before the next. The log
to verify is written in bulk, with the guards down, and hashed as actions hash it: one row to an event.
"""

import json
from datetime import UTC, datetime
from time import perf_counter

from bench.measured import Measured, measured, timed

ACTIONS = 300
SIZES = (10_000, 100_000)
IN_A_BATCH = 2_000
AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def measure() -> list[Measured]:
    """Appends to the database that HANDBACK_DATABASE names, SQLite if none, and a verification of it."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from django.db import connection

    engine = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}[connection.vendor]
    return [_appends(engine), *(_verification(engine, size) for size in SIZES)]


def _appends(engine: str) -> Measured:
    from handback.records.audit import actions as audit

    times = []
    for number in range(ACTIONS):
        before = perf_counter()
        with audit.action("bench.value.sealed", by=audit.system("bench"), at=AT) as event:
            event.values = {"number": number, "value": audit.sealed(number)}
        times.append(perf_counter() - before)
    note = f"{ACTIONS / sum(times):,.0f} a second, each durable before the next"
    return measured(f"append an audited action, {engine}", "1 row", times, note=note)


def _verification(engine: str, size: int) -> Measured:
    from django.db import connection

    from handback.records.audit.guards.standing import put_up, take_down
    from handback.records.audit.queries import events, verify

    take_down(connection)
    while (length := events().count()) < size:
        _write_events(min(IN_A_BATCH, size - length))
    put_up(connection)
    times = timed(lambda: _sound(verify()), times=3)
    note = f"{size / min(times):,.0f} events and as many rows a second"
    return measured(f"verify the record, {engine}", f"{size:,} events", times, unit="s", scale=1, note=note)


def _write_events(number: int) -> None:
    """Add events to the end of the log, each with one row, chained and hashed."""
    from django.db import transaction

    from handback.core.audit.chain import Entry, event_hash
    from handback.records.audit.models import Event, Salt
    from handback.records.audit.rows import rows

    last = Event.objects.order_by("-seq")[0]
    written, previous = [], last.hash
    with transaction.atomic():
        places = range(last.seq + 1, last.seq + 1 + number)
        Salt.objects.bulk_create(Salt(id=f"bench-{seq}", salt=f"{seq:064x}", event_id=seq) for seq in places)
        hashes = rows(Salt, [f"bench-{seq}" for seq in places])
        for seq in places:
            row = {"table": "audit_salt", "key": f"bench-{seq}", "hash": hashes[f"bench-{seq}"].hash}
            body = json.dumps({"values": {"number": seq}, "rows": [row], "deleted": []})
            entry = Entry(seq, AT, "system", "bench", None, "bench.value.sealed", "bench", body, previous)
            previous = event_hash(entry)
            content = {name: getattr(entry, name) for name in entry.__slots__}
            written.append(Event(**content, hash=previous))
        Event.objects.bulk_create(written)


def _sound(found: object) -> None:
    """Stop the bench if what it built is not a good record: its time would mean nothing."""
    if not getattr(found, "is_good", False):
        raise AssertionError(found)

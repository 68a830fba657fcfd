"""Whether a connection to SQLite is set up so that no power cut and no stray tool can harm the record."""

import sqlite3
from typing import Any

from handback.records.audit.refusals import UnsafeDatabase

OLDEST_SQLITE = (3, 39)  # the first that knows IS DISTINCT FROM
FULL = 2  # the number that SQLite gives for synchronous=FULL; EXTRA is 3


def check_safe(connection: Any) -> None:
    """Raise UnsafeDatabase unless this SQLite connection keeps what it commits and fires every guard.

    A database in memory keeps nothing in any case and need not use a write-ahead log.
    """
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise UnsafeDatabase(f"Handback needs SQLite 3.39 or newer; this is {sqlite3.sqlite_version}.")
    journal = ("wal", "memory") if connection.is_in_memory_db() else ("wal",)
    wrong = [
        sentence
        for pragma, is_safe, sentence in (
            ("journal_mode", lambda value: value in journal, "journal_mode must be WAL"),
            ("synchronous", lambda value: value >= FULL, "synchronous must be FULL"),
            ("recursive_triggers", lambda value: value == 1, "recursive_triggers must be on"),
            ("foreign_keys", lambda value: value == 1, "foreign_keys must be on"),
        )
        if not is_safe(_pragma(connection, pragma))
    ]
    if wrong:
        raise UnsafeDatabase(
            f"The database is not safe for a record: {'; '.join(wrong)}. Nothing was read or written."
        )


def _pragma(connection: Any, name: str) -> Any:
    return connection.connection.execute(f"PRAGMA {name}").fetchone()[0]

"""Guards as SQLite triggers.

A connection that ignores foreign keys could name an event that never comes, and one without recursive
triggers could replace a row unseen. A connection chooses both for itself, so each guard asks it.
"""

from typing import Any

from handback.records.audit.guards.rules import Guard, Refusal, by_table

CARELESS = (
    "(SELECT foreign_keys FROM pragma_foreign_keys) = 0"
    " OR (SELECT recursive_triggers FROM pragma_recursive_triggers) = 0"
)


def columns(cursor: Any) -> dict[str, list[str]]:
    """The columns of every table."""
    cursor.execute(
        "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c"
        " WHERE m.type = 'table' ORDER BY m.name, c.cid"
    )
    return by_table(cursor.fetchall())


def standing(cursor: Any) -> dict[tuple[str, str], str]:
    """The guards that stand: their SQL by table and operation."""
    cursor.execute(
        "SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'"
        " AND substr(name, 1, 12) = 'audit_guard_'"
    )
    return {(table, name.rsplit("_", 1)[1].upper()): sql for name, table, sql in cursor.fetchall()}


def wanted(guard: Guard) -> str:
    """The SQL that puts a guard up, as `standing` will give it back."""
    careless = Refusal(
        CARELESS,
        f"{guard.table}: this connection does not check foreign keys; write to the record with Handback",
    )
    raising = [
        f"SELECT RAISE(ABORT, '{refusal.sentence}') WHERE {refusal.condition};"
        for refusal in [*guard.refusals, careless]
    ]
    body = " ".join([*raising, *([f"{guard.besides};"] if guard.besides else [])])
    name = _name(guard.table, guard.operation)
    return f'CREATE TRIGGER "{name}" BEFORE {guard.operation} ON "{guard.table}" BEGIN {body} END'


def put_up(cursor: Any, guard: Guard) -> None:
    """Put a guard up in place of whatever stands there."""
    take_down(cursor, guard.table, guard.operation)
    cursor.execute(wanted(guard))


def take_down(cursor: Any, table: str, operation: str) -> None:
    """Remove a guard, if it stands."""
    cursor.execute(f'DROP TRIGGER IF EXISTS "{_name(table, operation)}"')


def _name(table: str, operation: str) -> str:
    return f"audit_guard_{table}_{operation.lower()}"

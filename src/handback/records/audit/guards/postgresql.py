"""Guards as PostgreSQL triggers: a function for each table and operation, and one that refuses TRUNCATE.

They are enabled ALWAYS, so that a session which calls itself a replica does not slip past them.
"""

from typing import Any

from handback.records.audit.guards.rules import Guard, by_table


def columns(cursor: Any) -> dict[str, list[str]]:
    """The columns of every table."""
    cursor.execute(
        "SELECT table_name, column_name FROM information_schema.columns"
        " WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position"
    )
    return by_table(cursor.fetchall())


def standing(cursor: Any) -> dict[tuple[str, str], str]:
    """The guards that stand and are enabled always: their functions' text by table and operation."""
    cursor.execute(
        "SELECT c.relname, t.tgname, p.prosrc FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
        " JOIN pg_proc p ON p.oid = t.tgfoid JOIN pg_namespace n ON n.oid = c.relnamespace"
        " WHERE t.tgname LIKE 'audit\\_guard\\_%%' AND t.tgenabled = 'A' AND n.nspname = current_schema()",
        [],
    )
    return {(table, name.rsplit("_", 1)[1].upper()): source for table, name, source in cursor.fetchall()}


def wanted(guard: Guard) -> str:
    """The text of the guard's function, as `standing` will give it back."""
    raising = [
        f"IF {refusal.condition} THEN RAISE EXCEPTION USING MESSAGE = '{refusal.sentence}',"
        " ERRCODE = 'integrity_constraint_violation'; END IF;"
        for refusal in guard.refusals
    ]
    give_back = {"DELETE": "OLD", "TRUNCATE": "NULL"}.get(guard.operation, "NEW")
    besides = [f"{guard.besides};"] if guard.besides else []
    return " ".join(["BEGIN", *raising, *besides, f"RETURN {give_back}; END"])


def put_up(cursor: Any, guard: Guard) -> None:
    """Put a guard up in place of whatever stands there."""
    name = _name(guard.table, guard.operation)
    each = "STATEMENT" if guard.operation == "TRUNCATE" else "ROW"
    take_down(cursor, guard.table, guard.operation)
    cursor.execute(
        f'CREATE FUNCTION "{name}"() RETURNS trigger LANGUAGE plpgsql AS $guard${wanted(guard)}$guard$'
    )
    cursor.execute(
        f'CREATE TRIGGER "{name}" BEFORE {guard.operation} ON "{guard.table}"'
        f' FOR EACH {each} EXECUTE FUNCTION "{name}"()'
    )
    cursor.execute(f'ALTER TABLE "{guard.table}" ENABLE ALWAYS TRIGGER "{name}"')


def take_down(cursor: Any, table: str, operation: str) -> None:
    """Remove a guard, if it stands."""
    cursor.execute(f'DROP TRIGGER IF EXISTS "{_name(table, operation)}" ON "{table}"')
    cursor.execute(f'DROP FUNCTION IF EXISTS "{_name(table, operation)}"()')


def _name(table: str, operation: str) -> str:
    return f"audit_guard_{table}_{operation.lower()}"

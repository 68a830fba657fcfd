"""A connection that could lose or skip something is refused; a stray tool cannot write at all."""

import sqlite3
from contextlib import closing

import pytest
from django.db import connection
from django.db.backends.sqlite3.base import DatabaseWrapper

from handback.records.audit.guards.connection import check_safe
from handback.records.audit.refusals import UnsafeDatabase
from tests.support.audit import desk, next_event, ruling, visitor

pytestmark = [
    pytest.mark.skipif(connection.vendor != "sqlite", reason="these are SQLite's settings"),
    pytest.mark.django_db,
]

SAFE = {"journal_mode": "WAL", "synchronous": "FULL", "recursive_triggers": "ON", "foreign_keys": "ON"}


def opened(path, **pragmas):
    """A connection of Django's own, set up with these pragmas."""
    commands = ";".join(f"PRAGMA {name}={value}" for name, value in {**SAFE, **pragmas}.items())
    settings = {**connection.settings_dict, "NAME": str(path), "OPTIONS": {"init_command": commands}}
    wrapper = DatabaseWrapper(settings, alias="other")
    wrapper.inc_thread_sharing()
    return closing(wrapper)


def test_a_connection_that_keeps_what_it_commits_is_accepted(tmp_path):
    with opened(tmp_path / "record.sqlite3") as wrapper:
        wrapper.connect()

        check_safe(wrapper)


@pytest.mark.parametrize(
    ("pragma", "value", "sentence"),
    [
        ("journal_mode", "DELETE", "journal_mode must be WAL"),
        ("synchronous", "NORMAL", "synchronous must be FULL"),
        ("synchronous", "OFF", "synchronous must be FULL"),
        ("recursive_triggers", "OFF", "recursive_triggers must be on"),
    ],
)
def test_a_connection_that_is_set_up_carelessly_is_refused(tmp_path, pragma, value, sentence):
    with (
        opened(tmp_path / "record.sqlite3", **{pragma: value}) as wrapper,
        pytest.raises(UnsafeDatabase, match=f"{sentence}. Nothing was read or written"),
    ):
        wrapper.connect()


def test_a_connection_that_ignores_foreign_keys_is_refused(tmp_path):
    with opened(tmp_path / "record.sqlite3") as wrapper:
        wrapper.connect()
        wrapper.connection.execute("PRAGMA foreign_keys=OFF")

        with pytest.raises(UnsafeDatabase, match="foreign_keys must be on"):
            check_safe(wrapper)


def test_a_refusal_names_everything_that_is_wrong(tmp_path):
    with (
        opened(tmp_path / "record.sqlite3", synchronous="OFF", recursive_triggers="OFF") as wrapper,
        pytest.raises(UnsafeDatabase, match="synchronous must be FULL; recursive_triggers must be on"),
    ):
        wrapper.connect()


def test_a_database_in_memory_needs_no_write_ahead_log():
    with opened(":memory:") as wrapper:
        wrapper.connect()

        check_safe(wrapper)


@pytest.fixture
def stray_tool(transactional_db):
    """Python's own sqlite3 on the record's file, as any program would open it."""
    with closing(sqlite3.connect(connection.settings_dict["NAME"], timeout=5)) as tool:
        yield tool


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE rehearsal_ruling SET code = 'R2'",
        "UPDATE rehearsal_desk SET label = 'South', event_id = :next",
        "INSERT INTO rehearsal_desk (label, event_id) VALUES ('South', :next)",
        "REPLACE INTO rehearsal_ruling SELECT * FROM rehearsal_ruling",
        "DELETE FROM rehearsal_ruling",
        "DELETE FROM rehearsal_visitor",
        "UPDATE audit_event SET actor_name = 'Tom'",
        "REPLACE INTO audit_event SELECT * FROM audit_event",
        "DELETE FROM audit_event",
    ],
)
def test_a_stray_tool_cannot_write_to_the_record(stray_tool, sql):
    ruling()
    desk()
    visitor()

    with pytest.raises(sqlite3.IntegrityError):
        stray_tool.execute(sql, {"next": next_event()} if ":next" in sql else {})


def test_a_careful_stray_tool_cannot_commit_a_change_whose_event_never_comes(stray_tool):
    stray_tool.execute("PRAGMA foreign_keys=ON")
    stray_tool.execute("PRAGMA recursive_triggers=ON")
    stray_tool.execute(
        "INSERT INTO rehearsal_desk (label, event_id) VALUES ('South', :next)", {"next": next_event()}
    )

    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        stray_tool.commit()

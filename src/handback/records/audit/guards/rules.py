"""What each table of the record refuses, as conditions in the SQL that SQLite and PostgreSQL share."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.db.models import Model

from handback.core.audit.chain import BEGINNING
from handback.records.audit.models import Audited, Deletion, Event, Fact

NEXT = "(SELECT coalesce(max(seq), 0) + 1 FROM audit_event)"
LAST = f"coalesce((SELECT hash FROM audit_event ORDER BY seq DESC LIMIT 1), '{BEGINNING}')"  # noqa: S608
ALWAYS = "1 = 1"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Raise `sentence` when `condition`, over OLD and NEW, is true."""

    condition: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Guard:
    """What is refused before INSERT, UPDATE or DELETE of each row, and what is written besides."""

    table: str
    operation: str
    refusals: list[Refusal] = field(default_factory=list)
    besides: str = ""


def guards(models: Iterable[type[Model]], columns: dict[str, list[str]]) -> Iterator[Guard]:
    """The guards of these models. `columns` gives the column names of each table, as the database has them.

    A table that `columns` does not name has not been made yet and gets no guard.
    """
    for model in models:
        table = model._meta.db_table
        if table in columns:
            yield Guard(table, "INSERT", _on_insert(model))
            yield Guard(table, "UPDATE", _on_update(model, columns[table]))
            yield _on_delete(model)


def _on_insert(model: type[Model]) -> list[Refusal]:
    if model is Event:
        return [
            Refusal(
                f"NEW.seq IS DISTINCT FROM {NEXT}", "audit_event: an event has the number after the last"
            ),
            Refusal(
                f"NEW.previous IS DISTINCT FROM {LAST}", "audit_event: an event holds the hash of the last"
            ),
        ]
    return [_names_no_event(model._meta.db_table)]


def _on_update(model: type[Model], columns: list[str]) -> list[Refusal]:
    table = model._meta.db_table
    if model is Event:
        return [Refusal(ALWAYS, "audit_event: the log is never edited")]
    if model is Deletion or (issubclass(model, Audited) and model.audit_frozen):
        return [Refusal(ALWAYS, f"{table}: a row of this table is never edited")]
    if issubclass(model, Fact):
        return [_edits_a_fact(table, columns), _names_no_event(table)]
    if issubclass(model, Audited) and model.audit_unwatched:
        free = {model._meta.get_field(name).column for name in model.audit_unwatched}  # type: ignore[union-attr]
        watched = _differs([column for column in columns if column not in free])
        unnamed = _names_no_event(table)
        return [Refusal(f"({watched}) AND {unnamed.condition}", unnamed.sentence)]
    return [_names_no_event(table)]


def _on_delete(model: type[Model]) -> Guard:
    table = model._meta.db_table
    if issubclass(model, Audited) and model.audit_deletable and not issubclass(model, Fact):
        key = model._meta.pk.column
        leave = (
            f'INSERT INTO audit_deletion ("table", key, event_id) '  # noqa: S608 - names come from the models
            f"VALUES ('{table}', CAST(OLD.\"{key}\" AS text), {NEXT})"
        )
        return Guard(table, "DELETE", [], leave)
    sentence = "audit_event: the log is never cut" if model is Event else f"{table}: rows are never deleted"
    return Guard(table, "DELETE", [Refusal(ALWAYS, sentence)])


def _names_no_event(table: str) -> Refusal:
    return Refusal(
        f"NEW.event_id IS DISTINCT FROM {NEXT}",
        f"{table}: a change must name the audit event that is about to be written",
    )


def _edits_a_fact(table: str, columns: list[str]) -> Refusal:
    fixed = _differs([column for column in columns if column not in ("superseded_at", "event_id")])
    return Refusal(
        f"OLD.superseded_at IS NOT NULL OR NEW.superseded_at IS NULL OR {fixed}",
        f"{table}: a recorded fact is never edited; supersede it",
    )


def _differs(columns: list[str]) -> str:
    return " OR ".join(f'NEW."{column}" IS DISTINCT FROM OLD."{column}"' for column in columns)


def by_table(rows: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """The columns of each table, from pairs of a table and a column, in their order."""
    found: dict[str, list[str]] = {}
    for table, column in rows:
        found.setdefault(table, []).append(column)
    return found

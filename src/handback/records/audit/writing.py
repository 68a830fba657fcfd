"""An event while its action is writing: it remembers every row, and closes with their hashes.

1. The head of the log is locked from the start of the action to the end of the transaction, so that two
   writers take turns and sequence numbers have no gap.
2. Rows are read back before they are hashed.
3. The event is the last thing that an action writes; the rows named it before it existed.
"""

import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, TypeVar

from django.db import connection

from handback.core.audit.canonical import canonical
from handback.core.audit.chain import BEGINNING
from handback.records.audit.models import Audited, Deletion, Event, Fact, Salt
from handback.records.audit.refusals import AlreadySuperseded, FactNeverEdited, NotDeletable, RowNotWritten
from handback.records.audit.rows import AT_A_TIME, batches, rows, salt_name

A = TypeVar("A", bound=Audited)
HEAD_LOCK = 0x48616E646261636B  # "Handback": PostgreSQL names advisory locks by number


class EventBeingWritten:
    """What an action writes with. `subject` and `values` are what people will read in the log.

    `values` must be JSON: dates as ISO text.
    """

    def __init__(self, action: str, subject: str, at: datetime) -> None:
        self.action, self.subject, self.at = action, subject, at
        self.values: Mapping[str, Any] = {}
        self.seq, self.previous = _next_place()
        self._written: dict[type[Audited], set[Any]] = {}

    def add(self, row: A) -> A:
        """Insert `row`. A Fact is recorded at the action's moment."""
        self._sign(row)
        row.save(force_insert=True)
        return self._remember(row)

    def add_all(self, rows: Iterable[A]) -> list[A]:
        """Insert many rows, of one model or several, in their order."""
        by_model: dict[type[A], list[A]] = {}
        everything = list(rows)
        for row in everything:
            self._sign(row)
            by_model.setdefault(type(row), []).append(row)
        for model, some in by_model.items():
            model._base_manager.bulk_create(some, batch_size=AT_A_TIME)
        return [self._remember(row) for row in everything]

    def change(self, row: A, **values: Any) -> A:
        """Update these fields of a row that the caller fetched under lock. Raises FactNeverEdited."""
        if isinstance(row, Fact):
            raise FactNeverEdited(row._meta.db_table)
        for name, value in values.items():
            setattr(row, name, value)
        row.event_id = self.seq
        row.save(update_fields=[*values, "event"])
        return self._remember(row)

    def supersede(self, fact: Fact) -> None:
        """Say that `fact` is no longer what the record states. Raises AlreadySuperseded."""
        still_stated = type(fact)._base_manager.filter(pk=fact.pk, superseded_at=None)
        if not still_stated.update(superseded_at=self.at, event_id=self.seq):
            raise AlreadySuperseded(fact._meta.db_table, fact.pk)
        fact.superseded_at, fact.event_id = self.at, self.seq
        self._remember(fact)

    def supersede_all(self, facts: Iterable[Fact]) -> None:
        """Say of many facts that they are no longer what the record states. Raises AlreadySuperseded.

        One statement for every AT_A_TIME of a model.
        """
        by_model: dict[type[Fact], dict[Any, Fact]] = {}
        for fact in facts:
            by_model.setdefault(type(fact), {})[fact.pk] = fact
        for model, some in by_model.items():
            for keys in batches(some, AT_A_TIME):
                named = model._base_manager.filter(pk__in=keys)
                now = named.filter(superseded_at=None).update(superseded_at=self.at, event_id=self.seq)
                if now != len(keys):
                    ours = set(named.filter(event_id=self.seq).values_list("pk", flat=True))
                    raise AlreadySuperseded(
                        model._meta.db_table, next(key for key in keys if key not in ours)
                    )
            for fact in some.values():
                fact.superseded_at, fact.event_id = self.at, self.seq
                self._remember(fact)

    def delete(self, row: Audited) -> None:
        """Delete `row`, and the salt of its personal columns. Raises NotDeletable."""
        if not row.audit_deletable:
            raise NotDeletable(row._meta.db_table)
        row.delete()

    def body(self) -> str:
        """The event's body as canonical JSON; writes the salts that personal columns need."""
        gone = self._deleted()
        self._salt_new_rows(gone)
        listed = [
            {"table": model._meta.db_table, "key": key, "hash": row.hash}
            for model, keys in self._written.items()
            for key, row in self._read_back(model, keys, gone)
        ]
        return canonical(
            {
                "values": dict(self.values),
                "rows": sorted(listed, key=lambda row: (row["table"], row["key"])),
                "deleted": [{"table": table, "key": key} for table, key in sorted(gone)],
            }
        )

    def _sign(self, row: Audited) -> None:
        row.event_id = self.seq
        if isinstance(row, Fact):
            row.recorded_at = self.at

    def _remember(self, row: A) -> A:
        self._written.setdefault(type(row), set()).add(row.pk)
        return row

    def _deleted(self) -> set[tuple[str, str]]:
        """What this action deleted, and the salts of the personal rows among it, which go with them."""
        this_event = Deletion.objects.filter(event_id=self.seq).values_list("table", "key")
        gone = set(this_event)
        if not gone:
            return gone
        for names in batches((salt_name(table, key) for table, key in gone), AT_A_TIME):
            Salt.objects.filter(id__in=names).delete()
        return set(this_event.all())

    def _salt_new_rows(self, gone: set[tuple[str, str]]) -> None:
        for model, keys in list(self._written.items()):
            table = model._meta.db_table
            kept = [key for key in keys if model.audit_seals and (table, str(key)) not in gone]
            for some in batches(kept, AT_A_TIME):
                names = {salt_name(table, key) for key in some}
                held = set(Salt.objects.filter(id__in=names).values_list("id", flat=True))
                self.add_all(Salt(id=name, salt=new_salt()) for name in sorted(names - held))

    def _read_back(self, model: type[Audited], keys: set[Any], gone: set[tuple[str, str]]) -> Any:
        found = rows(model, keys)
        table = model._meta.db_table
        if lost := [str(key) for key in keys if str(key) not in found and (table, str(key)) not in gone]:
            raise RowNotWritten(table, lost)
        return found.items()


def new_salt() -> str:
    """Thirty-two random bytes in hexadecimal."""
    return secrets.token_hex(32)


def _next_place() -> tuple[int, str]:
    """Lock the head of the log; the next event's number, and the hash of the last."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [HEAD_LOCK])
    last = Event.objects.order_by("-seq").values_list("seq", "hash").first()
    return (last[0] + 1, last[1]) if last else (1, BEGINNING)

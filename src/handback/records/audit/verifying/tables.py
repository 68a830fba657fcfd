"""Each row is what the newest event that names it wrote."""

from collections import Counter
from collections.abc import Iterable, Set
from functools import lru_cache
from hashlib import sha256
from typing import Any

from django.core.exceptions import ValidationError

from handback.records.audit.findings import Findings
from handback.records.audit.models import Audited, Deletion, Event
from handback.records.audit.rows import AT_A_TIME, Row, audited_models, batches
from handback.records.audit.verifying.chain import Named, names
from handback.records.audit.verifying.damage import readable_rows

LARGEST_KEY = 2**63  # what a database's whole numbers stop short of


class Tables:
    """The tables of the record, as the events of the log are held against them.

    A row counts as explained when the event that it names lists it. When every table has as many rows as were
    explained, none is there without an event, and nobody need look at them one by one. `damaged` tables have
    been told of and are passed over.
    """

    def __init__(self, findings: Findings, *, damaged: Set[str]) -> None:
        self.findings, self.damaged = findings, damaged
        models = {model._meta.db_table: model for model in audited_models()}
        self.models = {table: model for table, model in models.items() if table not in damaged}
        self.explained: Counter[str] = Counter()
        self.deletions = 0
        self._named_by = lru_cache(maxsize=256)(_named_by)

    def hold(self, named: Iterable[Named]) -> None:
        """Hold the rows that a batch of events names against what the tables say."""
        by_table: dict[str, list[Named]] = {}
        for name in named:
            by_table.setdefault(name.table, []).append(name)
        for table, some in by_table.items():
            if table in self.models:
                self._hold_table(self.models[table], some)
            elif table not in self.damaged:
                self.findings.say(
                    f"Event {some[0].event} names the table {table}, which this record does not have.",
                    event=some[0].event,
                    table=table,
                )

    def finish(self) -> None:
        """Find rows and deletions that no event explains."""
        for table, model in self.models.items():
            if model._base_manager.count() != self.explained[table]:
                self._find_unexplained(model)
            for name, digest in model.audit_omits.items():
                self._hold_contents(model, name, digest)
        if Deletion.objects.count() != self.deletions:
            self._find_unexplained_deletions()

    def _hold_table(self, model: type[Audited], named: list[Named]) -> None:
        table = model._meta.db_table
        found = readable_rows(model, {key for name in named if (key := _key(model, name.key)) is not None})
        gone = _deletions(table, {name.key for name in named if name.hash is None or name.key not in found})
        for name in named:
            if name.hash is None:
                self._hold_deletion(name, found.get(name.key), gone.get(name.key, set()))
            else:
                self._hold_row(name, found.get(name.key), gone.get(name.key, set()))

    def _hold_row(self, name: Named, row: Row | None, gone: set[int]) -> None:
        if row is None:
            if not any(event >= name.event for event in gone):
                self._say(name, f"written by event {name.event}, is gone, and no deletion was recorded")
        elif not _is_number(row.event):
            self._say(name, f"was altered after event {name.event} wrote it: it names no event")
        elif row.event == name.event:
            self.explained[name.table] += 1
            if name.hash is None or not row.is_as(name.hash):
                self._say(name, f"was altered after event {name.event} wrote it")
        elif row.event < name.event:
            self._say(name, f"was put back to what event {row.event} wrote; event {name.event} wrote it last")

    def _hold_deletion(self, name: Named, row: Row | None, gone: set[int]) -> None:
        if row is not None and _is_number(row.event) and row.event <= name.event:
            self._say(name, f"was deleted by event {name.event}, and is there again")
        if name.event in gone:
            self.deletions += 1
        else:
            self._say(name, f"was deleted by event {name.event}, and the record of the deletion is gone")

    def _hold_contents(self, model: type[Audited], name: str, digest: str) -> None:
        """Hold a field that is in no row's hash against its own. Memory: the largest one."""
        stored = model._base_manager.order_by("pk").values_list("pk", "event_id", name, digest)
        for key, event, content, expected in stored.iterator(chunk_size=1):
            if not isinstance(content, bytes | memoryview) or sha256(content).hexdigest() != expected:
                place = Named(event, model._meta.db_table, str(key), "")
                self._say(place, f"was altered after event {event} wrote it: its {name} is another")

    def _find_unexplained(self, model: type[Audited]) -> None:
        table = model._meta.db_table
        everything = model._base_manager.values_list("pk", "event_id").order_by("event_id", "pk")
        for some in batches(everything.iterator(chunk_size=AT_A_TIME), AT_A_TIME):
            for key, event in some:
                if (table, str(key), False) not in self._named_by(event):
                    self._say(Named(event, table, str(key), ""), _unexplained(event))

    def _find_unexplained_deletions(self) -> None:
        everything = Deletion.objects.order_by("event_id", "pk").values_list("table", "key", "event_id")
        for table, key, event in everything.iterator(chunk_size=AT_A_TIME):
            if (table, key, True) not in self._named_by(event):
                self._say(Named(event, table, key, None), f"is recorded as deleted and {_unexplained(event)}")

    def _say(self, name: Named, sentence: str) -> None:
        comma = "," if sentence.startswith("written") else ""
        self.findings.say(
            f"{name.table} {name.key}{comma} {sentence}.", event=name.event, table=name.table, key=name.key
        )


def _is_number(event: object) -> bool:
    """SQLite keeps any value in any column, and a row may have been made to name anything as its event."""
    return isinstance(event, int)


def _unexplained(event: int) -> str:
    if not _is_number(event):
        return "names no event"
    if Event.objects.filter(seq=event).exists():
        return f"names event {event}, which does not list it"
    return f"names event {event}, which the log does not hold"


def _named_by(event: int) -> frozenset[tuple[str, str, bool]]:
    if not _is_number(event):
        return frozenset()
    body = Event.objects.filter(seq=event).values_list("body", flat=True).first()
    return frozenset((name.table, name.key, name.hash is None) for name in names(event, body or ""))


def _deletions(table: str, keys: set[str]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for some in batches(keys, AT_A_TIME):
        for key, event in Deletion.objects.filter(table=table, key__in=some).values_list("key", "event_id"):
            found.setdefault(key, set()).add(event)
    return found


def _key(model: type[Audited], text: str) -> Any:
    """The primary key that an event names as text; None if the table could not have such a key."""
    try:
        key = model._meta.pk.to_python(text)
    except ValidationError:
        return None
    return None if isinstance(key, int) and abs(key) >= LARGEST_KEY else key

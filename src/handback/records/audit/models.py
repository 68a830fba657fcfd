"""The audit log, and what a table must inherit so that every change to it names an event of the log.

1. A row of an Audited table names the event that last wrote it. Triggers refuse an insert or update that does
   not name the event about to be written, and the foreign key, checked at commit, refuses one that never was.
2. A Fact is never edited: a correction supersedes it, once, and inserts another.
3. A row is deleted only where its model says `audit_deletable`, and the trigger leaves a Deletion behind.
4. Events and deletions are never edited or deleted.
"""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any, ClassVar

from django.db import connections, models
from django.db.models import OuterRef, Q, Subquery

from handback.core.powers.functions import Recorded

NEWEST, MANY = 2_000, 100  # events looked at first; so many of them fill a page and the next
FEW_SUBJECTS = 400  # well under what either database takes in one query


class Events(models.QuerySet["Event"]):
    """Events of the log; every method narrows or orders, and they chain."""

    def newest_first(self) -> "Events":
        """The log as people read it."""
        return self.order_by("-seq")

    def about(self, subject: str) -> "Events":
        """Events about a subject or anything under it: "harrowmere" includes "harrowmere/instruments/I01"."""
        return self.filter(Q(subject=subject) | Q(subject__startswith=subject.rstrip("/") + "/"))

    def naming(self, words: str, *, under: str) -> "Events":
        """Events about `under`, or anything under it, with these words in their subject.

        SQLite reads an event whole, its body too: there, unless the newest have many, words are looked for in
        the index of subjects alone (three queries more). PostgreSQL keeps long bodies apart, and goes through
        the log as fast as through an index (measured with 50,000 and 100,000 events).
        """
        found = self.about(under).filter(subject__contains=words)
        if connections[self.db].vendor == "postgresql":
            return found
        newest = self.newest_first().values_list("seq", flat=True).first() or 0
        if found.filter(seq__gt=newest - NEWEST).newest_first()[:MANY].count() == MANY:
            return found
        subjects = list(found.order_by().values_list("subject", flat=True).distinct()[: FEW_SUBJECTS + 1])
        return found if len(subjects) > FEW_SUBJECTS else self.filter(subject__in=subjects)

    def by(self, *, account: int) -> "Events":
        """Events that this account caused."""
        return self.filter(actor_account=account)

    def of(self, action: str) -> "Events":
        """Events of an action or family of actions: "powers" includes "powers.instrument.recorded"."""
        return self.filter(Q(action=action) | Q(action__startswith=action.rstrip(".") + "."))

    def between(self, first: datetime, until: datetime) -> "Events":
        """Events from the moment `first` up to, but not including, `until`."""
        return self.filter(at__gte=first, at__lt=until)


class Event(models.Model):
    """One action: who did what to what and when, and the hash of every row that it wrote."""

    seq = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField(db_index=True)
    actor_kind = models.CharField(max_length=6)
    actor_name = models.CharField(max_length=200)
    actor_account = models.BigIntegerField(null=True, db_index=True)
    action = models.CharField(max_length=120, db_index=True)
    subject = models.CharField(max_length=300, db_index=True)
    body = models.TextField()
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    objects = Events.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(name="event_numbers_start_at_one", condition=Q(seq__gte=1)),
            models.CheckConstraint(
                name="event_is_by_a_person_or_the_system", condition=Q(actor_kind__in=["person", "system"])
            ),
        ]

    def __str__(self) -> str:
        return f"event {self.seq}: {self.action}"


class Audited(models.Model):
    """A table whose every change names the event that made it.

    `audit_omits`: large fields left out of the row's hash, each with the field that holds its SHA-256.
    `audit_seals`: personal fields, hashed with a salt that goes when the row goes.
    `audit_unwatched`: fields that may change without an event and are in no hash (the last sign-in).
    `audit_filled`: fields that a migration filled in rows already kept, with what it filled in.
    `audit_deletable`: rows may be deleted. `audit_frozen`: rows are never edited.
    """

    audit_omits: ClassVar[Mapping[str, str]] = MappingProxyType({})
    audit_seals: ClassVar[tuple[str, ...]] = ()
    audit_unwatched: ClassVar[tuple[str, ...]] = ()
    audit_filled: ClassVar[Mapping[str, object]] = MappingProxyType({})
    audit_deletable: ClassVar[bool] = False
    audit_frozen: ClassVar[bool] = False

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class Copies(models.QuerySet[Any]):
    """Published copies, of an authority each; every method narrows or orders, and they chain."""

    def of(self, slug: str) -> "Copies":
        """Those of one authority."""
        return self.filter(authority__slug=slug)

    def known_at(self, moment: datetime | None) -> "Copies":
        """Those that were published at a moment; None asks for all."""
        return self if moment is None else self.filter(at__lte=moment)

    def newest_first(self) -> "Copies":
        """The newest first, each with its authority; large content is read only where it is asked for."""
        return self.select_related("authority").defer("content").order_by("-at", "-pk")

    def newest_of_each(self) -> "Copies":
        """The newest of every authority; what belongs to none is left out."""
        newest = self.filter(authority=OuterRef("authority")).order_by("-at", "-pk").values("pk")
        return self.filter(pk=Subquery(newest[:1])).select_related("authority").defer("content")


class PublishedCopy(Audited):
    """What the public may see, whole, as it stood at a moment; its table names the `authority` it is of."""

    audit_frozen = True

    at = models.DateTimeField()
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)

    objects = Copies.as_manager()

    class Meta:
        abstract = True


class Facts(models.QuerySet[Any]):
    """Facts by when the record knew them."""

    def known_at(self, moment: datetime | None) -> "Facts":
        """Facts that the record stated at `moment`; None asks for what it states now."""
        if moment is None:
            return self.filter(superseded_at=None)
        return self.filter(recorded_at__lte=moment).exclude(superseded_at__lte=moment)


class Fact(Audited):
    """A statement that is never edited: a correction supersedes it and inserts another."""

    recorded_at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True, default=None)

    objects = Facts.as_manager()

    class Meta:
        abstract = True

    @property
    def recorded(self) -> Recorded:
        """When the record learned of this, and when a correction replaced it."""
        return Recorded(self.recorded_at, self.superseded_at)


class Deletion(models.Model):
    """A row that was deleted, by which event; written by the database itself."""

    table = models.CharField(max_length=100)
    key = models.CharField(max_length=100)
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(name="deletion_of_a_row", fields=["table", "key"])]

    def __str__(self) -> str:
        return f"{self.table} {self.key}"


class Salt(Audited):
    """What a sealed value was hashed with. Once it is deleted nobody can test a guess against the seal.

    `id` is a random name, or "table/key" for the salt of a row's personal columns.
    """

    audit_deletable = True

    id = models.CharField(max_length=200, primary_key=True)
    salt = models.CharField(max_length=64)

    def __str__(self) -> str:
        return self.id


class Checkpoint(Audited):
    """A signed statement of how long the log was and what it held, fit to be given away.

    `note` is the statement in C2SP form, `key` the public key that it was signed with, as C2SP writes keys.
    """

    audit_frozen = True

    size = models.BigIntegerField()
    root = models.CharField(max_length=64)
    note = models.TextField()
    key = models.TextField(default="")
    signed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"checkpoint of {self.size} events"

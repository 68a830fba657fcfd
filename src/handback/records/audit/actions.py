"""Every write of the record goes through `action`: the change and its event, in one transaction.

with audit.action("powers.instrument.recorded", by=by, at=at) as event:
    row = event.add(Instrument(...))
    event.subject = "harrowmere/instruments/I01"
    event.values = {"code": "I01", "made_on": "2015-02-26"}
"""

import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, Protocol

from django.db import transaction

from handback.core.audit.chain import Entry, event_hash, moment
from handback.core.audit.merkle import root_of
from handback.records.audit.models import Checkpoint, Event, Salt
from handback.records.audit.refusals import ActionWithinAction, NoActionOpen, SealForgotten
from handback.records.audit.rows import seal
from handback.records.audit.signing import signer
from handback.records.audit.writing import EventBeingWritten, new_salt

HASHES_AT_A_TIME = 5_000  # less than a megabyte

_open: ContextVar[EventBeingWritten | None] = ContextVar("the action being written", default=None)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who did it: a person, by their name and account, or a part of the system."""

    kind: Literal["person", "system"]
    name: str
    account: int | None = None


class ActsAs(Protocol):
    """Anything that can say who it is in the log: a user."""

    def as_actor(self) -> Actor:
        """The actor that the log will name."""


def system(name: str) -> Actor:
    """A part of the system as an actor, by the name that people know: "handback load"."""
    return Actor("system", name)


def actor_of(by: Actor | ActsAs) -> Actor:
    """Who acts, as the log names them."""
    return by if isinstance(by, Actor) else by.as_actor()


@contextmanager
def action(name: str, *, by: Actor | ActsAs, at: datetime, subject: str = "") -> Iterator[EventBeingWritten]:
    """Write one event and everything that it changes, in one transaction; an exception undoes all of it.

    `name` is the app, the noun and what happened: "powers.instrument.recorded". `at` is an aware datetime.
    Several actions may follow one another in a transaction. Raises ActionWithinAction if one is open.
    """
    moment(at)
    actor = actor_of(by)
    if (other := _open.get()) is not None:
        raise ActionWithinAction(name, other.action)
    with transaction.atomic():
        event = EventBeingWritten(name, subject, at)
        token = _open.set(event)
        try:
            yield event
            _write(event, actor)
        finally:
            _open.reset(token)


def sealed(value: object) -> dict[str, str]:
    """A personal or exempt value as the log may keep it: a salted hash, and the name of its salt.

    The salt is kept until `forget`. Raises NoActionOpen outside an action.
    """
    return sealed_together([value])[0]


def sealed_together(values: Iterable[object]) -> list[dict[str, str]]:
    """Values sealed with one salt: each opens by itself, all are forgotten together. Raises NoActionOpen."""
    event = _open.get()
    if event is None:
        raise NoActionOpen("Sealing a value")
    salt = event.add(Salt(id=secrets.token_hex(16), salt=new_salt()))
    return [{"sealed": seal(salt.salt, value), "salt": salt.id} for value in values]


def opens(seal_of: dict[str, str], value: object) -> bool:
    """Whether `value` is what was sealed. Raises SealForgotten if its salt was deleted."""
    salt = Salt.objects.filter(id=seal_of["salt"]).first()
    if salt is None:
        raise SealForgotten
    return secrets.compare_digest(seal(salt.salt, value), seal_of["sealed"])


def forget(seal_of: dict[str, str], *, by: Actor | ActsAs, at: datetime) -> None:
    """Delete the salt of a sealed value, so that no guess can be tested against it. Raises SealForgotten."""
    with action("audit.seal.forgotten", by=by, at=at) as event:
        salt = Salt.objects.select_for_update().filter(id=seal_of["salt"]).first()
        if salt is None:
            raise SealForgotten
        event.delete(salt)


def checkpoint(*, by: Actor | ActsAs, at: datetime) -> Checkpoint:
    """Sign how long the log is and what it holds, up to the event before this one.

    When nothing has happened since the last one was signed, that one is returned. Cost O(events).
    """
    last = Checkpoint.objects.order_by("-size", "-pk").first()
    if last is not None and not Event.objects.filter(seq__gt=last.event_id).exists():
        return last
    with action("audit.checkpoint.signed", by=by, at=at) as event:
        size = event.seq - 1
        hashes = Event.objects.order_by("seq").values_list("hash", flat=True)
        root = root_of(text.encode() for text in hashes.iterator(chunk_size=HASHES_AT_A_TIME))
        signing = signer()
        note = signing.note(size=size, root=root)
        event.values = {"size": size, "root": root.hex()}
        return event.add(
            Checkpoint(size=size, root=root.hex(), note=note, key=str(signing.key), signed_at=at)
        )


def _write(event: EventBeingWritten, actor: Actor) -> None:
    body = event.body()
    content: dict[str, Any] = {
        "seq": event.seq,
        "at": event.at,
        "actor_kind": actor.kind,
        "actor_name": actor.name,
        "actor_account": actor.account,
        "action": event.action,
        "subject": event.subject,
        "body": body,
        "previous": event.previous,
    }
    Event.objects.create(**content, hash=event_hash(Entry(**content)))

"""Asking a language model about a document, and what came of it.

1. Nothing is sent that nobody asked for. A document with signs of being exempt or personal is not sent unless
   a person allowed it, by name and with a reason.
2. An asking is tried once: one that was broken off may have cost something, and is not repeated by itself.
3. What comes back is proposed. What people decided is not touched, and a failure changes no claim.
4. Who is asked is named by the one who runs this; a key is never handed to the record.
"""

import logging
from collections.abc import Iterable
from contextlib import nullcontext
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import Q, QuerySet

from handback.reading.claims import Claim as Proposed
from handback.reading.second import (
    Ask,
    Estimate,
    NotAllowed,
    Permission,
    Prices,
    Reading,
    second_reading,
    signs,
)
from handback.records.audit import actions as audit
from handback.records.audit.facts import By
from handback.records.documents.actions.refusals import AlreadyAsked, NothingToAsk
from handback.records.documents.actions.waiting import HELD, Beating, Clock, Wait, in_turn
from handback.records.documents.actions.watching import Watched
from handback.records.documents.actions.writing import settle
from handback.records.documents.as_read import as_read
from handback.records.documents.claim_rows import Matched, also_found, storable
from handback.records.documents.models import Asking, AskingState, Claim, Document, State

MOST_FAILURES_TOLD = 20
BROKEN_OFF = "The process that asked was ended before the answer was there."
ANOTHER_MODEL = "The second reader was changed or turned off before it was asked."
CHANGED = "The document was read anew while the model was asked, so its answers no longer fit."
NOT_FORESEEN = "Handback failed on what came back. Whoever keeps the machine finds more in its log."

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SecondReader:
    """A model that can be asked, and at which host."""

    model: str
    host: str
    ask: Ask
    prices: Prices = Prices()  # noqa: RUF009 - frozen


def ask(
    pk: int, *, model: str, host: str, expected: Estimate, allowed_because: str = "", by: By, at: datetime
) -> Asking:
    """Put a document among those that a model is asked about; who asks allows it, where that is needed.

    Raises NothingToAsk, AlreadyAsked, and NotAllowed where there are signs and no person gives a reason.
    """
    seen = Document.objects.get(pk=pk)
    if seen.state != State.READ or not seen.text.strip():
        raise NothingToAsk(seen.name)
    why, actor, because = signs(as_read(seen)), audit.actor_of(by), allowed_because.strip()
    if why and (actor.kind != "person" or not because):
        raise NotAllowed(seen.name, why)
    allowed = {"allowed_by": actor.name, "allowed_because": because} if why else {}
    asking = Asking(
        model=model,
        host=host,
        asked_by=actor.name,
        asked_at=at,
        signs="\n".join(why),
        expected=asdict(expected),
        **allowed,
    )
    with transaction.atomic():
        asking.document = document = _locked(pk)
        if (document.state, document.text) != (seen.state, seen.text):
            raise NothingToAsk(document.name)  # it is being read anew: its signs were not looked for
        if Asking.objects.filter(document=document, state=AskingState.WAITING).exists():
            raise AlreadyAsked(document.name)
        with audit.action("documents.second_reader.asked", by=by, at=at) as event:
            event.add(asking)
            event.subject = f"{document.authority.slug}/documents/{pk}"
            event.values = {"model": model, "host": host, "signs": list(why), **allowed}
    return asking


def _locked(pk: int) -> Document:
    return Document.objects.select_for_update(of=("self",)).select_related("authority").get(pk=pk)


def ask_waiting(
    *,
    reader: SecondReader | None,
    by: By,
    clock: Clock,
    beating: Beating = lambda _: nullcontext(),
    wait: Wait | None = None,
) -> int:
    """Ask about every document that waits for it and that no other process asks about; how many.

    With `wait`, which sleeps, askings that another process holds are waited for: it may have been killed.
    """
    done = 0
    for taken in in_turn(_take, _waiting(), clock=clock, wait=wait):
        _ask_one(taken, reader, by, clock, beating)
        done += 1
    return done


def _waiting() -> QuerySet[Asking]:
    return Asking.objects.filter(state=AskingState.WAITING)


def _take(*, at: datetime) -> Asking | None:
    free = Q(held_until=None) | Q(held_until__lt=at)
    with transaction.atomic():
        waiting = _waiting().filter(free).order_by("asked_at", "pk")
        locked = waiting.select_for_update(skip_locked=connection.features.has_select_for_update_skip_locked)
        row = locked.first()
        if row is not None:
            started = row.started_at or at
            Asking.objects.filter(pk=row.pk).update(held_until=at + HELD, started_at=started)
    return row


def _ask_one(taken: Asking, reader: SecondReader | None, by: By, clock: Clock, beating: Beating) -> None:
    """Ask, and write down what came of it. `taken` is as it was before this process held it."""

    def over(why: str) -> None:
        _write(taken, None, {}, why=why, by=by, at=clock())

    def hold(*, for_: timedelta = HELD) -> None:
        Asking.objects.filter(pk=taken.pk, state=AskingState.WAITING).update(held_until=clock() + for_)

    if taken.started_at is not None:
        return over(BROKEN_OFF)
    if reader is None or (reader.model, reader.host) != (taken.model, taken.host):
        return over(ANOTHER_MODEL)
    watched = Watched(reader.ask, lambda answered: _tell(taken.pk, answered))
    document = Document.objects.get(pk=taken.document_id)
    try:
        with beating(hold):
            reading = _read(document, taken, watched, reader)
    except NotAllowed as refusal:
        return over(str(refusal))
    except Exception:  # whatever a hostile document and a hostile model do together, it ends with a sentence
        log.exception("Asking a second reader failed")
        return over(NOT_FORESEEN)
    return _write(taken, document, _account(reading, watched), reading=reading, by=by, at=clock())


def _tell(pk: int, answered: int) -> None:
    Asking.objects.filter(pk=pk, state=AskingState.WAITING).update(answered=answered)


def _read(document: Document, taken: Asking, watched: Watched, reader: SecondReader) -> Reading:
    allowed = Permission(taken.allowed_by, taken.allowed_because) if taken.allowed_by else None
    return second_reading(
        as_read(document), watched, model=taken.model, prices=reader.prices, permission=allowed
    )


def _account(reading: Reading, watched: Watched) -> dict[str, object]:
    account = reading.account
    names = ("tokens_sent", "tokens_received", "seconds", "cost", "proposed", "kept", "dropped")
    return {name: getattr(account, name) for name in names} | {
        "requests": watched.asked,
        "failed": len(account.failures),
        "failures": storable(account.failures[:MOST_FAILURES_TOLD]),
    }


@transaction.atomic
def _write(
    taken: Asking,
    asked_about: Document | None,
    account: dict[str, object],
    *,
    why: str = "",
    reading: Reading | None = None,
    by: By,
    at: datetime,
) -> None:
    """Write down what came of an asking, unless somebody has already; with it the claims, if any."""
    document = _locked(taken.document_id)
    asking = Asking.objects.select_for_update().get(pk=taken.pk)
    if asking.state != AskingState.WAITING:
        return
    found: Iterable[Proposed] = ()
    if reading is not None and asked_about is not None:
        failures = reading.account.failures
        if (document.state, document.text) != (asked_about.state, asked_about.text):
            why = CHANGED
        elif failures and len(failures) == reading.account.requests:
            why = failures[0].partition(": ")[2]
        else:
            found = reading.claims
    there = Claim.objects.filter(document=document).order_by("start", "pk")
    result = also_found(document, list(there), found, reader=taken.model) if found else Matched()
    state = AskingState.FAILED if why else AskingState.ANSWERED
    with audit.action(f"documents.second_reader.{state.value}", by=by, at=at) as event:
        event.add_all(result.new)
        settle(event, result)
        event.change(asking, state=state, why=why, ended_at=at, new=len(result.new), **account)
        event.subject = f"{document.authority.slug}/documents/{document.pk}"
        told = {name: value for name, value in account.items() if name not in ("seconds", "cost")}
        event.values = {"model": asking.model, "host": asking.host, "claims": len(result.new), **told} | (
            {"why": why} if why else {}
        )

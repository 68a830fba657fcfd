"""What is written for one visit to a page.

1. What arrives is kept whole, by hash, with its time, before anything reads it: `record`.
2. Then it is judged, read, and what it leads to is noted: `settle`. A process that ended in between leaves a
   page in the state `arrived`, and the next one goes on from there without asking for the page again.
3. A page whose words are those that were kept before is not kept again; both hashes of the visit are.
4. A page that is not what was asked for takes away nothing: document, links and hashes stay as they were.
"""

import hashlib
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from handback import reading
from handback.records.audit import actions as audit
from handback.records.audit.facts import By
from handback.records.documents import actions as documents
from handback.records.documents.models import Document
from handback.records.sources.actions.following import follow, following_of, mend
from handback.records.sources.answers import Answer, How
from handback.records.sources.leads import LISTS
from handback.records.sources.looking import Judgement, Opened, Seen, fingerprint, look
from handback.records.sources.models import Completeness, Kind, Outcome, Page, Round, State, Visit
from handback.records.sources.when import due_again, settled

IN_VAIN: Mapping[How, tuple[State, Outcome]] = {
    How.UNAVAILABLE: (State.UNAVAILABLE, Outcome.UNAVAILABLE),
    How.WITHHELD: (State.WITHHELD, Outcome.WITHHELD),
    How.FAILED: (State.FAILED, Outcome.FAILED),
}
TOO_LONG = (
    "Reading this page took longer than the time allowed for one. It is kept as it came; what was known"
    " before stays."
)
FAILED = "Handback failed on this page. It is kept as it came; what was known before stays."
NOT_KEPT = "The site says that the page is as it was, but it was never kept."

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Readers:
    """What lays out a page to look at it, and what reads it as a document. Both may raise OutOfTime."""

    opened: Opened = reading.read
    reader: documents.Reader = documents.read_and_find


HERE = Readers()  # in this process, for as long as it takes


def record(pk: int, answer: Answer, *, round_: Round, by: By, at: datetime) -> Page:
    """Note a visit to a page and keep what arrived; one in the state `arrived` is then to be settled."""
    visit = Visit(
        round=round_,
        at=at,
        status=answer.status,
        final_address=answer.final[:1000],
        etag=answer.etag,
        last_modified=answer.last_modified,
    )
    if answer.how is How.ARRIVED:  # looked through before anything is locked: a page can be large
        visit.sha256, visit.size = hashlib.sha256(answer.data).hexdigest(), len(answer.data)
        visit.fingerprint = _fingerprint(answer.data, visit.sha256)
    return _record(pk, visit, answer, by=by, at=at)


@transaction.atomic
def _record(pk: int, visit: Visit, answer: Answer, *, by: By, at: datetime) -> Page:
    visit.page = page = _locked(pk)
    if answer.how is How.ARRIVED:
        if visit.fingerprint != page.fingerprint:
            return _arrived(page, visit, answer.data, by=by, at=at)
        return _as_it_was(page, visit, by=by, at=at)
    if answer.how is How.UNCHANGED and page.fingerprint:
        visit.sha256, visit.fingerprint = page.sha256, page.fingerprint
        return _as_it_was(page, visit, by=by, at=at)
    state, outcome = IN_VAIN.get(answer.how, IN_VAIN[How.FAILED])
    visit.outcome, visit.reason = outcome, answer.reason or NOT_KEPT
    with _about(page, f"sources.page.{state.value}", by=by, at=at) as event:
        event.add(visit)
        event.change(page, asked_at=at, **_in_vain(page, state, visit.reason, at=at))
        event.values = {"reason": visit.reason, "status": answer.status}
    return page


def settle(pk: int, *, by: By, at: datetime, readers: Readers = HERE) -> Page:
    """Judge and read a page that arrived, and note what it leads to. A page in another state is left."""
    page = Page.objects.select_related("source__authority").get(pk=pk)
    if page.state != State.ARRIVED:
        return page
    visit = Visit.objects.select_related("original", "round").filter(page=page).latest("at", "pk")
    data = bytes(visit.original.content) if visit.original else b""
    looked = _looked_at(page, data, final=visit.final_address, on=at.date(), opened=readers.opened)
    document: Document | None = None
    if isinstance(looked, Seen) and page.kind not in LISTS:
        looked, document = _as_document(page, data, looked, reader=readers.reader, by=by, at=at)
    if isinstance(looked, Judgement):
        return _not_taken(pk, visit, looked, by=by, at=at)
    return _taken(pk, visit, looked, document=document, by=by, at=at)


def _looked_at(page: Page, data: bytes, *, final: str, on: date, opened: Opened) -> Seen | Judgement:
    """What stands on a page, or why it is not taken for what was asked for."""
    try:
        return look(
            Kind(page.kind),
            data,
            following=following_of(page.source, now=on),
            address=page.address,
            final=final,
            before=page.listed,
            opened=opened,
        )
    except documents.OutOfTime:
        return Judgement(Outcome.FAILED, TOO_LONG)
    except Exception:  # a page must not keep the others from being fetched, whatever is on it
        log.exception("A page could not be looked at")
    return Judgement(Outcome.REFUSED, FAILED)


def _arrived(page: Page, visit: Visit, data: bytes, *, by: By, at: datetime) -> Page:
    with _about(page, "sources.page.arrived", by=by, at=at) as event:
        visit.outcome = Outcome.ARRIVED
        visit.original_id = documents.keep_original(data, event=event)
        event.add(visit)
        event.change(page, state=State.ARRIVED, reason="", asked_at=at, due_at=None)
        event.values = {"sha256": visit.sha256, "size": visit.size, "address": page.address}
    return page


def _as_it_was(page: Page, visit: Visit, *, by: By, at: datetime) -> Page:
    with _about(page, "sources.page.unchanged", by=by, at=at) as event:
        visit.outcome = Outcome.SAME
        event.add(visit)
        due_at = due_again(Kind(page.kind), State.KEPT, settled_at=page.settled_at, at=at)
        event.change(
            page,
            state=State.KEPT,
            completeness=_completeness_now(page),
            reason=page.document.reason if page.document else "",
            asked_at=at,
            due_at=due_at,
            etag=visit.etag or page.etag,
            last_modified=visit.last_modified or page.last_modified,
        )
        event.values = {"sha256": visit.sha256, "status": visit.status}
    return page


@transaction.atomic
def _not_taken(pk: int, visit: Visit, found: Judgement, *, by: By, at: datetime) -> Page:
    """Note that what arrived is not the page that was asked for; what was known before stays."""
    page = _locked(pk)
    state = State.WITHHELD if found.outcome is Outcome.WITHHELD else State.FAILED
    with _about(page, f"sources.page.{state.value}", by=by, at=at) as event:
        event.change(visit, outcome=found.outcome, reason=found.reason)
        event.change(page, **_in_vain(page, state, found.reason, at=at))
        event.values = {"reason": found.reason, "sha256": visit.sha256}
    return page


@transaction.atomic
def _taken(
    pk: int,
    visit: Visit,
    seen: Seen,
    *,
    document: Document | None,
    by: By,
    at: datetime,
) -> Page:
    """Note what was read, and what the page leads to, in one event."""
    page = _locked(pk)
    outcome = Outcome.CHANGED if page.fingerprint else Outcome.NEW
    since = settled(document.dated_on if document else None, at=at) if outcome is Outcome.NEW else at
    with _about(page, f"sources.page.{outcome.value}", by=by, at=at) as event:
        event.change(visit, outcome=outcome, document=document)
        event.change(
            page,
            state=State.KEPT,
            completeness=_completeness(document, seen),
            reason=document.reason if document else "",
            due_at=due_again(Kind(page.kind), State.KEPT, settled_at=since, at=at),
            settled_at=since,
            etag=visit.etag,
            last_modified=visit.last_modified,
            sha256=visit.sha256,
            fingerprint=visit.fingerprint,
            listed=seen.listed,
            document=document,
        )
        found = follow(page, seen.leads, round_=visit.round, event=event, at=at)
        mend(page, event=event)
        event.values = {"sha256": visit.sha256, "led_to": len(seen.leads), "new": found}
    return page


def _completeness(document: Document | None, seen: Seen) -> str:
    """How much of a page could be read. One that names where its text goes on is cut, however it was read."""
    if document is None:
        return ""
    goes_on = document.completeness == Completeness.WHOLE and any(lead.continues for lead in seen.leads)
    return Completeness.CUT if goes_on else document.completeness


def _completeness_now(page: Page) -> str:
    """How much of a page that is as it was has been read by now: a scan may have been read since."""
    read_since = page.completeness == Completeness.UNREADABLE and page.document is not None
    return page.document.completeness if read_since and page.document else page.completeness


def _as_document(
    page: Page, data: bytes, seen: Seen, *, reader: documents.Reader, by: By, at: datetime
) -> tuple[Seen | Judgement, Document | None]:
    """What was seen, and the page as a document of the authority, kept and read; or why it cannot be one."""
    title = seen.title or page.words
    address = page.address if len(page.address) <= documents.LONGEST_ADDRESS else ""  # cut, it leads nowhere
    try:
        kept = documents.keep(
            page.source.authority,
            data,
            name=title or page.address.rpartition("/")[2],
            is_title=bool(title),
            address=address,
            by=by,
            at=at,
        )
    except documents.DocumentRefused as refusal:
        return Judgement(Outcome.REFUSED, str(refusal)), None
    return seen, documents.read(kept.pk, by=by, at=at, reader=reader)


def _fingerprint(data: bytes, otherwise: str) -> str:
    try:
        return fingerprint(data)
    except Exception:  # before a page is kept nothing may stop it from being kept
        log.exception("The words of a page could not be compared")
    return otherwise


def _in_vain(page: Page, state: State, reason: str, *, at: datetime) -> dict[str, Any]:
    due_at = due_again(Kind(page.kind), state, settled_at=page.settled_at, at=at)
    return {"state": state, "reason": reason, "due_at": due_at}


def _locked(pk: int) -> Page:
    return Page.objects.select_for_update(of=("self",)).select_related("source__authority").get(pk=pk)


def _about(page: Page, action: str, *, by: By, at: datetime) -> Any:
    """An action about a page."""
    source = page.source
    subject = f"{source.authority.slug}/sources/{source.pk}/pages/{page.pk}"
    return audit.action(action, by=by, at=at, subject=subject)

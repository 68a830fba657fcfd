"""Writing down what a reading found, so that nobody who writes to the record meanwhile waits long.

1. Claims are written AT_A_TIME, new ones, changed ones and withdrawn ones, each time as an action of its own;
   the last of them with what the reading ends with: the document itself, and that it was read. Until a new
   document was read nobody is shown any of them.
2. A reader that is ended between two of these leaves claims behind. The next one finds them there.
3. What people decide while a document is read again is not undone: each claim is looked at once more, under
   lock, before it is changed.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.db import transaction

from handback.reading.claims import Claim as Proposed
from handback.records.audit import actions as audit
from handback.records.audit.facts import By
from handback.records.audit.rows import batches
from handback.records.audit.writing import EventBeingWritten
from handback.records.documents import search
from handback.records.documents.claim_rows import Matched, changes, matched
from handback.records.documents.models import Claim, ClaimState, Document

AT_A_TIME = 500  # claims: the writer of the record is held for about a fifth of a second


class Turn(NamedTuple):
    """What is written at a time: claims that are new, and the keys of those that change or are withdrawn."""

    new: list[Claim]
    known: list[int]


def write_reading(
    before: Document,
    columns: dict[str, Any],
    proposed: Iterable[Proposed],
    *,
    what: str,
    by: By,
    at: datetime,
) -> Document:
    """Write what was read of a document, unless another reading was written since `before` was fetched."""
    there = Claim.objects.filter(document_id=before.pk).order_by("start", "pk")
    result = matched(before, list(there), proposed, text=columns.get("text"))
    last, (changed, withdrawn) = write_all_but_the_last(before, result, by=by, at=at)
    with transaction.atomic():
        document = Document.objects.select_for_update().get(pk=before.pk)
        if _is_another_reading(document, before):
            return document
        with audit.action(f"documents.document.{what}", by=by, at=at) as event:
            event.change(document, **columns, read_at=at)
            event.add_all(_not_there(document.pk, last.new))
            and_changed, and_withdrawn = settle(event, result, last.known)
            told = counts(changed + and_changed, withdrawn + and_withdrawn)
            event.subject = f"{document.authority.slug}/documents/{document.pk}"
            event.values = {"state": document.state, "claims": len(result.new)} | told
        search.index(document)
    return document


def write_all_but_the_last(
    before: Document, result: Matched, *, by: By, at: datetime
) -> tuple[Turn, tuple[int, int]]:
    """Write a result but for its last turn, which is given back; how many were changed, and withdrawn.

    Nothing is written once another reading was written since `before` was fetched.
    """
    *first, last = list(_turns(result)) or [Turn([], [])]
    changed = withdrawn = 0
    for turn in first:
        and_changed, and_withdrawn = _write_turn(before, turn, result, by=by, at=at)
        changed, withdrawn = changed + and_changed, withdrawn + and_withdrawn
    return last, (changed, withdrawn)


def _turns(result: Matched) -> Iterator[Turn]:
    everything = [*result.new, *sorted({*result.changed, *result.gone})]
    for some in batches(everything, AT_A_TIME):
        yield Turn([c for c in some if isinstance(c, Claim)], [key for key in some if isinstance(key, int)])


@transaction.atomic
def _write_turn(before: Document, turn: Turn, result: Matched, *, by: By, at: datetime) -> tuple[int, int]:
    document = Document.objects.select_for_update().only("pk", "state", "read_at").get(pk=before.pk)
    if _is_another_reading(document, before):
        return 0, 0
    what = "proposed" if turn.new else "read_again"
    with audit.action(f"documents.claims.{what}", by=by, at=at) as event:
        event.add_all(_not_there(before.pk, turn.new))
        changed, withdrawn = settle(event, result, turn.known)
        event.subject = f"{before.authority.slug}/documents/{before.pk}"
        event.values = {"claims": len(turn.new)} | counts(changed, withdrawn)
    return changed, withdrawn


def _is_another_reading(document: Document, before: Document) -> bool:
    return (document.state, document.read_at) != (before.state, before.read_at)


def _not_there(document: int, some: Sequence[Claim]) -> list[Claim]:
    """Those of some claims, in the order of their places, that no other reader has written meanwhile."""
    if not some:
        return []
    near = Claim.objects.filter(document_id=document, start__range=(some[0].start, some[-1].start))
    there = set(near.values_list("type", "start", "end"))
    return [claim for claim in some if (claim.type, claim.start, claim.end) not in there]


def settle(
    event: EventBeingWritten, result: Matched, known: Collection[int] | None = None
) -> tuple[int, int]:
    """Change the claims that say something else, withdraw those that are gone; how many of each.

    Of all that the result speaks of, or of those with these keys.
    """
    changed = withdrawn = 0
    for claim in _locked([*result.changed, *result.gone] if known is None else known):
        if claim.pk in result.changed:
            if differs := changes(claim, result.changed[claim.pk]):
                event.change(claim, **differs)
                changed += 1
        elif claim.state == ClaimState.PROPOSED:
            event.change(claim, state=ClaimState.WITHDRAWN)
            withdrawn += 1
    return changed, withdrawn


def _locked(pks: Collection[int]) -> Iterator[Claim]:
    for some in batches(sorted(pks), AT_A_TIME):
        yield from Claim.objects.select_for_update().filter(pk__in=some).order_by("pk")


def counts(changed: int, withdrawn: int) -> dict[str, int]:
    """How an event tells them; none is left out."""
    return {name: count for name, count in (("changed", changed), ("withdrawn", withdrawn)) if count}

"""Which column of a spreadsheet of actions is what, and the promises that its rows then make."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import transaction

from handback.reading.claims import Claim as Proposed
from handback.records.audit import actions as audit
from handback.records.audit.facts import By
from handback.records.audit.writing import EventBeingWritten
from handback.records.documents.actions.refusals import TextChanged
from handback.records.documents.actions.writing import counts, settle, write_all_but_the_last
from handback.records.documents.claim_rows import rows_said
from handback.records.documents.models import Claim, Document
from handback.records.documents.models import Mapping as Columns
from handback.records.people.models import Authority


def propose(
    pk: int,
    found: Iterable[Proposed],
    *,
    signature: str,
    columns: Mapping[str, str],
    by: By,
    at: datetime,
) -> int:
    """Propose the claims that a person's words for the columns give, and remember those words.

    They stand for what our own reader made of the same rows, and for what the columns were said to be before:
    those claims are withdrawn or changed unless somebody has decided on them. How many are new or changed.
    Those of a long table are written in turns, the columns with the last. Raises TextChanged where the words
    of a claim do not stand at its place any more.
    """
    before = Document.objects.select_related("authority").get(pk=pk)
    said = list(found)
    _check_words(before, said)
    result = rows_said(before, Claim.objects.filter(document=before), said)
    last, (changed, withdrawn) = write_all_but_the_last(before, result, by=by, at=at)
    with transaction.atomic():
        _check_words(Document.objects.select_for_update().get(pk=pk), said)
        with audit.action("documents.columns.said", by=by, at=at) as event:
            _remember(event, before.authority, signature, dict(columns))
            event.add_all(last.new)
            and_changed, and_withdrawn = settle(event, result, last.known)
            changed, withdrawn = changed + and_changed, withdrawn + and_withdrawn
            event.subject = f"{before.authority.slug}/documents/{pk}"
            event.values = {"columns": dict(columns), "claims": len(result.new)} | counts(changed, withdrawn)
    return len(result.new) + changed


def _check_words(document: Document, said: Iterable[Proposed]) -> None:
    if any(document.text[claim.start : claim.end] != claim.quote for claim in said):
        raise TextChanged(document.name)


def _remember(
    event: EventBeingWritten, authority: Authority, signature: str, columns: dict[str, str]
) -> None:
    """Keep what the columns are, for the next table like it. An open event keeps other writers waiting."""
    kept = Columns.objects.select_for_update().filter(authority=authority, signature=signature).first()
    if kept is None:
        event.add(Columns(authority=authority, signature=signature, columns=columns))
    else:
        event.change(kept, columns=columns)

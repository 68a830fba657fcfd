"""Which column of a spreadsheet of actions is what, and the promises that its rows then make."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import transaction

from handback.reading.claims import Claim as Proposed
from handback.records.audit import actions as audit
from handback.records.audit.facts import By
from handback.records.documents.actions.writing import counts, settle
from handback.records.documents.claim_rows import rows_said
from handback.records.documents.models import Claim, Document
from handback.records.documents.models import Mapping as Columns


@transaction.atomic
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
    """
    document = Document.objects.select_for_update().select_related("authority").get(pk=pk)
    result = rows_said(document, Claim.objects.filter(document=document), found)
    kept = (
        Columns.objects.select_for_update().filter(authority=document.authority, signature=signature).first()
    )
    with audit.action("documents.columns.said", by=by, at=at) as event:
        if kept is None:
            event.add(Columns(authority=document.authority, signature=signature, columns=dict(columns)))
        else:
            event.change(kept, columns=dict(columns))
        event.add_all(result.new)
        changed, withdrawn = settle(event, result)
        event.subject = f"{document.authority.slug}/documents/{pk}"
        event.values = {"columns": dict(columns), "claims": len(result.new)} | counts(changed, withdrawn)
    return len(result.new) + changed

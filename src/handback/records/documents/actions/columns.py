"""Which column of a spreadsheet of actions is what, and the promises that its rows then make."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import transaction

from handback.reading.claims import Claim as Proposed
from handback.records.audit import actions as audit
from handback.records.audit.facts import By
from handback.records.documents.claim_rows import row_of
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

    Claims of the same type that the document already has at the same place are left as they are. How many
    are new.
    """
    document = Document.objects.select_for_update().select_related("authority").get(pk=pk)
    there = set(Claim.objects.filter(document=document).values_list("type", "start", "end"))
    new = [claim for claim in found if (claim.type.value, claim.start, claim.end) not in there]
    kept = (
        Columns.objects.select_for_update().filter(authority=document.authority, signature=signature).first()
    )
    with audit.action("documents.columns.said", by=by, at=at) as event:
        if kept is None:
            event.add(Columns(authority=document.authority, signature=signature, columns=dict(columns)))
        else:
            event.change(kept, columns=dict(columns))
        event.add_all([row_of(document, claim) for claim in new])
        event.subject = f"{document.authority.slug}/documents/{pk}"
        event.values = {"columns": dict(columns), "claims": len(new)}
    return len(new)

"""A document as it is reviewed: narrowed as the address says, and what accepting each claim does."""

from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest

from handback.records.documents import queries
from handback.records.people import queries as people
from handback.records.powers import published
from handback.records.powers import queries as powers
from handback.records.powers.standing import standing_of
from handback.web.office.papers.forms.inbox import WantedForm
from handback.web.office.papers.page import one_of
from handback.web.office.papers.presenters.claims import ClaimShown
from handback.web.office.papers.presenters.consequences import Outlook
from handback.web.office.papers.presenters.documents import DocumentPage
from handback.web.office.papers.presenters.other_council import other_council

if TYPE_CHECKING:
    from collections.abc import Callable

    from handback.records.documents.models import Claim, Document
    from handback.records.people.models import Authority

MOST_DRAFTS = 20  # offered, newest first


def reviewed(request: HttpRequest, authority: "Authority", pk: int) -> tuple[DocumentPage, WantedForm]:
    """A document's page with the claims that the address asks for. Raises Http404.

    Asked for nothing, it shows every claim.
    """
    row = one_of(queries.whole_documents(authority).filter(pk=pk), "document")
    return page_of(request, row)


def page_of(request: HttpRequest, document: Any) -> tuple[DocumentPage, WantedForm]:
    """The page of a document that is at hand."""
    form = WantedForm(narrowing(request))
    claims = list(queries.claims(document))
    for claim in claims:
        claim.document = document
    return DocumentPage(document, claims, part=request.GET.get("part", ""), wanted=form.wanted), form


def names_other(authority: "Authority") -> "Callable[[Document, str], str | None]":
    """Tells of a document, and of how its text begins, which other council it names, if it does."""
    listed = published.register()
    entries = listed.register.interventions if listed else ()
    known = {row.name for row in people.authorities()} | {entry.authority for entry in entries}
    names = sorted(known, key=lambda name: (-len(name), name))
    return lambda document, beginning: other_council(
        authority.name, names, title=document.title, body=document.body, beginning=beginning
    )


def narrowing(request: HttpRequest) -> Any:
    """What of the inbox's narrowing an address carries; without any, everything is shown."""
    asked = request.GET.copy()
    if not set(asked) & {"type", "least", "state", "amiss"}:
        asked["state"] = "all"
    asked.pop("source", None)
    return asked


def claim_of(page: DocumentPage, asked: str) -> ClaimShown:
    """The claim of a page with the key, or the seal, that was sent. Raises Http404."""
    key, _, _ = asked.partition("-")
    found = next((claim for claim in page.claims if str(claim.row.pk) == key), None)
    if found is None:
        raise Http404("This document has no such claim.")
    return found


def seen_of(seal: str) -> int | None:
    """The event by which a claim was written as it was shown, from its seal; None where nothing says it.

    What is no event is event 0, which wrote nothing: the claim is then refused as another than shown.
    """
    _, dash, event = seal.partition("-")
    if not dash:
        return None
    return int(event) if event.isascii() and event.isdecimal() and len(event) < 20 else 0


def outlook(authority: "Authority", claims: "list[Claim]") -> Outlook:
    """What accepting each of these claims would do."""
    return Outlook(
        slug=authority.slug,
        waiting=list(powers.waiting_drafts(authority)[:MOST_DRAFTS]),
        repeated=queries.repeated(claims, authority=authority),
        standing=lambda: standing_of(authority),
    )

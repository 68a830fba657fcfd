"""One claim: its words in their place, and what a person makes of it."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from handback.records.documents import actions as documents
from handback.records.documents import queries
from handback.records.powers import queries as powers
from handback.records.powers.actions import DraftNotWaiting
from handback.web.office.access import May, must, needs, signed_in
from handback.web.office.papers.forms.claims import FORMS, ONLY_ACCEPT, AcceptForm, AmendForm, RejectForm
from handback.web.office.papers.judging import judge
from handback.web.office.papers.page import authority_at, one_of, show
from handback.web.office.papers.presenters.claims import ClaimShown
from handback.web.office.papers.presenters.documents import DocumentPage
from handback.web.office.papers.presenters.drafts import choices_of
from handback.web.shared.forms import Form

if TYPE_CHECKING:
    from handback.records.people.models import Authority

SECTION = "office-documents"
MOST_DRAFTS = 20  # offered, newest first
FIRST_CHOICE = {"transfer": "new instrument", "commitment": "new event", "decision": "new event"}


@needs(May.READ)
@require_http_methods(["GET", "POST"])
def claim(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """A claim; sent here, what a person made of it. A claim is judged once."""
    authority = authority_at(slug)
    row = one_of(queries.claims_of(authority).filter(pk=pk), "claim")
    forms = _forms(authority, row, request)
    chosen = forms.get(request.POST.get("do", "")) if request.method == "POST" else None
    if chosen is None:
        return _page(request, authority, row, forms, None)
    must(request, May.KEEP, slug)
    if not chosen.is_valid():
        return _page(request, authority, row, forms, chosen)
    try:
        draft = judge(row, chosen, by=signed_in(request), at=now())
    except (documents.AlreadyDecided, DraftNotWaiting) as decided:
        messages.error(request, f"{decided} Nothing was changed.")
        return redirect("office-claim", slug, pk)
    return redirect("office-draft", slug, draft.pk) if draft else _onwards(request, slug, row)


def _onwards(request: HttpRequest, slug: str, row: Any) -> HttpResponse:
    """The next claim of the document that waits, or the document when none does."""
    following = queries.next_to_judge(row.document, after=row.start)
    if following:
        messages.success(request, "Recorded. This is the next claim that waits for a person.")
        return redirect("office-claim", slug, following.pk)
    messages.success(request, "Recorded. No claim of this document waits any more.")
    return redirect("office-document", slug, row.document_id)


def _forms(authority: "Authority", row: Any, request: HttpRequest) -> dict[str, Form]:
    """The three things that can be done, each with what was sent to it."""
    waiting = list(powers.waiting_drafts(authority)[:MOST_DRAFTS])
    usual = FIRST_CHOICE.get(row.type, ONLY_ACCEPT)
    like = [str(draft.pk) for draft in waiting if f"new {draft.kind}" == usual == "new instrument"]
    into: dict[str, Any] = {"drafts": choices_of(waiting), "first": like[0] if like else usual}
    sent, do = (request.POST or None), request.POST.get("do")
    amending = FORMS.get(row.type, AmendForm)
    return {
        "accept": AcceptForm(sent if do == "accept" else None, **into),
        "amend": amending(sent if do == "amend" else None, initial=amending.opening(row.attributes), **into),
        "reject": RejectForm(sent if do == "reject" else None),
    }


def _page(
    request: HttpRequest, authority: "Authority", row: Any, forms: dict[str, Form], form: Form | None
) -> HttpResponse:
    document = DocumentPage(row.document, list(queries.claims(row.document)))
    shown: ClaimShown = next(each for each in document.claims if each.row.pk == row.pk)
    return show(
        request,
        authority,
        "claim",
        section=SECTION,
        trail=(("Documents", SECTION),),
        claim=shown,
        document=row.document,
        part=document.part_of(row.start),
        context=document.around(row.start),
        drafts=powers.drafts_on(row),
        forms=forms,
        form=form,
    )

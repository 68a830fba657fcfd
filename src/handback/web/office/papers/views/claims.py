"""One claim: its words in their place, what accepting it does, and what a person makes of it."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from handback.records.documents import actions as documents
from handback.records.documents import queries
from handback.records.powers import queries as powers
from handback.records.powers.actions import DraftNotWaiting
from handback.web.office.access import May, must, needs, signed_in
from handback.web.office.papers.forms.claims import FORMS, AcceptForm, AmendForm, RejectForm
from handback.web.office.papers.judging import judge
from handback.web.office.papers.page import authority_at, one_of, show, to_document
from handback.web.office.papers.presenters.claims import ClaimShown
from handback.web.office.papers.presenters.consequences import Consequence, Outlook
from handback.web.office.papers.presenters.documents import DocumentPage
from handback.web.office.papers.presenters.drafts import choices_of
from handback.web.office.papers.reviewing import claim_of, narrowing, outlook, page_of, seen_of
from handback.web.shared.forms import Form

if TYPE_CHECKING:
    from handback.records.people.models import Authority

SECTION = "office-inbox"
TOP = "#main"  # else the browser keeps "#reject", and the next claim begins by being rejected


@needs(May.READ)
@require_http_methods(["GET", "POST"])
def claim(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """A claim; sent here, what a person made of it. A claim is judged once."""
    authority = authority_at(slug)
    row = one_of(queries.claims_of(authority).filter(pk=pk), "claim")
    ahead = outlook(authority, [row])
    forms = _forms(ahead, row, request)
    chosen = forms.get(request.POST.get("do", "")) if request.method == "POST" else None
    if chosen is None:
        return _page(request, authority, row, forms, None, ahead.of(row))
    must(request, May.KEEP, slug)
    if not chosen.is_valid():
        return _page(request, authority, row, forms, chosen, ahead.of(row))
    try:
        by, seen = signed_in(request), seen_of(request.POST.get("seen", ""))
        draft = judge(row, chosen, repeats=ahead.of(row).repeats, seen=seen, by=by, at=now())
    except (documents.AlreadyDecided, documents.ClaimChanged, DraftNotWaiting) as decided:
        messages.error(request, f"{decided} Nothing was changed.")
        return redirect("office-claim", slug, pk)
    if not isinstance(chosen, RejectForm) and ahead.of(row).is_held:
        messages.info(request, "The record holds this more than once now, and the log says so.")
    return redirect("office-draft", slug, draft.pk) if draft else _onwards(request, slug, row)


def _onwards(request: HttpRequest, slug: str, row: Any) -> HttpResponse:
    """The next claim of the document that waits and is wanted, or the document when none does."""
    page, _ = page_of(request, row.document)
    number = claim_of(page, str(row.pk)).number
    following = page.next_waiting(number)
    if following:
        messages.success(request, "Recorded. This is the next claim that waits for a person.")
        asked = narrowing(request).urlencode()
        return redirect(f"{reverse('office-claim', args=[slug, following.row.pk])}?{asked}{TOP}")
    messages.success(request, "Recorded. No claim of this document waits any more.")
    return redirect(f"{reverse('office-document', args=[slug, row.document_id])}{TOP}")


def _forms(ahead: Outlook, row: Any, request: HttpRequest) -> dict[str, Form]:
    """The three things that can be done, each with what was sent to it."""
    into: dict[str, Any] = {"drafts": choices_of(ahead.waiting), "first": ahead.of(row).into}
    sent, do = (request.POST or None), request.POST.get("do")
    amending = FORMS.get(row.type, AmendForm)
    return {
        "accept": AcceptForm(sent if do == "accept" else None, **into),
        "amend": amending(sent if do == "amend" else None, initial=amending.opening(row.attributes), **into),
        "reject": RejectForm(sent if do == "reject" else None),
    }


def _page(
    request: HttpRequest,
    authority: "Authority",
    row: Any,
    forms: dict[str, Form],
    form: Form | None,
    consequence: Consequence,
) -> HttpResponse:
    document, _ = page_of(request, row.document)
    shown: ClaimShown = claim_of(document, str(row.pk))
    before, after = document.beside(shown.number)
    asked, part = narrowing(request).urlencode(), document.part_of(row.start)
    place = f"?{asked}{f'&part={part}' if part > 1 else ''}#mark-{shown.number}"
    return show(
        request,
        authority,
        "claim",
        section=SECTION,
        trail=(("Inbox", SECTION),),
        below=(to_document(authority, row.document, place=place),),
        claim=shown,
        document=row.document,
        page=document,
        place=document.place_of(row.start),
        also=also_of(document, shown),
        context=document.around(row.start),
        consequence=consequence if shown.waits else None,
        before=before,
        after=after,
        asked=asked,
        can_amend=row.type in FORMS,
        drafts=powers.drafts_on(row),
        forms=forms,
        form=form,
    )


def also_of(document: DocumentPage, claim: ClaimShown) -> list[tuple[str, str]]:
    """The further places where the document says the same: where each is, and its words."""
    text = document.document.text
    return [(document.place_of(start), text[start:end]) for start, end in claim.row.also or ()]

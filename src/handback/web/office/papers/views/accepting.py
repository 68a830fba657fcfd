"""Accepting from a document's page: one claim at a time, or all above a certainty."""

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods, require_POST

from handback.records.documents import actions as documents
from handback.records.powers.actions import DraftNotWaiting
from handback.web.office.access import May, needs, signed_in
from handback.web.office.papers.forms.accepting import LEAST, LeastForm
from handback.web.office.papers.judging import accept_as_told
from handback.web.office.papers.page import authority_at, show, to_document
from handback.web.office.papers.presenters.accepting import ManyPage
from handback.web.office.papers.presenters.documents import DocumentPage
from handback.web.office.papers.presenters.drafts import name_of
from handback.web.office.papers.reviewing import claim_of, outlook, reviewed, seen_of
from handback.web.shared.words import plural

if TYPE_CHECKING:
    from handback.records.people.models import Authority

SECTION = "office-inbox"


@needs(May.KEEP)
@require_POST
def accept(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Accept one claim of a document, as its page told; then the next that waits."""
    authority = authority_at(slug)
    page, _ = reviewed(request, authority, pk)
    sent = request.POST.get("claim", "")
    chosen = claim_of(page, sent)
    consequence = outlook(authority, [chosen.row]).of(chosen.row)
    try:
        by, at = signed_in(request), now()
        draft = accept_as_told(chosen.row, consequence, seen=seen_of(sent), by=by, at=at)
    except (documents.AlreadyDecided, documents.ClaimChanged, DraftNotWaiting) as decided:
        messages.error(request, f"{decided} Nothing was changed.")
    else:
        gone = f" It went into the draft “{name_of(draft)}”: see Drafts." if draft else ""
        again = " The record holds it more than once now." if consequence.is_held else ""
        messages.success(request, f"Accepted: {chosen.label}.{gone}{again}")
    return redirect(_onwards(request, slug, page, chosen.number))


def _onwards(request: HttpRequest, slug: str, page: DocumentPage, number: int) -> str:
    following = next((c for c in page.shown if c.waits and c.number > number), None)
    following = following or next((c for c in page.shown if c.waits and c.number != number), None)
    asked = request.GET.copy()
    if following:
        asked["part"] = str(page.part_of(following.row.start))
    place = f"claim-{following.number}" if following else "claims"
    query = f"?{asked.urlencode()}" if asked else ""
    return f"{reverse('office-document', args=[slug, page.document.pk])}{query}#{place}"


@needs(May.KEEP)
@require_http_methods(["GET", "POST"])
def accept_many(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Which claims would be accepted above a certainty, each told; sent here, all of them or none."""
    authority = authority_at(slug)
    page, _ = reviewed(request, authority, pk)
    form = LeastForm(request.GET)
    many = ManyPage(page, outlook(authority, [claim.row for claim in page.claims if claim.waits]), form.least)
    if request.method != "POST":
        return _many(request, authority, many, form)
    if request.POST.get("seen") != many.seal:
        messages.error(
            request, "The list changed after you opened it, so nothing was accepted. Look at it again."
        )
        return redirect(f"{request.path}?{urlencode({'least': form.least})}")
    try:
        shown = {claim.row.pk: claim.row.event_id for claim in many.claims}
        count = documents.accept_all(pk, shown, by=signed_in(request), at=now())
    except documents.ClaimsChanged as changed:
        messages.error(request, str(changed))
        return redirect(f"{request.path}?{urlencode({'least': form.least})}")
    messages.success(request, f"{plural(count, 'claim')} accepted, in one event of the log.")
    return redirect(f"{reverse('office-document', args=[slug, pk])}#claims")


def _many(request: HttpRequest, authority: "Authority", many: ManyPage, form: LeastForm) -> HttpResponse:
    return show(
        request,
        authority,
        "accept-many",
        section=SECTION,
        trail=(("Inbox", SECTION),),
        below=(to_document(authority, many.document, place="#claims"),),
        many=many,
        choices=[(value, text, value == form.least) for value, text in LEAST],
    )

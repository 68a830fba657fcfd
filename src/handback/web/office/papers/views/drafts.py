"""Drafts: the list, and one draft to be completed, recorded or put aside."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.views.decorators.http import require_GET, require_http_methods

from handback.records.powers import actions, queries
from handback.records.powers.standing import standing_of
from handback.web.office.access import May, must, needs, signed_in
from handback.web.office.papers.completing import form_of
from handback.web.office.papers.forms.offers import Offers
from handback.web.office.papers.page import authority_at, one_of, show
from handback.web.office.papers.presenters.claims import ClaimShown
from handback.web.office.papers.presenters.drafts import STATES, became, name_of, row_of

if TYPE_CHECKING:
    from handback.records.people.models import Authority

SECTION = "office-documents"
ON_A_PAGE = 25
CHANGED_SINCE = (
    "This draft was changed after you opened it, by somebody else or in another window. Below is what you "
    "typed, and nothing of it is saved. Open the draft once more beside this page and compare. What you send "
    "from here now takes the place of what is there"
)


@needs(May.READ)
@require_GET
def drafts(request: HttpRequest, slug: str) -> HttpResponse:
    """Facts being prepared, newest first."""
    authority = authority_at(slug)
    page = Paginator(queries.drafts(authority), ON_A_PAGE).get_page(request.GET.get("page"))
    rows = [row_of(row) for row in page]
    return show(
        request, authority, "drafts", section=SECTION, trail=(("Documents", SECTION),), page=page, rows=rows
    )


@needs(May.READ)
@require_http_methods(["GET", "POST"])
def draft(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One draft; sent here, what was filled in so far and what to do with it."""
    authority = authority_at(slug)
    row = one_of(queries.drafts(authority).filter(pk=pk), "draft")
    if request.method != "POST":
        return _page(request, authority, row, form_of(row, None, _offers(authority)))
    must(request, May.RECORD if request.POST.get("do") == "record" else May.KEEP, slug)
    try:
        return _done(request, authority, row)
    except actions.DraftNotWaiting as settled:
        messages.error(request, f"{settled} Nothing was changed.")
        return redirect("office-draft", slug, pk)


def _done(request: HttpRequest, authority: "Authority", row: Any) -> HttpResponse:
    """What was asked for, done; or the page again with what is in its way."""
    by = signed_in(request)
    do, slug = request.POST.get("do", "save"), authority.slug
    if do == "aside":
        actions.discard_draft(row.pk, by=by, at=now())
        messages.success(
            request, "The draft was put aside. The claims that it rests on stay as they were judged."
        )
        return redirect("office-drafts", slug)
    form = form_of(row, request.POST, _offers(authority))
    if not form.is_valid():
        return _page(request, authority, row, form)
    seen = _seen(request, row)
    try:
        row = actions.revise_draft(row.pk, values=form.values(), seen=seen, by=by, at=now())
        if do == "record":
            return _recorded(request, authority, row, form)
    except actions.DraftChanged:
        form.tell(actions.FieldProblem("", CHANGED_SINCE))
        return _page(request, authority, one_of(queries.drafts(authority).filter(pk=row.pk), "draft"), form)
    if do == "add":
        return _page(request, authority, row, form_of(row, None, _offers(authority), more=True))
    return _saved(request, slug, row)


def _seen(request: HttpRequest, row: Any) -> int:
    """The event that had last written the draft when its page was shown."""
    sent = request.POST.get("seen", str(row.event_id))
    return int(sent) if sent.isascii() and sent.isdecimal() and len(sent) < 20 else 0


def _saved(request: HttpRequest, slug: str, row: Any) -> HttpResponse:
    messages.success(request, "The draft was saved. It counts for nothing until it is recorded.")
    return redirect("office-draft", slug, row.pk)


def _recorded(request: HttpRequest, authority: "Authority", row: Any, form: Any) -> HttpResponse:
    try:
        row = actions.record_draft(row.pk, seen=row.event_id, by=signed_in(request), at=now())
    except actions.EntryRefused as refused:
        for problem in refused.problems:
            form.tell(problem)
        return _page(request, authority, row, form)
    except (actions.NoFunctions, actions.LedgerRefused) as refused:
        form.tell(actions.FieldProblem("", str(refused)))
        return _page(request, authority, row, form)
    messages.success(request, f"{name_of(row)} is now part of the record.")
    if row.kind == "instrument":
        return redirect("office-powers", authority.slug)
    return redirect("office-draft", authority.slug, row.pk)


def _offers(authority: "Authority") -> Offers:
    return Offers(standing_of(authority))


def _page(request: HttpRequest, authority: "Authority", row: Any, form: Any) -> HttpResponse:
    evidence = [
        ClaimShown(each.claim, number) for number, each in enumerate(queries.evidence_of(row), start=1)
    ]
    state, tag = STATES[row.state]
    return show(
        request,
        authority,
        f"draft-{row.kind}" if row.state == "waiting" else "draft-settled",
        section=SECTION,
        trail=(("Documents", SECTION), ("Drafts", "office-drafts")),
        draft=row,
        name=name_of(row),
        state=state,
        tag=tag,
        became=became(row, authority.slug) if row.state == "recorded" else ("", ""),
        evidence=evidence,
        functions=len(form.offers.of("function")),
        form=form,
    )

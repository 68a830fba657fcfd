"""The first pages: which authority, and how its record stands."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from handback.records.documents.queries import (
    MOST_COUNTED,
    to_judge,
    waiting_to_be_read,
    with_claims_to_judge,
)
from handback.records.people.queries import authorities_of
from handback.records.powers.queries import waiting_drafts
from handback.web.office.access import May, needs
from handback.web.office.views.showing import room
from handback.web.shared.powers.overview import overview


@needs(May.READ)
@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """The authorities at which the account has a role; with one only, that one's home page."""
    found = list(authorities_of(request.user, on=localdate()))
    if len(found) == 1:
        return redirect("office-home", slug=found[0].slug)
    return render(request, "office/choose.html", {"authorities": found})


@needs(May.READ)
@require_safe
def home(request: HttpRequest, slug: str) -> HttpResponse:
    """How the record stands today: what the council holds, what comes next, what waits for somebody."""
    at = room(slug)
    return at.show(
        request,
        "office/home.html",
        section="office-home",
        page=overview(at.standing(), at.to, today=at.today),
        unread=waiting_to_be_read(at.authority).count(),
        unjudged=to_judge(at.authority),
        most=MOST_COUNTED,
        to_judge=list(with_claims_to_judge(at.authority)[:5]),
        drafts=waiting_drafts(at.authority).count(),
    )

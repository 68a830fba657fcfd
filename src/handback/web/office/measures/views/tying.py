"""Tying what was promised to the indicator that would show whether it was kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from handback.records.documents.queries import accepted_claims
from handback.records.measures import actions
from handback.web.office.access import May, needs, signed_in
from handback.web.office.measures.forms.tying import TieForm
from handback.web.office.measures.page import Room, room
from handback.web.office.measures.refusing import tell

if TYPE_CHECKING:
    from handback.records.documents.models import Claim
    from handback.records.measures.measured.boards import IndicatorStanding

MOST = 30  # commitments offered at once
LONGEST = 200  # characters looked for


@needs(May.RECORD)
@require_http_methods(["GET", "POST"])
def tie(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """One of the accepted commitments that hold the words looked for, and how it bears on the indicator."""
    at = room(slug)
    standing = at.standing(code)
    typed = request.GET.get("q", "").replace("\0", " ").strip()[:LONGEST]
    offered, beyond = _offered(at, standing, typed)
    opening = {"tied_by": signed_in(request).as_actor().name}
    form = TieForm(request.POST or None, offered=offered, initial=opening)
    if form.is_bound and form.is_valid():
        try:
            actions.tie(at.authority, code, **form.cleaned_data, by=signed_in(request), at=now())
        except actions.MeasuresRefusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, "The commitment is tied to this indicator.")
            return at.back(code)
    return at.show(
        request,
        "office/measures/tie.html",
        form=form,
        standing=standing,
        typed=typed,
        anything=bool(offered),
        beyond=beyond,
    )


def _offered(at: Room, standing: IndicatorStanding, typed: str) -> tuple[list[Claim], int]:
    """The newest that hold every word typed and are not tied yet, and how many more there are."""
    found = accepted_claims(at.authority).filter(type=actions.COMMITMENT).order_by("-decided_at", "-pk")
    found = found.exclude(pk__in=[one.claim for one in standing.facts.commitments])
    for word in typed.split():
        found = found.filter(quote__icontains=word)
    return list(found[:MOST]), max(0, found.count() - MOST)

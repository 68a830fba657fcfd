"""Writing what the figures mean and what is being done."""

from dataclasses import asdict
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from handback.records.measures import actions
from handback.records.measures.measured.boards import IndicatorStanding
from handback.web.office.access import May, needs, signed_in
from handback.web.office.measures.forms.commenting import CommentaryForm
from handback.web.office.measures.page import room
from handback.web.office.measures.periods import known_periods
from handback.web.office.measures.refusing import tell
from handback.web.shared import words
from handback.web.shared.measures import telling


@needs(May.RECORD)
@require_http_methods(["GET", "POST"])
def comment(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """What, why, action and by when, of one period's value."""
    at = room(slug)
    standing = at.standing(code)
    periods = known_periods(standing)
    newest = periods[0][0].isoformat() if periods else ""
    initial = _opening(standing, request.GET.get("period") or newest, signed_in(request).as_actor().name)
    form = CommentaryForm(request.POST or None, periods=periods, initial=initial)
    if form.is_bound and form.is_valid():
        try:
            actions.comment(at.authority, form.entry(code), by=signed_in(request), at=now())
        except actions.MeasuresRefusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, "The commentary is recorded.")
            return at.back(code)
    return at.show(
        request,
        "office/measures/comment.html",
        form=form,
        standing=standing,
        verdict=words.sentence(telling.verdict(standing)),
    )


def _opening(standing: IndicatorStanding, first: str, name: str) -> dict[str, Any]:
    """What was said of the period before, if anything was."""
    held = next((one for one in standing.facts.commentaries if one.first.isoformat() == first), None)
    opening = {} if held is None else asdict(held)
    return {**opening, "first": first, "written_by": name}

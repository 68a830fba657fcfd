"""Commissioners, and everybody else who held an office."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from handback.web.office.access import May, needs
from handback.web.office.views.showing import room
from handback.web.shared.powers.asking import StandingForm, standing_today
from handback.web.shared.powers.commissioners import commissioners_page, person_page
from handback.web.shared.powers.unknown import not_found_if_unknown

SECTION = "office-commissioners"


@needs(May.READ)
@require_safe
def commissioners(request: HttpRequest, slug: str) -> HttpResponse:
    """Who sat on a day, as known at a moment."""
    at = room(slug)
    form = StandingForm(standing_today(request.GET, today=at.today))
    on = form.asked("as_at") or at.today
    page = commissioners_page(at.standing(known_at=form.asked("known_at")), at.to, on=on, today=at.today)
    return at.show(request, "shared/powers/commissioners.html", section=SECTION, page=page, form=form)


@needs(May.READ)
@require_safe
@not_found_if_unknown
def commissioner(request: HttpRequest, slug: str, person: str) -> HttpResponse:
    """One person."""
    at = room(slug)
    page = person_page(at.standing(), at.to, person)
    trail = (("Commissioners", SECTION),)
    return at.show(request, "shared/powers/commissioner.html", section=SECTION, trail=trail, page=page)

"""One function, one instrument, one proposal, and all proposals."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from handback.web.office.access import May, needs
from handback.web.office.views.evidence import claims_behind, claims_naming
from handback.web.office.views.showing import room
from handback.web.shared.powers.asking import StandingForm, standing_today
from handback.web.shared.powers.function import function_page
from handback.web.shared.powers.instrument import instrument_page
from handback.web.shared.powers.instruments import instruments_page
from handback.web.shared.powers.proposals import proposal_page, returns_page
from handback.web.shared.powers.unknown import not_found_if_unknown


@needs(May.READ)
@require_safe
@not_found_if_unknown
def function(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """A function, on a day, as known at a moment."""
    at = room(slug)
    form = StandingForm(standing_today(request.GET, today=at.today))
    on = form.asked("as_at") or at.today
    standing = at.standing(known_at=form.asked("known_at"))
    page = function_page(standing, at.to, code, on=on, today=at.today)
    return at.show(
        request,
        "office/function.html",
        section="office-powers",
        trail=(("Powers", "office-powers"),),
        page=page,
        form=form,
        claims=claims_naming(at.authority, page.code, standing),
    )


@needs(May.READ)
@require_safe
def instruments(request: HttpRequest, slug: str) -> HttpResponse:
    """Every instrument."""
    at = room(slug)
    page = instruments_page(at.standing(), at.to)
    return at.show(request, "shared/powers/instruments.html", section="office-instruments", page=page)


@needs(May.READ)
@require_safe
@not_found_if_unknown
def instrument(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """An instrument."""
    at = room(slug)
    page = instrument_page(at.standing(), at.to, code, today=at.today)
    return at.show(
        request,
        "office/instrument.html",
        section="office-instruments",
        trail=(("Instruments", "office-instruments"),),
        page=page,
        claims=claims_behind(at.authority, page.code),
    )


@needs(May.READ)
@require_safe
def returns(request: HttpRequest, slug: str) -> HttpResponse:
    """Every proposal to move functions."""
    at = room(slug)
    page = returns_page(at.standing(), at.to)
    return at.show(request, "shared/powers/returns.html", section="office-returns", page=page)


@needs(May.READ)
@require_safe
@not_found_if_unknown
def proposal(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """One proposal: what was recommended, proposed and directed."""
    at = room(slug)
    page = proposal_page(at.standing(), at.to, code)
    trail = (("Returns", "office-returns"),)
    return at.show(request, "shared/powers/return.html", section="office-returns", trail=trail, page=page)

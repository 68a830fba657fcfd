"""One function, one instrument, one proposal, and all proposals."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from handback.records.powers.recordfile.standing import Standing
from handback.web.office.access import May, needs
from handback.web.office.views.evidence import claims_behind, claims_naming
from handback.web.office.views.showing import Room, room
from handback.web.shared.powers.asking import KnownForm, StandingForm, standing_today, without
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


def _known(request: HttpRequest, at: Room) -> tuple[Standing, dict[str, Any]]:
    """The record as known at the moment that the address asks for, and what its page says of that."""
    form = KnownForm(request.GET)
    known_at = form.asked("known_at")
    now_known = without(request.GET, "known-at")
    return at.standing(known_at=known_at), {"form": form, "known_at": known_at, "now_known": now_known}


@needs(May.READ)
@require_safe
def instruments(request: HttpRequest, slug: str) -> HttpResponse:
    """Every instrument, as known at a moment."""
    at = room(slug)
    standing, known = _known(request, at)
    page = instruments_page(standing, at.to)
    return at.show(
        request, "shared/powers/instruments.html", section="office-instruments", page=page, **known
    )


@needs(May.READ)
@require_safe
@not_found_if_unknown
def instrument(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """An instrument, as known at a moment."""
    at = room(slug)
    standing, known = _known(request, at)
    page = instrument_page(standing, at.to, code, today=at.today)
    return at.show(
        request,
        "office/instrument.html",
        section="office-instruments",
        trail=(("Instruments", "office-instruments"),),
        page=page,
        claims=claims_behind(at.authority, page.code),
        **known,
    )


@needs(May.READ)
@require_safe
def returns(request: HttpRequest, slug: str) -> HttpResponse:
    """Every proposal to move functions, as known at a moment."""
    at = room(slug)
    standing, known = _known(request, at)
    page = returns_page(standing, at.to)
    return at.show(request, "shared/powers/returns.html", section="office-returns", page=page, **known)


@needs(May.READ)
@require_safe
@not_found_if_unknown
def proposal(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """One proposal, as known at a moment: what was recommended, proposed and directed."""
    at = room(slug)
    standing, known = _known(request, at)
    page = proposal_page(standing, at.to, code)
    trail = (("Returns", "office-returns"),)
    return at.show(
        request, "shared/powers/return.html", section="office-returns", trail=trail, page=page, **known
    )

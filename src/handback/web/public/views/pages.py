"""The public pages. Everybody may see them."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from handback.records.audit import published as log
from handback.records.measures import published as measures
from handback.records.powers import published
from handback.web.public.frame import addresses, as_plain_files, copy_at, frame, site_frame
from handback.web.public.register import register_page
from handback.web.public.views.asked import powers_asked, public
from handback.web.shared.measures.board_words import headline
from handback.web.shared.pages import Link
from handback.web.shared.powers.asking import Asking, BetweenForm, StandingForm
from handback.web.shared.powers.between import between_page
from handback.web.shared.powers.commissioners import commissioners_page, person_page
from handback.web.shared.powers.function import function_page
from handback.web.shared.powers.instrument import instrument_page
from handback.web.shared.powers.instruments import instruments_page
from handback.web.shared.powers.overview import overview
from handback.web.shared.powers.proposals import proposal_page, returns_page


@public
def home(request: HttpRequest) -> HttpResponse:
    """Every council with a published record."""
    councils = published.authorities()
    with_powers = {copy.slug for copy in councils}
    context = {
        "councils": councils,
        "measures_alone": [copy for copy in measures.authorities() if copy.slug not in with_powers],
        "register": published.register(),
    }
    return render(request, "public/home.html", site_frame(request, section="public-home") | context)


@public
def about(request: HttpRequest) -> HttpResponse:
    """What the words mean, and how to check what is shown."""
    context = {"checkpoint": log.checkpoint()}
    return render(request, "public/about.html", site_frame(request, section="public-about") | context)


@public
def register(request: HttpRequest) -> HttpResponse:
    """The register of interventions, as a timeline and a table."""
    copy = published.register()
    context = {
        "page": register_page(copy.register, published.authorities()) if copy else None,
        "csv": reverse("public-register-csv"),
        "json": reverse("public-register-json"),
    }
    return render(request, "public/register.html", site_frame(request, section="public-register") | context)


@public
def authority(request: HttpRequest, slug: str) -> HttpResponse:
    """One council: how much it holds, and the intervention so far."""
    copy = copy_at(slug)
    page = overview(copy.standing, addresses(request, slug), today=timezone.localdate())
    measured = measures.latest(slug)
    context = frame(request, copy, section="public-authority") | {
        "page": page,
        "copy": copy.of,
        "record": copy.standing.record,
        "measures": headline(measured.board) if measured else "",
    }
    return render(request, "public/authority.html", context)


@public
def powers(request: HttpRequest, slug: str, day: date | None = None) -> HttpResponse:
    """Who held each function on a day."""
    copy, form, page = powers_asked(request, slug, day)
    to = addresses(request, slug)
    asked = {"page": page, "place": to.powers(), "now_known": to.powers(on=page.on)}
    context = frame(request, copy, section="public-powers") | _form(request, form) | asked
    return render(request, "shared/powers/powers.html", context)


@public
def between(request: HttpRequest, slug: str) -> HttpResponse:
    """What changed between two days."""
    copy = copy_at(slug)
    form = BetweenForm(request.GET or None)
    to = addresses(request, slug)
    first, second = form.asked("first"), form.asked("second")
    page = (
        between_page(copy.standing, to, first=first, second=second)
        if first and second and form.is_valid()
        else None
    )
    trail = (Link("Powers", to.powers()),)
    context = frame(request, copy, section="public-powers", trail=trail) | _form(request, form)
    return render(request, "shared/powers/between.html", context | {"page": page, "place": request.path})


def _form(request: HttpRequest, form: Asking) -> dict[str, Any]:
    """The form and where it is sent; plain files have none, since nothing would answer."""
    return {} if as_plain_files(request) else {"form": form, "place": request.path}


def _day(request: HttpRequest) -> tuple[date, dict[str, Any]]:
    form = StandingForm(request.GET or None)
    return form.asked("as_at") or timezone.localdate(), _form(request, form)


@public
def function(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """One function: who holds it, and everybody who has."""
    copy, to, today = copy_at(slug), addresses(request, slug), timezone.localdate()
    on, form = _day(request)
    page = function_page(copy.standing, to, code, on=on, today=today)
    context = frame(request, copy, section="public-powers", trail=(Link("Powers", to.powers()),)) | form
    beside = {
        "csv": reverse("public-function-csv", kwargs={"slug": slug, "code": code}),
        "json": reverse("public-function-json", kwargs={"slug": slug, "code": code}),
    }
    return render(request, "public/function.html", context | beside | {"page": page})


@public
def instruments(request: HttpRequest, slug: str) -> HttpResponse:
    """Every instrument, earliest first."""
    copy = copy_at(slug)
    page = instruments_page(copy.standing, addresses(request, slug))
    context = frame(request, copy, section="public-instruments") | {"page": page}
    beside = {name: reverse(f"public-instruments-{name}", kwargs={"slug": slug}) for name in ("csv", "json")}
    return render(request, "shared/powers/instruments.html", context | beside)


@public
def instrument(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """One instrument: under which law, and what it moved."""
    copy, to = copy_at(slug), addresses(request, slug)
    page = instrument_page(copy.standing, to, code, today=timezone.localdate())
    trail = (Link("Instruments", reverse("public-instruments", kwargs={"slug": slug})),)
    context = frame(request, copy, section="public-instruments", trail=trail)
    where = {"slug": slug, "code": code}
    beside = {name: reverse(f"public-instrument-{name}", kwargs=where) for name in ("csv", "json")}
    return render(request, "public/instrument.html", context | beside | {"page": page})


@public
def commissioners(request: HttpRequest, slug: str) -> HttpResponse:
    """Who sat as commissioner on a day, and who held other offices."""
    copy, to, today = copy_at(slug), addresses(request, slug), timezone.localdate()
    on, form = _day(request)
    page = commissioners_page(copy.standing, to, on=on, today=today)
    context = frame(request, copy, section="public-commissioners") | form
    return render(request, "shared/powers/commissioners.html", context | {"page": page})


@public
def commissioner(request: HttpRequest, slug: str, person: str) -> HttpResponse:
    """One person's offices."""
    copy, to = copy_at(slug), addresses(request, slug)
    trail = (Link("Commissioners", to.commissioners()),)
    context = frame(request, copy, section="public-commissioners", trail=trail)
    page = person_page(copy.standing, to, person)
    return render(request, "shared/powers/commissioner.html", context | {"page": page})


@public
def returns(request: HttpRequest, slug: str) -> HttpResponse:
    """Every transfer and return that was proposed."""
    copy = copy_at(slug)
    page = returns_page(copy.standing, addresses(request, slug))
    context = frame(request, copy, section="public-returns") | {"page": page}
    return render(request, "shared/powers/returns.html", context)


@public
def proposal(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """One proposal: what was recommended, proposed and directed."""
    copy, to = copy_at(slug), addresses(request, slug)
    context = frame(request, copy, section="public-returns", trail=(Link("Returns", to.returns()),))
    page = proposal_page(copy.standing, to, code)
    return render(request, "shared/powers/return.html", context | {"page": page})

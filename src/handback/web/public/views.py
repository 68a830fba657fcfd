"""The public pages: a published copy in, a page out. Everybody may see them."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from handback.records.audit import published as log
from handback.records.powers import published
from handback.web.public import data
from handback.web.public.frame import addresses, as_plain_files, copy_at, frame, site_frame
from handback.web.public.register import register_page
from handback.web.shared.access import open_to_all
from handback.web.shared.pages import Link
from handback.web.shared.powers import data as powers_data
from handback.web.shared.powers.asking import Asking, BetweenForm, PowersForm, StandingForm, refusal
from handback.web.shared.powers.between import between_page
from handback.web.shared.powers.commissioners import commissioners_page, person_page
from handback.web.shared.powers.function import function_page
from handback.web.shared.powers.holders import PowersPage, Wanted, powers_page
from handback.web.shared.powers.instrument import instrument_page
from handback.web.shared.powers.instruments import instruments_page
from handback.web.shared.powers.overview import overview
from handback.web.shared.powers.proposals import proposal_page, returns_page
from handback.web.shared.powers.unknown import not_found_if_unknown


def public(view: Any) -> Any:
    """A page for everybody, to be looked at and nothing else. What the copy does not know is not found."""
    return open_to_all(require_safe(not_found_if_unknown(view)))


@public
def home(request: HttpRequest) -> HttpResponse:
    """Every council with a published record."""
    context = {"councils": published.authorities(), "register": published.register()}
    return render(request, "public/home.html", site_frame(request, section="public-home") | context)


@public
def about(request: HttpRequest) -> HttpResponse:
    """What the words mean, and how to check what is shown."""
    context = {"checkpoint": log.checkpoint()}
    return render(request, "public/about.html", site_frame(request, section="public-about") | context)


@public
def checkpoint(_request: HttpRequest) -> HttpResponse:
    """The latest signed checkpoint as text; before there is one, a line that says so."""
    latest = log.checkpoint()
    note = latest.note if latest else "No checkpoint has been signed yet.\n"
    return HttpResponse(note, content_type="text/plain; charset=utf-8")


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


def _register() -> published.RegisterCopy:
    copy = published.register()
    if copy is None:
        raise Http404("The register has not been published yet.")
    return copy


@public
def register_json(_request: HttpRequest) -> HttpResponse:
    """The register file, whole."""
    return JsonResponse(_register().content, json_dumps_params={"ensure_ascii": False})


@public
def register_csv(_request: HttpRequest) -> HttpResponse:
    """A row for each intervention."""
    return data.as_csv(data.register_rows(_register().register), name="register-of-interventions")


@public
def authority(request: HttpRequest, slug: str) -> HttpResponse:
    """One council: how much it holds, and the intervention so far."""
    copy = copy_at(slug)
    page = overview(copy.standing, addresses(request, slug), today=timezone.localdate())
    context = frame(request, copy, section="public-authority") | {"page": page, "copy": copy.of}
    return render(request, "public/authority.html", context | {"record": copy.standing.record})


@public
def record_json(_request: HttpRequest, slug: str) -> HttpResponse:
    """Everything that is published about a council, as a record file."""
    return JsonResponse(copy_at(slug).content, json_dumps_params={"ensure_ascii": False, "indent": 1})


def _asked(
    request: HttpRequest, slug: str, day: date | None
) -> tuple[published.Copy, PowersForm, PowersPage]:
    today = timezone.localdate()
    moment = _moment(StandingForm(request.GET))
    copy = copy_at(slug, known_at=moment)
    form = PowersForm(_asked_of(request), standing=copy.standing)
    wanted = Wanted(**{name: form.asked(name) or "" for name in ("group", "holder", "function")})
    page = powers_page(
        copy.standing,
        addresses(request, slug),
        on=form.asked("as_at") or day or today,
        today=today,
        known_at=moment,
        wanted=wanted,
    )
    if day is None and not request.GET:
        to = {"slug": slug}
        page = replace(
            page, csv=reverse("public-powers-csv", kwargs=to), json=reverse("public-powers-json", kwargs=to)
        )
    return copy, form, page


def _moment(form: StandingForm) -> datetime | None:
    found: datetime | None = form.asked("known_at")
    return found


@public
def powers(request: HttpRequest, slug: str, day: date | None = None) -> HttpResponse:
    """Who held each function on a day."""
    copy, form, page = _asked(request, slug, day)
    to = addresses(request, slug)
    asked = {"page": page, "place": to.powers(), "now_known": to.powers(on=page.on)}
    context = frame(request, copy, section="public-powers") | _form(request, form) | asked
    return render(request, "shared/powers/powers.html", context)


@public
def powers_json(request: HttpRequest, slug: str, day: date | None = None) -> HttpResponse:
    """The table of the powers page."""
    copy, form, page = _asked(request, slug, day)
    if form.errors:
        return refusal(form)
    answer = powers_data.as_json(page, authority=copy.of.name)
    return data.to_other_sites(HttpResponse(answer, content_type="application/json; charset=utf-8"))


@public
def powers_csv(request: HttpRequest, slug: str, day: date | None = None) -> HttpResponse:
    """The table of the powers page."""
    _, form, page = _asked(request, slug, day)
    if form.errors:
        return refusal(form)
    answer = powers_data.as_csv(page)
    return data.to_other_sites(HttpResponse(answer, content_type="text/csv; charset=utf-8"))


@public
def between(request: HttpRequest, slug: str) -> HttpResponse:
    """What changed between two days."""
    copy = copy_at(slug)
    form = BetweenForm(_asked_of(request))
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


def _asked_of(request: HttpRequest) -> QueryDict | None:
    return request.GET or None


def _form(request: HttpRequest, form: Asking) -> dict[str, Any]:
    """The form and where it is sent; plain files have none, since nothing would answer."""
    return {} if as_plain_files(request) else {"form": form, "place": request.path}


def _day(request: HttpRequest) -> tuple[date, dict[str, Any]]:
    form = StandingForm(_asked_of(request))
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
def function_json(_request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """Every holder that a function has had."""
    copy = copy_at(slug)
    return data.as_data(data.history_rows(copy.standing, code), of=copy)


@public
def function_csv(_request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """Every holder that a function has had."""
    return data.as_csv(data.history_rows(copy_at(slug).standing, code), name=f"{slug}-{code}")


@public
def instruments(request: HttpRequest, slug: str) -> HttpResponse:
    """Every instrument, earliest first."""
    copy = copy_at(slug)
    page = instruments_page(copy.standing, addresses(request, slug))
    context = frame(request, copy, section="public-instruments") | {"page": page}
    beside = {name: reverse(f"public-instruments-{name}", kwargs={"slug": slug}) for name in ("csv", "json")}
    return render(request, "shared/powers/instruments.html", context | beside)


@public
def instruments_json(_request: HttpRequest, slug: str) -> HttpResponse:
    """Every instrument with the moves it makes, as the record file has them."""
    copy = copy_at(slug)
    return data.as_data(copy.content["instruments"], of=copy)


@public
def instruments_csv(_request: HttpRequest, slug: str) -> HttpResponse:
    """A row for each instrument."""
    return data.as_csv(data.instrument_rows(copy_at(slug).standing), name=f"{slug}-instruments")


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
def instrument_json(_request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """One instrument with the moves it makes, as the record file has it."""
    copy = copy_at(slug)
    rows = [entry for entry in copy.content["instruments"] if entry["code"] == code]
    if not rows:
        raise Http404(f"There is no instrument {code} in this record.")
    return data.as_data(rows, of=copy)


@public
def instrument_csv(_request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """A row for each function that an instrument moved."""
    return data.as_csv(data.moved_rows(copy_at(slug).standing, code), name=f"{slug}-{code}")


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

"""The data beside the public pages, and the latest checkpoint, for machines."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse

from handback.records.audit import published as log
from handback.records.powers import published
from handback.web.public import data
from handback.web.public.frame import copy_at
from handback.web.public.views.asked import powers_asked, public
from handback.web.shared.powers import data as powers_data
from handback.web.shared.powers.asking import refusal


@public
def checkpoint(_request: HttpRequest) -> HttpResponse:
    """The latest signed checkpoint as text; before there is one, a line that says so."""
    latest = log.checkpoint()
    note = latest.note if latest else "No checkpoint has been signed yet.\n"
    return HttpResponse(note, content_type="text/plain; charset=utf-8")


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
def record_json(_request: HttpRequest, slug: str) -> HttpResponse:
    """Everything that is published about a council, as a record file."""
    return JsonResponse(copy_at(slug).content, json_dumps_params={"ensure_ascii": False, "indent": 1})


@public
def powers_json(request: HttpRequest, slug: str, day: date | None = None) -> HttpResponse:
    """The table of the powers page."""
    copy, form, page = powers_asked(request, slug, day)
    if form.errors:
        return refusal(form)
    answer = powers_data.as_json(page, authority=copy.of.name)
    return data.to_other_sites(HttpResponse(answer, content_type="application/json; charset=utf-8"))


@public
def powers_csv(request: HttpRequest, slug: str, day: date | None = None) -> HttpResponse:
    """The table of the powers page."""
    _, form, page = powers_asked(request, slug, day)
    if form.errors:
        return refusal(form)
    answer = powers_data.as_csv(page)
    return data.to_other_sites(HttpResponse(answer, content_type="text/csv; charset=utf-8"))


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
def instruments_json(_request: HttpRequest, slug: str) -> HttpResponse:
    """Every instrument with the moves it makes, as the record file has them."""
    copy = copy_at(slug)
    return data.as_data(copy.content["instruments"], of=copy)


@public
def instruments_csv(_request: HttpRequest, slug: str) -> HttpResponse:
    """A row for each instrument."""
    return data.as_csv(data.instrument_rows(copy_at(slug).standing), name=f"{slug}-instruments")


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

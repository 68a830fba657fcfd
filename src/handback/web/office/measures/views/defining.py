"""Adding an indicator, and putting its definition right."""

from dataclasses import asdict

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from handback.records.audit.facts import Outcome
from handback.records.measures import actions, queries
from handback.records.measures.measured.entries import IndicatorEntry
from handback.web.office.access import May, needs, signed_in
from handback.web.office.measures.forms.defining import IndicatorForm
from handback.web.office.measures.page import Room, room
from handback.web.office.measures.refusing import tell


@needs(May.RECORD)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, slug: str) -> HttpResponse:
    """Define an indicator."""
    at = room(slug)
    known = list(queries.indicators(at.authority).values_list("code", "name"))
    opening = {"code": _unused({code for code, _ in known})}
    form = IndicatorForm(request.POST or None, initial=opening, metrics=_metrics(), held=None)
    if form.is_bound and form.is_valid():
        entry = form.entry()
        if entry.code in dict(known):
            form.add_error("code", f"Code: “{entry.code}” is “{dict(known)[entry.code]}”. Choose another")
        elif _recorded(request, at, form, entry):
            messages.success(request, f"“{entry.name}” is defined. Enter its values, or paste a table.")
            return redirect("office-indicator", slug, entry.code)
    return at.show(request, "office/measures/define.html", form=form, held=None, known=len(known))


@needs(May.RECORD)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """Put a definition right; what it was before stays in its history."""
    at = room(slug)
    standing = at.standing(code)
    held = standing.definition
    form = IndicatorForm(request.POST or None, initial=asdict(held), metrics=_metrics(), held=held)
    if form.is_bound and form.is_valid() and (outcome := _recorded(request, at, form, form.entry())):
        said = "Nothing was changed." if outcome == Outcome.SAME else "The definition is changed."
        messages.success(request, said)
        return at.back(code)
    return at.show(request, "office/measures/define.html", form=form, held=held, standing=standing)


def _recorded(request: HttpRequest, at: Room, form: IndicatorForm, entry: IndicatorEntry) -> Outcome | None:
    """What became of it; None where it was refused, and the form says why."""
    try:
        reason = form.cleaned_data.get("reason", "")
        return actions.record_indicator(at.authority, entry, reason=reason, by=signed_in(request), at=now())
    except actions.MeasuresRefusal as refusal:
        tell(form, refusal)
        return None


def _metrics() -> list[tuple[str, str]]:
    return list(queries.metrics().values_list("code", "name"))


def _unused(codes: set[str]) -> str:
    """A code that nothing uses yet: M07 after M06."""
    return next(f"M{n:02}" for n in range(1, len(codes) + 2) if f"M{n:02}" not in codes)

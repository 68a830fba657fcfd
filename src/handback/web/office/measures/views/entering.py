"""Entering one value, or putting one right."""

from dataclasses import asdict
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from handback.core.frequencies import called
from handback.records.audit.facts import Outcome
from handback.records.measures import actions
from handback.records.measures.measured.boards import IndicatorStanding
from handback.web.office.access import May, needs, signed_in
from handback.web.office.measures.forms.values import ValueForm
from handback.web.office.measures.page import room
from handback.web.office.measures.periods import known_periods
from handback.web.office.measures.refusing import tell
from handback.web.shared.measures.charting import unit_of


@needs(May.RECORD)
@require_http_methods(["GET", "POST"])
def value(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """One value; of a period that has one, the form opens with it."""
    at = room(slug)
    standing = at.standing(code)
    definition = standing.definition
    initial = _opening(standing, request.GET.get("period", ""))
    form = ValueForm(request.POST or None, definition=definition, initial=initial)
    if form.is_bound and form.is_valid():
        entry, reason = form.entry(), form.cleaned_data["reason"]
        try:
            outcome = actions.record_value(
                at.authority, entry, reason=reason, by=signed_in(request), at=now()
            )
        except actions.MeasuresRefusal as refusal:
            tell(form, refusal)
        else:
            said = {
                Outcome.NEW: "is entered",
                Outcome.CORRECTED: "is changed",
                Outcome.SAME: "stood so already",
            }
            messages.success(
                request, f"The value for {called(definition.frequency, entry.period)} {said[outcome]}."
            )
            if request.POST.get("do") == "more":
                return redirect(request.path)
            return at.back(code)
    held = _held(standing)
    return at.show(request, "office/measures/value.html", form=form, standing=standing, held=held)


def _held(standing: IndicatorStanding) -> list[tuple[date, str, str]]:
    """The values in the record, the newest first: first day, period, value."""
    unit, rows = unit_of(standing.definition), reversed(standing.facts.values)
    told = (unit.said(float(row.value)) for row in rows)
    return [
        (first, label, value) for (first, label), value in zip(known_periods(standing), told, strict=True)
    ]


def _opening(standing: IndicatorStanding, first: str) -> dict[str, Any]:
    """What stands in the form at first: the value asked for, or the next period that is due."""
    frequency = standing.definition.frequency
    for row in standing.facts.values:
        if row.first.isoformat() == first:
            held = row.entry(standing.code)
            return {**asdict(held), "period": called(frequency, held.period), "quality": held.quality.value}
    late, following = standing.lateness.late, standing.lateness.next_period
    due = late[0] if late else following
    return {"period": called(frequency, due)} if due else {}

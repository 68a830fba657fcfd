"""Setting a target, a step on the way to it, or a baseline."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from handback.records.measures import actions
from handback.web.office.access import May, needs, signed_in
from handback.web.office.measures.forms.targets import TargetForm
from handback.web.office.measures.page import room
from handback.web.office.measures.refusing import tell
from handback.web.shared.measures.indicator import levels_of


@needs(May.RECORD)
@require_http_methods(["GET", "POST"])
def target(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """A level and the days for which it holds."""
    at = room(slug)
    standing = at.standing(code)
    form = TargetForm(request.POST or None)
    if form.is_bound and form.is_valid():
        try:
            actions.set_target(at.authority, form.entry(code), by=signed_in(request), at=now())
        except actions.MeasuresRefusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, "The level is set. One that ran on until then ends the day before.")
            return redirect(request.path) if request.POST.get("do") == "more" else at.back(code)
    return at.show(
        request, "office/measures/target.html", form=form, standing=standing, levels=levels_of(standing)
    )

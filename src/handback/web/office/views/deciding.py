"""Could they decide it?"""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from handback.core.powers import Capacity
from handback.records.powers.recordfile.standing import Standing
from handback.web.office.access import May, needs
from handback.web.office.views.showing import Room, room
from handback.web.shared.powers.asking import DecideForm, without
from handback.web.shared.powers.deciding import FoundPage, deciders, found_page

STARTS_WITH = {"function", "on"}  # what a link from a function's page fills in; not yet a question


@needs(May.READ)
@require_safe
def decide(request: HttpRequest, slug: str) -> HttpResponse:
    """The question, and the finding once it is whole."""
    at = room(slug)
    standing = at.standing()
    begun = set(request.GET) <= STARTS_WITH
    form = DecideForm(None if begun else request.GET, initial=request.GET.dict(), standing=standing)
    known_at = form.asked("known_at")
    page = _found(form, at, at.standing(known_at=known_at) if known_at else standing)
    return at.show(
        request,
        "shared/powers/decide.html",
        section="office-decide",
        page=page,
        form=form,
        known_at=known_at,
        now_known=without(request.GET, "known-at"),
        deciders=deciders(standing),
    )


def _found(form: DecideForm, at: Room, standing: Standing) -> FoundPage | None:
    """The finding; None until the question is whole, or where its function was not known at the moment."""
    if not form.is_valid():
        return None
    asked = {name: value for name, value in form.cleaned_data.items() if name != "known_at"}
    if asked["function"] not in standing.functions:
        form.add_error("function", "The record did not know this function yet at that moment")
        return None
    return found_page(standing, at.to, **{**asked, "capacity": Capacity(asked["capacity"])})

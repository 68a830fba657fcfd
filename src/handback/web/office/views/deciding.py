"""Could they decide it?"""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from handback.core.powers import Capacity
from handback.web.office.access import May, needs
from handback.web.office.views.showing import room
from handback.web.shared.powers.asking import DecideForm
from handback.web.shared.powers.deciding import deciders, found_page

STARTS_WITH = {"function", "on"}  # what a link from a function's page fills in; not yet a question


@needs(May.READ)
@require_safe
def decide(request: HttpRequest, slug: str) -> HttpResponse:
    """The question, and the finding once it is whole."""
    at = room(slug)
    standing = at.standing()
    begun = set(request.GET) <= STARTS_WITH
    form = DecideForm(None if begun else request.GET, initial=request.GET.dict(), standing=standing)
    page = None
    if form.is_valid():
        asked = form.cleaned_data
        page = found_page(standing, at.to, **{**asked, "capacity": Capacity(asked["capacity"])})
    return at.show(
        request,
        "shared/powers/decide.html",
        section="office-decide",
        page=page,
        form=form,
        deciders=deciders(standing),
    )

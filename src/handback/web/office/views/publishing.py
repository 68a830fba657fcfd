"""Publishing a copy for everybody."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localtime, now
from django.views.decorators.http import require_POST, require_safe

from handback.records.powers import actions, published
from handback.records.powers.unpublished import unpublished
from handback.web.office.access import May, may, needs, signed_in
from handback.web.office.frame import authority_at
from handback.web.office.views.showing import room
from handback.web.shared import words


@needs(May.READ)
@require_safe
def publishing(request: HttpRequest, slug: str) -> HttpResponse:
    """What the public sees, and what it does not see yet."""
    at = room(slug)
    return at.show(
        request,
        "office/publishing.html",
        section="office-publishing",
        copies=published.copies(slug),
        differences=unpublished(at.authority),
        may_publish=may(request, May.PUBLISH, slug),
    )


@needs(May.PUBLISH)
@require_POST
def publish(request: HttpRequest, slug: str) -> HttpResponse:
    """Publish a copy of the record as it stands."""
    copy = actions.publish(authority_at(slug), by=signed_in(request), at=now())
    messages.success(request, f"Everybody can now see the copy of {words.moment(localtime(copy.at))}.")
    return redirect("office-publishing", slug=slug)

"""Publishing a copy for everybody."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate, localtime, now
from django.views.decorators.http import require_POST, require_safe

from handback.records.measures import actions as measures
from handback.records.measures import published as published_measures
from handback.records.measures.unpublished import unpublished as unpublished_measures
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
        measures=unpublished_measures(at.authority, on=at.today),
        measures_copies=published_measures.copies(slug),
        today=at.today,
        may_publish=may(request, May.PUBLISH, slug),
    )


@needs(May.PUBLISH)
@require_POST
def publish(request: HttpRequest, slug: str) -> HttpResponse:
    """Publish a copy of the record as it stands."""
    copy = actions.publish(authority_at(slug), by=signed_in(request), at=now())
    messages.success(request, f"Everybody can now see the copy of {words.moment(localtime(copy.at))}.")
    return redirect("office-publishing", slug=slug)


@needs(May.PUBLISH)
@require_POST
def publish_measures(request: HttpRequest, slug: str) -> HttpResponse:
    """Publish a copy of the measures as they stand today."""
    moment = now()
    try:
        copy = measures.publish(authority_at(slug), on=localdate(moment), by=signed_in(request), at=moment)
    except measures.MeasuresRefusal as refusal:
        messages.error(request, str(refusal))
    else:
        told = words.moment(localtime(copy.at))
        messages.success(request, f"Everybody can now see the copy of the measures of {told}.")
    return redirect("office-publishing", slug=slug)

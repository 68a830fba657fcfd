"""One indicator."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from handback.records.measures import queries
from handback.web.office.access import May, needs
from handback.web.office.measures.page import room
from handback.web.shared.measures.data import csv_answer, indicator_csv_of
from handback.web.shared.measures.indicator import indicator_page
from handback.web.shared.measures.redefining import redefined_of


@needs(May.READ)
@require_safe
def indicator(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """Its verdict, its charts, what it means, what was decided about it and how it was changed."""
    at = room(slug)
    standing = at.standing(code)
    return at.show(
        request,
        "office/measures/indicator.html",
        page=indicator_page(standing),
        redefined=redefined_of(queries.redefinitions(at.authority, code)),
        csv=reverse("office-indicator-csv", args=[slug, code]),
    )


@needs(May.READ)
@require_safe
def indicator_csv(request: HttpRequest, slug: str, code: str) -> HttpResponse:  # noqa: ARG001 - every view takes a request
    """Its values, with limits and what is said of each, as CSV."""
    at = room(slug)
    return csv_answer(indicator_csv_of(at.standing(code)), name=f"{slug}-{code}")

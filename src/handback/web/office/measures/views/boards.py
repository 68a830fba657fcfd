"""The board: how every indicator stands, the worst first."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from handback.records.measures import standing
from handback.web.office.access import May, needs
from handback.web.office.measures.page import room
from handback.web.shared.measures.board import Asked, board_page
from handback.web.shared.measures.data import board_csv_of, csv_answer
from handback.web.shared.pages import Link


@needs(May.READ)
@require_safe
def board(request: HttpRequest, slug: str) -> HttpResponse:
    """The matrix, and the table by fifty, or of one cell."""
    at = room(slug)
    found = standing.board(at.authority, on=at.today)
    page = board_page(found, to=at.to, asked=Asked.of(request.GET))
    return at.show(
        request,
        "office/measures/board.html",
        page=page,
        downloads={"csv": reverse("office-measures-csv", args=[slug])},
        start=Link("Add an indicator", reverse("office-indicator-add", args=[slug])),
    )


@needs(May.READ)
@require_safe
def board_csv(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001 - every view takes a request
    """How every indicator stands, as CSV."""
    at = room(slug)
    found = standing.board(at.authority, on=at.today)
    return csv_answer(board_csv_of(found), name=f"{slug}-measures-{at.today.isoformat()}")

"""What every page of the papers begins with: whose record it is, and who may do what on it."""

from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from handback.web.office.access import May, capabilities
from handback.web.office.frame import Trail, authority_at, frame

if TYPE_CHECKING:
    from handback.records.people.models import Authority

__all__ = ["authority_at", "one_of", "show"]


def one_of(found: Any, what: str) -> Any:
    """The one row that was asked for. Raises Http404."""
    row = found.first()
    if row is None:
        raise Http404(f"This record has no such {what}.")
    return row


def show(
    request: HttpRequest,
    authority: "Authority",
    template: str,
    *,
    section: str,
    trail: Trail = (),
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    """A page of the papers in the office's frame. `trail` has words and the names of addresses."""
    held = capabilities(request, authority.slug)
    return render(
        request,
        f"office/papers/{template}.html",
        {
            **frame(authority, section=section, trail=trail),
            "may_keep": May.KEEP in held,
            "may_record": May.RECORD in held,
            "may_certify": May.CERTIFY in held,
            **context,
        },
        status=status,
    )

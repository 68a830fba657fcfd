"""What every page of the papers begins with: whose record it is, and who may do what on it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import Truncator

from handback.web.office.access import May, capabilities
from handback.web.office.frame import Trail, authority_at, frame
from handback.web.shared.pages import Link

if TYPE_CHECKING:
    from handback.records.people.models import Authority

__all__ = ["authority_at", "one_of", "show", "to_document"]

LONGEST_CRUMB = 60  # characters of a document's title


def one_of(found: Any, what: str) -> Any:
    """The one row that was asked for. Raises Http404."""
    row = found.first()
    if row is None:
        raise Http404(f"This record has no such {what}.")
    return row


def to_document(authority: "Authority", document: Any, *, place: str = "") -> Link:
    """The document that a page lies under; `place` is what follows its address."""
    called = Truncator(document.title or document.name).chars(LONGEST_CRUMB)
    return Link(called, f"{reverse('office-document', args=[authority.slug, document.pk])}{place}")


def show(
    request: HttpRequest,
    authority: "Authority",
    template: str,
    *,
    section: str,
    trail: Trail = (),
    below: Sequence[Link] = (),
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    """A page of the papers in the office's frame.

    `trail` has words and the names of addresses; `below` what the page lies under in its section, such as a
    document.
    """
    held = capabilities(request, authority.slug)
    framed = frame(authority, section=section, trail=trail)
    return render(
        request,
        f"office/papers/{template}.html",
        {
            **framed,
            "breadcrumbs": [*framed["breadcrumbs"], *below],
            "may_keep": May.KEEP in held,
            "may_record": May.RECORD in held,
            "may_certify": May.CERTIFY in held,
            **context,
        },
        status=status,
    )

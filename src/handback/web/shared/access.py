"""Every address says who may see it; an address that does not is refused.

1. A view carries exactly one mark: `needs` (set in the office) or `open_to_all`.
2. A view without a mark is refused to everybody: the middleware below sees to it.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

View = Callable[..., HttpResponse]


def open_to_all(view: View) -> View:
    """Let a view be seen by everybody."""

    @wraps(view)
    def opened(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return view(request, *args, **kwargs)

    opened.open_to_all = True  # type: ignore[attr-defined]
    return opened


class DefaultDeny:
    """Refuse every view that does not say who may see it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, _request: HttpRequest, view: View, _args: object, _kwargs: object) -> None:
        """Called by Django before the view."""
        if not (hasattr(view, "needs") or hasattr(view, "open_to_all")):
            raise PermissionDenied("This address does not say who may see it.")

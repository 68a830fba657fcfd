"""The pages that say that something could not be done. The last one must work when nothing else does."""

import logging
from collections.abc import Callable

from django.core.exceptions import PermissionDenied, RequestDataTooBig, TooManyFilesSent
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader

TOO_BIG = (
    "What was sent is larger than 20 MB, which is the most that is taken at once. "
    "Send a long text as a file, or in parts."
)
TOO_MANY = "Too many files were sent at once. Send up to 100."
NO_ROOM = "There is no room left where the record is kept. Tell whoever runs this site."
BUSY = "Something else was being written, and it took too long. Try again in a minute."
OUT_OF_REACH = "The record could not be reached. If that lasts, tell whoever runs this site."
NOTHING_ELSE_WORKS = b"Something went wrong. What you were recording was recorded whole or not at all."

log = logging.getLogger(__name__)


class RecordOutOfReach:
    """Say in words when the database cannot do what was asked: no room, no answer, or too long a wait."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """503 for a fault of the database, with a page that asks nothing of it; other faults are not ours."""
        if not isinstance(exception, OperationalError):
            return None
        log.error("The record is out of reach: %s", request.path, exc_info=exception)
        page = loader.get_template("503.html").render({"reason": why_out_of_reach(exception)})
        return HttpResponse(page, status=503)


def why_out_of_reach(exception: OperationalError) -> str:
    """What a fault of the database means, as a sentence."""
    said = str(exception).lower()
    if "full" in said or "no space" in said:
        return NO_ROOM
    return BUSY if "locked" in said or "timeout" in said else OUT_OF_REACH


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: what was sent cannot be read."""
    reason = ""
    if isinstance(exception, RequestDataTooBig):
        reason = TOO_BIG
    elif isinstance(exception, TooManyFilesSent):
        reason = TOO_MANY
    return _page(request, 400, reason)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: the account may not do this."""
    return _page(request, 403, _sentence(exception, PermissionDenied))


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's signature
    """403: a form without the token that ties it to its page."""
    return render(request, "shared/stale-form.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: there is nothing at this address."""
    return _page(request, 404, _sentence(exception, Http404))


def server_error(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """500: the fault is ours. The page asks nothing of the request, the session or the database."""
    try:
        page = loader.get_template("500.html").render()
    except Exception:  # a broken template must not take away the last page there is
        return HttpResponse(NOTHING_ELSE_WORKS, status=500, content_type="text/plain; charset=utf-8")
    return HttpResponse(page, status=500)


def _page(request: HttpRequest, status: int, reason: str) -> HttpResponse:
    return render(request, f"{status}.html", {"reason": reason}, status=status)


def _sentence(exception: Exception, kind: type[Exception]) -> str:
    """The sentence that our own code gave; nothing of what a library says to itself."""
    said = exception.args[0] if type(exception) is kind and exception.args else ""
    return said if isinstance(said, str) and said.endswith(".") else ""

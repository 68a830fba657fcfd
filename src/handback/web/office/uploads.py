"""Forms that a script sends, to show how far they have come: see assets/js/uploads.js."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

HEADER = "X-Handback-Upload"


class Followed:
    """Answer with nothing where a script only followed a redirect: the browser will ask for that page itself.

    Shown to the script, the page would tell there what was done, and the person would not be told.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method == "GET" and HEADER in request.headers:
            return HttpResponse(status=204)
        return self.get_response(request)

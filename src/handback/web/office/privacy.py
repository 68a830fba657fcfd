"""What the office answers is for the person who asked, and for no cache between."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control


class NotShared:
    """Let no shared cache keep an answer of the office, whatever it is: page, refusal, file or data.

    A browser may keep it, asking again before it shows it: told to keep nothing, it would drop what somebody
    typed when they go back to a form.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith(reverse("office")):
            patch_cache_control(response, private=True, no_cache=True)
        return response

"""The addresses of the API, under /api/v1/. They are promises: once given out, an address keeps its meaning.

Each needs a token, save those in OPEN, and says so to the walk over every address.
"""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, path
from django.utils.cache import patch_cache_control, patch_vary_headers
from ninja import NinjaAPI

from handback.web.api import entering, reading
from handback.web.api.bodies import JsonParser, check_headers
from handback.web.api.described import described
from handback.web.api.problems import Problem, answer
from handback.web.api.refusals import tell_all
from handback.web.api.tokens import ByToken
from handback.web.shared.access import open_to_all

View = Callable[..., HttpResponse]
ROUTERS = (reading.router, entering.router)

api = NinjaAPI(
    title="Handback",
    version="1",
    description="An authority's measures, in the name of a person whose token is held. "
    "What is published can be had without a token, as files beside the public pages.",
    openapi_url=None,
    docs_url=None,
    parser=JsonParser(),
)
tell_all(api)
for router in ROUTERS:
    api.add_router("", router)


def _needs() -> dict[str, Any]:
    """What each address needs, by its name."""
    found = {}
    for router in ROUTERS:
        for view in router.path_operations.values():
            for operation in view.operations:
                asked: Any = operation.auth_param
                if not isinstance(asked, ByToken):
                    raise AssertionError(f"{operation.path} asks for no token")
                found[operation.url_name] = asked.needs
    return found


def _for_its_person_alone(response: HttpResponse) -> HttpResponse:
    """Let no cache between keep an answer."""
    patch_cache_control(response, private=True, no_cache=True)
    patch_vary_headers(response, ["Authorization"])
    return response


def guarded(view: Any, *, needs: Any) -> View:
    """An address that needs a token. No cookie is looked at, so no form of another site can use one."""

    @wraps(view)
    def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "HEAD":
            request.method = "GET"  # the server leaves the body out
        try:
            if request.method == "POST":
                check_headers(request)
        except Problem as problem:
            return answer(problem)
        response = view(request, *args, **kwargs)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            said = f"Ask this address by {response['Allow']}."
            refusal = Problem(HTTPStatus.METHOD_NOT_ALLOWED, "not-this-method", said)
            refusal.headers["Allow"] = response["Allow"]
            response = answer(refusal)
        return _for_its_person_alone(response)

    asked.needs = needs  # type: ignore[attr-defined]
    asked.csrf_exempt = True  # type: ignore[attr-defined]
    return asked


def _exempt(view: View) -> View:
    view.csrf_exempt = True  # type: ignore[attr-defined]
    return view


@_exempt
@open_to_all
def openapi(_request: HttpRequest) -> HttpResponse:
    """What there is, for programs: OpenAPI 3.1."""
    return JsonResponse(described(api), json_dumps_params={"ensure_ascii": False, "indent": 1})


@_exempt
@open_to_all
def nothing(_request: HttpRequest, rest: str = "") -> HttpResponse:  # noqa: ARG001 - the address
    """Any other address of the API, told as programs are told."""
    said = "There is nothing at this address. What there is stands in /api/v1/openapi.json."
    return answer(Problem(HTTPStatus.NOT_FOUND, "not-found", said))


def _with_tokens() -> list[URLPattern]:
    needs = _needs()
    patterns: list[Any] = api.urls[0]
    return [
        path(str(each.pattern), guarded(each.callback, needs=needs[each.name]), name=each.name)
        for each in patterns
        if each.name in needs
    ]


urlpatterns = [
    path("v1/openapi.json", openapi, name="api-openapi"),
    *(path(f"v1/{each.pattern}", each.callback, name=each.name) for each in _with_tokens()),
    path("", nothing, name="api-root"),
    path("<path:rest>", nothing, name="api-nothing"),
]

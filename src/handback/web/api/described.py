"""The OpenAPI document: made from the shapes, with refusals as what they are."""

from functools import cache
from typing import Any

from ninja import NinjaAPI

from handback.web.api.problems import MEDIA_TYPE

ROOT = "/api/v1/"


@cache
def described(api: NinjaAPI) -> dict[str, Any]:
    """The document, as JSON holds it."""
    found: dict[str, Any] = dict(api.get_openapi_schema(path_prefix=ROOT))
    for methods in found["paths"].values():
        for operation in methods.values():
            _as_problems(operation["responses"])
    found["servers"] = [{"url": "/"}]
    return found


def _as_problems(responses: dict[Any, Any]) -> None:
    """Refusals are application/problem+json."""
    for status, response in responses.items():
        content = response.get("content", {})
        if int(status) >= 400 and "application/json" in content:
            content[MEDIA_TYPE] = content.pop("application/json")

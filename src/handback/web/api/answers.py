"""Answers: JSON with an ETag, so that a program that asks again is told when nothing has changed."""

import json
from hashlib import sha256
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response


def told(request: HttpRequest, said: dict[str, Any]) -> HttpResponse:
    """What was asked for; 304 without it where the program has it already (If-None-Match)."""
    body = json.dumps(said, ensure_ascii=False, allow_nan=False).encode()
    etag = f'"{sha256(body).hexdigest()[:32]}"'
    whole = HttpResponse(body, content_type="application/json", headers={"ETag": etag})
    return get_conditional_response(request, etag=etag, response=whole) or whole


def page_of(request: HttpRequest, *, count: int, limit: int, offset: int) -> dict[str, Any]:
    """How many there are, and the addresses of the pages beside this one."""
    after, before = offset + limit, max(offset - limit, 0)
    return {
        "count": count,
        "next": _at(request, after) if after < count else None,
        "previous": _at(request, before) if offset else None,
    }


def _at(request: HttpRequest, offset: int) -> str:
    asked = request.GET.copy()
    asked["offset"] = str(offset)
    return f"{request.path}?{asked.urlencode()}"

"""Refusals as RFC 9457 problem details: what happened, and every place where something is wrong.

`type` is about:blank, so `title` is the status in words; `code` says which refusal it is, for good.
"""

import json
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any

from django.http import HttpResponse

MEDIA_TYPE = "application/problem+json"
MOST_LISTED = 200  # places; the rest are counted


class Problem(Exception):
    """A refusal of the API. `errors` are places with sentences; `more` further members of the answer."""

    def __init__(
        self,
        status: HTTPStatus,
        code: str,
        detail: str,
        *,
        errors: Iterable[tuple[str, str]] = (),
        headers: Mapping[str, str] | None = None,
        **more: Any,
    ) -> None:
        super().__init__(detail)
        self.status, self.code, self.detail = status, code, detail
        self.errors, self.headers, self.more = list(errors), dict(headers or {}), more


def answer(problem: Problem) -> HttpResponse:
    """A refusal as the program that asked is told it."""
    said: dict[str, Any] = {
        "type": "about:blank",
        "title": problem.status.phrase,
        "status": problem.status.value,
        "code": problem.code,
        "detail": problem.detail,
    } | problem.more
    if problem.errors:
        said["errors"] = [{"place": place, "detail": words} for place, words in problem.errors[:MOST_LISTED]]
        said["error_count"] = len(problem.errors)
    return HttpResponse(
        json.dumps(said, ensure_ascii=False),
        status=problem.status.value,
        content_type=MEDIA_TYPE,
        headers=problem.headers,
    )

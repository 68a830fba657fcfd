"""Everything that can go wrong on the way to an answer, as a problem."""

import logging
from collections.abc import Callable, Iterator
from http import HTTPStatus
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from handback.web.api.bodies import TOO_LARGE
from handback.web.api.problems import Problem, answer
from handback.web.shared.refusals import why_out_of_reach

log = logging.getLogger(__name__)

SENTENCES = {
    "missing": "is missing",
    "string_too_short": "is missing",
    "extra_forbidden": "is no field that is known here",
    "bool_type": "must be true or false",
    "list_type": "must be a list: […]",
    "model_attributes_type": "must be an object: {…}",
    "model_type": "must be an object: {…}",
    "string_pattern_mismatch": "must be letters, figures and signs of ASCII, and not spaces alone",
    "dict_type": "must be an object: {…}",
    "date_from_datetime_parsing": "must be a day, such as 2026-03-31",
    "date_parsing": "must be a day, such as 2026-03-31",
    "int_parsing": "must be a whole number",
}
MOMENTS = "must be a moment with its zone, such as 2026-03-02T09:00:00Z"


def not_well_formed(fault: ValidationError) -> Problem:
    """A request whose fields are not what they should be, with each place."""
    return Problem(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        "not-well-formed",
        "Put right what is listed under errors. Nothing was written.",
        errors=_places(fault.errors),
    )


def _places(faults: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for fault in faults:
        yield place_of(tuple(fault["loc"])) or "body", _sentence(fault)


def place_of(parts: tuple[str | int, ...]) -> str:
    """Where a field stands: values[3].value. Ninja begins with where it was sent and the argument's name."""
    told = ""
    for part in parts[2:] if parts[:1] == ("body",) else parts[1:]:
        told += f"[{part}]" if isinstance(part, int) else f".{part}" if told else str(part)[:80]
    return told


def _sentence(fault: dict[str, Any]) -> str:
    kind = fault["type"]
    if kind == "value_error":
        return str(fault["ctx"]["error"])
    if kind.startswith("datetime") or kind == "timezone_aware":
        return MOMENTS
    if kind == "string_too_long":
        return f"has more than {fault['ctx']['max_length']:,} characters"
    said = str(fault["msg"])
    return SENTENCES.get(kind, said[:1].lower() + said[1:])


def _of(problem: Callable[[Any], Problem]) -> Callable[[HttpRequest, Any], HttpResponse]:
    return lambda _request, exception: answer(problem(exception))


def _ours(exception: Exception) -> Problem:
    log.error("The API failed", exc_info=exception)
    said = "Something went wrong here. What you sent was recorded whole or not at all."
    return Problem(HTTPStatus.INTERNAL_SERVER_ERROR, "our-fault", said)


def _out_of_reach(exception: OperationalError) -> Problem:
    log.error("The record is out of reach", exc_info=exception)
    headers = {"Retry-After": "60"}
    return Problem(
        HTTPStatus.SERVICE_UNAVAILABLE, "out-of-reach", why_out_of_reach(exception), headers=headers
    )


def _of_the_body(exception: HttpError) -> Problem:
    """What the parser refused: Ninja wraps it."""
    cause = exception.__cause__
    return (
        cause if isinstance(cause, Problem) else _ours(cause if isinstance(cause, Exception) else exception)
    )


def _nothing(exception: Http404) -> Problem:
    said = str(exception.args[0]) if exception.args else "There is nothing at this address."
    return Problem(HTTPStatus.NOT_FOUND, "not-found", said)


def tell_all(api: NinjaAPI) -> None:
    """Let every refusal, and every fault, be told as a problem."""
    api.add_exception_handler(Exception, _of(_ours))
    api.add_exception_handler(OperationalError, _of(_out_of_reach))
    api.add_exception_handler(Http404, _of(_nothing))
    api.add_exception_handler(ValidationError, _of(not_well_formed))
    api.add_exception_handler(HttpError, _of(_of_the_body))
    api.add_exception_handler(Problem, _of(lambda problem: problem))
    too_large = Problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too-large", TOO_LARGE)
    api.add_exception_handler(RequestDataTooBig, _of(lambda _: too_large))

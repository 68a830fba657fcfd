"""The bytes of a request as JSON, and nothing that JSON does not know or a machine would choke on.

1. Numbers stay words (`Number`), so that the record keeps the places they were written with.
2. NaN, infinities, a name that stands twice in one object, and anything but UTF-8 are refused.
3. What is larger than LARGEST is refused before it is read.
"""

import json
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any, NoReturn

from django.http import HttpRequest, RawPostDataException
from django.utils.datastructures import MultiValueDict
from ninja.parser import Parser

from handback.web.api.problems import Problem

LARGEST = 4 * 1024 * 1024  # bytes
MOST_FIELDS = 50  # of one object
MOST_VALUES = 5_000
TOO_LARGE = (
    f"At most {LARGEST // 1024 // 1024} MB and {MOST_VALUES:,} values are taken at once. Send them in parts."
)


class Number(str):
    """A number, as it was written."""

    __slots__ = ()


class NotJson(ValueError):
    """Something that JSON does not know, though parsers let it pass."""


def check_headers(request: HttpRequest) -> None:
    """Raises Problem for a body that is no JSON, says not how long it is, or is too large; reads nothing."""
    if request.content_type != "application/json":
        refusal = "Send JSON, and say so: Content-Type: application/json."
        raise Problem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "not-json", refusal)
    length = request.headers.get("Content-Length", "")
    if not length.isascii() or not length.isdecimal():
        raise Problem(HTTPStatus.LENGTH_REQUIRED, "no-length", "Say how long the body is: Content-Length.")
    if len(length) > 12 or int(length) > LARGEST:
        raise Problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too-large", TOO_LARGE)


class JsonParser(Parser):
    """Reads the body of a request; Ninja hands on what it gives."""

    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        """The body as an object. Raises Problem."""
        try:
            return parsed(request.body)
        except RawPostDataException:
            raise _not_json("The body was cut off") from None

    def parse_querydict(
        self,
        data: MultiValueDict[str, Any],
        list_fields: Sequence[str],
        request: HttpRequest,
    ) -> dict[str, Any]:
        """The query of an address. Raises Problem where a name stands twice."""
        if twice := [name for name in data if len(data.getlist(name)) > 1]:
            said = f"“{twice[0][:40]}” stands twice in the address."
            raise Problem(HTTPStatus.BAD_REQUEST, "not-one-value", said)
        return super().parse_querydict(data, list(list_fields), request)


def parsed(body: bytes) -> dict[str, Any]:
    """A JSON object. Raises Problem for what is none."""
    try:
        said = json.loads(
            body.decode(),
            parse_int=Number,
            parse_float=Number,
            parse_constant=_no_constant,
            object_pairs_hook=_object,
        )
    except UnicodeDecodeError as fault:
        raise _not_json(f"Byte {fault.start + 1} is no UTF-8") from None
    except json.JSONDecodeError as fault:
        raise _not_json(f"It breaks off or goes wrong at line {fault.lineno}, column {fault.colno}") from None
    except NotJson as fault:
        raise _not_json(str(fault)) from None
    except RecursionError:
        raise _not_json("It is nested too deeply") from None
    if not isinstance(said, dict):
        raise _not_json("It must be an object: {…}")
    if isinstance(said.get("values"), list) and len(said["values"]) > MOST_VALUES:
        raise Problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too-large", TOO_LARGE)
    return said


def _not_json(why: str) -> Problem:
    return Problem(HTTPStatus.BAD_REQUEST, "not-json", f"The body is not JSON that is taken here. {why}.")


def _no_constant(name: str) -> NoReturn:
    raise NotJson(f"“{name}” is no JSON: leave out what is not known, or write null")


def _object(pairs: list[tuple[str, Any]]) -> Mapping[str, Any]:
    if len(pairs) > MOST_FIELDS:
        raise NotJson(f"One object has more than {MOST_FIELDS} fields")
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise NotJson(f"“{name[:40]}” stands twice in one object")
        found[name] = value
    return found

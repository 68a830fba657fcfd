"""Every address that the product answers, from the URL map, with a sample for each of its parameters."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver

# One value for every parameter that an address may have; a code by the word that stands before it.
SAMPLES = {
    "slug": "harrowmere",
    "person": "maya-okafor",
    "day": "2021-06-01",
    "pk": "1",
    "page_pk": "1",
    "seq": "1",
    "functions/code": "F01",
    "instruments/code": "I01",
    "returns/code": "P1",
    "measures/code": "M01",
    "indices/code": "X01",
    "indicators/code": "M01",
    "rest": "v2/harrowmere",
}

# Addresses in the office's rooms that everybody may see, each with its reason.
OPEN_OFFICE = {
    "sign-in": "nobody is signed in before they sign in",
    "sign-out": "signing out twice does no harm",
}

# Addresses of the API that need no token, each with its reason.
OPEN_API = {
    "api-openapi": "it says what there is, and holds nothing of any record",
    "api-root": "it says that there is nothing",
    "api-nothing": "it says that there is nothing",
}

PARAMETER = re.compile(r"(?:(?<=/)(?P<before>[a-z-]+)/)?<(?:\w+:)?(?P<name>\w+)>")


@dataclass(frozen=True)
class Address:
    """One pattern of the URL map: its route, its name and its view."""

    route: str
    name: str
    view: Callable[..., Any]

    def __str__(self) -> str:
        return f"/{self.route}"

    @property
    def in_the_office(self) -> bool:
        """Whether the view lives in the office's room."""
        return self.view.__module__.startswith("handback.web.office") and self.name not in OPEN_OFFICE

    @property
    def in_the_api(self) -> bool:
        """Whether it is an address of the API that needs a token."""
        return self.route.startswith("api/") and self.name not in OPEN_API

    @property
    def without_sample(self) -> list[str]:
        """The parameters that have no sample."""
        return [match.group() for match in PARAMETER.finditer(str(self)) if _sample(match, {}) is None]

    def filled(self, **others: str) -> str:
        """The address with a sample for every parameter; `others` take the place of samples by name."""
        return PARAMETER.sub(lambda match: _before(match) + (_sample(match, others) or ""), str(self))


def _before(match: re.Match[str]) -> str:
    return f"{match['before']}/" if match["before"] else ""


def _sample(match: re.Match[str], others: dict[str, str]) -> str | None:
    known = SAMPLES | others
    return known.get(match["name"]) or known.get(f"{match['before']}/{match['name']}")


def _walk(patterns: list[Any], before: str = "") -> Iterator[Address]:
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, route)
        elif isinstance(pattern, URLPattern):
            yield Address(route, pattern.name or "", pattern.callback)


ADDRESSES = list(_walk(get_resolver(settings.ROOT_URLCONF).url_patterns))
OFFICE = [address for address in ADDRESSES if address.in_the_office]
API = [address for address in ADDRESSES if address.in_the_api]

"""Every address says who may see it, and is refused to everybody else.

The walk takes in every address that the product answers. One whose parameters have no sample below fails.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.conf import settings
from django.shortcuts import resolve_url
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tests.support.sources import listed

# One value for every parameter that an address may have.
SAMPLES = {
    "slug": "harrowmere",
    "code": "F01",
    "day": "2016-12-01",
    "person": "maya-okafor",
    "pk": "1",
    "seq": "1",
    "path": "a/b",
}

# Addresses in the office's rooms that everybody may see, each with its reason.
OPEN_OFFICE = {
    "sign-in": "nobody is signed in before they sign in",
    "sign-out": "signing out twice does no harm",
}


@dataclass(frozen=True)
class Address:
    """One pattern of the URL map: its route, its name and its view."""

    route: str
    name: str
    view: Callable[..., Any]
    parameters: tuple[str, ...]

    def __str__(self) -> str:
        return f"/{self.route}"

    @property
    def in_the_office(self) -> bool:
        """Whether the view lives in the office's room."""
        return self.view.__module__.startswith("handback.web.office") and self.name not in OPEN_OFFICE

    def filled(self) -> str:
        """The address with a sample for every parameter."""
        text = str(self)
        for name in self.parameters:
            text = re.sub(rf"<(\w+:)?{name}>", SAMPLES[name], text)
        return text


def _walk(patterns: list[Any], before: str = "", parameters: tuple[str, ...] = ()) -> Iterator[Address]:
    for pattern in patterns:
        route = before + str(pattern.pattern)
        named = (*parameters, *pattern.pattern.converters)
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, route, named)
        elif isinstance(pattern, URLPattern):
            yield Address(route, pattern.name or "", pattern.callback, named)


ADDRESSES = list(_walk(get_resolver(settings.ROOT_URLCONF).url_patterns))
OFFICE = [address for address in ADDRESSES if address.in_the_office]
METHODS = ("get", "post")


def _marks(view: Callable[..., Any]) -> list[str]:
    return [mark for mark in ("needs", "open_to_all") if hasattr(view, mark)]


def _is_refusal(response: Any) -> bool:
    to_sign_in = response.status_code == 302 and response["Location"].startswith(
        resolve_url(settings.LOGIN_URL)
    )
    return to_sign_in or response.status_code in {403, 404, 405}


def test_every_address_carries_exactly_one_mark_of_who_may_see_it():
    faults = [f"{address}: {_marks(address.view)}" for address in ADDRESSES if len(_marks(address.view)) != 1]

    assert not faults, listed(faults)


def test_every_address_of_the_office_needs_a_capability():
    faults = [str(address) for address in OFFICE if not hasattr(address.view, "needs")]

    assert not faults, listed(faults)


def test_every_parameter_has_a_sample():
    faults = [
        f"{address}: {name}" for address in ADDRESSES for name in address.parameters if name not in SAMPLES
    ]

    assert not faults, listed(faults)


def test_no_address_has_a_name_used_twice():
    names = [address.name for address in ADDRESSES if address.name]

    assert not [name for name in set(names) if names.count(name) > 1]


@pytest.mark.django_db
@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("address", OFFICE, ids=str)
def test_a_stranger_is_refused(client: Client, address: Address, method: str):
    response = getattr(client, method)(address.filled())

    assert _is_refusal(response), f"{method} {address.filled()} answered {response.status_code}"


@pytest.mark.django_db
@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("address", OFFICE, ids=str)
def test_an_account_without_a_role_is_refused(signed_in, sam, address: Address, method: str):
    response = getattr(signed_in(sam), method)(address.filled())

    assert response.status_code in {403, 404, 405}, f"{method} {address.filled()}: {response.status_code}"

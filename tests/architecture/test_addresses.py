"""Every address says who may see it, and is refused to everybody else.

The walk takes in every address that the product answers. One whose parameters have no sample in
`support/addresses.py` fails.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.shortcuts import resolve_url
from django.test import Client
from django.utils.timezone import localdate

from handback.records.people import actions as people
from tests.support.addresses import ADDRESSES, API, OFFICE, Address
from tests.support.harrowmere import CLERK, MORNING
from tests.support.kept import Kept
from tests.support.sources import listed

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


def test_every_address_of_the_api_needs_a_capability():
    faults = [str(address) for address in API if not hasattr(address.view, "needs")]

    assert not faults, listed(faults)


def test_every_parameter_has_a_sample():
    faults = [f"{address}: {name}" for address in ADDRESSES for name in address.without_sample]

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


@pytest.mark.django_db
@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("address", API, ids=str)
def test_no_cookie_opens_the_api(signed_in, idris, address: Address, method: str):
    response = getattr(signed_in(idris), method)(address.filled(), content_type="application/json")

    assert response.status_code in {401, 405}, f"{method} {address.filled()}: {response.status_code}"


@pytest.mark.django_db
@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("address", API, ids=str)
def test_a_token_of_an_account_without_a_role_is_refused(client, sam, harrowmere, address, method: str):
    terms = {"name": "x", "may_write": True, "until": localdate() + timedelta(days=1), "on": localdate()}
    _, text = people.make_token(sam, harrowmere, **terms, at=MORNING)

    response = getattr(client, method)(
        address.filled(), content_type="application/json", headers={"Authorization": f"Bearer {text}"}
    )

    assert response.status_code in {403, 405}, f"{method} {address.filled()}: {response.status_code}"


@pytest.fixture
def elsewhere(sam) -> str:
    """The slug of another borough, where Sam may do everything."""
    borough = people.open_record(
        slug="otherwold",
        name="Otherwold Borough Council",
        gss="E08000998",
        gss_as_of=None,
        is_demonstration=True,
        note="",
        by=CLERK,
        at=MORNING,
    )
    people.grant(
        sam, borough, role="monitoring officer", first=date(2015, 1, 1), until=None, by=CLERK, at=MORNING
    )
    return borough.slug


@pytest.mark.django_db
@pytest.mark.parametrize("method", METHODS)
def test_keys_of_one_council_open_nothing_at_another(signed_in, sam, elsewhere: str, kept: Kept, method: str):
    asked = [a.filled(slug=elsewhere, **kept.keys_for(a.name)) for a in OFFICE if "<int:pk>" in a.route]
    client = signed_in(sam)

    answers = {address: getattr(client, method)(address).status_code for address in asked}

    assert set(answers.values()) <= {404, 405}, answers

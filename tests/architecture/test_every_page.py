"""Every page can be read by everybody: axe-core finds no grave fault at a desk or on a phone, and it fits."""

from collections.abc import Iterable

import pytest
from playwright.sync_api import Page

from tests.support.addresses import OFFICE, PUBLIC, Address
from tests.support.browser import axe, fits
from tests.support.kept import Kept
from tests.support.sources import listed

pytestmark = pytest.mark.browser

# What an address answers that only takes a form: it shows nothing of its own.
ONLY_FORMS = 405


def _faults_of(page: Page, addresses: Iterable[Address], kept: Kept) -> list[str]:
    faults = []
    for address in addresses:
        place = address.filled(**kept.keys_for(address.name))
        answer = page.request.get(place)
        if answer.status == ONLY_FORMS:
            continue
        if answer.status != 200:
            faults.append(f"{place} answered {answer.status}")
        elif "text/html" in answer.headers["content-type"]:
            faults += _faults_on(page, place)
    return faults


def _faults_on(page: Page, place: str) -> list[str]:
    page.goto(place)
    faults = []
    for check in (axe, fits):
        try:
            check(page)
        except AssertionError as fault:
            faults.append(str(fault))
    return faults


def test_every_public_page_can_be_read_by_everybody(page: Page, kept: Kept):
    faults = _faults_of(page, PUBLIC, kept)

    assert not faults, listed(faults)


def test_every_page_of_the_office_can_be_read_by_everybody(page_of, idris, kept: Kept):
    faults = _faults_of(page_of(idris), OFFICE, kept)

    assert not faults, listed(faults)

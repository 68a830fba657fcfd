"""A monitoring officer begins with an empty record and ends with a chart that rests on a document."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.support.browser import axe, fits

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LETTER = """Harrowmere Borough Council

Cabinet, 3 March 2025

The Secretary of State has directed that licensing will be exercised by the commissioners from 10 March 2025.

RESOLVED: That the report be noted.
"""


def looked_at(page: Page) -> None:
    """No page on the way has a serious fault, or is too wide for a phone."""
    fits(page)
    axe(page)
    page.set_viewport_size({"width": 1280, "height": 900})


def add_licensing(page: Page) -> None:
    """The record's first function."""
    page.goto("/office/harrowmere/add-function/")
    page.get_by_label("Name", exact=True).fill("Licensing")
    page.get_by_label("Group", exact=True).fill("Regulation")
    page.get_by_label("Sources").fill("https://example.org/constitution")
    looked_at(page)
    page.get_by_role("button", name="Add").first.click()


def keep_the_letter(page: Page) -> None:
    """A document, pasted in, kept and read."""
    page.goto("/office/harrowmere/documents/")
    looked_at(page)
    page.get_by_label("Or paste the text").fill(LETTER)
    page.get_by_label("Title of the pasted text").fill("Cabinet minutes of 3 March 2025")
    page.get_by_role("button", name="Keep and read").click()


def accept_into_a_draft(page: Page) -> None:
    """The claim that licensing moves, accepted as evidence for a new instrument."""
    beside = page.locator(".hb-claims__head")  # not its mark among the words, which leads there
    beside.get_by_role("link", name=re.compile("^Transfer")).click()
    looked_at(page)
    page.get_by_label("A new draft instrument").first.check()
    page.get_by_role("button", name="Accept").first.click()


def complete_and_record(page: Page) -> None:
    """What the claim does not say is filled in by a person."""
    looked_at(page)
    page.get_by_label("Title").fill("Directions to Harrowmere Borough Council")
    for part, value in {"Day": "3", "Month": "3", "Year": "2025"}.items():
        page.get_by_role("group", name="Made on").get_by_label(part).fill(value)
    page.get_by_role("button", name="Make it part of the record").click()


def test_an_empty_record_a_document_an_accepted_claim_and_the_powers_chart(
    page_of: Callable[[Any], Page], idris: Any
):
    page = page_of(idris)
    page.goto("/office/harrowmere/powers/")
    expect(page.get_by_text("will appear here")).to_be_visible()
    looked_at(page)
    add_licensing(page)
    keep_the_letter(page)
    expect(page.get_by_text(re.compile(r"\d claims, \d waiting"))).to_be_visible()
    looked_at(page)
    accept_into_a_draft(page)
    complete_and_record(page)

    page.goto("/office/harrowmere/powers/?as-at=2025-03-10")

    expect(page.get_by_role("heading", name="The council held none of 1 function")).to_be_visible()
    expect(page.locator("svg").get_by_text("Commissioners").first).to_be_attached()
    looked_at(page)

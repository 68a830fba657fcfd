"""Ada reviews what was read with the keyboard alone, claim after claim, in place in the document."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from handback.records.documents import actions as documents
from handback.records.documents.queries import claims
from tests.support.harrowmere import CLERK, MORNING

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

MINUTES = b"""Cabinet, 4 March 2016

RESOLVED:

(a) That the licensing strategy be approved.
(b) That the annual report of the Director of Finance be noted.
(c) That <b onmouseover="alert(1)">the budget</b> be approved.
"""


@pytest.fixture
def document(harrowmere: Any) -> Any:
    kept = documents.keep(harrowmere, MINUTES, name="minutes.txt", by=CLERK, at=MORNING)
    return documents.read(kept.pk, by=CLERK, at=MORNING)


def states(document: Any) -> list[str]:
    return [claim.state for claim in claims(document)]


def test_claims_are_gone_through_accepted_and_rejected_by_keys(
    page_of: Callable[[Any], Page], ada: Any, document: Any
):
    page = page_of(ada)
    page.goto(f"/office/harrowmere/documents/{document.pk}/")
    page.keyboard.press("j")
    expect(page.locator("#claim-1")).to_be_focused()

    page.keyboard.press("a")
    expect(page.get_by_text("Accepted: Decision 1")).to_be_visible()
    expect(page.locator("#claim-2")).to_be_focused()
    page.keyboard.press("r")
    expect(page.get_by_label("Why is it wrong?")).to_be_focused()
    page.keyboard.type("a report that was read aloud")
    page.get_by_role("button", name="Reject").click()

    expect(page.get_by_text("This is the next claim")).to_be_visible()
    assert states(document)[:2] == ["accepted", "rejected"]

    page.keyboard.press("a")
    expect(page.get_by_text("No claim of this document waits any more")).to_be_visible()
    assert states(document) == ["accepted", "rejected", "accepted"]


def test_the_keys_can_be_turned_off_and_stay_off(page_of: Callable[[Any], Page], ada: Any, document: Any):
    page = page_of(ada)
    page.goto(f"/office/harrowmere/documents/{document.pk}/")
    page.get_by_role("button", name="Turn the keys off").click()
    page.reload()

    page.keyboard.press("j")
    page.keyboard.press("a")

    expect(page.get_by_role("button", name="Turn the keys on")).to_be_visible()
    assert set(states(document)) == {"proposed"}

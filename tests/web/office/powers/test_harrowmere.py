"""An empty record says what will appear and how to start; two councils are offered to choose from."""

from datetime import date

import pytest

from handback.records.people import actions as people
from handback.records.people.queries import Role
from tests.support.harrowmere import CLERK, MORNING

PAGES = {
    "": "This page will tell how the powers stand",
    "powers/": "The powers of this council will appear here",
    "powers/between/": "What changed will appear here",
    "commissioners/": "Commissioners will appear here",
    "returns/": "Proposals will appear here",
    "decide/": "Could they decide it?",
}


@pytest.mark.parametrize("place", PAGES)
def test_an_empty_record_says_what_will_appear(signed_in, ada, place):
    page = signed_in(ada).get(f"/office/harrowmere/{place}").content.decode()

    assert PAGES[place] in page


def test_somebody_without_a_role_is_refused(signed_in, sam):
    assert signed_in(sam).get("/office/harrowmere/powers/").status_code == 403


def test_with_two_councils_the_office_asks_which(signed_in, ada, harrowmere):
    other = people.open_record(
        slug="elsemere", name="Elsemere District Council", gss="E07000999", gss_as_of=None,
        is_demonstration=True, note="", by=CLERK, at=MORNING,
    )  # fmt: skip
    people.grant(ada, other, role=Role.OBSERVER, first=date(2015, 1, 1), until=None, by=CLERK, at=MORNING)

    page = signed_in(ada).get("/office/").content.decode()

    assert "Choose a council" in page
    assert "Elsemere District Council" in page

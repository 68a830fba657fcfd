"""A commitment that was accepted in the inbox is tied to an indicator, and untied, through their pages."""

import pytest

from handback.records.documents import actions as documents
from handback.records.documents.queries import claims
from handback.records.measures import queries
from tests.support.harrowmere import CLERK, MORNING
from tests.support.kept import DECISION

from .conftest import STEADY, told


@pytest.fixture
def promise(harrowmere):
    """The key of an accepted commitment."""
    document = documents.keep(harrowmere, DECISION, name="decision.txt", by=CLERK, at=MORNING)
    documents.read(document.pk, by=CLERK, at=MORNING)
    (claim,) = claims(document).filter(type="commitment")
    documents.accept(claim.pk, by=CLERK, at=MORNING)
    return claim.pk


@pytest.fixture
def tied(officer, office, appeals, promise):
    """The commitment, tied."""
    appeals(STEADY)
    said = {"claim": promise, "bearing": "More in time", "tied_by": "Ada Lindqvist"}
    return officer.post(office("indicator-commitments", "M01"), said)


def test_what_is_tied_is_told_on_the_indicators_page_beside_its_document(officer, office, tied):
    page = officer.get(office("indicator", "M01"))

    assert "The Head of Licensing will report on taxi standards to Cabinet by 30 September 2021" in told(page)
    assert "Due by 30 September 2021, by: The Head of Licensing." in told(page)
    assert "/documents/" in page.content.decode()


def test_what_is_tied_is_not_offered_again(officer, office, tied):
    assert "No commitment to tie yet" in told(officer.get(office("indicator-commitments", "M01")))


def test_words_narrow_what_is_offered(officer, office, appeals, promise):
    address = office("indicator-commitments", appeals(STEADY))

    assert "Head of Licensing" in told(officer.get(address, {"q": "standards taxi"}))
    assert "has these words" in told(officer.get(address, {"q": "buses"}))


@pytest.mark.parametrize("wrong", [{"claim": "999"}, {"bearing": ""}, {"tied_by": ""}])
def test_what_cannot_be_tied_is_said_and_nothing_is(officer, office, appeals, promise, harrowmere, wrong):
    said = {"claim": promise, "bearing": "More in time", "tied_by": "Ada", **wrong}
    page = officer.post(office("indicator-commitments", appeals(STEADY)), said)

    assert "There is a problem" in told(page)
    assert not queries.ties(harrowmere).exists()


def test_it_is_untied_with_a_reason(officer, office, tied, promise, harrowmere):
    officer.post(office("indicator-withdraw", "M01"), {"what": f"tie:{promise}:", "reason": "Another's"})

    assert not queries.ties(harrowmere).exists()


def test_who_may_only_read_ties_nothing(member, office, appeals, promise):
    assert member.get(office("indicator-commitments", appeals(STEADY))).status_code == 403

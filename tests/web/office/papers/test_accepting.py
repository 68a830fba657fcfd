"""Accepting from a document's page: one claim, or all above a certainty."""

import re
from dataclasses import replace

import pytest

from handback.records.documents import actions as documents
from handback.records.powers import queries as powers
from tests.support.harrowmere import CLERK, MORNING


def seal(text):
    return re.search(r'name="seen" value="([0-9a-f]+)"', text)[1]


def many(client, office, document, least="0.5"):
    return f"{office('document-accept-many', document.pk)}?least={least}"


def test_a_claim_is_accepted_where_it_stands_and_the_next_is_shown(officer, office, document, claim):
    first = claim("decision")

    response = officer.post(office("document-accept", document.pk), {"claim": first.pk})

    first.refresh_from_db()
    assert first.state == "accepted"
    assert response["Location"].endswith("#claim-2")


def test_a_transfer_accepted_where_it_stands_goes_into_the_draft_that_was_told(
    officer, office, document, claim, harrowmere
):
    officer.post(office("document-accept", document.pk), {"claim": claim("transfer").pk})

    assert powers.drafts(harrowmere).get().kind == "instrument"


@pytest.mark.parametrize("key", ["", "x", "999999", "²"])
def test_a_claim_that_the_document_does_not_have_is_a_page_that_does_not_exist(
    officer, office, document, key
):
    assert officer.post(office("document-accept", document.pk), {"claim": key}).status_code == 404


def test_a_claim_that_somebody_else_judged_meanwhile_is_left_as_it_is(
    officer, office, document, claim, idris
):
    first = claim("decision")
    documents.reject(first.pk, reason="Quoted.", by=idris, at=MORNING)

    response = officer.post(office("document-accept", document.pk), {"claim": first.pk}, follow=True)

    assert "Idris Cole has already dealt with this claim" in response.text


def test_what_would_be_accepted_is_listed_and_counted_before(officer, office, document):
    text = officer.get(many(officer, office, document)).text

    assert re.search(r"Accept these \d+ claims", text)
    assert "it goes into a draft" in text


def test_all_that_was_listed_is_accepted(officer, office, document):
    page = officer.get(many(officer, office, document)).text

    officer.post(many(officer, office, document), {"seen": seal(page)})

    accepted = document.claims.filter(state="accepted").count()
    assert f"Accept these {accepted} claims" in page
    assert set(document.claims.filter(type="transfer").values_list("state", flat=True)) == {"proposed"}


def test_nothing_is_accepted_when_the_list_changed_meanwhile(officer, office, document, claim, idris):
    page = officer.get(many(officer, office, document)).text
    documents.reject(claim("decision").pk, reason="Quoted.", by=idris, at=MORNING)

    response = officer.post(many(officer, office, document), {"seen": seal(page)}, follow=True)

    assert "nothing was accepted" in response.text
    assert not document.claims.filter(state="accepted").exists()


@pytest.mark.parametrize("least", ["", "x", "-1", "2", "nan", "inf"])
def test_a_certainty_that_is_none_is_the_usual_one(officer, office, document, least):
    assert officer.get(many(officer, office, document, least)).status_code == 200


def test_a_commissioner_accepts_nothing(signed_in, maya, office, document, claim):
    commissioner = signed_in(maya)

    assert commissioner.get(many(commissioner, office, document)).status_code == 403
    sent = commissioner.post(office("document-accept", document.pk), {"claim": claim("decision").pk})
    assert sent.status_code == 403


def read_anew(document):
    """The document read again by a reader that is less sure of all."""

    def unsure(data, *, name):
        found, claims = documents.read_and_find(data, name=name)
        return found, tuple(replace(claim, confidence=0.3) for claim in claims)

    documents.read_again(document.pk, by=CLERK, at=MORNING, reader=unsure)


def test_a_claim_that_was_read_anew_since_the_page_was_opened_is_not_accepted(officer, office, document):
    page = officer.get(office("document", document.pk)).text
    shown = re.search(r'name="claim" value="([0-9-]+)"', page)[1]
    read_anew(document)

    response = officer.post(office("document-accept", document.pk), {"claim": shown}, follow=True)

    assert "This claim was read anew after you opened the page" in response.text
    assert not document.claims.filter(state="accepted").exists()


@pytest.mark.parametrize(
    "said", [{"do": "accept", "accept-into": "only"}, {"do": "reject", "reject-reason": "A heading."}]
)
def test_a_claims_own_page_judges_what_it_shows(officer, office, document, claim, said):
    address = office("claim", claim("decision").pk)
    shown = re.search(r'name="seen" value="([0-9-]+)"', officer.get(address).text)[1]
    read_anew(document)

    response = officer.post(address, {**said, "seen": shown}, follow=True)

    assert "read anew after you opened the page" in response.text
    assert claim("decision").state == "proposed"


def test_a_claim_whose_page_says_no_event_that_there_is_is_not_judged(officer, office, claim):
    address = office("claim", claim("decision").pk)

    response = officer.post(address, {"do": "accept", "accept-into": "only", "seen": "12-x"}, follow=True)

    assert "read anew after you opened the page" in response.text
    assert claim("decision").state == "proposed"

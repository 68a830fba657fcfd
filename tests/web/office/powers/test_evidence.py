"""From a function or an instrument to the accepted claims that stand behind it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from handback.records.documents import actions as documents
from handback.records.documents import queries as claims
from handback.records.people.queries import authority_called
from handback.records.powers import actions as powers
from tests.web.office.powers.conftest import CLERK, LOADED_AT

DIRECTIONS = b"""Directions

Housing functions are to be exercised by the Commissioners from 26 February 2026.
"""


@pytest.fixture
def claim(loaded, db):
    kept = documents.keep(
        authority_called("rotherham"), DIRECTIONS, name="Directions.txt", by=CLERK, at=LOADED_AT
    )
    read = documents.read(kept.pk, by=CLERK, at=LOADED_AT)
    return claims.claims(read).filter(type="transfer").get()


def test_home_counts_the_claims_that_wait_to_be_judged(get, claim):
    page = get().content.decode()

    assert "1 claim to judge" in page
    assert "Directions.txt" in page


def test_a_claim_that_nobody_has_accepted_is_no_evidence(get, claim):
    assert claim.quote not in get("functions/F05/").content.decode()


def test_an_accepted_claim_stands_on_the_page_of_the_function_it_names(get, claim):
    documents.accept(claim.pk, by=CLERK, at=LOADED_AT)

    assert claim.quote in get("functions/F05/").content.decode()


def test_it_stands_on_no_other_functions_page(get, claim):
    documents.accept(claim.pk, by=CLERK, at=LOADED_AT)

    assert claim.quote not in get("functions/F12/").content.decode()


def test_no_document_is_fetched_whole_for_a_page_that_quotes_it(get, claim):
    documents.accept(claim.pk, by=CLERK, at=LOADED_AT)

    with CaptureQueriesContext(connection) as asked:
        get("functions/F05/")

    assert not [query["sql"] for query in asked if '"documents_document"."text"' in query["sql"]]


def test_an_instrument_leads_back_to_the_claim_it_was_drafted_from(get, claim):
    draft = powers.draft_from_claim(claim.pk, kind="instrument", by=CLERK, at=LOADED_AT)
    whole = {**draft.values, "title": "Directions of 2026", "made_on": "2026-02-20"}
    powers.revise_draft(draft.pk, values=whole, by=CLERK, at=LOADED_AT)
    powers.record_draft(draft.pk, by=CLERK, at=LOADED_AT)

    assert claim.quote in get("instruments/I08/").content.decode()

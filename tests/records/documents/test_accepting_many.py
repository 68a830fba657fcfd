"""Many claims are accepted at once, or none of them."""

import json

import pytest

from handback.records.audit import queries as audit
from handback.records.audit.actions import opens
from handback.records.audit.verification import verify
from handback.records.documents import actions, queries
from tests.support.harrowmere import MORNING


@pytest.fixture
def document(read):
    return read()


@pytest.fixture
def shown(document):
    return {claim.pk: claim.event_id for claim in queries.claims(document)}


def test_all_the_claims_are_accepted_in_one_event_that_lists_them(document, shown, ada):
    assert actions.accept_all(document.pk, shown, by=ada, at=MORNING) == len(shown)

    event = audit.events().of("documents.claims.accepted").get()
    assert all(f'"id":{pk}' in event.body for pk in shown)
    assert {claim.decided_by for claim in queries.claims(document)} == {"Ada Lindqvist"}
    assert verify().is_good


def test_the_log_can_tell_the_words_of_each_claim_and_holds_none(document, shown, ada):
    actions.accept_all(document.pk, shown, by=ada, at=MORNING)

    event = audit.events().of("documents.claims.accepted").get()
    told = {claim["id"]: claim["quote"] for claim in json.loads(event.body)["values"]["claims"]}
    for claim in queries.claims(document):
        assert claim.quote not in event.body
        assert opens(told[claim.pk], claim.quote)


def test_none_is_accepted_when_somebody_judged_one_meanwhile(document, shown, ada, idris):
    actions.reject(min(shown), reason="Quoted.", by=idris, at=MORNING)

    with pytest.raises(actions.ClaimsChanged, match=f"1 of these {len(shown)} claims changed"):
        actions.accept_all(document.pk, shown, by=ada, at=MORNING)

    assert {claim.state for claim in queries.claims(document)} == {"rejected", "proposed"}


def test_none_is_accepted_when_one_was_read_anew_meanwhile(document, shown, ada):
    long_ago = {max(shown): 1}

    with pytest.raises(actions.ClaimsChanged):
        actions.accept_all(document.pk, shown | long_ago, by=ada, at=MORNING)

    assert {claim.state for claim in queries.claims(document)} == {"proposed"}


def test_a_claim_of_another_document_is_not_accepted_among_them(document, shown, read, ada):
    other = read("RESOLVED: That the budget be approved.", name="other.txt")

    with pytest.raises(actions.ClaimsChanged):
        actions.accept_all(other.pk, shown, by=ada, at=MORNING)


def test_accepting_none_writes_no_event(document, ada):
    assert actions.accept_all(document.pk, {}, by=ada, at=MORNING) == 0
    assert not audit.events().of("documents.claims").exists()

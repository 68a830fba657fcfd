"""What accepting a claim would do is told before, and what the record holds already is recognised."""

import pytest

from handback.records.audit import queries as audit
from handback.records.documents import actions as documents
from handback.records.powers import actions as powers
from tests.support.harrowmere import CLERK, MORNING
from tests.support.kept import FILE

STATED = (
    "From 1 June 2021 the leisure and culture functions of the Council are exercised by the Commissioners.\n"
)
DECIDED = "Cabinet, 4 March 2016\n\nRESOLVED: That the new licensing strategy be approved.\n"


@pytest.fixture
def read(harrowmere):
    def kept_and_read(content, name):
        kept = documents.keep(harrowmere, content.encode(), name=name, by=CLERK, at=MORNING)
        return documents.read(kept.pk, by=CLERK, at=MORNING)

    return kept_and_read


def shown(officer, office, claim):
    return officer.get(office("claim", claim.pk)).text


def test_a_transfer_tells_the_function_and_the_move_that_its_draft_will_have(
    officer, office, claim, licensing
):
    text = shown(officer, office, claim("transfer"))

    assert "A new draft instrument is begun: function F01 Licensing goes to the commissioners" in text


def test_a_transfer_joins_the_draft_that_waits(officer, office, claim, licensing, read, harrowmere):
    powers.draft_from_claim(claim("transfer").pk, kind="instrument", by=CLERK, at=MORNING)
    other = read(STATED, "other.txt").claims.get(type="transfer")

    assert "It is added to the draft instrument I01" in shown(officer, office, other)


def test_a_decision_is_plainly_kept_as_an_accepted_claim(officer, office, claim):
    assert "It is kept as an accepted claim." in shown(officer, office, claim("decision"))


def test_a_move_that_the_record_has_is_recognised_and_linked(officer, office, read, harrowmere):
    powers.load(FILE.read_bytes(), name=FILE.name, by=CLERK, at=MORNING)
    found = read(STATED, "told.txt").claims.get(type="transfer")

    text = shown(officer, office, found)

    assert "The record has this move: I01" in text
    assert office("instrument", "I01") in text


def test_the_same_decision_in_another_document_is_told_with_a_link(officer, office, read):
    first = read(DECIDED, "first.txt").claims.get(type="decision")
    second = read(DECIDED + "\nPresent: the Leader.\n", "second.txt").claims.get(type="decision")

    assert "The same decision waits too in second.txt" in shown(officer, office, first)
    assert office("claim", first.pk) in shown(officer, office, second)


def test_accepting_what_was_accepted_before_says_so_in_the_log(officer, office, read):
    first = read(DECIDED, "first.txt").claims.get(type="decision")
    documents.accept(first.pk, by=CLERK, at=MORNING)
    second = read(DECIDED + "\nPresent: the Leader.\n", "second.txt").claims.get(type="decision")
    assert "Accept all the same" in shown(officer, office, second)

    officer.post(office("claim", second.pk), {"do": "accept", "accept-into": "only"})

    body = audit.events().of("documents.claim.accepted").newest_first()[0].body
    assert "The same decision was accepted in first.txt" in body


def test_the_same_words_at_another_meeting_are_another_decision(officer, office, read):
    first = read(DECIDED, "first.txt").claims.get(type="decision")
    read(DECIDED.replace("4 March", "11 March"), "later.txt")

    assert "later.txt" not in shown(officer, office, first)


def test_a_document_of_the_same_words_is_told_with_a_link(officer, office, read):
    first = read(DECIDED, "first.txt")
    second = read(DECIDED.replace("\n\n", "\n\n\n").upper().replace("RESOLVED", "Resolved"), "second.txt")

    assert office("document", first.pk) in officer.get(office("document", second.pk)).text


def test_the_same_bytes_sent_again_are_told_to_be_there(officer, office, keep):
    kept = keep("RESOLVED: That the budget be approved.")

    response = officer.post(
        office("documents"),
        {"text": "RESOLVED: That the budget be approved.", "title": "Again"},
        follow=True,
    )

    assert response.redirect_chain[-1][0] == office("document", kept.pk)
    assert "Nothing was kept twice" in response.text

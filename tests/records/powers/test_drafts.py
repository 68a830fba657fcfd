"""From an accepted claim to a fact: a draft counts for nothing until a person records it."""

from datetime import date

import pytest

from handback.core.powers import COMMISSIONERS
from handback.records.audit import queries as audit
from handback.records.documents import actions as documents
from handback.records.documents import queries as claims
from handback.records.people import queries as people
from handback.records.powers import actions, queries
from handback.records.powers.standing import standing_of
from tests.support.harrowmere import CLERK, MORNING

DIRECTIONS = """Directions to Harrowmere, 20 February 2015

Licensing functions are to be exercised by the Commissioners from 26 February 2015.

Housing functions are to be exercised by the Commissioners from 26 February 2015.
"""
SOURCE = "https://harrowmere.example/directions"


@pytest.fixture
def document(harrowmere):
    kept = documents.keep(harrowmere, DIRECTIONS.encode(), name="Directions.txt", by=CLERK, at=MORNING)
    return documents.read(kept.pk, by=CLERK, at=MORNING)


@pytest.fixture
def transfer(document):
    return claims.claims(document).filter(type="transfer")[0]


@pytest.fixture
def functions(harrowmere):
    for code, name in (("F01", "Licensing"), ("F02", "Housing")):
        entry = {"code": code, "name": name, "group": "all", "kind": "executive", "sources": [SOURCE]}
        actions.add_function(harrowmere, entry, group_label="All", by=CLERK, at=MORNING)


def complete(draft, ada):
    whole = {**draft.values, "title": "Directions of February 2015", "made_on": "2015-02-20"}
    return actions.revise_draft(draft.pk, values=whole, by=ada, at=MORNING)


def begun(transfer, ada, kind="instrument"):
    return actions.draft_from_claim(transfer.pk, kind=kind, by=ada, at=MORNING)


def test_a_draft_begins_with_what_the_claim_says_and_no_more(transfer, functions, ada):
    draft = begun(transfer, ada)

    assert draft.values == {
        "code": "I01",
        "kind": "directions",
        "in_force_on": "2015-02-26",
        "moves": [{"scope": {"functions": ["F01"]}, "holder": "commissioners"}],
        "sources": [f"urn:sha256:{transfer.document.original_id}"],
    }


def test_beginning_a_draft_accepts_its_claim(transfer, ada):
    begun(transfer, ada)

    transfer.refresh_from_db()
    assert (transfer.state, transfer.decided_by) == ("accepted", "Ada Lindqvist")


def test_a_draft_from_an_amended_claim_uses_what_the_person_put_right(transfer, functions, ada):
    right = {**transfer.attributes, "function": "Housing", "effective": "2015-03-01"}

    draft = actions.draft_from_claim(transfer.pk, kind="instrument", attributes=right, by=ada, at=MORNING)

    assert draft.values["moves"][0]["scope"] == {"functions": ["F02"]}
    assert draft.values["in_force_on"] == "2015-03-01"


def test_a_claim_that_was_judged_begins_no_draft(transfer, ada, harrowmere):
    documents.reject(transfer.pk, reason="Quoted from elsewhere.", by=ada, at=MORNING)

    with pytest.raises(documents.AlreadyDecided):
        begun(transfer, ada)
    assert not queries.drafts(harrowmere).exists()


def test_a_second_claim_for_the_same_holder_joins_the_move(document, functions, ada):
    first, second = claims.claims(document).filter(type="transfer")
    draft = begun(first, ada)

    draft = actions.add_claim_to_draft(second.pk, draft.pk, by=ada, at=MORNING)

    assert draft.values["moves"] == [{"scope": {"functions": ["F01", "F02"]}, "holder": "commissioners"}]
    assert [each.claim for each in queries.evidence_of(draft)] == [first, second]


def test_a_recorded_instrument_moves_the_functions(transfer, functions, ada, harrowmere):
    draft = complete(begun(transfer, ada), ada)

    recorded = actions.record_draft(draft.pk, by=ada, at=MORNING)

    holding = standing_of(harrowmere).ledger.holder_on("F01", date(2015, 2, 26))
    assert (recorded.state, recorded.became) == ("recorded", "I01")
    assert holding.holder.kind is COMMISSIONERS.kind


def test_an_incomplete_draft_says_which_of_its_fields_are_missing(transfer, functions, ada, harrowmere):
    draft = begun(transfer, ada)

    with pytest.raises(actions.EntryRefused) as refused:
        actions.record_draft(draft.pk, by=ada, at=MORNING)

    assert {problem.field for problem in refused.value.problems} == {"title", "made_on"}
    assert not queries.instruments(harrowmere).exists()


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"made_on": "2015-02-30"}, "made_on"),
        ({"made_on": "2015-03-20"}, "in_force_on"),
        ({"sources": ["javascript:alert(1)"]}, "sources[0]"),
        ({"moves": [{"scope": {"functions": ["F99"]}, "holder": "council"}]}, "moves[0].scope.functions[0]"),
        ({"moves": [{"scope": {}, "holder": "council"}]}, "moves[0].scope"),
        ({"moves": [{"scope": {"all": True}, "holder": "somebody"}]}, "moves[0].holder"),
    ],
)
def test_a_fault_of_a_draft_is_told_by_its_own_field(transfer, functions, ada, changed, field):
    draft = complete(begun(transfer, ada), ada)
    actions.revise_draft(draft.pk, values={**draft.values, **changed}, by=ada, at=MORNING)

    with pytest.raises(actions.EntryRefused) as refused:
        actions.record_draft(draft.pk, by=ada, at=MORNING)

    assert [problem.field for problem in refused.value.problems] == [field]


def test_a_draft_that_is_refused_writes_nothing(transfer, functions, ada):
    draft = begun(transfer, ada)
    before = audit.events().count()

    with pytest.raises(actions.EntryRefused):
        actions.record_draft(draft.pk, by=ada, at=MORNING)

    assert audit.events().count() == before


def test_a_record_without_functions_says_what_to_do_first(transfer, ada):
    draft = complete(begun(transfer, ada), ada)

    with pytest.raises(actions.NoFunctions, match="Add a function first, or load a record file"):
        actions.record_draft(draft.pk, by=ada, at=MORNING)


def test_the_first_fact_names_the_parties_that_every_record_has(functions, harrowmere):
    assert set(people.parties_by_code(harrowmere)) == {"council", "commissioners", "nobody"}


def test_a_party_that_has_a_name_keeps_it(harrowmere):
    from handback.records.people.actions import name_party

    name_party(harrowmere, code="council", kind="council", name="The borough", by=CLERK, at=MORNING)

    actions.name_usual_parties(harrowmere, by=CLERK, at=MORNING)

    assert people.parties_by_code(harrowmere)["council"].name == "The borough"


def test_a_draft_event_is_recorded_on_its_day(transfer, functions, ada, harrowmere):
    draft = begun(transfer, ada, kind="event")

    recorded = actions.record_draft(draft.pk, by=ada, at=MORNING)

    event = queries.events(harrowmere).get()
    assert (event.on, event.code) == (date(2015, 2, 26), recorded.became)


def test_a_draft_appointment_is_recorded_with_the_name(transfer, functions, ada, harrowmere):
    draft = begun(transfer, ada, kind="appointment")
    whole = {
        **draft.values,
        "person": "Maya Okafor",
        "role": "Lead commissioner",
        "first": None,
        "last": None,
    }
    actions.revise_draft(draft.pk, values=whole, by=ada, at=MORNING)

    recorded = actions.record_draft(draft.pk, by=ada, at=MORNING)

    assert people.appointments(harrowmere).get().name == recorded.became == "Maya Okafor"


def test_a_second_event_of_a_day_corrects_no_other(document, functions, ada, harrowmere):
    for claim in claims.claims(document).filter(type="transfer"):
        actions.record_draft(begun(claim, ada, kind="event").pk, by=ada, at=MORNING)

    assert queries.events(harrowmere).count() == 2


@pytest.mark.parametrize("settle", [actions.record_draft, actions.discard_draft])
def test_a_draft_is_settled_once(transfer, functions, ada, settle):
    draft = complete(begun(transfer, ada), ada)
    settle(draft.pk, by=ada, at=MORNING)

    with pytest.raises(actions.DraftNotWaiting):
        actions.record_draft(draft.pk, by=ada, at=MORNING)


def test_saving_a_draft_unchanged_writes_no_event(transfer, ada):
    draft = begun(transfer, ada)
    before = audit.events().count()

    actions.revise_draft(draft.pk, values=draft.values, by=ada, at=MORNING)

    assert audit.events().count() == before


def test_two_drafts_that_wait_have_two_codes(document, ada):
    first, second = claims.claims(document).filter(type="transfer")

    assert [begun(first, ada).values["code"], begun(second, ada).values["code"]] == ["I01", "I02"]


def test_the_record_verifies_after_the_whole_journey(transfer, functions, ada):
    actions.record_draft(complete(begun(transfer, ada), ada).pk, by=ada, at=MORNING)

    assert audit.verify().is_good

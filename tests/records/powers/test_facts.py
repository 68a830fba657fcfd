"""Recording one fact at a time: the whole ledger must still compile, or nothing is written."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from handback.core.powers import FunctionMovedTwice, Party, PartyKind
from handback.records.audit.facts import Outcome
from handback.records.audit.queries import events as log
from handback.records.powers import actions, queries
from handback.records.powers.actions.facts import UnknownParty
from handback.records.powers.standing import whole_record
from tests.support.harrowmere import CLERK, MORNING

pytestmark = pytest.mark.django_db

LATER = {"by": CLERK, "at": MORNING + timedelta(days=1)}


@pytest.fixture
def directions(recorded):
    """The entry of I01."""
    return whole_record(recorded).instruments[0]


def with_code(entry, code):
    """The same instrument, and what it moves, under another code."""
    moves = tuple(replace(move, instrument=code) for move in entry.moves)
    return replace(entry, instrument=replace(entry.instrument, code=code), moves=moves)


def test_an_instrument_that_is_as_recorded_is_left_alone(recorded, directions):
    assert actions.record_instrument(recorded, directions, **LATER) is Outcome.SAME


def test_an_instrument_that_differs_is_corrected_with_its_moves_in_one_event(recorded, directions):
    before = log().count()

    outcome = actions.record_instrument(recorded, replace(directions, note="Read at last."), **LATER)

    assert (outcome, log().count()) == (Outcome.CORRECTED, before + 1)
    assert queries.moves(recorded).filter(instrument__code="I01").count() == 3


def test_a_superseded_instrument_takes_its_moves_with_it(recorded, directions):
    actions.record_instrument(recorded, replace(directions, moves=directions.moves[:1]), **LATER)

    assert queries.moves(recorded).filter(instrument__code="I01").count() == 1
    before = queries.moves(recorded, known_at=MORNING).filter(instrument__code="I01")
    assert before.count() == 3


def test_an_instrument_that_the_ledger_refuses_is_not_recorded(recorded, directions):
    before = log().count()

    with pytest.raises(FunctionMovedTwice):
        actions.record_instrument(recorded, with_code(directions, "I09"), **LATER)

    assert not queries.instruments(recorded).filter(code="I09").exists()
    assert log().count() == before


def test_a_move_to_a_party_that_was_never_named_is_refused(recorded, directions):
    stranger = Party("stranger", PartyKind.TRUST, "A stranger")
    moves = (replace(directions.moves[0], holder=stranger),)

    with pytest.raises(UnknownParty, match="No body or person called “stranger”"):
        actions.record_instrument(recorded, replace(directions, moves=moves), **LATER)


def test_a_delegation_by_a_party_that_was_never_named_is_refused(recorded):
    entry = replace(whole_record(recorded).delegations[0], given_by="stranger")

    with pytest.raises(UnknownParty):
        actions.record_delegation(recorded, entry, code="D02", **LATER)


def test_a_delegation_that_is_as_recorded_is_left_alone(recorded):
    entry = whole_record(recorded).delegations[0]

    assert actions.record_delegation(recorded, entry, code="D01", **LATER) is Outcome.SAME


def test_a_proposals_three_sets_are_kept_as_stated_and_none_is_derived(recorded):
    proposal = queries.proposals(recorded).get()

    assert proposal.recommended is None
    assert (proposal.proposed, proposal.directed) == (["F02", "F03"], ["F02"])


def test_a_corrected_event_is_still_one_event(recorded):
    entry = replace(whole_record(recorded).events[0], text="A peer team visits for a week.")

    outcome = actions.record_event(recorded, entry, code="2022-11-07-1", **LATER)

    assert outcome is Outcome.CORRECTED
    assert queries.events(recorded).filter(on=date(2022, 11, 7)).count() == 1

"""The demonstration record: the intervention in Rotherham, 2015 to 2019."""

from datetime import date, time, timedelta
from importlib.resources import files

import pytest

from handback.core.powers import Oversight, sitting_on
from handback.records import powers
from handback.records.powers import recordfile
from handback.records.powers.recordfile.standing import compiled

ALL = [f"F{number:02}" for number in range(1, 29)]
COUNCIL_S = ALL[:27]


@pytest.fixture(scope="module")
def record():
    data = files(powers).joinpath("data/rotherham.json").read_bytes()
    return recordfile.read_record(data, name="rotherham.json")


@pytest.fixture(scope="module")
def ledger(record):
    return compiled(record).ledger


def held_by(ledger, holder, day):
    return [holding.function for holding in ledger.on(day) if holding.holder.code == holder]


def between(first, last):
    return ALL[first - 1 : last]


def test_it_says_that_it_demonstrates_and_that_the_directions_have_not_been_read(record):
    assert record.authority.demonstration
    assert "Nobody has yet read the texts of the Directions" in record.authority.note


def test_it_has_all_functions_instruments_proposals_posts_and_events(record):
    counts = [len(getattr(record, name)) for name in ("functions", "instruments", "proposals", "events")]

    assert [*counts, len(record.appointments)] == [28, 7, 6, 45, 11]


def test_every_statement_has_a_source(record):
    parts = (record.functions, record.appointments, record.instruments, record.proposals, record.events)

    assert all(entry.sources for part in parts for entry in part)


def test_before_the_first_directions_the_council_holds_everything_of_its_own(ledger):
    assert held_by(ledger, "council", date(2015, 2, 25)) == COUNCIL_S


def test_the_first_directions_give_the_commissioners_everything_of_the_councils(ledger):
    assert held_by(ledger, "commissioners", date(2015, 2, 26)) == COUNCIL_S


@pytest.mark.parametrize(
    ("day", "returned"),
    [
        (date(2016, 2, 11), between(1, 11)),
        (date(2016, 12, 13), between(12, 12)),
        (date(2017, 3, 21), between(13, 19)),
        (date(2017, 9, 12), between(20, 24)),
        (date(2018, 9, 24), between(25, 27)),
    ],
)
def test_each_return_hands_back_its_functions_on_its_day(ledger, day, returned):
    before = held_by(ledger, "council", day - timedelta(days=1))

    assert [code for code in held_by(ledger, "council", day) if code not in before] == returned


def test_directions_made_on_18_september_2018_change_nothing_before_the_24th(ledger):
    assert held_by(ledger, "commissioners", date(2018, 9, 23)) == between(25, 28)


def test_a_returned_function_stays_under_the_commissioners_oversight(ledger):
    holding = ledger.holder_on("F05", date(2016, 2, 11))

    assert (holding.oversight, holding.overseer.code) == (Oversight.ORDINARY, "commissioners")


def test_community_safety_returns_under_enhanced_oversight_with_its_terms(ledger):
    holding = ledger.holder_on("F24", date(2017, 9, 12))

    assert holding.oversight is Oversight.ENHANCED
    assert "veto" in holding.terms


def test_all_oversight_ends_when_the_commissioners_are_withdrawn(ledger):
    assert {holding.oversight for holding in ledger.on(date(2018, 9, 24))} == {Oversight.NONE}


@pytest.mark.parametrize(
    ("day", "holder"),
    [
        (date(2016, 2, 10), "nobody"),
        (date(2016, 2, 11), "commissioners"),
        (date(2018, 9, 23), "commissioners"),
        (date(2018, 9, 24), "nobody"),
    ],
)
def test_the_power_to_oversee_begins_with_the_first_return_and_ends_with_the_last(ledger, day, holder):
    assert ledger.holder_on("F28", day).holder.code == holder


def test_moves_that_no_source_states_outright_are_marked_as_inferred(record):
    inferred = [(move.instrument, move.scope.named) for move in record.moves if move.inferred]

    assert inferred == [("I01", ("F26",)), ("I02", ("F28",))]


def test_once_the_directions_have_lapsed_the_council_still_holds_everything(ledger):
    assert held_by(ledger, "council", date(2019, 4, 1)) == COUNCIL_S


def test_five_commissioners_sit_at_first_and_none_at_the_end(record):
    offices = compiled(record).appointments

    assert len(sitting_on(offices, date(2015, 2, 26))) == 5
    assert sitting_on(offices, date(2018, 9, 24)) == ()


def test_what_was_recommended_proposed_and_directed_in_2017_are_three_sets(record):
    proposal = next(entry for entry in record.proposals if entry.code == "P4")

    assert [len(proposal.recommended), len(proposal.proposed), len(proposal.directed)] == [9, 6, 7]
    assert proposal.directed - proposal.proposed == {"F19"}


def test_representations_on_licensing_close_at_half_past_nine(record):
    proposal = next(entry for entry in record.proposals if entry.code == "P3")

    assert (proposal.closes_on, proposal.closes_time) == (date(2016, 11, 3), time(9, 30))


def test_the_review_that_the_last_directions_require_is_due_by_18_february_2019(record):
    conditions = record.instruments[5].conditions

    assert [condition.due_on for condition in conditions] == [date(2019, 2, 18)]


def test_a_post_that_no_source_dates_is_listed_without_dates(record):
    undated = [entry.person for entry in record.appointments if entry.period is None]

    assert undated == ["Ian Thomas"]

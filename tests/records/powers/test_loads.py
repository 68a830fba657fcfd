"""Loading files: what becomes of each fact, and that a refused file has no effect."""

from datetime import date, timedelta

import pytest

from handback.records.audit.facts import Outcome
from handback.records.audit.queries import events as log
from handback.records.audit.queries import verify
from handback.records.people.queries import appointments, authorities, parties
from handback.records.powers import queries
from handback.records.powers.recordfile import RecordFileError
from handback.records.powers.standing import standing_of, whole_record
from tests.support.harrowmere import MORNING

pytestmark = pytest.mark.django_db

LATER = MORNING + timedelta(days=1)
OFFICE = {"role": "Adviser", "capacity": "officer", "last": None, "sources": ["https://harrowmere.example/a"]}


def refusal(load, fields):
    with pytest.raises(RecordFileError) as refused:
        load(fields, at=LATER)
    return str(refused.value)


def moved_again(example):
    """The example with a second instrument that moves what I01 moves on the same day."""
    twin = example["instruments"][0] | {"code": "I09"}
    return example | {"instruments": [twin], "proposals": [], "events": []}


def test_every_fact_of_a_new_file_is_new(load, example):
    loaded = load(example)

    assert loaded.total(Outcome.NEW) == 19
    assert (loaded.total(Outcome.SAME), loaded.total(Outcome.CORRECTED)) == (0, 0)


def test_each_fact_has_an_event_of_its_own_in_the_log(load, example):
    assert load(example).total(Outcome.NEW) == log().count()


def test_a_file_loaded_again_changes_nothing(recorded, load, example):
    before = log().count()

    assert set(load(example, at=LATER).counts) <= {(what, Outcome.SAME) for what in _kinds()}
    assert log().count() == before


def _kinds():
    facts = ("party", "function", "instrument", "proposal", "appointment", "event", "delegation")
    return ("authority", *facts)


def test_a_file_in_another_order_changes_nothing(recorded, load, example):
    for section in ("parties", "appointments", "events", "delegations", "instruments", "proposals"):
        example[section] = example[section][::-1]

    assert load(example, at=LATER).total(Outcome.CORRECTED) == 0


def test_a_changed_fact_is_superseded_and_the_new_one_inserted(recorded, load, example):
    example["functions"][0]["name"] = "Leisure"

    assert load(example, at=LATER).counts["function", Outcome.CORRECTED] == 1
    assert queries.functions(recorded, known_at=MORNING).get(code="F01").name == "Leisure and culture"
    assert queries.functions(recorded).get(code="F01").name == "Leisure"


def test_a_correction_gives_the_old_answer_for_the_moment_before_it(recorded, load, example):
    example["instruments"][1]["moves"][1]["on"] = "2022-09-01"

    load(example, at=LATER)

    august = date(2022, 8, 1)
    assert standing_of(recorded).ledger.holder_on("F01", august).holder.code == "commissioners"
    before = standing_of(recorded, known_at=MORNING).ledger
    assert before.holder_on("F01", august).holder.code == "trust"


def test_a_party_given_another_name_corrects_no_instrument(recorded, load, example):
    example["parties"][2]["name"] = "Mere Leisure"

    loaded = load(example, at=LATER)

    assert loaded.total(Outcome.CORRECTED) == loaded.counts["party", Outcome.CORRECTED] == 1


def test_a_party_given_another_name_has_it_everywhere_and_had_the_old_one_before(recorded, load, example):
    example["parties"][2]["name"] = "Mere Leisure"
    load(example, at=LATER)

    def holder(known_at=None):
        return standing_of(recorded, known_at=known_at).ledger.holder_on("F01", date(2023, 1, 1)).holder

    assert (holder().name, holder(MORNING).name) == ("Mere Leisure", "Harrowmere Leisure Trust")


def test_the_council_holds_under_the_name_that_the_file_gives_it(recorded):
    holding = standing_of(recorded).ledger.holder_on("F04", date(2000, 1, 1))

    assert holding.holder.name == "Harrowmere Borough Council"


def test_facts_that_a_file_leaves_out_stay(recorded, load, example):
    load(example | {"events": [], "delegations": [], "appointments": []}, at=LATER)

    assert queries.events(recorded).count() == 2
    assert queries.delegations(recorded).count() == 1
    assert appointments(recorded).count() == 2


def test_an_event_is_found_again_when_another_of_its_day_is_left_out(recorded, load, example):
    first = example["events"][1]
    second = first | {"text": "The council replies on the same day."}
    load(example | {"events": [first, second]}, at=LATER)

    loaded = load(example | {"events": [second]}, at=LATER)

    assert loaded.counts["event", Outcome.SAME] == 1
    assert queries.events(recorded).filter(on="2023-02-01").count() == 2


def test_spells_in_one_role_may_both_move_past_each_other(recorded, load, example):
    def with_spells(*firsts):
        spells = [OFFICE | {"person": "Sam Whitlow", "first": first} for first in firsts]
        return example | {"appointments": spells}

    load(with_spells("2015-01-01", "2016-01-01"), at=LATER)
    load(with_spells("2020-01-01", "2021-01-01"), at=LATER)

    kept = appointments(recorded).filter(name="Sam Whitlow").values_list("first", flat=True)
    assert list(kept) == [date(2020, 1, 1), date(2021, 1, 1)]


def test_more_than_nine_events_of_one_day_keep_their_order(recorded, load, example):
    many = [example["events"][1] | {"text": f"Happening {n}."} for n in range(1, 13)]

    load(example | {"events": many}, at=LATER)

    kept = [row.text for row in queries.events(recorded).filter(on="2023-02-01")]
    assert kept == [event["text"] for event in many]


def test_what_cannot_stand_beside_the_record_names_the_file_and_the_instrument(recorded, load, example):
    told = refusal(load, moved_again(example))

    assert told.startswith(
        "harrowmere.json, line 1, instruments[0]: This cannot stand beside what is recorded."
    )
    assert "F01 Leisure and culture is moved twice on 1 June 2021" in told


def test_a_file_that_cannot_stand_beside_the_record_changes_nothing(recorded, load, example):
    before = log().count(), whole_record(recorded)

    refusal(load, moved_again(example))

    assert (log().count(), whole_record(recorded)) == before
    assert verify().is_good


def test_a_file_that_breaks_off_half_way_through_loading_leaves_nothing(load, example):
    example["authority"]["slug"] = "register"

    told = refusal(load, example)

    assert "harrowmere.json, line 1, authority.slug: “register” is the address of another page." in told
    assert (authorities().count(), log().count()) == (0, 0)


def test_a_record_under_another_short_name_is_refused_with_the_file(recorded, load, example):
    example["authority"]["slug"] = "elsewhere"

    assert "harrowmere.json, line 1, authority: The record of Harrowmere" in refusal(load, example)


def test_a_short_name_of_another_authority_is_refused_with_the_file(recorded, load, example):
    example["authority"]["gss"] = "E08000998"

    assert "“harrowmere” is the short name of Harrowmere Borough Council" in refusal(load, example)


def test_a_changed_name_and_note_of_the_authority_are_taken_over(recorded, load, example):
    example["authority"] |= {"name": "Harrowmere City Council", "note": "A city now."}

    loaded = load(example, at=LATER)

    assert loaded.counts["authority", Outcome.CORRECTED] == 1
    assert whole_record(authorities().get()).authority.name == "Harrowmere City Council"


def test_the_person_and_the_note_of_a_party_are_kept(recorded):
    kept = {party.code: (party.person, party.note) for party in parties(recorded)}

    assert kept["maya"] == ("Maya Okafor", "")
    assert kept["trust"] == ("", "Set up in 2021.")

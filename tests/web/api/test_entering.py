"""Values by the API: all of them or none, by the importer's rules and in its words, each with its place."""

import pytest

from handback.records.audit.queries import events, verify
from handback.records.measures import queries
from tests.web.api.conftest import bin_value

pytestmark = pytest.mark.django_db


def recorded(authority):
    return [f"{row.value:f}" for row in queries.values(authority)]


def errors(answer):
    return [f"{one['place']}: {one['detail']}" for one in answer.json()["errors"]]


def test_a_value_that_is_sent_is_recorded(program, harrowmere, bins):
    answer = program.enter(bin_value(1, 12.5))

    assert answer.status_code == 200, answer.content
    assert recorded(harrowmere) == ["12.5"]


def test_many_values_are_one_event_by_the_person_and_the_token(program, harrowmere, bins):
    program.enter(*(bin_value(month, month) for month in range(1, 13)))

    (event,) = events().of("measures.values")
    assert event.actor_name == "Ada Lindqvist, by a token named “payroll”"
    assert len(recorded(harrowmere)) == 12


def test_the_record_verifies_after_values_were_sent(program, harrowmere, bins):
    program.enter(bin_value(1, 12.5))

    assert verify().is_good


def test_numbers_keep_the_places_they_were_written_with(program, harrowmere, bins):
    program.send(b'{"values": [{"indicator": "M01", "period": "2025-01", "value": 12.50}]}')

    assert recorded(harrowmere) == ["12.50"]


def test_digits_that_no_float_holds_are_kept(program, harrowmere, bins):
    program.enter(bin_value(1, "1234567890123456789.123456789"))

    assert recorded(harrowmere) == ["1234567890123456789.123456789"]


def test_small_numbers_as_programs_write_them_are_numbers(program, harrowmere, bins):
    program.send(b'{"values": [{"indicator": "M01", "period": "2025-01", "value": 1e-05}]}')

    assert recorded(harrowmere) == ["0.00001"]


def test_a_share_is_worked_out_from_its_counts(program, harrowmere, appeals):
    program.enter({"indicator": "M02", "period": "January 2025", "numerator": 28, "denominator": 40})

    assert recorded(harrowmere) == ["70"]


def test_a_share_that_its_counts_do_not_make_is_taken_and_doubted(program, appeals):
    sent = {"indicator": "M02", "period": "2025-01", "value": 68, "numerator": 28, "denominator": 40}

    assert program.enter(sent).json()["doubts"] == [
        {"place": "values[0].value", "detail": "28 of 40 is 70, not 68"}
    ]


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"value": "12,3"}, "values[1].value: “12,3” is not a number"),
        ({"indicator": "M09"}, "values[1].indicator: no indicator is called “M09”"),
        ({"period": "Quarter"}, "values[1].period: “Quarter” is not a period"),
        ({"period": "2025/26 Q1"}, "values[1].period: M01 is measured by the month"),
        ({"quality": "certain"}, "values[1].quality: “certain” is not a quality"),
        ({"published_on": "soon"}, "values[1].published_on: “soon” is not a period"),
        ({"value": None}, "values[1].value: M01, "),
        ({"numerator": -1}, "values[1].value: M01: -1 cannot have been counted"),
        ({"value": "9" * 41}, "values[1].value: A number has 40 digits at most"),
        ({"period": "2025-01"}, "values[1]: M01 for 1 January 2025 to 31 January 2025 stands at values[0]"),
    ],
)
def test_a_value_that_cannot_be_taken_is_told_with_its_place(program, harrowmere, bins, changed, fault):
    answer = program.enter(bin_value(1, 1), bin_value(2, 2) | changed)

    assert (answer.status_code, answer["Content-Type"]) == (422, "application/problem+json")
    assert errors(answer)[0].startswith(fault)
    assert not recorded(harrowmere)


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"value": True}, "values[0].value: must be a number"),
        ({"value": [1]}, "values[0].value: must be a number"),
        ({"value": {"a": 1}}, "values[0].value: must be a number"),
        ({"note": 3}, "values[0].note: must be text"),
        ({"note": "a\0b"}, "values[0].note: has a character that cannot be kept"),
        ({"note": "\ud800"}, "values[0].note: has a character that cannot be kept"),
        ({"source": "s" * 301}, "values[0].source: has more than 300 characters"),
        ({"quality": "q" * 1_000_000}, "values[0].quality: has more than 100 characters"),
        ({"indicator": ""}, "values[0].indicator: is missing"),
        ({"period": None}, "values[0].period: must be text"),
        ({"colour": "red"}, "values[0].colour: is no field that is known here"),
    ],
)
def test_a_field_of_the_wrong_kind_is_told_with_its_place(program, harrowmere, bins, changed, fault):
    answer = program.enter(bin_value(1, 1) | changed)

    assert answer.status_code == 422
    assert errors(answer)[0].startswith(fault)
    assert not recorded(harrowmere)


def test_what_is_missing_is_named(program, bins):
    assert errors(program.enter({"value": 1})) == [
        "values[0].indicator: is missing",
        "values[0].period: is missing",
    ]


def test_the_same_request_again_writes_nothing(program, harrowmere, bins):
    program.enter(bin_value(1, 12.5), bin_value(2, 13))
    before = events().count()

    again = program.enter(bin_value(1, 12.5), bin_value(2, 13)).json()

    assert (again["new"], again["restated"], again["same"], events().count()) == (0, 0, 2, before)


def test_a_value_that_would_be_restated_is_refused_and_shown(program, harrowmere, bins):
    program.enter(bin_value(1, 12.5))

    answer = program.enter(bin_value(1, 13), bin_value(2, 14))

    (change,) = answer.json()["restatements"]
    assert (answer.status_code, answer.json()["code"]) == (409, "would-restate")
    assert (change["place"], change["old"]["value"], change["new"]["value"]) == ("values[0]", "12.5", "13")
    assert recorded(harrowmere) == ["12.5"]


def test_a_value_is_restated_where_that_is_meant_and_why_is_said(program, harrowmere, bins):
    program.enter(bin_value(1, 12.5))

    answer = program.enter(bin_value(1, 13), restate=True, reason="Late returns")

    (change,) = queries.restatements(harrowmere)
    assert answer.json()["restated"] == 1
    assert (str(change.old), str(change.new), change.reason) == ("12.5", "13", "Late returns")


def test_nothing_is_restated_without_a_reason(program, harrowmere, bins):
    program.enter(bin_value(1, 12.5))

    answer = program.enter(bin_value(1, 13), restate=True)

    assert (answer.status_code, answer.json()["code"]) == (422, "no-reason")
    assert errors(answer)[0].startswith(
        "reason: M01, 1 January 2025 to 31 January 2025: 12.5 would become 13"
    )
    assert recorded(harrowmere) == ["12.5"]


def test_a_provisional_value_is_made_final_without_a_reason(program, harrowmere, bins):
    program.enter(bin_value(1, 12.5, quality="provisional"))

    assert program.enter(bin_value(1, 12.5), restate=True).json()["restated"] == 1


def test_a_trial_says_what_would_happen_and_writes_nothing(program, harrowmere, bins):
    program.enter(bin_value(1, 12.5))
    before = events().count()

    told = program.enter(bin_value(1, 13), bin_value(2, 14), dry_run=True).json()

    assert (told["dry_run"], told["new"], told["restated"]) == (True, 1, 1)
    assert told["restatements"][0]["new"]["value"] == "13"
    assert (recorded(harrowmere), events().count()) == (["12.5"], before)


def test_a_trial_tells_what_cannot_be_taken(program, bins):
    assert program.enter(bin_value(1, "many"), dry_run=True).status_code == 422

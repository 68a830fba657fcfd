"""What the API tells of measures: what the office's pages and the public data say, by the same names."""

import json

import pytest

from handback.records.measures import actions as measures
from tests.support.harrowmere import CLERK, MORNING
from tests.web.api.conftest import APPEALS, BINS, bin_value

pytestmark = pytest.mark.django_db

INDICATORS = "/api/v1/harrowmere/indicators"


def test_a_token_is_tried_by_asking_whose_record_it_is(program):
    told = program.get("/api/v1/harrowmere").json()

    assert (told["name"], told["asked_by"]) == ("Harrowmere Borough Council", "Ada Lindqvist")
    assert told["token"]["name"] == "payroll"


def test_indicators_are_listed_with_their_definitions(program, bins, appeals):
    told = program.get(INDICATORS).json()

    assert [one["code"] for one in told["items"]] == ["M01", "M02"]
    assert told["items"][0]["definition"]["frequency"] == "month"


def test_pages_of_indicators_lead_to_one_another(program, bins, appeals):
    first = program.get(f"{INDICATORS}?limit=1").json()
    second = program.get(first["next"]).json()

    assert (first["count"], first["previous"], second["next"]) == (2, None, None)
    assert [one["code"] for one in second["items"]] == ["M02"]
    assert program.get(second["previous"]).json()["items"] == first["items"]


def test_an_indicator_tells_its_verdict_with_the_rule_and_since_when(program, bins):
    program.enter(*(bin_value(month, 10 + month * 7 % 5) for month in range(1, 13)))
    program.enter(*(bin_value(month, 30 + month, period=f"2026-{month:02}") for month in range(1, 8)))

    told = program.get(f"{INDICATORS}/M01").json()

    assert told["way"] == "worsening"
    assert "2026-01-01" in [rule["since"] for rule in told["latest"]["rules_fired"]]
    assert len(told["values"]) == 19


def test_an_indicator_is_told_as_the_record_knew_it(program, harrowmere, bins):
    corrected = BINS.__class__(**{name: getattr(BINS, name) for name in BINS.__slots__} | {"name": "Bins"})
    measures.record_indicator(harrowmere, corrected, by=CLERK, at=MORNING.replace(month=6))

    told = program.get(f"{INDICATORS}/M01?known_at=2026-04-01T00:00:00Z").json()

    assert told["name"] == "Bins missed for each 100,000 collections"


def test_an_indicator_that_was_not_yet_known_is_not_found(program, bins):
    answer = program.get(f"{INDICATORS}/M01?known_at=2020-01-01T00:00:00Z")

    assert (answer.status_code, answer.json()["code"]) == (404, "not-found")


def test_what_has_not_changed_is_not_told_again(program, bins):
    first = program.get(f"{INDICATORS}/M01?on=2026-03-02")

    again = program.client.get(
        f"{INDICATORS}/M01?on=2026-03-02",
        headers={"Authorization": f"Bearer {program.token}", "If-None-Match": first["ETag"]},
    )

    assert (again.status_code, again.content) == (304, b"")


def test_what_has_changed_is_told_again(program, bins):
    address = f"{INDICATORS}/M01?on=2026-03-02"
    before = program.get(address)["ETag"]

    program.enter(bin_value(1, 1))

    assert program.get(address)["ETag"] != before


def test_no_cache_between_keeps_an_answer(program, bins):
    answer = program.get(INDICATORS)

    assert "private" in answer["Cache-Control"]
    assert answer["Vary"] == "Authorization"


def test_nothing_of_an_answer_is_a_cookie(program, bins):
    assert not program.get(INDICATORS).cookies


@pytest.mark.parametrize(
    "query",
    [
        "limit=0",
        "limit=201",
        "limit=many",
        "offset=-1",
        f"offset={10**30}",
        "known_at=yesterday",
        "known_at=2026-03-02T09:00:00",
        "limit=1&limit=2",
    ],
)
def test_an_address_that_asks_amiss_is_refused_with_a_sentence(program, query):
    answer = program.get(f"{INDICATORS}?{query}")

    assert answer.status_code in (400, 422)
    assert answer["Content-Type"] == "application/problem+json"
    assert json.loads(answer.content)["detail"]


@pytest.mark.parametrize("on", ["0001-01-01", "9999-12-31", "31 March", "1e9"])
def test_a_day_that_no_record_reaches_is_refused(program, bins, on):
    assert program.get(f"{INDICATORS}/M01?on={on}").status_code == 422


@pytest.mark.parametrize("code", ["M09", "M01%00", "a" * 3000, "%F0%9F%97%91", "..%2F..%2Fetc"])
def test_an_indicator_that_is_not_there_is_not_found(program, bins, code):
    answer = program.get(f"{INDICATORS}/{code}")

    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")


def test_the_definition_of_every_indicator_is_whole(program, bins, appeals):
    (_, told) = program.get(INDICATORS).json()["items"]

    assert told["definition"]["numerator_words"] == APPEALS.numerator_words
    assert told["definition"]["ended_on"] is None


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00%2B14:00", "9999-12-31T23:59:59-14:00"])
def test_a_moment_that_has_no_day_elsewhere_is_refused(program, bins, moment):
    response = program.get(f"{INDICATORS}/M01?known_at={moment}")

    assert response.status_code == 422
    assert response.json()["errors"][0]["place"] == "known_at"

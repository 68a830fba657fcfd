"""A measures file is read whole, and every fault is told with its place."""

import json
from datetime import date
from decimal import Decimal

import pytest

from handback.core.periods import Period
from handback.records.measures.measuresfile import MeasuresFileRefused, read
from tests.support.sources import PROJECT

MANUAL = PROJECT / "docs" / "reference" / "harrowmere-measures.json"


@pytest.fixture
def fields():
    return json.loads(MANUAL.read_text(encoding="utf-8"))


def problems(content: object) -> list[tuple[str, str]]:
    with pytest.raises(MeasuresFileRefused) as refused:
        read(content)
    return [("/".join(map(str, path)), sentence) for path, sentence in refused.value.problems]


def test_the_manuals_example_states_its_indicators_in_their_order(fields):
    file = read(fields)

    codes = [(stated.definition.code, stated.definition.position) for stated in file.indicators]
    assert codes == [("M01", 0), ("M02", 1)]


def test_a_period_is_written_as_in_a_table_of_values(fields):
    value = read(fields).indicators[0].values[0]

    assert value.period == Period(date(2025, 4, 1), date(2025, 5, 1))


def test_a_number_keeps_the_places_it_is_written_with(fields):
    fields["indicators"][1]["values"][0]["value"] = "12.50"

    assert str(read(fields).indicators[1].values[0].value) == "12.50"


def test_a_number_without_quotes_is_exact(fields):
    fields["indicators"][1]["values"][0]["value"] = 0.1

    assert read(fields).indicators[1].values[0].value == Decimal("0.1")


def test_a_target_without_a_last_day_runs_on(fields):
    (target,) = read(fields).indicators[0].targets

    assert target.period == Period(date(2025, 4, 1), None)


def test_a_targets_last_day_is_included(fields):
    fields["indicators"][0]["targets"][0]["last"] = "2026-03-31"

    assert read(fields).indicators[0].targets[0].period.until == date(2026, 4, 1)


@pytest.mark.parametrize(
    ("change", "place", "sentence"),
    [
        ({"beter": "higher"}, "indicators/0/beter", "Did you mean “better”?"),
        ({"better": "upwards"}, "indicators/0/better", "This should be one of: higher, lower, neither."),
        ({"decimals": "one"}, "indicators/0/decimals", "This should be a whole number."),
        ({"is_demonstration": "yes"}, "indicators/0/is_demonstration", "This should be true or false."),
        ({"name": 12}, "indicators/0/name", "This should be text in double quotes."),
        ({"ended_on": "2026-02-30"}, "indicators/0/ended_on", "a day that exists"),
        ({"values": {}}, "indicators/0/values", "A list in [ ] should stand here."),
        ({"values": ["12"]}, "indicators/0/values/0/period", "is not a period"),
        ({"values": [{"period": "2025-04", "value": "12,3"}]}, "indicators/0/values/0/value", "not a number"),
        ({"values": [{"period": "2025-04", "value": True}]}, "indicators/0/values/0/value", "be a number"),
        ({"targets": [{"value": 1}]}, "indicators/0/targets/0/first", "a day that exists"),
        ({"decisions": [{"kind": "rebase"}]}, "indicators/0/decisions/0/reason", "This field is missing."),
    ],
)
def test_a_fault_is_told_with_its_place(fields, change, place, sentence):
    fields["indicators"][0] |= change

    assert any(found == place and sentence in told for found, told in problems(fields))


def test_every_fault_of_a_file_is_told_at_once(fields):
    del fields["indicators"][0]["name"]
    fields["indicators"][1]["values"][0]["period"] = "soon"
    fields["authority"] = {"slug": "harrowmere"}

    places = [place for place, _ in problems(fields)]
    assert places == ["authority/gss", "indicators/0/name", "indicators/1/values/0/period"]


def test_a_code_that_stands_twice_is_refused(fields):
    fields["indicators"][1]["code"] = "M01"

    assert problems(fields) == [("indicators/1/code", "“M01” is the code of another indicator here.")]


def test_a_target_that_ends_before_it_begins_is_refused(fields):
    fields["indicators"][0]["targets"][0]["last"] = "2025-03-31"

    assert problems(fields) == [("indicators/0/targets/0/last", "The last day is before the first.")]


def test_a_file_without_indicators_is_refused(fields):
    fields["indicators"] = []

    assert problems(fields) == [("indicators", "Give at least one indicator.")]


@pytest.mark.parametrize("content", [[], {}, "text", None, {"format": "handback-record/1"}])
def test_what_is_no_measures_file_is_refused(content):
    assert ("format", "The format should be “handback-measures/1”.") in problems(content)

"""`handback powers`: who held each function on a day, as known at a moment."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from handback.jobs.load import load
from tests.support.sources import PROJECT

MANUAL = PROJECT / "docs" / "reference" / "harrowmere.json"
MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def loaded(db):
    """The manual's example, loaded in the morning."""
    load(str(MANUAL), at=MORNING)


@pytest.fixture
def corrected(tmp_path):
    """On the next day, the trust is found to have begun two months later."""
    fields = json.loads(MANUAL.read_text(encoding="utf-8"))
    fields["instruments"][1]["moves"][1]["on"] = "2022-09-01"
    path = tmp_path / "corrected.json"
    path.write_text(json.dumps(fields), encoding="utf-8")
    load(str(path), at=MORNING + timedelta(days=1))


@pytest.fixture
def rows(run):
    """The rows as JSON, by function code: `rows("harrowmere", "--on", "2022-08-01")`."""

    def found(*words):
        return {row["code"]: row for row in json.loads(run("powers", *words, "--json")[1])}

    return found


@pytest.mark.parametrize("words", ["harrowmere", "HARROWMERE", "e08000999", "Harrowmere Borough Council"])
def test_a_council_is_asked_for_by_short_name_code_or_name_in_any_case(rows, words):
    assert sorted(rows(words)) == ["F01", "F02", "F03", "F04"]


def test_a_row_says_function_holder_since_instrument_and_oversight_and_nothing_else(rows):
    assert rows("harrowmere", "--on", "2021-06-01")["F01"] == {
        "function": "Leisure and culture",
        "code": "F01",
        "holder": "commissioners",
        "since": "2021-06-01",
        "instrument": "I01",
        "oversight": "none",
    }


def test_before_any_instrument_the_council_holds_since_no_day_under_none(rows):
    row = rows("harrowmere", "--on", "2000-01-01")["F01"]

    assert (row["holder"], row["since"], row["instrument"]) == ("council", None, None)


def test_a_part_is_listed_from_the_day_of_its_split(rows):
    assert "F03" not in rows("harrowmere", "--on", "2022-03-31")
    assert "F03" in rows("harrowmere", "--on", "2022-04-01")


def test_a_correction_changes_the_answer(rows, corrected):
    assert rows("harrowmere", "--on", "2022-08-01")["F01"]["holder"] == "commissioners"


@pytest.mark.parametrize("moment", ["2026-03-02", "2026-03-02T09:00", "2026-03-03T08:59:59+00:00"])
def test_what_was_known_before_the_correction_can_still_be_asked(rows, corrected, moment):
    row = rows("harrowmere", "--on", "2022-08-01", "--known-at", moment)["F01"]

    assert row["holder"] == "trust"


def test_a_moment_before_the_record_began_knows_of_nothing(run):
    told = run("powers", "harrowmere", "--known-at", "2020-01-01")[1]

    assert told == "The record knew of no functions at that moment.\n"


def test_the_table_has_a_line_for_each_function_under_its_heads(run):
    lines = run("powers", "harrowmere", "--on", "2021-06-01")[1].splitlines()

    assert lines[0].split() == ["code", "function", "holder", "since", "instrument", "oversight"]
    assert [line[:3] for line in lines[1:]] == ["F01", "F02", "F04"]


def test_an_unknown_council_is_answered_with_those_there_are(run):
    status, _, errors = run("powers", "Marlow")

    assert status == 1
    assert "There are records of: Harrowmere Borough Council (E08000999)." in errors

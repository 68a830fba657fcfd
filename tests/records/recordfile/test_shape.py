"""Fields that are missing, unknown or of the wrong sort: each fault names line, field and what to do."""

import pytest

from tests.records.recordfile.faults import GONE, refused


def test_a_missing_field_is_told_on_the_line_where_its_entry_begins(fault):
    found = fault("functions", 1, "sources", to=GONE)

    assert found.told == "functions[1].sources: This field is missing."
    assert found.text.splitlines()[found.problem.line] == '   "code": "F02",'


def test_an_unknown_field_is_told_on_its_own_line_with_what_was_probably_meant(fault):
    found = fault("instruments", 0, "in_force", to="2021-06-01")

    assert found.told == (
        "instruments[0].in_force: The format has no such field. Did you mean “in_force_on”?"
    )
    assert found.line == '   "in_force": "2021-06-01"'


def test_an_unknown_field_that_resembles_none_is_told_with_the_fields_there_are(fault):
    assert (
        "The fields here are words, provision." in fault("instruments", 0, "legal_bases", 0, "x", to=1).told
    )


@pytest.mark.parametrize(
    ("path", "value", "sentence"),
    [
        (("functions",), {}, "This should be a list in [ ], not a group of fields in { }."),
        (("functions",), [], "This is empty: give at least one."),
        (("functions", 0), "F01", "This should be a group of fields in { }, not “F01”."),
        (("functions", 0, "name"), 7, "This should be text in double quotes, not “7”."),
        (("functions", 0, "name"), " ", "This is blank: write it, or leave it out."),
        (("functions", 0, "name"), "n" * 2001, "This is 2,001 characters long; at most 2,000 can be kept."),
        (("functions", 0, "code"), "F/1", "“F/1” is not a code: a letter"),
        (("functions", 0, "code"), "F01\n", "“F01\n” is not a code: a letter"),
        (("functions", 0, "kind"), "excecutive", "“excecutive” is not one of: executive, non-executive"),
        (("functions", 0, "sources"), [], "This is empty: give at least one."),
        (("functions", 0, "sources", 0), "javascript:x", "“javascript:x” is not an address that begins with"),
        (("functions", 0, "sources", 0), "the minutes", "“the minutes” is not an address that begins with"),
        (("authority", "gss"), "E8000999", "“E8000999” is not a GSS code"),
        (("authority", "slug"), "../etc", "“../etc” is not a short name for addresses"),
        (("authority", "demonstration"), "yes", "This should be true or false, not “yes”."),
        (("appointments", 0, "first"), 2015, "This should be text in double quotes or null, not “2015”."),
        (("instruments", 0, "moves", 0, "scope", "all"), False, "This should be true, not “false”."),
        (("proposals", 0, "directed"), ["F02", "F02"], "The same thing is listed twice."),
    ],
)
def test_a_value_of_the_wrong_sort_is_told_with_what_it_should_be(fault, path, value, sentence):
    found = fault(*path, to=value)

    assert found.problem.sentence.startswith(sentence)
    assert found.problem.field == "".join(f"[{p}]" if isinstance(p, int) else f".{p}" for p in path)[1:]


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("2021-04-31", "2021-04-31 does not exist: April 2021 has 30 days."),
        ("2021-02-29", "2021-02-29 does not exist: February 2021 has 28 days."),
        ("2021-13-01", "2021-13-01 does not exist: there is no month 13."),
        ("0221-06-01", "0221-06-01 is in the year 221: is that the year you mean?"),
        ("01/06/2021", "“01/06/2021” is not a day written as year-month-day, such as 2015-02-26."),
        ("2021-06", "“2021-06” is not a day written as year-month-day, such as 2015-02-26."),
        ("２０２１-06-01", "“２０２１-06-01” is not a day written as year-month-day, such as 2015-02-26."),
    ],
)
def test_a_day_that_does_not_exist_is_told_on_its_line(fault, value, sentence):
    found = fault("instruments", 1, "in_force_on", to=value)

    assert found.told == f"instruments[1].in_force_on: {sentence}"
    assert found.line == f'   "in_force_on": "{value}",'


@pytest.mark.parametrize("value", ["2023-02-15T25:00", "2023-02-15T9:30", "2023-02-15T12:00:00Z", "noon"])
def test_a_closing_time_that_is_no_time_is_refused(fault, value):
    assert fault("proposals", 0, "closes_at", to=value).problem.field == "proposals[0].closes_at"


def test_every_fault_of_shape_is_told_at_once_in_the_order_of_lines(example):
    example["authority"]["gss"] = "no"
    example["instruments"][2]["made_on"] = "2023-02-30"
    del example["compiled_on"]

    problems = refused(example).error.problems

    assert [problem.field for problem in problems] == [
        "compiled_on",
        "authority.gss",
        "instruments[2].made_on",
    ]
    assert [problem.line for problem in problems] == sorted(problem.line for problem in problems)


def test_the_message_names_file_line_and_field(fault):
    found = fault("authority", "gss", to="no")

    assert str(found.error).startswith("harrowmere.json, line 7, authority.gss: “no” is not a GSS code")

"""Files of the right shape whose statements cannot all be true."""

import pytest

from tests.records.recordfile.faults import GONE, refused


@pytest.mark.parametrize(
    ("path", "value", "sentence"),
    [
        (("functions", 1, "code"), "F01", "The code F01 is used twice: functions[0] has it too."),
        (("instruments", 1, "code"), "I01", "The code I01 is used twice: instruments[0] has it too."),
        (("functions", 0, "group"), "plaice", "There is no group plaice in this file. Did you mean place?"),
        (("functions", 2, "parent"), "F09", "There is no function F09 in this file."),
        (("appointments", 0, "portfolio", 1), "X", "There is no function X in this file."),
        (("appointments", 0, "last"), "2021-05-31", "2021-05-31 comes before 2021-06-01, which is first."),
        (("appointments", 1, "first_inferred"), "Why?", "This tells why first was inferred, but there is no"),
        (
            ("instruments", 0, "in_force_on"),
            "2021-05-27",
            "2021-05-27 comes before 2021-05-28, which is made_on.",
        ),
        (
            ("instruments", 0, "expires_on"),
            "2021-05-31",
            "2021-05-31 comes before 2021-06-01, which is in_force",
        ),
        (("instruments", 1, "amends", 0), "I09", "There is no instrument I09 in this file."),
        (("instruments", 1, "extends", 0, "instrument"), "Z", "There is no instrument Z in this file."),
        (("instruments", 2, "revokes", 0, "instrument"), "Z", "There is no instrument Z in this file."),
        (
            ("instruments", 2, "revokes", 0, "scope", "functions", 0),
            "Z",
            "There is no function Z in this file.",
        ),
        (("instruments", 0, "legal_bases", 0, "provision"), "s.15", "The lawbook has no provision “s.15”."),
        (("instruments", 0, "moves", 0, "scope", "except", 0), "Z", "There is no function Z in this file."),
        (("instruments", 0, "moves", 0, "scope"), {}, "A scope needs exactly one of functions, group,"),
        (
            ("instruments", 0, "moves", 0, "scope", "all"),
            True,
            "A scope needs exactly one of functions, group,",
        ),
        (("instruments", 0, "moves", 1, "scope", "group"), "x", "There is no group x in this file."),
        (("instruments", 0, "moves", 1, "holder"), "may", "There is no party may in this file. Did you mean"),
        (
            ("instruments", 0, "moves", 0, "overseer"),
            "maya",
            "An overseer is named, but no oversight that is",
        ),
        (
            ("instruments", 0, "moves", 2, "overseer"),
            GONE,
            "The oversight is ordinary: name the overseer who",
        ),
        (("instruments", 0, "moves", 1, "holder"), GONE, "This move changes nothing: give a holder, the"),
        (("instruments", 1, "moves", 1, "on"), "2022-03-31", "This is before the instrument is in force, on"),
        (("proposals", 0, "instrument"), "I09", "There is no instrument I09 in this file."),
        (("proposals", 0, "directed", 0), "F09", "There is no function F09 in this file."),
        (
            ("proposals", 0, "closes_at"),
            "2023-01-31T12:00",
            "2023-01-31 comes before 2023-02-01, which is opens",
        ),
        (("proposals", 0, "closes_at"), GONE, "This tells why closes_at was inferred, but there is no"),
        (("events", 0, "last"), "2022-11-06", "2022-11-06 comes before 2022-11-07, which is on."),
        (("events", 1, "proposal"), "P9", "There is no proposal P9 in this file."),
        (("delegations", 0, "given_by"), "sam", "There is no party sam in this file."),
        (("delegations", 0, "functions", 0), "Z", "There is no function Z in this file."),
        (("parties", 0, "kind"), "trust", "The code council is kept for the kind “council”."),
        (("parties", 2, "kind"), "nobody", "The code of the kind “nobody” is nobody."),
    ],
)
def test_each_contradiction_is_told_with_its_field(fault, path, value, sentence):
    found = fault(*path, to=value)

    assert found.problem.sentence.startswith(sentence)
    assert found.problem.field.startswith(f"{path[0]}[{path[1]}]")


def test_a_code_that_names_nothing_is_told_on_its_own_line(fault):
    found = fault("proposals", 0, "instrument", to="I09")

    assert found.line == '   "instrument": "I09",'


def test_a_part_needs_the_day_of_its_split(fault):
    found = fault("functions", 2, "split_on", to=GONE)

    assert found.told == "functions[2].parent: With parent there must also be split_on."


def test_every_contradiction_is_told_at_once(example):
    example["events"][1]["instrument"] = "I09"
    example["functions"][0]["group"] = "nowhere"

    problems = refused(example).error.problems

    assert [problem.field for problem in problems] == ["functions[0].group", "events[1].instrument"]


def test_a_function_moved_twice_is_told_at_the_later_move(example):
    example["instruments"][0]["moves"].append({"scope": {"functions": ["F02"]}, "holder": "council"})

    found = refused(example)

    assert found.problem.field == "instruments[0].moves[3]"
    assert (
        "F02 Financial services, not including audit is moved twice on 1 June 2021" in found.problem.sentence
    )


def test_a_part_named_before_it_was_split_out_is_told_at_its_instrument(fault):
    found = fault("instruments", 0, "moves", 1, "scope", to={"functions": ["F03"]})

    assert found.problem.field == "instruments[0]"
    assert "cannot name F03 Audit on 1 June 2021" in found.problem.sentence


def test_a_function_that_is_a_part_of_itself_is_told_at_the_function(example):
    example["functions"][1] |= {"parent": "F03", "split_on": "2022-04-01"}

    found = refused(example)

    assert found.problem.field == "functions[1]"
    assert "cannot be a part of itself" in found.problem.sentence


def test_an_instrument_that_amends_itself_is_told_at_the_instrument(fault):
    found = fault("instruments", 1, "amends", to=["I02"])

    assert found.told == ("instruments[1]: I02 cannot amend itself, directly or through other instruments.")

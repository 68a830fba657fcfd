"""Transfers: who holds, is to hold or keeps a function."""

import pytest

from tests.reading.reading_room import claims_in, claims_of, only_claim


@pytest.mark.parametrize(
    ("words", "function", "holder", "status"),
    [
        ("He was minded to return control of harbours to the council.", "harbours", "council", "proposed"),
        ("Control over licensing was restored to councillors.", "licensing", "council", "in_force"),
        ("Libraries would remain with the commissioners.", "Libraries", "commissioners", "retained"),
        (
            "Commissioners took over the running of finance in March 2025.",
            "finance",
            "commissioners",
            "in_force",
        ),
        ("The Borough is to regain control over its ferries.", "ferries", "council", "proposed"),
        (
            "Children's services have been moved to an independent trust.",
            "Children's services",
            "other",
            "in_force",
        ),
        (
            "Responsibility for audit still rests with the Commissioners.",
            "audit",
            "commissioners",
            "retained",
        ),
        ("The council was stripped of its powers over planning.", "planning", "commissioners", "in_force"),
        ("We ask you to widen the Directions to take in parks.", "parks", "commissioners", "proposed"),
        ("The Commissioners recommend the return of parks to the Council.", "parks", "council", "proposed"),
    ],
)
def test_a_function_is_with_a_holder(words, function, holder, status):
    found = only_claim(words, "transfer").attributes

    assert (found["function"], found["holder"], found["status"]) == (function, holder, status)


def test_each_function_of_a_list_is_a_transfer():
    words = "She intends to return housing, parks, street lighting and registrars to the council."

    named = [c.attributes["function"] for c in claims_in(words, "transfer")]
    assert named == ["housing", "parks", "street lighting", "registrars"]


def test_a_lead_in_governs_the_list_under_it():
    words = "The following functions are returned to the Council:\n\n(a) parks; and\n\n(b) street cleaning."

    assert [c.attributes["function"] for c in claims_in(words, "transfer")] == ["parks", "street cleaning"]


def test_an_exact_day_of_the_move_is_kept():
    found = only_claim("Power over licensing went back to councillors on 3 May 2026.", "transfer")

    assert found.attributes["effective"] == "2026-05-03"


def test_powers_are_those_of_the_matter_that_the_lead_in_names():
    named = [c.attributes["function"] for c in claims_of("commissioners_update.txt") if c.type == "transfer"]

    assert named == ["licensing", "Finance", "Property"]


@pytest.mark.parametrize(
    "words",
    [
        "Members asked whether housing might be returned.",
        "The ball was returned to the council team.",
        "Tom gave his report to the council.",
    ],
)
def test_what_moves_no_function_is_no_transfer(words):
    assert claims_in(words, "transfer") == ()

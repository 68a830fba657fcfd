"""Authority given: who may act, and who must be heard first though another clause names them."""

import pytest

from tests.reading.reading_room import claims_in, only_claim


@pytest.mark.parametrize(
    ("words", "delegate", "consultees"),
    [
        (
            "RESOLVED: That authority to settle the fares be delegated to the Director of Ports. The Director"
            " shall consult the Leader and the Harbour Master before doing so.",
            "Director of Ports",
            ["Leader", "Harbour Master"],
        ),
        (
            "RESOLVED: That the wording be delegated to the Head of Ferries along the lines agreed.",
            "Head of Ferries",
            [],
        ),
        (
            "RESOLVED: That, after consultation with the Leader, the Head of Ferries be authorised to buy.",
            "Head of Ferries",
            ["Leader"],
        ),
        (
            "RESOLVED: That the Head of Ferries (in consultation with the Leader) be granted delegated"
            " authority to buy two.",
            "Head of Ferries",
            ["Leader"],
        ),
        (
            "Agreed: That the Harbour Master, having consulted the Chair and Vice-Chair, may close the pier.",
            "Harbour Master",
            ["Chair", "Vice-Chair"],
        ),
        (
            "The Board gave the Harbour Master leave to hire two pilots, once she had spoken to the Chair.",
            "Harbour Master",
            ["Chair"],
        ),
        (
            "Under the Directions the chief executive may, in an emergency, do what they may do.",
            "chief executive",
            [],
        ),
        ("It was left to the Group Leaders, acting together, to fill the places.", "Group Leaders", []),
    ],
)
def test_who_may_act_and_who_is_heard_first(words, delegate, consultees):
    found = only_claim(words, "delegation").attributes

    assert (found["delegate"], found["consultees"]) == (delegate, consultees)


def test_a_detail_left_open_in_a_resolution_is_delegated():
    words = "AGREED that a ferry day be held, the details to be left to the Harbour Master."

    assert [c.attributes["verb"] for c in claims_in(words, "decision")] == ["approve", "delegate"]
    assert only_claim(words, "delegation").attributes["delegate"] == "Harbour Master"


def test_times_that_are_re_let_are_nobodys_authority():
    words = "RESOLVED: to ask Ada to explain the re-let times to that committee."

    assert claims_in(words, "delegation") == ()


def test_authority_that_would_be_given_if_something_happens_is_not_given():
    words = "If Council agrees the fares, authority will be delegated to the Director of Ports."

    assert not claims_in(words, "delegation")


@pytest.mark.parametrize(
    "words",
    [
        "The Board decided to grant planning permission to change the use of two floors.",
        "The Board resolved to allow a variation to a lease of the pier.",
    ],
)
def test_permission_for_a_thing_gives_nobody_authority(words):
    assert not claims_in(words, "delegation")
    assert only_claim(words, "decision").attributes["verb"] == "approve"


@pytest.mark.parametrize(
    "words",
    [
        "RESOLVED: That the Harbour Master be given delegated authority to:\n\n- buy oars\n\n- sell the"
        " pier\n",
        "Resolved:\n\n1. to authorise the Harbour Master to:\n\n(a) buy oars; and\n\n(b) sell the pier.\n",
    ],
)
def test_what_an_officer_may_do_may_stand_in_a_list_and_is_one_decision(words):
    assert only_claim(words, "delegation").attributes["delegate"] == "Harbour Master"
    only_claim(words, "decision")

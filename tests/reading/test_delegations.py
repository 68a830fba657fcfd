"""Delegations: who may act, and who must be heard first."""

import pytest

from tests.reading.reading_room import claims_in, only_claim


@pytest.mark.parametrize(
    ("words", "delegate", "consultees"),
    [
        (
            "RESOLVED that authority be delegated to the Director of Harbours, in consultation with"
            " the Leader, to act.",
            "Director of Harbours",
            ["Leader"],
        ),
        ("RESOLVED that the Chief Finance Officer be authorised to sign.", "Chief Finance Officer", []),
        (
            "RESOLVED that the Head of Assets be given authority, with the Harbour Master being"
            " consulted, to sell.",
            "Head of Assets",
            ["Harbour Master"],
        ),
        (
            "Agreed: That the Managing Director be empowered, after consulting the Leader and the"
            " Mayor, to settle it.",
            "Managing Director",
            ["Leader", "Mayor"],
        ),
        (
            "DELEGATED to the Director of Schools the moving of pupils, subject to her first"
            " consulting the governors.",
            "Director of Schools",
            ["governors"],
        ),
        (
            "RESOLVED: That the Piermaster and the Clerk be left to choose the paint.",
            "Piermaster and the Clerk",
            [],
        ),
        (
            "The Proper Officer may, after obtaining the views of the boat owners, close any slipway.",
            "Proper Officer",
            ["boat owners"],
        ),
        (
            "Authority to sign the lease was given to Ada Lindqvist, Head of Estates, after discussion with"
            " the Leader.",
            "Ada Lindqvist",
            ["Leader"],
        ),
        ("Under the scheme the Licensing Officer may suspend a licence at once.", "Licensing Officer", []),
    ],
)
def test_authority_is_given_to_somebody_who_must_hear_others(words, delegate, consultees):
    found = only_claim(words, "delegation").attributes

    assert (found["delegate"], found["consultees"]) == (delegate, consultees)


def test_acting_under_authority_already_held_is_no_delegation():
    assert (
        claims_in("The Harbour Master, acting under delegated powers, closed the pier.", "delegation") == ()
    )

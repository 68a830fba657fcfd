"""Who has a function, in the grammar of ministers' statements, council news and reports on interventions."""

import pytest

from tests.reading.claims.moves import INTERVENTION, moves_in
from tests.reading.reading_room import claims_in


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The Minister won't return licensing to the Council.", ["licensing | commissioners | retained"]),
        ("We haven't handed ferries back to the Council.", ["ferries | commissioners | retained"]),
        ("The Commissioners will keep oversight over all returned functions.", []),
        (
            "To give residents confidence, housing would be returned with enhanced oversight.",
            ["housing | council | proposed"],
        ),
        (
            "I am exercising my powers under the Act to return two services, parks and piers, to it.",
            ["parks | council | in_force", "piers | council | in_force"],
        ),
        ("Views are invited before a final decision on returning licensing to the Council.", []),
        (
            "The Minister asked Commissioners to take over grants and prepare a plan.",
            ["grants | commissioners | proposed"],
        ),
        (
            "In future, youth services in the borough will be managed by an independent trust.",
            ["youth services | other | proposed"],
        ),
        (
            "The order will see decisions on tourism return to the Council.",
            ["tourism | council | in_force"],
        ),
        (
            "Commissioners would continue to run grants and take decisions on property.",
            ["grants | commissioners | retained", "property | commissioners | retained"],
        ),
        ("Decisions are taken away from the Council if they are late.", []),
        (
            "The Minister returned legal and democratic services to the Council.",
            ["legal and democratic services | council | in_force"],
        ),
        (
            "The Commissioners handed back key powers to the Council.",
            ["key powers | council | in_force"],
        ),
        (
            "From 1 April 2023 the Council regained 2023 events.",
            ["events | council | in_force"],
        ),
        ("The Commissioners appointed a returning officer in Harrowmere.", []),
        (
            "The new Directions provide the Commissioners with powers over grants and staffing.",
            ["grants | commissioners | in_force", "staffing | commissioners | in_force"],
        ),
        (
            "The Minister rejected the Council's claims that it could cope, instructing the "
            "Commissioners to take"
            " control of grants.",
            ["grants | commissioners | in_force"],
        ),
        (
            "They set out the Commissioners' increased powers in making decisions about:\n\n- senior "
            "staff\n- fees",
            ["senior staff | commissioners | in_force", "fees | commissioners | in_force"],
        ),
        (
            "Services include housing and markets, which are due to be returned to the Council.",
            ["housing | council | proposed", "markets | council | proposed"],
        ),
        (
            "We do not propose to hand back those services which still need work, including adoption.",
            ["adoption | commissioners | retained"],
        ),
        ("They replicate the powers granted to the Commissioners.", []),
        (
            '"We never lost licensing," said Councillor Otway.',
            ["licensing | council | retained"],
        ),
        ("I am minded to exercise my powers to extend the intervention.", []),
        (
            "The Commissioners' power to approve the pay policy lapsed in May.",
            ["approve the pay policy | council | in_force"],
        ),
        (
            "The Commissioners will continue to:\n\n- run grants\n- oversee property",
            ["grants | commissioners | retained"],
        ),
        (
            "Parks went back in May. The decision to return powers was taken in April.",
            ["Parks | council | in_force"],
        ),
    ],
)
def test_official_papers_tell_who_has_a_function(words: str, expected: list[str]) -> None:
    assert moves_in(words) == expected


def test_the_day_of_an_announcement_is_no_day_of_the_move() -> None:
    words = "On 9 February 2026 I announced my intention to return parks to the Council."
    (parks,) = claims_in(f"{INTERVENTION}\n\n{words}", "transfer")
    assert parks.attributes["effective"] is None


def test_a_quote_takes_in_the_noun_of_its_function() -> None:
    (kept,) = claims_in(f"{INTERVENTION}\n\nThe Council retains the licensing function.", "transfer")
    assert kept.quote == "The Council retains the licensing function"


def test_what_these_points_to_is_the_list_before_it() -> None:
    words = (
        "Going back to the Council:\n\n- parks\n- piers\n\nKept by the Commissioners:\n\n- audit\n- "
        "housing\n\n"
        "These are not yet ready for return."
    )
    assert [line for line in moves_in(words) if line.endswith("retained")] == [
        "audit | commissioners | retained",
        "housing | commissioners | retained",
    ]


def test_the_day_of_the_clause_before_is_no_day_of_the_move() -> None:
    words = (
        "The order will be revoked on 31 March 2026, and adoption will return to the Council the day after."
    )
    (adoption,) = claims_in(f"{INTERVENTION}\n\n{words}", "transfer")
    assert adoption.attributes["effective"] is None

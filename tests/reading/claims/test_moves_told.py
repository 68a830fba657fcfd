"""Who has a function, told in sentences that lean on others or that no verb frame reads."""

import pytest

from tests.reading.claims.moves import INTERVENTION, moves_in
from tests.reading.reading_room import claims_in


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Street trading will still be dealt with by the Commissioners.",
            ["Street trading | commissioners | retained"],
        ),
        ("We no longer have any role in leisure.", ["leisure | council | in_force"]),
        (
            "The Commissioners stood back from decisions on tourism in May.",
            ["tourism | council | in_force"],
        ),
        (
            "It is for the Commissioners to appoint the chief executive.",
            ["appoint the chief executive | commissioners | in_force"],
        ),
        ("It is too soon to return licensing.", ["licensing | commissioners | retained"]),
        (
            "I am minded to remove audit from the list of functions that they exercise.",
            ["audit | council | proposed"],
        ),
        ("The Cabinet welcomed the decision to restore parks to it.", ["parks | council | in_force"]),
        ("Ferries are not among the functions to be returned.", ["Ferries | commissioners | retained"]),
        ("Bin rounds were the first to be returned.", ["Bin rounds | council | in_force"]),
        (
            "Planning decisions and elections are unaffected.",
            ["Planning decisions | council | retained", "elections | council | retained"],
        ),
        (
            "The areas for which Commissioners remain responsible are housing and waste.",
            ["housing | commissioners | retained", "waste | commissioners | retained"],
        ),
        (
            "The last service to go back will be libraries.",
            ["libraries | council | proposed"],
        ),
    ],
)
def test_a_clause_says_who_has_a_function(words, expected):
    assert moves_in(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "The Commissioners' remit now covers only audit and payroll.",
            ["audit | commissioners | in_force", "payroll | commissioners | in_force"],
        ),
        ("The Commissioners' control of licensing will lapse in May.", ["licensing | council | in_force"]),
        ("The Commissioners' powers over the quays stay until May.", ["quays | commissioners | retained"]),
        (
            "The only functions still with the Commissioners are audit and payroll.",
            ["audit | commissioners | retained", "payroll | commissioners | retained"],
        ),
        ("The Commissioners' role includes giving advice to members.", []),
    ],
)
def test_what_becomes_of_powers_says_who_has_them(words, expected):
    assert moves_in(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "The commissioners still appoint the returning officer.",
            ["appoint the returning officer | commissioners | retained"],
        ),
        ("Commissioners decide who gets grants.", ["grants | commissioners | in_force"]),
        ("Councillors can once again run the libraries.", ["libraries | council | in_force"]),
        (
            "It remains for the Commissioners to decide planning appeals.",
            ["decide planning appeals | commissioners | retained"],
        ),
        (
            "A new company, Harrowmere Lanterns, will run housing on the council's behalf.",
            ["housing | other | proposed"],
        ),
        ("The council manages its housing well.", []),
        ("Councillors are back in the driving seat on planning.", ["planning | council | in_force"]),
    ],
)
def test_what_somebody_does_says_who_has_the_power(words, expected):
    assert moves_in(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Children's services will become an independent trust.", ["Children's services | other | proposed"]),
        (
            "The Council can be trusted again with its own procurement.",
            ["procurement | council | proposed"],
        ),
        (
            "Nothing in these Directions affects the exercise by the Council of its planning functions.",
            ["planning | council | retained"],
        ),
    ],
)
def test_what_becomes_of_a_service_or_a_right_says_who_has_it(words, expected):
    assert moves_in(words) == expected


def test_some_powers_beside_all_functions_are_named_as_well():
    words = "The Commissioners exercise all executive functions and a number of regulatory functions."

    assert moves_in(words) == [
        "all executive functions | commissioners | in_force",
        "a number of regulatory functions | commissioners | in_force",
    ]


def test_what_is_said_in_passing_of_a_function_is_said():
    words = "Youth work, which the Council kept in 2026, is well run."

    assert moves_in(words) == ["Youth work | council | retained"]


def test_what_is_not_yet_ready_stays():
    words = "Commissioners recommended that parks be returned. Housing was not yet ready."

    assert moves_in(words) == ["parks | council | proposed", "Housing | commissioners | retained"]


def test_an_answer_to_a_proposal_is_no_proposal():
    words = "The Commissioners proposed to hand back piers. I accept that proposal in respect of piers."

    assert moves_in(words) == ["piers | council | proposed", "piers | council | in_force"]


def test_what_an_order_says_will_be_is_in_force():
    words = "I have today issued Directions. The Council will regain control of parks on 1 May 2026."

    assert moves_in(words) == ["parks | council | in_force"]


def test_what_a_consultation_says_will_be_is_proposed():
    words = (
        "Representations must be received by 4 May. Commissioners will exercise the function of procurement."
    )

    assert moves_in(words) == ["procurement | commissioners | proposed"]


def test_so_does_repeats_who_keeps_a_function():
    words = "Housing remains with the Commissioners. So does the recruitment of chief officers."

    assert moves_in(words) == [
        "Housing | commissioners | retained",
        "recruitment of chief officers | commissioners | retained",
    ]


def test_you_are_the_commissioners_to_whom_a_minister_writes():
    letter = (
        "Ada Moss\nMinister for Local Government\n\nMaya Lindqvist\nLead Commissioner\n\nDear Maya\n\n"
        "The review of Harrowmere's children's services has been read. Fostering will stay with you."
    )

    assert moves_in(letter) == ["Fostering | commissioners | retained"]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Licensing was returned to the Council on 1 May 2023.", "2023-05-01"),
        ("On 1 May 2023 licensing was returned to the Council.", "2023-05-01"),
        ("Licensing was handed to the Commissioners with effect from 2 May 2023.", "2023-05-02"),
        ("Licensing is to be returned to the Council by 1 May 2023.", None),
        ("Licensing was returned to the Council in May 2023.", None),
    ],
)
def test_a_move_counts_from_an_exact_day_that_is_stated_for_it(words, day):
    found = claims_in(f"{INTERVENTION}\n\n{words}", "transfer")

    assert [claim.attributes["effective"] for claim in found] == [day]


@pytest.mark.parametrize(
    ("words", "commitments"),
    [
        ("The Minister has directed that licensing will be with the Commissioners from 10 March 2025.", 0),
        ("I am minded to return licensing to the Council on 10 March 2025.", 1),
    ],
)
def test_a_move_already_directed_is_nothing_that_somebody_still_owes(words, commitments):
    text = f"{INTERVENTION}\n\n{words}"

    assert (len(claims_in(text, "transfer")), len(claims_in(text, "commitment"))) == (1, commitments)


@pytest.mark.parametrize("last", ["run", "run by", "Run"])
def test_a_line_may_end_in_a_verb_that_has_nothing_behind_it(last):
    assert (
        moves_in(f"{INTERVENTION}\n\nThe ferry of the Council is to {last}\n\nLicensing is a service.") == []
    )

"""Who holds a function, however a page names the holder or asks after him."""

import pytest

from tests.reading.reading_room import claims_in

PAGE = "Harrowmere Borough Council: intervention\n\nThe Secretary of State sent commissioners in 2024.\n\n"


def transfers_of(words):
    found = (c.attributes for c in claims_in(PAGE + words, "transfer"))
    return [(a["function"], a["holder"], a["status"]) for a in found]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Who runs the libraries? The commissioners.", ("libraries", "commissioners", "in_force")),
        ("Who decides on licensing? Councillors do, as always.", ("licensing", "council", "retained")),
        ("Licensing carries on under Cabinet.", ("Licensing", "council", "retained")),
        ("Parks are run by the Council, as they always were.", ("Parks", "council", "retained")),
        ("Flood defence remains a Harrowmere responsibility.", ("Flood defence", "council", "retained")),
        ("The museum service became a charity in 2019.", ("museum service", "other", "in_force")),
        ("The commissioners have had payroll since March.", ("payroll", "commissioners", "in_force")),
        (
            "The commissioners, not Cabinet, take decisions on parks.",
            ("parks", "commissioners", "in_force"),
        ),
        (
            "Adoption will be performed by the Trust.",
            ("Adoption", "other", "proposed"),
        ),
    ],
)
def test_a_holder_is_told_by_many_turns(words, expected):
    assert transfers_of(words) == [expected]


def test_another_council_by_name_is_another_holder():
    assert transfers_of("I recommend that adoption be transferred to Arden County Council.") == [
        ("adoption", "other", "proposed")
    ]


def test_a_question_moves_nothing():
    assert transfers_of("Would I give the markets back tomorrow? I might.") == []

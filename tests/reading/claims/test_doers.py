"""Who is to do what a sentence tells, by its grammar."""

from datetime import date

import pytest

from tests.reading.reading_room import claims_in, only_claim

DAY = date(2026, 3, 12)


def owner(words: str) -> object:
    return only_claim(words, "commitment", day=DAY).attributes["owner"]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("The Board agreed that the Head of Audit will send the plan by 30 June 2026.", "the Head of Audit"),
        ("RESOLVED that the Council will consult on the scheme by 30 June 2026.", "the Council"),
        ("I expect the Authority to send me its plan by 30 June 2026.", "the Authority"),
        ("The Board has agreed to fund the ferry and will look at it again by 30 June 2026.", "The Board"),
        ("The audit will be finished by the Head of Audit by 30 June 2026.", "the Head of Audit"),
    ],
)
def test_the_doer_is_the_subject_of_the_verb_or_whoever_is_asked(words, who):
    assert owner(words) == who


@pytest.mark.parametrize(
    "words",
    [
        "Updated Terms of Reference for the Board to be provided by 30 June 2026.",
        "Members will be briefed on the ferry by 30 June 2026.",
        "A further inspection from Ofsted is expected by 30 June 2026.",
        "The Chair reported that workshops for members would be arranged by 30 June 2026.",
    ],
)
def test_a_thing_and_whoever_is_served_do_nothing(words):
    assert owner(words) is None


def test_a_verb_joined_to_another_has_its_doer():
    found = claims_in(
        "The Clerk was asked to write to the bus company by 4 May 2026 and to report by 1 June 2026.",
        "commitment",
        day=DAY,
    )

    assert [claim.attributes["owner"] for claim in found] == ["The Clerk", "The Clerk"]

"""Actions given in blocks of labelled lines, as audit reports give them."""

from datetime import date

import pytest

from tests.reading.reading_room import claims_in, only_claim

DAY = date(2026, 3, 12)


def block(*lines: str) -> str:
    return "\n".join(lines)


@pytest.mark.parametrize(
    "words",
    [
        block(
            "Recommendation 2: Slipway keys should be signed for.",
            "Management response: Agreed. The harbour office keeps a book of keys.",
            "Responsible officer: Harbour Master",
            "Target date: 30 September 2026",
        ),
        block(
            "Finding: Slipway keys are not signed for.",
            "Agreed action",
            "The harbour office keeps a book of keys.",
            "Lead officer",
            "Harbour Master",
            "Timescale",
            "By 30 September 2026",
        ),
        block(
            "Action: Buy a book of keys for the harbour office",
            "Implementation date: 30 September 2026",
            "Responsible: Harbour Master",
            "Status: In progress",
        ),
    ],
)
def test_an_action_is_due_when_its_block_says(words):
    found = only_claim(words, "commitment", day=DAY).attributes

    assert (found["due_to"], found["owner"]) == ("2026-09-30", "Harbour Master")


@pytest.mark.parametrize(
    ("response", "status"),
    [("Not accepted.", "Open"), ("Agreed. A book of keys will be kept.", "Complete")],
)
def test_a_block_that_is_done_or_refused_commits_nobody(response, status):
    words = block(
        f"Management response: {response}",
        "Owner: Ada",
        "Target date: 30 September 2026",
        f"Status: {status}",
    )

    assert claims_in(words, "commitment", day=DAY) == ()


def test_a_time_in_the_words_of_the_action_is_its_own():
    words = block(
        "Agreed action: Ada will buy the book by 1 May 2026.", "Owner: Ada", "Target date: 30 September 2026"
    )

    assert only_claim(words, "commitment", day=DAY).attributes["due_to"] == "2026-05-01"


def test_a_table_of_what_who_and_when_is_one_of_actions_and_not_of_holders():
    words = block("What | Who | When", "Sign the ferry agreement | Chief Executive | By 1 December 2026")

    assert only_claim(words, "commitment", day=DAY).attributes["owner"] == "Chief Executive"
    assert claims_in(words, "transfer", day=DAY) == ()


def test_the_head_of_a_tracker_decides_nothing():
    words = block(
        "Ref | Action agreed | Lead officer | Due date", "A1 | Paint the pier | Ada Birch | 4 December 2026"
    )

    assert claims_in(words, "decision", day=DAY) == ()


@pytest.mark.parametrize(
    ("said", "first", "last"), [("January", "01-01", "01-31"), ("June.", "06-01", "06-30")]
)
def test_a_due_line_may_name_a_month_and_nothing_else(said, first, last):
    words = block("Action: Harbour office to hand out the book of keys.", "", f"Due: {said}")

    found = only_claim(words, "commitment", day=date(2026, 12, 13)).attributes

    assert (found["due_from"], found["due_to"]) == (f"2027-{first}", f"2027-{last}")

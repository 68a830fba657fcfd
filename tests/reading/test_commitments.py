"""Commitments: work to be done by a stated time, and promises to report."""

from datetime import date

import pytest

from tests.reading.reading_room import claims_in, only_claim

DAY = date(2026, 10, 12)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("The new pier is planned to be in place by the end of March 2027.", None, "2027-03-31"),
        ("Work will start in June.", "2027-06-01", "2027-06-30"),
        ("The Council has until 3 November 2026 to make representations.", None, "2026-11-03"),
        ("RESOLVED that Tom bring a paper to the December meeting.", "2026-12-01", "2026-12-31"),
        ("Publication of the harbour plan in March 2027.", "2027-03-01", "2027-03-31"),
        ("The Harbour Master undertook to circulate the figures.", None, None),
        ("A final report will be sent to the Board within six weeks.", None, None),
    ],
)
def test_what_is_to_be_done_is_due_in_these_days(words, first, last):
    found = only_claim(words, "commitment", day=DAY).attributes

    assert (found["due_from"], found["due_to"]) == (first, last)


@pytest.mark.parametrize(
    "words",
    [
        "The pier was mended in March 2016.",
        "The pier could be open by May 2027.",
        "If the grant is paid, work will start in June 2027.",
        "The Board hopes to finish by May 2027.",
        "The next meeting will be held on 5 November 2026.",
        "The budget for 2027/28 is £4m.",
    ],
)
def test_what_binds_nobody_is_no_commitment(words):
    assert claims_in(words, "commitment", day=DAY) == ()


def test_the_owner_is_as_written():
    found = only_claim("The Head of Audit will report to the Board by 5 May 2027.", "commitment", day=DAY)

    assert found.attributes["owner"] == "The Head of Audit"


def test_a_row_of_an_action_log_names_what_who_and_when():
    words = "Ref | Item | Who | When\nG1 | Chair to write to the Minister | Ada | 30/11/26"

    found = only_claim(words, "commitment", day=DAY).attributes
    assert (found["owner"], found["due_to"]) == ("Ada", "2026-11-30")

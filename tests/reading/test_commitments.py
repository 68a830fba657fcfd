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


@pytest.mark.parametrize(
    "words",
    [
        "That the lease be held over until the next meeting.",
        "The Licensing Officer will be asked to explain the delay.",
        "Deferred to 8 December 2026.",
        "Anybody who wishes to object should write to Tom by 4 December 2026.",
        "If you wish to comment, you should do so by 4 December 2026.",
        "The aim was to reach ninety boats by 31 March 2027.",
        "The deadline for bids was 5 November 2026.",
    ],
)
def test_what_is_put_off_asked_for_or_invited_is_a_commitment(words):
    only_claim(words, "commitment", day=DAY)


@pytest.mark.parametrize(
    "words",
    [
        "Would I open the pier tomorrow?",
        "Twelve residents asked for a report.",
        "The boat owners asked us to come back with figures.",
        "Idris asked Ada to explain the fall, and she said that fees had risen.",
        "Any officer who receives a gift must report it to the Monitoring Officer.",
        "It is suggested that Tom write to the Minister by 4 December 2026.",
        "If demand rises, a further report will be made.",
    ],
)
def test_questions_suggestions_and_standing_duties_are_no_commitments(words):
    assert claims_in(words, "commitment", day=DAY) == ()


def test_a_term_without_a_year_has_no_days():
    found = only_claim("Tom will report to the Board in the autumn term.", "commitment", day=DAY).attributes

    assert (found["due_from"], found["due_to"]) == (None, None)

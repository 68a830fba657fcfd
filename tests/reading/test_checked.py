"""Figures of whole documents, worked out again: shares, totals of lists and of tables."""

import pytest

from handback.reading import read
from handback.reading.claims import find
from handback.reading.claims.checked import Checked, check


def checked(words: str) -> list[Checked]:
    return list(check(read(words.encode())))


def wrong(words: str) -> list[str]:
    """The arithmetic of the figures that do not hold."""
    return [one.finding.sentence for one in checked(words) if one.holds is False]


def test_a_share_that_is_wrong_stands_with_its_words_and_place():
    one = checked("Licensing\n\nOnly 11 of 36 actions (30%) are complete.")[0]

    assert (one.holds, one.quote) == (False, "11 of 36 actions (30%) are complete.")
    assert "Licensing" in one.place


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ("28 of 41 appeals (68%) were upheld.", True),
        ("Only 11 of 36 actions (30%) are complete.", False),
        ("£9.3m (74.9%) of the £12.4m of savings has been found.", True),
        ("About 30% of the staff (12 of 45) were away.", None),
    ],
)
def test_the_claim_holds_where_the_figure_checked_holds(words, holds):
    document = read(words.encode())
    (claim,) = find(document)
    (figure,) = check(document)

    assert (claim.attributes["holds"], figure.holds) == (holds, holds)
    assert claim.attributes["arithmetic"] == figure.finding.sentence


@pytest.mark.parametrize(
    "words",
    [
        "28 of 41 appeals (68%) were upheld.",
        "£9.3m (76%) of the £12.4m of savings has been found.",
        "About 30% of the staff (12 of 45) were away.",
        "Nearly 90% of the 50 actions are done.",
        "Some 40 of around 60 shops (66%) replied.",
        "Of the 3 boats, 1 (33%) sank, 1 (33%) leaked and 1 (33%) is well.",
        "Satisfaction rose from 45% to 52% of the 300 asked.",
        "12 missed by far (26.7% of the 45, 20% of all 60).",
    ],
)
def test_what_is_right_or_said_to_be_inexact_is_no_alarm(words):
    assert wrong(words) == []


def test_a_share_of_another_number_nearby_says_of_which():
    words = "In the year 30 of the 58 visits (55%) were early; there were 55 calls."

    assert wrong(words) == ["30 of 58 is 51.7 %, stated 55 %; it would be right of 55"]


def test_counts_that_miss_a_total_which_their_shares_make_do_not_hold():
    words = "Of the 203 replies, 118 (58%) backed it, 66 (33%) were opposed and 18 (9%) had no view."

    assert wrong(words) == ["118 + 66 + 18 is 202, stated 203"]


def test_a_column_that_misses_its_total_does_not_hold():
    words = "Team | Cases | Late\nParks | 40 | 10\nStreets | 24 | 6\nTotal | 65 | 16\n"

    assert wrong(words) == ["40 + 24 is 64, stated 65"]


def test_a_column_far_from_the_last_row_is_no_sum():
    words = "Team | Average wait\nParks | 40\nStreets | 24\nTotal | 31\n"

    assert wrong(words) == []


def test_a_document_without_text_has_no_figures():
    assert check(read(b"")) == ()

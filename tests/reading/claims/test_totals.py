"""Parts, shares and totals that stand in different clauses, and figures that are no ratio."""

import pytest

from tests.reading.reading_room import claims_in


def ratios_in(words: str) -> list[tuple[float | None, float | None, float | None]]:
    """Part, total and share of each ratio in some words."""
    found = [c.attributes for c in claims_in(words, "ratio")]
    return [(a["numerator"], a["denominator"], a["percent"]) for a in found]


@pytest.mark.parametrize(
    ("words", "ratio"),
    [
        ("The ferry took 96 calls. 72 were answered in ten days (75%).", (72, 96, 75)),
        (
            "The survey went to 1,200 boat owners. In all 480 replied, a response rate of 40%.",
            (480, 1200, 40),
        ),
        ("The yard has 40 boats. Of these 22 are mended. This is 55% of the fleet.", (22, 40, 55)),
        ("Inspectors looked at 24 boats and found that six were unsafe.", (6, 24, None)),
        ("64% of the harbour plan, or 32 of 50 tasks, had been done.", (32, 50, 64)),
        ("Only one ferry in six ran on time.", (1, 6, None)),
        ("In the last full year 7,400 of the 31,800 tickets were sold on board.", (7400, 31800, None)),
        ("Of those who answered (n=210), 45% came by ferry.", (None, 210, 45)),
        ("The lido was let on 219 of 365 days last year (60%).", (219, 365, 60)),
        ("36 were late, so 30 per cent of 120.", (36, 120, 30)),
        ("The harbour paid 96 of 120 bills within 30 days (80%).", (96, 120, 80)),
        (
            "During the quarter 1,200 calls came, of which 900 were answered within 20 seconds (75%).",
            (900, 1200, 75),
        ),
        ("The ferry heard from 250 homes from a sample of 1,000 homes (25%).", (250, 1000, 25)),
    ],
)
def test_a_total_in_another_clause_is_the_total(words, ratio):
    assert ratios_in(words) == [ratio]


@pytest.mark.parametrize(
    "words",
    [
        "On the vote 38 voting for and 19 against, the motion was carried.",
        "The ferry took ten days (73% of them wet).",
        "Our target is for 95% of the 800 calls to be answered.",
        "The service scored 3 for the second year; nine services were looked at.",
    ],
)
def test_votes_times_targets_and_scores_are_no_ratios(words):
    assert ratios_in(words) == []


def test_a_figure_of_the_year_before_is_no_result():
    words = "In May 61 of 80 boats (76%) were safe, against 47 of 80 (59%) in the year before."

    assert ratios_in(words) == [(61, 80, 76)]


def test_them_is_the_part_told_just_before():
    words = "Of the boats 71 of the 604 on the register were laid up, 49 of them in the yard."

    assert ratios_in(words) == [(71, 604, None), (49, 71, None)]


def test_parts_of_one_size_are_two_ratios():
    words = "3 of the 12 buoys were red, 6 green and 3 striped."

    assert ratios_in(words) == [(3, 12, None), (6, 12, None), (3, 12, None)]


def test_the_dashes_under_the_heads_of_a_table_are_no_heads():
    words = "Pier | Calls | In time | % in time |\n---|---|---|---|\nWest | 41 | 37 | 90.2 |\n"

    assert ratios_in(words) == [(37, 41, 90.2)]

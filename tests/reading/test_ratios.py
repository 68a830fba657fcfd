"""Ratios: counts out of a total and their shares, and whether the arithmetic agrees."""

from time import perf_counter

import pytest

from tests.reading.reading_room import claims_in, only_claim


@pytest.mark.parametrize(
    ("words", "part", "total", "share", "holds"),
    [
        ("28 of 41 appeals were upheld (68%).", 28, 41, 68, True),
        ("28 of 41 appeals were upheld (69%).", 28, 41, 69, False),
        ("Cameras are in 389 of the town's 402 cabs.", 389, 402, None, None),
        ("One in five requests came late.", 1, 5, None, None),
        ("Of the 47 boats seen this quarter 33 (70%) met the standard.", 33, 47, 70, True),
        ("From the 811 licensed boats 794 had radios.", 794, 811, None, None),
        ("41 appeals were heard, of which 28 were upheld.", 28, 41, None, None),
        ("There are 60 boats and 45 of them have data.", 45, 60, None, None),
        ("There are 6,410 boats. Of these, 6,153 had a licence in May (96%).", 6153, 6410, 96, True),
        ("£4.8m of the £6.0m of savings had been made (80%).", 4_800_000, 6_000_000, 80, True),
        ("In all 33% (32) of the actions are done.", 32, None, 33, None),
        ("12 missed by far (26.7% of the 45).", 12, 45, 26.7, True),
    ],
)
def test_a_count_stands_with_its_total_and_share(words, part, total, share, holds):
    found = only_claim(words, "ratio").attributes

    given = [found[name] for name in ("numerator", "denominator", "percent", "holds")]
    assert given == [part, total, share, holds]


def test_parts_of_one_total_are_ratios_of_their_own():
    words = "Of the 203 replies, 118 (58%) backed it; 66 (33%) were opposed and 19 (9%) took no view."

    assert [c.attributes["numerator"] for c in claims_in(words, "ratio")] == [118, 66, 19]


def test_a_table_row_gives_total_part_and_share():
    found = only_claim("Place                 16        8       50%", "ratio").attributes

    assert (found["numerator"], found["denominator"], found["percent"]) == (8, 16, 50)


@pytest.mark.parametrize(
    "words",
    [
        "The vote was 17 to 26.",
        "See page 3 of the report.",
        "The overspend was £3.1m (1.8%).",
        "98% of training is done.",
        "On 3 of May 2026 it rained.",
    ],
)
def test_numbers_that_share_nothing_are_no_ratio(words):
    assert claims_in(words, "ratio") == ()


def test_a_ratio_with_all_three_numbers_shows_its_arithmetic():
    found = only_claim("Only 11 of the 36 actions (30%) are done.", "ratio").attributes

    assert found["arithmetic"] == "11 of 36 is 30.6 %, stated 30 %"


def test_a_ratio_with_two_numbers_has_no_arithmetic():
    assert only_claim("Only 11 of the 36 actions are done.", "ratio").attributes["arithmetic"] is None


def test_items_of_a_list_are_parts_of_the_total_in_its_lead_in():
    words = "There were 96 boats to survey:\n\n- 60 are done (63%)\n- 36 are not (38%)\n"

    assert [c.attributes["denominator"] for c in claims_in(words, "ratio")] == [96, 96]


def test_the_head_of_a_column_tells_its_shares():
    words = "Audit opinion | Number | Percentage\nFull | 6 | 24\nPartial | 19 | 76\n"

    assert [c.attributes["percent"] for c in claims_in(words, "ratio")] == [24, 76]


@pytest.mark.parametrize("words", ["1 of 2 " * 3_000, "of the total of 3 " * 2_000, "and 3 were " * 3_000])
def test_words_made_to_be_slow_are_read_in_moments(words):
    begun = perf_counter()
    claims_in(words, "ratio")

    assert perf_counter() - begun < 5

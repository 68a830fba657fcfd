"""Charts of measures: what is drawn, what is said, and that neither rests on colour."""

from dataclasses import replace
from datetime import date

import pytest

from handback.web.shared.charts.measures.look import BLUE, COLOURS, GREY, ORANGE, shape
from handback.web.shared.charts.measures.process import process_chart
from handback.web.shared.charts.measures.ranges import Range, ranges_chart
from handback.web.shared.charts.measures.scale import scale_of
from handback.web.shared.charts.measures.spark import spark
from handback.web.shared.charts.measures.values import Drawn, Point, Series, Sort, Unit
from handback.web.shared.charts.tables import table
from tests.web.shared.examples import HOSTILE, parsed

PERCENT = Unit(after="%", decimals=1, times=100)
VALUES = (0.91, 0.93, 0.92, None, 0.94, 0.97)


def month(number, value, **said):
    on = date(2020, number, 1)
    limits = {"centre": 0.92, "lower": 0.88, "upper": 0.96, "target": 0.95}
    return Point(on, f"{on:%B %Y}", value, **{**limits, **said})


POINTS = tuple(month(number, value) for number, value in enumerate(VALUES, 1))
CAMERAS = Series("Vehicles with a camera", POINTS, PERCENT)


def with_last(**said):
    return replace(CAMERAS, points=(*POINTS[:-1], replace(POINTS[-1], **said)))


def contrast_with_white(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    light = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 1.05 / (0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2] + 0.05)


def test_the_words_begin_with_the_verdict():
    said = process_chart(replace(CAMERAS, verdict="improving since March 2020")).text

    assert said.startswith("Improving since March 2020. The latest of 5 values, for June 2020, is 97.0%.")


def test_the_words_name_the_limits_of_chance_and_what_lies_beyond_them():
    said = process_chart(with_last(sort=Sort.IMPROVING)).text

    assert "By chance alone nearly all values lie between 88.00% and 96.00% (limits), about 92.00%." in said
    assert "Over the whole time 1 value is part of a change beyond chance." in said


def test_a_gap_is_told_and_leaves_its_place():
    chart = process_chart(CAMERAS)

    assert "There is no value for April 2020." in chart.text
    assert chart.svg.count("<line x1") - process_chart(with_last(value=None)).svg.count("<line x1") == 1


def test_every_period_has_a_row_with_its_limits_its_target_and_what_it_is():
    rows = table(process_chart(with_last(sort=Sort.IMPROVING, rules=("Above the upper limit",))).rows)

    assert rows[-1] == [
        "June 2020",
        "97.0%",
        "",
        "92.00%",
        "88.00%",
        "96.00%",
        "95.0%",
        "Improvement beyond chance",
        "Above the upper limit",
        "",
    ]
    assert rows[3][7] == "No value"


def test_a_value_is_shown_with_its_counts():
    rows = process_chart(with_last(counts="28 of 41")).rows

    assert rows[-1].counts == "28 of 41"


def test_of_too_few_values_no_point_is_said_to_be_chance():
    assert {row.what for row in process_chart(replace(CAMERAS, says=False)).rows} == {"", "No value"}


def test_the_words_of_a_unit_stand_beside_the_drawing_and_not_on_it():
    points = tuple(replace(point, target=None) for point in POINTS)
    days = replace(CAMERAS, unit=Unit(after=" days", decimals=1), points=points)

    assert "days</text>" not in process_chart(days).svg


def test_the_same_values_make_the_same_bytes():
    assert process_chart(CAMERAS).svg == process_chart(CAMERAS).svg


def test_without_a_value_there_is_no_drawing_and_the_words_say_so():
    empty = process_chart(replace(CAMERAS, points=tuple(replace(point, value=None) for point in POINTS)))

    assert (empty.svg, empty.text) == ("", "No values have been entered for this measure yet.")


def test_a_drawing_escapes_the_names_in_it():
    hostile = replace(CAMERAS, title=HOSTILE, points=(replace(POINTS[0], period=HOSTILE), *POINTS[1:]))

    assert not [each for each in parsed(process_chart(hostile).svg).iter() if each.tag.endswith("script")]


def test_every_sort_of_point_has_a_shape_of_its_own():
    paths = [shape(sort).split('d="')[1].split('"')[0] for sort in Sort]

    assert len(set(paths)) == len(Sort)


@pytest.mark.parametrize("colour", sorted({GREY, BLUE, ORANGE, *COLOURS.values()}))
def test_every_colour_stands_out_from_the_paper_by_three_to_one(colour):
    assert contrast_with_white(colour) >= 3


def test_rules_that_pull_both_ways_are_ringed_and_said():
    chart = process_chart(with_last(sort=Sort.IMPROVING, conflict=True))

    assert "rules pull both ways" in chart.rows[-1].rules
    assert len(chart.svg) > len(process_chart(with_last(sort=Sort.IMPROVING)).svg)


def test_limits_drawn_anew_are_numbered_and_their_reason_is_said():
    drawn = replace(CAMERAS, rebased=(Drawn(date(2020, 3, 1), "the camera scheme became compulsory"),))

    assert (
        "Limits were drawn anew at mark 1: the camera scheme became compulsory." in process_chart(drawn).text
    )


@pytest.mark.parametrize(
    ("value", "target", "said"),
    [(0.9497, 0.95, "94.97%"), (0.949996, 0.95, "94.9996%"), (0.95, 0.95, "95.0%"), (0.9, 0.95, "90.0%"),
     (0.9497, None, "95.0%"), (None, 0.95, "")],
)  # fmt: skip
def test_a_value_has_the_places_that_tell_it_from_its_target(value, target, said):
    assert PERCENT.beside(value, target) == said


@pytest.mark.parametrize(
    ("unit", "value", "said"),
    [
        (PERCENT, 0.9531, "95.3%"),
        (Unit(before="£", decimals=0), -1234567.0, "−£1,234,567"),
        (Unit(after=" days"), 12.4, "12 days"),
        (Unit(after=" days"), -1.0, "−1 day"),
        (Unit(decimals=1), -0.01, "0.0"),
        (Unit(), None, ""),
    ],
)
def test_numbers_are_written_in_their_unit(unit, value, said):
    assert unit.said(value) == said


@pytest.mark.parametrize(
    "numbers", [[], [5.0], [0.0, 0.0], [-3.0, 8.0], [1e-9, 2e-9], [1e12, 3e12], [None, 4.0]]
)
def test_a_scale_holds_its_numbers_and_has_round_ticks(numbers):
    scale = scale_of(numbers, top=0, bottom=100)

    assert 2 <= len(scale.ticks()) <= 8
    assert all(0 <= scale.y(number) <= 100 for number in numbers if number is not None)


def test_a_small_line_says_what_it_shows_when_read_aloud():
    drawn = parsed(spark(POINTS, title="Vehicles with a camera: 97.0%, improving"))

    assert (
        next(drawn.iter("{http://www.w3.org/2000/svg}title")).text
        == "Vehicles with a camera: 97.0%, improving"
    )


@pytest.mark.parametrize("value", [None, 0.9])
def test_a_small_line_of_fewer_than_two_values_is_nothing(value):
    assert spark([replace(POINTS[0], value=value)], title="Nothing") == ""


def test_moving_ranges_say_which_moves_are_beyond_chance():
    moves = (
        Range(date(2020, 1, 1), "January 2020", None, 0.05, 0.16),
        Range(date(2020, 2, 1), "February 2020", 0.02, 0.05, 0.16),
        Range(date(2020, 3, 1), "March 2020", 0.2, 0.05, 0.16, far=True),
    )

    said = ranges_chart(CAMERAS, moves)

    assert "There was 1 such move: March 2020." in said.text
    assert [row.what for row in said.rows] == ["Chance variation", "A jump beyond chance"]

"""The time axis and the labels on it."""

from datetime import date

from handback.web.shared.charts.axis import Axis
from handback.web.shared.charts.packing import rows_above, rows_apart
from handback.web.shared.charts.svg import fitted, number, width_of


def labels(years, width):
    return [
        tick.label
        for tick in Axis(date(2010, 1, 1), date(2010 + years, 1, 1), 0, width).ticks()
        if tick.label
    ]


def test_days_outside_the_axis_stand_at_its_ends():
    axis = Axis(date(2020, 1, 1), date(2021, 1, 1), 100, 50)

    assert (axis.x(date(2019, 1, 1)), axis.x(date(2030, 1, 1))) == (100, 150)


def test_a_long_axis_labels_only_some_years():
    assert labels(20, 300) == ["2010", "2015", "2020", "2025"]


def test_a_short_axis_labels_months():
    assert labels(1, 800)[:3] == ["2010", "Feb", "Mar"]


def test_a_label_stands_above_every_later_line_it_would_reach():
    assert rows_above([(0, 100), (50, 80), (200, 300)]) == [1, 0, 0]


def test_crowded_labels_without_room_are_left_out():
    assert rows_apart([0, 1, 2], width=30, most=2) == [0, 1, None]


def test_text_that_fits_is_left_alone():
    assert fitted("Housing", width=200, size=13) == "Housing"


def test_text_is_cut_at_a_word_and_fits():
    cut = fitted("Planning and transportation policy", width=120, size=13)

    assert cut == "Planning and…"
    assert width_of(cut, 13) <= 120


def test_numbers_lose_needless_decimals():
    assert [number(value) for value in (1.0, 0.25, -0.01, 12)] == ["1", "0.2", "0", "12"]

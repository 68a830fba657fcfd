"""Charts of an index: every unit with its interval, what pulls the score, and the same without colour."""

import pytest

from handback.web.shared.charts.measures.bars import Pull, pulls_chart
from handback.web.shared.charts.measures.intervals import Ranged, intervals_chart
from handback.web.shared.charts.measures.look import BLUE, GREY
from handback.web.shared.charts.tables import table
from tests.web.shared.examples import HOSTILE, parsed

UNITS = (
    Ranged("Thornby", 100, 98, 100, "Thornby: 100, made otherwise 98 to 100"),
    Ranged("Harrowmere", 65.3, 60.9, 67.3, "Harrowmere: 65.3, made otherwise 60.9 to 67.3", is_own=True),
)
PULLS = (Pull("Recycling", 4.2, "pulls it up by 4.2"), Pull("Arrears", -1.5, "pulls it down by 1.5"))


def scores(units=UNITS, **said):
    return intervals_chart(units, title="Excellence", text="Harrowmere scores 65.3.", **said)


def test_every_unit_says_its_interval_when_it_is_pointed_at():
    assert all(one.said in scores().svg for one in UNITS)


def test_the_unit_that_is_told_is_known_by_shape_and_weight_and_not_by_colour_alone():
    drawn = scores().svg

    assert drawn.count('font-weight="700"') == 1
    assert BLUE in drawn
    assert GREY in drawn


def test_the_table_says_all_that_is_drawn():
    assert table(scores(decimals=1).rows)[1] == ["Harrowmere", "65.3", "60.9", "67.3"]


def test_places_stand_with_the_first_on_the_right():
    units = (Ranged("First", 1, 1, 1, ""), Ranged("Last", 8, 8, 8, ""))
    drawn = parsed(scores(units, least_is_best=True).svg)
    nested = [one for one in drawn.iter("{http://www.w3.org/2000/svg}svg") if one.get("y")]
    marks = [float(one.get("x").rstrip("%")) for one in nested]

    assert marks[0] > marks[1]


def test_without_units_there_is_no_drawing():
    assert scores(()).svg == ""


@pytest.mark.parametrize("units", [UNITS, UNITS[:1], (Ranged("One", 0, 0, 0, "One: 0"),)])
def test_the_same_numbers_are_the_same_bytes(units):
    assert scores(units) == scores(units)
    parsed(scores(units).svg)


@pytest.mark.parametrize("name", HOSTILE)
def test_names_are_escaped(name):
    parsed(scores((Ranged(name, 1, 0, 2, name),)).svg)
    parsed(pulls_chart([Pull(name, 1.0, name)], title=name, text="").svg)


def test_bars_stand_on_either_side_of_nothing_and_say_which():
    chart = pulls_chart(PULLS, title="Pulls", text="")

    assert 'x="50.00%"' in chart.svg
    assert table(chart.rows) == [["Recycling", "pulls it up by 4.2"], ["Arrears", "pulls it down by 1.5"]]


def test_where_nothing_pulls_nothing_is_drawn():
    assert pulls_chart([Pull("Recycling", 0.0, "neither")], title="Pulls", text="").svg == ""


def test_a_long_name_is_cut_on_a_phone_and_whole_in_the_table():
    long = "Applications for major developments that were decided in time"
    chart = pulls_chart([Pull(long, 1.0, "pulls it up by 1.0")], title="Pulls", text="")

    assert "hb-when-narrow" in chart.svg
    assert table(chart.rows)[0][0] == long

"""How an indicator stands: its axis with gaps, its chart and why, its verdicts, its place in the matrix."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from math import isnan

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from handback.core.frequencies import Frequency
from handback.core.periods import Period
from handback.records.measures import actions, standing
from handback.records.measures.gathering import whole_record
from handback.records.measures.measured.boards import board_of
from handback.records.measures.measured.entries import DecisionEntry, TargetEntry
from handback.records.measures.measured.findings import Sure, Way
from handback.records.measures.measured.words import DecisionKind, TargetKind
from handback.statistics.process_control import Signal, Sufficiency
from handback.statistics.process_control.choosing import Because, Kind
from tests.records.measures.conftest import BINS, LATER, MONDAY, ON, TUESDAY, months, value

CALM = [50, 53, 48, 51, 49, 52, 47, 50, 52, 49, 51, 48, 50, 53]
BETTER = [*CALM, 40, 38, 39, 41, 37, 39, 40]


def board(authority, **more):
    return standing.board(authority, on=ON, **more)


def set_target(authority, number, by, *, first=date(2023, 1, 1), **more):
    entry = TargetEntry(indicator="M01", period=Period(first), value=Decimal(number), **more)
    actions.set_target(authority, entry, by=by, at=MONDAY)


def decide(authority, kind, by, **more):
    entry = DecisionEntry(
        indicator="M01", kind=kind, reason="Agreed.", decided_by="Board", decided_on=ON, **more
    )
    actions.decide(authority, entry, by=by, at=TUESDAY)


def test_a_record_without_indicators_has_an_empty_board(harrowmere):
    assert (board(harrowmere).standings, board(harrowmere).cells) == ((), ())


def test_an_indicator_without_values_says_that_there_is_not_enough(harrowmere, bins):
    (one,) = board(harrowmere).standings

    assert (one.way, one.sure, one.points, one.last) == (Way.NOT_ENOUGH, Sure.NO_TARGET, (), None)


def test_a_calm_series_varies_by_chance(harrowmere, bins, recorded):
    recorded(CALM)

    assert board(harrowmere).by_code["M01"].way == Way.COMMON


def test_a_lasting_fall_of_what_should_be_low_is_improving_and_says_since_when(harrowmere, bins, recorded):
    recorded(BETTER)
    one = board(harrowmere).by_code["M01"]

    assert one.way == Way.IMPROVING
    assert {told.signal: told.label for told in one.fired}[Signal.BELOW_MEAN] == "March 2024"


def test_a_gap_keeps_its_place_on_the_axis(harrowmere, bins, recorded):
    recorded([50, None, 49, 51])
    points = board(harrowmere).by_code["M01"].points

    assert [point.label for point in points] == [
        "January 2023",
        "February 2023",
        "March 2023",
        "April 2023",
    ]
    assert points[1].entry is None
    assert isnan(points[1].value)


def test_four_points_are_too_few_to_say_anything(harrowmere, bins, recorded):
    recorded([50, 51, 49, 52])
    one = board(harrowmere).by_code["M01"]

    assert (one.way, one.sufficiency) == (Way.NOT_ENOUGH, Sufficiency.TOO_FEW)


def test_seven_points_are_provisional_and_assure_nothing(harrowmere, bins, recorded, ada):
    recorded(CALM[:7])
    set_target(harrowmere, 60, ada)
    one = board(harrowmere).by_code["M01"]

    assert (one.way, one.sure, one.sufficiency) == (Way.COMMON, Sure.NOT_ENOUGH, Sufficiency.PROVISIONAL)


@pytest.mark.parametrize(("target", "sure"), [(80, Sure.PASSES), (50, Sure.HIT_AND_MISS), (20, Sure.FAILS)])
def test_assurance_follows_the_target(harrowmere, bins, recorded, ada, target, sure):
    recorded(CALM)
    set_target(harrowmere, target, ada)

    assert board(harrowmere).by_code["M01"].sure == sure


def test_a_target_counts_from_the_period_in_which_it_is_in_force(harrowmere, bins, recorded, ada):
    recorded(CALM)
    set_target(harrowmere, 80, ada)
    set_target(harrowmere, 20, ada, first=date(2023, 7, 15))
    points = board(harrowmere).by_code["M01"].points

    assert [point.target for point in points][5:7] == [80.0, 20.0]


def test_a_trajectory_is_drawn_and_assures_nothing(harrowmere, bins, recorded, ada):
    recorded(CALM)
    set_target(harrowmere, 45, ada, kind=TargetKind.TRAJECTORY)
    one = board(harrowmere).by_code["M01"]

    assert (one.points[0].trajectory, one.sure) == (45.0, Sure.NO_TARGET)


def test_shares_with_their_counts_get_a_chart_of_shares_in_percent(harrowmere, appeals, ada):
    for period, above in zip(months(8), [30, 33, 28, 31, 29, 32, 27, 30], strict=True):
        counts = {"numerator": Decimal(above), "denominator": Decimal(41)}
        actions.record_value(harrowmere, value(None, period, indicator="M02", **counts), by=ada, at=MONDAY)
    one = board(harrowmere).by_code["M02"]

    assert (one.choice.kind, one.choice.because) == (Kind.P, Because.SHARES)
    assert one.points[0].centre == pytest.approx(100 * 240 / (8 * 41))


def test_shares_without_counts_get_the_usual_chart_and_say_why(harrowmere, appeals, recorded):
    recorded([70, 72, 68, 71, 75], indicator="M02")
    one = board(harrowmere).by_code["M02"]

    assert (one.choice.kind, one.choice.because) == (Kind.XMR, Because.NO_COUNTS)


def test_a_series_of_few_different_values_gets_a_run_chart(harrowmere, bins, recorded):
    recorded([0, 1, 0, 0, 1, 0, 1, 0])
    one = board(harrowmere).by_code["M01"]

    assert (one.choice.kind, one.run is not None, isnan(one.points[0].upper)) == (Kind.RUN, True, True)


def test_a_decided_chart_that_cannot_be_drawn_is_said(harrowmere, bins, recorded, ada):
    recorded(CALM)
    decide(harrowmere, DecisionKind.CHART, ada, choice="P")
    choice = board(harrowmere).by_code["M01"].choice

    assert (choice.kind, choice.unfit) == (Kind.XMR, Kind.P)


def test_a_rebase_draws_limits_anew(harrowmere, bins, recorded, ada):
    recorded(BETTER)
    decide(harrowmere, DecisionKind.REBASE, ada, first=date(2024, 3, 1))
    points = board(harrowmere).by_code["M01"].points

    assert points[14].begins_anew
    assert points[14].centre == pytest.approx(sum(BETTER[14:]) / 7)


def test_a_ghost_is_shown_and_counts_for_nothing(harrowmere, bins, recorded, ada):
    recorded([*CALM, 500])
    decide(harrowmere, DecisionKind.GHOST, ada, first=date(2024, 3, 1))
    one = board(harrowmere).by_code["M01"]

    assert (one.way, one.points[-1].is_ghost, one.last.label) == (Way.COMMON, True, "February 2024")


def test_the_profile_decided_on_is_the_one_asked(harrowmere, bins, recorded, ada):
    recorded(CALM)
    decide(harrowmere, DecisionKind.PROFILE, ada, choice="mdc-2023")

    assert board(harrowmere).by_code["M01"].profile == "mdc-2023"


def test_a_rebase_is_suggested_and_not_made(harrowmere, bins, recorded):
    recorded([*CALM, *[number - 20 for number in CALM]])
    one = board(harrowmere).by_code["M01"]

    assert (one.suggested_rebase.label, one.suggested_rebase.is_above) == ("March 2024", False)
    assert not any(point.begins_anew for point in one.points)


def test_the_worst_cell_comes_first(harrowmere, ada, recorded):
    for code, numbers in (("M01", CALM), ("M02", BETTER[::-1]), ("M03", BETTER)):
        actions.record_indicator(harrowmere, replace(BINS, code=code), by=ada, at=MONDAY)
        recorded(numbers, indicator=code)
    found = board(harrowmere)

    assert [(cell.way, cell.codes) for cell in found.cells] == [
        (Way.WORSENING, ("M02",)),
        (Way.COMMON, ("M01",)),
        (Way.IMPROVING, ("M03",)),
    ]
    assert found.cell(Way.WORSENING, Sure.FAILS).codes == ()


def test_what_chance_alone_would_flag_is_told(harrowmere, bins, recorded):
    recorded(CALM)

    assert 0 < board(harrowmere).flagged_by_chance < 0.2


def test_a_board_as_known_earlier_is_made_of_what_was_known(harrowmere, bins, recorded, ada):
    recorded(CALM)
    actions.record_value(harrowmere, value(99, months(1)[0]), reason="Miscounted.", by=ada, at=LATER)

    assert board(harrowmere, known_at=TUESDAY).by_code["M01"].points[0].value == 50
    assert board(harrowmere).by_code["M01"].points[0].value == 99


def test_one_indicator_stands_alone_as_it_does_on_the_board(harrowmere, bins, recorded):
    recorded(BETTER)
    alone = standing.indicator_standing(harrowmere, "M01", on=ON)

    on_the_board = board(harrowmere).by_code["M01"]
    assert (alone.way, alone.fired) == (on_the_board.way, on_the_board.fired)


def test_an_indicator_that_nobody_defined_does_not_stand(harrowmere):
    assert standing.indicator_standing(harrowmere, "M09", on=ON) is None


def test_an_annual_series_has_a_point_a_year(harrowmere, ada):
    actions.record_indicator(harrowmere, replace(BINS, frequency=Frequency.FINANCIAL_YEAR), by=ada, at=MONDAY)
    for year in (2019, 2021):
        period = Period(date(year, 4, 1), date(year + 1, 4, 1))
        actions.record_value(harrowmere, value(year, period), by=ada, at=MONDAY)

    points = board(harrowmere).by_code["M01"].points
    assert [point.label for point in points] == ["2019/20", "2020/21", "2021/22"]


def _queries(authority) -> int:
    with CaptureQueriesContext(connection) as asked:
        board_of(whole_record(authority), on=ON)
    return len(asked)


def test_a_board_asks_as_often_for_many_indicators_as_for_one(harrowmere, bins, recorded, ada):
    recorded(CALM)
    once = _queries(harrowmere)
    for number in range(2, 8):
        code = f"M{number:02}"
        actions.record_indicator(harrowmere, replace(BINS, code=code), by=ada, at=MONDAY)
        recorded(CALM, indicator=code)

    assert _queries(harrowmere) == once <= 14

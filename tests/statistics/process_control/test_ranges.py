"""Moving ranges: what they are worth, their limits, and what gaps cost."""

import numpy as np
import pytest

from handback.statistics.process_control import (
    MDC_EXCEL,
    Assurance,
    Sufficiency,
    Variation,
    series_finding,
    xmr,
)
from handback.statistics.process_control.attributes import p, p_prime, u, u_prime
from handback.statistics.process_control.rare import g, t

GAP = np.nan
CALM = [5.0, 6, 5, 7, 5, 6, 4, 6, 5, 7, 6, 5, 6, 5]


def said(chart):
    found = series_finding(chart, 0)
    return found.points, found.worth, found.sufficiency


def test_limits_of_a_series_without_gaps_are_worth_its_points():
    assert said(xmr(CALM[:13])) == (13, 13, Sufficiency.FULL)


def test_a_gap_costs_limits_a_moving_range():
    assert said(xmr([*CALM[:7], GAP, *CALM[7:13]])) == (13, 12, Sufficiency.PROVISIONAL)


def test_many_points_of_which_two_are_neighbours_are_worth_two():
    chart = xmr([*np.ravel([[one, GAP] for one in CALM]), 5.0, 6.0], targets=4.0)

    assert said(chart) == (16, 2, Sufficiency.TOO_FEW)
    assert (chart.verdict[0], chart.assurance[0]) == (Variation.NOT_ENOUGH, Assurance.NOT_ENOUGH)


def test_a_ghost_costs_as_much_as_a_gap():
    ghosts = np.arange(14) == 6

    assert said(xmr(CALM, ghosts=ghosts)) == (13, 12, Sufficiency.PROVISIONAL)


def test_only_points_since_the_rebase_are_worth_anything():
    assert said(xmr(CALM, rebased=np.arange(14) == 10)) == (4, 4, Sufficiency.TOO_FEW)


def test_a_range_that_is_screened_out_was_known_all_the_same():
    assert said(xmr([*CALM[:6], 500.0, *CALM[6:12]])) == (13, 13, Sufficiency.FULL)


@pytest.mark.parametrize(("chart", "worth"), [(p, 13), (u, 13), (p_prime, 12), (u_prime, 12)])
def test_gaps_cost_nothing_where_limits_rest_on_counts_alone(chart, worth):
    counted = [*CALM[:7], GAP, *CALM[7:13]]

    assert said(chart(counted, [10.0] * 14))[1] == worth


@pytest.mark.parametrize(("chart", "worth"), [(t, 12), (g, 13)])
def test_gaps_cost_times_between_events_their_ranges_and_cases_nothing(chart, worth):
    assert said(chart([*CALM[:7], GAP, *CALM[7:13]]))[1] == worth


def test_the_limit_of_moving_ranges_is_that_of_the_stretch_they_are_in():
    chart = xmr([1.0, 2, 1, 2, 1, 11, 1, 11, 1, 11], rebased=np.arange(10) == 5)

    assert chart.ranges.centre[0].tolist() == [1] * 5 + [10] * 5
    assert chart.ranges.upper[0] == pytest.approx([3.267] * 5 + [32.67] * 5)
    assert np.isnan(chart.ranges.values[0, 5])


@pytest.mark.parametrize("asked", [{}, {"profile": MDC_EXCEL}])
def test_a_range_is_far_by_the_mean_of_all_before_any_is_screened_out(asked):
    ranges = xmr([*CALM[:7], 30.0, *CALM[7:]], **asked).ranges

    assert np.flatnonzero(ranges.far[0]).tolist() == [7, 8]
    assert ranges.centre[0, 0] == pytest.approx(np.nanmean(ranges.values))


def test_ranges_after_those_that_limits_are_fixed_by_do_not_move_them():
    chart = xmr([1.0, 2, 1, 2, 1, 50, 1], fixed_after=5)

    assert chart.ranges.upper[0, 0] == pytest.approx(3.267)
    assert np.flatnonzero(chart.ranges.far[0]).tolist() == [5, 6]


def test_where_nothing_moves_no_range_is_far():
    assert not xmr([5.0] * 9).ranges.far.any()


def test_a_range_that_reaches_the_limit_is_far_as_it_is_where_ranges_are_screened():
    chart = xmr([0.0, 1000, 0, 1000, 0, 3267, 0], fixed_after=5)

    assert chart.ranges.upper[0, 0] == 3267
    assert np.flatnonzero(chart.ranges.far[0]).tolist() == [5, 6]

"""XmR charts: the rules one by one, gaps, rebases, ghosts and targets."""

import numpy as np
import pytest

from handback.statistics.process_control import (
    MDC_2023,
    MDC_EXCEL,
    PTD,
    Assurance,
    NotANumber,
    NotUnderstood,
    Polarity,
    ShapesDiffer,
    Signal,
    Variation,
    point_finding,
    series_finding,
    xmr,
)

GAP = np.nan
CALM = [50.0, 52.0, 49.0, 51.0, 50.0, 48.0, 52.0, 49.0, 51.0, 50.0, 49.0, 52.0, 48.0, 51.0]


def signals(values, **asked):
    return [Signal(int(bits)) for bits in xmr(values, **asked).signals[0]]


def test_limits_lie_two_point_six_six_mean_moving_ranges_from_the_mean():
    limits = xmr([10.0, 12.0, 10.0, 12.0]).limits

    assert (limits.centre[0, 0], limits.lower[0, 0], limits.upper[0, 0]) == pytest.approx((11, 5.68, 16.32))


def test_one_huge_moving_range_is_screened_out_once():
    spiked = [*CALM[:7], 500.0, *CALM[7:]]

    assert xmr(spiked).limits.upper[0, 0] < xmr(spiked, profile=MDC_EXCEL).limits.upper[0, 0]


def test_nothing_is_news_in_a_calm_series():
    assert set(signals(CALM)) == {Signal(0)}


def test_a_point_beyond_a_limit_is_news():
    assert signals([*CALM, 70.0])[-1] == Signal.ABOVE_LIMIT


def test_seven_points_on_one_side_are_news_from_the_first_of_them():
    found = series_finding(xmr([30.0, 60.0, 30.0, 60.0, 30.0, 60.0, *[51.0, 53.0] * 3, 51.0]), 0)

    assert [(one.signal, one.began) for one in found.last.fired] == [(Signal.ABOVE_MEAN, 5)]


def test_a_trend_of_six_is_news_by_the_spreadsheets_rules_alone():
    rising = [50.0, 30.0, 60.0, 41.0, 44.0, 47.0, 50.0, 53.0, 56.0, 40.0]

    assert Signal.RISING in signals(rising, profile=MDC_EXCEL)[6]
    assert Signal.RISING not in signals(rising, profile=PTD)[6]


def test_a_trend_began_with_the_point_that_it_rises_from():
    chart = xmr([9.0, 8.0, 9.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0])

    assert (Signal.RISING, 3) in [(one.signal, one.began) for one in point_finding(chart, 0, 9).fired]


def two_near(*, beyond):
    """A calm series whose last three lie on one side, two beyond two sigma and one perhaps beyond three."""
    return [*CALM * 4, 56.0, 51.0, 62.0 if beyond else 56.0]


def test_two_of_three_close_to_a_limit_are_news_and_the_one_between_is_not():
    near = signals(two_near(beyond=False))

    assert [Signal.NEAR_UPPER in one for one in near[-3:]] == [True, False, True]


def test_a_point_beyond_the_limit_counts_among_two_in_three_by_the_rules_of_2023_alone():
    assert Signal.NEAR_UPPER in signals(two_near(beyond=True), profile=MDC_2023)[-3]
    assert Signal.NEAR_UPPER not in signals(two_near(beyond=True), profile=PTD)[-3]


def test_every_rule_that_fires_is_told_the_weightiest_first():
    chart = xmr([*CALM, 55.0, 56.0, 57.0, 58.0, 59.0, 60.0, 80.0])

    fired = [one.signal for one in point_finding(chart, 0, 20).fired]

    assert fired == [Signal.ABOVE_LIMIT, Signal.RISING, Signal.ABOVE_MEAN]


def test_rules_that_pull_both_ways_are_a_conflict():
    falling_above = [*[20.0, 22.0, 19.0, 21.0] * 5, 60.0, 58.0, 56.0, 54.0, 52.0, 50.0, 48.0]

    assert xmr(falling_above).conflicts[0, -1]


def test_better_is_what_the_polarity_says():
    assert xmr([*CALM, 70.0], polarity=Polarity.LOWER).verdict[0] == Variation.WORSENING
    assert xmr([*CALM, 70.0], polarity=Polarity.NEUTRAL).verdict[0] == Variation.NEUTRAL_HIGH


def test_a_gap_keeps_its_place_and_ends_a_run():
    run = [40.0, 60.0, 40.0, 60.0, 40.0, 60.0, 52.0, 53.0, 52.0, GAP, 53.0, 52.0, 53.0]

    chart = xmr(run)

    assert np.isnan(chart.values[0, 9])
    assert not any(chart.signals[0])


def test_limits_begin_anew_with_a_rebase_and_no_rule_looks_across_it():
    rebased = np.arange(28) == 14

    chart = xmr([*CALM, *(value + 100 for value in CALM)], rebased=rebased)

    assert (chart.limits.centre[0, 14] - chart.limits.centre[0, 13]) == pytest.approx(100)
    assert (int(chart.points[0]), chart.signals.any()) == (14, False)


def test_a_ghost_is_shown_and_draws_no_limit_and_fires_no_rule():
    ghosts = np.arange(15) == 14

    chart = xmr([*CALM, 900.0], ghosts=ghosts)

    assert chart.limits.upper[0, 0] == xmr(CALM).limits.upper[0, 0]
    assert (chart.values[0, 14], chart.signals[0, 14], chart.verdict[0]) == (900, 0, Variation.COMMON)


def test_assurance_follows_the_target_in_force_at_the_last_point():
    targets = [60.0] * 13 + [30.0]

    assert xmr(CALM, targets=60.0).assurance[0] == Assurance.FAILS
    assert xmr(CALM, targets=targets).assurance[0] == Assurance.PASSES


def test_a_target_within_the_limits_is_hit_and_missed_by_chance():
    assert xmr(CALM, targets=51.0).assurance[0] == Assurance.HIT_AND_MISS


@pytest.mark.parametrize(
    ("points", "said"),
    [
        (4, (Variation.NOT_ENOUGH, Assurance.NOT_ENOUGH)),
        (12, (Variation.COMMON, Assurance.NOT_ENOUGH)),
        (13, (Variation.COMMON, Assurance.PASSES)),
    ],
)
def test_little_is_said_of_few_points(points, said):
    chart = xmr(CALM[:points], targets=20.0)

    assert (chart.verdict[0], chart.assurance[0]) == said


def test_an_infinite_value_is_refused_with_its_place():
    with pytest.raises(NotANumber, match="Series 1, period 2"):
        xmr([[1.0, 2.0, 3.0], [1.0, 2.0, np.inf]])


def test_targets_that_fit_no_value_are_refused():
    with pytest.raises(ShapesDiffer, match="targets have shape"):
        xmr(CALM, targets=[1.0, 2.0])


def test_each_series_may_have_a_target_of_its_own():
    chart = xmr([CALM, CALM, CALM], targets=[60.0, 50.0, 30.0])

    assert chart.assurance.tolist() == [Assurance.FAILS, Assurance.HIT_AND_MISS, Assurance.PASSES]


def test_a_target_for_each_period_holds_for_every_series():
    chart = xmr([CALM, CALM], targets=[60.0] * 13 + [30.0])

    assert chart.assurance.tolist() == [Assurance.PASSES] * 2


def test_targets_that_could_be_of_series_or_of_periods_are_refused():
    with pytest.raises(NotUnderstood, match="one for each series or for each period"):
        xmr([[1.0, 2.0], [3.0, 4.0]], targets=[1.0, 2.0])


def test_targets_that_fit_neither_series_nor_periods_are_refused():
    with pytest.raises(ShapesDiffer):
        xmr([CALM, CALM], targets=[1.0, 2.0, 3.0])


def test_a_run_does_not_go_on_across_a_rebase():
    four_and_four = [1.0, 1, 1, 1, 1, 9, 9, 9, 9, 11, 11, 11, 11, 1, 1, 1, 1, 1]

    found = signals(four_and_four, rebased=np.arange(18) == 9)

    assert not any(one & Signal.ABOVE_MEAN for one in found)


def test_a_trend_does_not_go_on_across_a_rebase():
    assert not any(one & Signal.RISING for one in signals(np.arange(10.0), rebased=np.arange(10) == 5))


def test_two_in_three_reach_no_further_back_than_two_points():
    fixed = xmr(CALM).limits
    near, over = (fixed.near_upper[0, 0] + fixed.upper[0, 0]) / 2, fixed.centre[0, 0] + 0.1

    chart = xmr([*CALM, near, near, over, near], fixed_after=len(CALM))

    (fired,) = point_finding(chart, 0, 17).fired
    assert (fired.signal, fired.began) == (Signal.NEAR_UPPER, 15)

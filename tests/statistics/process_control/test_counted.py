"""Charts of shares, rates and rare events."""

import numpy as np
import pytest

from handback.statistics.process_control import MDC_EXCEL, NotACount, NotATime, Signal, xmr
from handback.statistics.process_control.attributes import p, p_prime, u, u_prime
from handback.statistics.process_control.rare import g, t

PASSED = np.array([90.0, 88, 92, 91, 89, 90, 93, 87, 90, 91, 88, 92])
TESTED = np.array([100.0] * 12)

# What qicharts2 0.8.1 draws of these: centre, lower and upper limit, the nearer ones, at the last point.
EVENTS = np.array([45.0, 52, 38, 61, 47, 55, 40, 58])
EXPOSED = np.array([500.0, 430, 610, 520, 480, 455, 700, 515])
BETWEEN = np.array([12.0, 0, 31, 7, 55, 3, 18, 24])
PRIMED = (0.09406175771971496, 0.0, 0.21434345126642579, 0.01387396202190776, 0.17424955341752218)
PEERS = [
    (
        p(EVENTS, EXPOSED),
        (
            0.09406175771971496,
            0.05547187295700682,
            0.13265164248242312,
            0.06833516787790954,
            0.11978834756152039,
        ),
    ),
    (
        u(EVENTS, EXPOSED),
        (
            0.09406175771971496,
            0.05351798251656973,
            0.13460553292286020,
            0.06703257425095148,
            0.12109094118847845,
        ),
    ),
    (p_prime(EVENTS, EXPOSED), PRIMED),
    (u_prime(EVENTS, EXPOSED), PRIMED),
    (g(BETWEEN), (15.0, 0.0, 76.48051619377745, 0.0, 57.23701079585163)),
]


@pytest.mark.parametrize(("chart", "wanted"), PEERS, ids=[chart.kind for chart, _ in PEERS])
def test_limits_are_those_that_qicharts2_draws(chart, wanted):
    limits = (chart.limits.centre, chart.limits.lower, chart.limits.upper)
    near = (chart.limits.near_lower, chart.limits.near_upper)

    assert [each[0, -1] for each in (*limits, *near)] == pytest.approx(wanted, rel=1e-14)


def test_limits_of_times_are_those_that_qicharts2_draws_but_for_its_longer_factor():
    limits = t(BETWEEN + 1, profile=MDC_EXCEL).limits  # 3 / 1.128 there, which 2.66 rounds

    assert limits.centre[0, 0] == pytest.approx(14.08429990288325, rel=1e-14)
    assert limits.upper[0, 0] == pytest.approx(299.1853851871132, rel=1e-3)


def test_the_limits_of_a_share_are_those_of_a_binomial_of_so_many():
    limits = p([50.0, 10.0], [100.0, 20.0]).limits

    assert limits.centre[0].tolist() == [0.5, 0.5]
    assert limits.upper[0] == pytest.approx([0.5 + 3 * 0.05, 0.5 + 3 * np.sqrt(0.25 / 20)])


def test_a_share_has_no_limit_below_nothing_or_above_all():
    limits = p([1.0, 0.0, 19.0], [20.0, 20.0, 20.0]).limits

    assert (limits.lower.min() >= 0, p([19.0], [20.0]).limits.upper.max() <= 1) == (True, True)


def test_a_rate_has_the_limits_of_a_count_for_so_much():
    limits = u([9.0, 9.0], [1.0, 1.0]).limits

    assert (limits.lower[0, 0], limits.upper[0, 0]) == (0, 18)


def test_where_points_move_as_chance_moves_them_laneys_chart_is_the_plain_one():
    rng = np.random.default_rng(4)
    counted = rng.binomial(400, 0.3, size=(1, 2_000)).astype(float)

    plain, prime = p(counted, np.full((1, 2_000), 400.0)), p_prime(counted, np.full((1, 2_000), 400.0))

    assert prime.limits.upper[0, 0] == pytest.approx(plain.limits.upper[0, 0], rel=0.01)


def test_with_huge_denominators_the_plain_chart_cries_wolf_and_laneys_does_not():
    shares = 0.9 + 0.01 * np.sin(np.arange(24) * 2.4)
    tested = np.full(24, 1e6)

    assert np.count_nonzero(p(shares * tested, tested).signals & Signal.ABOVE_LIMIT) > 5
    assert not p_prime(shares * tested, tested).signals.any()


def test_laneys_chart_of_rates_widens_as_that_of_shares_does():
    events, exposure = np.array([5e3, 8e3, 5.5e3, 7.6e3, 5.2e3, 8.1e3]), np.full(6, 1e3)

    assert u_prime(events, exposure).limits.upper[0, 0] > u(events, exposure).limits.upper[0, 0]


def test_a_laney_chart_of_equal_points_has_limits_equal_to_its_centre():
    limits = p_prime([50.0] * 8, [100.0] * 8).limits

    assert {*limits.lower[0], *limits.upper[0]} == {0.5}


def test_where_nobody_was_tested_there_is_a_gap():
    assert np.isnan(p([*PASSED, 0.0], [*TESTED, 0.0]).values[0, -1])


@pytest.mark.parametrize(("numerator", "denominator"), [(11.0, 10.0), (-1.0, 10.0), (1.0, -10.0)])
def test_more_passed_than_were_tested_is_refused_with_its_place(numerator, denominator):
    with pytest.raises(NotACount, match="Series 0, period 12"):
        p([*PASSED, numerator], [*TESTED, denominator])


def test_a_long_time_without_an_event_is_news():
    times = [12.0, 30, 5, 22, 41, 9, 17, 26, 33, 14, 8, 21, 900]

    assert Signal.ABOVE_LIMIT in Signal(int(t(times).signals[0, -1]))


def test_the_limits_of_times_are_those_of_times_made_even():
    times = np.array([12.0, 30, 5, 22, 41, 9, 17, 26])

    assert t(times).limits.upper[0, 0] == pytest.approx(xmr(times ** (1 / 3.6)).limits.upper[0, 0] ** 3.6)


def test_a_time_of_nothing_is_refused():
    with pytest.raises(NotATime, match="period 1: 0 lies between no two events"):
        t([3.0, 0.0])


def test_cases_between_events_have_the_limits_of_a_geometric_distribution_about_their_median():
    limits = g([0.0, 4.0, 8.0]).limits

    assert (limits.centre[0, 0], limits.lower[0, 0]) == (4, 0)
    assert limits.upper[0, 0] == pytest.approx(4 + 3 * np.sqrt(20))

"""Run charts, funnels, which chart to draw, what chance alone flags, and where limits might begin anew."""

import numpy as np
import pytest
from scipy.stats import binom, poisson

from handback.statistics.process_control import PROFILES, NotACount, Polarity, Signal, Variation, xmr
from handback.statistics.process_control.chance import drawn_share, flags_by_chance, share_flagged
from handback.statistics.process_control.choosing import Because, Choice, Kind, Measured, choose
from handback.statistics.process_control.funnel import FAR, NEAR, Place, funnel
from handback.statistics.process_control.rebasing import suggested_rebase
from handback.statistics.process_control.runs import fewest_crossings, run_charts

SEED = 7


@pytest.mark.parametrize("useful", range(2, 200))
def test_the_fewest_crossings_are_the_five_per_cent_point_of_a_binomial(useful):
    assert fewest_crossings(useful) == binom.ppf(0.05, useful - 1, 0.5)


@pytest.mark.parametrize(
    ("useful", "longest"), [(10, 6), (12, 7), (22, 7), (24, 8), (44, 8), (46, 9), (90, 9), (92, 10)]
)
def test_the_longest_run_by_chance_is_that_of_anhoejs_table(useful, longest):
    (found,) = run_charts([0.0, 1.0] * (useful // 2))

    assert (found.useful, found.longest_by_chance) == (useful, longest)


def test_a_long_run_below_the_median_is_news_since_its_first_point():
    (found,) = run_charts([9.0, 8, 9, 8, 9, 8, 9, 8, 9, 8, 2, 3, 2, 3, 2, 3, 2, 3, 2, 3])

    assert (found.shifted, found.side, found.began, found.crossings) == (True, -1, 10, 1)
    assert found.crosses_too_seldom


def test_a_run_that_has_ended_tells_which_side_the_series_is_on_now():
    (found,) = run_charts([9.0] * 9 + [2.0] * 5 + [9.0] + [2.0] * 5)

    assert (found.began, found.ended, found.goes_on) == (0, 8, False)
    assert found.variation(Polarity.HIGHER) == Variation.WORSENING


@pytest.mark.parametrize("chance", [0.2, 0.3, 0.4])
def test_of_rare_counts_that_are_mostly_nothing_no_run_is_taken_for_news(chance):
    calm = (np.random.default_rng(SEED).random((500, 36)) < chance).astype(float)

    flagged = [one for one in run_charts(calm) if not one.is_random]

    assert len(flagged) < 0.1 * len(calm)


def test_a_series_that_lies_on_one_side_of_its_median_cannot_be_told():
    (found,) = run_charts([0.0, 0, 1] * 15)

    assert (found.can_tell, found.variation(Polarity.LOWER)) == (False, Variation.NOT_ENOUGH)


def test_points_that_are_all_equal_do_not_vary():
    assert run_charts([5.0] * 12)[0].variation(Polarity.NEUTRAL) == Variation.COMMON


def test_points_on_the_median_are_passed_over():
    (found,) = run_charts([1.0, 2, 3, 2, 1, 2, 3])

    assert (found.median, found.useful, found.longest) == (2, 4, 1)


def test_a_series_that_is_empty_or_all_equal_is_random():
    assert [one.is_random for one in run_charts([[5.0] * 4, [np.nan] * 4])] == [True, True]


def test_few_of_many_random_series_are_found_to_be_no_chance():
    calm = np.random.default_rng(SEED).normal(size=(2_000, 24))

    assert np.mean([not one.is_random for one in run_charts(calm)]) < 0.1


def test_the_limits_of_a_funnel_are_exact_to_within_one_case():
    sizes = np.array([20.0, 100.0, 1_000.0])

    found = funnel(sizes * 0.3, sizes)

    np.testing.assert_allclose(found.far[1] * sizes, binom.ppf(1 - FAR / 2, sizes, 0.3), atol=1)


def test_the_limits_of_rates_are_those_of_a_poisson_distribution():
    people = np.array([10.0, 40.0, 90.0])

    found = funnel(people * 0.5, people, shares=False)

    np.testing.assert_allclose(found.far[0] * people, poisson.ppf(FAR / 2, people * 0.5), atol=1)


@pytest.mark.parametrize("chance", [NEAR, FAR])
@pytest.mark.parametrize("end", [0, 1])
@pytest.mark.parametrize(
    ("shares", "of"), [(True, lambda n: binom(n, 0.3)), (False, lambda n: poisson(0.3 * n))]
)
def test_limits_lie_between_two_whole_numbers_by_spiegelhalters_interpolation(chance, end, shares, of):
    sizes = np.array([10.0, 37.0, 200.0, 5_000.0])
    tail = 1 - chance / 2 if end else chance / 2
    whole = of(sizes).ppf(tail)
    over = (of(sizes).cdf(whole) - tail) / of(sizes).pmf(whole)

    found = funnel(sizes * 0.3, sizes, shares=shares)

    limits = (found.near if chance == NEAR else found.far)[end]
    np.testing.assert_allclose(limits, np.clip((whole - over) / sizes, 0, 1 if shares else None), rtol=1e-6)


def test_a_small_council_lies_far_from_the_middle_by_chance_and_a_large_one_does_not():
    sizes = np.array([20.0, *[1_000.0] * 10, 10_000.0])
    good = np.array([11.0, *[300.0] * 10, 4_000.0])

    assert funnel(good, sizes).places[[0, -1]].tolist() == [Place.WITHIN, Place.ABOVE_FAR]


def test_limits_widen_where_councils_differ_by_more_than_chance():
    rng = np.random.default_rng(SEED)
    shares = rng.uniform(0.5, 0.9, size=60)

    found = funnel(shares * 50_000, np.full(60, 50_000.0))

    assert (found.widened, np.count_nonzero(np.abs(found.places) == 2)) == (True, 0)


@pytest.mark.parametrize(("away", "spread", "widened"), [(15.0, 1.5, True), (11.0, 1.1, False)])
def test_limits_widen_from_two_standard_errors_of_the_spread_that_chance_has(away, spread, widened):
    counted = 200 + away * np.array([1.0, -1.0] * 25)  # of 400: ten is one standard deviation

    found = funnel(counted, np.full(50, 400.0))

    assert (round(found.spread, 9), found.widened) == (spread, widened)


def test_councils_that_differ_by_chance_alone_are_mostly_within():
    rng = np.random.default_rng(SEED)

    found = funnel(rng.binomial(400, 0.6, size=300).astype(float), np.full(300, 400.0))

    assert (found.widened, np.mean(found.places == Place.WITHIN) > 0.9) == (False, True)


def test_a_council_that_counts_more_than_it_has_is_refused():
    with pytest.raises(NotACount):
        funnel([5.0], [4.0])


def test_a_council_that_counted_nobody_has_no_place():
    assert funnel([0.0, 3.0], [0.0, 10.0]).places[0] == Place.UNKNOWN


@pytest.mark.parametrize(
    ("measured", "numerators", "choice"),
    [
        (Measured.PROPORTION, None, Choice(Kind.XMR, Because.NO_COUNTS)),
        (Measured.PROPORTION, [40.0, 45, 38, 42, 44, 41], Choice(Kind.P, Because.SHARES)),
        (Measured.PROPORTION, [5.0, 95, 5, 95, 5, 95], Choice(Kind.P_PRIME, Because.MORE_THAN_CHANCE)),
        (Measured.RATE, [40.0, 45, 38, 42, 44, 41], Choice(Kind.U, Because.RATES)),
        (Measured.TIME_BETWEEN, None, Choice(Kind.T, Because.TIMES)),
        (Measured.CASES_BETWEEN, None, Choice(Kind.G, Because.CASES)),
        (Measured.MEASUREMENT, None, Choice(Kind.XMR, Because.USUAL)),
    ],
)
def test_the_chart_follows_from_what_is_measured(measured, numerators, choice):
    values, counts = np.array([1.0, 5, 2, 8, 3, 9]), None if numerators is None else np.array(numerators)
    sizes = None if counts is None else np.full(6, 100.0)

    assert choose(measured, values, numerators=counts, denominators=sizes) == choice


def test_of_two_or_three_different_values_a_run_chart_is_drawn():
    assert choose(Measured.COUNT, np.array([0.0, 1, 0, 1, 0, 0, 1])).kind == Kind.RUN


@pytest.mark.parametrize("points", [5, 9, 24, 50, 120])
@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_chance_alone_flags_the_share_of_calm_series_that_is_kept(points, profile):
    drawn = drawn_share(points, profile=profile, series=20_000, seed=SEED)

    assert share_flagged(points, profile=profile) == pytest.approx(drawn, abs=0.004)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind != Kind.XMR])
@pytest.mark.parametrize("points", [8, 36])
def test_what_chance_flags_is_kept_for_each_kind_of_chart(kind, points):
    drawn = drawn_share(points, kind=kind, series=3_000 if kind == Kind.RUN else 20_000, seed=SEED)

    assert share_flagged(points, kind=kind) == pytest.approx(drawn, abs=0.01 if kind == Kind.RUN else 0.004)


def test_plain_charts_of_few_shares_cry_wolf_less_often_than_xmr_charts():
    assert share_flagged(8, kind=Kind.P) < share_flagged(8, kind=Kind.XMR) / 4


def test_a_board_expects_the_sum_of_what_its_indicators_expect():
    assert flags_by_chance([24, 24, 4]) == pytest.approx(2 * share_flagged(24))


def test_a_shift_that_has_lasted_suggests_a_rebase_at_its_first_point():
    calm = [5.0, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5]

    found = suggested_rebase(xmr([*calm, *(value + 10 for value in calm)]), 0)

    assert (found.period, found.points, found.side) == (13, 13, Signal.ABOVE_MEAN)


def test_a_shift_that_is_young_suggests_nothing():
    calm = [5.0, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5]

    assert suggested_rebase(xmr([*calm, *(value + 10 for value in calm[:8])]), 0) is None

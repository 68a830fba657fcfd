"""Means of members, and outranking, with and without gaps."""

import numpy as np
import pytest

from handback.statistics.composite import NoMean, copeland, outranking
from handback.statistics.composite.aggregation import combine
from handback.statistics.composite.ways import Combining, Mean

GAP = np.nan
SCORES = np.array([[10.0, 40.0, 90.0], [20.0, GAP, 80.0], [GAP, GAP, GAP]])
WEIGHTS = np.array([1.0, 2.0, 1.0])


def mean(method, *, scores=SCORES, weights=WEIGHTS, power=1.0, **more):
    return combine(scores, weights, by=Combining(method, power), **more)


def test_weights_are_shared_among_the_members_that_are_known():
    assert mean(Mean.ARITHMETIC) == pytest.approx([45, 50, GAP], nan_ok=True)


def test_a_geometric_mean_is_of_the_members_known():
    assert mean(Mean.GEOMETRIC)[1] == pytest.approx(40)


def test_a_harmonic_mean_is_of_the_members_known():
    assert mean(Mean.HARMONIC)[1] == pytest.approx(32)


def test_a_generalised_mean_has_a_value_where_members_are_missing_unlike_the_peers():
    assert mean(Mean.GENERALISED, power=2.0)[1] == pytest.approx(np.sqrt((400 + 6400) / 2))


def test_a_unit_with_fewer_members_than_the_least_has_no_score():
    assert np.isnan(mean(Mean.ARITHMETIC, least=0.7)[1])


def test_a_unit_whose_known_members_weigh_nothing_has_no_score():
    assert np.isnan(mean(Mean.ARITHMETIC, weights=np.array([0.0, 1.0, 0.0]))[1])


@pytest.mark.parametrize("method", [Mean.GEOMETRIC, Mean.HARMONIC])
def test_there_is_no_geometric_or_harmonic_mean_of_nothing(method):
    with pytest.raises(NoMean, match=r"levels\[0\] Running: there is no"):
        mean(method, scores=np.array([[0.0, 1.0, 2.0]]), place="levels[0] Running")


def test_many_sets_of_weights_give_what_each_gives_alone():
    sets = np.array([[1.0, 1.0, 1.0], [3.0, 0.0, 1.0]])

    together = mean(Mean.ARITHMETIC, weights=sets)

    alone = [mean(Mean.ARITHMETIC, weights=each) for each in sets]
    assert together == pytest.approx(np.array(alone), nan_ok=True)


def test_outranking_counts_the_weight_known_of_both():
    assert outranking(SCORES, WEIGHTS)[0, 1] == pytest.approx(0.5)


def test_two_units_of_which_nothing_is_known_together_outrank_neither():
    assert np.isnan(outranking(SCORES, WEIGHTS)[0, 2])


def test_copelands_scores_do_not_depend_upon_the_order_of_rows_where_members_are_missing_unlike_the_peers():
    scores = np.array([[1.0, GAP, 5.0], [2.0, 3.0, GAP], [GAP, 4.0, 4.0], [3.0, 1.0, 2.0]])

    turned = copeland(scores[::-1], WEIGHTS)[::-1]

    assert (copeland(scores, WEIGHTS) == turned).all()


def test_copelands_scores_of_many_sets_of_weights_are_those_of_each():
    chance = np.random.default_rng(2)
    scores, sets = chance.random((60, 3)), chance.random((600, 3))

    found = copeland(scores, sets)

    assert (found == [copeland(scores, each) for each in sets]).all()


def test_copelands_scores_add_up_to_nothing():
    chance = np.random.default_rng(4)
    scores = np.where(chance.random((20, 5)) < 0.2, GAP, chance.random((20, 5)))

    assert copeland(scores, np.ones(5)).sum() == 0

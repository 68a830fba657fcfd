"""What must hold of any index: order means nothing, units of measurement mean nothing, more is not less."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from handback.statistics.composite import compose, declare
from handback.statistics.composite.arrays import ranks
from tests.statistics.composite.harrowmere import COUNCILS, FIRST, index, levels, plain

VALUES = arrays(
    np.float64, (8, 6), elements=st.one_of(st.just(np.nan), st.integers(-1000, 1000).map(lambda n: n / 8))
)
MEANS = ("arithmetic", "geometric", "harmonic", {"method": "generalised", "power": 2}, "copeland")


@settings(max_examples=50, deadline=None)
@given(VALUES, st.permutations(range(8)), st.sampled_from(MEANS))
def test_permuting_units_permutes_scores_whatever_is_missing(values, order, mean):
    said = levels(aggregation=mean)
    if mean == "copeland":
        said[0]["aggregation"] = "arithmetic"

    straight, permuted = index(values, levels=said).scores, index(values[order], levels=said).scores

    assert permuted == pytest.approx(straight[order], abs=1e-9, nan_ok=True)


@settings(max_examples=50, deadline=None)
@given(VALUES, st.permutations(range(6)))
def test_permuting_indicators_changes_no_score(values, order):
    said = plain()
    names = list(said["indicators"])
    said["indicators"] = {names[number]: said["indicators"][names[number]] for number in order}

    permuted = compose(values[:, order], declare(said), units=COUNCILS)

    assert permuted.scores == pytest.approx(index(values).scores, abs=1e-9, nan_ok=True)


@settings(max_examples=50, deadline=None)
@given(VALUES, st.sampled_from([0.001, 3.0, 4096.0]), st.integers(-500, 500))
def test_scaling_and_shifting_an_indicator_changes_nothing_under_min_max(values, factor, shift):
    moved = values.copy()
    moved[:, 2] = moved[:, 2] * factor + shift

    assert index(moved).scores == pytest.approx(index(values).scores, abs=1e-6, nan_ok=True)


@settings(max_examples=50, deadline=None)
@given(VALUES)
def test_turning_an_indicator_and_its_direction_round_changes_nothing(values):
    turned, said = values.copy(), plain()
    turned[:, 0] *= -1
    said["indicators"]["recycling"] = {"direction": "lower"}

    found = compose(turned, declare(said), units=COUNCILS)

    assert found.scores == pytest.approx(index(values).scores, abs=1e-9, nan_ok=True)


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 7), st.integers(0, 5), st.floats(0.1, 50))
def test_doing_better_never_lowers_a_score(unit, column, by):
    better = FIRST.copy()
    better[unit, column] += by if column < 3 else -by

    assert index(better).scores[unit] >= index().scores[unit] - 1e-9


@given(arrays(np.float64, 12, elements=st.one_of(st.just(np.nan), st.integers(0, 5).map(float))))
def test_a_rank_is_one_more_than_how_many_are_above(scores):
    found = ranks(scores)

    for score, rank in zip(scores, found, strict=True):
        assert np.isnan(rank) if np.isnan(score) else rank == 1 + (scores > score).sum()


def test_units_that_are_alike_share_a_rank():
    values = FIRST.copy()
    values[6] = values[2]

    found = index(values).ranks

    assert found[6] == found[2]


@given(st.integers(1, 6), st.sampled_from([1e-6, 1.0, 1e9]))
def test_scores_that_differ_by_rounding_alone_share_a_rank(members, size):
    left = sum([0.1 * size] * members) / members
    scores = np.array([0.3 * size, 0.1 * size, left, -0.2 * size])

    np.testing.assert_array_equal(ranks(scores), [1, 2, 2, 4])


def test_values_that_were_measured_differ_where_they_differ():
    assert ranks(np.array([1.0, 1.0 + 1e-14]), tie=0.0).tolist() == [2, 1]

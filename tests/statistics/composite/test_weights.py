"""Weights found in the data: principal components, and weights fitted to an influence."""

import numpy as np
import pytest

from handback.statistics.composite import NoWeights, declare, fitted
from tests.statistics.composite.harrowmere import index, levels
from tests.statistics.composite.reference import FOLDER, asem, plain, rows


def weighed(number, weights):
    changed = levels()
    changed[number]["weights"] = weights
    return index(levels=changed)


def test_equal_weights_are_what_is_meant_by_none():
    assert weighed(0, "equal").scores == pytest.approx(index().scores)


def test_given_weights_move_the_index_towards_what_weighs_more():
    found = weighed(1, {"Services": 3, "Running": 1})

    assert found.scores == pytest.approx(found.levels[0] @ [0.75, 0.25])


def test_weights_of_the_first_component_are_none_under_0_and_add_up_to_1_in_a_group():
    found = weighed(0, "pca").weights[0]

    assert (found >= 0).all()
    assert (found[:3].sum(), found[3:].sum()) == pytest.approx((1, 1))


@pytest.mark.skipif(not FOLDER.exists(), reason="the peer's outputs are beside the project")
def test_a_component_that_sets_members_against_each_other_gives_no_weights_unlike_the_peers():
    said = plain()["levels"]
    said[1]["weights"] = "pca"

    with pytest.raises(NoWeights, match=r"levels\[1\].weights.Sust: the first component sets") as refused:
        asem(levels=said)

    assert refused.value.place == "levels[1].weights.Sust"


@pytest.mark.skipif(not FOLDER.exists(), reason="the peer's outputs are beside the project")
def test_fitted_weights_balance_correlations_nearly_as_well_as_the_peers_without_going_under_0():
    whole = asem()
    level = declare(plain()).levels[1]
    found = fitted(level, whole.levels[0], above=whole.declaration.levels[2:])
    peers = [float(row["Obtained"]) for row in rows("asem_opt_weights_L2.csv")]

    equal = whole.levels[0], whole.scores
    of_equal = np.array([np.corrcoef(column, equal[1])[0, 1] for column in equal[0].T])
    away = ((found.obtained - 0.125) ** 2).sum()
    assert (found.weights >= 0).all()
    assert (
        ((np.array(peers) - 0.125) ** 2).sum() / 5 < away < ((of_equal / of_equal.sum() - 0.125) ** 2).sum()
    )


def test_fitted_weights_add_up_to_1_in_a_group():
    changed = levels()
    changed[1]["weights"] = {"method": "optimised", "influence": {"Services": 2, "Running": 1}}

    assert index(levels=changed).weights[1].sum() == pytest.approx(1)

"""Uncertainty and sensitivity: replicates that can be made again, ranks with intervals, and what matters."""

import numpy as np
import pytest

from handback.statistics.composite import (
    CannotBeComposed,
    Output,
    TooManyCombinations,
    compose,
    declare,
    design,
    enumerated,
    sampled,
    sensitivity,
    uncertainty,
)
from tests.statistics.composite.harrowmere import COUNCILS, FIRST, index, plain

CHOICES = {
    "Mean": {
        "places": ["levels[0].aggregation", "levels[1].aggregation"],
        "alternatives": ["arithmetic", "geometric"],
        "odds": [3, 1],
    },
    "Scale": {
        "places": ["normalisation"],
        "alternatives": [
            {"method": "min-max", "range": [10, 100]},
            {"method": "z-score", "mean": 50, "spread": 10},
        ],
    },
    "Weights": {"noise": 0.25, "levels": [0, 1]},
}


def designed(**changed):
    return design(declare(plain()), CHOICES | changed)


def test_every_weight_is_uncertain_by_a_quarter_unless_said_otherwise():
    found = uncertainty(index(), count=200, seed=1).replicates.noise

    assert found.shape == (200, 8)
    assert (found.min(), found.max()) == pytest.approx((0.75, 1.25), abs=0.01)


def test_the_same_seed_gives_the_same_scores_and_another_gives_others():
    first, again, other = (uncertainty(index(), designed(), count=50, seed=seed).scores for seed in (1, 1, 2))

    assert (first == again).all()
    assert (first != other).any()


def test_any_replicate_can_be_made_again_from_its_parameters():
    found = uncertainty(index(), designed(), count=20, seed=5)
    taken = found.replicates.parameters(7)
    said = plain(normalisation=taken["Scale"])
    for level, noise in zip(said["levels"], (taken["Weights"][:6], taken["Weights"][6:]), strict=True):
        members = [member for group in level["groups"].values() for member in group]
        level |= {"aggregation": taken["Mean"], "weights": dict(zip(members, noise, strict=True))}

    assert compose(FIRST, declare(said), units=COUNCILS).scores == pytest.approx(found.scores[7], abs=1e-9)


def test_alternatives_are_taken_as_often_as_their_odds_say():
    found = uncertainty(index(), designed(), count=4000, seed=2)

    assert (found.replicates.chosen[:, 0] == 1).mean() == pytest.approx(0.25, abs=0.03)


def test_ranks_lie_within_their_interval():
    found = uncertainty(index(), designed(), count=200)
    low, high = found.rank_intervals

    assert ((low <= found.median_ranks) & (found.median_ranks <= high)).all()


def test_one_council_is_above_another_as_often_as_it_is_not_below_or_equal():
    above = uncertainty(index(), designed(), count=200).probabilities_above

    apart = ~np.eye(len(COUNCILS), dtype=bool)
    assert (above + above.T)[apart] == pytest.approx(np.ones(apart.sum()))


def test_the_probability_of_a_pair_is_that_of_the_table():
    found = uncertainty(index(), designed(), count=200)

    one = found.probability_above("Harrowmere", "Penmoor")

    assert one == found.probabilities_above[COUNCILS.index("Harrowmere"), COUNCILS.index("Penmoor")]


def test_choices_that_cannot_go_together_are_refused_and_named():
    clash = {"places": ["normalisation"], "alternatives": ["min-max"]}

    with pytest.raises(CannotBeComposed, match="with Mean 'geometric', Scale 'min-max'"):
        uncertainty(index(), designed(Scale=clash), count=50)


def _countable():
    sets = [{"levels[1]": {"Services": weight, "Running": 1}} for weight in (0.5, 1, 2)]
    return designed(Weights={"sets": sets})


def test_a_small_design_is_gone_through_whole():
    found = sensitivity(index(), _countable(), output=Output.SCORES)

    assert (found.exact, len(found.replicates)) == (True, 12)
    assert found.sobol.first.shape == (3, len(COUNCILS))


def test_first_order_indices_are_never_more_than_the_total():
    found = sensitivity(index(), _countable(), output=Output.SCORES).sobol

    assert (found.first <= found.total + 1e-12).all()


def test_a_design_with_noise_is_sampled():
    found = sensitivity(index(), designed(), output=Output.RANKS, rows=64, bootstraps=20)

    assert (found.exact, len(found.replicates)) == (False, 64 * 5)
    assert found.sobol.first_interval.shape == (2, 3, len(COUNCILS))


def test_a_sample_of_scores_comes_near_what_is_exact():
    exact = enumerated(index(), _countable(), output=Output.SCORES).sobol
    near = sampled(index(), _countable(), output=Output.SCORES, rows=2048, bootstraps=0).sobol

    assert near.first == pytest.approx(exact.first, abs=0.05)
    assert near.total == pytest.approx(exact.total, abs=0.05)


def test_a_design_with_noise_cannot_be_gone_through_whole():
    with pytest.raises(TooManyCombinations, match="countless"):
        enumerated(index(), designed())

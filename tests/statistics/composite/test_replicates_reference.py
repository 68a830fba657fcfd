"""Replicate by replicate against COINr 1.1.14: 500 x 51 scores, 25,500 ranks, and exact Sobol values."""

import numpy as np
import pytest

from handback.statistics.composite import chosen, declare, design, enumerated, replicated, sampled
from handback.statistics.composite.arrays import rank_change, ranks
from handback.statistics.composite.sobol import estimated
from tests.statistics.composite.reference import (
    FOLDER,
    asem,
    numbers,
    plain,
    rows,
    taken,
    uncertain,
)

pytestmark = pytest.mark.skipif(not FOLDER.exists(), reason="the peer's outputs are beside the project")


@pytest.fixture(scope="module")
def varied():
    return design(declare(plain()), uncertain())


@pytest.fixture(scope="module")
def found(varied):
    return replicated(asem(), chosen(varied, taken("asem_ua_parameters.csv")))


@pytest.fixture(scope="module")
def peers():
    return numbers("asem_ua_scores.csv.gz", [f"r_{number + 1}" for number in range(500)]).T


def test_every_score_of_every_replicate_is_the_peers(found, peers):
    assert found.scores == pytest.approx(peers, abs=1e-9, rel=0)


def test_every_rank_of_every_replicate_is_the_peers(found, peers):
    assert (found.ranks == ranks(peers)).all()
    assert found.ranks.size == 25_500


def test_the_ranks_mean_median_and_interval_are_the_peers(found):
    wanted = numbers("asem_ua_rankstats.csv", ["Mean", "Median", "Q5", "Q95"])

    assert np.stack([found.mean_ranks, found.median_ranks, *found.rank_intervals], axis=1) == pytest.approx(
        wanted, abs=1e-9, rel=0
    )


def _targets(varied):
    runs = replicated(asem(), chosen(varied, taken("asem_sa_parameters.csv")))
    return rank_change(runs.ranks, asem().ranks)


def test_the_change_of_rank_in_every_run_is_the_peers(varied):
    wanted = [float(row["mean_abs_rank_change"]) for row in rows("asem_sa_parameters.csv")]

    assert _targets(varied) == pytest.approx(wanted, abs=1e-9, rel=0)


def test_the_total_indices_of_the_peers_sample_are_the_peers(varied):
    parts = _targets(varied).reshape(6, 100)
    wanted = [float(row["STi"]) for row in rows("asem_sa_sensitivity.csv")]

    assert estimated(parts[0], parts[1], parts[2:]).total == pytest.approx(wanted, abs=1e-9)


def test_the_first_order_indices_of_the_peers_sample_are_centred_unlike_the_peers(varied):
    parts = _targets(varied).reshape(6, 100)
    wanted = [float(row["Si_centred_same_sample"]) for row in rows("asem_sa_exact.csv")]

    assert estimated(parts[0], parts[1], parts[2:]).first == pytest.approx(wanted, abs=6e-5)


def test_the_exact_indices_are_those_of_the_whole_design(varied):
    exact = enumerated(asem(), varied)
    wanted = list(rows("asem_sa_exact.csv"))

    assert exact.sobol.first == pytest.approx([float(row["Si_exact"]) for row in wanted], abs=6e-5)
    assert exact.sobol.total == pytest.approx([float(row["STi_exact"]) for row in wanted], abs=6e-5)


def test_a_sample_comes_near_the_exact_indices(varied):
    exact = enumerated(asem(), varied).sobol
    near = sampled(asem(), varied, rows=1024, bootstraps=0).sobol

    assert near.first == pytest.approx(exact.first, abs=0.04)
    assert near.total == pytest.approx(exact.total, abs=0.03)

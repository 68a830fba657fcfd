"""Sobol indices: of the Ishigami function, within their error, and of designs gone through whole."""

import numpy as np
import pytest

from handback.statistics.composite.sobol import arranged, estimated, exact
from tests.statistics.composite.reference import FOLDER, rows

FIRST, TOTAL = [0.3139, 0.4424, 0.0], [0.5576, 0.4424, 0.2437]


def ishigami(at):
    one, two, three = np.moveaxis(np.pi * (2 * at - 1), -1, 0)
    return np.sin(one) + 7 * np.sin(two) ** 2 + 0.1 * three**4 * np.sin(one)


def found(count, *, offset=0.0, bootstraps=0):
    outputs = ishigami(arranged(count, (1, 1, 1), seed=3)) + offset
    return estimated(outputs[0], outputs[1], outputs[2:], bootstraps=bootstraps)


def test_the_indices_of_ishigami_are_found_within_a_hundredth_from_4096_rows():
    assert found(4096).first == pytest.approx(FIRST, abs=0.01)
    assert found(4096).total == pytest.approx(TOTAL, abs=0.01)


def test_the_intervals_of_ishigami_hold_its_indices():
    of = found(1024, bootstraps=200)

    assert (of.first_interval[0] <= FIRST).all()
    assert (of.first_interval[1] >= FIRST).all()
    assert (of.total_interval[0] <= TOTAL).all()
    assert (of.total_interval[1] >= TOTAL).all()


def test_indices_do_not_depend_upon_where_the_zero_of_the_output_lies_unlike_the_peers():
    assert found(512, offset=1000.0).first == pytest.approx(found(512).first, abs=1e-9)


def test_nor_do_their_intervals_unlike_the_peers():
    near, far = found(128, bootstraps=20), found(128, offset=1000.0, bootstraps=20)

    assert far.first_interval == pytest.approx(near.first_interval, abs=1e-9)


def test_the_same_seed_gives_the_same_intervals():
    assert (found(64, bootstraps=20).first_interval == found(64, bootstraps=20).first_interval).all()


def test_indices_of_many_outputs_are_those_of_each():
    outputs = ishigami(arranged(64, (1, 1, 1), seed=3))
    both = np.stack([outputs, np.exp(outputs / 5)], axis=-1)

    together = estimated(both[0], both[1], both[2:])

    alone = estimated(outputs[0], outputs[1], outputs[2:])
    assert together.first[:, 0] == pytest.approx(alone.first)
    assert together.total[:, 0] == pytest.approx(alone.total)


@pytest.mark.skipif(not FOLDER.exists(), reason="the peer's outputs are beside the project")
def test_the_total_indices_of_the_peers_sample_of_ishigami_are_the_peers():
    outputs = np.array([float(row["y"]) for row in rows("ishigami_sample_N500.csv")]).reshape(5, 500)
    wanted = list(rows("ishigami_SA_estimate_N500.csv"))

    of = estimated(outputs[0], outputs[1], outputs[2:])

    assert of.total == pytest.approx([float(row["STi"]) for row in wanted], abs=1e-9)
    assert float(of.variance) == pytest.approx(float(wanted[0]["Variance"]), abs=1e-9)


def test_a_sum_has_no_interactions():
    outputs = np.array([0.0, 1.0])[:, np.newaxis] + np.array([0.0, 3.0, 5.0])

    of = exact(outputs, ((0.5, 0.5), (0.2, 0.3, 0.5)))

    assert of.first.sum() == pytest.approx(1)
    assert of.first == pytest.approx(of.total)


def test_a_product_about_0_is_all_interaction():
    outputs = np.array([-1.0, 1.0])[:, np.newaxis] * np.array([-1.0, 1.0])

    of = exact(outputs, ((0.5, 0.5), (0.5, 0.5)))

    assert (list(of.first), list(of.total)) == ([0, 0], [1, 1])


def test_an_output_that_does_not_vary_has_no_indices():
    assert np.isnan(exact(np.ones((2, 2)), ((0.5, 0.5), (0.5, 0.5))).first).all()

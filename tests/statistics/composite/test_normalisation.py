"""Normalisations, on one vector with a gap: as COINr 1.1.14 has them, except where it is wrong."""

import numpy as np
import pytest

from handback.statistics.composite import CannotBeComposed, compose, declare
from tests.statistics.composite.reference import FOLDER, rows

VALUES = [12.0, np.nan, 7.0, 30.0, 18.5, 3.0]
NAMES = ["a", "b", "c", "d", "e", "f"]


def scored(scale, *, direction="higher", values=VALUES, **said):
    declared = declare(
        {
            "version": 1,
            "name": "one",
            "indicators": {"x": {"direction": direction} | said},
            "normalisation": scale,
            "levels": [{"groups": {"index": ["x"]}}],
        }
    )
    return compose(np.array(values)[:, np.newaxis], declared, units=NAMES[: len(values)]).normalised[:, 0]


TARGET, CAPPED = "distance to target", {"method": "distance to target", "capped": True}
POSTS = {"method": "goalposts", "range": [0, 100]}
PEERS = {
    "d2t_up20": (TARGET, {"target": 20}),
    "d2t_up20_cap": (CAPPED, {"target": 20}),
    "d2t_dn5": (TARGET, {"target": 5, "direction": "lower"}),
    "d2t_dn5_cap": (CAPPED, {"target": 5, "direction": "lower"}),
    "gp": (POSTS, {"goalposts": [5, 25]}),
    "gp_dn": (POSTS, {"goalposts": [5, 25], "direction": "lower"}),
    "gp_notrunc": (POSTS | {"capped": False}, {"goalposts": [5, 25]}),
    "prank": ("percentile rank", {}),
    "borda": ("borda", {}),
    "rank": ("rank", {}),
    "d2ref": ({"method": "distance to reference", "reference": "e"}, {}),
    "minmax": ({"method": "min-max", "range": [0, 100]}, {}),
    "z": ("z-score", {}),
}


@pytest.mark.skipif(not FOLDER.exists(), reason="the peer's outputs are beside the project")
@pytest.mark.parametrize("name", PEERS)
def test_every_normalisation_of_a_vector_is_the_peers(name):
    scale, said = PEERS[name]
    wanted = [float(row[name] or "nan") for row in rows("vector_normalisations.csv")]

    assert scored(scale, **said) == pytest.approx(wanted, abs=1e-9, nan_ok=True)


def test_a_fraction_of_the_best_counts_from_the_least_where_less_is_better():
    assert scored("fraction of best", direction="lower", values=[2.0, 4.0, 8.0]) == pytest.approx(
        [1, 0.5, 0.25]
    )


def test_a_fraction_of_a_best_of_nothing_is_refused():
    with pytest.raises(CannotBeComposed, match="x: the best value is 0"):
        scored("fraction of best", direction="lower", values=[0.0, 4.0])


def test_a_target_that_every_unit_has_met_leaves_no_distance():
    with pytest.raises(CannotBeComposed, match="x: every unit has met the target"):
        scored(TARGET, target=2)


def test_a_target_that_every_unit_has_met_is_met_in_full_where_that_is_the_most():
    assert scored(CAPPED, target=2, values=[3.0, 4.0]) == pytest.approx([1, 1])


def test_goalposts_of_values_that_had_to_be_logged_are_refused():
    tailed = [1.0, 2.0, 2.5, 3.0, 60.0]
    logged = {"tried": ["log"], "skewness": 1.5}

    with pytest.raises(CannotBeComposed, match=r"indicators\.x: its values had to be logged"):
        scored(POSTS, values=tailed, goalposts=[0, 70], treatment=logged)


def test_goalposts_of_values_that_are_always_logged_are_in_logs():
    logged = {"tried": [{"method": "fixed log", "origin": 0, "lowest": 1}], "always": True}

    assert scored(POSTS, values=[1.0, np.e], goalposts=[0, 2], treatment=logged) == pytest.approx([0, 50])


def test_a_reference_that_is_no_unit_is_refused():
    with pytest.raises(CannotBeComposed, match="x: 'z' is not among the units"):
        scored({"method": "distance to reference", "reference": "z"})


def test_an_indicator_with_one_value_tells_nothing_under_any_scale_that_compares():
    for scale in ("min-max", "z-score", "distance to best"):
        assert np.isnan(scored(scale, values=[4.0, 4.0, 4.0])).all()

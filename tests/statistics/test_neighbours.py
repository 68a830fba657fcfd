"""Neighbours: a distance that anybody can make again, and what each metric adds to it."""

import numpy as np
import pytest

from handback.statistics.neighbours import CannotBeCompared, neighbours

COUNCILS = ["Harrowmere", "Elderbeck", "Saltmarsh", "Thornby"]
METRICS = ["people", "density", "deprivation"]
VALUES = np.array([[260.0, 9.0, 28.0], [250.0, 8.5, 27.0], [90.0, 1.2, 14.0], [310.0, 14.0, 33.0]])


def near(values=VALUES, **more):
    return neighbours(values, councils=COUNCILS, metrics=METRICS, **more)


def test_a_distance_is_the_weighted_mean_of_squares_of_standardised_differences():
    standard = (VALUES - VALUES.mean(axis=0)) / VALUES.std(axis=0, ddof=1)

    wanted = np.sqrt(((standard[0] - standard[3]) ** 2 * [0.5, 0.25, 0.25]).sum())

    found = near(weights={"people": 2, "density": 1, "deprivation": 1}).distances
    assert found[0, 3] == pytest.approx(wanted)


def test_the_nearest_comes_first():
    names = [other.council for other in near().nearest("Harrowmere")]

    assert names == ["Elderbeck", "Thornby", "Saltmarsh"]


def test_contributions_add_up_to_the_square_of_the_distance():
    found = near()

    assert found.contributions.sum(axis=2) == pytest.approx(found.distances**2)


def test_distances_are_the_same_both_ways():
    assert (near().distances == near().distances.T).all()


def test_the_unit_of_a_metric_changes_no_distance():
    assert near(VALUES * [1000, 0.1, 7]).distances == pytest.approx(near().distances)


def test_a_metric_missing_of_one_is_left_out_of_its_pairs_and_said():
    values = VALUES.copy()
    values[1, 2] = np.nan

    first = near(values).nearest("Harrowmere")[0]

    assert (first.council, first.known) == ("Elderbeck", pytest.approx(2 / 3))


def test_a_council_of_which_too_little_is_known_is_no_neighbour():
    values = VALUES.copy()
    values[1, 1:] = np.nan

    assert "Elderbeck" not in [other.council for other in near(values).nearest("Harrowmere")]


def test_nothing_known_of_both_is_no_distance():
    values = VALUES.copy()
    values[1] = np.nan

    assert np.isnan(near(values).distances[0, 1])


@pytest.mark.parametrize(
    ("values", "weights", "place"),
    [
        (np.where(VALUES == 90.0, np.inf, VALUES), None, "people of Saltmarsh"),
        (np.where(VALUES < 15.0, 1.0, 1.0), None, "people"),
        (VALUES, {"people": 1}, "weights.density"),
        (VALUES, dict.fromkeys([*METRICS, "rain"], 1.0), "weights.rain"),
        (VALUES, dict.fromkeys(METRICS, 0.0), "weights"),
        (VALUES[:3], None, "values"),
    ],
)
def test_what_cannot_be_compared_is_refused_by_its_place(values, weights, place):
    with pytest.raises(CannotBeCompared) as refused:
        near(values, weights=weights)

    assert refused.value.place == place


@pytest.mark.parametrize(
    ("values", "councils", "metrics"),
    [
        (VALUES, ["Harrowmere"] * 4, METRICS),
        (VALUES, COUNCILS, ["people", "people", "deprivation"]),
        (VALUES.astype(str), COUNCILS, METRICS),
        ([[1.0], [1.0, 2.0]], COUNCILS, METRICS),
        (VALUES * 1e300, COUNCILS, METRICS),
    ],
)
def test_names_there_twice_and_what_is_no_number_are_refused(values, councils, metrics):
    with pytest.raises(CannotBeCompared):
        neighbours(values, councils=councils, metrics=metrics)


def test_tiny_metrics_are_compared_like_any():
    assert near(VALUES * 1e-200).distances == pytest.approx(near().distances)


@pytest.mark.parametrize("asked", [{"count": -1}, {"least": np.nan}, {"least": 2}])
def test_neighbours_that_cannot_be_counted_are_refused(asked):
    with pytest.raises(CannotBeCompared):
        near().nearest("Harrowmere", **asked)

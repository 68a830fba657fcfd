"""Contributions: what each member adds, and what one point more of it would."""

import numpy as np
import pytest

from handback.statistics.composite import CannotBeComposed, contributions
from tests.statistics.composite.harrowmere import FIRST, index, levels

MEANS = ("arithmetic", "geometric", "harmonic", {"method": "generalised", "power": 2})


def gapped(mean="arithmetic"):
    values = FIRST.copy()
    values[0, 1] = np.nan
    return index(values, levels=levels(aggregation=mean))


@pytest.mark.parametrize("mean", MEANS)
@pytest.mark.parametrize("level", [0, 1])
def test_what_members_add_makes_up_the_score(mean, level):
    whole = gapped(mean)

    assert np.nansum(contributions(whole, level).added, axis=1) == pytest.approx(whole.scores)


def test_under_an_arithmetic_mean_a_point_more_adds_what_the_member_weighs():
    assert contributions(index(), 0).slopes == pytest.approx(np.full((8, 6), 1 / 6))


def test_under_a_geometric_mean_a_point_more_adds_most_where_least_is():
    slopes = contributions(gapped("geometric"), 1).slopes
    lower = np.nanargmin(gapped("geometric").levels[0], axis=1)

    assert (slopes.argmax(axis=1) == lower).all()


def test_a_member_that_is_not_known_adds_nothing_and_says_so():
    assert np.isnan(contributions(gapped(), 0).added[0, 1])


def test_copelands_count_has_no_contributions():
    said = levels()
    said[1]["aggregation"] = "copeland"

    with pytest.raises(CannotBeComposed, match=r"levels\[1\].aggregation: Copeland's count has no slope"):
        contributions(index(levels=said), 0)

"""Degenerate inputs: what has no score has none and is named; what is no number is refused by its place."""

import numpy as np
import pytest

from handback.statistics.composite import (
    CannotBeComposed,
    NotANumber,
    ShapesDiffer,
    coherence,
    compose,
    declare,
    describe,
    leave_one_out,
    uncertainty,
)
from tests.statistics.composite.harrowmere import COUNCILS, FIRST, index, levels, plain


def test_one_unit_alone_has_no_score_where_units_are_compared():
    assert np.isnan(index(FIRST[:1]).scores).all()


def test_one_unit_alone_has_a_score_between_goalposts():
    said = plain(normalisation="goalposts")
    for indicator in said["indicators"].values():
        indicator["goalposts"] = [0, 100]

    assert compose(FIRST[:1], declare(said), units=COUNCILS[:1]).scores == pytest.approx([73.1], abs=0.05)


def test_a_constant_indicator_is_left_out_and_named():
    values = FIRST.copy()
    values[:, 1] = 80.0

    found = index(values)

    assert found.flat == ("planning",)
    assert found.scores_of("Services") == pytest.approx(found.normalised[:, [0, 2]].mean(axis=1))


def test_values_that_differ_by_rounding_alone_are_not_divided_by_their_spread():
    values = FIRST.copy()
    values[:, 1] = 0.1 + 0.2
    values[0, 1] = 0.1 + 0.2

    assert np.isnan(index(values, normalisation="z-score").normalised[:, 1]).all()


def test_nothing_known_is_no_score_at_all():
    found = index(np.full((8, 6), np.nan))

    assert np.isnan(found.scores).all()
    assert not found.included.any()


def test_nothing_known_of_one_unit_leaves_the_others_as_they_are():
    values = np.vstack([FIRST[:7], np.full(6, np.nan)])

    assert index(values).scores[:7] == pytest.approx(index(FIRST[:7]).scores)


def test_the_share_of_a_score_that_rests_on_what_was_given_is_shown():
    values = FIRST.copy()
    values[0, :2] = np.nan

    assert index(values, missing={"imputation": "mean"}).shares[0] == pytest.approx(2 / 3)


def test_an_indicator_of_which_nothing_is_known_is_described_as_that():
    found = describe(np.full((3, 1), np.nan), ["visits"])[0]

    assert (found.known, found.availability, np.isnan(found.mean)) == (0, 0, True)


def test_an_infinite_value_is_refused_by_its_place():
    values = FIRST.copy()
    values[2, 4] = np.inf

    with pytest.raises(NotANumber, match="complaints of Saltmarsh"):
        index(values)


@pytest.mark.parametrize("scale", [1e-140, 1e140])
def test_huge_and_tiny_values_are_scored_like_any(scale):
    assert index(FIRST * scale).scores == pytest.approx(index().scores)


def test_values_that_fit_no_declaration_are_refused():
    with pytest.raises(ShapesDiffer, match="values: has shape"):
        index(FIRST[:, :5])


def test_a_unit_named_twice_is_refused():
    with pytest.raises(CannotBeComposed, match="units: 'Thornby' is there twice"):
        compose(FIRST[:2], declare(plain()), units=["Thornby", "Thornby"])


def test_a_denominator_of_nothing_is_refused_by_its_place():
    said = plain()
    said["indicators"]["visits"]["denominator"] = "people"

    with pytest.raises(
        CannotBeComposed, match=r"denominators\.people of Elderbeck: nothing can be divided by 0"
    ):
        compose(FIRST[:2], declare(said), units=COUNCILS[:2], denominators={"people": [5, 0]})


def test_a_mean_of_groups_needs_the_groups():
    with pytest.raises(CannotBeComposed, match=r"missing\.imputation"):
        index(missing={"imputation": "group mean"})


def test_a_unit_with_too_little_known_is_left_out():
    values = FIRST.copy()
    values[3, :3] = np.nan

    found = index(values, missing={"least": 0.6})

    assert (found.included[3], np.isnan(found.scores[3])) == (False, True)


def test_a_theme_with_too_few_members_known_has_no_score():
    values = FIRST.copy()
    values[3, :2] = np.nan

    found = index(values, levels=levels(least=0.5))

    assert np.isnan(found.scores_of("Services")[3])


def test_gaps_do_not_stop_what_is_said_about_an_index():
    values = FIRST.copy()
    values[0, 0] = values[4] = np.nan
    whole = index(values)

    assert np.isfinite(coherence(whole, 0).with_index).all()
    assert np.isfinite(leave_one_out(whole, 0).change).all()
    assert np.isnan(uncertainty(whole, count=20).rank_intervals[:, 4]).all()

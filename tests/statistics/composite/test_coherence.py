"""Coherence: correlations, alpha, effective weights, and the index without each member."""

import numpy as np
import pytest

from handback.statistics.composite import coherence, cronbach, leave_one_out, nominal_weights
from tests.statistics.composite.harrowmere import COUNCILS, FIRST, index, levels


def test_nominal_weights_of_every_level_add_up_to_1():
    assert [weights.sum() for weights in nominal_weights(index())] == pytest.approx([1, 1])


def test_effective_weights_add_up_to_1():
    assert coherence(index(), 0).effective.sum() == pytest.approx(1)


def test_a_member_that_is_noise_carries_less_than_it_weighs():
    values = FIRST.copy()
    values[:, 0] = [44, 39, 47, 36, 38, 45, 41, 43]

    found = coherence(index(values), 0)

    assert found.effective[0] < found.nominal[0]


def test_alpha_of_members_that_say_the_same_is_1():
    column = np.arange(9.0)

    assert cronbach(np.stack([column, column, column], axis=1)) == pytest.approx(1)


def test_a_group_of_one_has_no_alpha():
    assert np.isnan(cronbach(FIRST[:, :1]))


def test_leaving_out_a_member_is_what_weighing_it_nothing_is():
    changed = levels()
    changed[0]["weights"] = dict.fromkeys(index().declaration.names, 1) | {"visits": 0}

    found = leave_one_out(index(), 0)

    assert found.scores[2] == pytest.approx(index(levels=changed).scores)


def test_leaving_out_one_of_two_themes_leaves_the_other():
    assert leave_one_out(index(), 1).scores[0] == pytest.approx(index().levels[0][:, 1])


def test_members_correlate_with_their_own_group():
    whole = index()

    found = coherence(whole, 0).with_group[3]

    assert found == pytest.approx(np.corrcoef(whole.normalised[:, 3], whole.scores_of("Running"))[0, 1])
    assert len(COUNCILS) == len(whole.scores)

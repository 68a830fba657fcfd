"""Series of which little can be said: constant, short, missing, huge and tiny; where the peer goes wrong."""

import warnings

import numpy as np
import pytest

from handback.statistics.process_control import Assurance, Polarity, Variation, xmr

pytestmark = pytest.mark.filterwarnings("error")


def test_a_constant_series_has_limits_equal_to_its_mean():
    limits = xmr([5.0] * 20).limits

    assert {*limits.lower[0], *limits.centre[0], *limits.upper[0]} == {5.0}


@pytest.mark.parametrize(
    ("polarity", "target", "assured"),
    [
        (Polarity.HIGHER, 4.0, Assurance.PASSES),
        (Polarity.HIGHER, 5.0, Assurance.PASSES),
        (Polarity.HIGHER, 6.0, Assurance.FAILS),
        (Polarity.LOWER, 4.0, Assurance.FAILS),
        (Polarity.LOWER, 6.0, Assurance.PASSES),
    ],
)
def test_a_constant_series_meets_its_target_or_does_not(polarity, target, assured):
    chart = xmr([5.0] * 20, polarity=polarity, targets=target)

    assert (chart.verdict[0], chart.assurance[0]) == (Variation.COMMON, assured)


def test_one_step_between_two_constants_is_news_at_every_point():
    chart = xmr([1.0] * 10 + [2.0] * 10)

    assert chart.verdict[0] == Variation.IMPROVING


@pytest.mark.parametrize("values", [[], [1.0], [np.nan] * 20, [[np.nan, 1.0, 2.0]], np.empty((0, 12))])
def test_too_little_is_said_to_be_too_little(values):
    assert set(xmr(values).verdict) <= {Variation.NOT_ENOUGH}


@pytest.mark.parametrize("size", [1e-300, 1e-9, 1e9, 1e299])
def test_the_size_of_the_numbers_changes_no_verdict(size):
    values = np.array([5.0, 6, 5, 6, 4, 5, 6, 5, 4, 5, 6, 5, 9, 5, 6])

    assert (xmr(values * size).signals == xmr(values).signals).all()


def test_nothing_here_warns_on_an_empty_period_between_two_series():
    with warnings.catch_warnings():
        warnings.simplefilter("error")

        chart = xmr([[1.0, np.nan, 3.0] * 5, [np.nan] * 15], targets=2.0)

    assert list(chart.verdict) == [Variation.COMMON, Variation.NOT_ENOUGH]

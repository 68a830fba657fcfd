"""Treatment: who is drawn in, how far, and when nothing is done."""

import numpy as np
import pytest

from handback.statistics.composite.arrays import moments
from handback.statistics.composite.treatment import treat
from handback.statistics.composite.ways import Step, Treating, Treatment

TAILED = np.array([1.0, 2.0, 2.5, 3.0, 3.2, 3.7, 4.0, 4.4, 5.0, 60.0])
FIVE = Step(Treating.WINSORISE, most=5)
LOG = Step(Treating.LOG)


def test_values_without_a_tail_are_left():
    assert treat(TAILED[:9], Treatment((FIVE,))).by is None


def test_the_outermost_value_is_drawn_in_to_the_next():
    found = treat(TAILED, Treatment((FIVE,)))

    assert (found.values[9], list(np.flatnonzero(found.high))) == (5.0, [9])


def test_values_with_a_tail_below_are_drawn_in_from_below():
    found = treat(-TAILED, Treatment((FIVE,)))

    assert (found.values[9], list(np.flatnonzero(found.low))) == (-5.0, [9])


def test_a_gap_stays_a_gap():
    found = treat(np.append(TAILED, np.nan), Treatment((FIVE,)))

    assert np.isnan(found.values[10])


def test_what_winsorising_cannot_mend_is_logged_from_its_untreated_values():
    none = Step(Treating.WINSORISE, most=0)

    found = treat(TAILED, Treatment((none, LOG), skewness=1.5))

    assert found.by == LOG
    assert found.values == pytest.approx(np.log(TAILED - 1 + 0.59))


def test_the_log_of_the_range_treats_unlike_the_peers():
    step = Step(Treating.LOG_OF_RANGE)

    found = treat(TAILED, Treatment((step,), always=True))

    assert found.values == pytest.approx(np.log(59 * (TAILED - 1) / 59 + 1))


def test_a_log_either_way_mirrors_a_tail_below():
    step = Step(Treating.LOG_EITHER_WAY)

    below = treat(-TAILED, Treatment((step,), always=True)).values

    assert below == pytest.approx(-treat(TAILED, Treatment((step,), always=True)).values)


@pytest.mark.parametrize("power", [0.0, 0.5])
def test_box_cox_keeps_the_order_of_values(power):
    step = Step(Treating.BOX_COX, power=power)

    assert (np.diff(treat(TAILED, Treatment((step,), always=True)).values) > 0).all()


def test_every_step_tried_is_told_with_its_moments():
    found = treat(TAILED, Treatment((Step(Treating.WINSORISE, most=0), LOG)))

    assert [round(skew, 2) for skew, _ in found.moments] == [3.14, 3.14, round(moments(found.values)[0], 2)]


def test_values_all_equal_have_no_moments_and_are_left():
    found = treat(np.full(9, 4.2), Treatment((FIVE, LOG)))

    assert (found.by, found.passes) == (None, True)


@pytest.mark.parametrize("scale", [1e-140, 1e140])
def test_moments_do_not_depend_upon_magnitude(scale):
    assert moments(TAILED * scale) == pytest.approx(moments(TAILED))

"""What holds of every series: shifted, scaled, mirrored, or charted beside others."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from handback.statistics.process_control import Polarity, Variation, xmr

# Whole numbers, so that a shift loses nothing to rounding.
SERIES = st.integers(5, 40).flatmap(
    lambda length: arrays(np.float64, length, elements=st.integers(-1_000, 1_000).map(float))
)
SHIFTS = st.integers(-10_000, 10_000)


@given(SERIES, SHIFTS)
def test_a_shift_of_the_values_shifts_the_limits(values, shift):
    moved, still = xmr(values + shift).limits, xmr(values).limits

    np.testing.assert_allclose(moved.upper, still.upper + shift, rtol=1e-9, atol=1e-6)


@given(SERIES, st.sampled_from([0.25, 0.5, 2.0, 1024.0]))
def test_a_scaling_of_the_values_scales_the_limits_and_changes_no_signal(values, scale):
    scaled, plain = xmr(values * scale), xmr(values)

    np.testing.assert_array_equal(scaled.limits.lower, plain.limits.lower * scale)
    np.testing.assert_array_equal(scaled.signals, plain.signals)


@given(SERIES)
def test_the_other_polarity_turns_improvement_into_worsening(values):
    higher = xmr(values, polarity=Polarity.HIGHER).variation
    lower = xmr(values, polarity=Polarity.LOWER).variation

    np.testing.assert_array_equal(higher, -lower)


@given(SERIES)
def test_the_mirror_image_has_the_mirrored_verdict(values):
    assert xmr(values).verdict[0] == _mirrored(xmr(-values).verdict[0])


@given(st.lists(arrays(np.float64, 20, elements=st.integers(0, 50).map(float)), min_size=1, max_size=6))
def test_a_series_is_found_the_same_beside_others_as_alone(several):
    together = xmr(np.array(several))

    for row, values in enumerate(several):
        np.testing.assert_array_equal(together.signals[row], xmr(values).signals[0])


@given(SERIES, st.data())
def test_what_came_before_a_rebase_changes_nothing_after_it(values, data):
    at = data.draw(st.integers(1, len(values) - 1))
    rebased = np.arange(len(values)) == at

    whole, alone = xmr(values, rebased=rebased), xmr(values[at:])

    np.testing.assert_array_equal(whole.signals[0, at:], alone.signals[0])


def _mirrored(said):
    return said if said == Variation.NOT_ENOUGH else -said

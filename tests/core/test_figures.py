"""The arithmetic of reports, checked as with pencil and paper."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handback.core.figures import NothingToShare, holds, share


def test_a_share_right_to_the_precision_stated_holds():
    assert holds(numerator=28, denominator=41, percent=Decimal(68)) is True


def test_a_share_one_point_out_does_not_hold():
    assert holds(numerator=28, denominator=41, percent=Decimal(69)) is False


def test_more_places_are_held_to_more_places():
    assert holds(numerator=12, denominator=45, percent=Decimal("26.7")) is True


@pytest.mark.parametrize(("part", "total", "percent"), [(1, 8, 13), (1, 200, 1), (3, 8, 38)])
def test_a_half_is_rounded_up(part, total, percent):
    assert share(part, of=total) == percent


def test_two_numbers_alone_prove_nothing():
    assert holds(numerator=28, denominator=41, percent=None) is None


def test_nothing_has_no_share():
    with pytest.raises(NothingToShare):
        share(1, of=0)


def test_a_share_of_nothing_is_not_checked():
    assert holds(numerator=1, denominator=0, percent=Decimal(5)) is None


@given(st.integers(0, 10**12), st.integers(1, 10**12), st.integers(0, 4))
def test_the_share_that_is_worked_out_always_holds(part, total, places):
    assert holds(numerator=part, denominator=total, percent=share(part, of=total, places=places))

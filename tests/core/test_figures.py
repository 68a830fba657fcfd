"""The arithmetic of reports, checked as with pencil and paper."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handback.core.figures import (
    NothingToShare,
    Stated,
    Unit,
    check_share,
    check_sum,
    check_whole,
    holds,
    share,
    written,
)


def test_a_share_right_to_the_precision_stated_holds():
    assert holds(numerator=28, denominator=41, percent=Decimal(68)) is True


def test_a_share_one_point_out_does_not_hold():
    assert holds(numerator=28, denominator=41, percent=Decimal(69)) is False


def test_more_places_are_held_to_more_places():
    assert holds(numerator=12, denominator=45, percent=Decimal("26.7")) is True


@pytest.mark.parametrize(("part", "total", "percent"), [(1, 8, 13), (1, 200, 1), (3, 8, 38)])
def test_a_half_is_rounded_up(part, total, percent):
    assert share(part, of=total) == percent


def test_numbers_of_any_length_are_divided():
    assert share(10**80, of=3 * 10**80, places=90) == Decimal("33." + "3" * 90)


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


def test_a_share_that_does_not_hold_is_told_with_its_arithmetic():
    finding = check_share(Stated(Decimal(11)), Stated(Decimal(36)), Decimal(30))

    assert finding is not None
    assert (finding.holds, finding.sentence) == (False, "11 of 36 is 30.6 %, stated 30 %")


def test_a_share_that_fits_another_number_nearby_says_which():
    finding = check_share(*counts(30, 58), Decimal(55), nearby=counts(57, 55))

    assert finding is not None
    assert finding.sentence == "30 of 58 is 51.7 %, stated 55 %; it would be right of 55"


def test_a_number_nearby_that_is_less_than_the_part_is_no_total():
    finding = check_share(*counts(30, 58), Decimal(200), nearby=counts(15))

    assert finding is not None
    assert finding.fits is None


@pytest.mark.parametrize(("percent", "right"), [(74, True), (75, True), (76, True), (73, False), (77, False)])
def test_sums_that_are_rounded_leave_room_for_their_rounding(percent, right):
    finding = check_share(millions("9.3"), millions("12.4"), Decimal(percent))

    assert finding is not None
    assert finding.holds is right


def test_a_share_of_rounded_sums_that_is_not_exact_says_so():
    finding = check_share(millions("9.3"), millions("12.4"), Decimal(76))

    assert finding is not None
    assert not finding.exact
    assert finding.sentence.endswith("right, as far as rounded numbers tell")


def test_nothing_is_checked_of_nothing():
    assert check_share(*counts(3, 0), Decimal(5)) is None


def test_parts_that_miss_their_total_are_told_with_the_sum():
    finding = check_sum(counts(45, 12, 4), Stated(Decimal(60)))

    assert (finding.holds, finding.sentence) == (False, "45 + 12 + 4 is 61, stated 60")


def test_rounded_parts_may_miss_their_total_by_their_rounding():
    assert check_sum([millions("1.3"), millions("1.3")], millions("2.7")).holds
    assert not check_sum([millions("1.3"), millions("1.3")], millions("2.8")).holds


@pytest.mark.parametrize(
    ("shares", "whole"),
    [(("33", "33", "33"), True), (("58", "33", "9"), True), (("58", "33", "12"), False)],
)
def test_shares_of_one_whole_come_to_a_hundred_within_their_rounding(shares, whole):
    assert check_whole([Decimal(share) for share in shares]).holds is whole


def test_many_parts_are_not_all_written_out():
    finding = check_sum(counts(*range(1, 21)), Stated(Decimal(211)))

    assert finding.sentence == "20 parts, 1 to 20, together is 210, stated 211"


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("1204", Unit.COUNT, "1,204"),
        ("9300000.0", Unit.POUNDS, "£9.3m"),
        ("1250000000", Unit.POUNDS, "£1.25bn"),
        ("480000", Unit.POUNDS, "£480,000"),
        ("30.60", Unit.PERCENT, "30.60 %"),
    ],
)
def test_numbers_are_written_as_people_write_them(value, unit, words):
    assert written(Decimal(value), unit) == words


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=30))
def test_parts_added_up_always_make_their_sum(parts):
    assert check_sum(counts(*parts), Stated(Decimal(sum(parts)))).holds


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(0, 3))
def test_a_share_worked_out_is_never_said_not_to_hold(part, total, places):
    finding = check_share(*counts(part, total), share(part, of=total, places=places))

    assert finding is not None
    assert finding.exact
    assert finding.holds


def counts(*numbers: int) -> list[Stated]:
    return [Stated(Decimal(number)) for number in numbers]


def millions(number: str) -> Stated:
    """A sum as "£9.3m" states it."""
    return Stated(Decimal(number) * 10**6, Unit.POUNDS, Decimal(10**5))

"""A number as a document states it: how far it may be from the true one, and how it is written."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Unit(StrEnum):
    """What a stated number is in."""

    COUNT = "count"
    POUNDS = "pounds"
    PERCENT = "per cent"


@dataclass(frozen=True, slots=True)
class Stated:
    """A number with the size of its last place: 100,000 for £9.3m, 0 for a count, which is exact.

    The true number lies within half a `step` of `value`. `about` is true where the document itself says
    that the number is not exact ("some 40", "nearly").
    """

    value: Decimal
    unit: Unit = Unit.COUNT
    step: Decimal = Decimal(0)
    about: bool = False

    @property
    def least(self) -> Decimal:
        """The least that the true number can be."""
        return self.value - self.step / 2

    @property
    def most(self) -> Decimal:
        """The most that the true number can be."""
        return self.value + self.step / 2


def written(value: Decimal, unit: Unit = Unit.COUNT) -> str:
    """A number as people write it: 1,204, £9.3m, 30.6 %. Places given are kept."""
    if unit is Unit.PERCENT:
        return f"{value:,f} %"
    if unit is Unit.COUNT:
        return f"{_short(value):,f}"
    for size, sign in ((Decimal(10**9), "bn"), (Decimal(10**6), "m")):
        if abs(value) >= size:
            return f"£{_short(value / size):,f}{sign}"
    return f"£{_short(value):,f}"


def _short(value: Decimal) -> Decimal:
    """A number without noughts that say nothing."""
    whole = value.to_integral_value()
    return whole if value == whole else value.normalize()

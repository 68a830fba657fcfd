"""Findings: a stated figure, worked out again, with the arithmetic as numbers and as a sentence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from handback.core.figures.shares import holds, places_of, share
from handback.core.figures.stated import Stated, Unit, written

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class ShareFinding:
    """A stated share of a part in a total, and what it comes to.

    `exact` is whether the share is right to the places stated with the numbers exactly as written;
    `holds` allows besides for the rounding of numbers that are themselves rounded (£9.3m). `worked_out`
    is in one place more than is stated, where that tells more. `fits` is another number stated nearby of
    which the share would be right.
    """

    part: Stated
    total: Stated
    percent: Decimal
    worked_out: Decimal
    exact: bool
    holds: bool
    fits: Stated | None = None

    @property
    def sentence(self) -> str:
        """The arithmetic in words: "11 of 36 is 30.6 %, stated 30 %"."""
        said = f"{_written(self.part)} of {_written(self.total)} is {_percent(self.worked_out)}"
        said += f", stated {_percent(self.percent)}"
        if self.exact:
            return f"{said}: right"
        if self.holds:
            return f"{said}: right, as far as rounded numbers tell"
        return said + (f"; it would be right of {_written(self.fits)}" if self.fits else "")


@dataclass(frozen=True, slots=True)
class SumFinding:
    """Parts and the total that they are stated to make."""

    parts: tuple[Stated, ...]
    total: Stated
    comes_to: Decimal
    holds: bool

    @property
    def sentence(self) -> str:
        """The arithmetic in words: "45 + 12 + 4 is 61, stated 60"."""
        shown = " + ".join(_written(part) for part in self.parts[:MOST_SHOWN])
        if len(self.parts) > MOST_SHOWN:
            shown = (
                f"{len(self.parts)} parts, {_written(self.parts[0])} to {_written(self.parts[-1])}, together"
            )
        said = f"{shown} is {written(self.comes_to, self.total.unit)}, stated {_written(self.total)}"
        if self.comes_to == self.total.value:
            return f"{said}: right"
        return f"{said}: right, as far as rounded numbers tell" if self.holds else said


MOST_SHOWN = 8  # parts written out in a sentence


def check_share(
    part: Stated, total: Stated, percent: Decimal, *, nearby: Iterable[Stated] = ()
) -> ShareFinding | None:
    """Work a stated share out again; None where there is nothing to work it out of.

    `nearby` are other numbers stated near the share, of which it might have been meant.
    """
    if not total.value:
        return None
    exact = bool(holds(numerator=part.value, denominator=total.value, percent=percent))
    right = exact or _within(part, total, percent)
    fits = None if right else _fitting(part, total, percent, nearby)
    places = places_of(percent)
    worked_out = share(part.value, of=total.value, places=places if exact else places + 1)
    return ShareFinding(part, total, percent, worked_out, exact, right, fits)


def _within(part: Stated, total: Stated, percent: Decimal) -> bool:
    """Whether true numbers that round to the stated ones can give the share stated."""
    if not (part.step or total.step) or total.least <= 0:
        return False
    half = Decimal(1).scaleb(-places_of(percent)) / 2
    least, most = part.least * HUNDRED / total.most, part.most * HUNDRED / total.least
    return least < percent + half and most >= percent - half


def _fitting(part: Stated, total: Stated, percent: Decimal, nearby: Iterable[Stated]) -> Stated | None:
    for other in nearby:
        if (
            other.value in (total.value, part.value)
            or other.value < part.value
            or other.unit is not part.unit
        ):
            continue
        if holds(numerator=part.value, denominator=other.value, percent=percent):
            return other
    return None


def check_sum(parts: Sequence[Stated], total: Stated) -> SumFinding:
    """Add stated parts up again, allowing for the rounding of each."""
    comes_to = sum((part.value for part in parts), Decimal(0))
    slack = (sum((part.step for part in parts), Decimal(0)) + total.step) / 2
    return SumFinding(tuple(parts), total, comes_to, abs(comes_to - total.value) <= slack)


def check_whole(percents: Sequence[Decimal]) -> SumFinding:
    """Whether shares that are all of one whole come to 100, as far as their rounding allows."""
    parts = [Stated(percent, Unit.PERCENT, Decimal(1).scaleb(-places_of(percent))) for percent in percents]
    return check_sum(parts, Stated(HUNDRED, Unit.PERCENT))


def _written(number: Stated) -> str:
    return written(number.value, number.unit)


def _percent(value: Decimal) -> str:
    return written(value, Unit.PERCENT)

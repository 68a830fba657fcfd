"""Ratios: counts out of a total, and shares, where at least two of the three numbers stand together.

`figures` finds them; here each becomes a claim, with its arithmetic in a sentence where all three are given.
"""

from collections.abc import Iterator
from decimal import Decimal

from handback.core.figures import Stated
from handback.reading.claims.claim import Claim, Type
from handback.reading.claims.figures import Told, told
from handback.reading.claims.finding import claim
from handback.reading.claims.outline import Outline


def find(found: Outline) -> Iterator[Claim]:
    """The ratios of a document."""
    return (_claim(found, one) for one in told(found))


def _claim(found: Outline, one: Told) -> Claim:
    return claim(
        found.document,
        Type.RATIO,
        one.where,
        one.start,
        one.end,
        rule=one.rule,
        confidence=0.8,
        numerator=_plain(one.part),
        denominator=_plain(one.total),
        percent=_number(one.percent),
        holds=one.holds,
        arithmetic=one.worked_out.sentence if one.worked_out else None,
    )


def _plain(number: Stated | None) -> int | float | None:
    return _number(number.value) if number else None


def _number(number: Decimal | None) -> int | float | None:
    """A number as JSON has it: whole where it is whole."""
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)

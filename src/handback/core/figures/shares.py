"""Whether a percentage agrees with the count beside it: "27 of 40 (68%)".

A share is checked as a person with pencil and paper would check it: the exact quotient, rounded half
up to as many places as the document gives. No binary fractions anywhere: 1 of 8 is 12.5% and rounds
to 13%, always.
"""

from decimal import ROUND_HALF_UP, Decimal, localcontext

MOST_DIGITS = 60  # unless more are written: enough for any sum of money a council has written down


class NothingToShare(ValueError):
    """A share asked of a total of nothing."""

    def __init__(self, part: Decimal) -> None:
        self.part = part
        super().__init__(f"{part} cannot be a share of nothing.")


def share(part: Decimal | int, *, of: Decimal | int, places: int = 0) -> Decimal:
    """`part` as a percentage of `of`, rounded half up to `places` decimal places.

    Raises NothingToShare where `of` is zero.
    """
    if not of:
        raise NothingToShare(Decimal(part))
    with localcontext() as arithmetic:
        arithmetic.prec = max(MOST_DIGITS, _digits(part) + _digits(of) + places + 3)
        exact = Decimal(part) * 100 / Decimal(of)
        return exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def _digits(number: Decimal | int) -> int:
    return len(Decimal(number).as_tuple().digits)


def holds(
    *, numerator: Decimal | int | None, denominator: Decimal | int | None, percent: Decimal | None
) -> bool | None:
    """Whether the percentage agrees with the count, to the places in which the percentage is given.

    None where one of the three is missing, or the total is nothing: there is then nothing to check.
    """
    if numerator is None or denominator is None or percent is None or not denominator:
        return None
    return share(numerator, of=denominator, places=places_of(percent)) == percent


def places_of(number: Decimal) -> int:
    """How many decimal places a number is given in: 2 for 26.70, 0 for 68."""
    exponent = number.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0

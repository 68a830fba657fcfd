"""Numbers as anybody may hand them over, as floats; what is no number is refused, never read as one."""

from decimal import Decimal
from numbers import Real

import numpy as np
from numpy.typing import ArrayLike, NDArray


class NotNumbers(ValueError):
    """Something that holds no numbers. `at` is where in it, where one place can be told."""

    def __init__(self, fault: str, at: tuple[int, ...] = ()) -> None:
        self.fault, self.at = fault, at
        super().__init__(f"[{', '.join(map(str, at))}] {fault}" if at else fault)


def numbers(values: ArrayLike) -> NDArray[np.float64]:
    """A copy as floats, of the same shape. None, and what a masked array masks, is nan.

    Texts are refused though they spell a number, and so are days: what they were meant as is not known here.
    Raises NotNumbers.
    """
    if isinstance(values, np.ma.MaskedArray):
        return np.where(np.ma.getmaskarray(values), np.nan, numbers(values.data))
    try:
        array = np.asarray(values)
        if array.dtype.kind == "O":
            _check_each(array)
        elif array.dtype.kind not in "fiub":
            raise NotNumbers(f"{array.dtype} is no sort of number.")
        return np.array(array, np.float64)
    except NotNumbers:
        raise
    except (TypeError, ValueError, OverflowError) as fault:
        raise NotNumbers(f"they cannot be read as numbers: {fault}.") from None


def _check_each(array: NDArray[np.object_]) -> None:
    for at, value in np.ndenumerate(array):
        if value is not None and not isinstance(value, Real | Decimal):
            raise NotNumbers(f"{str(value)[:40]!r} is no number.", tuple(map(int, at)))

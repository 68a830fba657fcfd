"""Numbers laid along an upright line, with ticks at round ones."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, isfinite, log10

ROUND = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True, slots=True)
class Scale:
    """Numbers from `least` to `most`, drawn from `bottom` up to `top`, in pixels."""

    least: float
    most: float
    top: float
    bottom: float
    step: float

    def y(self, value: float) -> float:
        """Where a number stands; one outside stands at the nearer end."""
        share = (value - self.least) / (self.most - self.least)
        return self.bottom - min(max(share, 0.0), 1.0) * (self.bottom - self.top)

    def ticks(self) -> list[float]:
        """The round numbers on the scale."""
        first, last = ceil(self.least / self.step - 1e-9), floor(self.most / self.step + 1e-9)
        return [whole * self.step for whole in range(first, last + 1)]


def scale_of(numbers: Iterable[float | None], *, top: float, bottom: float, lines: int = 5) -> Scale:
    """A scale that holds all numbers, with about so many ticks; from 0 to 1 where there are none."""
    known = [number for number in numbers if number is not None and isfinite(number)]
    least, most = (min(known), max(known)) if known else (0.0, 1.0)
    if least == most:
        room = abs(least) * 0.1 or 1.0
        least, most = least - room, most + room
    step = _step((most - least) / lines)
    room = (most - least) * 0.04
    lowest = least - room if least < 0 or least - room > 0 else 0.0
    return Scale(lowest, most + room, top, bottom, step)


def _step(about: float) -> float:
    size = 10.0 ** floor(log10(about))
    return next(size * one for one in ROUND if size * one >= about * 0.999)

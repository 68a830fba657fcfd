"""One row of the table of measurements, and the taking of a row by repetition."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured, at which size, and what came out.

    `what` is the same for every size of one measurement; the table sets later sizes against the first.
    """

    what: str
    size: str
    median: float
    unit: str
    highest_95: float | None = None
    note: str = ""


def measured(
    what: str, size: str, times: Sequence[float], *, unit: str = "ms", scale: float = 1000.0, note: str = ""
) -> Measured:
    """A row from `times` in seconds, at least two; `scale` turns seconds into `unit`."""
    ordered = sorted(times)
    highest_95 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    return Measured(what, size, statistics.median(ordered) * scale, unit, highest_95 * scale, note=note)


def timed(act: Callable[[], object], *, times: int, inner: int = 1) -> list[float]:
    """Seconds that one call of `act` takes, `times` times over; each is the mean of `inner` calls."""
    taken = []
    for _ in range(times):
        before = time.perf_counter()
        for _ in range(inner):
            act()
        taken.append((time.perf_counter() - before) / inner)
    return taken

"""One request a second for each host, however many processes ask: the last one's time stands in a file.

1. The file is locked while somebody waits, so that those who wait take turns.
2. A time in the future, left by a clock that was put back, is not waited for beyond one interval.
"""

import fcntl
import re
from collections.abc import Callable
from pathlib import Path

EVERY = 1.0  # seconds between the beginnings of two requests


class Pace:
    """Keeps requests apart. `clock` gives seconds since 1970, `sleep` takes seconds. `folder` keeps times."""

    def __init__(self, folder: Path, *, clock: Callable[[], float], sleep: Callable[[float], None]) -> None:
        self._folder, self._clock, self._sleep = folder, clock, sleep
        folder.mkdir(parents=True, exist_ok=True)

    def wait(self, host: str, *, every: float = EVERY) -> None:
        """Return when the host may be asked again, and note that it is asked now."""
        path = self._folder / (re.sub(r"[^a-z0-9.-]", "_", host.lower()) + ".asked")
        with path.open("a+", encoding="ascii") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            file.seek(0)
            left = min(_seconds(file.read()) + every - self._clock(), every)
            if left > 0:
                self._sleep(left)
            file.seek(0)
            file.truncate()
            file.write(f"{self._clock():.6f}")


def _seconds(noted: str) -> float:
    """When the host was last asked; a file that a killed process left half written says nothing."""
    try:
        return float(noted)
    except ValueError:
        return 0.0

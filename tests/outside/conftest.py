"""A site on this machine, and a guest that asks it for pages without losing time."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from handback.outside.pace import Pace
from handback.outside.polite import Polite, agent
from handback.outside.transport import Limits, Transport
from handback.outside.trust import trusted
from tests.support.site import Site, serving

START = 1_772_442_000.0  # 2 March 2026, nine o'clock, in seconds since 1970


class Clock:
    """A clock that moves only when somebody sleeps."""

    def __init__(self) -> None:
        self.now, self.slept = START, list[float]()

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    """The clock of the test."""
    return Clock()


@pytest.fixture
def site() -> Iterator[Site]:
    """A site with no pages yet."""
    with serving() as started:
        yield started


@pytest.fixture
def guest(tmp_path: Path, clock: Clock) -> Iterator[Callable[..., Polite]]:
    """Makes somebody who asks: `guest().ask(address)`; `limits` and `ca_file` may be given."""
    made: list[Transport] = []

    def polite(*, ca_file: str = "", **limits: Any) -> Polite:
        transport = Transport(trust=trusted(ca_file), limits=Limits(**limits), clock=time.monotonic)
        made.append(transport)
        pace = Pace(tmp_path / "pace", clock=clock, sleep=clock.sleep)
        named = agent("1.2", "web@harrowmere.example")
        return Polite(transport, pace, agent=named, clock=clock, sleep=clock.sleep)

    yield polite
    for transport in made:
        transport.close()

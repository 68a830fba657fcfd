"""Harrowmere's site on this machine as a source, fetched with a clock that loses no time."""

import time
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from handback.jobs.council_sites import visiting
from handback.records.sources import actions
from handback.records.sources.queries import Source
from tests.support.council import furnish
from tests.support.harrowmere import CLERK, MORNING
from tests.support.site import Site, serving

SINCE = date(2025, 11, 1)


class Days:
    """A clock that moves a second whenever it is asked, and by days when told."""

    def __init__(self) -> None:
        self.now = MORNING

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def pass_by(self, days: float) -> None:
        self.now += timedelta(days=days)


@pytest.fixture
def days() -> Days:
    """The clock of the record."""
    return Days()


@pytest.fixture
def site() -> Iterator[Site]:
    """Harrowmere's site."""
    with serving() as started:
        furnish(started)
        yield started


@pytest.fixture
def add(harrowmere: Any, site: Site) -> Callable[..., Source]:
    """Names the site as a source; what it is may be given: `add(bodies=[(711, "Cabinet")])`."""

    def added(**given: Any) -> Source:
        usual = {"name": "Meetings", "address": site.address, "since": SINCE, "by": CLERK, "at": MORNING}
        return actions.add(harrowmere, **usual | given)

    return added


@pytest.fixture
def source(add: Callable[..., Source]) -> Source:
    """The site as a source of which every body is followed."""
    return add()


@pytest.fixture
def fetch(settings: Any, tmp_path: Path, days: Days) -> Callable[..., actions.Brought]:
    """Goes through a source over the network, without losing time: `fetch(source, most=3)`."""
    settings.DATA = tmp_path

    def fetched(source: Source, **given: Any) -> actions.Brought:
        with visiting(sleep=lambda _: time.sleep(0)) as ask:
            return actions.fetch(source.pk, ask=ask, by=CLERK, **{"clock": days} | given)

    return fetched

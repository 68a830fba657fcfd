"""A round may be broken off between any two writes, and at the end everything is there once."""

import pytest

from handback.records.documents import queries as documents
from handback.records.sources import actions, queries
from handback.records.sources.queries import State
from tests.records.sources.conftest import Days
from tests.support.harrowmere import CLERK, MORNING


class Stopping(Days):
    """A clock that stops whoever asks it for the `after`th time."""

    def __init__(self, after: int) -> None:
        super().__init__()
        self.left = after

    def __call__(self):
        self.left -= 1
        if self.left < 0:
            raise KeyboardInterrupt
        return super().__call__()


@pytest.mark.parametrize("after", [4, 5, 7])
def test_a_round_broken_off_again_and_again_brings_everything_once(source, site, fetch, days, after):
    while queries.rounds(source).filter(ended_at=None).exists() or not queries.rounds(source).exists():
        stopping = Stopping(after)
        stopping.now = days()
        try:
            fetch(source, clock=stopping)
        except KeyboardInterrupt:
            days.now = stopping.now

    assert set(queries.pages(source).values_list("state", flat=True)) == {State.KEPT}
    assert queries.rounds(source).count() == 1
    assert (
        documents.documents(source.authority).count() == queries.pages(source).exclude(document=None).count()
    )
    assert {queries.visits(page).count() for page in queries.pages(source)} == {1}


def test_a_source_that_is_paused_meanwhile_is_left_and_gone_on_with_later(source, fetch):
    def pause_once(page, _outcome):
        if not queries.is_paused(source.pk):
            actions.pause(source.pk, by=CLERK, at=MORNING)

    brought = fetch(source, tell=pause_once)

    assert brought.left == "The source was paused while it was visited."
    assert brought.outcomes.total() == 1
    actions.resume(source.pk, by=CLERK, at=MORNING)
    assert fetch(source).waiting == 0

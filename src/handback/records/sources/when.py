"""When a page is asked for again: soon while it is fresh, seldom once it has long stayed as it was.

1. A list of other pages is asked for in each round that comes upon it, as an entrance or by a link.
2. A page is asked for again after a quarter of the time for which it has stayed as it was, and at least once
   in thirty days.
3. What was not there, or is not given out, is asked for again after a week; what failed, in the next round.
"""

from datetime import UTC, date, datetime, time, timedelta

from handback.records.sources.leads import LISTS
from handback.records.sources.models import Kind, State

LONGEST = timedelta(days=30)
REFUSED = timedelta(days=7)
PART = 4  # of the time for which a page has stayed as it was


def due_again(kind: Kind, state: State, *, settled_at: datetime | None, at: datetime) -> datetime | None:
    """When a page that was visited at `at` may be asked for again; None: when a round comes upon it."""
    if kind in LISTS:
        return None
    if state in (State.UNAVAILABLE, State.WITHHELD):
        return at + REFUSED
    if state is State.FAILED or settled_at is None:
        return at
    return at + min(max(at - settled_at, timedelta(0)) / PART, LONGEST)


def settled(dated_on: date | None, *, at: datetime) -> datetime:
    """Since when a page that is new is believed to have stayed as it is: its own day, if that is past."""
    if dated_on is None or dated_on >= at.date():
        return at
    return datetime.combine(dated_on, time(), tzinfo=UTC)

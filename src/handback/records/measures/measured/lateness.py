"""Which values are due, and which are late on a day."""

from datetime import date
from functools import lru_cache

from handback.core.frequencies import Frequency, last_day_in_time, next_period, periods
from handback.core.periods import Period
from handback.records.measures.measured.axes import Axis
from handback.records.measures.measured.entries import IndicatorEntry
from handback.records.measures.measured.findings import Lateness
from handback.records.measures.measured.record import IndicatorFacts

KEPT = 256  # lists of periods in one process: a thousand indicators share a few
NOTHING_DUE = Lateness(None, None, ())


def lateness(definition: IndicatorEntry, facts: IndicatorFacts, axis: Axis, *, on: date) -> Lateness:
    """What is due of an indicator on a day, by its lag. Gaps among its values are late too.

    What is withheld is there.
    """
    if definition.frequency == Frequency.IRREGULAR or not facts.values:
        return NOTHING_DUE
    following = next_period(definition.frequency, axis.periods[-1])
    if following is None or _ended(definition, following.first):
        following = None
    lag = definition.lag_days
    if lag is None:
        return Lateness(following, None, ())
    gaps = []
    if len(facts.values) < len(axis):
        known = {row.first for row in facts.values} | {one.first for one in facts.withheld}
        gaps = [period for period in axis.periods if period.first not in known]
    if following is None:
        return Lateness(None, None, tuple(gaps))
    due_on = last_day_in_time(following, lag_days=lag)
    if due_on is not None and due_on < on:
        since = _past(definition.frequency, following.first, lag, on)
        gaps += [period for period in since if not _ended(definition, period.first)]
    return Lateness(following, due_on, tuple(gaps))


@lru_cache(maxsize=KEPT)
def _past(frequency: Frequency, first: date, lag: int, on: date) -> tuple[Period, ...]:
    """The periods from one on whose values should be there on a day."""
    since = periods(frequency, first=first, until=on)
    due = ((period, last_day_in_time(period, lag_days=lag)) for period in since)
    return tuple(period for period, last in due if last is not None and last < on)


def _ended(definition: IndicatorEntry, first: date) -> bool:
    return definition.ended_on is not None and first >= definition.ended_on

"""The periods of an indicator that have a value."""

from datetime import date

from handback.records.measures.measured.boards import IndicatorStanding


def known_periods(standing: IndicatorStanding) -> list[tuple[date, str]]:
    """The first day of each and what people call it, the newest first."""
    axis = standing.axis
    firsts = [row.first for row in reversed(standing.facts.values)]
    return [(first, axis.labels[axis.places[first]]) for first in firsts]

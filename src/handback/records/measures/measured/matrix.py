"""The matrix: which way an indicator moves, by whether its target will be met; and what chance would do."""

from collections.abc import Iterable
from itertools import product
from typing import Protocol

from handback.records.measures.measured.findings import Cell, ChartChoice, Sure, Way
from handback.statistics.process_control import Assurance, Variation, profile
from handback.statistics.process_control.chance import share_flagged

WAYS = {
    Variation.IMPROVING: Way.IMPROVING,
    Variation.COMMON: Way.COMMON,
    Variation.WORSENING: Way.WORSENING,
    Variation.NEUTRAL_HIGH: Way.NEUTRAL,
    Variation.NEUTRAL_LOW: Way.NEUTRAL,
    Variation.NOT_ENOUGH: Way.NOT_ENOUGH,
}
SURE = {
    Assurance.PASSES: Sure.PASSES,
    Assurance.HIT_AND_MISS: Sure.HIT_AND_MISS,
    Assurance.FAILS: Sure.FAILS,
    Assurance.NO_TARGET: Sure.NO_TARGET,
    Assurance.NOT_ENOUGH: Sure.NOT_ENOUGH,
}
#: What fails comes before what may fail, whatever its way, but for what gets worse before it fails.
WORST_FIRST = (
    (Way.WORSENING, Sure.FAILS),
    (Way.COMMON, Sure.FAILS),
    (Way.NEUTRAL, Sure.FAILS),
    (Way.WORSENING, Sure.HIT_AND_MISS),
    (Way.IMPROVING, Sure.FAILS),
    (Way.WORSENING, Sure.NO_TARGET),
    (Way.WORSENING, Sure.NOT_ENOUGH),
    (Way.WORSENING, Sure.PASSES),
    (Way.COMMON, Sure.HIT_AND_MISS),
    (Way.NEUTRAL, Sure.HIT_AND_MISS),
    (Way.IMPROVING, Sure.HIT_AND_MISS),
    (Way.NEUTRAL, Sure.NO_TARGET),
    (Way.NEUTRAL, Sure.NOT_ENOUGH),
    (Way.COMMON, Sure.NO_TARGET),
    (Way.COMMON, Sure.NOT_ENOUGH),
    (Way.IMPROVING, Sure.NO_TARGET),
    (Way.IMPROVING, Sure.NOT_ENOUGH),
    (Way.NEUTRAL, Sure.PASSES),
    (Way.COMMON, Sure.PASSES),
    (Way.IMPROVING, Sure.PASSES),
    *product((Way.NOT_ENOUGH,), Sure),
)


class Placed(Protocol):
    """What has a place in the matrix."""

    @property
    def code(self) -> str:
        """The indicator's code."""

    @property
    def way(self) -> Way:
        """Its row."""

    @property
    def sure(self) -> Sure:
        """Its column."""

    @property
    def profile(self) -> str:
        """The rules that were asked."""

    @property
    def worth(self) -> int:
        """Of how many points in a row its limits are worth."""

    @property
    def choice(self) -> ChartChoice:
        """Which chart is drawn of it."""


def cells_of(standings: Iterable[Placed]) -> tuple[Cell, ...]:
    """The cells that hold indicators, the worst first."""
    held: dict[tuple[Way, Sure], list[str]] = {}
    for one in standings:
        held.setdefault((one.way, one.sure), []).append(one.code)
    return tuple(Cell(*place, tuple(held[place])) for place in WORST_FIRST if place in held)


def expected_flags(standings: Iterable[Placed]) -> float:
    """How many of these would be flagged at their last point if nothing had changed in any."""
    return sum(
        share_flagged(one.worth, kind=one.choice.kind, profile=profile(one.profile)) for one in standings
    )

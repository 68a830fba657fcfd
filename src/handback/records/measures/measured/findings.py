"""What a board says: ways and sureties, points, benchmarks, what is late. Frozen values.

Numbers of charts are floats in the indicator's own unit, nan where nothing is known; what was measured is a
Decimal as recorded. People are shown `label`, or `period.last`.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from handback.core.periods import Period
from handback.records.measures.measured.entries import CommentaryEntry, DecisionEntry, ValueEntry
from handback.statistics.process_control import Signal, Variation
from handback.statistics.process_control.choosing import Because, Kind


class Way(StrEnum):
    """Which way an indicator moves: the rows of the matrix."""

    IMPROVING = "improving"
    COMMON = "common"  #: it varies by chance
    WORSENING = "worsening"
    NEUTRAL = "neutral"  #: it has changed, and neither way is better
    NOT_ENOUGH = "not enough data"


class Sure(StrEnum):
    """Whether the target will be met: the columns of the matrix."""

    PASSES = "passes"
    HIT_AND_MISS = "hit and miss"
    FAILS = "fails"
    NO_TARGET = "no target"
    NOT_ENOUGH = "not enough data"


class Told(NamedTuple):
    """A rule that fired, and the period at which what it tells of began."""

    signal: Signal
    since: Period
    label: str


class Point(NamedTuple):
    """One period of an indicator's axis, with or without a value. `entry` is the value as recorded.

    `fired` holds every rule, the one that tells the
    point first. `begins_anew`: somebody decided that limits are drawn anew from here.
    """

    period: Period
    label: str
    entry: ValueEntry | None
    value: float
    centre: float
    lower: float
    upper: float
    near_lower: float
    near_upper: float
    target: float
    trajectory: float
    variation: Variation
    fired: tuple[Told, ...]
    conflict: bool
    counted: bool
    is_ghost: bool
    begins_anew: bool
    commentary: CommentaryEntry | None


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A neighbour's value, which is None where it is not known."""

    gss: str
    name: str
    value: Decimal | None


@dataclass(frozen=True, slots=True)
class Benchmark:
    """An area beside its neighbours, all of the same national series and period.

    `own` is the area's value in that series, which may differ from its own figures. Median and quartiles are
    of the `known` neighbours' values without its own, of `of` that are listed. `rank` 1 is the best (of
    neither way: the highest) among the neighbours known and itself; ties share it; None without `own`.
    `quartile` 1 is the best quarter of them. `list_name` and `list_source` say whose neighbours they are.
    """

    metric: str
    metric_name: str
    unit: str
    source: str
    period: Period
    label: str
    own: Decimal | None
    median: Decimal | None
    lower_quartile: Decimal | None
    upper_quartile: Decimal | None
    known: int
    of: int
    rank: int | None
    quartile: int | None
    neighbours: tuple[Neighbour, ...]
    list_name: str
    list_source: str


@dataclass(frozen=True, slots=True)
class Lateness:
    """Which values are due. `due_on` is the last day on which the value of `next_period` is in time.

    `late`: the periods whose value should be there and is not, gaps before the last value too. All is empty
    for what is measured now and then, has ended, or has no value yet; without a lag nothing is late.
    """

    next_period: Period | None
    due_on: date | None
    late: tuple[Period, ...]

    @property
    def is_late(self) -> bool:
        """Whether any value is late."""
        return bool(self.late)


@dataclass(frozen=True, slots=True)
class ChartChoice:
    """Which chart is drawn, and why: `because` where it was worked out, `decided` where a person chose it.

    `unfit` is the chart that was decided on and cannot be drawn of these values; `kind` stands in for it.
    """

    kind: Kind
    because: Because | None
    decided: DecisionEntry | None = None
    unfit: Kind | None = None


@dataclass(frozen=True, slots=True)
class SuggestedRebase:
    """That limits might be drawn anew from a period, since when `points` lie on one side of the old mean."""

    period: Period
    label: str
    points: int
    is_above: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the matrix and the codes of the indicators in it, in their order."""

    way: Way
    sure: Sure
    codes: tuple[str, ...]

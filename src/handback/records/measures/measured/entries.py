"""What the record states of measures, as values that know no table: what actions take and boards are made of.

1. A value is a Decimal and never travels without its period.
2. `scale` is the unit's: a proportion of 0.68 is 68 percent, with scale 100.
3. Codes ("M01") are an authority's own and are part of public addresses.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from handback.core.frequencies import Frequency
from handback.core.periods import Period
from handback.records.measures.measured.words import (
    Better,
    CouncilKind,
    DecisionKind,
    MeasuredAs,
    Quality,
    TargetKind,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorEntry:
    """A definition: what is measured, how, how often, by whom, and what must be known to read it.

    `per` is how many a share or rate is out of: 100 for percent, 1000 for a rate per 1,000, 1 for a plain
    number. `lag_days`: so many days after a period's last day its value is due; None where nobody said.
    `ended_on`: values are due no more for periods that begin on this day or later. `function` and
    `benchmark_metric` are codes, or blank. What is not `is_public` is in no published copy; `least_published`
    is the least count that a copy tells (see publishable), and 0 withholds none.
    """

    code: str
    name: str
    definition: str = ""
    numerator_words: str = ""
    denominator_words: str = ""
    unit: str = ""
    per: int = 1
    decimals: int = 0
    better: Better = Better.HIGHER
    measured_as: MeasuredAs = MeasuredAs.MEASUREMENT
    frequency: Frequency = Frequency.MONTH
    owner_post: str = ""
    source: str = ""
    source_address: str = ""
    lag_days: int | None = None
    quality_note: str = ""
    function: str = ""
    benchmark_metric: str = ""
    is_demonstration: bool = False
    demonstration_note: str = ""
    ended_on: date | None = None
    position: int = 0
    is_public: bool = True
    least_published: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueEntry:
    """A value for a period. Without `value` there must be counts, and it is worked out from them."""

    indicator: str
    period: Period
    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    note: str = ""
    quality: Quality = Quality.FINAL
    published_on: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetEntry:
    """A level in force for a period, whose `until` may be open."""

    indicator: str
    kind: TargetKind = TargetKind.TARGET
    period: Period
    value: Decimal
    reason: str = ""
    agreed_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionEntry:
    """What somebody decided about a chart, from the period that begins on `first` (of a profile or a kind of
    chart: for all of it, and `first` is None).
    """

    indicator: str
    kind: DecisionKind
    first: date | None = None
    choice: str = ""
    reason: str
    decided_by: str
    decided_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentaryEntry:
    """What somebody says of the value of the period that begins on `first`."""

    indicator: str
    first: date
    what: str
    why: str = ""
    action: str = ""
    by_when: date | None = None
    written_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TiedCommitment:
    """What was promised about an indicator: the words of a document, which somebody tied to it.

    `due_from` and `due_to` are the first and last day of the stated time. `bearing` says what keeping it
    would change. `claim` and `document` are the numbers of their rows, nought in a published copy.
    """

    indicator: str
    words: str
    owner: str = ""
    due_from: date | None = None
    due_to: date | None = None
    source: str
    dated_on: date | None = None
    address: str = ""
    bearing: str
    tied_by: str
    is_public: bool = False
    claim: int = 0
    document: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaEntry:
    """A council's area, by its GSS code."""

    gss: str
    name: str
    kind: CouncilKind = CouncilKind.OTHER


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricEntry:
    """A national series."""

    code: str
    name: str
    unit: str = ""
    better: Better = Better.HIGHER
    source: str = ""
    source_address: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaValueEntry:
    """The value of a metric for an area and a period."""

    metric: str
    gss: str
    period: Period
    value: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupEntry:
    """Areas that are compared, by GSS code in no order."""

    name: str
    members: tuple[str, ...]
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NeighboursEntry:
    """The areas most like one, the likest first, as somebody published them."""

    gss: str
    name: str
    neighbours: tuple[str, ...]
    source: str
    as_of: date


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexEntry:
    """A composite index as it is declared; its results are worked out, never stored as truth.

    What is not `is_public` is in no published copy.
    """

    code: str
    name: str
    version: str
    declaration: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    is_public: bool = True


@dataclass(frozen=True, slots=True)
class Restatement:
    """That a value was replaced by another: both, when, by whom, and why."""

    indicator: str
    period: Period
    old: Decimal
    new: Decimal | None  #: None where the value was withdrawn
    at: datetime
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Changed:
    """What a part of a definition said before and since; blank where it said nothing."""

    name: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Redefinition:
    """That the definition of an indicator was changed: what, when, by whom, and why if that was said."""

    indicator: str
    at: datetime
    by: str
    reason: str
    changes: tuple[Changed, ...]

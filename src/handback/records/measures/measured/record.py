"""All that a board is made of: definitions and facts by indicator, from the record or a published copy."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from handback.core.periods import Period
from handback.records.measures.measured.entries import (
    CommentaryEntry,
    DecisionEntry,
    IndexEntry,
    IndicatorEntry,
    Redefinition,
    Restatement,
    TargetEntry,
    TiedCommitment,
    ValueEntry,
)
from handback.records.measures.measured.findings import Benchmark
from handback.records.measures.measured.words import Quality, TargetKind


class ValueRow(NamedTuple):
    """A value as it is kept; its numbers stay text until they are asked for, as most of a board's are not."""

    first: date
    until: date
    value: str
    numerator: str | None
    denominator: str | None
    note: str
    quality: str
    published_on: date | None
    source: str

    def entry(self, indicator: str) -> ValueEntry:
        """The value itself."""
        return ValueEntry(
            indicator=indicator,
            period=Period(self.first, self.until),
            value=Decimal(self.value),
            numerator=None if self.numerator is None else Decimal(self.numerator),
            denominator=None if self.denominator is None else Decimal(self.denominator),
            note=self.note,
            quality=Quality(self.quality),
            published_on=self.published_on,
            source=self.source,
        )


@dataclass(frozen=True, slots=True)
class IndicatorFacts:
    """What is recorded of one indicator. `values` stand in the order of their periods.

    `withheld`: in a published copy, the periods whose values are recorded and not told.
    """

    values: tuple[ValueRow, ...] = ()
    targets: tuple[TargetEntry, ...] = ()
    decisions: tuple[DecisionEntry, ...] = ()
    commentaries: tuple[CommentaryEntry, ...] = ()
    restatements: tuple[Restatement, ...] = ()
    commitments: tuple[TiedCommitment, ...] = ()
    withheld: tuple[Period, ...] = ()
    redefinitions: tuple[Redefinition, ...] = ()


NO_FACTS = IndicatorFacts()


@dataclass(frozen=True, slots=True)
class MeasuresRecord:
    """The measures of an authority as the record stated them at a moment (`known_at` None: now)."""

    slug: str
    name: str
    gss: str
    indicators: tuple[IndicatorEntry, ...] = ()
    facts: Mapping[str, IndicatorFacts] = field(default_factory=lambda: MappingProxyType({}))
    benchmarks: Mapping[str, Benchmark] = field(default_factory=lambda: MappingProxyType({}))
    indices: tuple[IndexEntry, ...] = ()
    known_at: datetime | None = None
    is_demonstration: bool = False
    note: str = ""


def in_force(targets: Iterable[TargetEntry], kind: TargetKind, *, on: date) -> TargetEntry | None:
    """The target of a kind that is in force on a day; kinds do not overlap with themselves."""
    return next((one for one in targets if one.kind == kind and on in one.period), None)

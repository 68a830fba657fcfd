"""What of a record of measures a published copy may tell. What a copy leaves out cannot leak from a page.

1. An indicator that is not public is in no copy; nor is an index that is not. A public index of such an
   indicator would tell of it: it is left out here, and nothing is published until somebody decides.
2. A small count can say something of the few people it counts. Of an indicator with a least count, a value is
   withheld whole where a count that it tells lies between nought and that least: with its counts, its note,
   its commentary, and that it was left out of limits. So are all restatements, whose counts are not kept. The
   period is named as withheld.
3. Verdicts and limits are worked out from what is told alone, so that nothing can be worked back from them.
4. A commitment tied to an indicator is told where whoever tied it said that its words may be public.
5. Of the changes to a definition, of the values that were replaced, and of the editions of an index, those
   are told that were made since it last became public, as what was said before was not for the public.

What can be had by taking one indicator from another is not looked for: that takes a person.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile
from typing import Any

from handback.core.periods import Period
from handback.records.measures.measured.entries import (
    IndexEntry,
    IndicatorEntry,
    Redefinition,
    Restatement,
    TiedCommitment,
)
from handback.records.measures.measured.record import NO_FACTS, IndicatorFacts, MeasuresRecord, ValueRow
from handback.records.measures.measured.words import DecisionKind, MeasuredAs

USUAL_LEAST = 5  # what public bodies withhold counts of people below, mostly
GHOST = DecisionKind.GHOST
SHARES = (MeasuredAs.PROPORTION, MeasuredAs.RATE)


def publishable(record: MeasuresRecord) -> MeasuresRecord:
    """The part of a record that may be published."""
    public = tuple(one for one in record.indicators if one.is_public)
    codes = {one.code for one in public}
    kept_back = {one.code for one in record.indicators} - codes
    return replace(
        record,
        indicators=public,
        facts={one.code: _told(one, record.facts.get(one.code, NO_FACTS)) for one in public},
        benchmarks={code: record.benchmarks[code] for code in codes if code in record.benchmarks},
        indices=tuple(one for one in record.indices if one.is_public and not _named(one, kept_back)),
    )


def telling_of_kept_back(record: MeasuresRecord) -> tuple[tuple[IndexEntry, IndicatorEntry], ...]:
    """The public indices of which an indicator is not public, each with the first such."""
    kept_back = {one.code: one for one in record.indicators if not one.is_public}
    found = ((index, _named(index, kept_back)) for index in record.indices if index.is_public)
    return tuple((index, kept_back[code]) for index, code in found if code)


def small_counts(indicator: IndicatorEntry, facts: IndicatorFacts, *, least: int) -> tuple[Period, ...]:
    """The periods whose value tells a count between nought and `least`, or may, its counts being unknown."""
    rows = (row for row in facts.values if _tells_few(indicator, row, least))
    return tuple(Period(row.first, row.until) for row in rows)


def unguarded(record: MeasuresRecord) -> tuple[tuple[IndicatorEntry, tuple[Period, ...]], ...]:
    """The public indicators without a least count that tell small ones, and of which periods."""
    open_ones = (one for one in record.indicators if one.is_public and not one.least_published)
    found = ((one, _few(one, record.facts.get(one.code, NO_FACTS))) for one in open_ones)
    return tuple((one, periods) for one, periods in found if periods)


def _few(indicator: IndicatorEntry, facts: IndicatorFacts) -> tuple[Period, ...]:
    """Those with a small count that is known; to name every share without counts would hide them."""
    known = tuple(row for row in facts.values if _counts(indicator, row) is not None)
    return small_counts(indicator, replace(facts, values=known), least=USUAL_LEAST)


def _told(indicator: IndicatorEntry, facts: IndicatorFacts) -> IndicatorFacts:
    facts = replace(
        facts,
        commitments=tuple(map(_without_rows, filter(_is_public, facts.commitments))),
        redefinitions=tuple(takewhile(_of_what_is_public, facts.redefinitions)),
        restatements=tuple(_since_public(facts)),
    )
    if not indicator.least_published:
        return facts
    withheld = small_counts(indicator, facts, least=indicator.least_published)
    firsts = {period.first for period in withheld}
    return replace(
        facts,
        values=tuple(row for row in facts.values if row.first not in firsts),
        decisions=tuple(one for one in facts.decisions if one.kind != GHOST or one.first not in firsts),
        commentaries=tuple(one for one in facts.commentaries if one.first not in firsts),
        restatements=(),
        withheld=withheld,
    )


def _is_public(tied: TiedCommitment) -> bool:
    return tied.is_public


def _without_rows(tied: TiedCommitment) -> TiedCommitment:
    return replace(tied, claim=0, document=0)


def _since_public(facts: IndicatorFacts) -> Iterator[Restatement]:
    began = next((change.at for change in facts.redefinitions if not _of_what_is_public(change)), None)
    return (one for one in facts.restatements if began is None or one.at >= began)


def _of_what_is_public(change: Redefinition) -> bool:
    return all(one.name != "is_public" for one in change.changes)


def _tells_few(indicator: IndicatorEntry, row: ValueRow, least: int) -> bool:
    counts = _counts(indicator, row)
    return counts is None or any(0 < count < least for count in counts)


def _counts(indicator: IndicatorEntry, row: ValueRow) -> tuple[Decimal, ...] | None:
    """The counts that a value tells; None where it is a share of counts that are not known."""
    if indicator.measured_as == MeasuredAs.COUNT:
        return (abs(Decimal(row.value)),)
    below = None if row.denominator is None else Decimal(row.denominator)
    if indicator.measured_as not in SHARES:
        return () if below is None else (below,)
    if row.numerator is None or below is None:
        return None
    above = Decimal(row.numerator)
    others = (below - above,) if indicator.measured_as == MeasuredAs.PROPORTION else ()
    return (above, below, *others)


def _named(index: IndexEntry, codes: Collection[str]) -> str:
    """The first of these codes that a declaration names anywhere; blank where it names none."""
    return next((text for text in _texts(index.declaration) if text in codes), "")


def _texts(said: Any) -> Iterable[str]:
    if isinstance(said, str):
        yield said
    elif isinstance(said, Mapping):
        for name, item in said.items():
            yield str(name)
            yield from _texts(item)
    elif isinstance(said, list | tuple):
        for item in said:
            yield from _texts(item)

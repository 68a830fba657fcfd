"""All that the record states of an authority's measures, in as many queries for a thousand as for one."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.db.models import Q, QuerySet

from handback.records.measures import besides, queries
from handback.records.measures.changes import Changed
from handback.records.measures.fields import Days, written
from handback.records.measures.measured.entries import IndicatorEntry
from handback.records.measures.measured.findings import Benchmark
from handback.records.measures.measured.record import IndicatorFacts, MeasuresRecord, ValueRow
from handback.records.measures.models import Value
from handback.records.measures.rows import (
    commentary_of,
    commitment_of,
    decision_of,
    definition_of,
    index_of,
    target_of,
)
from handback.records.people.models import Authority


def whole_record(
    authority: Authority, *, known_at: datetime | None = None, codes: Collection[str] | None = None
) -> MeasuresRecord:
    """All that the record states of an authority's measures, or of those with these codes, at a moment."""
    indicators, facts = _stated(authority, codes, known_at=known_at)
    return _record(
        authority,
        indicators,
        facts,
        _benchmarks(authority, _series_named(indicators), known_at=known_at),
        known_at=known_at,
    )


def gathered_anew(
    before: MeasuresRecord, authority: Authority, changed: Changed, *, known_at: datetime | None
) -> MeasuresRecord:
    """What the record states now, of what it stated before; what did not change is the same object."""
    indicators, facts = before.indicators, before.facts
    if changed.codes:
        some, told = _stated(authority, changed.codes, known_at=known_at)
        kept = (one for one in indicators if one.code not in changed.codes)
        indicators = _in_order([*kept, *some])
        facts = {**{code: of for code, of in facts.items() if code not in changed.codes}, **told}
    named, benchmarks = _series_named(indicators), before.benchmarks
    if changed.national or before.gss != authority.gss or named != _series_named(before.indicators):
        benchmarks = _benchmarks(authority, named, known_at=known_at)
    return _record(authority, indicators, facts, benchmarks, known_at=known_at)


def _record(
    authority: Authority,
    indicators: tuple[IndicatorEntry, ...],
    facts: Mapping[str, IndicatorFacts],
    benchmarks: Mapping[str, Benchmark],
    *,
    known_at: datetime | None,
) -> MeasuresRecord:
    return MeasuresRecord(
        slug=authority.slug,
        name=authority.name,
        gss=authority.gss,
        indicators=indicators,
        facts=facts,
        benchmarks=benchmarks,
        indices=tuple(index_of(row) for row in queries.indices(authority, known_at=known_at)),
        known_at=known_at,
        is_demonstration=authority.is_demonstration,
        note=authority.note,
    )


def _stated(
    authority: Authority, codes: Collection[str] | None, *, known_at: datetime | None
) -> tuple[tuple[IndicatorEntry, ...], Mapping[str, IndicatorFacts]]:
    definitions = queries.indicators(authority, known_at=known_at)
    if codes is not None:
        definitions = definitions.filter(code__in=codes)
    indicators = _in_order(definition_of(row) for row in definitions)
    return indicators, _facts(authority, codes, known_at=known_at)


def _in_order(indicators: Iterable[IndicatorEntry]) -> tuple[IndicatorEntry, ...]:
    """By position, then code; not by a database's own order of letters."""
    return tuple(sorted(indicators, key=lambda one: (one.position, one.code)))


def _facts(
    authority: Authority, codes: Collection[str] | None, *, known_at: datetime | None
) -> dict[str, IndicatorFacts]:
    of = Q() if codes is None else Q(indicator__in=codes)
    values = _value_rows(queries.values(authority, known_at=known_at).filter(of))
    targets = _by_indicator(
        target_of(row) for row in queries.targets(authority, known_at=known_at).filter(of)
    )
    decided = queries.decisions(authority, known_at=known_at).filter(of)
    decisions = _by_indicator(decision_of(row) for row in decided)
    said = queries.commentaries(authority, known_at=known_at).filter(of)
    commentaries = _by_indicator(commentary_of(row) for row in said)
    restated = _by_indicator(queries.restatements(authority, codes, known_at=known_at))
    tied = _by_indicator(commitment_of(row) for row in queries.ties(authority, known_at=known_at).filter(of))
    others = (targets, decisions, commentaries, restated, tied)
    return {
        each: IndicatorFacts(values.get(each, ()), *(some[each] for some in others))
        for each in set(values).union(*others)
    }


def values_of(
    authority: Authority, codes: Iterable[str], *, known_at: datetime | None = None
) -> Mapping[str, IndicatorFacts]:
    """The values of some indicators, and nothing else of them. One query."""
    rows = queries.values(authority, known_at=known_at).filter(indicator__in=list(codes))
    return {code: IndicatorFacts(some) for code, some in _value_rows(rows).items()}


def _value_rows(rows: "QuerySet[Value]") -> dict[str, tuple[ValueRow, ...]]:
    """By indicator. Days and numbers come as text: a database gives back text four times as fast as days."""
    texts = [
        written(name) for name in ("first", "until", "value", "numerator", "denominator", "published_on")
    ]
    listed = rows.values_list("indicator", *texts, "note", "quality", "source")
    day = Days()
    return {
        code: tuple(_value_row(day, *row) for row in some) for code, some in groupby(listed, itemgetter(0))
    }


def _value_row(
    day: Days,
    _code: str,
    first: str,
    until: str,
    value: str,
    above: str | None,
    below: str | None,
    published: str | None,
    *rest: str,
) -> ValueRow:
    note, quality, source = rest
    published_on = None if published is None else day[published]
    return ValueRow(day[first], day[until], value, above, below, note, quality, published_on, source)


def _by_indicator(entries: Iterable[Any]) -> dict[str, tuple[Any, ...]]:
    found: dict[str, tuple[Any, ...]] = defaultdict(tuple)
    for entry in entries:
        found[entry.indicator] += (entry,)
    return found


def _series_named(indicators: Iterable[IndicatorEntry]) -> dict[str, str]:
    """The national series that indicators point to, by indicator."""
    return {each.code: each.benchmark_metric for each in indicators if each.benchmark_metric}


def _benchmarks(
    authority: Authority, named: Mapping[str, str], *, known_at: datetime | None
) -> Mapping[str, Benchmark]:
    """The authority beside its neighbours, by indicator; nothing is asked where none names a series."""
    if not named:
        return {}
    beside = besides.neighbours(authority, known_at=known_at)
    found = besides.benchmarks(authority, named.values(), beside, known_at=known_at)
    return besides.ByIndicator(found, named)

"""An authority beside its neighbours, or beside a comparison group, in the national series it points to."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal

from django.db.models import Max, Q, QuerySet

from handback.core.periods import Period
from handback.records.measures import queries
from handback.records.measures.fields import Spans, written
from handback.records.measures.measured.benchmarks import Beside, benchmark
from handback.records.measures.measured.entries import MetricEntry
from handback.records.measures.measured.findings import Benchmark
from handback.records.measures.models import AreaValue
from handback.records.measures.rows import metric_of, neighbours_of
from handback.records.people.models import Authority

ByPeriod = dict[Period, dict[str, str]]


def neighbours(authority: Authority, *, known_at: datetime | None = None) -> Beside | None:
    """Those on the newest list of an authority's neighbours; None where nobody imported one."""
    row = queries.neighbour_lists(authority.gss, known_at=known_at).first()
    if row is None:
        return None
    listed = neighbours_of(row)
    return Beside.neighbours(listed, _names(listed.neighbours, known_at=known_at))


def group(name: str, *, known_at: datetime | None = None) -> Beside | None:
    """Those in a comparison group; None where there is none of this name."""
    row = queries.groups(known_at=known_at).filter(name=name).first()
    if row is None:
        return None
    members = tuple(row.members)
    return Beside(members, _names(members, known_at=known_at), row.name, row.source)


def benchmarks(
    authority: Authority, metrics: Iterable[str], beside: Beside | None, *, known_at: datetime | None = None
) -> Mapping[str, Benchmark]:
    """The authority beside others, by the code of the series, each in its newest period. Three queries.

    Medians and ranks are worked out for those that are asked for.
    """
    wanted = sorted(set(filter(None, metrics)))
    if not wanted or beside is None:
        return {}
    entries = {row.code: metric_of(row) for row in queries.metrics(known_at=known_at).filter(code__in=wanted)}
    values = _newest(authority.gss, entries, beside.areas, known_at=known_at)
    return Besides(authority.gss, entries, values, beside)


class Besides(Mapping[str, Benchmark]):
    """Benchmarks by the code of their series, each worked out when it is first asked for."""

    def __init__(
        self, gss: str, entries: Mapping[str, MetricEntry], values: Mapping[str, ByPeriod], beside: Beside
    ) -> None:
        self._gss, self._entries, self._values, self._beside = gss, entries, values, beside
        self._found: dict[str, Benchmark] = {}

    def __getitem__(self, code: str) -> Benchmark:
        if code not in self._found:
            at = {period: _numbers(areas) for period, areas in self._values[code].items()}
            found = benchmark(self._gss, self._entries[code], at, self._beside)
            if found is None:
                raise KeyError(code)
            self._found[code] = found
        return self._found[code]

    def __contains__(self, code: object) -> bool:
        return code in self._values

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


class ByIndicator(Mapping[str, Benchmark]):
    """Benchmarks by the code of an indicator that points to their series."""

    def __init__(self, series: Mapping[str, Benchmark], wanted: Mapping[str, str]) -> None:
        self._series = series
        self._wanted = {code: metric for code, metric in wanted.items() if metric in series}

    def __getitem__(self, code: str) -> Benchmark:
        return self._series[self._wanted[code]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._wanted)

    def __len__(self) -> int:
        return len(self._wanted)


def _numbers(areas: Mapping[str, str]) -> dict[str, Decimal]:
    return {area: Decimal(text) for area, text in areas.items()}


def _newest(
    gss: str, metrics: Mapping[str, MetricEntry], areas: Iterable[str], *, known_at: datetime | None
) -> Mapping[str, ByPeriod]:
    """The values of the period that counts for each series, and of those that end on the same days."""
    facts: QuerySet[AreaValue] = AreaValue.objects.known_at(known_at)
    rows = facts.filter(metric__in=list(metrics), gss__in={gss, *areas})
    ends: set[date] = set()
    last = rows.values_list("metric").annotate(own=Max("until", filter=Q(gss=gss)), anybody=Max("until"))
    for _, own, anybody in last.order_by():
        ends.add(own or anybody)
    found: dict[str, ByPeriod] = defaultdict(lambda: defaultdict(dict))
    texts = [written(name) for name in ("first", "until", "value")]
    spans = Spans()
    for metric, area, first, until, value in (
        rows.filter(until__in=ends).order_by().values_list("metric", "gss", *texts)
    ):
        found[metric][spans[first, until]][area] = value
    return dict(found)


def _names(areas: Iterable[str], *, known_at: datetime | None) -> Mapping[str, str]:
    rows = queries.areas(known_at=known_at).filter(gss__in=list(areas))
    return dict(rows.values_list("gss", "name"))

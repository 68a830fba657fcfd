"""How an authority's indices stand, from the record. Worked out when asked, and kept in this process.

Results are kept by the hash of what is declared, of the values, and of the seed: whatever changes any of
them is another result, and nothing has to be thrown away.
"""

from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from hashlib import sha256
from itertools import takewhile

import numpy as np
from django.db.models import QuerySet

from handback.core.audit.canonical import fingerprint
from handback.core.frequencies import period_of
from handback.core.periods import ONE_DAY, Period
from handback.records.measures import besides, queries
from handback.records.measures.declaring import check_declaration
from handback.records.measures.fields import Spans, written
from handback.records.measures.gathering import values_of
from handback.records.measures.measured.benchmarks import Beside
from handback.records.measures.measured.entries import IndexEntry, IndicatorEntry
from handback.records.measures.measured.indexed.declared import (
    Declared,
    Units,
    plain_of,
    read_declaration,
)
from handback.records.measures.measured.indexed.fitting import faults_of
from handback.records.measures.measured.indexed.laying import (
    ByArea,
    Councils,
    Laid,
    councils_laid,
    periods_laid,
)
from handback.records.measures.measured.indexed.standings import IndexStanding, index_standing_of
from handback.records.measures.measured.record import IndicatorFacts, MeasuresRecord
from handback.records.measures.models import AreaValue
from handback.records.measures.refusals import IndexNotMade
from handback.records.measures.rows import definition_of, index_of
from handback.records.people.models import Authority
from handback.statistics.composite import CannotBeComposed

MOST_KEPT = 16  # results kept in one process, and all their replicates' scores: 64 megabytes
MOST_SCORES_KEPT = 8_000_000
_kept: OrderedDict[str, IndexStanding] = OrderedDict()


def editions(authority: Authority, code: str, *, known_at: datetime | None = None) -> tuple[IndexEntry, ...]:
    """Every declaration that an index ever had, the newest first; none where there is no such index."""
    rows = queries.index_editions(authority, code, known_at=known_at)
    return tuple(index_of(row) for row in rows)


def declared_indices(authority: Authority) -> tuple[IndexEntry, ...]:
    """The indices of an authority as they are declared now, by code."""
    return tuple(index_of(row) for row in queries.indices(authority))


def definitions(authority: Authority, *, known_at: datetime | None = None) -> dict[str, IndicatorEntry]:
    """The definitions of an authority's indicators by their codes, in its order."""
    return {row.code: definition_of(row) for row in queries.indicators(authority, known_at=known_at)}


def index_standing(
    authority: Authority, code: str, *, on: date, known_at: datetime | None = None
) -> IndexStanding | None:
    """How an index stands on a day; None where the record knows no such code. At most seven queries, and
    three more where another edition counted for the period before.

    Raises IndexNotMade where nothing can be made of it yet, with the reason.
    """
    said = editions(authority, code, known_at=known_at)
    if not said:
        return None
    return _standing(
        Stated(authority, definitions(authority, known_at=known_at), None, known_at), said, on=on
    )


def standing_of_told(authority: Authority, record: MeasuresRecord, code: str, *, on: date) -> IndexStanding:
    """How a public index stands by what a record tells alone: the part of it that may be published.

    Of its earlier editions those count that were public, since it last became so. Raises IndexNotMade where
    nothing can be made of it, with the reason.
    """
    told = {one.code: one for one in record.indicators}
    said = tuple(takewhile(lambda one: one.is_public, editions(authority, code)))
    return _standing(Stated(authority, told, record.facts, record.known_at), said, on=on)


def standing_if_declared(authority: Authority, entry: IndexEntry, *, on: date) -> IndexStanding:
    """How an index would stand if this were its newest edition; nothing is kept of it.

    Raises DeclarationRefused, naming the place of each fault, and IndexNotMade.
    """
    defined = definitions(authority)
    check_declaration(entry, indicators=defined)
    said = (entry, *editions(authority, entry.code))
    return _standing(Stated(authority, defined, None, None), said, on=on)


@dataclass(frozen=True, eq=False)
class Stated:
    """What an index is made of: definitions by code, and facts, which are asked for where there are none."""

    authority: Authority
    definitions: Mapping[str, IndicatorEntry]
    facts: Mapping[str, IndicatorFacts] | None
    known_at: datetime | None
    councils: dict[tuple[str, frozenset[str]], Councils] = field(default_factory=dict)

    def beside(self, declared: Declared) -> Councils:
        """The council and those beside it, asked once for each group and its series. Raises IndexNotMade."""
        metrics = frozenset(self.definitions[name].benchmark_metric for name in declared.declaration.names)
        key = declared.compared.group, metrics
        if key not in self.councils:
            self.councils[key] = self._beside(declared, metrics)
        return self.councils[key]

    def _beside(self, declared: Declared, metrics: Iterable[str]) -> Councils:
        authority, known_at, group = self.authority, self.known_at, declared.compared.group
        beside = (
            besides.group(group, known_at=known_at)
            if group
            else besides.neighbours(authority, known_at=known_at)
        )
        if beside is None:
            who = (
                f"no comparison group is called “{group}”" if group else "no list of neighbours was imported"
            )
            raise IndexNotMade(declared.entry.code, f"{who}, so there is nobody to compare with.")
        series = _series(metrics, {authority.gss, *beside.areas}, known_at=known_at)
        return Councils(authority.gss, beside.areas, _names(authority, beside), series)

    def values(self, codes: tuple[str, ...]) -> Mapping[str, IndicatorFacts]:
        """The values of some indicators."""
        if self.facts is not None:
            return self.facts
        return values_of(self.authority, codes, known_at=self.known_at)


def _standing(stated: Stated, said: tuple[IndexEntry, ...], *, on: date) -> IndexStanding:
    try:
        declared = read_declaration(said[0])
        if faults := list(faults_of(declared, stated.definitions)):
            raise IndexNotMade(said[0].code, faults[0])
        laid = _laid(stated, declared, on=on)
        return _made(declared, laid, _before(stated, said, laid, declared, on=on))
    except CannotBeComposed as fault:
        raise IndexNotMade(said[0].code, str(fault)) from fault


def _before(
    stated: Stated, said: tuple[IndexEntry, ...], laid: Laid, declared: Declared, *, on: date
) -> tuple[Declared, Laid] | None:
    """The values of the period before, by the edition that counted then; None where nothing can be told."""
    period = period_of(declared.compared.every, day=laid.period.first - ONE_DAY)
    earlier = _edition_of(said, period.first)
    if earlier is None or list(faults_of(earlier, stated.definitions)):
        return None
    then, now = earlier.compared, declared.compared
    if (then.units, then.every) != (now.units, now.every):
        return None
    try:
        return earlier, _laid(stated, earlier, on=on, within=period)
    except IndexNotMade:
        return None


def _made(declared: Declared, laid: Laid, before: tuple[Declared, Laid] | None) -> IndexStanding:
    parts = [_key(declared, laid), _key(*before) if before else ""]
    key = sha256("\n".join(parts).encode()).hexdigest()
    found = _kept.pop(key, None) or index_standing_of(declared, laid, before)
    _kept[key] = found
    while len(_kept) > 1 and (len(_kept) > MOST_KEPT or _scores_kept() > MOST_SCORES_KEPT):
        _kept.popitem(last=False)
    return found


def _scores_kept() -> int:
    return sum(one.uncertainty.scores.size for one in tuple(_kept.values()))


def _key(declared: Declared, laid: Laid) -> str:
    told = [plain_of(declared.entry), laid.units, laid.names, laid.of, laid.label, laid.own]
    return fingerprint(told) + sha256(np.ascontiguousarray(laid.values).tobytes()).hexdigest()


def _edition_of(said: Iterable[IndexEntry], first: date) -> Declared | None:
    """The newest declaration that counts for a period that begins on a day, of those that can be read."""
    for entry in said:
        try:
            declared = read_declaration(entry)
        except CannotBeComposed:
            continue
        if declared.since is None or declared.since <= first:
            return declared
    return None


def _laid(stated: Stated, declared: Declared, *, on: date, within: Period | None = None) -> Laid:
    """The values in the period that is told. Raises IndexNotMade."""
    if declared.compared.units == Units.COUNCILS:
        found = councils_laid(declared, stated.definitions, stated.beside(declared), on=on, within=within)
        why = "no value of this council is known in any of its series."
    else:
        values = stated.values(declared.declaration.names)
        found = periods_laid(declared, stated.definitions, values, on=on, within=within)
        why = "no indicator has a value for a period that has ended."
    if found is None:
        raise IndexNotMade(declared.entry.code, why)
    return found


def _names(authority: Authority, beside: Beside) -> Mapping[str, str]:
    return {**beside.names, authority.gss: authority.name}


def _series(
    metrics: Iterable[str], areas: Iterable[str], *, known_at: datetime | None
) -> Mapping[str, Mapping[Period, ByArea]]:
    facts: QuerySet[AreaValue] = AreaValue.objects.known_at(known_at)
    rows = facts.filter(metric__in=sorted(metrics), gss__in=sorted(areas)).order_by()
    texts = [written(name) for name in ("first", "until")]
    found: dict[str, dict[Period, dict[str, Decimal]]] = defaultdict(lambda: defaultdict(dict))
    spans = Spans()
    for metric, area, value, first, until in rows.values_list("metric", "gss", "value", *texts):
        found[metric][spans[first, until]][area] = value
    return found

"""What a published copy of an authority's measures would say, compiled from the record as it stands.

Indices are worked out here from what the copy tells alone, and frozen: a public page works nothing out.
"""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from handback.records.measures import queries
from handback.records.measures.gathering import whole_record
from handback.records.measures.indexing import standing_of_told
from handback.records.measures.measured.copyfile import as_json
from handback.records.measures.measured.entries import Redefinition
from handback.records.measures.measured.indexed.told import IndexTold, told_of
from handback.records.measures.measured.publishable import publishable
from handback.records.measures.measured.record import NO_FACTS, MeasuresRecord
from handback.records.measures.refusals import IndexNotMade
from handback.records.people.models import Authority


@dataclass(frozen=True, slots=True)
class Compiled:
    """All that the record states, the part of it that may be published, and that part as a copy's content."""

    measured: MeasuresRecord
    record: MeasuresRecord
    content: dict[str, Any]


def compiled(authority: Authority, *, on: date) -> Compiled:
    """The copy that would be published of measures as they stand on a day."""
    measured = _with_histories(authority, whole_record(authority))
    record = publishable(measured)
    told = {one.code: _told(authority, record, one.code, on=on) for one in record.indices}
    return Compiled(measured, record, as_json(record, told))


def _with_histories(authority: Authority, record: MeasuresRecord) -> MeasuresRecord:
    """With every change to a definition, which no board needs."""
    changed: dict[str, list[Redefinition]] = defaultdict(list)
    for one in queries.redefinitions(authority):
        changed[one.indicator].append(one)
    facts = {
        code: replace(record.facts.get(code, NO_FACTS), redefinitions=tuple(changed[code]))
        for code in {*record.facts, *changed}
    }
    return replace(record, facts=facts)


def _told(authority: Authority, record: MeasuresRecord, code: str, *, on: date) -> IndexTold | str:
    try:
        return told_of(standing_of_told(authority, record, code, on=on))
    except IndexNotMade as refusal:
        return refusal.why

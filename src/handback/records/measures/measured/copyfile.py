"""Measures as a published copy: JSON that says all that a board is made of, and can be made a board again.

A copy names those who decided or wrote something, as the record names them, and nobody who merely entered it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType
from typing import Any

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
from handback.records.measures.measured.indexed import copying
from handback.records.measures.measured.indexed.told import IndexTold
from handback.records.measures.measured.plain import NotSuchAValue, plain, value_of
from handback.records.measures.measured.record import NO_FACTS, IndicatorFacts, MeasuresRecord, ValueRow

FORM = "handback measures 1"
NOTHING_TOLD: Mapping[str, IndexTold | str] = MappingProxyType({})


def as_json(record: MeasuresRecord, told: Mapping[str, IndexTold | str] = NOTHING_TOLD) -> dict[str, Any]:
    """A record of measures as JSON holds it: days as ISO text, numbers as they were written.

    `told`: of each index by its code what is told, or why nothing can be.
    """
    return {
        "form": FORM,
        "slug": record.slug,
        "name": record.name,
        "gss": record.gss,
        "demonstration": record.is_demonstration,
        "note": record.note,
        "indicators": [
            plain(one)
            | _facts(one.code, record.facts.get(one.code, NO_FACTS))
            | ({"benchmark": plain(record.benchmarks[one.code])} if one.code in record.benchmarks else {})
            for one in record.indicators
        ],
        "indices": [plain(one) | _told(told.get(one.code)) for one in record.indices],
    }


def _told(told: IndexTold | str | None) -> dict[str, Any]:
    if told is None:
        return {}
    return {"why_none": told} if isinstance(told, str) else {"result": copying.as_json(told)}


def _facts(code: str, facts: IndicatorFacts) -> dict[str, Any]:
    restated = (replace(one, by="") for one in facts.restatements)
    redefined = (replace(one, by="") for one in facts.redefinitions)
    said = {
        "values": _without_code(row.entry(code) for row in facts.values),
        "targets": _without_code(facts.targets),
        "decisions": _without_code(facts.decisions),
        "commentaries": _without_code(facts.commentaries),
        "restatements": _without_code(restated),
    }
    if facts.redefinitions:
        said["redefinitions"] = _without_code(redefined)
    if facts.commitments:
        said["commitments"] = _without_code(facts.commitments)
    if facts.withheld:
        said["withheld"] = [plain(period) for period in facts.withheld]
    return said


def _without_code(entries: Iterable[Any]) -> list[dict[str, Any]]:
    said = (plain(entry) for entry in entries)
    return [{name: value for name, value in one.items() if name != "indicator"} for one in said]


def read_copy(content: dict[str, Any]) -> MeasuresRecord:
    """The record that a copy states. Raises NotSuchAValue for what is none."""
    if content.get("form") != FORM:
        raise NotSuchAValue(FORM, content.get("form"))
    read = [_indicator(said) for said in content["indicators"]]
    return MeasuresRecord(
        slug=content["slug"],
        name=content["name"],
        gss=content["gss"],
        indicators=tuple(definition for definition, _, _ in read),
        facts={definition.code: facts for definition, facts, _ in read},
        benchmarks={definition.code: beside for definition, _, beside in read if beside is not None},
        indices=tuple(_index(said) for said in content["indices"]),
        is_demonstration=content.get("demonstration", False),
        note=content.get("note", ""),
    )


def _index(said: dict[str, Any]) -> IndexEntry:
    return value_of(IndexEntry, {name: item for name, item in said.items() if name not in OF_AN_INDEX})


@dataclass(frozen=True, slots=True)
class CopiedIndex:
    """An index in a copy: what is told of it, or None and why. An early copy says neither."""

    entry: IndexEntry
    told: IndexTold | None
    why: str


def read_indices(content: dict[str, Any]) -> tuple[CopiedIndex, ...]:
    """What a copy tells of its indices. Raises NotSuchAValue."""
    found = ((_index(said), said) for said in content["indices"])
    return tuple(
        CopiedIndex(
            entry,
            copying.read(entry, said["result"]) if "result" in said else None,
            said.get("why_none", ""),
        )
        for entry, said in found
    )


OF_AN_INDEX = ("result", "why_none")
OF_FACTS = {
    "redefinitions": Redefinition,
    "targets": TargetEntry,
    "decisions": DecisionEntry,
    "commentaries": CommentaryEntry,
    "restatements": Restatement,
    "commitments": TiedCommitment,
}
NOT_DEFINITION = frozenset({*OF_FACTS, "values", "withheld", "benchmark"})


def _indicator(said: dict[str, Any]) -> tuple[IndicatorEntry, IndicatorFacts, Benchmark | None]:
    own = {name: item for name, item in said.items() if name not in NOT_DEFINITION}
    definition = value_of(IndicatorEntry, own)
    of = {"indicator": definition.code}
    values = tuple(_row(value_of(ValueEntry, one | of)) for one in said["values"])
    facts: dict[str, Any] = {
        name: tuple(value_of(kind, one | of) for one in said.get(name, ())) for name, kind in OF_FACTS.items()
    }
    withheld = tuple(value_of(Period, one) for one in said.get("withheld", ()))
    beside = value_of(Benchmark, said["benchmark"]) if "benchmark" in said else None
    return definition, IndicatorFacts(values, **facts, withheld=withheld), beside


def _row(entry: ValueEntry) -> ValueRow:
    period = entry.period
    if entry.value is None or period.until is None:
        raise NotSuchAValue("a value with its period", entry)
    return ValueRow(
        period.first,
        period.until,
        f"{entry.value:f}",
        _text(entry.numerator),
        _text(entry.denominator),
        entry.note,
        entry.quality.value,
        entry.published_on,
        entry.source,
    )


def _text(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:f}"

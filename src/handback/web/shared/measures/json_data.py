"""How an indicator stands, as JSON: what was recorded, and what is worked out from it.

Names here are promises to those who build on them (docs/reference/open-data.md). Numbers are numbers, in the
indicator's unit; what is not known is null. Days are ISO text, and both days of a period are in it.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from math import isfinite
from typing import Any

from handback.core.frequencies import called
from handback.core.periods import Period
from handback.records.measures.measured.boards import IndicatorStanding
from handback.records.measures.measured.entries import IndicatorEntry, Redefinition
from handback.records.measures.measured.findings import Benchmark, Point, Told
from handback.records.measures.measured.plain import plain
from handback.statistics.process_control import Sufficiency
from handback.web.shared import words
from handback.web.shared.measures import telling

Said = dict[str, Any]

NOT_DEFINITION = ("code", "name", "position", "is_public", "ended_on")


def in_full(one: IndicatorStanding) -> Said:
    """One indicator whole: definition, verdict, values with their limits and rules, targets, decisions."""
    return in_short(one) | {
        "definition": definition(one.definition),
        "values": [_value(one, point) for point in one.points if point.entry is not None],
        "withheld": [_period(one, period) for period in one.facts.withheld],
        "late": [_period(one, period) for period in one.lateness.late],
        "targets": [_without_code(each) for each in one.facts.targets],
        "decisions": [_without_code(each) for each in one.facts.decisions],
        "commentaries": [_without_code(each) for each in one.facts.commentaries],
        "restatements": [_restatement(one, each) for each in one.facts.restatements],
        "redefinitions": [_redefinition(each) for each in one.facts.redefinitions],
        "benchmark": _benchmark(one.benchmark) if one.benchmark else None,
    }


def in_short(one: IndicatorStanding) -> Said:
    """Which way it goes, whether its target will be met, by which rule, and its latest value."""
    last, target = one.last, one.target
    return {
        "code": one.code,
        "name": one.definition.name,
        "way": one.way.value,
        "target_verdict": one.sure.value,
        "verdict": words.sentence(telling.verdict(one)),
        "limits_are": _limits_are(one),
        "chart": {"kind": one.choice.kind.value, "why": words.sentence(telling.chosen(one.choice))},
        "rules": one.profile,
        "latest": _value(one, last) if last is not None else None,
        "target": float(target.value) if target is not None else None,
    }


def _limits_are(one: IndicatorStanding) -> str:
    if one.sufficiency == Sufficiency.TOO_FEW:
        return "none"
    return "provisional" if one.sufficiency == Sufficiency.PROVISIONAL else "full"


def definition(entry: IndicatorEntry) -> Said:
    """What is measured, and all that must be known to read it."""
    said = plain(entry)
    stated = {name: said.get(name, plain(getattr(entry, name))) for name in entry.__dataclass_fields__}
    return {name: value for name, value in stated.items() if name not in NOT_DEFINITION} | {
        "ended_on": said.get("ended_on")
    }


def _value(one: IndicatorStanding, point: Point) -> Said:
    entry = point.entry
    stated = (
        {}
        if entry is None
        else {
            "value": _number(entry.value),
            "numerator": _number(entry.numerator),
            "denominator": _number(entry.denominator),
            "unit": one.definition.unit,
            "quality": entry.quality.value,
            "published_on": _day(entry.published_on),
            "source": entry.source or one.definition.source,
            "note": entry.note,
        }
    )
    return _period(one, point.period) | stated | _worked_out(one, point)


def _worked_out(one: IndicatorStanding, point: Point) -> Said:
    drawn = one.sufficiency != Sufficiency.TOO_FEW
    return {
        "mean": _known(point.centre) if drawn else None,
        "lower_limit": _known(point.lower) if drawn else None,
        "upper_limit": _known(point.upper) if drawn else None,
        "target": _known(point.target),
        "trajectory": _known(point.trajectory),
        "variation": point.variation.name.lower().replace("_", " ") if drawn else None,
        "rules_fired": [_told(one, each) for each in point.fired] if drawn else [],
        "conflict": point.conflict,
        "left_out": point.is_ghost,
        "limits_drawn_anew": point.begins_anew,
    }


def _told(one: IndicatorStanding, told: Told) -> Said:
    rule = telling.rule(told.signal, rules=one.profile, kind=one.choice.kind)
    name = (told.signal.name or "").lower().replace("_", " ")
    return {"rule": name, "words": rule, "since": told.since.first.isoformat(), "since_period": told.label}


def _restatement(one: IndicatorStanding, each: Any) -> Said:
    return _period(one, each.period) | {
        "old": _number(each.old),
        "new": _number(each.new),
        "reason": each.reason,
        "at": each.at.isoformat(),
    }


def _redefinition(each: Redefinition) -> Said:
    changes = [{"what": part.name, "old": part.old, "new": part.new} for part in each.changes]
    return {"at": each.at.isoformat(), "reason": each.reason, "changes": changes}


def _without_code(entry: Any) -> Said:
    said = {name: getattr(entry, name) for name in entry.__dataclass_fields__ if name != "indicator"}
    period = said.pop("period", None)
    days = {} if period is None else {"first": _day(period.first), "last": _day(period.last)}
    return days | {name: _json(value) for name, value in said.items()}


def _benchmark(found: Benchmark) -> Said:
    said = {name: getattr(found, name) for name in found.__dataclass_fields__}
    neighbours: Iterable[Any] = said.pop("neighbours")
    period = said.pop("period")
    listed = [{"gss": each.gss, "name": each.name, "value": _number(each.value)} for each in neighbours]
    days = {"first": _day(period.first), "last": _day(period.last)}
    return days | {name: _json(value) for name, value in said.items()} | {"neighbours": listed}


def _period(one: IndicatorStanding, period: Period) -> Said:
    named = called(one.definition.frequency, period)
    return {"period": named, "first": _day(period.first), "last": _day(period.last)}


def _json(value: Any) -> Any:
    return _number(value) if isinstance(value, Decimal) else plain(value)


def _number(value: Decimal | None) -> float | int | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _known(number: float) -> float | None:
    return float(number) if isfinite(number) else None


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()

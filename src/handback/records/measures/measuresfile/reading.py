"""From the JSON of a measures file to what it states, or to a list of everything that is wrong with it.

1. A field that the format does not have is an error, so that a slip of the keyboard never passes for silence.
2. Numbers keep the places they are written with; periods are written as in tables of values.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from handback.core.frequencies import Frequency
from handback.core.periods import ONE_DAY, Period
from handback.reading.series import stated_period
from handback.records.measures.measured.entries import (
    CommentaryEntry,
    DecisionEntry,
    IndicatorEntry,
    TargetEntry,
    ValueEntry,
)
from handback.records.measures.measuresfile.parts import Parts
from handback.records.measures.measuresfile.values import (
    FORMAT,
    AuthorityNamed,
    IndicatorStated,
    MeasuresFile,
    MeasuresFileRefused,
    Path,
)

WHOLE = ("format", "compiled_on", "authority", "restated_because", "indicators")
FACTS = ("values", "targets", "decisions", "commentaries")


def read(content: object) -> MeasuresFile:
    """What a measures file states. Raises MeasuresFileRefused with every problem found."""
    parts = Parts()
    said = parts.fields(content, (), known=WHOLE)
    if said.get("format") != FORMAT:
        raise MeasuresFileRefused([(("format",), f"The format should be “{FORMAT}”.")])
    compiled_on = parts.day(said.get("compiled_on"), ("compiled_on",))
    because = parts.text(said.get("restated_because", ""), ("restated_because",))
    authority = parts.entry(AuthorityNamed, said.get("authority"), ("authority",))
    items = parts.items(said.get("indicators"), ("indicators",))
    indicators = [_indicator(parts, one, path) for path, one in items]
    _check_codes(parts, indicators)
    if parts.problems or authority is None or compiled_on is None:
        raise MeasuresFileRefused(parts.problems)
    return MeasuresFile(compiled_on, authority, because, _all(indicators))


def _indicator(parts: Parts, said: object, path: Path) -> IndicatorStated | None:
    """An indicator with its facts; None where its definition cannot be read."""
    own, facts = _taken_apart(said, FACTS)
    definition = parts.entry(IndicatorEntry, own, path, position=path[-1])
    if definition is None:
        return None
    items = {name: parts.items(facts.get(name, []), (*path, name)) for name in FACTS}
    of = {"indicator": definition.code}
    return IndicatorStated(
        definition,
        _all(_value(parts, one, place, definition) for place, one in items["values"]),
        _all(_target(parts, one, place, of) for place, one in items["targets"]),
        _all(parts.entry(DecisionEntry, one, place, **of) for place, one in items["decisions"]),
        _all(parts.entry(CommentaryEntry, one, place, **of) for place, one in items["commentaries"]),
    )


def _value(parts: Parts, said: object, path: Path, definition: IndicatorEntry) -> ValueEntry | None:
    """A value; its `period` in words such as 2016-04."""
    own, stated = _taken_apart(said, ("period",))
    words = stated.get("period")
    try:
        frequency = Frequency(definition.frequency)
        period = stated_period(words if isinstance(words, str) else "", frequency=frequency)
    except ValueError as refused:
        parts.say((*path, "period"), str(refused))
        return None
    return parts.entry(ValueEntry, own, path, period=period, indicator=definition.code)


def _target(parts: Parts, said: object, path: Path, of: Mapping[str, str]) -> TargetEntry | None:
    """A target from its `first` day to its `last`, or on."""
    own, days = _taken_apart(said, ("first", "last"))
    first = parts.day(days.get("first"), (*path, "first"))
    last = parts.day(days["last"], (*path, "last")) if "last" in days else None
    if first is None:
        return None
    if last is not None and last < first:
        parts.say((*path, "last"), "The last day is before the first.")
        return None
    period = Period(first, last + ONE_DAY if last else None)
    return parts.entry(TargetEntry, own, path, period=period, **of)


def _taken_apart(said: object, names: Sequence[str]) -> tuple[object, dict[str, Any]]:
    """A group of fields without some, and those."""
    if not isinstance(said, dict):
        return said, {}
    own = {name: value for name, value in said.items() if name not in names}
    return own, {name: said[name] for name in names if name in said}


def _all(found: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(one for one in found if one is not None)


def _check_codes(parts: Parts, indicators: Sequence[IndicatorStated | None]) -> None:
    """Tell every code that stands twice, and a file without an indicator."""
    if not indicators:
        parts.say(("indicators",), "Give at least one indicator.")
    seen: set[str] = set()
    for number, one in enumerate(indicators):
        code = one.definition.code if one else ""
        if code in seen:
            parts.say(("indicators", number, "code"), f"“{code}” is the code of another indicator here.")
        seen |= {code} - {""}

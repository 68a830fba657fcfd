"""A composite index as JSON: its score with its interval, what carries and moves it, and all it is made of.

Names here are promises to those who build on them (docs/reference/open-data.md). Numbers are numbers, those
of indicators in their units; what is not known is null. No score stands without its interval, nor a place.
"""

from collections.abc import Mapping
from math import isfinite
from typing import Any

from handback.records.measures.measured.entries import IndexEntry, IndicatorEntry
from handback.records.measures.measured.indexed.declared import plain_of
from handback.records.measures.measured.indexed.told import IndexTold
from handback.records.measures.measured.plain import plain
from handback.web.shared.measures import index_words as telling

Said = dict[str, Any]
Definitions = Mapping[str, IndicatorEntry]


def index_in_short(told: IndexTold) -> Said:
    """What it is called, its score and place with their intervals, and both in words."""
    period = told.laid.period
    return {
        "code": told.entry.code,
        "name": told.entry.name,
        "edition": told.entry.version,
        "period": told.laid.label,
        "first": period.first.isoformat(),
        "last": period.last.isoformat() if period.last else None,
        **_standing(told, told.own),
        "among": told.compared,
        "words": f"{telling.score(told)} {telling.standing(told)}",
    }


def index_in_full(told: IndexTold, definitions: Definitions) -> Said:
    """All that is told of an index, with its declaration."""
    return index_in_short(told) | {
        "indicators": [_indicator(told, number, definitions) for number in range(len(told.made.indicators))],
        "units": [_unit(told, place) for place in range(len(told.laid.units))],
        "moved": _moved(told),
        "matters": [{"choice": one.name, "share": _known(one.total)} for one in told.matters],
        "correlations": [[_known(one) for one in row] for row in told.held.between],
        "alphas": [{"group": one.group, "alpha": _known(one.value)} for one in told.held.alphas],
        "left_out_as_flat": list(told.flat),
        "made": _made(told),
        "declaration": dict(plain_of(told.entry)),
    }


def not_made(entry: IndexEntry, why: str) -> Said:
    """An index of which nothing can be told, and why."""
    named = {"code": entry.code, "name": entry.name, "edition": entry.version}
    return named | {"score": None, "why_none": why, "declaration": dict(plain_of(entry))}


def _standing(told: IndexTold, place: int) -> Said:
    return {
        "score": _known(told.scores[place]),
        "score_low": _known(told.low[place]),
        "score_high": _known(told.high[place]),
        "place": _known(told.ranks[place]),
        "place_low": _known(told.best[place]),
        "place_high": _known(told.worst[place]),
    }


def _indicator(told: IndexTold, number: int, definitions: Definitions) -> Said:
    code, own = told.made.indicators[number], told.own
    return {
        "code": code,
        "name": definitions[code].name,
        "unit": definitions[code].unit,
        "period": told.laid.of[number] or None,
        **_value(told, own, number),
        "weighs": _known(told.held.weighs[number]),
        "carries": _known(told.held.carries[number]),
        "gives": None if told.gives is None else _known(told.gives[number]),
        "pulls": _known(told.pulls[number]),
        "score_without": _known(told.without_scores[number, own]),
        "place_without": _known(told.without_ranks[number, own]),
    }


def _value(told: IndexTold, place: int, number: int) -> Said:
    return {
        "value": _known(told.laid.values[place, number]),
        "numerator": _known(told.laid.above[place, number]),
        "denominator": _known(told.laid.below[place, number]),
        "scaled": _known(told.scaled[place, number]),
    }


def _unit(told: IndexTold, place: int) -> Said:
    own = place == told.own
    return {
        "unit": told.laid.units[place],
        "name": told.laid.names[place],
        "is_told": own,
        **_standing(told, place),
        "told_scores_more": None if own else _known(told.above[place]),
        "told_scores_less": None if own else _known(told.below[place]),
        "share_known": _known(told.shares[place]),
        "values": {code: _value(told, place, number) for number, code in enumerate(told.made.indicators)},
    }


def _moved(told: IndexTold) -> Said | None:
    moved = told.moved
    if moved is None:
        return None
    return {
        "before": moved.before,
        "score_before": _known(moved.first),
        "score": _known(moved.second),
        "parts": {cause.name.lower(): _known(part) for cause, part in moved.parts.items()},
        "edition_before": moved.version_before,
    }


def _made(told: IndexTold) -> Said:
    made = told.made
    return {
        "compared": plain(made.compared),
        "choices": list(made.choices),
        "times_made_otherwise": made.run,
        "seed": made.seed,
    }


def _known(number: float | None) -> float | int | None:
    if number is None or not isfinite(number):
        return None
    exact = float(f"{number:.12g}")
    return int(exact) if exact.is_integer() else exact

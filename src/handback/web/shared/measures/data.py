"""Boards and indicators as CSV: every figure with its period, its source and what is said of it."""

from collections.abc import Iterator
from datetime import date
from math import isfinite

from django.http import HttpResponse

from handback.records.measures.measured.boards import Board, IndicatorStanding
from handback.records.measures.measured.findings import Point
from handback.web.shared.measures import telling
from handback.web.shared.spreadsheets import csv_text

BOARD = (
    "code", "name", "way", "target_verdict", "verdict", "period_first", "period_last", "value", "unit",
    "lower_limit", "mean", "upper_limit", "target", "chart", "rules", "values", "neighbours_median",
    "neighbours_quartile", "late_values", "what", "why", "action", "by_when", "owner", "source", "about",
)  # fmt: skip
INDICATOR = (
    "code", "name", "period", "period_first", "period_last", "value", "numerator", "denominator", "unit",
    "quality", "published_on", "source", "note", "mean", "lower_limit", "upper_limit", "target",
    "trajectory", "way", "rules_fired", "left_out", "limits_drawn_anew", "about",
)  # fmt: skip


def csv_answer(text: str, *, name: str) -> HttpResponse:
    """A file to keep."""
    named = f'attachment; filename="{name}.csv"'
    return HttpResponse(text, content_type="text/csv; charset=utf-8", headers={"Content-Disposition": named})


def board_csv_of(board: Board) -> str:
    """A line for each indicator, the worst first."""
    order = [code for cell in board.cells for code in cell.codes]
    return csv_text((_standing(board.by_code[code]) for code in order), columns=BOARD)


def _standing(one: IndicatorStanding) -> dict[str, object]:
    entry, last, said = one.definition, one.last, one.commentary
    drawn = last is not None and one.sufficiency.value > 0
    return {
        "code": entry.code,
        "name": entry.name,
        "way": telling.WAYS[one.way].word,
        "target_verdict": telling.sure(one).word,
        "verdict": telling.verdict(one),
        **_days(last),
        "value": last.entry.value if last and last.entry else None,
        "unit": entry.unit,
        "lower_limit": _known(last.lower) if last and drawn else None,
        "mean": _known(last.centre) if last and drawn else None,
        "upper_limit": _known(last.upper) if last and drawn else None,
        "target": one.target.value if one.target else None,
        "chart": one.choice.kind.value,
        "rules": one.profile,
        "values": len(one.facts.values),
        "neighbours_median": one.benchmark.median if one.benchmark else None,
        "neighbours_quartile": one.benchmark.quartile if one.benchmark else None,
        "late_values": len(one.lateness.late),
        "what": said.what if said else None,
        "why": said.why if said else None,
        "action": said.action if said else None,
        "by_when": said.by_when if said else None,
        "owner": entry.owner_post,
        "source": entry.source,
        "about": entry.demonstration_note if entry.is_demonstration else "",
    }


def indicator_csv_of(one: IndicatorStanding) -> str:
    """A line for each period, those without a value too."""
    return csv_text(_points(one), columns=INDICATOR)


def _points(one: IndicatorStanding) -> Iterator[dict[str, object]]:
    entry = one.definition
    drawn = one.sufficiency.value > 0
    withheld = {period.first for period in one.facts.withheld}
    for point in one.points:
        said = point.entry
        yield {
            "code": entry.code,
            "name": entry.name,
            "period": point.label,
            **_days(point),
            "value": said.value if said else None,
            "numerator": said.numerator if said else None,
            "denominator": said.denominator if said else None,
            "unit": entry.unit,
            "quality": said.quality.value if said else _why_none(point, withheld),
            "published_on": said.published_on if said else None,
            "source": (said.source or entry.source) if said else None,
            "note": said.note if said else None,
            "mean": _known(point.centre) if drawn else None,
            "lower_limit": _known(point.lower) if drawn else None,
            "upper_limit": _known(point.upper) if drawn else None,
            "target": _known(point.target),
            "trajectory": _known(point.trajectory),
            "way": telling.point_word(point.variation) if said and drawn else None,
            "rules_fired": "; ".join(telling.fired(one, point.fired)) if drawn else None,
            "left_out": "yes" if point.is_ghost else "",
            "limits_drawn_anew": "yes" if point.begins_anew else "",
            "about": entry.demonstration_note if entry.is_demonstration else "",
        }


def _why_none(point: Point, withheld: set[date]) -> str:
    return "withheld" if point.period.first in withheld else "no value"


def _days(point: Point | None) -> dict[str, object]:
    if point is None:
        return {"period_first": None, "period_last": None}
    return {"period_first": point.period.first, "period_last": point.period.last}


def _known(number: float) -> str | None:
    """To twelve digits: enough to draw the chart again."""
    return f"{number:.12g}" if isfinite(number) else None

"""The chart of a measure's standing, of its moving ranges, and the small line of its row."""

from dataclasses import replace
from math import isfinite, nan
from weakref import WeakKeyDictionary

from django.utils.safestring import SafeString, mark_safe

from handback.records.measures.measured.boards import IndicatorStanding
from handback.records.measures.measured.charting import Charted
from handback.records.measures.measured.entries import IndicatorEntry
from handback.records.measures.measured.findings import Point, Sure, Way
from handback.records.measures.measured.words import DecisionKind, Quality
from handback.statistics.process_control import Sufficiency, Variation
from handback.statistics.process_control.choosing import Kind
from handback.web.shared.charts.measures.icons import Assured, target_icon, way_icon
from handback.web.shared.charts.measures.process import process_chart
from handback.web.shared.charts.measures.ranges import Range, RangeRow, ranges_chart
from handback.web.shared.charts.measures.spark import spark
from handback.web.shared.charts.measures.values import Drawn, PointRow, Series, Sort, Unit
from handback.web.shared.charts.measures.values import Point as Mark
from handback.web.shared.charts.values import Chart
from handback.web.shared.measures import telling

SORTS = {
    Variation.COMMON: Sort.COMMON,
    Variation.IMPROVING: Sort.IMPROVING,
    Variation.WORSENING: Sort.WORSENING,
    Variation.NEUTRAL_HIGH: Sort.HIGH,
    Variation.NEUTRAL_LOW: Sort.LOW,
}
ASSURED = {
    Sure.PASSES: Assured.PASSES,
    Sure.HIT_AND_MISS: Assured.HIT_AND_MISS,
    Sure.FAILS: Assured.FAILS,
}
_lines: WeakKeyDictionary[IndicatorStanding, SafeString] = WeakKeyDictionary()
PERCENT, POUNDS = ("%", "percent", "per cent"), ("£", "pounds")


def unit_of(entry: IndicatorEntry) -> Unit:
    """How the numbers of an indicator are written."""
    if entry.unit in PERCENT:
        return Unit(after="%", decimals=entry.decimals)
    first, _, rest = entry.unit.partition(" ")
    if first in POUNDS:
        return Unit(before="£", after=f" {rest}" if rest else "", decimals=entry.decimals)
    return Unit(after=f" {entry.unit}" if entry.unit else "", decimals=entry.decimals)


def series_of(standing: IndicatorStanding) -> Series:
    """A standing as a chart takes it."""
    return Series(
        title=standing.definition.name,
        points=tuple(_mark(standing, point, place) for place, point in enumerate(standing.points)),
        unit=unit_of(standing.definition),
        verdict=telling.verdict(standing),
        assured=telling.assured(standing),
        rebased=tuple(_rebases(standing)),
        says=standing.sufficiency != Sufficiency.TOO_FEW,
        limits_are=telling.provisional(standing),
    )


def chart_of(standing: IndicatorStanding, series: Series) -> Chart[PointRow]:
    """The process control chart of its series. Of too few values there is none: words and a table alone."""
    chart = process_chart(series)
    return replace(chart, svg="") if standing.sufficiency == Sufficiency.TOO_FEW else chart


def ranges_of(standing: IndicatorStanding, series: Series) -> Chart[RangeRow]:
    """The chart of its moving ranges, where these draw the limits: of an XmR chart."""
    chart = standing.chart
    if chart is None or chart.kind != Kind.XMR or standing.sufficiency == Sufficiency.TOO_FEW:
        return Chart(svg="", text="", rows=())
    found = chart.ranges
    columns = zip(found.values[0], found.centre[0], found.upper[0], found.far[0], strict=True)
    ranges = [
        Range(mark.on, mark.period, _known(value), _known(mean), _known(limit), far=bool(far))
        for mark, (value, mean, limit, far) in zip(series.points, columns, strict=True)
    ]
    return ranges_chart(series, ranges)


def small_line(standing: IndicatorStanding) -> SafeString:
    """The line of a row of the board; nothing without values. Drawn once for as long as it so stands."""
    if standing.charted is None:
        return drawn("")
    if standing not in _lines:
        title = f"{standing.definition.name}: {telling.verdict(standing)}"
        _lines[standing] = drawn(spark(_outline(standing, standing.charted), title=title))
    return _lines[standing]


def _outline(standing: IndicatorStanding, charted: Charted) -> list[Mark]:
    """The points as a small line shows them; the words of each would cost more than all else of a board."""
    chart, of = charted.together, (charted.row, slice(charted.offset, None))
    if standing.sufficiency == Sufficiency.TOO_FEW:
        told = [Variation.COMMON] * len(standing.axis)
        lower = upper = [nan] * len(standing.axis)
    else:
        told = [Variation(number) for number in chart.variation[of].tolist()]
        lower, upper = chart.limits.lower[of].tolist(), chart.limits.upper[of].tolist()
    columns = (
        standing.axis.periods,
        chart.values[of].tolist(),
        told,
        chart.ghosts[of].tolist(),
        lower,
        upper,
    )
    return [
        Mark(
            on=period.first,
            period="",
            value=_known(value),
            sort=Sort.GHOST if is_ghost else SORTS.get(variation, Sort.COMMON),
            lower=_known(low),
            upper=_known(high),
        )
        for period, value, variation, is_ghost, low, high in zip(*columns, strict=True)
    ]


def way_mark(standing: IndicatorStanding) -> SafeString:
    """The mark of the way it moves; nothing where too little is known."""
    return drawn("" if standing.way == Way.NOT_ENOUGH else way_icon(SORTS[standing.variation]))


def target_mark(standing: IndicatorStanding) -> SafeString:
    """The mark of whether its target will be met; nothing where that is not said."""
    return drawn(target_icon(ASSURED[standing.sure]) if standing.sure in ASSURED else "")


def drawn(svg: str) -> SafeString:
    """A drawing of ours, every word of which is escaped, as templates show it."""
    return mark_safe(svg)  # noqa: S308 - web.shared.charts draws it


def _mark(standing: IndicatorStanding, point: Point, place: int) -> Mark:
    drawn = standing.sufficiency != Sufficiency.TOO_FEW
    return Mark(
        on=point.period.first,
        period=point.label,
        value=_known(point.value),
        sort=Sort.GHOST
        if point.is_ghost
        else SORTS.get(point.variation, Sort.COMMON)
        if drawn
        else Sort.COMMON,
        centre=_known(point.centre) if drawn else None,
        lower=_known(point.lower) if drawn else None,
        upper=_known(point.upper) if drawn else None,
        target=_known(point.target),
        rules=telling.fired(standing, point.fired) if drawn else (),
        conflict=point.conflict and drawn,
        counts=telling.counts(point.entry),
        note=telling.note(point.entry, usual=standing.definition.source),
        provisional=point.entry is not None and point.entry.quality != Quality.FINAL,
        stretch=int(standing.chart.segments[0, place]) if standing.chart else 0,
    )


def _known(number: float) -> float | None:
    return float(number) if isfinite(number) else None


def _rebases(standing: IndicatorStanding) -> list[Drawn]:
    shown = {point.period.first for point in standing.points if point.begins_anew}
    return [
        Drawn(decision.first, f"{decision.reason} ({decision.decided_by})")
        for decision in sorted(standing.facts.decisions, key=lambda one: (str(one.first), one.decided_on))
        if decision.kind == DecisionKind.REBASE and decision.first in shown
    ]

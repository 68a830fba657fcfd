"""A process control chart: values, the limits that hold what chance does, the target, and what is news.

1. Limits are a band, the mean a line in it, the target a line of long dashes with its number.
2. A gap in the values is a gap in the line; a period keeps its place whether it has a value or not.
3. What is news is told by a point's shape as well as its colour, and by the words and the table beside it.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from html import escape
from itertools import groupby, pairwise
from typing import Protocol, TypeVar

from ...holders import MUTED
from .. import fluid, svg
from ..fluid import Across
from ..values import Chart
from . import look, words
from .scale import Scale, scale_of
from .values import Point, PointRow, Series, Sort

HEIGHT, TOP, BOTTOM = 340, 30, 318
MARGIN = 0.05  # of the days shown, before the first point and after the last


class Dated(Protocol):
    """What has a day on the axis."""

    @property
    def on(self) -> date:
        """Where it stands."""


AnyDated = TypeVar("AnyDated", bound=Dated)


def process_chart(series: Series, *, name: str = "process") -> Chart[PointRow]:
    """The chart of a series over its periods; without a value there is no drawing, and the words say so."""
    rows = tuple(words.row(point, series) for point in series.points)
    text = words.told(series)
    if not any(point.value is not None for point in series.points):
        return Chart(svg="", text=text, rows=rows)
    across = across_of(series.points)
    scale = scale_of(_numbers(series.points), top=TOP, bottom=BOTTOM)
    body = [
        svg.element("g", "".join(_bands(series, across, scale)), aria_hidden="true"),
        fluid.years(across, top=0, bottom=BOTTOM),
        grid(scale, series),
        svg.element("g", "".join(_targets(series, across, scale)), aria_hidden="true"),
        svg.element("g", "".join(_rebases(series, across)), aria_hidden="true"),
        line(series.points, across, scale),
        svg.element("g", "".join(marks(series, across, scale))),
    ]
    return Chart(svg=fluid.frame(body, name=name, title=series.title, height=HEIGHT), text=text, rows=rows)


def across_of(points: Sequence[Point]) -> Across:
    """The days of the points, with room on either side."""
    first, last = points[0].on, points[-1].on
    room = timedelta(days=max((last - first).days * MARGIN, 20))
    return Across(first - room, last + room)


def grid(scale: Scale, series: Series) -> str:
    """A faint line at each round number, its number above it at the left edge."""
    ticks = scale.ticks()
    places = _places(scale.step * series.unit.times)
    levels = [round(scale.y(tick), 1) for tick in ticks]
    lines = "".join(svg.element("line", x1=0, x2="100%", y1=level, y2=level) for level in levels)
    labels = "".join(
        svg.words(series.unit.bare(tick, decimals=places), x=0, y=scale.y(tick) - 4) for tick in ticks
    )
    return svg.element(
        "g",
        svg.element("g", lines, stroke=look.FAINT, class_="s-ink")
        + svg.element("g", labels, fill=MUTED, font_size=fluid.SMALL, class_="k-ink"),
        aria_hidden="true",
    )


def line(points: Sequence[Point], across: Across, scale: Scale) -> str:
    """The values joined, broken where one is missing or left out."""
    known = [
        (
            across.at(point.on),
            None if point.sort == Sort.GHOST or point.value is None else scale.y(point.value),
        )
        for point in points
    ]
    steps = "".join(
        f'<line x1="{x1}" y1="{y1:.1f}" x2="{x2}" y2="{y2:.1f}"/>'
        for (x1, y1), (x2, y2) in pairwise(known)
        if y1 is not None and y2 is not None
    )
    return svg.element("g", steps, stroke=look.GREY, stroke_width=1.6, class_="s-ink", aria_hidden="true")


def marks(series: Series, across: Across, scale: Scale) -> Iterator[str]:
    """Every point, saying what it is when it is pointed at."""
    for point in series.points:
        if point.value is None:
            continue
        mark = look.mark(point.sort, provisional=point.provisional, conflict=point.conflict)
        said = escape(words.point(point, series.unit))
        place = f'x="{across.at(point.on)}" y="{scale.y(point.value):.1f}"'
        yield f'<svg {place} overflow="visible"><title>{said}</title>{mark}</svg>'


def _numbers(points: Sequence[Point]) -> Iterator[float | None]:
    for point in points:
        yield from (point.value, point.target)
        if point.lower is not None and point.upper is not None:
            yield from (point.lower, point.upper)


def spans(points: Sequence[AnyDated], across: Across) -> list[tuple[AnyDated, date, date]]:
    """Every point with the days from half way before to half way after it."""
    edges = [across.first, *(a.on + (b.on - a.on) / 2 for a, b in pairwise(points)), across.until]
    return list(zip(points, edges, edges[1:], strict=False))


def _limits_of(span: tuple[Point, date, date]) -> tuple[float | None, ...]:
    point = span[0]
    return point.stretch, point.centre, point.lower, point.upper


def _bands(series: Series, across: Across, scale: Scale) -> Iterator[str]:
    """The limits of each stretch; those in force at the end have their numbers beside them."""
    for _, group in groupby(spans(series.points, across), key=_limits_of):
        several = list(group)
        point, first, until = several[0][0], several[0][1], several[-1][2]
        if point.centre is None:
            continue
        if point.lower is not None and point.upper is not None:
            yield from _band(series, (point.lower, point.upper), across, scale, first, until)
        elif until == across.until:
            yield _number(
                f"Middle {series.unit.short(point.centre)}", across, until, scale.y(point.centre) - 4
            )
        yield _level(across, first, until, scale.y(point.centre), stroke=look.GREY)


def _band(
    series: Series, limits: tuple[float, float], across: Across, scale: Scale, first: date, until: date
) -> Iterator[str]:
    bottom, top = (scale.y(limit) for limit in limits)
    yield svg.element(
        "rect",
        x=across.at(first),
        width=across.between(first, until),
        y=top,
        height=max(bottom - top, 0.5),
        fill=look.BAND,
        class_="k-paper",
    )
    yield _level(across, first, until, top, stroke=look.GREY, stroke_dasharray="2 3")
    yield _level(across, first, until, bottom, stroke=look.GREY, stroke_dasharray="2 3")
    if until == across.until:
        yield _number(series.unit.bare(limits[1], decimals=series.unit.decimals + 1), across, until, top - 4)
        yield _number(
            series.unit.bare(limits[0], decimals=series.unit.decimals + 1), across, until, bottom + 13
        )


def _level(across: Across, first: date, until: date, y: float, **drawn: str | float) -> str:
    return svg.element("line", x1=across.at(first), x2=across.at(until), y1=y, y2=y, class_="s-ink", **drawn)


def _number(said: str, across: Across, on: date, y: float) -> str:
    return svg.words(
        said, x=across.at(on), y=y, text_anchor="end", font_size=fluid.SMALL, fill=MUTED, class_="k-ink"
    )


def _targets(series: Series, across: Across, scale: Scale) -> Iterator[str]:
    for target, group in groupby(spans(series.points, across), key=lambda span: span[0].target):
        several = list(group)
        if target is None:
            continue
        first, until, y = several[0][1], several[-1][2], scale.y(target)
        yield _level(across, first, until, y, stroke=look.INK, stroke_width=1.6, stroke_dasharray="9 4")
        yield _number(f"Target {series.unit.short(target)}", across, until, y - 5)


def _rebases(series: Series, across: Across) -> Iterator[str]:
    for number, drawn in enumerate(series.rebased, 1):
        yield svg.element(
            "line",
            x1=across.at(drawn.on),
            x2=across.at(drawn.on),
            y1=TOP,
            y2=BOTTOM,
            stroke=look.INK,
            stroke_dasharray="1 4",
            class_="s-ink",
        )
        yield svg.words(
            str(number),
            x=across.at(drawn.on),
            y=BOTTOM + 14,
            text_anchor="middle",
            font_size=fluid.SMALL,
            class_="k-ink",
        )


def _places(step: float) -> int:
    return next((places for places in range(6) if abs(round(step, places) - step) < step * 1e-6), 6)

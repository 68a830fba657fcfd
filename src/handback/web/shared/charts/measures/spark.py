"""A small line for a row of a table: where the values have been, and what the last one is."""

from collections.abc import Sequence
from html import escape
from itertools import groupby

from .. import svg
from . import look
from .scale import Scale, scale_of
from .values import Point, Sort

WIDTH, HEIGHT, EDGE = 132, 32, 7


def spark(points: Sequence[Point], *, title: str) -> str:
    """An SVG of a fixed size; nothing of fewer than two values. `title` is what it says when read aloud."""
    known = [point.value for point in points]
    if sum(value is not None for value in known) < 2:
        return ""
    limits = [limit for point in points for limit in (point.lower, point.upper)]
    scale = scale_of([*known, *limits], top=EDGE, bottom=HEIGHT - EDGE)
    step = (WIDTH - 2 * EDGE) / max(len(points) - 1, 1)
    places = [
        (EDGE + index * step, None if value is None else scale.y(value)) for index, value in enumerate(known)
    ]
    last = max(index for index, value in enumerate(known) if value is not None)
    x, y = places[last]
    mark = svg.element("g", look.shape(points[last].sort), transform=f"translate({x:.1f} {y:.1f})")
    return svg.element(
        "svg",
        svg.element("title", escape(title)) + _band(points[last], scale) + _line(places, points) + mark,
        xmlns="http://www.w3.org/2000/svg",
        class_="hb-spark",
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        width=WIDTH,
        height=HEIGHT,
        role="img",
    )


def _band(last: Point, scale: Scale) -> str:
    """The limits in force at the last point, right across."""
    if last.lower is None or last.upper is None:
        return ""
    top, bottom = scale.y(last.upper), scale.y(last.lower)
    return svg.element(
        "rect", y=top, width=WIDTH, height=max(bottom - top, 0.5), fill=look.BAND, class_="k-paper"
    )


def _line(places: Sequence[tuple[float, float | None]], points: Sequence[Point]) -> str:
    shown = [
        (x, None if point.sort == Sort.GHOST else y) for (x, y), point in zip(places, points, strict=True)
    ]
    runs = [list(run) for known, run in groupby(shown, key=lambda place: place[1] is not None) if known]
    path = "".join("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in run) for run in runs)
    return svg.element("path", d=path, fill="none", stroke=look.GREY, stroke_width=1.5, class_="s-ink")

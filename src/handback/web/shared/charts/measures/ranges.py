"""Moving ranges: how far each value is from the one before, beneath the chart of the values themselves."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from ...words import plural, sentence
from .. import fluid, svg
from ..fluid import Across
from ..values import Chart
from . import look
from .process import across_of, grid
from .scale import Scale, scale_of
from .values import Series

HEIGHT, TOP, BOTTOM = 180, 26, 170


@dataclass(frozen=True, slots=True)
class Range:
    """How far a value is from the one before it; `far` is further than chance goes."""

    on: date
    period: str
    distance: float
    far: bool


@dataclass(frozen=True, slots=True)
class RangeRow:
    """One line of the table."""

    HEAD = ("Period", "Distance from the value before", "What it is")

    period: str
    distance: str
    what: str


def ranges_chart(
    series: Series, ranges: Sequence[Range], *, mean: float | None, limit: float | None, name: str = "ranges"
) -> Chart[RangeRow]:
    """The moving ranges of a series, with their mean and the limit of chance in force at the end."""
    unit = series.unit
    rows = tuple(RangeRow(one.period, unit.said(one.distance), _what(one)) for one in ranges)
    if not ranges:
        return Chart(
            svg="", text="There are no two values in a row yet, so no distances between them.", rows=rows
        )
    across = across_of(series.points)
    scale = scale_of([0.0, limit, *(one.distance for one in ranges)], top=TOP, bottom=BOTTOM, lines=3)
    body = [
        fluid.years(across, top=0, bottom=BOTTOM),
        grid(scale, series),
        svg.element("g", "".join(_levels(scale, mean, limit)), aria_hidden="true"),
        svg.element("g", "".join(_bars(series, ranges, across, scale))),
    ]
    title = f"{series.title}: distance of each value from the one before"
    return Chart(
        svg=fluid.frame(body, name=name, title=title, height=HEIGHT),
        text=_told(series, ranges, mean, limit),
        rows=rows,
    )


def _what(one: Range) -> str:
    return "A jump beyond chance" if one.far else "Chance variation"


def _told(series: Series, ranges: Sequence[Range], mean: float | None, limit: float | None) -> str:
    far = [one.period for one in ranges if one.far]
    unit = series.unit
    said = [f"From one value to the next the measure moves by {unit.limit(mean)} on average"]
    if limit is not None:
        said.append(f"A move of more than {unit.limit(limit)} would be more than chance")
    said.append(
        f"There {'was' if len(far) == 1 else 'were'} {plural(len(far), 'such move')}"
        if far
        else "There was none"
    )
    return " ".join(sentence(each) for each in said)


def _levels(scale: Scale, mean: float | None, limit: float | None) -> Iterator[str]:
    for value, dashes in ((mean, None), (limit, "2 3")):
        if value is not None:
            y = scale.y(value)
            yield svg.element(
                "path", d=f"M0 {y:.1f}H4000", stroke=look.GREY, stroke_dasharray=dashes, class_="s-ink"
            )


def _bars(series: Series, ranges: Sequence[Range], across: Across, scale: Scale) -> Iterator[str]:
    ground = scale.y(0)
    for one in ranges:
        x, y = across.at(one.on), scale.y(one.distance)
        colour, width = (look.ORANGE, 5) if one.far else (look.GREY, 3)
        bar = svg.element(
            "line", x1=x, x2=x, y1=ground, y2=y, stroke=colour, stroke_width=width, class_="s-ink"
        )
        said = escape(f"{one.period}: {series.unit.said(one.distance)}, {_what(one).lower()}")
        yield f"<g><title>{said}</title>{bar}</g>"

"""Moving ranges: how far each value is from the one before, beneath the chart of the values themselves."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import groupby

from ...words import plural, sentence, sentence_list
from .. import fluid, svg
from ..fluid import Across
from ..values import Chart
from . import look
from .process import across_of, grid, spans
from .scale import Scale, scale_of
from .values import Series

HEIGHT, TOP, BOTTOM = 180, 26, 170


@dataclass(frozen=True, slots=True)
class Range:
    """How far the value of a period is from the one before it; None where either is not known.

    `mean` and `limit` are those of its stretch between rebases; `far` is further than chance goes.
    """

    on: date
    period: str
    distance: float | None
    mean: float | None
    limit: float | None
    far: bool = False


@dataclass(frozen=True, slots=True)
class RangeRow:
    """One line of the table."""

    HEAD = ("Period", "Distance from the value before", "What it is")

    period: str
    distance: str
    what: str


def ranges_chart(series: Series, ranges: Sequence[Range], *, name: str = "ranges") -> Chart[RangeRow]:
    """The moving ranges of a series, one for each of its periods, with the mean and limit of each stretch."""
    unit = series.unit
    known = [one for one in ranges if one.distance is not None]
    rows = tuple(RangeRow(one.period, unit.said(one.distance), _what(one)) for one in known)
    if not known:
        return Chart(
            svg="", text="There are no two values in a row yet, so no distances between them.", rows=rows
        )
    across = across_of(series.points)
    scale = scale_of(
        [0.0, *(number for one in ranges for number in (one.limit, one.distance))],
        top=TOP,
        bottom=BOTTOM,
        lines=3,
    )
    body = [
        fluid.years(across, top=0, bottom=BOTTOM),
        grid(scale, series),
        svg.element("g", "".join(_levels(ranges, across, scale)), aria_hidden="true"),
        svg.element("g", "".join(_bars(series, known, across, scale))),
    ]
    title = f"{series.title}: distance of each value from the one before"
    return Chart(
        svg=fluid.frame(body, name=name, title=title, height=HEIGHT),
        text=_told(series, known, ranges[-1]),
        rows=rows,
    )


def _what(one: Range) -> str:
    return "A jump beyond chance" if one.far else "Chance variation"


def _told(series: Series, known: Sequence[Range], last: Range) -> str:
    """What moves there were, by the mean and the limit in force at the end."""
    far = [one.period for one in known if one.far]
    unit, said = series.unit, []
    if last.mean is not None and last.limit is not None:
        said = [
            f"From one value to the next the measure moves by {unit.limit(last.mean)} on average",
            f"A move of {unit.limit(last.limit)} or more would be more than chance",
        ]
    said.append(
        f"There {'was' if len(far) == 1 else 'were'} {plural(len(far), 'such move')}: {sentence_list(far)}"
        if far
        else "There was none"
    )
    return " ".join(sentence(each) for each in said)


def _levels(ranges: Sequence[Range], across: Across, scale: Scale) -> Iterator[str]:
    """The mean and the limit of each stretch, across the days that it lasts."""
    for (mean, limit), group in groupby(
        spans(ranges, across), key=lambda span: (span[0].mean, span[0].limit)
    ):
        stretch = list(group)
        x1, x2 = across.at(stretch[0][1]), across.at(stretch[-1][2])
        for value, dashes in ((mean, None), (limit, "2 3")):
            if value is not None:
                y = scale.y(value)
                yield svg.element(
                    "line",
                    x1=x1,
                    x2=x2,
                    y1=y,
                    y2=y,
                    stroke=look.GREY,
                    stroke_dasharray=dashes,
                    class_="s-ink",
                )


def _bars(series: Series, ranges: Sequence[Range], across: Across, scale: Scale) -> Iterator[str]:
    ground = scale.y(0)
    for one in ranges:
        x, y = across.at(one.on), scale.y(one.distance or 0.0)
        colour, width = (look.ORANGE, 5) if one.far else (look.GREY, 3)
        bar = svg.element(
            "line", x1=x, x2=x, y1=ground, y2=y, stroke=colour, stroke_width=width, class_="s-ink"
        )
        said = escape(f"{one.period}: {series.unit.said(one.distance)}, {_what(one).lower()}")
        yield f"<g><title>{said}</title>{bar}</g>"

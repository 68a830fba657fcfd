"""Scores or places with their intervals, one unit below the other: how far each depends on choices.

1. Names stand above their lines and places across are in per cent, so that nothing is lost on a phone.
2. The unit that is told is a diamond with a bold name, the others are rings: shape first, then colour.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from ...holders import MUTED
from .. import fluid, svg
from ..values import Chart
from . import look
from .scale import Scale, scale_of
from .values import Sort

ROW, TOP, BELOW = 40, 30, 12
LEFT, RIGHT = 3.0, 97.0  # per cent of the width, between which numbers lie
CAP = 5  # half the height of an interval's ends


@dataclass(frozen=True, slots=True)
class Ranged:
    """A unit: what it comes to, and between what it could have come to. `said` is all that in words."""

    name: str
    value: float
    low: float
    high: float
    said: str
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class RangedRow:
    """One line of the table."""

    HEAD = ("Name", "As declared", "From", "To")

    name: str
    value: str
    low: str
    high: str


def intervals_chart(
    units: Sequence[Ranged],
    *,
    title: str,
    text: str,
    decimals: int = 0,
    least_is_best: bool = False,
    name: str = "intervals",
) -> Chart[RangedRow]:
    """Every unit with its interval, in the order given. `least_is_best`: places, the first on the right."""
    rows = tuple(RangedRow(one.name, *_numbers(one, decimals)) for one in units)
    if not units:
        return Chart(svg="", text=text, rows=rows)
    scale = scale_of([end for one in units for end in (one.low, one.value, one.high)], top=0, bottom=1)
    height = TOP + ROW * len(units) + BELOW
    body = [
        _grid(scale, height, turned=least_is_best),
        *(_unit(one, number, scale, turned=least_is_best) for number, one in enumerate(units)),
    ]
    return Chart(svg=fluid.frame(body, name=name, title=title, height=height), text=text, rows=rows)


def _numbers(one: Ranged, decimals: int) -> Iterator[str]:
    for number in (one.value, one.low, one.high):
        yield f"{number:,.{decimals}f}"


def across(scale: Scale, value: float, *, turned: bool = False) -> str:
    """Where a number stands, as an attribute takes it; turned round, the least is on the right."""
    share = 1 - scale.y(value)
    return f"{LEFT + (RIGHT - LEFT) * (1 - share if turned else share):.2f}%"


def named(name: str, *, y: float, bold: bool = False) -> str:
    """A name above its row; one that is too long for a phone is cut there, and whole on a wide page."""
    weight, size = "700" if bold else None, fluid.NORMAL
    room = fluid.SMALLEST * (0.9 if bold else 1)
    short = svg.fitted(name, width=room, size=size)
    if short == name:
        return svg.words(name, x=0, y=y, font_weight=weight, font_size=size)
    whole = svg.fitted(name, width=fluid.WIDEST * 0.8, size=size)
    return "".join(
        svg.words(said, x=0, y=y, font_weight=weight, font_size=size, class_=shown)
        for said, shown in ((whole, "hb-when-wide"), (short, "hb-when-narrow"))
    )


def _grid(scale: Scale, height: float, *, turned: bool) -> str:
    ticks = [(across(scale, tick, turned=turned), f"{tick:,.12g}") for tick in scale.ticks()]
    lines = "".join(svg.element("line", x1=x, x2=x, y1=TOP - 8, y2=height) for x, _ in ticks)
    labels = "".join(svg.words(said, x=x, y=14, text_anchor="middle") for x, said in ticks)
    return svg.element(
        "g",
        svg.element("g", lines, stroke=look.FAINT, class_="s-ink")
        + svg.element("g", labels, fill=MUTED, font_size=fluid.SMALL, class_="k-ink"),
        aria_hidden="true",
    )


def _unit(one: Ranged, number: int, scale: Scale, *, turned: bool) -> str:
    y = TOP + ROW * number + 28
    low, high, at = (across(scale, end, turned=turned) for end in (one.low, one.high, one.value))
    colour, width = (look.BLUE, 3.2) if one.is_own else (look.GREY, 1.8)
    ends = "".join(svg.element("line", x1=x, x2=x, y1=y - CAP, y2=y + CAP) for x in (low, high))
    line = svg.element("line", x1=low, x2=high, y1=y, y2=y) + ends
    mark = look.mark(Sort.IMPROVING) if one.is_own else look.mark(Sort.COMMON, provisional=True)
    name = named(one.name, y=y - 13, bold=one.is_own)
    return svg.element(
        "g",
        f"<title>{escape(one.said)}</title>"
        + name
        + svg.element("g", line, stroke=colour, stroke_width=width, class_="s-ink")
        + f'<svg x="{at}" y="{y}" overflow="visible">{mark}</svg>',
    )

"""Bars about nothing: what pulls a score up stands to the right, what pulls it down to the left."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from .. import fluid, svg
from ..values import Chart
from . import look
from .intervals import across, named
from .scale import scale_of

ROW, TOP, THICK = 40, 4, 12


@dataclass(frozen=True, slots=True)
class Pull:
    """A name and the points by which it pulls, up over nothing and down under it; `said` is that in words."""

    name: str
    points: float
    said: str


@dataclass(frozen=True, slots=True)
class PullRow:
    """One line of the table."""

    HEAD = ("Name", "What it does to the score")

    name: str
    said: str


def pulls_chart(pulls: Sequence[Pull], *, title: str, text: str, name: str = "pulls") -> Chart[PullRow]:
    """Every bar in the order given, with its words beside its name: colour tells nothing by itself."""
    rows = tuple(PullRow(one.name, one.said) for one in pulls)
    if not any(one.points for one in pulls):
        return Chart(svg="", text=text, rows=rows)
    widest = max(abs(one.points) for one in pulls)
    scale = scale_of([-widest, widest], top=0, bottom=1)
    height = TOP + ROW * len(pulls)
    bars = []
    for number, one in enumerate(pulls):
        y = TOP + ROW * number
        ends = sorted((50.0, float(across(scale, one.points).rstrip("%"))))
        bar = svg.element(
            "rect",
            x=f"{ends[0]:.2f}%",
            width=f"{ends[1] - ends[0]:.2f}%",
            y=y + 20,
            height=THICK,
            fill=look.BLUE if one.points > 0 else look.ORANGE,
            class_="k-ink",
        )
        ground = svg.element(
            "line", x1="50%", x2="50%", y1=y + 18, y2=y + THICK + 22, stroke=look.INK, class_="s-ink"
        )
        label = named(one.name, y=y + 14)
        bars.append(
            svg.element("g", f"<title>{escape(f'{one.name}: {one.said}')}</title>{label}{bar}{ground}")
        )
    return Chart(svg=fluid.frame(bars, name=name, title=title, height=height), text=text, rows=rows)

"""Rows across the whole width, however wide: places across are in per cent, and letters keep their size."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from ..holders import INK, MUTED, PAPER
from . import svg
from .axis import Axis

WIDEST, SMALLEST = 1100, 288
SMALL, NORMAL = 12.5, 15
FAINT = "#e1e6ea"


@dataclass(frozen=True, slots=True)
class Across:
    """The days from `first` up to `until`, laid across whatever width there is."""

    first: date
    until: date

    def share(self, day: date) -> float:
        """Where `day` stands, in per cent; days outside stand at the nearer end."""
        return Axis(self.first, self.until, 0, 100).x(day)

    def at(self, day: date) -> str:
        """The same, as an attribute takes it."""
        return f"{self.share(day):.2f}%"

    def between(self, first: date, until: date) -> str:
        """How wide the days from `first` up to `until` are."""
        return f"{self.share(until) - self.share(first):.2f}%"

    def holds(self, day: date) -> bool:
        """Whether `day` is shown; the end counts."""
        return self.first <= day <= self.until


def years(across: Across, *, top: float, bottom: float) -> str:
    """A line at the beginning of each year, with labels that fit a wide page and others that fit a phone."""
    ticks = Axis(across.first, across.until, 0, WIDEST).ticks()
    lines = "".join(
        svg.element("line", x1=across.at(tick.on), x2=across.at(tick.on), y1=top + 18, y2=bottom)
        for tick in ticks
        if tick.major
    )
    grid = svg.element("g", lines, stroke=FAINT, class_="s-ink")
    return svg.element(
        "g",
        grid
        + _labels(across, WIDEST, top, "hb-when-wide")
        + _labels(across, SMALLEST, top, "hb-when-narrow"),
        aria_hidden="true",
    )


def _labels(across: Across, width: float, top: float, shown: str) -> str:
    ticks = [tick for tick in Axis(across.first, across.until, 0, width).ticks() if tick.major and tick.label]
    last = 100 - 3200 / width
    written = "".join(
        svg.words(tick.label, x=across.at(tick.on), y=top + 12, dx=2)
        for tick in ticks
        if across.share(tick.on) <= last
    )
    return svg.element("g", written, fill=MUTED, font_size=SMALL, class_=f"k-ink {shown}")


def at(across: Across, day: date, content: str) -> str:
    """`content`, drawn from the place of `day` on."""
    return svg.element("svg", content, x=across.at(day), overflow="visible")


def target(top: float, height: float) -> str:
    """Where a row can be pointed at, and what is outlined when it is reached by keyboard."""
    return svg.element(
        "rect", class_="hb-focus", y=top, width="100%", height=height, fill="none", pointer_events="all"
    )


def frame(body: Sequence[str], *, name: str, title: str, height: float) -> str:
    """The whole drawing: a height in pixels, and as wide as its page."""
    ground = svg.element("rect", width="100%", height=height, fill=PAPER, class_="k-paper")
    return svg.element(
        "svg",
        svg.element("title", escape(title), id=f"{name}-title") + ground + "".join(body),
        xmlns="http://www.w3.org/2000/svg",
        class_="hb-chart__fluid",
        width="100%",
        height=height,
        role="group",
        aria_labelledby=f"{name}-title",
        font_size=NORMAL,
        fill=INK,
    )

"""Small marks that stand beside words: which way a measure moves, and whether its target will be met.

Each is told by its shape; the words beside it say the same, so that it is hidden from screen readers.
"""

from enum import StrEnum

from .. import svg
from . import look
from .values import Sort

SIZE = 22


class Assured(StrEnum):
    """Whether a target will be met."""

    PASSES = "passes"
    HIT_AND_MISS = "hit and miss"
    FAILS = "fails"


_TARGETS = {
    Assured.PASSES: ("M-5 .5L-1.5 4L5.5-4", look.BLUE),
    Assured.HIT_AND_MISS: ("M-6 0q3-7 6 0t6 0", look.GREY),
    Assured.FAILS: ("M-4.5-4.5L4.5 4.5M-4.5 4.5L4.5-4.5", look.ORANGE),
}


def way_icon(sort: Sort) -> str:
    """The mark of a point, larger, as the chart draws it."""
    return _drawing(svg.element("g", look.mark(sort), transform="scale(1.5)"))


def conflict_icon() -> str:
    """The ring of a point of which rules tell both ways."""
    return _drawing(look.ring())


def target_icon(assured: Assured) -> str:
    """A tick, a wave or a cross in a ring."""
    path, colour = _TARGETS[assured]
    ring = svg.element(
        "circle", r=10, fill=look.PAPER, stroke=colour, stroke_width=1.6, class_="k-paper s-ink"
    )
    sign = svg.element(
        "path", d=path, fill="none", stroke=colour, stroke_width=2.4, stroke_linecap="round", class_="s-ink"
    )
    return _drawing(ring + sign)


def _drawing(body: str) -> str:
    return svg.element(
        "svg",
        body,
        class_="hb-icon",
        viewBox="-11.5 -11.5 23 23",
        width=SIZE,
        height=SIZE,
        aria_hidden="true",
        focusable="false",
    )

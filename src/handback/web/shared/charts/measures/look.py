"""How points are told apart: by shape first, then by colour, each at least 3 to 1 against white."""

from functools import cache

from .. import svg
from .values import Sort

GREY, BLUE, ORANGE = "#6b7280", "#005eb8", "#c05000"
INK, PAPER, FAINT, BAND = "#14212b", "#ffffff", "#e1e6ea", "#eef2f5"

COLOURS = {
    Sort.COMMON: GREY,
    Sort.IMPROVING: BLUE,
    Sort.WORSENING: ORANGE,
    Sort.HIGH: INK,
    Sort.LOW: INK,
    Sort.GHOST: GREY,
}
WORDS = {
    Sort.COMMON: "Chance variation",
    Sort.IMPROVING: "Improvement beyond chance",
    Sort.WORSENING: "Worsening beyond chance",
    Sort.HIGH: "Higher beyond chance",
    Sort.LOW: "Lower beyond chance",
    Sort.GHOST: "Left out of the limits",
}
# Each shape around the point itself, some 9 pixels across.
_PATHS = {
    Sort.COMMON: "M-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0z",
    Sort.IMPROVING: "M0-5.5L5 0L0 5.5L-5 0z",
    Sort.WORSENING: "M-4.2-4.2h8.4v8.4h-8.4z",
    Sort.HIGH: "M0-5.2L5 3.6h-10z",
    Sort.LOW: "M0 5.2L5-3.6h-10z",
    Sort.GHOST: "M-3.5-3.5L3.5 3.5M-3.5 3.5L3.5-3.5",
}


@cache
def mark(sort: Sort, *, provisional: bool = False, conflict: bool = False) -> str:
    """A point about 0,0, with a ring where its rules pull both ways."""
    return shape(sort, provisional=provisional) + (ring() if conflict else "")


def shape(sort: Sort, *, provisional: bool = False) -> str:
    """The mark of a point about 0,0. A provisional one is hollow."""
    colour = COLOURS[sort]
    hollow = provisional or sort == Sort.GHOST
    return svg.element(
        "path",
        d=_PATHS[sort],
        fill=PAPER if hollow else colour,
        stroke=colour,
        stroke_width=1.8 if hollow else 1,
        class_="k-paper s-ink" if hollow else "k-ink s-paper",
    )


def ring() -> str:
    """What surrounds a point whose rules pull both ways."""
    return svg.element(
        "path", d="M-8 0a8 8 0 1 0 16 0a8 8 0 1 0-16 0z", fill="none", stroke=INK, class_="s-ink"
    )

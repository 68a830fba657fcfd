"""Words on bands."""

from datetime import date

from ..holders import ACCENT, GO_BY_NAME, INK, PAPER, STATES
from . import svg
from .axis import Axis
from .patterns import ground_class
from .powers_plan import Band

SMALL = 11.5


def label_that_fits(band: Band, axis: Axis, as_at: date | None) -> tuple[float, str]:
    """Where a band's label begins and what it says; "" where nothing fits.

    The holder's name, else the state's word, else its short word; before the day stood on, else after it.
    """
    left, right = axis.x(band.first), axis.x(band.until)
    stretches = [(left, right)]
    if as_at and band.first < as_at < band.until:
        stretches = [(left, axis.x(as_at)), (axis.x(as_at) + 1, right)]
    named = band.segment.holder_word if band.state.slug in GO_BY_NAME else ""
    for begins, ends in stretches:
        for word in filter(None, (named, band.state.word, band.state.short)):
            if svg.width_of(word, SMALL) + 13 <= ends - begins:
                return begins, word
    return left, ""


def plated(word: str, *, x: float, y: float, state: str, size: float, weight: int | None = None) -> str:
    """A word on a band, on a plate of its own where the pattern would cross its letters.

    The type size is left to the group it stands in; `size` says what that is.
    """
    look = STATES[state]
    dark = ground_class(look) == "k-ink"
    said = svg.words(
        word,
        x=x,
        y=y,
        fill=None if look.text == INK else look.text,
        font_weight=weight,
        class_="k-paper" if dark else None,
    )
    if look.pattern == "solid":
        return said
    fill = look.ground if look.pattern in {"dots", "rings"} or dark else PAPER
    wide = svg.width_of(word, size, bold=weight == 700) + 7
    ground = "k-ink" if dark else "k-paper"
    plate = svg.element(
        "rect", x=x - 3.5, y=y - size, width=wide, height=size + 3, rx=2, fill=fill, class_=ground
    )
    return plate + said


def pill(said: str, *, share: float) -> str:
    """Words on a rounded ground about a line at `share` of the width, placed so that it keeps within."""
    wide = svg.width_of(said, 12.5, bold=True) + 22
    left = -wide * share
    ground = svg.element("rect", x=left, width=wide, height=21, rx=10.5, fill=ACCENT, class_="k-ink")
    return ground + svg.words(
        said,
        x=left + wide / 2,
        y=15,
        fill=PAPER,
        font_size=12.5,
        font_weight=700,
        text_anchor="middle",
        class_="k-paper",
    )

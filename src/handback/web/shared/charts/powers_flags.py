"""What stands above the lanes on a wide screen: flags, points, and the day that is stood on."""

from collections.abc import Sequence

from .. import words
from ..holders import ACCENT, INK, MUTED, PAPER
from . import svg
from .axis import Axis
from .packing import rows_above, rows_apart
from .plates import SMALL, pill
from .powers_plan import Picture
from .values import Mark, MarkKind

FLAG_HEIGHT, FLAG_ROW, FLAG_WIDTH = 18, 22, 30
MOST_ROWS_WITH_DAYS = 4
_POINTS = {MarkKind.PROPOSAL: "Proposals", MarkKind.SITTING: "Sittings"}


def flags(marks: Sequence[Mark], axis: Axis, *, top: float, page: float) -> tuple[str, float]:
    """The numbered flags, with their days where a `page` so wide has room, and where the lowest ends."""
    if not marks:
        return "", top
    days = [f"{mark.on.day} {mark.on:%b %Y}" for mark in marks]
    rows: Sequence[int | None] = rows_above(
        [_extent(mark, day, axis, page) for mark, day in zip(marks, days, strict=True)]
    )
    if max(row or 0 for row in rows) >= MOST_ROWS_WITH_DAYS:
        days = [""] * len(marks)
        rows = rows_apart([axis.x(mark.on) for mark in marks], width=FLAG_WIDTH + 2, most=5)
    bottom = top + (max(row or 0 for row in rows) + 1) * FLAG_ROW
    placed = [each for each in zip(marks, days, rows, strict=True) if each[2] is not None]
    stems = "".join(
        f"M{svg.number(axis.x(mark.on))} {svg.number(bottom - (row or 0) * FLAG_ROW - 10)}V{bottom:.0f}"
        for mark, _, row in placed
    )
    drawn = svg.element("path", d=stems, stroke=INK, stroke_width=1.2, class_="s-ink")
    for mark, day, row in placed:
        drawn += _flag(mark, day, row or 0, axis=axis, bottom=bottom, page=page)
    return drawn, bottom


def _extent(mark: Mark, day: str, axis: Axis, page: float) -> tuple[float, float]:
    x = axis.x(mark.on)
    right = x + FLAG_WIDTH + (5 + svg.width_of(day, SMALL) if day else 0)
    return x, right if right <= page else x + FLAG_WIDTH


def _flag(mark: Mark, day: str, row: int, *, axis: Axis, bottom: float, page: float) -> str:
    x, right = _extent(mark, day, axis, page)
    top = bottom - (row + 1) * FLAG_ROW
    box = min(x - 0.6, page - FLAG_WIDTH)
    content = flag_box(mark, left=box, top=top)
    if day and right > x + FLAG_WIDTH:
        content += svg.words(day, x=box + FLAG_WIDTH + 5, y=top + 13, font_size=SMALL)
    return svg.link(content, href=mark.href, title=mark_words(mark))


def flag_box(mark: Mark, *, left: float, top: float) -> str:
    """The flag itself, with the mark's code on it."""
    box = svg.element(
        "rect",
        class_="hb-focus k-ink",
        x=left,
        y=top,
        width=FLAG_WIDTH,
        height=FLAG_HEIGHT,
        rx=2,
        fill=INK,
    )
    return box + flag_word(mark, x=left + FLAG_WIDTH / 2, y=top + 13)


def flag_word(mark: Mark, *, x: float, y: float) -> str:
    """The mark's code, on its flag."""
    return svg.words(
        mark.code,
        x=x,
        y=y,
        fill=PAPER,
        font_size=SMALL,
        font_weight=700,
        text_anchor="middle",
        class_="hb-flag k-paper",
    )


def mark_words(mark: Mark) -> str:
    """A mark in a sentence: code, title, the days, and what it did."""
    made = f", made on {words.day(mark.made_on)}" if mark.made_on and mark.made_on != mark.on else ""
    verb = "in force from" if mark.kind is MarkKind.INSTRUMENT else "on"
    effect = f": {mark.effect}" if mark.effect else ""
    return f"{mark.code} {mark.title}, {verb} {words.day(mark.on)}{made}{effect}".strip()


def points(marks: Sequence[Mark], axis: Axis, *, top: float) -> tuple[str, float]:
    """Proposals and sittings, as diamonds on a row of their own, and where the row ends."""
    if not marks:
        return "", top
    kinds = sorted({_POINTS[mark.kind] for mark in marks if mark.kind in _POINTS})
    said = words.sentence(words.sentence_list([kind.lower() for kind in kinds])).rstrip(".")
    label = svg.words(said, x=0, y=top + 13, fill=MUTED, font_size=SMALL)
    return label + "".join(_diamond(mark, axis.x(mark.on), top + 3) for mark in marks), top + 18


def _diamond(mark: Mark, x: float, top: float) -> str:
    drawn = svg.element(
        "path", class_="hb-focus s-ink k-paper", d=f"M{svg.number(x)} {svg.number(top)}l6 6l-6 6l-6-6z",
        fill=PAPER, stroke=ACCENT, stroke_width=1.6,
    )  # fmt: skip
    return svg.link(drawn, href=mark.href, title=mark_words(mark))


def standing(shown: Picture, axis: Axis, *, bottom: float, page: float) -> str:
    """The line that stands on the day asked about, under the day in words."""
    if shown.as_at is None or not axis.holds(shown.as_at):
        return ""
    x = axis.x(shown.as_at)
    line = f"M0 20V{svg.number(bottom + 4)}"
    return svg.element(
        "g",
        svg.element("path", d=line, stroke=PAPER, stroke_width=5.4, class_="s-paper")
        + svg.element("path", d=line, stroke=ACCENT, stroke_width=3, class_="s-ink")
        + pill(f"As at {words.day(shown.as_at)}", share=0.5 if 90 < x < page - 90 else x / page),
        transform=f"translate({svg.number(x)})",
        pointer_events="none",
    )

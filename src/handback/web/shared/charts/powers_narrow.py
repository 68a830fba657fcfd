"""The powers chart for phones: each name above its band, across the whole width, however wide that is.

Places across are shares of the width, in per cent, so that letters keep their size.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from .. import words
from ..holders import ACCENT, INK, MUTED, PAPER, RULE, STATES
from . import svg
from .axis import Axis
from .packing import rows_apart
from .patterns import band_look, definitions
from .plates import SMALL, label_that_fits, pill, plated
from .powers_flags import FLAG_ROW, FLAG_WIDTH, flag_box, mark_words
from .powers_plan import Band, Group, Picture, bands, groups, worth_labelling
from .powers_strip import number, stacked, stretches
from .powers_wide import FAINT, NORMAL
from .values import Lane, Mark

SMALLEST = 288  # the narrowest phone's width, less the page's margins
PITCH, BAND, HEADING, STRIP = 41, 15, 44, 48


def draw(shown: Picture) -> str:
    """The whole drawing as one `svg` element, with a height but no width of its own."""
    axis = Axis(shown.first, shown.until, 0, SMALLEST)
    prefix = f"{shown.name}-n"
    flags, strip_top = _flags(shown.instruments, axis, top=28 if shown.as_at else 4)
    placed = groups(
        shown,
        top=strip_top + STRIP + 30,
        heading=34 if shown.dense else HEADING,
        pitch=8 if shown.dense else PITCH,
    )
    bottom = placed[-1].lanes[-1].top + (8 if shown.dense else PITCH) if placed else strip_top
    drawn = [band for group in placed for band in bands(group, shown)]
    used = [band.state.slug for band in drawn] + [slug for share in shown.shares for slug, _ in share.states]
    body = [
        definitions(used, prefix=prefix),
        _years(axis, prefix),
        _grid(axis, top=strip_top, bottom=bottom),
        _strip(shown, axis, prefix, top=strip_top),
        _bands(drawn, axis, prefix, dense=shown.dense),
        _lines(shown, axis, top=strip_top - 2, bottom=bottom),
        "" if shown.dense else _labels(placed, shown, axis),
        _numbers(shown, axis, top=strip_top),
        _standing(shown, axis, bottom=bottom),
        _strip_heading(shown, top=strip_top),
        "".join(_group(group, prefix, dense=shown.dense) for group in placed),
        flags,
    ]
    title = svg.element("title", "Who held each power, day by day", id=f"{prefix}-title")
    return svg.element(
        "svg",
        title + "".join(body),
        class_="hb-chart__narrow",
        width="100%",
        height=bottom + 8,
        role="group",
        aria_labelledby=f"{prefix}-title",
        font_size=NORMAL,
        fill=INK,
    )


def _across(axis: Axis, day: date) -> str:
    share = axis.x(day) / SMALLEST * 100
    return f"{share:.1f}%"


def _line(axis: Axis, day: date, top: float, bottom: float, **look: str | float) -> str:
    x = _across(axis, day)
    return svg.element("line", x1=x, x2=x, y1=top, y2=bottom, **look)


def _grid(axis: Axis, *, top: float, bottom: float) -> str:
    drawn = "".join(_line(axis, tick.on, top, bottom) for tick in axis.ticks() if tick.major)
    return svg.element("g", drawn, stroke=FAINT, class_="s-ink", aria_hidden="true")


def _years(axis: Axis, prefix: str) -> str:
    """The years, to be used again under every group's heading."""
    labels = "".join(
        svg.words(tick.label, x=_across(axis, tick.on), dx=3)
        for tick in axis.ticks()
        if tick.major and tick.label and axis.x(tick.on) < SMALLEST - 30
    )
    years = svg.element(
        "g", labels, id=f"{prefix}-years", fill=MUTED, font_size=SMALL, class_="k-ink", aria_hidden="true"
    )
    return svg.element("defs", years)


def _bands(drawn: Sequence[Band], axis: Axis, prefix: str, *, dense: bool) -> str:
    boxes: dict[str, list[str]] = defaultdict(list)
    for band in drawn:
        top, height = (band.top + 1, 6) if dense else (band.top + 19, BAND)
        boxes[band.state.slug].append(_box(axis, band.first, band.until, top=top, height=height))
    return svg.element("g", _filled(boxes, prefix), aria_hidden="true")


def _box(axis: Axis, first: date, until: date, *, top: float, height: float) -> str:
    left, right = axis.x(first) / SMALLEST * 100, axis.x(until) / SMALLEST * 100
    y, high = svg.number(top), svg.number(height)
    return f'<rect x="{left:.1f}%" y="{y}" width="{right - left:.1f}%" height="{high}"/>'


def _filled(boxes: Mapping[str, Sequence[str]], prefix: str) -> str:
    """The boxes of each state, filled and outlined as it is."""
    return "".join(
        svg.element("g", "".join(boxes[slug]), **band_look(STATES[slug], prefix=prefix))
        for slug in sorted(boxes)
    )


def _labels(placed: Sequence[Group], shown: Picture, axis: Axis) -> str:
    written = []
    for group in placed:
        for band in worth_labelling(list(bands(group, shown))):
            left, word = label_that_fits(band, axis, shown.as_at)
            if word:
                x = f"{left / SMALLEST * 100:.1f}%"
                label = plated(word, x=5, y=band.top + 30.5, state=band.state.slug, size=SMALL)
                written.append(svg.element("svg", label, x=x, overflow="visible"))
    return svg.element("g", "".join(written), font_size=SMALL, aria_hidden="true")


def _at(axis: Axis, day: date, content: str) -> str:
    """`content`, drawn from the place of `day` on."""
    return svg.element("svg", content, x=_across(axis, day), overflow="visible")


def _group(group: Group, prefix: str, *, dense: bool) -> str:
    heading = _plain(group.top, 20 if dense else HEADING - 2)
    heading += svg.element("line", x2="100%", y1=group.top, y2=group.top, stroke=RULE, class_="s-ink")
    name = svg.fitted(group.name, width=SMALLEST - 90, size=NORMAL * 1.1)
    heading += svg.words(name, y=group.top + 18, font_weight=700)
    heading += svg.words(
        words.plural(len(group.lanes), "function"),
        x="100%",
        y=group.top + 18,
        text_anchor="end",
        fill=MUTED,
        font_size=SMALL,
        class_="k-ink",
    )
    heading += svg.element(
        "use", aria_hidden="true", href=f"#{prefix}-years", y=group.top + (31 if dense else 36)
    )
    lanes = "".join(_lane(placed.lane, placed.top, dense=dense) for placed in group.lanes)
    codes = "" if dense else "".join(svg.words(row.lane.code, y=row.top + 14) for row in group.lanes)
    return heading + lanes + svg.element("g", codes, fill=MUTED, font_size=SMALL, aria_hidden="true")


def _plain(top: float, height: float) -> str:
    """Paper under words, so that lines pass behind them."""
    return svg.element("rect", y=top, width="100%", height=height, fill=PAPER, class_="k-paper")


def _lane(lane: Lane, top: float, *, dense: bool) -> str:
    if dense:
        box = svg.element(
            "rect", class_="hb-focus", y=top, width="100%", height=8, fill="none", pointer_events="all"
        )
        return svg.link(box, href=lane.href, title=f"{lane.code} {lane.name}")
    name = svg.fitted(lane.name, width=SMALLEST - 34, size=NORMAL)
    content = svg.element(
        "rect", class_="hb-focus k-paper", y=top, width="100%", height=18, fill=PAPER
    ) + svg.words(name, x=30, y=top + 14)
    return svg.link(content, href=lane.href, title="" if name == lane.name else f"{lane.code} {lane.name}")


def _strip(shown: Picture, axis: Axis, prefix: str, *, top: float) -> str:
    """The counts as one stacked band, with the council's share in figures."""
    boxes: dict[str, list[str]] = defaultdict(list)
    for share, until in stretches(shown):
        floor = top + STRIP
        for slug, part in stacked(share, shown):
            floor -= part * STRIP
            boxes[slug].append(_box(axis, share.first, until, top=floor, height=part * STRIP))
    return svg.element("g", _filled(boxes, prefix), aria_hidden="true")


def _strip_heading(shown: Picture, *, top: float) -> str:
    said = svg.words(
        f"Held by the council, of {words.plural(shown.counted, 'function')}",
        y=top + STRIP + 19,
        fill=MUTED,
        font_size=12.5,
    )
    return svg.element("g", _plain(top + STRIP + 3, 24) + said, aria_hidden="true")


def _numbers(shown: Picture, axis: Axis, *, top: float) -> str:
    written = "".join(
        _at(axis, share.first, number(share, shown, x=6, top=top, height=STRIP, size=13))
        for share, until in stretches(shown)
        if axis.x(until) - axis.x(share.first) > 24
    )
    return svg.element("g", written, font_size=13, aria_hidden="true")


def _lines(shown: Picture, axis: Axis, *, top: float, bottom: float) -> str:
    drawn = "".join(_line(axis, mark.on, top, bottom) for mark in shown.instruments)
    if not drawn:
        return ""
    thin = svg.element("g", drawn, stroke=INK, stroke_width=0.6 if shown.crowded else 1, class_="s-ink")
    if shown.crowded:
        return thin
    return (
        svg.element("g", drawn, stroke=PAPER, stroke_width=2.6, stroke_opacity=0.8, class_="s-paper") + thin
    )


def _flags(marks: Sequence[Mark], axis: Axis, *, top: float) -> tuple[str, float]:
    """The numbered flags that have room, and where the lowest ends."""
    rows = rows_apart([axis.x(mark.on) for mark in marks], width=FLAG_WIDTH + 2, most=4)
    placed = [(mark, row) for mark, row in zip(marks, rows, strict=True) if row is not None]
    if not placed:
        return "", top
    bottom = top + (max(row for _, row in placed) + 1) * FLAG_ROW
    stems = "".join(_line(axis, mark.on, bottom - row * FLAG_ROW - 10, bottom) for mark, row in placed)
    drawn = svg.element("g", stems, stroke=INK, class_="s-ink")
    for mark, row in placed:
        left = -0.5 if axis.x(mark.on) + FLAG_WIDTH <= SMALLEST else 0.5 - FLAG_WIDTH
        box = flag_box(mark, left=left, top=bottom - (row + 1) * FLAG_ROW)
        drawn += svg.link(_at(axis, mark.on, box), href=mark.href, title=mark_words(mark))
    return drawn, bottom


def _standing(shown: Picture, axis: Axis, *, bottom: float) -> str:
    if shown.as_at is None or not axis.holds(shown.as_at):
        return ""
    label = pill(f"As at {words.day(shown.as_at)}", share=axis.x(shown.as_at) / SMALLEST)
    return svg.element(
        "g",
        _line(axis, shown.as_at, 20, bottom, stroke=PAPER, stroke_width=5, class_="s-paper")
        + _line(axis, shown.as_at, 20, bottom, stroke=ACCENT, stroke_width=2.6, class_="s-ink")
        + _at(axis, shown.as_at, label),
        pointer_events="none",
    )

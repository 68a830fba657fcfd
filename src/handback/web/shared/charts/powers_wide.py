"""The powers chart for wide screens and paper: names at the left, time across."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from .. import words
from ..holders import INK, MUTED, PAPER, RULE, STATES
from . import powers_flags, svg
from .axis import Axis
from .patterns import band_look, definitions
from .plates import SMALL, label_that_fits, plated
from .powers_plan import Band, Group, Picture, bands, groups, worth_labelling
from .powers_strip import number, stacked, stretches, strip_words
from .powers_words import history
from .values import Lane

WIDTH, NAMES, RIGHT = 1140, 306, 1128
STRIP = 64
NORMAL = 13.5
FAINT = "#e6eaed"


def draw(shown: Picture) -> str:
    """The whole drawing as one `svg` element."""
    axis = Axis(shown.first, shown.until, NAMES, RIGHT - NAMES)
    prefix = f"{shown.name}-w"
    flags, flags_bottom = powers_flags.flags(
        shown.instruments, axis, top=26 if shown.as_at else 4, page=WIDTH
    )
    points, years_top = powers_flags.points(shown.points, axis, top=flags_bottom)
    strip_top = years_top + 22
    lanes_top = strip_top + STRIP + 8
    placed = groups(shown, top=lanes_top, heading=16 if shown.dense else 25, pitch=8 if shown.dense else 21)
    bottom = _bottom(placed, shown, lanes_top)
    drawn = [band for group in placed for band in bands(group, shown)]
    used = [band.state.slug for band in drawn] + [slug for share in shown.shares for slug, _ in share.states]
    passive = [
        _strip(shown, axis, prefix, top=strip_top),
        _bands(drawn, axis, prefix, height=7 if shown.dense else 17),
        _headings(placed, shown),
        _lines(shown, axis, top=flags_bottom, bottom=bottom),
        _years(axis, top=years_top, bottom=bottom),
        "" if shown.dense else _labels(placed, shown, axis),
        _numbers(shown, axis, top=strip_top),
    ]
    body = [
        definitions(used, prefix=prefix),
        _grid(axis, top=years_top, bottom=bottom),
        _lane_links(placed, dense=shown.dense),
        svg.element("g", "".join(passive), pointer_events="none"),
        points,
        flags,
        powers_flags.standing(shown, axis, bottom=bottom, page=WIDTH),
    ]
    return _frame("".join(body), shown, height=bottom + 24)


def _frame(body: str, shown: Picture, *, height: float) -> str:
    title = svg.element("title", "Who held each power, day by day", id=f"{shown.name}-w-title")
    ground = svg.element("rect", width=WIDTH, height=height, fill=PAPER, class_="k-paper")
    return svg.element(
        "svg",
        title + ground + body,
        xmlns="http://www.w3.org/2000/svg",
        class_="hb-chart__wide",
        viewBox=f"0 0 {WIDTH} {svg.number(height)}",
        role="group",
        aria_labelledby=f"{shown.name}-w-title",
        font_size=NORMAL,
        fill=INK,
    )


def _bottom(placed: Sequence[Group], shown: Picture, top: float) -> float:
    if not placed:
        return top
    last = placed[-1].lanes[-1].top
    return last + (8 if shown.dense else 21) + 4


def _grid(axis: Axis, *, top: float, bottom: float) -> str:
    ticks = axis.ticks()
    fine = "".join(
        f"M{svg.number(axis.x(tick.on))} {svg.number(top + 20)}V{svg.number(bottom)}"
        for tick in ticks
        if not tick.major
    )
    years = "".join(
        f"M{svg.number(axis.x(tick.on))} {svg.number(top + 2)}V{svg.number(bottom + 6)}"
        for tick in ticks
        if tick.major
    )
    return svg.element(
        "g",
        (svg.element("path", d=fine, stroke=FAINT) if fine else "")
        + (svg.element("path", d=years, stroke=RULE, class_="s-ink") if years else ""),
        aria_hidden="true",
    )


def _years(axis: Axis, *, top: float, bottom: float) -> str:
    labels = "".join(
        svg.words(tick.label, x=axis.x(tick.on) + 5, y=y, font_weight=700 if tick.major else None)
        for tick in axis.ticks()
        if tick.label and axis.x(tick.on) < RIGHT - 30
        for y in (top + 14, bottom + 18)
    )
    return svg.element(
        "g", labels, fill=MUTED, font_size=SMALL, stroke=PAPER, stroke_width=4, paint_order="stroke",
        class_="k-ink s-paper", aria_hidden="true",
    )  # fmt: skip


def _bands(drawn: Sequence[Band], axis: Axis, prefix: str, *, height: float) -> str:
    outlines: dict[str, list[str]] = defaultdict(list)
    inferred = ""
    for band in drawn:
        left, right = axis.x(band.first), axis.x(band.until)
        outlines[band.state.slug].append(_outline(left, band.top + 2, max(right - left - 1, 1.2), height))
        if band.segment.inferred:
            inferred += f"M{svg.number(left)} {svg.number(band.top)}v{svg.number(height + 4)}"
    doubt = svg.element(
        "path", d=inferred, stroke=INK, stroke_width=2.4, stroke_dasharray="2 2", class_="s-ink"
    )
    return svg.element("g", _filled(outlines, prefix) + (doubt if inferred else ""), aria_hidden="true")


def _outline(left: float, top: float, wide: float, high: float) -> str:
    across, down = svg.number(wide), svg.number(high)
    return f"M{svg.number(left)} {svg.number(top)}h{across}v{down}h-{across}z"


def _filled(outlines: Mapping[str, Sequence[str]], prefix: str) -> str:
    """All bands of one state as one path."""
    return "".join(
        svg.element("path", d="".join(outlines[slug]), **band_look(STATES[slug], prefix=prefix))
        for slug in sorted(outlines)
    )


def _labels(placed: Sequence[Group], shown: Picture, axis: Axis) -> str:
    drawn = [band for group in placed for band in worth_labelling(list(bands(group, shown)))]
    written = [_label(band, axis, shown.as_at) for band in drawn]
    return svg.element("g", "".join(written), font_size=SMALL, aria_hidden="true")


def _label(band: Band, axis: Axis, as_at: date | None) -> str:
    left, word = label_that_fits(band, axis, as_at)
    return plated(word, x=left + 6, y=band.top + 14.5, state=band.state.slug, size=SMALL) if word else ""


def _headings(placed: Sequence[Group], shown: Picture) -> str:
    written = []
    for group in placed:
        count = f"{len(group.lanes)}"
        y = group.top + (13 if shown.dense else 19)
        name = svg.fitted(group.name, width=NAMES - 60, size=NORMAL)
        written.append(svg.words(name, x=0, y=y, font_weight=700))
        if shown.dense:
            written.append(
                svg.words(
                    words.plural(len(group.lanes), "function"),
                    x=0,
                    y=y + 15,
                    fill=MUTED,
                    font_size=SMALL,
                    class_="k-ink",
                )
                if len(group.lanes) > 1
                else ""
            )
        else:
            written.append(
                svg.words(count, x=NAMES - 14, y=y, fill=MUTED, font_size=SMALL, text_anchor="end")
            )
    rules = "".join(f"M0 {svg.number(group.top + 1.5)}H{RIGHT}" for group in placed)
    return svg.element("path", d=rules, stroke=RULE, class_="s-ink") + "".join(written)


def _lane_links(placed: Sequence[Group], *, dense: bool) -> str:
    """Under everything else: what the reader points at, moves to by keyboard and follows."""
    rows = [row for group in placed for row in group.lanes]
    codes = "" if dense else "".join(svg.words(row.lane.code, x=2, y=row.top + 15) for row in rows)
    links = "".join(_lane_link(row.lane, row.top, dense=dense) for row in rows)
    return svg.element("g", links, pointer_events="all") + svg.element(
        "g", codes, fill=MUTED, font_size=SMALL, aria_hidden="true"
    )


def _lane_link(lane: Lane, top: float, *, dense: bool) -> str:
    height = 8 if dense else 21
    content = svg.element("rect", class_="hb-focus", y=top, width=WIDTH, height=height, fill="none")
    if not dense:
        name = svg.fitted(lane.name, width=NAMES - 46, size=NORMAL)
        content += svg.words(name, x=32, y=top + 15)
    return svg.link(content, href=lane.href, title=history(lane))


def _strip(shown: Picture, axis: Axis, prefix: str, *, top: float) -> str:
    """The counts as one stacked band: how much of the whole each holder had."""
    outlines: dict[str, list[str]] = defaultdict(list)
    for share, until in stretches(shown):
        left, right, floor = axis.x(share.first), axis.x(until), top + STRIP
        for slug, part in stacked(share, shown):
            floor -= part * STRIP
            box = (left, floor, right - left, part * STRIP)
            outlines[slug].append(_outline(*box))
    heading = svg.words("Held by the council", x=0, y=top + 18, font_weight=700)
    heading += svg.words(strip_words(shown), x=0, y=top + 35, fill=MUTED, font_size=SMALL)
    return svg.element("g", heading + _filled(outlines, prefix), aria_hidden="true")


def _numbers(shown: Picture, axis: Axis, *, top: float) -> str:
    written = [
        number(share, shown, x=axis.x(share.first) + 8, top=top, height=STRIP, size=14)
        for share, until in stretches(shown)
        if axis.x(until) - axis.x(share.first) > 26
    ]
    return svg.element("g", "".join(written), font_size=14, aria_hidden="true")


def _lines(shown: Picture, axis: Axis, *, top: float, bottom: float) -> str:
    """One line for each instrument, with paper on both sides of it unless there are very many."""
    down = f" {svg.number(top)}V{svg.number(bottom)}"
    drawn = "".join(f"M{svg.number(axis.x(mark.on))}{down}" for mark in shown.instruments)
    if not drawn:
        return ""
    if shown.crowded:
        return svg.element("path", d=drawn, stroke=INK, stroke_width=0.7, stroke_opacity=0.7, class_="s-ink")
    around = svg.element(
        "path", d=drawn, stroke=PAPER, stroke_width=2.8, stroke_opacity=0.8, class_="s-paper"
    )
    return around + svg.element("path", d=drawn, stroke=INK, stroke_width=1.2, class_="s-ink")

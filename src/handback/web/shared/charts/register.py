"""The register of interventions on one time axis: a bar for each, honest about dates that are not exact.

1. A start or end known only to the month or the year is drawn over all the days it may mean, and dashed.
2. A bar whose end no source states fades after the last source, and says "still in force at last source".
3. Nothing is drawn as ended that no source says has ended.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from handback.core.periods import ONE_DAY, Period, Window

from .. import words
from ..holders import OCHRE, OCHRE_DEEP, PAPER
from . import fluid, svg
from .fluid import Across
from .values import Chart

ROW, BAR = 60, 14
FROM_HERE_TO_THE_LEFT = 78  # per cent: names of later bars end at the right edge
STILL = "still in force at last source"


@dataclass(frozen=True, slots=True)
class Intervention:
    """One intervention. `start` and `end` are stated times; no `end` means that no source states one.

    `end` is the last day of the intervention. `last_source_on` is the day of the newest source, where known;
    `planned_end` what the instrument says. `model` is who intervened ("commissioners"). `unended` is said of
    one without an end.
    """

    authority: str
    start: Window
    end: Window | None = None
    planned_end: Window | None = None
    last_source_on: date | None = None
    model: str = ""
    href: str = ""
    unended: str = STILL


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One line of the table and of the CSV; times as the sources state them."""

    HEAD = ("Authority", "Began", "Ended", "Planned end", "Model")

    authority: str
    began: str
    ended: str
    planned_end: str
    model: str


def register_chart(
    interventions: Sequence[Intervention], *, span: Period, name: str = "register"
) -> Chart[RegisterRow]:
    """Every intervention as a bar over the days of `span`, which must have an end, in the order given.

    Raises ValueError where the span has no end: without one there is nowhere to stop drawing.
    """
    if span.until is None:
        raise ValueError("The register is drawn over a period that has an end.")
    rows = tuple(_row(each) for each in interventions)
    if not interventions:
        return Chart(svg="", text="No interventions are in the register yet.", rows=rows)
    across = Across(span.first, span.until)
    height = 24 + ROW * len(interventions) + 6
    bars = [_bar(each, across, name, top=24 + index * ROW) for index, each in enumerate(interventions)]
    body = [_fade(name), fluid.years(across, top=0, bottom=height), *bars]
    title = "Interventions in councils, from first to last"
    drawing = fluid.frame(body, name=name, title=title, height=height)
    return Chart(svg=drawing, text=_describe(interventions), rows=rows)


def _describe(interventions: Sequence[Intervention]) -> str:
    unended = [each for each in interventions if each.end is None]
    still = [each for each in unended if each.unended == STILL]
    authorities = len({each.authority for each in interventions})
    began = min(interventions, key=lambda each: each.start.first or date.max)
    counted = words.plural(len(interventions), "intervention")
    at = words.plural(authorities, "authority", "authorities")
    told = f"{counted} at {at}, the first in {began.start.words}."
    if not unended:
        return f"{told} All of them have ended."
    ended = len(interventions) - len(unended)
    verb = "was" if len(still) == 1 else "were"
    others = len(unended) - len(still)
    doubt = f"; whether {words.plural(others, 'other')} has ended is not known" if others else ""
    return f"{told} {ended} {'has' if ended == 1 else 'have'} ended; {len(still)} {verb} {STILL}{doubt}."


def _row(each: Intervention) -> RegisterRow:
    ended = each.end.words if each.end else each.unended
    planned = each.planned_end.words if each.planned_end else ""
    return RegisterRow(each.authority, each.start.words, ended, planned, each.model)


def _said(each: Intervention) -> str:
    ended = f" to {each.end.words}" if each.end else f", {each.unended}"
    return f"{each.start.words}{ended}"


def _bar(each: Intervention, across: Across, name: str, *, top: float) -> str:
    model = f", {each.model}" if each.model else ""
    labels = fluid.target(top + 2, 36) + _labels(each, across, top) + _labels(each, None, top)
    linked = svg.link(labels, href=each.href, title=f"{each.authority}: {_said(each)}{model}")
    return svg.element("g", "".join(_drawn(each, across, name, y=top + 40)), aria_hidden="true") + linked


def _labels(each: Intervention, across: Across | None, top: float) -> str:
    """Name and dates: above the bar's beginning on wide pages, at the edge of narrow ones (no `across`)."""
    share = across.share(each.start.first or across.first) if across else 0
    late = share > FROM_HERE_TO_THE_LEFT
    x = "100%" if late else f"{share:.2f}%"
    anchor = "end" if late else None
    name = svg.words(each.authority, x=x, y=top + 18, font_weight=700, text_anchor=anchor)
    dates = svg.words(_said(each), x=x, y=top + 34, font_size=fluid.SMALL, text_anchor=anchor)
    return svg.element("g", name + dates, class_="hb-when-wide" if across else "hb-when-narrow")


def _drawn(each: Intervention, across: Across, name: str, *, y: float) -> list[str]:
    """The certain days solid, the possible ones dashed, the unstated ones fading."""
    begins, certain = each.start.first or across.first, _last_of(each.start) or across.first
    pieces = [] if certain <= begins else [_piece(across, begins, certain, y, dashed=True)]
    if each.end:
        surely, possibly = each.end.first or across.until, each.end.until or across.until
        exact = possibly - surely <= ONE_DAY
        pieces.append(_piece(across, certain, possibly if exact else surely, y))
        if not exact:
            pieces.append(_piece(across, surely, possibly, y, dashed=True))
        return pieces
    known = min(max(each.last_source_on or certain, certain), across.until)
    pieces.append(_piece(across, certain, known, y))
    pieces.append(_piece(across, known, across.until, y, fill=f"url(#{name}-fade)"))
    if each.planned_end and each.planned_end.first and across.holds(each.planned_end.first):
        pieces.append(_planned(across, each.planned_end.first, y))
    return pieces


def _last_of(window: Window) -> date | None:
    """From when it is certain: the only day of an exact window, else the day after its last."""
    if window.first and window.until and window.until - window.first > ONE_DAY:
        return window.until
    return window.first


def _piece(
    across: Across, first: date, until: date, y: float, *, dashed: bool = False, fill: str = ""
) -> str:
    if until <= first:
        return ""
    return svg.element(
        "rect",
        x=across.at(first),
        y=y,
        width=across.between(first, until),
        height=BAR,
        fill=PAPER if dashed else fill or OCHRE,
        stroke=None if fill else OCHRE_DEEP,
        stroke_dasharray="3 2.5" if dashed else None,
        class_="k-paper s-ink" if dashed else "" if fill else "k-ink s-ink",
    )


def _planned(across: Across, day: date, y: float) -> str:
    mark = svg.element(
        "path", d=f"M0 {y - 2:.0f}v{BAR + 4}", stroke=OCHRE_DEEP, stroke_width=2, class_="s-ink"
    )
    return fluid.at(across, day, mark)


def _fade(name: str) -> str:
    stops = svg.element("stop", stop_color=OCHRE, class_="hb-fade") + svg.element(
        "stop", offset=1, stop_color=OCHRE, stop_opacity=0.08, class_="hb-fade"
    )
    return svg.element("defs", svg.element("linearGradient", stops, id=f"{name}-fade"))

"""One intervention on a time axis: what happened, in tracks, and the bars of what lasted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from handback.core.periods import Period

from .. import words
from ..holders import ACCENT, MUTED, OCHRE, OCHRE_DEEP, PAPER, RULE
from . import fluid, svg
from .axis import Axis
from .fluid import Across
from .plates import pill
from .values import Chart

TRACK, LASTING = 42, 38
RADIUS = 5.5


@dataclass(frozen=True, slots=True)
class Happening:
    """Something on a day. `inferred` marks a day that no source states."""

    on: date
    title: str
    href: str = ""
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Track:
    """Happenings of one kind ("Instruments", "Reports"). `important` ones are drawn solid."""

    name: str
    happenings: tuple[Happening, ...]
    important: bool = False


@dataclass(frozen=True, slots=True)
class Lasting:
    """Something that lasted: the intervention, or the time commissioners sat."""

    name: str
    period: Period
    href: str = ""


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One line of the table and of the CSV. `last` is the last included day of what lasted."""

    HEAD = ("Track", "Day", "Last day", "What", "Inferred")

    track: str
    on: date
    last: date | None
    what: str
    inferred: bool


def intervention_timeline(
    tracks: Sequence[Track],
    lasting: Sequence[Lasting] = (),
    *,
    span: Period,
    as_at: date | None = None,
    name: str = "timeline",
) -> Chart[TimelineRow]:
    """The tracks under one another over the days of `span`, what lasted above them, and a line on `as_at`."""
    rows = _rows(tracks, lasting)
    if not rows:
        return Chart(svg="", text="Nothing has been recorded on this timeline yet.")
    across = Across(span.first, span.until or max(row.last or row.on for row in rows))
    bars_top = 46 if as_at else 24
    tracks_top = bars_top + LASTING * len(lasting)
    height = tracks_top + TRACK * len(tracks) + 8
    bars = [_bar(each, across, top=bars_top + index * LASTING) for index, each in enumerate(lasting)]
    drawn = [_track(each, across, top=tracks_top + index * TRACK) for index, each in enumerate(tracks)]
    body = [
        fluid.years(across, top=bars_top - 24, bottom=height),
        _standing(across, as_at, height),
        *bars,
        *drawn,
    ]
    drawing = fluid.frame(body, name=name, title="What happened, and when", height=height)
    return Chart(svg=drawing, text=_describe(tracks, lasting, as_at), rows=rows)


def _rows(tracks: Sequence[Track], lasting: Sequence[Lasting]) -> tuple[TimelineRow, ...]:
    lasted = [
        TimelineRow("", each.period.first, each.period.last, each.name, inferred=False) for each in lasting
    ]
    happened = [
        TimelineRow(track.name, each.on, None, each.title, each.inferred)
        for track in tracks
        for each in track.happenings
    ]
    return tuple(sorted([*lasted, *happened], key=lambda row: (row.on, row.track, row.what)))


def _describe(tracks: Sequence[Track], lasting: Sequence[Lasting], as_at: date | None) -> str:
    ran = [f"{each.name}: {words.period(each.period)}." for each in lasting]
    counts = [f"{len(track.happenings)} {_counted(track)}" for track in tracks if track.happenings]
    told = [f"The record has {words.sentence_list(counts)}."] if counts else []
    return " ".join([*ran, *told, *_around(tracks, as_at)])


def _counted(track: Track) -> str:
    if len(track.happenings) > 1:
        return track.name.lower()
    return " or ".join(word.removesuffix("s") for word in track.name.lower().split(" and "))


def _around(tracks: Sequence[Track], as_at: date | None) -> list[str]:
    """The last thing before the day and the next after it."""
    if as_at is None:
        return []
    everything = sorted(
        (each for track in tracks for each in track.happenings), key=lambda each: (each.on, each.title)
    )
    before = [each for each in everything if each.on <= as_at][-1:]
    after = [each for each in everything if each.on > as_at][:1]
    return [f"Last before {words.day(as_at)}: {_told(each)}" for each in before] + [
        f"Next: {_told(each)}" for each in after
    ]


def _told(each: Happening) -> str:
    return f"{each.title.rstrip('.')} ({words.day(each.on)})."


def _bar(each: Lasting, across: Across, *, top: float) -> str:
    until = min(each.period.until or across.until, across.until)
    first = max(each.period.first, across.first)
    bar = svg.element(
        "rect",
        x=across.at(first),
        y=top + 22,
        width=across.between(first, until) if first < until else 0,
        height=10,
        fill=OCHRE,
        stroke=OCHRE_DEEP,
        class_="k-ink s-ink",
    )
    said = svg.words(each.name, y=top + 16, font_weight=700)
    target = svg.element(
        "rect", class_="hb-focus", y=top, width="100%", height=20, fill="none", pointer_events="all"
    )
    return bar + svg.link(target + said, href=each.href, title=f"{each.name}, {words.period(each.period)}")


def _track(track: Track, across: Across, *, top: float) -> str:
    line = top + 30
    rule = svg.element("line", x2="100%", y1=line, y2=line, stroke=RULE, class_="s-ink")
    name = svg.words(
        track.name,
        y=top + 17,
        font_size=14,
        stroke=PAPER,
        stroke_width=4,
        paint_order="stroke",
        class_="s-paper",
    )
    shown = [each for each in track.happenings if across.holds(each.on)]
    points = "".join(_point(each, across, line, important=track.important) for each in shown)
    return rule + name + points + _titles(shown, across, line)


def _point(each: Happening, across: Across, line: float, *, important: bool) -> str:
    shape = svg.element(
        "circle",
        class_="hb-focus s-ink " + ("k-ink" if important else "k-paper"),
        cx=across.at(each.on),
        cy=line,
        r=RADIUS,
        fill=ACCENT if important else PAPER,
        stroke=ACCENT,
        stroke_width=2,
        stroke_dasharray="2.2 1.6" if each.inferred else None,
    )
    doubt = " (day inferred)" if each.inferred else ""
    return svg.link(shape, href=each.href, title=f"{words.day(each.on)}{doubt}: {each.title}")


def _titles(shown: Sequence[Happening], across: Across, line: float) -> str:
    """Words above a point, on wide pages, where the next point leaves room for some of them."""
    axis = Axis(across.first, across.until, 0, fluid.WIDEST)
    ordered = sorted(shown, key=lambda each: each.on)
    ends = [axis.x(each.on) for each in ordered[1:]] + [float(fluid.WIDEST)]
    written = ""
    for each, end in zip(ordered, ends, strict=True):
        begins = axis.x(each.on)
        room = end - begins - 16
        said = svg.fitted(each.title, width=room, size=12) if room > 100 and begins > 150 else ""
        written += svg.words(said, x=across.at(each.on), y=line - 9, dx=-4) if said else ""
    return svg.element(
        "g", written, font_size=12, fill=MUTED, class_="k-ink hb-when-wide", aria_hidden="true"
    )


def _standing(across: Across, as_at: date | None, height: float) -> str:
    """The line that stands on the day asked about."""
    if as_at is None or not across.holds(as_at):
        return ""
    x = across.at(as_at)
    line = svg.element(
        "line",
        x1=x,
        x2=x,
        y1=18,
        y2=height,
        stroke=ACCENT,
        stroke_width=3,
        class_="s-ink",
        aria_hidden="true",
    )
    return line + fluid.at(across, as_at, pill(f"As at {words.day(as_at)}", share=across.share(as_at) / 100))

"""Where everything in the powers chart stands, before anything is drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from handback.core.periods import Period

from ..holders import HolderState, state_of
from .powers_words import Share
from .values import Lane, Mark, MarkKind, Segment

# Above this many lanes names no longer fit: groups are named, and each lane says its own when pointed at.
MOST_NAMED_LANES = 60
MOST_BOLD_LINES = 16


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn: lanes by group, marks in order, the days shown, how the counts changed.

    `counted` is how many functions of the council there are.
    """

    name: str
    lanes: tuple[Lane, ...]
    marks: tuple[Mark, ...]
    first: date
    until: date
    as_at: date | None
    shares: tuple[Share, ...]
    counted: int

    @property
    def dense(self) -> bool:
        """Whether there are too many lanes to name each."""
        return len(self.lanes) > MOST_NAMED_LANES

    @property
    def crowded(self) -> bool:
        """Whether there are too many instruments for lines that stand out."""
        return len(self.instruments) > MOST_BOLD_LINES

    @property
    def instruments(self) -> tuple[Mark, ...]:
        """The marks that are lines across every lane."""
        return tuple(mark for mark in self.marks if mark.kind is MarkKind.INSTRUMENT)

    @property
    def points(self) -> tuple[Mark, ...]:
        """The marks that stand above the lanes."""
        return tuple(mark for mark in self.marks if mark.kind is not MarkKind.INSTRUMENT)


@dataclass(frozen=True, slots=True)
class Placed:
    """A lane and the top of its row."""

    lane: Lane
    top: float


@dataclass(frozen=True, slots=True)
class Group:
    """A group's heading, the top of it, and its lanes."""

    name: str
    top: float
    lanes: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """A segment as drawn: the part of it within the days shown."""

    segment: Segment
    state: HolderState
    first: date
    until: date
    top: float


def picture(
    lanes: Sequence[Lane],
    marks: Sequence[Mark],
    *,
    span: Period,
    as_at: date | None,
    shares: tuple[Share, ...],
    name: str,
) -> Picture:
    """The lanes by group, groups in the order they first appear; marks by day, those outside left out."""
    order = {group: index for index, group in enumerate(dict.fromkeys(lane.group for lane in lanes))}
    gathered = tuple(sorted(lanes, key=lambda lane: order[lane.group]))
    until = end_of(span, lanes, marks, as_at)
    shown = tuple(
        sorted((mark for mark in marks if span.first <= mark.on <= until), key=lambda mark: mark.on)
    )
    counted = sum(lane.counted for lane in lanes)
    return Picture(name, gathered, shown, span.first, until, as_at, shares, counted)


def end_of(span: Period, lanes: Sequence[Lane], marks: Sequence[Mark], as_at: date | None) -> date:
    """The end of the days shown: the span's own, or where the last thing known stands."""
    if span.until is not None:
        return span.until
    known = [segment.first for lane in lanes for segment in lane.segments] + [mark.on for mark in marks]
    return max([span.first, *known, *([as_at] if as_at else [])])


def groups(shown: Picture, *, top: float, heading: float, pitch: float) -> tuple[Group, ...]:
    """Every group, one under another from `top`: a `heading`, and a row `pitch` high for each lane."""
    placed = []
    for name in dict.fromkeys(lane.group for lane in shown.lanes):
        members = [lane for lane in shown.lanes if lane.group == name]
        rows = tuple(Placed(lane, top + heading + index * pitch) for index, lane in enumerate(members))
        placed.append(Group(name, top, rows))
        top += heading + pitch * len(members)
    return tuple(placed)


def bands(group: Group, shown: Picture) -> Iterator[Band]:
    """What is drawn of a group's lanes, one lane after another."""
    for placed in group.lanes:
        for segment in placed.lane.segments:
            first = max(segment.first, shown.first)
            until = min(segment.until or shown.until, shown.until)
            if first < until:
                state = state_of(segment.holder_kind, segment.oversight)
                yield Band(segment, state, first, until, placed.top)


def worth_labelling(drawn: Sequence[Band]) -> Iterator[Band]:
    """The bands that differ from the one above and the one before: the others need not say it again."""
    above: set[tuple[str, date, date]] = set()
    current: set[tuple[str, date, date]] = set()
    before: Band | None = None
    for band in drawn:
        if before is None or band.top != before.top:
            above, current, before = current, set(), None
        key = (band.state.slug, band.first, band.until)
        current.add(key)
        if key not in above and not _carries_on(before, band):
            yield band
        before = band


def _carries_on(before: Band | None, band: Band) -> bool:
    """Whether a new instrument changed neither the holder nor the oversight."""
    return before is not None and before.state is band.state and before.until == band.first

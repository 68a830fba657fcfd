"""The powers chart in words a resident would use, and as rows."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from .. import words
from ..holders import holder_words, state_of
from .values import Lane, Row, Segment

MOST_CHANGES_TOLD = 9

_WHO = {
    "commissioners": "the commissioners",
    "commissioner": "one commissioner",
    "trust": "a trust",
    "other-council": "another council",
    "secretary-of-state": "the Secretary of State",
    "nobody": "nobody",
}


@dataclass(frozen=True, slots=True)
class Share:
    """How many counted functions were in each state from `first` on; `states` counts slugs."""

    first: date
    states: tuple[tuple[str, int], ...]

    @property
    def council(self) -> int:
        """Held by the council, under oversight or not."""
        return sum(count for slug, count in self.states if _is_council(slug))

    @property
    def overseen(self) -> int:
        """Held by the council under oversight of either degree."""
        return sum(count for slug, count in self.states if slug in {"council-ordinary", "council-enhanced"})


def shares(lanes: Sequence[Lane], *, first: date, until: date) -> tuple[Share, ...]:
    """The counts on `first` and on every day before `until` on which any of them changes."""
    counted = [lane for lane in lanes if lane.counted]
    starts = {day for lane in counted for segment in lane.segments for day in _edges(segment)}
    days = [first, *sorted(day for day in starts if first < day < until)]
    found = [Share(day, _count(counted, day)) for day in days]
    return tuple(
        share for index, share in enumerate(found) if index == 0 or share.states != found[index - 1].states
    )


def describe(lanes: Sequence[Lane], told: Sequence[Share], *, as_at: date | None) -> str:
    """One to three sentences: who held what on the day, and how the council's share changed."""
    total = sum(lane.counted for lane in lanes)
    if not total:
        return "No functions are recorded yet."
    sentences = [_on_the_day(lanes, total, as_at)] if as_at else []
    return " ".join([*sentences, _changes(told, total)])


def history(lane: Lane) -> str:
    """One lane in a sentence: each holder with first and last day."""
    held = "; ".join(f"{_holder(segment)} {_when(segment)}" for segment in lane.segments)
    return f"{lane.code} {lane.name}: {held or 'no source says who held it'}".strip()


def rows(lanes: Iterable[Lane]) -> tuple[Row, ...]:
    """Every period of every lane, in the order of the lanes."""
    return tuple(
        Row(
            code=lane.code,
            function=lane.name,
            group=lane.group,
            holder=_holder(segment),
            first=segment.first,
            last=None if segment.until is None else segment.until - timedelta(days=1),
            instrument=segment.instrument_code,
            inferred=segment.inferred,
        )
        for lane in lanes
        for segment in lane.segments
    )


def _on_the_day(lanes: Sequence[Lane], total: int, day: date) -> str:
    share = Share(day, _count([lane for lane in lanes if lane.counted], day))
    council = f"the council held {_of(share.council, total)}{_under_oversight(share)}"
    others = [
        f"{_WHO[slug]} held {count}" for slug, count in share.states if slug in _WHO and not _is_council(slug)
    ]
    unknown = total - sum(count for _, count in share.states)
    gaps = [f"for {unknown} no source says who did"] if unknown else []
    return f"On {words.day(day)} {'; '.join([council, *filter(None, [words.sentence_list(others)]), *gaps])}."


def _under_oversight(share: Share) -> str:
    if not share.council or not share.overseen:
        return ""
    if share.overseen == share.council:
        return ", under oversight" if share.council == 1 else ", all under oversight"
    return f", {share.overseen} of them under oversight"


def _changes(told: Sequence[Share], total: int) -> str:
    steps = [
        share for index, share in enumerate(told) if index == 0 or share.council != told[index - 1].council
    ]
    if len(steps) == 1:
        return f"The council held {_of(steps[0].council, total)} throughout."
    if len(steps) > MOST_CHANGES_TOLD:
        lowest = min(steps, key=lambda share: share.council)
        steps = sorted({steps[0], lowest, steps[-1]}, key=lambda share: share.first)
    first, *later = steps
    parts = [f"{_some(share.council, total)} from {words.day(share.first)}" for share in later]
    last_before = words.day(later[0].first - timedelta(days=1))
    return f"The council held {_of(first.council, total)} until {last_before}, {words.sentence_list(parts)}."


def _of(count: int, total: int) -> str:
    noun = "function" if total == 1 else "functions"
    if count == total:
        return f"all {total} {noun}" if total > 1 else "the one function"
    return f"{count if count else 'none'} of {'the ' if not count else ''}{total} {noun}"


def _some(count: int, total: int) -> str:
    if count == total:
        return f"all {total}"
    return str(count) if count else "none"


def _count(lanes: Sequence[Lane], day: date) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(state for lane in lanes if (state := _state_on(lane, day))).items()))


def _state_on(lane: Lane, day: date) -> str:
    index = bisect_right(lane.segments, day, key=lambda segment: segment.first) - 1
    if index < 0:
        return ""
    segment = lane.segments[index]
    covered = segment.until is None or day < segment.until
    return state_of(segment.holder_kind, segment.oversight).slug if covered else ""


def _edges(segment: Segment) -> tuple[date, ...]:
    return (segment.first,) if segment.until is None else (segment.first, segment.until)


def _is_council(slug: str) -> bool:
    return slug in {"council", "council-ordinary", "council-enhanced"}


def _holder(segment: Segment) -> str:
    return holder_words(segment.holder_kind, segment.oversight, segment.holder_word)


def _when(segment: Segment) -> str:
    stated = f"from {words.day(segment.first)}"
    if segment.until is not None:
        stated = f"{words.day(segment.first)} to {words.day(segment.until - timedelta(days=1))}"
    return f"{stated} (inferred)" if segment.inferred else stated

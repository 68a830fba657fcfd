"""The powers chart in words a resident would use, and as rows."""

from bisect import bisect_right
from collections import Counter, defaultdict
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
    changes: dict[date, Counter[str]] = defaultdict(Counter)
    for lane in lanes:
        for segment in lane.segments if lane.counted else ():
            slug = state_of(segment.holder_kind, segment.oversight).slug
            changes[max(segment.first, first)][slug] += 1
            if segment.until is not None:
                changes[max(segment.until, first)][slug] -= 1
    held: Counter[str] = Counter()
    found: list[Share] = []
    for day in sorted({first, *changes}):
        held.update(changes.get(day, {}))
        share = Share(day, tuple(sorted((slug, count) for slug, count in held.items() if count)))
        if day < until and (not found or share.states != found[-1].states):
            found.append(share)
    return tuple(found)


def describe(lanes: Sequence[Lane], told: Sequence[Share], *, as_at: date | None) -> str:
    """One to three sentences: who held what on the day, and how the council's share changed."""
    total = sum(lane.counted for lane in lanes)
    if not total:
        return "No functions are recorded yet."
    sentences = [_on_the_day(lanes, total, as_at)] if as_at else []
    return " ".join([*sentences, _changes(told, total)])


def history(lane: Lane) -> str:
    """One lane in a sentence: each holder in turn, with the last day of each."""
    before: date | None = None
    held = []
    for segment in lane.segments:
        held.append(f"{_holder_inside_a_sentence(segment)} {_when(segment, follows=segment.first == before)}")
        before = segment.until
    return f"{lane.code} {lane.name}: {'; '.join(held) or 'no source says who held it'}".strip()


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
    most_first = sorted(share.states, key=lambda state: -state[1])
    others = [f"{_WHO[slug]} held {count}" for slug, count in most_first if slug in _WHO]
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
    first, *later = (
        share for index, share in enumerate(told) if index == 0 or share.council != told[index - 1].council
    )
    if not later:
        return f"The council held {_of(first.council, total)} throughout."
    if len(later) >= MOST_CHANGES_TOLD:
        return _briefly(first, later, total)
    parts = [f"{_some(share.council, total)} from {words.day(share.first)}" for share in later]
    last_before = words.day(later[0].first - timedelta(days=1))
    return f"The council held {_of(first.council, total)} until {last_before}, {words.sentence_list(parts)}."


def _briefly(first: Share, later: Sequence[Share], total: int) -> str:
    """Too many changes to tell them all: the first, the lowest and the last, and how many there were."""
    lowest, last = min(later, key=lambda share: share.council), later[-1]
    fewest = f"at the fewest {_some(lowest.council, total)}, from {words.day(lowest.first)}"
    end = f"since {words.day(last.first)} {_some(last.council, total)}"
    return (
        f"The council held {_of(first.council, total)} on {words.day(first.first)}; {fewest}; {end}. "
        f"Its share changed {len(later)} times."
    )


def _of(count: int, total: int) -> str:
    noun = "function" if total == 1 else "functions"
    if count == total:
        return f"all {total} {noun}" if total > 1 else "the one function"
    if total == 1:
        return "none"
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


def _is_council(slug: str) -> bool:
    return slug in {"council", "council-ordinary", "council-enhanced"}


def _holder(segment: Segment) -> str:
    return holder_words(segment.holder_kind, segment.oversight, segment.holder_word)


def _when(segment: Segment, *, follows: bool) -> str:
    if segment.until is None:
        stated = "since" if follows else f"from {words.day(segment.first)}"
    else:
        last = words.day(segment.until - timedelta(days=1))
        stated = f"until {last}" if follows else f"{words.day(segment.first)} to {last}"
    return f"{stated} (inferred)" if segment.inferred else stated


def _holder_inside_a_sentence(segment: Segment) -> str:
    word = _holder(segment)
    named = segment.holder_word and word.startswith(segment.holder_word)
    return word if named or word.startswith("Secretary") else word[:1].lower() + word[1:]

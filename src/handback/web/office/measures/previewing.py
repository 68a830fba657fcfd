"""What a table would do, in words: what is new, what would change from and to, and what is wrong where."""

from dataclasses import dataclass

from handback.core.frequencies import Frequency, called
from handback.core.periods import Period
from handback.records.measures.importing import Preview
from handback.records.measures.measured.benchmarks import label_of
from handback.records.measures.measured.entries import ValueEntry

MOST_SHOWN = 50  # rows of a list; the rest is counted


@dataclass(frozen=True, slots=True)
class Shown:
    """A value that would be new, or would take the place of `old`."""

    place: str
    indicator: str
    period: str
    old: str
    value: str


@dataclass(frozen=True, slots=True)
class Previewed:
    """The lists, each as far as it is shown, and how many there are in each."""

    new: tuple[Shown, ...]
    restated: tuple[Shown, ...]
    faults: tuple[tuple[str, str], ...]
    doubts: tuple[tuple[str, str], ...]
    new_count: int
    restated_count: int
    fault_count: int
    doubt_count: int
    same: int
    can_be_taken: bool

    @property
    def count(self) -> int:
        """How many values would be taken."""
        return self.new_count + self.restated_count

    @property
    def is_plain(self) -> bool:
        """Whether nothing need be read or said first: no value is replaced, and none may be wrong."""
        return not self.restated_count and not self.doubt_count


def previewed(found: Preview) -> Previewed:
    """A preview in words. All that would change is shown, since a person answers for it."""
    return Previewed(
        new=tuple(_shown(found, place, entry) for place, entry in found.new[:MOST_SHOWN]),
        restated=tuple(_shown(found, one.place, one.entry, one.old) for one in found.restated),
        faults=tuple((one.place, one.sentence) for one in found.faults[: 4 * MOST_SHOWN]),
        doubts=tuple((one.place, one.sentence) for one in found.doubts[:MOST_SHOWN]),
        new_count=len(found.new),
        restated_count=len(found.restated),
        fault_count=len(found.faults),
        doubt_count=len(found.doubts),
        same=found.same,
        can_be_taken=found.can_be_taken,
    )


def _shown(found: Preview, place: str, entry: ValueEntry, old: ValueEntry | None = None) -> Shown:
    name = found.names.get(entry.indicator, entry.indicator)
    return Shown(place, name, _called(entry.period), _number(old) if old else "", _number(entry))


def _called(period: Period) -> str:
    return label_of(period) if period.until else called(Frequency.IRREGULAR, period)


def _number(entry: ValueEntry) -> str:
    counts = ""
    if entry.numerator is not None and entry.denominator is not None:
        counts = f"{entry.numerator:,f} of {entry.denominator:,f}"
    if entry.value is None:
        return counts
    return f"{entry.value:,f} ({counts})" if counts else f"{entry.value:,f}"

"""What a table would do, in words: what is new, what would change from and to, and what is wrong where."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from handback.core.frequencies import Frequency, called
from handback.core.periods import Period
from handback.reading.series import Table
from handback.records.measures.importing import Fault, Preview
from handback.records.measures.measured.benchmarks import label_of
from handback.records.measures.measured.entries import ValueEntry

MOST_SHOWN = 50  # rows of a list; the rest is counted
MOST_AT_THE_HEAD = 20  # things that are wrong
LONGEST_ROW = 200  # characters of a row of the table


@dataclass(frozen=True, slots=True)
class Shown:
    """A value that would be new, or would take the place of `old`."""

    place: str
    indicator: str
    period: str
    old: str
    value: str


@dataclass(frozen=True, slots=True)
class Wrong:
    """Something to put right: where it stands, why, and what that row says; `anchor` is its place here."""

    anchor: str
    place: str
    sentence: str
    row: str


@dataclass(frozen=True, slots=True)
class Previewed:
    """The lists, each as far as it is shown, and how many there are in each."""

    new: tuple[Shown, ...]
    restated: tuple[Shown, ...]
    faults: tuple[Wrong, ...]
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
    def at_the_head(self) -> tuple[Wrong, ...]:
        """What leads the page of things to put right."""
        return self.faults[:MOST_AT_THE_HEAD]

    @property
    def further(self) -> int:
        """How many more there are to put right than lead the page."""
        return self.fault_count - len(self.at_the_head)

    @property
    def is_plain(self) -> bool:
        """Whether nothing need be read or said first: no value is replaced, and none may be wrong."""
        return not self.restated_count and not self.doubt_count


def previewed(found: Preview, table: Table) -> Previewed:
    """A preview of a table in words. All that would change is shown, since a person answers for it."""
    return Previewed(
        new=tuple(_shown(found, place, entry) for place, entry in found.new[:MOST_SHOWN]),
        restated=tuple(_shown(found, one.place, one.entry, one.old) for one in found.restated),
        faults=tuple(_wrong(found.faults[: 4 * MOST_SHOWN], table)),
        doubts=tuple((one.place, one.sentence) for one in found.doubts[:MOST_SHOWN]),
        new_count=len(found.new),
        restated_count=len(found.restated),
        fault_count=len(found.faults),
        doubt_count=len(found.doubts),
        same=found.same,
        can_be_taken=found.can_be_taken,
    )


def _wrong(faults: Iterable[Fault], table: Table) -> Iterator[Wrong]:
    rows = {table.sheet.place(row): " | ".join(row.cells) for row in table.rows}
    for number, fault in enumerate(faults, start=1):
        row = rows.get(fault.place.partition(", column ")[0], "")
        said = row if len(row) <= LONGEST_ROW else f"{row[:LONGEST_ROW]}…"
        yield Wrong(f"to-put-right-{number}", fault.place, fault.sentence, said)


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

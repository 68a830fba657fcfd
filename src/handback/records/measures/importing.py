"""A table of values beside the record: what would be new, what restated, and what cannot be taken.

preview = importing.preview(authority, table, columns)      # reading.series.Table, {Role: header}
if preview.faults: ...                                      # each with its place; nothing can be taken
actions.take_values(authority, preview, reason=..., by=..., at=...)

What programs send has no table: `preview_of` takes values that somebody has stated, with their places.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from handback.core.frequencies import Frequency, called
from handback.core.periods import ONE_DAY, Period
from handback.reading.series import (
    Role,
    Stated,
    Table,
    signature,
    stated_number,
    stated_period,
    stated_rows,
)
from handback.records.measures import queries
from handback.records.measures.entering import check_span, completed, disagrees, of_row, worked_out
from handback.records.measures.measured.entries import ValueEntry
from handback.records.measures.measured.words import Quality
from handback.records.measures.models import Indicator
from handback.records.measures.refusals import NotAPeriodOfIt, TooFarApart
from handback.records.people.models import Authority


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a row cannot be taken, and where it stands: "row 7, column Value: “12,3x” is not a number"."""

    place: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.place}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class Change:
    """A value that would replace another: `old` is what the record states now."""

    place: str
    entry: ValueEntry
    old: ValueEntry


@dataclass(frozen=True, slots=True)
class Preview:
    """What a table would do. With a fault none of it can be taken.

    `doubts` are taken all the same: a share that its counts do not make. `names` are what each indicator in
    it is called, by code.
    """

    new: tuple[tuple[str, ValueEntry], ...]  #: each with its place
    restated: tuple[Change, ...]
    same: int
    faults: tuple[Fault, ...]
    doubts: tuple[Fault, ...]
    names: Mapping[str, str]
    signature: str  #: of the table; blank where there was none
    columns: Mapping[str, str]
    indicator: str  #: the code given for a table that has no column of indicators

    @property
    def can_be_taken(self) -> bool:
        """Whether every row can be taken, and any says something new."""
        return not self.faults and bool(self.new or self.restated)


def preview(
    authority: Authority, table: Table, columns: Mapping[Role, str], *, indicator: str = ""
) -> Preview:
    """What the rows of a table would do, with these columns; nothing is written. Raises NoSuchColumns.

    `indicator` is the code for tables that have no column of indicators. A cell may hold an indicator's code
    or its whole name.
    """
    found = preview_of(authority, stated_rows(table, columns), indicator=indicator)
    said = {role.value: header for role, header in columns.items()}
    return replace(found, signature=signature(table.headers), columns=said)


def preview_of(authority: Authority, rows: Iterable[Stated], *, indicator: str = "") -> Preview:
    """What values that somebody has stated would do, each with its place; nothing is written."""
    definitions = list(queries.indicators(authority))
    named = Named(definitions, indicator)
    told = [(stated, _entry(stated, named)) for stated in rows]
    read = [(stated.place, found) for stated, found in told if isinstance(found, Read)]
    faults = [found for _, found in told if isinstance(found, Fault)]
    beside = compared(authority, [(place, found.entry) for place, found in read])
    codes = {found.entry.indicator for _, found in read}
    return Preview(
        new=beside.new,
        restated=beside.restated,
        same=beside.same,
        faults=(*faults, *beside.faults),
        doubts=tuple(found.doubt for _, found in read if found.doubt),
        names={row.code: row.name for row in definitions if row.code in codes},
        signature="",
        columns={},
        indicator=indicator,
    )


@dataclass(frozen=True, slots=True)
class Compared:
    """Values beside the record: those it does not hold, those that would replace others, how many are so."""

    new: tuple[tuple[str, ValueEntry], ...]  #: each with its place
    restated: tuple[Change, ...]
    same: int
    faults: tuple[Fault, ...]


def compared(authority: Authority, read: Sequence[tuple[str, ValueEntry]]) -> Compared:
    """What values would do, each with its place. A fault is a period that stands twice or shares days."""
    kept = _kept(authority, sorted({entry.indicator for _, entry in read}))
    told = [(place, entry, kept.get(_key(entry))) for place, entry in read]
    return Compared(
        new=tuple((place, entry) for place, entry, old in told if old is None),
        restated=tuple(
            Change(place, entry, old) for place, entry, old in told if old is not None and old != entry
        ),
        same=sum(old == entry for _, entry, old in told),
        faults=(*_twice(read), *_shared_days(read, kept), *_too_far(authority, read, kept)),
    )


@dataclass(frozen=True, slots=True)
class Read:
    """A row as a value, and what is doubtful about it."""

    entry: ValueEntry
    doubt: Fault | None


class Named:
    """Indicators by what a table may call them."""

    def __init__(self, definitions: Iterable[Indicator], indicator: str) -> None:
        self._given = indicator
        rows = list(definitions)
        self._by_code = {row.code.casefold(): row for row in rows}
        names = Counter(row.name.casefold() for row in rows)
        self._by_name = {row.name.casefold(): row for row in rows if names[row.name.casefold()] == 1}

    def find(self, stated: Stated) -> Indicator:
        """The indicator that a row is about. Raises ValueError with a sentence."""
        words = " ".join(stated.said.get(Role.INDICATOR, self._given).split())
        if not words:
            raise ValueError("no indicator is named")
        found = self._by_code.get(words.casefold()) or self._by_name.get(words.casefold())
        if found is None:
            raise ValueError(f"no indicator is called “{words}”")
        return found


def _entry(stated: Stated, named: Named) -> Read | Fault:
    """A row as a value that could be recorded, or why it could not."""
    role = Role.INDICATOR
    try:
        indicator = named.find(stated)
        role = Role.PERIOD
        period = stated_period(stated.said.get(role, ""), frequency=Frequency(indicator.frequency))
        numbers: dict[str, Decimal | None] = {}
        for role in NUMBERS:
            numbers[role.value] = stated_number(stated.said.get(role, ""))
        role = Role.PUBLISHED
        published_on = _day(stated.said.get(role, ""))
        role = Role.QUALITY
        quality = _quality(stated.said.get(role, ""))
        role = Role.VALUE if Role.VALUE in stated.headers else Role.NUMERATOR
        entry = ValueEntry(
            indicator=indicator.code,
            period=period,
            **numbers,
            note=stated.said.get(Role.NOTE, ""),
            quality=quality,
            published_on=published_on,
            source=stated.said.get(Role.SOURCE, ""),
        )
        full = completed(entry, indicator)
    except NotAPeriodOfIt as refused:
        return Fault(stated.where(Role.PERIOD), str(refused))
    except ValueError as refused:
        return Fault(stated.where(role), str(refused))
    return Read(full, _doubt(stated, entry, indicator))


NUMBERS = (Role.VALUE, Role.NUMERATOR, Role.DENOMINATOR)


def _doubt(stated: Stated, entry: ValueEntry, indicator: Indicator) -> Fault | None:
    if not disagrees(entry, indicator):
        return None
    counted = worked_out(entry, indicator)
    sentence = f"{entry.numerator:,f} of {entry.denominator:,f} is {counted:f}, not {entry.value:f}"
    return Fault(stated.where(Role.VALUE), sentence)


def _day(words: str) -> date | None:
    if not words:
        return None
    period = stated_period(words)
    if period.until != period.first + ONE_DAY:
        raise ValueError(f"“{words}” is not a day")
    return period.first


def _quality(words: str) -> Quality:
    word = words.strip().casefold()
    if not word:
        return Quality.FINAL
    found = QUALITIES.get(word)
    if found is None:
        raise ValueError(f"“{words}” is not a quality: write final, provisional or estimated")
    return found


QUALITIES = {quality.value: quality for quality in Quality} | {
    "f": Quality.FINAL,
    "p": Quality.PROVISIONAL,
    "e": Quality.ESTIMATED,
    "estimate": Quality.ESTIMATED,
}


def _key(entry: ValueEntry) -> tuple[str, date]:
    return (entry.indicator, entry.period.first)


def _kept(authority: Authority, codes: Sequence[str]) -> dict[tuple[str, date], ValueEntry]:
    rows = queries.values(authority).filter(indicator__in=codes)
    return {(row.indicator, row.first): of_row(row) for row in rows}


def _twice(read: Sequence[tuple[str, ValueEntry]]) -> Iterator[Fault]:
    """Every period that stands in the table more than once, whether or not it says the same."""
    places: dict[tuple[str, date], str] = {}
    for place, entry in read:
        key = _key(entry)
        if key in places:
            label = called(Frequency.IRREGULAR, entry.period)
            yield Fault(place, f"{entry.indicator} for {label} stands at {places[key]} already")
        else:
            places[key] = place


def _shared_days(
    read: Sequence[tuple[str, ValueEntry]], kept: Mapping[tuple[str, date], ValueEntry]
) -> Iterator[Fault]:
    """Periods that share days with another of the table or of the record."""
    by_code: dict[str, dict[tuple[date, date | None], tuple[str, Period]]] = {}
    for (code, _), entry in kept.items():
        period = entry.period
        by_code.setdefault(code, {})[period.first, period.until] = ("in the record", period)
    for place, entry in read:
        period = entry.period
        by_code.setdefault(entry.indicator, {})[period.first, period.until] = (place, period)
    for code, spans in by_code.items():
        for (_, before), (place, after) in pairwise(spans[key] for key in sorted(spans)):
            if before.overlaps(after):
                one, two = (called(Frequency.IRREGULAR, each) for each in (after, before))
                yield Fault(place, f"{code} for {one} shares days with {two}")


def _too_far(
    authority: Authority,
    read: Sequence[tuple[str, ValueEntry]],
    kept: Mapping[tuple[str, date], ValueEntry],
) -> Iterator[Fault]:
    """Of each indicator the value that lies further from the others than any chart can show."""
    spans: dict[str, dict[Period, str]] = {}
    for place, entry in [*(("", entry) for entry in kept.values()), *read]:
        spans.setdefault(entry.indicator, {})[entry.period] = place
    named = queries.indicators(authority).filter(code__in=list(spans))
    for code, frequency in named.values_list("code", "frequency"):
        try:
            check_span(code, Frequency(frequency), spans[code])
        except TooFarApart as refused:
            yield Fault(spans[code][refused.period] or spans[code][refused.other], str(refused))

"""The people: who sat as commissioner on a day, and one person's offices, portfolio and instruments."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.text import slugify

from handback.core.powers import Capacity
from handback.records.powers.recordfile.standing import Standing
from handback.records.powers.recordfile.values import AppointmentEntry, Sources
from handback.web.shared.powers.addresses import Addresses
from handback.web.shared.powers.telling import Named, function_links, instrument_links

CAPACITY_WORDS = {
    Capacity.COUNCIL_BODY: "Member of the council",
    Capacity.OFFICER: "Officer of the council",
    Capacity.COMMISSIONER: "Commissioner",
    Capacity.COMMISSIONERS_JOINTLY: "Commissioners jointly",
    Capacity.OTHER_PARTY: "Other office",
}


@dataclass(frozen=True, slots=True)
class Office:
    """One spell of one person in one office. `first` None: no source dates it; `last` None: none ends it."""

    person: Named
    role: str
    capacity: str
    is_commissioner: bool
    first: date | None
    last: date | None
    first_inferred: str
    last_inferred: str
    portfolio: tuple[Named, ...]
    portfolio_words: str
    note: str
    sources: Sources


@dataclass(frozen=True, slots=True)
class CommissionersPage:
    """Who sat on `on`, who sat on other days, and who held other offices."""

    on: date
    today: date
    sat: tuple[Office, ...]
    others: tuple[Office, ...]
    other_offices: tuple[Office, ...]
    days: tuple[date, ...]
    to: Addresses

    @property
    def stands(self) -> tuple[tuple[date, str], ...]:
        """Days on which somebody came or went, with the page for each."""
        return tuple((day, self.to.commissioners(on=day)) for day in self.days)


@dataclass(frozen=True, slots=True)
class PersonPage:
    """What the record says of one person: offices, earliest first, and what was in force meanwhile."""

    name: str
    offices: tuple[Office, ...]
    instruments: tuple[Named, ...]
    sources: Sources


class UnknownPerson(LookupError):
    """Nobody of that name has an office in this record."""

    def __init__(self, asked: str) -> None:
        self.asked = asked
        super().__init__(f"Nobody called “{asked}” has an office in this record.")


def commissioners_page(standing: Standing, to: Addresses, *, on: date, today: date) -> CommissionersPage:
    """Who sat as commissioner on a day."""
    entries = standing.record.appointments
    commissioners = [entry for entry in entries if entry.capacity is Capacity.COMMISSIONER]
    sat = [entry for entry in commissioners if entry.period and on in entry.period]
    return CommissionersPage(
        on=on,
        today=today,
        sat=_offices(sat, standing, to),
        others=_offices((entry for entry in commissioners if entry not in sat), standing, to),
        other_offices=_offices((entry for entry in entries if entry not in commissioners), standing, to),
        days=tuple(sorted({entry.first for entry in commissioners if entry.first})),
        to=to,
    )


def person_page(standing: Standing, to: Addresses, person: str) -> PersonPage:
    """The page of the person whose name, as it stands in addresses, is `person`. Raises UnknownPerson."""
    entries = [entry for entry in standing.record.appointments if slugify(entry.person) == person]
    if not entries:
        raise UnknownPerson(person)
    return PersonPage(
        name=entries[-1].person,
        offices=_offices(entries, standing, to),
        instruments=_in_force_during(entries, standing, to),
        sources=tuple(dict.fromkeys(source for entry in entries for source in entry.sources)),
    )


def _offices(entries: Iterable[AppointmentEntry], standing: Standing, to: Addresses) -> tuple[Office, ...]:
    return tuple(
        Office(
            person=Named("", entry.person, to.commissioner(entry.person)),
            role=entry.role,
            capacity=CAPACITY_WORDS[entry.capacity],
            is_commissioner=entry.capacity is Capacity.COMMISSIONER,
            first=entry.first,
            last=entry.last,
            first_inferred=entry.first_inferred,
            last_inferred=entry.last_inferred,
            portfolio=function_links(entry.portfolio, standing, to),
            portfolio_words=entry.portfolio_words,
            note=entry.note,
            sources=entry.sources,
        )
        for entry in entries
    )


def _in_force_during(
    entries: Iterable[AppointmentEntry], standing: Standing, to: Addresses
) -> tuple[Named, ...]:
    periods = [entry.period for entry in entries if entry.period]
    codes = tuple(
        code
        for code in standing.instruments
        if any(period.overlaps(standing.ledger.life_of(code)) for period in periods)
    )
    return instrument_links(codes, standing, to)

"""Every instrument of a record, earliest first."""

from dataclasses import dataclass
from datetime import date

from handback.records.powers.recordfile.standing import Standing
from handback.web.shared.powers.addresses import Addresses
from handback.web.shared.powers.charting import effect
from handback.web.shared.powers.telling import Named


@dataclass(frozen=True, slots=True)
class Listed:
    """One instrument: its days, and what it did in a few words."""

    named: Named
    made_on: date
    in_force_on: date
    expires_on: date | None
    effect: str


@dataclass(frozen=True, slots=True)
class InstrumentsPage:
    """The instruments of a record."""

    rows: tuple[Listed, ...]


def instruments_page(standing: Standing, to: Addresses) -> InstrumentsPage:
    """The list of instruments, in the order in which they took effect."""
    ordered = sorted(
        standing.record.instruments, key=lambda entry: (entry.instrument.in_force_on, entry.instrument.code)
    )
    return InstrumentsPage(
        tuple(
            Listed(
                Named(entry.instrument.code, entry.instrument.title, to.instrument(entry.instrument.code)),
                entry.instrument.made_on,
                entry.instrument.in_force_on,
                entry.instrument.expires_on,
                effect(entry, standing),
            )
            for entry in ordered
        )
    )

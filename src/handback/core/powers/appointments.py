"""Who sat in which office, on which day, with which portfolio."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from handback.core.periods import Period
from handback.core.powers.functions import Recorded


class Capacity(StrEnum):
    """In what capacity a person or body acts."""

    COUNCIL_BODY = "council body"
    OFFICER = "officer"
    COMMISSIONER = "commissioner"
    COMMISSIONERS_JOINTLY = "commissioners jointly"
    OTHER_PARTY = "other party"


@dataclass(frozen=True, slots=True)
class Appointment:
    """That a person held an office for a period, as the sources state it.

    `portfolio` names the function codes allotted to a commissioner, if the sources say which.
    `inferred` tells why a date was inferred, or is empty.
    """

    person: str
    role: str
    capacity: Capacity
    period: Period
    portfolio: frozenset[str] = frozenset()
    inferred: str = ""
    recorded: Recorded | None = None


def sitting_on(
    appointments: Iterable[Appointment], day: date, *, known_at: datetime | None = None
) -> tuple[Appointment, ...]:
    """The commissioners in office on `day`, as the record stated it at `known_at`, in order of name."""
    found = [
        appointment
        for appointment in appointments
        if appointment.capacity is Capacity.COMMISSIONER
        and day in appointment.period
        and (appointment.recorded is None or appointment.recorded.known_at(known_at))
    ]
    return tuple(sorted(found, key=lambda appointment: (appointment.person, appointment.role)))

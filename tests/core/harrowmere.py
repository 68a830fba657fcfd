"""The powers of the fictional borough of Harrowmere: functions, parties and short ways to state facts."""

from datetime import date

from handback.core.periods import Period
from handback.core.powers import (
    COMMISSIONERS,
    Appointment,
    Capacity,
    Function,
    Instrument,
    InstrumentKind,
    Kind,
    Move,
    Party,
    PartyKind,
    Reach,
    Scope,
)

HOUSING = Function("F01", "Housing", group="place")
LICENSING = Function("F02", "Licensing", Kind.NON_EXECUTIVE, "regulatory")
FINANCE = Function("F03", "Financial services", group="corporate")
PARKS = Function("F04", "Parks", group="place")
OVERSEEING = Function("F05", "Oversight of returned functions", Kind.OVERSIGHT_POWER, "place")

JANUARY, MARCH, MAY, JULY, SEPTEMBER = (date(2016, month, 1) for month in (1, 3, 5, 7, 9))
AUDIT = Function("F31", "Audit", group="corporate", parent="F03", split_on=MAY)
EVERYTHING = (HOUSING, LICENSING, FINANCE, AUDIT, PARKS, OVERSEEING)

MAYA = Party("commissioner-maya", PartyKind.COMMISSIONER, "Maya Okafor")
TRUST = Party("trust", PartyKind.TRUST, "Harrowmere Children's Trust")


def named(*functions, but=()):
    """The scope of these functions, without those in `but`."""
    codes = tuple(function.code for function in functions)
    return Scope(Reach.FUNCTIONS, codes, frozenset(function.code for function in but))


def group(name, *, but=()):
    """The scope of a group, without the functions in `but`."""
    return Scope(Reach.GROUP, (name,), frozenset(function.code for function in but))


def directions(code="I01", *, on=MARCH, until=None, **facts):
    """Directions made and in force on one day; `until` is their last day."""
    facts.setdefault("made_on", on)
    title = f"Directions to Harrowmere, {code}"
    return Instrument(code, title, InstrumentKind.DIRECTIONS, in_force_on=on, expires_on=until, **facts)


def move(*functions, to=COMMISSIONERS, by="I01", **facts):
    """A move of these functions to a holder; `to=None` leaves the holder alone."""
    return Move(by, facts.pop("scope", None) or named(*functions), to, **facts)


def in_office(person="Maya Okafor", *, first=JANUARY, until=None, role="Lead commissioner", **facts):
    """The appointment of a commissioner."""
    return Appointment(person, role, Capacity.COMMISSIONER, Period(first, until), **facts)

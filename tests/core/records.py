"""Records of powers at random, with trees and splits, every scope, and instruments that touch one another.

All days fall within a few weeks, so that facts meet. Each record is fit to compile, but for moves of one
function on one day and for extensions that come too late or twice.
"""

from datetime import date, timedelta

from hypothesis import strategies as st

from handback.core.powers import (
    COMMISSIONERS,
    COUNCIL,
    Extension,
    Function,
    Instrument,
    InstrumentKind,
    Kind,
    Move,
    Oversight,
    Reach,
    Revocation,
    Scope,
)
from tests.core.harrowmere import MAYA, TRUST

FIRST, DAYS = date(2016, 1, 1), 24
GROUPS = ("place", "people")
HOLDERS = st.sampled_from([None, COUNCIL, COMMISSIONERS, COMMISSIONERS, MAYA, TRUST])
OVERSIGHTS = st.sampled_from([None, None, *Oversight])


def days(first: int = 0, last: int = DAYS - 1):
    """A day from number `first` to number `last`, both included."""
    return st.integers(first, max(first, last)).map(lambda number: FIRST + timedelta(days=number))


def number_of(day: date) -> int:
    """A day's number, counted from the first."""
    return (day - FIRST).days


@st.composite
def functions(draw):
    """A few functions, some of them split out of others, later."""
    found: list[Function] = []
    for number in range(draw(st.integers(1, 4))):
        parent = draw(st.sampled_from([None, *found]))
        kind = draw(st.sampled_from(list(Kind)))
        split_on = None
        if parent is not None:
            split_on = draw(days(number_of(parent.split_on or FIRST)))
            if (kind is Kind.OVERSIGHT_POWER) != (parent.kind is Kind.OVERSIGHT_POWER):
                kind = parent.kind
        group = draw(st.sampled_from(GROUPS))
        above = parent.code if parent else None
        found.append(Function(f"F{number}", f"Function {number}", kind, group, above, split_on))
    return found


@st.composite
def scopes(draw, known, on):
    """A scope that can be stated on a day: it names only functions that stand then."""
    standing = [item.code for item in known if item.split_on is None or item.split_on <= on]
    exceptions = draw(st.one_of(st.just(frozenset()), st.frozensets(st.sampled_from(standing), max_size=2)))
    reach = draw(st.sampled_from([Reach.ALL, *Reach]))
    if reach is Reach.FUNCTIONS:
        codes = draw(st.lists(st.sampled_from(standing), min_size=1, max_size=3, unique=True))
        return Scope(reach, tuple(codes), exceptions)
    if reach is Reach.GROUP:
        return Scope(reach, (draw(st.sampled_from([item.group for item in known])),), exceptions)
    return Scope(reach, exceptions=exceptions)


@st.composite
def instruments(draw, known):
    """Instruments that amend, revoke, end in part and extend those before them."""
    found: list[Instrument] = []
    for number in range(draw(st.integers(2, 6))):
        after = found[-1].in_force_on if found else FIRST
        first = draw(days(number_of(after) + draw(st.sampled_from([1, 1, 1, 0])), DAYS - 6))
        last = draw(st.one_of(st.none(), days(number_of(first) + 2, DAYS + 3)))
        amends = tuple(item.code for item in found if draw(st.integers(0, 3)) == 0)
        code = f"I{number}"
        instrument = Instrument(code, code, InstrumentKind.DIRECTIONS, first, first, last, amends)
        revokes = tuple(draw(st.lists(revocations(known, instrument, found), max_size=2)))
        extends = tuple(draw(st.lists(extensions(instrument, found), max_size=1))) if found else ()
        found.append(
            Instrument(code, code, InstrumentKind.DIRECTIONS, first, first, last, amends, revokes, extends)
        )
    return found


@st.composite
def revocations(draw, known, instrument, earlier):
    """A revocation of an earlier instrument, or of the instrument itself from a later day."""
    target = draw(st.sampled_from([*earlier, instrument]))
    first = max(number_of(instrument.in_force_on), number_of(target.in_force_on))
    last = number_of(instrument.expires_on) if instrument.expires_on else DAYS
    if target is instrument:
        first, last = first + 1, DAYS
    on = FIRST + timedelta(days=first) if first > last else draw(days(first, last))
    if first > last:
        target, on = instrument, instrument.in_force_on + timedelta(days=1)
    scope = draw(st.one_of(st.none(), scopes(known, on)))
    return Revocation(target.code, scope, on)


@st.composite
def extensions(draw, instrument, earlier):
    """Another last day for an earlier instrument: later, sooner, or none."""
    target = draw(st.sampled_from(earlier))
    soonest = max(number_of(instrument.in_force_on), number_of(target.in_force_on))
    return Extension(target.code, draw(st.one_of(st.none(), days(soonest, DAYS + 3))))


@st.composite
def moves(draw, known, made):
    """A move of holder, oversight or both, on its instrument's day or later."""
    instrument = draw(st.sampled_from(made))
    last = number_of(instrument.expires_on) if instrument.expires_on else DAYS
    on = draw(st.one_of(st.none(), days(number_of(instrument.in_force_on), min(last, DAYS))))
    scope = draw(scopes(known, on or instrument.in_force_on))
    holder, oversight = draw(HOLDERS), draw(OVERSIGHTS)
    if holder is None and oversight is None:
        holder = COMMISSIONERS
    return Move(instrument.code, scope, holder, oversight, on=on)


@st.composite
def records(draw):
    """Functions, instruments and moves."""
    known = draw(functions())
    made = draw(instruments(known))
    moved = draw(st.lists(moves(known, made), min_size=4, max_size=9))
    if draw(st.integers(0, 3)):
        first_days = {item.code: item.in_force_on for item in made}
        moved = list({move.on or first_days[move.instrument]: move for move in moved}.values())
    return known, made, moved

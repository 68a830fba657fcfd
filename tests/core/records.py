"""Records of powers at random, with trees and splits, every scope, and instruments that touch one another.

All days fall within a few weeks, so that facts meet. Each record is fit to compile, but for moves of one
function on one day and for extensions that come too late or twice. Chance comes from hypothesis, which can so
make a failing record smaller.
"""

from dataclasses import replace
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
HOLDERS = (COMMISSIONERS, COUNCIL, MAYA, TRUST, None, None)
OVERSIGHTS = (None, None, *Oversight)


def day(number):
    """The day of a number, counted from the first."""
    return FIRST + timedelta(days=number)


def number_of(some_day):
    """A day's number, counted from the first."""
    return (some_day - FIRST).days


def between(chance, first, last):
    """A day from number `first` to number `last`, both included."""
    return day(chance.randint(first, max(first, last)))


def functions(chance):
    """A few functions, some of them split out of others, later."""
    found = []
    for number in range(chance.randint(1, 4)):
        parent = chance.choice([None, *found])
        kind = chance.choice(list(Kind))
        if parent is not None and (kind is Kind.OVERSIGHT_POWER) != (parent.kind is Kind.OVERSIGHT_POWER):
            kind = parent.kind
        split_on = between(chance, number_of(parent.split_on or FIRST), DAYS - 1) if parent else None
        above = parent.code if parent else None
        code = f"F{number}"
        found.append(Function(code, code, kind, chance.choice(GROUPS), above, split_on))
    return found


def scope(chance, known, on):
    """A scope that can be stated on a day: it names only functions that stand then."""
    standing = [item.code for item in known if item.split_on is None or item.split_on <= on]
    exceptions = frozenset(chance.sample(standing, 1) if chance.randint(0, 3) == 3 else ())
    reach = chance.choice([Reach.ALL, *Reach])
    if reach is Reach.FUNCTIONS:
        return Scope(reach, tuple(chance.sample(standing, chance.randint(1, len(standing)))), exceptions)
    if reach is Reach.GROUP:
        return Scope(reach, (chance.choice(known).group,), exceptions)
    return Scope(reach, exceptions=exceptions)


def instruments(chance, known):
    """Instruments that amend, revoke, end in part and extend those before them."""
    found = []
    for number in range(chance.randint(2, 6)):
        after = number_of(found[-1].in_force_on) + chance.choice([1, 1, 1, 0]) if found else 0
        first = between(chance, after, DAYS - 6)
        last = chance.choice([None, between(chance, number_of(first) + 2, DAYS + 3)])
        amends = tuple(item.code for item in found if chance.randint(0, 3) == 3)
        code = f"I{number}"
        instrument = Instrument(code, code, InstrumentKind.DIRECTIONS, first, first, last, amends)
        revokes = tuple(
            revocation(chance, known, instrument, found) for _ in range(chance.choice([0, 0, 1, 2]))
        )
        extends = (extension(chance, instrument, found),) if found and chance.randint(0, 3) == 3 else ()
        found.append(replace(instrument, revokes=revokes, extends=extends))
    return found


def revocation(chance, known, instrument, earlier):
    """A revocation of an earlier instrument, or of the instrument itself from a later day."""
    target = chance.choice([*earlier, instrument])
    first = max(number_of(instrument.in_force_on), number_of(target.in_force_on))
    last = number_of(instrument.expires_on) if instrument.expires_on else DAYS
    on = between(chance, first, last) if target is not instrument else between(chance, first + 1, DAYS)
    covered = chance.choice([None, scope(chance, known, on)])
    return Revocation(target.code, covered, on)


def extension(chance, instrument, earlier):
    """Another last day for an earlier instrument: later, sooner, or none."""
    target = chance.choice(earlier)
    soonest = max(number_of(instrument.in_force_on), number_of(target.in_force_on))
    return Extension(target.code, chance.choice([None, between(chance, soonest, DAYS + 3)]))


def move(chance, known, made):
    """A move of holder, oversight or both, on its instrument's day or later."""
    instrument = chance.choice(made)
    last = min(number_of(instrument.expires_on) if instrument.expires_on else DAYS, DAYS)
    on = chance.choice([None, between(chance, number_of(instrument.in_force_on), last)])
    covered = scope(chance, known, on or instrument.in_force_on)
    holder, oversight = chance.choice(HOLDERS), chance.choice(OVERSIGHTS)
    if holder is None and oversight is None:
        holder = COMMISSIONERS
    return Move(instrument.code, covered, holder, oversight, on=on)


def record(chance):
    """Functions, instruments and moves; in three of four, no two moves share a day."""
    known = functions(chance)
    made = instruments(chance, known)
    moved = [move(chance, known, made) for _ in range(chance.randint(4, 9))]
    if chance.randint(0, 3):
        first_days = {item.code: item.in_force_on for item in made}
        moved = list({item.on or first_days[item.instrument]: item for item in moved}.values())
    return known, made, moved


def chances():
    """Sources of chance."""
    return st.randoms(use_true_random=False)


def records():
    """Records at random."""
    return chances().map(record)

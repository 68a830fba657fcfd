"""What the ledger refuses, by name: each refusal carries its facts and a sentence fit to show."""

from collections.abc import Sequence
from datetime import date

from handback.core.powers.findings import named
from handback.core.powers.functions import Function
from handback.core.powers.instruments import Instrument, Move, Revocation


class PowersRefusal(ValueError):
    """A record of powers that contradicts itself or leaves something unsaid; `str()` is fit to show."""


class UnknownFunction(PowersRefusal):
    """A function code that the record does not hold."""

    def __init__(self, function: str) -> None:
        self.function = function
        super().__init__(f"There is no function {function} in this record.")


class UnknownGroup(PowersRefusal):
    """A group to which no function of the record belongs."""

    def __init__(self, group: str) -> None:
        self.group = group
        super().__init__(f"No function in this record belongs to a group called “{group}”.")


class UnknownInstrument(PowersRefusal):
    """An instrument code that the record does not hold."""

    def __init__(self, instrument: str) -> None:
        self.instrument = instrument
        super().__init__(f"There is no instrument {instrument} in this record.")


class DuplicateCode(PowersRefusal):
    """Two functions, or two instruments, with one code and both current."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(f"The code {code} is used twice. Each function and each instrument needs its own.")


class PartOfItself(PowersRefusal):
    """A function that is, directly or through others, a part of itself."""

    def __init__(self, function: str) -> None:
        self.function = function
        super().__init__(f"{function} cannot be a part of itself, directly or through other functions.")


class SplitMissing(PowersRefusal):
    """A part without the day of its split, or such a day without the function it was split out of."""

    def __init__(self, function: Function) -> None:
        self.function = function
        what = "the function it was split out of" if function.parent is None else "the day it was split out"
        super().__init__(f"{function.code} {function.name} needs {what}: a part has both a parent and a day.")


class SplitBeforeParent(PowersRefusal):
    """A part split out of a function that did not yet exist by its own name."""

    def __init__(self, function: Function, parent: Function) -> None:
        self.function, self.parent = function, parent
        super().__init__(
            f"{function.code} {function.name} cannot be split out of {parent.code} {parent.name} "
            "before that function was itself split out."
        )


class PartOfAnotherKind(PowersRefusal):
    """An oversight power recorded as part of a function of the council, or the other way round."""

    def __init__(self, function: Function, parent: Function) -> None:
        self.function, self.parent = function, parent
        super().__init__(
            f"{function.code} {function.name} and {parent.code} {parent.name} cannot be part and whole: "
            "one is an oversight power and the other is a function of the council."
        )


class InForceBeforeMade(PowersRefusal):
    """An instrument that comes into force before it was made."""

    def __init__(self, instrument: Instrument) -> None:
        self.instrument = instrument
        super().__init__(
            f"{instrument.code} cannot be in force from {instrument.in_force_on:%-d %B %Y}: "
            f"it was made on {instrument.made_on:%-d %B %Y}."
        )


class ExpiresBeforeInForce(PowersRefusal):
    """An instrument whose last day, its own or by extension, comes before its first."""

    def __init__(self, instrument: Instrument, expires_on: date) -> None:
        self.instrument, self.expires_on = instrument, expires_on
        super().__init__(
            f"{instrument.code} cannot expire on {expires_on:%-d %B %Y}: "
            f"it comes into force on {instrument.in_force_on:%-d %B %Y}."
        )


class AmendsItself(PowersRefusal):
    """An instrument that amends itself, directly or through others."""

    def __init__(self, instrument: str) -> None:
        self.instrument = instrument
        super().__init__(f"{instrument} cannot amend itself, directly or through other instruments.")


class EmptyMove(PowersRefusal):
    """A move that names neither a holder nor any oversight."""

    def __init__(self, move: Move) -> None:
        self.move = move
        super().__init__(
            f"A move made by {move.instrument} changes nothing: give a holder, the oversight, or both."
        )


class ScopeUnclear(PowersRefusal):
    """A scope by name that names nothing, or a scope of everything that also gives names."""

    def __init__(self, instrument: str) -> None:
        self.instrument = instrument
        super().__init__(
            f"{instrument} must either name functions or a group, or cover all functions: one of the two."
        )


class PartNamedTooEarly(PowersRefusal):
    """A part named, as covered or as an exception, for a day on which it had not been split out."""

    def __init__(self, function: Function, day: date, instrument: str) -> None:
        self.function, self.day, self.instrument = function, day, instrument
        split = f"{function.split_on:%-d %B %Y}" if function.split_on else "a day not recorded"
        super().__init__(
            f"{instrument} cannot name {function.code} {function.name} on {day:%-d %B %Y}: "
            f"it was split out of {function.parent} on {split}."
        )


class MoveBeforeInstrument(PowersRefusal):
    """A move that takes effect before its instrument is in force."""

    def __init__(self, move: Move, day: date, instrument: Instrument) -> None:
        self.move, self.day, self.instrument = move, day, instrument
        super().__init__(
            f"A move made by {instrument.code} cannot take effect on {day:%-d %B %Y}: "
            f"the instrument comes into force on {instrument.in_force_on:%-d %B %Y}."
        )


class MoveAfterExpiry(PowersRefusal):
    """A move that would take effect when its instrument has expired."""

    def __init__(self, move: Move, day: date, last: date) -> None:
        self.move, self.day, self.last = move, day, last
        super().__init__(
            f"A move made by {move.instrument} cannot take effect on {day:%-d %B %Y}: "
            f"the instrument expires on {last:%-d %B %Y}."
        )


class RevocationBeforeInstrument(PowersRefusal):
    """A revocation that takes effect before the instrument that makes it is in force."""

    def __init__(self, revocation: Revocation, day: date, instrument: Instrument) -> None:
        self.revocation, self.day, self.instrument = revocation, day, instrument
        super().__init__(
            f"{instrument.code} cannot revoke {revocation.instrument} from {day:%-d %B %Y}: "
            f"it comes into force itself on {instrument.in_force_on:%-d %B %Y}."
        )


class RevocationAfterExpiry(PowersRefusal):
    """A revocation that would take effect when the instrument that makes it has expired."""

    def __init__(self, revocation: Revocation, day: date, instrument: str, last: date) -> None:
        self.revocation, self.day, self.instrument, self.last = revocation, day, instrument, last
        super().__init__(
            f"{instrument} cannot revoke {revocation.instrument} from {day:%-d %B %Y}: "
            f"it expires itself on {last:%-d %B %Y}."
        )


class RevokedBeforeInForce(PowersRefusal):
    """A revocation that takes effect before the revoked instrument is in force."""

    def __init__(self, revocation: Revocation, day: date, revoked: Instrument) -> None:
        self.revocation, self.day, self.revoked = revocation, day, revoked
        super().__init__(
            f"{revoked.code} cannot be revoked from {day:%-d %B %Y}: it comes into force on "
            f"{revoked.in_force_on:%-d %B %Y}. If it never came into force, revoke it from that day."
        )


class RevokesItself(PowersRefusal):
    """An instrument that revokes itself from its very first day."""

    def __init__(self, instrument: str, day: date) -> None:
        self.instrument, self.day = instrument, day
        super().__init__(
            f"{instrument} cannot revoke itself from {day:%-d %B %Y}, its own first day in force."
        )


class RevokeEachOther(PowersRefusal):
    """Instruments that revoke one another on one day, so that none of the revocations can come first."""

    def __init__(self, instruments: Sequence[str], day: date) -> None:
        self.instruments, self.day = tuple(instruments), day
        super().__init__(
            f"{' and '.join(self.instruments)} revoke one another on {day:%-d %B %Y}. Record which stands."
        )


class ExtensionBackdated(PowersRefusal):
    """A new last day that comes before the day the extending instrument is in force."""

    def __init__(self, extending: Instrument, extended: str, expires_on: date) -> None:
        self.extending, self.extended, self.expires_on = extending, extended, expires_on
        super().__init__(
            f"{extending.code} cannot end {extended} on {expires_on:%-d %B %Y}, before it is itself in force "
            f"on {extending.in_force_on:%-d %B %Y}. To end it at once, revoke it."
        )


class ExtendedAfterExpiry(PowersRefusal):
    """An extension of an instrument that had already expired."""

    def __init__(self, extending: str, extended: str, day: date) -> None:
        self.extending, self.extended, self.day = extending, extended, day
        super().__init__(
            f"{extending} cannot extend {extended} on {day:%-d %B %Y}: it had expired by then. "
            "Record what the new instrument itself moves."
        )


class ExtendedTwice(PowersRefusal):
    """Two extensions of one instrument on one day, with equal force."""

    def __init__(self, extended: str, day: date, extending: Sequence[str]) -> None:
        self.extended, self.day, self.extending = extended, day, tuple(extending)
        super().__init__(
            f"{extended} is given a new last day twice on {day:%-d %B %Y}, "
            f"by {' and by '.join(self.extending)}. Record which applies."
        )


class FunctionMovedTwice(PowersRefusal):
    """Two moves of equal force that take effect on one day for one function."""

    def __init__(self, function: Function, day: date, moves: Sequence[Move]) -> None:
        self.function, self.day, self.moves = function, day, tuple(moves)
        super().__init__(
            f"{function.code} {function.name} is moved twice on {day:%-d %B %Y}: "
            f"by {' and by '.join(_in_words(move) for move in self.moves)}. Record which applies."
        )


class DaysOutOfOrder(PowersRefusal):
    """A question about changes between two days with the later day first."""

    def __init__(self, first: date, second: date) -> None:
        self.first, self.second = first, second
        super().__init__(f"{second:%-d %B %Y} comes before {first:%-d %B %Y}: give the earlier day first.")


class PeriodWithoutEnd(PowersRefusal):
    """A question that counts days, about a period that is still running."""

    def __init__(self, first: date) -> None:
        self.first = first
        super().__init__(f"To count days from {first:%-d %B %Y}, say up to which day.")


def _in_words(move: Move) -> str:
    """A move as a phrase: who made it, and what it does."""
    to = f"to {named(move.holder)}" if move.holder else ""
    oversight = f"oversight {move.oversight.value}" if move.oversight else ""
    return f"{move.instrument} ({', '.join(filter(None, (to, oversight)))})"

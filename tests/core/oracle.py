"""A slow ledger, one day at a time, written from the rules alone and sharing no code with the quick one.

It knows the values, and for each day asks each rule anew: which function stood for this one, which moves
covered that one, which instruments were in force for it, and which of the moves has the greatest force.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from handback.core.powers import (
    COUNCIL,
    NOBODY,
    Function,
    Instrument,
    Kind,
    Move,
    Oversight,
    Party,
    Reach,
    Scope,
)


@dataclass(frozen=True)
class Answer:
    """What the oracle says of one function on one day."""

    holder: Party
    move: Move | None
    oversight: Oversight
    oversight_move: Move | None


class MovedTwice(Exception):
    """Two moves of equal force, on one track, took effect on one day."""


class Oracle:
    """Answers for one record."""

    def __init__(self, functions: list[Function], instruments: list[Instrument], moves: list[Move]) -> None:
        self.functions = {function.code: function for function in functions}
        self.instruments = {instrument.code: instrument for instrument in instruments}
        self.moves = moves
        self.in_force = cache(self.in_force)  # the same question gets the same answer; only quicker
        self.covers = cache(self.covers)

    def on(self, code: str, day: date) -> Answer:
        """Rules 1 to 7. Raises MovedTwice for a contradiction on that very day."""
        counting = [move for move in self.moves if self.counts(move, code, day)]
        self.refuse_two_on(day, counting)
        holder = self.greatest([move for move in counting if move.holder is not None], speaks=False)
        overseeing = self.greatest(counting, speaks=True)
        default = NOBODY if self.functions[code].kind is Kind.OVERSIGHT_POWER else COUNCIL
        spoken = overseeing if overseeing and overseeing.oversight else None
        return Answer(
            holder.holder if holder else default,
            holder,
            spoken.oversight if spoken else Oversight.NONE,
            spoken,
        )

    def counts(self, move: Move, code: str, day: date) -> bool:
        """Whether a move bears upon a function on a day."""
        effect = self.effect(move)
        return (
            effect <= day
            and self.covers(move.scope, code, effect)
            and self.in_force(move.instrument, code, effect)
            and self.in_force(move.instrument, code, day)
        )

    def effect(self, move: Move) -> date:
        """Rule 1: when a move takes effect."""
        return move.on if move.on is not None else self.instruments[move.instrument].in_force_on

    def in_force(self, instrument: str, code: str, day: date, *, acting: bool = False) -> bool:
        """Rule 1: from the first day to the last, unless revoked for the function by then.

        An instrument that ends itself on a day still acts upon others on that day.
        """
        own = self.instruments[instrument]
        if day < own.in_force_on or self.lapsed(instrument, code, day):
            return False
        for revoker in self.instruments.values():
            for revocation in revoker.revokes:
                on = revocation.on if revocation.on is not None else revoker.in_force_on
                if revocation.instrument != instrument or day < on:
                    continue
                if revocation.scope is not None and not self.covers(revocation.scope, code, on):
                    continue
                if revoker is own and acting and on == day:
                    continue
                if revoker is own or self.in_force(revoker.code, code, on, acting=True):
                    return False
        return True

    def lapsed(self, instrument: str, code: str, day: date) -> bool:
        """Rule 1: whether the last day, as extended by then, is past."""
        last, latest = self.instruments[instrument].expires_on, None
        for extender in self.instruments.values():
            for extension in extender.extends:
                if extension.instrument != instrument or day < extender.in_force_on:
                    continue
                if self.in_force(extender.code, code, extender.in_force_on) and self.follows(
                    extender, latest
                ):
                    last, latest = extension.expires_on, extender
        return last is not None and last < day

    def follows(self, one: Instrument, other: Instrument | None) -> bool:
        """Rule 3, for extensions: later, or on the same day of greater force."""
        if other is None or one.in_force_on != other.in_force_on:
            return other is None or one.in_force_on > other.in_force_on
        return self.amends(one.code, other.code)

    def covers(self, scope: Scope, code: str, on: date) -> bool:
        """Rules 5 and 6: whether a scope that takes effect on a day covers a function."""
        line = self.line(self.standing(code, on))
        if any(above in scope.exceptions for above in line):
            return False
        kind = self.functions[line[0]].kind
        if scope.reach is Reach.FUNCTIONS:
            return any(above in scope.named for above in line)
        if scope.reach is Reach.ALL_EXECUTIVE:
            return kind is Kind.EXECUTIVE
        if kind is Kind.OVERSIGHT_POWER:
            return False
        return scope.reach is Reach.ALL or any(self.functions[above].group in scope.named for above in line)

    def standing(self, code: str, day: date) -> str:
        """Rule 6: the function itself, or the one it was still a part of."""
        function = self.functions[code]
        if function.split_on is None or function.split_on <= day:
            return code
        return self.standing(function.parent, day)

    def line(self, code: str) -> list[str]:
        """A function and all those it is a part of."""
        parent = self.functions[code].parent
        return [code, *(self.line(parent) if parent else [])]

    def amends(self, instrument: str, other: str) -> bool:
        """Rule 3: directly or through others."""
        amended = self.instruments[instrument].amends
        return other in amended or any(self.amends(each, other) for each in amended)

    def refuse_two_on(self, day: date, counting: list[Move]) -> None:
        """Rule 3."""
        today = [move for move in counting if self.effect(move) == day]
        for number, one in enumerate(today):
            for other in today[:number]:
                same_track = (one.holder and other.holder) or (one.oversight and other.oversight)
                ranked = self.amends(one.instrument, other.instrument) or self.amends(
                    other.instrument, one.instrument
                )
                if same_track and not ranked:
                    raise MovedTwice(day, one, other)

    def greatest(self, moves: list[Move], *, speaks: bool) -> Move | None:
        """Rules 2 to 4: the move to which no other is greater."""
        for move in moves:
            if not any(self.greater(other, move, speaks=speaks) for other in moves if other is not move):
                return move
        return None

    def greater(self, one: Move, other: Move, *, speaks: bool) -> bool:
        """Whether `one` goes before `other`: later, of greater force, or not silent."""
        if self.effect(one) != self.effect(other):
            return self.effect(one) > self.effect(other)
        if self.amends(one.instrument, other.instrument):
            return True
        if self.amends(other.instrument, one.instrument):
            return False
        return speaks and one.oversight is not None and other.oversight is None


def days_of(first: date, count: int) -> list[date]:
    """So many days from the first."""
    return [first + timedelta(days=number) for number in range(count)]

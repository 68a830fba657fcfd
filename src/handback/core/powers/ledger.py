"""Who holds each function of an authority, on every day.

1.  Instruments are the facts; holdings are computed. On a day, only instruments in force on that day count:
    from the day in force to the last day, both included, less revocations, with extensions changing the last
    day (`lifetimes`). A move takes effect on its own day, or on its instrument's day in force.
2.  Of the moves in force on a day that cover a function, the one that took effect last names the holder. With
    none it is the council; or nobody, for an oversight power, which was never the council's.
3.  Two moves on one track, of equal force, that take effect on one day for one function raise
    FunctionMovedTwice, even where they agree. An instrument that amends another, directly or through others,
    has greater force on the same day; all else is equal. Nothing guesses.
4.  Oversight is a second track. A move of oversight alone leaves the holder as it is. A move with a holder
    and no word of oversight leaves none, unless another move of that day and force speaks of it (`tracks`).
5.  What a scope covers, and what it leaves out, is settled on the day it takes effect (`tree`).
6.  A part shares the history of the function it was split out of until the day of the split. A function with
    parts stands for its remainder.
7.  When an instrument expires or is revoked, an earlier move still in force shows through again. Whether the
    law agrees is unsettled for directions, so such a holding says that it is revived.
8.  As known at a moment, only functions, instruments and moves that the record then stated count; what has no
    recorded time was always known.
9.  The holdings of a function cover all time without gap or overlap: the first begins on `date.min`, the last
    has no end.
"""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date, datetime
from typing import Protocol, TypeVar

from handback.core.periods import Period
from handback.core.powers import checks
from handback.core.powers.functions import COUNCIL, NOBODY, Function, Kind, Party, PartyKind, Recorded
from handback.core.powers.holdings import Change, Holding, Share
from handback.core.powers.instruments import Instrument, Move
from handback.core.powers.lanes import Outline, outline
from handback.core.powers.lifetimes import ENDLESS, FROM_THE_START, End, Lifetimes
from handback.core.powers.refusals import DaysOutOfOrder, PeriodWithoutEnd, UnknownFunction, UnknownInstrument
from handback.core.powers.tracks import Claim, check_moved_once, holder_track, oversight_track
from handback.core.powers.tree import FunctionTree


def ledger(
    functions: Iterable[Function],
    instruments: Iterable[Instrument],
    moves: Iterable[Move],
    *,
    known_at: datetime | None = None,
    council: Party = COUNCIL,
    nobody: Party = NOBODY,
) -> "Ledger":
    """Compile the record, as it stood at `known_at`, into answers; None asks for the record as it stands now.

    `council` and `nobody` are the parties that hold by default. Raises a PowersRefusal that names what cannot
    stand. Cost: near linear in moves times the functions each covers.
    """
    return Ledger(
        FunctionTree(_known(functions, known_at)),
        checks.by_code(_known(instruments, known_at)),
        tuple(_known(moves, known_at)),
        known_at=known_at,
        council=council,
        nobody=nobody,
    )


class Ledger:
    """Compiled answers. Codes that the record does not hold raise UnknownFunction or UnknownInstrument."""

    def __init__(
        self,
        tree: FunctionTree,
        instruments: dict[str, Instrument],
        moves: tuple[Move, ...],
        *,
        known_at: datetime | None,
        council: Party,
        nobody: Party,
    ) -> None:
        checks.check_instruments(instruments, tree)
        checks.check_moves(moves, instruments, tree)
        self.tree, self.instruments, self.moves, self.known_at = tree, instruments, moves, known_at
        self._by_default = {True: nobody, False: council}
        self._lifetimes = Lifetimes(instruments, tree)
        self._compiled = self._compile()

    @property
    def functions(self) -> tuple[Function, ...]:
        """The functions of the record, in its order."""
        return self.tree.functions

    def holder_on(self, code: str, day: date) -> Holding:
        """The holding of a function on a day. Cost: one look-up and one bisection."""
        try:
            firsts, holdings = self._compiled[code]
        except KeyError:
            raise UnknownFunction(code) from None
        return holdings[bisect_right(firsts, day) - 1]

    def history(self, code: str) -> tuple[Holding, ...]:
        """Every holding of a function, in order, from `date.min` without gap or overlap."""
        if code not in self._compiled:
            raise UnknownFunction(code)
        return self._compiled[code][1]

    def on(self, day: date) -> tuple[Holding, ...]:
        """The holding of each function that stands by its own name on `day`, in the record's order."""
        return tuple(self.holder_on(code, day) for code in self._standing_on(day))

    def parts_held_elsewhere(self, code: str, day: date) -> tuple[Holding, ...]:
        """The holdings of parts of a function that somebody else holds on `day`.

        A part within a listed part is listed only if its holder differs from that part's.
        """
        found = []
        for part in self.tree.parts(code):
            above = (code, self.tree.ancestors(part)[0])
            holding = self.holder_on(part, day)
            if self.tree.stands_on(part, day) and all(
                self.holder_on(whole, day).holder.code != holding.holder.code for whole in above
            ):
                found.append(holding)
        return tuple(found)

    def changes_between(self, first: date, second: date) -> tuple[Change, ...]:
        """What changed after `first`, up to and including `second`, one entry for each function that changed.

        A function that was moved and moved back is listed, with its steps. Raises DaysOutOfOrder.
        """
        if second < first:
            raise DaysOutOfOrder(first, second)
        changes = (self._change(function.code, first, second) for function in self.functions)
        return tuple(change for change in changes if change.steps)

    def share_held(self, holder: Party | PartyKind, day: date) -> Share:
        """How many functions a holder, or holders of a kind, hold on `day`. Oversight powers do not count."""
        counted = [
            self.holder_on(code, day) for code in self._standing_on(day) if not self._is_oversight(code)
        ]
        return Share(sum(_is_held_by(holding, holder) for holding in counted), len(counted))

    def days_held(self, code: str, holder: Party | PartyKind, period: Period) -> int:
        """On how many days of `period` the holder held a function, and it stood by its own name.

        Raises PeriodWithoutEnd for a period still running.
        """
        counted = self._days_standing(code, period)
        return sum(
            _days_common(holding.period, counted)
            for holding in self.history(code)
            if _is_held_by(holding, holder)
        )

    def share_over(self, period: Period, *, holder: Party | PartyKind = PartyKind.COUNCIL) -> Share:
        """For how long the holder held what share of the functions: exact function-days.

        Oversight powers do not count; a part counts from the day it was split out. Raises PeriodWithoutEnd.
        """
        codes = [function.code for function in self.functions if not self._is_oversight(function.code)]
        return Share(
            sum(self.days_held(code, holder, period) for code in codes),
            sum(self._days_standing(code, period).days(up_to=date.max) for code in codes),
        )

    def boundaries(self) -> tuple[date, ...]:
        """Every day on which any holding begins or any function is split out, in order."""
        days = {first for firsts, _ in self._compiled.values() for first in firsts}
        days.update(function.split_on for function in self.functions if function.split_on)
        return tuple(sorted(days - {FROM_THE_START}))

    def in_force(self, instrument: str, day: date) -> bool:
        """Whether the instrument, as a whole, is in force on `day`."""
        return day in self.life_of(instrument)

    def life_of(self, instrument: str) -> Period:
        """From when until when the instrument as a whole is in force; empty if revoked from its first day."""
        if instrument not in self.instruments:
            raise UnknownInstrument(instrument)
        end = self._lifetimes.ends()[instrument]
        return Period(self.instruments[instrument].in_force_on, None if end.until == ENDLESS else end.until)

    def _compile(self) -> dict[str, tuple[tuple[date, ...], tuple[Holding, ...]]]:
        """For each function, the days on which its holdings begin, and the holdings."""
        compiled = {}
        outlines: dict[tuple[object, ...], Outline] = {}
        for code, claims in self._claims().items():
            by_default = self._by_default[self._is_oversight(code)]
            key = (by_default, *claims)
            if key not in outlines:
                check_moved_once(self.tree.by_code[code], claims, self._lifetimes.amends)
                oversights = oversight_track(claims, self._lifetimes.amends)
                outlines[key] = outline(holder_track(claims), oversights, by_default=by_default)
            compiled[code] = (outlines[key].firsts, outlines[key].of(code))
        return compiled

    def _claims(self) -> dict[str, list[Claim]]:
        """Each function's claims, in the order of their days and then of their force."""
        dated = [(checks.takes_effect_on(move, self.instruments), move) for move in self.moves]
        dated.sort(key=lambda pair: (pair[0], self._lifetimes.force(pair[1].instrument)))
        ends = {code: self._lifetimes.ends(code) for code in self.tree.by_code}
        claims: dict[str, list[Claim]] = {code: [] for code in self.tree.by_code}
        for first, move in dated:
            shared: dict[End, Claim] = {}
            for code in self.tree.covered(move.scope, on=first):
                end = ends[code][move.instrument]
                if first < end.until:
                    if end not in shared:
                        shared[end] = Claim(move, first, end.until, end.revoked_by)
                    claims[code].append(shared[end])
        return claims

    def _change(self, code: str, first: date, second: date) -> Change:
        firsts, history = self._compiled[code]
        at, to = bisect_right(firsts, first), bisect_right(firsts, second)
        return Change(code, history[at - 1], history[to - 1], history[at:to])

    def _standing_on(self, day: date) -> Iterable[str]:
        return (function.code for function in self.functions if self.tree.stands_on(function.code, day))

    def _is_oversight(self, code: str) -> bool:
        return self.tree.by_code[code].kind is Kind.OVERSIGHT_POWER

    def _days_standing(self, code: str, period: Period) -> Period:
        """The days of `period` on which the function stands by its own name."""
        if period.until is None:
            raise PeriodWithoutEnd(period.first)
        first = max(period.first, self.tree.function(code).split_on or period.first)
        return Period(min(first, period.until), period.until)


class _Kept(Protocol):
    @property
    def recorded(self) -> Recorded | None: ...


_Fact = TypeVar("_Fact", bound=_Kept)


def _known(facts: Iterable[_Fact], known_at: datetime | None) -> Iterable[_Fact]:
    """The facts that the record stated at the moment."""
    return (fact for fact in facts if fact.recorded is None or fact.recorded.known_at(known_at))


def _is_held_by(holding: Holding, holder: Party | PartyKind) -> bool:
    if isinstance(holder, Party):
        return holding.holder.code == holder.code
    return holding.holder.kind is holder


def _days_common(one: Period, other: Period) -> int:
    first = max(one.first, other.first)
    ends = [until for until in (one.until, other.until) if until is not None]
    return max((min(ends) - first).days, 0)

"""From when until when each instrument is in force, for each function.

1. An instrument is in force from its day in force to its last day, both included.
2. A revocation takes effect on its day if its own instrument is in force on that day for the function, the
   revocations made on that same day by other instruments counted. It then stands for good: the later lapse
   or revocation of the instrument that made it brings nothing back.
3. An extension takes effect on its instrument's own day, likewise for good, and replaces the last day. The
   latest wins; of two on one day, the one whose instrument amends the other's.
4. What has expired cannot be extended, and what has been revoked stays revoked.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from handback.core.periods import ONE_DAY
from handback.core.powers.instruments import Instrument
from handback.core.powers.refusals import AmendsItself, ExtendedAfterExpiry, ExtendedTwice, RevokeEachOther
from handback.core.powers.tree import FunctionTree

ENDLESS = date.max  # as a first day no longer in force: never
FROM_THE_START = date.min  # as a first day: from before the record


@dataclass(frozen=True, slots=True)
class End:
    """The first day on which an instrument is no longer in force, and what revoked it, if anything did."""

    until: date
    revoked_by: str | None = None


@dataclass(frozen=True, slots=True)
class _Act:
    """What an instrument does to another's life on a day; only an extension has an `until`."""

    day: date
    source: str
    target: str
    until: date | None = None


class Lifetimes:
    """The lives of the instruments of one record. Facts must have passed `checks`.

    Raises AmendsItself; asking raises RevokeEachOther, ExtendedTwice or ExtendedAfterExpiry.
    """

    def __init__(self, instruments: Mapping[str, Instrument], tree: FunctionTree) -> None:
        self._instruments = instruments
        self._amended = _amended_by_each(instruments)
        self._whole, self._partial = _acts(instruments, tree)
        self._ends: dict[tuple[int, ...], dict[str, End]] = {}

    def ends(self, function: str | None = None) -> Mapping[str, End]:
        """When each instrument ends for a function; without one, when it ends as a whole."""
        key = tuple(number for number, (_, covered) in enumerate(self._partial) if function in covered)
        if key not in self._ends:
            acts = [*self._whole, *(self._partial[number][0] for number in key)]
            self._ends[key] = _Lives(self._instruments, self._amended).after(acts)
        return self._ends[key]

    def amends(self, instrument: str, other: str) -> bool:
        """Whether `instrument` amends `other`, directly or through others: then it has the greater force."""
        return other in self._amended[instrument]

    def force(self, instrument: str) -> int:
        """A number that grows with force: greater for an instrument than for any that it amends."""
        return len(self._amended[instrument])


class _Lives:
    """The lives of instruments while the acts upon them are played through, day by day."""

    def __init__(self, instruments: Mapping[str, Instrument], amended: Mapping[str, frozenset[str]]) -> None:
        self._first = {code: instrument.in_force_on for code, instrument in instruments.items()}
        self._ends = {code: End(day_after(instrument.expires_on)) for code, instrument in instruments.items()}
        self._amended = amended
        self._extended: dict[str, _Act] = {}

    def after(self, acts: Iterable[_Act]) -> dict[str, End]:
        in_order = sorted(acts, key=lambda act: (act.day, act.source, act.target))
        for day, together in groupby(in_order, key=lambda act: act.day):
            self._play(day, list(together))
        return self._ends

    def _play(self, day: date, waiting: list[_Act]) -> None:
        """The acts of one day: those first whose own instrument nothing else revokes on that day."""
        while waiting := [act for act in waiting if self._in_force(act.source, day)]:
            threatened = {act.target for act in waiting if act.until is None and act.target != act.source}
            ready = [act for act in waiting if act.source not in threatened]
            if not ready:
                raise RevokeEachOther(sorted({act.source for act in waiting}), day)
            for act in ready:
                self._do(act)
            waiting = [act for act in waiting if act.source in threatened]

    def _in_force(self, code: str, day: date) -> bool:
        return self._first[code] <= day < self._ends[code].until

    def _do(self, act: _Act) -> None:
        end = self._ends[act.target]
        if act.until is None:
            if act.day < end.until:
                self._ends[act.target] = End(act.day, revoked_by=act.source)
        elif end.revoked_by is None:
            self._extend(act, act.until)

    def _extend(self, act: _Act, until: date) -> None:
        if self._ends[act.target].until <= act.day:
            raise ExtendedAfterExpiry(act.source, act.target, act.day)
        earlier = self._extended.get(act.target)
        if earlier is not None and earlier.day == act.day:
            if act.source in self._amended[earlier.source]:
                return
            if earlier.source not in self._amended[act.source]:
                raise ExtendedTwice(act.target, act.day, (earlier.source, act.source))
        self._extended[act.target] = act
        self._ends[act.target] = End(until)


def day_after(last: date | None) -> date:
    """The first day after `last`; ENDLESS if there is no last day."""
    return ENDLESS if last is None or last == date.max else last + ONE_DAY


def _acts(
    instruments: Mapping[str, Instrument], tree: FunctionTree
) -> tuple[list[_Act], list[tuple[_Act, frozenset[str]]]]:
    """The acts upon instruments as a whole, and those for some functions only, with these."""
    whole: list[_Act] = []
    partial: list[tuple[_Act, frozenset[str]]] = []
    for code, instrument in instruments.items():
        for extension in instrument.extends:
            until = day_after(extension.expires_on)
            whole.append(_Act(instrument.in_force_on, code, extension.instrument, until))
        for revocation in instrument.revokes:
            act = _Act(revocation.on or instrument.in_force_on, code, revocation.instrument)
            if revocation.scope is None:
                whole.append(act)
            else:
                partial.append((act, tree.covered(revocation.scope, on=act.day)))
    return whole, partial


def _amended_by_each(instruments: Mapping[str, Instrument]) -> dict[str, frozenset[str]]:
    """For each instrument, all that it amends, directly or through others."""
    return {code: _all_amended(code, instruments) for code in instruments}


def _all_amended(code: str, instruments: Mapping[str, Instrument]) -> frozenset[str]:
    found: set[str] = set()
    waiting = list(instruments[code].amends)
    while waiting:
        amended = waiting.pop()
        if amended == code:
            raise AmendsItself(code)
        if amended not in found:
            found.add(amended)
            waiting.extend(instruments[amended].amends)
    return frozenset(found)

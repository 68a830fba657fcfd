"""The two tracks of a function laid together: its holdings, one after another, over all time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from heapq import merge
from typing import Any

from handback.core.periods import Period
from handback.core.powers.functions import Oversight, Party
from handback.core.powers.holdings import Holding
from handback.core.powers.instruments import Move
from handback.core.powers.lifetimes import FROM_THE_START
from handback.core.powers.tracks import Span


@dataclass(frozen=True, slots=True)
class Outline:
    """The holdings that follow from a set of claims, whatever function they are about.

    `firsts` are the days on which they begin. `standings` hold what a Holding says after its function's code,
    in the order of its fields.
    """

    firsts: tuple[date, ...]
    standings: tuple[tuple[Any, ...], ...]

    def of(self, function: str) -> tuple[Holding, ...]:
        """The holdings of one function, from `date.min` without gap or overlap; the last has no end."""
        return tuple(Holding(function, *standing) for standing in self.standings)


def outline(holders: Sequence[Span], oversights: Sequence[Span], *, by_default: Party) -> Outline:
    """Lay the tracks side by side. `by_default` holds while no claim names a holder. Cost: linear."""
    pairs = _side_by_side(holders, oversights)
    firsts = tuple(first for first, _, _ in pairs)
    untils = (*firsts[1:], None)
    standings = []
    held_by, since = by_default, None
    for (first, holder, oversight), until in zip(pairs, untils, strict=True):
        party = (holder.claim and holder.claim.move.holder) or by_default
        if party.code != held_by.code:
            held_by, since = party, None if first == FROM_THE_START else first
        standings.append((party, Period(first, until), since, *_evidence(first, holder, oversight)))
    return Outline(firsts, tuple(standings))


def _side_by_side(holders: Sequence[Span], oversights: Sequence[Span]) -> list[tuple[date, Span, Span]]:
    """The days on which either track changes, with what shows on both from that day."""
    if holders is oversights:
        return [(span.first, span, span) for span in holders]
    days = dict.fromkeys(merge((span.first for span in holders), (span.first for span in oversights)))
    at_holder = {span.first: span for span in holders}
    at_oversight = {span.first: span for span in oversights}
    holder, oversight = holders[0], oversights[0]
    pairs = []
    for day in days:
        holder, oversight = at_holder.get(day, holder), at_oversight.get(day, oversight)
        pairs.append((day, holder, oversight))
    return pairs


def _evidence(first: date, holder: Span, oversight: Span) -> tuple[Any, ...]:
    """What a Holding says from `instrument` on."""
    move = holder.claim.move if holder.claim else None
    overseeing = oversight.claim.move if oversight.claim else None
    if overseeing is not None and overseeing.oversight is None:
        overseeing = None
    began = [span for span in (holder, oversight) if span.first == first]
    return (
        move.instrument if move else None,
        move,
        (overseeing and overseeing.oversight) or Oversight.NONE,
        overseeing.overseer if overseeing else None,
        overseeing.instrument if overseeing else None,
        overseeing,
        move.terms if move else "",
        overseeing.terms if overseeing and overseeing is not move else "",
        _inferred(move, overseeing),
        holder.revived,
        oversight.revived,
        next((span.ended.move.instrument for span in began if span.ended), None),
        tuple(dict.fromkeys(code for span in began for code in _brought_by(span))),
    )


def _inferred(*moves: Move | None) -> str:
    """Why the moves, or their days, were inferred: each reason once."""
    return "; ".join(dict.fromkeys(move.inferred for move in moves if move and move.inferred))


def _brought_by(span: Span) -> tuple[str, ...]:
    """The instruments whose move, or whose end, began the span."""
    if span.ended is None:
        return (span.claim.move.instrument,) if span.claim else ()
    revoked_by = span.ended.revoked_by
    return (span.ended.move.instrument, *((revoked_by,) if revoked_by else ()))

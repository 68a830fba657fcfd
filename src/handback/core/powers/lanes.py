"""A function's two tracks laid together: its holdings, one after another, over all time."""

from collections.abc import Sequence
from datetime import date
from heapq import merge

from handback.core.periods import Period
from handback.core.powers.functions import Oversight, Party
from handback.core.powers.holdings import Holding
from handback.core.powers.instruments import Move
from handback.core.powers.lifetimes import FROM_THE_START
from handback.core.powers.tracks import Span


def holdings(
    function: str, holders: Sequence[Span], oversights: Sequence[Span], *, by_default: Party
) -> tuple[Holding, ...]:
    """The holdings of `function`, from `date.min` without gap or overlap; the last has no end.

    `by_default` holds it while no claim names a holder. Cost: linear in the spans.
    """
    found: list[Holding] = []
    pairs = _side_by_side(holders, oversights)
    held_by, since = by_default, None
    for number, (first, holder, oversight) in enumerate(pairs):
        until = pairs[number + 1][0] if number + 1 < len(pairs) else None
        party = (holder.claim and holder.claim.move.holder) or by_default
        if party.code != held_by.code:
            held_by, since = party, None if first == FROM_THE_START else first
        found.append(_holding(function, party, Period(first, until), since, holder, oversight))
    return tuple(found)


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


def _holding(
    function: str, party: Party, period: Period, since: date | None, holder: Span, oversight: Span
) -> Holding:
    move = holder.claim.move if holder.claim else None
    overseeing = oversight.claim.move if oversight.claim else None
    if overseeing is not None and overseeing.oversight is None:
        overseeing = None
    began = [span for span in (holder, oversight) if span.first == period.first]
    return Holding(
        function,
        party,
        period,
        since,
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

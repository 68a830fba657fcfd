"""The two tracks of a function: which move names its holder, and which its oversight, on every day.

1. On a track, of the moves in force on a day, the one that took effect last shows.
2. Of two on one day, the one whose instrument amends the other's shows. Otherwise neither can: refused.
3. A move with a holder and no word of oversight leaves none; it gives way to a move that speaks of oversight
   on the same day with equal force, since silence is not a second statement.
4. When the move that shows ends, the last of the earlier ones still in force shows through again: revived.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cmp_to_key
from itertools import groupby, pairwise

from handback.core.powers.functions import Function
from handback.core.powers.instruments import Move
from handback.core.powers.lifetimes import ENDLESS, FROM_THE_START
from handback.core.powers.refusals import FunctionMovedTwice

Amends = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True, eq=False)
class Claim:
    """A move's say over some functions, from `first` up to `until` (ENDLESS if nothing ends it).

    A claim is equal to itself only: functions with the same claims share what follows from them.
    """

    move: Move
    first: date
    until: date
    revoked_by: str | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """What shows on a track from `first` until the next span: a claim, or nothing.

    `ended` is the claim whose end uncovered this span, if that is how it began.
    """

    first: date
    claim: Claim | None
    ended: Claim | None = None

    @property
    def revived(self) -> bool:
        """Whether an earlier claim shows through again."""
        return self.ended is not None and self.claim is not None


def holder_track(claims: Sequence[Claim]) -> list[Span]:
    """What shows on the holder track. `claims` are in the order of their days and then of their force."""
    return _showing(claim for claim in claims if claim.move.holder is not None)


def oversight_track(claims: Sequence[Claim], amends: Amends) -> list[Span]:
    """What shows on the oversight track. `claims` are in the order of their days and then of their force."""

    def order(one: Claim, other: Claim) -> int:
        if amends(one.move.instrument, other.move.instrument):
            return 1
        return 1 if _speaks(one) and not amends(other.move.instrument, one.move.instrument) else -1

    if not _any_together(claims):
        return _showing(claims)
    return _showing(
        claim
        for _, together in groupby(claims, key=lambda claim: claim.first)
        for claim in _in_order(list(together), order)
    )


def check_moved_once(function: Function, claims: Sequence[Claim], amends: Amends) -> None:
    """Raises FunctionMovedTwice where two claims of a day, on one track, have equal force."""
    if not _any_together(claims):
        return
    for day, together in groupby(claims, key=lambda claim: claim.first):
        moves = [claim.move for claim in together]
        holders = [move for move in moves if move.holder is not None]
        spoken = [move for move in moves if move.oversight is not None]
        for track in (holders, spoken):
            for number, move in enumerate(track):
                for other in track[:number]:
                    if not amends(move.instrument, other.instrument) and not amends(
                        other.instrument, move.instrument
                    ):
                        raise FunctionMovedTwice(function, day, (other, move))


def _any_together(claims: Sequence[Claim]) -> bool:
    return any(one.first == other.first for one, other in pairwise(claims))


def _speaks(claim: Claim) -> bool:
    return claim.move.oversight is not None


def _in_order(together: list[Claim], order: Callable[[Claim, Claim], int]) -> list[Claim]:
    return together if len(together) == 1 else sorted(together, key=cmp_to_key(order))


def _showing(claims: Iterable[Claim]) -> list[Span]:
    """Each claim covers those before it while it lasts. Cost: linear in the claims."""
    spans = [Span(FROM_THE_START, None)]
    standing: list[Claim] = []
    for claim in claims:
        _uncover(standing, spans, claim.first)
        standing.append(claim)
        _put(spans, Span(claim.first, claim))
    _uncover(standing, spans, ENDLESS)
    return spans


def _uncover(standing: list[Claim], spans: list[Span], day: date) -> None:
    """Let claims that end on or before `day` go, and show what was under them."""
    while standing and standing[-1].until < ENDLESS and standing[-1].until <= day:
        ended = standing.pop()
        while standing and standing[-1].until <= ended.until:
            standing.pop()
        _put(spans, Span(ended.until, standing[-1] if standing else None, ended))


def _put(spans: list[Span], span: Span) -> None:
    if spans[-1].first == span.first:
        spans[-1] = span
    else:
        spans.append(span)

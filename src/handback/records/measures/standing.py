"""How the indicators of an authority stand, from the record: as many queries for a thousand as for one.

A board is kept in this process and follows the record: a write costs what it changed, and three short queries
tell what that was.
"""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import date, datetime

from handback.records.measures.changes import Change, changed_since, last_change
from handback.records.measures.gathering import gathered_anew, whole_record
from handback.records.measures.measured.boards import Board, IndicatorStanding, board_of
from handback.records.measures.measured.record import MeasuresRecord
from handback.records.people.models import Authority

MOST_KEPT = 12  # boards kept in one process; one of 1,000 indicators by 48 values takes about 30 megabytes


@dataclass(frozen=True, slots=True)
class Kept:
    """A board, what it was made of, and the change up to which it holds."""

    change: Change
    record: MeasuresRecord
    board: Board


_kept: OrderedDict[tuple[int, date, datetime | None], Kept] = OrderedDict()


def board(authority: Authority, *, on: date, known_at: datetime | None = None) -> Board:
    """How every indicator stands on a day, as known at a moment; None: now."""
    key, change = (authority.pk, on, known_at), last_change(authority)
    held = _kept.pop(key, None)
    if held is None or held.change != change:
        held = _following(held, change, authority, on=on, known_at=known_at)
    _kept[key] = held
    while len(_kept) > MOST_KEPT:
        _kept.popitem(last=False)
    return held.board


def _following(
    held: Kept | None, change: Change, authority: Authority, *, on: date, known_at: datetime | None
) -> Kept:
    """What holds up to a change: made of what is held, where that can be told from what was undone."""
    changed = changed_since(held.change, authority) if held else None
    if held is None or changed is None:
        record = whole_record(authority, known_at=known_at)
        return Kept(change, record, board_of(record, on=on))
    record = gathered_anew(held.record, authority, changed, known_at=known_at)
    return Kept(change, record, board_of(record, on=on, before=held.board))


def indicator_standing(
    authority: Authority, code: str, *, on: date, known_at: datetime | None = None
) -> IndicatorStanding | None:
    """How one indicator stands; None where the record knows no such code."""
    found = board_of(whole_record(authority, known_at=known_at, codes=[code]), on=on)
    return found.by_code.get(code)

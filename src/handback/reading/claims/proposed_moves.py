"""Proposed transfers with a stated time: each is a commitment too, whatever verb tells of it."""

import re
from collections.abc import Iterator

from handback.reading.claims.claim import Claim
from handback.reading.claims.clauses import clause_around
from handback.reading.claims.conditions import conditional
from handback.reading.claims.due_claims import due_claim
from handback.reading.claims.outline import Outline
from handback.reading.claims.scenes import is_to_come
from handback.reading.words.dates import stated_times
from handback.reading.words.sentences import Sentence

#: A proposal told of an earlier day takes that day to itself.
_TOLD = re.compile(r"\b(?:informed|told|wrote|written|announced|had|was|were)\b")


def timed_moves(found: Outline, moved: tuple[Claim, ...], said: list[Claim]) -> Iterator[Claim]:
    """The commitments in what is proposed to be moved by a time, where none of those `said` holds it."""
    proposed = [m for m in moved if m.attributes["status"] == "proposed"]
    if not proposed:
        return
    done: list[tuple[int, int]] = [(c.start, c.end) for c in said]
    for part in found.parts:
        for one in part.sentences:
            last = one.place(len(one.words) - 1) + 1 if one.words else one.start
            for move in proposed:
                if one.start <= move.start < last and not _overlaps(done, move.start, move.end):
                    for claim in _of_move(found, one, move):
                        done.append((claim.start, claim.end))
                        yield claim


def _overlaps(done: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(first < end and start < last for first, last in done)


def _of_move(found: Outline, one: Sentence, move: Claim) -> Iterator[Claim]:
    on = found.document.dated_on
    begin = max(0, move.start - one.start) if one.at is None else 0
    first, last = clause_around(one.words, begin, min(begin + move.end - move.start, len(one.words)))
    if _TOLD.search(one.words, first, last):
        return
    for time in stated_times(one, found.calendar):
        if not (time.due and first <= time.start < last and is_to_come(time, on)):
            continue
        if time.preposition in ("until", "for") or conditional(one.words, first, last, time):
            continue
        yield due_claim(found, one, first, last, time, "plan by a time", owner=None)
        return

"""Claims as rows, and which of a second reading are the claims that are there already.

A claim is the same when its type and its words are, and it stands at the same place; where the text has
changed between two readings, at the same turn among the places with these words.
"""

import json
import sys
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from handback.reading.claims import Claim as Proposed
from handback.reading.claims import Type
from handback.records.documents.models import Claim, ClaimState, Document
from handback.records.documents.sameness import digest

GRAMMAR = "grammar"  # what our own reader is called among those that found a claim
SAID_ROW = "row of an action tracker"  # the rule of claims that rest on what a person said of columns
UNDECIDED = (ClaimState.PROPOSED, ClaimState.WITHDRAWN)


@dataclass(slots=True)
class Matched:
    """What a reading comes to: new claims; what those that are there say now, and which are gone, by key."""

    new: list[Claim] = field(default_factory=list)
    changed: dict[int, dict[str, Any]] = field(default_factory=dict)
    gone: set[int] = field(default_factory=set)


def row_of(document: Document, claim: Proposed) -> Claim:
    """A claim as it is kept, waiting for a person."""
    return Claim(document=document, **_columns(claim))


def storable(said: Any) -> Any:
    """A text without zero characters, which PostgreSQL cannot keep; every other character keeps its place."""
    if isinstance(said, str):
        return said.replace("\0", "\N{REPLACEMENT CHARACTER}")
    if isinstance(said, dict):
        return {storable(name): storable(each) for name, each in said.items()}
    return [storable(each) for each in said] if isinstance(said, list | tuple) else said


def matched(
    document: Document, there: Sequence[Claim], found: Iterable[Proposed], *, text: str | None = None
) -> Matched:
    """Which claims are new, which say something else now, and which are read no longer.

    What a person decided is only told its place, if that has moved. What another reader found stays while its
    words stand at its place in `text`, and its finder stays named. Rows whose columns a person said stay as
    well, and no promise is read beside them.
    """
    said = document.text if text is None else text
    rows = _Rows(c for c in there if _is_said(c) and said[c.start : c.end] == c.quote)
    known: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in there:
        known[(claim.type, claim.quote)].append(claim)
    done = Matched()
    for proposed in found:
        if rows.crosses(proposed):
            continue
        columns = _columns(proposed)
        same = _take(known[(columns["type"], columns["quote"])], columns["start"])
        if same is None:
            done.new.append(Claim(document=document, **columns))
            continue
        columns["found_by"] = _together(columns["found_by"], _others(same))
        if changes(same, columns):
            done.changed[same.pk] = columns
    left = [claim for alike in known.values() for claim in alike if claim.state == ClaimState.PROPOSED]
    stays = [c for c in left if (_others(c) or _is_said(c)) and said[c.start : c.end] == c.quote]
    done.gone = {c.pk for c in left} - {c.pk for c in stays}
    return done


def rows_said(document: Document, there: Iterable[Claim], found: Iterable[Proposed]) -> Matched:
    """What rows come to whose columns a person said: new claims, those that say something else now, and those
    that they stand for.

    A promise that our own reader, or an earlier word for the columns, made of the same row is gone unless
    somebody decided on it.
    """
    there, found = list(there), list(found)
    known = {_place(row): row for row in there}
    blocks = sorted((start, end) for _kind, start, end, *_rest in document.passages)
    told = {_block(blocks, claim.start) for claim in found}
    done = Matched()
    places = set()
    for proposed in found:
        row = row_of(document, proposed)
        places.add(_place(row))
        same = known.get(_place(row))
        if same is None:
            done.new.append(row)
        elif same.state in UNDECIDED and changes(same, columns := _columns(proposed)):
            done.changed[same.pk] = columns
    done.gone = {
        claim.pk
        for claim in there
        if (claim.state, claim.type) == (ClaimState.PROPOSED, Type.COMMITMENT.value)
        and not _others(claim)
        and _place(claim) not in places
        and _block(blocks, claim.start) in told
    }
    return done


def also_found(
    document: Document, there: Iterable[Claim], found: Iterable[Proposed], *, reader: str
) -> Matched:
    """Which of the claims that another reader found are new, and which it found too. None is ever gone.

    What a person decided is not touched, not even its place.
    """
    known = {key: row for row in there for key in (_place(row), _place_and_sense(row))}
    done = Matched()
    for proposed in found:
        if reader not in proposed.found_by:
            continue
        row = row_of(document, proposed)
        key = _place(row) if GRAMMAR in proposed.found_by else _place_and_sense(row)
        same = known.setdefault(key, row)
        if same is row:
            done.new.append(row)
        elif same.pk and same.state in UNDECIDED:
            changed = {"found_by": _together(same.found_by or [GRAMMAR], [reader])}
            if changes(same, changed):
                done.changed[same.pk] = changed
    return done


class _Rows:
    """Claims of rows whose columns a person said; the words of no two of them cross."""

    def __init__(self, rows: Iterable[Claim]) -> None:
        self._places = sorted((claim.start, claim.end) for claim in rows)

    def crosses(self, proposed: Proposed) -> bool:
        """Whether a promise shares words with one of them, and is not one itself."""
        if proposed.type is not Type.COMMITMENT or proposed.rule == SAID_ROW:
            return False
        before = bisect_left(self._places, (proposed.end, 0))
        return before > 0 and self._places[before - 1][1] > proposed.start


def _is_said(claim: Claim) -> bool:
    return claim.rule == SAID_ROW and claim.state != ClaimState.WITHDRAWN


def _block(blocks: Sequence[tuple[int, int]], place: int) -> tuple[int, int]:
    """The passage in which a place of the text stands, or the place alone."""
    at = bisect_right(blocks, (place, sys.maxsize)) - 1
    return blocks[at] if at >= 0 and place < blocks[at][1] else (place, place)


def _place(claim: Claim) -> tuple[object, ...]:
    return claim.type, claim.start, claim.end


def _place_and_sense(claim: Claim) -> tuple[object, ...]:
    return *_place(claim), json.dumps(claim.attributes, sort_keys=True)


def _others(claim: Claim) -> list[str]:
    """The readers beside our own that found a claim."""
    return [name for name in claim.found_by or () if name != GRAMMAR]


def _together(some: Iterable[str], more: Iterable[str]) -> list[str]:
    return list(dict.fromkeys([*some, *more]))


def _take(alike: list[Claim], start: int) -> Claim | None:
    if not alike:
        return None
    here = next((claim for claim in alike if claim.start == start), alike[0])
    alike.remove(here)
    return here


def changes(claim: Claim, columns: dict[str, Any]) -> dict[str, Any]:
    """What is to be changed of a claim that is there for it to say this."""
    names = list(columns) if claim.state in UNDECIDED else ["start", "end"]
    names = [name for name in names if name in columns]
    differs = {name: columns[name] for name in names if getattr(claim, name) != columns[name]}
    return differs | ({"state": ClaimState.PROPOSED} if claim.state == ClaimState.WITHDRAWN else {})


def _columns(claim: Proposed) -> dict[str, Any]:
    attributes = {name: storable(said) for name, said in claim.attributes.items()}
    amiss = claim.type.value == "conflict" or attributes.get("holds") is False
    return {
        "type": claim.type.value,
        "start": claim.start,
        "end": claim.end,
        "quote": storable(claim.quote),
        "attributes": attributes,
        "rule": claim.rule,
        "confidence": claim.confidence,
        "also": [[place.start, place.end] for place in claim.also],
        "found_by": list(claim.found_by),
        "words": digest(claim.quote, of=claim.type.value),
        "amiss": True if amiss else None,
    }

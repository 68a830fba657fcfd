"""Claims as rows, and which of a second reading are the claims that are there already.

A claim is the same when its type and its words are, and it stands at the same place; where the text has
changed between two readings, at the same turn among the places with these words.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from handback.reading.claims import Claim as Proposed
from handback.records.documents.models import Claim, ClaimState, Document
from handback.records.documents.sameness import digest


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


def matched(document: Document, there: Sequence[Claim], found: Iterable[Proposed]) -> Matched:
    """Which claims are new, which say something else now, and which are read no longer.

    What a person decided is only told its place, if that has moved.
    """
    known: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in there:
        known[(claim.type, claim.quote)].append(claim)
    done = Matched()
    for proposed in found:
        columns = _columns(proposed)
        same = _take(known[(columns["type"], columns["quote"])], columns["start"])
        if same is None:
            done.new.append(Claim(document=document, **columns))
        elif changes(same, columns):
            done.changed[same.pk] = columns
    done.gone = {claim.pk for left in known.values() for claim in left if claim.state == ClaimState.PROPOSED}
    return done


def _take(alike: list[Claim], start: int) -> Claim | None:
    if not alike:
        return None
    here = next((claim for claim in alike if claim.start == start), alike[0])
    alike.remove(here)
    return here


def changes(claim: Claim, columns: dict[str, Any]) -> dict[str, Any]:
    """What is to be changed of a claim that is there for it to say this."""
    undecided = claim.state in (ClaimState.PROPOSED, ClaimState.WITHDRAWN)
    names = list(columns) if undecided else ["start", "end"]
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

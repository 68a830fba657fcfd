"""What the record says now that its latest published copy does not."""

import json
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from handback.records.people.models import Authority
from handback.records.powers import published
from handback.records.powers.published import CopyOf
from handback.records.powers.recordfile.writing import as_json
from handback.records.powers.standing import last_change, whole_record

MOST_KEPT = 64  # answers kept in one process, a few words each
SECTIONS = ("functions", "instruments", "appointments", "proposals", "events", "delegations", "parties")


@dataclass(frozen=True, slots=True)
class Difference:
    """How many entries of a section are not in the copy, and how many of the copy are no longer so."""

    section: str
    added: int
    gone: int


def unpublished(authority: Authority) -> tuple[Difference, ...]:
    """The sections in which the record and its latest copy differ. An entry that changed counts as both.

    Two queries where neither has changed since this was asked last.
    """
    latest = next(iter(published.copies(authority.slug, most=1)), None)
    return _between(authority, last_change(authority), latest)


@lru_cache(maxsize=MOST_KEPT)
def _between(authority: Authority, _change: str, latest: CopyOf | None) -> tuple[Difference, ...]:
    now, then = as_json(whole_record(authority)), published.content_of(latest) if latest else {}
    found = [_difference(section, now.get(section, []), then.get(section, [])) for section in SECTIONS]
    return tuple(difference for difference in found if difference.added or difference.gone)


def _difference(section: str, now: list[Any], then: list[Any]) -> Difference:
    here, there = (Counter(json.dumps(entry, sort_keys=True) for entry in side) for side in (now, then))
    return Difference(section, (here - there).total(), (there - here).total())

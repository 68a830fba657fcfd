"""What publishing measures now would change, and what to look at before."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from handback.records.audit.queries import events
from handback.records.measures import published
from handback.records.measures.compiling import compiled
from handback.records.measures.measured.publishable import telling_of_kept_back, unguarded
from handback.records.measures.published import CopyOf
from handback.records.measures.refusals import NotForThePublic
from handback.records.people.models import Authority

MOST_KEPT = 32  # answers kept in one process, a few hundred names each


@dataclass(frozen=True, slots=True)
class Few:
    """A public indicator that tells small counts: its code and name, and of how many periods."""

    code: str
    name: str
    periods: int


@dataclass(frozen=True, slots=True)
class Unpublished:
    """The names of what is new, what has changed and what would go; and what is kept from the public.

    `kept_back` are not public. `withheld` counts the values that would be withheld. `few` tell small counts
    all the same, as nobody said that these are withheld. `copy_on` is the day of the latest copy. `refused`
    says why nothing can be published.
    """

    indicators: int
    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    kept_back: tuple[str, ...]
    withheld: int
    few: tuple[Few, ...]
    copy_on: date | None
    refused: tuple[str, ...]

    @property
    def is_any(self) -> bool:
        """Whether a copy published now would say something else."""
        return bool(self.new or self.changed or self.gone)


def unpublished(authority: Authority, *, on: date) -> Unpublished:
    """What a copy of an authority's measures published on a day would say that the latest does not.

    Two queries where nothing was written since this was asked last: what a copy tells rests on national
    series, groups and claims too, so any event counts.
    """
    latest = next(iter(published.copies(authority.slug, most=1)), None)
    head = events().newest_first().values_list("hash", flat=True).first()
    return _between(authority, on, head, latest)


@lru_cache(maxsize=MOST_KEPT)
def _between(authority: Authority, on: date, _head: str | None, latest: CopyOf | None) -> Unpublished:
    found = compiled(authority, on=on)
    measured, record = found.measured, found.record
    now, then = _entries(found.content), _entries(published.content_of(latest) if latest else {})
    return Unpublished(
        indicators=len(measured.indicators),
        new=tuple(said["name"] for key, said in now.items() if key not in then),
        changed=tuple(said["name"] for key, said in now.items() if key in then and then[key] != said),
        gone=tuple(said["name"] for key, said in then.items() if key not in now),
        kept_back=tuple(one.name for one in measured.indicators if not one.is_public),
        withheld=sum(len(facts.withheld) for facts in record.facts.values()),
        few=tuple(Few(one.code, one.name, len(periods)) for one, periods in unguarded(measured)),
        copy_on=latest.on if latest else None,
        refused=tuple(
            str(NotForThePublic((index.code, index.name), (one.code, one.name)))
            for index, one in telling_of_kept_back(measured)
        ),
    )


def _entries(content: dict[str, Any]) -> dict[tuple[str, str], dict[str, Any]]:
    """Indicators and indices by what they are and their code."""
    kinds = ("indicators", "indices")
    return {(kind, said["code"]): said for kind in kinds for said in content.get(kind, ())}

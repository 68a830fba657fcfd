"""Going through a source: one page after another, until everything that was due has been asked for.

1. The queue is in the record. A round that was broken off, by a limit or by the end of its process, goes on
   where it was: what it asked for is not asked for again.
2. What was kept and not read when a process ended is read first.
3. A site that must be left alone leaves the round open, with the reason; so does one that somebody pauses.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from handback.records.audit import actions as audit
from handback.records.audit.facts import By
from handback.records.sources import queries
from handback.records.sources.actions.following import enter
from handback.records.sources.actions.visits import HERE, Readers, record, settle
from handback.records.sources.answers import Ask, Wanted
from handback.records.sources.models import Outcome, Page, Round, Source, Standing, State, Visit

IN_VAIN = (Outcome.FAILED, Outcome.ERROR_PAGE, Outcome.REFUSED)
IN_A_ROW = 5  # pages that fail without any answer, before a site is left alone
PAUSED = "The source was paused while it was visited."

Tell = Callable[[Page, Outcome], None]


class SourcePaused(ValueError):
    """A source that is not visited."""

    def __init__(self, source: Source) -> None:
        super().__init__(f"“{source.name}” is paused, so it is not visited. Resume it first.")


@dataclass(slots=True)
class Brought:
    """What one going through a source brought. `left` says why it was broken off, if it was.

    `waiting` pages are still to be asked for in the round.
    """

    outcomes: Counter[Outcome] = field(default_factory=Counter)
    waiting: int = 0
    left: str = ""

    @property
    def failed(self) -> int:
        """How many pages could not be brought, or were not what was asked for."""
        return sum(self.outcomes[outcome] for outcome in IN_VAIN)


def fetch(
    pk: int,
    *,
    ask: Ask,
    clock: Callable[[], datetime],
    by: By,
    most: int | None = None,
    tell: Tell | None = None,
    readers: Readers = HERE,
) -> Brought:
    """Go through a source, or on with the round that was broken off; `most` pages at most are asked for.

    `ask` is given what is wanted and gives the answer; `readers` read what arrives; `tell` hears of each
    page. Raises SourcePaused.
    """
    round_ = begin(pk, by=by, at=clock())
    brought = Brought()
    for kept in queries.to_be_read(round_.source):
        _told(settle(kept.pk, by=by, at=clock(), readers=readers), brought, tell)
    asked = unanswered = 0
    while (most is None or asked < most) and (page := queries.to_ask_for(round_).first()):
        if queries.is_paused(pk):
            brought.left = PAUSED
            break
        asked += 1
        answer = ask(Wanted(page.address, page.etag, page.last_modified))
        visited = record(page.pk, answer, round_=round_, by=by, at=clock())
        if visited.state == State.ARRIVED:
            visited = settle(page.pk, by=by, at=clock(), readers=readers)
        _told(visited, brought, tell)
        unanswered = unanswered + 1 if answer.silent else 0
        if answer.stops or unanswered == IN_A_ROW:
            brought.left = answer.reason
            break
    brought.waiting = queries.to_ask_for(round_).count()
    _close(round_, brought, by=by, at=clock())
    return brought


@transaction.atomic
def begin(pk: int, *, by: By, at: datetime) -> Round:
    """The round of a source that is open, or a new one, with its entrances due. Raises SourcePaused."""
    source = Source.objects.select_for_update().get(pk=pk)
    if source.standing == Standing.PAUSED:
        raise SourcePaused(source)
    kept = queries.open_round(source)
    name = "sources.round.resumed" if kept else "sources.round.begun"
    with audit.action(name, by=by, at=at, subject=_subject(source)) as event:
        if kept is None:
            kept = event.add(Round(source=source, started_at=at))
        else:
            event.change(kept, left_at=None, reason="")
        kept.source = source
        enter(kept, event=event, at=at)
    return kept


def _close(round_: Round, brought: Brought, *, by: By, at: datetime) -> None:
    """End a round that is done; note why one was left. One that reached its limit stays as it is."""
    if brought.waiting and not brought.left:
        return
    verb = "left" if brought.left else "ended"
    with audit.action(f"sources.round.{verb}", by=by, at=at, subject=_subject(round_.source)) as event:
        if brought.left:
            event.change(round_, left_at=at, reason=brought.left)
        else:
            event.change(round_, ended_at=at)
        event.values = {outcome.value: number for outcome, number in sorted(brought.outcomes.items())}


def _told(page: Page, brought: Brought, tell: Tell | None) -> None:
    outcome = Outcome(Visit.objects.filter(page=page).latest("at", "pk").outcome)
    brought.outcomes[outcome] += 1
    if tell is not None:
        tell(page, outcome)


def _subject(source: Source) -> str:
    return f"{source.authority.slug}/sources/{source.pk}"

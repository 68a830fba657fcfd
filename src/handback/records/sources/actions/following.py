"""What is written when a page leads to others: pages to know of, lists come upon again, texts that go on."""

from collections.abc import Iterable
from datetime import date, datetime

from handback.records.audit.rows import AT_A_TIME, batches
from handback.records.audit.writing import EventBeingWritten
from handback.records.sources.leads import LISTS, Following, Lead
from handback.records.sources.models import Completeness, Continuation, Kind, Page, Round, Source, State

READ_ON = (Completeness.WHOLE, Completeness.CONTINUED)


def following_of(source: Source, *, now: date) -> Following:
    """What of a source is followed, as a value."""
    bodies = frozenset(number for number, _ in source.bodies)
    return Following(source.address, bodies, source.since_on, source.with_attachments, now)


def enter(round_: Round, *, event: EventBeingWritten, at: datetime) -> None:
    """Make the entrances of a source due in a round, those that are not known yet too."""
    source = round_.source
    following = following_of(source, now=at.date())
    leads = following.entrances(dict(source.bodies))
    _note(source, leads, found_on=None, round_=round_, event=event, at=at)
    if not source.bodies:
        known = Page.objects.filter(source=source, kind=Kind.MEETINGS, found_on__kind=Kind.BODIES)
        _make_due(known, round_=round_, event=event)


def follow(page: Page, leads: list[Lead], *, round_: Round, event: EventBeingWritten, at: datetime) -> int:
    """Note the pages that a page leads to, and where its text goes on; how many were not known yet."""
    found, new = _note(page.source, leads, found_on=page, round_=round_, event=event, at=at)
    going_on = [found[lead.canonical] for lead in leads if lead.continues and found[lead.canonical] != page]
    noted = set(page.continuations.values_list("goes_on_in", flat=True))
    event.add_all(Continuation(page=page, goes_on_in=other) for other in going_on if other.pk not in noted)
    if page.completeness == Completeness.CUT:
        _make_due(going_on, round_=round_, event=event)
    return new


def mend(page: Page, *, event: EventBeingWritten) -> None:
    """Note which cut texts have now been read to their end: this page, and those that go on in it."""
    cut = Page.objects.filter(completeness=Completeness.CUT)
    for each in [*cut.filter(pk=page.pk), *cut.filter(continuations__goes_on_in=page)]:
        parts = Page.objects.filter(continues__page=each)
        missing = parts.exclude(state=State.KEPT, completeness__in=READ_ON)
        if parts.exists() and not missing.exists():
            event.change(each, completeness=Completeness.CONTINUED)


def _note(
    source: Source,
    leads: list[Lead],
    *,
    found_on: Page | None,
    round_: Round,
    event: EventBeingWritten,
    at: datetime,
) -> tuple[dict[str, Page], int]:
    """The pages of these leads by canonical address, made if need be; and how many were made."""
    found: dict[str, Page] = {}
    for some in batches((lead.canonical for lead in leads), AT_A_TIME):
        known = Page.objects.filter(source=source, canonical__in=some)
        found.update({page.canonical: page for page in known})
    _make_due((page for page in found.values() if page.kind in LISTS), round_=round_, event=event)
    new = [
        Page(
            source=source,
            kind=lead.kind,
            address=lead.address,
            canonical=lead.canonical,
            words=lead.words,
            found_on=found_on,
            found_at=at,
            due_at=round_.started_at,
        )
        for lead in leads
        if lead.canonical not in found
    ]
    found.update({page.canonical: page for page in event.add_all(new)})
    return found, len(new)


def _make_due(pages: Iterable[Page], *, round_: Round, event: EventBeingWritten) -> None:
    """Have pages asked for in a round, unless it has asked for them already."""
    for page in pages:
        asked = page.asked_at is not None and page.asked_at >= round_.started_at
        due = page.due_at is not None and page.due_at <= round_.started_at
        if not asked and not due:
            event.change(page, due_at=round_.started_at)

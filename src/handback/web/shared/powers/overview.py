"""The home page of a record: how much the council holds, the intervention so far, and what comes next."""

from dataclasses import dataclass
from datetime import date, timedelta

from handback.core.periods import ONE_DAY, Period
from handback.core.powers import Capacity, Oversight, PartyKind
from handback.records.powers.recordfile.standing import Standing
from handback.records.powers.recordfile.values import EventEntry, EventKind
from handback.web.shared.charts.timeline import Happening as Point
from handback.web.shared.charts.timeline import Lasting, TimelineRow, Track, intervention_timeline
from handback.web.shared.charts.values import Chart
from handback.web.shared.powers.addresses import Addresses
from handback.web.shared.powers.counting import Count, Step, count_on, steps
from handback.web.shared.powers.proposals import closing

AROUND = timedelta(days=60)  # how much is drawn before the first happening and after the last

# Events that only repeat what an instrument or a proposal of the record says itself.
TOLD_ELSEWHERE = {EventKind.INSTRUMENT, EventKind.IN_FORCE}


@dataclass(frozen=True, slots=True)
class Happening:
    """An entry of the timeline, as its component takes it. `sources` are addresses."""

    on: date
    text: str
    kind: str = ""
    kind_word: str = ""
    href: str = ""
    inferred: bool = False
    reason: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Upcoming:
    """Something that changes on a day to come. `when` says more than the day where a source does."""

    on: date
    text: str
    href: str = ""
    when: str = ""
    inferred: str = ""


@dataclass(frozen=True, slots=True)
class Overview:
    """The state of an intervention on a day. `since` is the day from which the count has stood as it does.

    `ended_on` is the intervention's last day, None while it runs or before it began (`began_on` None too).
    """

    today: date
    count: Count
    since: date | None
    began_on: date | None
    ended_on: date | None
    chart: Chart[TimelineRow] | None
    timeline: tuple[Happening, ...]
    upcoming: tuple[Upcoming, ...]
    steps: tuple[Step, ...]
    good_days: tuple[Step, ...]

    @property
    def headline(self) -> str:
        """The most important fact of the record."""
        return self.count.sentence(today=self.today)


def overview(standing: Standing, to: Addresses, *, today: date) -> Overview:
    """The home page's values."""
    found = steps(standing, to)
    happened = timeline(standing, to, today=today)
    past = [step for step in found if step.on <= today and not step.first]
    return Overview(
        today=today,
        count=count_on(standing, today),
        since=past[-1].on if past else None,
        began_on=_began_on(standing),
        ended_on=_ended_on(standing, today),
        chart=_chart(standing, happened, today=today),
        timeline=happened,
        upcoming=upcoming(standing, to, today=today),
        steps=found,
        good_days=_good_days(found),
    )


def _began_on(standing: Standing) -> date | None:
    return min(
        (entry.instrument.in_force_on for entry in standing.record.instruments if entry.moves), default=None
    )


def _ended_on(standing: Standing, today: date) -> date | None:
    """The last day of the intervention, if it is over: all is back, and no instrument with an end runs."""
    acting = [entry.instrument.code for entry in standing.record.instruments if entry.moves]
    lives = [standing.ledger.life_of(code) for code in acting]
    ends = [life.last for life in lives if life.last]
    running = any(end >= today for end in ends) or any(life.first > today for life in lives)
    quiet = all(
        holding.holder.kind in {PartyKind.COUNCIL, PartyKind.NOBODY} and holding.oversight is Oversight.NONE
        for holding in standing.ledger.on(today)
    )
    if running or not quiet or not acting:
        return None
    changes = [day for day in standing.ledger.boundaries() if day <= today]
    return max(ends) if ends else max(changes, default=None)


def timeline(standing: Standing, to: Addresses, *, today: date) -> tuple[Happening, ...]:
    """Instruments, proposals and events, oldest first; today among them while any is to come."""
    found = [_happening(event, standing, to) for event in standing.record.events]
    told = {event.instrument for event in standing.record.events if event.kind in TOLD_ELSEWHERE}
    for code, entry in standing.instruments.items():
        if code not in told and not _is_told(code, standing):
            instrument = entry.instrument
            addresses = tuple(source.address for source in entry.sources)
            found.append(
                Happening(
                    instrument.in_force_on,
                    instrument.title,
                    "instrument",
                    instrument.kind.value.capitalize(),
                    to.instrument(code),
                    sources=addresses,
                )
            )
    if any(item.on > today for item in found):
        found.append(Happening(today, "Today", "now"))
    return tuple(sorted(found, key=lambda item: item.on))


def _is_told(code: str, standing: Standing) -> bool:
    return any(event.instrument == code for event in standing.record.events)


def _happening(event: EventEntry, standing: Standing, to: Addresses) -> Happening:
    href = (
        to.instrument(event.instrument)
        if event.instrument in standing.instruments and event.instrument
        else ""
    )
    if not href and event.proposal:
        href = to.proposal(event.proposal)
    return Happening(
        on=event.on,
        text=event.text,
        kind="instrument" if event.instrument else "",
        kind_word=event.kind.value[:1].upper() + event.kind.value[1:],
        href=href,
        inferred=bool(event.inferred),
        reason=event.inferred,
        sources=tuple(source.address for source in event.sources),
    )


# The tracks of the timeline's drawing, and the kinds of event on each; what is on none stands on the last.
TRACKS: tuple[tuple[str, frozenset[EventKind]], ...] = (
    ("Proposals", frozenset({EventKind.MINDED_TO})),
    ("Reports", frozenset({EventKind.REPORT, EventKind.COMMISSIONERS_REPORT, EventKind.PARLIAMENT})),
    (
        "Inspections and reviews",
        frozenset(
            {
                EventKind.INSPECTION_BEGINS,
                EventKind.INSPECTION_RESULT,
                EventKind.MONITORING_VISIT,
                EventKind.REVIEW,
                EventKind.REVIEW_DUE,
            }
        ),
    ),
)
OTHER_TRACK = "Other happenings"


def _chart(standing: Standing, happened: tuple[Happening, ...], *, today: date) -> Chart[TimelineRow] | None:
    """The timeline drawn: instruments first, then proposals, reports, inspections and the rest."""
    drawn = [item for item in happened if item.kind != "now"]
    if not drawn:
        return None
    tracks = [
        Track(
            name,
            tuple(_point(item) for item in drawn if _track(item) == name),
            important=name == "Instruments",
        )
        for name in ("Instruments", *(name for name, _ in TRACKS), OTHER_TRACK)
    ]
    began, ended = _began_on(standing), _ended_on(standing, today)
    until = None if ended is None else ended + ONE_DAY
    lasting = [Lasting("The intervention", Period(began, until))] if began else []
    days = [item.on for item in drawn]
    ahead = today if ended is None and began else max(days)
    span = Period(min(days) - AROUND, max(*days, ahead) + AROUND)
    return intervention_timeline(
        [track for track in tracks if track.happenings], lasting, span=span, as_at=None if ended else today
    )


def _track(item: Happening) -> str:
    if item.kind == "instrument":
        return "Instruments"
    return next((name for name, kinds in TRACKS if item.kind_word.casefold() in kinds), OTHER_TRACK)


def _point(item: Happening) -> Point:
    return Point(item.on, item.text, item.href, item.inferred)


def upcoming(standing: Standing, to: Addresses, *, today: date) -> tuple[Upcoming, ...]:
    """What changes on or after `today`, soonest first: instruments, windows, conditions, offices."""
    found = [
        *_instruments(standing, to, today),
        *_windows(standing, to, today),
        *_conditions(standing, to, today),
        *_appointments(standing, to, today),
        *_dated_events(standing, to, today),
    ]
    return tuple(sorted(found, key=lambda item: (item.on, item.text)))


def _instruments(standing: Standing, to: Addresses, today: date) -> list[Upcoming]:
    found = []
    for code, entry in standing.instruments.items():
        instrument, href = entry.instrument, to.instrument(code)
        if instrument.in_force_on > today:
            found.append(Upcoming(instrument.in_force_on, f"{instrument.title} comes into force", href))
        last = standing.ledger.life_of(code).last
        if last and last >= today and standing.ledger.life_of(code).until != instrument.in_force_on:
            found.append(Upcoming(last, f"Last day of {instrument.title}, unless extended", href))
    return found


def _windows(standing: Standing, to: Addresses, today: date) -> list[Upcoming]:
    return [
        Upcoming(
            entry.closes_on,
            f"Representations close on proposal {entry.code}",
            to.proposal(entry.code),
            when=closing(entry) if entry.closes_time else "",
            inferred=entry.closes_inferred,
        )
        for entry in standing.record.proposals
        if entry.closes_on and entry.closes_on >= today
    ]


def _conditions(standing: Standing, to: Addresses, today: date) -> list[Upcoming]:
    return [
        Upcoming(condition.due_on, f"Due: {condition.text}", to.instrument(code))
        for code, entry in standing.instruments.items()
        for condition in entry.conditions
        if condition.due_on and condition.due_on >= today
    ]


def _appointments(standing: Standing, to: Addresses, today: date) -> list[Upcoming]:
    return [
        Upcoming(
            entry.last,
            f"Last day of {entry.person} as {entry.role}",
            to.commissioner(entry.person),
            inferred=entry.last_inferred,
        )
        for entry in standing.record.appointments
        if entry.capacity is Capacity.COMMISSIONER and entry.last and entry.last >= today
    ]


def _dated_events(standing: Standing, to: Addresses, today: date) -> list[Upcoming]:
    return [
        Upcoming(
            event.on,
            event.text,
            to.instrument(event.instrument) if event.instrument else "",
            inferred=event.inferred,
        )
        for event in standing.record.events
        if event.on > today
    ]


def _good_days(found: tuple[Step, ...]) -> tuple[Step, ...]:
    """Days worth standing on: the day before anything moved, the lowest, a middle one and the last."""
    if len(found) <= 4:
        return found
    lowest = min(found, key=lambda step: step.count.council)
    return tuple(dict.fromkeys([found[0], lowest, found[len(found) // 2], found[-1]]))

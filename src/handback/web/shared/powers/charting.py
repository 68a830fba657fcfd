"""A record as the powers chart takes it: lanes of holders, marks of instruments and proposals, days shown."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from handback.core.periods import Period
from handback.core.powers import Function, Holding, Party
from handback.records.powers.recordfile.standing import Standing
from handback.records.powers.recordfile.values import InstrumentEntry
from handback.web.shared import words
from handback.web.shared.charts.values import Lane, Mark, MarkKind, Segment
from handback.web.shared.powers.addresses import Addresses
from handback.web.shared.powers.telling import is_counted, party_name

AROUND = timedelta(days=120)  # how much of the quiet before and after an intervention is shown


def lanes(
    standing: Standing, to: Addresses, *, span: Period, only: Collection[str] | None = None
) -> tuple[Lane, ...]:
    """Each function's holders over the days of `span`, in order; of the codes in `only`, if given."""
    return tuple(
        _lane(function, standing, to, span)
        for function in standing.ledger.functions
        if only is None or function.code in only
    )


def _lane(function: Function, standing: Standing, to: Addresses, span: Period) -> Lane:
    return Lane(
        code=function.code,
        name=function.name,
        group=standing.group_labels.get(function.group, function.group),
        segments=tuple(_segments(standing.ledger.history(function.code), span)),
        href=to.function(function.code),
        counted=is_counted(function),
    )


def _segments(holdings: tuple[Holding, ...], span: Period) -> Iterator[Segment]:
    for holding in holdings:
        first = max(holding.period.first, span.first)
        if holding.period.until is None or first < holding.period.until:
            yield Segment(
                first=first,
                until=holding.period.until,
                holder_kind=holding.holder.kind.value,
                holder_word=party_name(holding.holder),
                oversight=holding.oversight.value,
                instrument_code=holding.instrument or "",
                inferred=bool(holding.inferred),
            )


def marks(standing: Standing, to: Addresses) -> tuple[Mark, ...]:
    """Every instrument that moves something, on the day it took effect, and every day of being minded to."""
    instruments = [_mark(entry, standing, to) for entry in standing.record.instruments if _acts(entry)]
    proposals = [
        Mark(
            entry.code,
            f"Proposal {entry.code}",
            entry.minded_to_on,
            to.proposal(entry.code),
            kind=MarkKind.PROPOSAL,
        )
        for entry in standing.record.proposals
        if entry.minded_to_on
    ]
    return tuple(sorted([*instruments, *proposals], key=lambda mark: (mark.on, mark.code)))


def _acts(entry: InstrumentEntry) -> bool:
    return bool(entry.moves or entry.instrument.revokes or entry.instrument.extends)


def _mark(entry: InstrumentEntry, standing: Standing, to: Addresses) -> Mark:
    instrument = entry.instrument
    made = instrument.made_on if instrument.made_on != instrument.in_force_on else None
    return Mark(
        code=instrument.code,
        title=instrument.title,
        on=instrument.in_force_on,
        href=to.instrument(instrument.code),
        made_on=made,
        effect=effect(entry, standing),
    )


def effect(entry: InstrumentEntry, standing: Standing) -> str:
    """What an instrument did, in a few words: "returned 7 functions to the council"."""
    told = [_moved(holder, count) for holder, count in _given(entry, standing)]
    if not told and any(move.oversight for move in entry.moves):
        told = ["changed the oversight of functions"]
    if not told and entry.instrument.extends:
        told = ["changed the last day of another instrument"]
    if not told and entry.instrument.revokes:
        told = ["ended another instrument, or part of one"]
    return words.sentence_list(told)


def _given(entry: InstrumentEntry, standing: Standing) -> list[tuple[Party, int]]:
    """To whom the moves gave how many of the council's functions that somebody else held before."""
    tree, ledger = standing.ledger.tree, standing.ledger
    given: dict[str, tuple[Party, set[str]]] = {}
    for move in entry.moves:
        if move.holder is None:
            continue
        on = move.on or entry.instrument.in_force_on
        before = on - timedelta(days=1) if on > date.min else on
        covered = tree.covered(move.scope, on=on)
        moved = {
            code
            for code in covered
            if tree.stands_on(code, on)
            and is_counted(tree.function(code))
            and ledger.holder_on(code, before).holder.code != move.holder.code
        }
        given.setdefault(move.holder.code, (move.holder, set()))[1].update(moved)
    return [(party, len(codes)) for party, codes in given.values() if codes]


def _moved(holder: Party, count: int) -> str:
    functions = words.plural(count, "function")
    match holder.kind.value:
        case "council":
            return f"returned {functions} to the council"
        case "commissioners":
            return f"gave {functions} to the commissioners"
    return f"gave {functions} to {holder.name or holder.code}"


def span_of(standing: Standing, *, on: date) -> Period:
    """The days worth drawing: from before the first change to after the last, with `on` if it is near."""
    changes = standing.ledger.boundaries()
    days = [*changes, *(mark for mark in _running_to(standing) if mark)]
    if not days:
        return Period(on - AROUND, on + AROUND)
    first, last = min(days) - AROUND, max(days) + AROUND
    if last < on <= last + 3 * AROUND:
        last = on + timedelta(days=30)
    if first - 3 * AROUND <= on < first:
        first = on - timedelta(days=30)
    return Period(first, last)


def _running_to(standing: Standing) -> list[date | None]:
    """The last days of the instruments that act."""
    return [
        standing.ledger.life_of(entry.instrument.code).last
        for entry in standing.record.instruments
        if _acts(entry)
    ]

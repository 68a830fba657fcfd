"""Commitments: what somebody undertakes, is told or expects to have done, by a stated time or as a report.

A stated time makes a commitment of a clause that looks forward (`outlook`). Without a time only promises and
orders to report, answer, update, supply papers or figures, or look at a matter again count (`promises`).
Tables are read by their headers (`action_tables`); a time in the lead-in of a list, or in the heading over
it, holds for its items.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from handback.reading.claims.action_tables import Cell, Row, Table, cells_of, header_of, row_alone, row_under
from handback.reading.claims.claim import Claim
from handback.reading.claims.clauses import clause_around
from handback.reading.claims.dates import RECURRING, Stated, stated_times
from handback.reading.claims.due_claims import due_claim
from handback.reading.claims.lead_ins import (
    OPEN_LEAD,
    free_stretches,
    is_action,
    is_from_outside,
    is_listed,
    is_timetable_line,
    lead_words,
    leads,
    lines_of,
    time_of_heading,
    time_of_lead,
)
from handback.reading.claims.outline import Outline, Part, Zone
from handback.reading.claims.outlook import reading_of
from handback.reading.claims.owners import owner_of
from handback.reading.claims.promises import may_report, report_groups
from handback.reading.claims.resolved import Clause
from handback.reading.claims.scenes import Reading, Scene, scene
from handback.reading.claims.sentences import Sentence, sentences
from handback.reading.claims.stacked_tables import stacked_rows
from handback.reading.claims.triggers import Triggers
from handback.reading.claims.verb_phrases import FINITE, FORWARD, Group, Look
from handback.reading.document import Kind

TO_COME = FORWARD | {Look.WAS_PLANNED, Look.WOULD}


@dataclass(slots=True)
class _Walk:
    """What holds for the parts that follow: the table being read, and the time of a lead-in or heading."""

    table: Table | None = None
    lead: Stated | None = None
    heading: Stated | None = None
    stays: list[tuple[int, int]] = field(default_factory=list)
    open_lead: bool = False
    outside: bool = False
    triggers: Triggers = field(default_factory=lambda: Triggers(""))


def find(found: Outline, resolved: tuple[Clause, ...], moved: tuple[Claim, ...]) -> Iterator[Claim]:
    """The commitments of a document."""
    ordered: dict[int, list[Clause]] = {}
    for clause in resolved:
        ordered.setdefault(clause.part.whole.start, []).append(clause)
    walk = _Walk(stays=[(m.start, m.end) for m in moved if m.attributes["status"] != "proposed"])
    walk.triggers = Triggers(found.plain)
    walk.outside = is_from_outside(found)
    for row in stacked_rows(found):
        yield due_claim(
            found, row.stretch, 0, len(row.stretch.words), row.time, "row of an action table", owner=row.owner
        )
    for index, part in enumerate(found.parts):
        following = found.parts[index + 1] if index + 1 < len(found.parts) else None
        if is_timetable_line(found, index):
            yield from _prose(found, walk, part, [], item=True, leads=False)
            continue
        yield from _part(found, walk, part, ordered.get(part.whole.start, []), following)


def _part(
    found: Outline, walk: _Walk, part: Part, orders: list[Clause], following: Part | None
) -> Iterator[Claim]:
    kind = part.passage.kind
    if kind is Kind.HEADING:
        walk.table = walk.lead = None
        walk.heading = time_of_heading(found, part)
        return
    if part.zone is Zone.RESTATED:
        for clause in orders:
            yield from _stretch(
                found, walk, part, clause.sentence, clause.start, clause.end, ordered=True, item=True
            )
        return
    if part.zone is Zone.RECOMMENDED and not walk.outside:
        return
    if kind is Kind.FIELD:
        walk.table = None
        yield from _field(found, walk, part)
        return
    if part.zone is Zone.ASIDE:
        return
    if kind is Kind.ROW or (walk.table is not None and part.whole.words.count("|") > 1):
        done = list(_row(found, walk, part))
        if done or walk.table is not None:
            yield from done
            return
    else:
        walk.table = None
    item = part.item or kind is Kind.ITEM
    if not item:
        walk.lead = None
    yield from _prose(found, walk, part, orders, item=item, leads=leads(part, following))


def _row(found: Outline, walk: _Walk, part: Part) -> Iterator[Claim]:
    cells = cells_of(found, part)
    if (table := header_of(cells)) is not None:
        walk.table = table
        return
    if walk.table is not None and len(cells) >= 2:
        rows: Iterator[Row] = row_under(found, walk.table, cells)
    else:
        walk.table = None
        rows = row_alone(found, cells)
    for row in rows:
        words = row.stretch
        yield due_claim(
            found, words, 0, len(words.words), row.time, "row of an action table", owner=row.owner
        )
    if walk.table is not None:
        yield from _told_in_cells(found, walk, part, cells)


def _told_in_cells(found: Outline, walk: _Walk, part: Part, cells: list[Cell]) -> Iterator[Claim]:
    """What the sentences of a cell of discussion promise, beside the action in its own column."""
    assert walk.table is not None
    for number, cell in enumerate(cells):
        if number == walk.table.action or len(cell.words) < LONG_CELL or not cell.words.endswith("."):
            continue
        for one in sentences(found.plain, cell.start, cell.end):
            yield from _stretch(found, walk, part, one, 0, len(one.words), ordered=False, item=False)


LONG_CELL = 40  # characters: less is a label
_DUE_FIELD = re.compile(
    r"(?:(?:expected |key )?decision (?:due|expected)(?: date)?|expected decision(?: date)?"
    r"|due(?: date| by)?|deadline|target(?: date)?|by when|timescale"
    r"|completion date|closing date|to be (?:completed|done) by|(?:deadline|closing date) (?:for"
    r"|of) [^:]{2,60}|date due|report due|next report(?: due)?|when|complete by|implementation by"
    r"|proposed decision date|date of proposed decision|likely date of decision|decision to be "
    r"(?:made|taken)(?: on| by)?)\s*(?=:|- )",
    re.I,
)


def _field(found: Outline, walk: _Walk, part: Part) -> Iterator[Claim]:
    """ "Decision due: March 2027" in a forward plan; other labelled dates are none."""
    words = part.whole.words
    label = _DUE_FIELD.match(words)
    if label is None:
        for number, one in enumerate(part.sentences):
            begin = one.words.find(":") + 1 if number == 0 else 0
            if number or len(one.words) - begin > 20:
                yield from _stretch(found, walk, part, one, begin, len(one.words), ordered=False, item=False)
        return
    for time in stated_times(part.whole, found.calendar):
        if time.start >= label.end() and time.known:
            if not time.preposition and not words.lower().startswith(
                ("decision", "expected", "key", "likely", "proposed")
            ):
                time = _as_last_day(time)
            yield due_claim(found, part.whole, 0, len(words), time, "field of a due date", owner=None)
            return


def _as_last_day(time: Stated) -> Stated:
    window = type(time.window)(None, time.window.until, time.window.words)
    return Stated(time.start, time.end, window, "by", time.grain, due=True)


def _prose(
    found: Outline, walk: _Walk, part: Part, orders: list[Clause], *, item: bool, leads: bool
) -> Iterator[Claim]:
    claims: list[Claim] = []
    taken = [(c.sentence.place(c.start), c.sentence.place(c.end - 1) + 1) for c in orders]
    for clause in orders:
        claims += _stretch(
            found, walk, part, clause.sentence, clause.start, clause.end, ordered=True, item=item
        )
    for one in lines_of(found, part) or part.sentences:
        for start, end in free_stretches(one, taken):
            claims += _stretch(found, walk, part, one, start, end, ordered=False, item=item)
    if leads:
        walk.lead = time_of_lead(found, part)
        walk.open_lead = bool(OPEN_LEAD.search(part.whole.words))
        if walk.lead is not None and walk.open_lead:
            return
    elif item and all(_is_timeless(c) for c in claims):
        claims = list(_from_above(found, walk, part)) or claims
    yield from claims


def _is_timeless(claim: Claim) -> bool:
    return claim.attributes["due_from"] is None and claim.attributes["due_to"] is None


def _from_above(found: Outline, walk: _Walk, part: Part) -> Iterator[Claim]:
    """An item with no time of its own takes that of its lead-in or of the heading over it."""
    time = walk.lead
    words = part.whole.words
    if time is None:
        time = walk.heading
    if (
        time is not None
        and (is_action(words) or (walk.lead is not None and walk.open_lead))
        and 8 < len(words) < 600
    ):
        yield due_claim(found, part.whole, 0, len(words), time, "time of the lead-in", owner=owner_of(words))


@dataclass(slots=True)
class _Stretch:
    """Places `start` to `end` of a sentence, read after `prefix` characters of its lead-in."""

    one: Sentence
    start: int
    end: int
    prefix: int
    seen: Scene
    done: list[tuple[int, int]] = field(default_factory=list)
    used: list[Group] = field(default_factory=list)

    @property
    def shift(self) -> int:
        """What a place in the sentence is greater by in the scene."""
        return self.prefix - self.start

    def moved(self, time: Stated) -> Stated:
        """A time of the sentence, at its place in the scene."""
        return replace(time, start=time.start + self.shift, end=time.end + self.shift)

    def is_said(self, place: int) -> bool:
        """Whether a place lies in a clause that already gives a commitment."""
        return any(first <= place < last for first, last in self.done)


def _stretch(
    found: Outline, walk: _Walk, part: Part, one: Sentence, start: int, end: int, *, ordered: bool, item: bool
) -> Iterator[Claim]:
    """What a stretch of a sentence commits to; an item is read after its lead-in, as its end."""
    words = one.words[start:end]
    if not words:
        return
    first, last = one.place(start), one.place(end - 1) + 1
    reports = walk.triggers.report_in(first, last)
    times: list[Stated] = []
    if walk.triggers.time_in(first, last):
        times = [t for t in stated_times(one, found.calendar) if start <= t.start < end]
    if not times and not reports:
        return
    prefix = lead_words(part, words) if item or ordered else ""
    reports = reports and may_report(prefix + words)
    if not times and not reports:
        return
    listed = is_listed(part, words, item=item)
    on = found.document.dated_on
    seen = scene(prefix + words, on=on, ordered=ordered, listed=listed, outside=walk.outside)
    stretch = _Stretch(one, start, end, len(prefix), seen)
    yield from _timed(found, walk, stretch, times)
    if reports:
        yield from _reports(found, stretch)


def _timed(found: Outline, walk: _Walk, stretch: _Stretch, times: list[Stated]) -> Iterator[Claim]:
    """What is to be done by each time stated; times that are known come first."""
    words = stretch.one.words
    for time in sorted(times, key=lambda t: not t.known):
        moved = stretch.moved(time)
        recurs = time.grain == RECURRING
        reading = _recurring(stretch.seen, moved) if recurs else reading_of(stretch.seen, moved)
        if reading is None:
            continue
        first, last = _quoted(stretch, time, reading.group)
        looks_on = reading.group is not None and reading.group.look in TO_COME
        if reading.group is not None and not looks_on and reading.group.start < stretch.prefix:
            continue
        if not looks_on and _stays(walk, stretch.one, first, last):
            continue
        if not time.known and stretch.is_said(time.start) and not _another(words, time, times):
            continue
        stretch.done.append((first, last))
        if reading.group is not None:
            stretch.used.append(reading.group)
        if reading.rule == "deadline named":
            time = _last_day_named(words, time)
        later = any(t.due and time.end <= t.start < last and (t.grain != RECURRING or recurs) for t in times)
        stop = time.end if later else last
        owner = owner_of(words[first:last])
        yield due_claim(found, stretch.one, first, stop, time, reading.rule, owner=owner)


def _stays(walk: _Walk, one: Sentence, first: int, last: int) -> bool:
    """Whether a clause tells of a function that was moved already, or stays where it is."""
    return any(one.place(first) < end and start < one.place(last - 1) + 1 for start, end in walk.stays)


def _last_day_named(words: str, time: Stated) -> Stated:
    """A closing date is the last day; a date to start or go live is that day."""
    if time.preposition not in ("", "of", "on", "at"):
        return time
    before = words[max(0, time.start - 40) : time.start]
    return time if re.search(r"go-live|start", before, re.I) else _as_last_day(time)


def _recurring(seen: Scene, time: Stated) -> Reading | None:
    """A report promised again and again: "will send a report every six months"."""
    before = [g for g in report_groups(seen) if g.end <= time.start]
    if before and not any(g.look in FINITE for g in seen.groups if before[-1].end < g.start < time.start):
        return Reading("promise to report", before[-1])
    if (
        seen.listed
        and not seen.groups
        and len(seen.words) < 90
        and seen.words[time.start :].lower().startswith(("every", "each", "once"))
    ):
        return Reading("thing to come at a time", None)
    return None


def _another(words: str, time: Stated, times: list[Stated]) -> bool:
    """Whether a time counted or recurring is of a thing of its own: "in six months and another in May"."""
    known = [t for t in times if t.known and t.due]
    return all(
        re.search(r"\b(?:and|then|plus)\b", words[min(t.end, time.end) : max(t.start, time.start)])
        for t in known
    )


def _quoted(stretch: _Stretch, time: Stated, group: Group | None) -> tuple[int, int]:
    """The clause to quote: the one round the time and the verb that governs it."""
    words, first, last = stretch.one.words, time.start, time.end
    if group is not None and group.start >= stretch.prefix:
        first, last = min(first, group.start - stretch.shift), max(last, group.end - stretch.shift)
    first, last = clause_around(words, first, last)
    first, last = max(first, stretch.start), min(last, stretch.end)
    if last - first < SHORTEST_CLAUSE:
        first, last = stretch.start, stretch.end
    return first, max(last, time.end)


SHORTEST_CLAUSE = 25  # characters: less does not stand by itself


_CONDITION = re.compile(
    r"(?:^|[,;] |\b(?:and|but|that) )(?:[Ww]here|[Uu]nless|[Ii]n the event|[Ss]hould (?:the|it"
    r"|any))\b|\b(?:[Ii]f|unless|provided that)\b"
)

_ASKING = re.compile(
    r"\b(?:ask\w*|know|see|wonder\w*|check|consider|confirm|establish|find out|clarify|advise|whether or) $",
    re.I,
)


def _reports(found: Outline, stretch: _Stretch) -> Iterator[Claim]:
    """Promises and orders to report, no time being stated: "She undertook to circulate the figures"."""
    words = stretch.one.words
    for group in report_groups(stretch.seen):
        at = max(group.start - stretch.shift, stretch.start)
        first, last = clause_around(words, at, max(group.end - stretch.shift, at + 1))
        first, last = max(first, stretch.start), min(last, stretch.end)
        if group in stretch.used:
            continue
        if any(a < last and first < b for a, b in stretch.done):
            if not _JOINS.search(words[:at]):
                continue
            first = at
        if _is_conditional(words[first:last]) or _IF_FIRST.match(words[stretch.start : first]):
            continue
        stretch.done.append((first, last))
        told = stretch.seen.ordered or group.look not in (
            Look.FUTURE,
            Look.DUTY,
            Look.PLAN,
            Look.PROMISE,
            Look.WOULD,
        )
        rule = "order to report" if told else "promise to report"
        yield due_claim(found, stretch.one, first, last, None, rule, owner=owner_of(words[first:last]))


_JOINS = re.compile(r"\b(?:thereafter|and then|afterwards)(?: to)? $")


_IF_FIRST = re.compile(r"(?:If|Unless|Should) [^;.]*, $")


def _is_conditional(clause: str) -> bool:
    return any(not _ASKING.search(clause[: m.start()]) for m in _CONDITION.finditer(clause))

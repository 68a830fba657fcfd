"""Stretches of sentences read for commitments: what is to be done by each time, and what is to be reported.

A stretch is a clause of a resolution, an item of a list read after its lead-in, or what no clause covers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from handback.core.periods import ONE_DAY, Window
from handback.reading.claims.askers import IF_ANY
from handback.reading.claims.claim import Claim
from handback.reading.claims.clauses import clause_around
from handback.reading.claims.doers import doer_of
from handback.reading.claims.due_claims import due_claim
from handback.reading.claims.lead_ins import is_from_outside, is_listed, lead_words
from handback.reading.claims.outline import Outline, Part
from handback.reading.claims.outlook import reading_of
from handback.reading.claims.owners import owner_of
from handback.reading.claims.promises import report_groups
from handback.reading.claims.report_signs import may_report
from handback.reading.claims.routine import is_standard
from handback.reading.claims.scenes import Reading, Scene, is_past, reads_orders, scene
from handback.reading.claims.triggers import Triggers
from handback.reading.claims.verb_phrases import FINITE, FORWARD, Group, Look
from handback.reading.words.counted_times import RECURRING
from handback.reading.words.dates import Stated, stated_times
from handback.reading.words.sentences import Sentence
from handback.reading.words.watch import waits

TO_COME = FORWARD | {Look.WAS_PLANNED, Look.WOULD}


class Paper:
    """A document read for commitments.

    `triggers`: where words stand that tell of a time or a report. `stays`: places that tell of a function
    that was moved already or stays where it is. `outside`: it speaks for inspectors or the like.
    """

    def __init__(self, found: Outline, moved: tuple[Claim, ...]) -> None:
        self.found = found
        self.triggers = Triggers(found.plain)
        self.stays = [(m.start, m.end) for m in moved if m.attributes["status"] != "proposed"]
        self.outside = is_from_outside(found)


@dataclass(slots=True)
class _Stretch:
    """Places `start` to `end` of a sentence, read after `prefix` characters of its lead-in."""

    one: Sentence
    start: int
    end: int
    prefix: int
    seen: Scene
    owner: str | None = None
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


def committed(
    paper: Paper,
    part: Part,
    one: Sentence,
    start: int,
    end: int,
    *,
    ordered: bool,
    item: bool,
    owner: str | None = None,
) -> Iterator[Claim]:
    """What a stretch of a sentence commits to; an item is read after its lead-in, as its end.

    `owner` is whoever is named outside it; without one the words of the clause are looked through.
    """
    words = one.words[start:end]
    if not words:
        return
    if start and _IF_ONLY.match(one.words[:start]):
        return
    first, last = one.place(start), one.place(end - 1) + 1
    reports = paper.triggers.report_in(first, last)
    times: list[Stated] = []
    if paper.triggers.time_in(first, last):
        times = [t for t in stated_times(one, paper.found.calendar) if start <= t.start < end]
    if not times and not reports:
        return
    prefix = lead_words(part, words) if item or ordered else ""
    listed = is_listed(part, words, item=item)
    if reports:
        orders = reads_orders(prefix + words, ordered=ordered, listed=listed)
        reports = may_report(prefix + words, ordered=orders)
    on = paper.found.document.dated_on
    if not reports and all(is_past(time, on) for time in times):
        return
    seen = scene(prefix + words, on=on, ordered=ordered, listed=listed, outside=paper.outside)
    stretch = _Stretch(one, start, end, len(prefix), seen, owner)
    yield from _timed(paper, stretch, times)
    if reports:
        yield from _reports(paper, stretch, times)


def _timed(paper: Paper, stretch: _Stretch, times: list[Stated]) -> Iterator[Claim]:
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
        if not looks_on and _stays(paper, stretch.one, first, last):
            continue
        if not time.known and stretch.is_said(time.start) and not _another(words, time, times):
            continue
        stretch.done.append((first, last))
        if reading.group is not None:
            stretch.used.append(reading.group)
        if reading.rule == "deadline named":
            time = _last_day_named(words, time)
        elif time.preposition == "before" and _is_never_before(stretch.seen, reading.group):
            time = _from_then(time)
        later = any(t.due and time.end <= t.start < last and (t.grain != RECURRING or recurs) for t in times)
        stop = time.end if later else last
        owner = stretch.owner or (
            None if reading.apart else _owner(stretch, reading.group, words[first:last])
        )
        yield due_claim(paper.found, stretch.one, first, stop, time, reading.rule, owner=owner)


def _owner(stretch: _Stretch, group: Group | None, clause: str) -> str | None:
    return owner_of(clause) if group is None else doer_of(stretch.seen, group)


def _stays(paper: Paper, one: Sentence, first: int, last: int) -> bool:
    """Whether a clause tells of a function that was moved already, or stays where it is."""
    return any(one.place(first) < end and start < one.place(last - 1) + 1 for start, end in paper.stays)


def as_last_day(time: Stated) -> Stated:
    """A time as the last day due, whatever came before it."""
    window = Window(None, time.window.until, time.window.words)
    return Stated(time.start, time.end, window, "by", time.grain, due=True)


_NOBODY = re.compile(r"\b(?:[Nn]o|[Nn]obody|[Nn]one|[Nn]othing|[Nn]either)\b[^,;.]*$")


def _is_never_before(seen: Scene, group: Group | None) -> bool:
    """Whether a thing is not to be done before a time: "is not expected to reopen before 1 June"."""
    return group is not None and (group.negated or _NOBODY.search(seen.words[: group.start]) is not None)


def _from_then(time: Stated) -> Stated:
    """ "Not before 1 June": from that day on."""
    last = time.window.last
    window = Window(last + ONE_DAY if last else None, None, time.window.words)
    return Stated(time.start, time.end, window, "not before", time.grain, due=True)


def _last_day_named(words: str, time: Stated) -> Stated:
    """A closing date is the last day; a date to start or go live is that day."""
    if time.preposition not in ("", "of", "on", "at", "to"):
        return time
    before = words[max(0, time.start - 40) : time.start]
    return (
        time
        if re.search(r"go-live|start|\b(?:new|revised|agreed|current) date", before, re.I)
        else as_last_day(time)
    )


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


_CONDITION = waits(
    r"(?:^|[,;-] |\b(?:and|but|that) )(?:[Ww]here|[Uu]nless|[Ii]n the event|[Ss]hould (?:the|it|any))\b"
    r"|\b(?:[Ii]f|unless|provided that)\b"
)

_ASKING = re.compile(
    r"\b(?:ask\w*|know|see|wonder\w*|check|consider|confirm|establish|find out|clarify|advise|whether or) $",
    re.I,
)


def _reports(paper: Paper, stretch: _Stretch, times: list[Stated]) -> Iterator[Claim]:
    """Promises and orders to report, no time being stated: "She undertook to circulate the figures"."""
    words = stretch.one.words
    for group in report_groups(stretch.seen):
        at = max(group.start - stretch.shift, stretch.start)
        first, last = clause_around(words, at, max(group.end - stretch.shift, at + 1))
        first, last = max(first, stretch.start), min(last, stretch.end)
        if group in stretch.used or _is_looked_into(stretch.seen, group):
            continue
        if _DONE_SINCE.search(stretch.seen.words, group.end):
            continue
        if any(a < last and first < b for a, b in stretch.done):
            if not _JOINS.search(words[:at]):
                continue
            first = at
        if _is_conditional(words[first:last]) or is_standard(words[first:last]):
            continue
        if _IF_FIRST.match(words[stretch.start : first]):
            continue
        if any(first <= t.start < at and is_past(t, stretch.seen.on) for t in times):
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
        yield due_claim(
            paper.found,
            stretch.one,
            first,
            last,
            None,
            rule,
            owner=stretch.owner or _owner(stretch, group, words[first:last]),
        )


#: "A note would be provided - this had been sent": what was promised is told to have been done.
_DONE_SINCE = waits(
    r"\b(?:had|has) (?:now |since |already )?been (?:sent|provided|circulated|supplied|issued|shared"
    r"|completed|done)\b"
)
_LOOKS = frozenset(("investigate", "explore", "look", "examine", "review", "consider", "visit"))
_AND_REPORT = re.compile(r",? and(?: then| to| also| subsequently)* $")


def _is_looked_into(seen: Scene, group: Group) -> bool:
    """ "To investigate the leaks, and report back": what is looked into is what is then reported."""
    after = next((g for g in seen.groups if g.start > group.end and g.look is not Look.PARTICIPLE), None)
    return (
        group.head in _LOOKS
        and after is not None
        and after.head in ("report", "update", "respond", "reply")
        and _AND_REPORT.search(seen.words[group.end : after.start]) is not None
    )


_JOINS = re.compile(r"\b(?:thereafter|and then|afterwards)(?: to)? $")


_IF_ONLY = re.compile(r"(?:If|Unless|Should|Where) (?:[\w'-]+ ){0,2}$")
_IF_FIRST = re.compile(r"(?:If|Unless|Should) [^;.]*, $")


def _is_conditional(clause: str) -> bool:
    if IF_ANY.match(clause):
        return True
    return any(not _ASKING.search(clause[: m.start()]) for m in _CONDITION.finditer(clause))

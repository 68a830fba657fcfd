"""Tables of actions: rows that say what is to be done, by whom and by when, read by the header above them.

A column of dates under "Due", "By when" or "Target date" makes each open row a commitment; without a header,
a row of at least three cells whose last one is a date does.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from handback.core.periods import Window
from handback.reading.claims.outline import Outline, Part
from handback.reading.claims.paper_words import PAPER
from handback.reading.words.dates import Stated, stated_times
from handback.reading.words.points import YEARS, Grain
from handback.reading.words.sentences import Sentence, sentence
from handback.reading.words.watch import waits

DUE = re.compile(
    r"(?:(?:revised|new|agreed|current|original|planned|proposed|target|due|completion|delivery"
    r"|implementation|milestone|expected|forecast|final|review|report(?:ing)?|decision|go[- ]?live) )*"
    r"(?:by when\??|when\??|due(?: date| by)?|deadlines?|target(?: date)?s?"
    r"|time ?-?(?:scales?|frames?|lines?|table)"
    r"|timings?|dates?|completion|complete by|to be completed by|by|end(?: date)?|finish(?: date)?"
    r"|due for completion|delivery"
    r"|date (?:due|for completion|for implementation|of decision|to be completed)"
    r"|implementation|live|milestone date|expected)(?: \(.*\))?",
    re.I,
)
_NOT_DUE = re.compile(
    r"\b(?:raised|opened|logged|agreed on|closed|actual|completed|done|updated|last"
    r"|of (?:meeting|report|audit|issue)|meeting|started|published|received|identified)\b",
    re.I,
)
_START = re.compile(r"(?:planned |target )?(?:start|begin|from|commence)\w*(?: date| by| month)?", re.I)
_ACTION = re.compile(
    r"\b(?:actions?|recommendations?|milestones?|tasks?|activit(?:y|ies)|what|commitments?"
    r"|deliverables?|items?|issues?|decisions?|steps?|stages?|phases?"
    r"|outputs?|projects?|measures?|descriptions?|subject|objectives?|workstreams?|matter"
    r"|requirements?|improvements?|priorit\w+|report|topic|title|work)\b",
    re.I,
)
_OWNER = re.compile(
    r"\b(?:who|owners?|leads?|responsib\w+|officers?|by whom|accountable|assigned|contact|sro|sponsor)\b",
    re.I,
)
_STATUS = re.compile(
    r"\b(?:status|rag|progress|update|outcome|position|rating|comments?|notes?|complete\??)\b", re.I
)
_DONE = re.compile(
    r"^(?:\W|status|rag)*(?:now )?(?:complete[d]?|done|closed|delivered|achieved|implemented|finished|blue"
    r"|discharged|no longer|withdrawn|cancelled|superseded|n/?a"
    r"|not (?:to be )?(?:taken forward|pursued|progressed))\b"
    r"|\b(?:completed|closed|done|delivered|finished)(?: on| in)? [\w /]+$"
    r"|\b(?:now complete|fully complete|action closed)\b",
    re.I,
)
_OPEN = re.compile(
    r"\b(?:not (?:yet )?(?:complete|done|started|met)|in progress|on track|overdue|open|delayed"
    r"|behind|amber|red|slipped|outstanding|at risk|ongoing|part)\b",
    re.I,
)
_REFERENCE = re.compile(r"[A-Z]{0,4}[-/ ]?\d{0,3}(?:[./-]\d{1,3})*[a-z]?[.)]?")
_STANDING = waits(
    r"\b(?:standing|ongoing|each|every|monthly|quarterly|weekly|annual(?:ly)?|next|tbc|future)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its plain words and where they stand in the document."""

    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row that commits: the stretch to quote, the time or None, the owner or None."""

    stretch: Sentence
    time: Stated | None
    owner: str | None


@dataclass(slots=True)
class Table:
    """What the header of the table being read says of its columns."""

    due: list[int] = field(default_factory=list)
    by: bool = False
    decides: bool = False
    start: int | None = None
    action: int | None = None
    owner: int | None = None
    status: list[int] = field(default_factory=list)


def cells_of(found: Outline, part: Part) -> list[Cell]:
    """The cells of a row, by its bars, or by tabs and runs of spaces."""
    start, end = part.passage.start, part.passage.end
    raw = found.document.text[start:end]
    parting = r"\|" if "|" in raw else r"\t+| {2,}"
    cells, at = [], 0
    for mark in [*re.finditer(parting, raw), None]:
        stop = mark.start() if mark else len(raw)
        words = raw[at:stop]
        left = len(words) - len(words.lstrip())
        cells.append(
            Cell(
                found.plain[start + at : start + stop].strip(),
                start + at + left,
                start + at + len(words.rstrip()),
            )
        )
        at = mark.end() if mark else stop
    return cells


def header_of(cells: list[Cell]) -> Table | None:
    """What a row says of the columns below it, or None where it is no header with a column of times due."""
    words = [c.words.strip(" *:") for c in cells]
    if len(words) < 2 or any(len(w) > 60 for w in words):
        return None
    if any(_SAYS_WHEN.search(w) for w in words):
        return None
    due = [i for i, w in enumerate(words) if DUE.fullmatch(w) and not _NOT_DUE.search(w)]
    if not due or (all(_BARE_DATE.fullmatch(words[i]) for i in due) and not any(map(_DOING.search, words))):
        return None
    table = Table(due=due)
    table.decides = bool(re.search(r"\bdecision\b", words[due[-1]], re.I))
    table.by = not table.decides and bool(
        re.search(r"\b(?:by|deadline|due|complet\w+|end|finish)\b", words[due[-1]], re.I)
    )
    for i, w in enumerate(words):
        if i not in due:
            _name_column(table, i, w)
    return table


def is_header(found: Outline, part: Part) -> bool:
    """Whether a row only heads the columns of a tracker: "Action agreed | Lead | Due date"."""
    return "|" in part.whole.words and header_of(cells_of(found, part)) is not None


def _name_column(table: Table, i: int, words: str) -> None:
    if _START.fullmatch(words):
        table.start = i
    elif _STATUS.search(words) and not (table.action is None and _ACTION.search(words)):
        table.status.append(i)
    elif _OWNER.search(words) and table.owner is None:
        table.owner = i
    elif _ACTION.search(words) and (
        table.action is None or re.search(r"\baction|task|milestone", words, re.I)
    ):
        table.action = i


_SAYS_WHEN = re.compile(
    r"\b(?:\d{1,2} ?[A-Z][a-z]{2}|[A-Z][a-z]{2,8} 20\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2}|Q[1-4] ?\d)"
)
_COUNTED_FROM = re.compile(
    r"(?:by |at |for |to )?(?:the )?(?:next|following) (?:\w+ )?(?:meeting|week|month|quarter|term|year)\b"
    r"|(?:before|by|after|within|in|end of) (?:the )?(?:[\w-]+ )?"
    r"(?:christmas|easter|new year|days?|weeks?|months?|term|recess|holidays?|year)\b",
    re.I,
)
_LOOKS_AGAIN = re.compile(
    r"(?:[Cc]onsider|[Rr]eview|[Ll]ook (?:at|into|again)|[Ii]nvestigate|[Rr]evisit|[Rr]eply|[Rr]espond"
    r"|[Cc]larify|[Cc]irculate)\b"
)
_BARE_DATE = re.compile(r"dates?|timing|targets?|timetable", re.I)
_DOING = re.compile(r"\b(?:action|recommendation|milestone|task|activity|deliverable|what)s?\b", re.I)


def row_under(found: Outline, table: Table, cells: list[Cell]) -> Iterator[Row]:
    """What a row commits to by the header above it."""
    if any(
        i < len(cells) and _DONE.search(cells[i].words) and not _OPEN.search(cells[i].words)
        for i in table.status
    ):
        return
    due = next((i for i in reversed(table.due) if i < len(cells) and cells[i].words), None)
    if due is None or _DONE.match(cells[due].words):
        return
    action = _action_cell(table, cells)
    if action is None:
        return
    time = _time_due(found, table, cells[due])
    opens = (
        table.start is not None and table.start < len(cells) and _time_in(found, cells[table.start], by=False)
    )
    if time and opens and opens.window.first and time.window.until and opens.window.first < time.window.until:
        time = Stated(
            time.start,
            time.end,
            Window(opens.window.first, time.window.until, time.window.words),
            "from to",
            time.grain,
            due=True,
        )
    owner = _owner_in(table, cells)
    stretch = _stretch(found, cells, min(action, due), max(action, due))
    if time is not None:
        status = " ".join(cells[i].words for i in table.status if i < len(cells))
        if is_open(time, found.document.dated_on) or _OPEN.search(status):
            yield Row(stretch, time, owner or None)
    elif _COUNTED_FROM.match(cells[due].words) and len(cells[due].words) < 40:
        yield Row(stretch, None, owner or None)
    elif (
        _STANDING.search(cells[due].words)
        and len(cells[due].words) < 40
        and (PAPER.search(cells[action].words) or _LOOKS_AGAIN.match(cells[action].words))
    ):
        yield Row(_stretch(found, cells, action, action), None, owner or None)


def _owner_in(table: Table, cells: list[Cell]) -> str | None:
    return cells[table.owner].words if table.owner is not None and table.owner < len(cells) else None


def _action_cell(table: Table, cells: list[Cell]) -> int | None:
    if table.action is not None and table.action < len(cells) and cells[table.action].words:
        return table.action
    taken = {*table.due, table.owner, table.start, *table.status}
    free = [
        i for i, c in enumerate(cells) if i not in taken and c.words and not _REFERENCE.fullmatch(c.words)
    ]
    return max(free, key=lambda i: len(cells[i].words)) if free else None


def _stretch(found: Outline, cells: list[Cell], first: int, last: int) -> Sentence:
    return sentence(found.plain, cells[first].start, cells[last].end)


def _time_in(found: Outline, cell: Cell, *, by: bool) -> Stated | None:
    """The last time in a cell; a bare day, or any time under "by", is the last day due."""
    times = [t for t in stated_times(sentence(found.plain, cell.start, cell.end), found.calendar) if t.known]
    return as_due(times[-1], by=by and not _STARTS.match(cell.words)) if times else None


def _time_due(found: Outline, table: Table, cell: Cell) -> Stated | None:
    """The time in a cell of due dates; a decision due is made on its day, or in its month."""
    if not table.decides:
        return _time_in(found, cell, by=table.by)
    return next(
        (t for t in stated_times(sentence(found.plain, cell.start, cell.end), found.calendar) if t.known),
        None,
    )


def as_due(time: Stated, *, by: bool = False) -> Stated:
    """A bare day in a column of due dates is the last day; so is the end of any time where `by`."""
    if time.preposition not in ("", "on", "at") or time.window.until is None:
        return time
    if time.grain != Grain.DAY and (not by or time.grain in (Grain.QUARTER, Grain.SEASON)):
        return time
    window = Window(None, time.window.until, time.window.words)
    return Stated(time.start, time.end, window, "by", time.grain, due=True)


_STARTS = re.compile(r"(?:from|start|in|during|between)\b", re.I)


def is_done(words: str) -> bool:
    """Whether words say that a thing was done: "Complete", "closed on 3 May"."""
    return _DONE.search(words) is not None and not _OPEN.search(words)


def is_open(time: Stated, on: date | None) -> bool:
    """Whether a time is not over on the document's day, or the document has none."""
    last = time.window.last or time.window.first
    return on is None or last is None or last >= on


def heads_figures(cells: list[Cell]) -> bool:
    """Whether a row heads columns of figures by their periods: "Measure | Target 2026/27 | Q1 | Q2"."""
    first, *others = [cell.words.strip(" *:") for cell in cells]
    periods = sum(_PERIOD_HEAD.fullmatch(words) is not None for words in others)
    return periods >= FEWEST_PERIODS or (periods > 0 and _FIGURES_HEAD.fullmatch(first) is not None)


FEWEST_PERIODS = 3  # periods side by side that are heads, whatever stands before them
_FIGURES_HEAD = re.compile(
    r"(?:(?:performance|key|success|headline) )?"
    r"(?:measures?|indicators?|kpis?|metrics?|budgets?|spend(?:ing)?)"
    r"(?: (?:ref(?:erence)?|name|no\.?|title|description))?|",
    re.I,
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_PERIOD_HEAD = re.compile(
    r"(?:(?:year[- ]end |annual )?(?:target|actual|result|outturn|forecast|plan|budget|baseline|as at"
    r"|position at|to) )?"
    rf"(?:(?:q|quarter |qtr )[1-4]|(?:\d{{1,2}} )?{_MONTH}|(?:19|20)\d\d|20\d\d[/-]\d\d(?:\d\d)?)"
    r"(?:[ -]?(?:20)?\d\d(?:[/-]\d\d(?:\d\d)?)?)?"
    r"(?: (?:target|actual|result|outturn|forecast|plan|budget|baseline|to date))?",
    re.I,
)


def row_alone(found: Outline, cells: list[Cell]) -> Iterator[Row]:
    """A row of an action log with no header: what, who, and a time in the last cell."""
    cells = [c for i, c in enumerate(cells) if c.words or i < len(cells) - 1]
    if len(cells) == 2:
        yield from _dated_pair(found, cells)
        return
    if len(cells) < 3 or _DONE.search(cells[-1].words) or len(cells[-1].words) > 40 or header_of(cells):
        return
    named = len(cells) > 3 and bool(_REFERENCE.fullmatch(cells[0].words))
    action, who = (1, 2) if named else (0, 1)
    if re.fullmatch(r"[\d£%.,() -]*", cells[action].words) or len(cells[who].words) > 60:
        return
    time = _time_in(found, cells[-1], by=False)
    owner = None if cells[who].words in ("-", "", "n/a", "N/A") else cells[who].words
    if time is not None:
        if is_open(time, found.document.dated_on):
            yield Row(_stretch(found, cells, action, len(cells) - 1), time, owner)
    elif _STANDING.search(cells[-1].words) and PAPER.search(cells[action].words):
        yield Row(_stretch(found, cells, action, action), None, owner)


def _dated_pair(found: Outline, cells: list[Cell]) -> Iterator[Row]:
    """A line of a timetable in two cells: a thing, and nothing but a day or month still to come."""
    on, thing = found.document.dated_on, cells[0].words
    time = _time_in(found, cells[1], by=False)
    if time is None or on is None or len(cells[1].words) > time.end - time.start or len(thing.split()) < 2:
        return
    if time.grain in YEARS or _LABELLED.search(thing):
        return
    if (time.window.last or time.window.first or on) > on:
        yield Row(_stretch(found, cells, 0, 1), time, None)


_LABELLED = re.compile(r"\b(?:dates?|meeting|expires?|ends?|term|published|review date|period)\b|:$", re.I)

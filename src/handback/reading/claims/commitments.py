"""Commitments: what somebody undertakes, is told or expects to have done, by a stated time or as a report.

A stated time makes a commitment of a clause that looks forward (`outlook`). Without a time only promises and
orders to report, answer, update, supply papers or figures, or look at a matter again count (`promises`).
Tables are read by their headers (`action_tables`), actions by their labels and brackets (`action_lines`); a
time in the lead-in of a list, or in the heading over it, holds for its items.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handback.reading.claims.action_lines import actions_in, heads_actions, last_sentence_of, taken_by
from handback.reading.claims.action_tables import (
    Cell,
    Row,
    Table,
    cells_of,
    header_of,
    heads_figures,
    is_done,
    row_alone,
    row_under,
)
from handback.reading.claims.addressed import Addressed
from handback.reading.claims.claim import Claim
from handback.reading.claims.done_lines import is_done_below
from handback.reading.claims.due_claims import due_claim
from handback.reading.claims.labelled_blocks import Block, blocks_in
from handback.reading.claims.lead_ins import (
    OPEN_LEAD,
    free_stretches,
    is_action,
    is_ordered_list,
    is_timetable_line,
    leads,
    lines_of,
    looks_forward,
    names_thing,
    speaks,
    time_of_heading,
    time_of_lead,
)
from handback.reading.claims.outline import Outline, Part, Zone
from handback.reading.claims.owners import owner_of
from handback.reading.claims.purposes import is_agenda, is_infinitive, is_purpose
from handback.reading.claims.resolved import Clause
from handback.reading.claims.stacked_tables import stacked_rows
from handback.reading.claims.stretches import Paper, as_last_day, committed
from handback.reading.claims.timetables import Step, Timetables
from handback.reading.claims.verbs import Group
from handback.reading.document import Kind
from handback.reading.words.dates import Stated, stated_times
from handback.reading.words.sentences import Sentence, sentences


@dataclass(slots=True)
class _Walk:
    """What holds for the parts that follow: the table being read, the time of a lead-in or heading, and
    whether they are a list of actions.

    `before` is the last sentence of the part before; `scheduled`: the part stands in a timetable, whose
    line above opens with the time `step`.
    """

    table: Table | None = None
    lead: Stated | None = None
    heading: Stated | None = None
    open_lead: bool = False
    actions: bool = False
    led: bool = False
    scheduled: bool = False
    step: Stated | None = None
    before: Sentence | None = None


def find(found: Outline, resolved: tuple[Clause, ...], moved: tuple[Claim, ...]) -> Iterator[Claim]:
    """The commitments of a document."""
    ordered: dict[int, list[Clause]] = {}
    for clause in resolved:
        ordered.setdefault(clause.part.whole.start, []).append(clause)
    paper, walk = Paper(found, moved), _Walk()
    for row in stacked_rows(found):
        yield _of_row(found, row)
    blocks, timetables = tuple(blocks_in(found)), Timetables(found)
    agenda, addressed = is_agenda(found), Addressed(found)
    for index, part in enumerate(found.parts):
        following = found.parts[index + 1] if index + 1 < len(found.parts) else None
        if blocks and any(block.says(part.passage.start) for block in blocks):
            continue
        walk.scheduled = timetables.holds(index)
        if is_timetable_line(found, index) or timetables.is_content(index):
            told = _prose(paper, walk, part, [], item=True, leads=False)
        else:
            told = _part(paper, walk, part, ordered.get(part.whole.start, []), following)
        claims = list(_with_blocks(found, part, blocks, told))
        if agenda and is_purpose(found, index):
            claims = [one for one in claims if not (_is_timeless(one) or is_infinitive(part))]
        claims = [one for one in claims if not (_is_timeless(one) and _is_for_all(addressed, part, one))]
        claims = _with_steps(found, walk, claims, timetables.steps(index))
        if part.passage.marker:
            walk.step = None  # the time of an item is none of the next one's
        if claims and not is_done_below(found, index):
            yield from claims


def _is_for_all(addressed: Addressed, part: Part, claim: Claim) -> bool:
    """Whether a claim without days of its own only says what a page tells everybody."""
    told = next(
        (one for one in part.sentences if claim.start < one.place(len(one.words) - 1) + 1), part.whole
    )
    return addressed.binds_nobody(told.words)


def _with_blocks(
    found: Outline, part: Part, blocks: tuple[Block, ...], told: Iterator[Claim]
) -> Iterator[Claim]:
    """What a part commits to; an action with no time of its own is due when its block says."""
    here = [b for b in blocks if part.passage.start <= b.words.start < part.passage.end]
    claims = list(told)
    for block in here:
        if not all(_is_timeless(c) or block.says(c.end - 1) for c in claims):
            continue
        claims = []
        if block.time is not None:
            words = block.words
            yield due_claim(
                found, words, 0, len(words.words), block.time, "line of action", owner=block.owner
            )
    yield from claims


def _with_steps(found: Outline, walk: _Walk, claims: list[Claim], steps: list[Step]) -> list[Claim]:
    """The claims of a part with the steps of its timetable that no rule has read with a time."""
    for step in steps:
        here = [
            c for c in claims if c.start < step.line.place(len(step.line.words)) and step.line.start < c.end
        ]
        if all(_is_timeless(c) or c.rule == "time of the lead-in" for c in here):
            claims = [c for c in claims if c not in here]
            claims.append(
                due_claim(
                    found,
                    step.line,
                    0,
                    len(step.line.words),
                    step.time,
                    "step of a timetable",
                    owner=owner_of(step.line.words),
                )
            )
        walk.step = step.time if step.led else None
    return claims


def _of_row(found: Outline, row: Row) -> Claim:
    words = row.stretch
    return due_claim(found, words, 0, len(words.words), row.time, "row of an action table", owner=row.owner)


def _part(
    paper: Paper, walk: _Walk, part: Part, orders: list[Clause], following: Part | None
) -> Iterator[Claim]:
    kind = part.passage.kind
    if kind is Kind.HEADING:
        yield from _heading(paper, walk, part)
    elif part.zone is Zone.RESTATED:
        for clause in orders:
            yield from committed(
                paper, part, clause.sentence, clause.start, clause.end, ordered=True, item=True
            )
    elif part.zone is Zone.RECOMMENDED and not (paper.outside or is_ordered_list(part)):
        return
    elif kind is Kind.FIELD:
        walk.table = None
        yield from _field(paper, part)
    elif part.zone is not Zone.ASIDE:
        yield from _body(paper, walk, part, orders, following)


def _heading(paper: Paper, walk: _Walk, part: Part) -> Iterator[Claim]:
    """A heading; or a line of action, or a sentence, that stands alone and so looks like one."""
    actions = list(actions_in(paper, part, under=walk.actions, before=walk.before))
    if actions:
        yield from actions
        return
    if speaks(paper.found, part):
        yield from _prose(paper, walk, part, [], item=False, leads=False)
        return
    walk.table = walk.lead = walk.step = None
    walk.heading = time_of_heading(paper.found, part, scheduled=walk.scheduled)
    walk.actions, walk.led = heads_actions(part.whole.words), False


def _body(
    paper: Paper, walk: _Walk, part: Part, orders: list[Clause], following: Part | None
) -> Iterator[Claim]:
    kind = part.passage.kind
    if kind is Kind.PARAGRAPH and not part.item and _DUE_FIELD.match(part.whole.words):
        yield from _field(paper, part)
        return
    if kind is Kind.ROW and walk.table is None and heads_figures(cells_of(paper.found, part)):
        return
    if kind is Kind.ROW or (walk.table is not None and part.whole.words.count("|") > 1):
        done = list(_row(paper, walk, part))
        if done or walk.table is not None:
            yield from done
            return
    else:
        walk.table = None
    item = part.item or kind is Kind.ITEM
    if not item:
        walk.lead, walk.step, walk.led = None, None, False
    yield from _prose(paper, walk, part, orders, item=item, leads=leads(part, following))
    walk.before = last_sentence_of(part)


def _row(paper: Paper, walk: _Walk, part: Part) -> Iterator[Claim]:
    found = paper.found
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
        yield _of_row(found, row)
    if walk.table is not None:
        yield from _told_in_cells(paper, walk.table, part, cells)


def _told_in_cells(paper: Paper, table: Table, part: Part, cells: list[Cell]) -> Iterator[Claim]:
    """What the sentences of a cell of discussion promise, beside the action in its own column."""
    for number, cell in enumerate(cells):
        if number == table.action or len(cell.words) < LONG_CELL or not cell.words.endswith("."):
            continue
        for one in sentences(paper.found.plain, cell.start, cell.end):
            yield from committed(paper, part, one, 0, len(one.words), ordered=False, item=False)


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


def _field(paper: Paper, part: Part) -> Iterator[Claim]:
    """ "Decision due: March 2027" in a forward plan; other labelled dates are none."""
    words = part.whole.words
    label = _DUE_FIELD.match(words)
    if label is None:
        for number, one in enumerate(part.sentences):
            begin = one.words.find(":") + 1 if number == 0 else 0
            if number or len(one.words) - begin > 20:
                yield from committed(paper, part, one, begin, len(one.words), ordered=False, item=False)
        return
    if is_done(words[label.end() :]):
        return
    first = part.sentences[0] if part.sentences else part.whole
    for time in stated_times(first, paper.found.calendar):
        if time.start >= label.end() and time.known:
            if not time.preposition and not words.lower().startswith(_DECISION_LABELS):
                time = as_last_day(time)
            yield due_claim(paper.found, first, 0, len(first.words), time, "field of a due date", owner=None)
            break
    for one in part.sentences[1:]:
        yield from committed(paper, part, one, 0, len(one.words), ordered=False, item=False)


_DECISION_LABELS = ("decision", "expected", "key", "likely", "proposed")


def _prose(
    paper: Paper, walk: _Walk, part: Part, orders: list[Clause], *, item: bool, leads: bool
) -> Iterator[Claim]:
    claims: list[Claim] = []
    taken = [(c.sentence.place(c.start), c.sentence.place(c.end - 1) + 1) for c in orders]
    for clause in orders:
        claims += _of_clause(paper, part, clause, item=item)
    actions = list(actions_in(paper, part, under=walk.actions or walk.led, before=walk.before))
    taken += [taken_by(paper.found, part, c) for c in actions]
    claims += actions
    for one in lines_of(paper.found, part) or part.sentences:
        for start, end in free_stretches(one, taken):
            claims += committed(paper, part, one, start, end, ordered=False, item=item)
    if leads:
        walk.led = heads_actions(part.whole.words)
        walk.lead = time_of_lead(paper.found, part)
        walk.open_lead = bool(OPEN_LEAD.search(part.whole.words))
        if walk.lead is not None and walk.open_lead:
            return
    elif (item or walk.heading is not None) and all(_is_timeless(c) for c in claims):
        claims = list(_from_above(paper.found, walk, part, item=item)) or claims
    yield from claims


#: Rules that read a time beside a thing, and no verb that promises or orders.
_NAMED_ONLY = frozenset(
    {"thing to come at a time", "present tense at a time to come", "line of action", "order to report"}
)


_TELLS_OF_MORE = re.compile(r"\b(?:will|would|shall|should|must|is to|are to|to be|then)\b")


def _of_clause(paper: Paper, part: Part, clause: Clause, *, item: bool) -> Iterator[Claim]:
    """What a clause of a resolution commits to; what is only noted is told, and orders nothing."""
    noted = clause.group is Group.NOTE
    for one in committed(paper, part, clause.sentence, clause.start, clause.end, ordered=True, item=item):
        if not (noted and one.rule in _NAMED_ONLY and not _TELLS_OF_MORE.search(one.quote)):
            yield one


def _is_timeless(claim: Claim) -> bool:
    return claim.attributes["due_from"] is None and claim.attributes["due_to"] is None


def _opening(found: Outline, part: Part) -> Stated | None:
    """The time that an item opens with itself: "16 July: issue of the plan"."""
    times = stated_times(part.whole, found.calendar) if part.item else []
    own = bool(times) and times[0].known and part.whole.words[: times[0].start].strip() in _WEEK_OF
    return times[0] if own and part.whole.words[times[0].end :].lstrip().startswith((":", "-")) else None


_WEEK_OF = ("", "w/c", "W/C", "wc", "week commencing", "By", "by", "In", "On")


def _from_above(found: Outline, walk: _Walk, part: Part, *, item: bool) -> Iterator[Claim]:
    """What has no time of its own takes that of its lead-in or of the heading over it.

    Under a heading a sentence does that looks forward, too.
    """
    time = walk.lead or (walk.step if item else None) or walk.heading
    if time is None:
        return
    words = part.whole.words
    time = _opening(found, part) or time
    completes = walk.lead is not None and walk.open_lead
    named = walk.scheduled and names_thing(words)
    if item and 8 < len(words) < 600 and (is_action(words) or completes or named):
        thing = part.whole if part.item or not part.sentences else part.sentences[0]
        yield due_claim(
            found, thing, 0, len(thing.words), time, "time of the lead-in", owner=owner_of(thing.words)
        )
    elif walk.lead is None:
        for one in part.sentences:
            if looks_forward(one.words):
                yield due_claim(
                    found, one, 0, len(one.words), time, "time of the lead-in", owner=owner_of(one.words)
                )
                return

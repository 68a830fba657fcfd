"""Commitments: what somebody undertakes, is told or expects to have done, by a stated time or as a report.

A stated time makes a commitment of a clause that looks forward (`outlook`). Without a time only promises and
orders to report, answer, update, supply papers or figures, or look at a matter again count (`promises`).
Tables are read by their headers (`action_tables`), actions by their labels and brackets (`action_lines`); a
time in the lead-in of a list, or in the heading over it, holds for its items.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from handback.reading.claims.action_lines import actions_in, heads_actions, last_sentence_of, taken_by
from handback.reading.claims.action_rows import Rows, row_claim
from handback.reading.claims.addressed import Addressed
from handback.reading.claims.claim import Claim
from handback.reading.claims.done_lines import is_done_below
from handback.reading.claims.due_claims import due_claim
from handback.reading.claims.due_fields import field_claims, is_due_field
from handback.reading.claims.labelled_blocks import Block, blocks_in
from handback.reading.claims.lead_ins import (
    OPEN_LEAD,
    free_stretches,
    is_ordered_list,
    is_timetable_line,
    leads,
    lines_of,
    speaks,
    time_of_heading,
    time_of_lead,
)
from handback.reading.claims.outline import Outline, Part, Zone
from handback.reading.claims.owners import owner_of
from handback.reading.claims.purposes import is_agenda, is_infinitive, is_purpose
from handback.reading.claims.resolved import Clause
from handback.reading.claims.stacked_tables import stacked_rows
from handback.reading.claims.stretches import Paper, committed
from handback.reading.claims.times_above import Above
from handback.reading.claims.timetables import Step, Timetables
from handback.reading.claims.verbs import Group
from handback.reading.document import Kind
from handback.reading.words.sentences import Sentence


@dataclass(slots=True)
class _Walk:
    """What holds for the parts that follow: the table being read, the times above, and whether a heading
    (`actions`) or lead-in (`led`) says that they are things to be done.

    `before` is the last sentence of the part before.
    """

    rows: Rows = field(default_factory=Rows)
    above: Above = field(default_factory=Above)
    actions: bool = False
    led: bool = False
    before: Sentence | None = None


def find(found: Outline, resolved: tuple[Clause, ...], moved: tuple[Claim, ...]) -> Iterator[Claim]:
    """The commitments of a document."""
    ordered: dict[int, list[Clause]] = {}
    for clause in resolved:
        ordered.setdefault(clause.part.whole.start, []).append(clause)
    paper, walk = Paper(found, moved), _Walk()
    for row in stacked_rows(found):
        yield row_claim(found, row)
    blocks, timetables = tuple(blocks_in(found)), Timetables(found)
    agenda, addressed = is_agenda(found), Addressed(found)
    for index, part in enumerate(found.parts):
        following = found.parts[index + 1] if index + 1 < len(found.parts) else None
        if blocks and any(block.says(part.passage.start) for block in blocks):
            continue
        walk.above.scheduled = timetables.holds(index)
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
            walk.above.step = None  # the time of an item is none of the next one's
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
        walk.above.step = step.time if step.led else None
    return claims


def _part(
    paper: Paper, walk: _Walk, part: Part, orders: list[Clause], following: Part | None
) -> Iterator[Claim]:
    """What a part commits to, by its kind and its zone; recommendations and asides commit nobody."""
    kind = part.passage.kind
    if kind is Kind.HEADING:
        yield from _heading(paper, walk, part)
    elif part.zone is Zone.RESTATED:
        for one in orders:
            yield from committed(paper, part, one.sentence, one.start, one.end, ordered=True, item=True)
    elif part.zone is Zone.RECOMMENDED and not (paper.outside or is_ordered_list(part)):
        return
    elif kind is Kind.FIELD:
        walk.rows.end()
        yield from field_claims(paper, part)
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
    walk.rows.end()
    walk.above.lead = walk.above.step = None
    walk.above.heading = time_of_heading(paper.found, part, scheduled=walk.above.scheduled)
    walk.actions, walk.led = heads_actions(part.whole.words), False


def _body(
    paper: Paper, walk: _Walk, part: Part, orders: list[Clause], following: Part | None
) -> Iterator[Claim]:
    """What a paragraph, an item or a row commits to; a row of no table is read as prose."""
    kind = part.passage.kind
    if kind is Kind.PARAGRAPH and not part.item and is_due_field(part.whole.words):
        yield from field_claims(paper, part)
        return
    if kind is Kind.ROW or (walk.rows.headed and part.whole.words.count("|") > 1):
        claims = walk.rows.claims_of(paper, part)
        yield from claims
        if claims or walk.rows.headed or walk.rows.passed:
            return
    else:
        walk.rows.end()
    item = part.item or kind is Kind.ITEM
    if not item:
        walk.above.lead, walk.above.step, walk.led = None, None, False
    yield from _prose(paper, walk, part, orders, item=item, leads=leads(part, following))
    walk.before = last_sentence_of(part)


def _prose(
    paper: Paper, walk: _Walk, part: Part, orders: list[Clause], *, item: bool, leads: bool
) -> Iterator[Claim]:
    """What the words of a part commit to: its orders, its lines of action, then what neither covers.

    Where nothing of it has a time of its own, the times above hold; a lead-in that its items complete
    commits to nothing itself.
    """
    claims = [one for clause in orders for one in _of_clause(paper, part, clause, item=item)]
    actions = list(actions_in(paper, part, under=walk.actions or walk.led, before=walk.before))
    taken = [(c.sentence.place(c.start), c.sentence.place(c.end - 1) + 1) for c in orders]
    taken += [taken_by(paper.found, part, action) for action in actions]
    claims += actions
    for one in lines_of(paper.found, part) or part.sentences:
        for start, end in free_stretches(one, taken):
            claims += committed(paper, part, one, start, end, ordered=False, item=item)
    if leads:
        _open_list(paper.found, walk, part)
        if walk.above.lead is not None and walk.above.completes:
            return
    elif (item or walk.above.heading is not None) and all(_is_timeless(c) for c in claims):
        claims = list(walk.above.claims_of(paper.found, part, item=item)) or claims
    yield from claims


def _open_list(found: Outline, walk: _Walk, part: Part) -> None:
    """Note what a lead-in says of its items: that they are to be done, by when, and that they complete it."""
    walk.led = heads_actions(part.whole.words)
    walk.above.lead = time_of_lead(found, part)
    walk.above.completes = OPEN_LEAD.search(part.whole.words) is not None


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

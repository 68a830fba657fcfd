"""Resolutions: where a page resolves, and the clauses that each decide one thing.

A clause is a place in a sentence with the lead-in that governs it: "Cabinet agreed to: (a) ..., (b)
..." has two clauses, both led by "cabinet agreed to". First the stretch that is decided is found (an
item under a decision, what follows a word of resolving, a list of resolutions without lead-in), then it is
split where another thing begins, then each clause is read by its own verb.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from handback.reading.claims.bare_resolutions import (
    FOR_PURPOSE,
    deeds_in,
    is_bare,
    names_what_follows,
    resolves_in_list,
    sentence_end,
)
from handback.reading.claims.decision_tables import decided_cells
from handback.reading.claims.enumerations import body_lists
from handback.reading.claims.leads import Lead
from handback.reading.claims.lists import enumerated
from handback.reading.claims.outline import Outline, Part, Zone
from handback.reading.claims.parts import leads_in
from handback.reading.claims.predicates import opens_with_verb, own_group
from handback.reading.claims.resolved import Clause, clauses_of
from handback.reading.claims.resolving import LABEL, MAY_RESOLVE, RESOLVING, is_resolution
from handback.reading.claims.stated_resolutions import before_label, behind_label, resolutions_told
from handback.reading.claims.under_decisions import under_decision
from handback.reading.claims.verbs import FORMS, STATED
from handback.reading.words.sentences import Sentence

_CAPITAL_VERB = re.compile(r"^(?:AND )?(?P<verb>[A-Z]{4,}(?:ED|PUT)|DID NOT [A-Z]+)\b(?= )")
#: A word of resolving behind what was: "The fee be raised. RESOLVED".
_RESOLVED_BEHIND = re.compile(r"(?<=[a-z0-9)])[.;:]? \(?RESOLVED\)?\W*$")
_ACCORDINGLY = re.compile(r"(?:It was )?(?:RESOLVED|AGREED|[Rr]esolved|[Aa]greed) accordingly\W*")
_RESOLVES_NOT = re.compile(r"(?:AND )?(?:RESOLVED|DECIDED|DETERMINED) not to ")


def clauses(found: Outline) -> Iterator[Clause]:
    """Every clause of every resolution of a document, in order, and those resolved again (RESTATED)."""
    in_tables = {}
    for part, start, end in decided_cells(found.parts):
        in_tables[id(part)] = (start, end)
    bearing = {id(part) for part, after in pairwise(found.parts) if _bears(part, after)}
    leading = {id(part) for part, after in pairwise(found.parts) if leads_in(part, after)}
    opening = _list_that_opens(found.parts)
    after_orphan = False  # an item after one that resolves without a lead-in resolves too
    for part, after in zip(found.parts, [*found.parts[1:], None], strict=False):
        if part.hangs or id(part) in leading:
            continue
        if names_what_follows(part, after):
            yield from _as_item(part)
            continue
        if id(part) in in_tables:
            yield from _of_cell(part, *in_tables[id(part)])
            continue
        orphan = part.zone is Zone.BODY and part.item and is_bare(part, part.whole.words)
        if id(part) in opening or (
            after_orphan
            and not orphan
            and part.zone is Zone.BODY
            and part.item
            and (opens_with_verb(part.whole.words) or " be " in part.whole.words[:300])
        ):
            yield from under_decision(part)
        elif part.zone in (
            Zone.BODY,
            Zone.DECIDED,
            Zone.DISCUSSION,
            Zone.LISTED,
            Zone.RESTATED,
        ):
            decided = list(_of_part(part))
            yield from decided
            if not decided and id(part) in bearing:
                yield from _as_item(part)
        after_orphan = orphan or (after_orphan and part.item)


def _list_that_opens(parts: tuple[Part, ...]) -> set[int]:
    """The items of a list that a page begins with, if one of them resolves: such a page is one decision."""
    run: list[Part] = []
    for part in parts:
        if not (part.item and part.zone is Zone.BODY):
            break
        run.append(part)
    resolves = any(is_bare(part, part.whole.words) for part in run)
    return {id(part) for part in run} if resolves and len(run) > 1 else set()


def _bears(part: Part, after: Part) -> bool:
    """Whether an item decides what the next passages only name: "To agree the following:", "a) the fees"."""
    if not (after.hangs and after.item and part.item and part.zone is Zone.DECIDED):
        return False
    words = part.whole.words
    return after.stem.strip() == words.lower().strip() and opens_with_verb(words)


def _as_item(part: Part) -> Iterator[Clause]:
    end = sentence_end(part)
    return clauses_of(part, part.whole, 0, end, part.stem, part.lead, rule="item under a decision")


def _of_cell(part: Part, start: int, end: int) -> Iterator[Clause]:
    """A cell under "Decision": what it lists, or each of its sentences."""
    words = part.whole.words
    rule = "item under a decision"
    listed = enumerated(words[start:end])
    if not listed:
        at, pieces = start, []
        for piece in re.split(r"(?<=[.;]) (?=[A-Z])", words[start:end]):
            pieces.append((at - start, at - start + len(piece)))
            at += len(piece) + 1
        listed = tuple(pieces)
    for first, last in listed:
        piece = words[start + first : start + last]
        if own_group(piece) is not None or opens_with_verb(piece) or STATED.match(piece):
            yield from clauses_of(
                part, part.whole, start + first, start + last, "decision", Lead(), rule=rule
            )


def _of_part(part: Part) -> Iterator[Clause]:
    """The clauses that a part resolves: under its label, in its list, or behind a word of resolving."""
    words = part.whole.words
    if part.zone in (Zone.DECIDED, Zone.RESTATED):
        yield from under_decision(part)
        return
    if part.zone is Zone.DISCUSSION:
        return
    if part.zone is Zone.LISTED and part.item and resolves_in_list(part.stem, words):
        yield from under_decision(part)
        return
    if (behind := _word_behind(part)) is not None:
        yield from clauses_of(
            part, behind.sentence, behind.start, behind.end, "resolved", behind.lead, rule="resolution"
        )
        return
    yield from _unlabelled(part, words)


def _unlabelled(part: Part, words: str) -> Iterator[Clause]:
    """What resolves under no label: a verb in capitals, a word of resolving, a list, a sentence."""
    capital = _CAPITAL_VERB.match(words)
    if _RESOLVES_NOT.match(words) or (
        capital and capital["verb"].lower().split()[-1] in FORMS and not LABEL.match(words)
    ):
        yield from clauses_of(
            part,
            part.whole,
            0,
            sentence_end(part),
            "resolved",
            Lead(),
            rule="verb in capitals",
        )
        return
    if part.whole.may & RESOLVING and MAY_RESOLVE.search(words):
        label = LABEL.search(words)
        if label and is_resolution(words, label):
            yield from before_label(part, label)
            yield from behind_label(part, label)
            return
    listed = body_lists(words) if "(" in words[:400] and not FOR_PURPOSE.match(words) else ()
    for first, last in listed:
        yield from clauses_of(part, part.whole, first, last, "decision", Lead(), rule="enumerated resolution")
    if listed:
        return
    if is_bare(part, words):
        yield from _bare(part, words)
        return
    yield from resolutions_told(part)


class _Behind(NamedTuple):
    """What stands before a word of resolving, or is no more than that word."""

    sentence: Sentence
    start: int
    end: int
    lead: Lead


def _word_behind(part: Part) -> _Behind | None:
    """What was resolved where the word stands behind it: "The fee be raised. RESOLVED"."""
    if not (part.sentences and part.whole.may & RESOLVING):
        return None
    words, last = part.whole.words, part.sentences[-1]
    if behind := _RESOLVED_BEHIND.search(words):
        return _Behind(part.whole, words.rfind(". ", 0, behind.start()) + 1, behind.start(), Lead())
    if _ACCORDINGLY.fullmatch(last.words):
        return _Behind(last, 0, len(last.words), Lead(agreed=True))  # what was put to them was agreed
    return None


def _bare(part: Part, words: str) -> Iterator[Clause]:
    rule = "list of resolutions without lead-in"
    for first, last in deeds_in(words, sentence_end(part)):
        yield from clauses_of(part, part.whole, first, last, "resolved", Lead(), rule=rule)

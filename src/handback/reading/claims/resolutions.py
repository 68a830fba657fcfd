"""Resolutions: where a page resolves, and the clauses that each decide one thing.

A clause is a place in a sentence with the lead-in that governs it: "Cabinet agreed to: (a) ..., (b)
..." has two clauses, both led by "cabinet agreed to". First the stretch that is decided is found (an
item under a decision, what follows a word of resolving, a list of resolutions without lead-in), then it is
split where another thing begins, then each clause is read by its own verb.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from handback.reading.claims.bare_resolutions import (
    BARE_END,
    BE_DONE,
    EXPLAINS,
    FOR_PURPOSE,
    STATED,
    decides_no_more,
    deeds_in,
    is_bare,
    names_what_follows,
    only_names,
    resolves_in_list,
    sentence_end,
    states_deed,
    tells_deed,
)
from handback.reading.claims.decision_tables import decided_cells
from handback.reading.claims.enumerations import body_lists, enumeration
from handback.reading.claims.leads import Lead, lead_in
from handback.reading.claims.listing import MOVED, WHOLE_STEM
from handback.reading.claims.lists import enumerated, first_mark, run_on
from handback.reading.claims.outline import Outline, Part, Zone
from handback.reading.claims.predicates import is_note, opens_with_verb, own_group
from handback.reading.claims.resolved import Clause, clauses_of
from handback.reading.claims.resolving import (
    BARE_VERB,
    IS_DECIDED,
    LABEL,
    MAY_RESOLVE,
    NARRATES,
    NOT_DECIDED,
    RESOLVED_AFTER,
    RESOLVING,
    SUBJECT_RESOLVES,
    is_resolution,
    resolves,
)
from handback.reading.claims.stems import (
    TAKES_TASKS,
    gives_grounds,
    is_body_stem,
)
from handback.reading.claims.verbs import FORMS, Group
from handback.reading.words.sentences import Sentence, ends_in_abbreviation

_CAPITAL_VERB = re.compile(r"^(?:AND )?(?P<verb>[A-Z]{4,}(?:ED|PUT)|DID NOT [A-Z]+)\b(?= )")
_RESOLVES_NOT = re.compile(r"(?:AND )?(?:RESOLVED|DECIDED|DETERMINED) not to ")


def clauses(found: Outline) -> Iterator[Clause]:
    """Every clause of every resolution of a document, in order, and those resolved again (RESTATED)."""
    in_tables = {}
    for part, start, end in decided_cells(found.parts):
        in_tables[id(part)] = (start, end)
    bearing = {id(part) for part, after in pairwise(found.parts) if _bears(part, after)}
    leading = {id(part) for part, after in pairwise(found.parts) if _leads(part, after)}
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
        if (
            after_orphan
            and not orphan
            and part.zone is Zone.BODY
            and part.item
            and (opens_with_verb(part.whole.words) or " be " in part.whole.words[:300])
        ):
            yield from _decided(part)
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


def _leads(part: Part, after: Part) -> bool:
    """Whether a passage is no more than the word that the next one hangs on: "AGREED", "1. That ..."."""
    if not after.item or after.hangs:
        return False
    words = part.whole.words.lower().strip()
    return words != "" and words == after.stem.strip()


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
    words = part.whole.words
    if part.zone in (Zone.DECIDED, Zone.RESTATED):
        yield from _decided(part)
        return
    if part.zone is Zone.DISCUSSION:
        return
    if part.zone is Zone.LISTED and part.item and resolves_in_list(part.stem, words):
        yield from _decided(part)
        return
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
            yield from _before_label(part, label)
            yield from _labelled(part, label)
            return
    listed = body_lists(words) if "(" in words[:400] and not FOR_PURPOSE.match(words) else ()
    for first, last in listed:
        yield from clauses_of(part, part.whole, first, last, "decision", Lead(), rule="enumerated resolution")
    if listed:
        return
    if is_bare(part, words):
        yield from _bare(part, words)
        return
    yield from _told(part)


def _bare(part: Part, words: str) -> Iterator[Clause]:
    rule = "list of resolutions without lead-in"
    for first, last in deeds_in(words, sentence_end(part)):
        yield from clauses_of(part, part.whole, first, last, "resolved", Lead(), rule=rule)


def _decided(part: Part) -> Iterator[Clause]:
    """What stands under "Decision" or "Resolved": an item's own words, or each sentence that decides."""
    words = part.whole.words
    if NOT_DECIDED.match(words) or _is_lead_in(part, words) or decides_no_more(words):
        return
    may = part.whole.may & RESOLVING and MAY_RESOLVE.search(words)
    inner = LABEL.search(words) if may else None
    if inner and is_resolution(words, inner):
        yield from _labelled(part, inner)
        return
    listed = (run_on(part.passage.marker, words) if part.item else ()) or enumerated(words)
    lead_words = words[: first_mark(words)].strip() if listed and listed[0][0] else ""
    if listed and (len(lead_words) < 5 or is_body_stem(lead_words)):
        for first, last in listed:
            yield from clauses_of(
                part,
                part.whole,
                first,
                last,
                part.stem,
                part.lead,
                rule="item under a decision",
            )
        return
    if part.item and only_names(words, part.lead, part.stem):
        return
    if part.item or states_deed(words) or BE_DONE.match(words):
        end = len(words) if part.item and len(part.sentences) == 1 else sentence_end(part)
        yield from clauses_of(part, part.whole, 0, end, part.stem, part.lead, rule="item under a decision")
        yield from _further(part, 1)
        return
    told = list(_told(part))
    yield from told
    if not told:
        told = list(_further(part, 0))
        yield from told
    deed = part.zone is Zone.DECIDED and tells_deed(words)
    if not told and (deed or (part.labelled and _IS_OUTCOME.search(words) and not NARRATES.search(words))):
        yield from clauses_of(
            part,
            part.whole,
            0,
            sentence_end(part),
            part.stem,
            part.lead,
            rule="item under a decision",
        )


def _is_lead_in(part: Part, words: str) -> bool:
    """Whether a passage only leads in to the items under it."""
    end = words.rstrip()
    if (
        not end.endswith((":", "-"))
        or gives_grounds(end)
        or TAKES_TASKS.search(end)
        or (WHOLE_STEM.match(end) and own_group(end) is None)
    ):
        return False
    return len(words) < 90 or not part.item


def _further(part: Part, first: int) -> Iterator[Clause]:
    """Sentences of a decision that decide by themselves: "I approve the plan. I do not approve the post."."""
    for sentence in part.sentences[first:]:
        words = sentence.words
        if EXPLAINS.match(words) or NOT_DECIDED.match(words):
            continue
        short = len(words) < SHORT and part.zone is Zone.DECIDED
        short = short and (not NARRATES.search(words) or is_note(words))
        if part.lead.always and part.lead.group is Group.NOTE and not STATED.match(words):
            continue
        if (
            STATED.match(words)
            or _PERSON_DECIDES.match(words)
            or _NOTE_FORM.match(words)
            or (short and own_group(words) is not None)
        ):
            yield from clauses_of(
                part,
                sentence,
                0,
                len(words),
                part.stem or "decision",
                part.lead,
                rule="sentence under a decision",
            )


_IS_OUTCOME = re.compile(r"\b(?:is|are|was|were|will|shall|has been|have been|be)\b")
SHORT = 220  # characters of a sentence that records a decision: accounts of a debate run longer
_PERSON_DECIDES = re.compile(
    r"(?:I|We)(?: (?:have|also|hereby|therefore|do not|am|did|formally|further))* "
    r"(?:" + "|".join(sorted(FORMS, key=len, reverse=True)) + r")\b"
)
_NOTE_FORM = re.compile(
    r"(?:Approved|Agreed|Noted|Refused|Deferred|Granted|Rejected|Endorsed|Adopted|Received)\b"
)


def _before_label(part: Part, label: re.Match[str]) -> Iterator[Clause]:
    """Sentences before a word of resolving may tell of another decision."""
    yield from _told(part, stop=label.start())


def _labelled(part: Part, label: re.Match[str]) -> Iterator[Clause]:
    """ "Resolved: (1) That ...; (2) that ...", "RESOLVED to approve ...", "Agreed:- That ..."."""
    words, verb = part.whole.words, label["verb"].lower()
    start = label.end()
    keep = label.start() if not label["mark"].strip() else start
    listed = enumeration(words, start)
    if listed:
        lead = lead_in(f"{verb} {words[start : listed[0][0]]}")
        for first, last in listed:
            yield from clauses_of(part, part.whole, first, last, verb, lead, rule="enumerated resolution")
        return
    if BARE_END.fullmatch(words[start:]) or is_body_stem(words[start:]):
        return
    if BARE_VERB.match(words, start):
        return
    if (
        words.rstrip().endswith(":")
        and len(words) - start < SHORT
        and own_group(words[start:].strip()) is None
    ):
        return
    for here, at in _pieces(words, start):
        if here > start + 2 and not _goes_on(words[here:at]):
            break
        yield from clauses_of(
            part,
            part.whole,
            keep if here <= start + 1 else here,
            at,
            verb,
            lead_in(verb),
            rule="resolution",
            own=max(here, start),
        )


def _pieces(words: str, start: int) -> Iterator[tuple[int, int]]:
    """Where the sentences of a resolution begin and end, cut at semicolons as well."""
    bounds = [start]
    for cut in _CUT.finditer(words, start):
        if words[cut.start() - 1] == ";" or not ends_in_abbreviation(words[: cut.start()]):
            bounds.append(cut.end())
    yield from ((first, last) for first, last in pairwise([*bounds, len(words)]))


_CUT = re.compile(r"(?<=[.;]) (?=[Tt]hat\b|[A-Z])")


def _goes_on(piece: str) -> bool:
    """Whether a sentence after a resolution resolves further: "That ...", "The fee be raised"."""
    return bool(re.match(r"(?:\(?\w{1,3}[.)] )?[Tt]hat\b", piece) or BE_DONE.match(piece))


#: A list run together with the sentence that leads in to it: "It was resolved: · to ask ... · to try ...".
_BULLETED = re.compile(r"[:-] ?(?:[·•●▪]|\(?[1ai][).])(?= )")


def _list_from(part: Part, sentence: Sentence, end: int) -> int | None:
    """Where a list may begin, in the whole of a part, that a sentence leads in to with its words to `end`."""
    if sentence is part.sentences[0]:
        return end
    at = part.whole.words.find(sentence.words)
    return at + end if at >= 0 and _BULLETED.match(part.whole.words, at + end) else None


def _told(part: Part, stop: int | None = None) -> Iterator[Clause]:
    """Sentences that say that a body resolved, agreed or decided something."""
    if part.zone is Zone.LISTED and MOVED.search(part.stem) and not RESOLVED_AFTER.search(part.stem):
        return
    for sentence in part.sentences:
        if not sentence.may & RESOLVING or not MAY_RESOLVE.search(sentence.words):
            continue
        if stop is not None and sentence.place(0) >= part.whole.place(stop):
            return
        found = SUBJECT_RESOLVES.search(sentence.words) or IS_DECIDED.search(sentence.words)
        if found is None or not resolves(part.zone, sentence.words, found):
            continue
        passive = found.re is SUBJECT_RESOLVES.pattern and bool(found["passive"])
        verb = (found["verb"] or "decision").lower()
        lead = lead_in(verb)
        at = _list_from(part, sentence, found.end())
        listed = enumeration(part.whole.words, at) if at is not None else []
        if listed:
            lead = lead_in(f"{verb} {part.whole.words[at : listed[0][0]]}")
            for first, last in listed:
                yield from clauses_of(part, part.whole, first, last, verb, lead, rule="enumerated resolution")
            return
        if BARE_END.fullmatch(sentence.words[found.end() :]):
            continue
        start = found.start("passive") if passive else found.start("subject")
        decided = clauses_of(
            part, sentence, start, len(sentence.words), verb, lead,
            rule="it was resolved" if passive else "a body resolved", own=found.end(),
        )  # fmt: skip
        past = _HAD.search(sentence.words, 0, found.start("verb"))
        yield from (one for one in decided if not (past and one.group in _NOT_RECALLED))


_HAD = re.compile(r"\bhad (?:[a-z]+ )?$")
#: What is told of the past by these verbs is no decision restated: "had decided to leave it open".
_NOT_RECALLED = frozenset({Group.OTHER, Group.NOTE})

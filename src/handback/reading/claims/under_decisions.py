"""What stands under "Decision" or "Resolved": an item's own words, or each sentence that decides."""

import re
from collections.abc import Iterator

from handback.reading.claims.bare_resolutions import (
    BE_DONE,
    EXPLAINS,
    decides_no_more,
    only_names,
    sentence_end,
    states_deed,
    tells_deed,
)
from handback.reading.claims.listing import WHOLE_STEM
from handback.reading.claims.lists import enumerated, first_mark, run_on
from handback.reading.claims.outline import Part, Zone
from handback.reading.claims.passives import is_note
from handback.reading.claims.predicates import own_group
from handback.reading.claims.resolved import Clause, clauses_of
from handback.reading.claims.resolving import (
    LABEL,
    MAY_RESOLVE,
    NARRATES,
    NOT_DECIDED,
    RESOLVING,
    is_resolution,
)
from handback.reading.claims.stated_resolutions import SHORT, behind_label, resolutions_told
from handback.reading.claims.stems import TAKES_TASKS, gives_grounds, is_body_stem
from handback.reading.claims.verbs import FORMS, STATED, Group


def under_decision(part: Part) -> Iterator[Clause]:
    """What stands under "Decision" or "Resolved": an item's own words, or each sentence that decides."""
    words = part.whole.words
    if NOT_DECIDED.match(words) or _is_lead_in(part, words) or decides_no_more(words):
        return
    may = part.whole.may & RESOLVING and MAY_RESOLVE.search(words)
    inner = LABEL.search(words) if may else None
    if inner and is_resolution(words, inner):
        yield from behind_label(part, inner)
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
    if part.item and (only_names(words, part.lead, part.stem) or _is_status(part, words)):
        return
    if part.item or states_deed(words) or BE_DONE.match(words):
        end = len(words) if part.item and len(part.sentences) == 1 else sentence_end(part)
        leads_on = _LEADS_ON.search(words, 0, end)
        end = leads_on.start() if leads_on else end
        yield from clauses_of(part, part.whole, 0, end, part.stem, part.lead, rule="item under a decision")
        yield from _further(part, 1)
        return
    yield from list(resolutions_told(part)) or list(_further(part, 0)) or _told_as_deed(part, words)


def _told_as_deed(part: Part, words: str) -> Iterator[Clause]:
    """What is told as done, or to be done, where no sentence says that it was decided."""
    deed = part.zone is Zone.DECIDED and tells_deed(words)
    if deed or (part.labelled and _IS_OUTCOME.search(words) and not NARRATES.search(words)):
        yield from clauses_of(
            part,
            part.whole,
            0,
            sentence_end(part),
            part.stem,
            part.lead,
            rule="item under a decision",
        )


#: A further lead-in at the end of an item: "...; and RECOMMENDS TO THE BOARD:".
_LEADS_ON = re.compile(
    r"[;,.] (?:and |AND )?(?:RECOMMEND|RESOLVE|AGREE|DECIDE|REQUEST)[A-Z]*\b[^;.]{0,90}[:-]+\W*$"
)
#: What a column beside a resolution says became of the item: "Agreed".
_STATUS = re.compile(
    r"(?:Agreed|Noted|Approved|Carried|Resolved|Completed?|AGREED|NOTED|APPROVED|CARRIED)\W*"
)


def _is_status(part: Part, words: str) -> bool:
    """Whether a word alone, after what was resolved, only gives the item's status."""
    return not part.passage.marker and part.stem != "decision" and bool(_STATUS.fullmatch(words))


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
_PERSON_DECIDES = re.compile(
    r"(?:I|We)(?: (?:have|also|hereby|therefore|do not|am|did|formally|further))* "
    r"(?:" + "|".join(sorted(FORMS, key=len, reverse=True)) + r")\b"
)
_NOTE_FORM = re.compile(
    r"(?:Approved|Agreed|Noted|Refused|Deferred|Granted|Rejected|Endorsed|Adopted|Received)\b"
)

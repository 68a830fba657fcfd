"""Labelled fields that say by when: "Decision due: March 2027", "Target date: 4 May"."""

import re
from collections.abc import Iterator

from handback.reading.claims.action_tables import is_done
from handback.reading.claims.claim import Claim
from handback.reading.claims.due_claims import due_claim
from handback.reading.claims.outline import Part
from handback.reading.claims.stretches import Paper, as_last_day, committed
from handback.reading.words.dates import stated_times

_DUE_FIELD = re.compile(
    r"(?:(?:expected |key )?decision (?:due|expected)(?: date)?|expected decision(?: date)?"
    r"|due(?: date| by)?|deadline|target(?: date)?|by when|timescale"
    r"|completion date|closing date|to be (?:completed|done) by|(?:deadline|closing date) (?:for"
    r"|of) [^:]{2,60}|date due|report due|next report(?: due)?|when|complete by|implementation by"
    r"|proposed decision date|date of proposed decision|likely date of decision|decision to be "
    r"(?:made|taken)(?: on| by)?)\s*(?=:|- )",
    re.I,
)


def is_due_field(words: str) -> bool:
    """Whether words open with a label of the day by which something is due."""
    return _DUE_FIELD.match(words) is not None


def field_claims(paper: Paper, part: Part) -> Iterator[Claim]:
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

"""Blocks of labelled lines, as audit reports and action plans give each action: what, by whom, by when.

"Agreed action: ... / Responsible officer: ... / Target date: ..." is one commitment: the words of the action,
due by the target date. A label may stand over its words instead of before them. A block whose status says
that it is done, or whose response refuses, commits nobody.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from handback.reading.claims.action_tables import as_due, is_done, is_open
from handback.reading.claims.outline import Outline
from handback.reading.claims.word_search import LineSearch
from handback.reading.document import written_lines
from handback.reading.words.dates import Stated, stated_times
from handback.reading.words.sentences import Sentence, sentence
from handback.reading.words.watch import watch

_ACTION = re.compile(
    r"(?:(?:agreed|management|proposed|planned|corrective|improvement|further|council|cabinet|executive"
    r"|service|officer|original|our|management's|agreed management)(?:'s)? )*(?:actions?|responses?|comments?"
    r"|action plan|actions? (?:to be )?(?:taken|required|agreed|planned|proposed)|response (?:and|/) action"
    r"|milestone|task|next steps?)(?: (?:\d+(?:\.\d+)*|plan))?",
    re.I,
)
_ASKED = re.compile(r"(?:agreed )?recommendations?(?: (?:\d+(?:\.\d+)*))?", re.I)
_OWNER = re.compile(
    r"(?:(?:responsible|lead|action|accountable|implementing|risk|named) )?(?:officers?|owners?|manager"
    r"|director|lead|leads|person|responsible|member|post ?holder)(?:\(s\))?"
    r"(?: (?:responsible|for (?:action|implementation)))?"
    r"|responsibility(?: for (?:action|implementation))?|(?:by )?whom?|accountable|responsible",
    re.I,
)
_DUE = re.compile(
    r"(?:(?:agreed|target|planned|expected|original|revised|proposed|due|current|final) )*"
    r"(?:(?:implementation|completion|target|due|delivery|action) )?"
    r"(?:dates?|deadlines?|time ?scales?|time ?frames?|by when|due(?: by)?|when"
    r"|implementation|completion)(?: (?:for (?:completion|implementation)|of implementation))?",
    re.I,
)
_STATUS = re.compile(
    r"(?:current |latest |action )?(?:status|progress|rag(?: (?:rating|status))?|position)", re.I
)
_REFUSED = re.compile(
    r"\W*(?:not (?:accepted|agreed)|rejected|declined|disagree|no (?:further )?action)\b", re.I
)
_AGREES = re.compile(
    r"(?:(?:recommendation |finding |fully |partially |partly |management )*(?:agreed?|accepted?|noted|yes)"
    r"(?: in (?:part|principle))?[.;,:-]+ +)(?=\S)",
    re.I,
)
_KNOWN = re.compile("|".join(kind.pattern for kind in (_ACTION, _ASKED, _OWNER, _DUE, _STATUS)), re.I)
LONGEST_LABEL = 50  # characters
MOST_LINES = 12  # of one block
_TELLS_WHAT = watch(_ACTION, _ASKED)
_MAY_HOLD = LineSearch(
    r"[ \t]*(?:\W{0,3})(?:\w+ ){0,3}(?:dates?|deadlines?|time ?scales?|time ?frames?|when|due"
    r"|due by|implementation|completion)(?: (?:for|of) \w+)?[ \t]*(?::|\n)"
)


@dataclass(slots=True)
class Block:
    """One action: its words, when it is due, who is to do it, and what its other lines take up.

    `time` is None where it was done already or is refused.
    """

    words: Sentence
    time: Stated | None
    owner: str | None
    lines: list[tuple[int, int]] = field(default_factory=list)

    def says(self, place: int) -> bool:
        """Whether a place stands in a line that only says who, when or how far."""
        return any(first <= place < last for first, last in self.lines)


class _Line(NamedTuple):
    label: str
    start: int
    end: int
    at: int


def blocks_in(found: Outline) -> Iterator[Block]:
    """The blocks of a document that say by when."""
    if not found.sights.anywhere & _TELLS_WHAT or not _MAY_HOLD.is_in(found.document.text, len(found.plain)):
        return
    lines = list(_labelled(found))
    for index, line in enumerate(lines):
        if line.label and _DUE.fullmatch(line.label):
            block = _block(found, lines, index)
            if block is not None:
                yield block


def _labelled(found: Outline) -> Iterator[_Line]:
    """The lines of a document, each under its label: before it, or alone on the line above it."""
    over, over_at = "", 0
    for first, last in written_lines(found.document.text, 0, len(found.plain)):
        words = found.document.text[first:last]
        if "|" in words:
            over = ""
            continue
        colon = words.find(":")
        label = words[:colon].strip(" \t*-•") if 0 < colon < LONGEST_LABEL else ""
        bare = words.strip(" \t*:")
        if label and _is_label(label) and words[colon + 1 :].strip(" *"):
            start = first + colon + 1
            over = ""
            yield _line(found, label, start, last, first)
        elif len(bare) < LONGEST_LABEL and _is_label(bare):
            over, over_at = bare, first
        else:
            yield _line(found, over, first, last, over_at if over else first)
            over = ""


def _line(found: Outline, label: str, start: int, end: int, at: int) -> _Line:
    words = found.plain[start:end]
    return _Line(label, start + len(words) - len(words.lstrip(" \t*")), start + len(words.rstrip(" \t*")), at)


def _is_label(words: str) -> bool:
    return _KNOWN.fullmatch(words) is not None


def _block(found: Outline, lines: list[_Line], index: int) -> Block | None:
    """The block that a due date closes: its action before it, its owner and status on either side."""
    due = lines[index]
    first = _action_before(lines, index)
    if first is None:
        return None
    action = lines[first]
    after = index + 1
    while after < len(lines) and _goes_on(lines[after].label):
        after += 1
    own = [line for line in lines[first + 1 : after] if _OWNER.fullmatch(line.label)]
    told = [line for line in lines[first:after] if _STATUS.fullmatch(line.label)]
    times = [t for t in stated_times(sentence(found.plain, due.start, due.end), found.calendar) if t.known]
    words = found.plain[action.start : action.end]
    if not times:
        return None
    closed = _REFUSED.match(words) or any(is_done(found.plain[s.start : s.end]) for s in told)
    time = None if closed or not is_open(as_due(times[-1]), found.document.dated_on) else as_due(times[-1])
    agrees = _AGREES.match(words)
    start = action.start + (agrees.end() if agrees else 0)
    owner = found.plain[own[0].start : own[0].end].strip(" .") if own else None
    stated = [(line.at, line.end) for line in (due, *own, *told)]
    return Block(sentence(found.plain, start, action.end), time, owner, stated)


def _action_before(lines: list[_Line], due: int) -> int | None:
    """Which line above a due date says what is to be done; none beyond the date of another."""
    for index in range(due - 1, max(-1, due - MOST_LINES), -1):
        if _DUE.fullmatch(lines[index].label):
            return None
        if _ACTION.fullmatch(lines[index].label) or _ASKED.fullmatch(lines[index].label):
            return index
    return None


def _goes_on(label: str) -> bool:
    return _OWNER.fullmatch(label) is not None or _STATUS.fullmatch(label) is not None

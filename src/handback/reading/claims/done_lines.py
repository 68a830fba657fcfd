"""Lines that only say that the thing above them is done: "Completed", "Status: closed on 4 May"."""

import re

from handback.reading.claims.action_tables import is_done
from handback.reading.claims.outline import Outline
from handback.reading.document import Kind
from handback.reading.words.watch import waits

LONGEST_LINE = 100  # characters
MOST_LINES = 4  # who, when and how far: what a line of action may have under it
_ONLY_DONE = waits(
    r"(?:(?:(?:current|latest|action) )?(?:status|progress|update|position|outcome|response|rag)"
    r"(?: (?:rating|update|status))? ?[:-]+ ?)?"
    r"(?:\W*(?:this|action|now|all|has|have|is|was|been|blue|green|fully)\b)*\W*"
    r"(?:completed?|done|closed|discharged|delivered|achieved|implemented|actioned|finished|cancelled"
    r"|superseded|no longer (?:needed|required)|not (?:to be )?(?:taken forward|pursued|progressed))\b"
    r"(?=\W*$|[.,:;)-]| - | (?:on|in|at|and|by) )",
    re.I,
)


def is_done_below(found: Outline, index: int) -> bool:
    """Whether the lines under a part say, first of all, that it is done or dropped.

    Other labelled lines may stand between.
    """
    for part in found.parts[index + 1 : index + 1 + MOST_LINES]:
        words = part.sentences[0].words if part.sentences else part.whole.words
        if len(words) <= LONGEST_LINE and _ONLY_DONE.match(words) and is_done(words):
            return True
        if part.passage.kind is not Kind.FIELD:
            return False
    return False

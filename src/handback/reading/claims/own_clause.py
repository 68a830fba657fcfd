"""The clause that a stated time is a time of: the innermost one that has a verb of its own.

"Members were pleased that the review, which is due to report in March, was on budget": the time is asked of
"is due to report" and of nothing else. What holds of the clauses round it (an event, a meeting, a verb of
the past) says nothing of it.
"""

import re

from handback.reading.claims.clauses import joints
from handback.reading.claims.scenes import Scene
from handback.reading.claims.verb_phrases import FINITE
from handback.reading.words.dates import Stated

_RELATIVE = re.compile(r"\b(?:which|whom?|whose|where)\b")


def own_clause(seen: Scene, time: Stated, start: int, end: int) -> tuple[int, int]:
    """The places of the clause that a time stands in, within a stretch of its sentence.

    A clause without a finite verb before the time is none of its own, nor is one that has its subject in
    the clause before ("will be put off and will open in May"): the stretch holds then.
    """
    first, last = start, end
    verbs = [group.start for group in seen.groups if group.look in FINITE and group.end <= time.start + 1]
    for joint in joints(seen.words, start, end):
        if joint.end() <= time.start:
            if joint.end() not in verbs or _RELATIVE.search(joint[0]):
                first = joint.end()
        elif joint.start() >= time.end:
            last = joint.start()
            break
    return (first, last) if verbs and verbs[-1] >= first else (start, end)

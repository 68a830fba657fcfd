"""Times put off to others: what is deferred to one, and the earlier one that gives way to it."""

import re

from handback.reading.claims.aims import DEFERRED
from handback.reading.claims.scenes import Scene
from handback.reading.claims.verb_phrases import FINITE, FORWARD, Group, Look
from handback.reading.words.counted_times import RECURRING
from handback.reading.words.dates import Stated
from handback.reading.words.watch import waits


def is_put_off(seen: Scene, finite: Group, time: Stated) -> bool:
    """ "That the item be deferred until the next meeting", "Deferred to 8 December"."""
    if time.grain == RECURRING or not (finite.look in FORWARD or finite.start == 0):
        return False
    until = time.preposition in ("to", "until", "for", "") or bool(
        time.preposition in ("on", "in", "at") and _SENT_TO.search(seen.words[finite.start : time.start])
    )
    return until and bool(DEFERRED.search(seen.words[finite.start : time.start].lower()))


_TO_BE_DONE = (Look.FUTURE, Look.ORDER, Look.DUTY)
_SENT_TO = waits(r"\b(?:deferred|referred|put off|adjourned|held over) to (?:the )?(?:[\w-]+ ){1,8}$", re.I)


def promised_when(seen: Scene, finite: Group, time: Stated) -> Group | None:
    """What will be done when another thing ends: "will take it back when the contract ends in May"."""
    if finite.look is not Look.PRESENT or not time.known:
        return None
    earlier = [g for g in seen.groups if g.end <= finite.start and g.look in FINITE]
    if not earlier or earlier[-1].look not in _TO_BE_DONE:
        return None
    return earlier[-1] if re.search(r"\bwhen [^,;]*$", seen.words[earlier[-1].end : finite.start]) else None


def is_overtaken(seen: Scene, time: Stated) -> bool:
    """Whether an earlier plan gives way: "was due to open in May but will now open in November"."""
    later = next((g for g in seen.groups if g.start > time.end and g.look in FORWARD), None)
    if later is None:
        return False
    which = re.search(r"\b(?:which|that|who)(?: \w+ly)? $", seen.words[: _was_at(seen, time)])
    return bool(which or _GIVES_WAY.search(seen.words[time.end : later.end]))


def _was_at(seen: Scene, time: Stated) -> int:
    return next((g.start for g in reversed(seen.groups) if g.end <= time.start and g.look in FINITE), 0)


_GIVES_WAY = re.compile(r"\b(?:but|now|instead|however|although)\b")

"""Which way a clause looks: forward to something to be done by a stated time, or back.

A time belongs to the last verb group before it, or, standing first, to the first group after it. What that
group says (will, must, is due, agreed to, asked X to) decides, with a few things that bind nobody: events and
the body's own meetings, appeals, how long something lasts, what is done only if something happens.
"""

import re

from handback.reading.claims.aims import RULES
from handback.reading.claims.askers import is_question, is_request
from handback.reading.claims.conditions import conditional
from handback.reading.claims.deadlines import named_after, named_deadline, window
from handback.reading.claims.long_ago import is_long_ago
from handback.reading.claims.named_things import (
    begins_line,
    counts_money,
    dates_event,
    ends_item,
    ends_line,
    named_along,
    nominal,
    set_off_at_end,
)
from handback.reading.claims.no_commitment import APPEAL, binds_nobody
from handback.reading.claims.own_clause import own_clause
from handback.reading.claims.scenes import (
    Reading,
    Scene,
    is_past,
    is_to_come,
    segment,
    stands_alone,
)
from handback.reading.claims.times_first import (
    first_after,
    from_after,
    is_in_aside,
    opens_order,
    speaking_meeting,
)
from handback.reading.claims.verb_phrases import FINITE, FORWARD, Group, Look
from handback.reading.claims.verb_words import TIMETABLE
from handback.reading.claims.verbs_before import FIXED_FOR, from_before
from handback.reading.claims.weak_promises import is_known_by
from handback.reading.words.counted_times import COUNTED
from handback.reading.words.dates import Stated
from handback.reading.words.points import YEARS
from handback.reading.words.watch import waits


def reading_of(seen: Scene, time: Stated) -> Reading | None:
    """By which rule the sentence commits somebody to the time, or None.

    This is the one place where a stated time is asked what deed it is the time of, and how that is told.
    """
    if is_past(time, seen.on) or counts_money(seen, time) or dates_event(seen, time):
        return None
    if is_question(seen.words):
        return Reading("order by a time", None) if is_request(seen.words, time) else None
    if _is_deadline(seen, time):
        return Reading("deadline named", None)
    if _told_as_answer(seen, time):
        return Reading("told to be coming", None)
    reading = _in_clause(seen, time)
    return None if reading is None or is_long_ago(seen, time, reading) else reading


def _in_clause(seen: Scene, time: Stated) -> Reading | None:
    """What the clause that a time stands in makes of it."""
    alone = (seen.listed and stands_alone(seen, time)) or _follows_verb(seen, time)
    outer = segment(seen.words, time.start, time.end)
    start, end = own_clause(seen, time, *outer)
    last = ends_line(seen, time, start, end)
    if not (time.due or alone or last) or binds_nobody(seen, time, start, end) or _of_what_was(seen, time):
        return None
    if ends_item(seen, time) or (last and not alone):
        return Reading("thing to come at a time", None)
    here = [g for g in seen.groups if g.end <= end and g.start >= start]
    before = [g for g in here if g.end <= time.start + 3]
    hangs = conditional(seen.words, *outer, time)
    if (time.grain != COUNTED or not hangs) and window(seen.words[slice(*outer)], before, time):
        return Reading("time given for views", before[-1] if before else None)
    if time.known and time.window.first is None and _ON_CONDITION.search(seen.words[: time.start]):
        return Reading("duty by a time", None)
    if hangs or _is_recommended(seen, outer[0], time) or _is_state(seen, here, time):
        return None
    return _by_verbs(seen, here, before, time, start) or named_along(seen, time)


def _is_recommended(seen: Scene, start: int, time: Stated) -> bool:
    """Whether words before a time only recommend, in a document that binds nobody by that."""
    return not seen.outside and _RECOMMENDED.search(seen.words[start : time.end]) is not None


#: What is so on a day: "As at 30 September each berth is counted by its chain".
_AS_AT = re.compile(r"\b[Aa]s (?:of|at)\b")


def _is_state(seen: Scene, here: list[Group], time: Stated) -> bool:
    """Whether words only say how things stand on a day."""
    as_at = _AS_AT.search(seen.words, max(0, time.start - 7), time.end)
    return bool(as_at) and not any(group.look in FORWARD for group in here)


def _is_deadline(seen: Scene, time: Stated) -> bool:
    led = seen.words[max(0, time.start - 130) : time.start]
    last = next((g for g in reversed(seen.groups) if g.end <= time.start and g.look in FINITE), None)
    if last is not None and last.look is Look.DOUBT and last.head.startswith(("hop", "wish")):
        return False
    to_come = is_to_come(time, seen.on)
    if not APPEAL.search(led) and named_deadline(led, time, to_come=to_come):
        return True
    return to_come and named_after(seen.words[time.end :], time)


def _by_verbs(
    seen: Scene, here: list[Group], before: list[Group], time: Stated, start: int
) -> Reading | None:
    """By the group that the time belongs to: the meeting it names, the last before it, the first after it."""
    speaks = speaking_meeting(seen, here, time)
    if speaks is not None:
        return Reading(RULES.get(speaks.look, "told to be coming"), speaks)
    if before:
        return None if is_known_by(seen, before, time) else from_before(seen, before, here, time)
    if opens_order(seen, here, time, start):
        return Reading("line of action", None)
    after = first_after(seen, here, time)
    if after is not None and is_in_aside(seen, after, time):
        return None
    if after is not None and not begins_line(seen, time, start):
        return from_after(seen, after, time)
    return set_off_at_end(seen, time) or nominal(seen, time)


_TOLD_IT = re.compile(r"\b(?:said|told|replied|answered)(?:(?: that)? (?:it|this|that) would be| that)? $")


def _told_as_answer(seen: Scene, time: Stated) -> bool:
    """ "Asked when the pool would open, the Director said June 2027"."""
    return (
        not time.preposition
        and is_to_come(time, seen.on)
        and _TOLD_IT.search(seen.words, 0, time.start) is not None
        and not seen.words[time.end :].strip(" .")
    )


def _follows_verb(seen: Scene, time: Stated) -> bool:
    """ "Pool to reopen 6 July", "final account expected August 2026": no preposition, and yet by when."""
    if time.preposition or not time.known or time.grain in YEARS:
        return False
    group = next((g for g in seen.groups if g.end == time.start - 1), None)
    if group is None:
        return False
    if group.look is Look.PRESENT and not group.passive and group.head in TIMETABLE:
        return True
    if group.look is Look.WOULD and not group.passive and f"{group.head}s" in TIMETABLE:
        return True
    return group.look in (Look.INFINITIVE, Look.FUTURE, Look.PLAN) or group.head in FIXED_FOR


_ON_CONDITION = re.compile(r"\bon (?:the )?condition\b|\bconditional (?:on|upon)\b|\bprovided that\b")
_RECOMMENDED = waits(
    r"\b(?:recommendations? (?:is|are|was|were) (?:that|as|to (?!have been|be))"
    r"|(?:is|are|be|was) (?:therefore )?(?:recommended|suggested)"
    r"|recommends? to (?:the )?(?:[Cc]abinet|[Cc]ouncil|[Ee]xecutive)"
    r"|(?:report|officers?) (?:also )?recommend(?:s|ed)?)\b",
    re.I,
)

#: "Told to improve after an inspection in March": the time is that of what went before.
_AFTER_A_THING = re.compile(
    r"\b(?:[Aa]fter|[Ff]ollowing|[Ss]ince|[Ii]n (?:response to|the wake of|light of)|[Bb]ecause of"
    r"|[Dd]ue to) (?!which\b)(?:[\w'-]+ ){1,8}$"
)


def _of_what_was(seen: Scene, time: Stated) -> bool:
    """Whether a time says when a thing was that came before: "following an inspection in March"."""
    if time.preposition not in ("in", "on", "at", "during"):
        return False
    led = _AFTER_A_THING.search(seen.words, 0, time.start)
    return led is not None and not any(
        g.look in (FORWARD - {Look.ORDER}) | {Look.WOULD, Look.WAS_PLANNED}
        or led.start() <= g.start < time.start
        for g in seen.groups
    )

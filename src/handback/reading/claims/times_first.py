"""A time that stands first: which verb it belongs to: "By May the backlog is to be cleared"."""

import re

from handback.reading.claims.aims import DONE_ALREADY, RULES
from handback.reading.claims.lasting import lasts, only_forecast
from handback.reading.claims.scenes import DEADLINE_WORDS, Reading, Scene, is_to_come, says_year
from handback.reading.claims.verb_phrases import FINITE, FORWARD, Group, Look
from handback.reading.claims.verb_words import BASES
from handback.reading.claims.weak_promises import doubted
from handback.reading.words.counted_times import COUNTED, RECURRING
from handback.reading.words.dates import Stated

_THEN_VERB = re.compile(r"(?P<comma>,)? (?:also )?(?P<verb>[a-z-]+) (?!of\b|is\b|are\b|was\b|has\b|will\b)")


_SUBORDINATE = re.compile(r"\b(?:that|which|who|where|when|if|whether|how|what) (?:[\w'-]+ ){0,4}$")


def opens_order(seen: Scene, here: list[Group], time: Stated, start: int) -> bool:
    """ "Before the end of May, audit every case": a time first, and then the base of a verb."""
    verb = _THEN_VERB.match(seen.words, time.end)
    if verb is None or verb["verb"] not in BASES or seen.words[start : time.start].strip(" -"):
        return False
    main = next((g for g in here if g.look in FINITE), None)
    plain = verb["comma"] is not None and (
        main is None or _SUBORDINATE.search(seen.words[verb.end() : main.start]) is not None
    )
    return plain and (
        seen.listed or seen.ordered or time.preposition in DEADLINE_WORDS or time.grain == COUNTED
    )


_IN_ASIDE = re.compile(r", (?:to|for|with|in|of|on|at|as|based|including) [^,;.]{12,160}$")


def is_in_aside(seen: Scene, after: Group, time: Stated) -> bool:
    """Whether a time stands in an aside: "the booklet, with the rota from 1 July, is expected to"."""
    aside = _IN_ASIDE.search(seen.words, 0, time.start)
    return aside is not None and seen.words[time.end : after.start] == ", "


def from_after(seen: Scene, after: Group, time: Stated) -> Reading | None:
    """The time stands first: "By the fourth quarter the backlog is expected to be cleared"."""
    if time.grain == RECURRING or time.preposition == "for":
        return None
    if only_forecast(after, seen.words):
        return None
    if after.look in FORWARD and after.look is not Look.PROMISE and not lasts(seen, after, time):
        told_then = after.passive is False or _WAS_TOLD.match(seen.words, after.start)
        if (
            after.look is Look.ORDER
            and told_then
            and time.preposition not in DEADLINE_WORDS
            and not seen.ordered
        ):
            return None
        return Reading(RULES[after.look], after)
    stands = time.preposition in DEADLINE_WORDS | {"in", "on", "during", "at"} or time.grain == COUNTED
    if after.look is Look.WOULD and stands:
        return Reading("told to be coming", after)
    if after.look is Look.WAS_PLANNED and is_to_come(time, seen.on):
        return Reading("plan by a time", after)
    if after.look is Look.DOUBT:
        return doubted(seen, after, time)
    if (
        after.look is Look.PRESENT
        and is_to_come(time, seen.on)
        and not DONE_ALREADY.match(seen.words[after.end :])
    ):
        return Reading("present tense at a time to come", after)
    return None


#: "On 4 May the council was invited to": the day of the invitation.
_WAS_TOLD = re.compile(r"(?:was|were|has been|have been|had been) ")
#: "From 2027, when the contract ends, we will": what is told of the time itself.
_WHEN_ASIDE = re.compile(r",? (?:when|once|as soon as|after|by which time|where)\b[^,;.]{3,90}, ")


def first_after(seen: Scene, here: list[Group], time: Stated) -> Group | None:
    """The verb that a time standing first belongs to; a bare past takes a time that is not to come."""
    aside = _WHEN_ASIDE.match(seen.words, time.end)
    for group in here:
        if group.start < time.end - 1 or group.look in (Look.INFINITIVE, Look.GERUND):
            continue
        if aside is not None and group.start < aside.end():
            continue
        if group.look is Look.PARTICIPLE and (
            time.preposition in DEADLINE_WORDS or (is_to_come(time, seen.on) and says_year(seen, time))
        ):
            continue
        return group
    return None


def speaking_meeting(seen: Scene, here: list[Group], time: Stated) -> Group | None:
    """ "The September meeting would look at voids": the meeting named by a time does the thing."""
    found = _MEETING_NAMED.match(seen.words, time.end)
    if found is None or seen.words[time.start : time.end].lower().startswith(
        ("by ", "before ", "from ", "to ")
    ):
        return None
    group = next((g for g in here if g.start == found.end()), None)
    return group if group is not None and group.look in (Look.FUTURE, Look.WOULD, Look.DUTY) else None


_MEETING_NAMED = re.compile(
    r" (?:[A-Z]\w+ )?(?:meeting|Cabinet|Council|Board|Committee|Executive|Panel|session) "
)

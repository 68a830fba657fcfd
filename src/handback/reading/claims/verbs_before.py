"""What the verbs before a time make of it: the last group before it, and the finite verb that governs that.

"Will open in May", "was expected in May", "agreed to write by June": what the finite verb says decides; a
word that only hopes, asks or tells over binds nobody; where no verb is finite, words of a plan or a list do.
"""

import re

from handback.reading.claims.aims import DEFERRED, DONE_ALREADY, RULES, after_past, ensured, present, runs_out
from handback.reading.claims.governing import finite_of, goes_on, is_adjacent
from handback.reading.claims.lasting import GIVEN_UNTIL, OF_YEARS, lasts, only_forecast
from handback.reading.claims.postponed import is_overtaken, is_put_off, promised_when
from handback.reading.claims.scenes import (
    DEADLINE_WORDS,
    Reading,
    Scene,
    is_to_come,
    is_wholly_to_come,
    says_year,
)
from handback.reading.claims.told_over import is_asked, is_doubted, is_subordinate, is_told_over, told_before
from handback.reading.claims.verb_phrases import FINITE, FORWARD, Group, Look
from handback.reading.claims.verb_words import ORDERING, PROMISING, words
from handback.reading.claims.weak_promises import (
    AT_MEETING,
    doubted,
    goes_before_verb,
    is_authorised,
    is_within,
)
from handback.reading.words.counted_times import COUNTED, RECURRING
from handback.reading.words.dates import Stated
from handback.reading.words.points import YEARS


def from_before(seen: Scene, before: list[Group], here: list[Group], time: Stated) -> Reading | None:
    """By which rule the verbs before a time commit somebody to it, or None: "will open in May"."""
    attached = before[-1]
    finite = _deciding(seen, before, time)
    between = seen.words[attached.end : time.start]
    fixed = attached.look is Look.PARTICIPLE and attached.head in FIXED_FOR
    over = finite is not None and _reports_past(finite) and not (time.known and is_to_come(time, seen.on))
    if fixed and says_year(seen, time) and _WITH_THING.search(seen.words, 0, attached.start):
        return Reading("plan by a time", attached)
    due = fixed and attached.head == "due"
    if due and (over or _DONE_SINCE.match(seen.words, time.end)):
        return None
    if fixed and finite is attached and goes_before_verb(attached, time, here):
        return None
    if due or (fixed and (finite is attached or finite is None)):
        return Reading("plan by a time", attached)
    if (
        finite is not None
        and finite.look is Look.PARTICIPLE
        and _TO_BE_DONE.search(seen.words[finite.end : attached.end])
    ):
        return Reading("line of action", attached)
    alone = (
        finite is attached and attached.look is Look.PARTICIPLE and not any(g.look in FINITE for g in here)
    )
    if alone and seen.listed and is_to_come(time, seen.on):
        return Reading("thing to come at a time", attached)
    bare = attached.look is Look.PARTICIPLE and attached is not finite
    told = says_year(seen, time) and is_to_come(time, seen.on)
    if bare and not told and is_adjacent(between, time) and not goes_on(seen.words, attached, finite):
        return None
    if finite is None:
        after = next((g for g in here if g.start >= time.end and g.look in FINITE), None)
        return _without_finite(seen, attached, after, between, time)
    return _governed(seen, finite, attached, time)


def _deciding(seen: Scene, before: list[Group], time: Stated) -> Group | None:
    """The finite verb that decides, with what is joined to it and what is wholly to come allowed for."""
    finite = finite_of(seen, before)
    if finite is not None and _past_is_joined(seen, finite, before[-1]):
        finite = before[-1]
    if finite is not None and finite.look is Look.PERFECT and is_wholly_to_come(time, seen.on):
        return next((g for g in reversed(before) if g.look in FORWARD), finite)
    return finite


_JOINED = re.compile(r",? and (?:(?:has|have|then|also|since) )*$")


def _past_is_joined(seen: Scene, finite: Group, attached: Group) -> bool:
    """ "Announced that it would act, and sought views by May": a past cannot go on what "would" begins."""
    return (
        finite.look in (Look.WOULD, Look.FUTURE)
        and not finite.passive
        and finite.head not in ("be", "have", "get", "see")
        and attached.look is Look.PARTICIPLE
        and attached.start > finite.end
        and _JOINED.search(seen.words, finite.end, attached.start) is not None
    )


#: "Work has started, with completion due in spring 2027": what is due, beside what was done.
_WITH_THING = re.compile(r"\bwith (?:the |its |a |an |final |full )?(?:[\w'-]+ ){0,5}[\w'-]+ $")
#: "Actions due by March had been completed": what was due is told to be done.
_DONE_SINCE = re.compile(r" (?:had|have|has|were|was) (?:all |now |since )?(?:been )?[a-z]+(?:ed|ne|de)\b")

FIXED_FOR = words("""
    due likely booked planned expected scheduled arranged timetabled fixed pencilled intended targeted
    programmed anticipated earmarked
""")
_TO_BE_DONE = re.compile(r"^[^,;]{0,40}, to be \w+$")


def _governed(seen: Scene, finite: Group, attached: Group, time: Stated) -> Reading | None:
    """By which rule a finite verb commits to a time that belongs to it."""
    between = seen.words[finite.end : time.start]
    if finite.look is Look.DOUBT:
        return doubted(seen, finite, time)
    if is_put_off(seen, finite, time):
        return Reading("put off to a time", finite)
    if _only_tells(seen, finite, time) or runs_out(seen, attached):
        return None
    promised = promised_when(seen, finite, time)
    if promised is not None:
        return Reading(RULES[promised.look], promised)
    if _is_unsure(seen, finite, between, time):
        return None
    to_do = attached.look is Look.INFINITIVE and attached.start > finite.end
    if finite.head in ORDERING and to_do and finite.look in _TOLD:
        return None if told_before(seen, finite) else Reading("order by a time", finite)
    if finite.head in PROMISING and _TO_DOING.match(between):
        return Reading("promise by a time", finite)
    if finite.look in FORWARD:
        closed = _closed_by_past(seen, between, attached, time)
        return None if closed else Reading(RULES[finite.look], finite)
    if finite.look in (Look.WOULD, Look.WAS_PLANNED):
        return _reported(seen, finite, time)
    return _present_or_past(seen, finite, attached, time)


def _only_tells(seen: Scene, finite: Group, time: Stated) -> bool:
    """Whether a verb tells only how often, how long, on what day, or what a figure will come to."""
    if _DECIDED.match(seen.words, finite.start) and _OF_THE_WEEK.search(seen.words[time.start : time.end]):
        return True
    put_off = time.preposition != "from to" and DEFERRED.search(seen.words[finite.start : time.start])
    return (
        time.grain == RECURRING
        or (not put_off and lasts(seen, finite, time))
        or only_forecast(finite, seen.words)
    )


def _is_unsure(seen: Scene, finite: Group, between: str, time: Stated) -> bool:
    """Whether what a verb says is only hoped, asked, or told of when another thing happens."""
    asked = is_asked(seen.words[: finite.start])
    if is_told_over(seen, finite):
        return True
    if finite.negated and finite.look is Look.FUTURE and is_within(seen, time):
        return True
    if re.search(r"\bwhether\b", between) and not AT_MEETING.search(seen.words, 0, time.start):
        return True
    return asked or is_doubted(seen, finite) or is_subordinate(seen, finite, between)


def _reported(seen: Scene, finite: Group, time: Stated) -> Reading | None:
    """ "Would be open by May", "was expected in May"."""
    if time.grain == COUNTED and seen.words.startswith("had been ", finite.start):
        return None  # "the works had been planned to take six months": what became of it is told
    if finite.look is Look.WOULD:
        perfect = re.search(r"\bwould(?:n't| not)? have\b", seen.words[finite.start : finite.end])
        ahead = not perfect or finite.head == "have" or _by_then(seen, time)
        return Reading("told to be coming", finite) if ahead else None
    told_over = any(g.start > time.end and g.look in (Look.PAST, Look.PARTICIPLE) for g in seen.groups)
    if time.known and told_over and not says_year(seen, time):
        return None
    if any(g.start == time.end + 1 and g.look in (Look.PERFECT, Look.PAST) for g in seen.groups):
        return None  # "what was due to open in May has been put back"
    if is_overtaken(seen, time):
        return None
    still_to_come = not time.known or seen.on is None or is_to_come(time, seen.on)
    return Reading("plan by a time", finite) if still_to_come else None


def _present_or_past(seen: Scene, finite: Group, attached: Group, time: Stated) -> Reading | None:
    """ "Has until May to reply", "opens in May", "asked her to write by May": what no forward word says."""
    words = seen.words
    until = words[time.start : time.start + 5] in ("until", "till ")
    if (
        until
        and GIVEN_UNTIL.search(words[: time.start])
        and (finite.look is not Look.PAST or is_to_come(time, seen.on))
    ):
        return Reading("duty by a time", finite)
    if finite.look is not Look.PRESENT:
        return after_past(seen, finite, attached, time)
    if DEFERRED.search(words[finite.start : time.start]) and time.preposition in ("to", "until", "at"):
        return Reading("put off to a time", finite)
    if finite.head == "be" and DONE_ALREADY.match(words[finite.end :]):
        return None
    main = ensured(seen, finite)
    if main is not None:
        return Reading(RULES.get(main.look, "told to be coming"), main)
    return present(seen, finite, attached, time)


#: "Voted to close it on Monday": the day of the vote, which news has without its date.
_DECIDED = re.compile(r"(?:(?:has|have|had) )?(?:voted|decided|resolved|opted)\b")
_OF_THE_WEEK = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\W*$|\b(?:last|yester)")


def _by_then(seen: Scene, time: Stated) -> bool:
    """ "The backlog would have been cleared by May": told ahead of that time."""
    by = time.preposition in ("by", "before", "no later than", "not later than")
    by = by and " have to " not in seen.words[: time.start]
    return by and (is_to_come(time, seen.on) or (seen.on is None and says_year(seen, time)))


_TO_DOING = re.compile(r" (?:itself |themselves )?to (?:\w+ly )?\w+ing\b")

_TOLD = (Look.PAST, Look.PERFECT, Look.PRESENT, Look.PARTICIPLE, Look.PLAN, Look.ORDER)


def _closed_by_past(seen: Scene, between: str, attached: Group, time: Stated) -> bool:
    """A past that stands between the forward word and the time takes the time to itself."""
    if re.search(
        r"\b(?:since|because|as|after|when|which|who|that) (?:[\w']+ ){0,4}(?:was|were|had)\b[^,]*$", between
    ):
        return True
    return (
        attached.look is Look.GERUND
        and attached.head in ("following", "ending")
        and not is_to_come(time, seen.on)
    )


#: "To have mended it within eight months": what was done.
_TO_HAVE = re.compile(r"to have [a-z]+(?:ed|wn|ne|en|pt|de|ght|lt|ld|un)\b", re.I)


def _without_finite(
    seen: Scene, attached: Group, after: Group | None, between: str, time: Stated
) -> Reading | None:
    """ "Ada to send the figures by June", "interviews starting in May", "contract let by June"."""
    if time.grain == RECURRING or (time.preposition == "until" and not attached.negated):
        return None
    if time.grain in YEARS and time.preposition in OF_YEARS:
        return None
    if is_authorised(seen, attached) or _TO_HAVE.match(seen.words, attached.start):
        return None
    if attached.look is Look.INFINITIVE and (after is None or not _reports_past(after)):
        return Reading("line of action", attached)
    if attached.head in ("expected", "planned", "scheduled", "proposed", "intended", "targeted"):
        return Reading("plan by a time", attached)
    if attached.look is Look.GERUND and after is not None and _reports_past(after):
        return None
    if attached.look is Look.GERUND:
        return Reading("line of action", attached) if seen.listed or is_to_come(time, seen.on) else None
    to_come = is_to_come(time, seen.on)
    bare = attached.look is Look.PARTICIPLE and after is None
    if bare and (to_come or (seen.listed and time.preposition in DEADLINE_WORDS)):
        return Reading("thing to come at a time", attached)
    if after is not None and after.look in FORWARD and not is_adjacent(between, time):
        return Reading(RULES[after.look], after)
    return None


def _reports_past(group: Group) -> bool:
    return group.look in (Look.PAST, Look.PERFECT)

"""Which way a clause looks: forward to something to be done by a stated time, or back.

A time belongs to the last verb group before it, or, standing first, to the first group after it. What that
group says (will, must, is due, agreed to, asked X to) decides, with a few things that bind nobody: events and
the body's own meetings, appeals, how long something lasts, what is done only if something happens.
"""

import re

from handback.reading.claims.aims import (
    DEFERRED,
    DONE_ALREADY,
    RULES,
    after_past,
    ensured,
    present,
    runs_out,
)
from handback.reading.claims.askers import is_question, is_request
from handback.reading.claims.deadlines import named_after, named_deadline, window
from handback.reading.claims.governing import finite_of, goes_on, is_adjacent
from handback.reading.claims.named_things import (
    begins_line,
    counts_money,
    dates_event,
    ends_item,
    ends_line,
    nominal,
    set_off_at_end,
)
from handback.reading.claims.no_commitment import (
    APPEAL,
    GIVEN_UNTIL,
    binds_nobody,
    conditional,
    is_asked,
    is_doubted,
    is_subordinate,
    is_told_over,
    lasts,
    only_forecast,
    told_before,
)
from handback.reading.claims.postponed import is_overtaken, is_put_off, promised_when
from handback.reading.claims.scenes import (
    DEADLINE_WORDS,
    Reading,
    Scene,
    is_past,
    is_to_come,
    is_wholly_to_come,
    says_year,
    segment,
    stands_alone,
)
from handback.reading.claims.times_first import first_after, from_after, opens_order, speaking_meeting
from handback.reading.claims.verb_phrases import FINITE, FORWARD, Group, Look
from handback.reading.claims.verb_words import ORDERING, PROMISING, TIMETABLE, words
from handback.reading.claims.weak_promises import (
    doubted,
    goes_before_verb,
    is_authorised,
    is_known_by,
    is_within,
)
from handback.reading.words.counted_times import RECURRING
from handback.reading.words.dates import Stated
from handback.reading.words.points import Grain
from handback.reading.words.watch import waits


def reading_of(seen: Scene, time: Stated) -> Reading | None:
    """By which rule the sentence commits somebody to the time, or None."""
    if is_past(time, seen.on) or counts_money(seen, time) or dates_event(seen, time):
        return None
    if is_question(seen.words):
        return Reading("order by a time", None) if is_request(seen.words, time) else None
    if _is_deadline(seen, time):
        return Reading("deadline named", None)
    if _told_as_answer(seen, time):
        return Reading("told to be coming", None)
    alone = (seen.listed and stands_alone(seen, time)) or _follows_verb(seen, time)
    start, end = segment(seen.words, time.start, time.end)
    last = ends_line(seen, time, start, end)
    if not (time.due or alone or last) or binds_nobody(seen, time) or _of_what_was(seen, time):
        return None
    if ends_item(seen, time) or (last and not alone):
        return Reading("thing to come at a time", None)
    here = [g for g in seen.groups if g.end <= end and g.start >= start]
    before = [g for g in here if g.end <= time.start + 3]
    if window(seen.words[start:end], before, time):
        return Reading("time given for views", before[-1] if before else None)
    if time.known and time.window.first is None and _ON_CONDITION.search(seen.words[: time.start]):
        return Reading("duty by a time", None)
    recommended = not seen.outside and _RECOMMENDED.search(seen.words[start : time.end])
    if recommended or conditional(seen.words, start, end, time):
        return None
    return _by_verbs(seen, here, before, time, start)


def _is_deadline(seen: Scene, time: Stated) -> bool:
    led = seen.words[max(0, time.start - 130) : time.start]
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
        return None if is_known_by(seen, before, time) else _from_before(seen, before, here, time)
    if opens_order(seen, here, time, start):
        return Reading("line of action", None)
    after = first_after(seen, here, time)
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
    if time.preposition or not time.known or time.grain in (Grain.YEAR, Grain.FINANCIAL_YEAR):
        return False
    group = next((g for g in seen.groups if g.end == time.start - 1), None)
    if group is None:
        return False
    if group.look is Look.PRESENT and not group.passive and group.head in TIMETABLE:
        return True
    if group.look is Look.WOULD and not group.passive and f"{group.head}s" in TIMETABLE:
        return True
    return group.look in (Look.INFINITIVE, Look.FUTURE, Look.PLAN) or group.head in _FIXED_FOR


_ON_CONDITION = re.compile(r"\bon (?:the )?condition\b|\bconditional (?:on|upon)\b|\bprovided that\b")
_RECOMMENDED = waits(
    r"\b(?:recommendations? (?:is|are|was|were) (?:that|as|to (?!have been|be))|(?:is|are|be"
    r"|was) (?:therefore )?(?:recommended|suggested)"
    r"|recommends? to (?:the )?(?:[Cc]abinet|[Cc]ouncil|[Ee]xecutive)|(?:report"
    r"|officers?) (?:also )?recommend(?:s|ed)?)\b",
    re.I,
)


def _from_before(seen: Scene, before: list[Group], here: list[Group], time: Stated) -> Reading | None:
    attached = before[-1]
    finite = finite_of(seen, before)
    between = seen.words[attached.end : time.start]
    fixed = attached.look is Look.PARTICIPLE and attached.head in _FIXED_FOR
    if finite is not None and finite.look is Look.PERFECT and is_wholly_to_come(time, seen.on):
        finite = next((g for g in reversed(before) if g.look in FORWARD), finite)
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


#: "Work has started, with completion due in spring 2027": what is due, beside what was done.
_WITH_THING = re.compile(r"\bwith (?:the |its |a |an |final |full )?(?:[\w'-]+ ){0,5}[\w'-]+ $")
#: "Actions due by March had been completed": what was due is told to be done.
_DONE_SINCE = re.compile(r" (?:had|have|has|were|was) (?:all |now |since )?(?:been )?[a-z]+(?:ed|ne|de)\b")


_FIXED_FOR = words("""
    due likely booked planned expected scheduled arranged timetabled fixed pencilled intended targeted
    programmed
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
    put_off = DEFERRED.search(seen.words[finite.start : time.start]) is not None
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
    if re.search(r"\bwhether\b", between):
        return True
    return asked or is_doubted(seen, finite) or is_subordinate(seen, finite, between)


def _reported(seen: Scene, finite: Group, time: Stated) -> Reading | None:
    """ "Would be open by May", "was expected in May"."""
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
        or led.start() < g.start < time.start
        for g in seen.groups
    )


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


#: What a budget or a plan is for: "to approve the strategy for 2026/27 to 2030/31".
_OF_YEARS = ("for", "to", "of", "over", "between", "from to", "into")


def _without_finite(
    seen: Scene, attached: Group, after: Group | None, between: str, time: Stated
) -> Reading | None:
    """ "Ada to send the figures by June", "interviews starting in May", "contract let by June"."""
    if time.grain == RECURRING or (time.preposition == "until" and not attached.negated):
        return None
    if time.grain in (Grain.YEAR, Grain.FINANCIAL_YEAR) and time.preposition in _OF_YEARS:
        return None
    if is_authorised(seen, attached):
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

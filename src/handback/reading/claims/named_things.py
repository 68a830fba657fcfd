"""Things named with their time, no verb about: "Publication of the strategy in March"."""

import re

from handback.reading.claims.no_commitment import EVENT
from handback.reading.claims.scenes import DEADLINE_WORDS, Reading, Scene, is_to_come
from handback.reading.claims.verb_phrases import FINITE, FORWARD, Look
from handback.reading.words.counted_times import COUNTED, RECURRING
from handback.reading.words.dates import Stated
from handback.reading.words.points import YEARS, Grain

_THING = re.compile(
    r"\b(?:publication|completion|launch|delivery|implementation|submission|opening|closure|review"
    r"|recruitment|adoption"
    r"|approval|sign-off|roll-?out|start|go-?live|appointment|award|procurement|consultation"
    r"|transfer|report|paper|update"
    r"|decision|introduction|return|handover|inspection|audit|evaluation|procure|installation"
    r"|migration|testing|training"
    r"|mobilisation|commissioning|construction|occupation|demolition|survey|workshop|draft|plan"
    r"|strategy|case|interviews"
    r"|first|final|revised|new|full|next)\b",
    re.I,
)


_NOT_YET = re.compile(r"\b(?:not|no|nothing|never|put off|deferred|given|gives?|have|has)\b", re.I)
_SPANS = re.compile(
    r"\b(?:covers?|covering|runs?|running|spans?|lasts?|lasting|applies|applied|serves?|remains?|continues?"
    r"|for the period|holds?|stands?|expires?|ends?) $"
)
#: A paper that a span of time stands behind is for that span: "Forward plan - 30 May to 30 September".
_COVERS = re.compile(
    r"\b(?:plan|programme|strategy|budget|reports?|updates?|policy|minutes|calendar|register|list|accounts"
    r"|statement|review|decisions|agenda)\W*(?:for(?: the period)?)?\W*$",
    re.I,
)
_LABELS = re.compile(
    r"(?:(?<!key )\bdates?\d{0,2}"
    r"|^(?:the )?date (?!for\b|due\b|by\b)[^:]{2,60}:"
    r"|^next (?:[\w-]+ )?(?:board|panel|forum|session|committee|visit)|\bpublished"
    r"|\bpublication|\beffective|\bmeetings?|\bcabinet|\bcouncil"
    r"|\bcommittee|\bperiod|\byear"
    r"|\bversion|\bupdated|\bminutes|\bagenda)\W*$",
    re.I,
)


def begins_line(seen: Scene, time: Stated, start: int) -> bool:
    """A line that begins with a time and a mark names what is due then ("4 May - consultation closes")."""
    return (
        seen.listed
        and not seen.words[start : time.start].strip()
        and seen.words[time.end : time.end + 3].strip()[:1] in ("-", ":")
    )


#: "4 May (third Sunday) 11.00am": an hour beside the day makes a line of a diary.
_HOUR = re.compile(r"(?: ?\([^()]{2,50}\))?[ ,:|-]*(?:at |from )?\d{1,2}(?:[.:]\d\d)? ?(?:[ap]\.?m\b|noon\b)")


def dates_event(seen: Scene, time: Stated) -> bool:
    """A line that begins with a time and names an event ("4 May - drop-in at the hall")."""
    if begins_line(seen, time, 0) and EVENT.search(seen.words[time.end :]):
        return True
    opens = seen.listed and not time.preposition and not seen.words[: time.start].strip(" *")
    hour = _HOUR.match(seen.words, time.end) if opens else None
    return hour is not None and not any(group.look in FORWARD for group in seen.groups)


def ends_item(seen: Scene, time: Stated) -> bool:
    """ "- the structure chart as it is today, by Monday 22 June": an item that names a thing, and by when."""
    return (
        seen.listed
        and time.preposition in ("by", "before", "from")
        and seen.words[: time.start].rstrip()[-1:] in (",", "-")
        and not seen.words[time.end :].strip(" .;,)")
        and is_to_come(time, seen.on)
        and bool(_NAMES_FIRST.match(seen.words))
    )


def ends_line(seen: Scene, time: Stated, start: int, end: int) -> bool:
    """ "- report to Cabinet 10 September 2024": a line of a timetable that ends with a bare day or month."""
    before = seen.words[start : time.start].strip(" -,")
    return (
        seen.listed
        and not time.preposition
        and time.known
        and time.grain not in (Grain.YEAR, Grain.FINANCIAL_YEAR, RECURRING, COUNTED)
        and is_to_come(time, seen.on)
        and not seen.words[time.end : end].strip(" .;,)")
        and len(before.split()) > 1
        and (" to " in before or not _LABELS.search(before))
        and not any(
            g.look in (Look.PAST, Look.PERFECT, Look.DOUBT) for g in seen.groups if start <= g.start < end
        )
        and not _SPANS.search(before + " ")
    )


_NAMES_FIRST = re.compile(r"(?:the|a|an|your|their|our|its|any|all|further|details|copies|full) ")


def counts_money(seen: Scene, time: Stated) -> bool:
    """ "A budget of £4m over four years, starting in 2027/28": from when money counts, nothing is due."""
    return (
        time.grain in YEARS
        and time.preposition in _FROM
        and _SUMS.search(seen.words[: time.start]) is not None
    )


def set_off_at_end(seen: Scene, time: Stated) -> Reading | None:
    """ "Tom: letter to the Trust - before Christmas": a time counted, set off at the end of a line."""
    before = seen.words[: time.start].rstrip()
    ends = not seen.words[time.end :].strip(" .)")
    marked = ends and before[-1:] in ("-", ":", "(") and len(before) > 12
    alone = seen.listed and time.grain == COUNTED and not seen.groups and marked
    return Reading("thing to come at a time", None) if alone else None


def nominal(seen: Scene, time: Stated) -> Reading | None:
    """A thing named with its time, no verb about: "Publication of the strategy in March"."""
    before = seen.words[: time.start].strip(" -:(")
    if not _may_name(seen, time, before):
        return None
    rule = Reading("thing to come at a time", None)
    by = time.preposition in DEADLINE_WORDS
    to_come = is_to_come(time, seen.on)
    if not seen.groups and to_come and by and len(seen.words) < LONGEST_NAME:
        return rule
    if time.preposition == "" and _LABELS.search(re.split(r"[;.]", before)[-1]):
        return None
    thing = bool(_THING.search(before)) and time.preposition not in ("", "of", "to", "for")
    if seen.listed and (to_come or thing or by):
        return rule
    if seen.ordered and by:
        return Reading("order by a time", None)
    opens = thing and _OPENS_WITH_THING.match(before) and not seen.words.rstrip().endswith("?")
    return rule if opens else None


_FROM = ("from", "starting in", "starting from", "beginning in", "with effect from")
_SUMS = re.compile(r"£\d|\b(?:budgets?|funding|savings?|costs?|provision|growth|allocation|grant)\b", re.I)
LONGEST_NAME = 90  # characters of a line that only names a thing and its time
_OPENS_WITH_THING = re.compile(
    r"(?:The |A |Full |First |Final )?(?:[A-Za-z]\w+ ){0,2}?" + _THING.pattern, re.I
)


def _is_of_participle(seen: Scene, time: Stated) -> bool:
    """ "The meeting reconvened on 18 May": the day on which something was done to a thing."""
    plain = time.preposition in ("on", "in", "at", "")
    return plain and any(
        g.look is Look.PARTICIPLE and not seen.words[g.end : time.start].strip() for g in seen.groups
    )


def _may_name(seen: Scene, time: Stated, before: str) -> bool:
    """Whether a time may be that of a thing: it is known, and no verb tells of the past or of how long."""
    if not time.known or time.grain in (RECURRING, COUNTED) or _SPANS.search(seen.words[: time.start]):
        return False
    if any(g.look in (Look.PAST, Look.PERFECT, Look.DOUBT) for g in seen.groups):
        return False
    if not before and not seen.words[time.end :].strip(" -:.)"):
        return False
    if not is_to_come(time, seen.on) and _is_of_participle(seen, time):
        return False
    if time.preposition == "over" or (time.preposition == "from to" and _COVERS.search(before)):
        return False
    if time.preposition == "until" and not _NOT_YET.search(seen.words[: time.start]):
        return False
    return time.grain not in YEARS or time.preposition in DEADLINE_WORDS


#: What a thing told is to bring with it: "with interviews in May", "including a new board by June".
_ALONG = re.compile(
    r"(?:[,;:(-] ?|\b(?:under way|underway|begun|started) )(?:and )?(?:with|including|among them) "
)
_NO_STEP = re.compile(r"£|\b(?:effect|exception|target|budgets?|total|effective|figures?)\b")


def named_along(seen: Scene, time: Stated) -> Reading | None:
    """A thing named with its time behind "with" or "including", whatever the verb before tells."""
    if not is_to_come(time, seen.on) or not (time.grain not in YEARS or time.preposition in DEADLINE_WORDS):
        return None
    opened = next(iter(reversed(list(_ALONG.finditer(seen.words, 0, time.start)))), None)
    if opened is None or time.preposition not in ("in", "on", "by", "before", "from", "during", "from to"):
        return None
    within = [g for g in seen.groups if opened.end() <= g.start < time.start]
    if _NO_STEP.search(seen.words, opened.end(), time.start) or any(g.look in FINITE for g in within):
        return None
    return Reading("thing to come at a time", None, apart=True)

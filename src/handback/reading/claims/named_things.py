"""Things named with their time, no verb about: "Publication of the strategy in March"."""

import re

from handback.reading.claims.dates import COUNTED, RECURRING, Stated
from handback.reading.claims.points import Grain
from handback.reading.claims.scenes import DEADLINE_WORDS, Reading, Scene, is_to_come
from handback.reading.claims.verb_phrases import Look

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


_LABELS = re.compile(
    r"(?:(?<!key )\bdates?|\bpublished|\bpublication|\beffective|\bmeetings?|\bcabinet|\bcouncil"
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


def set_off_at_end(seen: Scene, time: Stated) -> Reading | None:
    """ "Tom: letter to the Trust - before Christmas": a time counted, set off at the end of a line."""
    before = seen.words[: time.start].rstrip()
    ends = not seen.words[time.end :].strip(" .)")
    marked = ends and before[-1:] in ("-", ":", "(") and len(before) > 12
    alone = seen.listed and time.grain == COUNTED and not seen.groups and marked
    return Reading("thing to come at a time", None) if alone else None


def nominal(seen: Scene, time: Stated) -> Reading | None:
    """A thing named with its time, no verb about: "Publication of the strategy in March"."""
    if not time.known or time.grain in (RECURRING, COUNTED):
        return None
    if any(g.look in (Look.PAST, Look.PERFECT, Look.DOUBT) for g in seen.groups):
        return None
    before = seen.words[: time.start].strip(" -:(")
    if not before and not seen.words[time.end :].strip(" -:.)"):
        return None
    if time.grain in (Grain.YEAR, Grain.FINANCIAL_YEAR) and time.preposition not in DEADLINE_WORDS:
        return None
    if (
        not seen.groups
        and is_to_come(time, seen.on)
        and time.preposition in DEADLINE_WORDS
        and len(seen.words) < 90
    ):
        return Reading("thing to come at a time", None)
    if time.preposition == "" and _LABELS.search(re.split(r"[;.]", before)[-1]):
        return None
    thing = bool(_THING.search(before)) and time.preposition not in ("", "of", "to", "for")
    if seen.listed and (is_to_come(time, seen.on) or thing or time.preposition in DEADLINE_WORDS):
        return Reading("thing to come at a time", None)
    if seen.ordered and time.preposition in DEADLINE_WORDS:
        return Reading("order by a time", None)
    if thing and re.match(
        r"(?:The |A |Full |First |Final )?(?:[A-Za-z]\w+ ){0,2}?" + _THING.pattern, before, re.I
    ):
        return Reading("thing to come at a time", None) if not seen.words.rstrip().endswith("?") else None
    return None

"""Verbs that seldom commit: "may", "could", what will not be done, what hangs on a noun."""

import re

from handback.reading.claims.governing import is_adjacent
from handback.reading.claims.scenes import DEADLINE_WORDS, Reading, Scene, is_to_come
from handback.reading.claims.verb_phrases import FINITE, Group, Look
from handback.reading.claims.verb_words import words
from handback.reading.words.dates import Stated


def is_within(seen: Scene, time: Stated) -> bool:
    """Whether a time is one in which something is done: "will not open in May" binds nobody to May."""
    return time.preposition in ("in", "on", "at", "during", "by") and not seen.words.startswith(
        ("until", "till", "before"), time.start
    )


def doubted(seen: Scene, finite: Group, time: Stated) -> Reading | None:
    """ "Could be returned in May": a date that a plan sets; "no booking may go out from May": a duty."""
    if _FORBIDDEN.search(seen.words[: finite.start + 4]) and time.preposition in DEADLINE_WORDS:
        return Reading("duty by a time", finite)
    plan = finite.passive and finite.head in ("returned", "restored", "handed") and time.known
    plan = plan or _is_purpose(seen, finite, time)
    return Reading("plan by a time", finite) if plan else None


#: "So that posts can be filled by June": what a thing is done for is planned, too.
_SO_THAT = re.compile(r"\b(?:so that|in order that) [^,;.]{2,70}$")


def _is_purpose(seen: Scene, finite: Group, time: Stated) -> bool:
    stands = time.preposition in DEADLINE_WORDS | {"in", "on"} and is_to_come(time, seen.on)
    return (
        stands
        and _SO_THAT.search(seen.words, 0, finite.start) is not None
        and not is_authorised(seen, finite)
    )


_FORBIDDEN = re.compile(r"\b(?:[Nn]o(?!t)|[Nn]obody|[Nn]one|[Nn]either)\b[^,;.]{0,60} may\b")


def goes_before_verb(attached: Group, time: Stated, here: list[Group]) -> bool:
    """ "Those booked for August will be moved": what is booked is the subject of another verb."""
    following = next((g for g in here if g.start >= time.end), None)
    return (
        attached.head != "due"
        and attached.start > 0
        and following is not None
        and following.look in FINITE
        and following.start <= time.end + 1
    )


#: Whoever may do a thing need not: "authorises the Clerk to settle the words for Council on 4 May".
_AUTHORISED = re.compile(
    r"\b(?:authori[sz](?:e|es|ing)|empowers?|delegat(?:e|es|ing)|(?:be|is|are) (?:authori[sz]ed|empowered)"
    r"|delegated (?:authority|powers?))\b[^.;]*$"
)


def is_authorised(seen: Scene, verb: Group) -> bool:
    """Whether somebody is only given authority to do what a verb says."""
    return _AUTHORISED.search(seen.words, 0, verb.start) is not None


def is_known_by(seen: Scene, before: list[Group], time: Stated) -> bool:
    """ "The report, received on 5 May", "the consultation held in 2026": which one it is."""
    last = before[-1]
    return (
        len(before) > 1
        and last.look in (Look.PARTICIPLE, Look.GERUND)
        and last.head in _KNOWN_BY
        and not _WITH_WHAT.search(seen.words, 0, last.start)
        and not AT_MEETING.search(seen.words, 0, last.end + 1)
        and is_adjacent(seen.words[last.end : time.start], time)
    )


#: "With the move taking place in May": what goes with a thing is told as well.
_WITH_WHAT = re.compile(r"\bwith (?:[\w'-]+ ){1,5}$")
#: "Will decide at a meeting held on 3 May": the day of the meeting is that of what is done at it.
AT_MEETING = re.compile(
    r"\b(?:will|shall|is to|are to|must|would|be) [^;.]*\bat (?:an?|its|the|their) (?:[\w-]+ ){0,3}"
    r"(?:meeting|session) (?:(?:(?:to be|being) )?held )?$",
    re.I,
)
_KNOWN_BY = words("""
    received dated held taking
""")

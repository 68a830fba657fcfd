"""Deadlines named as such, and time given for views: a closing date, representations, a consultation."""

import re

from handback.reading.claims.no_commitment import APPEAL
from handback.reading.claims.verb_phrases import FINITE, Group, Look
from handback.reading.words.counted_times import COUNTED
from handback.reading.words.dates import Stated
from handback.reading.words.points import YEARS, Grain
from handback.reading.words.watch import waits

_DEADLINE_NAMED = waits(
    r"\b(?:set|sets|given|gave|fixed|agreed) (?:[\w']+ ){0,3}an? (?:\w+ )?date of $|"
    r"\b(?:deadline|milestone|closing date"
    r"|(?:new|revised|agreed|current|expected|planned|anticipated)(?: [a-z-]+)? date"
    r"|target(?: date)?(?! (?:of|for) £?\d)|due date"
    r"|completion date|cut-off(?: date)?"
    r"|return date|go-live(?: date)?|start date"
    r"|end date|date for (?:(?:the|its|their|final|draft|formal) )*(?:publication|completion|submission"
    r"|adoption|implementation|delivery|responses?|comments|opening)|timescale"
    r"|delivery date)\b(?: (?:for|of) [^,;.%(£]{2,70}?)?(?:,|:| -)? ?(?:is|of|was"
    r"|(?:has|have|had|was|were) (?:\w+ )?(?:been )?(?:extended|moved|put back|brought forward|set|changed)"
    r"(?: (?:to|at|for|as))?|(?:will|would|should|is to|was to)(?: now| then| therefore)? be"
    r"|will be|being|set at|set for|to|moves to|now|at|are"
    r"|remains|extended to)? ?(?:now |therefore )?(?:\w+day,? )?(?:(?:\d{1,2}(?:[.:]\d\d)? ?[ap]m"
    r"|noon|midnight|midday)(?:,| on)? |the )?(?:\w+day,? )?$",
    re.I,
)


def named_deadline(before: str, time: Stated, *, to_come: bool) -> bool:
    """Whether the words before a known time, or a day without a year, call it a deadline not yet missed."""
    dated = time.known or time.grain in (Grain.DAY, Grain.MONTH)
    named = _DEADLINE_NAMED.search(before) if dated else None
    if named is None or _MISSED.search(before, max(0, named.start() - _NEAR)):
        return False
    if time.grain in YEARS and (before.endswith("for ") or time.preposition == "for"):
        return False  # "our target for 2026/27": what it is for
    return to_come or not _WAS.search(before)


_NAMED_AFTER = re.compile(
    r",? ?(?:(?:has been|is|was|had been) )?(?:set |given |fixed |agreed |named |proposed )?as (?:the|a|its"
    r"|their) (?:new "
    r"|final |target |closing )?(?:deadline|date|day|target)\b|,? (?:has been|is|was) (?:set|fixed"
    r"|agreed) for\b"
)


def named_after(after: str, time: Stated) -> bool:
    """Whether the words after a known time call it a deadline: "have set 30 June as the deadline"."""
    return time.known and _NAMED_AFTER.match(after) is not None


_NEAR = 30  # characters before a deadline in which it may be told as missed
_MISSED = re.compile(
    r"\b(?:missed|not (?:been )?met|met|failed|passed|expired|had (?:already|gone|long|then"
    r"|been (?!extended|moved|put|brought|set|changed)))\b"
)
#: Of a deadline told in the past; one that was moved holds.
_WAS = re.compile(
    r"\b(?:was|were|had been)\b(?! (?:\w+ )?(?:been )?(?:extended|moved|put|brought|set|changed)\b)"
)
_VIEWS = waits(
    r"\b(?:representations?|consult(?:ation|ations|ing)|survey|views|comments?|responses?|repl(?:y"
    r"|ies)|respond|feedback|objections?"
    r"|nominations?|expressions of interest|bids|tenders?|applications?|have your say|submissions?"
    r"|evidence|questionnaires?|(?:to|can) say\b|have (?:your|their) say|take part|comment|write in)\b",
    re.I,
)


_INVITED = (Look.PAST, Look.PARTICIPLE, Look.ORDER, Look.PERFECT)
_TO_RUN = (Look.FUTURE, Look.WOULD, Look.PLAN)


def window(clause: str, before: list[Group], time: Stated) -> bool:
    """Time given for representations, or a consultation that opens or closes."""
    told = time.known or time.grain == COUNTED or time.due
    if not _VIEWS.search(clause) or not told or APPEAL.search(clause):
        return False
    group = before[-1] if before else None
    finite = next((g for g in reversed(before) if g.look in FINITE), None)
    if (
        finite is not None
        and finite.look in (Look.PAST, Look.PERFECT)
        and not re.search(r"(?<!had been )\binvited\b|\bextended\b", clause)
    ):
        return False
    if (
        group is not None
        and group.look is Look.PARTICIPLE
        and finite is None
        and group.head not in ("invited", "extended")
    ):
        return False
    if finite is not None and finite.look in (Look.DOUBT, Look.PRESENT, Look.DUTY):
        return time.preposition in ("until", "by", "up to", "before", "from to") or bool(
            re.search(
                r"\b(?:opens?|closes?|runs|will run|to run"
                r"|begins?|starts?|ends?|launches|has until|have until"
                r"|months?|weeks?|days) ",
                clause,
            )
        )
    runs = finite is not None and finite.look in _TO_RUN and finite.head in ("run", "last", "open")
    if runs and time.known and time.preposition in ("from", "on"):
        return True
    asked = any(g.head == "invited" and g.look in _INVITED for g in before)
    ways = ("until", "up to", "from to", *(("by", "before") if asked else ()))
    return time.preposition in ways and (finite is not None or asked)

"""Stated times: a point of time with the words that say which side of it is meant.

"By", "until", "no later than" give a last day; "before" the day before; "from", "with effect from",
"not before" a first day; "in", "on", "during" both. "Between", "from ... to" and "opens on ... and
closes on" take two points. A time counted from something else ("within six weeks", "next year") is
stated but has no days of its own (`counted_times`).
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from handback.core.periods import ONE_DAY, Window
from handback.reading.words.counted_times import COUNTING, ways_of_counting
from handback.reading.words.letters import folded
from handback.reading.words.point_words import TELLING
from handback.reading.words.points import YEARS, Grain, Point, points
from handback.reading.words.sentences import Sentence
from handback.reading.words.sides import (
    AWAY_FROM,
    goes_away_from,
    last_month,
    plain_preposition,
    preposition_of,
)
from handback.reading.words.stated import Stated, every_year, pointing_back
from handback.reading.words.watch import waits
from handback.reading.words.years import Calendar

__all__ = ["MOST_TIMES", "Stated", "stated_times"]

_LEAD = re.compile(
    r"(?:^|[ (,;:])(?P<lead>(?:(?P<prep>not before|not? earlier than|in the course of"
    r"|not? (?:any )?later than|(?:on )?or before|on or after|by|before|prior to|ahead of|in advance of"
    r"|until|till|up to|with effect from|w\.?e\.?f\.?|effective(?: from)?"
    r"|(?:starting|beginning|commencing)(?: on| in| from)?"
    r"|between now and|all through|as (?:of|from|at)|from|after|since|between|in|on|at|during|for|over|this"
    r"|next|last|to|of|dated|within|throughout|through|into|towards|(?:on or )?(?:around|about)|come|and|or"
    r"|early|late)(?: the latest,?)?(?: (?:about|around))?(?: (?:noon|midday|midnight|dusk|dawn|sunset"
    r"|nightfall|lunchtime|first light|\d{1,2}(?:[.:]\d{2})? ?[ap]\.?m\.?|\d{2}:?\d{2}(?: ?h(?:ou)?rs)?"
    r"|(?:the )?(?:close|end) of (?:business|play|the (?:working )?day))(?:,| on)*)? )?"
    r"(?:(?:the )?(?P<part>(?:end|close|start|beginning|middle|last day)(?= of )"
    r"|(?:first|second|third|last) week(?= (?:of|in) )"
    r"|first day(?= of )"
    r"|(?:first|second|latter) half(?= (?:of|in) )"
    r"|(?:latter|second) part(?= of )"
    r"|(?<!year )(?<!month )(?<!week )(?<!year-)end"
    r"|(?:(?:financial )?year|month|quarter|period)[- ]end)(?:(?: of| in|,)? |-))?"
    r"(?P<meeting>(?:the|its|their|our) (?:"
    r"(?:next|annual|special|ordinary|[Cc]abinet|council|board|committee) )*"
    r"(?:meeting|board|committee|[Cc]abinet|council|panel|session|agenda|round|forum) (?:in|on|of) )?"
    r"(?:(?:the )?(?:calendar |financial |municipal |school )?(?:year|month|week|period)"
    r"(?: (?:of|ending|to))? )?(?:FY ?)?(?:the |its |their |our |his |her |this |next |last )?"
    r"(?:early |late |mid[- ]|following |coming )*)$",
    re.I,
)
_AT_AN_HOUR = r"(?:\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\.?|noon|midday|midnight)"
_BETWEEN = re.compile(
    rf"^(?: ?\(?{_AT_AN_HOUR}\)?)?,? ?(?:(?:up )?to|and|-|/|until|or|through)"
    r"(?: (?:on|by|in|the (?:end|start|beginning|middle) of))?(?: the)?(?: (?:early|late|mid))?"
    rf"(?: {_AT_AN_HOUR}(?: on)?)?[ -]?$",
    re.I,
)
_CLOSES = re.compile(
    r"^,? (?:and|to) (?:will )?(?:closes|ends|runs|closing|ending|close|end|finishes|run)"
    r"(?: (?:at )?(?:midnight|noon|midday|\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\.?))?"
    r"(?: (?:on|until|in|at the end of))? $"
)
_FIXED = (
    r"planned|(?:re)?scheduled|rearranged|due|set|timetabled|booked|expected|targeted|arranged|fixed"
    r"|pencilled in|anticipated|programmed|promised|listed|aimed|aiming|intended|projected|tabled|earmarked"
)
_FIXED_FOR = re.compile(rf"\b(?:{_FIXED}) $")
_PLANNED_FOR = re.compile(
    rf"\b(?:{_FIXED}|ready|programme|forward plan|in place|in time|available|completion|delivery|decision"
    r"|launch|start|opening|implementation|bid|target) $"
)
#: What is put at another time: "has moved to November", "bring the start forward to May".
_MOVED_TO = re.compile(
    r"\b(?:deferred|postponed|adjourned|put (?:back|off)|moved?|moving|reschedul\w+|delay(?:ed)?"
    r"|(?:brought|bring|bringing)\b[^.;,]{0,60}\bforward"
    r"|(?:brought|bring) forward\b[^.;,]{0,60}"
    r"|pushed back|held over|carried (?:over|forward)|re-?dated|slip(?:ped)?|slipping|rearranged|extended)"
    r"(?: from [^,;.]{3,40})? $",
    re.I,
)
_NOT_UNTIL = re.compile(r"\bnot\b[^.;]{0,40}$", re.I)
_GATHERING = re.compile(
    r" (?:[A-Z][\w']+ )?(?:[Cc]abinet|[Cc]ouncil|[Bb]oard|[Mm]eetings?|[Cc]ommittee|[Ee]xecutive"
    r"|[Pp]anel|[Ff]orum|[Ss]crutiny|[Ss]ession)\b"
)
_LAST = ("by", "until", "up to")
_FIRST = ("from", "not before", "after")
_WITHIN = (
    "throughout",
    "in",
    "in the course of",
    "on",
    "at",
    "during",
    "this",
    "next",
    "to",
    "within",
    "into",
    "early",
    "late",
    "between",
    "for",
)


MOST_TIMES = 24  # in one sentence: more make a table or a calendar, which commits nobody


def stated_times(sentence: Sentence, calendar: Calendar) -> tuple[Stated, ...]:
    """The times that a sentence states, in order, those counted from something else included.

    "by 3 May and then every quarter" states two. Worked out once for each sentence of a document.
    """
    if not sentence.may & (TELLING | COUNTING):
        return ()
    key = (sentence.start, len(sentence.words))
    if key not in calendar.stated:
        calendar.stated[key] = _stated_in(sentence, calendar)
    return calendar.stated[key]


def _stated_in(sentence: Sentence, calendar: Calendar) -> tuple[Stated, ...]:
    words = sentence.words
    found = list(islice(points(words), MOST_TIMES)) if sentence.may & TELLING else []
    times = list(_dated(sentence, calendar, found)) if found and _may_hold_date(words, found[0]) else []
    taken = [(t.start, t.end) for t in times if t.due]
    low = folded(words) if sentence.may & COUNTING else ""
    for pattern, grain in ways_of_counting(low):
        for match in islice(pattern.finditer(low), MOST_TIMES):
            first, last = match.span()
            if not any(first < end and start < last for start, end in taken):
                times.append(Stated(first, last, Window(None, None, words[first:last]), "", grain, due=True))
    return tuple(pointing_back(every_year(words, sorted(times, key=lambda t: t.start))))


_MAY_HOLD_DATE = re.compile(
    r"\d{4}|\d[/.-]\d|FY ?\d|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|[Qq]uarter|\bQ[1-4]|January|JANUARY"
    r"|February|March|April|May|June|July|August|"
    r"September|October|November|December|\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
    r"|[A-Z]{3,}|day,? (?:the )?\d"
)


def _may_hold_date(words: str, first: Point) -> bool:
    """Whether a sentence holds a date; its first point of time mostly is one, and is looked at first."""
    return bool(_MAY_HOLD_DATE.search(words, first.start) or _MAY_HOLD_DATE.search(words))


def _lead_from(words: str, end: int) -> int:
    """From where words that lead in to a time are looked for: behind the last word that is none of them."""
    start = max(0, end - LONGEST_LEAD)
    foreign = [
        one.end() for one in _LONGER_WORD.finditer(words, start, end) if one[0].lower() not in _LEADING
    ]
    return foreign[-1] if foreign else start


LONGEST_LEAD = 90  # characters
_LONGER_WORD = re.compile(r"[A-Za-z]{3,}")
#: Every longer word of the pattern, and the names of its parts, which lead in to nothing.
_LEADING = frozenset(_LONGER_WORD.findall(_LEAD.pattern.lower()))


def _dated(sentence: Sentence, calendar: Calendar, found: list[Point]) -> Iterator[Stated]:
    """Each time stated in a sentence at the points of time found in it, two of a span as one."""
    words = sentence.words
    skip = -1
    for index, point in enumerate(found):
        if index == skip:
            continue
        lead = _LEAD.search(words, _lead_from(words, point.start), point.start)
        preposition = preposition_of(words, point, lead)
        if preposition == "from" and goes_away_from(words, point, lead):
            point, preposition = last_month(point), "in"
        parted = bool(lead and lead["part"])
        if not _is_named(point, words, preposition, parted=parted) or _RECESS.match(words, point.end):
            continue
        if point.year is None and words.endswith(" term", point.start, point.end):
            continue
        span = calendar.days_of(point, place=sentence.place(point.start), beside=found)
        span = calendar.next_after(point, span) if span and _NEXT.search(words, 0, point.start) else span
        start = lead.start("lead") if lead else point.start
        following = found[index + 1] if index + 1 < len(found) else None
        if following is not None and _makes_span(words, point, following, preposition, start):
            skip = index + 1
            yield _spanning(sentence, calendar, point, following, start, found)
            continue
        if not preposition and point.grain is Grain.DAY and words.endswith(", ", 0, start):
            apposed = _APPOSED.search(words, max(0, start - LONGEST_LEAD), start)
            preposition = plain_preposition(apposed["prep"]) if apposed else ""
        if not preposition and point.grain is Grain.DAY and words.endswith("(", 0, point.start):
            beside = _DAY_BESIDE.search(words, max(0, point.start - 40), point.start)
            preposition = plain_preposition(beside["prep"] or "on") if beside else ""
            start = beside.start() if beside else start
        part = (lead["part"] or "").lower() if lead else ""
        yield _stated(words, point, span, start, preposition, part)


#: "On the first day of term, 11 January 2027": the day says which the one named is.
_APPOSED = re.compile(
    r"\b(?P<prep>[Oo]n|[Bb]y|[Aa]t|[Ff]rom|[Uu]ntil|[Bb]efore) (?:the |its |our |their )?"
    r"(?:[\w'-]+ ){0,6}[\w'-]+, $"
)
#: "On Monday (September 11)", "from tomorrow (4 May)": the day in brackets says which is meant.
_DAY_BESIDE = re.compile(
    r"\b(?:(?P<prep>on|by|from|until|till|before) )?(?:(?:this|next|last) )?"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|tonight|tomorrow|yesterday)"
    r"(?: (?:morning|afternoon|evening|night))?,? \($"
)
#: "Next spring", said in spring, is that of next year.
_NEXT = re.compile(r"\bnext (?:early |late )?$")
_THE = re.compile(r"\b(?:week|half|part|day)\b")
_RECESS = re.compile(r" (?:[Rr]ecess|[Hh]olidays?|[Bb]reak|[Vv]acation|[Hh]alf[- ]term|[Tt]erm)\b")
_DATING = waits(r"(?<!\bin )(?<!\bto )\b(?:dates|dating|dated|date) (?:back )?$")


_SET_OFF = re.compile(
    r"(?:\(|\b(?:start|begin|finish|complete|completed|due|expected|reopen|open|close|end|ready"
    r"|live|return|report|back|planned|would be|will be|is now)) $|\($"
)
_ENDS = re.compile(r"\)|[.;,/]|$| ?-")
_AROUND = " .*-()"  # marks around words that stand alone in a cell or behind a label


def _is_named(point: Point, words: str, preposition: str, *, parted: bool) -> bool:
    """A bare month or season is a time only after a preposition, before a meeting, or where it stands alone.

    "May" and "march" are verbs too; a part of one (`parted`: "the end of May") is no verb.
    """
    if point.year is not None or parted or point.grain not in (Grain.MONTH, Grain.SEASON):
        return True
    if words.strip(_AROUND) == words[point.start : point.end].strip(_AROUND):
        return True
    if _SET_OFF.search(words, 0, point.start) and _ENDS.match(words, point.end):
        return True
    if point.grain is Grain.SEASON and words[point.start].isupper() and not preposition:
        return False
    return bool(preposition) or bool(_GATHERING.match(words, point.end))


#: What has opened already closes on a day of its own.
_OPENED = ("opened ", "began ", "started ", "launched ")


def _makes_span(words: str, point: Point, following: Point, preposition: str, start: int) -> bool:
    """Whether two points of time are the ends of one: "from May to July", "between 2 and 9 June"."""
    between = words[point.end : following.start]
    if preposition == "from" and AWAY_FROM.search(words[:start]):
        return False
    if _CLOSES.match(between):
        return not words.endswith(_OPENED, 0, start)
    if not _BETWEEN.match(between):
        return False
    joined = between.strip(" ,").split(" ")[0]
    if joined in ("and", "or"):
        return preposition == "between" or (
            point.year is None
            and preposition in ("in", "during", "early", "late")
            and point.grain in (Grain.MONTH, Grain.SEASON)
        )
    return preposition in ("from", "between", "", "on", "over", "of") or joined in (
        "-",
        "/",
        "to",
    )


def _spanning(
    sentence: Sentence, calendar: Calendar, point: Point, following: Point, start: int, found: list[Point]
) -> Stated:
    last = calendar.days_of(following, place=sentence.place(following.start), beside=found)
    first = calendar.days_before(point, last[1]) if last and point.month else None
    words = sentence.words[start : following.end]
    window = (
        Window(first[0], last[1] + ONE_DAY, words)
        if first and last and first[0] <= last[1]
        else Window(None, None, words)
    )
    return Stated(start, following.end, window, "from to", point.grain, due=True)


def _stated(
    words: str, point: Point, span: tuple[date, date] | None, start: int, preposition: str, part: str
) -> Stated:
    """The time that one point states, with its side and whether it can be due; no span, no days."""
    said = words[start : point.end]
    if point.grain is Grain.WEEK and not preposition:
        preposition = "in"
    gathering = bool(_GATHERING.match(words, point.end))
    if part and not preposition and _THE.search(words[start : point.start]):
        preposition = "in" if part not in ("end", "close") else ""
    due = _is_due(point, words[:start], preposition, part, gathering=gathering)
    unknown = span is None and preposition not in _IN_A_QUARTER
    if point.grain is Grain.QUARTER and (unknown or (point.year is None and preposition == "at")):
        due = False
    preposition = _side(point, words[:start], preposition, due=due, gathering=gathering)
    if span is None:
        return Stated(start, point.end, Window(None, None, said), preposition, point.grain, due)
    first, last = _sided(span, preposition, part)
    return Stated(start, point.end, Window(first, _after(last), said), preposition, point.grain, due)


#: "To start on site in Q4": a time, though no year says which.
_IN_A_QUARTER = ("in", "during", "by", "before")


def _is_due(point: Point, before: str, preposition: str, part: str, *, gathering: bool) -> bool:
    """Whether the words before a point make it a time by, in or from which something is done."""
    if _DATING.search(before) or (preposition == "from" and AWAY_FROM.search(before)):
        return False
    if preposition == "for":
        fixed = (_FIXED_FOR if point.grain in YEARS else _PLANNED_FOR).search(before)
        return gathering or bool(fixed)
    if preposition == "over":
        return point.grain in (Grain.SEASON, Grain.MONTH)
    if preposition == "to" and not part:
        moved = point.grain not in YEARS and bool(_MOVED_TO.search(before))
        return gathering or point.grain is Grain.DAY or moved
    if not preposition and not part:
        return gathering
    return preposition in (*_LAST, "before", *_FIRST, *_WITHIN) or part in ("end", "close")


def _side(point: Point, before: str, preposition: str, *, due: bool, gathering: bool) -> str:
    """The preposition by whose side of the point a time is meant."""
    if preposition == "until" and (_NOT_UNTIL.search(before) or _MOVED_TO.search(before)):
        return "in"
    if preposition == "for" and due:
        return "in"
    if point.from_day and preposition == "from":
        return "from to"
    return "at" if gathering and not preposition else preposition


#: "At the beginning of March" is early in it; "by" and "from" its start are its first day.
_VAGUE = ("", "in", "at", "during", "for")


def _after(day: date | None) -> date | None:
    return None if day is None else day + ONE_DAY


def _sided(span: tuple[date, date], preposition: str, part: str) -> tuple[date | None, date | None]:
    """First and last day due, by the side of the point that the words mean."""
    first, last = span
    if part in ("start", "beginning", "first day"):
        vague = part != "first day" and preposition in _VAGUE and (last - first).days < 31
        last = last if vague else first
    elif part in ("first week", "second week", "third week"):
        first += timedelta(days=7 * ("first week", "second week", "third week").index(part))
        last = first + timedelta(days=6)
    elif part.endswith(("half", "part")) and 27 < (last - first).days < 31:
        first, last = (
            (first, first.replace(day=15)) if part == "first half" else (first.replace(day=16), last)
        )
    elif part in ("last day", "last week"):
        first = last if part == "last day" else last - timedelta(days=6)
    if preposition == "before" and part not in ("end", "close"):
        return None, first - ONE_DAY
    if preposition == "towards":
        return first, last
    if preposition in (*_LAST, "before") or (part in ("end", "close") and preposition not in _FIRST):
        return None, last
    if preposition == "after":
        return last + ONE_DAY, None
    if preposition in _FIRST:
        return (last if part in ("end", "close") else first), None
    return first, last

"""Stated times: a point of time with the words that say which side of it is meant.

"By", "until", "no later than" give a last day; "before" the day before; "from", "with effect from",
"not before" a first day; "in", "on", "during" both. "Between", "from ... to" and "opens on ... and
closes on" take two points. A time counted from something else ("within six weeks", "next year") is
stated but has no days of its own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from handback.core.periods import ONE_DAY, Window
from handback.reading.claims.points import Grain, Point, points
from handback.reading.claims.sentences import Sentence
from handback.reading.claims.years import Calendar

COUNTED, RECURRING = "counted", "recurring"

_LEAD = re.compile(
    r"(?:^|[ (,;:])(?P<lead>(?:(?P<prep>not before|not? (?:any )?later than|(?:on )?or before|on or"
    r" after|by|before|prior to|ahead of|in advance of"
    r"|until|till|up to|with effect from|effective from|starting (?:on|in|from)|beginning (?:on|in)"
    r"|as (?:of|from|at)|from|after|since|between"
    r"|in|on|at|during|for|over|this|next|last|to|of|dated|within|throughout|through|into|towards"
    r"|around|about|and|or|early|late)"
    r"(?: the latest,?)?(?: (?:about|around))?(?: (?:noon|midday|midnight|\d{1,2}(?:[.:]\d{2})?"
    r" ?[ap]\.?m\.?|\d{2}:\d{2})(?:,| on)*)? )?"
    r"(?:(?:the )?(?P<part>(?:end|close|start|beginning|middle|last day)(?= of )|(?:first|second|third"
    r"|last) week(?= (?:of|in) )|first day(?= of )|(?:first|second|latter) half(?= (?:of|in) )"
    r"|(?:latter|second) part(?= of )"
    r"|(?<=by )end|(?<=before )end|(?<=at )end)(?: of| in)? )?"
    r"(?:(?:the )?(?:calendar |financial |municipal |school )?(?:year|month|week|period)(?: (?:of"
    r"|ending|to))? )?"
    r"(?:the |its |their |our |his |her |this |next |last )?(?:early |late |mid[- ]|following |coming )*)$",
    re.I,
)
_BETWEEN = re.compile(
    r"^,? ?(?:(?:up )?to|and|-|/|until|or|through)(?: (?:on|by|in|the end of))?(?: the)? ?$"
)
_CLOSES = re.compile(
    r"^ (?:and|to) (?:closes|ends|runs|closing|ending|close|end|finishes)(?: (?:on"
    r"|until|in|at the end of))? $"
)
_PLANNED_FOR = re.compile(
    r"\b(?:planned|scheduled|due|set|timetabled|booked|expected|targeted"
    r"|arranged|fixed|pencilled in|ready|programme|forward plan|in place|in time|available"
    r"|completion|delivery|decision|launch"
    r"|start|opening|implementation|aiming|aimed|programmed|listed|bid|target) $"
)
_NOT_UNTIL = re.compile(r"\bnot\b[^.;]{0,40}$", re.I)
_GATHERING = re.compile(
    r" (?:[A-Z][\w']+ )?(?:[Cc]abinet|[Cc]ouncil|[Bb]oard|[Mm]eetings?|[Cc]ommittee|[Ee]xecutive"
    r"|[Pp]anel|[Ff]orum|[Ss]crutiny|[Ss]ession)\b"
)
#: What each of them begins with, looked at before the grammar: most words of a sentence begin none.
_COUNTING = (
    r"\b(?=(?:in|within|after|inside|a|by|during|before|from|this|next|at|not?|on|until|for|over|to|attend"
    r"|later) |tomorrow|\w+ (?:days?|weeks|months) )"
)
_RECURS = r"\b(?=e(?:very|ach) |monthly|quarterly|annually|weekly|yearly|six|bi|daily|at |once |on a )"
_COUNTED = re.compile(
    rf"{_COUNTING}(?:"
    r"\b(?:in|within|after|inside) (?:(?:about|a further|no more than|the (?:next|coming|following)"
    r"|at most|a period of) )?"
    r"(?:the )?(?:next |coming |few |several |\d+ |a |one |two |three |four |five |six |seven "
    r"|eight |nine |ten |eleven |twelve |thirteen |fourteen |fifteen |sixteen |eighteen |twenty "
    r"|twenty-\w+ |thirty |forty |sixty |ninety )+"
    r"(?:clear |working |calendar |more )?(?:days?|weeks?|months?|years?)(?:'s?)?(?: time| of\b)?"
    r"|\ba (?:further )?period of \w+ (?:days|weeks|months)|\b\w+ (?:days?|weeks|months) (?:to"
    r" (?:make|reply|respond)|from)\b"
    r"|\btomorrow(?: morning)?\b|\b(?:in|by|during|before|from) (?:the )?(?:next|coming|new|following)"
    r" (?:few |several )?(?:days|weeks|month|months|year|quarter)\b"
    r"|\b(?:this|next) (?:week|month|year|quarter|autumn|spring|summer|winter)\b|\bin (?:the )?next"
    r" few (?:days|weeks|months)\b"
    r"|\b(?:by|before|at|(?:no|not) later than) (?:the )?(?:end|close) of (?:the|this|next) "
    r"(?:week|month|year|quarter"
    r"|financial year|calendar year|municipal year)\b"
    r"|\b(?:by|before|at|after) (?:the )?(?:year[- ]end|\w+ recess|recess|Christmas|Easter|New Year"
    r"|next (?:\w+ )?meeting)\b"
    r"|\b(?:by|on|before|until|next|this|for) (?:next |this |the following )?(?:Mon|Tues|Wednes"
    r"|Thurs|Fri|Satur|Sun)day\b(?! (?:the )?\d|, \d| morning, \d)"
    r"|\buntil (?:the )?(?:end|close) of (?:the|this|next) (?:week|month|year|quarter)\b"
    r"|\b(?:by|before|after|over|during|until|in time for|for) (?:the )?(?:spring|summer|autumn"
    r"|winter|Easter|Christmas|school|half-term"
    r"|parliamentary|August)? ?(?:recess|holidays?|break|half[- ]term|vacation)\b"
    r"|\b(?:by|for|at|from|before|in time for|until) (?:the )?(?:start|end|beginning|close) of "
    r"(?:the |this |next |its )?(?:next |new |current"
    r" |present )?(?:municipal |financial |academic |school |calendar )?(?:year|term)\b"
    r"|\b(?:to|at|by|for|before|until|attend) (?:(?:the|its|a|their|our) )(?:next|following|first|future"
    r"|subsequent)(?: available)?(?: \w+){0,2}? (?:meeting|council|cabinet|board|committee"
    r"|session)\b"
    r"|\b(?:in|during|by|before|for) (?:the )?(?:early |late )?(?:spring|summer|autumn) term\b"
    r"|\bto (?:the )?(?:next|following) (?:Council|Cabinet|Board|Committee|[Mm]eeting)\b"
    r"|\bin the (?:near future|new year|coming (?:weeks|months|year))\b|\blater this (?:year|month"
    r"|week)\b|\b(?:with)?in the year\b)",
    re.I,
)
_RECURRING = re.compile(
    rf"{_RECURS}(?:"
    r"\b(?:every|each) (?:\w+ )?(?:days?|weeks?|months?|quarters?|years?|meetings?|Monday|Tuesday"
    r"|Wednesday|Thursday|Friday|January|April|July|October|spring|summer|autumn|winter)\b"
    r"|\b(?:monthly|quarterly|annually|weekly|yearly|six[- ]monthly|bi-?monthly|daily)\b|\bat "
    r"(?:\w+ )?intervals\b|\bonce"
    r" (?:a|every)\b(?!n| \w+'s)|\bevery six months\b|\bon a regular basis\b)",
    re.I,
)
_LAST = (
    "by",
    "until",
    "till",
    "up to",
    "not later than",
    "no later than",
    "not any later than",
    "or before",
    "on or before",
    "through",
)
_BEFORE = ("before", "prior to", "ahead of", "in advance of")
_FIRST = (
    "from",
    "with effect from",
    "effective from",
    "starting on",
    "starting in",
    "starting from",
    "beginning on",
    "beginning in",
    "as of",
    "as from",
    "not before",
    "on or after",
    "after",
)
_WITHIN = (
    "in",
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


@dataclass(frozen=True, slots=True)
class Stated:
    """A time stated in a sentence: places `start` to `end`, the days it stands for, and how it is said.

    `due` is False for times that point back or only describe ("since", "of", "the May elections").
    """

    start: int
    end: int
    window: Window
    preposition: str
    grain: str
    due: bool

    @property
    def known(self) -> bool:
        """Whether the days are known."""
        return self.window.first is not None or self.window.until is not None


MOST_TIMES = 24  # in one sentence: more make a table or a calendar, which commits nobody


def stated_times(sentence: Sentence, calendar: Calendar) -> tuple[Stated, ...]:
    """The times that a sentence states, in order, those counted from something else included.

    "by 3 May and then every quarter" states two. Worked out once for each sentence of a document.
    """
    key = (sentence.start, len(sentence.words))
    if key not in calendar.stated:
        calendar.stated[key] = _stated_in(sentence, calendar)
    return calendar.stated[key]


def _stated_in(sentence: Sentence, calendar: Calendar) -> tuple[Stated, ...]:
    words = sentence.words
    found = list(islice(points(words), MOST_TIMES))
    times = list(_dated(sentence, calendar, found)) if found and _MAY_HOLD_DATE.search(words) else []
    taken = [(t.start, t.end) for t in times if t.due]
    for pattern, grain in _ways_of_counting(words):
        for match in islice(pattern.finditer(words), MOST_TIMES):
            if not any(match.start() < end and start < match.end() for start, end in taken):
                times.append(Stated(*match.span(), Window(None, None, match[0]), "", grain, due=True))
    return tuple(sorted(times, key=lambda t: t.start))


_MAY_COUNT = re.compile(
    r"week|month|year|day|tomorrow|meeting|recess|[Tt]erm\b|[Hh]oliday|quarter|annual|every|each"
    r"|regular|[Ff]uture"
    r"|Christmas|Easter|daily|once|interval|[Bb]reak|Council|Cabinet|Board|Committee|council|cabinet|board"
    r"|committee|session|half"
)
#: Letters of which every counted time has some, in lower case; a meeting must be the next one or the like.
_UNITS = (
    "week", "month", "year", "days", " day", "quarter", "term", "tomorrow", "recess", "holiday", "break",
    "vacation", "christmas", "easter", "spring", "summer", "autumn", "winter", "future", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday",
)  # fmt: skip
_MEETINGS = ("meeting", "council", "cabinet", "board", "committee", "session")
_TO_COME = ("next", "following", "first", "future", "subsequent")
#: The same of every recurring time.
_AGAIN_AND_AGAIN = (
    "every ", "each ", "monthly", "quarterly", "annually", "weekly", "yearly", "daily", "intervals", "once ",
    "regular basis",
)  # fmt: skip


def _ways_of_counting(words: str) -> Iterator[tuple[re.Pattern[str], str]]:
    """The patterns of times without a date that a sentence may hold, told by its letters."""
    low = words.lower()
    counted = any(unit in low for unit in _UNITS) or (
        any(name in low for name in _MEETINGS) and any(word in low for word in _TO_COME)
    )
    recurring = any(word in low for word in _AGAIN_AND_AGAIN)
    if (counted or recurring) and _MAY_COUNT.search(words):
        yield from ((_COUNTED, COUNTED),) if counted else ()
        yield from ((_RECURRING, RECURRING),) if recurring else ()


_MAY_HOLD_DATE = re.compile(
    r"\d{4}|\d[/.-]\d|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|[Qq]uarter|\bQ[1-4]|January|JANUARY"
    r"|February|March|April|May|June|July|August|"
    r"September|October|November|December|\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
    r"|[A-Z]{3,}|day,? (?:the )?\d"
)


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
    words = sentence.words
    skip = -1
    for index, point in enumerate(found):
        if index == skip:
            continue
        lead = _LEAD.search(words, _lead_from(words, point.start), point.start)
        preposition = (lead["prep"] or "").lower() if lead else ""
        if not preposition and words[point.start : point.start + 5].lower() in ("early", "late ", "mid-2"):
            preposition = "in"
        if not _is_named(point, words, preposition) or _RECESS.match(words, point.end):
            continue
        if point.year is None and words.endswith(" term", point.start, point.end):
            continue
        span = calendar.days_of(point, place=sentence.place(point.start), beside=found)
        start = lead.start("lead") if lead else point.start
        following = found[index + 1] if index + 1 < len(found) else None
        if following is not None and _makes_span(words, point, following, preposition):
            skip = index + 1
            yield _spanning(sentence, calendar, point, following, start, found)
            continue
        part = (lead["part"] or "").lower() if lead else ""
        yield _stated(words, point, span, start, preposition, part)


_THE = re.compile(r"\b(?:week|half|part|day)\b")
_RECESS = re.compile(r" (?:[Rr]ecess|[Hh]olidays?|[Bb]reak|[Vv]acation|[Hh]alf[- ]term|[Tt]erm)\b")
_DATING = re.compile(r"\b(?:dates|dating|dated|date) (?:back )?$")


_SET_OFF = re.compile(
    r"(?:\(|\b(?:start|begin|finish|complete|completed|due|expected|reopen|open|close|end|ready"
    r"|live|return|report|back|planned)) $|\($"
)
_ENDS = re.compile(r"\)|[.;,/]|$| ?-")


def _is_named(point: Point, words: str, preposition: str) -> bool:
    """A bare month or season is a time only after a preposition or before a meeting.

    "May" and "march" are verbs too.
    """
    if point.year is not None or point.grain not in (Grain.MONTH, Grain.SEASON):
        return True
    if _SET_OFF.search(words, 0, point.start) and _ENDS.match(words, point.end):
        return True
    if point.grain is Grain.SEASON and words[point.start].isupper() and not preposition:
        return False
    return bool(preposition) or bool(_GATHERING.match(words, point.end))


def _makes_span(words: str, point: Point, following: Point, preposition: str) -> bool:
    between = words[point.end : following.start]
    if _CLOSES.match(between):
        return True
    if not _BETWEEN.match(between):
        return False
    joined = between.strip(" ,").split(" ")[0]
    if joined in ("and", "or"):
        return preposition == "between" or (
            point.year is None and preposition in ("in", "during") and point.grain is Grain.MONTH
        )
    return preposition in ("from", "between", "", "on", "starting on", "over", "of") or joined in (
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
    said = words[start : point.end]
    if point.grain is Grain.WEEK and not preposition:
        preposition = "in"
    gathering = _GATHERING.match(words, point.end)
    if part and not preposition and _THE.search(words[start : point.start]):
        preposition = "in" if part not in ("end", "close") else ""
    due = preposition in (*_LAST, *_BEFORE, *_FIRST, *_WITHIN) or part in ("end", "close")
    if preposition in ("to", "") and not part:
        due = bool(gathering) or (preposition == "to" and point.grain is Grain.DAY)
    if preposition == "for":
        due = bool(gathering or _PLANNED_FOR.search(words[:start]))
        preposition = "in" if due else "for"
    if _DATING.search(words[:start]):
        due = False
    if (point.grain is Grain.QUARTER and span is None) or (
        point.year is None and point.grain is Grain.QUARTER and preposition == "at"
    ):
        due = False
    if gathering and not preposition:
        preposition = "at"
    if preposition == "until" and _NOT_UNTIL.search(words[:start]):
        preposition = "in"
    if span is None:
        return Stated(start, point.end, Window(None, None, said), preposition, point.grain, due)
    first, last = _sided(span, preposition, part)
    return Stated(start, point.end, Window(first, _after(last), said), preposition, point.grain, due)


def _after(day: date | None) -> date | None:
    return None if day is None else day + ONE_DAY


def _sided(span: tuple[date, date], preposition: str, part: str) -> tuple[date | None, date | None]:
    """First and last day due, by the side of the point that the words mean."""
    first, last = span
    if part in ("start", "beginning", "first day"):
        last = first
    elif part in ("first week", "second week", "third week"):
        first += timedelta(days=7 * ("first week", "second week", "third week").index(part))
        last = first + timedelta(days=6)
    elif part.endswith(("half", "part")) and 27 < (last - first).days < 31:
        first, last = (
            (first, first.replace(day=15)) if part == "first half" else (first.replace(day=16), last)
        )
    elif part in ("last day", "last week"):
        first = last if part == "last day" else last - timedelta(days=6)
    if preposition in _BEFORE and part not in ("end", "close"):
        return None, first - ONE_DAY
    if preposition in (*_LAST, *_BEFORE) or (part in ("end", "close") and preposition not in _FIRST):
        return None, last
    if preposition == "after":
        return last + ONE_DAY, None
    if preposition in _FIRST:
        return (last if part in ("end", "close") else first), None
    return first, last

"""Times without a date: counted from something else ("within six weeks", "by then"), or recurring."""

import re
from collections.abc import Iterator

from handback.reading.words.watch import watch

COUNTED, RECURRING = "counted", "recurring"

#: What each of them begins with, looked at before the grammar: most words of a sentence begin none.
_COUNTING = (
    r"\b(?=(?:in|within|after|inside|a|by|during|before|from|this|next|at|not?|on|between|around|until|for"
    r"|over|to|that|lady|attend|later) "
    r"|tomorrow|tonight"
    r"|\w+ (?:(?:clear|working|full) )*(?:days?|weeks?|months?|fortnight) )"
)
_RECURS = r"\b(?=e(?:very|ach) |monthly|quarterly|annually|weekly|yearly|six|bi|daily|at |once |on a )"
#: Tried on small letters: several times as quick as to take no notice of capitals.
_COUNTED = re.compile(
    rf"{_COUNTING}(?:\b(?:in|within|after(?! [\w ]{{1,24}}(?:days|weeks|months|years) of )|inside)"
    r" (?:(?:about|a further|no more than|the (?:next|coming|following)|at most|a period of) )?(?:the )?"
    r"(?:next |coming |few |several |\d+ |a |one |two |three |four |five |six |seven |eight |nine |ten "
    r"|eleven |twelve |thirteen |fourteen |fifteen |sixteen |eighteen |twenty |to |or |twenty-\w+ |thirty "
    r"|forty |sixty |ninety )+(?:clear |working |calendar |more )?"
    r"(?:days?|weeks?|fortnight|months?|years?)(?:'s?)?(?: time| of\b)?"
    r"|\b(?:\d+|two|three|four|five|six|seven|eight|ten|twelve|fourteen|twenty-(?:one|eight))"
    r" (?:working |clear )?(?:days|weeks|months) to"
    r"(?= [a-z]{3,} (?:a|an|the|it|his|her|their|its|up|in|on|with)\b)"
    r"|\ba (?:further )?period of \w+ (?:days|weeks|months)"
    r"|\b\w+ (?:days?|weeks|months) (?:to (?:make|reply|respond)|from)\b"
    r"|\b(?:at least |no later than |not later than |within )?"
    r"(?:\d+|a|one|two|three|four|five|six|seven|ten|twelve|fourteen|several) (?:clear |working |full )*"
    r"(?:days?|weeks?|months?|fortnight) (?:before|ahead of|prior to|after|following)"
    r" (?=the|each|every|any|that|this|its|their|it|they|[a-z])"
    r"|\b(?:a|two|three|four|five|six|nine|twelve|\d+) (?:days?|weeks?|months?|years?) later\b"
    r"|\bby (?:when|which (?:time|date|point))\b"
    r"|\bby return(?: of post)?\b"
    r"|\b(?:by|before|at|until) (?:the )?turn of the year\b"
    r"|\b(?:by|on|before|from|until) the \d{1,2}(?:st|nd|rd|th)"
    r"(?: (?:day )?of (?:next|this|the (?:next|following|same)) month)\b"
    r"|\bbetween now and (?:then|christmas|easter"
    r"|the (?:end|start|summer|autumn|spring|winter|new year|next|elections?))\b"
    r"|\b(?:by|before|at|until) (?:the )?(?:end|close) of (?:that|the same|the following)"
    r" (?:week|month|quarter|year)\b"
    r"|\b(?:by|before|at|after|over|until|around|in time for) easter \d{4}\b"
    r"|\btonight\b"
    r"|\bthis (?:morning|afternoon|evening)\b"
    r"|\btomorrow(?: morning| afternoon| evening| night)?\b"
    r"|\bthat week\b"
    r"|\b(?:in|by|during|before|from) (?:the )?(?:next|coming|new|following) (?:few |several )?"
    r"(?:days|weeks|month|months|year|quarter)\b"
    r"|\b(?<!arlier )(?:this|next) (?:week|month|year|quarter|autumn|spring|summer|winter)\b(?!['’]s)"
    r"|\bin (?:the )?next few (?:days|weeks|months)\b"
    r"|\b(?:by|before|at|(?:no|not) later than) (?:the )?(?:end|close) of (?:the|this|next)"
    r" (?:week|month|year|quarter|financial year|calendar year|municipal year)\b"
    r"|\bin (?:good )?time for (?:the |its |our )?(?:next |new |start of )?"
    r"(?:christmas|easter|summer|winter|autumn|spring|school|term|season"
    r"|[\w-]+ (?:meeting|term|season|holidays|year|recess))\b"
    r"|\bbefore the (?:week|month|year|quarter|summer|winter|autumn|spring) is (?:out|over)\b"
    r"|\blady day\b"
    r"|\b(?:by|before|until) (?:then|that (?:date|day|time))\b"
    r"|\b(?:by|before|at|after|until|in time for) (?:the )?(?:(?:financial |calendar )?year[- ]end"
    r"|(?:month|quarter|week|term)[- ]end|midsummer|midwinter|michaelmas|whitsun|advent|lent"
    r"|(?:party )?conferences?|agm|annual meeting|\w+ recess|recess|christmas|easter|new year"
    r"|next (?:\w+ )?meeting)\b"
    r"|\b(?:by|on|before|until|next|this|for) (?:next |this |the following )?"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b(?! (?:the )?\d|, \d| morning, \d)"
    r"|\buntil (?:the )?(?:end|close) of (?:the|this|next) (?:week|month|year|quarter)\b"
    r"|\b(?:by|before|after|over|during|until|in time for|for) (?:the )?"
    r"(?:spring|summer|autumn|winter|easter|christmas|school|half-term|parliamentary|august)? ?"
    r"(?:recess|holidays?|break|half[- ]term|vacation)\b"
    r"|\b(?:by|for|at|from|before|in time for|until) (?:the )?(?:start|end|beginning|close) of"
    r" (?:the |this |next |its )?(?:next |new |current |present )?"
    r"(?:municipal |financial |academic |school |calendar )?(?:year|term)\b"
    r"|\b(?:to|at|by|for|before|until|attend) (?:(?:the|its|a|their|our) )"
    r"(?:next|following|first|subsequent)(?: available)?(?: \w+){0,2}?"
    r" (?:meeting|council|cabinet|board|committee|session|cycle|agenda|round|sitting)\b"
    r"|\b(?:in|during|by|before|for) (?:the )?(?:early |late )?(?:spring|summer|autumn) term\b"
    r"|\bto (?:the )?(?:next|following) (?:council|cabinet|board|committee|meeting)\b"
    r"|(?<![\w,;)] )\bover the (?:next|coming) (?:few |several |couple of |\d+ |one |two |three |four "
    r"|five |six |eight |nine |ten |twelve |eighteen )?(?:days|weeks|month|months)\b"
    r"|\bin the (?:near future|new year|coming (?:weeks|months|year))\b"
    r"|\blater this (?:year|month|week)\b|\b(?:with)?in the year\b)",
)
_RECURRING = re.compile(
    rf"{_RECURS}(?:\b(?:every|each) (?:\w+ )?(?:days?|weeks?|months?|quarters?|years?|meetings?|monday"
    r"|tuesday|wednesday|thursday|friday|january|april|july|october|spring|summer|autumn|winter)\b"
    r"|\b(?:monthly|quarterly|annually|weekly|yearly|six[- ]monthly|bi-?monthly|daily)\b"
    r"|\bat (?:\w+ )?intervals\b|\bonce (?:a|every)\b(?!n| \w+'s)|\bevery six months\b"
    r"|\bon a regular basis\b)",
)


#: Letters of which every counted time has some, in lower case; a meeting must be the next one or the like.
_UNITS = (
    "week", "lady day", "season", "fortnight", "month", "year", "days", " then", "that day", "that time",
    "that date", "midsummer", "annual m",
    "midwinter", "michaelmas", "whitsun", "advent", "lent", "conference", "agm", " day", "quarter", "term",
    "tomorrow", "tonight", "by return", "by when", "by which",
    "morning", "afternoon", "evening", "recess", "holiday", "break",
    "vacation", "christmas", "easter", "spring", "summer", "autumn", "winter", "future", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday",
)  # fmt: skip
_MEETINGS = (
    "meeting",
    "council",
    "cabinet",
    "board",
    "committee",
    "session",
    "cycle",
    "agenda",
    "round",
    "sitting",
)
_TO_COME = ("next", "following", "first", "future", "subsequent")
#: The same of every recurring time.
_AGAIN_AND_AGAIN = (
    "every ", "each ", "monthly", "quarterly", "annually", "weekly", "yearly", "daily", "intervals", "once ",
    "regular basis",
)  # fmt: skip


#: A word of each of these: of any but a bare meeting, which is none of a time to come.
COUNTING = watch(
    letters=(max(letters.split(), key=len) for letters in (*_UNITS, *_TO_COME, *_AGAIN_AND_AGAIN))
)


def ways_of_counting(low: str) -> Iterator[tuple[re.Pattern[str], str]]:
    """The patterns of times without a date that a sentence, in small letters, may hold."""
    if _any(_UNITS, low) or (_any(_MEETINGS, low) and _any(_TO_COME, low)):
        yield _COUNTED, COUNTED
    if _any(_AGAIN_AND_AGAIN, low):
        yield _RECURRING, RECURRING


def _any(letters: tuple[str, ...], low: str) -> bool:
    for one in letters:  # noqa: SIM110 - a third of the time that any() takes
        if one in low:
            return True
    return False

"""The date that a document bears: labelled, or standing in its head."""

import re
from datetime import date

from handback.reading.document import Kind, Passage
from handback.reading.words.points import Grain, points
from handback.reading.words.sentences import plain_words

_AFTER = r"[\n|(.](?:(?<!\.)|(?<=\.) )[ ]*"
_LABELLED: tuple[re.Pattern[str], ...] = tuple(
    re.compile(rf"{_AFTER}(?:{label})[ ]*:?-?[ ]*(?=[A-Za-z0-9])(?P<rest>[^\n]{{4,60}})", re.I)
    for label in (
        r"date of (?:the )?(?:deci(?:si|s)on|meeting)|decision date|meeting date|meeting(?=: ?\d)"
        r"|date of publication",
        r"(?:date|dated|date of (?:notice|report|statement))(?= ?:)",
        r"(?:this (?:story|article|page) was )?(?:first )?"
        r"(?:published|posted|updated|last updated|publication date)(?: on)?",
    )
)
#: What all of the labels begin with, looked for once where none of them stands.
_ANY_LABEL = re.compile(rf"{_AFTER}(?:date|decision|meeting|this |first |publi|posted|updated|last )", re.I)
#: It begins with letters, which is the quickest of searches.
_TODAY = re.compile(r"oday(?<=\b[Tt]oday),? \((?P<rest>[^()\n]{6,40})\)")
_MINUTES = re.compile(r"\bminutes of (?:the|a|an) (?:[\w' -]{0,60} )?meeting\b|\bmeeting held on\b")
_RANGE = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?: \d{4})? (?:to|until|-)"
    r" (?:\w+day,? )?$"
    r"|\bfrom [^.;]{2,30} to $",
    re.I,
)
_TIMETABLE_LINE = re.compile(r"\d{1,2} [A-Z][a-z]{2,8} \d{4} ?: ?\S")
_HEAD = 14  # passages in which a document's own date stands, if it stands in no label
_DEADLINE = re.compile(
    r"\b(?:by|before|until|till|from|after|since|(?:no )?later than|end of)\W+(?:\w+day\W+)?$", re.I
)
_DUE_LABEL = re.compile(
    r"\W*(?:[\w/-]+ ){0,3}?(?:due|deadlines?|closing|target|expires?|expiry|expected|by when|next"
    r"|until|effective)\b[^:]{0,40}:",
    re.I,
)
LONGEST_HEADER = 170  # characters: a line with the date of a meeting holds its name, place and hour as well


def date_of(text: str, passages: tuple[Passage, ...]) -> date | None:
    """The document's own date, or None where it bears none plainly."""
    plain = plain_words(text[: passages[-1].end if passages else 0], lines=True)
    begun = f"\n{plain}"
    for pattern in _LABELLED if _ANY_LABEL.search(begun) else ():
        for found in pattern.finditer(begun):
            day = _full_day(found["rest"], near=True)
            if day is not None:
                return day
    if (today := _TODAY.search(plain)) is not None and (
        day := _full_day(today["rest"], near=True)
    ) is not None:
        return day
    for passage in passages[:_HEAD]:
        words = plain[passage.start : passage.end]
        if _DUE_LABEL.match(words, 0, LONGEST_HEADER) or passage.kind is Kind.ROW or "|" in words:
            continue
        if _TIMETABLE_LINE.match(words):
            continue
        header = passage.kind in (Kind.HEADING, Kind.FIELD) or not words.rstrip().endswith(
            (".", ";", ",", ":")
        )
        if (header or _MINUTES.search(words.lower())) and len(words) <= LONGEST_HEADER:
            day = _full_day(words, near=False)
            if day is not None:
                return day
    return None


def _full_day(words: str, *, near: bool) -> date | None:
    """The first full date in some words; where it must be near, nothing but the name of a day precedes it."""
    for point in points(words):
        if point.grain is Grain.DAY and point.year is not None and point.month:
            if near and point.start > 12:
                return None
            if _DEADLINE.search(words, 0, point.start) or _RANGE.search(words, 0, point.start):
                return None
            return point.days(point.year)[1]
    return None

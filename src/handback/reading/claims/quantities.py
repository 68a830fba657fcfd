"""The numbers and shares that stand in a sentence, each with its kind and the noun counted.

Dates, references, times of day, targets and earlier figures are left out: nothing is a part of them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from itertools import islice

from handback.core.figures import Stated, Unit
from handback.reading.claims.numbers import NUMBER, PERCENT, WORD, percent_of, step_of, value_of
from handback.reading.words.point_words import TELLING
from handback.reading.words.points import Grain, points
from handback.reading.words.sentences import Sentence
from handback.reading.words.watch import waits, watch, watched


class Measure(StrEnum):
    """What a number measures: only like is a part of like."""

    COUNT = "count"
    MONEY = "money"
    TIME = "time"  # days, miles, points: a part of something only where the words say so outright
    SHARE = "share"  # in per cent


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number (or a share, in per cent) at places `start` to `end` of a sentence's words.

    `noun` is the stem of what is counted ("milest" of "the 58 milestones in the plan"), empty where
    the number stands alone. `exact` is false of "nearly 40", `about` true of "some 40" as well; `step` is the
    size of its last place ("£9.3m" may be 50,000 more or less).
    """

    start: int
    end: int
    value: Decimal
    measure: Measure
    noun: str = ""
    exact: bool = True
    about: bool = False
    step: Decimal = Decimal(0)

    @property
    def share(self) -> bool:
        """Whether it is a percentage."""
        return self.measure is Measure.SHARE

    @property
    def stated(self) -> Stated:
        """The number for checking."""
        unit = {Measure.MONEY: Unit.POUNDS, Measure.SHARE: Unit.PERCENT}.get(self.measure, Unit.COUNT)
        return Stated(self.value, unit, self.step, self.about)


MOST_NUMBERS = 40  # in one sentence: more make a table without rows, in which no part is told from a total
MOST_WORDS = 5  # of a noun phrase: "key stage two attainment measures"
STEM = 5  # letters: "respondents" and "responses", "complaint" and "complaints"

#: What every number has: a cheap look before the full one.
COUNTS = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred)\b"
    r"|(?<=\w)t(?:een|y)\b",
    re.I,
)
NUMBERS = watch(COUNTS)
_FIGURE = re.compile(r"\d+")
_WORDS = re.compile(r"[a-z]+")
_NUMBER_WORDS = frozenset(_WORDS.findall(WORD)) - {"a"}  # which is a number only with "hundred"
_IN_WORDS = watch(letters=_NUMBER_WORDS)
#: What every number begins with: to look at that costs less than the grammar of numbers.
_BEGINS = r"(?=[\d£]|\b(?:a h|on|t[ehw]|f[io]|s[ei]|e[il]|ni))"
_TOKEN = re.compile(rf"{_BEGINS}(?:(?P<share>{PERCENT})|(?P<number>{NUMBER}))", re.I)
_REFERENCE = re.compile(
    r"(?:\b(?:page|pages|paragraph|paragraphs|para|paras|items?|section|sections|appendix|annex|room|minute"
    r"|part|table|line|phase|stage|band|version|report|ref|no\.?|number|ward|form|unit|plot|flat|class"
    r"|priority|question|option|objective|UIN|level|grade|note|rule|article|schedule|clause|chapter|figure"
    r"|aged|age|category|action|actions|type|tier|mark|minutes|recommendation|Q|KPI|lot|covid) "
    r"|(?<!\bc)[#/.:-]|\d|[A-Za-z]-?|\d,)$",
    re.I,
)
_NUMBERED_TIME = waits(r"(?<!this )(?<!last )(?<!the )(?<!each )\b(?:quarter|year|week) $", re.I)
_NAMED = re.compile(
    r"(?<=[a-z,] )(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* )[A-Z][a-z]+ $"
)  # "the Harrowmere 2040 plan", "with Platform 9"
_UNIT = re.compile(
    r"^(?:s\b| to \d|[-/:]\w|\.\d| ?(?:st|nd|rd|th)\b|(?:am|pm)\b"
    r"|[- ](?:year|month|week|day|page|point|hour)s?[- ]old\b"
    r"|-(?:year|month|week|day|page|point|hour|strong)"
    r"| ?(?:am|pm|o'clock)\b|[A-Za-z](?!ut of\b)\w| ?(?:stars?|marks|votes?)\b| per(?! ?cent)"
    r"|[- ](?:thirds?|quarters?|half|halves|fifths?|tenths?)\b)"
)
_TIME = re.compile(
    r"^ (?:(?:clear|working|calendar|more|full|whole|consecutive) )*"
    r"(?:days?|weeks?|months?|years?|hours?|minutes?|seconds?|miles?|metres?|km|kilometres?|tonnes|p\.m|a\.m"
    r"|points?|percentage points?|bytes?|degrees)\b"
)
_INEXACT = re.compile(
    r"\b(?:less than|more than|fewer than|under|over|nearly|almost|up to|at least|above|below"
    r"|in excess of|well over|just over|just under|close to)(?: the| a)? $",
    re.I,
)
_ABOUT = re.compile(
    r"\b(?:about|around|some|approximately|approx\.?|roughly|circa|c\.|an estimated|estimated"
    r"|in the region of|or so) ?$",
    re.I,
)
_AIMED_AT = watched(
    r"\b(?:target|aim|goal|ambition)(?:s|ed)?(?: (?:is|was|remains))? (?:for|to [a-z]+) $", re.I
)
_BESIDE = waits(
    r"\b(?:target|aim|goal|benchmark|capacity|limit|maximum|minimum|threshold|average|ambition)(?:s|d)?"
    r"(?: (?:figure|level|rate))?(?: (?:of|for|is|was|at|being|set at|for \w+))* ?[:(]? ?$"
    r"|\b(?:compared (?:to|with)|down from|up from|previously|rather than|versus|as against|instead of)"
    r"(?: the| an?| only| just)?(?: (?!of\b|out\b)[a-z]+){0,3} $"
    r"|\b(?:rise|rose|risen|fall|fell|fallen|increased?|decreased?|dropped?|reduced|went|grew|gone"
    r"|improved)"
    r"(?: [a-z]+){0,3} (?:by|from) $|\b(?:was|were|is|are|fell|came) within (?:a )?$"
    r"|\b(?:from [\d.,£]+[%mk]?|from [a-z-]+) to $",
    re.I,
)
_HAS_INEXACT, _HAS_ABOUT, _HAS_BESIDE = watch(_INEXACT), watch(_ABOUT), watch(_BESIDE)
#: What was counted in a vote: "The vote was 8 for and 3 against", "38 voting for and 19 against".
_VOTED = re.compile(r"^ (?:voting |voted |votes? |members )?(?:for|against|in favour|abst\w+)\b")
_VOTES = re.compile(r"\b(?:vot(?:e|es|ed|ing)|motion|amendment|carried|lost|resolution)\b", re.I)
_SCORED = watched(r"\b(?:scored|scoring|graded?|a score of|rated) (?:a )?$")
_WITH_ITS_TOTAL = re.compile(r"^(?: [a-z]+)? (?:out of|of(?= (?:the |its |all |our )?\d))\b")
_BESIDE_AFTER = re.compile(
    r"^ (?:(?:[a-z]+ )?(?:target|threshold)"
    r"|(?:net )?(?:increase|decrease|rise|fall|reduction)"
    r"|more|fewer|less)\b"
    r"|^(?: [a-z]+){0,2},? (?:in (?:the )?(?:previous|prior|last|same)"
    r"|(?:the|a) (?:year|quarter|month) (?:before|earlier|ago)"
    r"|last (?:year|quarter|month|time)|previously|at the same (?:point|time|stage))\b"
)
_OF_A_TARGET = re.compile(r"\b(?:of|from)(?: (?:the|its|our|their|all|an?))? $", re.I)
_ONE_AS_PRONOUN = re.compile(r"\b(?:no|any|every|each|which|this|that|the|another|some|only|as) $", re.I)
_ONE_IN = re.compile(
    r"^(?: [a-z]+)? in (?:every )?(?:\d|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|ten\b)"
)
#: Somebody or something told of: "Councillor Moss, one of three former leaders".
_ONE_OF_SO_MANY = re.compile(
    r" of (?:just |only )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|many) [a-z]"
)
_ONE_OF = re.compile(r"^ of (?:the|these|those|them|our|its|their|his|her|my)\b")


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_STOP = _listed(
    "of on in at by for from with to as that which who whom whose were was are is be been being had has have"
    " did do does will would could should may might must can and or but not now still said told then so than"
    " while when where because if after before since until during within under over against between among"
    " across per about also currently already each gave met got went came took made left fell rose won lost"
    " missed failed replied voted felt thought saw wanted came per cent no did it they he she we this these"
    " those its their our his her i a an the there behind off up down only just never either both due yet"
    " out unable able likely subject live lived have say want need use remain meet fail hold lack support"
    " agree disagree oppose know feel think attend receive go stay expect rely strongly"
)
_STATES = _listed(
    "green amber red blue complete completed late overdue outstanding further more less good inadequate open"
    " closed on-track successful available compliant upheld new old high medium low vacant empty"
)
_SHARE_BESIDE = re.compile(r" ?[(\[]\d[\d.]* ?%[)\]]")
_PLURAL = re.compile(
    r" (?:staff|people|children|men|women)\b"
    r"| (?:[a-z]+ )?(?!years?\b|times\b|hours\b|days\b|access\b)[a-z]{3,}s\b"
)
_SHARE_NEAR = re.compile(r"[A-Za-z ]{0,30}[(\[,:-]? ?(?:or )?\d[\d.]* ?%")
_SHARE_BEFORE = re.compile(r"(?:%|per ?cent),? ?[(\[]?$")
_QUOTED = re.compile(r" '[^']{1,30}'(?= [a-z])")
_SLASHED = re.compile(r"(?<![\d/])\d[\d,]* ?/ ?\d[\d,]*(?![\d/])")
_WORD = re.compile(r" (?:\([^)]{0,40}\) ?|\[[^\]]{0,40}\] ?)?['\"]?([A-Za-z][A-Za-z&/-]*(?:'s)?)['\"]?")


def counts(sentence: Sentence) -> bool:
    """Whether a sentence holds any number, in figures or words."""
    words = sentence.words
    if not sentence.may & NUMBERS:
        return False
    return bool(_FIGURE.search(words)) or (_may_count(words) and bool(COUNTS.search(words)))


_TEENS = re.compile(r"t(?:een|y)(?![a-z])")


def _may_count(words: str) -> bool:
    """Whether any word is, or ends like, that of a number."""
    low = words.lower()
    return _TEENS.search(low) is not None or not _NUMBER_WORDS.isdisjoint(_WORDS.findall(low))


def numbers_in(sentence: Sentence) -> tuple[re.Match[str], ...]:
    """Where the numbers and shares of a sentence stand that belong to no date; worked out once for each."""
    return _undated(sentence.words, sentence.may) if sentence.may & NUMBERS else ()


def quantities(sentence: Sentence) -> tuple[Quantity, ...]:
    """The numbers and shares of a sentence, in order: at most MOST_NUMBERS. Worked out once for each."""
    return _of_words(sentence.words, sentence.may) if sentence.may & NUMBERS else ()


KEPT = 16  # sentences: one is asked about again by the next, and a lead-in by each of its items


@lru_cache(maxsize=KEPT)
def _undated(words: str, may: int) -> tuple[re.Match[str], ...]:
    numbers = tuple(_numbers(words, may))
    told = points(words) if numbers and may & TELLING else ()
    dated = [(p.start, p.end) for p in told if p.grain is not Grain.YEAR or words[p.start].isdigit()]
    return tuple(one for one in numbers if not any(start <= one.start() < end for start, end in dated))


@lru_cache(maxsize=KEPT)
def _of_words(words: str, may: int) -> tuple[Quantity, ...]:
    every = (_quantity(words, may, one) for one in _undated(words, may))
    return tuple(islice((one for one in every if one is not None), MOST_NUMBERS))


def _numbers(words: str, may: int) -> Iterator[re.Match[str]]:
    """The numbers and shares of a sentence; where none is in words, only its figures are looked at."""
    if may & _IN_WORDS and not _NUMBER_WORDS.isdisjoint(_WORDS.findall(words.lower())):
        yield from _TOKEN.finditer(words)
        return
    at = 0
    while figure := _FIRST_FIGURE.search(words, at):
        found = _TOKEN.match(words, figure.start())
        if found is not None:
            yield found
        at = found.end() if found else figure.end()


_FIRST_FIGURE = re.compile(r"[\d£]")


def _quantity(words: str, may: int, found: re.Match[str]) -> Quantity | None:
    """The number at a match and what it counts; None for references, scores, aims and comparisons."""
    before, after = words[max(0, found.start() - 60) : found.start()], words[found.end() :]
    is_share = bool(found["share"])
    if (
        not is_share
        and (_UNIT.match(after) or _refers(before, found[0], after))
        and not _in_a_slashed_pair(words, found)
    ):
        return None
    if not is_share and (_SCORED.search(before, may) or (_VOTED.match(after) and _VOTES.search(words))):
        return None
    aimed_at = _AIMED_AT.search(before, may)
    if (
        aimed_at
        or (may & _HAS_BESIDE and _BESIDE.search(before) and not _WITH_ITS_TOTAL.match(after))
        or (_BESIDE_AFTER.match(after) and not _OF_A_TARGET.search(before))
    ):
        return None
    near = max(0, len(before) - LONGEST_HEDGE)
    exact = not (may & _HAS_INEXACT and _INEXACT.search(before, near))
    about = not exact or bool(may & _HAS_ABOUT and _ABOUT.search(before, near))
    if is_share:
        share = percent_of(found["share"])
        if share is None or before.endswith(("-", ".")) or _how_far(before, after):
            return None
        return Quantity(*found.span(), share, Measure.SHARE, noun_at(words, found.end()), exact, about)
    value = value_of(found[0])
    if value is None or (found[0].lower() == "one" and _pronoun(before, after)):
        return None
    counted = noun_at(words, found.end())
    return Quantity(*found.span(), value, _measure(found[0], after), counted, exact, about, step_of(found[0]))


def _how_far(before: str, after: str) -> bool:
    """ "It was 75% complete": how far one thing has got, and no share of a count."""
    return _DONE_SO_FAR.match(after) is not None and _IS_ONE.search(before) is not None


_DONE_SO_FAR = re.compile(r" (?:complete|completed|done|finished|built|delivered|implemented)\b")
_IS_ONE = re.compile(r"\b(?:is|was)(?: (?:now|already|about|around|some|over|nearly|almost|currently))? $")


LONGEST_HEDGE = 24  # characters: "in the region of ", "in excess of the "


def _in_a_slashed_pair(words: str, found: re.Match[str]) -> bool:
    """ "45/60 (75%)", "75% (45/60)": a bar that stands for "of", which only a share beside it tells."""
    if "/" not in words[max(0, found.start() - 2) : found.end() + 2]:
        return False
    for pair in _SLASHED.finditer(words, max(0, found.start() - 12), found.end() + 12):
        if pair.start() <= found.start() and found.end() <= pair.end():
            if _PLURAL.match(words, pair.end()):
                return True
            behind = _SHARE_NEAR.match(words, pair.end())
            before = _SHARE_BEFORE.search(words, max(0, pair.start() - 12), pair.start())
            return bool(behind or before) or _labelled(words, pair)
    return False


def _labelled(words: str, pair: re.Match[str]) -> bool:
    """ "Answered in time: 41/50": all that stands behind a label, and no day or year."""
    part, total = (int(number) for number in re.findall(r"\d+", pair[0].replace(",", "")))
    alone = words.endswith(": ", 0, pair.start()) and not words[pair.end() :].strip(" .")
    return alone and total > MOST_DAYS and part < total - 1 and len(str(part)) < YEAR


MOST_DAYS, YEAR = 31, 4  # of a month; figures of a year: neither "4/12" nor "2026/27" tells parts


def _refers(before: str, number: str, after: str) -> bool:
    """Whether a number only names something: "item 4", "Platform 9", "01632 960001"."""
    near = before[-16:]
    last = near.rfind(" ", 0, len(near) - 1) + 1  # a reference is one word: those before it need no look
    if _REFERENCE.search(near, last) and not (before[-1:] == " " and _SHARE_BESIDE.match(after)):
        return True
    bare = number.isdigit()
    if bare and len(number) < 3 and _NUMBERED_TIME.search(near):
        return True
    if bare and (len(number) > 7 or (len(number) > 1 and number.startswith("0"))):
        return True
    return bare and bool(_NAMED.search(before[-24:])) and not re.match(r" (?:out )?of\b| ?[(\[]", after)


def _pronoun(before: str, after: str) -> bool:
    if _ONE_IN.match(after):
        return False
    if before.endswith(", ") and _ONE_OF_SO_MANY.match(after):
        return True
    return bool(_ONE_AS_PRONOUN.search(before[-10:])) or bool(
        _ONE_OF.match(after) and not before.strip(" ,;(")
    )


def _measure(number: str, after: str) -> Measure:
    if number.startswith("£"):
        return Measure.MONEY
    return Measure.TIME if _TIME.match(after) else Measure.COUNT


def noun_at(words: str, at: int, *, most: int = MOST_WORDS) -> str:
    """The stem of the last word of the noun phrase that begins at a place; empty where there is none."""
    last = ""
    if quoted := _QUOTED.match(words, at):
        at = quoted.end()
    for _ in range(most):
        found = _WORD.match(words, at)
        if not found:
            break
        word, at = found[1].lower(), found.end()
        if word in _STOP or (word.endswith(("ed", "ing")) and last):
            break
        if not word.endswith("ed") and word not in _STATES:
            last = word
        elif not (following := _WORD.match(words, at)) or _told(following[1].lower()):
            break
    return last[:STEM]


def in_a_state(words: str, at: int) -> bool:
    """Whether a state stands here in the noun's place: "39 open"."""
    found = _WORD.match(words, at)
    return found is not None and found[1].lower() in _STATES


def _told(word: str) -> bool:
    """Whether a word goes on to tell something, and is no noun ("30 green, 28 amber"; "12 upheld in")."""
    return word in _STOP or word in _STATES or word.endswith(("ed", "ing", "ly"))

"""Timetables: lines that each name a thing and its time, under words that call them a timetable.

"Key dates" stands over "Submission: March 2027", "Examination Summer/Autumn 2027" and "May 2027 - works
begin". No verb need stand there, and a copy often leaves nothing but a space between the thing and its
time. Meetings of bodies, elections and terms of schools are no steps of a plan.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handback.reading.claims.no_commitment import EVENT
from handback.reading.claims.outline import Outline, Part, Zone
from handback.reading.claims.scenes import is_past, is_to_come
from handback.reading.claims.verb_groups import groups, tokens
from handback.reading.claims.verb_phrases import Look
from handback.reading.document import Kind
from handback.reading.words.dates import Stated, stated_times
from handback.reading.words.points import Grain
from handback.reading.words.sentences import Sentence, sentence
from handback.reading.words.watch import waits

_HEAD = waits(
    r"\b(?:timetables?|time ?-?(?:lines?|scales?|frames?)"
    r"|(?:key|important|main|expected|anticipated) (?:\w+ and )?"
    r"(?:dates|stages|milestones|activit(?:y|ies))"
    r"|milestones|next (?:steps|stages)|dates and stages"
    r"|what(?: happens| will happen|'s| is)? next"
    r"|(?:project|work|delivery|works|indicative|outline|proposed|construction) (?:plan|programme|schedule)"
    r"|programme of works?"
    r"|(?:stage|phase|milestone|activit\w+|task|event|action)s?(?: \w+)?[ /|]+(?:\w+ )?"
    r"(?:dates?|timescales?|when|timing))\b"
    r"|\b(?:start|end|target|completion) date",
    re.I,
)
_TIMETABLE_OF_OTHERS = re.compile(
    r"\b(?:election|polling|school|term|bus|train|meeting|committee|exam\w*|bin|collection)s?\b", re.I
)
_WORD = re.compile(r"[A-Za-z]{4}")  # and so no mark of an item
LONGEST_HEAD = 90  # characters of a heading that names a timetable
LONGEST_LINE = 180  # characters of a thing and its time
LONGEST_TIMETABLE = 80  # parts


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a timetable: its words, its time, and whether the time stands first."""

    line: Sentence
    time: Stated
    led: bool


class Timetables:
    """Where a document has timetables, and the steps in each of their parts."""

    def __init__(self, found: Outline) -> None:
        self._found = found
        self._content: set[int] = set()
        self._within = frozenset(_parts_within(found, self._content))

    def holds(self, index: int) -> bool:
        """Whether a part of the outline stands in a timetable."""
        return index in self._within

    def is_content(self, index: int) -> bool:
        """Whether a line, which may look like a heading, is what a time alone in the line above is for."""
        return index in self._content

    def steps(self, index: int) -> list[Step]:
        """The steps that a part holds, each in a line of its own."""
        if index not in self._within:
            return []
        return list(_steps(self._found, self._found.parts[index]))


def _parts_within(found: Outline, content: set[int]) -> Iterator[int]:
    """The index of each part under a timetable's heading; `content` takes those that only say more."""
    left = behind = 0
    dated = False
    for index, part in enumerate(found.parts):
        label = found.plain[behind : part.passage.start].strip()  # a label is no part of the outline
        behind = part.passage.end
        if len(label) < LONGEST_HEAD and _WORD.search(label):
            left = LONGEST_TIMETABLE if _names(label) else 0
        heading = part.passage.kind is Kind.HEADING
        if _heads(part):
            left = LONGEST_TIMETABLE
        elif left and dated and not _holds_time(found, part) and len(part.whole.words) < LONGEST_LINE:
            content.add(index)
            left -= 1
            yield index
        elif left and heading and not _holds_time(found, part):
            left = 0
        elif left:
            left -= 1
            yield index
        dated = heading and _is_time(found, part)


def _is_time(found: Outline, part: Part) -> bool:
    """Whether a line is a time and nothing else."""
    times = [time for time in stated_times(part.whole, found.calendar) if time.known]
    return len(times) == 1 and not part.whole.words.replace(times[0].window.words, "").strip(_AROUND)


def _heads(part: Part) -> bool:
    words = part.whole.words.rstrip()
    if part.passage.kind is not Kind.HEADING and not words.endswith((":", ":-")):
        return False
    last = re.split(r"[.;] ", words)[-1]
    if part.passage.kind is Kind.HEADING and len(last) > LONGEST_HEAD:
        return False
    return _names(last)


def _names(words: str) -> bool:
    return _HEAD.search(words) is not None and _TIMETABLE_OF_OTHERS.search(words) is None


def _holds_time(found: Outline, part: Part) -> bool:
    return any(time.known for time in stated_times(part.whole, found.calendar))


def _steps(found: Outline, part: Part) -> Iterator[Step]:
    if part.zone not in (Zone.BODY, Zone.LISTED, Zone.ASIDE):
        return
    lines = _lines(found, part)
    steps = [_step(found, one) for one in lines]
    if len(lines) > 1 and sum(step is not None for step in steps) < len(lines) - 1:
        steps = [_step(found, part.whole)]
    yield from (step for step in steps if step is not None)


def _lines(found: Outline, part: Part) -> list[Sentence]:
    if part.passage.kind is Kind.ROW:
        return [part.whole]
    lines, at = [], part.passage.start
    for raw in found.document.text[at : part.passage.end].split("\n"):
        if raw.strip():
            lines.append(sentence(found.plain, at, at + len(raw)))
        at += len(raw) + 1
    return lines if len(lines) > 1 else [part.whole]


_MARKS = (":", "-", "|")
_AROUND = " -:|,;.*()[]/\u2022"
_NOTE = re.compile(
    r"[ ,*]*(?:onwards?|approx\w*|tbc|[(\[](?:[^()\[\]]{0,60})[)\]]|(?:at the )?(?:latest|earliest))?", re.I
)
_NO_STEP = re.compile(
    r"(?:(?:full|extraordinary|special|annual|ordinary|the|of|and|strategic|scrutiny|overview|joint"
    r"|planning|policy|local plan|parish|town|city|borough|county|district) )*"
    r"(?:council|cabinet|executive|committee|board|panel|osc|meeting|scrutiny|group)s?(?: meeting)?"
    r"(?: \([^()]*\))?|(?:date|dates|updated?|last updated?|published|posted|page|version|reviewed)\b.*"
    r"|.*\b(?:polls?|polling|elections?|half[- ]term|(?:spring|summer|autumn) term|bank holiday"
    r"|inset)\b.*",
    re.I,
)
#: What a page about decisions says of each.
_OF_A_PAGE = re.compile(
    r"(?:Decision (?:published|made|taken)|Effective from|Date of decision|Publication date|Made at meeting"
    r"|Decided at meeting|Date (?:published|made|taken|effective)|Implementation date)\b",
    re.I,
)
_TELLING = frozenset({Look.PAST, Look.PERFECT, Look.DOUBT})
_SIDES = ("", "in", "by", "before", "from", "from to", "during", "on", "until", "for", "at", "no later than")


def _step(found: Outline, line: Sentence) -> Step | None:
    """What a line says is to be done and when, if that is all it says."""
    words = line.words
    if len(words) > LONGEST_LINE or words.endswith("?") or words.startswith(("If ", "Should ", "Unless ")):
        return None
    times = [time for time in stated_times(line, found.calendar) if time.known]
    if len(times) != 1 or is_past(times[0], found.document.dated_on):
        return None
    time = times[0]
    before, after = words[: time.start].strip(_AROUND), words[time.end :]
    led = not before
    if not led and not (_NOTE.fullmatch(after.strip(" .;")) and time.preposition in _SIDES):
        return None
    thing = after.strip(_AROUND) if led else before
    marked = after[:1] == ":" if led else words[: time.start].rstrip()[-1:] in _MARKS
    if (led and after[:1].islower()) or (time.grain is Grain.YEAR and not (marked or time.preposition)):
        return None
    if not _WORD.search(thing) or _NO_STEP.fullmatch(thing) or EVENT.search(thing) or _OF_A_PAGE.match(words):
        return None
    told = [group for group in groups(tokens(thing)) if group.look in _TELLING]
    return None if told and not is_to_come(time, found.document.dated_on) else Step(line, time, led)

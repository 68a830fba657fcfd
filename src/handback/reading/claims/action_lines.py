"""Actions by their labels and brackets: "ACTION: Ada to check the lease", "[Head of Legal, 12 May]".

Notes of meetings set what is to be done apart in some way: a label before it, a heading or lead-in over
it, whoever is to do it before a dash or colon, or who and when in brackets behind it. What stands there is
read as an order, whether it is laid out as a heading, a field, an item or a sentence. A label or bracket that
only says who and when speaks of the sentence before it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from handback.reading.claims.action_tables import as_due, is_open
from handback.reading.claims.claim import Claim
from handback.reading.claims.due_claims import due_claim
from handback.reading.claims.outline import Outline, Part
from handback.reading.claims.owners import is_somebody, names_somebody, owner_of
from handback.reading.claims.paper_words import PAPER
from handback.reading.claims.stretches import Paper, committed
from handback.reading.claims.verb_words import BASES
from handback.reading.words.counted_times import COUNTED
from handback.reading.words.dates import Stated, stated_times
from handback.reading.words.points import YEARS
from handback.reading.words.sentences import Sentence, sentence, sentences
from handback.reading.words.watch import waits, watched

_LABEL = re.compile(
    r"[\[(]? ?(?:(?:AGREED|Agreed|NEW|New|FURTHER|Further|KEY|Key) )?"
    r"(?:(?:ACTIONS?|Actions?|(?<=[a-z] )actions?|TO DO|To do|AP"
    r"|[Ff]ollow[- ]up)(?: (?:[Pp]oints?|POINTS?|[Rr]equired|REQUIRED|[Aa]greed|[Aa]rising|[Ii]tems?|ITEMS?"
    r"|[A-Z]?\d+(?:[./]\d+)*))?"
    r"(?: (?:for|by|on))?(?: ?:-?| ?-+| (?=[A-Z][a-z]))|ACTION (?=[A-Z])) ?"
)
#: What inspectors and the like number binds as an action does.
_NUMBERED = re.compile(r"(?:R|Rec(?:ommendation)?s?\.? ?)\d+(?:\.\d+)*(?: ?[:.)-]+| (?=[A-Z])) ?")
_HEADING = waits(
    r"(?:(?:summary|list|log) of )?(?:(?:agreed|key|further|new|outstanding|follow[- ]up|our|the|open|main"
    r"|immediate|required|next|\d+\.?) )*(?:actions?|tasks|steps|to do|follow[- ]up)(?: (?:points?|agreed"
    r"|arising"
    r"|required|items?|list|log|needed|and owners|by whom|for [\w ]+|from [\w ]+|to be taken"
    r"|(?:was|were) agreed))*[ :-]*",
    re.I,
)
_OVER = watched(r"\b(?:none|noted|done|complete[d]?|closed|discharged|cancelled|n/a|nil)\b\W*$", re.I)
_WHO_FIRST = waits(r"(?P<who>[^:()\[\]|]{2,70}?)(?: ?:-?| -+) ?(?=\S)")
_WHO_TO = waits(r"(?P<who>[^:()\[\]|,;]{2,70}?) to (?P<verb>[a-z-]+)\b")
_TAG = waits(
    r"[\[(](?:(?:[Aa]ction|ACTION|[Oo]wner|[Ll]ead)(?: by| for)? ?[:-]? ?)?"
    r"(?P<inside>[^\[\]()]{2,80})[\])]\W*$"
)
LONGEST_ACTION = 400  # characters
_BETWEEN = " -,:;/|([])."


def heads_actions(words: str) -> bool:
    """Whether a heading or lead-in says that a list of things to be done follows."""
    last = re.split(r"[.;] ", words.strip())[-1]
    return len(last) < 60 and _HEADING.fullmatch(last) is not None


def actions_in(paper: Paper, part: Part, *, under: bool, before: Sentence | None = None) -> Iterator[Claim]:
    """The actions set apart in a part; `under`: a heading or lead-in says that they are actions, and
    `before` is the sentence that a label alone speaks of."""
    closed = _closed_by_fields(paper.found, part)
    if closed is not None:
        if closed.time is not None and is_open(closed.time, paper.found.document.dated_on):
            yield due_claim(
                paper.found,
                part.whole,
                closed.start,
                closed.end,
                closed.time,
                "line of action",
                owner=closed.who,
            )
        return
    units = list(_units(paper.found, part, under=under))
    for one, following in zip(units, [*units, None][1:], strict=True):
        due = _due_alone(paper.found, following) if following else None
        yield from _action(paper, part, one, before, under=under, due=due)
        before = one


_DUE_ALONE = re.compile(
    r"(?:[Dd]ue(?: date| by)?|[Dd]eadline|[Tt]arget(?: date)?|[Bb]y when|[Tt]imescale) ?[:-] ?"
)


def _due_alone(found: Outline, one: Sentence) -> Stated | None:
    """The time of a unit that says nothing but when the thing before it is due: "Due: 4 May"."""
    label = _DUE_ALONE.match(one.words)
    times = [t for t in stated_times(one, found.calendar) if t.known] if label else []
    alone = len(times) == 1 and label and not one.words[label.end() : times[0].start].strip(_BETWEEN)
    return as_due(times[0]) if alone and len(one.words) < LONGEST_DUE else None


LONGEST_DUE = 50  # characters of a label with its day


def _units(found: Outline, part: Part, *, under: bool) -> Iterator[Sentence]:
    """The sentences of a part, each line begun anew where its lines are a list."""
    raw = found.document.text[part.passage.start : part.passage.end]
    lines = raw.split("\n")
    anew = len(lines) > 1 and all(under or _LABEL.match(line.strip()) for line in lines[1:] if line.strip())
    if not anew:
        yield from part.sentences
        return
    at = part.passage.start
    for line in lines:
        if line.strip():
            yield from sentences(found.plain, at, at + len(line))
        at += len(line) + 1


@dataclass(frozen=True, slots=True)
class _Action:
    """Where in a unit the thing to be done stands, who is to do it, and a time set off from it."""

    start: int
    end: int
    who: str | None
    time: Stated | None


_FIELD = re.compile(
    r"\b(?:(?P<who>(?:responsible |lead |action )?(?:officer|owner|lead)"
    r"|action by|responsib(?:le|ility)|by whom|who)"
    r"|(?:target |due |completion |implementation )?"
    r"(?:date|due|deadline|timescale|when|by when|due by|target)) ?: ?",
    re.I,
)


def _closed_by_fields(found: Outline, part: Part) -> _Action | None:
    """An action whose line ends in who and when, each under its label: "(Owner: Ada; due: 4 May)"."""
    one = part.whole
    if len(one.words) > LONGEST_ACTION or one.words.count(":") < 2:
        return None
    fields = list(_FIELD.finditer(one.words))
    if len(fields) < 2 or fields[0].start() < SHORTEST_ACTION:
        return None
    who, time = None, None
    for field, following in zip(fields, [*fields, None][1:], strict=True):
        end = following.start() if following else len(one.words)
        if field["who"]:
            who = one.words[field.end() : end].strip(_BETWEEN) or None
        else:
            times = [t for t in stated_times(one, found.calendar) if field.end() <= t.start < end and t.known]
            time = as_due(times[-1]) if times else time
    if who is None or time is None or not names_somebody(who):
        return None
    start, end = _within_marks(one.words, 0, len(one.words[: fields[0].start()].rstrip(_BETWEEN)))
    return _Action(start, end, who, time)


_TAIL = re.compile(rf"[ .;,-]*(?:[\[(][^\[\]()]*[\])]|(?:{_FIELD.pattern}).*)", re.I | re.S)


def taken_by(found: Outline, part: Part, action: Claim) -> tuple[int, int]:
    """Where an action and what says by whom and when behind it stand: nothing else is to be read there."""
    tail = _TAIL.match(found.plain, action.end, part.passage.end)
    return action.start, tail.end() if tail else action.end


SHORTEST_ACTION = 12  # characters


def _action(
    paper: Paper,
    part: Part,
    one: Sentence,
    before: Sentence | None,
    *,
    under: bool,
    due: Stated | None = None,
) -> Iterator[Claim]:
    """What a line asks of somebody by a time to come; a line of a time alone takes the words before it.

    `due`: the unit after it says no more than when.
    """
    words = one.words
    if len(words) > LONGEST_ACTION or _OVER.search(words, one.may) or words.rstrip().endswith("?"):
        return
    label = _LABEL.match(words) or (_NUMBERED.match(words) if paper.outside else None)
    found = _parsed(paper, one, label.end() if label else 0, told=bool(label) or under)
    if found is None:
        return
    if found.time is None and due is not None:
        found = replace(found, time=due)
    if found.time is not None and not is_open(found.time, paper.found.document.dated_on):
        return
    if found.start >= found.end:
        if before is not None and found.time is not None:
            yield due_claim(
                paper.found, before, 0, len(before.words), found.time, "line of action", owner=found.who
            )
    elif found.time is not None:
        yield due_claim(
            paper.found, one, found.start, found.end, found.time, "line of action", owner=found.who
        )
    else:
        yield from _told(paper, part, one, found)


def _told(paper: Paper, part: Part, one: Sentence, found: _Action) -> Iterator[Claim]:
    """An action whose time, if any, stands in its sentence."""
    claims = list(
        committed(paper, part, one, found.start, found.end, ordered=True, item=True, owner=found.who)
    )
    thing = one.words[found.start : found.end]
    if not claims and _names_paper(thing):
        claims = [
            due_claim(paper.found, one, found.start, found.end, None, "order to report", owner=found.who)
        ]
    yield from claims


_IS_SAID = re.compile(r"\b(?:please|was|were|is|are|has|have|had)\b", re.I)


def _names_paper(thing: str) -> bool:
    """Whether a thing to be done is no more than the paper that is wanted: "Briefing note on the ferry"."""
    first = thing.split()[:4]
    return (
        bool(PAPER.search(" ".join(first))) and first[0].lower() not in BASES and not _IS_SAID.search(thing)
    )


def _parsed(paper: Paper, one: Sentence, begin: int, *, told: bool) -> _Action | None:
    """What a unit says is to be done; `told`: its label or the words over it call it an action."""
    words = one.words
    times = [t for t in stated_times(one, paper.found.calendar) if t.known or t.grain == COUNTED]
    if not (told or times or words[:1] in "[("):
        return None
    end = len(words.rstrip(" .;"))
    time = _set_off(words, times, begin, end)
    if not told and time is None and words[:1] not in "[(":
        return None
    tag = _TAG.search(words, begin)
    if tag is not None and tag.start() > begin:
        who = _who_in(words, tag.start("inside"), tag.end("inside"), time)
        if who is not None and (time is not None or told):
            return _Action(begin, tag.start(), who, time)
    if words[begin - 1 : begin] in ("[", "(") or words[:1] in "[(":
        begin = max(begin, 1)
        told = True
    begin, end = _within_marks(words, begin, end)
    who, start = _who_first(words, begin, end)
    bare = words[start:end] if time is None else words[start : time.start] + words[time.end : end]
    if told and who is None and names_somebody(bare.strip(_BETWEEN)):
        return _Action(end, end, bare.strip(_BETWEEN), time)
    if told and _is_to_do(words[start:end], who):
        return _Action(start, end, who or owner_of(words[start:end]), time)
    named = who is not None and (len(who.split()) == 1 or is_somebody(who))
    if named and time is not None and not told and start > begin and time.start > start + 3:
        return _Action(start, end, who, time) if _is_to_do(words[start:end], None) else None
    return None


def _within_marks(words: str, begin: int, end: int) -> tuple[int, int]:
    """A stretch without the brackets and spaces round it."""
    while begin < end and words[begin] in " [":
        begin += 1
    while end > begin and words[end - 1] in " ].":
        end -= 1
    return begin, end


def _who_first(words: str, begin: int, end: int) -> tuple[str | None, int]:
    """Whoever stands before a dash or colon, or before "to", and where the thing to be done begins."""
    found = _WHO_FIRST.match(words, begin, end)
    if found is not None and names_somebody(found["who"]):
        return found["who"].strip(), found.end()
    found = _WHO_TO.match(words, begin, end)
    if found is not None and names_somebody(found["who"]):
        return found["who"].strip(), begin
    return None, begin


def _is_to_do(words: str, who: str | None) -> bool:
    """Whether words name a thing to be done: they open with the base of a verb, or whoever is to do it."""
    first = words.split(" ", 1)[0].strip(",").lower()
    return who is not None or first in BASES or re.search(r"\bto (?:be )?[a-z]+\b", words) is not None


def _who_in(words: str, start: int, end: int, time: Stated | None) -> str | None:
    """Whoever a bracket names beside its time, or None."""
    inside = words[start:end]
    if time is not None and start <= time.start < end:
        inside = words[start : time.start] + words[time.end : end]
    inside = inside.strip(_BETWEEN)
    return inside if names_somebody(inside) else None


def _set_off(words: str, times: list[Stated], begin: int, end: int) -> Stated | None:
    """The time that a mark sets off at the end or the beginning of an action, as the last day due."""
    for time in reversed(times):
        after, between = words[time.end : end].strip(" .)]"), words[begin : time.start].rstrip()
        ends = not after and between[-1:] in "-:,([;/|" and bool(between)
        tagged = bool(re.search(r"[\[(][^\[\])]*$", between)) and after.count("]") + after.count(")") == 0
        begins = not between and words[time.end : time.end + 3].strip()[:1] in ("-", ":", ",")
        if (ends or begins or (tagged and names_somebody(after.strip(_BETWEEN)))) and _may_be_due(time):
            return as_due(time)
    return None


def _may_be_due(time: Stated) -> bool:
    return time.grain not in YEARS or bool(time.preposition)


def last_sentence_of(part: Part) -> Sentence | None:
    """The sentence that a label standing alone under a part speaks of."""
    return (
        part.sentences[-1] if part.sentences else sentence("", 0, 0) if not part.whole.words else part.whole
    )

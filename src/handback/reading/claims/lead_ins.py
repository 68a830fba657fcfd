"""Lead-ins: how a part is to be read for commitments, by the list, lead-in or heading it stands under."""

import re
from collections.abc import Iterator

from handback.reading.claims.outline import Outline, Part, Zone
from handback.reading.claims.outlook import reading_of
from handback.reading.claims.scenes import is_past, is_to_come, scene
from handback.reading.claims.verb_phrases import FINITE, Look
from handback.reading.claims.verb_words import BASES
from handback.reading.document import Kind
from handback.reading.words.dates import Stated, stated_times
from handback.reading.words.points import Grain
from handback.reading.words.sentences import Sentence, sentence, sentences
from handback.reading.words.watch import waits

_OUTSIDE = waits(
    r"\b(?:inspection|inspectors?|peer (?:team|challenge|review)"
    r"|commissioners'? (?:\w+ ){0,2}report"
    r"|best value|ombudsman|external auditor|statutory recommendations?|regulator|Ofsted|CQC"
    r"|assurance review)\b",
    re.I,
)


def is_from_outside(found: Outline) -> bool:
    """Whether a document speaks for inspectors, commissioners or peers, whose recommendations bind."""
    head = found.plain[:400]
    return bool(_OUTSIDE.search(head)) and not re.search(
        r"\b(?:minutes|agenda|decision|report of|report author|resolved)\b", head, re.I
    )


def leads(part: Part, following: Part | None) -> bool:
    """Whether a part of the outline is the lead-in of the items that follow it."""
    return (
        following is not None
        and part.whole.words.rstrip().endswith((":", ":-", "-"))
        and (following.item or following.passage.kind is Kind.ITEM)
    )


_TIMED_HEADING = re.compile(
    r"(?:(?:actions?|milestones?|tasks?|steps?|priorities|deliverables|work|due|next steps|for completion"
    r"|to be (?:done|completed|delivered)|phase \w+|stage \w+|what (?:we|the council) will do)\b"
    r"[^.]{0,40}?)?[ ,:(-]*$",
    re.I,
)


def time_of_heading(found: Outline, part: Part, *, scheduled: bool = False) -> Stated | None:
    """The time over a list of things to do: "Actions due by 31 March 2027", "By the end of June".

    Over a part of a timetable (`scheduled`) a month, season or the like alone is one.
    """
    for time in stated_times(part.whole, found.calendar):
        over = _TIMED_HEADING.fullmatch(part.whole.words[: time.start])
        alone = not part.whole.words[time.end :].strip(" ):.-")
        told = time.preposition or over[0].strip() if over else ""
        said = over and (
            told or is_to_come(time, found.document.dated_on) or (scheduled and time.grain is not Grain.DAY)
        )
        if said and alone and time.known and not is_past(time, found.document.dated_on):
            return time
    return None


_SPEAKS = re.compile(
    r"\b(?:will|shall|must|should|would"
    r"|(?:is|are|was|were|has|have|had) (?:\w+ )?(?:be|been|to|due|\w+(?:ed|ing))\b)"
    r"|[a-z)]{2}[.!?] +[\[A-Z]"
)


def speaks(found: Outline, part: Part) -> bool:
    """Whether what looks like a heading is sentences, or several lines, that only stand alone."""
    words = part.whole.words
    return not words.isupper() and (
        "\n" in found.document.text[part.passage.start : part.passage.end] or bool(_SPEAKS.search(words))
    )


OPEN_LEAD = re.compile(r"\b(?:to|shall|will|must|should|following[\w ]*):[ -]*$")  # its items complete it


def is_timetable_line(found: Outline, index: int) -> bool:
    """Whether a short line that looks like a title is one of a timetable: beside it is another such."""
    part = found.parts[index]
    if part.passage.kind is not Kind.HEADING or not _is_timed_line(found, part):
        return False
    beside = found.parts[max(0, index - 1) : index] + found.parts[index + 1 : index + 2]
    return any(_is_timed_line(found, other) for other in beside)


def _is_timed_line(found: Outline, part: Part) -> bool:
    """A line of some words that begins or ends with a day or month still to come."""
    words = part.whole.words
    if len(words) > 120 or part.passage.kind not in (Kind.HEADING, Kind.PARAGRAPH):
        return False
    times = stated_times(part.whole, found.calendar)
    if len(times) != 1 or not is_to_come(times[0], found.document.dated_on):
        return False
    rest = words[: times[0].start] + words[times[0].end :]
    return len(rest.split()) > 1 and (times[0].start == 0 or times[0].end == len(words))


def lines_of(found: Outline, part: Part) -> list[Sentence]:
    """The lines of a passage that was never prose: each begins anew, as wrapped lines do not."""
    first, last = part.passage.start, part.passage.end
    raw = found.document.text[first:last]
    if "\n" not in raw or len(raw) > LONGEST_LIST:
        return []
    lines, at = [], first
    for line in raw.split("\n"):
        if line.strip():
            lines.append(sentence(found.plain, at, at + len(line)))
        at += len(line) + 1
    if not all(_begins_anew(one.words) for one in lines) or _is_wrapped([len(one.words) for one in lines]):
        return []
    timed = [one for one in lines if stated_times(one, found.calendar)]
    if len(timed) < len(lines) - 1 and (len(lines) < 3 or len(lines[0].words) > WRAPPED):
        return []
    return [piece for one in lines for piece in sentences(found.plain, one.start, one.place(len(one.words)))]


LONGEST_LIST = 2_000  # characters
WRAPPED = 60  # characters: a first line shorter than this was not wrapped


def _is_wrapped(lengths: list[int]) -> bool:
    """Whether all lines but the last are about as long as each other, as those of wrapped prose are."""
    return len(lengths) > 1 and max(lengths) > WRAPPED and min(lengths[:-1]) > max(lengths) - 16


def _begins_anew(words: str) -> bool:
    return len(words) < 140 and (words[0].isupper() or words[0].isdigit())


def free_stretches(one: Sentence, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence that no clause of a resolution covers."""
    at, length = 0, len(one.words)
    spans = (
        sorted((a, b) for a, b in taken if a < one.place(length - 1) + 1 and b > one.start)
        if taken and length
        else []
    )
    for first, last in spans:
        begin = _index(one, first)
        if begin > at + 12:
            yield at, begin
        at = max(at, _index(one, last))
    if at < length:
        yield at, length


def _index(one: Sentence, place: int) -> int:
    if one.at is None:
        return max(0, min(place - one.start, len(one.words)))
    return next((i for i, p in enumerate(one.at) if p >= place), len(one.words))


def time_of_lead(found: Outline, part: Part) -> Stated | None:
    """The first known time of a lead-in that binds the items under it, or None."""
    last = part.sentences[-1] if part.sentences else part.whole
    seen = scene(last.words, on=found.document.dated_on, listed=True)
    for time in stated_times(last, found.calendar):
        if time.known and reading_of(seen, time) is not None:
            return time
    return None


_AHEAD = frozenset({Look.FUTURE, Look.DUTY, Look.PLAN})


def looks_forward(words: str) -> bool:
    """Whether a sentence with no time of its own says what will or is to be done."""
    first = next((group for group in scene(words, on=None).groups if group.look in FINITE), None)
    return first is not None and first.look in _AHEAD and not first.negated


def names_thing(words: str) -> bool:
    """Whether an item of a timetable names a step, and tells of nothing done before."""
    return not words.endswith("?") and not any(
        group.look in (Look.PAST, Look.PERFECT, Look.DOUBT) for group in scene(words, on=None).groups
    )


def is_action(words: str) -> bool:
    """Whether an item opens with the base of a verb, or says who is to do something."""
    first = re.match(r"[A-Za-z-]+", words)
    return not words.isupper() and bool(
        (first and first[0].lower() in BASES) or re.match(r"(?:[A-Z][\w/&']* ){1,6}to [a-z]+\b", words)
    )


#: A lead-in that its items complete: it ends in "to", "that", a modal, or names who is to act.
_OPEN_STEM = re.compile(
    r"\b(?:to|that|shall|will|must|should|would|and|not|we propose|including)$|\bthat (?:the )?[^.;,]{2,60}$"
)

_LABEL_STEM = re.compile(r"(?:decision|resolved|agreed|determined|it was resolved)[ :-]*")


#: A lead-in whose items are what is to be sent: "please send me:", "is asked to supply the following:".
_SUPPLYING = re.compile(
    r"\b(?:asked to|please|must|shall|should|will|would you|to) (?:\w+ )?"
    r"(?:send|supply|provide|submit|give|publish|share|forward|let)\b[^.;]{0,40}$"
)
#: An item that is a sentence of its own goes on with no lead-in.
_WHOLE = re.compile(
    r"(?:If|When|Under|In|On|At|By|Until|Once|Where|While|After|Before|This|These|They|You|He|She"
    r"|There)\b[^.;]*\b(?:is|are|was|were|will|shall|must|would|should|may|has|have)\b"
)


def is_ordered_list(part: Part) -> bool:
    """Whether the lead-in of an item asks somebody to send things, though it reads as a recommendation."""
    return part.item and _SUPPLYING.search(part.stem.rstrip(" :-")) is not None


def lead_words(part: Part, words: str) -> str:
    """The open words of a lead-in with which an item goes on, or nothing."""
    stem = re.split(r"[.;] ", part.stem.rstrip(" :-"))[-1]
    if (
        not stem
        or not (_OPEN_STEM.search(stem) or _SUPPLYING.search(stem))
        or _LABEL_STEM.fullmatch(stem)
        or re.match(r"(?:that|it|the|we|i)\b.* (?:is|are|was|will|shall|must)\b", words)
        or _WHOLE.match(words)
        or (len(part.sentences) > 1 and words[:1].isupper())
    ):
        return ""
    return stem[-110:] + " "


_TIMETABLE = re.compile(
    r"(?:key dates|timetable|next steps|milestones|dates|timeline|deadlines|key milestones)\b[^.:]{0,30}:",
    re.I,
)


#: "Phase 2 (summer 2027): the quay": a stage of a plan is a line of it, in prose as well.
_STAGE = re.compile(r"(?:Phase|Stage|Step|Tranche|Milestone) \w+(?: [A-Z][\w' ]+)? ?[(:-]")


def is_listed(part: Part, words: str, *, item: bool) -> bool:
    """An item, or a line that ends no sentence: there a thing named with a time is to be done by it."""
    return (
        item
        or part.zone is Zone.LISTED
        or bool(_TIMETABLE.match(words))
        or bool(_STAGE.match(words))
        or (len(words) < 200 and not part.whole.words.rstrip().endswith((".", "?", "!", '"', "'")))
    )

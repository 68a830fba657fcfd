"""Lead-ins: how a part is to be read for commitments, by the list, lead-in or heading it stands under."""

import re
from collections.abc import Iterator

from handback.reading.claims.dates import Stated, stated_times
from handback.reading.claims.outline import Outline, Part, Zone
from handback.reading.claims.outlook import reading_of
from handback.reading.claims.scenes import is_past, scene
from handback.reading.claims.sentences import Sentence, sentence
from handback.reading.claims.verb_words import BASES
from handback.reading.document import Kind

_OUTSIDE = re.compile(
    r"\b(?:inspection|inspectors?|peer (?:team|challenge|review)|commissioners'? (?:\w+ "
    r"){0,2}report|best value|ombudsman|external auditor"
    r"|statutory recommendations?|regulator|Ofsted|CQC|assurance review)\b",
    re.I,
)


def is_from_outside(found: Outline) -> bool:
    """Whether a document speaks for inspectors, commissioners or peers, whose recommendations bind."""
    head = found.plain[:400]
    return bool(_OUTSIDE.search(head)) and not re.search(
        r"\b(?:minutes|agenda|decision|report of|report author|resolved)\b", head, re.I
    )


def leads(part: Part, following: Part | None) -> bool:
    return (
        following is not None
        and part.whole.words.rstrip().endswith((":", ":-", "-"))
        and (following.item or following.passage.kind is Kind.ITEM)
    )


_TIMED_HEADING = re.compile(
    r"(?:(?:actions?|milestones?|tasks?|steps?|priorities|deliverables|work|due|next steps|for "
    r"completion|to be (?:done|completed|delivered)"
    r"|phase \w+|stage \w+|what (?:we|the council) will do)\b[^.]{0,40}?)?[ ,:(-]*$",
    re.I,
)


def time_of_heading(found: Outline, part: Part) -> Stated | None:
    """The time over a list of things to do: "Actions due by 31 March 2027", "By the end of June"."""
    for time in stated_times(part.whole, found.calendar):
        over = _TIMED_HEADING.fullmatch(part.whole.words[: time.start])
        alone = not part.whole.words[time.end :].strip(" ):.-")
        if over and alone and time.known and not is_past(time, found.document.dated_on):
            return time
    return None


def lines_of(found: Outline, part: Part) -> list[Sentence]:
    """The lines of a passage that was never prose: each begins anew and has a time of its own."""
    first, last = part.passage.start, part.passage.end
    raw = found.document.text[first:last]
    if "\n" not in raw or len(raw) > 2_000:
        return []
    lines, at = [], first
    for line in raw.split("\n"):
        if line.strip():
            lines.append(sentence(found.plain, at, at + len(line)))
        at += len(line) + 1
    if len(lines) > 2 and not stated_times(lines[0], found.calendar):
        lines = lines[1:]
    fits = [
        one
        for one in lines
        if len(one.words) < 140
        and (one.words[0].isupper() or one.words[0].isdigit())
        and re.search(r"\d", one.words)
    ]
    return (
        lines
        if len(lines) > 1
        and len(fits) == len(lines)
        and all(stated_times(one, found.calendar) for one in lines)
        else []
    )


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
    last = part.sentences[-1] if part.sentences else part.whole
    seen = scene(last.words, on=found.document.dated_on, listed=True)
    for time in stated_times(last, found.calendar):
        if reading_of(seen, time) is not None:
            return time
    return None


def is_action(words: str) -> bool:
    first = re.match(r"[A-Za-z-]+", words)
    return bool(first and first[0].lower() in BASES) or bool(
        re.match(r"(?:[A-Z][\w/&']* ){1,6}to [a-z]+\b", words)
    )


#: A lead-in that its items complete: it ends in "to", "that", a modal, or names who is to act.
_OPEN_STEM = re.compile(
    r"\b(?:to|that|shall|will|must|should|would|and|not|we propose|including)$|\b(?:that|the|by) "
    r"[^.;]{2,80}$|\bwill:?$"
)

_LABEL_STEM = re.compile(r"(?:decision|resolved|agreed|determined|it was resolved)[ :-]*")


def lead_words(part: Part, words: str) -> str:
    stem = re.split(r"[.;] ", part.stem.rstrip(" :-"))[-1]
    if (
        not stem
        or not _OPEN_STEM.search(stem)
        or _LABEL_STEM.fullmatch(stem)
        or re.match(r"(?:that|it|the|we|i)\b.* (?:is|are|was|will|shall|must)\b", words)
    ):
        return ""
    return stem[-110:] + " "


_TIMETABLE = re.compile(
    r"(?:key dates|timetable|next steps|milestones|dates|timeline|deadlines|key milestones)\b[^.:]{0,30}:",
    re.I,
)


def is_listed(part: Part, words: str, *, item: bool) -> bool:
    """An item, or a line that ends no sentence: there a thing named with a time is to be done by it."""
    return (
        item
        or part.zone is Zone.LISTED
        or bool(_TIMETABLE.match(words))
        or (len(words) < 200 and not part.whole.words.rstrip().endswith((".", "?", "!", '"', "'")))
    )

"""What one sentence tells of decisions: each deed told, from where its clause begins to where the next does.

"Cabinet approved the budget, put off the lease and refused the grant" tells three; "agreed the fees, but Full
Council refused them" two, of which each has a subject of its own.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from handback.reading.claims.action_tables import is_header
from handback.reading.claims.claim import Claim, Type
from handback.reading.claims.clauses_told import deeds_told
from handback.reading.claims.deciders import ADVERBS, COORDINATED
from handback.reading.claims.finding import claim
from handback.reading.claims.notes import noted
from handback.reading.claims.outline import Outline, Part, Zone
from handback.reading.claims.scenes import is_to_come
from handback.reading.claims.verbs import Group, group_at
from handback.reading.claims.verbs_told import SHORTEST_OBJECT, VerbTold
from handback.reading.document import Kind
from handback.reading.words.dates import stated_times
from handback.reading.words.sentences import Sentence
from handback.reading.words.sentences import sentence as as_sentence
from handback.reading.words.watch import watched

#: A motion or a nomination, and how it ended: "this was seconded by Ada Lock and carried".
_CARRIED = watched(
    r"\b[Ss]econded\b[^.;]{0,90}?(?:,|\band\b)(?: (?:it|this|that|which|was|were|then|duly|unanimously))*"
    r" (?P<verb>carried|agreed|approved|passed|elected)\b"
    r"(?= (?:unanimously|with|by|on|nem|as|\d)\b|[,;.]|$)"
)
_SO_AGREED = watched(r"\b(?:it was|and|was) so (?P<verb>agreed|resolved|ordered)\b", re.I)
_END = re.compile(
    r"(?:; |,? and (?=the (?:[a-z]+ ){0,2}(?:motion|amendment)\b)"
    r"|, (?:and|but|while|which|with|as|although|though|after|who|where|when)"
    r" (?:the|it|he|she|they|I|we|no|a|an|its|was|were|has|had|will|would|officers|in)\b|, (?:which|who|as"
    r"|with|after|although|while|resulting)\b|\. )"
)
_AND_VERB = re.compile(
    rf"(?:,? (?:and|but)(?: (?:have|has|had))?{ADVERBS}|,) (?P<verb>[a-z-]+ed|gave|put|threw|held"
    rf"|left|accepts|rejects|refuses|declines|approves)\b(?! by\b)"
)


def deeds_of(
    found: Outline, part: Part, sentence: Sentence, before: str, *, apart_from: Sequence[tuple[int, int]]
) -> Iterator[Claim]:
    """Each decision that a sentence tells, in order; it may speak on of whom the one `before` spoke of.

    What it tells within the places `apart_from` of the document is listed already.
    """
    deeds = deeds_told(part, sentence, before)
    starts = [deed.start for deed in deeds[1:]]
    for deed, after in zip(deeds, [*starts, len(sentence.words)], strict=False):
        first, last = sentence.place(deed.start), sentence.place(max(deed.start, deed.end - 1))
        if any(begin <= last and first < end for begin, end in apart_from):
            continue
        others = [
            bisect_left(range(after), begin, key=sentence.place) for begin, _ in apart_from if begin > last
        ]
        yield _decided(found, sentence, deed, until=_before_joint(sentence.words, min([after, *others])))
    if not apart_from:
        yield from _agreed_to(found, part, sentence)
        yield from _voted_on(found, part, sentence)


def _before_joint(words: str, start: int) -> int:
    """Where the clause before one that begins at `start` ends: before ", and then", " but has"."""
    joint = COORDINATED.search(words, max(0, start - LONGEST_JOINT), start)
    return joint.start() if joint else start


LONGEST_JOINT = 40  # characters of what joins a clause to the one before it


def notes_of(found: Outline, part: Part, sentence: Sentence, *, recorded: bool) -> Iterator[Claim]:
    """What a line notes, `recorded` in a record of decisions or not: "Agreed as a true record"."""
    in_lines = part.item or part.passage.kind in (Kind.ROW, Kind.PARAGRAPH, Kind.ITEM)
    if part.zone is not Zone.BODY or not in_lines:
        return
    if is_header(found, part) or _is_to_come(found, sentence):
        return
    words = sentence.words
    for start, stop, group in noted(part, words, recorded=recorded):
        if len(words) < SHORTEST_NOTE and ":" not in words:
            yield _noted(found, *_with_before(found, part, sentence), group)
        else:
            yield _noted(found, sentence, start, stop, group)


def _voted_on(found: Outline, part: Part, sentence: Sentence) -> Iterator[Claim]:
    """What was moved, seconded and carried, or "so agreed"."""
    if part.zone is Zone.DISCUSSION:
        return
    carried = _CARRIED.search(sentence.words, sentence.may)
    if carried:
        moved, start, end = _with_what_was_moved(found, part, sentence, carried.end())
        yield _decided(found, moved, VerbTold(start, end, Group.APPROVE, "matter"))
    so = _SO_AGREED.search(sentence.words, sentence.may)
    if so:
        group = Group.OTHER if so["verb"].lower() == "ordered" else Group.APPROVE
        yield _decided(found, sentence, VerbTold(0, so.end(), group, "matter"))


def _is_to_come(found: Outline, sentence: Sentence) -> bool:
    """Whether a line opens with a time after the document's own day: "May 2027 - Permission granted"."""
    times = stated_times(sentence, found.calendar)
    return bool(times) and not times[0].start and is_to_come(times[0], found.document.dated_on)


#: "It is proposed to print them sooner. Members agreed.": what was proposed was decided.
_AGREED_TO = re.compile(
    r"(?:(?:The |This )?(?:[A-Z][\w-]* )*(?:Committee|Sub-Committee|Board|Panel|Forum|Cabinet"
    r"|Council|Group|Authority)"
    r"|(?:All )?[Mm]embers|All|This(?: proposal| suggestion)? was|The proposal was) (?:all "
    r"|unanimously |duly |then )?"
    r"agreed(?: to)?(?: this| the proposal| the suggestion)?(?: unanimously)?\W*$"
)
_PROPOSED = re.compile(r"\b(?:propos|suggest|nominat|mov|request)(?:e[ds]?|al|ed|ion|s)?\b", re.I)


def _agreed_to(found: Outline, part: Part, sentence: Sentence) -> Iterator[Claim]:
    """A proposal, and after it no more than that it was agreed."""
    at = part.sentences.index(sentence) if _AGREED_TO.match(sentence.words) else 0
    if at and part.zone in (Zone.BODY, Zone.LISTED) and _PROPOSED.search(part.sentences[at - 1].words):
        yield _noted(found, *_with_before(found, part, sentence), Group.APPROVE)


SHORTEST_NOTE = 24  # characters of a sentence that says alone that something was agreed: "Carried."


def _with_before(found: Outline, part: Part, note: Sentence) -> tuple[Sentence, int, int]:
    """A note of a word or two with the sentence that says what was agreed: "... at £120. Carried."."""
    at = part.sentences.index(note)
    if not at:
        return note, 0, len(note.words)
    both = as_sentence(found.plain, part.sentences[at - 1].start, note.place(len(note.words) - 1) + 1)
    return both, 0, len(both.words)


_MOVED = re.compile(r"(?:This|It|That|The (?:motion|proposal|nomination|amendment)) (?:was|were) ")


def _with_what_was_moved(
    found: Outline, part: Part, sentence: Sentence, end: int
) -> tuple[Sentence, int, int]:
    """What was carried, with the sentence before it where it only says "This was seconded and carried"."""
    at = part.sentences.index(sentence)
    if not at or not _MOVED.match(sentence.words):
        return sentence, 0, end
    both = as_sentence(found.plain, part.sentences[at - 1].start, sentence.place(end - 1) + 1)
    return both, 0, len(both.words)


_RULES = {
    "matter": ("a matter is told to have been decided", 0.55),
    "body": ("a body is told to have decided", 0.6),
    "as well": ("a body is told to have decided as well", 0.5),
    "note": ("decision in note form", 0.5),
}


def _noted(found: Outline, sentence: Sentence, start: int, end: int, group: Group) -> Claim:
    rule, confidence = _RULES["note"]
    return claim(
        found.document, Type.DECISION, sentence, start, end,
        rule=rule, confidence=confidence, verb=group.value,
    )  # fmt: skip


def _decided(found: Outline, sentence: Sentence, deed: VerbTold, *, until: int | None = None) -> Claim:
    """The claim of a deed told, to the end of its clause and not beyond `until`."""
    words = sentence.words
    stop = _END.search(words, deed.end)
    ends = [len(words) if until is None else until, stop.start() if stop else len(words)]
    for joint in _AND_VERB.finditer(words, deed.end):
        other = group_at(words, joint.start("verb"), joint.end("verb"))
        if other not in (None, deed.group) and joint.start() - deed.end > SHORTEST_OBJECT:
            ends.append(joint.start())
            break
    rule, confidence = _RULES[deed.rule]
    return claim(
        found.document, Type.DECISION, sentence, deed.start, min(ends),
        rule=rule, confidence=confidence, verb=deed.group.value,
    )  # fmt: skip

"""Decisions told: a body or office-holder is said to have decided, or a matter is said to have been decided.

"Commissioners approved a policy"; "Plans to close the road were thrown out"; "the scheme won the go-ahead".
Every past form of a deciding verb is looked at, and what stands before it: a deciding subject, or "was".
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from handback.reading.claims.action_tables import is_header
from handback.reading.claims.auxiliaries import behind_auxiliaries
from handback.reading.claims.claim import Claim, Type
from handback.reading.claims.deciders import ADVERBS, clause_start
from handback.reading.claims.finding import claim
from handback.reading.claims.matters import HYPOTHETICAL
from handback.reading.claims.notes import noted, of_decisions
from handback.reading.claims.nouns_told import AS_NOUN, nouns_told
from handback.reading.claims.outline import Outline, Part, Zone
from handback.reading.claims.parts import leads_in
from handback.reading.claims.resolved import Clause
from handback.reading.claims.scenes import is_to_come
from handback.reading.claims.verbs import BASE, GERUND, THIRD, Group, group_at
from handback.reading.claims.verbs_told import GOT, LOWER_WORDS, PASSIVE, SHORTEST_OBJECT, TOLD, verbs_told
from handback.reading.document import Kind
from handback.reading.words.dates import stated_times
from handback.reading.words.sentences import Sentence
from handback.reading.words.sentences import sentence as as_sentence
from handback.reading.words.watch import watch, watched

_TELLING = (
    TOLD | GOT | {"fell", "so", "carry", "succeed"} | frozenset(BASE) | frozenset(GERUND) | frozenset(THIRD)
)
_TELLS = watch(letters={*_TELLING, "decision", "agreement", "unanimous"})
#: Of what a discussion tells only what became of a matter counts: "was agreed", "won the go-ahead".
_TELLS_OF_MATTER = watch(PASSIVE, letters=GOT)
_FELL = watched(
    r"\b(?P<matter>motion|amendment|request|proposal|suggestion|bid|application"
    r"|appeal|attempt|move)\b[^.;]{0,90}?(?:\b(?P<verb>fell(?! (?:outside|within|under|below|short|into|on|in"
    r"|from|behind|upon|by (?!\d|a\b))\b)|fails(?=[.,;]|$)|was"
    r" not carried|failed|did not (?:find favour|carry|succeed))\b(?! to |[^.;]{0,40}\bsecond)"
    r"|[:-] (?P<short>lost|defeated|not carried)\b)",
    re.I,
)
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


def find(found: Outline, clauses: tuple[Clause, ...]) -> Iterator[Claim]:
    """Decisions told in a sentence, outside resolutions and recommendations."""
    bounds = sorted((c.sentence.place(c.start), c.sentence.place(c.end)) for c in clauses)
    before = ""
    told_before, recorded = bool(clauses), of_decisions(found.plain)
    told = {c.group.value for c in clauses}
    listed = {c.part.section for c in clauses}
    leading = {id(part) for part, after in pairwise(found.parts) if leads_in(part, after)}
    for part in found.parts:
        if part.zone not in (Zone.BODY, Zone.DISCUSSION, Zone.DECIDED, Zone.LISTED) or part.hangs:
            continue
        if id(part) in leading:
            continue
        before = before if part.zone is Zone.BODY else ""
        gate = _TELLS_OF_MATTER if part.zone is Zone.DISCUSSION else _TELLS
        for sentence in part.sentences:
            if sentence.may & gate and _may_tell(sentence) and not _within(sentence, bounds):
                for one in _of_sentence(found, part, _calm(sentence), before, recorded=recorded):
                    verb = one.attributes["verb"]
                    if told_before and _says_again(found, part, one):
                        continue
                    if part.section in listed and _WHOLESALE.match(one.quote):
                        continue
                    if not recorded and verb in told and _IN_OTHER_WORDS.match(one.quote):
                        continue
                    told_before = True
                    told.add(verb)
                    yield one
            before = before if _GOES_ON.match(sentence.words) else sentence.words


#: How papers open a story: "A DECISION to close it was taken", "COUNCILLORS have agreed".
_CAPITALS = re.compile(r"\W*(?:(?:A|AN|THE) )?[A-Z][A-Z'&-]{3,}(?: [A-Z'&-]{2,}){0,5}(?= [a-z])")


def _calm(one: Sentence) -> Sentence:
    """A sentence that opens with words in capitals, with these in small letters but for the first."""
    opening = _CAPITALS.match(one.words)
    if opening is None or one.words.startswith(("RESOLVED", "AGREED", "THAT")):
        return one
    first = opening[0].lstrip("\"' ")[:1]
    at = one.words.index(first) + 1
    return one._replace(
        words=one.words[:at] + one.words[at : opening.end()].lower() + one.words[opening.end() :]
    )


#: What the page lists as decided: "The Mayor agreed the recommendations as set out in the report".
_WHOLESALE = re.compile(
    r"(?:The )?[\w ]{3,40} (?:agreed|approved|accepted|adopted|endorsed) (?:all )?the (?:report's )?"
    r"recommendations?(?: (?:as |contained |set out |outlined |listed |in |within )[^.;]*)?\W*$"
)
#: A question, or what a page asks its readers to bear in mind.
_ASKS_OR_ADVISES = re.compile(r"[Pp]lease note\b|[^?]{3,300}\?\W*$")
#: What a story has told already, at its end: "The plans were approved, despite protests".
_IN_OTHER_WORDS = re.compile(
    r"(?:The|These|Those) (?:proposals?|plans?|schemes?|measures?|changes|motion|recommendations?|package"
    r"|ideas?)"
    r" (?:was|were|has been|have been) (?:then |later |finally |eventually |narrowly |unanimously )?[a-z]+"
)
#: A sentence that speaks on of whoever the one before it spoke of.
_GOES_ON = re.compile(r"(?:It|They) (?!was\b|is\b|will\b|would\b)")


def _says_again(found: Outline, part: Part, one: Claim) -> bool:
    """Whether what is told was told before: a speaker in quotation marks says "we have approved it"."""
    before = found.plain[part.passage.start : one.start + 1]
    spoken = before.count('"') % 2 == 1
    return spoken and re.match(r'"?(?:[^"]{0,80}\b)?(?:we|I|our)\b', one.quote, re.I) is not None


def _may_tell(sentence: Sentence) -> bool:
    """Whether any verb of deciding stands in a sentence: most hold none, and cost no more than this."""
    words = sentence.words
    if _ASKS_OR_ADVISES.match(words):
        return False
    if not _TELLING.isdisjoint(LOWER_WORDS.findall(words.lower())):
        return True
    return bool(_CAPITALS.match(words) or AS_NOUN.search(words, sentence.may))


def _within(sentence: Sentence, bounds: list[tuple[int, int]]) -> bool:
    index = bisect_right(bounds, (sentence.start, 1 << 60))
    near = bounds[max(0, index - 2) : index + 1]
    stop = sentence.place(len(sentence.words))
    return any(first < stop and sentence.start < last for first, last in near)


def _of_sentence(
    found: Outline, part: Part, sentence: Sentence, before: str, *, recorded: bool
) -> Iterator[Claim]:
    words = sentence.words
    for start, stop, group, told in verbs_told(part, words, before):
        yield _decided(found, sentence, start, stop, group, told)
    yield from _agreed_to(found, part, sentence)
    yield from _voted_on(found, part, sentence)
    if part.zone is not Zone.DISCUSSION:
        for start, stop, group, told in behind_auxiliaries(words, before):
            yield _decided(found, sentence, start, stop, group, told)
        for start, stop, group in nouns_told(words) if sentence.may & AS_NOUN.gate else ():
            yield _decided(found, sentence, start, stop, group, "matter")
    fell = None if part.zone is Zone.DISCUSSION else _FELL.search(words, sentence.may)
    if fell and not HYPOTHETICAL.search(words[: fell.start()]):
        yield _decided(
            found,
            sentence,
            clause_start(words, fell.start()),
            fell.end(),
            Group.REFUSE,
            "matter",
        )
    if part.zone is Zone.BODY and (part.item or part.passage.kind in (Kind.ROW, Kind.PARAGRAPH, Kind.ITEM)):
        silent = is_header(found, part) or _is_to_come(found, sentence)
        for start, stop, group in () if silent else noted(part, words, recorded=recorded):
            if len(words) < SHORTEST_NOTE and ":" not in words:
                yield _decided(found, *_with_before(found, part, sentence), group, "note")
            else:
                yield _decided(found, sentence, start, stop, group, "note")


def _voted_on(found: Outline, part: Part, sentence: Sentence) -> Iterator[Claim]:
    """What was moved, seconded and carried, or "so agreed"."""
    if part.zone is Zone.DISCUSSION:
        return
    carried = _CARRIED.search(sentence.words, sentence.may)
    if carried:
        moved = _with_what_was_moved(found, part, sentence, carried.end())
        yield _decided(found, *moved, Group.APPROVE, "matter")
    so = _SO_AGREED.search(sentence.words, sentence.may)
    if so:
        group = Group.OTHER if so["verb"].lower() == "ordered" else Group.APPROVE
        yield _decided(found, sentence, 0, so.end(), group, "matter")


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
        yield _decided(found, *_with_before(found, part, sentence), Group.APPROVE, "note")


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


def _decided(
    found: Outline,
    sentence: Sentence,
    start: int,
    verb_end: int,
    group: Group,
    told: str,
) -> Claim:
    words = sentence.words
    stop = _END.search(words, verb_end) if told != "note" else None
    end = stop.start() if stop else verb_end if told == "note" else len(words)
    for joint in _AND_VERB.finditer(words, verb_end):
        other = group_at(words, joint.start("verb"), joint.end("verb"))
        if other not in (None, group) and joint.start() - verb_end > SHORTEST_OBJECT:
            end = min(end, joint.start())
            break
    rule, confidence = _RULES[told]
    return claim(
        found.document,
        Type.DECISION,
        sentence,
        start,
        end,
        rule=rule,
        confidence=confidence,
        verb=group.value,
    )


_AND_VERB = re.compile(
    rf"(?:,? (?:and|but)(?: (?:have|has|had))?{ADVERBS}|,) (?P<verb>[a-z-]+ed|gave|put|threw|held"
    rf"|left|accepts|rejects|refuses|declines|approves)\b(?! by\b)"
)

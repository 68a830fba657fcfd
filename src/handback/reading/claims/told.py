"""Decisions told: a body or office-holder is said to have decided, or a matter is said to have been decided.

"Commissioners approved a policy"; "Plans to close the road were thrown out"; "the scheme won the go-ahead".
Every past form of a deciding verb is looked at, and what stands before it: a deciding subject, or "was".
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from handback.reading.claims.claim import Claim
from handback.reading.claims.notes import of_decisions
from handback.reading.claims.nouns_told import AS_NOUN
from handback.reading.claims.outline import Outline, Part, Zone
from handback.reading.claims.parts import leads_in
from handback.reading.claims.resolved import Clause
from handback.reading.claims.tellings import deeds_of, notes_of
from handback.reading.claims.verbs import BASE, GERUND, THIRD
from handback.reading.claims.verbs_told import GOT, LOWER_WORDS, PASSIVE, TOLD
from handback.reading.words.sentences import Sentence
from handback.reading.words.watch import watch

_TELLING = (
    TOLD | GOT | {"fell", "so", "carry", "succeed"} | frozenset(BASE) | frozenset(GERUND) | frozenset(THIRD)
)
_TELLS = watch(letters={*_TELLING, "decision", "agreement", "unanimous"})
#: Of what a discussion tells only what became of a matter counts: "was agreed", "won the go-ahead".
_TELLS_OF_MATTER = watch(PASSIVE, letters=GOT)


def find(found: Outline, clauses: tuple[Clause, ...]) -> Iterator[Claim]:
    """Decisions told in a sentence, outside resolutions and recommendations."""
    resolved = _Resolved(clauses)
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
            if sentence.may & gate and _may_tell(sentence):
                said = _told_in(found, part, _calm(sentence), before, resolved, recorded=recorded)
                for one in said:
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


class _Resolved:
    """Where the clauses of resolutions stand, and which of them a sentence tells and others may go on."""

    def __init__(self, clauses: tuple[Clause, ...]) -> None:
        self._places = sorted(
            (c.sentence.place(c.start), c.sentence.place(c.end), c.rule in _RULES_THAT_TELL) for c in clauses
        )

    def within(self, sentence: Sentence) -> tuple[list[tuple[int, int]], bool]:
        """The places resolved in a sentence, and whether all of them are told."""
        index = bisect_right(self._places, (sentence.start, 1 << 60))
        stop = sentence.place(len(sentence.words))
        near = [
            place
            for place in self._places[max(0, index - 2) : index + MOST_CLAUSES]
            if place[0] < stop and sentence.start < place[1]
        ]
        return [place[:2] for place in near], all(told for _, _, told in near)


_RULES_THAT_TELL = frozenset({"a body resolved", "it was resolved"})
MOST_CLAUSES = 12  # clauses of a sentence that are looked at: one that tells of more decides nothing else


def _told_in(
    found: Outline, part: Part, sentence: Sentence, before: str, resolved: _Resolved, *, recorded: bool
) -> Iterator[Claim]:
    """What a sentence tells beside what it says was resolved."""
    places, told = resolved.within(sentence)
    if told:
        yield from deeds_of(found, part, sentence, before, apart_from=places)
    if not places:
        yield from notes_of(found, part, sentence, recorded=recorded)

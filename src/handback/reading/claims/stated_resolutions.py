"""Resolutions that say so: behind a word of resolving, or in a sentence that says that a body resolved.

"Resolved: (1) That ...; (2) that ...", "RESOLVED to approve ...", "It was agreed that ...".
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from handback.reading.claims.bare_resolutions import BARE_END, BE_DONE
from handback.reading.claims.clauses_told import deeds_told, parted_before, past_joint
from handback.reading.claims.enumerations import enumeration
from handback.reading.claims.leads import lead_in
from handback.reading.claims.listing import MOVED
from handback.reading.claims.outline import Part, Zone
from handback.reading.claims.parts import NO_LEAD
from handback.reading.claims.predicates import clause_group, own_group
from handback.reading.claims.resolved import Clause, clauses_of
from handback.reading.claims.resolving import (
    BARE_VERB,
    IS_DECIDED,
    MAY_RESOLVE,
    RESOLVED_AFTER,
    RESOLVING,
    SUBJECT_RESOLVES,
    resolves,
)
from handback.reading.claims.stems import is_body_stem
from handback.reading.claims.verbs import Group
from handback.reading.words.sentences import Sentence, ends_in_abbreviation

SHORT = 220  # characters of a sentence that records a decision: accounts of a debate run longer


def before_label(part: Part, label: re.Match[str]) -> Iterator[Clause]:
    """Sentences before a word of resolving may tell of another decision."""
    yield from resolutions_told(part, stop=label.start())


def behind_label(part: Part, label: re.Match[str]) -> Iterator[Clause]:
    """ "Resolved: (1) That ...; (2) that ...", "RESOLVED to approve ...", "Agreed:- That ..."."""
    words, verb = part.whole.words, label["verb"].lower()
    start = label.end()
    keep = label.start() if not label["mark"].strip() else start
    listed = enumeration(words, start)
    if listed:
        lead = lead_in(f"{verb} {words[start : listed[0][0]]}")
        for first, last in listed:
            yield from clauses_of(part, part.whole, first, last, verb, lead, rule="enumerated resolution")
        return
    if BARE_END.fullmatch(words[start:]) or is_body_stem(words[start:]):
        return
    if BARE_VERB.match(words, start):
        return
    if (
        words.rstrip().endswith(":")
        and len(words) - start < SHORT
        and own_group(words[start:].strip()) is None
    ):
        return
    for here, at in _pieces(words, start):
        if here > start + 2 and not _goes_on(words[here:at]):
            break
        yield from clauses_of(
            part,
            part.whole,
            keep if here <= start + 1 else here,
            at,
            verb,
            lead_in(verb),
            rule="resolution",
            own=max(here, start),
        )


def _pieces(words: str, start: int) -> Iterator[tuple[int, int]]:
    """Where the sentences of a resolution begin and end, cut at semicolons as well."""
    bounds = [start]
    for cut in _CUT.finditer(words, start):
        if words[cut.start() - 1] == ";" or not ends_in_abbreviation(words[: cut.start()]):
            bounds.append(cut.end())
    yield from ((first, last) for first, last in pairwise([*bounds, len(words)]))


_CUT = re.compile(r"(?<=[.;]) (?=[Tt]hat\b|[A-Z])")


def _goes_on(piece: str) -> bool:
    """Whether a sentence after a resolution resolves further: "That ...", "The fee be raised"."""
    return bool(re.match(r"(?:\(?\w{1,3}[.)] )?[Tt]hat\b", piece) or BE_DONE.match(piece))


#: A list run together with the sentence that leads in to it: "It was resolved: · to ask ... · to try ...".
_BULLETED = re.compile(r"[:-] ?(?:[·•●▪]|\(?[1ai][).])(?= )")


def _list_from(part: Part, sentence: Sentence, end: int) -> int | None:
    """Where a list may begin, in the whole of a part, that a sentence leads in to with its words to `end`."""
    if sentence is part.sentences[0]:
        return end
    at = part.whole.words.find(sentence.words)
    return at + end if at >= 0 and _BULLETED.match(part.whole.words, at + end) else None


def resolutions_told(part: Part, stop: int | None = None) -> Iterator[Clause]:
    """Sentences that say that a body resolved, agreed or decided something."""
    if part.zone is Zone.LISTED and MOVED.search(part.stem) and not RESOLVED_AFTER.search(part.stem):
        return
    for sentence in part.sentences:
        if not sentence.may & RESOLVING or not MAY_RESOLVE.search(sentence.words):
            continue
        if stop is not None and sentence.place(0) >= part.whole.place(stop):
            return
        found = SUBJECT_RESOLVES.search(sentence.words) or IS_DECIDED.search(sentence.words)
        if found is None or not resolves(part.zone, sentence.words, found):
            continue
        first, last = _own_clause(part, sentence, found)
        passive = found.re is SUBJECT_RESOLVES.pattern and bool(found["passive"])
        verb = (found["verb"] or "decision").lower()
        lead = lead_in(verb)
        at = _list_from(part, sentence, found.end())
        listed = enumeration(part.whole.words, at) if at is not None else []
        if listed:
            lead = lead_in(f"{verb} {part.whole.words[at : listed[0][0]]}")
            for first, last in listed:
                yield from clauses_of(part, part.whole, first, last, verb, lead, rule="enumerated resolution")
            return
        rest = sentence.words[found.end() :]
        if BARE_END.fullmatch(rest) or _TO_RECOMMEND.fullmatch(rest):
            continue
        start = found.start("passive") if passive else max(first, _said_from(sentence.words, found))
        if not passive and found.start("subject") < start != first:
            yield from _told_first(part, sentence, found.start("subject"), start)
        decided = clauses_of(
            part, sentence, start, last, verb, lead,
            rule="it was resolved" if passive else "a body resolved", own=found.end(),
        )  # fmt: skip
        past = _HAD.search(sentence.words, 0, found.start("verb"))
        yield from (one for one in decided if not (past and one.group in _NOT_RECALLED))


def _own_clause(part: Part, sentence: Sentence, found: re.Match[str]) -> tuple[int, int]:
    """Where the clause of a word of resolving begins and ends, if others of its sentence tell of decisions.

    "Rejected the petition and resolved to close it" begins with "resolved"; "agreed to buy the quay, and the
    Council later refused the marina" ends before the comma.
    """
    words, verb = sentence.words, found.start("verb")
    first, last = 0, len(words)
    own = clause_group(words[found.end() :].strip(), lead_in((found["verb"] or "decision").lower()))
    for deed in deeds_told(part, sentence, ""):
        if deed.end <= verb:
            begins = past_joint(words, deed.end, verb) if deed.group is not own else -1
            first = begins if begins >= 0 else first
        elif deed.start > found.end() and deed.rule != "as well" and parted_before(words, deed.start):
            last = parted_before(words, deed.start)
            break
    return first, last


#: What leads in to a list of what is recommended: "resolved to recommend that the Full Council -".
_TO_RECOMMEND = re.compile(r" (?:to|that) recommend(?:s|ed)?\b[^.;]{0,60}(?::|-|\b(?:to|that))\W*")
#: "The report was noted and it was agreed that ...": two things, of which the first is told by itself.
_IT_WAS = re.compile(r"[a-z]+,? and (?=it (?:was|has been)(?: also| then| further)* $)")


def _said_from(words: str, found: re.Match[str]) -> int:
    """Where what is told of a resolution begins: with its subject, or with its own "it was"."""
    own = _IT_WAS.search(words, found.start("subject"), found.start("verb"))
    return own.end() if own else found.start("subject")


def _told_first(part: Part, sentence: Sentence, start: int, end: int) -> Iterator[Clause]:
    """What is told before "and it was agreed": "The report was noted and it was agreed that ..."."""
    words = _AND.sub("", sentence.words[start:end])
    if _WAS_DONE.fullmatch(words) and own_group(words) is not None:
        yield from clauses_of(part, sentence, start, start + len(words), "", NO_LEAD, rule="it was resolved")


_AND = re.compile(r",? and $")
_WAS_DONE = re.compile(r"(?:The|These|Both|All|An?) [^.;,]{3,120} (?:was|were) (?:[a-z]+ly )?[a-z]+")
_HAD = re.compile(r"\bhad (?:[a-z]+ )?$")
#: What is told of the past by these verbs is no decision restated: "had decided to leave it open".
_NOT_RECALLED = frozenset({Group.OTHER, Group.NOTE})

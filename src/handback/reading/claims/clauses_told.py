"""Which clauses of a sentence tell of a decision, and where each begins.

"Agreed the fees but refused the lease" tells of two under one subject.
"""

import re

from handback.reading.claims.auxiliaries import behind_auxiliaries
from handback.reading.claims.deciders import COORDINATED, clause_start
from handback.reading.claims.matters import HYPOTHETICAL
from handback.reading.claims.nouns_told import AS_NOUN, nouns_told
from handback.reading.claims.outline import Part, Zone
from handback.reading.claims.verbs import Group
from handback.reading.claims.verbs_told import VerbTold, verbs_told
from handback.reading.words.sentences import Sentence
from handback.reading.words.watch import watched

_FELL = watched(
    r"\b(?P<matter>motion|amendment|request|proposal|suggestion|bid|application"
    r"|appeal|attempt|move)\b[^.;]{0,90}?(?:\b(?P<verb>fell(?! (?:outside|within|under|below|short|into|on|in"
    r"|from|behind|upon|by (?!\d|a\b))\b)|fails(?=[.,;]|$)|was"
    r" not carried|failed|did not (?:find favour|carry|succeed))\b(?! to |[^.;]{0,40}\bsecond)"
    r"|[:-] (?P<short>lost|defeated|not carried)\b)",
    re.I,
)


def deeds_told(part: Part, sentence: Sentence, before: str) -> list[VerbTold]:
    """What a sentence tells as decided, in order, each from where its own clause begins.

    Told by a verb, behind an auxiliary, by a noun, or of a motion that fell; `before` is the sentence before,
    of whose subject this one may speak on.
    """
    words = sentence.words
    deeds = verbs_told(part, words, before)
    if part.zone is not Zone.DISCUSSION:
        deeds += behind_auxiliaries(words, before)
        if sentence.may & AS_NOUN.gate:
            deeds += nouns_told(words)
        fell = _FELL.search(words, sentence.may)
        if fell and not HYPOTHETICAL.search(words[: fell.start()]):
            deeds.append(VerbTold(clause_start(words, fell.start()), fell.end(), Group.REFUSE, "matter"))
    return _each_in_its_clause(words, deeds) if len(deeds) > 1 else deeds


def _each_in_its_clause(words: str, deeds: list[VerbTold]) -> list[VerbTold]:
    """The deeds of a sentence, where two begin at one place the later from its own clause.

    "Noted the risks, approved it", "agreed the fees but Full Council refused them"; one that no joint parts
    from the verb before it is the same told again.
    """
    apart: list[VerbTold] = []
    for deed in sorted(deeds, key=lambda one: (one.end, one.start)):
        begins = deed.start
        if apart and begins < apart[-1].end:
            begins = past_joint(words, apart[-1].end, words.rfind(" ", 0, deed.end) + 1)
        if begins >= 0:
            apart.append(deed._replace(start=begins))
    return apart


def past_joint(words: str, first: int, verb: int) -> int:
    """Where the clause of a verb begins that another goes before, up to `first`; -1 where none does."""
    between = words[first:verb] if first < verb else ""
    if COORDINATED.search(between):
        return verb
    joint = _CONTRASTS.search(between) or _ADDS.search(between)
    return first + joint.end() if joint else -1


def parted_before(words: str, start: int) -> int:
    """Where the clause before one that begins at `start` ends, 0 where no joint parts them."""
    joint = _PARTS.search(words, max(0, start - LONGEST_JOINT), start)
    return joint.start() if joint else 0


LONGEST_JOINT = 40  # characters of what joins a clause to the one before it
_PARTS = re.compile(r"(?:;|,? (?:and|but|while|whereas|though|although)) $")
#: The last word that sets one clause against another, and the last that joins one on.
_CONTRASTS = re.compile(r".*(?:;|,? (?:but|while|whereas|though|although)) ")
_ADDS = re.compile(r".*,? and ")

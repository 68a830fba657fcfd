"""Verbs of deciding behind another verb: "I approve", "did, however, agree", "was unable to support".

What somebody speaks of himself ("I hereby appoint", "we are refusing"), what a body is said to have done with
"did", and what was not done, which refuses: "cannot accept", "that was not agreed".
"""

import re
from collections.abc import Iterator

from handback.reading.claims.answers import answered
from handback.reading.claims.deciders import OPENS_WITH_BODY, clause_start, subject_of
from handback.reading.claims.matters import counts_many, is_open
from handback.reading.claims.verbs import BASE, GERUND, PAST, THIRD, Group, group_at, word_set
from handback.reading.claims.verbs_told import VerbTold
from handback.reading.words.watch import waits

_ADVERBS = (
    r"(?:,? (?:also|however|hereby|therefore|now|today|then|likewise|indeed|further|accordingly"
    r"|both|fully|[a-z]{3,}ly),?)*"
)
#: What a speaker does by saying it. Other verbs of deciding tell of a habit or a feeling: "I support her".
_SPOKEN = word_set(
    "accept approve refuse reject endorse appoint authorise authorize agree adopt grant decline ratify revoke"
    " reappoint dismiss award delegate nominate"
)
_PERSON = re.compile(
    rf"\b(?P<who>I|[Ww]e)(?:, [^;.]{{3,160}},(?= (?:hereby|do|have|am|now)\b))?{_ADVERBS}"
    rf" (?:(?P<verb>(?:{'|'.join(sorted(_SPOKEN))}))"
    rf"|am{_ADVERBS} (?P<doing>[a-z]+ing)"
    rf"|are{_ADVERBS} (?P<doing2>[a-z]+ing))\b(?! (?:"
    r"that\b(?=[^.;]*\b(?:is|are|was|were|must|should|will|would|has|have|can|could|may|might)\b)"
    r"|with\b"
    r"|and (?:support|welcome|understand)\b))"
)
#: What a body that sits as a court does by saying it: "the Sub-Committee hereby grants the licence".
_SITTING = re.compile(
    r"\b(?:[Ss]ub-[Cc]ommittee|[Pp]anel|[Cc]ommittee|[Ss]ecretary of [Ss]tate|[Mm]inister|[Cc]ommissioners?)"
    r" (?:hereby|therefore|accordingly) (?P<verb>[a-z]+s)\b"
)
_DID = waits(
    rf"\b(?:(?:did|do|does)|(?:was|were) (?:happy|content|pleased|glad|delighted|persuaded|prepared"
    rf"|willing) to)"
    rf"(?P<adverbs>{_ADVERBS}) (?P<verb>[a-z]+)\b(?! with\b)"
)
_NOT = re.compile(
    r"\b(?:(?:did|do|does|will|would|could|can|have|has|had)(?: not|n't)"
    r"|cannot"
    rf"|(?:am|is|are|was|were|felt)(?:{_ADVERBS} not{_ADVERBS} (?:able|prepared|willing|content|persuaded)"
    rf"|{_ADVERBS} (?:unable|unwilling)) to){_ADVERBS} (?P<verb>[a-z]+)\b(?! with\b)"
    r"(?! (?:the|this|that|his|her|their|any) (?:[a-z]+ ){0,2}"
    r"(?:points?|arguments?|views?|explanations?|accounts?|evidence|premise|assertions?|contention"
    r"|suggestion that)\b)"
)
_NOT_DONE = re.compile(
    rf"\b(?:was|were|has been|have been|had been|is|are)(?: (?:therefore|accordingly))? not{_ADVERBS}"
    r" (?P<verb>agreed|accepted|approved|supported|adopted|granted|endorsed|authorised|allowed|permitted"
    r"|upheld|awarded|carried|passed|confirmed|ratified|given|renewed)\b(?! (?:that|as|until|unless)\b)"
)
_ASKED_FOR = re.compile(
    r"\b(?:requests?|proposals?|complaints?|grievances?|call-ins?|challenges?|applications?|objections?"
    r"|offers?|claims?|bids?|suggestions?"
    r"|recommendations?|motions?"
    r"|amendments?|appeals?|options?|permission|consent|licen[cs]es?|grants?|calls?|petitions?|extension"
    r"|that|this|they|these)\b[^,;]{0,60}$",
    re.I,
)
#: What a body that agrees to it would have decided.
_GRANTS = word_set("agree approve support accept endorse adopt grant authorise authorize allow permit award")
_BODIES = re.compile(
    r"(?:[Cc]abinet|[Cc]ommittee|[Bb]oard|[Pp]anel|[Cc]ouncil|[Cc]ommissioners?|[Ff]orum|[Mm]inisters?"
    r"|[Ss]ecretary of [Ss]tate|[Ee]xecutive|[Gg]overnment|[Mm]embers|[Cc]ouncillors|[Mm]ayor)\b"
)
_MAY_STAND = re.compile(
    r"\b(?:hereby|therefore|accordingly|I|[Ww]e|did|do|does|not|cannot|unable|unwilling|is|are|was|were"
    r"|has|accepts|rejects|approves|refuses|declines|endorses)\b|n't\b"
)


def behind_auxiliaries(words: str, before: str) -> Iterator[VerbTold]:
    """Each verb of deciding behind another verb, under the rule "body" or "matter"."""
    if not _MAY_STAND.search(words):
        return
    yield from _by_saying(words)
    yield from _by_doing(words, before)
    yield from answered(words)
    yield from _not_done(words)


def _by_saying(words: str) -> Iterator[VerbTold]:
    """What a speaker, or a body that sits as a court, does by saying it."""
    for found in _PERSON.finditer(words):
        verb = found["verb"] or found["doing"] or found["doing2"]
        group = BASE.get(verb) if found["verb"] else _of_gerund(verb)
        if group is not None and not is_open(words, found.start()):
            from_verb = found.start("verb") if found["verb"] else found.start()
            yield VerbTold(clause_start(words, from_verb), _end(found), group, "body")
    for found in _SITTING.finditer(words):
        group = THIRD.get(found["verb"])
        if group is not None and not is_open(words, found.start()):
            yield VerbTold(clause_start(words, found.start("verb")), found.end("verb"), group, "body")


def _by_doing(words: str, before: str) -> Iterator[VerbTold]:
    """What a body is said to have done with "did", or could not do, which refuses."""
    for found in _DID.finditer(words):
        group = BASE.get(found["verb"]) and group_at(words, found.start("verb"), found.end("verb"))
        glad = group is Group.NOTE and not found[0].startswith("d")  # "were pleased to note that"
        if group not in (None, Group.OTHER) and not glad and _body_did(words, found.start(), before):
            yield VerbTold(clause_start(words, found.start()), found.end("verb"), group, "body")
    for found in _NOT.finditer(words):
        grants = found["verb"] in _GRANTS or PAST.get(found["verb"]) is Group.APPROVE
        if grants and _body_did(words, found.start(), before):
            yield VerbTold(clause_start(words, found.start()), found.end("verb"), Group.REFUSE, "body")


def _not_done(words: str) -> Iterator[VerbTold]:
    """What was asked for and is said not to have been done."""
    for found in _NOT_DONE.finditer(words):
        start = clause_start(words, found.start())
        asked_for = _ASKED_FOR.search(words[start : found.start()])
        if asked_for and not is_open(words, found.start()) and not counts_many(words, found.end("verb")):
            yield VerbTold(start, found.end("verb"), Group.REFUSE, "matter")


def _end(found: re.Match[str]) -> int:
    return max(found.end("verb"), found.end("doing"), found.end("doing2"))


def _of_gerund(verb: str) -> Group | None:
    group = GERUND.get(verb)
    return None if group in (Group.OTHER, Group.NOTE) else group


def _body_did(words: str, at: int, before: str) -> bool:
    """Whether a body, or a speaker, is the subject of the auxiliary at a place."""
    who, governed = subject_of(words, words[:at])
    if not who or governed or is_open(words, at):
        return False
    if who.lower() in ("it", "they"):
        return bool(OPENS_WITH_BODY.match(before)) or bool(_BODIES.search(words[: max(0, at - len(who) - 1)]))
    return who.lower() not in ("he", "she", "who")

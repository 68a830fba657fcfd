"""Which verbs of a sentence tell of a decision, and of what group each is.

The past forms of deciding verbs; "got", "won" and "was given" with a word of consent. A verb too weak to tell
a decision by itself tells one beside another: "agreed the plan and noted the risks".
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from handback.reading.claims.by_a_body import body_decided, has_requested, is_body
from handback.reading.claims.deciders import ADVERBS, COORDINATED, clause_start, subject_of
from handback.reading.claims.matters import HYPOTHETICAL, by_a_body, is_decided
from handback.reading.claims.outline import Part, Zone
from handback.reading.claims.verbs import BLESSING, FORMS, PAST, Group, group_at, word_set
from handback.reading.words.watch import waits

_BESIDE = word_set(
    "noted received asked requested required thanked instructed invited revoked suspended rescinded warned"
)
TOLD = frozenset(
    verb for verb, group in PAST.items() if group is not Group.OTHER or verb in _BESIDE
) | word_set(
    "put held left laid sent turned threw thrown voted struck failed signed waved nodded said gave"
    " given handed taken pulled took came ruled knocked withheld placed chose chosen named picked made"
    " acceded"
)
GOT = frozenset({"got", "won", "secured", "received", "gained", "get"})
_TELLING_ALONE = TOLD | GOT
_WORD = re.compile(r"[A-Za-z-]+")
LOWER_WORDS = re.compile(r"[a-z-]+")
_BLESSED = re.compile(rf" {BLESSING}", re.I)
PASSIVE = waits(
    r"\b(?:was|were|has been|have been|had been|been|being|be being)(?: then| now| again| duly)?"
    r"(?: put(?: to (?:the|a) vote)?,? and(?: was| then)?"
    r"| declared(?: to have been)?"
    rf"| (?:[a-z]+ed|taken),? and(?: then| was| were| duly)?){{0,2}}{ADVERBS} $",
    re.I,
)
SHORTEST_OBJECT = 8  # characters between two verbs that have an object each: "agreed it and noted"

#: "A named team", "the approved budget": a participle that only says which.
_NAMES = re.compile(r"\b(?:an?|the|its|their|no|any|each) $", re.I)


class VerbTold(NamedTuple):
    """A verb that tells of a decision: from where its clause tells it to the verb's end, and its rule."""

    start: int
    end: int
    group: Group
    rule: str


def verbs_told(part: Part, words: str, before: str) -> list[VerbTold]:
    """Each verb of a sentence that tells of a decision, in order.

    A verb too weak to tell one by itself tells one beside another: "agreed the plan and noted the risks".
    """
    told: list[VerbTold] = []
    beside: list[VerbTold] = []
    last: tuple[Group, int] | None = None
    for match in _telling_alone(words):
        verb = match[0].lower()
        left = words[: match.start()]
        group = _group_told(words, match)
        if group is None or _NAMES.search(left[-8:]):
            continue
        how = _how_told(part, words, match, verb, left, before) if group is not Group.OTHER else ""
        if group is Group.OTHER and part.zone is Zone.BODY and has_requested(words, match, left):
            how = "body"
        if last is not None and COORDINATED.search(left[-40:]):
            if group is last[0]:
                continue  # verbs of one group in one clause are one decision
            apart = match.start() - last[1] > SHORTEST_OBJECT
            if told and not apart and how:  # two verbs on one object: the last counts
                told[-1] = told[-1]._replace(end=match.end(), group=group)
                last = (group, match.end())
                continue
            how = "as well" if apart else how
        if how:
            last = (group, match.end())
            start = match.start() if how == "as well" else clause_start(words, match.start())
            told.append(VerbTold(start, match.end(), group, how))
        elif verb in _BESIDE and part.zone is not Zone.DISCUSSION and _has_own_subject(words, left):
            beside.append(VerbTold(clause_start(words, match.start()), match.end(), group, "as well"))
    if beside and any(one.rule == "body" for one in told):
        told += beside
    return _each_from_its_verb(words, sorted(told))


def _has_own_subject(words: str, left: str) -> bool:
    """Whether a verb has a deciding body for its subject, and no other word governs it."""
    body, is_governed = subject_of(words, left)
    return bool(body) and not is_governed


def _telling_alone(words: str) -> Iterator[re.Match[str]]:
    """The words of a sentence that can tell of a decision with no other verb before them."""
    if not _TELLING_ALONE.isdisjoint(LOWER_WORDS.findall(words.lower())):
        yield from (one for one in _WORD.finditer(words) if one[0].lower() in _TELLING_ALONE)


def _each_from_its_verb(words: str, told: list[VerbTold]) -> list[VerbTold]:
    """What is told, where verbs share a clause the later from its verb: "noted the risks, approved it"."""
    apart: list[VerbTold] = []
    for one in told:
        verb = words.rfind(" ", 0, one.end) + 1
        shared = apart and one.start < apart[-1].end and COORDINATED.search(words[max(0, verb - 40) : verb])
        apart.append(one._replace(start=verb) if shared else one)
    return apart


def _group_told(words: str, match: re.Match[str]) -> Group | None:
    """The group of a verb that can tell of a decision, None where it only looks like one."""
    verb = match[0].lower()
    if verb in GOT:
        if _BLESSED.match(words, match.end()):
            return Group.APPROVE
        return FORMS.get(verb)
    if verb in ("given", "withheld") and (named := _BLESSING_GIVEN.match(words[: match.start()])):
        if verb == "withheld":
            return Group.REFUSE
        return Group.DELEGATE if named["power"] else Group.APPROVE
    group = group_at(words, match.start(), match.end())
    return None if group is Group.OTHER and verb not in _BESIDE else group


#: "Consent was given", "Approval has been withheld", "Authority was given to the Clerk".
_BLESSING_GIVEN = re.compile(
    r"(?:[Tt]he |[Ff]ull |[Ff]ormal |[Ff]inal |[Pp]lanning |[Dd]elegated )*"
    r"(?:(?i:consent|approval|permission|support|agreement|assent|backing)"
    r"|(?P<power>(?i:authority|powers?|leave)))\b[^.;]{0,60} (?:was|has been|were|have been) $"
)

#: "The minutes were agreed and it was RESOLVED:": what follows says it.
_IS_RESOLVED = re.compile(r"\band (?:it was )?(?:RESOLVED|resolved)(?: that)?\W*$")


#: "Was printed in the spring and endorsed by the Cabinet": what "been" is of both verbs.
_PASSIVE_BEFORE = waits(
    r"\b(?:was|were|been) (?:now |since |then |also )*[a-z]+(?:ed|wn|ten|pt|de)\b[^.;,]{0,90} and(?: then)? $"
)


def _how_told(part: Part, words: str, match: re.Match[str], verb: str, left: str, before: str) -> str:
    """ "matter", "body", or nothing where the verb tells of no decision."""
    if words.endswith(":") and (not words[match.end() :].strip(" :") or _IS_RESOLVED.search(words)):
        return ""
    if PASSIVE.search(left[-60:]) or (_PASSIVE_BEFORE.search(left[-150:]) and by_a_body(words, match)):
        return "matter" if is_decided(part, words, match, verb, left) else ""
    if verb in GOT:
        return "matter" if _BLESSED.match(words, match.end()) and not HYPOTHETICAL.search(left[-90:]) else ""
    if part.zone is Zone.DISCUSSION or (
        words.endswith(":") and not words.startswith(" authority", match.end())
    ):
        return ""
    if verb == "noted" and part.zone is Zone.DECIDED and is_body(words, left):
        return "body"
    return "body" if body_decided(words, match, verb, left, before) else ""

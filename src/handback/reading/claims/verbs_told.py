"""Which verbs of a sentence tell of a decision, and of what group each is.

The past forms of deciding verbs; "got", "won" and "was given" with a word of consent. A verb too weak to tell
a decision by itself tells one beside another: "agreed the plan and noted the risks".
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from handback.reading.claims.by_a_body import TO_SPEAK, body_decided, has_requested, is_body
from handback.reading.claims.deciders import ADVERBS, COORDINATED, clause_start, subject_of
from handback.reading.claims.matters import HYPOTHETICAL, by_a_body, is_decided
from handback.reading.claims.outline import Part, Zone
from handback.reading.claims.verbs import BLESSING, FORMS, PAST, Group, group_at, word_set
from handback.reading.claims.weak_verbs import takes_paper
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
    for match in _telling_alone(words):
        left = words[: match.start()]
        group = _group_told(words, match)
        if group is None or _NAMES.search(left[-8:]):
            continue
        how = _how_told(part, words, match, group, left, before)
        last = told[-1] if told and COORDINATED.search(left[-40:]) else None
        if last and (group is last.group or _is_of_another(left[last.end :])):
            continue  # verbs of one group in one clause are one decision
        apart = last is not None and match.start() - last.end > SHORTEST_OBJECT
        if last and how and not apart:  # two verbs on one object: the last counts
            told[-1] = last._replace(end=match.end(), group=group)
        elif apart:
            told.append(VerbTold(match.start(), match.end(), group, "as well"))
        elif how:
            told.append(VerbTold(clause_start(words, match.start()), match.end(), group, how))
        elif part.zone is not Zone.DISCUSSION and _is_beside(words, match, left):
            beside.append(VerbTold(clause_start(words, match.start()), match.end(), group, "as well"))
    return told + beside if any(one.rule == "body" for one in told) else told


#: "..., noting that he had come and had declined": the verb of a joint with what is told of another.
_OF_ANOTHER = re.compile(r"\b(?:that|who|which)\b[^;]* (?P<have>has|have|had)\b.* (?P=have)\b[ a-z]*$")


def _is_of_another(between: str) -> bool:
    """Whether a verb behind "and" goes on with what a clause of "that" or "who" tells of somebody else."""
    return _OF_ANOTHER.search(between) is not None


def _is_beside(words: str, verb: re.Match[str], left: str) -> bool:
    """Whether a weak verb has a deciding body, which no other word governs, for its subject."""
    if verb[0].lower() not in _BESIDE:
        return False
    body, is_governed = subject_of(words, left)
    takes_in = verb[0].lower() not in ("noted", "received") or takes_paper(words[verb.end() :])
    return bool(body) and not is_governed and takes_in


def _telling_alone(words: str) -> Iterator[re.Match[str]]:
    """The words of a sentence that can tell of a decision with no other verb before them."""
    if not _TELLING_ALONE.isdisjoint(LOWER_WORDS.findall(words.lower())):
        yield from (one for one in _WORD.finditer(words) if one[0].lower() in _TELLING_ALONE)


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
    if (group is Group.OTHER and verb not in _BESIDE) or (
        group is Group.REFUSE and TO_SPEAK.match(words, match.end())
    ):
        return None
    return group


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


def _how_told(part: Part, words: str, match: re.Match[str], group: Group, left: str, before: str) -> str:
    """ "matter", "body", or nothing where the verb tells of no decision."""
    verb = match[0].lower()
    if group is Group.OTHER:
        return "body" if part.zone is Zone.BODY and has_requested(words, match, left) else ""
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

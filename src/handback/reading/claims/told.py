"""Decisions told: a body or office-holder is said to have decided, or a matter is said to have been decided.

"Commissioners approved a policy"; "Plans to close the road were thrown out"; "the scheme won the go-ahead".
Every past form of a deciding verb is looked at, and what stands before it: a deciding subject, or "was".
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from handback.reading.claims.action_tables import is_header
from handback.reading.claims.auxiliaries import behind_auxiliaries
from handback.reading.claims.by_a_body import body_decided, has_requested, is_body
from handback.reading.claims.claim import Claim, Type
from handback.reading.claims.deciders import (
    ADVERBS,
    COORDINATED,
    clause_start,
    subject_of,
)
from handback.reading.claims.finding import claim
from handback.reading.claims.matters import HYPOTHETICAL, is_decided
from handback.reading.claims.notes import noted, of_decisions
from handback.reading.claims.nouns_told import AS_NOUN, nouns_told
from handback.reading.claims.outline import Outline, Part, Zone
from handback.reading.claims.resolved import Clause
from handback.reading.claims.scenes import is_to_come
from handback.reading.claims.verbs import (
    BASE,
    BLESSING,
    FORMS,
    GERUND,
    PAST,
    THIRD,
    Group,
    group_at,
    word_set,
)
from handback.reading.document import Kind
from handback.reading.words.dates import stated_times
from handback.reading.words.sentences import Sentence
from handback.reading.words.sentences import sentence as as_sentence
from handback.reading.words.watch import waits, watch, watched

_BESIDE = word_set(
    "noted received asked requested required thanked instructed invited revoked suspended rescinded warned"
)
_TOLD = frozenset(
    verb for verb, group in PAST.items() if group is not Group.OTHER or verb in _BESIDE
) | word_set(
    "put held left laid sent turned threw thrown voted struck failed signed waved nodded said gave"
    " given handed taken pulled took came ruled knocked withheld placed chose chosen named picked made"
    " acceded"
)
_GOT = frozenset({"got", "won", "secured", "received", "gained", "get"})
_TELLING = (
    _TOLD | _GOT | {"fell", "so", "carry", "succeed"} | frozenset(BASE) | frozenset(GERUND) | frozenset(THIRD)
)
_TELLING_ALONE = _TOLD | _GOT
_TELLS = watch(letters={*_TELLING, "decision", "agreement", "unanimous"})
_WORD = re.compile(r"[A-Za-z-]+")
_LOWER_WORDS = re.compile(r"[a-z-]+")
_BLESSED = re.compile(rf" {BLESSING}", re.I)
_PASSIVE = waits(
    rf"\b(?:was|were|has been|have been|had been|been|being|be being)(?: then| now| again"
    rf"| duly)?(?: put(?: to"
    rf" (?:the|a) vote)?,? and(?:"
    rf" was| then)?| declared| (?:[a-z]+ed|taken),? and(?: then| was| were| duly)?){{0,2}}{ADVERBS} $",
    re.I,
)
#: Of what a discussion tells only what became of a matter counts: "was agreed", "won the go-ahead".
_TELLS_OF_MATTER = watch(_PASSIVE, letters=_GOT)
_FELL = watched(
    r"\b(?P<matter>motion|amendment|request|proposal|suggestion|bid|application"
    r"|appeal|attempt|move)\b[^.;]{0,90}?(?:\b(?P<verb>fell|fails(?=[.,;]|$)|was"
    r" not carried|failed|did not (?:find favour|carry|succeed))\b(?! to |[^.;]{0,40}\bsecond)"
    r"|[:-] (?P<short>lost|defeated|not carried)\b)",
    re.I,
)
_SO_AGREED = watched(r"\b(?:it was|and|was) so (?P<verb>agreed|resolved|ordered)\b", re.I)
_END = re.compile(
    r"(?:; |,? and (?=the (?:[a-z]+ ){0,2}(?:motion|amendment)\b)"
    r"|, (?:and|but|while|which|with|as|although|though|after|who|where|when)"
    r" (?:the|it|he|she|they|I|we|no|a|an|its|was|were|has|had|will|would|officers|in)\b|, (?:which|who|as"
    r"|with|after|although|while|resulting)\b|\. )"
)
SHORTEST_OBJECT = 8  # characters between two verbs that have an object each: "agreed it and noted"


def find(found: Outline, clauses: tuple[Clause, ...]) -> Iterator[Claim]:
    """Decisions told in a sentence, outside resolutions and recommendations."""
    bounds = sorted((c.sentence.place(c.start), c.sentence.place(c.end)) for c in clauses)
    before = ""
    told_before, recorded = bool(clauses), of_decisions(found.plain)
    told = {c.group.value for c in clauses}
    listed = {c.part.section for c in clauses}
    for part in found.parts:
        if part.zone not in (Zone.BODY, Zone.DISCUSSION, Zone.DECIDED, Zone.LISTED) or part.hangs:
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
    if not _TELLING.isdisjoint(_LOWER_WORDS.findall(words.lower())):
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
    for start, stop, group, told in _verbs_told(part, words, before):
        yield _decided(found, sentence, start, stop, group, told)
    yield from _agreed_to(found, part, sentence)
    so = _SO_AGREED.search(words, sentence.may)
    if so and part.zone is not Zone.DISCUSSION:
        group = Group.OTHER if so["verb"].lower() == "ordered" else Group.APPROVE
        yield _decided(found, sentence, 0, so.end(), group, "matter")
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


#: "A named team", "the approved budget": a participle that only says which.
_NAMES = re.compile(r"\b(?:an?|the|its|their|no|any|each) $", re.I)


def _verbs_told(part: Part, words: str, before: str) -> list[tuple[int, int, Group, str]]:
    """Place, group and rule of each verb of a sentence that tells of a decision.

    A verb too weak to tell one by itself tells one beside another: "agreed the plan and noted the risks".
    """
    told: list[tuple[int, int, Group, str]] = []
    beside: list[tuple[int, int, Group, str]] = []
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
                told[-1] = (told[-1][0], match.end(), group, told[-1][3])
                last = (group, match.end())
                continue
            how = "as well" if apart else how
        if how:
            last = (group, match.end())
            start = match.start() if how == "as well" else clause_start(words, match.start())
            told.append((start, match.end(), group, how))
        elif (
            verb in _BESIDE
            and part.zone is not Zone.DISCUSSION
            and subject_of(words, left)[0]
            and not subject_of(words, left)[1]
        ):
            beside.append((clause_start(words, match.start()), match.end(), group, "as well"))
    if beside and any(how == "body" for *_, how in told):
        told += beside
    return _each_from_its_verb(words, sorted(told))


def _telling_alone(words: str) -> Iterator[re.Match[str]]:
    """The words of a sentence that can tell of a decision with no other verb before them."""
    if not _TELLING_ALONE.isdisjoint(_LOWER_WORDS.findall(words.lower())):
        yield from (one for one in _WORD.finditer(words) if one[0].lower() in _TELLING_ALONE)


def _each_from_its_verb(
    words: str, told: list[tuple[int, int, Group, str]]
) -> list[tuple[int, int, Group, str]]:
    """What is told, where verbs share a clause the later from its verb: "noted the risks, approved it"."""
    apart: list[tuple[int, int, Group, str]] = []
    for start, stop, group, how in told:
        verb = words.rfind(" ", 0, stop) + 1
        shared = apart and start < apart[-1][1] and COORDINATED.search(words[max(0, verb - 40) : verb])
        apart.append((verb if shared else start, stop, group, how))
    return apart


def _group_told(words: str, match: re.Match[str]) -> Group | None:
    """The group of a verb that can tell of a decision, None where it only looks like one."""
    verb = match[0].lower()
    if verb in _GOT:
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
    r"(?:[Tt]he |[Ff]ull |[Ff]ormal |[Ff]inal |[Pp]lanning |[Dd]elegated )*(?:(?i:consent|approval"
    r"|permission|support"
    r"|agreement|assent|backing)|(?P<power>(?i:authority|powers?|leave)))\b[^.;]{0,60} (?:was|has been"
    r"|were|have been) $"
)


#: "The minutes were agreed and it was RESOLVED:": what follows says it.
_IS_RESOLVED = re.compile(r"\band (?:it was )?(?:RESOLVED|resolved)(?: that)?\W*$")


def _how_told(part: Part, words: str, match: re.Match[str], verb: str, left: str, before: str) -> str:
    """ "matter", "body", or nothing where the verb tells of no decision."""
    if words.endswith(":") and (not words[match.end() :].strip(" :") or _IS_RESOLVED.search(words)):
        return ""
    if _PASSIVE.search(left[-60:]):
        return "matter" if is_decided(part, words, match, verb, left) else ""
    if verb in _GOT:
        return "matter" if _BLESSED.match(words, match.end()) and not HYPOTHETICAL.search(left[-90:]) else ""
    if part.zone is Zone.DISCUSSION or (
        words.endswith(":") and not words.startswith(" authority", match.end())
    ):
        return ""
    if verb == "noted" and part.zone is Zone.DECIDED and is_body(words, left):
        return "body"
    return "body" if body_decided(words, match, verb, left, before) else ""


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

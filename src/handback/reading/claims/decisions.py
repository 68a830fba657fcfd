"""Decisions: what a body or an office-holder decided, each clause once.

Three grammars: the clauses of a resolution (see `resolutions`), a body that is told to have decided
("Commissioners approved a new policy"), and a matter that is told to have been decided ("Plans to
close the road were thrown out").
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from handback.reading.claims.claim import Claim, Type
from handback.reading.claims.finding import claim
from handback.reading.claims.offices import DECIDER
from handback.reading.claims.outline import Outline, Part, Zone
from handback.reading.claims.resolutions import Clause
from handback.reading.claims.sentences import Sentence
from handback.reading.claims.verbs import FORMS, Group
from handback.reading.document import Kind

_ADVERB = (
    r"(?:(?:also|then|unanimously|formally|today|now|already|recently|just|duly|finally|later|first|all"
    r"|both|jointly|subsequently|provisionally|since) )*"
)
_SAID: dict[Group, str] = {
    Group.APPROVE: "approved|adopted|endorsed|accepted|authorised|granted|awarded|ratified|backed"
    "|readopted|signed off|agreed|supported|authorized|gave its backing|gave their backing|gave"
    " its approval|gave the go-ahead|given the go-ahead|gave the green light|given the green light"
    "|waved through|said yes to|nodded through|gave the nod to|empowered|gave approval|passed|carried",
    Group.REFUSE: "rejected|refused|declined|turned down|thrown out|threw out|voted down|lost"
    "|dismissed|decided against|decided not to|not accepted|not approved|not agreed",
    Group.DEFER: "deferred|postponed|put off|held over|adjourned|withdrawn|referred",
    Group.APPOINT: "appointed|elected|re-elected|reappointed|co-opted",
    Group.RECOMMEND: "recommended",
    Group.NOTE: "noted",
    Group.DELEGATE: "delegated|handed",
}
_TOLD = {word: group for group, words in _SAID.items() for word in words.split("|")}
_WORDS = "|".join(sorted((w.replace(" ", " ") for w in _TOLD), key=len, reverse=True))
_ACTIVE = re.compile(
    rf"(?:^|(?<=[ (]))(?P<who>{DECIDER}|[Tt]hey|I|[Ww]e|[Hh]e|[Ss]he)(?:, [^,.;]{{3,50}}, that|, (?:at|on"
    rf"|meeting|after|having|following) [^,.;]{{3,60}},|,"
    rf" which)?(?: on (?:Mon|Tues|Wednes|Thurs|Fri)day)?,? (?:have |has |had"
    rf" )?{_ADVERB}(?P<verb>(?i:{_WORDS}))\b(?! (?:by|with|on a)\b)",
)
_REDUCED = re.compile(r" (?:to|by|as|in|on|until|under|for|or|and|from|at|earlier|last)\b")
_AND_VERB = re.compile(rf",? (?:and|but) (?:have |has |had )?{_ADVERB}(?P<verb>{_WORDS})\b(?! by\b)")
_CONSIDERED = re.compile(
    rf"(?P<who>{DECIDER}) (?:considered|discussed|debated|heard|received"
    rf"|reviewed|examined|had before it)\b[^.;]{{0,140}}? and (?P<verb>(?i:{_WORDS}))\b(?! (?:to|that"
    rf"|by|with)\b)"
)
_AND_REFUSED = re.compile(
    rf"\b(?P<who>I|We|we)\b[^.;]{{2,70}}? and (?:have|has)"
    rf" {_ADVERB}(?P<verb>{_WORDS})\b"
)
_PASSIVE = re.compile(
    rf"\b(?:was|were|has been|have been|had been|been|being)(?: put(?: to the vote)? and(?: was)?|"
    rf" declared)? {_ADVERB}(?P<verb>{_WORDS})\b(?! (?:to|for|from|as) (?:be|have)\b)",
    re.I,
)
_BARE = re.compile(
    r"^(?:Minutes: )?(?:[^.;:]{3,90}: )?[^.;:|]{0,80}?\b(?P<verb>approved|agreed"
    r"|adopted|appointed|deferred|rejected|refused|endorsed|accepted)\b(?! by\b)",
    re.I,
)
_PASSIVE_SUBJECT = re.compile(
    r"(?:^|[;:] |, (?:and|but|which|where|after) |\b(?:that|which|who|and"
    r"|but|because|as|after|when|since|while|if) )(?=[^;:]*$)"
)
_MODAL = re.compile(
    r"\b(?:if|unless|once|until|would|could|should|may|might|whether|before|wanted"
    r"|hoped|asked|moved|proposed|seconded|nominated|not|never|yet to|nothing|who|If|Unless|Once"
    r"|Whether)\b[^,;]{0,60}$"
)
_ACTIVE_TOO_WEAK = {
    "noted",
    "passed",
    "carried",
    "lost",
    "referred",
    "withdrawn",
    "declined",
    "backed",
    "supported",
    "handed",
    "delegated",
}
_PASSIVE_TOO_WEAK = {
    "noted",
    "passed",
    "backed",
    "supported",
    "recommended",
    "handed",
    "delegated",
    "declined",
    "empowered",
    "referred",
    "authorised",
    "gave approval",
    "accepted",
    "withdrawn",
}
_VOTED = {"lost", "carried", "passed", "dismissed"}
_STRONG_BODY = re.compile(
    r"(?:[Cc]abinet|[Cc]ouncil|[Cc]ommittee|[Bb]oard|[Ee]xecutive"
    r"|[Cc]ommissioners?|[Pp]anel|[Mm]inister|[Ss]ecretary|[Ll]eader|[Mm]ayor|[Mm]embers"
    r"|[Cc]ouncillors|[Gg]overnors|I|[Ww]e|[Hh]e|[Ss]he)\b"
)
_OPINION = re.compile(
    r"\bagreed(?: that (?:the|this|it|there|[a-z]+) (?:was|were|is|had|could"
    r"|might)| with\b| clearly| and )",
    re.I,
)
_MINUTES = re.compile(r"\bminutes\b[^.;]{0,120}\b(?:confirmed|signed|received|be signed)\b", re.I)
_END = re.compile(
    r"(?:; |, (?:and|but|while|which|with|as|although|though|after|who|where|when)"
    r" (?:the|it|he|she|they|no|a|an|its|was|were|has|had|will|would|officers|in)\b|, (?:which|who|as"
    r"|with|after|although|while|resulting)\b|\. )"
)


def of_clauses(found: Outline, clauses: tuple[Clause, ...]) -> Iterator[Claim]:
    """One decision for each clause of a resolution.

    "RESOLVED: (1) That the Harrowmere scheme be adopted; and (2) that it be reviewed." decides twice.
    """
    for clause in clauses:
        if _MINUTES.search(clause.words) or clause.end - clause.start < 6:
            continue
        yield claim(
            found.document,
            Type.DECISION,
            clause.sentence,
            clause.start,
            clause.end,
            rule=clause.rule,
            confidence=0.85,
            verb=clause.group.value,
        )


def told(found: Outline, clauses: tuple[Clause, ...]) -> Iterator[Claim]:
    """Decisions told in a sentence, outside resolutions and recommendations."""
    taken = {c.sentence.place(c.start) for c in clauses}
    bounds = sorted((c.sentence.place(c.start), c.sentence.place(c.end)) for c in clauses)
    for part in found.parts:
        if part.zone not in (Zone.BODY, Zone.DISCUSSION, Zone.DECIDED, Zone.LISTED):
            continue
        for sentence in part.sentences:
            if sentence.start in taken or _within(sentence, bounds) or not _may_tell(sentence.words):
                continue
            yield from _active(found, part, sentence)
            yield from _passive(found, part, sentence)


_TELLING = frozenset(phrase.split()[0] for phrase in _TOLD)
_LOWER_WORDS = re.compile(r"[a-z-]+")


def _may_tell(words: str) -> bool:
    """Whether any verb of deciding stands in a sentence: most hold none, and cost no more than this."""
    return not _TELLING.isdisjoint(_LOWER_WORDS.findall(words.lower()))


#: What a body takes off its own agenda: an application withdrawn is its applicant's doing.
_ITS_OWN = re.compile(r"\b(?:item|proposals?|report|motion|paper|recommendations?)\b[^,.;]{0,30}$", re.I)


def _within(sentence: Sentence, bounds: list[tuple[int, int]]) -> bool:
    index = bisect_right(bounds, (sentence.start, 1 << 60))
    near = bounds[max(0, index - 2) : index + 1]
    stop = sentence.place(len(sentence.words))
    return any(first < stop and sentence.start < last for first, last in near)


def _active(found: Outline, part: Part, sentence: Sentence) -> Iterator[Claim]:
    """A deciding body and its verb: "Commissioners approved a policy", "Council agreed to sell it"."""
    if part.zone is Zone.DISCUSSION:
        return
    words, rule = sentence.words, "a body is told to have decided"
    for match in _ACTIVE.finditer(words):
        if words.endswith(":") or _only_told(match, words):
            continue
        group = _TOLD[match["verb"].lower()]
        yield _decided(found, sentence, match.start("who"), match.end(), group, rule, 0.6)
        for also, other_group in _weak_too(words, match.end()):
            yield _decided(
                found, sentence, also.start("verb"), also.end(), other_group, f"{rule} as well", 0.5
            )
        for second in _AND_VERB.finditer(words, match.end()):
            other = second["verb"].lower()
            if _TOLD[other] is not group and other not in _ACTIVE_TOO_WEAK:
                start = second.start("verb")
                yield _decided(found, sentence, start, second.end(), _TOLD[other], f"{rule} as well", 0.55)
    for match in [*_CONSIDERED.finditer(words), *_AND_REFUSED.finditer(words)]:
        verb = match["verb"].lower()
        if verb not in _ACTIVE_TOO_WEAK:
            yield _decided(found, sentence, match.start("who"), match.end(), _TOLD[verb], rule, 0.6)


_NOTED_AND = re.compile(
    r"(?!(?:[Tt]he )?(?:[Mm]embers|[Cc]ouncillors|[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e)\b)[^.;]{3,60}? (?:the|an?"
    r"|its) [^.;]{3,100}? and "
    r"(?:asked|approved|agreed|requested|endorsed|recommended|adopted)\b"
)
SHORTEST_OBJECT = 8  # characters between two verbs that have an object each: "agreed it and noted"
_AND_WEAK = re.compile(
    r",? and (?P<verb>noted|received|asked|requested|required|thanked|instructed|invited|referred"
    r"|recommended)\b(?! by\b)"
)


def _weak_too(words: str, at: int) -> Iterator[tuple[re.Match[str], Group]]:
    """A verb too weak to tell a decision by itself tells one beside another: "agreed X and noted Y"."""
    for match in _AND_WEAK.finditer(words, at):
        yield match, FORMS[match["verb"]]


def _only_told(match: re.Match[str], words: str) -> bool:
    """Whether the verb decides nothing here: an opinion, a condition, a participle, a personal agreement."""
    verb, who, rest = match["verb"].lower(), match["who"].lower(), words[match.end() :]
    strong = (
        (verb == "noted" and bool(_NOTED_AND.match(match["who"] + rest)))
        or (verb == "handed" and " to " in rest)
        or (verb == "backed" and who.endswith(("cabinet", "council", "councillors")))
    )
    if verb in _ACTIVE_TOO_WEAK and not strong:
        return True
    if _MODAL.search(words[: match.start()]) or _OPINION.match(words[match.start("verb") :]):
        return True
    if verb == "agreed" and not re.match(r" (?:to|that|a|the|its|not|an|in|on|plans|[a-z]+s)\b", rest):
        return True
    if who in ("he", "she", "they") and verb in ("agreed", "accepted", "recommended", "lost"):
        return True
    return verb in ("appointed", "elected") and bool(_REDUCED.match(rest))


def _passive(found: Outline, part: Part, sentence: Sentence) -> Iterator[Claim]:
    """A matter and what was done with it: "The application was refused", "a strategy was signed off"."""
    words = sentence.words
    yield from _in_note_form(found, part, sentence)
    for match in _PASSIVE.finditer(words):
        verb = match["verb"].lower()
        by = re.match(r" (?:unanimously )?by (?:the )?(?P<who>[^,.;]{2,60})", words[match.end() :])
        if verb in _VOTED and not re.search(
            r"\b(?:motion|amendment|vote|put|proposal|resolution"
            r"|recommendation)\b",
            words[: match.start()],
            re.I,
        ):
            continue
        if (verb == "put off" and by) or (
            verb in ("elected", "appointed")
            and re.search(
                r"\b(?:since|when|until) [^,]*$|^While|\b(?:I|he|she|they) $", words[: match.start()]
            )
        ):
            continue
        if (
            verb in _PASSIVE_TOO_WEAK
            and not (by and _STRONG_BODY.search(by["who"]))
            and not (verb in ("noted", "accepted") and part.passage.marker)
            and not (verb == "withdrawn" and _ITS_OWN.search(words[: match.start()]) and not by)
            and not (verb == "withdrawn" and words[match.end() :].startswith(" from the "))
        ):
            continue
        if re.search(r"\b[Ii]t $", words[: match.start()]) or _MODAL.search(words[: match.start()]):
            continue
        if (
            part.zone is Zone.DISCUSSION
            and not by
            and not re.search(r"\b(?:in|on) (?:\w+ )*(?:19|20)\d\d", words[match.end() :])
        ):
            continue
        yield _decided(
            found,
            sentence,
            _subject_start(words, match.start()),
            match.end(),
            _TOLD[verb],
            "a matter is told to have been decided",
            0.55,
        )


def _in_note_form(found: Outline, part: Part, sentence: Sentence) -> Iterator[Claim]:
    """Notes leave the verb "to be" out: "Minutes: Agreed as a true record", "Terms of reference approved"."""
    words = sentence.words
    if part.zone is not Zone.BODY or not (
        part.item or part.passage.kind is Kind.ROW or words.startswith("Minutes")
    ):
        return
    at = 0
    for cell in words.split("|"):
        match = _BARE.match(cell.strip())
        if match and not _FINITE.search(match[0]) and len(cell.strip()) > 12:
            start = words.find(cell.strip(), at)
            yield _decided(
                found,
                sentence,
                start,
                start + match.end(),
                _TOLD[match["verb"].lower()],
                "decision in note form",
                0.5,
            )
        at += len(cell) + 1


_FINITE = re.compile(r"\b(?:is|are|was|were|will|has|have|had|be|been|to|that|who|which|by|as)\b")


def _subject_start(words: str, verb_at: int) -> int:
    """Where the clause that holds a passive verb begins."""
    begins = 0
    for joint in re.finditer(
        r"[;:] |, (?:and|but|where|after|while) |\b(?:that|because|after|when"
        r"|since|while|although|said) ",
        words[:verb_at],
    ):
        if verb_at - joint.end() > 6:
            begins = joint.end()
    return begins


def _decided(
    found: Outline, sentence: Sentence, start: int, verb_end: int, group: Group, rule: str, confidence: float
) -> Claim:
    stop = _END.search(sentence.words, verb_end)
    end = stop.start() if stop else len(sentence.words)
    for also in (_AND_WEAK.search(sentence.words, verb_end), _AND_VERB.search(sentence.words, verb_end)):
        if also and also.start() - verb_end > SHORTEST_OBJECT:
            end = min(end, also.start())
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


assert set(_TOLD.values()) <= set(FORMS.values())

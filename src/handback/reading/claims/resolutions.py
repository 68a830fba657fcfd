"""Resolutions: where a page resolves, and the clauses that each decide one thing.

A clause is a place in a sentence with the lead-in that governs it: "Cabinet agreed to: (a) ..., (b)
..." has two clauses, both led by "cabinet agreed to".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handback.reading.claims.lists import enumerated, first_mark, trimmed
from handback.reading.claims.outline import Outline, Part, Zone
from handback.reading.claims.sentences import Sentence
from handback.reading.claims.verbs import BASE, FORMS, PAST, PAST_DECIDING, Group, clause_group, opening_group


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing resolved: where it stands, its lead-in in lower case, and the group of its verb."""

    part: Part
    sentence: Sentence
    start: int
    end: int
    lead: str
    group: Group
    rule: str

    @property
    def words(self) -> str:
        """The clause's own words."""
        return self.sentence.words[self.start : self.end]


_LABEL = re.compile(
    r"(?:^|(?<=[.;,] )|(?<=[.;] and )|(?<=\| ))(?:(?:[Ii]t was |IT WAS |[Ii]t is |and it was |was"
    r" )?(?:(?:accordingly|therefore|unanimously|further|also|then|ACCORDINGLY|UNANIMOUSLY"
    r"|FURTHER) )*)"
    r"(?P<verb>RESOLVED|Resolved|AGREED|Agreed|DETERMINED|ORDERED|Ordered|DECIDED)\b(?:"
    r",? (?:unanimously|UNANIMOUSLY|accordingly|nem\.? con\.?|by \d+ votes to \d+))?(?:"
    r" \([^()]{0,40}\))?\s*(?P<mark>[:.]? ?-+|:|,(?= that)|(?= (?i:that)\b)|(?= to\b)|(?= \())"
)
_SUBJECT_RESOLVES = re.compile(
    r"\b(?:(?P<passive>[Ii]t (?:was|is|has been|had been)(?: also| then| accordingly| therefore|"
    r" unanimously| further)*)|(?P<subject>[A-Z][^.;:]{2,120}?|[Tt]hey|[Hh]e|[Ss]he|[Ii]t|I|[Ww]e))"
    r",? (?:(?:has|have|had|also|then|unanimously|accordingly|therefore|formally|today|both|later)"
    r" )*(?P<verb>RESOLVED|resolved|AGREED|agreed|decided|DECIDED|determined|DETERMINED|voted)"
    r"(?: unanimously| in principle| also| by [\w ]{3,40}|, [^,;.]{3,60},)?(?="
    r" (?:to|not to|that|against|\()|:| -)"
)
_SPLIT_THAT = re.compile(
    r"(?:[;,]|,? and) (?:and )?(?=that\b(?! (?:is|was|are|were|has|had|have"
    r"|will|would|could|which)\b))",
    re.I,
)
_SPLIT_SEMI = re.compile(rf"; (?:and )?(?=(?:that|to|not to)\b|(?:{PAST})\b)", re.I)
_SPLIT_VERB = re.compile(
    rf",? (?:and|but) (?:also |then )?(?=(?P<verb>(?:to |not to )(?:[a-z-]+"
    rf" (?:off|down|out|over)|{BASE})|(?:{PAST_DECIDING})|(?:turned|put|threw|held|gave|took"
    rf"|hand(?:ed)?) [a-z]+)\b(?! (?:and|or|by)\b))",
    re.I,
)
_OWN_THAT = re.compile(r"(?:and )?that\b", re.I)
_OPENS_WITH_VERB = re.compile(
    rf"(?:and )?(?:(?:that|to|not to)\b|(?:{BASE}|{PAST}|gave|give|took"
    rf"|take|put|turned|hand|handed)\b)",
    re.I,
)
_CAPITAL_VERB = re.compile(r"^(?:AND )?(?P<verb>[A-Z]{4,}(?:ED|PUT))\b(?= )")
_ORPHAN = re.compile(
    rf"^[Tt]hat\b(?:[^.;]|\.\d){{3,260}}?\b(?:be|it be|meets?|give|report|bring|take"
    rf"|have|begin|set|meet|write|provide|submit|attend|make|approve[sd]?|note[sd]?|agree[sd]?|{BASE})\b"
)
_BE_DONE = re.compile(
    rf"^(?:The|An?) (?:(?!\b(?:will|would|should|may|must|can|could|to|is|are|was|were"
    rf"|that)\b)[^.;,]){{3,120}}? "
    rf"(?:be|BE) (?i:{PAST_DECIDING})\b"
)
_SPLIT_SUBJECT = re.compile(
    rf",? and (?=(?:the|its|a|an) [^.;,]{{3,70}}? (?:be"
    rf" )?(?:{PAST_DECIDING})\b)",
    re.I,
)
_WHOSE_DOING = re.compile(rf"(?:that )?(?:the|its|an?) [^.;,]{{3,120}}? be (?:{PAST})\b", re.I)
_OPINION = re.compile(
    r" that (?:it|this|there|these|they|the [a-z]+(?: [a-z]+)?) (?:was|were|is|are|had|has|could"
    r"|might)\b(?! to\b)"
)
_AGREED = re.compile(r"\b(?:agree[ds]?|voted|approve[ds]?|accept(?:ed)?|endorse[ds]?)\b", re.I)
_OFFICER = re.compile(
    r"^(?:The |the )?(?:[A-Z][\w'-]* )*(?:Officer|Director|Manager|Head|Solicitor"
    r"|Clerk|Executive Director|Chief Executive|Councillor|Cllr|Mr|Mrs|Ms|Dr|Chair(?:man|woman"
    r"|person)?)\b(?! and Cabinet)"
    r"|^(?:[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e)$",
    re.S,
)
_NOT_DECIDED = re.compile(
    r"^(?:that )?(?:there (?:were|was|are)|no apologies|members (?:noted|felt"
    r"|considered)|in (?:discussion|reply)|the meeting)\b",
    re.I,
)


def clauses(found: Outline) -> Iterator[Clause]:
    """Every clause of every resolution of a document, in order."""
    for part in found.parts:
        if part.zone in (Zone.BODY, Zone.DECIDED, Zone.DISCUSSION, Zone.LISTED):
            yield from _of_part(part)


def _of_part(part: Part) -> Iterator[Clause]:
    words = part.whole.words
    if part.zone is Zone.DECIDED and (part.item or _OPENS_WITH_VERB.match(words)):
        yield from _listed(part)
        return
    capital = _CAPITAL_VERB.match(words)
    if capital and capital["verb"].lower() in FORMS and not _LABEL.match(words):
        yield from _split(
            part, part.whole, 0, _sentence_end(part), capital["verb"].lower(), rule="verb in capitals"
        )
        return
    label = _LABEL.search(words)
    if label and part.zone is not Zone.DISCUSSION and _is_resolution(words, label):
        yield from _labelled(part, label)
        return
    done = bool(_BE_DONE.match(words))
    alone = (part.item or done or words.startswith("That ")) and not words.rstrip().endswith(":")
    if alone and part.zone is Zone.BODY and (done or _ORPHAN.match(words)):
        yield from _split(
            part, part.whole, 0, _sentence_end(part), "resolved", rule="list of resolutions without lead-in"
        )
        return
    yield from _told(part)


def _is_resolution(words: str, label: re.Match[str]) -> bool:
    """A label resolves: it stands in capitals or before a mark, and something follows it here."""
    return label.end() < len(words) - 3 and not (label["verb"] == "Agreed" and not label["mark"])


def _sentence_end(part: Part) -> int:
    """Where the first sentence of a part ends, in its whole words."""
    first = part.sentences[0].words if part.sentences else ""
    return min(len(first), len(part.whole.words))


def _listed(part: Part) -> Iterator[Clause]:
    """An item under "Decision" or "Resolved": its own words, up to where it stops."""
    words = part.whole.words
    if _NOT_DECIDED.match(words) or (len(words) < 90 and words.rstrip().endswith((":", "-"))):
        return
    inner = _LABEL.match(words)
    if inner and _is_resolution(words, inner):
        yield from _labelled(part, inner)
        return
    end = len(words) if part.item and len(part.sentences) == 1 else _sentence_end(part)
    yield from _split(part, part.whole, 0, end, part.stem or "decision", rule="item under a decision")


def _labelled(part: Part, label: re.Match[str]) -> Iterator[Clause]:
    """ "Resolved: (1) That ...; (2) that ...", "RESOLVED to approve ...", "Agreed:- That ..."."""
    words, lead = part.whole.words, label["verb"].lower()
    start = label.end()
    keep = label.start() if not label["mark"].strip() else start
    listed = enumerated(words[start:])
    if listed and start + first_mark(words[start:]) - start < 60:
        for first, last in listed:
            yield from _split(
                part, part.whole, start + first, start + last, lead, rule="enumerated resolution"
            )
        return
    at = start
    for piece in re.split(r"(?<=[.;]) (?=[Tt]hat\b|[A-Z])", words[start:]):
        here = words.find(piece, at)
        at = here + len(piece)
        if here > start + 2 and not re.match(r"(?:\(?\w{1,3}[.)] )?[Tt]hat\b", piece):
            break
        yield from _split(part, part.whole, keep if here <= start + 1 else here, at, lead, rule="resolution")


def _told(part: Part) -> Iterator[Clause]:
    """Sentences that say that a body resolved, agreed or decided something."""
    for sentence in part.sentences:
        found = _SUBJECT_RESOLVES.search(sentence.words)
        if found is None or _OFFICER.match(found["subject"] or ""):
            continue
        passive = bool(found["passive"])
        if found["verb"] == "agreed" and not passive and _OPINION.match(sentence.words, found.end()):
            continue
        if part.zone is Zone.DISCUSSION or (
            passive and found["verb"].lower() not in ("resolved", "agreed", "decided")
        ):
            continue
        listed = enumerated(part.whole.words) if sentence is part.sentences[0] else ()
        mark = first_mark(part.whole.words) if listed else 0
        if listed and 0 <= mark - found.end() < 12:
            for first, last in listed:
                yield from _split(
                    part, part.whole, first, last, found["verb"].lower(), rule="enumerated resolution"
                )
            return
        if not re.sub(r"\b(?:that|to|as follows)\b|[\W_]", "", sentence.words[found.end() :]):
            continue
        start = found.start("passive") if passive else found.start("subject")
        rule = "it was resolved" if passive else "a body resolved"
        yield from _split(
            part, sentence, start, len(sentence.words), found["verb"].lower(), rule=rule, verb_at=found.end()
        )


def _split(
    part: Part, sentence: Sentence, start: int, end: int, lead: str, *, rule: str, verb_at: int | None = None
) -> Iterator[Clause]:
    """The clauses of one stretch: at each further "that", at semicolons, and where the verb changes group."""
    agreed = bool(_AGREED.search(lead))
    words = sentence.words
    own = verb_at if verb_at is not None else start
    own += len(words[own:end]) - len(words[own:end].lstrip(" :-"))
    cuts = [start]
    body = words[own:end]
    patterns = [_SPLIT_SEMI]
    label = _LABEL.match(words[start:end])
    inner = body[label.end() :].lstrip() if label and label.end() < len(body) else body
    if _OWN_THAT.match(inner):
        patterns.append(_SPLIT_THAT)
    for pattern in patterns:
        cuts += [own + m.end() for m in pattern.finditer(body)]
    cuts = sorted(set(cuts))
    for index, first in enumerate(cuts):
        last = cuts[index + 1] if index + 1 < len(cuts) else end
        here = own if index == 0 else first
        yield from _by_verb(part, sentence, first, last, here, lead, agreed=agreed, rule=rule)


def _by_verb(
    part: Part, sentence: Sentence, start: int, end: int, own: int, lead: str, *, agreed: bool, rule: str
) -> Iterator[Clause]:
    """One clause, or two where "and" joins verbs of different groups that each have their object."""
    words = sentence.words
    group = _group(words[own:end], lead, agreed=agreed)
    own_subject = _WHOSE_DOING.match(words[own:end])
    joint = _SPLIT_SUBJECT.search(words, own + own_subject.end(), end) if own_subject else None
    if joint and clause_group(words[joint.end() : end], agreed=agreed) is not group:
        yield _clause(part, sentence, start, joint.start(), lead, group, rule)
        yield from _by_verb(part, sentence, joint.end(), end, joint.end(), lead, agreed=agreed, rule=rule)
        return
    for joint in _SPLIT_VERB.finditer(words, own + 8, end):
        second = opening_group(words[joint.end() : end])
        if second in (None, Group.OTHER) and not words[joint.end() :].startswith(("to ", "not to ")):
            continue
        second = second or (Group.APPROVE if agreed else Group.OTHER)
        if second is group or joint.start() - own < 12:
            continue
        yield _clause(part, sentence, start, joint.start(), lead, group, rule)
        yield from _by_verb(part, sentence, joint.end(), end, joint.end(), lead, agreed=agreed, rule=rule)
        return
    yield _clause(part, sentence, start, end, lead, group, rule)


def _clause(
    part: Part, sentence: Sentence, start: int, end: int, lead: str, group: Group, rule: str
) -> Clause:
    start, end = trimmed(sentence.words, start, end)
    return Clause(part, sentence, start, end, lead, group, rule)


def _group(words: str, lead: str, *, agreed: bool) -> Group:
    stem = lead.rstrip(" :-")
    if lead in ("decided", "determined", "agreed") and re.match(r"that [^,;]{3,60}? should not\b", words):
        return Group.REFUSE
    if re.search(r"recommend(?:ed|s)? to|to recommend|recommends?$|recommended(?: that)?$", stem):
        return Group.RECOMMEND
    last = stem.split(" ")[-1] if stem else ""
    if last != "that" and stem.startswith("that ") and last in FORMS:
        return FORMS[last]
    bare = re.sub(
        r"^(?:(?:it was )?(?:\w+ )?(?:resolved|agreed|determined|ordered|decided)\b[ :.-]*)",
        "",
        words,
        flags=re.I,
    )
    if bare and bare != words and re.match(r"that|to|not to|\w", bare):
        return clause_group(bare, agreed=agreed or words.lower().startswith(("agreed", "it was agreed")))
    if stem in FORMS and FORMS[stem] not in (Group.OTHER,) and stem not in ("agreed", "approved", "accepted"):
        return FORMS[stem]
    return clause_group(words, agreed=agreed)

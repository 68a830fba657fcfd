"""Splitting: where, in a stretch that is decided, one thing decided ends and the next begins."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handback.reading.claims.leads import Lead, inner_lead
from handback.reading.claims.predicates import (
    PLAIN_VERBS,
    clause_group,
    opens_with_verb,
    own_group,
)
from handback.reading.claims.verbs import BASE, FORMS, HEADS, PAST, Group, group_at
from handback.reading.words.watch import waits


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words `start` to `end` decided under one lead-in; the first clause's own words begin at `own`."""

    words: str
    start: int
    end: int
    own: int
    lead: Lead


_AUTHORISING = re.compile(
    r"\b(?:authori[sz]ed?|empower(?:ed)?|authority|powers?|leave"
    r"|delegated?)\b[^.;]{0,200} to [a-z]",
    re.I,
)
_HAS_OBJECT = re.compile(r" (?:the|that|its|a|an|officers|members|for|[A-Z][a-z]+)\b")
SHORTEST = 12  # characters of a clause before a joint: shorter ones are "noted and approved the plan"
_SEMICOLON = re.compile(r"; (?!(?:not )?be [a-z]+ed\b)(?:and |but )?")
_THAT = waits(
    r"(?:,|,? and|,? but) (?:and |but |also |further )?(?=that\b(?! (?:(?:these|this|it|they|there|such) )?"
    r"(?:is|was|are|were|has|had|have|will|would|could|which)\b))",
    re.I,
)
_VERB_JOINT = re.compile(
    r",? (?:and|but) (?:also |then |further |(?:was|were|is|be|has|have|had) )*"
    r"(?=(?P<to>(?:not )?to (?:also |further |then )?)?(?P<verb>[A-Za-z-]+)\b(?! (?:and|or|by)\b))"
    r"|, (?=(?P<third>[a-z-]+ed|threw|gave|put|sent|withdrew|to [a-z]+) )"
)
_SUBJECT_JOINT = re.compile(
    r",? (?:and|but) (?=(?:(?:the|its|his|her|their|a|an|any|no|[A-Z][a-z]+|up to|delegated|authority) )?"
    r"[^.;,]{3,200}?,? be [a-z]+)",
    re.I,
)
_BE = re.compile(r"\bbe [a-z-]+")
_PERSON_JOINT = re.compile(
    r",? (?:and|but) (?=(?:I|we|it|they|he|she"
    r"|(?P<body>(?:[Tt]he )?(?:Cabinet|Council|Committee|Board|Panel))) [a-z]+)"
)
_CLAUSE_BEGINS = re.compile(r"(?:and )?(?:that|to|not to)\b", re.I)
_FINITE = re.compile(
    r"\b(?:be|to be|shall be|should be|to (?:report|bring|write|arrange|liaise|provide|prepare|contact"
    r"|obtain))\b"
)
_OWN_THAT = re.compile(r"(?:[^;,]{0,60}\b)?that\b", re.I)


def split(stretch: Stretch) -> Iterator[tuple[int, int, str, Group]]:
    """Start and end of each clause of a stretch, the clause's own words, lead-in left out, and its group."""
    words = stretch.words
    own = stretch.own
    while own < stretch.end and words[own] in " :-.,":
        own += 1
    cuts = _cuts(words, own, stretch.end, stretch.lead)
    bounds = [*cuts, stretch.end]
    for index, (first, last) in enumerate(zip([stretch.start, *cuts], bounds, strict=True)):
        yield from _by_verb(words, first, last, own if index == 0 else first, stretch.lead)


def _cuts(words: str, own: int, end: int, lead: Lead) -> list[int]:
    """Places after the joints at which another clause begins: semicolons, and each further "that"."""
    clause = _is_own_clause if lead.always and lead.group is Group.NOTE else _is_clause
    cuts = [m.end() for m in _SEMICOLON.finditer(words, own, end) if clause(words[m.end() : end])]
    cuts += [m.end() for m in _LEFT_OVER.finditer(words, own, end)]
    cuts += [m.end() for m in _SENTENCE.finditer(words, own, end) if _CLAUSE_OPENS.match(words, m.end())]
    if _OWN_THAT.match(words[own : own + 90]):
        noting = _NOTING.match(words, own)
        cuts += [
            m.end()
            for m in _THAT.finditer(words, own, end)
            if m.start() - own > SHORTEST and not (noting and _TELLS.match(words, m.end()))
        ]
    kept: list[int] = []
    for cut in sorted({cut for cut in cuts if words.count('"', own, cut) % 2 == 0}):
        if not _CONDITION.fullmatch(words[kept[-1] if kept else own : cut].rstrip(" ,;")):
            kept.append(cut)
    return kept


#: What leads in to a thing decided if it holds: "should it not be signed, that he be authorised to refuse".
_CONDITION = re.compile(
    r"(?:and |but |that )*(?:if|should|where|unless|failing|in the event|provided|subject to|once"
    r"|following|after)\b[^,;]*",
    re.I,
)


#: A matter left open in the midst of a resolution: "..., the details to be left to the Clerk".
_LEFT_OVER = waits(r", (?=(?:and )?(?:the|its|all|any) [^,;.]{3,70} to be (?:left|delegated|entrusted) to\b)")
_SENTENCE = waits(r"[a-z0-9)]{2}\. (?=[A-Z])")
_CLAUSE_OPENS = re.compile(
    r"(?:That|To|Agrees?|Approves?|Notes?|Delegates?|Authori[sz]es?|Recommends?"
    r"|Requests?) [a-z]"
)


_GIVES_REASON = re.compile(
    r"(?:for (?:the |these |this )?(?:following )?reasons?|on the grounds?|because|in order|as)\b"
)


def _is_own_clause(rest: str) -> bool:
    """Whether what follows a semicolon in what is only noted opens as a clause of a resolution does."""
    return bool(_CLAUSE_BEGINS.match(rest)) or opens_with_verb(rest)


#: "That it be noted that the pool will close, but that officers will help": one thing noted.
_NOTING = re.compile(
    r"(?:(?:that|to) )?(?:it be )?(?:notes?|noted|acknowledges?d?|recognises?d?) that\b", re.I
)
_TELLS = re.compile(
    r"that (?:(?!be\b)[\w'-]+ ){1,9}?(?:will|would|is|are|was|were|has|have|had|could|can|may|might)\b", re.I
)


def _is_clause(rest: str) -> bool:
    """Whether what follows a semicolon decides something of its own."""
    piece = rest.split(";", 1)[0]
    if _GIVES_REASON.match(piece):
        return False
    if _CLAUSE_BEGINS.match(piece) or opens_with_verb(piece):
        return True
    return bool(_FINITE.search(piece)) or own_group(piece) is not None


def _by_verb(words: str, start: int, end: int, own: int, lead: Lead) -> Iterator[tuple[int, int, str, Group]]:
    """One clause, or more where "and" joins verbs of different groups that each have their object."""
    group = clause_group(words[own:end], lead)
    joint = _next_joint(words, own, end, group, lead)
    if joint is None:
        yield start, end, words[own:end], group
        return
    stop, begin = joint
    yield start, stop, words[own:stop], clause_group(words[own:stop], lead)
    yield from _by_verb(words, begin, end, begin, lead)


def _next_joint(words: str, own: int, end: int, group: Group, lead: Lead) -> tuple[int, int] | None:
    """Where the first clause ends and another of a different group begins; None if there is none."""
    if _is_all_recommended(words[own:end], group):
        return None
    found = []
    for match in _PERSON_JOINT.finditer(words, own + 8, end):
        if _differs(words[match.end() : end], group, lead) or (
            match["body"] and own_group(words[match.end() : end]) is not None
        ):
            found.append((match.start(), match.end()))
            break
    passive = _BE.search(words[own:end])
    if passive:
        subject = _subject_joint(words, own + passive.end(), end, group, lead)
        if subject is not None and own_group(words[own:end]) is not None:
            found.append(subject)
    if (ordered := _after_order(words, own, end)) is not None:
        found.append(ordered)
    for match in _VERB_JOINT.finditer(words, own + 8, end):
        if match.start() - own < SHORTEST or not _begins_clause(words, match, group, lead):
            continue
        if passive and _is_for_others(words, own + passive.end(), match):
            continue
        found.append((match.start(), match.end()))
        break
    return min(found) if found else None


def _subject_joint(words: str, own: int, end: int, group: Group, lead: Lead) -> tuple[int, int] | None:
    """Where something else is said to be done to another thing: "the fee be cut and the pier be sold"."""
    for match in _ORDER_JOINT.finditer(words, own, end):
        if group is not Group.OTHER and _DOES.match(words[match.end() : end]):
            return match.span()
    for match in _SUBJECT_JOINT.finditer(words, own, end):
        rest = words[match.end() : end]
        if _differs(rest, group, lead) or _is_done(rest, group, lead):
            return match.span()
    return None


#: "..., and officers monitor it": what somebody is to do beside.
_ORDER_JOINT = re.compile(r",? and (?=(?:that )?(?:[Oo]fficers|[Mm]embers|the [A-Z][a-z]+|the [a-z]+ing) )")
#: What somebody is told to do, without "be": "That the Clerk write to all tenants".
_DOES = re.compile(
    r"(?!(?:[Tt]hat )?(?:[Tt]he|[Aa]n?|[Aa]ny|[Tt]his) (?:[a-z-]+(?<!s) ){0,2}(?:report|review|update|audit"
    r"|plan|schedule|offer|record|list|grant|award|transfer|request|response|brief|survey|bid)\b)"
    r"(?:[Tt]hat )?(?:(?:[Tt]he|[Aa]ll|[Aa]ny|[Aa]n?|[Oo]fficers|[Mm]embers|[A-Z][a-z]+) )"
    rf"(?:[^.;,]{{2,70}}? )??(?<!to )(?:{'|'.join(sorted(PLAIN_VERBS))})"
    r" (?:to|the|all|an?|with|back|on|its|their|this|these|any|[A-Z]\w*)\b"
)


def _after_order(words: str, own: int, end: int) -> tuple[int, int] | None:
    """Where something else is to be done after what somebody is to do: "the Clerk write and a gate be cut".

    An order without "be" has no passive of its own to be told from the next one's.
    """
    for match in _SUBJECT_JOINT.finditer(words, own, end):
        before = words[own : match.start()]
        if _BE.search(before):
            return None
        if _DOES.match(before) and _BE_DONE.match(words[match.end() : end]):
            return match.span()
    return None


def _is_all_recommended(clause: str, group: Group) -> bool:
    """Whether all of a clause is recommended: "RECOMMENDED that Council adopt it and delegate the rest"."""
    if group is Group.RECOMMEND and _IT_RECOMMENDED.match(clause):
        return True
    inner = inner_lead(clause)
    return inner is not None and inner[0].always and inner[0].group is Group.RECOMMEND


#: "That it be recommended to Council that it be approved and adopted": all of it is recommended.
_IT_RECOMMENDED = re.compile(r"(?:[Tt]hat )?it (?:is|be) (?:hereby |therefore )?recommended\b")
_TO_DO = re.compile(r" to (?P<verb>[a-z-]+)\b")


def _is_for_others(words: str, begin: int, match: re.Match[str]) -> bool:
    """Whether a bare verb goes on with what others are to do: "be sent to Council to debate and adopt"."""
    if match["third"] or match["to"] or match["verb"].lower() not in BASE:
        return False
    return any(
        found["verb"] in PLAIN_VERBS or found["verb"] in BASE
        for found in _TO_DO.finditer(words, begin, match.start())
    )


_GIVING = frozenset({"give", "look", "ask"})


def _differs(rest: str, group: Group, lead: Lead) -> bool:
    second = own_group(rest)
    return second is not None and clause_group(rest, lead) is not group


_BE_DONE = re.compile(
    r"(?:the|its|his|her|their|a|an|any|no|authority|[A-Z][a-z]+) [^.;,]{3,200}?,? be (?:[a-z]+ly )?"
    r"(?:[a-z]+ed|made|sent|set up|held|given|taken|brought|put|drawn|sought|written)\b"
)


def _is_done(rest: str, group: Group, lead: Lead) -> bool:
    """Whether a further thing is to be done by a verb of no group: "and a working group be formed"."""
    return _BE_DONE.match(rest) is not None and clause_group(rest, lead) is not group


def _begins_clause(words: str, match: re.Match[str], group: Group, lead: Lead) -> bool:
    """Whether the verb after "and" decides something else than the clause before it."""
    if match["third"]:
        verb = match["third"].split()[-1]
        second = group_at(words, match.end("third") - len(verb), match.end("third"))
        if match["third"].startswith("to ") and second is None and verb in PLAIN_VERBS | _GIVING:
            return group is Group.REFUSE
        apart = second is not None and second not in (group, Group.OTHER)
        if verb not in PAST:
            return apart and verb in HEADS and not match["third"].startswith("to ")
        return apart and _HAS_OBJECT.match(words, match.end("third")) is not None
    verb = match["verb"].lower()
    if verb not in FORMS and verb not in HEADS:
        if not match["to"] or not _is_infinitive(words, match):
            return False
        second = (
            Group.REFUSE if match["to"].startswith("not") else Group.APPROVE if lead.agreed else Group.OTHER
        )
        return second is not group and group is not Group.DELEGATE and _after_to(words, match)
    second_found = (
        Group.REFUSE
        if (match["to"] or "").startswith("not")
        else group_at(words, match.start("verb"), match.end("verb"))
    )
    if second_found is None:
        return False
    if (
        second_found is Group.OTHER
        and not match["to"]
        and not (verb in PAST and _HAS_OBJECT.match(words, match.end("verb")))
    ):
        return False
    if (
        not match["to"]
        and verb in BASE
        and _AUTHORISING.search(words, match.start() - 300 if match.start() > 300 else 0, match.start())
    ):
        return False  # "authority to agree the terms and adopt the articles": one authority
    if match["to"] and group in (Group.DELEGATE,) and second_found is Group.APPROVE:
        return False  # "delegated to the Director to sign and to approve": one authority
    return second_found is not group


#: What follows a verb that has an object: "and to serve a notice", and not "and to schools in the".
_TAKES = re.compile(r" (?:the|its|an?|all|any|these|this|those|such|their|his|her|both|further)\b")
_NO_VERB = re.compile(r"(?:the|an?|its|all|any|each|this|that|these|those|such|[a-z-]*[^s]s|do)$")


def _is_infinitive(words: str, match: re.Match[str]) -> bool:
    """Whether "to" and the word after it are an infinitive: a verb known, or a word with an object."""
    if words.startswith("do so", match.start("verb")):
        return False
    verb = match["verb"]
    known = verb.lower() in PLAIN_VERBS
    return known or (
        not _NO_VERB.match(verb) and verb.islower() and bool(_TAKES.match(words, match.end("verb")))
    )


def _after_to(words: str, match: re.Match[str]) -> bool:
    """Whether "and to ..." goes on with the lead-in: the clause before it began with "to" as well."""
    return bool(re.search(r"\bto\b", words[max(0, match.start() - 200) : match.start()]))

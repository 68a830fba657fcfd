"""Delegations: authority given to an office-holder or a body to act, and who must be heard first."""

import re
from collections.abc import Iterator

from handback.reading.claims.claim import Claim, Type
from handback.reading.claims.deciders import subject_of
from handback.reading.claims.finding import claim
from handback.reading.claims.offices import (
    BODY,
    OFFICE,
    consultees,
    drop_consultees,
    name_at,
    tidy,
)
from handback.reading.claims.outline import Outline, Zone
from handback.reading.claims.resolved import Clause
from handback.reading.claims.verbs import Group
from handback.reading.words.sentences import Sentence
from handback.reading.words.watch import seeks, waits, watch

_POWER = (
    r"(?i:(?:delegated|full|plenary|joint) )?(?i:authority|powers?|responsibility|leave|permission"
    r"|discretion)"
    r"(?<!lanning permission)(?<!utline permission)"
)
#: The person who may act stands after these words ...
_GIVEN_TO = seeks(
    rf"\b(?:(?i:delegat(?:e|es|ed|ing)|(?<!cheme of )delegation of|(?<=a )delegation)(?: (?:{_POWER}"
    rf"|[^;]{{3,160}}?))?"
    rf"|{_POWER} (?:(?:be|is|was"
    rf"|are) )?(?:hereby )?(?:delegated|given|granted)|(?:be|is|was|are) (?:left|handed"
    rf"|delegated|entrusted|devolved)(?: over)?"
    rf"|(?:hand|hands|handed|leave|leaves|left) (?!the meeting)[^.;]{{2,100}}?|{_POWER} (?:be"
    rf" )?given"
    rf"|{_POWER}\b[^;]{{2,140}}? (?:be|is|was|were|been) (?:given|granted))"
    rf" to (?=the |[A-Z]|officers|all |any |each |a |my |our |its |their |(?:[a-z]+ ){{1,3}}(?:director"
    rf"|manager|officer|leader|chief|head|clerk|mayor)\b)"
    rf"|\b(?i:giv(?:e|es|ing)|gave|grant(?:s|ed|ing)?) {_POWER} to (?=the |[A-Z]|officers|all |any )"
    rf"|\b(?i:authori[sz](?:e|es|ed|ing)|empower(?:s|ed|ing)?|permit(?:s|ted)?|allow(?:s|ed)?"
    rf"|(?<!-)lets?) (?=(?:the )?[^;]{{2,260}}?\b(?:to(?: [a-z]|\W*$)|(?:make|take|change|decide|act"
    rf"|approve) ))"
    rf"|\b(?i:giv(?:e|es|ing)|gave|given|grant(?:s|ed|ing)?) (?=(?:the )?[^.;]{{2,220}}?,? ?\b{_POWER}"
    rf" to(?: |\W*$))"
    r"|^[Tt]o (?=the [A-Z])"
)
#: ... or before these.
_MAY_ACT = re.compile(
    rf"\b(?:be|is|are|was|were|been) (?:hereby |also |jointly |[a-z]+ed and )*(?:authori[sz]ed|empowered"
    rf"|permitted|(?:given|granted|delegated) {_POWER}"
    rf"|given(?=,? (?:(?:in|after|following|subject|with|having)\b[^;]{{0,160}}, )?"
    rf"(?:(?:delegated|full|the|joint) )*(?:authority|powers?|leave|permission|discretion"
    rf"|responsibility)\b))\b"
    r"|\bbe (?:appointed|established|set up|formed|created|convened),? (?:and given|with) (?:delegated "
    r"|full )?"
    r"(?:powers?|authority) to\b"
    r"|\bbe (?:left|trusted|free|at liberty) (?=to (?!all |any |officers)[a-z]+ (?:the|an?|its|their|whether"
    r"|which|what|how|when|all|any|such)\b)"
    rf"|\b(?:have|has|had|be given|hold|holds),? (?:(?:acting )?(?:jointly|together) )?{_POWER} to\b"
)
_STANDING = waits(
    r"(?:^|(?<=[ :\"]))(?P<who>(?:[Tt]he |[Aa]ny |[Aa]ll |[Ee]ach )?(?P<name>(?:[A-Z][\w'-]*(?:(?: of|"
    r" for| and)(?: the)?)? ){0,6}"
    + rf"(?:{OFFICE}|(?:[Ss]ub-)?[Cc]ommittees?|[Pp]anels?|[Ss]ub-[Cc]ommittees?)"
    + r"(?: (?:of|for) (?:the )?[A-Za-z]+(?:,? (?:and )?[A-Z]\w+){0,4})?(?: \([^()]{1,40}\))?)) "
    r"(?:may(?: also| at any time| then| by notice)?|has (?:delegated )?(?:authority|power) to|(?:is"
    r"|are) (?:authorised|empowered)(?:, [^,.;]{3,70},)? to|can(?= [a-z]+"
    r" [^.;]{0,80}\bwithout\b)) "
    r"(?P<verb>hear|serve|prosecute|institute|instruct|enforce|discharge|buy|purchase|sell|let|lease"
    r"|hire|recruit"
    r"|give (?:prior |written )?(?:approval|consent)|invest|borrow|vire|accept|certify|license"
    r"|sub-delegate|suspend|revoke|approve|pass|make|vary|grant|authorise|sign|spend|determine|issue"
    r"|settle|decide|amend|refuse|enter into|award|appoint|act|exercise|incur|dismiss|waive|agree"
    r"|close|dispose|acquire|take|extend|impose|change|release|allocate|transfer|write off|engage"
    r"|delegate)\b"
)
#: "The chief executive may, under rule 9, do anything ...": what stands between makes it a grant of power.
_ON_TERMS = waits(
    rf"(?:^|(?<=[ :\"]))(?P<who>(?:[Tt]he |[Aa]ny |[Aa]ll |[Ee]ach )?(?P<name>(?!(?:Under|In|By|For|At"
    rf"|If|When|With|Where)\b)"
    rf"(?:[A-Z][\w'-]*(?: of| for| and| of the)? ){{0,6}}(?:{OFFICE}|(?:[a-z]+ )?(?i:{OFFICE})"
    rf"|[A-Z][a-z]+ Persons?|[Cc]ommittees?|[Pp]anels?)"
    r"(?: (?:of|for) (?:the )?[A-Za-z]+(?:,? (?:and )?[A-Z]\w+){0,4})?)) may, "
    r"(?:in|after|following|under|with|on|once|having|subject|acting) [^,;]{3,110}, (?P<verb>[a-z]+)"
)


def _standing(words: str) -> re.Match[str] | None:
    """The words by which an office-holder may act for ever: "The Licensing Officer may suspend"."""
    return _STANDING.search(words) or _ON_TERMS.search(words)


_ACTING_UNDER = waits(
    r"\b(?:acting under|under (?:his|her|their|its) (?:delegated"
    r" )?(?:authority|powers)|using (?:his|her|their) delegated|already (?:has|have|holds?) |had"
    r" (?:delegated )?authority)\b",
    re.I,
)
_NO_DELEGATE = re.compile(
    r"^(?:be|it|them|him|her|this|that|those|do|no|not|his|her|their|council"
    r"|full council|meeting|public|press|residents|time|discussion|appendix|spending|expenditure"
    r"|procurement|officer level|payment|work|use|start"
    r"|proceed)$",
    re.I,
)
_TOGETHER = re.compile(r",? (?:acting )?(?:jointly|together)\b", re.I)


def of_clauses(found: Outline, clauses: tuple[Clause, ...]) -> Iterator[Claim]:
    """Authority given in a clause of a resolution.

    "That the Head of Harbours be authorised, in consultation with the Leader, to settle the fees";
    "delegated to the Chief Executive the choice of builder"; "that a working party have power to spend".
    """
    previous: Clause | None = None
    for clause in clauses:
        delegate = _delegate(clause.words, listed=clause.group is Group.DELEGATE)
        if not delegate and clause.group is Group.DELEGATE and (may := _MAY.search(clause.words)):
            delegate = _subject(clause.words[: may.start()])
        if delegate.lower() == "it" and previous is not None:
            delegate = _antecedent(previous.words)
        if delegate and not _NO_DELEGATE.match(delegate) and not _ACTING_UNDER.search(clause.words):
            yield _delegation(
                found,
                clause.sentence,
                clause.start,
                clause.end,
                delegate,
                "authority given in a resolution",
                0.85,
            )
        if clause.part.zone is not Zone.DISCUSSION and (standing := _standing(clause.words)) and not delegate:
            start = clause.start + standing.start("who")
            yield _delegation(
                found,
                clause.sentence,
                start,
                clause.end,
                tidy(standing["name"]),
                "office-holder may act",
                0.7,
            )
        previous = clause


_MAY = re.compile(r" may\b")


def told(found: Outline, clauses: tuple[Clause, ...]) -> Iterator[Claim]:
    """Authority given or standing, told in a sentence of its own.

    "Cabinet handed the choice of builder to the finance director"; "Under the scheme the Licensing
    Officer may suspend a licence at once".
    """
    resolved = {c.sentence.place(c.start) for c in clauses}
    for part in found.parts:
        if part.zone not in (Zone.BODY, Zone.OPTIONS, Zone.DECIDED, Zone.LISTED):
            continue
        for sentence in part.sentences:
            if not sentence.may & _GIVING:
                continue
            if sentence.start in resolved or not _MAY_GIVE.search(sentence.words):
                continue
            if part.zone is Zone.OPTIONS and _TO_BE_GIVEN.search(sentence.words):
                continue
            yield from _told(found, sentence)


#: What a decision did, as the reasons for it say: "decisions on grants are to be delegated to officers".
_TO_BE_GIVEN = re.compile(r"\bto be (?:delegated|given|granted)\b")
_MAY_GIVE = re.compile(
    r"\bmay\b|\bcan\b|\bauthori|\bdelegat|\bempower|\bhanded\b|\bleft\b|\bpower|\blets\b"
    r"|\bleave\b|\bgiven\b|\bgave\b"
)
_GIVING = watch(_MAY_GIVE)
_GIVES = waits(
    r"\b(?P<verb>delegated|authori[sz]ed|empowered|handed|gave|given|granted|lets|allows|permits"
    r"|authori[sz]es?"
    r"|delegates|empowers|left)\b",
    re.I,
)
_BY_RULE = re.compile(
    r"(?:,|\band|\b(?:[Ss]cheme|[Cc]onstitution|[Dd]irections?|[Rr]ules?|[Oo]rders?|[Rr]egulations?|I|[Ww]e"
    r"|[Mm]inute \d+[^,;]{0,40}|[Rr]esolution[^,;]{0,40}))(?: (?:have|has|had|also|then|hereby|today))* $"
)
_HYPOTHETICAL = waits(
    r"\b(?:recommend(?:ed|s)?|propos(?:ed|es|al)|if|could|would|should|asked whether)\b"
    r"|^(?:If|Should|Were|Unless|Once) "
)


def _told(found: Outline, sentence: Sentence) -> Iterator[Claim]:
    words = sentence.words
    if _ACTING_UNDER.search(words):
        return
    standing = _standing(words)
    if (
        standing
        and not _HYPOTHETICAL.search(words)
        and not re.search(r"\b(?:it|that|they|which) may\b", standing["who"])
    ):
        yield _delegation(
            found,
            sentence,
            0,
            len(words),
            tidy(standing["name"]),
            "office-holder may act",
            0.6,
        )
        return
    allowed = _IS_ALLOWED.search(words)
    gives = _given_by(words) or _LEFT_TO.search(words) or _IS_GIVEN.search(words) or allowed
    if gives is None or _HYPOTHETICAL.search(words[: gives.end()]):
        return
    from_verb = (
        0 if gives is allowed else gives.start("verb") if gives.re is _GIVES.pattern else gives.start()
    )
    delegate = _delegate(words[from_verb:], listed=False)
    if delegate and not _NO_DELEGATE.match(delegate) and _is_somebody(delegate, words):
        yield _delegation(
            found,
            sentence,
            from_verb if gives is allowed else gives.start(),
            len(words),
            delegate,
            "a body is told to have given authority",
            0.65,
        )


def _is_somebody(name: str, words: str) -> bool:
    """Whether a name is an office's or a body's, or its office stands after it: "Tom Hale, the clerk"."""
    titled = words.partition(name)[2]
    return bool(
        _IS_SOMEBODY.search(name) or re.match(rf", [^,;.]{{0,40}}{_IS_SOMEBODY.pattern}", titled, re.I)
    )


def _given_by(words: str) -> re.Match[str] | None:
    """The verb by which a body, a person who decides, or a rule gives authority."""
    for found in _GIVES.finditer(words):
        left = words[: found.start()]
        who, governed = subject_of(words, left)
        if words.startswith(" back", found.end()):
            continue
        if (who and not governed and who.lower() not in ("it", "who")) or _BY_RULE.search(left[-90:]):
            return found
    return None


#: "It was left to the Group Leaders to fill vacancies".
_LEFT_TO = re.compile(r"\b[Ii]t (?:was|is|has been) (?P<verb>left) to (?=the |[A-Z])[^.;]{3,90}? to [a-z]")
_IS_ALLOWED = re.compile(
    rf"\b{OFFICE}\b[^,.;]{{0,60}} (?:was|were|is|are|has been|have been) (?:(?:given|granted) {_POWER}"
    rf"|authori[sz]ed|empowered) to [a-z]"
)
_IS_GIVEN = waits(
    r"(?:^|, (?:and )?|\b(?:that|and) )(?=[^,;.]{0,80}\b(?:authority|powers?|responsibility|functions?"
    r"|decisions?|approval)\b)[^,;.]{3,100}?"
    r"\b(?:was|were|is|are|has been|have been|be) (?P<verb>delegated|given|granted)\b",
    re.I,
)
_IS_SOMEBODY = re.compile(
    rf"\b{OFFICE}\b|\b{BODY}\b|\bofficers?\b|\b(?:director|manager|leader"
    rf"|head|chief|clerk|solicitor|mayor|chair)\b",
    re.I,
)


def _delegation(
    found: Outline,
    sentence: Sentence,
    start: int,
    end: int,
    delegate: str,
    rule: str,
    confidence: float,
) -> Claim:
    heard = [*consultees(sentence.words[start:end]), *_heard_after(found, sentence.place(end), delegate)]
    return claim(
        found.document,
        Type.DELEGATION,
        sentence,
        start,
        end,
        rule=rule,
        confidence=confidence,
        delegate=delegate,
        consultees=list(dict.fromkeys(heard)),
    )


#: The sentence that goes on: "She must first consult the Leader", "This power is to be used after ...".
_GOES_ON = re.compile(
    r"[.;,)\s]*(?:and |but )?(?P<who>(?:[Tt]he |[Tt]his |[Tt]hat |[Ss]uch "
    r"|[Aa]ny )?(?:[\w'&-]+ ){0,6}?[\w'&-]+)"
    r" (?:shall|must|should|will|is to|are to)(?: be)?\b[^.]{0,240}"
)
_POWER_AGAIN = re.compile(
    r"(?:he|she|they|it|officers?|(?:this|that|the|such|any) (?:authority|powers?|delegation))$", re.I
)


def _heard_after(found: Outline, place: int, delegate: str) -> tuple[str, ...]:
    """Those whom the next sentence says must be heard before the authority just given is used."""
    after = _GOES_ON.match(found.plain, place, place + 320)
    if after is None:
        return ()
    named = delegate.lower().split()[:1] + delegate.lower().split()[-1:]
    same = _POWER_AGAIN.match(after["who"]) or any(word in after["who"].lower().split() for word in named)
    return consultees(" ".join(after[0].split())) if same else ()


def _delegate(words: str, *, listed: bool) -> str:
    """Who may act, as the words name them; empty if they give nobody authority."""
    plain = drop_consultees(words)
    given = _GIVEN_TO.search(plain)
    may = _MAY_ACT.search(plain)
    if may and (given is None or may.start() < given.start()):
        after = plain[may.end() :]
        if (
            re.match(r"authori|empower|permit", plain[may.start() :].split(" ", 1)[1])
            and not re.search(r"\bto\b", after)
            and not after.strip()
        ):
            return ""
        if re.match(r" (?:authority|power|to the|for)", after) and "given" in may[0] and " to " not in after:
            return ""
        return _subject(plain[: may.start()])
    if given is None or (given[0].lower() == "to " and not listed):
        return ""
    name = _named(words, given.end())
    return name if _IS_SOMEBODY.search(name) or not _ALLOWS.match(given[0]) else ""


#: What these verbs allow may be a thing as well: "to allow a variation to the agreement".
_ALLOWS = re.compile(r"(?:allow|permit|let)", re.I)


def _named(words: str, start: int) -> str:
    """The first office or body named at `start`, or after a further "to the" where a thing is named there."""
    first = name_at(words, start)
    if not _IS_THING.search(first) or _IS_SOMEBODY.search(first):
        return first
    for further in _TO_SOMEBODY.finditer(words, start):
        name = name_at(words, further.end())
        if name and _IS_SOMEBODY.search(name):
            return name
    return ""


_TO_SOMEBODY = re.compile(r",? to (?=the |[A-Z]|officers)")
_IS_THING = re.compile(
    r"\b(?:report|scheme|contract|changes?|strategy|plan|policy|appendix|annex|budget|document|council"
    r"|agreement|terms)\b",
    re.I,
)


_SUBJECT_LEAD = re.compile(
    r"^(?:(?:if|where|should|in the event|subject to|provided)\b[^,]{3,80}, "
    r"|(?:under|in accordance with|pursuant to|within) [^,;]{3,60}?,? (?=the (?-i:[A-Z]))|and |that |to "
    r"|it was"
    r" (?:agreed|resolved) that |resolved:?"
    r" ?(?:that )?|agreed:? ?(?:that )?|[^,;]{0,40}\bthat )*",
    re.I,
)


def _subject(words: str) -> str:
    """The subject of "be authorised", its article and consultation clause left out."""
    words = re.sub(r" {2,}", " ", re.split(r": | - (?=the )", words)[-1])
    lead = _SUBJECT_LEAD.match(words)
    rest = words[lead.end() :] if lead else words
    if re.match(
        r"(?:delegated )?(?:authority|approval|consent|permission|power|notice|effect|priority|leave)\b",
        rest,
        re.I,
    ):
        return ""
    rest = re.sub(r" (?:should|shall|will|would|must|to)$", "", _TOGETHER.sub("", rest).rstrip())
    tail = re.search(
        r",? (?:in (?:consultation|discussion|liaison|conjunction)|after|following"
        r"|subject|having|acting)\b|, with |\($",
        rest,
    )
    return tidy(rest[: tail.start()] if tail else rest)


def _antecedent(words: str) -> str:
    """What "it" stands for: the thing set up in the clause before ("a working party ... be set up")."""
    found = re.search(
        r"\ba (?:new |small |joint )?(?P<name>(?:working|task|steering|project|sub)[-"
        r" ](?:party|group|committee|force|board)|panel|sub-committee|board|group)\b",
        words,
        re.I,
    )
    return found["name"] if found else ""

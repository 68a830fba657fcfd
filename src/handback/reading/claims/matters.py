"""Matters decided: "The application was refused", "a strategy was signed off", and what looks like it."""

import re

from handback.reading.claims.deciders import clause_start
from handback.reading.claims.labels import Zone
from handback.reading.claims.offices import OFFICE, drop_consultees
from handback.reading.claims.outline import Part
from handback.reading.claims.verbs import Group, group_at, word_set
from handback.reading.words.watch import waits

HYPOTHETICAL = waits(
    r"\b(?:if|unless|once|until|would|could|should|(?-i:may)|might|will|whether|before|wanted|hoped|asked"
    r"|nominated|not|never|yet to|nothing|who|no"
    r"|(?<!a )(?<!the )(?<!an )(?:moved|proposed|seconded)(?!,? (?:and seconded,? )?(?:but|and)\b))"
    r"\b(?:(?! (?:that|after|because|since|when"
    r"|and (?:was|were|has been|have been|the (?:[a-z]+ ){0,2}(?:motion|amendment)\b)) )[^,;]){0,60}$",
    re.I,
)
_NUMBER = r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_NUMBER_WORD = (
    r"(?:\d[\d,.]*|(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en"
    r"|[Ee]leven"
    r"|[Tt]welve|[A-Za-z]+teen|(?:[Tt]wen|[Tt]hir|[Ff]or|[Ff]if|[Ss]ix|[Ss]even|[Ee]igh|[Nn]ine)ty)"
    r"(?:-[a-z]+)?)"
)
#: So many out of so many: a count of what was decided, and no decision.
COUNTED_OUT = re.compile(
    rf" ?(?:only |just |some |about |nearly )?{_NUMBER}"
    rf"(?: ?%| per ?cent\b|(?: [a-z]+){{0,3}} out of (?:the |all )?{_NUMBER}\b)",
    re.I,
)
_TOO_WEAK = word_set(
    "noted passed backed supported recommended handed delegated declined empowered referred"
    " authorised accepted withdrawn received welcomed acknowledged recognised confirmed allowed"
    " permitted left commended certified opposed sanctioned nominated denied delayed shelved"
    " endorsed upheld blocked"
)
_VOTED = frozenset({"lost", "carried", "passed", "dismissed", "defeated"})
_MOTION = re.compile(
    r"\b(?:motion|amendment|vote|put|proposal|resolution|recommendation|bid|call|appeal|complaint|claim"
    r"|objection|challenge|grievance)s?\b",
    re.I,
)
_STRONG_BODY = re.compile(
    r"(?:[Cc]abinet|[Cc]ouncil|[Cc]ommittee|[Bb]oard|[Ee]xecutive|[Cc]ommissioners?|[Pp]anel|[Mm]inister"
    r"|[Ss]ecretary|[Ll]eader"
    r"|[Mm]ayor|[Mm]embers|[Cc]ouncillors|[Gg]overnors|I|[Ww]e|[Hh]e|[Ss]he)\b"
)
#: What somebody else gave: "the Council was awarded £1.4m".
_RECEIVES = re.compile(
    r" (?:a (?:further )?(?:grant|share)|£\d|\d[\d,]* |(?:[a-z]+ ){0,4}(?:funding|money|support|cash|aid"
    r"|relief"
    r"|grants?|loans?|bail-?out)\b|the (?:status|freedom))"
)
#: What has just been told, in other words: "The move was approved by 30 votes".
_SAID_AGAIN = re.compile(
    r"\W*(?:The|This|That) (?:(?:move|measure|step|vote)|(?:above|foregoing) [a-z]+) (?:was|has been) $"
)
_BY = re.compile(
    r" (?:unanimously |formally )?by (?!\d|(?:a |an )?(?:majority|show)\b)(?:the )?(?P<who>[^,.;]{2,60})"
)
_ITS_OWN = re.compile(
    r"\b(?:item|proposals?|report|motion|paper|recommendations?|plans?)\b[^,.;]{0,30}$",
    re.I,
)
_ORDERS = re.compile(r"\b(?:orders?|appointment|direction|notice|scheme|byelaws?)\b[^,.;]{0,40}$", re.I)
_SENT_ON = re.compile(
    r"\b(?:item|petition|matter|question|application|decision|proposals?|report|motion|paper)\b[^,.;]{0,30}$",
    re.I,
)
_MATTER = re.compile(
    r"^(?:[Tt]hat )?(?:[Tt]he|[Tt]his|[Aa]n?|[Aa]ll)\b[^,;]{0,80}\b(?:report|plan|strategy|policy|budget"
    r"|update|minutes|position"
    r"|recommendations?|proposals?|programme|statement|scheme|balance|contents?|presentation|resignation"
    r"|quote|tender|letter|petition|paper|memorandum|deputation|request|motion"
    r"|accounts?)\b[^,;]{0,60}$"
)
_NUMBERED = re.compile(r"^(?:[Tt]hat )?(?:[Aa]genda )?[Ii]tems? \d+[a-z]? (?:was|were) $")
#: What the chair puts off, and nobody resolves: "The meeting was adjourned at nine".
_SITTING = re.compile(r"\b[Mm]eeting (?:was|stood)(?: then| accordingly)? $")
_IN_OFFICE = re.compile(r"\b(?:since|when|until) [^,]*$|^While|\b(?:I|he|she|they) (?:was|were)")
_YEAR = re.compile(r"\b(?:in|on) (?:\w+ )*(?:19|20)\d\d")
_REPORT = re.compile(
    r"^(?:[Tt]hat )?[Tt]he\b|\bthe [a-z ]{0,40}(?:report|update|minutes|presentation|accounts)\b"
)
_OFFICE = re.compile(rf"\b{OFFICE}\b[^,.;]{{0,60}} +(?:was|were|has been|have been) (?:[a-z]+ly )?$")
#: "The recommendation that the port should be sold was accepted": what is proposed is no condition.
_OF_A_PROPOSAL = re.compile(
    r"(?:^|[.;] )(?:The |A |An |Its |Their |[A-Z][\w']+'s? )(?:[a-z]+ )?"
    r"(?:recommendation|proposal|motion|request|amendment) that [^.;,]{3,120}"
    r" (?:was|were|has been|have been) $"
)
_RELATIVE = re.compile(
    r"\b(?:which|who|that)(?: (?:was|were|has been|have been|had been))?(?: [a-z]+ly)? ?$"
    r"|\bwhich [^,;]{0,40} (?:but|and) (?:was|were) $"
)
_DATED = re.compile(
    r"\b(?:in|on|by|since) (?:[A-Z0-9]|last\b)"
    r"|\blast (?:week|month|year|night|autumn|spring|summer|winter)"
    r"|\bat (?:its|the|a) [^,.]{0,30}meeting"
    r"|\b\w+ (?:years|months|weeks) ago\b"
)


#: "The councils to which they had been appointed": who or what it is told of only.
_TO_WHICH = re.compile(
    r"\b(?:to|in|for|by|under|at|on|from|with) (?:which|whom) [^,;.]{0,50}$"
    r"|\b(?:[Nn]umber of [^,;.]{2,40}|cases|requests|instances|applications|occasions|appeals|complaints"
    r"|circumstances|situations) where [^,;.]{0,50}$"
)
#: "Pending consent being granted", "ahead of the plan being approved": what is awaited is not decided.
_AWAITED = re.compile(
    r"\b(?:anticipation|event|pending|ahead|prior|before|awaiting|subject|dependent|conditional|towards?"
    r"|without"
    r"|instead|until|from|than|about|means|prevent\w*|rely\w*|depend\w*)\b[^,;.]* being(?: [a-z]+ly)? $"
    r"|\bwill\b[^;.]{0,90}\bwith [^,;.]* being(?: [a-z]+ly)? $",
    re.I,
)


#: "They are published when they have been approved", "pleased that it had been ruled out".
_IN_GENERAL = re.compile(
    r"\b(?:when|where|as soon as) (?:they|it|these|this|minutes|any)(?: [^,;.]{0,40})?? (?:has|have) been $"
    r"|\b(?:pleased|glad|happy|sorry|disappointed|concerned|surprised|relieved|grateful) that [^;.]{3,80} $",
    re.I,
)
#: What they recommend, ministers decide.
_ADVISES = re.compile(r"\b(?:[Cc]ommissioners?|[Ii]nspectors?|[Oo]fficers?|[Aa]uditors?)\b")


_THIS_WAS = re.compile(r"\b(?:[Tt]his|[Tt]hat|[Ii]t) (?:was|has been|had been)(?: [a-z]+)? $")


def is_open(words: str, at: int) -> bool:
    """Whether what stands before a place makes what follows a condition, a hope or a question."""
    return HYPOTHETICAL.search(words[max(0, at - 90) : at]) is not None


def by_a_body(words: str, match: re.Match[str]) -> bool:
    """Whether the words behind a verb say that a body, or somebody in office, did it."""
    by = _BY.match(words, match.end())
    return by is not None and _STRONG_BODY.search(by["who"]) is not None


def is_decided(part: Part, words: str, match: re.Match[str], verb: str, left: str) -> bool:
    """A matter and what was done with it: "The application was refused", "a strategy was signed off"."""
    rest = words[match.end() :]
    by = _BY.match(rest)
    if _IN_GENERAL.search(left[-120:]) or _AWAITED.search(left[-120:]) or _TO_WHICH.search(left[-90:]):
        return False
    if _is_no_decision(words, match, verb, left, told=bool(by)):
        return False
    strong_by = bool(by and _STRONG_BODY.search(by["who"]))
    strong_by = strong_by and not (verb == "confirmed" and _THIS_WAS.search(left))
    if by and verb == "recommended" and _ADVISES.search(by["who"]):
        return False
    if verb in _TOO_WEAK and not strong_by and not _weak_counts(part, words, match, verb, left):
        return False
    if (
        re.search(r"\b[Ii]t (?:was|has been|had been)", left[-40:])
        and not strong_by
        and not _YEAR.search(rest)
        and not (verb in _VOTED and _MOTION.search(left))
    ):
        return False
    hypothetical = None if _OF_A_PROPOSAL.search(left) else HYPOTHETICAL.search(left[-90:])
    if hypothetical and not re.match(
        r"(?:will|would)\b[^,;]* (?:after|as|because|when)\b", hypothetical[0], re.I
    ):
        return False
    lost = verb in ("lost", "defeated") and re.search(r"\bamendment|\bput to (?:the|a) vote", left, re.I)
    return part.zone is not Zone.DISCUSSION or bool(lost) or bool(by) or bool(_YEAR.search(rest))


_CHOOSING = word_set("chosen picked named")


def _is_no_decision(words: str, match: re.Match[str], verb: str, left: str, *, told: bool) -> bool:
    """Whether a matter only looks decided; `told` where the words say by whom."""
    rest = words[match.end() :]
    if _SAID_AGAIN.match(left) or COUNTED_OUT.match(left) or (verb == "adjourned" and _SITTING.search(left)):
        return True
    if _SOME_OF_THEM.search(left) or counts_many(words, match.start()) or _WHY.search(left):
        return True
    if _by_people(verb, left, rest):
        return True
    if verb in ("awarded", "granted", "given") and _RECEIVES.match(rest):
        return True
    appoints = verb in _CHOOSING and group_at(words, match.start(), match.end()) is Group.APPOINT
    if re.match(r" (?:to|for|from|as) (?:be|have)\b", rest) and not appoints:
        return True
    if _RELATIVE.search(left) and not (
        (told and verb not in ("received", "welcomed")) or _DATED.search(rest[:60]) or _voted_on(verb, left)
    ):
        return True
    if (
        verb in _VOTED
        and group_at(words, match.start(), match.end()) is not Group.DEFER
        and not _MOTION.search(left)
        and not rest.startswith(" for payment")
    ):
        return True
    if re.match(r"(?:[Nn]o|[Nn]one|[Nn]either|[Nn]othing)\b", left[clause_start(words, match.start()) :]):
        return True
    if verb == "put" and re.match(r" off by\b", rest):
        return True
    return verb in ("elected", "appointed") and bool(_IN_OFFICE.search(left[-60:]))


#: "The reasons why any applications were refused are in the reports": of none is it told.
_WHY = re.compile(r"\b(?:why|how many|how|whenever|where any|if any) (?:any |the |an? )?[^,;.]{2,50}$")


def _by_people(verb: str, left: str, rest: str) -> bool:
    """Whether people do the thing, or minutes are taken in: "members agreed that"."""
    if verb == "withdrawn":
        return _BY_APPLICANT.match(rest) is not None
    if verb == "received":
        return _MINUTES.search(left) is not None
    return verb == "agreed" and bool(_PEOPLE.search(left) and _AGREED_WHAT.match(rest))


_MINUTES = re.compile(r"\b[Mm]inutes\b[^.;]{0,100} (?:was|were)(?: [a-z]+)? $")
#: "Members were consulted and agreed that it was wise": people agree, and are not agreed.
_PEOPLE = re.compile(r"\b(?:[Mm]embers|[Cc]ouncillors|[Oo]fficers|residents|all)\b[^.;]{0,60} $")
_AGREED_WHAT = re.compile(r" (?:the|that|to|with|it|this|these|there)\b")
#: So many of those just spoken of: "54 members, of whom 31 were first elected in May".
_SOME_OF_THEM = re.compile(
    rf"\bof (?:whom|which|them|these|those),? (?:{_NUMBER}|some|most|many|all|none)(?: [a-z]+){{0,2}}?"
    r" (?:was|were|had been|have been)(?: [a-z]+)? $"
    rf"|\b(?:{_NUMBER}|some|most|many|all|none|parts?|elements)(?: [a-z]+)? of"
    r" (?:which|whom|them|these|those)(?: \([^()]{1,12}\))? (?:was|were|had been|have been) $"
)
_BY_APPLICANT = re.compile(
    r",?(?: [a-z]+)? by (?:the |its |his |her |their )?(?:applicants?|appellants?|objectors?|petitioners?"
    r"|agents?|developers?|owners?|proposers?|promoters?)\b"
)
#: So many of a kind, as statistics have it: "38 complaints were not upheld", "A total of 12 claims were".
_SO_MANY = re.compile(
    rf"(?:^|[;:,] |\b(?:and|of which|while|that) )(?:(?:A total of|[Ii]n total,?|[Oo]nly|[Jj]ust|[Ss]ome"
    rf"|[Aa]bout|[Aa]nother|[Aa] further|[Tt]he other|[Aa]ll) )?{_NUMBER_WORD}(?: [a-z-]+){{0,3}}"
    r" (?:complaints?|appeals?|claims?|requests?|cases|reviews|enquir(?:y|ies)|objections|challenges"
    r"|representations|referrals|notices|applications|licen[cs]es|drivers|operators|vehicles|permits"
    r"|tickets|penalties|complainants)(?: \([^()]{1,12}\)| [a-z-]+){0,4}"
    r" (?:was|were|has been|have been|had been)"
    r"(?: (?:not|either|all|also|partly|partially|fully|[a-z]+ or|[a-z]+ly or))* ?(?:[a-z]+)?$"
    r"|\bnumbers? of [^.;,]{2,60} being $"
)


def counts_many(words: str, verb_at: int) -> bool:
    """Whether what stands before a verb only says of how many it is told: "38 complaints were not upheld"."""
    return _SO_MANY.search(words, max(0, verb_at - 120), verb_at) is not None


#: What is put to a vote, and behind it what became of it: "voted on the motion as amended, which was".
_PUT = re.compile(
    r"\b(?:motions?|amendments?|propositions?)\b(?: as amended| as altered)?,? which"
    r" (?:was|were)(?: then| duly)? $",
    re.I,
)


def _voted_on(verb: str, left: str) -> bool:
    """Whether a relative clause says how a vote ended."""
    return verb in (*_VOTED, "agreed", "approved") and bool(_PUT.search(left))


def _weak_counts(part: Part, words: str, match: re.Match[str], verb: str, left: str) -> bool:
    """Whether a verb that often decides nothing does so here: in a numbered minute, of a report."""
    clause = left.rsplit(" and ", 1)[-1]
    if verb == "received" and not _REPORT.search(left):
        return False
    if verb in ("noted", "accepted", "received", "supported", "endorsed") and (
        (part.passage.marker and verb != "received")
        or _MATTER.match(left)
        or _MATTER.match(clause)
        or _NUMBERED.match(left)
    ):
        return part.zone is not Zone.DISCUSSION and len(words) < 180
    if verb in ("authorised", "empowered"):
        return _OFFICE.search(drop_consultees(left)) is not None and words.startswith(" to ", match.end())
    if verb == "referred":
        return bool(_SENT_ON.search(left)) and words.startswith((" to ", " back to "), match.end())
    if verb == "left":
        return group_at(words, match.start(), match.end()) is Group.DEFER
    if verb == "confirmed":
        return bool(_ORDERS.search(left)) and not words.startswith((" that", " as "), match.end())
    if verb == "withdrawn":
        return bool(_ITS_OWN.search(left)) or words.startswith(" from the ", match.end())
    return False

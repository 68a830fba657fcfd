"""Who decides: the body or person that is the subject of a verb told, and where its clause begins."""

import re

from handback.reading.words.watch import waits

ADVERBS = (
    r"(?:,? (?:also|further|likewise|hereby|therefore|then|today|now|already|recently|just|later|first|all"
    r"|both|since|again|earlier"
    r"|instead|not|[a-z]+ly))*"
)
_AUXILIARY = re.compile(
    rf"(?:,? (?:has|have|had)(?:,? (?:in|on|at) (?:\d|its |a |the |[A-Z])[^.;]{{2,40}})?)?{ADVERBS},? $", re.I
)
_ASIDE = re.compile(
    r"(?:, (?:at|on|in|after|having|following|meeting|which|under|by|with|acting|sitting|chaired|led"
    r"|who)\b[^,;]{2,90}, ?(?:that ?)?"
    r"| at (?:its|their|a|the)\b[^,.;]{3,60}"
    r"| (?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:night|evening|morning|afternoon))?"
    r"|last (?:night|week|month|year)|this (?:week|month|morning|afternoon|evening)|yesterday|in"
    r" (?:January|February|March"
    r"|April|May|June|July|August|September|October|November|December)(?: \d{4})?|in \d{4}),?)$"
)
DECIDING_BODY = (
    r"(?:[Cc]abinet(?: [Mm]embers?)?|[Cc]ouncil|[Cc]ommittee|[Ss]ub-?[Cc]ommittee|[Bb]oard|[Pp]anel"
    r"|[Ee]xecutive|[Mm]embers"
    r"|[Cc]ouncillors|[Cc]ommissioners?|[Mm]inisters?|[Mm]ayor|[Ll]eader|[Ss]ecretary(?: of [Ss]tate)?"
    r"|[Gg]overnment"
    r"|[Aa]uthority|[Gg]overnors|[Tt]rustees|[Ff]orum|[Aa]ssembly|[Mm]eeting|[Pp]lanners|[Ii]nspector"
    r"|[Pp]ortfolio [Hh]older"
    r"|COUNCILLORS|COUNCIL|CABINET|COMMITTEE|MEMBERS|COMMISSIONERS|[Pp]arliament|[Aa]dministration"
    r"|[Cc]hiefs|[Bb]osses|[Cc]onference|[Pp]redecessor|[Cc]ourt|[Tt]ribunal|[Jj]udge|[Dd]epartment"
    r"|[Ss]crutiny|Agency|Trust|Inspectorate|Regulator|Ombudsman|Association|University|Company|Group)"
)
_SUBJECT = waits(
    r"(?:^|(?P<before>[\w']+[ (,]*)|[ (\"])(?P<who>"
    rf"(?:[Tt]he (?:then[- ])?|[Tt]his |[Ff]ull |[A-Z][\w'&-]* |[a-z]+'s )*{DECIDING_BODY}"
    r"(?: of (?:the )?[A-Z][\w ]{2,40}| for [A-Z][\w ,&]{2,60})?(?: [A-Z][\w'-]+){0,3}"
    r"(?: \([^()]{1,60}\))?)$"
)
#: "It was the Planning Committee that refused it".
_CLEFT = re.compile(
    rf"\b[Ii]t (?:was|is) (?P<who>(?:the |full |[A-Z][\w'&-]* )*{DECIDING_BODY})(?:, [^,;]{{3,50}},)?"
    r" (?:that|who|which)$"
)
_PRONOUN = re.compile(r"(?:^|[ \"(])(?P<who>[Tt]hey|I|[Ww]e|[Hh]e|[Ss]he|who|it|It)$")
_GOVERNED = re.compile(r"\b(?:by|from|to|with|upon|before|than|as|between|against)[ (]*$", re.I)
OPENS_WITH_BODY = re.compile(
    rf"^(?:[\"']|(?:At|On|In|After|Following|Having|Last|Yesterday|Earlier)\b[^,]{{2,90}},"
    rf" )?(?:[A-Z][\w'&-]* (?:of |and |for |the )*)*"
    rf"(?:[a-z]+ )?{DECIDING_BODY}\b(?! (?:[A-Z][a-z]+ )*(?:Act|Bill|Regulations|Order)\b)"
    rf"(?: [A-Z][\w'-]+){{0,3}}(?: \([^()]{{1,60}}\))?"
)
COORDINATED = waits(rf"(?:,|,? and|,? but|;)(?: (?:have|has|had))?{ADVERBS} $", re.I)


#: One of these stands in every name of a deciding body: a cheap test before the grammar of names.
_BODY_PARTS = (
    "abinet", "ouncil", "ommittee", "oard", "anel", "xecutive", "embers", "ommissioner", "inister", "ayor",
    "eader", "ecretary", "overn", "uthority", "rustees", "orum", "ssembly", "eeting", "lanners", "nspector",
    "older", "arliament", "dministration", "hiefs", "osses", "onference", "COUNCIL", "CABINET", "COMMITTEE",
    "MEMBERS", "COMMISSIONERS", "redecessor", "ourt", "ribunal", "udge", "epartment", "crutiny",
    "Agency", "Trust", "Inspectorate", "Regulator", "Ombudsman", "Association", "University",
    "Company", "Group",
)  # fmt: skip


def _may_name_body(words: str) -> bool:
    for part in _BODY_PARTS:  # noqa: SIM110 - a third of the time that any() takes
        if part in words:
            return True
    return False


def subject_of(words: str, left: str) -> tuple[str, bool]:
    """Who the verb's subject is, if a deciding body or a pronoun, and whether another word governs it."""
    coordinated = COORDINATED.search(left[-40:])
    bare = left[-220:]
    auxiliary = _AUXILIARY.search(bare)
    bare = bare[: auxiliary.start()] if auxiliary else bare.rstrip()
    aside = _ASIDE.search(bare)
    if aside:
        bare = bare[: aside.start()]
    tail = bare[-120:]
    found = _SUBJECT.search(tail) if _may_name_body(tail) else None
    if found and found["who"] == "authority":
        return "", False  # "using authority delegated to officers": no body
    governed = found is not None and bool(_GOVERNED.search(bare[-120:][: found.start("who")]))
    if found and not (governed and coordinated):
        return found["who"], governed
    cleft = _CLEFT.search(bare)
    if cleft:
        return cleft["who"], False
    pronoun = _PRONOUN.search(bare)
    if pronoun and pronoun["who"] == "who":
        antecedent = _SUBJECT.search(bare[: pronoun.start()].rstrip(" ,")[-120:])
        return (
            (antecedent["who"], False)
            if antecedent and bare[: pronoun.start()].endswith(",")
            else ("", False)
        )
    if pronoun:
        return pronoun["who"], False
    if coordinated:
        opens = OPENS_WITH_BODY.match(words)
        if opens and not re.search(
            r"\b(?:which|who|while|whereas|because|said|asked (?:whether|why|if|how|about|what)|told"
            r"|explained)\b|: ",
            left[opens.end() :],
        ):
            return opens[0].rsplit(",", 1)[-1].strip(), False
        first_person = re.match(r"(?:I|We) [^.;]{2,120}$", left)
        if first_person:
            return "I", False
    return "", False


_CLAUSE_START = re.compile(
    r"[;:] |,? and (?=the (?:[a-z]+ ){0,2}(?:motion|amendment)\b)"
    r"|, (?:and|but|where|after|while|which|who) |\b(?:that|because|after|when|since|while|although"
    r"|said|as(?! (?:amended|altered|set|printed|drafted|submitted|recommended)\b)) "
)


def clause_start(words: str, verb_at: int) -> int:
    """Where the clause that holds a verb begins."""
    begins = 0
    for joint in _CLAUSE_START.finditer(words, 0, verb_at):
        if verb_at - joint.end() > 6 or words.startswith(("I ", "we "), joint.end()):
            begins = joint.end()
    return begins

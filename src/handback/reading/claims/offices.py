"""Offices and bodies: who decides, who may act, who must be heard, who must do a thing."""

import re

from handback.reading.words.watch import waits

#: Nouns that end the name of an office ("Director of Finance", "s151 Officer") or of a body ("Cabinet").
OFFICE = (
    r"(?:Officers?|Directors?|Managers?|Heads?|Chiefs?|Executives?|Leader|Deputy|Solicitor|Clerk"
    r"|Secretary|Minister|Commissioners?|Mayor|Chair(?:man|woman|person)?"
    r"|Vice[- ]Chair(?:man|woman)?|Members?|Councillors?|Cllrs?|Auditor|Treasurer|Accountant"
    r"|Surveyor|Inspector|Engineer|Registrar|Harbour Master|Superintendent|Warden|Adviser|Lead|President"
    r"|Convenor)"
)
BODY = (
    r"(?:[Cc]abinet|[Cc]ouncil|[Cc]ommittee|[Ss]ub-?[Cc]ommittee|[Bb]oard|[Pp]anel|[Ee]xecutive"
    r"|[Aa]uthority|[Cc]ommission|[Ff]orum|[Gg]roup|[Mm]embers|[Cc]ouncillors"
    r"|[Cc]ommissioners?|[Gg]overnors?|[Tt]rustees|[Aa]ssembly|[Mm]eeting|[Gg]overnment"
    r"|[Mm]inisters?|[Pp]artnership)"
)
_STOP = re.compile(
    r"(?:,|;|:|\.|\(s\)| - "
    r"|\b(?:in (?:full )?(?:consultation|discussion|liaison|conjunction|agreement|line|respect|accordance)"
    r"|to|after|following|subject|having|who|which|that|with|acting|for a|from|on|by|where|when|if|as|under"
    r"|may|shall|will|is|are|be|being|until|once|at|within|jointly|together|leave|a free hand|power|powers"
    r"|authority|delegated|responsibility|first|decisions?|approval|determination|without|this|these|such"
    r"|along|upon|pursuant|provided|regarding|concerning)\b(?! the Council\b)"
    r"|(?<=[a-z] )(?<!and )(?<!of )(?<!for )(?<!with )the (?=[a-z]))"
)
_NAME_WITH_PREPOSITION = re.compile(
    r"^(?:the )?(?:[A-Z][\w'-]*(?: of| for| and| with| to)?(?: the)? )*?"
    r"(?:Lead|Responsibility|responsible|Secretary|Director|Member|Head|Minister)$"
)
#: A title in two parts: "Assistant Director: Housing Delivery", "Service Director - Finance".
_HEAD = re.compile(r"\b(?:Director|Head|Manager|Officer|Lead|Member|Holder)$")
_SUBTITLE = re.compile(
    r" ?[A-Z][\w']+(?:,? (?:and |& )?[A-Z][\w']+){0,5}(?=,? (?:to|in|after|following|be|is|and|the"
    r"|authority|for|may|has|subject)\b|,|$)"
)
_ARTICLE = re.compile(r"^(?:the|a|an|his|her|its|their|relevant the|both the|any|each)\s+", re.I)
_COMMA_TITLE = re.compile(
    r"(?P<name>(?:the )?(?:[A-Z][\w'-]+ ){0,3}(?:Director|Head|Manager|Officer), "
    r"[A-Z][\w']+(?:,? (?:and |& )?[A-Z][\w']+){0,4})(?= to [a-z])"
)
#: A portfolio in brackets: "Deputy Director (Protection, Housing and Streets)".
_IN_BRACKETS = re.compile(r"[a-z] \((?:[A-Z&][\w'&-]*(?:,? (?:and |& )?|$))+$")
LONGEST_NAME = 120


def name_at(words: str, start: int) -> str:
    """The name of an office or body that begins at `start`, as written, without "the"; empty if none does."""
    region = words[start : start + LONGEST_NAME]
    titled = _COMMA_TITLE.match(region)
    if titled:
        return tidy(titled["name"])
    article = _ARTICLE.match(region)
    skip = article.end() if article else 0
    end = len(region)
    for stop in _STOP.finditer(region, skip):
        if stop[0] == "," and _IN_BRACKETS.search(region, 0, stop.start()) and ")" in region[stop.end() :]:
            continue
        if (
            stop[0] in ("to", "with", "for a")
            and _NAME_WITH_PREPOSITION.match(region[: stop.start()].rstrip())
            and stop[0] == "with"
        ):
            continue
        if (
            stop[0] in (":", " - ", ",")
            and _SUBTITLE.match(region, stop.end())
            and _HEAD.search(region[: stop.start()])
        ):
            continue
        end = stop.start()
        break
    return tidy(region[:end])


def tidy(name: str) -> str:
    """A name without its article and the words and marks left hanging at its end."""
    name = name.strip(" ,;:.-\"'")
    article = re.match(r"(?:the|both the|a|an)\s+", name, re.I)
    if article:
        name = name[article.end() :]
    name = re.sub(r",?\s+(?:and|or|be|is|the|of|for|with|in|to)$", "", name).strip(" ,;:.-")
    return name.strip("() ") if name.count("(") != name.count(")") else name


_LIST_AND = re.compile(
    r",? and (?=(?:the|his|her|its|all|any|Vice-"
    r"|[A-Z]\w+ (?:Leaders?|Officer|Director|Member|Manager|Executive|Mayor))\b"
    r"|[A-Z][a-z]+ Executive\b)"
    r"|, (?=(?:the )?[A-Z])"
    r"|,? and (?=[a-z]+ (?:members?|leads?|leaders?|chairs?)\b)"
)
_CONSULTING = re.compile(
    r"(?:,? (?:and )?)?\b(?:in (?:full |close |prior )?"
    r"(?:consultation|discussion|liaison|conjunction)(?: and agreement)? with"
    r"|(?:after|following|on|having(?: first)?) (?:full |prior )?"
    r"(?:consult(?:ing|ation with|ed)|discuss(?:ion|ions|ing) with|spoken to|spoken with|taken the views of"
    r"|sought the views of)"
    r"|after (?:first )?(?:consulting|taking the views of|hearing (?:from )?|speaking to|speaking with"
    r"|seeking the views of|obtaining the views of)"
    r"|(?:once|after|when|until|unless) (?:she|he|they|it|the [\w ]{3,40}?) (?:has|have|had)"
    r" (?:first |also )?(?:spoken (?:to|with)|talked (?:to|with|it over with)|consulted(?: with)?"
    r"|heard(?: from)?|taken the views of)"
    r"|subject to (?:(?:her|him|his|their|them|its|the \w+) )?(?:first )?"
    r"(?:consulting|consultation with|prior consultation with)"
    r"|(?:shall|must|should|is to|are to) (?:first )?(?:obtain|seek|take|hear) the (?:views|advice) of"
    r"|who (?:must|shall|should|is to) (?:first )?consult"
    r"|(?:shall|must|should|to) (?:first )?consult(?: with)?"
    r"|by consulting"
    r"|hav(?:e|ing) regard to the views of"
    r"|in dialogue with) ",
    re.I,
)
_CONSULTED = re.compile(
    r"(?:\bwith (?=(?:the |[A-Z]))|, (?=the ))(?P<who>[^,;:]{3,80}?)"
    r" (?:being |having (?:first )?been |to be |first )?(?:being )?consulted\b"
)
_WHO_STOP = re.compile(
    r"(?:;|:|\.(?: |$)|\(s\)"
    r"|\b(?:to (?=[a-z])|who|which|that|before|first|leave|power|powers|authority"
    r"|on (?=the|any|all|matters)|where"
    r"|and (?:to|any|report|then|bring|that)\b"
    r"|for the|about|as to|prior to|has|have|be (?=[a-z]+ed)|, (?:and|is|be) )"
    r"|, (?=(?!and |or )[a-z-]+ (?:any|an?|the|it|such|up) )"
    r"|, (?=(?!and |or )[a-z]+ [a-z]+s (?:between|from|to|for|of|on|in|at|by|with|under|within|up) )"
    r"|, (?=the [a-z-]+ (?:of|for) (?:the|an?|any|all)\b|the [^,;]{3,80}? (?:be|may|shall|is|are) )"
    r"|\)"
    r"|, (?=to |is |be |may |shall |for |and to |has |before |where |within |subject |under |[a-z]+ing "
    r"|leave|authority|power))"
)


def consultees(words: str) -> tuple[str, ...]:
    """All who must be heard before a delegated power is used, in the order written.

    "in consultation with the Leader and the Chief Finance Officer", "the Leader being consulted",
    "who must consult the ward members first".
    """
    named: list[str] = []
    for found in _CONSULTING.finditer(words):
        region = words[found.end() : found.end() + 200]
        stop = _WHO_STOP.search(region)
        named += _LIST_AND.split(region[: stop.start()] if stop else region)
    for found in _CONSULTED.finditer(words):
        named += _LIST_AND.split(found["who"])
    return tuple(dict.fromkeys(name for name in (tidy(n) for n in named) if name))


def drop_consultees(words: str) -> str:
    """The words with the consultation clause taken out, of the same length, so that places stay."""

    def blank(found: re.Match[str]) -> str:
        return " " * len(found[0])

    return _BEING_CONSULTED.sub(blank, _PARENTHESIS.sub(blank, words))


_BEING_CONSULTED = waits(
    r",? (?:with )?(?:the )?[^,;]{3,60} (?:being|having been) (?:first )?consulted,(?= )"
)
_PARENTHESIS = re.compile(
    r"(?<= )\((?:in|after|following|having)[^()]{3,160}\)|, (?:in consultation|in discussion|in liaison"
    r"|in conjunction|(?:after|following)(?=[^,;]{0,60}\b(?:consult|discuss|speak|hear|seek|tak|views|advice"
    r"|obtain|agree|approv|liais|referr|advis))"
    r"|with the|having first|having)[^,;]{3,160}?,(?= )"
)

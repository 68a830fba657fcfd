"""Who is given authority, in the words that give it: "delegated to the Clerk", "the Clerk be authorised"."""

import re

from handback.reading.claims.offices import (
    BODY,
    OFFICE,
    drop_consultees,
    name_at,
    tidy,
)
from handback.reading.words.later import later
from handback.reading.words.watch import seeks, waits

POWER = (
    r"(?i:(?:delegated|full|plenary|joint) )?(?i:authority|powers?|responsibility|leave|permission"
    r"|discretion|free hand)"
    r"(?<!lanning permission)(?<!utline permission)"
)
#: What somebody is let do.
_DO = (
    r"(?:make|take|change|decide|act|approve|sign|settle|agree|choose|award|finali[sz]e|determine|complete|fix"
    r"|vary|issue|negotiate)"
)
#: The person who may act stands after these words ...
_GIVEN_TO = seeks(
    r"\b(?:(?i:delegat(?:e|es|ed|ing)|(?<!cheme of )delegation of|(?<=a )delegation"
    r"|delegation(?= to [^.;]{3,80}? (?:of|for|over) )"
    rf"|delegation (?:be|is|was) (?:hereby )?(?:given|granted))(?: (?:{POWER}|[^;]{{3,160}}?))?"
    rf"|{POWER} (?:(?:be|is|was|are) )?(?:hereby )?(?:delegated|given|granted)"
    r"|(?:be|is|was|are) (?:left|handed|delegated|entrusted|devolved)(?: over)?"
    rf"|(?:{POWER}|(?i:decisions?|approval))\b[^;]{{0,140}}? (?:be|is|was|were)"
    r" (?:passed|assigned|given over|transferred)"
    r"|(?:hand|hands|handed|leave|leaves|left) (?!the meeting)[^.;]{2,100}?"
    rf"|{POWER} (?:be )?given"
    rf"|{POWER}\b[^;]{{2,140}}? (?:be|is|was|were|been) (?:given|granted)) to"
    r" (?=the |[A-Z]|officers|all |any |each |a |my |our |its |their "
    r"|(?:[a-z]+ ){1,3}(?:director|manager|officer|leader|chief|head|clerk|mayor)\b)"
    rf"|\b(?i:giv(?:e|es|ing)|gave|grant(?:s|ed|ing)?) {POWER} to (?=the |[A-Z]|officers|all |any )"
    r"|\b(?i:authori[sz](?:e|es|ed|ing)|empower(?:s|ed|ing)?|permit(?:s|ted)?|allow(?:s|ed)?|(?<!-)lets?)"
    rf" (?=(?:the )?[^;]{{2,260}}?\b(?:to(?: [a-z]|\W*$)|{_DO} ))"
    r"|\b(?:agree[sd]? to let|(?:content|happy|agree[sd]?) for) (?=(?:the |[A-Z])[^.;]{2,80}?"
    rf" (?:to )?{_DO} )"
    r"|\b(?:be|is|are) (?:a )?(?:matters?|decisions?) for (?=the [A-Z])"
    r"|\b(?i:giv(?:e|es|ing)|gave|given) (?=(?:the )?[^.;]{2,120}? a free hand\b)"
    rf"|{POWER}\b[^;]{{0,140}}? (?:be|is|was|were|been) vested in (?=the |[A-Z]|its |a )"
    r"|\b(?i:giv(?:e|es|ing)|gave|given|grant(?:s|ed|ing)?|hand(?:s|ed|ing)?)"
    rf" (?=(?:the )?[^.;]{{2,220}}?,? ?\b{POWER} to(?: |\W*$))"
    rf"|\b(?i:(?:delegat(?:e|es|ed|ing)|giv(?:e|es|ing)|gave|grant(?:s|ed|ing)?) {POWER}"
    rf"|{POWER} (?:be|is|was) (?:hereby )?(?:delegated|given|granted)) for"
    r" (?=(?:the )?[^.;]{2,120}? to [a-z])"
    r"|\b(?:left|leave) in the hands of (?=the |[A-Z]|officers)"
    r"|(?:^|[|;] ?)Delegated to (?=[A-Z])|^[Tt]o (?=the [A-Z])"
)
#: ... or before these.
_MAY_ACT = waits(
    r"\b(?:be|is|are|was|were|been) (?:hereby |also |jointly |[a-z]+ed and )*"
    r"(?:authori[sz]ed|empowered|permitted"
    rf"|(?:given|granted|delegated) {POWER}"
    r"|given(?=,? (?:(?:in|after|following|subject|with|having)\b[^;]{0,160}, )?"
    r"(?:(?:delegated|full|the|joint) )*"
    r"(?:authority|powers?|leave|permission|discretion|responsibility)\b))\b"
    r"|\b(?:be|is|are|was|were) (?:asked|requested|instructed|appointed) [^.;]{2,90}?,? and"
    rf" (?:be |was |is )?(?:hereby )?(?:(?:given|granted) {POWER}|authorised|empowered) to\b"
    r"|(?<=[a-z]) to [a-z]+ [^.;,]{2,80},? (?:and )?with (?:full |the )?(?:powers?|authority) to\b"
    r"|\bbe (?:appointed|established|set up|formed|created|convened),? (?:and given|with)"
    r" (?:delegated |full )?(?:powers?|authority) to\b"
    rf"|\b(?:be (?:free|at liberty) to|(?:is|are) to have {POWER} (?:to|over))\b"
    r"|\bbe (?:left|trusted) (?=to (?!all |any |officers)[a-z]+"
    r" (?:the|an?|its|their|whether|which|what|how|when|all|any|such)\b)"
    rf"|\b(?:have|has|had|be given|hold|holds),? (?:(?:acting )?(?:jointly|together) )?{POWER}"
    r" to\b(?! (?:the|its|officers|all|any|each|[A-Z]\w*)\b)"
)
_TOGETHER = later(r",? (?:acting )?(?:jointly|together|between them|alone)\b", re.I)


IS_SOMEBODY = later(
    r"^you$|\b(?-i:Mr|Mrs|Ms|Miss|Dr|Sir|Cllr) [A-Z]|"
    rf"\b{OFFICE}\b|\b{BODY}\b|\bofficers?\b|\b(?:director|manager|leader"
    rf"|head|chief|clerk|solicitor|mayor|chair)\b",
    re.I,
)


def named_delegate(words: str, *, listed: bool) -> str:
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
        return subject(plain[: may.start()])
    if given is None or (given[0].lower() == "to " and not listed):
        return ""
    if given.start() and given[0] in ("Delegation to ", "Delegation of "):
        return ""  # a title: "Part 3 (Delegation to Officers from the Cabinet)"
    name = _named(words, given.end())
    if _LETS.search(given[0]):
        name = _DOING.split(name)[0]
    if not _ALLOWS.match(given[0]):
        return "" if _USE_OF.match(name) else name
    return name if IS_SOMEBODY.search(name) and not _IN_ORDER_TO.search(plain[: given.start()]) else ""


_LETS = later(r"\blets? $", re.I)
_DOING = later(rf" {_DO}\b")
#: What is authorised is a thing: "the use of up to £2m to mend the quay".
_USE_OF = later(
    r"(?:[a-z-]+ )?(?:use|spending|release|allocation|draw[- ]?down|purchase|sale|transfer|payment"
    r"|expenditure|award|disposal|virement|submission|publication|completion|procurement|acquisition|extension|signing"
    r"|write[- ]off|borrowing) (?:of|from|for)\b|[^,;]*£"
)
#: What a thing is done for gives nobody authority: "with all costs, to allow members to compare them".
_IN_ORDER_TO = later(
    r"(?<!agreed)(?<!resolved)(?<!decided)(?<!voted)(?<!and)(?<!or)(?<!^)(?<!:)(?<!;)(?<!\))(?<!,) to $"
    r"|\bin order to $",
    re.I,
)
#: What these verbs allow may be a thing as well: "to allow a change to the terms", "a hand rail to it".
_ALLOWS = later(r"(?:allow|permit|let|hands? )", re.I)


def _named(words: str, start: int) -> str:
    """The first office or body named at `start`, or after a further "to the" where a thing is named there."""
    first = name_at(words, start)
    if not _IS_THING.search(first) or IS_SOMEBODY.search(first):
        return first
    for further in _TO_SOMEBODY.finditer(words, start):
        name = name_at(words, further.end())
        if name and IS_SOMEBODY.search(name):
            return name
    return ""


_TO_SOMEBODY = later(r",? to (?=the |[A-Z]|officers)")
_IS_THING = later(
    r"\b(?:report|scheme|contract|changes?|strategy|plan|policy|appendix|annex|budget|document|council"
    r"|agreement|terms)\b",
    re.I,
)


_SUBJECT_LEAD = later(
    r"^(?:(?:if|where|should|in the event|subject to|provided)\b[^,]{3,80}, "
    r"|(?:under|in accordance with|pursuant to|within) [^,;]{3,60}?,? (?=the (?-i:[A-Z]))"
    r"|and |that,? |to |it was (?:agreed|resolved) that |resolved:? ?(?:that )?|agreed:? ?(?:that )?"
    r"|[^,;]{0,40}\bthat )*",
    re.I,
)


#: What is done to somebody before authority is given as well: "the Clerk be asked, and is hereby, ...".
_DONE_FIRST = later(r" (?:be|is|are|was|were) [a-z]+(?:ed|en),? and\s*$")


#: What was done before, in a clause of its own: "The minutes were agreed and the Chair".
_DONE_BEFORE = later(r"\b(?:was|were|is|are|be) [a-z]+(?:ed|en)\b[^,;]{0,80} and (?=the )")


def subject(words: str) -> str:
    """The subject of "be authorised", its article and consultation clause left out."""
    words = re.sub(r" {2,}", " ", re.split(r": | - (?=the )", _DONE_BEFORE.split(words)[-1])[-1])
    lead = _SUBJECT_LEAD.match(words)
    rest = words[lead.end() :] if lead else words
    if re.match(
        r"(?:delegated )?(?:authority|approval|consent|permission|power|notice|effect|priority|leave)\b",
        rest,
        re.I,
    ):
        return ""
    rest = _DONE_FIRST.sub("", rest)
    rest = re.sub(r" (?:should|shall|will|would|must|to)$", "", _TOGETHER.sub("", rest).rstrip())
    tail = re.search(
        r",? (?:in (?:consultation|discussion|liaison|conjunction)|after|following"
        r"|subject|having|acting)\b|, with |\($",
        rest,
    )
    return tidy(rest[: tail.start()] if tail else rest)


#: Details that a resolution leaves an office to settle: "the final terms be agreed by the City Solicitor".
_SETTLED_BY = later(
    rf"\b(?:terms|details?|wording|changes|amendments|conditions|arrangements|design|specification|costs?|fee"
    rf"|price|dates?|matters)\b[^.;]{{0,60}} be (?:settled|agreed|determined|fixed|decided|finali[sz]ed"
    r"|approved|chosen|signed off|set)"
    rf" by (?:the )?(?=(?:[A-Z\d][\w'-]*(?: of| for| and)? ){{0,5}}{OFFICE}\b)"
)
#: What is left for somebody to do: "the conditions to be settled by the Clerk under delegated powers".
_LEFT_TO_BE_DONE = later(
    r"\bto be [a-z]+ed by (?:the )?(?P<who>[^,;.]{3,80}?),?"
    r" (?:under|using|in exercise of|acting under|by way of) (?:[a-z]+ ){0,2}delegated"
    r" (?:authority|powers?)\b"
)


def left_to(words: str) -> str:
    """Who is to settle what is left open, or to do it "under delegated powers"; empty if nobody is."""
    if settled := _SETTLED_BY.search(words):
        return name_at(words, settled.end())
    found = _LEFT_TO_BE_DONE.search(words)
    return tidy(found["who"]) if found else ""

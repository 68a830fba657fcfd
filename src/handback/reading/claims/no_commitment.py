"""What binds nobody: events, own meetings, terms, appeals, routine.

Nor does a time that only says which paper or thing is meant: "the minutes of the meeting held on 4 May".
"""

import re

from handback.reading.claims.gatherings import is_gathering
from handback.reading.claims.routine import is_how_long, is_routine
from handback.reading.claims.scenes import Scene
from handback.reading.words.counted_times import COUNTED
from handback.reading.words.dates import Stated
from handback.reading.words.watch import waits

APPEAL = waits(r"\b(?:appeals?|call(?:ed)?[ -]in)\b", re.I)
_CALL_IN = re.compile(r"\bcall[ -]in\b[^.;]{0,30}: ", re.I)
#: What is held, and not done by a time.
EVENT = waits(
    r"\b(?:elections?|by-election|service of|fair|festival|parade|ceremony|switch-on|switch on"
    r"|remembrance|concert|funeral|poll|polling day|referendum|ballot|fete|gala"
    r"|carnival|christmas lights|open day|market day|civic sunday|AGM|annual general meeting"
    r"|regatta|roadshows?|webinars?|open evening|tournament|marathon|celebrations?"
    r"|exhibition|holiday|anniversary|birthday|seminars?|conference|reception|drop-in)\b",
    re.I,
)
_VIEWS_IN = re.compile(r"\b(?:consult\w*|representations|comments?|views|survey|respond|advertis\w+)\b", re.I)

#: A term that begins or ends then: "for two years from", "a lease from".
_TERM = re.compile(
    r"\bfor (?:an? )?(?:[\w-]+ ){0,3}years?(?:'s?)?"
    r"(?: (?:period|term|contract|lease|extension|licen[cs]e))?,? $"
    r"|\b(?:leases?|licen[cs]es?|contracts?|tenanc(?:y|ies)|agreements?|terms?|permits?)"
    r"\b(?: of [^,;]{2,40}| to [^,;]{2,40}| for [^,;]{2,40})? $",
    re.I,
)

#: What a paper says of itself: "This plan lists the decisions that Cabinet expects to take by June."
_SAYS_WHAT_IT_IS = re.compile(
    r"(?:The |By )?(?:law|[Aa]ct|[Rr]egulations|[Cc]onstitution|rules?|statute) says?\b"
    r"|This (?:[\w-]+ ){0,2}?(?:plan|list|notice|page|paper|document|report|schedule|table|timetable"
    r"|section|appendix) (?:lists?|sets? out|shows?|gives?|covers?|contains?|describes?)"
    r" (?:the|all|those|every|each|what|which|how) "
)
#: "Every lease that falls in during 2027": which things, and not when something is done with them.
_OF_SUCH = re.compile(
    r"\b(?:every|any|each|all|those|the) (?:[\w'-]+ ){1,3}(?:that|which|who) (?!is|has|was)"
    r"(?:[a-z]{2,}s|fall|come|end|expire|lapse)(?: in| out| due)? $"
)

#: "The minutes of the meeting held on 4 May and 6 June": the days of a meeting that is over.
_OF_MINUTES = waits(
    r"\b[Mm]inutes (?:of|from) [^;.]{0,140}$"
    r"|^(?:(?!\b(?:will|would|shall|to|must|should)\b)[^;.])*\bmeetings (?:held )?"
    r"(?:(?:on|of) [^;.]{0,60} and )?$"
)

#: "The Council is legally bound to set a budget by 11 March each year".
_YEARLY_BY_LAW = waits(
    r"\b(?:statut\w+|legally|by law|Act|[Rr]egulations?|[Ll]egislation)\b[^.;]*"
    r"\b(?:annually|each year|every year)\b"
)


#: "As listed in Ada's paper to the Board on 9 July": which report, and when it was given.
_OF_REPORT = re.compile(
    r"\b(?:set out|detailed|contained|listed|described|attached|shown|outlined|referred to|included)"
    r" (?:in|at|by|to) [^;]{0,80}\b(?:report|paper|letter|minutes|notice|agenda|statement|appendix)\b"
    r"[^;.,]{0,50}$"
)


def _only_names(words: str, start: int, at: int) -> bool:
    """Whether a time only says which paper or which things are meant."""
    named = _OF_MINUTES.search(words[:at]) or _SAYS_WHAT_IT_IS.match(words) or _YEARLY_BY_LAW.search(words)
    named = named or _OF_SUCH.search(words[start:at]) or _ELECTED.search(words[start:at])
    named = named or _OF_REPORT.search(words, start, at)
    return named is not None


#: A change that takes effect, and no term that begins.
_TAKES_EFFECT = re.compile(r"with effect|effective|w\.?e\.?f|as from|starting|beginning|commencing", re.I)


def binds_nobody(seen: Scene, time: Stated, start: int, end: int) -> bool:
    """Whether a stated time belongs to a meeting, a term, an appeal or a condition, which commit nobody.

    `start` and `end` are the places of its own clause.
    """
    clause = seen.words[start:end]
    if _only_names(seen.words, start, time.start) or is_routine(clause, counted=time.grain == COUNTED):
        return True
    term = time.preposition in ("from", "to", "from to") and not _TAKES_EFFECT.match(time.window.words)
    if term and _TERM.search(clause[: time.start - start]):
        return True
    if time.grain == COUNTED and is_how_long(seen.words[: time.start]) and not _VIEWS_IN.search(clause):
        return True
    if time.grain == COUNTED and re.match(
        r" (?:of|before|prior to|after|following) (?:any|a|each|every|receipt|receiving|such)\b",
        seen.words[time.end :],
    ):
        return True
    if is_gathering(clause, time.start - start):
        return True
    over = _RUNS_OUT.match(clause)
    if over and not _THEN_AGAIN.search(clause, over.end(), max(over.end(), time.start - start)):
        return True
    led = seen.words[max(0, time.start - 40) : time.start]
    if (APPEAL.search(clause) or _CALL_IN.search(led)) and not re.search(
        r"\b(?:report|circulate|publish|bring)\b", clause
    ):
        return True
    if _HELD_POWERS.search(clause) and not re.search(
        r"\b(?:propos\w+|minded|intend\w*|recommend\w*|would)\b", clause
    ):
        return True
    if EVENT.search(seen.words[time.end : time.end + 16]):
        return True
    return bool(EVENT.search(clause)) and bool(
        _EVENT_HELD.search(clause) or EVENT.search(seen.words[max(start, time.start - 26) : time.start])
    )


_HELD_POWERS = waits(
    r"\b(?:functions?|powers?)\b[^.;]{0,60}\b(?:exercis\w+|held by)\b"
    r"|\bexercis\w+ [^.;]{0,40}\b(?:functions?|powers?)\b"
    r"|\bwhich [^.;,]{2,50} (?:will|shall|are to|is to) exercise\b"
    r"|\bwill (?:once (?:more|again) |again )be responsible for\b"
    r"|\bfalls? to be\b"
    r"|\b(?:[Dd]irections?|[Oo]rder|[Rr]egulations|Act|[Ss]cheme)\b[^.;]{0,40}"
    r"\b(?:comes? into (?:force|effect)|takes? effect|(?:has|have) effect|appl(?:y|ies)|in force)\b"
)
_EVENT_HELD = re.compile(
    r"\b(?:held|take[sn]? place|is on|are on|opens?|be on|starts?|hosts?|celebrat\w+|attend)\b"
)
#: "The permit lasts until 2030 and will be looked at again in 2029": what comes after is another thing.
_THEN_AGAIN = re.compile(
    r"\b(?:and|but) (?:\w+ )?(?:will|shall|must|should|would|is to|are to|is due|are due)\b"
)
#: "The mayor who will be elected on 9 May": an election, and nobody's to bring about.
_ELECTED = re.compile(r"\b(?:will|to|is to) be (?:re-)?elected (?:on |in |at )?$")
_RUNS_OUT = re.compile(
    r"(?:(?:[Bb]ut|[Aa]nd|[Ww]hile|[Aa]s) )?"
    r"(?:[Tt]he|[Ii]ts|[Aa]|[Tt]heir|[Hh]is|[Hh]er|[Tt]hese|[Tt]hose|[Aa]ll)? ?(?:[\w'-]+ ){0,3}?"
    r"(?:leases?|contracts?|tenanc(?:y|ies)|licen[cs]es?|terms?|agreements?|arrangements?|deals?"
    r"|[Dd]irections?|intervention|grants?|funding|permit|order|warranty|policy|appointment|permission)"
    r"(?: (?:with|on|for|of|at|to|from|between) (?:[\w'&-]+ ){1,6}?| (?:[\w'-]+ ){0,2}?)"
    r"(?:ends?|expires?|lasts?|runs?|lapses?|remains?|continues?"
    r"|(?:will|is (?:due|set) to|are (?:due|set) to|is to|would|shall) (?:now |then |therefore )?"
    r"(?:(?:come to an )?end|expire|last|run|lapse|remain|continue))\b"
)

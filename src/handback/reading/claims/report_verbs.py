"""Verbs of reporting: to report, answer, update, supply papers or figures, or look at the matter again.

Some verbs always report; some do with a paper for object or subject ("bring a report", "the figures will be
sent"); some where certain words come after ("come back to the Board", "look into it").
"""

import re

from handback.reading.claims.paper_words import PAPER
from handback.reading.claims.papers_given import is_supplied
from handback.reading.claims.told_to_all import is_for_all
from handback.reading.claims.updates import updates_somebody
from handback.reading.claims.verb_phrases import Group, Look
from handback.reading.claims.verb_words import words
from handback.reading.words.later import later

#: Always a report: to report, answer, update, tell, explain, or look again.
_REPORTS = words("""
    ascertain report update brief answer reply respond revisit reconsider re-examine investigate explain
    clarify circulate reported updated briefed answered revisited reconsidered investigated
    clarified circulated recirculated recirculate
    explored
""")
#: A report with a paper for object or subject.
_SUPPLIES = words("""
    want expect require expects wants requires bring present submit provide supply send give prepare
    produce table put take receive have get issue publish forward draw draft compile deliver set
    include offer distribute email obtain share show see collate add lay write submitted
    provided supplied sent given prepared produced tabled taken received issued published forwarded
    drawn drafted compiled delivered included distributed emailed obtained shared shown
    collated brought presented added laid written considered sought seek come go follow announce
    announced release released communicate communicated return be available come-back invited
    discussed confirm scheduled schedule arranged arrange requested make made
""")
#: A report where certain words come after: "come back to the Board", "look into it", "write to Members".
_WITH = {
    "ensure": r"(?:that )?[^;.]{0,90}(?<!of the )(?<!in the )(?<!of this )"
    r"\b(?:response|reply|report|information|figures|answer|update)s?\b",
    "come": (
        r"(?:straight )?back\b(?! (?:under|into|in|home|on|together|over|down|up|online|from)\b)"
        r"|(?:forward )?(?:to|before) (?!(?:an|its|the|their) end\b|light|terms|fruition)"
        r"(?:the |this |a |every |each |its )?(?:\w+ ){0,3}(?:meeting|[A-Z]\w+)"
    ),
    "go": (
        r"back (?:to|before|with) (?:the |this |a )?(?:\w+ )?(?:[Cc]abinet|[Cc]ommittee|[Bb]oard|[Pp]anel"
        r"|[Gg]roup|[Ff]orum|[Ee]xecutive|[Ss]crutiny|meeting)"
    ),
    "get": r"back\b",
    "feed": r"back\b",
    "fed": r"back\b",
    "look": r"(?:again|into|at|further)\b",
    "looked": r"(?:again|into|at)\b",
    "write": (
        r"(?:again|back|(?:a letter |out )?(?:to )?(?:all |both )?(?:me|us|you|him|her|them"
        r"|[Mm]embers|[Cc]ouncillors?|[Cc]llrs?|the (?:Minister|Secretary|Committee|Board|Panel"
        r"|Council|Cabinet|Leader|House|Commissioners?|Chair\w*|Mayor|[Mm]ember|[Cc]ouncillor"
        r"|Department|questioner|(?:right )?hon\. \w+|noble \w+))\b)"
        r"(?![^.;]{0,60}\b(?:asking|requesting|seeking|urging|thanking|to (?:ask|request|seek|urge|thank))\b)"
    ),
    "written": r"to\b",
    "follow": r"(?:it |this |that |the matter |the point )?up\b",
    "followed": r"up\b",
    "find": r"out\b",
    "bring": r"(?:it|them|this|that|the [\w ]{3,30}) up to date\b",
    "keep": r"[^,;.]{2,40}? (?:in touch|in the (?:picture|loop)|informed|updated|posted"
    r"|appraised|apprised|advised|abreast)",
    "kept": (
        r"(?:fully |regularly )?(?:in touch|in the (?:picture|loop)|informed|updated|posted|appraised"
        r"|apprised|advised|abreast)"
        r"|under review"
    ),
    "let": r"[^,;.]{1,60}? (?:have|see|know)\b(?! if\b)",
    "return": r"to (?:this|the|that|these|committee|cabinet|council|members)|with\b|here\b",
    "pass": r"on\b",
    "set": r"out\b",
    "speak": r"(?:again )?to (?:the |this )?(?:[A-Z]\w+|members|committee|board|panel|group)",
    "talk": r"to (?:the |this )?(?:[A-Z]\w+|members)",
    "visit": r"again|(?:us|them|the \w+) again",
    "check": r"$|(?:and|the|whether|on|with|this|that|what|if|how|his|her|their)\b",
    "confirmed": r"(?:whether|if|what|how|when|in writing)\b",
    "confirm": r"(?:and|the|whether|this|that|what|how|in writing|to|(?:[a-z]+ ){0,3}(?:values?|figures?"
    r"|dates?|numbers?|costs?|amounts?|position|details|times?))\b",
    "advise": (
        r"(?:the |all )?(?:members|committee|board|panel|council|cabinet|her|him|them|cllr"
        r"|councillor|of|on|whether|as|[A-Z])"
    ),
    "inform": r"(?:the |all )?\w",
    "notify": r"(?:the |all )?\w",
    "tell": r"(?:the |all |us|you|them|me)\w*",
    "told": r"",
    "informed": r"",
    "notified": r"",
    "advised": r"",
    "review": r"(?:the|this|it|that|its|their|his|her|our|how|whether|these|those|all|progress|again)\b",
    "reviewed": r"",
    "consider": r"(?:[^,;.]{0,40} )?(?:again|further)\b|whether|how",
    "meet": r"[^,;.]{0,60}(?:and report|to report)",
    "take": (
        r"(?:it|this|that|the (?:matter|point|question|comments?|feedback|suggestion|request)"
        r"|these|those|comments|feedback) (?:\w+ )?(?:away|back|up|to)\b"
    ),
    "raised": r"with\b",
    "carry": r"out (?:a|an|the|further) (?:[\w-]+ ){0,3}(?:review|investigation|analysis|evaluation)",
    "undertake": (
        r"(?:a|an|the|further|some) (?:[\w-]+ ){0,3}(?:review|investigation|analysis|evaluation|work)"
    ),
    "conduct": r"(?:a|an|the|further) (?:[\w-]+ ){0,3}(?:review|investigation|analysis|evaluation)",
    "liaise": r"[^,;.]{0,60} and (?:report|respond|update|reply|provide|circulate)",
    "ask": r"[^,;.]{2,60} to (?:report|reply|respond|provide|circulate|look|write)",
    "arrange": (
        r"for [^,;.]{2,80} to be (?:sent|circulated|provided|brought|shared)|(?:a|an|the|further) "
        r"(?:[\w-]+ ){0,3}(?:briefing|presentation|update|session|visit)"
    ),
    "seek": (
        r"(?:a|an|further|more|some)?(?: ?[\w-]+ ){0,3}(?:clarification|information|assurance"
        r"|answers?|advice|response|explanation|confirmation|views)"
    ),
    "attend": r"[^,;.]{0,60} to (?:explain|answer|report|update|respond|give|provide|present)",
    "explore": r"(?:the|whether|this|how|options|it)\b",
}
_WITH_PATTERNS = {
    word: later(r"(?: (?:\w+ly|also|then|both))* ?(?:" + pattern + ")") for word, pattern in _WITH.items()
}
ASKED = words("""
    requested asked called requests asks request ask
""")
GIVING_WORD = frozenset({"promised", "undertook", "pledged", "promises"})
#: The main verbs of all that `report_groups` gives: without one of them there is nothing to look for.
HEADS = frozenset({"ask", *_REPORTS, *_SUPPLIES, *_WITH, *ASKED, *GIVING_WORD})
HEADS |= {f"{head}s" for head in HEADS}


def tells_of_reports(head: str) -> bool:
    """Whether a verb is one of those that report, supply papers or look again in some of their uses."""
    return head in HEADS or "e-mail" in head


def is_report(words: str, group: Group, *, narrow: bool = False) -> bool:
    """Whether a group's verb reports, answers, supplies papers or looks again."""
    head, after = group.head.replace("e-mail", "email"), words[group.end : group.end + 130]
    wanted = _ASKS_SOMEBODY_FOR.match(after) if head == "ask" else None
    if wanted is not None:
        return bool(PAPER.search(after[wanted.end() : wanted.end() + 40]))
    stop = re.search(r";|(?<!\bhon)\.|, (?:which|who|and the|but)\b| as a (?:basis|means|way)\b", after)
    after = after[: stop.start()] if stop else after
    if is_for_all(words, group, head, after) or _moves_powers(words, group, head, after):
        return False
    if head in _LOOKING_INTO and _NEED.match(words, group.start) and group.look in _NEEDING:
        return False
    if head in _REPORTS:
        if head.startswith("updat"):
            return updates_somebody(words, group, after)
        return not (head.startswith("report") and _OTHERWISE.match(after))
    pattern = _WITH_PATTERNS.get(head)
    if head == "set" and group.passive:
        pattern = None  # "will be set out in the contract": where a thing is said
    if pattern is not None and pattern.match(after) and not (narrow and head in _LOOKING):
        return head not in _TELLING or group.look is Look.FUTURE or group.passive
    return head in _SUPPLIES and is_supplied(words, group, head, after)


#: "Powers will return to the Council", "will have its powers returned": a function that moves, and no paper.
_MOVING = words("""
    return returned come go given brought taken passed get have receive received seek regain
""")
_POWERS = later(
    r"\b(?:powers?|functions?|responsibilit(?:y|ies)|decision[- ]making|control)\b(?: \w+){0,3} $", re.I
)
_OF_POWERS = later(
    r" (?:back )?(?:[\w-]+ ){0,3}?(?:powers?|functions?|responsibilit(?:y|ies)|decision[- ]making|control)\b"
)


def _moves_powers(words: str, group: Group, head: str, after: str) -> bool:
    if head not in _MOVING:
        return False
    told = _POWERS.search(words[: group.start]) or _OF_POWERS.match(after)
    return told is not None or _POWERS.search(words[group.start : group.end] + " ") is not None


#: "We need to look at how the young travel": what somebody thinks should be seen.
_LOOKING_INTO = words("""
    look looked review consider explore examine see address
""")
_NEEDING = (Look.DUTY, Look.PLAN)
_NEED = re.compile(r"need(?:s|ed)? to ")
_ASKS_SOMEBODY_FOR = later(r" [^,;.]{2,60}? for (?:(?:an?|the|further|more|another|regular|some) )?")
_OTHERWISE = later(r" (?:for work|sick|directly|a (?:loss|crime|fault))")
_LOOKING = words("""
    review explore consider check take
""")
_TELLING = words("""
    told informed advised notified
""")

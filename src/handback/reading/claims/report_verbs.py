"""Verbs of reporting: to report, answer, update, supply papers or figures, or look at the matter again.

Some verbs always report; some do with a paper for object or subject ("bring a report", "the figures will be
sent"); some where certain words come after ("come back to the Board", "look into it").
"""

import re

from handback.reading.claims.paper_words import PAPER
from handback.reading.claims.updates import updates_somebody
from handback.reading.claims.verb_phrases import Group, Look
from handback.reading.claims.verb_words import words
from handback.reading.words.later import later

_PRONOUN = later(r"\b(?:it|them|this|that|these|those|one|more|what)\b")
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
    confirm scheduled schedule arranged arrange requested make made
""")
#: A report where certain words come after: "come back to the Board", "look into it", "write to Members".
_WITH = {
    "ensure": r"(?:that )?[^;.]{0,90}(?<!of the )(?<!in the )(?<!of this )\b(?:response|reply|report"
    r"|information|figures|answer|update)s?\b",
    "come": (
        r"(?:straight )?back\b(?! (?:under|into|in|home|on|together|over|down|up|online|from)\b)"
        r"|(?:forward )?(?:to|before) (?!an end|light|terms|fruition)(?:the |this |a |every |each |its "
        r")?(?:\w+ ){0,3}(?:meeting|[A-Z]\w+)"
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
    "confirm": r"(?:and|the|whether|this|that|what|how|in writing|to)\b",
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
        r"(?:a|an|the|further|some) (?:[\w-]+ ){0,3}(?:review|investigation|analysis|evaluation"
        r"|work)"
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
    if is_for_all(words, group, head, after):
        return False
    if head in _REPORTS:
        if head.startswith("updat"):
            return updates_somebody(words, group, after)
        return not (head.startswith("report") and _OTHERWISE.match(after))
    pattern = _WITH_PATTERNS.get(head)
    if pattern is not None and pattern.match(after) and not (narrow and head in _LOOKING):
        return head not in _TELLING or group.look is Look.FUTURE or group.passive
    return head in _SUPPLIES and _is_supplied(words, group, head, after)


#: Whoever is served or governed at large: what they are told is no report.
_PUBLIC = (
    r"(?:residents|tenants|leaseholders|customers|carers|bidders|tenderers|applicants|drivers|operators"
    r"|holders"
    r"|(?:members of )?the public|staff|employees|people|businesses|households|patients|users|pupils|voters"
    r"|visitors"
    r"|claimants|traders|managers|neighbours|consultees)"
)
_TO_PUBLIC = later(
    rf" (?:back |out )?(?:to |with )?(?:all |every |our |the |any |local |those )*{_PUBLIC}\b"
    rf"|[^,;.]{{0,50}} (?:to|with|for|from) (?:all |every |our |the |any |local |those )*{_PUBLIC}\b"
)
_PUBLIC_IS_TOLD = later(rf"(?:^|[,;] |\b(?:and|that|all|the|[Ll]icence|[Pp]ermit) ){_PUBLIC} $", re.I)
#: What serves, and reports nothing to anybody.
_SERVES = later(
    r"\b(?:services?|systems?|schemes?|app|website|software|policy|plan|survey|programme|centres?|contract"
    r"|strategy"
    r"|framework|process|module|tool|portal|line|officer who|hub)(?: (?:also|then|now))? $"
)
_PURPOSE = later(r"\b(?:purpose|aim|role|function|remit|job|objective|duty)\b[^,;.]{0,60}\b(?:is|was|are) $")
_ANSWERED_TO = later(r" [^,;.]{0,30}\b(?:report|response|reply|answer|update|briefing)s?\b")


def is_for_all(words: str, group: Group, head: str, after: str) -> bool:
    """Whether a service, a scheme or the like tells the public, or somebody's purpose is told."""
    before = words[: group.start]
    if _PURPOSE.search(before) or (_PUBLIC_IS_TOLD.search(before) and (group.passive or head in _TELLERS)):
        return True
    if head in ("report", "update", "reported", "come", "go", "follow", "return", "be"):
        return False
    if _SERVES.search(before[-60:]) and not group.passive:
        return True
    return _TO_PUBLIC.match(after) is not None and not _ANSWERED_TO.match(after)


_TELLERS = words("""
    notify inform tell advise produce supply submit
""")
_ASKS_SOMEBODY_FOR = later(r" [^,;.]{2,60}? for (?:(?:an?|the|further|more|another|regular|some) )?")
_OTHERWISE = later(r" (?:for work|sick|directly|a (?:loss|crime|fault))")
_LOOKING = words("""
    review explore consider check take
""")
_TELLING = words("""
    told informed advised notified
""")


def _is_supplied(words: str, group: Group, head: str, after: str) -> bool:
    """Whether a verb of giving or coming has a paper for its object or subject."""
    if _gives_nothing(words, group, head, after):
        return False
    if head in _ONLY_WITH:
        return _ONLY_WITH[head].match(after) is not None
    if head == "see" and _A_PAPER.match(after):
        return True
    if group.passive and head in ("provided", "supplied", "presented") and after.startswith(" with "):
        return bool(PAPER.search(after[:70]) or INFORMATION.search(words[: group.start][-40:]))
    if head in _SENDING and _TO_BODY_BACK.search(after[:90]):
        return True
    if head in _PROVIDING and _PROVIDES_WITH.match(after):
        return True
    if head in _PUBLISHING and _AGAIN_AND_AGAIN.search(after):
        return True
    if group.passive or head in ("come", "go", "follow", "be", "available", "return"):
        return _paper_subject(words[: group.start], head, after)
    return _supplies(after)


def _gives_nothing(words: str, group: Group, head: str, after: str) -> bool:
    """ "Sees the report", "the report be received", "put it back": nothing is brought to anybody."""
    if head == "see":
        return group.look not in (Look.INFINITIVE, Look.ORDER, Look.DUTY, Look.PLAN)
    if head == "take" and _NO_OBJECT.match(after):
        return True
    if head == "put":
        return _PUT_BACK.match(after) is not None
    return (
        head == "received"
        and group.look is Look.ORDER
        and _THE_REPORT.search(words[: group.start]) is not None
    )


_NO_OBJECT = later(r" to (?!the\b|our\b|its\b|a\b|[A-Z])")  # "steps that we would take to deal with"
_PUT_BACK = later(r" (?:it|them|this|that) (?:back|off|right|in place)\b(?! to (?:the )?[A-Z])")
#: Verbs that give a paper only where it follows at once.
_ONLY_WITH = {
    "write": later(r" (?:an?|the|another) (?:[\w-]+ )?(?:report|paper|note|summary)"),
    "announce": later(""),
    "announced": later(""),
    "receive": later(
        r" (?:(?:an?|regular|further|another|\w+ly) (?:[\w-]+ ){0,5}?)?"
        r"(?:reports?|updates?|papers?|briefings?|presentations?)\b"
    ),
}
_PROVIDING = words("""
    provide supply present
""")
_PROVIDES_WITH = later(
    r" (?:the |all )?[\w ]{2,30}? with (?!\w+ing|[^,;.]{0,30}\b(?:accommodation|support|services?|amenities"
    r"|assistance|staff|funds?|funding|training|equipment|facilities|help|cover|access)\b)"
)
_A_PAPER = later(
    r" (?:the|an?|any|that) (?:[\w-]+ ){0,2}?(?:reports?|papers?|figures|data|lists?|summary|summaries"
    r"|breakdowns?|analysis|cop(?:y|ies)|notes?|updates?|business case|drafts?|plan)\b"
)
_SENDING = words("""
    send email circulate supply share forward provide distribute
""")
_TO_BODY_BACK = later(
    r"\b(?:to|with) (?:the |all |this |both )?(?:[Mm]embers|[Cc]ouncillors?|[Cc]ommittee|[Bb]oard|[Pp]anel"
    r"|us|me|you)\b"
)
_PUBLISHING = words("""
    publish published
""")
_AGAIN_AND_AGAIN = later(
    r"\b(?:every|each) (?:\w+ )?(?:week|month|quarter|year|meeting|term)s?\b|\b(?:week|month|quarter|year"
    r"|annual)ly\b"
)
_SUPPLIED = words("""
    sent supplied provided circulated shared distributed emailed forwarded brought reported submitted shown
    given returned presented
""")
#: What is sent to the body itself is a paper, whatever it is called.
_TO_BODY = later(
    r" (?:back |out )?(?:to|before) (?:the |this |all |both )?(?:[Mm]embers\b|committee\b|board\b|panel\b"
    r"|us\b|me\b)"
)
_THE_REPORT = later(r"\b(?:the|their|its|his|her) [^,;.]*$")


def _supplies(after: str) -> bool:
    """Whether what follows a verb of giving is a paper; a plan or a policy only where it goes to somebody."""
    given_to = _TO_SOMEBODY.search(after)
    if _ONLY_THING.match(after) or _VIEWS_GIVEN.match(after):
        return False
    if INFORMATION.search(after[:75]) or (
        (given_to or _GIVES_THEM.match(after)) and PAPER.search(after[:75])
    ):
        return True
    return bool((given_to or _SENT_ON.match(after)) and _PRONOUN.match(after.strip()))


_TO_SOMEBODY = later(
    r"\bback\b|\b(?:to|with|before) (?:the |this |every |all |our |a )?(?:\w+ )?(?:[Mm]embers?"
    r"|meeting|me|us|you|them|her|him"
    r"|[Cc]abinet|[Cc]ouncil|[Cc]ommittee|[Bb]oard|[Pp]anel|[Gg]roup|[Ff]orum|[Ee]xecutive"
    r"|[Ss]crutiny|[A-Z]\w+)\b"
)
_SENT_ON = later(r" (?:it|them|these|those) (?:on|out|round|over)\b")
_GIVES_THEM = later(
    r" (?:all |both )?(?:the )?(?:[Mm]embers|[Cc]ouncillors|residents|tenants|objectors|parishes|him|her|them"
    r"|us|me|you) (?:an?|the|his|her|their|its|our|my|some|more)\b"
)
INFORMATION = later(
    r"\b(?:reports?|updates?|papers?|figures?|information|details?|data|briefings?|breakdowns?"
    r"|notes?|responses?|letters?|answers?"
    r"|repl(?:y|ies)|summary|summaries|evidence|analysis|cop(?:y|ies)|findings|results?|bulletins?"
    r"|presentations?|explanations?|reasons"
    r"|clarification|assurances?|feedback|statistics|costings?|slides|numbers|lists?|views"
    r"|comparisons?|addend(?:um|a)|links?|minutes of|accounts? of)\b",
    re.I,
)


_VIEWS_GIVEN = later(
    r" (?:written |any |their |its |your |further )*(?:representations|comments|objections)\b"
)
_ONLY_THING = later(
    r" (?:part|place|effect|account|note|care|the lead|responsibility|into account|the opportunity"
    r"|steps?|action|(?:due )?regard|no account|(?:[a-z]+ ){0,3}(?:time|changes|amendments"
    r"|corrections|improvements|resources))\b"
)


#: What is made need not go to anybody: only a report, figures and the like say that they will.
_MAKING = words("""
    prepared produced drawn drafted compiled arranged arrange developed
""")


_STANDS_FOR_PAPER = later(r"\b(?:it|they|this|these|one|those|all)\b(?: \w+)? $", re.I)


def _is_of_paper(subject: str, head: str) -> bool:
    if head in _MAKING:
        return INFORMATION.search(subject) is not None
    return bool(PAPER.search(subject) or _STANDS_FOR_PAPER.search(subject))


def _paper_subject(before: str, head: str, after: str) -> bool:
    """ "A report will be brought back": the subject is a paper."""
    if head == "given" and re.match(r" (?:\w+ )?(?:power|authority|leave|permission)\b", after):
        return False
    if head in _SUPPLIED and _TO_BODY.match(after):
        return True
    subject = re.split(
        r"[;:.]|, (?:and|but)|\b(?:which|and) (?=(?:a|an|the|further|it|they)\b)|\bthat (?=\w)", before[-110:]
    )[-1]
    if re.search(r"\bwhich [^,;.]*$", subject):
        subject = before[-160:]
    if not _is_of_paper(subject, head):
        return False
    if head == "be":
        return bool(
            re.match(
                r" (?:made )?(?:ready|available|with|back|before|to hand|on the agenda|an? (?:\w+ "
                r"){0,2}(?:report|update|paper))",
                after,
            )
        ) and bool(PAPER.search(subject))
    if head == "return" and not after.startswith((" to ", " with ", " before ")):
        return False
    if head in ("come", "go", "return"):
        return bool(re.match(r" (?:\w+ )?(?:to|before|back|forward|out|with)\b", after))
    if head == "follow":
        return True
    if head in ("considered", "set", "included", "added", "made", "taken", "put", "put"):
        return bool(
            re.search(
                r"\b(?:to|at|by|in|on|up|available|before|with|out) (?:the |a |an |this |every |all "
                r"|next |future )?",
                after,
            )
        ) and bool(PAPER.search(subject))
    return bool(PAPER.search(subject)) or head in (
        "brought",
        "reported",
        "circulated",
        "shared",
        "sent",
        "provided",
        "presented",
        "published",
        "submitted",
    )

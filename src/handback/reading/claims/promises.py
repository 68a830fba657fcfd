"""Promises and orders to report: what counts as a commitment though no time is stated.

To report, answer, update, supply papers or figures, or look at the matter again.
"""

import re
from collections.abc import Iterator

from handback.reading.claims.askers import RECOMMENDS_TO, STANDING_DUTY, one_member
from handback.reading.claims.no_commitment import ANSWERED, told_before
from handback.reading.claims.scenes import Scene
from handback.reading.claims.verb_phrases import FINITE, Group, Look
from handback.reading.claims.verb_words import ORDERING, PROMISES_NOW, PROMISING, words

PAPER = re.compile(
    r"\b(?:reports?|updates?|papers?|figures?|information|details?|data|briefings?|breakdowns?"
    r"|notes?|responses?|letters?|answers?"
    r"|repl(?:y|ies)|lists?|summary|summaries|numbers?|evidence|accounts?|statements?|analysis"
    r"|cop(?:y|ies)|timetables?|evaluation"
    r"|proposals?|schedules?|registers?|logs?|findings|results?|plans?|matter|options|views"
    r"|forecasts?|dashboards?|bulletins?"
    r"|presentations?|explanations?|clarification|assurances?|feedback|business case|reviews?"
    r"|drafts?|links?|maps?|slides|table|position"
    r"|comparisons?|statistics|costings?|policy|strategy|models?|outcomes?|conclusions"
    r"|recommendations|item|issue|document|appendix|file"
    r"|terms of reference|tracker|workshop|criteria|structure|framework|programme)\b",
    re.I,
)
_PRONOUN = re.compile(r"\b(?:it|them|this|that|these|those|one|more|what)\b")
#: Always a report: to report, answer, update, tell, explain, or look again.
_REPORTS = words("""
    ascertain report update brief answer reply respond revisit reconsider re-examine investigate explain
    clarify circulate reported updated briefed answered revisited reconsidered investigated
    clarified circulated recirculated recirculate
""")
#: A report with a paper for object or subject.
_SUPPLIES = words("""
    want expect require expects wants requires bring present submit provide supply send give prepare
    produce table put take receive have get issue publish forward draw draft compile deliver set
    include offer distribute email obtain share show see collate add lay write submitted
    provided supplied sent given prepared produced tabled taken received issued published forwarded
    drawn drafted compiled delivered included distributed emailed obtained shared shown
    collated brought presented added laid written considered sought seek come go follow announce
    announced release released communicate communicated return be available come-back invited let
    confirm scheduled schedule arranged arrange requested make made
""")
#: A report where certain words come after: "come back to the Board", "look into it", "write to Members".
_WITH = {
    "ensure": r"(?:that )?[^;.]{0,90}\b(?:response|reply|report|information|figures|answer|update)s?\b",
    "come": (
        r"(?:straight )?back\b|(?:forward )?(?:to|before) (?:the |this |a |every |each |its "
        r")?(?:\w+ ){0,3}(?:meeting|[A-Z]\w+)"
    ),
    "go": r"back\b",
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
    "keep": r"[^,;.]{2,40}? (?:informed|updated|posted|appraised|apprised|advised|abreast)",
    "kept": (
        r"(?:fully |regularly )?(?:informed|updated|posted|appraised|apprised|advised|abreast)"
        r"|under review"
    ),
    "let": r"[^,;.]{1,60}? (?:have|see|know)\b",
    "return": r"to (?:this|the|that|these|committee|cabinet|council|members)|with\b|here\b",
    "pass": r"on\b",
    "set": r"out\b",
    "speak": r"(?:again )?to (?:the |this )?(?:[A-Z]\w+|members|committee|board|panel|group)",
    "talk": r"to (?:the |this )?(?:[A-Z]\w+|members)",
    "visit": r"again|(?:us|them|the \w+) again",
    "check": r"$|(?:and|the|whether|on|with|this|that|what|if|how|his|her|their)\b",
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
    "refer": r"(?:it|this|the matter|these) back",
    "referred": r"back\b",
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
    "attend": r"[^,;.]{0,60} to (?:explain|answer|report|update|respond|give)",
    "explore": r"(?:the|whether|this|how|options|it)\b",
}
_WITH_PATTERNS = {
    word: re.compile(r"(?: (?:\w+ly|also|then|both))* ?(?:" + pattern + ")")
    for word, pattern in _WITH.items()
}
_PROMISED_NOUN = re.compile(
    r"(?: (?:to )?(?:the |all )?(?:Members?|members|Councillors?|the (?:Committee|Board|Panel"
    r"|Cabinet|Council|Group|House)|them|us|me|her|him))? ?"
    r"(?:an?|the|further|another|that|regular|weekly|monthly|quarterly|annual|more|full|some|its"
    r"|for (?:an?|further|more|another|regular|weekly|monthly|quarterly))\b(?: [\w'-]+){0,4}? ?"
)
_ASKS_FOR = re.compile(
    r"(?: for)?(?: (?:an?|the|further|another|more|regular|weekly|monthly|quarterly|annual|some"
    r"|any|copies))+(?: [\w'-]+){0,4}? (?=\w)"
)


def report_groups(seen: Scene) -> Iterator[Group]:
    """The groups of a sentence that promise or order a report or the like; "would" counts as told."""
    asks = seen.words.rstrip("\"' ").endswith("?")
    recommends = not seen.outside and RECOMMENDS_TO.search(seen.words)
    for index, group in enumerate(seen.groups):
        if (
            group.negated
            or asks
            or recommends
            or _BARRED.search(seen.words[max(0, group.start - 18) : group.start])
        ):
            continue
        if group.look is Look.ORDER and _asked_by_one(seen, index):
            continue
        if _may_promise(seen, index):
            if is_report(seen.words, group, narrow=group.look is Look.PLAN):
                yield group
        elif _wants_paper(seen, group) and _asks_for_paper(seen, index):
            yield group


def _may_promise(seen: Scene, index: int) -> bool:
    group = seen.groups[index]
    if group.look is Look.PLAN:
        return group.head not in ("be", "review", "reviewed") and group.head not in PROMISES_NOW
    if group.look is Look.INFINITIVE:
        return _is_ordered(seen, index) or (seen.ordered and group.start < 3)
    if group.look is Look.WAS_PLANNED:
        return group.passive and seen.words.startswith(("was to ", "were to "), group.start)
    if group.look is Look.DUTY and STANDING_DUTY.search(seen.words[: group.start + 90]):
        return False
    return group.look in (Look.FUTURE, Look.PROMISE, Look.ORDER, Look.WOULD, Look.DUTY)


def _wants_paper(seen: Scene, group: Group) -> bool:
    if group.head in _ASKED:
        return not one_member(seen, group)
    return group.head in _GIVING_WORD


_ASKED = words("""
    requested asked called requests asks request ask
""")
_GIVING_WORD = frozenset({"promised", "undertook", "pledged", "promises"})
#: The main verbs of all that `report_groups` gives: without one of them there is nothing to look for.
_HEADS = frozenset({"ask", *_REPORTS, *_SUPPLIES, *_WITH, *_ASKED, *_GIVING_WORD})
_HEADS |= {f"{head}s" for head in _HEADS}
_PLAIN_WORD = re.compile(r"[a-z](?:[a-z-]*[a-z])?")


def may_report(text: str) -> bool:
    """Whether any verb stands in a sentence that can promise or order a report."""
    return not _HEADS.isdisjoint(_PLAIN_WORD.findall(text.lower()))


_BARRED = re.compile(r"\b(?:whether|why|how|what|when|who|which|whom)(?: [\w']+){0,2} $", re.I)


def _asked_by_one(seen: Scene, index: int) -> bool:
    """ "Councillor Pask asked that the figures be included": one member's wish."""
    asked = next((g for g in reversed(seen.groups[:index]) if g.head in _ASKED), None)
    return asked is not None and asked.look is Look.PARTICIPLE and one_member(seen, asked)


def _is_ordered(seen: Scene, index: int) -> bool:
    """Whether an infinitive stands under asking or promising, or opens a line of action."""
    group = seen.groups[index]
    for other in reversed(seen.groups[:index]):
        if other.look is Look.INFINITIVE and re.search(
            r"(?:\b(?:and|or|then)(?: \w+)?|,) $", seen.words[other.end : group.start]
        ):
            continue
        if other.look is Look.PROMISE or other.look is Look.ORDER:
            answered = other.look is Look.ORDER and ANSWERED.match(seen.words, other.end)
            return not answered and (
                bool(re.search(r"\band (?:then |also )?$", seen.words[other.end : group.start]))
                or other.head in ORDERING
            )
        if other.head in PROMISING and other.look in (Look.PARTICIPLE, Look.PERFECT):
            between = seen.words[other.end : group.start]
            return between.startswith(",") or len(between.split()) < 3
        if other.head in ORDERING and (other.passive or other.look in _TELLS) and other.look in _ASKS:
            return not told_before(seen, other)
        if other.look in FINITE or other.look is Look.PARTICIPLE:
            return False
    first = group.start
    for other in reversed(seen.groups[:index]):
        if other.look is not Look.INFINITIVE:
            break
        first = other.start
    return _opens_action(seen.words[:first]) and not any(g.look in FINITE for g in seen.groups)


_TELLS = (Look.PARTICIPLE, Look.PERFECT, Look.PRESENT, Look.PAST)
_ASKS = (*_TELLS, Look.FUTURE, Look.WOULD, Look.DUTY)
_LABEL = re.compile(r"[^:]{0,30}: ?|- ?|\(?\w{1,3}[.)] ?")
_JOINING = words("""
    the all and of for & / , officers officer members
""")


def _opens_action(words: str) -> bool:
    """Whether words only name somebody, so that what follows is theirs to do: "ACTION: Head of Legal ..."."""
    label = _LABEL.match(words)
    named = words[label.end() :].split() if label else words.split()
    return 0 < len(named) <= 14 and all(
        n[0].isupper() or n[0] in "(&/" or n.strip(",").lower() in _JOINING for n in named
    )


def is_report(words: str, group: Group, *, narrow: bool = False) -> bool:
    """Whether a group's verb reports, answers, supplies papers or looks again."""
    head, after = group.head, words[group.end : group.end + 130]
    if head == "ask" and (
        wanted := re.match(r" [^,;.]{2,60}? for (?:(?:an?|the|further|more|another|regular|some) )?", after)
    ):
        return bool(PAPER.search(after[wanted.end() : wanted.end() + 40]))
    stop = re.search(r";|(?<!\bhon)\.|, (?:which|who|and the|but)\b", after)
    after = after[: stop.start()] if stop else after
    if head == "received" and group.look is Look.ORDER and _THE_REPORT.search(words[: group.start]):
        return False
    if head in _REPORTS:
        return not (
            head in ("report", "reported")
            and re.match(r" (?:for work|sick|directly|a (?:loss|crime|fault))", after)
        )
    pattern = _WITH_PATTERNS.get(head)
    if (
        pattern is not None
        and pattern.match(after)
        and not (narrow and head in ("review", "explore", "consider", "check", "take"))
    ):
        return not (
            head in ("told", "informed", "advised", "notified")
            and group.look is not Look.FUTURE
            and not group.passive
        )
    if head not in _SUPPLIES:
        return False
    if head == "receive":
        return bool(
            re.match(
                r" (?:(?:an?|regular|further|another|\w+ly) (?:[\w-]+ "
                r"){0,5}?)?(?:reports?|updates?|papers?|briefings?|presentations?)\b",
                after,
            )
        )
    if group.passive or head in ("come", "go", "follow", "be", "return", "available"):
        return _paper_subject(words[: group.start], head, after)
    return _supplies(after)


_THE_REPORT = re.compile(r"\b(?:the|their|its|his|her) [^,;.]*$")


def _supplies(after: str) -> bool:
    """Whether what follows a verb of giving is a paper; a plan or a policy only where it goes to somebody."""
    given_to = _TO_SOMEBODY.search(after)
    if _ONLY_THING.match(after):
        return False
    if INFORMATION.search(after[:75]) or (
        (given_to or _GIVES_THEM.match(after)) and PAPER.search(after[:75])
    ):
        return True
    return bool(given_to and _PRONOUN.match(after.strip()))


_TO_SOMEBODY = re.compile(
    r"\bback\b|\b(?:to|with|before) (?:the |this |every |all |our |a )?(?:\w+ )?(?:[Mm]embers?"
    r"|meeting|me|us|you|them|her|him"
    r"|[Cc]abinet|[Cc]ouncil|[Cc]ommittee|[Bb]oard|[Pp]anel|[Gg]roup|[Ff]orum|[Ee]xecutive"
    r"|[Ss]crutiny|[A-Z]\w+)\b"
)
_GIVES_THEM = re.compile(
    r" (?:all |both )?(?:the )?(?:[Mm]embers|[Cc]ouncillors|residents|tenants|objectors|parishes|him|her|them"
    r"|us|me|you) (?:an?|the|his|her|their|its|our|my|some|more)\b"
)
INFORMATION = re.compile(
    r"\b(?:reports?|updates?|papers?|figures?|information|details?|data|briefings?|breakdowns?"
    r"|notes?|responses?|letters?|answers?"
    r"|repl(?:y|ies)|summary|summaries|evidence|analysis|cop(?:y|ies)|findings|results?|bulletins?"
    r"|presentations?|explanations?|reasons"
    r"|clarification|assurances?|feedback|statistics|costings?|slides|numbers|lists?|views"
    r"|comparisons?|links?|minutes of)\b",
    re.I,
)


_ONLY_THING = re.compile(
    r" (?:part|place|effect|account|note|care|the lead|responsibility|into account|the opportunity"
    r"|steps?|action)\b"
)


def _paper_subject(before: str, head: str, after: str) -> bool:
    """ "A report will be brought back": the subject is a paper."""
    if head == "given" and re.match(r" (?:\w+ )?(?:power|authority|leave|permission)\b", after):
        return False
    subject = re.split(
        r"[;:.]|, (?:and|but)|\b(?:that|which|and) (?=(?:a|an|the|further|it|they)\b)", before[-110:]
    )[-1]
    if not PAPER.search(subject) and not re.search(
        r"\b(?:it|they|this|these|one|those|all)\b(?: \w+)? $", subject, re.I
    ):
        return False
    if head == "be":
        return bool(
            re.match(
                r" (?:made )?(?:ready|available|with|back|before|to hand|on the agenda|an? (?:\w+ "
                r"){0,2}(?:report|update|paper))",
                after,
            )
        ) and bool(PAPER.search(subject))
    if head in ("come", "go", "return"):
        return bool(re.match(r" (?:\w+ )?(?:to|before|back|forward|out|with)\b", after))
    if head == "follow":
        return True
    if head in ("considered", "set", "included", "added", "made", "taken", "put", "put"):
        return bool(
            re.search(
                r"\b(?:to|at|by|in|available|before|with|out) (?:the |a |an |this |every |all "
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


def _asks_for_paper(seen: Scene, index: int) -> bool:
    """ "Promised a full account", "asked for regular updates", "requested further information"."""
    group = seen.groups[index]
    if (
        group.passive
        or group.look is Look.PAST
        or (group.look is Look.PERFECT and "been" in seen.words[group.start : group.end])
    ):
        return False
    after = seen.words[group.end : group.end + 90]
    stop = re.search(r"[;.,]", after)
    after = after[: stop.start()] if stop else after
    if re.match(r" (?:to|that|whether|if|why|how|what|when|about|by|in|at)\b", after):
        return False
    pattern = _PROMISED_NOUN if group.head.startswith(("promis", "undert", "pledg")) else _ASKS_FOR
    found = pattern.match(after)
    if group.head.startswith(("ask", "call")) and not after.startswith(" for"):
        return False
    return found is not None and bool(PAPER.match(after[found.end() :].strip()) or PAPER.search(after[:50]))

"""Promises and orders to report: what counts as a commitment though no time is stated.

To report, answer, update, supply papers or figures, or look at the matter again.
"""

import re
from collections.abc import Iterator

from handback.reading.claims.askers import RECOMMENDS_TO, STANDING_DUTY, one_member
from handback.reading.claims.paper_words import PAPER
from handback.reading.claims.report_verbs import ASKED, GIVING_WORD, is_report, tells_of_reports
from handback.reading.claims.scenes import Scene
from handback.reading.claims.told_over import ANSWERED, is_told_over, told_before
from handback.reading.claims.verb_phrases import FINITE, Group, Look
from handback.reading.claims.verb_words import ORDERING, PROMISES_NOW, PROMISING, words
from handback.reading.words.watch import waits

_PROMISED_NOUN = re.compile(
    r"(?: (?:to )?(?:the |all )?(?:Members?|members|Councillors?"
    r"|the (?:Committee|Board|Panel|Cabinet|Council|Group|House)"
    r"|them|us|me|her|him|(?:[\w'-]+ ){0,2}[\w'-]+(?= an? )))? ?"
    r"(?:an?|the|further|another|that|regular|weekly|monthly|quarterly|annual|more|full|some|its"
    r"|for (?:an?|further|more|another|regular|weekly|monthly|quarterly))\b(?: [\w'-]+){0,4}? ?"
)
_ASKS_FOR = re.compile(
    r"(?: for)?(?: (?:an?|the|further|another|more|regular|weekly|monthly|quarterly|annual|some"
    r"|six[- ]monthly|any|copies|sight of))+(?: [\w'-]+){0,4}? (?=\w)"
)


def report_groups(seen: Scene) -> Iterator[Group]:
    """The groups of a sentence that promise or order a report or the like; "would" counts as told."""
    for index, group in _of_reports(seen):
        if _is_barred(seen.words[max(0, group.start - 90) : group.start]) or _tells_of_itself(seen, group):
            continue
        if (group.look is Look.ORDER and _asked_by_one(seen, index)) or is_told_over(seen, group):
            continue
        if group.look is Look.DUTY and group.head == "consider" and _TESTS.match(seen.words, group.end):
            continue
        if _may_leave_it(seen, group):
            continue
        if group.look is Look.INFINITIVE and index and told_before(seen, seen.groups[index - 1]):
            continue
        if _may_promise(seen, index):
            if is_report(seen.words, group, narrow=group.look is Look.PLAN):
                yield group
        elif group.look is not Look.DOUBT and _wants_paper(seen, group) and _asks_for_paper(seen, index):
            yield group


#: "We must consider whether there was fault": what is asked in every case.
_TESTS = re.compile(r" (?:whether|if|how|what)\b")
#: "This report will present", "The purpose of this report is to present": what a paper says of itself.
_ITSELF = waits(
    r"\b(?:[Tt]his (?:covering |attached )?(?:report|paper|briefing|note|item|document)"
    r"|(?:purpose|aim|object) of (?:this|the) (?:covering )?"
    r"(?:report|paper|item|briefing|note|document|session)) (?:also |then )?$"
)


def _tells_of_itself(seen: Scene, group: Group) -> bool:
    return not group.passive and _ITSELF.search(seen.words[: group.start]) is not None


def _of_reports(seen: Scene) -> list[tuple[int, Group]]:
    """The groups, with their numbers, that may report; none of a question or of what is only recommended."""
    told = [
        (n, g)
        for n, g in enumerate(seen.groups)
        if not g.negated
        and tells_of_reports(g.head)
        and not _TOLD_TO.match(seen.words, g.start)
        and not (g.head == "report" and _NOUN_OF.match(seen.words, g.end))
    ]
    if not told or _TO_READERS.search(seen.words) or seen.words.rstrip("\"' ").endswith("?"):
        return []
    return [] if not seen.outside and RECOMMENDS_TO.search(seen.words) else told


#: A report and whose it is: "given to report of the Clerk", "Report by Director of Ports".
_NOUN_OF = re.compile(
    r" (?:the )?(?:presence|absence|attendance|apologies)\b| (?:of|from) (?:the )?[A-Z]"
    r"| by (?:the )?[A-Z][a-z]+ (?:[A-Z]|of\b|for\b)"
)
#: "Was told to repair its quays": what is told is an order, and no report.
_TOLD_TO = re.compile(r"(?:was|were|is|are|be|been|being|had been|has been|have been) told to ")
#: What a page asks of whoever reads it, or says of what it lists.
_TO_READERS = waits(
    r"\b[Pp]lease (?:check|see|visit|view|click|refer to|note|read|contact|use)\b"
    r"|\b(?:that|which) will be [a-z]+ (?:is|are)\b"
)
_REPORTING = words("""
    report submit supply provide send publish circulate respond reply
""")


def _may_promise(seen: Scene, index: int) -> bool:
    """Whether a group of verbs looks forward as a promise, an order or a duty does."""
    group = seen.groups[index]
    if group.look is Look.PLAN:
        minded = "minded" in seen.words[group.start : group.end]
        return not minded and group.head not in {"be", "review", "reviewed"} | PROMISES_NOW
    if group.look is Look.INFINITIVE and seen.listed and group.start == 0 and group.head in _REPORTING:
        return True
    if group.head == "confirm" and _RESOLVED_TO.search(seen.words[: group.end]):
        return False  # to confirm a programme is to approve it
    if group.look is Look.INFINITIVE:
        return _is_ordered(seen, index) or (seen.ordered and group.start < 3)
    if group.look is Look.WAS_PLANNED:
        return group.passive and seen.words.startswith(("was to ", "were to "), group.start)
    if group.look in (Look.DUTY, Look.FUTURE) and STANDING_DUTY.search(seen.words[: group.start + 130]):
        return False
    if group.look is Look.FUTURE and _OF_ITS_REMIT.search(seen.words[: group.start]):
        return seen.words.find(" again", group.end) >= 0
    if group.look is Look.WOULD and _WOULD_NEED.search(seen.words[group.start : group.end]):
        return False
    if group.look is Look.SHOULD:
        return (
            seen.outside
            or (seen.ordered and group.passive)
            or bool(_I_PROPOSE.search(seen.words[: group.start]))
        )
    return group.look in (Look.FUTURE, Look.PROMISE, Look.ORDER, Look.WOULD, Look.DUTY)


#: "It would need to give reasons": what would follow, and nothing that is promised.
_WOULD_NEED = re.compile(r"\b(?:need|have) to\b")


def _may_leave_it(seen: Scene, group: Group) -> bool:
    """Whether somebody is only invited to reply, or a body asked to consider what lies before it."""
    before = seen.words[: group.start]
    if group.head in ("respond", "reply", "comment"):
        return _VIEWS_ASKED.search(before) is not None
    if _BODY_IS_ASKED.search(seen.words[: group.end]) and not seen.outside:
        return True
    return group.head in ("consider", "review") and _BODY_ASKED.search(before) is not None


#: "Residents will be invited to respond": whoever is consulted need not.
_VIEWS_ASKED = re.compile(r"\b(?:invited|encouraged|able|welcome|free) $")
#: What an inquiry will look into is its remit, and no promise of anybody's.
_OF_ITS_REMIT = re.compile(
    r"(?:^|[,;:.] |\b(?:that|and|while) )(?:[Tt]he|[Tt]his|[Aa]n?|[Ii]ts|[Oo]ur) (?:[\w'-]+ ){0,4}?(?:inquiry"
    r"|enquiry|inspection|review|audit|study|probe|investigation|consultation|survey|visit|peer challenge)"
    r"(?: (?:also|then))? $|^(?:It|They) (?:also )?$"
)
#: Whoever speaks for himself wants it: "I am proposing that the council should report to me".
_I_PROPOSE = re.compile(
    r"\b(?:I|[Ww]e) (?:am |are |have |also |therefore |now )*"
    r"(?:propos|expect|ask|requir|recommend|request|want)\w* [^.;]*\bthat\b"
)


def _wants_paper(seen: Scene, group: Group) -> bool:
    if group.head in ASKED:
        return not (one_member(seen, group) or ANSWERED.match(seen.words, group.end))
    return group.head in GIVING_WORD


#: "The Committee is asked to consider": what every report asks of its readers.
_BODY_ASKED = re.compile(
    r"\b(?:committee|cabinet|board|panel|members|council|executive|forum|group)\b[^,;.]{0,20}\b"
    r"(?:is|are|was|were|be) (?:asked|invited|requested|recommended) $",
    re.I,
)


#: "Cabinet is invited to adopt": what a report asks of those who read it.
_BODY_IS_ASKED = re.compile(
    r"\b(?:[Cc]abinet|[Cc]ommittee|[Pp]anel|[Mm]embers|[Ee]xecutive|[Bb]oard|[Ff]orum) (?:is|are)"
    r" (?:therefore |also |now )?(?:asked|invited|requested|recommended)(?: to [\w-]+)?$"
)


def _is_barred(before: str) -> bool:
    """Whether a verb is asked about; "to the Director, who would report" tells what he is to do."""
    return _BARRED.search(before) is not None and not before.endswith((", who ", ", which "))


_BARRED = waits(
    r"\b(?:whether|why|how|what|when|who|which|whom)(?: [\w']+){0,2} $|\bwhether(?: [\w']+){3,6} $"
    r"|\babout (?:what|how|when|which) [^,;.]{2,70} $|\bas $",
    re.I,
)


def _asked_by_one(seen: Scene, index: int) -> bool:
    """ "Councillor Pask asked that the figures be included": one member's wish."""
    asked = next((g for g in reversed(seen.groups[:index]) if g.head in ASKED), None)
    return asked is not None and asked.look is Look.PARTICIPLE and one_member(seen, asked)


def _is_ordered(seen: Scene, index: int) -> bool:
    """Whether an infinitive stands under asking or promising, or opens a line of action."""
    group = seen.groups[index]
    near = seen.words[max(0, group.start - _FARTHEST_LEAVE) : group.start]
    if group.head != "report" and _GIVEN_LEAVE.search(near):
        return False
    if seen.ordered and group.passive and _PAPER_BEFORE.search(near):
        return True
    for other in reversed(seen.groups[:index]):
        told = _orders_next(seen, other, group)
        if told is not None:
            return told
    first = group.start
    for other in reversed(seen.groups[:index]):
        if other.look is not Look.INFINITIVE:
            break
        first = other.start
    if seen.ordered and not any(g.look in FINITE and g.start < first for g in seen.groups):
        return True
    if _paper_to(seen, first, group):
        return True
    return _opens_action(seen.words[:first]) and not any(g.look in FINITE for g in seen.groups)


#: What somebody is given authority for is no order: "delegation is given to the Clerk to submit a response".
_GIVEN_LEAVE = re.compile(
    r"\b(?:authority|powers?|leave|delegation|permission|authori[sz]ation)(?: (?:is|be|was|has been)"
    r"(?: hereby)? (?:given|granted|delegated))? (?:to|for) [^.;]{3,90}$"
)
_FARTHEST_LEAVE = 180  # characters of "authorisation has been hereby delegated to" and of who is given it
_RESOLVED_TO = re.compile(r"\b(?:resolved|agreed|decided) to confirm$", re.I)
#: "Agreed to further updates of progress to be submitted": what is to become of a paper is ordered with it.
_PAPER_BEFORE = re.compile(
    r"\b(?:reports?|updates?|papers?|briefings?|figures|information|details|presentations?|notes?"
    r"|responses?|reviews?|business case|strategy|policy|plan)"
    r"(?: (?:on|of|about|from|for|as to|regarding) [^,;.]{2,70})? $"
)
_PAPER_FIRST = re.compile(
    r"(?:An? |The |Further |Another )?(?:[\w'-]+ ){0,3}?(?P<paper>\w+)(?: (?:on|of|about) [^,;.]{2,60})? $"
)
_WHEN = re.compile(r"\b(?:when|once|as soon as|after|before|until|if|that|which|who)\b")


def _paper_to(seen: Scene, first: int, group: Group) -> bool:
    """ "A paper to come back when the rules are made": a paper, and what is to become of it."""
    paper = _PAPER_FIRST.match(seen.words[:first])
    if paper is None or not PAPER.fullmatch(paper["paper"]):
        return False
    later = next((g for g in seen.groups if g.look in FINITE and g is not group), None)
    return later is None or (
        later.start > group.end and bool(_WHEN.search(seen.words[group.end : later.start]))
    )


_LONGEST_JOINT = 60  # characters that join an infinitive to the one before: "and subsequently "


#: "To ring round the wardens in order to find out": what a thing is done for is no order of its own.
_PURPOSE = (" in order ", " so as ")


def _orders_next(seen: Scene, other: Group, group: Group) -> bool | None:
    """Whether an earlier verb orders or promises what an infinitive says; None where it lets it be."""
    between = seen.words[other.end : group.start]
    if between.endswith(_PURPOSE):
        return False
    if other.head == "continue" and other.look in (Look.FUTURE, Look.DUTY, Look.WOULD, Look.ORDER):
        return between == " "
    if other.look is Look.INFINITIVE and seen.ordered and other.head in _TO_ASK:
        return True
    if other.look is Look.INFINITIVE and _GOES_ON.search(between[-_LONGEST_JOINT:]):
        return None
    if other.look is Look.PROMISE or other.look is Look.ORDER:
        answered = other.look is Look.ORDER and ANSWERED.match(seen.words, other.end)
        goes_on = _AND_THEN.search(between[-_LONGEST_JOINT:]) is not None
        return not answered and (goes_on or other.head in ORDERING)
    if other.head in PROMISING and other.look in (Look.PARTICIPLE, Look.PERFECT):
        return between.startswith(",") or len(between.split()) < 3
    if other.head in ORDERING and (other.passive or other.look in _TELLS) and other.look in _ASKS:
        return not told_before(seen, other)
    return False if other.look in FINITE or other.look is Look.PARTICIPLE else None


_GOES_ON = re.compile(r"(?:\b(?:and|or|then)(?: \w+)?|,) $")
_AND_THEN = re.compile(r"\band (?:then |also )?$")
_TO_ASK = words("""
    ask request require invite instruct direct tell remind
""")
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


#: "A further report was requested for the next meeting": asked for, and not yet given.
_PAPER_ASKED_FOR = waits(
    r"(?:^|, |; |\band )(?:[Aa]n?|[Mm]ore|[Ff]urther|[Aa]nother|[Ss]ome|[Rr]egular)(?: [\w'-]+){0,3}?"
    r" (?:reports?|updates?|papers?|figures|information|details?|briefings?|breakdowns?|notes?"
    r"|presentations?)(?: (?:on|about|of|to|for) [^,;.]{2,60}?)?"
    r" (?:was|were|is|are) (?:also |then )?(?:requested|asked for|called for)$"
)


def _asks_for_paper(seen: Scene, index: int) -> bool:
    """ "Promised a full account", "asked for regular updates", "requested further information"."""
    group = seen.groups[index]
    if group.passive and group.head == "promised":
        return (
            PAPER.match(_PROMISED_NOUN.sub("", seen.words[group.end : group.end + 90], 1).strip()) is not None
        )
    if _PAPER_ASKED_FOR.search(seen.words[: group.end]):
        return True
    asked_for = group.passive and seen.words.startswith(" for ", group.end)
    if asked_for and seen.words[: group.start].strip().lower() in ("i", "we"):
        return False
    if (
        (group.passive and not asked_for)
        or (group.look is Look.PAST and not asked_for)
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

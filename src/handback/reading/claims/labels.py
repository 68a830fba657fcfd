"""The labels of council pages: words such as Decision, Minutes, Reasons that say how to read what follows."""

import re
from enum import StrEnum
from functools import lru_cache, reduce
from operator import or_

from handback.reading.document import Document
from handback.reading.words.watch import EVERYTHING, Sights, waits, watch


class Zone(StrEnum):
    """How a passage is to be read."""

    BODY = "body"
    DECIDED = "decided"  # stands under "Decision" or "Resolved": each item is decided
    RESTATED = "restated"  # resolved again, after the decision has been listed
    DISCUSSION = "discussion"  # the account of an item whose decision is listed
    RECOMMENDED = "recommended"
    OPTIONS = "options"
    LISTED = "listed"  # items under a lead-in that decides nothing
    ASIDE = "aside"  # titles, fields, links, summaries by machine


_TO_A_BODY = r" to (?:the )?(?:full )?(?:council|cabinet|executive|committee|the board)"
_DECIDED = (
    r"(?:(?:cabinet|member|officer|executive|delegated|urgent|key|final|our|the|cabinet's|council"
    r"|committee|board|commissioners?'?s?|mayoral|panel|leader's?) )*decisions?"
    r"(?:\(s\)| (?:no\.? ?)?\d{1,2})?(?: taken| made| reached| agreed)?(?: by (?:the )?[\w' ]{3,40})?"
    r"|(?:the |full |final )*decisions? (?:text|outcome|summary|description|in full)"
    r"|(?:the )?decision of (?:the )?[\w' -]{3,40}"
    r"|(?:details?|record|summary|text|terms|nature|statement) of (?:the )?decisions?(?: taken| made)?"
    r"|(?:the )?(?:[\w-]+ ){0,4}[\w-]+'s? decisions?(?:\(s\))?(?: (?:is|was) as follows)?"
    r"|(?:what|matters?) (?:was|were|is|has been|have been) (?:being )?(?:decided|agreed)"
    r"|resolutions?|council resolution|outcome of (?:the )?vote"
    r"|(?:the )?(?:outcome|determination|ruling|result"
    r"|decisions?/(?:outcomes?|resolutions?|actions?)"
    r"|minute (?:decision|resolution))"
    rf"|recommended{_TO_A_BODY}"
)
_RECOMMENDED = (
    r"(?:(?:officers?'?|proposed|draft|report|scrutiny|main|key|our) )*recommend"
    r"(?:ations?(?:\(s\))?(?: to [\w ]+| from [\w ]+| of [\w ]+)?|ed(?: that)?)"
    r"|(?:recommended|proposed) decision|proposals?|proposed resolution"
    r"|(?:matters?|subject|issues?|items?|reports?) (?:for|of) (?:the )?decision"
    r"|decisions? (?:required|sought|requested|needed|to be (?:made|taken))"
    r"|purpose of (?:the )?report"
)
_OTHER_OPTIONS = (
    r"(?:alternative |other )?options?(?: considered| available| appraisal)?(?:(?: and|,) rejected)?"
    r"|(?:other )?alternatives(?: considered)?(?: and rejected)?"
    r"|alternative options?.{0,30}"
    r"|(?:details? of )?(?:any )?alternative options?.{0,40}"
)
_REASONS = (
    r"(?:summary of )?reasons?(?:\(s\))?(?: key"
    r"| for (?:the |this |its |making )*"
    r"(?:decisions?|recommendations?|urgency|refusal|approval|resolution|lateness|condition).{0,20})?"
    r"|informatives?"
    r"|conditions?(?: of (?:consent|approval))?"
    r"|why (?:the|this) decision.{0,60}"
    r"|any (?:other |alternative )+options?.{0,40}"
    r"|purposes?(?: of (?:the )?(?:decision|report))?"
    r"|rationale"
)
_BESIDE = (
    r"(?:supporting|additional|background|related|accompanying)"
    r" (?:documents?|papers|questions|content|links|items|stories|articles)"
    r"|more (?:news|stories|from .{1,30})|most (?:read|popular)"
    r"|read (?:more|next|also)(?: (?:about|on) [^.:]{1,60}| here)?"
    r"|see also|also read|summary \(.{0,20}machine.{0,40}\)|have your say.{0,60}|share this.{0,20}"
    r"|comments(?: powered by .{1,30})?|sign up.{0,40}|latest news|you may also like"
    r"|back to (?:the )?top(?: of (?:the )?page)?"
)
_ACCOUNT = (
    r"(?:(?:legal|delegated|statutory) )?(?:authority|powers?)"
    r"(?: (?:for|to make|to take|under)(?: the| this)? decision)?"
    r"|minutes|background(?: information)?"
    r"|(?:summary of )?(?:the )?(?:discussion|debate)"
    r"|summary(?: of .{1,30})?|details|content|introduction|update|notes|next steps"
    r"|what (?:next|was done|is left)|timetable|history|context|conclusions?|risks?|legal|cost|finance"
    r"|(?:[a-z]+ )?implications|in discussion|consultation|issues"
    r"|scrutiny (?:considerations?|comments?)"
    r"|(?:declarations?|conflicts?) of interests?.{0,80}"
    r"|notes? to editors|contact|public questions?"
)
#: The zone that each label opens, the first that fits; None only ends the one before.
_LABELS: tuple[tuple[Zone | None, str], ...] = (
    (Zone.DECIDED, _DECIDED),
    (Zone.RECOMMENDED, _RECOMMENDED),
    (Zone.OPTIONS, r"minded[ -]to(?: [a-z]+){0,3} decision"),
    (Zone.OPTIONS, _OTHER_OPTIONS),
    (Zone.OPTIONS, _REASONS),
    (Zone.ASIDE, _BESIDE),
    (None, _ACCOUNT),
)
_PAGE = re.compile(
    r"(?:issue - decisions|decision details|decisions published"
    r"|decision[ -]?(?:maker|status|taker|taken by|reference|number|level|date)"
    r"|implementation date|this section allows you to view|current state|is key decision|key decision"
    r"|is subject to call[ -]in|subject to call[ -]in|decision published|made at meeting)\b",
    re.I,
)
_ON_A_PAGE = watch(_PAGE)
_PATTERNS = tuple(
    (
        zone,
        re.compile(
            rf"(?:\d+(?:\.\d+)*\.? |\()?(?P<label>{words})(?: \([A-Za-z ]{{4,40}}\)(?=\s*(?::|$)))?"
            r"\s*(?P<mark>: ?\|\s*$|: ?-+|-+(?![A-Za-z])|:|\?"
            r"|\|(?=[^|]*$)|$"
            r"|(?<=[a-z])(?-i:(?=[A-Z][a-z])))",
            re.I,
        ),
    )
    for zone, words in _LABELS
)
_LABEL = tuple((zone, pattern, watch(pattern)) for zone, pattern in _PATTERNS)
_DECIDES = watch(*(pattern for zone, pattern in _PATTERNS if zone is Zone.DECIDED))
_ANY_LABEL = reduce(or_, (gate for *_, gate in _LABEL))
_MARKED = re.compile(r"[:|?-]|[a-z][A-Z][a-z]")
_LONGEST_LABEL = 90
#: Labels met in the middle of a passage, where a page's lines were run together.
_INLINE = re.compile(
    r"(?<=\S )(?<!inded to Grant )(?<!inded to Refuse )(?<!inded to Approve )(?<!for )(?<!of )"
    r"(?<!the )(?<!FOR )(?<!OF )(?<!THE )(?<!KEY )(?<!this )(?<!to )(?<![Kk]ey )(?<!previous )(?<!last )"
    r"(?:(?P<item>Decisions?(?: Made| Taken)?|DECISIONS?|Minutes|MINUTES|Additional documents)"
    r"|Supporting documents"
    r"|Reasons? for (?:the )?[Dd]ecisions?"
    r"|REASONS?(?: FOR DECISION)?|Reasons?"
    r"|Alternative [Oo]ptions? [Cc]onsidered(?: and [Rr]ejected)?"
    r"|Recommendations?|RECOMMENDATIONS?) ?:-?(?=\s|$|[A-Za-z0-9(])"
    r"|(?<=\S )RESOLVED(?= ?[:-]+ )"
    r"|(?<=[.;] )\(?[a-h2-9][.)] {1,4}(?:Reasons? for|Alternative [Oo]ptions?)\b"
    r"|(?<=[.;:?] )(?:[Ii]t was (?:then |therefore |unanimously )?)?(?:RESOLVED|AGREED|DECIDED)(?=[:\s-])"
    r"|(?<=[.;:?,] )RECOMMENDED(?= (?:that|to)\b)"
)
_INSIDE = watch(_INLINE)
_INLINE_WORDS = (
    "ecision", "DECISION", "inutes:", "MINUTES", "documents", "eason", "REASON", "Alternative",
    "ecommendation", "RECOMMENDATION", "RESOLVED", "AGREED", "DECIDED",
    "RECOMMENDED",
)  # fmt: skip
_OPENS_LINE = re.compile(
    r"(?<=[:-])[ \t]*\n[ \t]*(?=To [a-z])"
    r"|(?<=[a-z0-9)])[ \t]*\n[ \t]*(?=(?:That (?:the|authority|approval|Cabinet|Council|delegated|this|it)"
    r"|RESOLVED|Resolved|AGREED)\b)"
)


def label(words: str, may: int = EVERYTHING) -> tuple[Zone | None, int] | None:
    """The zone that a passage's first words open, and where they end; None if they are no label."""
    if not may & _ANY_LABEL:
        return None
    return _label(words[:_LONGEST_LABEL], may & _ANY_LABEL, alone=len(words) <= _LONGEST_LABEL)


@lru_cache(maxsize=512)  # the labels of a page are those of the next one too
def _label(head: str, may: int, *, alone: bool) -> tuple[Zone | None, int] | None:
    """`alone`: no words stand behind the head."""
    if not alone and not _MARKED.search(head):
        return None
    for zone, pattern, gate in _LABEL:
        found = pattern.match(head) if may & gate else None
        if found is None:
            continue
        if found["mark"] or found.end() == found.end("label") or (alone and found.end() == len(head)):
            # a body without power to decide "RECOMMENDED": its minutes resolve so, a report only recommends
            return Zone.DECIDED if head.startswith("RECOMMENDED") else zone, found.end()
    return None


def of_decision_page(words: str) -> bool:
    """Whether words are a title or field that only a page about a decision has ("Is key decision? No")."""
    return bool(_PAGE.match(words))


def inline(words: str, raw: str, may: int = EVERYTHING) -> list[tuple[int, bool]]:
    """Where labels begin inside a passage, and whether each is one that every agenda item has.

    `raw` are the same words with their line ends: a line that opens a resolution was joined by mistake.
    """
    places: list[tuple[int, bool]] = []
    if may & _INSIDE and any(word in words for word in _INLINE_WORDS):
        places = [(found.start(), bool(found["item"])) for found in _INLINE.finditer(words)]
    if "\n" in raw:
        places += [(found.end(), False) for found in _OPENS_LINE.finditer(raw)]
    return sorted(dict(places).items()) if places else places


_IN_GENERAL = waits(
    r"\b(?:decisions?|records?|notices?)\b[^.;]{0,120}\b(?:are|is|will be|must be)"
    r" (?:published|recorded|listed|available|retained)\b"
    r"|\brequires? (?:the )?(?:[Cc]ouncil|(?:council )?officers|councils)\b[^.;]{0,60}\b"
    r"(?:record|publish|produce)"
    r"|\byou can (?:also )?(?:find|view|search|see)\b[^.;]{0,60}\bdecisions\b"
    r"|\b(?:recordkeeping|record) of (?:certain|any|all|some) decisions\b"
)
_DECIDED_HERE = re.compile(
    r"\b(?:RESOLVED|[Rr]esolved|AGREED|[Aa]greed|[Aa]pproved|APPROVED|[Nn]oted|decided (?:to|that)|be granted"
    r"|That the)\b"
)


def tells_of_decisions(plain: str) -> bool:
    """Whether a page only tells how decisions are made, or where they are published."""
    head = plain[:6_000]
    return _IN_GENERAL.search(head) is not None and _DECIDED_HERE.search(head) is None


def decides_without_label(document: Document, plain: str, sights: Sights) -> bool:
    """Whether a document is a page about a decision whose label was lost with its headings."""
    if not sights.anywhere & _ON_A_PAGE:
        return False
    places = [(p.start, min(p.end, p.start + 90)) for p in document.passages[:400]]
    heads = [plain[start:end] for start, end in places]
    if not any(map(of_decision_page, heads)):
        return False
    for words, place in zip(heads, places, strict=True):
        may = sights.between(*place)
        if may & _DECIDES or words.startswith("RECOMMENDED"):
            found = label(words, may)
            if found is not None and found[0] is Zone.DECIDED:
                return False
        if may & _INSIDE and inline(words, words, may):
            return False
    return True

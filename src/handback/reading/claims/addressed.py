"""What a page tells everybody: how to apply, what happens then, what the page itself will explain.

A page that speaks to the public ("You must tell us within one month", "We will then write to you") sets out
what holds whenever somebody asks, and commits nobody to a thing of its own. So does whatever is laid on each
applicant, on members before every meeting, or on a reader after "please"; so do a constitution, a procedure
and a guide. A letter speaks to one body, and its "you" is an order. What names a day of its own ("you must
send your views by 5 June") is left alone.
"""

import re

from handback.reading.claims.outline import Outline
from handback.reading.words.watch import waits, watched

_YOU = watched(r"\b(?:[Yy]ou|[Yy]our|[Yy]ours|[Yy]ourself)\b(?!['’]?[^.]*[\"”]$)")
_LETTER = waits(
    r"^\s*(?:Dear\b|(?:To|From|Sent|Subject|Cc): )|\bYours (?:sincerely|faithfully|ever|truly)\b", re.M
)
_PUBLISHES = re.compile(r"\b(?:publish\w*|report(?:ed)? (?:back )?to)\b")
#: How many sentences speak to the reader, and how great a part of all, on a page that is for the public.
FEWEST, SHARE, MOSTLY = 2, 0.12, 0.3

#: What sets out how things are always done: a constitution, a procedure, a guide.
_RULES = re.compile(
    r"^[^|.:\n]{0,50}\b(?:procedure rules?|standing orders|scheme of delegations?|terms of reference"
    r"|(?:manual|guides?|guidance(?: notes?)?|handbook|toolkit) (?:for|on)"
    r"|call-?in process"
    r"|guide to (?:the |our )?(?:[\w-]+ ){0,3}process"
    r"|process when|rules of procedure|code of conduct"
    r"|how [\w' -]{3,40} (?:works?|(?:is|are) (?:made|taken|dealt with)))\b[^|.\n]{0,90}$"
    r"|\bthis (?:procedure|policy|protocol|code|scheme|guidance|handbook)"
    r" (?:shall|will|applies|appl(?:y|ied)|sets out|explains|is for)\b"
    r"|^what (?:is|are) (?:the |an? |our )?[\w ]{3,40}\?",
    re.I | re.M,
)
_MEETS = re.compile(r"\b(?:RESOLVED|Resolved|AGREED|Minutes:|Decision:|Minutes of (?:the|a)|Present:)")
HEAD = 400  # characters in which a page says what it is
#: A standing duty to report, again and again or to a body, is a promise all the same.
_REPORTS = re.compile(
    r"\b(?:report(?:s|ed|ing)?|updates?|returns?)\b[^.;]{0,60}\b(?:to|every|each)\b"
    r"|\b(?:annual|quarter|month|week|year|six-month)ly\b"
    r"|\b(?:every|each) (?:\w+ )?(?:year|month|quarter|week|meeting|term)s?\b",
    re.I,
)

_PLEASE = waits(r"\b[Pp]lease\b(?! (?:find|that)\b)")
_OF_ITSELF = waits(
    r"^(?:The|This|Our) (?:[\w-]+ ){0,3}?(?:plan|list|register|page|document|leaflet|guide|section)"
    r" (?:(?:is|are) (?:a list|published|updated|prepared)|lists?|includes?|contains?|gives?) "
    r"|^(?:At|In|On) [^,]{0,20}this (?:statement|report|letter|page|document), (?:we|I)"
    r" (?:set|explain|describe|give|list) "
    r"|(?:^|[,;] |\b(?:[Hh]owever|and|but) )[Tt]h(?:is|ese) (?:[\w-]+ )?"
    r"(?:letter|minutes|page|guide|guidance|leaflet|notice|section|form|document|booklet|factsheet|policy"
    r"|handbook)s? (?:will|would|should) (?:also |then )?"
    r"(?:explain|follow|set|tell|show|describe|give|cover|provide|help|inform|include|answer)\b"
)
_WHOEVER = (
    r"(?:applicants?|candidates?|post[ -]?holders?"
    r"|electors?|claimants?|complainants?|speakers?|petitioners?|objectors?"
    r"|customers?|bidders?|tenderers?|nominees?|appellants?|questioners?|licen[cs]e[ -]holders?)"
)
_OF_ALL = waits(
    rf"^(?:(?:The (?=(?:successful|post))|Each|Any|Every|All|An?|Such) )?(?:[\w-]+ )?{_WHOEVER}"
    r" (?:will|shall|must|should|may|are|is)\b"
    rf"|^(?:If|Where|When|Once) (?:an?|the|any) (?:[\w-]+ ){{0,2}}{_WHOEVER}\b"
    r"|^(?:Following|After|Once|When|Whenever|Where|If) (?:an?|each|any|every) [^,.;]{3,90},"
    r"|^(?:When|Whenever|Where|Once) (?:we|you|they|councils?|authorities|people|organisations?)"
    r" (?:are|is|have|has|receive|make|find|issue|get|ask|send|do|want|need|complete|apply)\b"
    r"[^.;]{3,120},"
    r"|^In (?:a (?:small )?(?:number|minority) of|some|most|many|certain|exceptional|rare|all)"
    r" [^,.;]{0,30}(?:cases|investigations|circumstances|instances|situations)\b"
    r"|^(?:An?|Each|Every|Any) (?:[\w-]+ )?"
    r"(?:council|authority|body|organisation|provider|landlord|school)(?: or [\w-]+)?"
    r" (?:should|must|shall|will|may)\b"
    r"|\bapplications? (?:forms? )?(?:must|shall|should|will) be\b"
    r"|\b(?:must|shall|should|will) be (?:submitted|provided|supplied|sent|returned) with"
    r" (?:the|your|an|their|each|every|any) (?:[\w-]+ )?(?:application|form)\b"
    r"|(?:^|, |\bthat )(?:local |all |most |other )*(?:councils|authorities|bodies|boroughs|districts)"
    r" (?:are (?:required|expected|asked)|must|shall|should|need) "
    r"|\b(?:usually|normally|typically|statutorily|legally required|required (?:by law|under))\b",
    re.I,
)
#: What members are told before every meeting.
_OF_MEMBERS = waits(
    r"\b(?:[Mm]embers|[Cc]ouncillors|[Oo]fficers|[Vv]isitors|[Aa]ttendees)(?: and [\w-]+)? (?:(?:are|is)"
    r" (?:\w+ )?(?:required|reminded|requested|asked|advised|invited)(?: to| that)|must|should)"
    r"[^.;]{0,60}\b(?:declar|disclos|notify|notice|substitut|withdraw|switch|silence|interests?\b)"
)


class Addressed:
    """Whom a document speaks to, worked out when first asked."""

    def __init__(self, found: Outline) -> None:
        self._found = found
        self._share: float | None = None
        self._rules: bool | None = None

    def binds_nobody(self, words: str) -> bool:
        """Whether what a sentence says without a day of its own is told to all, and binds nobody."""
        if _OF_ITSELF.search(words) or _OF_ALL.search(words) or _OF_MEMBERS.search(words):
            return True
        if self._sets_rules() and not _REPORTS.search(words):
            return True
        if _PLEASE.search(words):
            return self._public_share() >= 0
        least = SHARE if _YOU.pattern.search(words) else MOSTLY
        return self._public_share() >= least and not _PUBLISHES.search(words)

    def _sets_rules(self) -> bool:
        """Whether it sets out how things are always done, and is no record of a meeting."""
        if self._rules is None:
            text = self._found.document.text
            self._rules = _RULES.search(text[:HEAD]) is not None and _MEETS.search(text) is None
        return self._rules

    def _public_share(self) -> float:
        """The part of the sentences that speak to the reader; -1 for a letter."""
        if self._share is None:
            self._share = self._counted()
        return self._share

    def _counted(self) -> float:
        if _LETTER.search(self._found.document.text):
            return -1.0
        told = [one for part in self._found.parts for one in part.sentences]
        spoken = sum(_YOU.search(one.words, one.may) is not None for one in told)
        return spoken / len(told) if spoken >= FEWEST else 0.0

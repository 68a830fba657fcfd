"""Where the reading of transfers has got to on a page, and how what it finds becomes a claim."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from handback.reading.claims.claim import Claim, Type
from handback.reading.claims.councils import Councils
from handback.reading.claims.finding import claim
from handback.reading.claims.function_names import Named
from handback.reading.claims.holders import COMMISSIONERS, COUNCIL, OTHER, TO_COMMISSIONERS
from handback.reading.claims.listed import Lead
from handback.reading.claims.modality import IN_FORCE, PROPOSED, RETAINED
from handback.reading.claims.outline import Outline
from handback.reading.claims.patterns import pattern
from handback.reading.claims.recalled import Mention, Recalled
from handback.reading.claims.tables_of_holders import Columns
from handback.reading.words.dates import stated_times
from handback.reading.words.points import Grain
from handback.reading.words.sentences import Sentence
from handback.reading.words.watch import watched

REMEMBERED = 6  # sentences: what was told earlier is not pointed back to


@dataclass
class Page:
    """Where the reading of a page has got to."""

    outline: Outline
    intervention: bool
    recalled: Recalled = field(default_factory=Recalled)
    title: Lead | None = None  # what the title says of what stands under it
    lead: Lead | None = None  # what the lead-in says of the list that follows
    devolved: bool = False  # only a combined authority is told of
    headline: bool = False  # that title is a headline of news, and no title of a list
    annexes: dict[str, Lead] = field(default_factory=dict)  # what was said of "the functions in Annex B"
    annexed: bool = False  # the title is an annex's: headings under it may be entries
    just_opened: bool = False  # nothing has been listed yet
    opener: str = ""  # the kind of marker of the paragraph that opened the list
    in_force_on: str | None = None  # the day that directions say they come into force
    columns: Columns | None = None  # of the table that is being read
    tabled: bool = False  # a row of the table has been seen
    last: Lead | None = None  # the last move told or weighed, which "the same goes for" repeats
    said: Lead | None = None  # the last statement of any kind, which "so does" repeats
    told: int = 0  # sentences since the last move
    prior: str = ""  # the sentence before
    asked: Mention | None = None  # "who runs the parks?": the next sentence may answer
    councils: Councils | None = None
    stem: str = ""  # the lead-in of the list that is being read
    pending: Lead | None = None  # "nine functions were returned": the next sentence may name them
    lead_day: str | None = None

    voice: str | None = None  # the holder whose words a passage quotes

    @property
    def speaker(self) -> str:
        """The holder that "we" stands for: in a quotation, whoever is quoted."""
        return self.voice or self._speaker

    @cached_property
    def _speaker(self) -> str:
        return speaker_of(self.outline.plain, self.outline.sights.anywhere)

    @cached_property
    def taker(self) -> str:
        """Who has what a council loses, where nobody is named: a trust, on a page about one."""
        plain = self.outline.plain
        trusts = len(
            pattern(r"\b[Tt]rusts?\b(?! (?:in|that)\b)|\b(?:new|owned|standalone) company\b").findall(plain)
        )
        sent = len(pattern(r"[Cc]ommissioner").findall(plain))
        return OTHER if trusts > sent else COMMISSIONERS

    @cached_property
    def stance(self) -> str | None:
        """The status of what "will" be: proposed by a page that consults, in force if it orders."""
        return stance_of(self.outline.plain, self.outline.sights.anywhere)


_SAID = r"(?:said|says|added|commented|told|explained|stressed)"
_MEMBER = (
    r"(?:Cllr|Councillor|[Cc]ouncil [Ll]eader|[Ll]eader of (?:the )?(?:\w+ )?[Cc]ouncil"
    r"|[Cc]abinet [Mm]ember)"
)
_OF_A_MEMBER = re.compile(rf"{_SAID}[^.\"]{{0,40}}\b{_MEMBER}\b|\b{_MEMBER}\b[^.\"]{{0,60}}\b{_SAID}\b")


def voice_in(words: str) -> str | None:
    """The holder whose words a passage quotes: the council, where a councillor is quoted."""
    return COUNCIL if '"' in words and _OF_A_MEMBER.search(words) else None


_BY_TRUST = (
    watched(r"[Cc]hair's(?<=\b[Cc]hair's) (?:foreword|report|introduction)\b"),
    watched(r"[MmOo](?:(?<=\b[Mm])y|(?<=\b[Oo])ur) board\b"),
    watched(r"[OoWw](?:(?<=\b[Oo])ur|(?<=\b[Ww])e(?: are)?,? (?:as )?an?(?: [\w-]+){0,4}) trust\b"),
    watched(r"trust(?<=\b[Tt]rust)\b[^.\n]{0,80}\. We (?:are|were|run|deliver|provide|took|look)\b"),
)
_TO_SOMEBODY_ABOVE = watched(r"Dear (?:Secretary|Minister|Leader|Councillor|Cllr)")
_BY_COMMISSIONERS = watched(
    r"Dear (?:Secretary of State|Minister)"
    r"|[Cc]ommissioners' (?:\w+ ){0,2}report"
    r"|(?:[Aa]s|we) Commissioners|Lead Commissioner\s*$"
    r"|[Ww]e (?:were|have been) appointed (?:as [Cc]ommissioners )?by the"
)
_BY_COUNCIL = watched(
    r"\b(?:[Yy]our questions|[Aa]ll-staff|[Dd]ear (?:colleagues|residents)|[Ww]ho are the commissioners"
    r"|mean for (?:me|you|residents|staff)|our residents|our council"
    r"|said (?:council )?[Ll]eader|[Ll]eader of (?:the )?[Cc]ouncil)\b"
)


def speaker_of(plain: str, may: int) -> str:
    """The holder that "we" stands for: a council in its own news, else the commissioners.

    `may` are the gates of all the words of the page.
    """
    head = plain[:4_000]
    dear = head.find("Dear ")
    if (
        dear >= 0
        and pattern(r"Commissioner\b").search(head[:dear])
        and pattern(r"(?:Minister|Secretary of State)\b").search(head[:dear])
        and not _TO_SOMEBODY_ABOVE.search(head, may)
    ):
        return TO_COMMISSIONERS
    if _BY_COMMISSIONERS.search(head, may):
        return COMMISSIONERS
    if any(one.search(head, may) for one in _BY_TRUST):
        return OTHER
    return COUNCIL if _BY_COUNCIL.search(head, may) else COMMISSIONERS


#: Each is looked for in the whole page, so most begin with letters, which is the quickest of searches.
_ORDERS = (
    watched(
        r"ha(?:ve(?<=\bhave)|s(?<=\bhas)) (?:today |now |therefore |also |accordingly )*"
        r"(?:decided|issued|made|signed|directed)\b[^.]{0,90}"
        r"\b(?:[Dd]irections?|return|hand|restore|exercise)"
    ),
    watched(
        r"irections(?<=[Dd]irections) (?:have|had|were|are)(?: now| today| been| also)*"
        r" (?:published|issued|made|signed|approved|amended|revised)\b"
        r"|(?:publication|issue|issuing) of (?:the )?(?:revised|new|updated|amended|further) [Dd]irections"
    ),
    watched(r"(?:power|control|function)\w* (?:have|has) (?:now )?been (?:returned|handed back|restored)\b"),
    watched(
        r"(?:issued|signed)(?<=(?:issued|signed)) (?:new |further |statutory |updated )*[Dd]irections"
        r" (?:under|to|requir|which|that)"
    ),
    watched(r"transferred(?<=transferred) to the (?:new )?(?:company|trust)\b"),
    watched(r"hereby(?<=\bhereby) directs?|am(?<=\bam) today (?:issuing|making|returning|handing)"),
    watched(
        r"irections?(?:(?<=[Dd]irection)|(?<=[Dd]irections)) (?:also |now )?"
        r"(?:requires?|means?|provides?|transfers?|removes?)\b"
    ),
    watched(
        r"rder(?<=\b[Oo]rder) (?:creating|establishing|abolishing|setting up)\b[^.]{0,60}"
        r"(?:made|approved|laid)\b"
    ),
    watched(r"am(?<=\bam) (?:today |now |also )*announcing (?:the )?(?:return|transfer|removal|end)\b"),
    watched(
        r"^(?:THE )?[A-Z ]*DIRECTIONS|EXPLANATORY MEMORANDUM|Explanatory [Mm]emorandum"
        r"|the effect of the Directions",
        re.M,
    ),
)
_CONSULTS = (
    watched(r"minded(?<=\bminded) to\b"),
    watched(r"\b(?:make|invit\w+|receive) (?:\w+ ){0,4}representations"),
    watched(r"epresentations(?<=[Rr]epresentations) (?:must|should|are invited|by|on or before)"),
    watched(r"roposed(?<=\b[Pp]roposed) (?:package|intervention|[Dd]irections?)"),
    watched(r"raft(?<=\b[Dd]raft) [Dd]irections?"),
    watched(r"I(?<=\bI) (?:am )?(?:propos(?:e|ing)|intend) to\b"),
    watched(
        r"propos(?<=\bpropos)(?:es|ed|ing) to (?:strip|take|appoint|send|transfer|remove|hand|return|restore"
        r"|put|place|set)\b"
    ),
)


def stance_of(plain: str, may: int) -> str | None:
    """What "will" means on a page: `in_force` where it orders, `proposed` where it consults; else None.

    `may` are the gates of all its words.
    """
    orders = any(one.search(plain, may) for one in _ORDERS)
    consults = any(one.search(plain, may) for one in _CONSULTS)
    return None if orders == consults else IN_FORCE if orders else PROPOSED


def mention_of(where: Sentence, named: Named) -> Mention:
    """A function named in a sentence, with its place in the document."""
    return Mention(named.name, where.place(named.start), where.place(max(named.end - 1, named.start)) + 1)


def claim_of(
    page: Page,
    where: Sentence,
    start: int,
    end: int,
    name: str,
    holder: str,
    status: str,
    day: str | None,
    rule: str,
) -> Claim:
    """The claim that a function is with, or goes to, a holder; the places are of the sentence's words."""
    return claim(
        page.outline.document, Type.TRANSFER, where, start, end, rule=rule, confidence=0.7,
        function=name, holder=holder, status=status, effective=day,
    )  # fmt: skip


_ON = ("on", "from")
#: "To the Council on 3 May" may be a meeting's day, for whoever reports; of a move it is the day.
_TO_A_BODY_ON = re.compile(r"(?:to|by|with) (?:the|its|their|our) [\w ]+ on\b")


#: "On 9 February I announced my intention to return parks": the day is that of the telling.
_TOLD_ON = re.compile(
    r",? (?:I|we|he|she|it|they|(?:the |my )?[\w' ]{3,50}?) (?:have |has |had |then |also )*(?:announced"
    r"|wrote|said|told"
    r"|indicated|invited|proposed|recommended|asked|consulted|published|stated|informed|notified) "
)


#: "Revoked on 31 March, and parks move on the next day": the day is that of the clause before.
_NEXT_CLAUSE = re.compile(r"(?:,|;) (?:and|but|while) ")


def day_of(
    page: Page, where: Sentence, status: str, first: int | None, until: int | None, *, loose: bool = False
) -> str | None:
    """An exact day stated for the move, not "by" a day and not a month."""
    if status == RETAINED:
        return None
    for time in stated_times(where, page.outline.calendar):
        if status == PROPOSED and _TOLD_ON.match(where.words, time.end):
            continue
        if first is not None and time.start < first and _NEXT_CLAUSE.search(where.words, time.end, first):
            continue
        placed = (first is None or time.start >= first - 40) and (until is None or time.start < until)
        said = loose or time.preposition in _ON or _TO_A_BODY_ON.match(time.window.words)
        if placed and time.grain == Grain.DAY and said and time.window.first:
            return time.window.first.isoformat()
    return None

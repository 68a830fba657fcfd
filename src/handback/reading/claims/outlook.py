"""Which way a clause looks: forward to something to be done by a stated time, or back."""

import re

from handback.reading.claims.dates import COUNTED, RECURRING, Stated
from handback.reading.claims.outline import Outline, Part, Zone
from handback.reading.claims.points import Grain
from handback.reading.claims.promises import (
    PROMISE,
    is_promise,
)

FORWARD = re.compile(
    r"\b(?:can be (?:sent|made|submitted|returned)|[Pp]lease (?:provide|send|submit|let|reply|respond"
    r"|confirm|return|write|give)|look forward to"
    r"|will|shall|'ll|must|should(?! not be read)|ought to|(?:is|are|was|were|be) (?:now |still"
    r" |also |currently )?(?:due|expected|planned|scheduled|intended|set|anticipated|required"
    r"|projected|timetabled|targeted|hoping|aiming|asked|to)\b"
    r"|requires? [^.;]{2,60}? to\b|(?:is|are) invited|can expect|needs? to|wants? (?:to see|the|it)\b"
    r"|(?:has|have) until|due (?:to|on|in|by|for|before)|(?:not )?(?:expected|expects?|intends?"
    r"|intended|planned|plans?|aims?|aimed|scheduled|promised|promises|undertook|undertakes"
    r"|undertaken|pledged|committed|commits) (?:to|for|by|in|until|from|that|the|its)\b"
    r"|(?<!been )(?:promised|undertook|pledged)\b|(?:has|have) (?:asked|required|instructed|told"
    r"|invited|directed) [^.;]{2,60}? to\b"
    r"|(?:recommend(?:s|ed)?|ask(?:s|ed)?|request(?:s|ed)?|require[sd]?|direct(?:s|ed)?) that|on"
    r" (?:track|course) for|agreed to|to be|no later than|not later than|being (?:developed"
    r"|prepared|drafted|finalised"
    r"|drawn up)|target date|would(?! (?:like|have|rather))|to (?:start|begin|report|come|go"
    r"|return|complete|finish|provide|submit|write|bring|publish|be|order|let|send|review|deliver"
    r"|produce)\b"
    r"|(?:starts?|begins?|opens?|closes?|launch(?:es)?|goes live|go live|takes effect|comes? into"
    r" (?:force|effect)|runs|begin|leaves?|arrives?|joins?|ends?|finishes|retires?|takes up (?:post"
    r"|the post)|steps down) (?=on|in|from|by|at|until|this|next|Monday|Tuesday|Wednesday"
    r"|Thursday|Friday|the|\d|and closes))"
)

DOUBTED = re.compile(
    r"\b(?:could|might|may(?! \d)(?! (?:19|20)\d\d)|hopes?|hoped|hoping|would"
    r" like|wished?|wondered|possibly|perhaps|would rather|can be|if all goes|threatened)\b"
)

CONDITION = re.compile(
    r"(?:^|[,;] |\b(?:and|but|that) )(?:[Ii]f|[Ww]here|[Uu]nless|[Ii]n the"
    r" event|[Ss]hould (?:the|it|any))\b|\b(?:if|unless|provided that)\b"
)

_PAST = re.compile(
    r"\b(?:was|were|had|has been|have been|did|has|came|took|saw|held|met|became|ran|told|said"
    r"|cost|gave|went|stood|fell|rose|received|noted|approved|agreed|adopted|decided|appointed"
    r"|published|heard|began|[a-z]{3,}ed)\b"
)

LOOKS_BACK = re.compile(
    r"\b(?:made|held|dated|taken|published|issued|submitted|received|considered|agreed|approved"
    r"|adopted|signed|given|passed|heard|circulated|started|begun|completed|ended|set|reported"
    r"|discussed|presented|met|closed|opened|appointed|due|served|(?:the|this|that|its|last"
    r"|previous|a|of) (?:\w+ )?(?:meeting|minutes|decision|report|letter|election|elections|order"
    r"|directions?|visit|inspection|data|position|budget)) (?:[a-z]+ )?$"
)

_LASTING = re.compile(
    r"\b(?:exercis\w+|hold|holds|frozen|contracts?|leases?|licen[cs]es?|scheme|budgets?|charges?"
    r"|fees?|in force|term|terms of office|appointed|directions?|remain|remains|stay|last|lasts"
    r"|valid|suspended|extended|continue|grant|carried forward|employed|serve)\b[^;]{0,90}$"
)

WINDOW_TO_SPEAK = re.compile(
    r"\b(?:representations?|consult\w*|survey|views|comments?|reply"
    r"|respond|responses?|has until|have until|apply|applications|open|runs?|object)\b",
    re.I,
)

_APPEAL = re.compile(r"\b(?:appeal|call(?:ed)?[ -]in)\b", re.I)

_OWN_MEETING = re.compile(
    r"^(?:that )?(?:[Tt]he |[Ii]ts |a |any )?(?:date of (?:the )?)?(?:next"
    r"|following|[A-Z][a-z]+)? ?(?:ordinary |annual )?meetings?\b[^.;]{0,80}\b(?:be held|take place|is"
    r" on|is to be held|be on|usually)\b|^[Dd]ate of next meeting|\busually (?:meets|holds)\b"
    r"|\b(?:will|due to|is to|to) (?:next )?meet (?:on|at|again|monthly\b(?!, and)|for the last time"
    r"|next)\b",
    re.I,
)

#: "The lease ends on ..." says how long a thing lasts.
_RUNS_OUT = re.compile(
    r"(?:[Tt]he|[Ii]ts|[Aa]|[Tt]heir|[Hh]is|[Hh]er) (?:[\w'-]+ ){0,3}(?:lease|contract|tenancy|licen[cs]e"
    r"|term|agreement"
    r"|[Dd]irections?|intervention) (?:ends?|expires?|lasts?|runs?)\b"
)

EVENT = re.compile(
    r"\b(?:elections?|service of|fair|festival|parade|ceremony|switch-on"
    r"|remembrance|concert|annual general meeting|AGM|funeral)\b",
    re.I,
)

MOST_YEARS_BACK = 5  # before the usual year of an undated document, no time is still to come


def past(found: Outline, time: Stated) -> bool:
    """Whether a time lies wholly before the document's own date."""
    day, last = found.document.dated_on, time.window.last
    if last is None:
        return False
    return last < day if day is not None else last.year < found.calendar.usual_year - MOST_YEARS_BACK


def commits(found: Outline, part: Part, words: str, first: int, last: int, time: Stated) -> bool:
    """Whether the clause from `first` to `last` commits somebody to something by the time stated in it."""
    clause, before = words[first:last], words[first : time.start]
    if not time.due or past(found, time) or _is_no_work(clause, before, words[time.end : time.end + 14]):
        return False
    forward = FORWARD.search(clause)
    if time.known and re.search(r"\b(?:could|would|should) be (?:returned|handed back|restored)\b", clause):
        return True
    if time.known and time.window.first is None and _ON_CONDITION.search(words[: time.start]):
        return True
    if _is_doubtful(words, first, last, time):
        return False
    if time.preposition in _LASTING_WORDS and not WINDOW_TO_SPEAK.search(clause):
        return False
    if forward is None:
        return _nominal_plan(part, words, first, time) or _still_to_come(found, clause, before, time)
    if time.grain == RECURRING:
        return bool(PROMISE.search(clause)) and is_promise(clause)
    if _merely_dated(before, time):
        return False
    if time.grain == COUNTED:
        return _counted(clause, before)
    return _looks_forward(found, clause, before, forward.start(), time)


def _still_to_come(found: Outline, clause: str, before: str, time: Stated) -> bool:
    """The present tense with a day or month after the document's own date: "New lights go in from 4 May"."""
    day, last = found.document.dated_on, time.window.last or time.window.first
    if day is None or last is None or last <= day or time.grain in (Grain.YEAR, Grain.FINANCIAL_YEAR):
        return False
    if _PAST.search(clause) or _merely_dated(before, time) or time.preposition in ("", "of", "to", "for"):
        return False
    return bool(_PRESENT.search(before) or _PRESENT.search(clause))


_PRESENT = re.compile(r"\b(?:is|are|go|goes|has|have|can|need|needs|want|wants|[a-z]{3,}s)\b")
_LASTING_WORDS = ("until", "till", "up to", "from to", "for", "over", "throughout")
_ON_CONDITION = re.compile(r"\bon (?:the )?condition\b|\bconditional (?:on|upon)\b|\bprovided that\b")


def _is_no_work(clause: str, before: str, after: str) -> bool:
    """Dates of the body's own meetings, events, and rights of appeal and call-in bind nobody to work."""
    if (
        _OWN_MEETING.search(clause)
        or _RUNS_OUT.match(clause)
        or (_APPEAL.search(clause) and not PROMISE.search(clause))
    ):
        return True
    return bool(EVENT.search(after) or EVENT.search(before))


def _is_doubtful(words: str, first: int, last: int, time: Stated) -> bool:
    """ "Could", "may", "hopes", and what is done only if something happens."""
    clause, before = words[first:last], words[first : time.start]
    if re.search(r"\b(?:was|were) to have\b", clause) or re.search(r"\bif\b", words[time.end : last]):
        return True
    doubted = DOUBTED.search(clause[: max(time.end - first, 0)])
    if (
        doubted
        and doubted[0] == "can be"
        and time.preposition in ("until", "by")
        and WINDOW_TO_SPEAK.search(clause)
    ):
        return False
    return bool(doubted or CONDITION.search(before) or re.match(r"(?:If|Where|Unless)\b", words))


def _merely_dated(before: str, time: Stated) -> bool:
    """Whether the time dates a thing already there, or says how long something lasts."""
    told_by_when = time.preposition in ("by", "no later than", "not later than", "on or before")
    if (
        LOOKS_BACK.search(before)
        and not told_by_when
        and not re.search(r"\b(?:be|to|will|shall|is|are|being|and) (?:\w+ )?\w+ $", before)
    ):
        return True
    if time.preposition in (
        "from",
        "until",
        "till",
        "after",
        "with effect from",
        "from to",
    ) and _LASTING.search(before):
        return True
    return time.grain in (Grain.YEAR, Grain.FINANCIAL_YEAR) and time.preposition in (
        "for",
        "to",
        "of",
        "over",
    )


def _looks_forward(found: Outline, clause: str, before: str, at: int, time: Stated) -> bool:
    """Whether the forward word governs the time: nothing past stands between them."""
    head = clause[:at]
    if at > len(before):  # the time stands first: "In quarter two it is intended to ..."
        return not _PAST.search(clause[len(before) : at]) and not _PAST.search(before)
    between = before[at:]
    first_word = between.split(" ")[0]
    if (
        first_word in ("to",)
        and _PAST.search(head)
        and not re.search(
            r"(?:asked|told|required|instructed|agreed|is|are|due|planned|expected|Cllr \w+|Clerk|Chair) $",
            head,
        )
    ):
        return (
            found.document.dated_on is not None
            and (time.window.last or time.window.first or found.document.dated_on) > found.document.dated_on
        )
    if first_word == "would" and time.known:
        return True
    past = re.search(
        r"\b(?:that|which|who|when|since|as|after|because)\b[^;]{0,60}\b(?:was|were"
        r"|had|has been|first \w+ed)\b|, (?:first )?[a-z]+(?:ed|wn) (?:\w+ ){0,4}$",
        between,
    )
    return past is None


def _nominal_plan(part: Part, words: str, first: int, time: Stated) -> bool:
    """An item that names a thing to come and its time: "Publication of the new strategy in March 2017"."""
    before = words[first : time.start]
    listed = part.item or part.zone is Zone.LISTED
    noted = not _FINITE.search(words)
    if time.grain == RECURRING:
        every = re.match(r"(?:then )?(?:once )?every|each", words[time.start :], re.I)
        return bool(listed and noted and every and len(words) < 90)
    if not time.known:
        return False
    if _FOR_APPROVAL.search(before) or (time.preposition == "by" and _COMPLETED.search(before)):
        return True
    if listed and noted and "(by " in words[: time.end]:
        return True
    if _PAST.search(before.replace("agreed by", "")) or _PAST.search(words[time.end : time.end + 30]):
        return False
    if time.preposition in ("of", "since", "") or time.grain in (Grain.YEAR, Grain.FINANCIAL_YEAR):
        return False
    return bool(_SOMEBODY_TO.match(before) and not _FINITE.search(before)) or bool(
        _THING_TO_COME.match(before)
    )


_FOR_APPROVAL = re.compile(
    r"\b(?:application|proposal|scheme|plan|bid) (?:\w+ ){0,2}for"
    r" (?:approval|adoption|decision|sign-off|completion|delivery) $"
)
_COMPLETED = re.compile(
    r"\b(?:with|and) (?:[\w-]+ ){0,4}"
    r"(?:completed|finished|delivered|finalised|implemented|operational|in place) $"
)
_SOMEBODY_TO = re.compile(r"(?:[A-Z]\w*(?:[ /,&]+(?:of |for |and |the )?)){1,8}to [a-z]+\b")
_THING_TO_COME = re.compile(
    r"(?:\([^)]*\) )?(?:[Pp]ublication|[Cc]ompletion|[Ll]aunch|[Dd]elivery|[Ii]mplementation|[Ss]ubmission"
    r"|[Oo]pening|[Rr]eview|[Rr]ecruitment|[Aa]doption|[Aa]pproval|[Ss]ign-off|[Ff]ull rollout"
    r"|[Rr]oll-?out)\b"
)
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|said|did|does)\b")


def _counted(clause: str, before: str) -> bool:
    """A time counted from something else: a plan, or time given for representations."""
    if re.search(r"\b(?:asked|told|wrote|said)\b", before) and not FORWARD.search(before):
        return False
    if re.search(
        r"\b(?:has|have) (?:asked|required|instructed|told|invited|directed)\b"
        r"|\b(?:was|were) (?:asked|told|instructed|required|requested) to\b",
        before,
    ):
        return True
    if re.search(
        r"\b(?:had|has been|have been|was|were|took|waited|spent|lasted|for the (?:last|past))\b", before
    ) and not re.search(r"\b(?:would|is|are|due|expected|will|was due|were due)\b", before):
        return False
    if re.search(
        r"\b(?:will|shall|must|should|would|is due|are due|is expected|are expected|is"
        r" planned|to be|due to|intends? to|plans? to|aims? to|expects? to)\b",
        clause,
    ):
        return not re.search(
            r"\b(?:exercise|cost|save|last|run|take two|take longer|remain"
            r"|appointed|contract|year old|average|usually)\b",
            clause,
        )
    return False

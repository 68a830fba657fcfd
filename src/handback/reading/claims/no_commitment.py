"""What binds nobody: conditions, questions, hopes, events, own meetings, how long a thing lasts."""

import re

from handback.reading.claims.askers import IF_ANY, THERE_AND_THEN
from handback.reading.claims.routine import is_how_long, is_routine
from handback.reading.claims.scenes import Scene, segment
from handback.reading.claims.verb_phrases import FINITE, Group, Look
from handback.reading.claims.verb_words import words
from handback.reading.words.counted_times import COUNTED
from handback.reading.words.dates import Stated
from handback.reading.words.points import Grain
from handback.reading.words.watch import waits

#: "Has set himself until": time given, and not how long a thing lasts.
GIVEN_UNTIL = re.compile(
    r"\b(?<!to )(?:given|gives?|gave|set|allowed|allows?|has|have)(?:"
    r" (?!and\b|or\b|been\b|agreed\b)[\w'-]+){0,5} $"
)
_QUESTION = re.compile(
    r"\b(?:ask(?:ed|s)?|wondered|quer(?:y|ied)|questioned|know|enquired|inquired|unclear|unsure"
    r"|doubt(?:ed|ful)?)(?: [\w']+){0,4}? (?:whether|if|when|why|how"
    r"|what|who)\b[^,;]*$"
)


def is_asked(before: str) -> bool:
    """ "Asked whether the crossing would be finished this year" promises nothing."""
    return bool(_QUESTION.search(before[-120:]))


def is_doubted(seen: Scene, finite: Group) -> bool:
    """Whether what is told is only hoped: "hopes that it will be open by May"."""
    earlier = [g for g in seen.groups if g.end <= finite.start and g.look in FINITE]
    return (
        bool(earlier)
        and earlier[-1].look is Look.DOUBT
        and not _PARTED_AFTER.search(seen.words[earlier[-1].end : finite.start])
        and not _WHOEVER.search(seen.words[: earlier[-1].start])
    )


#: "Anybody who wishes to object should write by June": a wish that names who is meant.
_WHOEVER = re.compile(
    r"\b(?:who|whoever|that|if (?:you|anybody|anyone|[\w ]{3,30})) (?:also |still )?$", re.I
)
_PARTED_AFTER = re.compile(r";|, (?:and|but|so)\b|\b(?:and|but) (?:will|is|are|has|have|must|shall)\b|[.:]")


#: "We said in May that it would be open by June": what was told at a time of its own is told over.
_TOLD_THEN = re.compile(
    r"\b(?:said|told|promised|reported|wrote|thought|forecast|expected|hoped|announced|assured)\b"
    r"(?: (?!that\b)[\w']+){0,2}? (?:(?:in|on|at) (?:the |our |its |my )?(?:[A-Z]|\d|last|first"
    r"|previous)[^,;]{1,30}?"
    r"|last \w+|then|earlier|previously) that\b[^;.]*$"
    r"|\bhad (?:\w+ly |first |been |at first )*(?:said|told|promised|thought|hoped|expected|forecast"
    r"|announced)\b"
    r"[^;.]*$"
)


def is_told_over(seen: Scene, finite: Group) -> bool:
    """Whether what would be done was said at a time now past."""
    return finite.look is Look.WOULD and bool(
        _TOLD_THEN.search(seen.words[max(0, finite.start - 140) : finite.start])
    )


def is_subordinate(seen: Scene, finite: Group, between: str) -> bool:
    """Whether the time stands in a clause of "when", "once" or "while" and dates only that."""
    if finite.look is Look.FUTURE and re.search(r"\bwhen\b", between):
        return False
    if re.search(
        r"\b(?:when|(?<!at )once|while|whilst|as soon as|where)\b(?! (?:complete|agreed|approved"
        r"|finished)\b)(?![^,]*, $)",
        between,
    ):
        return True
    if finite.look not in (Look.PRESENT, Look.PERFECT, Look.PAST):
        return False
    return bool(
        re.search(
            r"\b(?:when|once|while|whilst|where|since)\b[^,;]*$",
            seen.words[max(0, finite.start - 60) : finite.start],
            re.I,
        )
    )


def told_before(seen: Scene, finite: Group) -> bool:
    """ "You asked us to write by March" tells of an order long since carried out."""
    if finite.look is Look.ORDER and THERE_AND_THEN.match(seen.words, finite.start):
        return True
    if finite.look is Look.ORDER:
        return bool(_WE_WERE.search(seen.words[max(0, finite.start - 12) : finite.end]))
    if finite.look not in (Look.PARTICIPLE, Look.PAST):
        return False
    earlier = [g for g in seen.groups if g.end <= finite.start and g.look is Look.PARTICIPLE]
    begin = (
        earlier[0].start if earlier and re.search(r"\band $", seen.words[: finite.start]) else finite.start
    )
    return bool(
        re.search(r"\b(?:I|[Ww]e|[Yy]ou|had)(?: \w+ly| also)? $", seen.words[max(0, begin - 12) : begin])
        or _ASKED_US.match(seen.words, finite.end)
        or ANSWERED.match(seen.words, finite.end)
    ) or seen.words[finite.start : finite.start + 4] in ("had ", "was ", "were")


_WE_WERE = re.compile(r"\b(?:I|[Ww]e) (?:was|were) [\w ]+$")
_ASKED_US = re.compile(r" (?:us|me)\b(?! by)")
#: "Asked her to explain the fall, and she said that": what was asked was answered there and then.
ANSWERED = waits(
    r" [^;.]{0,60}?to (?:explain|clarify|confirm|say)\b[^;.]{0,80}?,? and "
    r"(?:(?:he|she|they|it|the \w+|[A-Z]\w+) )?"
    r"(?:said|replied|answered|explained|confirmed|did so)\b"
)

_CONDITION = waits(
    r"\b(?:if|unless|in the event|provided that|so long as|assuming)\b|(?:^|(?<=[,;-] )|\bthat "
    r")(?:should (?:the|it|any|a|this|that|they|he|she)\b)"
    r"| should (?:more|fewer|less|any|anything|anyone|there) ",
    re.I,
)
_ASKING = re.compile(
    r"\b(?:ask\w*|know|see|wonder\w*|check|consider|determine|decide|question\w*|clarify|establish"
    r"|confirm|explain|even|as|find out|advise|whether or) $",
    re.I,
)


#: "If you wish to make representations": time given for them is given to all.
_WISHING = re.compile(
    r"(?:If|Should) [^,;.]{2,50}? (?:wish(?:es)?|wants?|would like) to (?:make|send|submit|comment|respond"
    r"|reply|object|give|have|put|take part)\b[^;.]*?(?:,| (?:you|they|it|he|she|please|I)\b)"
)


#: "If all goes to plan" is no condition.
_GOES_WELL = re.compile(
    r"(?:if|assuming|provided(?: that)?) (?:all|everything) (?:goes|is|runs|stays)\b", re.I
)
#: What nobody may do unless something holds is forbidden all the same.
_UNLESS_NOT = re.compile(
    r"\b(?:[Nn]o|[Nn]obody|[Nn]one) [^,;.]{0,60}\b(?:may|shall|will|must|is to|are to) [^;.]*\bunless$"
    r"|\b(?:may|shall|will|must|is to|are to|is|are) not [^;.]*\bunless$"
)


def conditional(words: str, start: int, end: int, time: Stated) -> bool:
    """Whether the clause holds only if something happens ("whether" questions apart)."""
    if _WISHING.match(words) or _GOES_WELL.match(words):
        return False
    if IF_ANY.match(words):
        return True
    if words.startswith(("Unless otherwise", "Unless told otherwise")):
        return False
    if re.match(r"(?:Where|Unless|If|Should) ", words) and ";" not in words[: time.start]:
        return True
    for found in _CONDITION.finditer(words, start, end):
        if _ASKING.search(words[: found.start()]) or _UNLESS_NOT.search(words[: found.end()]):
            continue
        if _GOES_WELL.match(words, found.start()):
            continue
        if found.start() < time.start:
            return True
        between = words[time.end : found.start()]
        if not re.search(r"\b(?:and|but|or)\b|;", between):
            return True
    return False


APPEAL = waits(r"\b(?:appeals?|call(?:ed)?[ -]in)\b", re.I)
_CALL_IN = re.compile(r"\bcall[ -]in\b[^.;]{0,30}: ", re.I)
#: What is held, and not done by a time.
EVENT = waits(
    r"\b(?:elections?|by-election|service of|fair|festival|parade|ceremony|switch-on|switch on"
    r"|remembrance|concert|funeral|poll|polling day|referendum|ballot|fete|gala"
    r"|carnival|christmas lights|open day|market day|civic sunday|AGM|annual general meeting"
    r"|exhibition|holiday|anniversary|birthday|seminars?|conference|reception|drop-in)\b",
    re.I,
)
_MEETING = re.compile(
    r"^(?:[Tt]hat )?(?:[A-Z][a-z]+ly,? )?(?:[Tt]he |[Ii]ts |a |any "
    r"|[Oo]ur )?(?:dates? of (?:the )?)?(?:next|following"
    r"|first|special|extraordinary|additional|informal"
    r"|(?:[A-Z][\w'-]+ |and |of |for ){1,6})? ?(?:ordinary |annual |scheduled )?(?:meetings?"
    r"|hearing)\b(?! (?:\w+ ){0,8}(?:will|is to|should|to) (?:consider|receive|decide"
    r"|review|discuss|look))[^.;]{0,90}\b(?:be held|take place|takes place|is on|are on|is to be "
    r"held|be on|usually|is at|will be (?:on|at)"
    r"|is (?:scheduled|arranged|due|planned)|reconvene)\b|^(?:[Tt]he )?[Dd]ates? of (?:the )?(?:next |future "
    r")?meetings?\b|\busually (?:meets|holds)\b"
    r"|\b(?:will|due to|is to|to|would|next|and|then) (?:next |also )?(?:meet|convene|sit"
    r"|reconvene) (?:again|next|on|at|(?<!sit )in|for the last time)\b|\b(?:next|also|then|usually"
    r"|[A-Z]\w+) meets? (?:again |next )?(?:on|in|at|every)\b"
    r"|^(?:\w+ )?[Mm]eetings? held (?:on|at)\b"
    r"|\bthis meeting (?:will|has|is)\b"
    r"|^(?:[Nn]ext|[Ff]uture) meetings?\b|\bmeeting (?:closed|ended|began|started|opened)\b"
)


_VIEWS_IN = re.compile(r"\b(?:consult\w*|representations|comments?|views|survey|respond|advertis\w+)\b", re.I)
_MEETING_PARTS = ("meet", "Meeting", "hearing", "usually", "convene", " sit ")  # one of them stands in each

#: A term that begins or ends then: "for two years from", "a lease from".
_TERM = re.compile(
    r"\bfor (?:an? )?(?:[\w-]+ ){0,3}years?(?:'s?)?(?: (?:period|term|contract|lease|extension"
    r"|licen[cs]e))?,? $"
    r"|\b(?:leases?|licen[cs]es?|contracts?|tenanc(?:y|ies)|agreements?|terms?|permits?)\b"
    r"(?: of [^,;]{2,40}| to [^,;]{2,40}| for [^,;]{2,40})? $",
    re.I,
)


#: What a paper says of itself: "This plan lists the decisions that Cabinet expects to take by June."
_SAYS_WHAT_IT_IS = re.compile(
    r"(?:The |By )?(?:law|[Aa]ct|[Rr]egulations|[Cc]onstitution|rules?|statute) says?\b"
    r"|This (?:[\w-]+ ){0,2}?(?:plan|list|notice|page|paper|document|report|schedule|table|timetable|section"
    r"|appendix) (?:lists?|sets? out|shows?|gives?|covers?|contains?|describes?) (?:the|all|those|every|each"
    r"|what|which|how) "
)
#: "Every lease that falls in during 2027": which things, and not when something is done with them.
_OF_SUCH = re.compile(
    r"\b(?:every|any|each|all|those|the) (?:[\w'-]+ ){1,3}(?:that|which|who) (?!is|has|was)"
    r"(?:[a-z]{2,}s|fall|come|end|expire|lapse)(?: in| out| due)? $"
)


#: "The minutes of the meeting held on 4 May and 6 June": the days of a meeting that is over.
_OF_MINUTES = re.compile(
    r"\b[Mm]inutes (?:of|from) [^;.]{0,140}$"
    r"|^(?:(?!\b(?:will|would|shall|to|must|should)\b)[^;.])*\bmeetings (?:held )?"
    r"(?:(?:on|of) [^;.]{0,60} and )?$"
)


#: "The Council is legally bound to set a budget by 11 March each year".
_YEARLY_BY_LAW = waits(r"\b(?:statutorily|legally|by law)\b[^.;]*\b(?:annually|each year|every year)\b")


def _only_names(words: str, start: int, at: int) -> bool:
    """Whether a time only says which paper or which things are meant."""
    named = _OF_MINUTES.search(words[:at]) or _SAYS_WHAT_IT_IS.match(words) or _YEARLY_BY_LAW.search(words)
    return named is not None or _OF_SUCH.search(words[start:at]) is not None


#: A change that takes effect, and no term that begins.
_TAKES_EFFECT = re.compile(r"with effect|effective|w\.?e\.?f|as from|starting|beginning|commencing", re.I)


def binds_nobody(seen: Scene, time: Stated) -> bool:
    """Whether a stated time belongs to a meeting, a term, an appeal or a condition, which commit nobody."""
    start, end = segment(seen.words, time.start, time.end)
    clause = seen.words[start:end]
    if _only_names(seen.words, start, time.start) or is_routine(clause, counted=time.grain == COUNTED):
        return True
    term = time.preposition in ("from", "to", "from to") and not _TAKES_EFFECT.match(time.window.words)
    if term and _TERM.search(clause[: time.start - start]):
        return True
    if time.grain == COUNTED and is_how_long(seen.words[: time.start]) and not _VIEWS_IN.search(clause):
        return True
    if re.match(
        r" (?:of|before|prior to|after|following) (?:any|a|each|every|receipt|receiving|such)\b",
        seen.words[time.end :],
    ):
        return True
    if any(part in clause for part in _MEETING_PARTS) and _MEETING.search(clause):
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
    r"\b(?:functions?|powers?)\b[^.;]{0,60}\b(?:exercis\w+|held by)\b|\bexercis\w+ "
    r"[^.;]{0,40}\b(?:functions?|powers?)\b|\bwhich [^.;,]{2,50} (?:will|shall|are to|is to) exercise\b"
    r"|\bwill (?:once (?:more|again) |again )be responsible for\b|\bfalls? to be\b"
    r"|\b(?:[Dd]irections?|[Oo]rder|[Rr]egulations|Act|[Ss]cheme)\b[^.;]{0,40}\b(?:comes? into "
    r"(?:force|effect)|takes? effect|(?:has|have) effect|appl(?:y|ies)|in force)\b"
)
_EVENT_HELD = re.compile(
    r"\b(?:held|take[sn]? place|is on|are on|opens?|be on|starts?|hosts?|celebrat\w+|attend)\b"
)
#: "The permit lasts until 2030 and will be looked at again in 2029": what comes after is another thing.
_THEN_AGAIN = re.compile(
    r"\b(?:and|but) (?:\w+ )?(?:will|shall|must|should|would|is to|are to|is due|are due)\b"
)
_RUNS_OUT = re.compile(
    r"(?:(?:[Bb]ut|[Aa]nd|[Ww]hile|[Aa]s) )?(?:[Tt]he|[Ii]ts|[Aa]|[Tt]heir|[Hh]is|[Hh]er|[Tt]hese|[Tt]hose"
    r"|[Aa]ll)? ?(?:[\w'-]+ "
    r"){0,3}?(?:leases?|contracts?|tenanc(?:y|ies)|licen[cs]es?|terms?|agreements?|arrangements?|deals?"
    r"|[Dd]irections?|intervention|grants?|funding|permit|order|warranty|policy|appointment"
    r"|permission)(?: (?:with|on|for|of|at|to|from|between) (?:[\w'&-]+ ){1,6}?| (?:[\w'-]+ "
    r"){0,2}?)(?:ends?|expires?|lasts?|runs?|lapses?|remains?|continues?|"
    r"(?:will|is (?:due|set) to|are (?:due|set) to|is to|would|shall) (?:now |then "
    r"|therefore )?(?:(?:come to an )?end"
    r"|expire|last|run|lapse|remain|continue))\b"
)
_LASTING = words("""
    remain remains stay stays continue continues last lasts exercise exercised hold holds held apply
    applies cover covers serve serves employed funded freeze frozen suspended keep kept retain
    retained valid extended extend run runs in_force act lease leased covered occupied be protected
    operate
""")
_LASTING_THINGS = re.compile(
    r"\b(?:exercis\w+|in force|in place until|terms? of office|appointed|frozen|valid|budgets?"
    r"|contracts?|leases?|scheme|charges?|fees?|grant|licen[cs]es?"
    r"|directions?|employed|carried forward|suspended)\b[^;]{0,70}$"
)


_FOR_HOW_LONG = ("until", "up to", "throughout", "over")


def lasts(seen: Scene, finite: Group, time: Stated) -> bool:
    """How long something lasts, or the year a budget is for, is no time by which a thing is done."""
    before = seen.words[: time.start]
    if time.grain in (Grain.YEAR, Grain.FINANCIAL_YEAR):
        if time.preposition in ("for", "to", "of", "over", "between", "from to", "into") or before.endswith(
            " for "
        ):
            return True
        if time.preposition in ("in", "during", "") and re.search(
            r"[£%]|\bbudget|\bsavings? of|\bcosts?\b|\bspend", seen.words
        ):
            return True
    if time.preposition in _FOR_HOW_LONG and not (time.preposition == "over" and time.grain == Grain.SEASON):
        if GIVEN_UNTIL.search(before):
            return False
        if finite.head == "until" or re.search(r"\bhas until\b|\bhave until\b", before[-40:] + " "):
            return False
        return not finite.negated
    if time.preposition in ("to", "until", "till", "up to") and (
        finite.head in ("extend", "extends")
        or (finite.look is Look.PRESENT and finite.head in ("run", "runs"))
    ):
        return True
    if time.preposition == "from to":
        return (finite.head in _LASTING and finite.head != "be") or bool(_LASTING_THINGS.search(before))
    if time.preposition == "from" and finite.head in (
        "exercise",
        "hold",
        "remain",
        "stay",
        "continue",
        "keep",
        "retain",
    ):
        return finite.look not in (Look.FUTURE, Look.PLAN)
    return False


#: What rises or falls by itself.
_FIGURE = re.compile(
    r"\b(?:number of (?!cases)[^,;.]{2,50}|demand|population|prices?|pupils|over-\d\ds?|deficit|need"
    r"|pressures?)"
    r"(?: [\w'-]+){0,6} $"
)
#: What will be needed is no promise to give it.
_MEANS = re.compile(r"\b(?:resources?|funding|money|staff|investment|support|work|savings|capacity|sums?) $")
_TURNS = words("""
    doubled trebled tripled risen fallen grown reached double treble be been
""")
_FORECAST = words("""
    rise fall grow reach cost exceed total amount worsen double outstrip overspend decline outturn
    peak average stand last need require
""")


def only_forecast(finite: Group, words: str) -> bool:
    """What is only foretold of a figure binds nobody: "demand is forecast to rise by 2030"."""
    if finite.head == "forecast" and re.match(r" for (?:\w+ |\d+ ){0,3}\d", words[finite.end :]):
        return False
    if _FIGURE.search(words[: finite.start]) and finite.head in _TURNS:
        return True
    if finite.head in ("required", "needed") and _MEANS.search(words[: finite.start]):
        return True
    if finite.head == "forecast" or re.search(r"\bforecast to\b", words[finite.start : finite.end + 12]):
        return not re.search(r"\bfor completion\b", words)
    if re.search(r"\b(?:plan|aim|target|intention|goal|commitment|requirement) $", words[: finite.start]):
        return False
    if finite.look is Look.PLAN and finite.head in ("require", "need"):
        return False
    return finite.head in _FORECAST and finite.look in (Look.FUTURE, Look.PLAN, Look.WOULD, Look.WAS_PLANNED)

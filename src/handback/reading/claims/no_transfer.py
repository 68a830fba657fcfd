"""What speaks of holding or moving and says nothing of who has a function of this council.

A law says what every council or minister may do; a wish of residents moves nothing; a council that exercises
its own functions, on a page where nobody took any, only says how it works.
"""

from handback.reading.claims.council_work import is_service
from handback.reading.claims.frame_words import Verb
from handback.reading.claims.holders import COMMISSIONERS, COUNCIL
from handback.reading.claims.modality import RETAINED
from handback.reading.claims.patterns import pattern
from handback.reading.claims.phrases import Phrase
from handback.reading.claims.statement import Frame
from handback.reading.words.watch import waits

#: "The Act transferred functions from health bodies", "the Bill will give ministers a power".
_BY_LAW = waits(
    r"\b(?:Act|Bill|legislation|[Rr]egulations|White Paper)\b(?: \d{4})?(?: \([^()]*\))?,?"
    r"(?: if passed,| [\w-]+ly| also| now| has| have| had| will| would| may| can| did| does| not){0,4}"
    r" (?:transfer|giv|gave|grant|confer|vest|plac|put|enabl|allow|permit|empower|return|restor|mov|pass"
    r"|devolv|assign|provid|includ)\w*\b"
)
#: "Ministers had power to make regulations to transfer further functions".
_POWER_TO = waits(
    r"\b(?:(?:has|have|had|having|with|uses?|used) (?:\w+ ){0,2}?powers? to|entitled to|may by order"
    r"|may direct|powers? to (?:make|issue|direct|send|intervene|require))\b"
)
#: "The Bill gives the Government power to direct mergers".
_POWER_FOR_MINISTERS = waits(
    r"\b(?:Government|Secretary of State|[Mm]inisters?)(?: for [A-Z][^.;]{3,80}?)?"
    r" (?:additional |further |new |the |a )*powers? to\b"
)
#: What belongs to police and fire commissioners and never to a council.
_OF_POLICE = waits(r"\b[Cc]rime [Cc]ommissioner(?:'s|s'?)? (?:\([A-Z]+\) )?(?:functions|powers|roles?)\b")
#: "Asset transfer means moving the running of halls to a group".
_DEFINES = waits(
    r"\b(?:[Tt]ransfers?|[Dd]evolution|[Dd]elegation|[Rr]eorganisation|[Ii]ntervention)(?: \([^()]*\))?"
    r" (?:means|involves|refers to|is (?:the|a|where|when))\b"
)
#: "Tenants welcomed plans to bring repairs back", "some residents felt".
_PUBLIC_WISH = waits(
    r"\b(?:[Rr]esidents|[Rr]espondents|[Tt]enants|[Ll]easeholders|[Cc]onsultees|[Pp]eople|the public"
    r"|[Rr]esponses|[Pp]etition(?:ers)?|[Cc]ampaigners|[Uu]nions?)\b[^.;]{0,60}?\b(?:agree|disagree|support|back|welcom|felt"
    r"|feel|favour|oppos|want|prefer|thought|believ|object|call)(?:ed|d|s|es|ing)?\b"
)
#: What is said of a function that was not always here: "again", "no longer".
_ANEW = waits(r"\b(?:once more|again|back|now|no longer|any longer|instead|has gone|passed|resum\w+)\b")
#: "District councils will decide": said of every council of a kind, where no one council is named.
_EVERY_COUNCIL = waits(
    r"\b(?:[Ll]ocal|[Cc]ounty|[Dd]istrict|[Bb]orough|[Pp]arish|[Uu]nitary|[Uu]pper-tier)(?: planning)?"
    r" (?:[Cc]ouncils|[Aa]uthorities)\b"
)
_ONE_COUNCIL = waits(
    r"\b(?:[Tt]he|[Tt]his|[Oo]ur|[Yy]our|[A-Z]\w+)(?: [A-Z]\w+){0,3} (?:[Cc]ouncil|[Aa]uthority|[Bb]orough)\b"
    r"|[Cc]ommissioners?\b|\btrust\b"
)
#: Who goes back where, and no function: "return home talks", "returning to school".
_PEOPLE_GO_BACK = waits(r"\b[Rr]eturn(?:s|ed|ing)?(?: to)? (?:home|school|work|education|interviews?)\b")
_ENTRUSTED = (Verb.HOLD, Verb.KEEP)


def states_none(made: Phrase, frame: Frame, *, intervention: bool) -> bool:
    """Whether what a frame reads says nothing of who has a function of the council."""
    before = made.words[: max(frame.first, frame.start)]
    if _BY_LAW.search(before) or _DEFINES.search(made.words[: frame.last]) or _PUBLIC_WISH.search(before):
        return True
    if _POWER_FOR_MINISTERS.search(made.words[: frame.last]) or _OF_POLICE.search(made.words):
        return True
    if frame.verb is Verb.BACK and _PEOPLE_GO_BACK.search(made.words):
        return True
    every = frame.holder == COUNCIL and _EVERY_COUNCIL.search(made.words)
    if every and not _ONE_COUNCIL.search(made.words):
        return True
    if frame.verb not in _ENTRUSTED and _POWER_TO.search(before):
        return True
    return not intervention and _is_own_work(made, frame)


def _is_own_work(made: Phrase, frame: Frame) -> bool:
    """Whether a council, or whoever else, is only said to do its own work: nobody has moved any."""
    slot = made.words[frame.first : frame.last]
    if frame.status == RETAINED and frame.subject and frame.plain and is_service(slot):
        return False
    if _ANEW.search(made.words):
        return False
    if frame.verb in _ENTRUSTED and frame.holder in (COUNCIL, COMMISSIONERS):
        return True
    return frame.verb is Verb.HOLD and pattern(r"\b(?:functions|powers)\b").search(slot) is not None

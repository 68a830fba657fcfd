"""Lead-ins: words that end open and introduce a list, and what they make of its items."""

import re
from enum import Enum

from handback.reading.claims.verbs import BASE, PAST, THIRD
from handback.reading.words.watch import EVERYTHING, seeks, waits, watch

_OPEN_END = seeks(
    r"(?::|:? ?-|\b(?:to|[Tt]hat|as follows[.:]?|the following"
    r"|(?:I|[Ww]e|[Cc]abinet|[Cc]ouncil|[Cc]ommittee|[Bb]oard|[Pp]anel|was|then|therefore|also|has|and)"
    r" (?:recommend|agree|resolve|decide|approve|determine)(?:s|d|ed)?|RESOLVED|DECIDED|AGREED|DETERMINED"
    r"|RECOMMENDED)|(?:[Cc]abinet|[Cc]ouncil|[Cc]ommittee|[Bb]oard|[Pp]anel|[Ee]xecutive)"
    r" (?:also |then )?(?:resolved|agreed|decided|approved|ratified|adopted|accepted"
    r"|authorised|recommended|noted|endorsed)(?: that| to)? ?;|\bfor ?;)\s*$"
)
_BODY = (
    r"(?:cabinet|council|committee|sub-committee|board|panel|executive|members|forum|cabinet member"
    r"|councillors"
    r"|commissioners?|leader|mayor|portfolio holder|lead member|group|assembly|governors|trustees"
    r"|commission|authority)"
)
_BODY_STEM = waits(
    r"^(?!(?i:recommend))(?i:that )?(?i:the |this )?"
    rf"(?:(?:[A-Z][\w'&-]*|of|and|for|full|lead)[ ,-]+){{0,6}}(?i:{_BODY})"
    r"(?: (?:of|for) (?:the )?[A-Z][\w',& -]{2,60})?(?: \([^)]*\))?(?: [A-Z][\w'-]+){0,3}"
    r"(?: has| have)? ?:?-?$"
)
_NAMES_BODY = watch(_BODY_STEM)
_RESOLVED_LABEL = waits(
    r"(?:[^.;:]{0,80}\b(?:it was|was|and|then|and it was) )?(?:the [\w-]+(?: [\w-]+){0,2} |accordingly "
    r"|therefore "
    r"|(?:[^.;:]{0,60}\b)?(?:I|we|has|have|had) (?:hereby |also |today |therefore |now )?)?"
    r"(?:unanimously |further |then )?(?:resolved|agreed|determined|ordered|decided)"
    r"(?: unanimously| as follows| nem\.? con\.?| by \d+ votes? to \d+| by (?:the )?[\w' ]{3,50})?"
    r"(?: \([^)]{0,40}\))?\s*(?:[:.,]? ?-+|[:.]|$)",
    re.I,
)
_LABELS_RESOLVED = watch(_RESOLVED_LABEL)
#: "The recommendations were agreed." decides, and leads in to nothing.
_SAYS_WHAT = re.compile(r"(?:^|(?<!\b[Ii]t )\b)(?:was|were|been)\b", re.I)
_RESOLVED_OPENS = waits(
    r"(?:it was )?(?:unanimously |therefore |then )?(?:resolved|agreed|determined|decided)"
    r"(?: unanimously| \([^)]{0,40}\))?\s*[:.]?\s*-*\s*(?=\(?\w{1,3}[).] |that\b)"
    r"|(?:it was )?resolved\b",
    re.I,
)
_OPENS_RESOLVED = watch(_RESOLVED_OPENS)
_DECIDING = waits(
    r"\b(?<!being )(?:resolved|agreed|decided|determined|decision (?:is|was) (?:to|that)"
    r"|decisions? (?:taken|made|reached)"
    r"|(?:took|made|reached|taken) (?:the |these |this |following |\w+ )*decisions?"
    r"|approved|ratified|noted|recommended|endorsed|authorised|delegated|ordered|requested|asked|accepted"
    r"|adopted|voted|supported|instructed|granted|refused|appointed|elected|rejected"
    r"|hereby (?:approve|agree|authorise|determine|decide|note))\b(?:[^.;]|\.(?=\d)){0,160}$",
    re.I,
)
_RECOMMENDING = waits(
    r"\b(?:(?:is|are|be) (?:therefore |asked to|recommended|RECOMMENDED|requested to|invited to)"
    r"|recommendations? (?:is|are|that)|recommends? that|recommends?:?$|recommending"
    r"|recommended (?:that|to)\b"
    r"|(?:reports?|papers?|officers?|review|letter|consultants?|auditors?)(?: (?:also|therefore|further))?"
    r" (?:had )?recommended:?$)",
    re.I,
)
_PROPOSING = waits(
    r"\b(?:proposals?|options?|must|shall|priorit\w+|aims?|objectives?|next steps|could|asked to|would"
    r"|should|were (?:raised|made|asked)|points?|questions?|moved|proposed"
    r"|(?:applications?|applicants?|residents?|objectors?|petition\w*) (?:\w+ )?(?:requested|asked|sought)"
    r"|seconded|motion|amendment"
    r"|asked (?:about|whether|why|how|if|for)"
    r"|following (?:were|was) (?:discussed|raised|noted)"
    r"|noted the following (?:[a-z]+ )?(?:updates?|points?|comments?|matters|issues|questions|responses?)"
    r"|in discussion|discussed"
    r"|(?:chair(?:man|woman|person)?|officer|director|manager|head of [^.;:]{3,40}"
    r"|(?:councillor|cllr|commissioner|mr|mrs|ms|dr)\.? [^.;:]{3,40}"
    r"|he|she) (?:also )?(?:noted|requested|asked)\b"
    r"|members (?:noted|felt|commented|asked|heard)"
    r"|reported|advised|explained|said|stated"
    r"|(?-i:may|might|can)(?: also| then| not)?(?=[ :-]*$)"
    r"|includ\w+|such as)\b"
    r"|(?<!decision )\b(?:is|are) to ?[:-]*$",
    re.I,
)
_RESOLVED_WORD = re.compile(r"\b(?:resolved|agreed|decided|determined|carried)\b", re.I)
_TO_COUNCIL = re.compile(
    r"\b(?:resolved|agreed|decided)\b.*\brecommend"
    r"|(?<!\bis )(?<!\bare )(?<!\bbe )RECOMMENDED"
    r"|\b(?:[Ee]xecutive|[Cc]abinet|[Cc]ommittee|[Bb]oard|[Pp]anel|[Ff]orum)(?: [a-z]+ly| also| then)?"
    r" recommended (?:to|that)\b",
    re.S,
)
_THAT_VERB = re.compile(
    r"^(?:and )?that (?:the )?(?:[\w'-]+[ -]){1,6}?(?P<verb>[a-z-]+)(?: that| to| the following)?:$",
    re.I,
)


#: A lead-in that is a whole decision, whose list only says what is to be done under it.
TAKES_TASKS = waits(
    r"\b(?:authority|powers?|leave|authori[sz]e[sd]?|empowere?d?|permission"
    r"|delegated)\b[^.;]{0,200}?(?<!recommended )\bto ?[:-]*$",
    re.I,
)
_GROUNDS = waits(
    r"\b(?:following (?:circumstances|cases)|criteria|(?:which|that) included?|including|such as|reasons?"
    r"|grounds|conditions?|because|informatives?|amendments?|changes|details|terms|heads of terms|namely"
    r"|members|membership|dates)\b[^.;]{0,40}[:.-]*$"
    r"|\b(?:except|provided|unless|only|save)(?: where| when| if| that)\W*$"
    r"|(?<!as )\b(?:where|unless)\W*$",
    re.I,
)


#: What is left of a label that leads in to a list: "RECOMMENDED: That".
ONLY_THAT = re.compile(r"\W*(?:that|to)\W*", re.I)
#: A body without power to decide, under what it has resolved: "RECOMMENDED that the programme be changed".
RECOMMENDS = re.compile(r"RECOMMENDED (?=that\b|to\b(?! (?:the )?(?:Cabinet|Council|Executive)))")


#: What wants a name after it, on a line of its own: "Action by:".
_OWED_BY = re.compile(
    r"\b(?:action(?:ed)?|owner|contact|officer|lead|responsible)(?: officer| by| for)?:$", re.I
)


def owes_a_name(words: str) -> bool:
    """Whether words end by asking for a name, on a line of its own: "Action by:"."""
    return words.endswith(":") and _OWED_BY.search(words) is not None


class StemKind(Enum):
    """What a lead-in makes of its list."""

    DECIDING = 1
    RECOMMENDING = 2
    PROPOSING = 3
    BODY = 4  # names a body and no verb: "The Cabinet:"
    GROUNDS = 6  # reasons or conditions of what has just been decided
    PLAIN = 5


SHORT_STEM = 40  # characters of a lead-in such as "Approved the", whose list names the things


def is_past_stem(words: str) -> bool:
    """Whether words open with a past form of a verb of resolution: "Noted the"."""
    return words.split(" ", 1)[0].lower() in PAST


_ENDS_IN_VERB = waits(
    r"\b(?:resolved|agreed|decided)\W+to (?:also )?(?P<verb>[a-z-]+)(?::? ?\([^()]{2,30}\):?)?$", re.I
)


#: A lead-in to what a body or office is there for: "has the following functions:", "Terms of reference:".
_DUTIES = waits(
    r"\b(?:functions?|roles?|responsib\w+|duties|powers|purposes?|remit|terms of reference|objectives?"
    r"|delegations?|rules?|procedures?|constitution|includ\w+|meets?|contains?|how to|can exercise)\b"
)


def lists_duties(stem: str) -> bool:
    """Whether a lead-in opens a list of what somebody is there to do, of which nothing is decided."""
    return bool(_DUTIES.search(stem))


def ends_in_verb(words: str) -> bool:
    """Whether words end in a verb that is resolved and wants its objects: "RESOLVED: To approve"."""
    found = _ENDS_IN_VERB.search(words[-60:].rstrip())
    return found is not None and found["verb"].lower() in BASE


def ends_open(words: str) -> bool:
    """Whether words end in a colon, a dash or a word that wants more ("agreed to")."""
    tail = words[-60:]
    if ends_in_verb(words):
        return True
    if tail.endswith(".") and not tail.endswith("as follows."):
        return False
    if len(words) < SHORT_STEM and words.endswith(" the") and is_past_stem(words):
        return True
    if "|" in tail and not re.search(r"[A-Za-z]", tail):
        return False
    return bool(_OPEN_END.search(tail)) or (len(words) < 160 and words.rstrip().endswith(","))


def is_body_stem(words: str, may: int = EVERYTHING) -> bool:
    """Whether words name a body and nothing that it did: "That Cabinet:"."""
    return bool(may & _NAMES_BODY) and len(words) < 120 and bool(_BODY_STEM.match(words.strip()))


def is_resolved_label(words: str, may: int = EVERYTHING) -> bool:
    """Whether words only say that something was resolved: "RESOLVED -", "It was agreed unanimously:"."""
    if not may & _LABELS_RESOLVED:
        return False
    words = words.strip()
    if len(words) >= 160 or not _RESOLVED_LABEL.fullmatch(words):
        return False
    return words.endswith((":", "-")) or not _SAYS_WHAT.search(words)


def resolved_opening(words: str, may: int = EVERYTHING) -> str:
    """The word of resolving that a passage opens with, in lower case, before what was resolved; or empty."""
    found = _RESOLVED_OPENS.match(words) if may & _OPENS_RESOLVED else None
    return found[0].lower().strip(" :-(") if found else ""


def stem_decides(words: str) -> bool:
    """Whether a lead-in tells of something resolved: "that permission be refused for these reasons:"."""
    return bool(
        _RESOLVED_WORD.search(words)
        or re.search(r"\b(?:be|was|were) (?:refused|granted|approved)\b", words, re.I)
    )


_ADOPTS_A_LIST = waits(
    r"\b(?:recommendations?|proposals?|resolutions?|actions?|following)\b[^.;]{0,90}"
    r"\b(?:approved|agreed|adopted|accepted|endorsed|carried)\b[^.;]{0,40}[:.-]*$",
    re.I,
)


def adopts_list(words: str) -> bool:
    """Whether words adopt what is listed under them: "That the recommendations be approved, namely:"."""
    return bool(_ADOPTS_A_LIST.search(words[-160:]))


#: What a thing was decided subject to: "The minutes were approved, subject to:".
_SUBJECT_TO = re.compile(r"\bsubject to(?: the following(?: [a-z]+)?)?[ :-]*$")


#: The same with a full stop, over a list: "approved, subject to the following amendments.".
_AMENDED_BELOW = re.compile(
    r"\b(?:subject to|with|save for) the following (?:[a-z]+ )?(?:amendments?|corrections?|changes?"
    r"|additions?|conditions?|alterations?)\.?$"
)


def amended_below(words: str) -> bool:
    """Whether words tell of something decided but for what is listed under them."""
    return bool(_AMENDED_BELOW.search(words[-80:].rstrip()))


def gives_grounds(words: str) -> bool:
    """Whether words lead in to reasons, conditions or particulars of what they have decided themselves."""
    if adopts_list(words):
        return False
    if _SUBJECT_TO.search(words):
        return True
    found = _GROUNDS.search(words[-90:])
    return found is not None and not _RESOLVED_WORD.search(found[0])


#: How a committee resolves to recommend something to the body over it: "That Council be RECOMMENDED to".
_BODY_RECOMMENDED = re.compile(
    r"(?:and |also )?[Tt]hat (?:the |full )*"
    r"(?:Council|Cabinet|Executive|Mayor|Board|Committee|Authority)\b[^.;:]{0,40} (?:be|is)"
    r" (?:also |hereby )?(?:recommended|RECOMMENDED)\b"
)


def last_sentence(words: str) -> str:
    """The last sentence of a passage, as far as a lead-in reaches back."""
    return re.split(r"(?<=[.;]) (?=[A-Z])", words[-220:].strip())[-1]


def stem_kind(words: str) -> StemKind:
    """What the last sentence of a passage that ends open makes of the list under it."""
    last = last_sentence(words).rstrip(".;")
    if is_resolved_label(words) or adopts_list(last):
        return StemKind.DECIDING
    if is_body_stem(last):
        return StemKind.BODY
    if gives_grounds(last):
        return StemKind.GROUNDS
    resolved = bool(_RESOLVED_WORD.search(last)) or bool(_BODY_RECOMMENDED.match(last))
    if _RECOMMENDING.search(last) and not resolved and not _TO_COUNCIL.search(last):
        return StemKind.RECOMMENDING
    if _PROPOSING.search(last) and not resolved:
        return StemKind.PROPOSING
    stated = _THAT_VERB.match(last)
    if _DECIDING.search(last) or (
        stated
        and (stated["verb"].lower() in BASE or stated["verb"].lower() in (*THIRD, "resolve", "resolves"))
    ):
        return StemKind.DECIDING
    return StemKind.DECIDING if last.endswith(",") and len(last) < 160 else StemKind.PLAIN

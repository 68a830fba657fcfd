"""Owners: who must do what a clause commits somebody to, as the clause names them."""

import re

from handback.reading.claims.verb_words import BASES
from handback.reading.words.watch import waits

_SUBJECT = re.compile(
    r"^(?:(?:and|but|[Tt]hat|then|also|in (?:closing|reply|response)|to|[Tt]he (?:report|plan|letter)"
    r" (?:says|said) that|[^,]{0,40} (?:said|stated|confirmed|advised|told [A-Z]\w+) that|[Oo]n"
    r" [^,]{3,30}|[Ii]n [^,]{3,30}|[Bb]y [^,]{3,40}),? )*"
    r"(?P<who>(?:[Tt]he |[Aa] |[Aa]n |[Aa]ll )?[A-Za-z][\w'()& -]{0,70}?(?:,? (?:and|of|for|to)"
    r" (?:the )?[A-Z][\w'-]*){0,6}) "
    r"(?:will|shall|would|must|should|is|are|am|was|were|has|have|had|can|be|to|promised|undertook"
    r"|agreed|aims?|expects?|intends?|plans?|meet|give|report|bring|set|speak|take|provide|write"
    r"|submit|attend|begin|starts?|come|receive)\b"
)
_ASKED = waits(
    r"\b(?:ask(?:s|ed)?|request(?:s|ed)?|require[sd]?|direct(?:s|ed)?|instruct(?:s|ed)?"
    r"|invite[sd]?|tell|told|REQUESTED|expect(?:s|ed)?)"
    r" (?P<who>(?:that )?(?:the |all )?[A-Za-z][\w'()& -]{1,80}?),? (?:to|should|must|be|shall) (?!the\b)"
)
_SOMEBODY = re.compile(
    r"^(?:I|[Ww]e|[Yy]ou|[Hh]e|[Ss]he|[Tt]hey|[A-Z]{2,4}|.*\b(?:[Cc]ouncils?|[Cc]abinet|[Cc]ommittees?"
    r"|[Bb]oards?|[Pp]anels?|[Ee]xecutive|[Cc]ommissioners?|[Oo]fficers?|[Dd]irectors?|[Mm]anagers?"
    r"|[Hh]eads?|[Cc]hief|[Ll]eaders?|[Ll]eadership|[Mm]ayors?|[Cc]lerk|[Ss]ecretary|[Mm]inisters?|[Mm]embers?"
    r"|[Cc]hair\w*|[Gg]overnment|[Oo]fsted|[Aa]uthority|[Aa]uthorities|[Tt]rusts?|[Pp]artnerships?|[Pp]artners"
    r"|[Ss]olicitors?|[Aa]udit|[Aa]uditors?|[Ii]nspectors?|[Ii]nspectorate|[Tt]eams?|[Cc]ontractors?|[Vv]aluers?"
    r"|[Ss]ervices?|[Cc]ouncillors?|[Cc]llrs?|Mr|Mrs|Ms|Dr|Sir|Dame|Lord|[Pp]olice|[Dd]epartments?|[Dd]irectorates?"
    r"|[Gg]roups?|[Ff]orum|[Dd]evelopers?|[Oo]perators?|[Oo]wners?|[Tt]reasurer|[Ss]taff|[Cc]onsultants?|[Aa]ccountants?"
    r"|[Aa]dviser|[Aa]dvisor|[Cc]oordinator|[Cc]o-ordinator|[Ff]acilitator|[Ll]eads?|[Cc]ommission|[Ss]ubcommittee|[Ww]orkers?"
    r"|[Aa]gency|[Aa]ssociation|[Cc]ompany|[Ss]chools|[Hh]ealthwatch|[Ii]nspectors|[Pp]rovider|[Cc]orporation|NHS|HMRC|LGA)\b.*)$"
)


def is_somebody(words: str) -> bool:
    """Whether words name an office, a body or a person with a title, or give initials."""
    return _SOMEBODY.match(words) is not None


def owner_of(words: str) -> str | None:
    """Who must do it, as written: whoever is asked or told, else the subject; None for things."""
    asked = _ASKED.search(words)
    if asked is not None and _SOMEBODY.match(asked["who"]):
        return asked["who"].removeprefix("that ").strip()
    match = _SUBJECT.match(words)
    if match is None or not _SOMEBODY.match(match["who"]):
        return None
    return match["who"].strip()


_JOINING = frozenset(
    ("the", "all", "of", "for", "and", "&", "/", "with", "in", "at", "officers", "officer", "members", "or")
)
_MONTHS = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*")
_NOT_WHO = waits(
    r"(?:[Rr]eports?|[Nn]otes?|[Pp]apers?|[Ll]etter|[Dd]ate|[Ii]tem|[Nn]one|[Aa]greed|[Rr]esolved|[Ii]n|[Aa]s"
    r"|[Ff]rom|[Tt]his|[Tt]hat|[Nn]ext|[Rr]ecommendations?|[Pp]hase|[Ss]tage|[Qq]uarter|Q\d|[Mm]inutes?"
    r"|[Tt]arget)\b"
)


def names_somebody(words: str) -> bool:
    """Whether words may name whoever is to act, and nothing else: "Head of Legal", "AB / CD"."""
    tokens = [token for token in re.split(r"[ ,/&]+", words.strip(" .,;:-")) if token]
    if not 0 < len(tokens) <= 9 or _NOT_WHO.match(words) or tokens[0].lower() in BASES:
        return False
    if not (tokens[0][0].isupper() or tokens[0] in ("the", "all")):
        return False
    return all(t[0].isupper() or t in _JOINING or t[0] == "(" for t in tokens) and not any(
        _MONTHS.fullmatch(t) or t[0].isdigit() for t in tokens
    )

"""Whether "and" stands inside one name of a function, or between two: "taxi and pub licensing", "parks and
piers"."""

import re

from handback.reading.claims.patterns import pattern
from handback.reading.words.later import later

_DEED = (
    r"(?:appoint|dismiss|award|hiring|hire|firing|recruit|setting|collect|distribut|buying|selling|sale"
    r"|purchase|acquisition|dispos"
    r"|design|management|maintenance|running|approv|adopt|monitor|administration|suspen|letting|issue"
    r"|drafting|preparation)"
)
_ONE_DEED = later(rf"^(?:and |, )?(?!the )(?:\w+ )?{_DEED}\w*(?: (?:or|and) {_DEED}\w*)? of\b", re.I)
_BARE_DEED = later(rf"(?:^|[ ,])(?:the )?{_DEED}\w*$", re.I)
#: A word that only says which: what it belongs to is named after "and".
_MODIFIER = later(
    r"taxi|alcohol|adult|child|pub|liquor|private|residential|domestic|commercial|primary|traffic|internal"
    r"|animal"
    r"|borrowing|revenue|capital|town|coastal|inward",
    re.I,
)


_NUMBER = later(r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\b(?=$| [a-z]+$)", re.I)
_ADJECTIVE = later(
    r"(?!(?:dispos|approv|refus|remov|renew|apprais|rent|hospit|festiv|mus|traff|publ|clin|cap|archiv"
    r"|sign)\w*)"
    r"[A-Za-z]+(?:al|ic|ive|ary)",
    re.I,
)
_ADJECTIVES = later(r"[A-Za-z]+(?:al|ic|ive|ary|ory) (?:services?|functions|support|affairs)\b", re.I)


def _bare(left: str) -> str:
    """The last words of what stands before "and", without "control of", "the" and the like."""
    return pattern(r"^.*\b(?:of|over|for|on|to|the|its|in)\b ").sub("", left.strip())


def is_one_name(words: str, before: int, joint: re.Match[str], end: int) -> bool:
    """Whether "and" stands inside one name: "appointment and dismissal of officers", "Community Safety and
    Street Scene Services"."""
    if joint[0].strip() not in ("and", "or", "&"):
        return False
    left, right = words[before : joint.start()], words[joint.end() : end]
    if left.rstrip().endswith(("'s", "s'")):
        return True  # "children's and adults' social care"
    if _NUMBER.search(left) and _NUMBER.match(right):
        return True  # "tiers two and three"
    if _MODIFIER.fullmatch(_bare(left)) and len(right.split()) >= 2:
        return True  # "taxi and pub licensing"
    if _ADJECTIVE.fullmatch(_bare(left)) and _ADJECTIVES.match(right):
        return True  # "legal and democratic services"
    if pattern(rf"\b{_DEED}\w*$").search(left) and pattern(rf"{_DEED}\w* (?!and\b|or\b)\w").match(right):
        return True  # "hiring and firing statutory officers"
    if (_ONE_DEED.match(right) and _BARE_DEED.search(left)) or (
        pattern(rf"\b(?:to|of) {_DEED}\w*$").search(left) and pattern(_DEED).match(right)
    ):
        return True
    if pattern(r"(?:[A-Z][\w']+ ){1,3}(?:Services?|Directorate)\b").match(right) and pattern(
        r"[A-Z][\w']+$"
    ).search(left):
        return not left.endswith(("Services", "Service"))
    return bool(
        pattern(
            r"(?:[a-z]+ )?(?:opportunit|relation|procedures?|practices?|systems?|processes)\w*(?:$|[,;.])"
        ).match(right)
    )

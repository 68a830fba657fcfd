"""Whether "and" stands inside one name of a function, or between two: "taxi and pub licensing", "parks and
piers"."""

import re

from handback.reading.claims.patterns import pattern
from handback.reading.words.later import later
from handback.reading.words.watch import waits

#: Usual names of functions, departments and portfolios of councils that hold "and" and are one thing.
_PAIRS = (
    "advice and guidance",
    "arts and culture",
    "births and deaths",
    "cemeteries and crematoria",
    "children and young people",
    "crime and disorder",
    "culture and (?:leisure|sport|tourism)",
    "economic growth and regeneration",
    "equalit(?:y|ies) and diversity",
    "families and (?:children|schools)",
    "finance and customer services",
    "fire and rescue",
    "health and (?:safety|wellbeing|well-being|social care)",
    "leisure and culture",
    "licensing and regulation",
    "parks and (?:open|green) spaces",
    "revenues? and benefits?",
    "roads and (?:streets|pavements)",
    "schools and academies",
    r"special educational needs and disabilit\w+",
    "sport and leisure",
    "terms and conditions",
    "waste and recycling",
    "youth and community",
)
#: Deeds told one after another with one object: "appointment, suspension and dismissal of".
_DEEDS_OF = (
    r"(?:designation|appointment|recruitment)(?:, [a-z]+){1,3},? (?:and|or) (?:[a-z-]+ ){1,3}of"
    r"|[a-z]+(?:ment|tion|sight|ance|sal)(?:, [a-z]+(?:ment|tion|sight|ance|sal))*,? and [a-z-]+ of"
    r" (?:an?|the)"
    r"|governance(?:, scrutiny,? and transparency| and scrutiny(?:,? (?:and )?transparency)?) of"
    r" (?:[a-z-]+ ){0,2}decision[- ]making"
)
#: Names that hold "and" and are one thing.
ONE_NAME = waits(rf"\b(?:{_DEEDS_OF}|{'|'.join(_PAIRS)})\b", re.I)
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
    r"|animal|borrowing|revenue|capital|town|coastal|inward",
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

"""Conditions: what is done only if something happens, and "if" that is no condition.

"If funds allow, the pier will open in May" binds nobody; "if all goes to plan" does, and so does "no stall
may open unless the warden has seen it".
"""

import re

from handback.reading.claims.askers import IF_ANY
from handback.reading.words.dates import Stated
from handback.reading.words.watch import waits

_CONDITION = waits(
    r"\b(?:if|unless|in the event|provided that|so long as|assuming"
    r"|(?<=, )providing (?:that|the|you|it|they))\b"
    r"|(?:^|(?<=[,;-] )|\bthat )(?:should (?:the|it|any|a|this|that|they|he|she)\b)"
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

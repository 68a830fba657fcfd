"""What is told or given to everybody: a service that informs the public, a scheme that answers residents.

Whoever is served or governed at large is told no report, unless what they are told is called one.
"""

import re

from handback.reading.claims.verb_phrases import Group
from handback.reading.claims.verb_words import words
from handback.reading.words.later import later

#: Whoever is served or governed at large: what they are told is no report.
_PUBLIC = (
    r"(?:residents|tenants|leaseholders|customers|carers|bidders|tenderers|applicants|drivers|operators"
    r"|holders|(?:members of )?the public|staff|employees|people|businesses|households|patients|users"
    r"|pupils|voters|visitors|claimants|traders|managers|neighbours|consultees)"
)
_TO_PUBLIC = later(
    rf" (?:back |out )?(?:to |with )?(?:all |every |our |the |any |local |those )*{_PUBLIC}\b"
    rf"|[^,;.]{{0,50}} (?:to|with|for|from) (?:all |every |our |the |any |local |those )*{_PUBLIC}\b"
)
_PUBLIC_IS_TOLD = later(rf"(?:^|[,;] |\b(?:and|that|all|the|[Ll]icence|[Pp]ermit) ){_PUBLIC} $", re.I)
#: What serves, and reports nothing to anybody.
_SERVES = later(
    r"\b(?:services?|systems?|schemes?|app|website|software|policy|plan|survey|programme|centres?|contract"
    r"|strategy"
    r"|framework|process|module|tool|portal|line|officer who|hub)(?: (?:also|then|now))? $"
)
_PURPOSE = later(
    r"\b(?:purpose|aim|role|function|remit|job|objective|duty)\b[^,;.]{0,60}\b(?:is|was|are)"
    r"(?: to [^;.]{2,60} and)? $"
)
_ANSWERED_TO = later(r" [^,;.]{0,30}\b(?:report|response|reply|answer|update|briefing)s?\b")


def is_for_all(words: str, group: Group, head: str, after: str) -> bool:
    """Whether a service, a scheme or the like tells the public, or somebody's purpose is told."""
    before = words[: group.start]
    if _PURPOSE.search(before) or (_PUBLIC_IS_TOLD.search(before) and (group.passive or head in _TELLERS)):
        return True
    if head in ("report", "update", "reported", "come", "go", "follow", "return", "be"):
        return False
    if _SERVES.search(before[-60:]) and not group.passive:
        return True
    return _TO_PUBLIC.match(after) is not None and not _ANSWERED_TO.match(after)


_TELLERS = words("""
    notify inform tell advise produce supply submit
""")

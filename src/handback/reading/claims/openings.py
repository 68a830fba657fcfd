"""How an agenda item opens where its labels were lost: its purpose, what was decided, then the account."""

import re

from handback.reading.claims.predicates import own_group
from handback.reading.words.later import later
from handback.reading.words.watch import waits

_PURPOSE = re.compile(
    r"To [a-z]+\b|(?:Joint |Annual )?(?:Reports?|Recommendations?|References?) (?:of|by|from)\b"
)
_BE_DONE = waits(r"^(?:The|An?|This|[A-Z][a-z]+)\b[^.]{3,300}? be [a-z]+(?:ed|n)\b")
#: "Agreed the budget", "Noted that the post is vacant": a decision told with no word of who decided.
NOTE_FORM = later(
    r"(?:Agreed|Approved|Noted|Endorsed|Adopted|Deferred|Refused|Granted|Recommended|Authori[sz]ed|Delegated"
    r"|Accepted|Supported|Rejected|Ratified)(?:(?:,| and) [a-z]+ed)* (?:the|that|to|this|its|all|these|those"
    r"|delegat[a-z]+|authority|consideration|an?(?= [a-z]))\b"
)


def states_first(words: str, *, item: bool) -> bool:
    """Whether words that open an agenda item say what was decided, and nobody's account of it."""
    if words.startswith("That ") or (item and _BE_DONE.match(words)):
        return own_group(words[:400]) is not None
    return bool(NOTE_FORM.match(words))


def opens_item(words: str) -> bool:
    """Whether words only say what an agenda item is for: "To consider the fees", "Report of the Clerk"."""
    return bool(_PURPOSE.match(words))


_SAYS_DECIDED = re.compile(
    r"\b(?:(?:resolv|agre|decid|determin|approv|authoris|refus)ed|recommended to)\b", re.I
)


def says_purpose(words: str) -> bool:
    """Whether the first words of a page without labels say what it was for ("To review the fees")."""
    if _SAYS_DECIDED.search(words) or re.search(r"\bbe (?:\w+ed|given)\b", words):
        return False
    return bool(re.match(r"(?:To|This|The|A|For|Whether|Seeking|Approval|Report)\b", words))


_REASON = re.compile(
    r"To (?:ensure|enable|allow|provide|comply|meet|support|help|reflect|maintain|secure|deliver|improve"
    r"|address|progress|facilitate|achieve|inform|keep|fulfil"
    r"|make sure|assist|continue|avoid|protect|enhance)\b"
    r"|Do nothing\b|Doing nothing\b|(?:None|No (?:other|alternative)s?)\b|Not to \w+"
)


def gives_reason(words: str) -> bool:
    """Whether words after what was decided say why, or what was not done: "To keep the landing open"."""
    return bool(_REASON.match(words)) and own_group(words) is None

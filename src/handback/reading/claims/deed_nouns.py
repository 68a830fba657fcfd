"""Nouns of deciding: "Approval of the plan", "the appointment be made"; and what was done, told as a"
" thing."""

import re

from handback.reading.claims.verbs import Group
from handback.reading.words.watch import waits

_NOMINAL = {
    Group.APPROVE: "approval adoption endorsement acceptance ratification award grant agreement authorisation"
    " support confirmation permission consent sign-off",
    Group.NOTE: "noting receipt acknowledgement",
    Group.REFUSE: "refusal rejection dismissal",
    Group.DEFER: "deferral deferment postponement withdrawal adjournment referral",
    Group.APPOINT: "appointment election reappointment re-appointment re-election nomination co-option",
    Group.DELEGATE: "delegation",
    Group.RECOMMEND: "recommendation",
    Group.OTHER: "suspension revocation closure exclusion",
}
#: The group of each noun of deciding.
NOUNS = {noun: group for group, nouns in _NOMINAL.items() for noun in nouns.split()}
#: What stands behind a noun that tells of a deed, and not of a paper or a state.
AFTER_NOUN = re.compile(
    r" (?:of|for|from|by|in respect of|application|(?<=[nl] )to (?:the|a|its|full)\b"
    r"|(?<=[nl] )to [A-Z])"
)
_FIRST = re.compile(r"(?:the |an? |formal |final |immediate |unanimous )*(?P<noun>[a-z-]+)", re.I)
#: A deed that is no verb of deciding: "Extension of the contract", "Purchase of two vans".
_DEED = waits(
    r"(?:[A-Za-z]+ )?(?:[A-Za-z]{4,}(?:sion|tion|ment|wal|val|sal|sure|ance)|sale|purchase|repair"
    r"|replacement|lease|letting|hire|release|increase|reduction|transfer|merger) (?:of|to|in|by|for|from)\b",
    re.I,
)


def names_deed(words: str) -> bool:
    """Whether words tell a deed as a thing: "Approval of the plan", "Extension of the lease"."""
    found = _FIRST.match(words)
    if found is None:
        return False
    deciding = found["noun"].lower() in NOUNS and AFTER_NOUN.match(words, found.end())
    return bool(deciding) or bool(_DEED.match(words))

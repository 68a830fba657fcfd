"""What single lines of a page show: a new item, how a vote went, who owes a thing, whether any is decided."""

import re

from handback.reading.claims.predicates import opens_with_verb, own_group
from handback.reading.claims.stems import is_resolved_label

#: A field that says how a clause was voted on, or who moved it, in the midst of what was decided.
OF_VOTING = re.compile(
    r"(?:voting|votes?|recorded vote|for|against|abstentions?|(?:proposed|moved|seconded) by|proposer"
    r"|seconder|mover)\b",
    re.I,
)
#: A field that runs on into what was decided: "Contact: Ada, Head of Finance Decision: RESOLVED - ...".
DECISION_IN_FIELD = re.compile(r"\S (?:(?:Decision|Minutes): |RESOLVED\b)")
NEW_ITEM = re.compile(r"^(?:meeting:|agenda item\b|item \d|issue - |\d+\.?\s{2,}[A-Z])", re.I)
#: Somebody by name over what he said: "Commissioner Maya Holt".
NAMES_PERSON = re.compile(r"(?:Commissioner|Councillor|Cllr|Mayor|Chair\w*)(?: [A-Z][\w'-]+){1,3}$")

#: A word of resolving and, in the same line, what was: "RESOLVED: No objection".
RESOLVES_IN_LINE = re.compile(r"(?:It was )?(?:RESOLVED|Resolved|AGREED|DECIDED)\s*[:-]+\s*[\w(\"']")

_DECIDES = re.compile(
    r"^(?:and )?(?:that|to|not to)\b|\b(?:resolved|agreed|decided|determined|voted)\b",
    re.I,
)


def may_decide(words: str) -> bool:
    """Whether a passage under "Decision" holds one: "see the minutes" and "none" do not."""
    head = words[:300]
    return bool(_DECIDES.search(head)) or opens_with_verb(head) or own_group(head) is not None


def resolves_again(words: str) -> bool:
    """Whether a passage resolves, whatever label stood above: "RESOLVED that the report be noted"."""
    return is_resolved_label(words) or bool(re.match(r"(?:It was |it was )?(?:RESOLVED|Resolved)\b", words))

"""Who asks, and what orders nobody: one member's wish, a recommendation, a duty that the law lays on all."""

import re

from handback.reading.claims.scenes import Scene
from handback.reading.claims.verb_phrases import Group
from handback.reading.words.watch import waits

#: What one body only recommends to another binds neither.
RECOMMENDS_TO = waits(
    r"\b[Ii]t (?:is|was) (?:therefore )?suggested that\b"
    r"|\brecommends? to (?:the )?(?:[Cc]abinet|[Cc]ouncil|[Ee]xecutive|[Mm]ayor|[Bb]oard|[A-Z]\w+)\b"
)
#: What the law or a rule lays on whoever it fits is no order to one body.
STANDING_DUTY = waits(
    r"\bby law\b|^(?:Any|Anyone|Anybody|Every|Each|An?|All) [^,;.]{0,60}?\b(?:who|which|whose)\b|\bany such\b"
    r"|\bsuch [^,;.]{2,50} as [^,;.]{2,40} (?:may|might|could)\b"
    r"|^(?:Under|By) (?:section|regulation|rule|article|the \w+(?: \w+)? Act|law)\b"
)
_ONE = re.compile(
    r"\b(?:Councillor|Cllr|Mr|Mrs|Ms|Dr|[Rr]esident|[Aa] [Mm]ember|One [Mm]ember|[Ss]he|[Hh]e|[Tt]hey|public"
    r"|petition\w*|people|residents|respondents|parents|staff|[Pp]upils|tenants)\b"
)


def one_member(seen: Scene, group: Group) -> bool:
    """Whether one councillor, or residents and the like ask: that orders nobody."""
    before = seen.words[max(0, group.start - 60) : group.start]
    subject = re.split(r"[,;] |\b(?:and|that) ", before)[-1]
    return bool(_ONE.search(subject))

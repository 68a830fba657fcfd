"""Who asks and how; what orders nobody: one member's wish, a recommendation, a duty of all by law."""

import re

from handback.reading.claims.scenes import DEADLINE_WORDS, Scene
from handback.reading.claims.verb_phrases import Group
from handback.reading.words.dates import Stated
from handback.reading.words.watch import waits

#: What one body only recommends to another binds neither.
RECOMMENDS_TO = waits(
    r"\b[Ii]t (?:is|was) (?:therefore |also )?(?:suggested|recommended) that\b"
    r"|^(?:The )?[Pp]urpose of (?:this|the) (?:report|paper)\b"
    r"|\b(?:[Tt]his|[Tt]he) (?:report|paper|motion|petition) (?:also )?(?:asks|requests|seeks|invites)\b"
    r"|\b[Tt]hat (?:the |full )*(?:Council|Cabinet|Executive|Mayor|Board) (?:be|is)"
    r" (?:recommended|RECOMMENDED)\b"
    r"|\breports?\b[^.;]{0,60}? (?:requesting|asking|seeking|inviting)\b"
    r"|\brecommend(?:s|ed)? that (?:the )?(?:[Ff]ull )?(?:Cabinet|Council|Executive|Mayor|Leader)\b"
    r"|\brecommends? to (?:the )?(?:[Cc]abinet|[Cc]ouncil|[Ee]xecutive|[Mm]ayor|[Bb]oard|[A-Z]\w+)\b"
)
#: What the law or a rule lays on whoever it fits is no order to one body.
STANDING_DUTY = waits(
    r"\bby law\b"
    r"|^(?:Anyone|Anybody|Any (?:\w+ )?(?:person|member|councillor|officer)s?)\b[^,;.]{3,90}"
    r" (?:must|shall)\b"
    r"|^(?:Any|Anyone|Anybody|Every|Each|An?|All) [^,;.]{0,60}?\b(?:who|which|whose)\b"
    r"|\bany such\b"
    r"|\bsuch [^,;.]{2,50} as [^,;.]{2,40} (?:may|might|could)\b"
    r"|^(?:Under|By) (?:section|regulation|rule|article|the \w+(?: \w+)? Act|law)\b"
)
_ONE = re.compile(
    r"\b(?:Councillor|Cllr|Mr|Mrs|Ms|Dr|[Rr]esident|[Aa] [Mm]ember|One [Mm]ember|[Ss]he|[Hh]e|[Tt]hey|public"
    r"|petition\w*|people|residents|respondents|parents|staff|[Pp]upils|tenants)\b"
)


#: "The officer was then invited to present the report": asked and done in the same meeting.
THERE_AND_THEN = re.compile(
    r"(?:was|were) (?:also |then |accordingly )?(?:invited|asked|called upon|requested) to"
    r" (?:present|introduce|outline|address|summarise|speak to|make a statement|comment|leave|explain"
    r"|respond)\b(?![^.;]*\b(?:next|future|back|meeting in|later|by)\b)"
)

#: "That any objections be considered in May": there may be none.
IF_ANY = re.compile(
    r"(?:T ?[Hh] ?[Aa] ?[Tt] )?[Aa]ny \w+(?: \w+)? (?:be|shall be|will be|must be|received|made) "
    r"|(?:.* )?\b[Aa]ny (?:future |further |new |such )?(?:proposals?|changes?|variations?|exceptions?"
    r"|objections?|requests?|amendments?|breach(?:es)?|complaints?|applications?|recommendations?|issues"
    r"|queries|matters)\b[^.;,]{0,60} (?:would|will|shall|should|must) be "
)


def one_member(seen: Scene, group: Group) -> bool:
    """Whether one councillor, or residents and the like ask: that orders nobody."""
    before = seen.words[max(0, group.start - 60) : group.start]
    subject = re.split(r"[,;] |\b(?:and|that) ", before)[-1]
    return bool(_ONE.search(subject))


#: A question that only asks politely for something: "Could you let me have the figures by Friday?"
_REQUEST = waits(
    r"(?:(?:[Aa]nd|[Ss]o|[Pp]lease|[A-Z]\w+), )?(?:[Pp]lease )?(?:[Cc]ould|[Cc]an|[Ww]ill|[Ww]ould)"
    r" (?:you|I ask|we ask|I have|we have)\b|[Mm]ay (?:I|we) (?:ask|have)\b"
    r"|[Ww]ould it be possible (?:for you )?to\b"
)


def is_question(words: str) -> bool:
    """Whether a sentence asks."""
    return words.rstrip("\"' ").endswith("?")


def is_request(question: str, time: Stated) -> bool:
    """Whether a question asks for something by a time, and not about it."""
    return time.preposition in DEADLINE_WORDS and _REQUEST.match(question) is not None

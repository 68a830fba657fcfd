"""Verbs of giving and coming, with a paper for object or subject: "send the figures", "a report will follow".

A report, figures and the like are papers whoever they go to; a plan or a policy is one only where it goes to
somebody; what is sent to the body itself is a paper, whatever it is called.
"""

import re

from handback.reading.claims.paper_words import PAPER
from handback.reading.claims.verb_phrases import Group, Look
from handback.reading.claims.verb_words import words
from handback.reading.words.later import later

_PRONOUN = later(r"\b(?:it|them|this|that|these|those|one|more|what)\b")


def is_supplied(words: str, group: Group, head: str, after: str) -> bool:
    """Whether a verb of giving or coming has a paper for its object or subject."""
    if _gives_nothing(words, group, head, after):
        return False
    if head in _ONLY_WITH:
        return _ONLY_WITH[head].match(after) is not None
    if head == "see" and _A_PAPER.match(after):
        return True
    if group.passive and head in ("provided", "supplied", "presented") and after.startswith(" with "):
        return bool(PAPER.search(after[:70])) or _is_of_paper(words[: group.start][-80:], head)
    if head in _SENDING and _TO_BODY_BACK.search(after[:90]):
        return True
    if head in _PROVIDING and _PROVIDES_WITH.match(after):
        return True
    if head in _PUBLISHING and _AGAIN_AND_AGAIN.search(after):
        return True
    if group.passive or head in ("come", "go", "follow", "be", "available", "return"):
        return _paper_subject(words[: group.start], head, after)
    return _supplies(after)


def _gives_nothing(words: str, group: Group, head: str, after: str) -> bool:
    """ "Sees the report", "the report be received", "put it back": nothing is brought to anybody."""
    if head == "see":
        return group.look not in (Look.INFINITIVE, Look.ORDER, Look.DUTY, Look.PLAN)
    if head == "take" and (_NO_OBJECT.match(after) or after.startswith(" over ")):
        return True
    if head == "put":
        return _PUT_BACK.match(after) is not None
    return (
        head == "received"
        and group.look is Look.ORDER
        and _THE_REPORT.search(words[: group.start]) is not None
    )


_NO_OBJECT = later(r" to (?!the\b|our\b|its\b|a\b|[A-Z])")  # "steps that we would take to deal with"
_PUT_BACK = later(r" (?:it|them|this|that) (?:back|off|right|in place)\b(?! to (?:the )?[A-Z])")
#: Verbs that give a paper only where it follows at once.
_ONLY_WITH = {
    "write": later(r" (?:an?|the|another) (?:[\w-]+ )?(?:report|paper|note|summary)"),
    "announce": later(""),
    "announced": later(""),
    "receive": later(
        r" (?:(?:an?|regular|further|another|\w+ly) (?:[\w-]+ ){0,5}?)?"
        r"(?:reports?|updates?|papers?|briefings?|presentations?)\b"
    ),
}
_PROVIDING = words("""
    provide supply present
""")
_PROVIDES_WITH = later(
    r" (?:the |all )?[\w ]{2,30}? with (?!\w+ing|[^,;.]{0,30}\b(?:accommodation|support|services?|amenities"
    r"|assistance|staff|funds?|funding|training|equipment|facilities|help|cover|access)\b)"
)
_A_PAPER = later(
    r" (?:the|an?|any|that) (?:[\w-]+ ){0,2}?(?:reports?|papers?|figures|data|lists?|summary|summaries"
    r"|breakdowns?|analysis|cop(?:y|ies)|notes?|updates?|business case|drafts?|plan)\b"
)
_SENDING = words("""
    send email circulate supply share forward provide distribute
""")
_TO_BODY_BACK = later(
    r"\b(?:to|with) (?:the |all |this |both )?(?:[Mm]embers|[Cc]ouncillors?|[Cc]ommittee|[Bb]oard|[Pp]anel"
    r"|us|me|you)\b"
)
_PUBLISHING = words("""
    publish published
""")
_AGAIN_AND_AGAIN = later(
    r"\b(?:every|each) (?:\w+ )?(?:week|month|quarter|year|meeting|term)s?\b"
    r"|\b(?:week|month|quarter|year|annual)ly\b"
)
_SUPPLIED = words("""
    sent supplied provided circulated shared distributed emailed forwarded brought reported submitted shown
    given returned presented
""")
#: What is sent to the body itself is a paper, whatever it is called.
_TO_BODY = later(
    r" (?:back |out )?(?:to|before) (?:the |this |all |both )?"
    r"(?:[Mm]embers\b|committee\b|board\b|panel\b|us\b|me\b)"
)
_THE_REPORT = later(r"\b(?:the|their|its|his|her) [^,;.]*$")


def _supplies(after: str) -> bool:
    """Whether what follows a verb of giving is a paper; a plan or a policy only where it goes to somebody."""
    given_to = _TO_SOMEBODY.search(after)
    if _ONLY_THING.match(after) or _VIEWS_GIVEN.match(after):
        return False
    thing = _thing_given(after[:110])
    if INFORMATION.search(thing) or ((given_to or _GIVES_THEM.match(after)) and PAPER.search(thing)):
        return True
    return bool((given_to or _SENT_ON.match(after)) and _PRONOUN.match(after.strip()))


#: "Back to Members", "the Panel", "on to the Board": to whom and how, before what is given is named.
_FIRST_TO_WHOM = re.compile(
    r"^(?: (?:back|forward|together|out|up|on|in|over|round|formally|regularly))*"
    r"(?: (?:to|with|before|for|at) (?:the |all |our |its |their |this |that |these |those )*"
    r"(?:[\w'&-]+ ){1,7}?"
    r"(?=(?:an?|the|any|all|further|its|their|more|details|information|copies|regular|some) )"
    r"| (?:all |both |the )*(?:[Mm]embers|[Cc]ouncillors|[Cc]ommittee|[Bb]oard|[Pp]anel|[Cc]abinet|[Cc]ouncil"
    r"|[Ee]xecutive|[Hh]ouse|[Ss]ecretary|[Mm]inister|[Cc]hair\w*|[Ll]eader|[A-Z]\w+|him|her|them|us|me|you)"
    r"(?: (?:of|for) (?:the )?\w+)?(?= (?:an?|the|any|all|further|its|their|his|her|our|more|details"
    r"|information|copies|regular|some|full|written) ))?"
)
_MORE_OF_IT = re.compile(
    r" (?:of|on|for|in|to|from|about|by|with|at|as|regarding|concerning|that|which|who|setting|showing"
    r"|through|under|into|so|when|if|within|after|before|following)\b"
)


def _thing_given(after: str) -> str:
    """What a verb of giving has for its object, as the words name it first: "a report (on the plan)"."""
    rest = re.sub(r"^,[^,]{2,60},", "", after)
    rest = rest[_FIRST_TO_WHOM.match(rest).end() :]  # type: ignore[union-attr]
    more = _MORE_OF_IT.search(rest)
    return rest[: more.end()] if more else rest


_TO_SOMEBODY = later(
    r"\bback\b|\b(?:to|with|before) (?:the |this |every |all |our |a )?(?:\w+ )?(?:[Mm]embers?"
    r"|meeting|me|us|you|them|her|him"
    r"|[Cc]abinet|[Cc]ouncil|[Cc]ommittee|[Bb]oard|[Pp]anel|[Gg]roup|[Ff]orum|[Ee]xecutive"
    r"|[Ss]crutiny|[A-Z]\w+)\b"
)
_SENT_ON = later(r" (?:it|them|these|those) (?:on|out|round|over)\b")
_GIVES_THEM = later(
    r" (?:all |both )?(?:the )?(?:[Mm]embers|[Cc]ouncillors|residents|tenants|objectors|parishes|him|her|them"
    r"|us|me|you) (?:an?|the|his|her|their|its|our|my|some|more)\b"
)
INFORMATION = later(
    r"\b(?:reports?|updates?|papers?|figures?|information|details?|data|briefings?|breakdowns?"
    r"|notes?|responses?|letters?|answers?"
    r"|repl(?:y|ies)|summary|summaries|evidence|analysis|cop(?:y|ies)|findings|results?|bulletins?"
    r"|presentations?|explanations?|reasons"
    r"|clarification|assurances?|feedback|statistics|costings?|slides|numbers|lists?|views"
    r"|comparisons?|addend(?:um|a)|links?|minutes of|accounts? of)\b",
    re.I,
)

_VIEWS_GIVEN = later(
    r" (?:written |any |their |its |your |further )*(?:representations|comments|objections)\b"
)
_ONLY_THING = later(
    r" (?:part|place|effect|account|note|care|the lead|responsibility|into account|the opportunity|steps?"
    r"|action|(?:due )?regard|no account"
    r"|(?:[a-z]+ ){0,3}(?:time|changes|amendments|corrections|improvements|resources))\b"
)

#: What is made need not go to anybody: only a report, figures and the like say that they will.
_MAKING = words("""
    prepared produced drawn drafted compiled arranged arrange developed
""")

_STANDS_FOR_PAPER = later(r"\b(?:it|they|this|these|one|those|all)\b(?: \w+)? $", re.I)


#: What stands before a subject in its clause, and what begins to say more about it.
_BEFORE_SUBJECT = re.compile(
    r"^.*(?:,|\b(?:and|but|so|then|when|once|while|if|where|agreed to|agreed|requested|asked for|for)) "
    r"(?=(?:the|an?|all|any|further|its|this|regular|more) )",
    re.I,
)
_SAYS_MORE = re.compile(
    r" (?:of|on|for|in|to|from|about|by|with|at|regarding|concerning|that|which|who|as|into|under)\b"
)


def _is_of_paper(subject: str, head: str) -> bool:
    """Whether a paper is what a subject names first: "figures for staff", and no "staff with figures"."""
    paper = INFORMATION if head in _MAKING else PAPER
    if paper.search(subject) is None:
        return head not in _MAKING and _STANDS_FOR_PAPER.search(subject) is not None
    named = _BEFORE_SUBJECT.sub("", subject.strip())
    first = _SAYS_MORE.split(named, 1)[0]
    return (
        paper.search(first) is not None
        or first.lower().endswith("reporting")
        or _SAYS_MORE.match(" " + named) is not None
        or _STANDS_FOR_PAPER.search(subject) is not None
    )


_TO_A_MEETING = (
    r"(?:again|further|afresh|online)\b|[^,;.]{0,40}?\b(?:to|at|before|with|on)"
    r" (?:the |a |an |its |this |our |all |every |each )*(?:[\w'-]+ ){0,4}(?:meetings?|agendas?|website"
    r"|session|[Cc]abinet|[Cc]ommittee|[Cc]ouncil|[Bb]oard|[Pp]anel|[Ee]xecutive|[Gg]roup|[Ff]orum"
    r"|[Ss]crutiny|[Mm]embers|[Cc]ouncillors)\b"
    r"|by [^,;.]{3,60} (?:in due course|for approval|in (?:the )?future|shortly|again)\b"
)
#: What else is done with a paper: it is put before somebody, or where it can be read.
_PUT_SOMEWHERE = {
    **dict.fromkeys(
        ("considered", "received", "discussed", "taken", "put", "added"),
        later(f" (?:back |up )?(?:{_TO_A_MEETING})"),
    ),
    "made": later(r" (?:\w+ly )?(?:available|public|to)\b"),
    "set": later(
        r" out (?:to|in) (?:the |a |an |our |its )?(?:next |future |further )?\w*"
        r"(?:report|update|paper|letter)\b"
    ),
    "included": later(
        r" (?:with)?in (?:the |a |an |our |its |all |any |every |each )*(?:[\w-]+ ){0,4}"
        r"(?:reports?|updates?|papers?|bulletins?|letters?|minutes|dashboards?|agendas?|newsletters?|briefings?|packs?)\b"
    ),
}


def _paper_subject(before: str, head: str, after: str) -> bool:
    """ "A report will be brought back": the subject is a paper."""
    if head == "given" and re.match(r" (?:\w+ )?(?:power|authority|leave|permission)\b", after):
        return False
    if head in _SUPPLIED and _TO_BODY.match(after):
        return True
    subject = re.split(
        r"[;:.]|, (?:and|but)|\b(?:which|and) (?=(?:a|an|the|further|it|they)\b)|\bthat (?=\w)", before[-110:]
    )[-1]
    if re.search(r"\bwhich [^,;.]*$", subject):
        subject = before[-160:]
    if not _is_of_paper(subject, head):
        return False
    if head == "be":
        return bool(
            re.match(
                r" (?:made )?(?:ready|available|with|back|before|to hand|on the agenda"
                r"|an? (?:\w+ ){0,2}(?:report|update|paper))",
                after,
            )
        ) and bool(PAPER.search(subject))
    if head == "return" and not after.startswith((" to ", " with ", " before ")):
        return False
    if head in ("come", "go", "return"):
        return bool(re.match(r" (?!ahead\b)(?:\w+ )?(?:to|before|back|forward|out|with)\b", after))
    if head == "follow":
        return True
    if head in _PUT_SOMEWHERE:
        return _PUT_SOMEWHERE[head].match(after) is not None
    return bool(PAPER.search(subject)) or head in (
        "brought",
        "reported",
        "circulated",
        "shared",
        "sent",
        "provided",
        "presented",
        "published",
        "submitted",
    )

"""Whether a body, or somebody in office, is told to have decided: "Council, in May, agreed to sell it".

Not so where the verb tells an opinion, a hope, a question, or what an officer may only promise.
"""

import re

from handback.reading.claims.deciders import COORDINATED, DECIDING_BODY, OPENS_WITH_BODY, subject_of
from handback.reading.claims.matters import COUNTED_OUT, HYPOTHETICAL
from handback.reading.claims.offices import OFFICE
from handback.reading.claims.resolving import is_opinion
from handback.reading.claims.verbs import FORMS, HEADS, group_at, word_set
from handback.reading.claims.weak_verbs import decides_here

_TOO_WEAK = word_set(
    "noted passed carried lost referred withdrawn withdrew declined backed supported handed"
    " delegated received welcomed acknowledged recognised confirmed allowed permitted left"
    " commended certified affirmed nominated gave given opposed denied blocked"
)
_OPINION = re.compile(
    r"agreed(?: that (?:the|this|it|there|[a-z]+) (?:was|were|is|had|could|might)| with\b| clearly| and )",
    re.I,
)
_AGREED_WHAT = re.compile(
    r" (?!(?:with|about|and|but|because|as|when|or|there|on|by|upon|at|for|[a-z]+ly|so|here|of|how"
    r"|if)\b)[a-zA-Z£\d]"
    r"| on (?:the|a|an|their|its)\b"
)
#: "The government appointed Commissioner for Ports": whose he is, and no decision.
_SENT_BY = re.compile(r" (?:lead )?[Cc]ommissioner\b")
_REDUCED = re.compile(
    r" (?:to|by|as|in|on|until|under|for|or|and|from|at|earlier|last|following|after|since|with)\b"
)


#: What somebody will not say decides nothing: "declined to comment", "refused to answer any questions".
TO_SPEAK = re.compile(
    r" to (?:comment|vote|say|speak|answer"
    r"|take (?:any )?(?:further )?questions"
    r"|discuss|be (?:drawn|interviewed)|respond|reply|name"
    r"|give (?:an?|any) (?:interview|comment|details|reasons?|answer)"
    r"|reveal|disclose|confirm|rule (?:it |this |that )?out|apologise|elaborate|talk|explain|speculate"
    r"|attend|appear|meet|back down|accept responsibility"
    r"|provide (?:a |any |further )?(?:comment|details|statement))\b"
)
_REQUESTS = re.compile(
    r" (?:that|for|officers|the|a|an|access|further|more|his|her|its|their|Mr|Mrs|Ms|Dr|Cllr|Councillor)\b"
)
_ASKS = re.compile(
    r" for (?:an?|further|more|another|regular|copies of|clarification|assurance|sight of)\b|"
    r" that (?:the |an? |its |any )?[^,.;]{3,60}? (?:be|give|attend|bring|report|look|send|supply|provide)\b"
)
#: What a body does by these verbs binds somebody: no account of a debate says it of a body.
_DEMANDED = word_set("requested instructed asked revoked suspended rescinded warned")
_REQUESTING = re.compile(
    r"(?:[Cc]abinet|[Cc]ommittee|[Bb]oard|[Pp]anel|[Cc]ouncil|[Cc]ommissioners"
    r"|[Ff]orum)$"
)


def is_body(words: str, left: str) -> bool:
    """Whether a formal body is whoever does what the verb behind `left` says."""
    who, governed = subject_of(words, left)
    return not governed and bool(_REQUESTING.search(who))


def has_requested(words: str, match: re.Match[str], left: str) -> bool:
    """Whether a body is told to have requested something: "The Committee requested a plan"."""
    if (
        match[0] not in _DEMANDED
        or not (_REQUESTS if match[0] != "asked" else _ASKS).match(words, match.end())
        or " had " in left[-12:]
    ):
        return False
    who, governed = subject_of(words, left)
    if match[0] == "asked" and who.endswith("ouncil"):
        return False  # a council asks ministers
    return not governed and bool(_REQUESTING.search(who)) and not HYPOTHETICAL.search(left[-90:])


#: "Government appointed commissioners took over": who sent them, and no verb. "He authorised for": no thing.
_BY_WHOM = re.compile(
    r"(?:appointed|approved|agreed|elected) (?:[a-z]+ ){0,2}(?:[Cc]ommissioners?|team|officials|envoys?"
    r"|inspectors?|schemes?|plans?|members|mayors?|councillors)(?:, [^,;.]{3,60},)?"
    r" (?:took|are|were|will|have|had|has|is|was"
    r"|would|can|may|said|continue|remain|oversee|run)\b|authorised for the other\b"
)


def body_decided(words: str, match: re.Match[str], verb: str, left: str, before: str) -> bool:
    """A deciding body and its verb: "Council, meeting in May, agreed to sell it"."""
    rest = words[match.end() :]
    if (
        re.match(r" (?:by|with|on a)\b", rest)
        or COUNTED_OUT.match(rest)
        or _is_hypothetical(words, left)
        or _OPINION.match(words[match.start() :])
        or _BY_WHOM.match(words, match.start())
    ):
        return False
    who, governed = subject_of(words, left)
    if not who and verb in _CHOSEN and _SOMEBODY.search(left[-60:]) and _WHOM.match(rest):
        return True
    if not who:
        holds_office = verb in _IN_OFFICE and bool(_OFFICE_HOLDER.search(left[-120:]) and _OBJECT.match(rest))
        return holds_office and not (verb == "agreed" and is_opinion(rest))
    if governed:
        return False
    phrase = verb in HEADS and group_at(words, match.start(), match.end()) is not FORMS.get(verb)
    if verb in _TOO_WEAK and not (phrase or decides_here(verb, who.lower(), who + rest, rest)):
        return False
    if not rest.strip(" :-") or (verb == "agreed" and rest.strip(" :-") in ("to", "that")):
        return False
    if (verb == "agreed" and not _AGREED_WHAT.match(rest)) or (
        verb in ("agreed", "accepted") and is_opinion(rest)
    ):
        return False
    if verb in ("appointed", "elected") and (_REDUCED.match(rest) or _SENT_BY.match(rest)):
        return False
    if who.lower() in ("i", "we", "he", "she", "they", "who", "it"):
        return _pronoun_decides(who.lower(), verb, left, rest, words, before)
    return not _decides_nothing(who, verb, left)


#: What somebody in office does by these verbs decides: "The Head of Ports approved the lease".
_IN_OFFICE = word_set(
    "agreed approved endorsed adopted ratified refused granted awarded rejected appointed deferred authorised"
    " dismissed revoked suspended"
)
_CHOSEN = word_set("appointed reappointed re-appointed")
#: "Thorne has also appointed two commissioners": a surname alone, as stories name ministers.
_SOMEBODY = re.compile(
    r"(?:^|[.;:] |, |\b(?:that|and|when|after|because|since|while|communities|government|secretary|minister"
    r"|leader|mayor) )(?:[A-Z][\w'-]+ ){1,3}"
    r"(?:(?:has|have|had|also|now|today|then|since|already) )*$"
)
_WHOM = re.compile(r" (?:an?|the|his|her|two|three|four|five|six|seven|\d+|new|[A-Z]\w+)\b")
_OFFICE_HOLDER = re.compile(
    r"(?:^|[.;:,] |\b(?:that|and|when|after|because|since|while) )[Tt]he (?:[A-Z][\w'-]* |[a-z]+ ){0,4}?"
    rf"(?:{OFFICE}|director|manager|officer|head|clerk|solicitor|engineer|treasurer)"
    r"(?: (?:of|for) (?:the )?[A-Za-z]+(?:,? (?:and )?[A-Z]\w+){0,4})?(?: \([^()]{1,60}\))?"
    r"(?:, (?:under|using|by virtue of|in (?:the )?exercise of|acting|in consultation with|after|following"
    r"|having)\b[^,;]{3,90},)?(?:,? (?:has|have|had|then|also|therefore|duly|formally|today),?)* $"
)
_OBJECT = re.compile(r" (?:the|an?|its|this|that|these|both|all|£|\d|[A-Z]|applications?|consent|permission)")


def _pronoun_decides(who: str, verb: str, left: str, rest: str, words: str, before: str) -> bool:
    """Whether a pronoun stands for somebody who decides: "It" of the body that the words before speak of."""
    if verb == "voted" or who == "who":
        return False
    if who == "it":
        return bool(OPENS_WITH_BODY.match(before if left.startswith("It ") else words))
    if who == "they" and verb in ("agreed", "accepted", "recommended"):
        return bool(re.search(rf"\b{DECIDING_BODY}\b", before)) and rest.startswith(" to ")
    return (
        who not in ("he", "she")
        or verb not in ("agreed", "accepted", "recommended", "lost")
        or (verb != "lost" and bool(_MINISTER.search(before)))
    )


_MINISTER = re.compile(
    r"\b(?:Secretary of State|Minister|Commissioner|Mayor)\b[^.;]*\b(?:has|have|had|[a-z]+ed)\b"
)
_SOME = re.compile(
    r"(?:\d|[Ss]ome|[Oo]nly|[Oo]ther|two|three|four|five|six|seven|eight|nine|ten)\b[^,.;]{0,20}$"
)


def _decides_nothing(who: str, verb: str, left: str) -> bool:
    """Whether what somebody does by a verb decides nothing: an officer agrees, eight members voted."""
    if verb in _PERSONAL and (who.lower().endswith("chief executive") or _OFFICER.search(who)):
        return True
    if verb == "recommended" and (_ADVISES.search(who) or _ONE_PERSON.search(who)):
        return True
    return verb == "voted" and bool(_SOME.search(left[-40:]))


#: What one of them recommends, the body decides.
_ONE_PERSON = re.compile(r"\b(?:[Mm]ember|[Ll]eader|[Hh]older|[Cc]hair(?:man|woman|person)?)\b")
#: What they recommend, ministers decide.
_ADVISES = re.compile(r"(?:[Cc]ommissioners?|[Ii]nspectors?|[Cc]abinet [Mm]ember|[Pp]ortfolio [Hh]older)\b")
#: What an officer does by these verbs is a promise or an opinion.
_PERSONAL = word_set(
    "agreed accepted recommended supported noted declined endorsed backed carried lost passed"
)


def _is_hypothetical(words: str, left: str) -> bool:
    """Whether the words before a verb of a body make it a condition, a hope, or somebody else's wish."""
    found = HYPOTHETICAL.search(left[-90:])
    if found is None:
        return False
    first = found[0].split(" ", 1)[0].lower()
    if first in ("asked", "nominated", "who") and COORDINATED.search(left[-40:]):
        return False
    return first != "who" or not subject_of(words, left)[0]


_OFFICER = re.compile(
    r"\b(?i:team|service|services|project|programme) (?i:leader|lead)\b"
    r"|\b(?:Officer|Director|Manager|Head|Solicitor|Clerk|Councillor|Cllr|Chair(?:man|woman|person)?)\b"
    r"(?! of the (?:Board|Panel))"
)

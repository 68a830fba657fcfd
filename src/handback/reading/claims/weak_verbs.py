"""Verbs of a body that often decide nothing: "backed", "noted", "referred"; and where they decide."""

import re

_DECLINED = re.compile(
    r" (?:to "
    r"|(?:the|an?|its|their|this|that|both) [^,.;]{0,30}"
    r"\b(?:requests?|applications?|offers?|proposals?|bids?|invitations?|calls?|suggestions?)\b)"
)
_RULED_ON = re.compile(
    r" (?:the|his|her|their|its|this|that|both|an?) (?:[a-z]+ ){0,2}"
    r"(?:appeals?|call-in|complaints?|applications?|objections?|variation|challenge|request)\b"
)
_TO_AN_OFFICE = re.compile(r" (?:as|to be) (?:an? |the |its )?(?:lead )?[Cc]ommission")
#: What is delegated, or to whom: "delegated authority to the Clerk", "delegated to the Clerk power to ...".
#: Who "has delegated authority to approve" gives it to nobody.
_TO_SOMEBODY = r" to (?:the|its|an?|all|any|each|officers|[A-Z]\w*)\b"
_AUTHORITY_OR_OFFICE = re.compile(
    rf" (?:authority|powers?|responsibility)\b(?! to (?!the |its |an? |all |any |each |officers)[a-z]+\b"
    rf"(?![^.;]*{_TO_SOMEBODY}))|{_TO_SOMEBODY}"
)
_SENT_ON = re.compile(r" (?:it|them|the|this|that|both|its)\b[^.;]{0,80}?(?: back\b| to (?:the |its )?[A-Z])")
_NOTED_AND = re.compile(
    r"(?!(?:[Tt]he )?(?:[Mm]embers|[Cc]ouncillors|[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e)\b)[^.;]{3,60}?"
    r" (?:the|an?|its) [^.;]{3,100}? and (?:asked|approved|agreed|requested|endorsed|recommended|adopted)\b"
)


def decides_here(verb: str, who: str, statement: str, rest: str) -> bool:
    """Whether a verb that often decides nothing does so of this subject: "the council backed the plan"."""
    if verb in ("allowed", "upheld", "permitted"):
        return bool(_RULED_ON.match(rest))
    if verb == "declined":
        return bool(_DECLINED.match(rest))
    if verb == "referred":
        return bool(_SENT_ON.match(rest))
    if verb == "nominated":
        return bool(_TO_AN_OFFICE.search(rest))
    if verb == "delegated":
        return bool(_AUTHORITY_OR_OFFICE.match(rest))
    if verb in ("backed", "supported", "handed"):
        return who.endswith(("cabinet", "council", "councillors", "committee", "members"))
    if verb == "blocked":
        return who.endswith(("council", "cabinet", "commissioner", "commissioners", "minister"))
    return verb == "noted" and bool(_NOTED_AND.match(statement) or _noted_paper(who, rest))


def _noted_paper(who: str, rest: str) -> bool:
    """Whether a body noted a paper before it, and not a point of its debate."""
    return bool(_FORMAL_BODY.search(who)) and takes_paper(rest)


def takes_paper(rest: str) -> bool:
    """Whether what a verb takes, and nothing else, is a paper before a body: "noted the update"."""
    return _PAPER.match(rest) is not None


_FORMAL_BODY = re.compile(r"(?:cabinet|committee|board|panel|council|executive|forum)$")
_PAPER = re.compile(
    r" (?:the |item|its |their )(?:(?!that\b)[^.;,]){0,70}?\b(?:reports?|item|\d+|updates?|papers?|minutes"
    r"|contents?|position|progress|plan|programme|dates?|presentation|letter|statement|terms of reference"
    r"|schedule|register|outcomes?|appointments?|findings|recommendations|arrangements|accounts|results"
    r"|summary|strategy|log|tracker)\b[^,;]{0,60}(?:$|, (?:as|which|and|with|together|including|subject) )"
)

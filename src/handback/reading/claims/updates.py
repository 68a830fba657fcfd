"""Updates: whether somebody is told what is new, or a paper made new; schemes are "updated" as well."""

import re

from handback.reading.claims.paper_words import PAPER
from handback.reading.claims.verb_phrases import Group
from handback.reading.words.later import later

#: Whom an update is given to, or the paper that is brought up to date.
_KEPT_UPDATED = later(
    r"\b(?!\w+(?:'s|/))(?:[Mm]embers?|[Cc]ouncillors?|[Cc]llrs?|[Cc]ommittees?|[Ss]ub-[Cc]ommittee"
    r"|[Bb]oards?|[Pp]anel|[Cc]abinet|[Cc]ouncil|[Ee]xecutive|[Ff]orum|[Gg]roups?|[Hh]ouse|[Ll]eaders?"
    r"|[Cc]hair\w*|[Cc]ommissioners?|[Mm]inisters?|[Ss]ecretary|[Gg]overnment|[Dd]epartment|[Mm]inistry"
    r"|[Mm]ayor|[Pp]arliament|[Ii]nspectors?|[Aa]ssembly|[Tt]rustees|[Gg]overnors|[Aa]uthority|[Oo]fficers?"
    r"|[Ss]crutiny|[Pp]eople|[Pp]artners|residents|tenants|parents|staff|everyone|I|we|us|me|you|they|them"
    r"|he|him|she|her|who)\b(?: (?:of|for|on|and|who|present|be|is|are|will|should|to)\b[^,;.]{0,30})? *$"
)
#: A scheme or the like, though officers follow in its name: "the scheme of delegation to officers".
_IS_SCHEME = later(
    r"\b(?:scheme|register|list of|policy|constitution|code|protocol|rules|delegations?)\b[^,;.]{0,60}$"
)
#: "Update the Treasury on the works": whoever it is that hears how a thing goes.
_ON_WHAT = later(
    r" (?:the |all |both |our |its |their )*(?:[A-Z][\w'-]+ ){1,5}(?:[\w'-]+ ){0,3}?(?:on|about)"
    r" (?:the|its|their|how|what|progress)\b"
)
_WHY = re.compile(r" (?:to|in|for|so|as) ")
_TO_WHOM = later(r" (?:all |both |the |our |its |their |every |this |each )*(?=(\S+))")


def updates_somebody(words: str, group: Group, after: str) -> bool:
    """Whether somebody is given an update, or a paper made new: "update the Board", "the log be updated"."""
    if group.passive:
        before = words[max(0, group.start - 70) : group.start]
        kept = _KEPT_UPDATED.search(before) is not None and _IS_SCHEME.search(before) is None
        return kept or PAPER.search(before) is not None
    whom = _TO_WHOM.match(after)
    if whom is None or not after.strip() or _ON_WHAT.match(after):
        return True
    return (
        whom[1].lower()
        in ("on", "about", "at", "in", "to", "as", "by", "and", "with", "regularly", "accordingly")
        or _KEPT_UPDATED.search(whom[1].rstrip("'s")) is not None
        or PAPER.search(_WHY.split(after[:60], 1)[0]) is not None
    )

"""Standing authority: an office-holder who may act for ever, by a scheme, a rule or a direction."""

import re

from handback.reading.claims.offices import OFFICE
from handback.reading.words.watch import waits

_STANDING = waits(
    r"(?:^|(?<=[ :\"]))(?P<who>(?:[Tt]he |[Aa]ny |[Aa]ll |[Ee]ach )?(?P<name>(?:[A-Z][\w'-]*(?:(?: of|"
    r" for| and)(?: the)?)? ){0,6}"
    + rf"(?:{OFFICE}|(?:[Ss]ub-)?[Cc]ommittees?|[Pp]anels?|[Ss]ub-[Cc]ommittees?)"
    + r"(?: (?:of|for) (?:the )?[A-Za-z]+(?:,? (?:and )?[A-Z]\w+){0,4})?(?: \([^()]{1,40}\))?)) "
    r"(?:may(?: also| at any time| then| by notice)?|(?:has|have"
    r"|shall have) (?:delegated )?(?:authority|power) to|(?:is"
    r"|are) (?:authorised|empowered)(?:, [^,.;]{3,70},)? to|can(?= [a-z]+"
    r" [^.;]{0,80}\bwithout\b)) "
    r"(?P<verb>hear|serve|inspect|remove|order|direct|seize|publish|choose|fix|withhold|adjust|reduce"
    r"|renew|call for|alter|appeal|defend|compromise|prosecute|institute|instruct|enforce|discharge|buy"
    r"|purchase|sell|let|lease"
    r"|hire|recruit"
    r"|give (?:prior |written )?(?:approval|consent)|invest|borrow|vire|accept|certify|license"
    r"|sub-delegate|suspend|revoke|approve|pass|make|vary|grant|authorise|sign|spend|determine|issue"
    r"|settle|decide|amend|refuse|enter into|award|appoint|act|exercise|incur|dismiss|waive|agree"
    r"|close|dispose|acquire|take|extend|impose|change|release|allocate|transfer|write off|engage"
    r"|delegate)\b"
)
#: "The chief executive may, under rule 9, do anything ...": what stands between makes it a grant of power.
_ON_TERMS = waits(
    rf"(?:^|(?<=[ :\"]))(?P<who>(?:[Tt]he |[Aa]ny |[Aa]ll |[Ee]ach )?(?P<name>(?!(?:Under|In|By|For|At"
    rf"|If|When|With|Where)\b)"
    rf"(?:[A-Z][\w'-]*(?: of| for| and| of the)? ){{0,6}}(?:{OFFICE}|(?:[a-z]+ )?(?i:{OFFICE})"
    rf"|[A-Z][a-z]+ Persons?|[Cc]ommittees?|[Pp]anels?)"
    r"(?: (?:of|for) (?:the )?[A-Za-z]+(?:,? (?:and )?[A-Z]\w+){0,4})?)) may, "
    r"(?:in|after|following|under|with|on|once|having|subject|acting) [^,;]{3,110}, (?P<verb>[a-z]+)"
)


def standing_in(words: str) -> re.Match[str] | None:
    """The words by which an office-holder may act for ever: "The Licensing Officer may suspend"."""
    return _STANDING.search(words) or _ON_TERMS.search(words)

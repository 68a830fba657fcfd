"""Standing authority: an office-holder who may act for ever, by a scheme, a rule, a direction or a custom.

Verbs that only somebody in charge can do are enough ("The Clerk may waive the fee"). Any other verb needs
terms beside it that nobody sets for what may merely happen ("She can go up to £500 without asking us").
"""

import re

from handback.reading.claims.offices import OFFICE, tidy
from handback.reading.words.watch import waits

_OF = r"(?: (?:of|for) (?:the )?[A-Za-z][\w']*(?:,? (?:and )?[A-Z]\w+){0,4})?(?: \([^()]{1,40}\))?"
_OFFICERS = (
    r"(?:(?!that |and |but |the |some )[a-z]+ ){0,2}?(?:officers|wardens|managers|directors|inspectors"
    r"|engineers|surveyors|foremen|stewards"
    r"|head ?teachers|principals|commissioners|heads of service)"
)
#: Somebody in office, by title, by title and name, or as one of a sort.
_WHO = (
    r"(?P<who>(?:[Tt]he |[Aa]ny |[Aa]ll |[Ee]ach )?(?P<name>(?!(?:Under|In|By|For|At|If|When|With|Where)\b)"
    r"(?:[A-Z\d][\w'-]*(?:(?: of| for| and)(?: the)?)? ){0,6}"
    rf"(?:(?:(?!the )[a-z]+ )?{OFFICE}|(?:[Ss]ub-)?[Cc]ommittees?|[Pp]anels?|[Ss]ub-[Cc]ommittees?"
    rf"|[A-Z][a-z]+ Persons?"
    rf"|(?:chief )?(?:executive|officer|director|manager|clerk|treasurer)(?: [A-Z][\w'-]+){{2}}"
    r"|(?:(?:chief|monitoring|finance|planning|licensing|returning|deputy|town|parish) )?"
    rf"(?:executive|officer|director|manager|clerk|treasurer|solicitor)){_OF}"
    rf"|{_OFFICERS}|[A-Z][a-z]+ (?:officers|wardens|managers|inspectors)))"
)
_STARTS = r"(?:^|(?<=[ :\"]))"
_ACTS = (
    r"hear|serve|prosecute|institute|instruct|enforce|discharge|buy|purchase|sell|let|lease|hire|recruit"
    r"|give (?:prior |written |any )?(?:approval|consent)|invest|borrow|vire|accept|certify|license|inspect"
    r"|sub-delegate|suspend|revoke|approve|pass|make|vary|grant|authorise|sign|spend|determine|issue|remove"
    r"|settle|decide(?! to\b| that\b| not\b)|amend|refuse|enter into|award|appoint|nominate|act|exercise"
    r"|incur|dismiss"
    r"|waive|agree|order|direct|seize|publish|fix|withhold|adjust|reduce|renew|call for|alter|defend"
    r"|compromise"
    r"|close|dispose|acquire|take|extend|impose|change|release|allocate|transfer|write off|engage|delegate"
    r"|reject|correct|clamp|cancel|demolish|tow|exempt|recover|relax|substitute|evict|detain|turn away"
    r"|reimburse"
    r"|disapply|commission|procure|move (?:money|funds|sums|staff|budgets?)|set (?:the|a|any|fees|charges)"
    r"|enter (?:the|any|a)|draw (?:on|down|up to)|stop (?:the|a|any)|order (?:the|a|any)"
)
_STANDING = waits(
    rf"{_STARTS}{_WHO}(?:,? or,? in (?:his|her|their|its) absence,? (?:the )?[\w' ]{{3,40}}?,?)?"
    r" (?:may(?: also| at any time| then| by notice| each| alone| only)?"
    r"|(?:is|are) (?:free|at liberty) to"
    r"|can(?: also)?(?= [a-z]+ [^.;]{0,80}\bwithout\b)"
    r"|can(?: also)?(?= (?:approve|waive|suspend|grant|refuse|revoke|authorise|sign|vary|award|determine"
    rf"|settle|reject|write off|issue|close any|spend up to)\b)) (?P<verb>{_ACTS})\b"
)
#: Authority by name, which leaves no doubt whatever is done with it: "Officers have the authority to keep".
_HAS_AUTHORITY = waits(
    rf"{_STARTS}{_WHO} (?:(?:has|have|shall have|will have|holds?"
    r"|(?:is|are|has been|have been) (?:given|granted|delegated))"
    r" (?:(?:the|full|delegated|general|standing|sole|overall|specific|necessary|following)(?: and)? )*"
    r"(?:authority|powers?|discretion)"
    r"|(?:is|are) (?:hereby |also |each |jointly |generally |further )?(?:authori[sz]ed|empowered))"
    r"(?:, [^,.;]{3,70},)? to:?(?! (?:the|its|officers|all|any|each|[A-Z]\w*)\b)"
    r"(?: (?P<verb>[a-z]+)\b| ?\(|$)"
)
#: "The chief executive may, under rule 9, do anything ...": what stands between makes it a grant of power.
_ON_TERMS = waits(
    rf"{_STARTS}{_WHO} (?:may|can), "
    r"(?:in|after|following|under|with|on|once|having|subject|acting) [^,;]{3,110}, (?P<verb>[a-z]+)"
)
#: What nobody has leave to do, but what may come about.
_COMES_ABOUT = (
    r"(?!(?:be|have|become|need|wish|want|wonder|think|feel|remember|recall|know|seem|appear|lose|face"
    r"|fail|prove"
    r"|not|benefit|suffer|remain|stay|continue|like|prefer|expect|hope|see|find|mean|cost|fall|rise"
    r"|last|well|yet"
    r"|come|get|apply|appeal|speak|attend|say|ask|vote|do|could|experience|receive|struggle|help|exceed|reach"
    r"|still|take (?:longer|time)|look)\b)"
)
#: Terms on which somebody may act, which nobody sets for what may merely happen.
_TERMS = (
    r"(?:\bwithout (?:[a-z]+ ){0,2}?(?:coming|going|asking|reference|recourse|referring|notice|approval"
    r"|authority|consent|consulting|waiting)\b"
    r"|\bup to (?:a (?:further|maximum of|limit of) )?£\d"
    r"|\b(?:under|below) £\d|\bnot exceeding £\d|\bso long as\b|,? provided(?: that)?\b"
    r"|\bbut (?:not until|only (?:if|after|with|once))\b"
    r"|\bon (?:his|her|their|its) own (?:authority|initiative|say-so|signature)\b"
    r"|\b(?:him|her|it)self\b|\bthemselves\b|\b(?:sees?|thinks?) fit\b"
    r"|\bat (?:his|her|their) discretion\b"
    r"|\bfor up to\b|\bin case of\b|\bin an emergency\b|\bin cases of\b"
    r"|\bthat I (?:could|might) (?:have )?)"
)
_WITH_TERMS = waits(
    rf"(?:{_STARTS}{_WHO}|(?P<pronoun>(?:^|(?<=[;,] )|(?<=\band )|(?<=\bbut ))(?:[Ss]he|[Hh]e|[Tt]hey)))"
    rf" (?:may|can)(?: also| now| then| each| only| alone)* (?P<verb>{_COMES_ABOUT}[a-z]+)\b[^.;]*?{_TERMS}"
)
_DONE_BY = waits(
    r"\bmay (?:also |then )?be (?P<verb>suspended|waived|granted|refused|varied|revoked|extended"
    r"|approved|determined"
    r"|authorised|settled|altered|amended|issued|reduced|remitted|relaxed|lifted|imposed|awarded)"
    rf"(?: at any time| at once)? by (?:the )?(?P<name>(?:[A-Z][\w'-]*(?: of)? ){{0,4}}{OFFICE}{_OF})"
)
#: Who has the last word: "the power to choose rests with the Clerk", "it is for the Clerk to set the fee".
_RESTS_WITH = waits(
    r"\b(?:[Pp]ower|[Aa]uthority|[Dd]iscretion|[Dd]ecisions?)\b(?: to| over| on| about)\b[^.;,]{3,90}?"
    r" (?:rests?|lies?|(?:is|are) for) (?:with )?the"
    rf" (?P<name>(?:[A-Z][\w'-]*(?: of| for)? ){{0,4}}{OFFICE}{_OF})"
    rf"|\b[Ii]t is for the (?P<one>(?:[A-Z][\w'-]*(?: of| for)? ){{0,4}}{OFFICE}{_OF}) to (?:{_ACTS})\b"
)
#: What a letter gives leave to do: "You may appoint a deputy, provided that you tell me first".
_YOU_MAY = waits(
    r"\b(?P<name>[Yy]ou) may(?:, [^,;]{3,80},)? (?:also )?"
    r"(?:appoint|authorise|approve|delegate|sign|award|grant|determine|vary|exercise|act)"
    rf"\b(?=[^.;]*?(?:{_TERMS}"
    r"|\b(?:on|in|with) (?:my|our) (?:behalf|absence|consent|place|name)\b"
    r"|\bin your place\b))"
    r"|\b(?P<one>[Yy]ou) have my (?:full )?(?:authority|permission|leave|agreement|consent) to\b"
)
_NOT_SOMEBODY = re.compile(r"\b(?:it|that|they|which) may\b")


def standing_in(words: str) -> tuple[int, str] | None:
    """Where the words begin by which somebody may act for ever, and his name: "The Licensing Officer"
    " may suspend"."""
    plain = _ASIDES.sub(lambda aside: " " * len(aside[0]), words) if "," in words else words
    if _BOUNDED.search(words):
        return None
    found = (
        _STANDING.search(words)
        or _HAS_AUTHORITY.search(words)
        or _ON_TERMS.search(words)
        or _WITH_TERMS.search(words)
    )
    if found is not None and not _BY_STATUTE.search(found[0]):
        who = found.groupdict().get("pronoun") or found["name"]
        start = found.start("who") if found["who"] else found.start()
        no_one = found["who"] and _NOT_SOMEBODY.search(found["who"])
        holds_it = (found["verb"] or "").endswith("delegate") and who.endswith("ommissioners")
        return None if no_one or holds_it else (start, tidy(who))
    done = _YOU_MAY.search(words) or _DONE_BY.search(plain) or _RESTS_WITH.search(plain)
    if done is None:
        return None
    return 0, tidy(done["name"] or done["one"])


#: Whose power is an Act's, and nobody's to delegate.
_BY_STATUTE = re.compile(r"\b(?:Secretary of State|Minister|Inspector|Ombudsman|Auditor)s?\b")
#: How authority is to be used, which gives none: "Officers may only exercise their powers within budget".
_BOUNDED = re.compile(
    r"\b(?:may|can|shall|must|will) (?:exercise|discharge|use|perform) only\b"
    r"|\b(?:may|can|shall|must|will) (?:only|not) (?:be )?"
    r"(?:exercised?|discharged?|performed?|used?|act|take decisions)\b"
)
_ASIDES = re.compile(r", (?:in|after|following|having|subject) [^,;]{3,110},(?= )")

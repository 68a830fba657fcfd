"""The places around a verb: where a holder is named, and where the words that name functions end."""

from handback.reading.claims.holders import HOLDER, PRONOUN
from handback.reading.claims.patterns import pattern
from handback.reading.words.later import later

PLACE = (
    r"(?:(?:the |its |their |full |direct |sole )*(?:democratic |local |political )?(?:control|hands|remit"
    r"|responsibility|charge|care|gift|purview|command|jurisdiction|umbrella|wing|preserve|domain) of )?"
)
_BETWEEN = (
    r"(?:,? ?(?:back|over|across|again|now|in full|fully|firmly|solely|entirely|wholly|squarely|once more"
    r"|up|out"
    r"|down|directly"
    r"|home|formally|today|automatically|safely|piece by piece|for now|for the (?:moment|time being)|first"
    r"|where (?:it|they) (?:is|are|belongs?|was|were)|as (?:it|they) (?:is|are)|vested"
    r"|(?:on|in|from|at|by|with effect from|as of) (?!the (?:hands|control))[^,;]{2,40}?|a matter"
    r"|(?:the )?responsibility"
    r"|ultimately|exclusively|either))*,? "
)
WHO = rf"(?P<who>{HOLDER}|(?i:{PRONOUN})\b)"
TO = later(rf"^{_BETWEEN}(?:to|into|in|under|with|within|on to|onto) {PLACE}{WHO}")
LATER_TO = later(rf"(?: back| over| up| again)?,? (?:to|into|under|with|in the hands of|in) {PLACE}{WHO}")
BY = later(
    rf"^(?: (?:once again|once more|directly|jointly|now|still|only|again|instead|solely"
    rf"|independently|separately"
    rf"|independently of (?:the |its )?\w+|on (?:its"
    rf"|their) behalf|for the (?:[Cc]ouncil|[Aa]uthority)|on behalf of [^,]{{3,40}}"
    rf"|from [^,;]{{3,80}}|until [^,;]{{3,60}}|for [^,;]{{3,60}}))*,? by {WHO}"
)
FROM = later(
    rf" (?:away )?(?:from|out of)(?: under)?(?: the (?:hands|control) of)? (?:{PLACE})?"
    rf"(?P<who>{HOLDER}|(?i:{PRONOUN})\b|its (?:own )?(?:direct )?(?:control|hands|grip|remit)\b)"
)
SUBJECT = later(
    rf"(?:^|[ ,(])(?P<who>{HOLDER}|(?:[Ww]e|I|[Yy]ou|[Ii]t|[Tt]hey|[Ss]?[Hh]e)\b)"
    rf"(?: (?:(?:was|were|has been|have been|is|are|is to be|are to be|will be|would be) "
    rf"(?=appointed))?(?:appointed|sent|installed|brought|put|nominated|named|led|overseeing|running|who"
    rf"|themselves|itself|alone|jointly)[^,]{{0,90}})?[ ,)]*$"
)
CONTROL_NOUN = (
    r"(?:control(?! *(?:$|[.,;]))|powers?|responsibilit\w+|functions?|charge|authority|decision\w*|final"
    r" say|say\b|running"
    r"|right|direct"
    r"|executive|full|oversight)"
)
RECEIVER = later(
    rf"^(?: back)?(?: to)? {WHO}(?<!'s)(?<!')(?! control(?! (?:of|over)\b))"
    rf"(?= (?:back )?(?:(?:the|its|their|all|more|further|additional|extra|new|wider|sweeping|full"
    rf"|direct|some|of|several|\d+|two|three|four|five|six"
    rf"|seven|eight|nine|ten|eleven|twelve) )*{CONTROL_NOUN})"
)
HEAVY = later(
    rf"^(?: back| over)?,? (?:to|in) {WHO}(?=,? (?:the |its |of |all |control (?:of|over|for) |powers?"
    rf"|responsib|functions"
    rf"|decision|certain|some|those|these|full|executive|direct|further|day-to-day|decision-making|decision"
    rf" making))"
)
#: "Returning parks to Harrowmere": a place named for its council.
TOWN = later(
    r" (?:back )?to it(?=[,.;]|$| (?:on|from|in)\b)|"
    r" (?:back )?to (?!Commission|Director|State|Cabinet)[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}(?=[:,.;]|$"
    r"| (?:with|from|on|in|after)\b)"
)
_NEXT_VERB = (
    r"(?:withdraw|ends?|hand|keep|kept|retain|return|give|gave|pass|restor|remov|leav|left|reduc"
    r"|appoint(?!ment)|continu"
    r"|bring|provide|oversee|help|ensure|prepare|develop|implement|focus(?= on)|replac|recommend|propos"
    r"|advis|suggest|intend|expect|accept|decid|direct|invit|requir|consider"
    r"|regain|transfer|take|took|I|he|she|it|they|we|that|said|agreed|asked|set|sent?|told|will|would|has|have"
    r"|is|are)"
)
STOP = later(
    r",? (?:because|so that|so as|until|unless|under (?!(?:section|the [A-Z]\w+ Act))"
    r"|from (?!the (?:[Cc]ouncil for|[Aa]uthority for|sale"
    r"|award))"
    r"|on (?=\d|the (?:condition|same|basis|understanding)|[A-Z][a-z]+day|[Mm]idnight)"
    r"|with (?=continu|ordinary|oversight|effect|his|her|immediate|advice|condition|enhanced|a |no |some)"
    r"|in (?=(?:[A-Z][a-z]+ )?(?:19|20)\d\d|(?<!powers in )[A-Z]|[A-Z][\w-]*(?![\w-]|,| and )"
    r"|the (?:spring|summer|autumn|winter|new|next|coming"
    r"|meantime|hands|same)"
    r"|full\b|compliance|conjunction|consultation|partnership with|due|place|line|order|its|return"
    r"|reserve|time|accordance|public)"
    r"|by (?=[A-Z]|\d|the|end|then|next|means)|(?<!looked )after|before|subject to|(?<!the )following|pending"
    r"|any (?:longer|more|further)"
    r"|(?:an?|one|two|three|four|five|some|\d+) (?:years?|months?|weeks?|days?) (?:ago|later|before)"
    r"|for (?=one (?:more|further)|a |an |the (?:time|moment|next|rest|first|foreseeable|present)|now"
    r"|at least"
    r"|\d"
    r"|[a-z]+ (?:years|months|weeks)"
    r"|good\b|longer|another"
    r"|the (?:Minister|Secretary of State)\b"
    r"|(?:[A-Z][\w'-]+ )+(?:Council|Authority)\b)|once"
    r"|this (?:year|week|month|spring|autumn|summer|winter|morning)"
    r"|last (?:year|night|week|month|May|spring|autumn|summer|winter)|next|today|yesterday|tomorrow"
    r"|which|who"
    r"|where|when|while"
    r"|as (?=a |an |required\b|needed\b|necessary\b|appropriate\b|councillors |members |commissioners |the"
    r" (?:council|authority|borough) |(?:it|they|of|we|I)\b|soon"
    r"|part|from|before|planned|set|long)"
    r"|back|(?:handed|given|won)(?= back\b)"
    r"|restored(?= (?:to|on|in|by)\b)|returned(?= (?:to|on|in|by)\b)|home|again|throughout|itself"
    r"|themselves|directly|earlier|since"
    r"|over (?=(?:the |a )?(?:coming|next|past|last|following|course|period)\b)|owing|thanks to|amid|due to"
    r"|on (?:behalf of|the (?:council|authority)'s behalf)"
    r"|at (?=the|a|least|once|present"
    r"|this|its)|instead"
    r"|away|altogether|be|without|despite|given|ahead|but|now"
    rf"|(?:and|or|but|then) (?:(?:to|then|also|will|would|has|have|is|are|was|so"
    rf"|not) )*(?={_NEXT_VERB}\b(?! (?:over|of)\b))"
    r"|(?:has|have|had|is|are|was|were|will|would|should|does|do|did|may|might|could|can))\b"
    r"|,? (?:and|or) (?:to )?(?!(?:of|in|on|for|with|all|both|also|over|from|then|at|by|to|under|into|about"
    r"|within|including|through|not|as|even|only|just|possibly"
    r"|perhaps)\b)[a-z]{3,}(?<!s)(?<!ing) (?=\"?(?:a|an|the|its"
    r"|their|any) )"
    r"|,(?= (?:[A-Z][\w'.-]+ ){1,4}(?:said|says|told|\w{3,}ed) (?:the|that|an?|his|her|its|their|how|he|she"
    r"|it"
    r"|they)\b)"
    r"|,(?= (?:[a-z]+ly |thus |thereby )?(?:allowing|enabling|meaning|giving|leaving|making|ensuring|ending"
    r"|marking|bringing|putting|prompting|paving|raising)\b)"
    r"|,? alongside\b"
    r"|:|;| - (?=(?:a|an|the|this|that|which|but|it|they|and)\b)|\.$|\.(?= )"
)
PARTICLE = later(
    r"^(?: (?:back|over(?! licen)|up|on to|on(?! (?:\d|[A-Z]))|out|away|down|again|once more"
    r"|once again)\b)+"
)
OPENING = later(
    r"^(?:(?:(?:On|From|In|By|Since|Until|At|As of|With effect from|Under|Following|After|Before|During"
    r"|For|Of|Along with|Apart"
    r" from|Other than|With the exception of|Except for|Save for|Aside from"
    r"|Subject to|Having|Given|Despite|Within|As from"
    r"|To date|So far"
    r"|At present|In addition|As part of|Because of|Thanks to|Besides|Unlike|Pending|To (?!the "
    r"|its |their |our |date)[a-z]+) [^,]{2,90}?"
    r"|[Ii]n addition|However|Therefore|Meanwhile|Today|Now|Accordingly|Finally|Lastly|Also|Similarly|Equally"
    r"|Consequently|Importantly"
    r"|First|Second|Third|Instead|Again|Overall|Crucially|Separately|Nevertheless|Sadly|Happily"
    r"|As a result|That said"
    r"|[A-Z]\w+ly), |(?:On|From|In|By|Since|Until|At) (?:(?:\d{1,2}(?:st|nd|rd|th)? )?(?:January|February"
    r"|March|April|May"
    r"|June|July|August|September|October|November|December)(?: \d{4})?|\d{4}|today|midnight|now on"
    r"|next \w+|last \w+"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|the (?:spring|summer|autumn|winter|end"
    r"|start)(?: of \w+)?) "
    r"|(?:[Aa]nd|[Bb]ut|[Ss]o|[Yy]et|[Oo]nly|[Tt]hen|[Tt]hat|[Ii]n turn|[Nn]ow|[Ff]irst|[Aa]s yet"
    r"|[Ff]inally)(?= )(?! ready) ?)+"
)


def object_end(words: str, first: int, last: int) -> int:
    """Where the words that name functions end; what functions relate to stands after "relating to"."""
    relating = pattern(
        r"\b(?:relating|related|in relation|with regard|pertaining|with respect) to\b|\b(?:in respect"
        r"|in connection)"
        r" (?:of|with)\b|\bassociated with\b"
    ).search(words[first:last])
    begin = first + (relating.end() if relating and relating.start() < 60 else 0)
    stop = STOP.search(words, min(begin + 1, last), last)
    return stop.start() if stop else last


def opened(words: str, start: int, end: int) -> int:
    """Where a clause really begins, after "On 3 May", "However," and the like."""
    opening = OPENING.match(words[start:end])
    return start + opening.end() if opening else start

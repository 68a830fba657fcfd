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
    r"|up|out|down|directly|home|formally|today|automatically|safely|piece by piece|for now"
    r"|for the (?:moment|time being)|first"
    r"|where (?:it|they) (?:is|are|belongs?|was|were)"
    r"|as (?:it|they) (?:is|are)|vested"
    r"|(?:on|in|from|at|by|with effect from|as of) (?!the (?:hands|control))[^,;]{2,40}?"
    r"|a matter|(?:the )?responsibility|ultimately|exclusively|either))*,? "
)
WHO = rf"(?P<who>{HOLDER}|(?i:{PRONOUN})\b)"
TO = later(rf"^{_BETWEEN}(?:to|into|in|under|with|within|on to|onto) {PLACE}{WHO}")
LATER_TO = later(rf"(?: back| over| up| again)?,? (?:to|into|under|with|in the hands of|in) {PLACE}{WHO}")
BY = later(
    r"^(?: (?:once again|once more|directly|jointly|now|still|only|again|instead|solely|independently"
    r"|separately|independently of (?:the |its )?\w+|on (?:its|their) behalf"
    r"|for the (?:[Cc]ouncil|[Aa]uthority)"
    rf"|on behalf of [^,]{{3,40}}|from [^,;]{{3,80}}|until [^,;]{{3,60}}|for [^,;]{{3,60}}))*,? by {WHO}"
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
    r"(?:control(?! *(?:$|[.,;]))|powers?|responsibilit\w+|functions?|charge|authority|decision\w*"
    r"|final say|say\b|running|right|direct|executive|full|oversight)"
)
RECEIVER = later(
    rf"^(?: back)?(?: to)? {WHO}(?<!'s)(?<!')(?! control(?! (?:of|over)\b))"
    rf"(?= (?:back )?(?:(?:the|its|their|all|more|further|additional|extra|new|wider|sweeping|full"
    rf"|direct|some|of|several|\d+|two|three|four|five|six"
    rf"|seven|eight|nine|ten|eleven|twelve) )*{CONTROL_NOUN})"
)
HEAVY = later(
    rf"^(?: back| over)?,? (?:to|in) (?>{WHO})(?=,? (?:the |its |of |all |control (?:of|over|for) |powers?"
    r"|responsib|functions|decision|certain|some|those|these|full|executive|direct|further|day-to-day"
    r"|decision-making|decision making))"
)
#: "Returning parks to Harrowmere": a place named for its council.
TOWN = later(
    r" (?:back )?to it(?=[,.;]|$| (?:on|from|in)\b)"
    r"| (?:back )?to (?!Commission|Director|State|Cabinet)[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}"
    r"(?=[:,.;]|$| (?:with|from|on|in|after)\b)"
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
    r",? (?:because|so that|so as|until|unless"
    r"|under (?!(?:section|the [A-Z]\w+ Act))"
    r"|from (?!the (?:[Cc]ouncil for|[Aa]uthority for|sale|award))"
    r"|on (?=\d|the (?:condition|same|basis|understanding)|[A-Z][a-z]+day|[Mm]idnight)"
    r"|with (?=continu|ordinary|oversight|effect|his|her|immediate|advice|condition|enhanced|a |no |some)"
    r"|in (?=(?:[A-Z][a-z]+ )?(?:19|20)\d\d|(?<!powers in )[A-Z]|[A-Z][\w-]*(?![\w-]|,| and )"
    r"|the (?:spring|summer|autumn|winter|new|next|coming|meantime|hands|same)"
    r"|full\b|compliance|conjunction|consultation|partnership with|due|place|line|order|its|return|reserve"
    r"|time|accordance|public)"
    r"|by (?=[A-Z]|\d|the|end|then|next|means)"
    r"|(?<!looked )after|before|subject to|(?<!the )following|pending|any (?:longer|more|further)"
    r"|(?:an?|one|two|three|four|five|some|\d+) (?:years?|months?|weeks?|days?) (?:ago|later|before)"
    r"|for (?=one (?:more|further)|a |an "
    r"|the (?:time|moment|next|rest|first|foreseeable|present)"
    r"|now|at least|\d|[a-z]+ (?:years|months|weeks)|good\b|longer|another"
    r"|the (?:Minister|Secretary of State)\b"
    r"|(?:[A-Z][\w'-]+ )+(?:Council|Authority)\b)"
    r"|once"
    r"|this (?:year|week|month|spring|autumn|summer|winter|morning)"
    r"|last (?:year|night|week|month|May|spring|autumn|summer|winter)"
    r"|next|today|yesterday|tomorrow|which|who|where|when|while"
    r"|as (?=a |an |required\b|needed\b|necessary\b|appropriate\b|councillors |members |commissioners "
    r"|the (?:council|authority|borough) |(?:it|they|of|we|I)\b|soon|part|from|before|planned|set|long)"
    r"|back|(?:handed|given|won)(?= back\b)|restored(?= (?:to|on|in|by)\b)|returned(?= (?:to|on|in|by)\b)"
    r"|home|again|throughout|itself|themselves|directly|earlier|since"
    r"|over (?=(?:the |a )?(?:coming|next|past|last|following|course|period)\b)"
    r"|owing|thanks to|amid|due to"
    r"|on (?:behalf of|the (?:council|authority)'s behalf)"
    r"|at (?=the|a|least|once|present|this|its)"
    r"|instead|away|altogether|be|without|despite|given|ahead|but|now"
    r"|(?:and|or|but|then) (?:(?:to|then|also|will|would|has|have|is|are|was|so|not) )*"
    rf"(?={_NEXT_VERB}\b(?! (?:over|of)\b))"
    r"|(?:has|have|had|is|are|was|were|will|would|should|does|do|did|may|might|could|can))\b"
    r"|,? (?:and|or) (?:to )?(?!(?:of|in|on|for|with|all|both|also|over|from|then|at|by|to|under|into"
    r"|about|within|including|through|not|as|even|only|just|possibly|perhaps)\b)[a-z]{3,}(?<!s)(?<!ing)"
    r" (?=\"?(?:a|an|the|its|their|any) )"
    r"|,(?= (?:[A-Z][\w'.-]+ ){1,4}(?:said|says|told|\w{3,}ed)"
    r" (?:the|that|an?|his|her|its|their|how|he|she|it|they)\b)"
    r"|,(?= (?:[a-z]+ly |thus |thereby )?(?:allowing|enabling|meaning|giving|leaving|making|ensuring"
    r"|ending|marking|bringing|putting|prompting|paving|raising)\b)"
    r"|,? alongside\b|:|;"
    r"| - (?=(?:a|an|the|this|that|which|but|it|they|and)\b)"
    r"|\.$|\.(?= )"
)
PARTICLE = later(
    r"^(?: (?:back|over(?! licen)|up|on to|on(?! (?:\d|[A-Z]))|out|away|down|again|once more"
    r"|once again)\b)+"
)
OPENING = later(
    r"^(?:(?:(?:On|From|In|By|Since|Until|At|As of|With effect from|Under|Following|After|Before|During|For"
    r"|Of|Along with|Apart from|Other than|With the exception of|Except for|Save for|Aside from|Subject to"
    r"|Having|Given|Despite|Within|As from|To date|So far|At present|In addition|As part of|Because of"
    r"|Thanks to|Besides|Unlike|Pending"
    r"|To (?!the |its |their |our |date)[a-z]+) [^,]{2,90}?"
    r"|[Ii]n addition|However|Therefore|Meanwhile|Today|Now|Accordingly|Finally|Lastly|Also|Similarly"
    r"|Equally|Consequently|Importantly|First|Second|Third|Instead|Again|Overall|Crucially|Separately"
    r"|Nevertheless|Sadly|Happily|As a result|That said|[A-Z]\w+ly), "
    r"|(?:On|From|In|By|Since|Until|At) (?:(?:\d{1,2}(?:st|nd|rd|th)? )?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?"
    r"|\d{4}|today|midnight|now on|next \w+|last \w+"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|the (?:spring|summer|autumn|winter|end|start)(?: of \w+)?) "
    r"|(?:[Aa]nd|[Bb]ut|[Ss]o|[Yy]et|[Oo]nly|[Tt]hen|[Tt]hat|[Ii]n turn|[Nn]ow|[Ff]irst|[Aa]s yet"
    r"|[Ff]inally)(?= )(?! ready) ?)+"
)


def object_end(words: str, first: int, last: int) -> int:
    """Where the words that name functions end; what functions relate to stands after "relating to"."""
    relating = pattern(
        r"\b(?:relating|related|in relation|with regard|pertaining|with respect) to\b"
        r"|\b(?:in respect|in connection) (?:of|with)\b"
        r"|\bassociated with\b"
    ).search(words[first:last])
    begin = first + (relating.end() if relating and relating.start() < 60 else 0)
    stop = STOP.search(words, min(begin + 1, last), last)
    return stop.start() if stop else last


def opened(words: str, start: int, end: int) -> int:
    """Where a clause really begins, after "On 3 May", "However," and the like."""
    opening = OPENING.match(words[start:end])
    return start + opening.end() if opening else start

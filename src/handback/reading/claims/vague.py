"""Words that speak of functions and name none: "some powers", "all functions", "they", "this function"."""

import re

from handback.reading.claims.patterns import pattern
from handback.reading.words.beginnings import sought
from handback.reading.words.later import later
from handback.reading.words.watch import waits

LINK = (
    r"(?:relating to|related to|in relation to|in respect of|with (?:regard|respect) to|to (?:run|manage"
    r"|deliver|provide"
    r"|control|operate|exercise|hold|take decisions on|make decisions on|decide on)|of|over|for|on|in"
    r"|about|around|to(?= (?:appoint|dismiss|set|make|award|decide|run|manage|hire|approve|buy|sell"
    r"|spend|grant|issue|determine|recruit|collect|levy|borrow|enter|authorise|dispose|acquire|adopt"
    r"|charge|close|open))|as regards|as respects|associated with|connected with|in connection with"
    r"|pertaining to|concerning|regarding|covering|under (?=the|section)|as(?= the| a| \w+ authority)"
    r"|that (?:relate|pertain)"
    r" to|which relate to)"
)
HEAD = (
    r"(?:control|powers?|responsibilit(?:y|ies)|functions?|duty|duties|charge|authority|decision[- ]making"
    r"(?: powers?)?|(?:the )?decisions?|running|management|exercise|delivery|leadership"
    r"|(?:final |last )?(?:say|word)"
    r"|remit|(?:make|take|making|taking) (?:\w+ )?decisions?|(?:good|sound|proper|strong|effective|better)"
    r" governance|(?:public )?(?:trust|faith)|accountability|operation|handling|command"
    r"|provision|right|rights|oversight(?= of)|return"
    r"|transfer"
    r"|(?:issues|matters|aspects|activit(?:y|ies)|employment matters)(?= (?:relat|in relation|concern"
    r"|associat))"
    r"|grip|reins|ability|task|work|administration|part|role|scope|ownership|stewardship|day-to-day|terms)"
)
_SMALL = (
    r"(?:the|its|their|his|her|our|your|those|these|such|all|any|full|direct|executive|statutory"
    r"|day-to-day|overall"
    r"|sole|formal|legal|complete|total|council's|authority's|Authority's|Council's|councils'|enhanced|key"
    r"|remaining|relevant|back|both|of|over|for|on|in|to|and|also|only|including|namely|just|local|own|other"
    r"|associated|certain|some|important|specific|further|various|continued|new|non-executive|democratic"
    r"|decision-making|[A-Z][a-z]+(?:'s)|[A-Z][a-z]+ Council's|the council's|with it|political"
    r"|everyday|daily|main|core)"
)
LEAD = re.compile(
    rf"(?:{_SMALL} ){{0,6}}{HEAD}(?: and (?:{_SMALL} )?{HEAD})?(?: (?:of|from) (?:the |this |your "
    rf"|that )?(?:[A-Z][a-z]+ )?(?:Authority|[Cc]ouncil))?"
    rf",? {LINK} ",
    re.I,
)
_VAGUE_WORD = (
    r"(?:(?:functions?|powers?|(?:service|policy|functional) areas?|services?|areas?|responsibilit(?:y|ies)"
    r"|matters|departments|duties|things"
    r"|groups? of functions)\b)"
)
_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_SEVERAL = r"(?:some|certain|several|many|most|various|specified|other|an? (?:number|range|series) of)"
ALL = sought(
    rf"\b(?:all executive(?= and {_SEVERAL} [\w-]+ {_VAGUE_WORD})|(?:all|every)(?:"
    rf" of)?(?: (?:the|its|their|other|remaining|rest|executive|decision-making|non-executive|council"
    rf"|local|of|council's"
    rf"|authority's|our|your|of the))* {_VAGUE_WORD}(?! (?:relating|pertaining|on|for|over|in relation|in"
    rf" respect"
    rf"|associated|connected"
    rf"|concerning|under|as |with regard|to (?:do|children|adults)|of (?!the (?:council|authority)"
    rf"|(?-i:(?:[A-Z][\w'-]+ ){{1,4}}(?:Council|Authority)))))"
    rf"|everything(?: else)?|the (?:rest|remainder|others|lot)"
    rf"|all (?:the )?(?:others|rest)|(?:all|the other|the remaining) (?:two|three|four|five|six|seven"
    rf"|eight|nine|ten|eleven|twelve)"
    rf"(?: {_VAGUE_WORD})?|(?:(?:the |its |their |all )(?:last )?(?:remaining|other|rest of the|last)"
    rf"|remaining) {_VAGUE_WORD}|(?:its |their |the )?full powers"
    rf"|(?<!of )(?:its|their) (?:other )?(?:powers|functions)(?= again| back|$))",
    re.I,
)
#: "All executive functions and some non-executive functions".
AND_SOME = later(
    rf",? and (?:also )?(?P<what>{_SEVERAL} (?:[a-z-]+ ){{0,2}}{_VAGUE_WORD})"
    r"(?!,? (?:relat|in relation|in respect|pertain|concern|associat|connect|such as|of|for|over|on)\w*)",
    re.I,
)
SOME = waits(
    rf"(?:\b(?:(?:some|certain|most|many|several|half|part|an? (?:third|quarter|half|number|range)"
    rf"|the (?:majority"
    rf"|bulk)) of"
    rf" (?:the |its |their |these |those |our )?(?:[\w'-]+ ){{0,2}}{_VAGUE_WORD}|(?:some|(?:a|one|two)"
    rf" (?:thirds?|quarters?|half|halves) of(?: the| its)?|half (?:of )?(?:the"
    rf"|its)|a (?:further |small |large )?(?:number|range|series) of|certain|several|many|most|more"
    rf"|further|various|selected"
    rf"|additional|extra|reserved?|specific|specified|particular|limited|key|important|major|significant"
    rf"|other|new"
    rf"|(?:another |a further |the |its |just "
    rf"|only )?(?:\d+|one|two"
    rf"|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    rf"|twenty)(?: (?:more|further|other|of (?:its|the|their)"
    rf"(?: (?:\d+|[a-z]+))?))*)(?: (?:more|further|other|key|important|council|executive|limited|of (?:its"
    rf"|the|their)(?: \d+| [a-z]+)?|\w+))?"
    rf" {_VAGUE_WORD})\b|^(?:only |just )?(?:some|most|half|{_NUMBER})"
    rf" of (?:the|its|their|our|those|these) {_NUMBER}$"
    rf"|^(?:the |its |these |those )?(?:powers?|functions?|services?|responsibilities)$)",
    re.I,
)
PRONOUN = re.compile(
    r"^(?:(?:only |just |the other |another )?(?:two|three|four|five|six|seven|eight|nine|some|others)|it"
    r"|they|them|this|that|these|those|both|all|neither|each|either|none|the same|which|what|one"
    r"|the (?:first|second|third"
    r"|last|former|latter|two|three|four|five|six|seven|others?)(?: (?:one|two|three|four|group"
    r"|of (?:these|them)))?"
    r"|(?:both|all|each|neither|none)(?: (?:two|three|four|five|six|seven))?(?: of (?:them|these|those"
    r"|the (?:two|three|four)))?"
    r"|(?:this|that|these|those|the|both|each|all (?:of )?(?:these|those)|both (?:these|those|of these)"
    r"|such)(?: (?:new|extra|additional|same|two"
    r"|three|four|five|six|seven|last|latter|final|other|whole))? (?:function|power|service|area"
    r"|responsibilit|matter|one|department|work|duty|duties|task)"
    r"(?:s|ies|y)?|(?:the )?reins|powers? (?:in|over|for) (?:this|that|these|those) (?:area|function"
    r"|service|respect)s?"
    r"|powers?|functions?|control|responsibility|(?:its|their) (?:early |immediate "
    r"|full )?(?:return|restoration|handback|handover|control))$",
    re.I,
)


#: What stands where a function belongs and is none.
NO_FUNCTION = later(
    r"^(?:(?:these |those |the )?(?:powers|functions|services|control) \w{3,}(?<!os)s .*|accountability"
    r"|ownership|(?:local )?democracy\b.*|(?:confirm|override|overturn|veto|call in"
    r"|block) .*|nothing|anything|something|as(?: \w+)?|determine|decide|assess|ensure|instruct|direct"
    r"|might|will|would|could|should|any functions?(?: .*)?|(?:\d+|no|any"
    r"|most|many) (?:\w+ )?decisions?\b.*|named in .*"
    r"|(?:own )?improvement(?: journey| plan)?|own (?:actions|future|performance|destiny)|annex \w+"
    r"|him|her|us|me|you|who|place|post|office|work|time|date|year|money|staff|people"
    r"|(?:terms and )?conditions?|reasons?|arrangements|timetable|basis|manner|extent"
    r"|\w+ed to .*|seen|made|held|given|taken|known|sent|after|before|since|while"
    r"|(?:the )?(?:council|authority|borough|members"
    r"|commissioners?|cabinet|councillors|minister|secretary of state|intervention|directions?|trust"
    r"|people|public|residents"
    r"|meeting|report|plan|budget gap|order|letter|town|city|government|panel|team|situation|position"
    r"|progress|matter|matters|issue"
    r"|decision|question|process|point|pace|view|case|end|rest of the year|ground|lead|chair|past|future)"
    r"|advice|oversight(?: .*)?|veto|seat|confidence|(?:further |more )?(?:assurance|support"
    r"|challenge"
    r"|guidance"
    r"|information|evidence|feedback|notice)(?: (?:to|about|on|for|that|from|of) .*)?"
    r"|(?:(?:the )?(?:ability|power|right) to )?(?:confirm|override|overrule|overturn|veto|propose|recommend"
    r"|scrutini[sz]e|advise|challenge)\b.*"
    r"|(?:own )?(?:board|management team|chief executive|staff)|employment|employees|jobs"
    r"|(?:the )?(?:move|news|announcement)(?: (?:to|of|for|by|that) .*)?"
    r"|(?:[\w'-]+ ){0,6}(?:good name|reputation|morale|credibility|stability)|such (?:\w+ )*services"
    r"|part|touch|force|high|so|normal|others?|\d[\d/, ]*|role|sight.*|earlier|more|responsible|one|two"
    r"|three|four"
    r"|five|six|seven|eight|nine|ten|(?:enhanced |general |overall )?(?:oversight|advice|supervision"
    r"|scrutiny(?! of (?:[a-z]+ ){0,2}decision)|vigilance) (?:of|on|over) .*|an? .*|steps?"
    r"|account|effect"
    r"|(?:removed|placed|moved|transferred|returned|given)|(?:after|before|since|while|despite|without|by)"
    r" .*|stock|action|note|care|up|over|decision[- ]making|making|no(?: .*)?|work with.*|be .*|behalf"
    r"|.*'s behalf"
    r"|.*\btrust.*name|forward|ahead|on|off|out|back|there|here|home|hold|hands|hand|control of [A-Z]\w+"
    r"|open|closed"
    r"|committed|confident|concerned|concerns?|clear|vigilant|focused|important|weak|strong|poor|good"
    r"|good progress|high risk|the same|in place|track|unchanged|silent"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday"
    r"|Tuesday|Wednesday|Thursday"
    r"|Friday|Saturday|Sunday)\b.*|\d{1,2}(?:st|nd|rd|th)? [A-Z]\w+.*|£.*|.*\bper cent|(?:.* )?(?:\d+|two"
    r"|three|four|five|six|several|many|few|some|more|recent|last|next) (?:months|weeks|years|days)|years"
    r"|months|an eye on .*|.* (?:ago|later)"
    r"|(?:[A-Z][\w'-]+ )*(?:Director|Officer|Manager|Head|Chair|Ministry|Minister|Department|Secretary"
    r"|Leader|Cllr|Councillor|Mr|Mrs|Ms|Dr)\b.*|[A-Z][a-z]+|listed below|below|above|as follows"
    r"|(?:the )?following(?: \w+)?|annex \w|schedule \w)$"
)


_NEVER = later(
    r"(?:(?:urgent|expedited|routine|formal|important|difficult|individual|collective|such|these)"
    r"(?: (?:and|or) \w+)?(?: decisions?)?|(?:political |strategic |overall )?leadership|standard[- ]setting"
    r"|quality monitoring(?: of .*)?"
    r"|nothing|anything|something|(?:no|any|every|some)(?:body|one)|decisions?|(?:annex|schedule"
    r"|paragraph|part|entry|entries|appendix)(?: \w{1,3})?"
    r"|named in .*|(?:due|owing) to .*|(?:you|we|they) \w+|addition|likewise|established|provision"
    r"|(?:total|complete) control"
    r"|rights|liabilities|such \w+|changes? .*|responsibilities equivalent|police|comments? .*"
    r"|running an? .*|powers? to (?:direct|refuse|call in) .*|.*\bdecision|overrid\w* .*)$",
    re.I,
)
#: Things that are counted, owned or employed, and are no function: "16,000 homes", "its trust company".
_OWNED = later(
    r"(?:(?:more than |over |about |around |some |nearly |up to )?\d[\d,]* (?!functions|powers|areas)\w.*"
    r"|.*\b(?:(?:council|leaseholder|empty|vacant|rented|tenanted) (?:properties|homes|houses|dwellings)"
    r"|housing stock|employees|jobs|(?:trust|management) company)"
    r"|(?:[\w']+ ){0,2}(?<!of )(?<!senior )staff"
    r")$",
    re.I,
)


def names_none(name: str) -> bool:
    """Whether what stands where a function belongs is plainly something else: homes, rights, a decision."""
    return bool(_NEVER.match(name) or _OWNED.match(name))


def is_pronoun(words: str) -> bool:
    """Whether words only point to functions named before: "they", "both", "this function"."""
    return bool(PRONOUN.match(_bare(words)))


def _bare(words: str) -> str:
    words = pattern(
        r"^(?:[ ,;:.-]|in addition,? |(?:[Tt]he )?(?:and|but|so|control|responsibility|powers?|decisions"
        r"|charge) (?:of"
        r"|over|for|on) )+"
    ).sub("", words.strip(" ,.;:-"))
    return pattern(r"(?: (?:back|again|too|now|in full|over|itself|themselves|alone|up))+$").sub("", words)


def is_vague(words: str) -> bool:
    """Whether words speak of functions and name none: "some powers", "nine of the functions"."""
    words = words.strip(" ,:;-(")
    lead = LEAD.match(words)
    while lead and len(words) - lead.end() > 2:
        words = words[lead.end() :]
        lead = LEAD.match(words)
    return bool(_VAGUE.match(words) or ALL.fullmatch(words) or SOME.fullmatch(words))


_VAGUE = waits(
    rf"^(?:only |also )?(?:(?:the|these|those|this|that|following|some|a|an|number|range|series|of|other"
    rf"|remaining|key|selected|certain|executive|specific|specified|limited|named|defined|core|council"
    rf"|council's"
    rf"|Council's"
    rf"|Authority's|authority's|non-executive|such|all|any|\d+|one|two|three|four|five|six|seven|eight"
    rf"|nine|ten|eleven|twelve|more|further|its|their|our|existing|returned|statutory"
    rf"|important|various|local|reserved?|proposed|additional|relevant|full|day-to-day|decision-making"
    rf"|decision making|and|both|last|final|several|many|most|last of the|first|second|new|great|small"
    rf"|large"
    rf"|(?-i:[A-Z]\w+'s)|government|direct|same|main|whole|major|crucial|significant"
    rf"|extra) )*(?:{_VAGUE_WORD}|(?:group|tranche|batch|set|round|wave|package)(?: of (?:functions|powers"
    rf"|services))?|ones)(?: (?:that|which|to be|of the (?:council"
    rf"|authority)|being|below|returned|currently|listed|already|now"
    rf"|who|we|I|to (?:tackle|address|deal with|help|ensure|improve|secure|intervene|act)|as (?:required"
    rf"|needed|necessary)|not|still|concerned|in question|set out|named|under"
    rf" (?:the )?(?:commissioner|direct)"
    rf"|with (?:the )?(?:commissioner|council)|in (?:which|question|annex|schedule|appendix|part)|where"
    rf"|held|exercised|retained|for"
    rf"|recommended|proposed|kept|he|she|they) ?.*)?$",
    re.I,
)

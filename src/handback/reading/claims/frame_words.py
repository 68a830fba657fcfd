"""The words of the verb frames: verbs, holders, what stands before and after them."""

import re
from collections.abc import Iterator

HOLDER = (
    r"(?:(?:the|a|an|its|their|our|your|new|four|five|three|two|local|lead"
    r"|government(?:-appointed)?|elected|democratically[- ]elected|independent|full|another"
    r"|neighbouring|voluntary|own|not-for-profit|"
    r"borough|city|county|district|metropolitan|town|parish|children's|combined|[A-Z][\w'-]+) ){0,6}"
    r"(?:[Cc]ommissioners?|[Cc]ouncil(?:lors?|s)?|[Mm]embers|[Cc]abinet(?: [Mm]embers?)?"
    r"|[Aa]uthority|[Tt]rust|[Cc]ompany|[Cc]ounty|[Bb]orough|(?:local|democratic) control|[Pp]anel"
    r"|[Ss]ecretary of [Ss]tate|[Ll]eader|[Mm]ayor|[Oo]fficers|town hall|MBC)\b"
)

VERB = re.compile(
    r"\b(?:"
    r"(?P<back>return(?:s|ed|ing)?|restor(?:e|es|ed|ing)|reinstat(?:e|es|ed|ing)|revert(?:s|ed|ing)?)"
    r"|(?P<regain>regain(?:s|ed|ing)?|recover(?:s|ed)?|resum(?:e|es|ed|ing)|reclaim(?:s|ed)?|(?:win"
    r"|wins|won|get|gets|got|take|takes|took|taken|taking|have|has|had|given) back)"
    r"|(?P<take>(?:take|takes|taking|taken|took) (?:over|on|charge|control|direct control"
    r"|responsibility|the reins|up)|assum(?:e|es|ed|ing))"
    r"|(?P<lose>(?:give|gives|gave|given|giving) up|relinquish(?:es|ed|ing)?|surrender(?:s|ed|ing)?"
    r"|los(?:e|es|ing)|lost|cede(?:s|d)?|stripped of|strip(?:s|ping)? [^.;,]{3,40}? of|(?:cease"
    r"|ceases|ceased) to (?:exercise|hold|have|run|control)|let go of)"
    r"|(?P<keep>remain(?:s|ed|ing)?|stay(?:s|ed|ing)?|keep(?:s|ing)?|kept|(?:go|goes|went|carry|carries"
    r"|carried) on (?:running|exercising|holding)|retain(?:s|ed|ing)?|hold(?:s"
    r"|ing)? on to"
    r"|(?:continue|continues|continued) (?:to (?:exercise|hold|run|have|control|be (?:exercised"
    r"|held|run)|rest|sit|lie)|with))"
    r"|(?P<hold>rest(?:s|ed)?(?= with)|l(?:ies|ay|ie)(?= with)|s(?:it|its|at)(?= with)|exercis(?:e|es|ed"
    r"|ing)|reserved(?= to )|(?:be|become|becomes|became|is|are|was|were) (?:once more |again |now"
    r" )?responsible for|(?:have|has|had) the final say (?:on|over)|(?:be|is|are|was|were) (?:now |still )*in"
    r" (?:direct )?(?:charge|control) of|h(?:old|olds|eld)(?! (?:a|an|it|its|meetings?|office|on"
    r"|talks|back)\b)|r(?:un|uns|an|unning)(?! (?:from|to|until|of)\b)|(?:take|takes|took|make|makes"
    r"|made) (?:all |the )*decisions(?= (?:about|on|over|for))|discharg(?:e|es|ed)|(?:is|are|was"
    r"|were) (?:now |back |again |currently |once more |still )*(?:with|in the hands of|under"
    r"|vested in|the responsibility of|a matter for)(?= )|(?:has|have) (?:direct |full"
    r" )?(?:control|charge)(?= (?:of|over))|(?:is|are|was|were) (?:now |back |again |currently "
    r"|once more |still )*in (?=(?:the )?[A-Za-z]+(?:'s|s'|') hands))"
    r"|(?P<move>fall(?:s|en)?(?= to )|fell(?= to )|(?:hand|plac|give|pass|transfer|mov|devolv|shift|bring"
    r"|put|vest)(?:s|es|ed|red|ing|ring"
    r"|e|en)?|gave|brought|go|goes|went|gone|come|comes|came|switch(?:ed|es)?|get|gets|got|getting"
    r"|win|wins|won|(?:take|takes|took)(?= [^.;,]{3,40} back\b)|taken? (?=away from))"
    r")\b",
    re.I,
)

AUX = re.compile(
    r"(?:(?:,|\b(?:will|would|shall|should|must|may|might|can|could|to|is|are|am|was|were|be|been"
    r"|being|has|have|had|do|does|did|not|now|still|also|then|again|once|more|safely|all|both|yet"
    r"|continue|continues|cease|ought|intends?|intended|set|due|going|about|ready|able|likely"
    r"|today|formally|"
    r"already|gradually|currently|themselves|itself|only|soon|finally|first|therefore|expected"
    r"|planned|minded|meanwhile|jointly|directly|properly|in time|for now|in turn|each|who|hereby"
    r"|instead|proposed|recommended|asked|required|that|should))(?: |$))*$"
)

BE = re.compile(r"\b(?:is|are|was|were|be|been|being)\b(?! to )")

BE_TO = re.compile(r"\b(?:is|are|was|were|am) (?:now |expected |due |set |likely |planned |going )*to\b")

TO = re.compile(
    rf"(?:\b(?:back|over|up|home|out) )*\b(?:to|with|into|in|under|for)(?: (?:the"
    rf" (?:control|hands|responsibility|remit) of|the charge of))? (?P<holder>{HOLDER})"
)

BY = re.compile(
    rf"^(?:,? (?:directly|jointly|now|still))*(?:[ ]?from [^,.;]{{3,30}}?)?[ ]?(?:back )?(?:on (?:its"
    rf"|their) behalf"
    rf" )?\bby (?P<holder>{HOLDER})"
)

IN_HANDS = re.compile(r"^ ?(?:the |in the )?(?P<holder>[A-Za-z]+)(?:'s|s'|') (?:own )?hands")

SUBJECT = re.compile(
    rf"(?P<who>{HOLDER}|\b[Ww]e|\bI|\b[Tt]hey)(?:'s)?(?: (?:of|at|for) (?:the"
    rf" )?[A-Z]\w+)?(?: (?:appointed|sent|installed|brought|put)[^,]{{0,30}})?[ ,]*$"
)

PROPOSING = re.compile(
    r"\b(?:minded to|propos\w+|intend\w*|intention|recommend\w*|plan(?:s|ned)? to|could|would"
    r"|should|(?-i:may)|might|asks?|asked|asking|seek(?:s|ing)?|sought|request\w*|want(?:s|ed)?|hop(?:e"
    r"|es|ed)|expect(?:s|ed)?|suggest\w*|calls? for|called for|consult\w+|in favour of|(?:ready"
    r"|due|set|likely|going|about) to|advis\w+|urge[sd]?|view is|believe|think|agreed? that"
    r"|propos\w+)\b",
    re.I,
)

DIRECTED = re.compile(
    r"\b(?:directions?|order|under which|have today|today|issued|signed|with"
    r" effect|from today|revocation|shall|hereby|decided|determined)\b",
    re.I,
)

FUTURE = re.compile(r"\b(?:will|to|can|must|'ll)\b")

FINITE = re.compile(
    r"\b(?:is|are|was|were|will|would|has|have|had|said|says|be|been|shall|should"
    r"|can|could|may|might|remain\w*|stay\w*|return\w*|kept?|keeps?|passed|passes|went|gone|goes|took"
    r"|gave|made|issued|ended|expired|lapsed|ceased|handed|regain\w*|exercis\w+|hold|held|took|moved"
    r"|retain\w*|restored)\b"
)

_BOUNDARY = re.compile(
    r"; (?:and )?(?:that )?|,? (?:but|while|whereas|though|although|yet|whilst|except that|because"
    r"|after which|so that)(?: that)? |,? and that |: (?!\()|\. |, (?:said|says|he said|she said"
    r"|which means)\b|, (?=(?:who|which|where) )"
    r"|,? and (?=(?:[\w']+ ){1,5}?(?:will|would|should|is|are|be|was|were|has|have|had|shall|remain"
    r"|stay|stays|remains|go|goes|went|came|passed) )"
)

OBJECT_STOP = re.compile(
    r"(?:,? \b(?:because|so that|who|whom|where|when|until|unless|with (?:continued|ordinary"
    r"|oversight|effect|his|her|immediate|advice|conditions)|under|from (?:the |today|government"
    r"|\d|[A-Z]\w*|commissioner|midnight)|on (?=\d|the (?:condition|same|basis)|[A-Z][a-z]+day)|in"
    r" (?=[A-Z]|\d|the (?:spring|summer|autumn|winter|new|hands|next)|full|due)|by (?=[A-Z]|\d|the"
    r"|end|government|next)"
    r"|after|before|subject|following|for (?=a|an|the (?:time|moment|next|rest)|now|at|\d|[a-z]+"
    r" (?:years|months)|good)|once|this|last|next|today|yesterday|tomorrow|which|and (?:withdraw"
    r"|ends?|I|he|she|it|they|we|will|would|has|have|to|that|is|are|said|also)|as (?=a|an|the|it"
    r"|they|of|soon|part|from|before)|to (?=the |its |their |local|a |an |elected|democra|council"
    r"|commissioner|members|cabinet|[A-Z])|back|home|again|throughout|itself|themselves|directly"
    r"|earlier|since|at (?=the|a|least|once|present)|except|apart from|other than|save|"
    r"(?:has|have|had|is|are|was|were|will|would|should|does|do|but|while|pending))\b|:|;| - |\"|"
    r" \((?![ivxa-z0-9]{1,4}\))|\.$)",
    re.I,
)

OBJECT_LEAD = re.compile(
    r"^(?:, [^,]{3,60},)?(?: (?:back|over|on|up|control|responsibility|charge|direct|the|running"
    r"|management|power|powers|of|for|its|their|his|her|in|place|with|to|executive|full|day-to-day"
    r"|functions|associated|relating|related|post|all(?= the | of the )|exercise|hold|have|run|a"
    r"|an))*(?= )"
)

NOT_MOVED = re.compile(
    r"\b(?:£|per cent|%|questions?|statement|verdict|report|minutes?|meeting"
    r"|apolog\w+|contract|keys|ball|interest|vote|votes|seat|licen[cs]es? (?:be|is|was)|documents?"
    r"|papers?|forms?|ballot|survey|money|profit|sum|underspend|grant|reserves|premises|breath|place"
    r" on|promise|record|records|inquest|conference|hearing|bus|buses|school run)\b",
    re.I,
)

FUNCTIONAL = re.compile(
    r"\b(?:functions?|powers?|control|directions?|commissioners?|secretary of"
    r" state|minister|restor\w+|responsibilit\w+|services?|councillors?|decisions|intervention|trust"
    r"|minded|council)\b",
    re.I,
)


def clauses(words: str) -> Iterator[tuple[int, int]]:
    """The clauses of a sentence that can each state a holding; a list of names is never cut."""
    start = 0
    for joint in _BOUNDARY.finditer(words):
        if (VERB if " and " in joint[0] or joint[0] == "and " else FINITE).search(
            words, start, joint.start()
        ) or words[joint.start()] in ";:":
            yield start, joint.start()
            start = joint.end()
    yield start, len(words)


POWER_NOUN = re.compile(
    r"\b(?:functions?|powers?|control|responsibilit\w+|directions?|services?"
    r"|running|commissioners?|duties)\b",
    re.I,
)

OF_OWN_ACCORD = re.compile(
    r"(?:go|come|came|went|gone|bring|brought|put|give|gave|hand|get|got"
    r"|win|won|take|took|pass|los)",
    re.I,
)

STRAIGHT = re.compile(
    r"^(?:,? (?:a matter|the responsibility|back|over|again|in full|fully|wholly|automatically|now|today"
    r"|firmly|entirely|formally|directly|piece by piece|for now|on [^,]{3,30}|in (?:[A-Z]\w+ )?(?:19"
    r"|20)?\w+|by [^,]{3,40}|at [^,]{3,30}|vested|under|solely|for the time being|meanwhile|where"
    r" (?:it|they) (?:is|are)|as (?:it|they) (?:is|are)|first|safely|out|up))*,? ?$"
)

SUBJECT_RECEIVES = re.compile(r"^(?:given|handed|passed|granted)", re.I)

#: The receiver before the thing: "return to the Council the functions of parks and of markets".
RECEIVER_FIRST = re.compile(
    rf"(?: back)?,? to {HOLDER}(?= (?:the |its |of |all |control|powers?|responsib|functions))"
)

ADVICE_TAKEN = re.compile(
    r"\b(?:agreed|accepted|approved|adopted|endorsed)(?: to| with)?(?: [\w']+){0,4}? (?:recommendations?"
    r"|advice|proposals?)"
    r" (?:that|to)\b"
)

#: What functions relate to stands after these words, whatever stops a name elsewhere.
RELATING = re.compile(
    r"\b(?:relating|related|in relation|with regard|pertaining) to\b|\b(?:in respect|in connection) (?:of"
    r"|with)\b"
)
